"""From a message to the private reply handed to the platform, while everything else is busy.

A flood of talk in watched rooms and of direct messages, an outbox full of check-ins, and some
people in danger among them; then the same people again with the database locked, and read-only.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import statistics
import time
from collections.abc import Sequence
from functools import partial
from typing import Any

import structlog

from adapters.memory import MemoryAdapter
from benchmarks.databases import DUE, filled, fresh, in_a_process_of_its_own, merged
from bot.clock import ManualClock
from bot.core import Core
from bot.crisis.watching.knowing import Rooms, StaffRoom
from bot.features import Around, wired
from bot.metrics import Metrics
from bot.platform import Action, Address, Event, Pace, Reply, Said, Say
from bot.texts import Texts
from storage import episodes
from storage.database import Database
from storage.errors import StorageError
from tests.support.crisis import put_team

SPACE = "guild"
WATCHED = Address("memory", space=SPACE, channel="general")
STAFF = Address("memory", space=SPACE, channel="staff")

GRAVE = (
    "I want to kill myself tonight",
    "i took all my pills and i am scared",
    "I don't want to live any more, goodbye",
    "I have a plan and I am going to end my life",
)
EVERYDAY = (
    "good morning everyone, coffee first",
    "see you at the meeting tonight, 7 pm as usual",
    "that game last night was something, three goals in ten minutes",
    "day 12 and I slept like a stone",
    "does anybody have the link to the reading for this week?",
    "lol same, my cat does that too",
    "thank you all for yesterday, it helped to hear your stories",
    "work is a lot but I went for a walk at lunch",
)
SECONDS_OF_TROUBLE = 10


def run(messages: int, seconds: float, crises: int, databases: Sequence[str]) -> dict[str, Any]:
    """Measure each database."""
    parts = []
    for name in databases:
        with fresh(name) as url:
            figures = in_a_process_of_its_own(_measure, url, messages, seconds, crises)
            parts.append((name, figures))
    return {"messages": messages, "seconds": seconds, "crises": crises} | merged(parts)


def _measure(url: str, messages: int, seconds: float, crises: int) -> dict[str, Any]:
    # What goes wrong on purpose is not worth reading, and stdout is for the figures.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    filled(url, messages).close_sync()
    return asyncio.run(_flood(url, messages, seconds, crises))


class Load:
    """The core under load, and what the people in danger wait."""

    def __init__(self, url: str, database: Database, community: int, per_minute: float) -> None:
        self.url = url
        self.database = database
        self.clock = ManualClock(DUE)
        self.platform = MemoryAdapter(forms=False)
        self.platform.now = self.clock.now
        # The check-ins last as long as the flood does.
        self.platform.pace = Pace(
            per_minute=per_minute, burst=100, concurrent=8, in_doubt_seconds=86_400
        )
        self.platform.script = self._see
        self.began: dict[str, float] = {}
        self.replied: dict[str, float] = {}
        self.alerts = 0
        self.check_ins = 0
        texts = Texts()
        rooms = Rooms(staff=(StaffRoom(STAFF, "en"),), watched=frozenset({("memory", "general")}))
        whole = wired(
            Around(texts=texts, rooms_of=lambda tx, each: rooms if each == community else Rooms())
        )
        self.watch = whole.watch(database, self.clock)
        self.core = Core(
            database=database,
            adapters=[self.platform],
            features=whole.features,
            texts=texts,
            clock=self.clock,
            metrics=Metrics(),
            ahead=self.watch,
        )

    def _see(self, action: Action) -> None:
        """The moment at which the platform is handed a reply; it answers as it always does."""
        match action:
            case Reply():
                user = action.to.actor.user
            case Say():
                user = action.to.user
                self.alerts += action.to.channel == "staff"
            case _:
                return
        prompt = action.choices.prompt if action.choices else ""
        self.check_ins += prompt.startswith("checkin/")
        if user in self.began and prompt.startswith("crisis"):
            self.replied.setdefault(user, time.perf_counter())

    async def say(self, user: str, text: str, *, direct: bool) -> None:
        """One message, as the adapter hands it over; what cannot be written is its own matter."""
        where = None if direct else WATCHED
        event = self.platform.event(user, where) | {"spaces": (SPACE,)}
        await self._take(Said(**event, direct=direct, addressed=direct, text=text))

    async def cry(self, user: str, number: int) -> None:
        """Somebody in danger, in private or in the room by turns."""
        self.began[user] = time.perf_counter()
        await self.say(user, GRAVE[number % len(GRAVE)], direct=number % 2 == 0)

    async def _take(self, event: Event) -> None:
        try:
            await self.core.take(event)
        except StorageError:
            return

    def waited(self, users: Sequence[str]) -> dict[str, Any]:
        """How long they waited for the reply, in milliseconds; who got none is counted."""
        taken = [
            (self.replied[user] - self.began[user]) * 1000 for user in users if user in self.replied
        ]
        missing = len(users) - len(taken)
        percentiles = statistics.quantiles(taken, n=100) if len(taken) > 1 else [0.0] * 99
        return {
            "unanswered": missing,
            "p50_ms": round(percentiles[49], 1),
            "p99_ms": round(percentiles[98], 1),
            "longest_ms": round(max(taken, default=0.0), 1),
        }


async def _flood(url: str, messages: int, seconds: float, crises: int) -> dict[str, Any]:
    database = filled(url, 0)
    here = Address("memory", space=SPACE)
    community = await database.write(lambda tx: put_team(tx, here, ["sam"], DUE))
    load = Load(url, database, community, messages / seconds * 60)
    stop = asyncio.Event()
    running = asyncio.create_task(load.core.run(stop))  # plans and sends what is due meanwhile
    await load.platform.ready()

    every = max(1, messages // crises)
    tasks: list[asyncio.Task[None]] = []
    began = time.perf_counter()
    for number in range(messages):
        late = began + number * seconds / messages - time.perf_counter()
        if late > 0:
            await asyncio.sleep(late)
        if number % every == 0:
            work = load.cry(f"in-danger-{number}", number // every)
        else:
            text = EVERYDAY[number % len(EVERYDAY)]
            work = load.say(f"member-{number}", text, direct=number % 4 == 0)
        tasks.append(asyncio.create_task(work))
    await asyncio.gather(*tasks)
    took = time.perf_counter() - began
    calm = {"flood_seconds": round(took, 1)} | load.waited(list(load.began))
    calm |= {"alerts": load.alerts, "check_ins_meanwhile": load.check_ins}
    await load.core.settled()
    calm["check_ins"] = load.check_ins

    trouble: dict[str, Any] = {}
    if database.dialect == "sqlite":
        trouble |= await _in_trouble(load, "locked", _locked)
        trouble |= await _in_trouble(load, "read_only", _read_only)
    stop.set()
    await running
    recorded = await database.read(episodes.unsettled)
    await database.close()
    return calm | trouble | {"recorded": len(recorded), "in_danger": len(load.began)}


async def _in_trouble(load: Load, name: str, trouble: Any) -> dict[str, Any]:
    """Twenty people in ten seconds; then the database is well again, and knows of all of them."""
    before = len(await load.database.read(episodes.unsettled))
    alerts = load.alerts
    users = [f"{name}-{number}" for number in range(20)]
    end = trouble(load)
    tasks = []
    for number, user in enumerate(users):
        tasks.append(asyncio.create_task(load.cry(user, number)))
        await asyncio.sleep(SECONDS_OF_TROUBLE / len(users))
    figures = load.waited(users) | {"alerts": load.alerts - alerts}
    end()
    await asyncio.gather(*tasks)
    await load.watch.written()
    after = len(await load.database.read(episodes.unsettled))
    figures["recorded_afterwards"] = after - before
    return {f"{name}_{key}": value for key, value in figures.items()}


def _locked(load: Load) -> Any:
    """Somebody else holds the write lock."""
    other = sqlite3.connect(load.url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    return other.close


def _read_only(load: Load) -> Any:
    """The one connection that writes may not."""

    def switch(on: bool) -> None:
        connection = load.database._engines[0].raw_connection()
        connection.cursor().execute(f"PRAGMA query_only = {on:d}")
        connection.close()

    switch(True)
    return partial(switch, False)
