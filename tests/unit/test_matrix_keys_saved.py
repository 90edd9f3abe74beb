"""Room keys that come in are there after a crash, whenever it happens."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from nio import AsyncClientConfig, ToDeviceEvent
from nio.crypto import OlmDevice
from nio.crypto.sessions import OutboundGroupSession, OutboundSession

from adapters.matrix.crypto.database import KeyStore
from adapters.matrix.crypto.guarded import GuardedClient

BOT, ADA, ROOM = "@bot:localhost", "@ada:localhost", "!room:localhost"


class PowerCut(BaseException):
    """Nothing that runs can handle it."""


def client(folder: Path, user: str) -> Any:
    """Somebody's only device, whose keys are in a folder."""
    folder.mkdir(exist_ok=True)
    config = AsyncClientConfig(store=KeyStore, pickle_key="a key", store_sync_tokens=False)
    made = GuardedClient("http://127.0.0.1:9", user, "DEVICE", str(folder), config)
    made.restore_login(user, "DEVICE", "a token")
    return made


def device(of: Any) -> OlmDevice:
    """A device as others know it."""
    return OlmDevice(of.user_id, of.device_id, dict(of.olm.account.identity_keys))


def room_key(group: OutboundGroupSession) -> dict[str, Any]:
    return {
        "algorithm": "m.megolm.v1.aes-sha2",
        "room_id": ROOM,
        "session_id": group.id,
        "session_key": group.session_key,
    }


@pytest.mark.parametrize("moment", ["save_session", "save_inbound_group_session"])
@pytest.mark.parametrize("met", [False, True], ids=["first key", "later key"])
async def test_a_crash_while_a_room_key_is_saved_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str, met: bool
) -> None:
    """The homeserver hands the message out once more, and what was said can be read."""
    bot, ada = client(tmp_path / "bot", BOT), client(tmp_path / "ada", ADA)
    bot.olm.account.generate_one_time_keys(1)
    bot.olm.save_account()
    theirs = bot.olm.account
    one_time = next(iter(theirs.one_time_keys["curve25519"].values()))
    session = OutboundSession(ada.olm.account, theirs.identity_keys["curve25519"], one_time)
    bot.olm.device_store.add(device(ada))

    def sent(group: OutboundGroupSession) -> Any:
        content = ada.olm._olm_encrypt(session, device(bot), "m.room_key", room_key(group))
        raw = {"type": "m.room.encrypted", "sender": ADA, "content": content}
        return ToDeviceEvent.parse_event(raw)

    if met:
        bot._handle_decrypt_to_device(sent(OutboundGroupSession()))
    group = OutboundGroupSession()
    message = sent(group)

    def cut(*_: Any) -> None:
        raise PowerCut

    with monkeypatch.context() as crash:
        crash.setattr(KeyStore, moment, cut)
        with pytest.raises(PowerCut):
            bot._handle_decrypt_to_device(message)
    bot.store.database.close()

    again = client(tmp_path / "bot", BOT)
    again.olm.device_store.add(device(ada))
    again._handle_decrypt_to_device(message)

    assert again.olm.inbound_group_store.find(ROOM, group.id) is not None
    assert again.olm.wedged_devices == []


async def test_one_time_keys_are_saved_before_anybody_can_use_them(tmp_path: Path) -> None:
    """A crash while they are uploaded leaves none on the homeserver that opens nothing."""
    bot = client(tmp_path, BOT)
    uploaded = bot.olm.share_keys()["one_time_keys"]
    bot.store.database.close()

    again = client(tmp_path, BOT)

    kept = again.olm.account.one_time_keys["curve25519"]
    assert len(uploaded) > 10
    assert {each["key"] for each in uploaded.values()} <= set(kept.values())
