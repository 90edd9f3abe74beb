"""The whole core around a platform in memory, for tests through the front door."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from adapters.memory import MemoryAdapter
from bot.checkins.dates.offers import Offers, no_offers
from bot.checkins.where import NO_ROOMS, CheckInRooms
from bot.clock import ManualClock
from bot.communities.effective import Effective
from bot.core import Core
from bot.crisis.watching.detectors import DetectorWith
from bot.crisis.watching.knowing import RoomsOf
from bot.drawing.wishes import Draws
from bot.features import NO_TEAMS, Around, wired
from bot.listeners import Listeners
from bot.meetings.telling.mirroring import Mirrors, no_mirrors
from bot.metrics import Metrics
from bot.moderation.staff import StaffRoom
from bot.moderation.status import Health, HealthOf
from bot.platform import Adapter
from storage.database import Database, open_database
from storage.encryption import MasterKey
from tests.support.databases import with_tables
from tests.support.detectors import shared_detector
from tests.support.texts import own_directory, own_places, own_texts

MONDAY_NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
JOINING = {"hour": "9:00", "place": "Berlin"}


class World:
    """A running core, its one platform, and a clock that stands still until moved."""

    def __init__(
        self,
        core: Core,
        platform: MemoryAdapter,
        clock: ManualClock,
        db: Database,
        ended: asyncio.Task[None],
        watch: Listeners,
    ) -> None:
        self.core = core
        self.platform = platform
        self.clock = clock
        self.database = db
        self.ended = ended
        self.watch = watch

    async def join(self, user: str, **answers: str) -> None:
        """A person signs up, as on a platform with forms."""
        await self.platform.say(user, "start")
        await self.platform.fill(user, "join", "join", JOINING | answers)
        await self.platform.press(user, "yes")

    async def move_to(self, moment: datetime) -> None:
        """Move the clock on, and let everything that is due be planned and sent."""
        self.clock.move_to(moment)
        await self.core.look_again()
        await self.settle()

    async def move_by(self, **span: Any) -> None:
        await self.move_to(self.clock.now() + timedelta(**span))

    async def settle(self) -> None:
        """Wait until nothing is left to be sent now."""
        await self.core.settled()

    def last(self, user: str) -> str:
        """The newest message a person sees."""
        return self.platform.read(user)[-1]


@asynccontextmanager
async def running(
    url: str,
    *,
    now: datetime = MONDAY_NOON,
    platform: MemoryAdapter | None = None,
    master: MasterKey | None = None,
    pause: float = 1.0,
    ready: bool = True,
    staff_rooms: Sequence[StaffRoom] = (),
    checkin_rooms: CheckInRooms = NO_ROOMS,
    rooms_of: RoomsOf = NO_TEAMS,
    detector_with: DetectorWith = shared_detector,
    pages_of: Mapping[int, int] | None = None,
    pager: Adapter | None = None,
    mirrors: Mirrors = no_mirrors,
    effective: Effective | None = None,
    open_to_all: bool = False,
    calendar_base: str | None = None,
    date_offers: Offers = no_offers,
    drawing: Draws | None = None,
    health: HealthOf = Health,
    checkpoint: Callable[[str], None] = lambda name: None,
) -> AsyncIterator[World]:
    """A core that runs until the block ends.

    Args:
        pause: seconds until a fallen adapter is started again.
        ready: wait until the platform is connected.
        rooms_of: where teams are alerted, and what is read along.
        detector_with: what says how grave a message is.
        pages_of: how many pagers a community has; pager: what sends to them.
        mirrors: where meetings are shown as the platform's own events.
        effective: what counts for communities; open_to_all: any may use this bot.
        calendar_base: where members reach the web server.
        date_offers: what communities offer around milestones.
        drawing: what draws pictures; without it none are promised.
        health: what teams are told of the running bot.
    """
    clock = ManualClock(now)
    adapter = platform or MemoryAdapter()
    adapter.now = clock.now
    master = master or MasterKey.from_base64("A" * 43 + "=")
    database = open_database(with_tables(url, master), master)
    texts = own_texts()
    around = Around(
        texts=texts,
        staff_rooms=lambda tx: staff_rooms,
        places=own_places(),
        checkin_rooms=checkin_rooms,
        rooms_of=rooms_of,
        pages_of=pages_of or {},
        detector_with=detector_with,
        mirrors=mirrors,
        effective=effective or Effective(),
        open_to_all=open_to_all,
        calendar_base=calendar_base,
        checkpoint=checkpoint,
        date_offers=date_offers,
        drawing=drawing,
        health=health,
        directory=own_directory(),
    )
    whole = wired(around)
    watch = whole.watch(database, clock)
    core = Core(
        database=database,
        adapters=[adapter],
        features=whole.features,
        texts=texts,
        clock=clock,
        metrics=Metrics(),
        first_pause=pause,
        ahead=watch,
        pager=pager,
        waits=whole.waits,
        checkpoint=checkpoint,
    )
    stop = asyncio.Event()
    task = asyncio.create_task(core.run(stop))
    try:
        if ready:
            await adapter.ready()
        yield World(core, adapter, clock, database, task, watch)
    finally:
        stop.set()
        await task
        await database.close()
