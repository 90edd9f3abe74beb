"""Everything at once: events of all kinds, due check-ins, repeats, poison, people in danger.

One event in twenty is handed over twice, as platforms do, and one in fifty comes late, behind those
that followed it. One member in a thousand is poison: whatever is sent to them breaks the adapter.
"""

from __future__ import annotations

import asyncio
import logging
import resource
import statistics
import time
from collections import Counter, deque
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import psutil
import structlog
from sqlalchemy import func, select

from benchmarks.crisis_load import EVERYDAY, GRAVE, SPACE, WATCHED, Load
from benchmarks.databases import DUE, filled, fresh, in_a_process_of_its_own, merged
from bot.platform import Action, Address, Chose, Commanded, Event, Said, Say
from storage import episodes, outbox
from storage.errors import StorageError
from storage.outbox import State
from storage.tables import checkins, inbox
from tests.support.crisis import put_team

CRISIS_EVERY = 50
REPEATED_EVERY = 20
LATE_EVERY, LATE_BY = 50, 40  # events
POISON_EVERY = 1_000
MIB = 2**20


def run(events: int, seconds: float, databases: Sequence[str]) -> dict[str, Any]:
    """Measure each database."""
    parts = []
    for name in databases:
        with fresh(name) as url:
            figures = in_a_process_of_its_own(_measure, url, events, seconds)
            parts.append((name, figures))
    return {"events": events, "seconds": seconds} | merged(parts)


def _measure(url: str, events: int, seconds: float) -> dict[str, Any]:
    # What goes wrong on purpose is not worth reading, and stdout is for the figures.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    filled(url, events).close_sync()
    return asyncio.run(_storm(url, events, seconds))


class _Poisoned(Load):
    """The core under load, on a platform that chokes on some people.

    `asked` counts the questions of each person; what edits one is none.
    """

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.asked: Counter[str] = Counter()

    def _see(self, action: Action) -> None:
        to = action.to.user if isinstance(action, Say) else None
        if to is not None and to.startswith("member-") and int(to[7:]) % POISON_EVERY == 500:
            raise ConnectionResetError
        super()._see(action)
        if isinstance(action, Say) and action.choices is not None and action.edits is None:
            self.asked[to or ""] += action.choices.prompt.startswith("checkin/")


def _event(load: Load, number: int) -> Event:
    """What one person does: talk, commands, answers, and now and then a cry for help."""
    platform, who = load.platform, f"member-{number}"
    if number % CRISIS_EVERY == 0:
        direct = number % (2 * CRISIS_EVERY) == 0
        who, where = f"in-danger-{number}", None if direct else WATCHED
        given = platform.event(who, where) | {"spaces": (SPACE,)}
        words = GRAVE[number // CRISIS_EVERY % len(GRAVE)]
        return Said(**given, direct=direct, addressed=direct, text=words)
    given = platform.event(who) | {"spaces": (SPACE,)}
    match number % 4:
        case 0:
            prompt = f"checkin/{DUE.date().isoformat()}"
            return Chose(**given, direct=True, prompt=prompt, choice="okay")
        case 1:
            return Commanded(**given, direct=True, name="checkin history", args={})
        case 2:
            text = EVERYDAY[number % len(EVERYDAY)]
            return Said(**given, direct=True, addressed=True, text=text)
        case _:
            given = platform.event(who, WATCHED) | {"spaces": (SPACE,)}
            text = EVERYDAY[number % len(EVERYDAY)]
            return Said(**given, direct=False, addressed=False, text=text)


class _Delivery:
    """Hands events over as a platform does, and notes how long each takes."""

    def __init__(self, load: Load) -> None:
        self._load = load
        self.taken: list[float] = []
        self.tasks: set[asyncio.Task[None]] = set()
        self.handed = self.refused = 0

    def hand_over(self, event: Event) -> None:
        self.handed += 1
        user = event.actor.user or ""
        if user.startswith("in-danger"):
            self._load.began.setdefault(user, time.perf_counter())
        task = asyncio.create_task(self._take(event))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def _take(self, event: Event) -> None:
        began = time.perf_counter()
        try:
            await self._load.core.take(event)
        except StorageError:
            self.refused += 1
        self.taken.append(time.perf_counter() - began)


async def _storm(url: str, events: int, seconds: float) -> dict[str, Any]:
    database = filled(url, 0)
    here = Address("memory", space=SPACE)
    community = await database.write(lambda tx: put_team(tx, here, ["sam"], DUE))
    load = _Poisoned(url, database, community, events / seconds * 60)
    stop, memory = asyncio.Event(), list[float]()
    running = asyncio.create_task(load.core.run(stop))
    await load.platform.ready()
    beside = [asyncio.create_task(_pass_time(load)), asyncio.create_task(_weigh(memory))]

    delivery, late = _Delivery(load), deque[tuple[int, Event]]()
    began = time.perf_counter()
    for number in range(events):
        pause = began + number * seconds / events - time.perf_counter()
        if pause > 0:
            await asyncio.sleep(pause)
        event = _event(load, number)
        if number % LATE_EVERY == 7:
            late.append((number + LATE_BY, event))
        else:
            delivery.hand_over(event)
        if number % REPEATED_EVERY == 0:
            delivery.hand_over(event)
        while late and late[0][0] <= number:
            delivery.hand_over(late.popleft()[1])
    for _, event in late:
        delivery.hand_over(event)
    while delivery.tasks:
        await asyncio.wait(delivery.tasks)
    took = time.perf_counter() - began
    # Poison is tried five times, over half a minute.
    while (await database.read(outbox.count_by_state)).get(("memory", State.WAITING.value)):
        await asyncio.sleep(0.5)
    await load.core.settled()
    stop.set()
    await running
    for task in beside:
        task.cancel()
    await load.watch.written()
    rows = await database.read(outbox.count_by_state)
    percentiles = statistics.quantiles(delivery.taken, n=100)
    figures = {
        "storm_seconds": round(took, 1),
        "handed_over": delivery.handed,
        "refused": delivery.refused,
        "applied": await database.read(
            lambda tx: tx.execute(select(func.count()).select_from(inbox)).scalar_one()
        ),
        "answers_kept": await database.read(
            lambda tx: tx.execute(select(func.count()).select_from(checkins)).scalar_one()
        ),
        "event_p50_ms": round(percentiles[49] * 1000, 1),
        "event_p99_ms": round(percentiles[98] * 1000, 1),
        **{f"crisis_{key}": value for key, value in load.waited(list(load.began)).items()},
        "alerts": load.alerts,
        "recorded": len(await database.read(episodes.unsettled)),
        "in_danger": len(load.began),
        "people_asked": sum(count > 0 for count in load.asked.values()),
        "asked_twice": sum(count > 1 for count in load.asked.values()),
        "poison_dead": rows.get(("memory", State.DEAD.value), 0),
        "left_open": sum(rows.get(("memory", state.value), 0) for state in outbox.OPEN),
        "memory_before_mib": round(memory[0]),
        "memory_after_mib": round(memory[-1]),
        "memory_peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    await database.close()
    return figures


async def _pass_time(load: Load) -> None:
    """The bot's clock runs like the machine's, so that what waits is tried again."""
    began = time.monotonic()
    while True:
        await asyncio.sleep(0.1)
        load.clock.move_to(DUE + timedelta(seconds=time.monotonic() - began))


async def _weigh(memory: list[float]) -> None:
    """What the process takes up, twice a second; the platform's own memory is in it."""
    process = psutil.Process()
    while True:
        memory.append(process.memory_info().rss / MIB)
        await asyncio.sleep(0.5)
