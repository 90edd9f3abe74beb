"""Discord's stand-in in a process of its own; the whole core, on SQLite, in another.

1. 1,000 direct messages drain while members talk in a watched channel and use commands there.
2. 10,000 direct messages drain as fast as the pace allows. Meanwhile messages in the crisis lane
   are written into the outbox, and must overtake.

So that the second part takes little more than a minute, everything in it is four times faster than
Discord allows: the pace, the adapter's own limit of requests and the stand-in's. Each channel's
limit stays.
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from adapters.discord import DiscordAdapter
from adapters.discord.traffic import PER_SECOND
from benchmarks.databases import KEY, in_a_process_of_its_own
from bot.clock import SystemClock
from bot.core import Core, StoredState
from bot.crisis.watching.knowing import Rooms, configured
from bot.delivery.sender import CRISIS, REST
from bot.features import Around, wired
from bot.metrics import Metrics
from bot.platform import Address
from bot.texts import Texts
from storage import members, outbox
from storage.database import Database, Transaction, open_database
from tests.discord_standin.remote import Remote, standin_process
from tests.support.queued import message

PER_MINUTE = 2_400  # leaves a fifth of what Discord allows to answers and jitter
EVERYTHING = 50  # requests a second
PER_CHANNEL = 5  # in five seconds
TALK, USES = 200.0, 25.0  # a second
COMMANDS = ["help now", "checkin history", "start", "help show"]
ALARMS = 5
PATIENCE = 600.0

Person = Sequence[str]
"""An account and its channel of direct messages."""


def run(busy: int, queued: int, faster: int) -> dict[str, Any]:
    """Measure with so many messages in each part.

    Args:
        faster: by how much the second part goes faster than Discord allows.
    """
    return in_a_process_of_its_own(_measure, busy, queued, faster)


def _measure(busy: int, queued: int, faster: int) -> dict[str, Any]:
    return asyncio.run(_both(busy, queued, faster))


async def _both(busy: int, queued: int, faster: int) -> dict[str, Any]:
    return await _while_busy(busy) | await _drain(queued, faster)


# --- 1


async def _while_busy(count: int) -> dict[str, Any]:
    async with standin_process("--realistic") as discord:
        people = await discord.do("crowd", count=count)
        async with _running(discord) as (core, database):
            await _queue(database, people, REST)
            core.wake()
            seconds = count / PER_MINUTE * 60
            began = time.perf_counter()
            await discord.do("rush", seconds=seconds, messages=TALK, uses=USES, commands=COMMANDS)
            rush = await discord.do("rush_result")
            talked = time.perf_counter() - began
            await _sent(database, count)
        status = await discord.do("status")
    waits = statistics.quantiles(rush["acknowledged_ms"], n=100)
    return {
        "busy_dms": count,
        "busy_messages_per_second": round(rush["messages"] / talked, 1),
        "interactions": len(rush["acknowledged_ms"]),
        "interactions_unanswered": rush["unanswered"],
        "ack_p50_ms": round(waits[49], 1),
        "ack_p99_ms": round(waits[98], 1),
        "ack_slowest_ms": max(rush["acknowledged_ms"]),
        "busy_caused_429": status["limited"],
        "busy_complaints": len(status["complaints"]),
    }


# --- 2


async def _drain(count: int, faster: int) -> dict[str, Any]:
    async with standin_process("--realistic") as discord:
        await discord.do("limits", everything=EVERYTHING * faster)
        people = await discord.do("crowd", count=count + ALARMS)
        queued, alarmed = people[:count], people[count:]
        async with _running(discord, faster) as (core, database):
            await _queue(database, queued, REST)
            began = time.perf_counter()
            core.wake()
            overtook = []
            for number, person in enumerate(alarmed):
                await _sent(database, number * count // (2 * ALARMS) + 1)
                overtook.append(await _alarm(discord, core, database, person, count + number))
            await _sent(database, count + ALARMS)
            whole = time.perf_counter() - began
            rows = await database.read(outbox.count_by_state)
        status = await discord.do("status")
    return {
        "queued_dms": count,
        "pace_per_minute": PER_MINUTE * faster,
        "limit_per_minute": EVERYTHING * faster * 60,
        "drain_seconds": round(whole, 1),
        "drain_per_minute": round(count / whole * 60),
        "caused_429": status["limited"],
        "invalid_requests": status["invalid"],
        "not_sent": sum(rows.values()) - rows.get(("discord", "sent"), 0),
        "overtake_ms": round(max(overtook) * 1000),
        "overtake_median_ms": round(statistics.median(overtook) * 1000),
        "complaints": len(status["complaints"]),
    }


async def _alarm(
    discord: Remote, core: Core, database: Database, person: Person, number: int
) -> float:
    """Seconds from the commit of a row in the crisis lane until the person reads it."""
    written = time.time()
    await _queue(database, [person], CRISIS)
    core.wake()
    seen = await _shown(discord, f"crowd-{number}")
    return seen - written


async def _shown(discord: Remote, member: str) -> float:
    while not (seen := await discord.do("seen", member=member)):
        await asyncio.sleep(0.05)
    return float(seen[0]["at"])


# --- both


@asynccontextmanager
async def _running(discord: Remote, faster: int = 1) -> AsyncIterator[tuple[Core, Database]]:
    texts, clock = Texts(), SystemClock()
    status = await discord.do("status")
    guild, watched = status["guild"], frozenset({("discord", status["general"])})
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(f"sqlite:///{Path(folder) / 'handrail.db'}", KEY)
        adapter = DiscordAdapter(
            token=discord.token,
            guilds=(guild,),
            texts=texts,
            state=StoredState(database, "discord"),
            now=clock.now,
            message_content=True,
            dms_per_minute=PER_MINUTE * faster,
            requests_per_second=PER_SECOND * faster,
            api_base=discord.api_base,
            gateway=discord.gateway_url,
            guild_ready_timeout=0.05,
        )
        community = await database.write(partial(_community, guild=guild))
        whole = wired(Around(texts=texts, rooms_of=configured({community: Rooms(watched=watched)})))
        core = Core(
            database=database,
            adapters=[adapter],
            features=whole.features,
            ahead=whole.watch(database, clock),
            texts=texts,
            clock=clock,
            metrics=Metrics(),
        )
        stop = asyncio.Event()
        running = asyncio.create_task(core.run(stop))
        try:
            await discord.connected()
            while not (adapter.connected and (await discord.do("status"))["commands"]):
                await asyncio.sleep(0.05)
            yield core, database
        finally:
            stop.set()
            await running
            await database.close()


def _community(tx: Transaction, guild: str) -> int:
    return members.put_community(
        tx, name="B", language="en", country="US", zone="UTC", spaces_of=[("discord", guild)]
    )


async def _queue(database: Database, people: Sequence[Person], lane: int) -> None:
    await database.write(partial(_write, people=people, lane=lane))


def _write(tx: Transaction, people: Sequence[Person], lane: int) -> None:
    now = datetime.now(UTC)
    text = "How are you today? One word is enough, and so is none."
    drafts = [
        message(tx, Address("discord", channel=dm, user=user), text, now, lane=lane, rings=True)
        for user, dm in people
    ]
    outbox.add(tx, drafts, now)


async def _sent(database: Database, count: int) -> None:
    """Wait until so many rows are settled. Raises: TimeoutError."""
    async with asyncio.timeout(PATIENCE):
        while True:
            rows = await database.read(outbox.count_by_state)
            still_open = sum(rows.get(("discord", state.value), 0) for state in outbox.OPEN)
            if sum(rows.values()) - still_open >= count:
                return
            await asyncio.sleep(0.1)
