"""Opening the store: with the right key, what can be read, and nothing else."""

from __future__ import annotations

import asyncio
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import delete, select

from storage.database import Database, open_database
from storage.encryption import MasterKey
from storage.errors import (
    MissingKeyError,
    UnreachableDatabaseError,
    UnreadableDatabaseError,
    WrongKeyError,
)
from storage.tables import facts, system_keys
from tests.support.postgres import PostgresServer
from tests.support.stores import MASTER, Open, content, note


@pytest.fixture
def tables() -> bool:
    """The tables are made here."""
    return False


async def test_the_wrong_key_is_refused_and_nothing_is_written(
    database_url: str, open_it: Open
) -> None:
    database = open_it()
    await database.write(note("kept"))
    await database.close()
    before = content(database_url)

    with pytest.raises(WrongKeyError) as caught:
        open_database(database_url, MasterKey.generate())

    assert content(database_url) == before
    assert "key that this database was made with" in caught.value.mend


def test_without_a_key_no_database_is_made(sqlite_file: Path) -> None:
    with pytest.raises(MissingKeyError) as caught:
        open_database(f"sqlite:///{sqlite_file}", None)
    assert not sqlite_file.exists()
    assert "HANDRAIL_KEY" in caught.value.mend


def test_who_opens_waits_while_another_process_makes_the_file(sqlite_file: Path) -> None:
    """The other one holds it before it has a log beside it."""
    other = sqlite3.connect(sqlite_file, isolation_level=None)
    other.execute("CREATE TABLE other (n)")
    other.execute("BEGIN IMMEDIATE")
    with ThreadPoolExecutor(1) as thread:
        opening = thread.submit(open_database, f"sqlite:///{sqlite_file}", MASTER)
        with pytest.raises(TimeoutError):
            opening.result(timeout=0.3)
        other.execute("COMMIT")
        asyncio.run(opening.result(timeout=60).close())
    other.close()


async def test_rows_without_their_keys_are_not_given_new_ones(open_it: Open) -> None:
    """After half a restore new keys would look well and find nobody."""
    database = open_it()
    await database.write(lambda tx: tx.create_key(7))
    await database.write(lambda tx: tx.execute(delete(system_keys)).rowcount)
    await database.close()

    with pytest.raises(MissingKeyError, match="person_keys") as caught:
        open_it()
    assert "backup" in caught.value.mend


@pytest.mark.parametrize(
    "bad",
    [
        pytest.param(b"this is a shopping list\n" * 500, id="text"),
        pytest.param(b"SQLite format 3\0" + b"\xff" * 8_176, id="a damaged header"),
    ],
)
def test_a_file_that_is_no_database_is_refused_and_kept(sqlite_file: Path, bad: bytes) -> None:
    sqlite_file.write_bytes(bad)
    with pytest.raises(UnreadableDatabaseError) as caught:
        open_database(f"sqlite:///{sqlite_file}", MASTER)
    assert "storage.url" in caught.value.mend
    assert sqlite_file.read_bytes() == bad


def test_a_damaged_page_is_named_as_damage(sqlite_file: Path) -> None:
    url = f"sqlite:///{sqlite_file}"
    database = open_database(url, MASTER)
    for number in range(300):
        database.write_sync(note(f"row {number}", "x" * 1_000))
    database.close_sync()
    damaged = bytearray(sqlite_file.read_bytes())
    place = len(damaged) - 102_400  # the rows stand behind all the empty tables
    damaged[place : place + 40_960] = b"\xaa" * 40_960
    sqlite_file.write_bytes(damaged)

    with pytest.raises(UnreadableDatabaseError) as caught:
        open_database(url, MASTER).read_sync(
            lambda tx: tx.execute(select(facts.c.name, facts.c.value)).all()
        )
    assert "backup" in caught.value.mend


def test_a_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(UnreadableDatabaseError, match=r"data/handrail\.db"):
        open_database(f"sqlite:///{tmp_path}/data/handrail.db", MASTER)


@pytest.mark.parametrize(
    "url", ["sqlite://", "sqlite:///:memory:", "mysql://host/name", "handrail.db", ""]
)
def test_a_url_we_cannot_use_is_refused(url: str) -> None:
    with pytest.raises(UnreadableDatabaseError, match=r"storage\.url"):
        open_database(url, MASTER)


def test_a_server_that_does_not_answer_is_named(postgres: PostgresServer) -> None:
    with pytest.raises(UnreachableDatabaseError) as caught:
        open_database("postgresql://handrail:secret@127.0.0.1:1/handrail", MASTER)
    assert "secret" not in str(caught.value)
    with pytest.raises(UnreachableDatabaseError):
        open_database(postgres.url("no_such_database"), MASTER)


async def test_the_password_is_not_shown(opened: list[Database], postgres: PostgresServer) -> None:
    url = postgres.url(postgres.create_database()).replace("handrail@", "handrail:secret@")
    database = open_database(url, MASTER)
    opened.append(database)
    assert "secret" not in database.url_safe
    assert "127.0.0.1" in database.url_safe


def test_only_its_owner_may_read_a_new_database(tmp_path: Path) -> None:
    file = tmp_path / "new" / "handrail.db"
    database = open_database(f"sqlite:///{file}", MASTER)
    database.write_sync(note("x"))
    assert {path.stat().st_mode & 0o777 for path in file.parent.iterdir()} == {0o600}
    assert file.parent.stat().st_mode & 0o777 == 0o700
    database.close_sync()
