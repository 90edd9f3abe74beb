"""What somebody who shares a conversation with the bot can send it, and what accidents do to keys.

Each test is one way in which a client of this kind was once brought down or made deaf.
"""

from __future__ import annotations

import asyncio
import base64
import json
import secrets
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self, cast

import pytest
import vodozemac
from nio import Api as NioApi
from nio.client.base_client import ClientConfig
from nio.crypto import OlmAccount
from nio.store import DefaultStore

from adapters.matrix import unread
from adapters.matrix.api import Homeserver as Api
from adapters.matrix.crypto import client as crypto_client
from adapters.matrix.crypto.guarded import GuardedClient
from bot.platform import Address, Audience, Outcome, Said, Say, Undecryptable
from bot.richtext import paragraph
from tests.contract.rooms_matrix import Room, Rooms, matrix_rooms
from tests.e2e.matrix_support import Member, matrix_bot
from tests.support.synapse import Account, Homeserver
from tests.support.world import running

pytestmark = pytest.mark.e2e

OLM, MEGOLM = "m.olm.v1.curve25519-aes-sha2", "m.megolm.v1.aes-sha2"
NO_KEY = "Szl29ksW/L8yZGWAX+8dY1XyFi+i5wm+DRhTGkbMiwU"


@pytest.fixture
async def rooms(synapse: Homeserver, tmp_path: Path) -> AsyncIterator[Rooms]:
    async with matrix_rooms(synapse, tmp_path) as running:
        yield running


