"""The keys of the bot's device: decrypting, encrypting, and what keeps both going.

nio 0.26 has no fallback key, and leaves a room blocked for ever if handing out its key raises
once; both are mended here, what malformed events do to it in `guarded`.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from weakref import WeakValueDictionary

import structlog
from nio import (
    Api,
    AsyncClientConfig,
    Event,
    MatrixRoom,
    MegolmEvent,
    RoomMemberEvent,
)
from nio.crypto.attachments import encrypt_attachment

from adapters.matrix.api import Homeserver, UnreachableError
from adapters.matrix.crypto import store
from adapters.matrix.crypto.database import KeyStore
from adapters.matrix.crypto.device import database_of, store_does_not_open
from adapters.matrix.crypto.guarded import GuardedClient, parsed_sync
from adapters.matrix.crypto.missing import MissingKeys
from adapters.matrix.crypto.seeds import Seeds

log = structlog.get_logger(__name__)

_SHARING_SECONDS = 30
_SYNC_SECONDS = 60
_FALLBACK_KEY_TYPE = "signed_curve25519"
_MESSAGES_ONLY = '{"presence":{"types":[]},"account_data":{"types":[]},"room":{"rooms":[]}}'


class Crypto:
    """The keys of one device: what comes in is decrypted, what goes out encrypted.

    Args:
        directory: the key store, already locked.
        key: encrypts the key store; never nio's default.
    """

    def __init__(self, homeserver: Homeserver, directory: Path, key: str) -> None:
        if not key:
            raise ValueError("the key store needs a key")
        self._homeserver = homeserver
        self._directory = directory
        self._key = key
        self._client: Any = None
        self._missing: Any = None
        self._sharing: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        # nio's and peewee's own log lines name people, rooms and statements.
        for name in ("nio", "peewee"):
            logging.getLogger(name).setLevel(logging.CRITICAL)

    def holds(self, user_id: str, device_id: str) -> bool:
        """Whether the keys of that device are here."""
        return database_of(self._directory, user_id, device_id).exists()

    def open(self, user_id: str, device_id: str) -> None:
        """Load the keys of a device, or make them. Raises: AdapterStopped if the key is wrong."""
        config = AsyncClientConfig(
            store=KeyStore,
            pickle_key=self._key,
            store_sync_tokens=False,
            max_limit_exceeded=0,
            max_timeouts=0,
            request_timeout=_SHARING_SECONDS,
        )
        client = GuardedClient(
            self._homeserver.url, user_id, device_id, str(self._directory), config
        )
        try:
            client.restore_login(user_id, device_id, self._homeserver.token)
        except Exception as error:
            raise store_does_not_open(error) from error
        store.keep_private(self._directory)
        self._client, self._missing = client, MissingKeys(client)

    @property
    def user_id(self) -> str:
        return str(self._client.user_id)

    @property
    def device_id(self) -> str:
        return str(self._client.device_id)

    @property
    def device_key(self) -> str:
        """The device's own ed25519 key."""
        return str(self._client.olm.account.identity_keys["ed25519"])

    @property
    def seeds(self) -> Seeds:
        """The account's cross-signing keys."""
        return Seeds(self._directory, self.user_id, self._key)

    def sign(self, signed: Mapping[str, Any]) -> str:
        """The device's signature of an object without its `signatures`."""
        return str(self._client.olm.account.sign(Api.to_canonical_json(signed)))

    def renew_login(self) -> None:
        """The account was logged in anew: the server may have dropped the device's keys."""
        self._client.access_token = self._homeserver.token
        self._client.olm.account.shared = False

    async def close(self) -> None:
        if self._client is not None:
            await self._client.close()
            if self._client.store is not None:
                self._client.store.database.close()
            self._client = None

    # --- coming in

    async def take(self, raw: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
        """Take in a sync: keys, devices, members.

        Returns: the timeline of each joined room, decrypted where that was possible; what was
            not is still of type `m.room.encrypted`.
        """
        response = parsed_sync(raw)
        self._client.next_batch = ""  # nio passes over a sync that it takes for a repeated one
        complete = True
        try:
            await self._client.receive_response(response)
        except Exception as error:
            complete = False
            log.error("matrix_sync_incomplete", error=type(error).__name__)
        timelines = {}
        for room_id, joined in response.rooms.join.items():
            timelines[room_id] = [_source(event) for event in joined.timeline.events]
            sent = raw["rooms"]["join"][room_id]
            events = [*_events(sent.get("state")), *_events(sent.get("timeline"))]
            self._note_encryption(room_id, events)
            whole = any(event.get("type") == "m.room.create" for event in events)
            if complete and whole and room_id in self._client.rooms:
                self._client.rooms[room_id].members_synced = True
        return timelines

    def decrypted(self, room_id: str, raw: dict[str, Any]) -> dict[str, Any] | None:
        """One event, tried again or found in history; None if there is no key for it."""
        try:
            event = Event.parse_event(self._with_sender_key(room_id, raw))
            if not isinstance(event, MegolmEvent):
                return None
            event.room_id = room_id
            opened = self._client.decrypt_event(event)
        except Exception:
            return None
        return _source(opened) if getattr(opened, "decrypted", False) else None

    def _with_sender_key(self, room_id: str, raw: dict[str, Any]) -> dict[str, Any]:
        """The event with the key by which nio finds a session; clients need not send it any more.

        Source: spec, `m.room.encrypted`: `sender_key` and `device_id` are deprecated.
        """
        content = raw["content"]
        if "sender_key" in content and "device_id" in content:
            return raw
        session = self._client.olm.inbound_group_store.find(room_id, content.get("session_id"))
        if session is None:
            return raw
        named = {"device_id": "", **content, "sender_key": session.sender_key}
        return {**raw, "content": named}

    def want_key(self, room_id: str, raw: dict[str, Any]) -> None:
        """A message's key did not come: the next `keep_up` asks its sender for it."""
        self._missing.want(room_id, raw)

    async def keep_up(self, unused_fallback_keys: list[str] | None) -> None:
        """What a sync leaves to do: upload keys, ask for devices, open sessions, answer requests.

        Args:
            unused_fallback_keys: the kinds that the homeserver still holds; None if it did not
                say.
        """
        client = self._client
        steps: list[Callable[[], Any]] = []
        if client.should_upload_keys:
            steps.append(client.keys_upload)
        if unused_fallback_keys is not None and _FALLBACK_KEY_TYPE not in unused_fallback_keys:
            steps.append(self._upload_fallback_key)
        if client.should_query_keys:
            steps.append(client.keys_query)
        steps.append(self._missing.mend)
        for step in steps:
            try:
                async with asyncio.timeout(_SHARING_SECONDS):
                    await step()
            except Exception as error:
                log.warning("matrix_keys_step", error=type(error).__name__)

    async def make_up_for_restore(self, since: str | None) -> str | None:
        """After a restore, agree anew with everybody who knows more of this device than it does.

        Messages to the device that are still to be had are taken in. One-time keys that were
        uploaded after the backup are used up, since nobody could be understood through them. Each
        known device gets a new session: what the backup holds of the old ones would repeat
        itself, and their owners hand over their room keys anew.

        Args:
            since: the token of the last sync that was applied.

        Returns: the token up to which messages to the device were taken in; None if nothing was
            restored.

        Raises: MatrixError, UnreachableError: to be done at the next start.
        """
        mark = self._directory / store.RESTORED
        if not mark.exists():
            return None
        client, olm = self._client, self._client.olm
        users = {device.user_id for device in client.device_store}
        senders, since = await self._take_messages(since)
        users |= senders
        users.discard(client.user_id)
        used = 0
        while await self._use_up_a_key():
            used += 1
        olm.uploaded_key_count = 0
        await client.keys_upload()
        await self._upload_fallback_key()
        if users:
            olm.users_for_key_query |= users
            await client.keys_query()
        olm.wedged_devices[:] = [
            device for user in users for device in client.device_store.active_user_devices(user)
        ]
        await self._missing.open_sessions()
        mark.unlink()
        log.info("matrix_keys_restored", count=len(users), size=used)
        return since

    async def _take_messages(self, since: str | None) -> tuple[set[str], str]:
        """Take in what was sent to the device, without the rooms.

        Returns: who sent it, and the token of the end.
        """
        senders: set[str] = set()
        query = {"filter": _MESSAGES_ONLY, "timeout": "0"}
        while True:
            begun = {"since": since} if since else {}
            raw = await self._homeserver.call(
                "GET", "sync", query=query | begun, seconds=_SYNC_SECONDS
            )
            since = str(raw["next_batch"])
            messages = raw.get("to_device", {}).get("events", [])
            if not messages:
                return senders, since
            await self.take({**raw, "rooms": {}})
            senders |= {str(message.get("sender")) for message in messages}

    async def _use_up_a_key(self) -> bool:
        """Take one of the device's own one-time keys; False if none are left."""
        user, device = self.user_id, self.device_id
        body = {"one_time_keys": {user: {device: _FALLBACK_KEY_TYPE}}}
        answer = await self._homeserver.call("POST", "keys", "claim", body=body)
        found = answer.get("one_time_keys", {}).get(user, {}).get(device, {})
        return any(not key.get("fallback") for key in found.values())

    async def _upload_fallback_key(self) -> None:
        """One key that is handed out while all one-time keys are used up.

        Source: spec, "One-time and fallback keys".
        """
        olm = self._client.olm
        account = olm.account._account
        if not account.fallback_key:  # else one is left that could not be uploaded
            account.generate_fallback_key()
        key_id, key = next(iter(account.fallback_key.items()))
        signed: dict[str, Any] = {"key": key.to_base64(), "fallback": True}
        signed["signatures"] = {
            self.user_id: {f"ed25519:{self.device_id}": self.sign(signed)},
        }
        olm.save_account()
        await self._homeserver.call(
            "POST",
            "keys",
            "upload",
            body={"fallback_keys": {f"{_FALLBACK_KEY_TYPE}:{key_id}": signed}},
        )
        olm.mark_keys_as_published()
        olm.save_account()

    # --- going out

    def know_room(self, room_id: str, state: list[dict[str, Any]]) -> None:
        """Take in the whole state of a room: who its key is for, and whether it is encrypted."""
        client = self._client
        room = client.rooms.get(room_id)
        if room is None:
            room = client.rooms[room_id] = MatrixRoom(room_id, client.user_id)
        for raw in state:
            try:
                event = Event.parse_event(raw)
                if isinstance(event, RoomMemberEvent):
                    room.handle_membership(event)
                else:
                    room.handle_event(event)
            except Exception as error:
                log.warning("matrix_event_dropped", step="state", error=type(error).__name__)
        room.members_synced = True
        self._note_encryption(room_id, state)
        if room.encrypted:
            client.olm.update_tracked_users(room)

    def _note_encryption(self, room_id: str, state: list[dict[str, Any]]) -> None:
        """A room that was encrypted once stays so, in whatever way its state was written."""
        client = self._client
        if any(e.get("type") == "m.room.encryption" and "state_key" in e for e in state):
            client.encrypted_rooms.add(room_id)
            client.store.save_encrypted_rooms({room_id})
        if room_id in client.encrypted_rooms and room_id in client.rooms:
            client.rooms[room_id].encrypted = True

    def forget_room(self, room_id: str) -> None:
        """Let go of a room until `know_room`; its key is handed out anew then, too."""
        room, olm = self._client.rooms.pop(room_id, None), self._client.olm
        olm.outbound_group_sessions.pop(room_id, None)
        if room is not None:
            # nio notes changed devices only of people in rooms that it knows: ask again later.
            olm.tracked_users.difference_update(room.users)

    def is_encrypted(self, room_id: str) -> bool:
        """Whether a room is encrypted.

        Raises: UnreachableError if the room is not known by now; it is to be loaded again.
        """
        room = self._client.rooms.get(room_id)
        # A sync alone makes a room without members, whom the key would never reach.
        if room is None or not room.members_synced:
            raise UnreachableError("room_not_known", sent=False)
        return bool(room.encrypted)

    async def encrypted(
        self, room_id: str, kind: str, content: dict[str, Any]
    ) -> tuple[str, dict[str, Any]]:
        """An event of a room that is known, as it goes out: encrypted, if the room is.

        Every device of everybody who is in the room or invited gets the key, verified or not:
        people write to a bot from wherever they are.

        Raises: UnreachableError if the keys could not be handed out in time, or the room is not
            known by now.
        """
        client = self._client
        if not self.is_encrypted(room_id):
            return kind, content
        async with self._sharing.setdefault(room_id, asyncio.Lock()):
            try:
                async with asyncio.timeout(_SHARING_SECONDS):
                    await self._share_key(room_id)
            except Exception as error:
                # Once handed out in part it cannot be told to whom: begin anew.
                client.olm.outbound_group_sessions.pop(room_id, None)
                raise UnreachableError(type(error).__name__, sent=False) from error
            return client.encrypt(room_id, kind, content)  # type: ignore[no-any-return]

    async def _share_key(self, room_id: str) -> None:
        client = self._client
        if client.should_query_keys:
            await client.keys_query()
        if client.olm.should_share_group_session(room_id):
            # nio leaves its mark behind if an earlier attempt raised, and would then wait for it.
            client.sharing_session.pop(room_id, None)
            shared = await client.share_group_session(room_id, ignore_unverified_devices=True)
            # nio calls it shared even where handing the key over went wrong.
            missed = self._reachable_devices(room_id) - shared.users_shared_with
            if missed:
                raise UnreachableError(f"{len(missed)} devices got no key", sent=False)

    def _reachable_devices(self, room_id: str) -> set[tuple[str, str]]:
        """The devices in a room that there is a session with."""
        client = self._client
        return {
            (user_id, device.id)
            for user_id in client.rooms[room_id].users
            for device in client.device_store.active_user_devices(user_id)
            if device.id != client.device_id and client.olm.session_store.get(device.curve25519)
        }

    def encrypted_file(self, data: bytes) -> tuple[bytes, dict[str, Any]]:
        """A file as it is uploaded, and what its reader needs.

        Source: spec, "Sending encrypted attachments".
        """
        ciphertext, keys = encrypt_attachment(data)
        return ciphertext, keys


def _events(part: Any) -> list[dict[str, Any]]:
    listed = part.get("events", []) if isinstance(part, dict) else []
    return [event for event in listed if isinstance(event, dict)]


def _source(event: Any) -> dict[str, Any]:
    """An event as the homeserver sent it, or as it was decrypted."""
    source: dict[str, Any] = event.source if isinstance(event.source, dict) else {}
    if getattr(event, "decrypted", False):
        # State is never encrypted: what pretends to be state in here was not checked by anybody.
        return {key: value for key, value in source.items() if key != "state_key"}
    return source
