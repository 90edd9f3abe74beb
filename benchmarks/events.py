"""Members' commands from the adapter to the answer, each durable before it is answered."""

from __future__ import annotations

import asyncio
import itertools
import statistics
import time
from collections.abc import Sequence
from typing import Any

from adapters.memory import MemoryAdapter
from benchmarks.databases import DUE, filled, fresh, in_a_process_of_its_own, merged
from bot.clock import ManualClock
from bot.core import Core
from bot.features import all_features
from bot.metrics import Metrics
from bot.platform import Chose, Commanded, Event
from bot.texts import Texts

MEMBERS = 1_000


def run(seconds: float, concurrent: int, databases: Sequence[str]) -> dict[str, Any]:
    """Measure each database."""
    parts = []
    for name in databases:
        with fresh(name) as url:
            figures = in_a_process_of_its_own(_measure, url, seconds, concurrent)
            parts.append((name, figures))
    return {"concurrent": concurrent, "seconds": seconds} | merged(parts)


def _measure(url: str, seconds: float, concurrent: int) -> dict[str, Any]:
    filled(url, MEMBERS).close_sync()
    return asyncio.run(_command(url, seconds, concurrent))


async def _command(url: str, seconds: float, concurrent: int) -> dict[str, Any]:
    """Three kinds by turns: answer a check-in, change its hour, look at the history."""
    database, clock, platform = filled(url, 0), ManualClock(DUE), MemoryAdapter()
    platform.now = clock.now
    core = Core(
        database=database,
        adapters=[platform],
        features=all_features(),
        texts=Texts(),
        clock=clock,
        metrics=Metrics(),
    )
    stop = asyncio.Event()
    running = asyncio.create_task(core.run(stop))
    await platform.ready()
    taken: list[float] = []
    numbers = itertools.count()
    end = time.perf_counter() + seconds

    async def member() -> None:
        while time.perf_counter() < end:
            began = time.perf_counter()
            await core.router.take(_event(platform, next(numbers)))
            taken.append(time.perf_counter() - began)

    began = time.perf_counter()
    await asyncio.gather(*(member() for _ in range(concurrent)))
    whole = time.perf_counter() - began
    stop.set()
    await running
    await database.close()
    percentiles = statistics.quantiles(taken, n=100)
    return {
        "commands": len(taken),
        "commands_per_second": round(len(taken) / whole),
        "p50_ms": round(percentiles[49] * 1000, 1),
        "p99_ms": round(percentiles[98] * 1000, 1),
    }


def _event(platform: MemoryAdapter, number: int) -> Event:
    given = platform.event(f"member-{number % MEMBERS}")
    match number % 3:
        case 0:
            day = DUE.date().isoformat()
            return Chose(**given, direct=True, prompt=f"checkin/{day}", choice="okay")
        case 1:
            hour = f"{8 + number % 12}:30"
            return Commanded(**given, direct=True, name="checkin time", args={"at": hour})
        case _:
            return Commanded(**given, direct=True, name="checkin history", args={})