class Attacker:
    """A device made by hand, of an account that is in a room with the bot.

    It can do all that a well-made client does, and the same with any part replaced.
    """

    def __init__(self, url: str, account: Account, bot: str, room: str = "") -> None:
        self.account, self.bot, self.room = account, bot, room
        self.api = Api(url)
        self.olm = vodozemac.Account()
        self.group = vodozemac.GroupSession()

    async def __aenter__(self) -> Self:
        identifier = {"type": "m.id.user", "user": self.account.user_id}
        login = {"type": "m.login.password", "identifier": identifier}
        answer = await self.api.call(
            "POST", "login", body={**login, "password": self.account.password}
        )
        self.api.token, self.device = answer["access_token"], answer["device_id"]
        body = {"device_keys": self.signed(self.device_keys())}
        await self.api.call("POST", "keys", "upload", body=body)
        found = await self.api.call("POST", "keys", "query", body={"device_keys": {self.bot: []}})
        ((self.bot_device, described),) = found["device_keys"][self.bot].items()
        self.curve = described["keys"][f"curve25519:{self.bot_device}"]
        self.ed25519 = described["keys"][f"ed25519:{self.bot_device}"]
        self.room = self.room or await self._open_direct()
        return self

    async def _open_direct(self) -> str:
        encryption = {
            "type": "m.room.encryption",
            "state_key": "",
            "content": {"algorithm": MEGOLM},
        }
        wanted = {"is_direct": True, "invite": [self.bot], "initial_state": [encryption]}
        answer = await self.api.call(
            "POST", "createRoom", body={**wanted, "preset": "private_chat"}
        )
        room = str(answer["room_id"])
        async with asyncio.timeout(60):
            while self.bot not in await self._joined(room):  # noqa: ASYNC110 - nobody tells
                await asyncio.sleep(0.02)
        return room

    async def _joined(self, room: str) -> dict[str, Any]:
        answer = await self.api.call("GET", "rooms", room, "joined_members")
        joined: dict[str, Any] = answer["joined"]
        return joined

    async def __aexit__(self, *error: object) -> None:
        await self.api.close()

    @property
    def own_curve(self) -> str:
        return self.olm.curve25519_key.to_base64()

    def device_keys(self) -> dict[str, Any]:
        return {
            "algorithms": [OLM, MEGOLM],
            "device_id": self.device,
            "user_id": self.account.user_id,
            "keys": {
                f"curve25519:{self.device}": self.own_curve,
                f"ed25519:{self.device}": self.olm.ed25519_key.to_base64(),
            },
        }

    def signed(self, what: dict[str, Any]) -> dict[str, Any]:
        signature = self.olm.sign(NioApi.to_canonical_json(what).encode()).to_base64()
        return {**what, "signatures": {self.account.user_id: {f"ed25519:{self.device}": signature}}}

    async def claim(self) -> dict[str, Any]:
        """One of the bot's one-time keys, or its fallback key."""
        body = {"one_time_keys": {self.bot: {self.bot_device: "signed_curve25519"}}}
        answer = await self.api.call("POST", "keys", "claim", body=body)
        ((name, key),) = answer["one_time_keys"][self.bot][self.bot_device].items()
        return {"name": name, **key}

    async def open_session(self) -> None:
        one_time = vodozemac.Curve25519PublicKey.from_base64((await self.claim())["key"])
        curve = vodozemac.Curve25519PublicKey.from_base64(self.curve)
        self.session = self.olm.create_outbound_session(curve, one_time)

    def sealed(self, kind: str, content: Any, **more: Any) -> dict[str, Any]:
        """An Olm message to the bot's device."""
        payload = {
            "type": kind,
            "content": content,
            "sender": self.account.user_id,
            "sender_device": self.device,
            "keys": {"ed25519": self.olm.ed25519_key.to_base64()},
            "recipient": self.bot,
            "recipient_keys": {"ed25519": self.ed25519},
            **more,
        }
        kind_of, body = self.session.encrypt(json.dumps(payload).encode()).to_parts()
        return self.olm_content(kind_of, base64.b64encode(body).decode().rstrip("="))

    def olm_content(self, kind: int, body: str, **more: Any) -> dict[str, Any]:
        ciphertext = {self.curve: {"type": kind, "body": body}}
        named = {"algorithm": OLM, "sender_key": self.own_curve, "ciphertext": ciphertext}
        return {**named, **more}

    def room_key(self, **more: Any) -> dict[str, Any]:
        return {
            "algorithm": MEGOLM,
            "room_id": self.room,
            "session_id": self.group.session_id,
            "session_key": self.group.session_key.to_base64(),
            **more,
        }

    async def to_device(self, content: Any, kind: str = "m.room.encrypted") -> None:
        await self.api.call(
            "PUT",
            *("sendToDevice", kind, secrets.token_hex(8)),
            body={"messages": {self.bot: {self.bot_device: content}}},
        )

    def megolm(self, plain: bytes) -> dict[str, Any]:
        return {
            "algorithm": MEGOLM,
            "ciphertext": self.group.encrypt(plain).to_base64(),
            "session_id": self.group.session_id,
            "sender_key": self.own_curve,
            "device_id": self.device,
        }

    def message(self, text: str) -> bytes:
        content = {"msgtype": "m.text", "body": text}
        said = {"type": "m.room.message", "content": content, "room_id": self.room}
        return json.dumps(said).encode()

    async def send(self, content: dict[str, Any], kind: str = "m.room.encrypted") -> None:
        path = ("rooms", self.room, "send", kind, secrets.token_hex(8))
        await self.api.call("PUT", *path, body=content)


@pytest.fixture
async def room(rooms: Rooms) -> Room:
    """Somebody else's conversation with the bot."""
    return await rooms.direct()


@pytest.fixture
async def attacker(rooms: Rooms) -> AsyncIterator[Attacker]:
    """In a conversation with the bot of their own."""
    account = rooms.homeserver.register("attacker")
    async with Attacker(rooms.homeserver.url, account, rooms.account.user_id) as device:
        yield device


def _said(rooms: Rooms) -> list[str]:
    return [event.text for event in rooms.events if isinstance(event, Said)]


def _unread(rooms: Rooms) -> list[str | None]:
    return [event.actor.user for event in rooms.events if isinstance(event, Undecryptable)]


