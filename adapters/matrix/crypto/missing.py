"""Keys that did not come: mending the way to a sender's devices, and asking them again.

What a client sent through a broken Olm session is lost, and it believes that the bot has it. A
new session with an empty message in it makes that client hand over its room key anew with its
next message; a request may bring the old key, too, so that nothing has to be repeated. In the
same way a client tells the bot that it lost what the bot sent.

Source: spec, "Recovering from undecryptable messages" and "Key requests".
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

import structlog
from nio import ToDeviceMessage
from nio.crypto import Olm

from bot.newest import Newest

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
    """Mends the ways to people's devices, asks senders for keys, and takes what they answer."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._wanted: list[Wanted] = []
        self._broken: set[tuple[str, str]] = set()
        self._asked: Newest[tuple[str, str, str], None] = Newest(_KEPT)
        self._renewed: Newest[tuple[str, str], float] = Newest(_KEPT)
        olm = client.olm
        # nio asks in its own way, only sometimes, and then takes no answers from other people; it
        # leaves a device alone for an hour, and one that it does not know for ever.
        olm.check_if_wedged = lambda _: None
        olm._mark_device_for_unwedging = self._note_broken
        olm._handle_forwarded_room_key_event = self._take
        self._decrypt_by_nio = olm.decrypt
        olm.decrypt = self._decrypt

    def want(self, room_id: str, raw: dict[str, Any]) -> None:
        """A message cannot be read: its key is asked for with the next `mend`."""
        content = raw.get("content")
        if not isinstance(content, dict):
            return
        named = [content.get(name) for name in ("session_id", "device_id", "sender_key")]
        session, device, key = (name if isinstance(name, str) else "" for name in named)
        wanted = Wanted(session, room_id, str(raw.get("sender")), device, key)
        if session and wanted.asked_of not in self._asked and len(self._wanted) < _KEPT:
            self._wanted.append(wanted)

    async def mend(self) -> None:
        """Open new sessions where old ones broke, and ask for keys.

        First a device learns of its new session, then it is asked: it would send its answer
        through the old one.
        """
        wanted, self._wanted = self._wanted, []
        broken, self._broken = self._broken, set()
        client, olm = self._client, self._client.olm
        find = client.device_store.device_from_sender_key
        for key in wanted:
            if key.device not in olm.device_store[key.sender]:
                olm.users_for_key_query.add(key.sender)
        olm.users_for_key_query |= {user for user, curve in broken if not find(user, curve)}
        if client.should_query_keys:
            await client.keys_query()
        devices = [find(user, curve) for user, curve in broken]
        for key in wanted:
            devices += self._devices(key)
        for device in devices:
            if device and self._may_renew(device.user_id, device.id):
                olm.wedged_devices.append(device)
        await self.open_sessions()
        for key in wanted:
            for device in self._devices(key):
                olm.outgoing_to_device_messages.append(self._request(key, device.id))
            self._asked[key.asked_of] = None
        if wanted or broken:
            await client.send_to_device_messages()
            log.info("matrix_keys_asked", count=len(wanted), failures=len(broken))

    async def open_sessions(self) -> None:
        """New sessions with the devices that need one; each gets an empty message through it."""
        client = self._client
        if client.should_claim_keys:
            await client.keys_claim(client.get_users_for_key_claiming())
            # A device that has no usable key now would be asked for one after every sync.
            client.olm.wedged_devices.clear()
            client.olm.key_request_devices_no_session.clear()
        await client.send_to_device_messages()

    def _note_broken(self, sender: str, sender_key: str) -> None:
        """A message to the device could not be read: its session is of no use any more."""
        if len(self._broken) < _KEPT:
            self._broken.add((sender, sender_key))

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

    def _decrypt(self, sender: str, sender_key: str, message: Any) -> Any:
        """A message to the device, perhaps the first one of a session."""
        sessions = self._client.olm.session_store
        before = len(sessions[sender_key])
        try:
            opened = self._decrypt_by_nio(sender, sender_key, message)
        except Exception:
            self._note_broken(sender, sender_key)  # made with a one-time key that is gone
            raise
        if len(sessions[sender_key]) > before:
            self._hand_out_new_keys(sender, sender_key)
        return opened

    def _hand_out_new_keys(self, user: str, device_key: str) -> None:
        """A device began anew. If it has keys of ours, it may not have been able to read them."""
        client = self._client
        device = client.device_store.device_from_sender_key(user, device_key)
        for room_id, sending in list(client.olm.outbound_group_sessions.items()):
            if device and (user, device.id) in sending.users_shared_with:
                client.invalidate_outbound_session(room_id)
