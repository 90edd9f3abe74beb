"""What the store promises to those who write and read, on SQLite and on PostgreSQL."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from storage.database import Database, Transaction, open_database
from storage.errors import (
    NoKeyError,
    ReadOnlyError,
)
from storage.tables import facts
from tests.support.stores import MASTER, Gate, Open, names, note, together

# --- writing


async def test_what_was_written_is_there_after_a_restart(open_it: Open) -> None:
    first = open_it()
    await first.write(note("kept"))
    await first.close()

    assert await open_it().read(names) == {"kept"}


async def test_a_work_that_raises_takes_nothing_of_the_others_with_it(database: Database) -> None:
    """Members share a commit; one member's bad luck stays their own."""

    def write_then_raise(tx: Transaction) -> None:
        note("half")(tx)
        raise LookupError("on purpose")

    results = await together(
        database,
        *(note(f"before {n}") for n in range(5)),
        write_then_raise,
        *(note(f"after {n}") for n in range(5)),
    )

    assert [type(result) for result in results] == [type(None)] * 5 + [LookupError] + [
        type(None)
    ] * 5
    assert await database.read(names) == {
        f"{when} {n}" for when in ("before", "after") for n in range(5)
    }


async def test_a_broken_constraint_takes_nothing_of_the_others_with_it(database: Database) -> None:
    await database.write(note("taken"))

    results = await together(database, note("one"), note("taken"), note("two"))

    assert [type(result) for result in results] == [type(None), IntegrityError, type(None)]
    assert await database.read(names) == {"taken", "one", "two"}


async def test_nobody_is_answered_before_the_commit(open_it: Open) -> None:
    """A "saved" that a crash could take back would be a lie."""
    order: list[str] = []
    database = open_it(checkpoint=order.append)

    await database.write(lambda tx: order.append("work"))
    order.append("answer")

    assert order == ["work", "before-commit", "after-commit", "answer"]


async def test_when_the_commit_breaks_nobody_is_told_it_was_saved(open_it: Open) -> None:
    def break_it(name: str) -> None:
        if name == "before-commit" and armed:
            raise OSError("on purpose")

    armed = False
    database = open_it(checkpoint=break_it)
    gate = Gate()
    held = asyncio.ensure_future(database.write(gate.work))
    waiting = [asyncio.ensure_future(database.write(note(f"row {n}"))) for n in range(3)]
    await asyncio.sleep(0)
    armed = True
    gate.open()
    results = await asyncio.gather(held, *waiting, return_exceptions=True)
    armed = False

    assert [type(result) for result in results] == [OSError] * 4
    assert await database.read(names) == set()
    await database.write(note("the next one is fine"))


async def test_waiting_works_share_a_commit(sqlite_file: Path, opened: list[Database]) -> None:
    """A commit waits for the disk; one each would make a busy evening slow."""
    commits: list[str] = []
    database = open_database(f"sqlite:///{sqlite_file}", MASTER, checkpoint=commits.append)
    opened.append(database)

    await together(database, *(note(f"row {n}") for n in range(200)))

    assert len(await database.read(names)) == 200
    assert commits.count("before-commit") == 4  # 201 works with the gate's, 64 a commit


async def test_a_big_batch_commits_alone(sqlite_file: Path, opened: list[Database]) -> None:
    """Who waits for a small work must not wait for the planner's too."""
    commits: list[str] = []
    database = open_database(f"sqlite:///{sqlite_file}", MASTER, checkpoint=commits.append)
    opened.append(database)
    gate = Gate()
    works: list[Callable[[Transaction], None]] = [
        gate.work,
        note("small"),
        note("big"),
        note("late"),
    ]
    waiting = [
        asyncio.ensure_future(database.write(work, alone=number == 2))
        for number, work in enumerate(works)
    ]
    await asyncio.sleep(0)
    gate.open()
    await asyncio.gather(*waiting)

    assert commits.count("before-commit") == 3  # gate and small, big, late


async def test_who_stops_waiting_in_time_takes_the_work_back(database: Database) -> None:
    """After a time-out the caller tells the member so; storing it later would surprise."""
    gate = Gate()
    held = [asyncio.ensure_future(database.write(gate.work)) for _ in range(8)]
    waiting = asyncio.ensure_future(database.write(note("given up")))
    await asyncio.sleep(0)
    waiting.cancel()
    gate.open()
    await asyncio.gather(*held)
    await database.write(note("next"))

    assert await database.read(names) == {"next"}