def _say(room: Room, text: str) -> Say:
    return Say(to=room.address, body=paragraph(text), audience=Audience.DIRECT)


async def _still_works(rooms: Rooms, room: Room, attacker: Attacker) -> None:
    """Even the attacker is heard, and others are heard and answered: also who comes only now."""
    attacker.group = vodozemac.GroupSession()
    await attacker.open_session()
    await attacker.to_device(attacker.sealed("m.room_key", attacker.room_key()))
    await attacker.send(attacker.megolm(attacker.message("was I heard?")))
    await rooms.wait_for(lambda _: "was I heard?" in _said(rooms))
    for each in (room, await rooms.direct("newcomer")):
        words = f"still there? {secrets.token_hex(4)}"
        await each.say(words)
        await rooms.wait_for(lambda _, words=words: words in _said(rooms))  # type: ignore[misc]
        receipt = await rooms.adapter.perform(_say(each, f"yes: {words}"))
        assert receipt.outcome is Outcome.SENT
        await each.wait_for(lambda texts, words=words: f"yes: {words}" in texts)  # type: ignore[misc]
        assert each.member.unreadable == []
    assert rooms.adapter.connected


# --- messages to the device


async def _bad_prekey(attacker: Attacker) -> None:
    for body in ("", "AAAA", "not base64!", base64.b64encode(secrets.token_bytes(200)).decode()):
        await attacker.to_device(attacker.olm_content(0, body))


async def _bad_later_message(attacker: Attacker) -> None:
    for body in ("", "\u0000", base64.b64encode(secrets.token_bytes(100)).decode()):
        await attacker.to_device(attacker.olm_content(1, body))


async def _unknown_kind_of_message(attacker: Attacker) -> None:
    kinds: list[Any] = [7, -1, None, "0", {}]
    for kind in kinds:
        await attacker.to_device(attacker.olm_content(kind, "AwogAAAA"))


async def _unknown_one_time_key(attacker: Attacker) -> None:
    other = vodozemac.Account()
    curve = vodozemac.Curve25519PublicKey.from_base64(attacker.curve)
    attacker.session = attacker.olm.create_outbound_session(curve, other.curve25519_key)
    await attacker.to_device(attacker.sealed("m.dummy", {}))


async def _bad_sender_key(attacker: Attacker) -> None:
    await attacker.open_session()
    content = attacker.sealed("m.dummy", {})
    for key in ("short", "", None, 5, NO_KEY):
        await attacker.to_device({**content, "sender_key": key})


async def _garbage_in_a_room_key(attacker: Attacker) -> None:
    await attacker.open_session()
    wrongs: list[dict[str, Any]] = [
        {"session_key": "garbage"},
        {"session_key": ""},
        {"session_key": 5},
        {"session_id": []},
        {"room_id": None},
        {"algorithm": "m.unheard.of"},
    ]
    for wrong in wrongs:
        await attacker.to_device(attacker.sealed("m.room_key", attacker.room_key(**wrong)))
    await attacker.to_device(attacker.sealed("m.room_key", []))
    await attacker.to_device(attacker.sealed("m.room_key", {}))


async def _garbage_in_an_olm_message(attacker: Attacker) -> None:
    await attacker.open_session()
    wrongs: list[dict[str, Any]] = [
        {"keys": {}},
        {"keys": []},
        {"recipient": "@somebody:else"},
        {"recipient_keys": {}},
        {"sender": 5},
        {"type": None},
    ]
    for wrong in wrongs:
        await attacker.to_device(attacker.sealed("m.room_key", attacker.room_key(), **wrong))
    for kind in ("m.forwarded_room_key", "m.secret.send", "m.room.encrypted", "m.unheard.of"):
        await attacker.to_device(attacker.sealed(kind, {}))
    for plain in (b"[]", b"\xff\xfe", b"", b"null"):
        kind_of, body = attacker.session.encrypt(plain).to_parts()
        content = attacker.olm_content(kind_of, base64.b64encode(body).decode())
        await attacker.to_device(content)


