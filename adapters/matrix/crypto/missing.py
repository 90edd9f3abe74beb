"""Keys that did not come: mending the way to a sender's devices, and asking them again.

What a client sent through a broken Olm session is lost, and it believes that the bot has it. A
new session with an empty message in it makes that client hand over its room key anew with its
next message; a request may bring the old key, too, so that nothing has to be repeated. In the
same way a client tells the bot that it lost what the bot sent.

Source: spec, "Recovering from undecryptable messages" and "Key requests".
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

import structlog
from nio import ToDeviceMessage
from nio.crypto import Olm

log = structlog.get_logger(__name__)

_ALGORITHM = "m.megolm.v1.aes-sha2"
_NEW_SESSION_EVERY = 3600.0  # seconds for one device: each costs it a one-time key
_DEVICES_AT_MOST = 20
_KEPT = 1000


@dataclass(frozen=True, slots=True)
class Wanted:
    """A room key that a message needs.

    Args:
        device: the sender's, if the message says which; clients need not any more.
    """

    session: str
    room: str
    sender: str
    device: str
    sender_key: str

    @property
    def asked_of(self) -> tuple[str, str, str]:
        return self.sender, self.room, self.session


class MissingKeys:
    """Asks senders for keys, and takes what they answer."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._to_ask: list[Wanted] = []
        self._asked: OrderedDict[tuple[str, str, str], None] = OrderedDict()
        self._renewed: OrderedDict[tuple[str, str], float] = OrderedDict()
        olm = client.olm
        # nio asks in its own way, only sometimes, and then takes no answers from other people.
        olm.check_if_wedged = lambda _: None
        olm._handle_forwarded_room_key_event = self._take
        self._accept_session = olm._create_inbound_session
        olm._create_inbound_session = self._begun_anew

    def want(self, room_id: str, raw: dict[str, Any]) -> None:
        """A message cannot be read: its key is asked for with the next `ask`."""
        content = raw.get("content", {})
        named = [content.get(name) for name in ("session_id", "device_id", "sender_key")]
        session, device, key = (name if isinstance(name, str) else "" for name in named)
        wanted = Wanted(session, room_id, str(raw.get("sender")), device, key)
        if session and wanted.asked_of not in self._asked and len(self._to_ask) < _KEPT:
            self._to_ask.append(wanted)

    async def ask(self) -> None:
        """Open new sessions where that may help, and send the requests."""
        wanted, self._to_ask = self._to_ask, []
        if not wanted:
            return
        client, olm = self._client, self._client.olm
        for key in wanted:
            if not self._devices(key) or key.device not in olm.device_store[key.sender]:
                olm.users_for_key_query.add(key.sender)
        if client.should_query_keys:
            await client.keys_query()
        for key in wanted:
            for device in self._devices(key):
                if self._may_renew(key.sender, device.id) and device not in olm.wedged_devices:
                    olm.wedged_devices.append(device)
                olm.outgoing_to_device_messages.append(self._request(key, device.id))
            self._asked[key.asked_of] = None
        while len(self._asked) > _KEPT:
            self._asked.popitem(last=False)
        log.info("matrix_keys_asked", count=len(wanted))

    def _devices(self, key: Wanted) -> list[Any]:
        """The devices that may have made a key."""
        devices = list(self._client.olm.device_store.active_user_devices(key.sender))
        named = [device for device in devices if device.id == key.device]
        return (named or devices)[:_DEVICES_AT_MOST]

    def _may_renew(self, user: str, device: str) -> bool:
        now = asyncio.get_running_loop().time()
        if now - self._renewed.get((user, device), -_NEW_SESSION_EVERY) < _NEW_SESSION_EVERY:
            return False
        self._renewed[user, device] = now
        while len(self._renewed) > _KEPT:
            self._renewed.popitem(last=False)
        return True

    def _request(self, key: Wanted, device: str) -> Any:
        body = {"algorithm": _ALGORITHM, "room_id": key.room, "session_id": key.session}
        content = {
            "action": "request",
            "body": {**body, "sender_key": key.sender_key} if key.sender_key else body,
            "request_id": key.session,
            "requesting_device_id": self._client.device_id,
        }
        return ToDeviceMessage("m.room_key_request", key.sender, device, content)

    def _take(self, sender: str, sender_key: str, payload: dict[str, Any]) -> None:
        """A key that was asked for, from the device that made it; no others are taken."""
        content, olm = payload["content"], self._client.olm
        room, session_id = content["room_id"], content["session_id"]
        if (
            (sender, room, session_id) not in self._asked
            or content["algorithm"] != _ALGORITHM
            or content["sender_key"] != sender_key
            or content.get("forwarding_curve25519_key_chain")
        ):
            return
        session = Olm._import_group_session(
            content["session_key"], payload["keys"]["ed25519"], sender_key, room, [sender_key]
        )
        if session is None or session.id != session_id:
            return
        if olm.inbound_group_store.add(session):
            olm.save_inbound_group_session(session)
            log.info("matrix_key_came")

    def _begun_anew(self, sender: str, sender_key: str, message: Any) -> Any:
        """A device opens a session.

        If it has keys of ours, it may not have been able to read them: what comes next goes out
        under new ones.
        """
        session = self._accept_session(sender, sender_key, message)
        client = self._client
        device = client.device_store.device_from_sender_key(sender, sender_key)
        for room_id, sending in list(client.olm.outbound_group_sessions.items()):
            if device and (sender, device.id) in sending.users_shared_with:
                client.invalidate_outbound_session(room_id)
        return session
