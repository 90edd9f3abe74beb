"""A store that is locked, full, read-only or gone says so, and comes back by itself."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import IntegrityError

from storage import engines, writers
from storage.database import Database, Transaction, open_database
from storage.errors import (
    ReadOnlyError,
    StorageBusyError,
    StorageClosedError,
    StorageError,
    StorageFullError,
    as_storage_error,
)
from storage.tables import facts
from tests.support.postgres import PostgresServer
from tests.support.stores import MASTER, Gate, Open, content, names, note, together


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Locks are waited for a moment only."""
    monkeypatch.setattr(engines, "_WAIT_SECONDS", 0.05)


@pytest.mark.usefixtures("impatient")
async def test_a_locked_database_is_named_and_comes_back(
    sqlite_file: Path, sqlite_only: Database
) -> None:
    """All who wait hear it at once, reads go on, and nothing has to be restarted."""
    await sqlite_only.write(note("before"))
    other = sqlite3.connect(sqlite_file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    results = await asyncio.gather(
        *(sqlite_only.write(note(f"row {n}")) for n in range(200)), return_exceptions=True
    )
    assert {type(result) for result in results} == {StorageBusyError}
    with pytest.raises(StorageBusyError):
        await sqlite_only.probe()
    assert await sqlite_only.read(names) == {"before"}

    other.execute("ROLLBACK")
    other.close()
    await sqlite_only.probe()
    await sqlite_only.write(note("after"))
    assert await sqlite_only.read(names) == {"before", "after"}


async def test_a_full_disk_is_named_and_comes_back(sqlite_only: Database) -> None:
    """Reads go on; once there is room, so do writes."""
    await sqlite_only.write(note("before"))
    await sqlite_only.write(lambda tx: tx.execute(text("PRAGMA max_page_count = 1")))

    results = await together(sqlite_only, *(note(f"row {n}", "x" * 200_000) for n in range(3)))
    assert {type(result) for result in results} == {StorageFullError}
    assert await sqlite_only.read(names) == {"before"}

    await sqlite_only.write(lambda tx: tx.execute(text("PRAGMA max_page_count = 1000000")))
    await sqlite_only.write(note("after"))
    assert await sqlite_only.read(names) == {"before", "after"}


async def test_a_read_only_database_is_named(sqlite_only: Database) -> None:
    await sqlite_only.write(lambda tx: tx.execute(text("PRAGMA query_only = ON")))
    with pytest.raises(ReadOnlyError):
        await sqlite_only.write(note("x"))
    with pytest.raises(ReadOnlyError):
        await sqlite_only.probe()


async def test_a_deadlock_is_tried_again(postgres: PostgresServer, opened: list[Database]) -> None:
    """PostgreSQL ends one of two that wait for each other; neither member notices."""
    database = open_database(postgres.url(postgres.create_database()), MASTER)
    opened.append(database)
    await database.write(note("a"))
    await database.write(note("b"))
    meeting = threading.Barrier(2)
    first_time = {"ab", "ba"}

    def cross(order: str) -> Callable[[Transaction], None]:
        def work(tx: Transaction) -> None:
            for name in order:
                tx.execute(
                    update(facts).where(facts.c.name == name).values(value=facts.c.value + order)
                )
                if order in first_time:
                    first_time.remove(order)
                    meeting.wait(60)

        return work

    await asyncio.gather(database.write(cross("ab")), database.write(cross("ba")))

    values = await database.read(lambda tx: tx.execute(select(facts.c.value)).scalars().all())
    assert {len(value) for value in values} == {5}  # "x", and both have written once


async def test_a_server_s_restart_is_survived(
    postgres: PostgresServer, opened: list[Database]
) -> None:
    """Connections that lay in the pool are dead; the next works get new ones."""
    name = postgres.create_database()
    database = open_database(postgres.url(name), MASTER)
    opened.append(database)
    await asyncio.gather(*(database.write(note(f"row {n}")) for n in range(20)))
    await asyncio.gather(*(database.read(names) for _ in range(8)))

    with psycopg.connect(postgres.url().replace("+psycopg", ""), autocommit=True) as other:
        other.execute(
            "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = %s",
            [name],
        )

    await database.write(note("after"))
    assert "after" in await database.read(names)


async def test_an_error_s_text_quotes_no_value(database: Database) -> None:
    """Errors are logged; what members wrote must not be."""
    await database.write(note("canary-name", "canary-value"))
    for work in (
        note("canary-name", "canary-value"),
        lambda tx: tx.execute(text("INSERT INTO facts (name) VALUES ('canary-without-a-value')")),
        lambda tx: tx.execute(
            update(facts).where(facts.c.name == "canary-name").values(value=None)
        ),
    ):
        with pytest.raises(IntegrityError) as caught:
            await database.write(work)
        told = [str(caught.value), repr(caught.value), str(caught.value.orig)]
        assert "canary-name" not in "".join(told)
        assert "canary-value" not in "".join(told)


async def test_a_stuck_database_does_not_fill_the_memory(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beyond a bound nobody is made to wait; who waits already is served."""
    monkeypatch.setattr(writers, "_MAY_WAIT", 50)
    gate = Gate()
    held = [asyncio.ensure_future(database.write(gate.work)) for _ in range(20)]
    waiting = [asyncio.ensure_future(database.write(note(f"row {n}"))) for n in range(100)]
    await asyncio.sleep(0)
    gate.open()
    await asyncio.gather(*held)

    results = await asyncio.gather(*waiting, return_exceptions=True)

    refused = [result for result in results if isinstance(result, StorageBusyError)]
    assert 0 < len(refused) < 100
    assert len(await database.read(names)) == 100 - len(refused)


async def test_closing_finishes_what_waits(open_it: Open) -> None:
    """A member who was told nothing yet still finds their answer stored."""
    database = open_it()
    waiting = [asyncio.ensure_future(database.write(note(f"row {n}"))) for n in range(100)]
    await asyncio.sleep(0)

    await database.close()

    assert await asyncio.gather(*waiting) == [None] * 100
    with pytest.raises(StorageClosedError):
        await database.write(note("late"))
    with pytest.raises(StorageClosedError):
        await database.read(names)
    assert len(await open_it().read(names)) == 100


async def test_the_probe_changes_nothing(database_url: str, database: Database) -> None:
    before = content(database_url)
    await database.probe()
    assert content(database_url) == before


async def test_deleted_bytes_leave_the_disk(sqlite_file: Path, sqlite_only: Database) -> None:
    """Erased means erased: not in the file, nor in the log beside it."""
    await sqlite_only.write(note("a", "canary-" + "x" * 10_000))

    def on_disk() -> bool:
        return any(b"canary" in path.read_bytes() for path in sqlite_file.parent.iterdir())

    assert on_disk()
    await sqlite_only.write(lambda tx: tx.execute(delete(facts)).rowcount)
    await sqlite_only.shed_deleted()
    assert not on_disk()


def test_every_operational_error_of_postgresql_is_mapped() -> None:
    """A new SQLSTATE in psycopg must be looked at: operators need a way to mend it."""
    by_a_wrong_statement = {"27", "2F", "38", "39", "3B", "54", "HV"}
    errors = [kind for kind in vars(psycopg.errors).values() if isinstance(kind, type)]
    unknown = {
        kind.sqlstate
        for kind in errors
        if issubclass(kind, psycopg.OperationalError)
        and kind.sqlstate is not None
        and kind.sqlstate[:2] not in by_a_wrong_statement
        and not isinstance(as_storage_error(kind()), StorageError)
    }
    assert len(errors) > 200
    assert not unknown