async def _unencrypted_key_messages(attacker: Attacker) -> None:
    for kind in ("m.room_key", "m.forwarded_room_key", "m.room_key_request", "m.dummy"):
        for content in ({}, {"algorithm": 3, "room_id": attacker.room}, {"action": "request"}):
            await attacker.to_device(content, kind)
    for kind in ("start", "accept", "key", "mac", "cancel", "request"):
        await attacker.to_device({"transaction_id": "x"}, f"m.key.verification.{kind}")


async def _odd_megolm_payloads(attacker: Attacker) -> None:
    await attacker.open_session()
    await attacker.to_device(attacker.sealed("m.room_key", attacker.room_key()))
    for plain in (
        b"[]",
        b"\xff\xfe\xfd",
        b"",
        b"null",
        b'"text"',
        b'{"type":5,"content":{},"room_id":"x"}',
        b'{"type":"m.room.message","content":[],"room_id":"x"}',
        b'{"type":"m.room.message"}',
        b"[" * 40_000,
    ):
        await attacker.send(attacker.megolm(plain))


async def _odd_megolm_events(attacker: Attacker) -> None:
    await attacker.open_session()
    await attacker.to_device(attacker.sealed("m.room_key", attacker.room_key()))
    good = attacker.megolm(attacker.message("odd"))
    wrongs: list[dict[str, Any]] = [
        {"ciphertext": "AAAA"},
        {"ciphertext": 5},
        {"session_id": []},
        {"session_id": ""},
        {"sender_key": {}},
        {"device_id": None},
        {"algorithm": "m.unheard.of"},
    ]
    for wrong in wrongs:
        await attacker.send({**good, **wrong})
    await attacker.send({})


@pytest.mark.parametrize(
    "attack",
    [
        _bad_prekey,
        _bad_later_message,
        _unknown_kind_of_message,
        _unknown_one_time_key,
        _bad_sender_key,
        _garbage_in_a_room_key,
        _garbage_in_an_olm_message,
        _unencrypted_key_messages,
        _odd_megolm_payloads,
        _odd_megolm_events,
    ],
    ids=lambda attack: attack.__name__.strip("_").replace("_", "-"),
)
async def test_the_bot_goes_on_answering_after(
    attack: Callable[[Attacker], Any], rooms: Rooms, room: Room, attacker: Attacker
) -> None:
    """Nothing that one member can send ends the bot, or takes it away from others."""
    await attack(attacker)

    await _still_works(rooms, room, attacker)


async def test_events_that_do_not_name_their_sender_key_are_read(
    rooms: Rooms, attacker: Attacker
) -> None:
    """Clients need not send it any more, and some do not."""
    await attacker.open_session()
    await attacker.to_device(attacker.sealed("m.room_key", attacker.room_key()))
    content = attacker.megolm(attacker.message("as newer clients do"))
    await attacker.send({k: v for k, v in content.items() if k not in ("sender_key", "device_id")})

    await rooms.wait_for(lambda _: "as newer clients do" in _said(rooms))


async def test_nonsense_about_one_device_hides_no_others(tmp_path: Path) -> None:
    """A homeserver elsewhere may answer anything about its people's devices."""
    good = {"algorithms": [OLM], "device_id": "GOOD", "user_id": "@ada:localhost", "keys": {}}
    answer = {
        "device_keys": {
            "@ada:localhost": {"GOOD": good},
            "@eve:elsewhere": {"A": 5, "B": {}, "C": {**good, "keys": []}, "GOOD": good},
            "@mal:elsewhere": [],
        },
        "failures": {},
    }

    class Response:
        async def json(self) -> Any:
            return answer

    client = GuardedClient("http://127.0.0.1:9", "@bot:localhost")

    read = await client.parse_body(Response())

    assert read["device_keys"] == {
        "@ada:localhost": {"GOOD": good},
        "@eve:elsewhere": {"GOOD": good},
        "@mal:elsewhere": {},
    }


