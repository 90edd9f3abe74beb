"""What the watch knows without asking the database: communities, their teams, watched rooms.

Read anew every few seconds while the database answers; what was read last stays in force.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import structlog

from bot.clock import Clock
from bot.crisis.watching.detectors import (
    NO_WISHES,
    Classifier,
    Detectors,
    DetectorWith,
    Terms,
    Wishes,
)
from bot.platform import Address, Event
from bot.richtext import Mention
from storage import lines, members
from storage.database import Database, Transaction
from storage.errors import StorageError
from storage.lines import Kept
from storage.members import Community

log = structlog.get_logger(__name__)

LOOK_AGAIN = 5.0  # seconds


@dataclass(frozen=True, slots=True)
class StaffRoom:
    """Where a team is alerted, and in which language."""

    address: Address
    language: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How a community wants to be watched over at this moment.

    Args:
        watching: it has a staff room, somebody on the roster and a drill passed lately. Until
            then rooms are not read, and nobody is told.
        on_duty: somebody of the team is expected to answer now.
        first: whom of them an alert calls.
        silenced: names of rules that this community does not want.
        terms: terms of its own, with their level.
    """

    watching: bool = False
    on_duty: bool = False
    first: Mention | None = None
    silenced: frozenset[str] = frozenset()
    terms: Terms = ()

    @property
    def wishes(self) -> Wishes:
        """What its detector is to be like."""
        return self.terms, self.silenced


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooms:
    """A community's rooms.

    Args:
        staff: where its team is alerted.
        watched: what is read along (platform, id).
        soft_offers: they are made for what is said in watched rooms, too.
    """

    staff: tuple[StaffRoom, ...] = ()
    watched: frozenset[tuple[str, str]] = frozenset()
    soft_offers: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """One community as the watch knows it."""

    id: int
    name: str
    language: str
    country: str | None
    zone: str
    rooms: Rooms = field(default_factory=Rooms)
    standing: Standing = field(default_factory=Standing)

    @property
    def has_help(self) -> bool:
        """Whether a person of the team is told, so that the reply may say so."""
        return bool(self.rooms.staff) and self.standing.watching and self.standing.on_duty

    def reads(self, platform: str, room: str | None) -> bool:
        """Whether what is said there, not to the bot, is looked at."""
        return self.standing.watching and (platform, room or "") in self.rooms.watched

    def is_staff_room(self, event: Event) -> bool:
        """Whether something happened in a room of its team, or in a thread there."""
        where = event.where
        return any(
            room.address.platform == where.platform
            and room.address.channel is not None
            and room.address.channel in (where.channel, event.thread_of)
            for room in self.rooms.staff
        )


StandingOf = Callable[[Transaction, int, datetime], Standing]
"""How a community stands at a moment; given by the alerts."""
RoomsOf = Callable[[Transaction, int], Rooms]
"""A community's rooms, as configured and as changed from chat."""


@dataclass(frozen=True, slots=True)
class Looking:
    """How communities are looked at: their rooms, and how they stand."""

    rooms_of: RoomsOf
    standing_of: StandingOf

    def at(self, tx: Transaction, community: Community, now: datetime) -> Watched:
        """A community as it is now."""
        return Watched(
            id=community.id,
            name=community.name,
            language=community.language,
            country=community.country,
            zone=community.zone,
            rooms=self.rooms_of(tx, community.id),
            standing=self.standing_of(tx, community.id, now),
        )

    def at_id(self, tx: Transaction, community: int | None, now: datetime) -> Watched | None:
        """A listed community by its id."""
        found = members.community(tx, community) if community is not None else None
        return self.at(tx, found, now) if found is not None else None


class Knowing:
    """The newest picture of all communities."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        looking: Looking,
        detector_with: DetectorWith,
    ) -> None:
        self._detectors = Detectors(detector_with)
        self._database = database
        self._clock = clock
        self._looking = looking
        self._by_id: Mapping[int, Watched] = {}
        self._by_space: Mapping[tuple[str, bytes], int] = {}
        self._changed = asyncio.Event()
        self._looking_now = asyncio.Lock()
        self.lines = Kept()

    async def begin(self) -> None:
        """Have the usual detector, whatever the database does, and look.

        Raises: StorageError, as `look`.
        """
        await self._detectors.prepare(())
        await self.look()

    async def look(self) -> None:
        """Read everything anew. Raises: StorageError; then the last picture stays."""
        async with self._looking_now:  # else who began to read earlier might be done later
            now = self._clock.now()
            self._by_id, self._by_space, self.lines = await self._database.read(
                lambda tx: (*self._read(tx, now), lines.kept(tx))
            )
            known = self._by_id.values()
            await self._detectors.prepare([each.standing.wishes for each in known])

    async def run(self) -> None:
        """Keep the picture fresh until cancelled."""
        while True:
            self._changed.clear()
            try:
                await self.look()
            except StorageError as error:
                log.warning("watch_not_refreshed", error=type(error).__name__)
            try:
                async with asyncio.timeout(LOOK_AGAIN):
                    await self._changed.wait()
            except TimeoutError:
                continue

    def change(self) -> None:
        """Something was changed just now, in the event loop: look at once."""
        self._changed.set()

    def of_id(self, community: int | None) -> Watched | None:
        return self._by_id.get(community) if community is not None else None

    def around(self, event: Event) -> list[Watched]:
        """The communities that an event's place, or its actor, is known to belong to."""
        spaces = [event.where.space] if event.where.space else list(event.spaces)
        platform = event.actor.platform
        found = [self._by_space.get((platform, self._index(platform, s))) for s in spaces if s]
        return [self._by_id[id] for id in dict.fromkeys(found) if id is not None]

    def listening(self, event: Event) -> Watched | None:
        """The community that has a room watched in which something was said among members."""
        for each in self.around(event):
            for room in (event.where.channel, event.thread_of):
                if room and each.reads(event.where.platform, room):
                    return each
        return None

    def detector(self, community: Watched | None) -> Classifier:
        """The detector as a community has set it up."""
        wishes = community.standing.wishes if community else NO_WISHES
        return self._detectors.with_wishes(wishes)

    def _index(self, platform: str, space: str) -> bytes:
        return self._database.keys.index(f"{platform}:{space}")

    def _read(
        self, tx: Transaction, now: datetime
    ) -> tuple[Mapping[int, Watched], Mapping[tuple[str, bytes], int]]:
        communities, spaces = members.all_communities(tx)
        by_id = {each.id: self._looking.at(tx, each, now) for each in communities}
        return by_id, {place: id for place, id in spaces.items() if id in by_id}


def configured(rooms: Mapping[int, Rooms] | Sequence[tuple[int, Rooms]]) -> RoomsOf:
    """The rooms that the settings name, by community."""
    known = dict(rooms)
    return lambda tx, community: known.get(community, Rooms())
