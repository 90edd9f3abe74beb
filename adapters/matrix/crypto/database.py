"""nio's key store, opened in a time and a memory that do not grow with the years.

Every member's client makes a new key for each room about once a week, and so does the bot. nio
0.26 would load all of them at the start (0.2 ms and 3 KB each), ask for each device's keys apart,
and compare every device with all others.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from nio.crypto import DeviceStore, InboundGroupSession, OlmDevice
from nio.store import DefaultStore, DeviceKeys, Keys, MegolmInboundSessions
from nio.store.database import use_database

from bot.newest import Newest

_KEPT = 2000


class KeyStore(DefaultStore):  # type: ignore[misc] # nio has no types
    """The keys of one device, in SQLite."""

    def load_inbound_group_sessions(self) -> RoomKeys:
        return RoomKeys(self)

    @use_database  # type: ignore[untyped-decorator]
    def load_device_keys(self) -> DeviceStore:
        """All known devices. Nobody's are ever verified here, so none have a trust of their own."""
        devices = Devices()
        rows = (
            DeviceKeys.select(
                DeviceKeys.user_id,
                DeviceKeys.device_id,
                DeviceKeys.display_name,
                DeviceKeys.deleted,
                Keys.key_type,
                Keys.key,
            )
            .join(Keys)
            .where(DeviceKeys.account == self._get_account())
            .order_by(DeviceKeys.id)
            .tuples()
        )
        for (user, device, name, deleted), keys in groupby(rows, lambda row: row[:4]):
            named = {kind: key for *_, kind, key in keys}
            devices.add(OlmDevice(user, device, named, display_name=name, deleted=deleted))
        return devices

    @use_database  # type: ignore[untyped-decorator]
    def room_key(self, session_id: str) -> InboundGroupSession | None:
        """One room key by its session's id."""
        row = MegolmInboundSessions.get_or_none(MegolmInboundSessions.session_id == session_id)
        return self._opened(row) if row else None

    @use_database  # type: ignore[untyped-decorator]
    def room_keys(self) -> list[InboundGroupSession]:
        return [self._opened(row) for row in MegolmInboundSessions.select()]

    def _opened(self, row: Any) -> InboundGroupSession:
        return InboundGroupSession.from_pickle(
            row.session,
            row.fp_key,
            row.sender_key,
            row.room_id,
            self.pickle_key,
            [chain.sender_key for chain in row.forwarded_chains],
        )


class Devices(DeviceStore):  # type: ignore[misc]
    """The devices of everybody whom the bot has met."""

    def add(self, device: OlmDevice) -> bool:
        of_person = self._entries[device.user_id]
        if of_person.get(device.id) == device:
            return False
        of_person[device.id] = device
        return True


class RoomKeys:
    """The keys that room messages are read with; those used last are kept in memory.

    Stands in for nio's `GroupSessionStore`. Whoever adds one saves it too; reading a message does
    not change what is saved.
    """

    def __init__(self, store: KeyStore, kept: int = _KEPT) -> None:
        self._store = store
        # By room and session, then by the device that handed it over.
        self._recent: Newest[tuple[str, str], dict[str, InboundGroupSession]] = Newest(kept)

    def add(self, session: InboundGroupSession) -> bool:
        """Returns: True; a key that comes again takes the place of the old one."""
        keys = self._keys(session.room_id, session.id)
        self._recent[session.room_id, session.id] = {**keys, session.sender_key: session}
        return True

    def get(self, room_id: str, sender_key: str, session_id: str) -> InboundGroupSession | None:
        return self._keys(room_id, session_id).get(sender_key)

    def find(self, room_id: str, session_id: str) -> InboundGroupSession | None:
        """A key, whichever device handed it over."""
        return next(iter(self._keys(room_id, session_id).values()), None)

    def __iter__(self) -> Iterator[InboundGroupSession]:
        return iter(self._store.room_keys())

    def _keys(self, room_id: str, session_id: str) -> dict[str, InboundGroupSession]:
        keys = self._recent.get((room_id, session_id))
        if keys is None:
            saved = self._store.room_key(session_id)
            if saved is None or saved.room_id != room_id:
                return {}
            keys = {saved.sender_key: saved}
        self._recent[room_id, session_id] = keys
        return keys