# --- keys that are used up


async def test_one_time_keys_come_back_from_none_while_the_bot_runs(
    rooms: Rooms, room: Room, attacker: Attacker
) -> None:
    """Somebody takes all of them: the fallback key serves, is replaced once it was used, and new
    one-time keys are uploaded."""
    claimed = [await attacker.claim()]
    while not claimed[-1].get("fallback"):
        claimed.append(await attacker.claim())
        assert len(claimed) < 200

    await room.say("something happens")  # the homeserver tells the counts with the next events

    newcomer = await rooms.direct("newcomer")
    await newcomer.say("my first words")
    await rooms.wait_for(lambda _: "my first words" in _said(rooms))
    assert not (await _until_one_time(attacker)).get("fallback")
    later = await _drained(attacker)
    assert later["name"] != claimed[-1]["name"]
    assert later["key"] != claimed[-1]["key"]


async def _until_one_time(attacker: Attacker) -> dict[str, Any]:
    async with asyncio.timeout(60):
        while (key := await attacker.claim()).get("fallback"):  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.02)
    return key


async def _drained(attacker: Attacker) -> dict[str, Any]:
    """The fallback key, after all one-time keys."""
    for _ in range(200):
        key = await attacker.claim()
        if key.get("fallback"):
            return key
    raise AssertionError("no end of one-time keys")


# --- sending


