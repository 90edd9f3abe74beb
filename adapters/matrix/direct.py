"""Direct messages: one private room for each person, never a second one."""

from __future__ import annotations

import asyncio
import json
from typing import NamedTuple
from weakref import WeakValueDictionary

import structlog

from adapters.matrix.api import Homeserver, MatrixError, UnreachableError
from adapters.matrix.room import Room
from adapters.matrix.rooms import Rooms
from bot.platform import AdapterState

log = structlog.get_logger(__name__)


class PersonGoneError(Exception):
    """The person left their direct messages with the bot, or never wanted them."""


class Record(NamedTuple):
    """Where somebody's direct messages are.

    Args:
        room: "" if there are none yet.
        left: the person went out of it: they do not want to be written to.
    """

    room: str
    left: bool = False


class DirectMessages:
    """Knows whose direct messages are in which room.

    Args:
        me: the bot's own id.
    """

    def __init__(self, me: str, homeserver: Homeserver, rooms: Rooms, state: AdapterState) -> None:
        self._me = me
        self._homeserver = homeserver
        self._rooms = rooms
        self._state = state
        self._records: dict[str, Record] = {}
        self._opening: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._writing_m_direct = asyncio.Lock()

    async def record_of(self, person: str) -> Record:
        """Where somebody's direct messages are."""
        if person not in self._records:
            raw = await self._state.get(f"dm/{person}")
            self._records.setdefault(person, Record(**json.loads(raw)) if raw else Record(""))
        return self._records[person]

    async def record(self, person: str, room_id: str, *, left: bool = False) -> None:
        """Remember whose direct messages a room holds; `m.direct` follows."""
        record = Record(room_id, left)
        if await self.record_of(person) == record:
            return
        self._records[person] = record
        await self._state.put({f"dm/{person}": json.dumps(record._asdict()).encode()})
        if not left:
            await self._write_m_direct(person, room_id)

    async def is_direct(self, room: Room, person: str) -> bool:
        """Whether nobody but this person and the bot reads along, and the room is meant so."""
        if room.present - {self._me, person} or not room.private or room.is_space:
            return False
        if self._rooms.is_listed(room.id):
            return False
        return not room.named or (await self.record_of(person)).room == room.id

    async def find(self, user: str) -> Room | None:
        """The room of somebody's direct messages, if there is one that only they can read.

        Raises: PersonGoneError if they left it; MatrixError, UnreachableError.
        """
        room_id, left = await self.record_of(user)
        if left:
            raise PersonGoneError
        if room_id:
            return await self._still_direct(room_id, user)
        # Nothing is recorded: a new account, or one whose memory was lost.
        listed = (await self._m_direct()).get(user, [])
        for candidate in await self._rooms.joined() & set(listed) if listed else ():
            if room := await self._still_direct(candidate, user):
                await self.record(user, candidate)
                return room
        return None

    async def _still_direct(self, room_id: str, user: str) -> Room | None:
        try:
            room = await self._rooms.load(room_id)
        except MatrixError as error:
            if error.status in (403, 404):
                return None  # the bot is out of it
            raise
        if room.members.get(user) in ("leave", "ban"):
            await self.record(user, room_id, left=True)
            raise PersonGoneError
        return room if room.partner_of(self._me) == user else None

    async def open(self, user: str, key: str) -> Room:
        """Somebody's direct messages; created, encrypted and with an invite, if there are none.

        Raises: PersonGoneError, MatrixError, UnreachableError.
        """
        async with self._opening.setdefault(user, asyncio.Lock()):
            room = await self.find(user)
            if room is None:
                room_id = await self._rooms.create(key, [user], direct=True)
                await self.record(user, room_id)
                room = await self._rooms.load(room_id)
            return room

    async def note_own(self, room: Room) -> None:
        """A sync shows a room that the bot created: remember it, if the answer was lost."""
        if self._me not in room.creators or not room.mark:
            return
        partner = room.partner_of(self._me)
        if room.named or partner is None:
            await self._rooms.note_opened(room.mark, room.id)
        elif not (await self.record_of(partner)).room:
            await self.record(partner, room.id)

    async def _m_direct(self) -> dict[str, list[str]]:
        try:
            answer = await self._homeserver.call(
                "GET", "user", self._me, "account_data", "m.direct"
            )
        except MatrixError as error:
            if error.status == 404:
                return {}
            raise
        return {user: rooms for user, rooms in answer.items() if isinstance(rooms, list)}

    async def _write_m_direct(self, user: str, room_id: str) -> None:
        """Other clients of the account then list the room among its direct messages."""
        path = ("user", self._me, "account_data", "m.direct")
        async with self._writing_m_direct:
            try:
                listed = await self._m_direct()
                await self._homeserver.call("PUT", *path, body={**listed, user: [room_id]})
            except (MatrixError, UnreachableError) as error:
                # Our own record is the truth; this one is a courtesy.
                log.warning("matrix_m_direct_not_written", error=str(error))
