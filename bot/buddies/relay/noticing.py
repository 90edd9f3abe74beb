"""That somebody wrote in a room of two, as far as the platform tells; never what.

It stands behind the watch for crises, as whoever reads along in meetings does.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.buddies.relay.silence import wrote
from bot.newest import Newest
from bot.platform import Action, Event, Said, Sink, Undecryptable
from bot.turn import Turn
from storage import buddy_lives, buddy_pairs
from storage.database import Database
from storage.errors import StorageError

log = structlog.get_logger(__name__)

LOOK_AGAIN = 60.0  # seconds
SELDOM = timedelta(minutes=10)
"""Within that time further words of the same person are not noted again."""
_REMEMBERED = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class WroteThere(Event):
    """Somebody wrote in a room that may be a pair's."""


class Noticing:
    """Knows the rooms of pairs."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._looking = asyncio.Lock()
        self._rooms: frozenset[bytes] = frozenset()
        self._noted: Newest[tuple[bytes, str], datetime] = Newest(_REMEMBERED)

    async def look(self) -> None:
        """Read anew where pairs meet; what was read last stays in force."""
        async with self._looking:  # else who began to read earlier might be done later
            try:
                self._rooms = await self._database.read(buddy_lives.rooms)
            except StorageError as error:
                log.warning("buddy_rooms_not_refreshed", error=type(error).__name__)

    async def run(self) -> None:
        """Keep the rooms fresh until cancelled."""
        while True:
            await asyncio.sleep(LOOK_AGAIN)
            await self.look()

    def behind(self, take: Sink) -> Sink:
        """Take events after `take` has."""

        async def both(event: Event) -> None:
            await take(event)
            if self._rooms and (noticed := self._noticed(event)) is not None:
                await take(noticed)

        return both

    def _noticed(self, event: Event) -> Event | None:
        where = event.where
        if not isinstance(event, Said | Undecryptable) or event.direct or where.channel is None:
            return None  # whoever writes what cannot be read has written, too
        room = self._database.keys.index(f"{where.platform}:{where.channel}")
        who = (room, event.actor.user or "")
        last = self._noted.get(who)
        if room not in self._rooms or (last is not None and event.at < last + SELDOM):
            return None
        self._noted[who] = event.at
        return WroteThere(
            id=f"{event.id}:wrote", at=event.at, where=where, actor=event.actor, direct=False
        )


def noticed(turn: Turn) -> Sequence[Action]:
    """Note that they wrote, if the room is theirs."""
    where = turn.event.where
    pair = buddy_pairs.in_room(turn.tx, where.platform, where.channel or "")
    if pair is not None and turn.member is not None:
        person = turn.member.id
        if any(each.person == person for each in pair.partners):
            wrote(turn.tx, pair, person, turn.now)
    return []