@pytest.mark.parametrize("trouble", ["hangs", "raises"])
async def test_handing_out_a_key_that_goes_wrong_once_blocks_nothing(
    trouble: str, rooms: Rooms, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message is tried again and arrives; other rooms do not wait for it meanwhile."""
    other = await rooms.direct("other")
    sharing, failed = GuardedClient.share_group_session, asyncio.Event()

    async def once_in_trouble(client: Any, room_id: str, *args: Any, **more: Any) -> Any:
        if room_id != room.id or failed.is_set():
            return await sharing(client, room_id, *args, **more)
        client.sharing_session[room_id] = asyncio.Event()  # as nio leaves it behind
        failed.set()
        if trouble == "raises":
            raise ConnectionResetError
        await asyncio.Event().wait()
        return None

    monkeypatch.setattr(GuardedClient, "share_group_session", once_in_trouble)
    monkeypatch.setattr(crypto_client, "_SHARING_SECONDS", 2)
    hello = _say(room, "after all")

    first = asyncio.create_task(rooms.adapter.perform(hello))
    await failed.wait()
    async with asyncio.timeout(1.9):
        assert (await rooms.adapter.perform(_say(other, "not held up"))).outcome is Outcome.SENT
    assert (await first).outcome in (Outcome.RETRY, Outcome.UNKNOWN)

    assert (await rooms.adapter.perform(hello)).outcome is Outcome.SENT
    await room.wait_for(lambda texts: texts == ["after all"])


# --- what cannot be read


async def test_who_cannot_be_read_is_answered_once_until_they_can(
    rooms: Rooms, attacker: Attacker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each message under a new unknown key: one answer is enough, and a loop of two programmes
    that cannot read each other ends here. Whoever could be read in between is told again."""
    monkeypatch.setattr(unread, "_GRACE_SECONDS", 0.2)
    await attacker.open_session()

    async def unreadable() -> None:
        attacker.group = vodozemac.GroupSession()
        await attacker.send(attacker.megolm(attacker.message("lost")))

    for count in (1, 2):
        for _ in range(3):
            await unreadable()
        await rooms.wait_for(lambda _, count=count: len(_unread(rooms)) == count)  # type: ignore[misc]
        await attacker.to_device(attacker.sealed("m.room_key", attacker.room_key()))
        words = f"readable {count}"
        await attacker.send(attacker.megolm(attacker.message(words)))
        await rooms.wait_for(lambda _, words=words: words in _said(rooms))  # type: ignore[misc]
        # What was still waiting for its key is given up by now, and was not answered.
        await asyncio.sleep(0.5)
        assert len(_unread(rooms)) == count


async def test_a_key_from_somebody_who_was_not_asked_is_not_taken(
    rooms: Rooms, room: Room, attacker: Attacker
) -> None:
    """The bot asks the sender of a message for its key, and takes it from the device that made
    it: whoever else could answer might choose what can be read."""
    stranger = rooms.homeserver.register("stranger")
    async with Attacker(rooms.homeserver.url, stranger, room.bot) as other:
        await attacker.open_session()
        await other.open_session()
        shared = vodozemac.InboundGroupSession(attacker.group.session_key).export_at(0)
        assert shared is not None
        content = attacker.megolm(attacker.message("whose words?"))
        await attacker.send({k: content[k] for k in ("algorithm", "ciphertext", "session_id")})
        request = await _next_to_device(attacker, "m.room_key_request")
        assert request["body"]["session_id"] == attacker.group.session_id

        forwarded = attacker.room_key(
            session_key=shared.to_base64(),
            sender_key=attacker.own_curve,
            sender_claimed_ed25519_key=attacker.olm.ed25519_key.to_base64(),
            forwarding_curve25519_key_chain=[],
        )
        as_theirs = {**forwarded, "sender_key": other.own_curve}
        for content in (forwarded, as_theirs):
            await other.to_device(other.sealed("m.forwarded_room_key", content))
        passed_on = {**forwarded, "forwarding_curve25519_key_chain": [NO_KEY]}
        for content in (as_theirs, passed_on):
            await attacker.to_device(attacker.sealed("m.forwarded_room_key", content))
        await room.say("a while later")
        await rooms.wait_for(lambda _: "a while later" in _said(rooms))
        assert "whose words?" not in _said(rooms)

        await attacker.to_device(attacker.sealed("m.forwarded_room_key", forwarded))
        await rooms.wait_for(lambda _: "whose words?" in _said(rooms))


async def test_who_begins_anew_is_given_a_new_key(rooms: Rooms, attacker: Attacker) -> None:
    """A client that could not read what the bot sent opens a new session: it must not be left
    with messages under a key that it does not have."""
    await attacker.open_session()
    await attacker.to_device(attacker.sealed("m.room_key", attacker.room_key()))
    await attacker.send(attacker.megolm(attacker.message("hello")))
    await rooms.wait_for(lambda _: "hello" in _said(rooms))
    to = Address("matrix", channel=attacker.room, user=attacker.account.user_id)

    async def session_of(text: str) -> str:
        sent = await rooms.adapter.perform(
            Say(to=to, body=paragraph(text), audience=Audience.DIRECT)
        )
        path = ("rooms", attacker.room, "event", sent.message or "")
        event = await attacker.api.call("GET", *path)
        return str(event["content"]["session_id"])

    first, second = await session_of("one"), await session_of("two")
    assert first == second
    await attacker.open_session()
    await attacker.to_device(attacker.sealed("m.dummy", {}))
    await attacker.send(attacker.megolm(attacker.message("again")))
    await rooms.wait_for(lambda _: "again" in _said(rooms))

    assert await session_of("three") != first


async def test_a_client_that_uses_a_key_that_is_gone_gets_a_new_session(
    rooms: Rooms, attacker: Attacker
) -> None:
    """It would go on with the broken one for ever, and never be understood."""
    attacker.olm.generate_one_time_keys(1)
    ((name, key),) = attacker.olm.one_time_keys.items()
    one_time = {f"signed_curve25519:{name}": attacker.signed({"key": key.to_base64()})}
    await attacker.api.call("POST", "keys", "upload", body={"one_time_keys": one_time})

    await _unknown_one_time_key(attacker)

    sent = (await _next_to_device(attacker, "m.room.encrypted"))["ciphertext"][attacker.own_curve]
    message = vodozemac.PreKeyMessage.from_base64(sent["body"])
    curve = vodozemac.Curve25519PublicKey.from_base64(attacker.curve)
    _, plain = attacker.olm.create_inbound_session(curve, message)
    assert json.loads(plain)["type"] == "m.dummy"


async def _next_to_device(attacker: Attacker, kind: str) -> dict[str, Any]:
    """The content of the next message of that kind to the attacker's device."""
    since: dict[str, str] = {}
    async with asyncio.timeout(60):
        while True:
            query = {"timeout": "5000", **since}
            raw = await attacker.api.call("GET", "sync", query=query)
            since = {"since": raw["next_batch"]}
            for event in raw.get("to_device", {}).get("events", []):
                if event["type"] == kind:
                    content: dict[str, Any] = event["content"]
                    return content


# --- the store


async def test_the_key_store_does_not_open_with_nios_own_key(rooms: Rooms) -> None:
    """nio has a key of its own that everybody knows; and nothing is left in clear beside it."""
    await rooms.stop()
    keys = rooms.directory / "keys"
    (file,) = keys.glob("*.db")
    user, device = rooms.account.user_id, json.loads(rooms.state.entries["account"])["device"]
    for known in (ClientConfig().pickle_key, "DEFAULT_KEY", ""):
        store = DefaultStore(user, device, str(keys), known)
        with pytest.raises((vodozemac.PickleException, vodozemac.LibolmPickleException)):
            store.load_account()
        store.database.close()
    ours = DefaultStore(user, device, str(keys), "a key of the tests")
    assert isinstance(ours.load_account(), OlmAccount)
    ours.database.close()
    for path in (file, *keys.glob("cross-signing-*")):
        assert b"master" not in path.read_bytes()


async def test_a_second_process_on_the_same_keys_is_refused(
    synapse: Homeserver, tmp_path: Path
) -> None:
    """Both would spend the same one-time keys, and nobody could read either of them."""
    account = synapse.register("handrail")
    keys = f'store_dir = "{tmp_path}/keys"\n'
    first = matrix_bot(tmp_path / "first", synapse.url, account, keys)
    second = matrix_bot(tmp_path / "second", synapse.url, account, keys)
    async with Member(synapse, synapse.register("ada"), tmp_path / "ada") as ada:
        try:
            await first.start()
            with pytest.raises(RuntimeError, match="another process uses the Matrix key store"):
                await second.start()
            room = await ada.open_direct(account.user_id)
            await ada.is_in(account.user_id, room)
            await ada.say(room, "help")
            await ada.wait_until(lambda: ada.read(room, account.user_id))
        finally:
            second.stop()
            first.stop()


# --- what a member reads


async def test_a_member_who_cannot_be_read_is_told_so_kindly_once(
    synapse: Homeserver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the whole core: one answer that says what to do, and the next message is answered."""
    monkeypatch.setattr(unread, "_GRACE_SECONDS", 1.0)
    bot, member = Rooms(synapse, tmp_path, synapse.register("handrail")), synapse.register("ada")
    me, adapter = bot.account.user_id, cast(Any, bot.adapter)
    database = f"sqlite:///{tmp_path / 'handrail.db'}"
    async with (
        running(database, now=datetime.now(UTC), platform=adapter, ready=False),
        Member(synapse, member, tmp_path / "ada") as ada,
    ):
        room = await ada.open_direct(me)
        await ada.is_in(me, room)
        async with Attacker(synapse.url, member, me, room) as broken:
            for _ in range(3):
                broken.group = vodozemac.GroupSession()
                await broken.send(broken.megolm(broken.message("lost")))

            def told() -> list[str]:
                return [text for text in ada.read(room, me) if "can't read" in text]

            await ada.wait_until(told)
            assert "send it once more" in told()[0]
            before = len(ada.read(room, me))
            await ada.say(room, "help")
            await ada.wait_until(lambda: len(ada.read(room, me)) > before)
            assert len(told()) == 1
            lost = [raw["sender"] for raw in ada.raw if raw["event_id"] in ada.unreadable]
            assert me not in lost
