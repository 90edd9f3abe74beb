"""Who serves an account: one process at a time, and the next as soon as that one is gone."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from adapters.memory import MemoryAdapter
from bot.commands import CommandTable
from bot.delivery.ownership import Owned, _machine
from bot.platform import AdapterStopped
from storage import leases
from storage.database import Database
from storage.leases import Lease
from tests.support.stores import Open

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
NOTHING = CommandTable([], [])


async def take(database: Database, holder: str, now: datetime = NOW) -> str | None:
    """Who has it instead; None if it was got."""
    wanted = Lease(holder, now + MINUTE)
    stands = await database.write(lambda tx: leases.take(tx, "discord", wanted, now))
    return stands.holder if stands else None


async def test_a_lease_is_one_holders_until_it_runs_out(database: Database) -> None:
    assert await take(database, "first") is None
    assert await take(database, "second") == "first"
    assert await take(database, "first", NOW + MINUTE / 2) is None
    assert await take(database, "second", NOW + MINUTE * 1.4) == "first"
    assert await take(database, "second", NOW + MINUTE * 2) is None
    assert await take(database, "first", NOW + MINUTE * 2) == "second"


async def test_what_was_given_back_is_free(database: Database) -> None:
    await take(database, "first")
    await database.write(lambda tx: leases.give_back(tx, "discord", "second"))
    assert await take(database, "second") == "first"
    await database.write(lambda tx: leases.give_back(tx, "discord", "first"))
    assert await take(database, "second") is None


async def test_of_many_that_want_it_at_once_one_gets_it(open_it: Open) -> None:
    """Also when it has just run out and all have read so."""
    databases = [open_it() for _ in range(3)]
    for round_ in range(5):
        now = NOW + round_ * 2 * MINUTE
        names = [f"{round_}-{number}" for number in range(6)]
        got = await asyncio.gather(
            *(take(databases[n % 3], name, now) for n, name in enumerate(names))
        )
        assert got.count(None) == 1
        assert {other for other in got if other} == {names[got.index(None)]}


# --- an adapter that is owned


def owned(database: Database, holder: str | None = None, lasts: float = 60.0) -> Owned:
    return Owned(
        MemoryAdapter(),
        database,
        ["memory shard 0 of 1"],
        holder=holder,
        lasts=lasts,
        renewed_every=0.02,
        looked_every=0.02,
    )


async def run(adapter: Owned) -> asyncio.Task[None]:
    async def nobody(event: object) -> None:
        pass

    return asyncio.create_task(adapter.run(nobody, NOTHING))


async def connected(adapter: Owned) -> None:
    async with asyncio.timeout(60):
        assert isinstance(adapter._adapter, MemoryAdapter)
        await adapter._adapter.ready()


async def test_a_second_process_waits_says_so_and_takes_over_at_once(database: Database) -> None:
    """Two that both answer are worse than one that waits."""
    said: asyncio.Queue[str] = asyncio.Queue()
    first, second = owned(database, "elsewhere:1:a"), owned(database, "elsewhere:2:b")
    second._announce = said.put_nowait
    running = await run(first)
    await connected(first)
    waiting = await run(second)
    async with asyncio.timeout(60):
        line = await said.get()
    assert "another Handrail process" in line
    assert not second.connected

    running.cancel()
    await connected(second)
    waiting.cancel()
    await asyncio.gather(running, waiting, return_exceptions=True)
    assert said.empty()


async def test_whoever_slept_through_its_lease_stops(database: Database) -> None:
    """A machine that was suspended must not go on beside the one that took over."""
    first = owned(database, "elsewhere:1:a")
    running = await run(first)
    await connected(first)
    later = datetime.now(UTC) + timedelta(days=1)
    wanted = Lease("elsewhere:2:b", later + MINUTE)
    await database.write(lambda tx: leases.take(tx, "memory shard 0 of 1", wanted, later))

    with pytest.raises(AdapterStopped, match="Another Handrail process"):
        async with asyncio.timeout(60):
            await running
    assert not first.connected


async def test_a_killed_process_of_this_machine_is_not_waited_for(database: Database) -> None:
    """After kill -9 the bot is back as fast as it starts."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    now = datetime.now(UTC)
    for pid, waits in ((ended.pid, False), (os.getpid(), False), (os.getppid(), True)):
        stale = Lease(f"{_machine()}:{pid}:x", now + timedelta(hours=1))
        await database.write(
            lambda tx, stale=stale: leases.take(  # type: ignore[misc]
                tx, "memory shard 0 of 1", stale, now, has_ended=lambda holder: True
            )
        )
        assert await owned(database)._taken_by_others() is waits


async def test_without_a_database_it_goes_on(sqlite_only: Database) -> None:
    """Help lines are answered from memory: a lease that cannot be renewed must not end that."""
    adapter = owned(sqlite_only, "elsewhere:1:a")
    running = await run(adapter)
    await connected(adapter)
    await sqlite_only.close()
    await asyncio.sleep(0.1)

    assert adapter.connected
    assert not running.done()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
