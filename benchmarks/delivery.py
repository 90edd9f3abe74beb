"""100,000 check-ins due at one moment, from schedule to receipt; and APScheduler beside it."""

from __future__ import annotations

import asyncio
import resource
import statistics
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from adapters.memory import UNHURRIED
from benchmarks.databases import DUE, filled, fresh, in_a_process_of_its_own, merged
from bot.clock import ManualClock
from bot.commands import CommandTable
from bot.core import Core
from bot.features import all_features
from bot.metrics import Metrics
from bot.platform import Ability, Action, Address, Outcome, Receipt, Sink
from bot.texts import Texts
from storage import outbox

IDLE_TICKS = 200


class AnswersAtOnce:
    """A platform that takes everything, at once."""

    platform = "memory"
    pace = UNHURRIED
    connected = True

    def __init__(self) -> None:
        self.taken = 0

    def abilities(self, where: Address) -> frozenset[Ability]:
        return frozenset()

    async def run(self, sink: Sink, commands: CommandTable) -> None:
        await asyncio.Event().wait()

    async def perform(self, action: Action) -> Receipt:
        self.taken += 1
        return Receipt(outcome=Outcome.SENT, message="m")

    async def can_reach(self, user: Address) -> bool:
        return True

    async def find_sent(self, key: str, to: Address, since: datetime) -> Receipt | None:
        return None

    async def close(self) -> None:
        pass


class Blocks:
    """Notes for how long at most the event loop did not come round."""

    def __init__(self) -> None:
        self.longest = 0.0

    async def watch(self) -> None:
        while True:
            before = time.perf_counter()
            await asyncio.sleep(0.001)
            self.longest = max(self.longest, time.perf_counter() - before - 0.001)


def run(members: int, jobs: int, databases: Sequence[str]) -> dict[str, Any]:
    """Measure each database, and APScheduler with one job a member."""
    parts = []
    for name in databases:
        with fresh(name) as url:
            in_a_process_of_its_own(_fill, url, members)
            parts.append((name, in_a_process_of_its_own(_measure, url, members)))
    figures = {"members": members} | merged(parts)
    return figures | in_a_process_of_its_own(_measure_apscheduler, members, jobs)


def _fill(url: str, members: int) -> dict[str, Any]:
    filled(url, members).close_sync()
    return {}


def _measure(url: str, members: int) -> dict[str, Any]:
    return asyncio.run(_deliver(url, members))


async def _deliver(url: str, members: int) -> dict[str, Any]:
    database, clock, platform = filled(url, 0), ManualClock(DUE), AnswersAtOnce()
    core = Core(
        database=database,
        adapters=[platform],
        features=all_features(),
        texts=Texts(),
        clock=clock,
        metrics=Metrics(),
    )
    blocks = Blocks()
    watching = asyncio.create_task(blocks.watch())

    began, cpu = time.perf_counter(), time.process_time()
    planned = await core.planner.tick()
    plan_seconds, plan_cpu = time.perf_counter() - began, time.process_time() - cpu

    stop = asyncio.Event()
    began, cpu = time.perf_counter(), time.process_time()
    running = asyncio.create_task(core.run(stop))
    await core.settled()
    deliver_seconds, deliver_cpu = time.perf_counter() - began, time.process_time() - cpu
    watching.cancel()
    if platform.taken != members or planned != members:
        raise RuntimeError(f"{planned} planned and {platform.taken} sent of {members}")

    stop.set()
    await running
    ticks = []
    for _ in range(IDLE_TICKS):
        began = time.perf_counter()
        await core.planner.tick()
        ticks.append(time.perf_counter() - began)
    rows = await database.read(outbox.count_by_state)
    await database.close()
    return {
        "plan_seconds": round(plan_seconds, 2),
        "plan_cpu_seconds": round(plan_cpu, 2),
        "deliver_seconds": round(deliver_seconds, 2),
        "deliver_cpu_seconds": round(deliver_cpu, 2),
        "delivered_per_second": round(members / deliver_seconds),
        "longest_block_ms": round(blocks.longest * 1000, 1),
        "peak_rss_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "idle_tick_ms": round(statistics.median(ticks) * 1000, 2),
        "rows_sent": rows.get(("memory", "sent"), 0),
    }


_fired = 0


def _fire() -> None:
    global _fired
    _fired += 1


def _measure_apscheduler(members: int, jobs: int) -> dict[str, Any]:
    """One stored job a member in APScheduler 3, as many bots do it; scaled to `members`."""
    return asyncio.run(_apscheduler(members, jobs))


async def _apscheduler(members: int, jobs: int) -> dict[str, Any]:
    from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
    from apscheduler.schedulers.asyncio import AsyncIOScheduler

    with tempfile.TemporaryDirectory() as folder:
        store = SQLAlchemyJobStore(f"sqlite:///{Path(folder) / 'jobs.db'}")
        scheduler = AsyncIOScheduler(
            jobstores={"default": store},
            timezone=UTC,
            job_defaults={"misfire_grace_time": None},
        )
        scheduler.start(paused=True)
        began = time.perf_counter()
        # Before any exists the store commits one by one; that is how members come.
        due = datetime.now(UTC) - timedelta(seconds=1)
        for number in range(jobs):
            scheduler.add_job(_fire, "date", run_date=due, id=f"job-{number}")
        add = time.perf_counter() - began
        blocks = Blocks()
        watching = asyncio.create_task(blocks.watch())
        began, cpu = time.perf_counter(), time.process_time()
        scheduler.resume()
        while _fired < jobs:
            await asyncio.sleep(0.05)
        fire, fire_cpu = time.perf_counter() - began, time.process_time() - cpu
        watching.cancel()
        scheduler.shutdown(wait=False)
    scale = members / jobs
    return {
        "apscheduler_jobs": jobs,
        "apscheduler_scaled_to": members,
        "apscheduler_add_seconds": round(add * scale, 1),
        "apscheduler_deliver_seconds": round(fire * scale, 1),
        "apscheduler_deliver_cpu_seconds": round(fire_cpu * scale, 1),
        "apscheduler_longest_block_ms": round(blocks.longest * 1000, 1),
    }
