"""Looks at the clock: plans what is due, tidies up once an hour.

APScheduler only ticks here, in memory; what is due stands in the database, so a tick that is
late or lost loses nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from functools import partial

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import Clock
from bot.delivery import keeping
from bot.delivery.keeping import Keeping
from bot.delivery.planner import LONGEST_SLEEP, Planner
from storage.database import Database
from storage.errors import StorageError

log = structlog.get_logger(__name__)

SOON = timedelta(seconds=1)


class Ticker:
    """Ticks the planner.

    Args:
        planned: called after something was planned, to wake the senders.
        keeping: how long what is done is kept.
    """

    def __init__(
        self,
        database: Database,
        planner: Planner,
        clock: Clock,
        planned: Callable[[], None],
        keeping: Keeping,
    ) -> None:
        self._database = database
        self._keeping = keeping
        self._planner = planner
        self._clock = clock
        self._planned = planned
        self._one_at_a_time = asyncio.Lock()
        self._scheduler = AsyncIOScheduler(
            timezone=UTC,
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )
        self.last_tick: datetime | None = None

    def start(self) -> None:
        """Begin to tick, at once for what came due while we were away."""
        self._scheduler.add_job(self._guarded(self.tidy), "interval", hours=1, id="tidy")
        self._scheduler.start()
        self._tick_in(timedelta(0))

    def stop(self) -> None:
        """Tick no more."""
        self._scheduler.shutdown(wait=False)

    def nudge(self) -> None:
        """Something new may be due soon."""
        job = self._scheduler.get_job("tick")
        if job is None or job.next_run_time is None:
            return  # a tick is under way, and looks again when it ends
        if job.next_run_time > datetime.now(UTC) + SOON:
            self._tick_in(SOON)

    async def tick(self) -> None:
        """Plan everything that is due now."""
        async with self._one_at_a_time:
            if await self._planner.tick():
                self._planned()
            self.last_tick = self._clock.now()

    async def tidy(self) -> None:
        """Forget what has served its time."""
        let_go = partial(keeping.let_go, keeping=self._keeping, now=self._clock.now())
        await self._database.write(let_go, alone=True)

    async def _tick_and_go_on(self) -> None:
        pause = LONGEST_SLEEP
        try:
            await self.tick()
            due = await self._planner.next_due()
            if due is not None:
                pause = min(pause, max(due - self._clock.now(), timedelta(milliseconds=10)))
        except StorageError as error:
            log.error("planner_has_no_database", error=type(error).__name__)
            pause = SOON
        except asyncio.CancelledError:
            return  # stopped half-way; the scheduler would log it as an error
        except Exception:
            log.exception("planner_broke")
        self._tick_in(pause)

    def _tick_in(self, pause: timedelta) -> None:
        if self._scheduler.running:
            self._scheduler.add_job(
                self._tick_and_go_on,
                "date",
                run_date=datetime.now(UTC) + pause,
                id="tick",
                replace_existing=True,
            )

    def _guarded(self, work: Callable[[], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
        async def guarded() -> None:
            try:
                await work()
            except StorageError as error:
                log.error("tidy_has_no_database", error=type(error).__name__)

        return guarded
