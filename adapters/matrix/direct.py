"""Direct messages: one private room for each person, never a second one."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple
from weakref import WeakValueDictionary

import structlog

from adapters.matrix.api import Homeserver, MatrixError, UnreachableError
from adapters.matrix.room import Room
from adapters.matrix.rooms import Rooms
from bot.platform import AdapterState

log = structlog.get_logger(__name__)

_RECORD = "dm/"
_DOUBT_SECONDS = 8.0  # a homeserver goes on creating a room after the connection broke


class PersonGoneError(Exception):
    """The person left their direct messages with the bot, or never wanted them."""


class InDoubtError(Exception):
    """A room may just have been created; the next syncs tell.

    Args:
        retry_after: seconds.
    """

    retry_after = 5.0


class Record(NamedTuple):
    """Where somebody's direct messages are.

    Args:
        room: "" if there are none yet.
        left: the person went out of it: they do not want to be written to.
        active: the last day on which anything was said there, ISO, UTC; "" if the bot is out of
            it because nothing was.
        opening: the room was asked for, and the answer has not been read.
    """

    room: str
    left: bool = False
    active: str = ""
    opening: bool = False


class DirectMessages:
    """Knows whose direct messages are in which room.

    Args:
        me: the bot's own id.
        now: the bot's clock.
    """

    def __init__(
        self,
        me: str,
        homeserver: Homeserver,
        rooms: Rooms,
        state: AdapterState,
        now: Callable[[], datetime],
    ) -> None:
        self._me = me
        self._homeserver = homeserver
        self._rooms = rooms
        self._state = state
        self._now = now
        self._records: dict[str, Record] = {}
        self._opening: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._tried: dict[str, float] = {}
        self._began = asyncio.get_running_loop().time()
        self._synced = self._began
        self._unlisted: dict[str, str] = {}
        self._listing = asyncio.Lock()

    # --- what is known

    async def record_of(self, person: str) -> Record:
        """Where somebody's direct messages are."""
        if person not in self._records:
            raw = await self._state.get(_RECORD + person)
            self._records.setdefault(person, Record(**json.loads(raw)) if raw else Record(""))
        return self._records[person]

    async def record(self, person: str, room_id: str, *, left: bool = False) -> None:
        """Remember whose direct messages a room holds, and that it is in use; one write a day."""
        before = await self.record_of(person)
        record = Record(room_id, left, self._today())
        if before == record:
            return
        await self._keep(person, record)
        if not left and room_id != before.room:
            await self._list(person, room_id)

    async def note_use(self, person: str, room_id: str) -> None:
        """Something was said to somebody; only if the room is still where that happens."""
        if (await self.record_of(person))._replace(active="") == Record(room_id):
            await self.record(person, room_id)

    async def is_home_of(self, person: str, room_id: str) -> bool:
        """Whether a room is where somebody's direct messages are, and they did not leave it."""
        record = await self.record_of(person)
        return record.room == room_id and not record.left

    async def is_direct(self, room: Room, person: str) -> bool:
        """Whether nobody but this person and the bot reads along, and the room is meant so."""
        if room.present - {self._me, person} or not room.private or room.is_space:
            return False
        if self._rooms.is_listed(room.id):
            return False
        return not room.named or (await self.record_of(person)).room == room.id

    async def _keep(self, person: str, record: Record) -> None:
        self._records[person] = record
        await self._state.put({_RECORD + person: json.dumps(record._asdict()).encode()})

    def _today(self) -> str:
        return self._now().date().isoformat()

    # --- finding and opening

    async def find(self, user: str) -> Room | None:
        """The room of somebody's direct messages, if there is one that only they can read.

        Raises: PersonGoneError if they left it; MatrixError, UnreachableError.
        """
        record = await self.record_of(user)
        if record.left:
            raise PersonGoneError
        if record.room:
            return await self._still_direct(record.room, user)
        if record.opening:
            return None
        # Nothing is recorded: a new account, or one whose memory was lost.
        listed = (await self._m_direct()).get(user, [])
        for candidate in await self._rooms.joined() & set(listed) if listed else ():
            if room := await self._still_direct(candidate, user):
                await self.record(user, candidate)
                return room
        return None

    async def _still_direct(self, room_id: str, user: str) -> Room | None:
        room = await self._rooms.load_if_in(room_id)
        if room is None:
            return None
        if room.members.get(user) in ("leave", "ban"):
            await self.record(user, room_id, left=True)
            raise PersonGoneError
        return room if room.partner_of(self._me) == user else None

    async def open(self, user: str, key: str) -> Room:
        """Somebody's direct messages; created, encrypted and with an invite, if there are none.

        Raises: PersonGoneError, InDoubtError, MatrixError, UnreachableError.
        """
        async with self._opening.setdefault(user, asyncio.Lock()):
            return await self.find(user) or await self._create(user, key)

    async def _create(self, user: str, key: str) -> Room:
        """A new room. One that may have been created before, unanswered, is waited for."""
        loop, record = asyncio.get_running_loop(), await self.record_of(user)
        if record.opening:
            # `note_own` would have found it in a sync of well after that attempt.
            if self._synced < self._tried.get(user, self._began) + _DOUBT_SECONDS:
                raise InDoubtError
        else:
            await self._keep(user, record._replace(opening=True))
        try:
            room_id = await self._rooms.create(key, [user], direct=True)
        except MatrixError as error:
            if error.status < 500:  # surely there is none
                await self._keep(user, record._replace(opening=False))
            raise
        finally:
            self._tried[user] = loop.time()
        await self.record(user, room_id)
        del self._tried[user]
        return await self._rooms.load(room_id)

    def caught_up(self) -> None:
        """A sync was applied: rooms that the bot created until now are known."""
        self._synced = asyncio.get_running_loop().time()

    async def note_own(self, room: Room) -> None:
        """A sync shows a room that the bot created: remember it, if the answer was lost."""
        if self._me not in room.creators or not room.mark:
            return
        partner = room.partner_of(self._me)
        if room.named or partner is None:
            await self._rooms.note_opened(room.mark, room.id)
            return
        record = await self.record_of(partner)
        if record.opening or not record.room:
            await self.record(partner, room.id)

    # --- idle ones

    async def idle(self, days: int) -> list[tuple[str, str]]:
        """Persons and rooms in which nothing was said for that many days."""
        oldest = (self._now() - timedelta(days=days)).date().isoformat()
        found = []
        for key, raw in (await self._state.all(_RECORD)).items():
            record = Record(**json.loads(raw))
            if record.room and not record.left and record.active and record.active < oldest:
                found.append((key.removeprefix(_RECORD), record.room))
        return found

    async def leave_idle(self, person: str, room_id: str, reason: str) -> None:
        """Leave until there is something to say: then there is a new invite.

        Raises: MatrixError, UnreachableError.
        """
        async with self._opening.setdefault(person, asyncio.Lock()):
            record = await self.record_of(person)
            if record.room == room_id and not record.left:
                await self._rooms.leave(room_id, reason)
                await self._keep(person, record._replace(active=""))

    async def forget(self, person: str) -> None:
        """Leave the room shared with somebody alone, and remember nothing of them.

        Raises: MatrixError, UnreachableError.
        """
        async with self._opening.setdefault(person, asyncio.Lock()):
            record = await self.record_of(person)
            if record.room and not record.left:
                await self._rooms.leave(record.room)
            self._records.pop(person, None)
            self._tried.pop(person, None)
            async with self._listing:
                self._unlisted.pop(person, None)
                listed = await self._m_direct()
                if listed.pop(person, None) is not None:
                    path = ("user", self._me, "account_data", "m.direct")
                    await self._homeserver.call("PUT", *path, body=listed)
            await self._state.put({_RECORD + person: None})

    # --- m.direct

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

    async def _list(self, user: str, room_id: str) -> None:
        """Other clients of the account then list the room among its direct messages."""
        path = ("user", self._me, "account_data", "m.direct")
        self._unlisted[user] = room_id
        async with self._listing:
            new, self._unlisted = self._unlisted, {}
            if not new:
                return  # whoever wrote before took this one along
            try:
                listed = {**await self._m_direct(), **{user: [room] for user, room in new.items()}}
                await self._homeserver.call("PUT", *path, body=listed)
            except (MatrixError, UnreachableError) as error:
                # Our own record is the truth; this one is a courtesy.
                log.warning("matrix_m_direct_not_written", error=str(error))