async def test_a_stray_stop_iteration_reaches_its_caller(database: Database) -> None:
    """Else the member, and all who share the commit, would wait for ever."""

    def careless(tx: Transaction) -> object:
        return next(iter(tx.execute(select(facts.c.name))))

    with pytest.raises(RuntimeError, match="StopIteration"):
        await database.write(careless)


async def test_a_savepoint_undoes_only_what_is_in_it(database: Database) -> None:
    def work(tx: Transaction) -> None:
        note("first")(tx)
        with suppress(IntegrityError), tx.savepoint():
            note("second")(tx)
            note("first")(tx)
            raise AssertionError("the first is there twice")
        note("third")(tx)

    await database.write(work)

    assert await database.read(names) == {"first", "third"}


async def test_only_new_rows_are_counted(database: Database) -> None:
    """An event that comes twice is known by it."""

    def rows(*some: str) -> list[dict[str, str]]:
        return [{"name": name, "value": "x"} for name in some]

    def work(tx: Transaction) -> list[int]:
        return [
            tx.insert_new(facts, rows("a")),
            tx.insert_new(facts, rows("a")),
            tx.insert_new(facts, rows("a", "b", "b", "c")),
            tx.insert_new(facts, rows("a", "b", "c")),
            tx.insert_new(facts, []),
        ]

    assert await database.write(work) == [1, 0, 2, 0, 0]
    assert await database.read(names) == {"a", "b", "c"}


def test_commands_write_and_read_without_an_event_loop(database_url: str) -> None:
    database = open_database(database_url, MASTER)
    database.write_sync(note("from a command"))
    assert database.read_sync(names) == {"from a command"}
    database.close_sync()


# --- reading


async def test_a_read_sees_one_moment(database: Database) -> None:
    """An export that mixes before and after would contradict itself."""
    loop = asyncio.get_running_loop()

    def twice(tx: Transaction) -> tuple[set[str], set[str]]:
        before = names(tx)
        asyncio.run_coroutine_threadsafe(database.write(note("meanwhile")), loop).result(60)
        return before, names(tx)

    assert await database.read(twice) == (set(), set())
    assert await database.read(names) == {"meanwhile"}


async def test_a_read_may_not_write(database: Database) -> None:
    with pytest.raises(ReadOnlyError):
        await database.read(note("sneaked in"))
    assert await database.read(names) == set()


# --- people's keys


async def test_a_person_s_key_opens_what_it_sealed_until_it_is_destroyed(
    database: Database,
) -> None:
    """Erasing a person is destroying the key."""
    sealed = await database.write(
        lambda tx: tx.create_key(7).seal_text("checkins.note", 1, "hello")
    )
    opened = await database.read(lambda tx: tx.key_of(7).open_text("checkins.note", 1, sealed))
    assert opened == "hello"

    def erase(tx: Transaction) -> None:
        tx.key_of(7)
        tx.destroy_key(7)
        with pytest.raises(NoKeyError):
            tx.key_of(7)

    await database.write(erase)
    with pytest.raises(NoKeyError, match="person 7"):
        await database.read(lambda tx: tx.key_of(7))


async def test_the_keys_of_many_leave_out_who_was_erased(database: Database) -> None:
    people = list(range(1, 2_502))
    await database.write(lambda tx: tx.create_keys(people))
    await database.write(lambda tx: tx.destroy_key(3))

    def look(tx: Transaction) -> bool:
        keys = tx.keys_of([*people, 1, 99_999])
        sealed = tx.key_of(2_000).seal_text("checkins.note", 5, "hello")
        assert keys[2_000].open_text("checkins.note", 5, sealed) == "hello"
        return keys.keys() == set(people) - {3}

    assert await database.read(look)


async def test_a_person_has_one_key(database: Database) -> None:
    """A second one would make unreadable what the first has sealed."""
    await database.write(lambda tx: tx.create_key(7))
    with pytest.raises(IntegrityError):
        await database.write(lambda tx: tx.create_key(7))
