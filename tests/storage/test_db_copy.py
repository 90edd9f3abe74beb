"""Moving to another database: all of it arrives, or nothing changes."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Executable, insert, text, update

from storage import moving
from storage.copying import copy_rows, digests_of
from storage.database import Database, open_database
from storage.encryption import MasterKey
from storage.engines import migration_engine, read_url, writer_engine
from storage.errors import (
    CopyError,
    OldSchemaError,
    SealBrokenError,
    StorageBusyError,
    UnreadableDatabaseError,
    WrongKeyError,
)
from storage.moving import Moved, move
from storage.standing import is_there
from storage.tables import checkins, facts
from tests.support.backups import NOON, NOTE, fill, note_of
from tests.support.console import Folder
from tests.support.databases import with_tables
from tests.support.postgres import PostgresServer
from tests.support.process import ROOT
from tests.support.stores import MASTER


@pytest.fixture
def target(request: pytest.FixtureRequest, database_url: str, tmp_path: Path) -> Iterator[str]:
    """The URL of a new place for the other kind of database, with nothing there."""
    if not database_url.startswith("sqlite"):
        yield f"sqlite:///{tmp_path / 'new' / 'handrail.db'}"
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    name = server.create_database()
    yield server.url(name)
    server.drop_database(name)


@pytest.fixture
def person(database_url: str) -> int:
    """A member with a history, in a database that no bot has open."""
    return filled(database_url)


def filled(url: str, account: str = "ada") -> int:
    database = open_database(url, MASTER)
    try:
        return fill(database, account)
    finally:
        database.close_sync()


def moved(source: str, target: str, master: MasterKey = MASTER, **options: Any) -> Moved:
    return move(source, target, master, NOON, **options)


def content(url: str) -> object:
    engine = migration_engine(read_url(url))
    try:
        with engine.connect() as connection:
            return digests_of(connection)
    finally:
        engine.dispose()


def write(url: str, *statements: Any) -> None:
    engine = writer_engine(read_url(url), 1)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(statement)
    engine.dispose()


# --- there and back


def test_everything_arrives_and_the_old_one_stays_as_it_was(
    database_url: str, target: str, person: int, tmp_path: Path
) -> None:
    """From either kind to the other, and back: the same rows, which open with the same key."""
    before = content(database_url)

    done = moved(database_url, target)
    third = f"sqlite:///{tmp_path / 'third.db'}"
    moved(target, third)

    assert note_of(target, person) == note_of(third, person) == NOTE
    assert content(database_url) == before == content(target) == content(third)
    assert (done.rows["persons"], done.rows["outbox"], done.aside) == (1, 2, None)
    assert {"accounts", "checkins", "communities", "outbox"} <= set(done.opened)


def test_who_joins_afterwards_is_written_in_the_new_place(
    database_url: str, target: str, person: int
) -> None:
    """The new database is a whole one, not only a copy to look at."""
    moved(database_url, target)

    second = filled(target, "bo")

    assert note_of(target, second) == NOTE
    assert note_of(database_url, second) is None


def test_a_big_table_needs_little_memory(tmp_path: Path) -> None:
    """A community of years is moved on the small machine that it runs on."""
    source = with_tables(f"sqlite:///{tmp_path / 'old.db'}", MASTER)
    rows = [{"name": f"row-{number}", "value": f"{number:0>4000}"} for number in range(10_000)]
    engine = writer_engine(read_url(source), 1)
    with engine.begin() as connection:
        connection.execute(insert(facts), rows)
    engine.dispose()
    del rows

    def told(done: float) -> None:
        if not tracemalloc.is_tracing():  # by now all libraries are loaded
            tracemalloc.start()

    try:
        done = moved(source, f"sqlite:///{tmp_path / 'new.db'}", told=told)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert done.rows["facts"] >= 10_000
    assert 0 < most < 24 * 2**20, "the table alone is 40 MB"


# --- what is refused


def test_nothing_is_copied_from_under_a_running_bot(
    database: Database, database_url: str, target: str
) -> None:
    """What it writes meanwhile would be left behind."""
    with pytest.raises(StorageBusyError, match="first"):
        moved(database_url, target)

    assert not is_there(read_url(target))


def test_a_bot_that_starts_meanwhile_writes_nothing_that_is_left_behind(
    database_url: str, target: str, person: int
) -> None:
    """The old database is held: the bot is told so, and nothing of it is lost."""
    tried: list[bool] = []

    def start_a_bot(done: float) -> None:
        if not tried:
            tried.append(True)
            with pytest.raises(StorageBusyError):
                open_database(database_url, MASTER, migrate=False)

    moved(database_url, target, told=start_a_bot)

    assert tried
    assert content(database_url) == content(target)


def test_nothing_is_put_in_the_place_of_a_running_bots(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    """Whatever is asked, its database stays."""
    other = with_tables(f"sqlite:///{tmp_path / 'other.db'}", MASTER)
    fill(database)
    before = content(database_url)

    with pytest.raises(StorageBusyError, match="second"):
        moved(other, database_url, replace=True)

    assert content(database_url) == before


def test_what_is_there_is_only_replaced_when_asked_and_kept(
    database_url: str, target: str, person: int
) -> None:
    """A slip of the hand loses nothing."""
    other = filled(target, "bo")

    with pytest.raises(CopyError, match="already"):
        moved(database_url, target)
    assert note_of(target, other) == NOTE
    done = moved(database_url, target, replace=True)

    assert note_of(target, person) == NOTE
    assert note_of(target, other) is None
    assert done.aside is not None
    if target.startswith("sqlite"):
        assert note_of(f"sqlite:///{done.aside}", other) == NOTE
    else:
        engine = migration_engine(read_url(target))
        with engine.connect() as connection:
            kept = f'SELECT count(*) FROM "{done.aside.removeprefix("schema ")}".persons'
            assert connection.execute(text(kept)).scalar() == 1
        engine.dispose()


def test_a_schema_that_is_not_this_releases_is_refused(
    database_url: str, target: str, person: int
) -> None:
    """Columns may have changed what they mean; `handrail upgrade` comes first."""
    write(database_url, text("DELETE FROM alembic_version"))

    with pytest.raises(OldSchemaError):
        moved(database_url, target)

    assert not is_there(read_url(target))


def test_the_wrong_key_copies_nothing(database_url: str, target: str, person: int) -> None:
    """What nobody could read in the new place is not put there."""
    with pytest.raises(WrongKeyError):
        moved(database_url, target, MasterKey.generate())

    assert not is_there(read_url(target))


def test_what_does_not_open_is_said(database_url: str, target: str, person: int) -> None:
    """A value that was damaged before is found before one relies on the new place."""
    write(database_url, update(checkins).values(note=b"\x01" + bytes(60)))

    with pytest.raises(SealBrokenError, match=r"checkins\.note"):
        moved(database_url, target)

    assert not is_there(read_url(target))


@pytest.mark.parametrize("spelling", ["{}/old.db", "{}/folder/../old.db"])
def test_a_database_is_not_copied_onto_itself(tmp_path: Path, spelling: str) -> None:
    url = with_tables(f"sqlite:///{tmp_path / 'old.db'}", MASTER)

    with pytest.raises(CopyError, match="same"):
        moved(url, f"sqlite:///{spelling.format(tmp_path)}", replace=True)


def test_nothing_is_made_of_nothing(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDatabaseError, match="nothing"):
        moved(f"sqlite:///{tmp_path / 'typo.db'}", f"sqlite:///{tmp_path / 'new.db'}")

    assert list(tmp_path.iterdir()) == []


# --- what goes wrong


CHANGES: dict[str, Executable] = {
    "a column": update(facts).values(value="other"),
    "a row less": text("DELETE FROM checkins"),
    "a row more": insert(facts).values(name="more", value="x"),
    "a byte": update(checkins).values(note=b"\x01" + bytes(60)),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_row_that_arrives_otherwise_is_noticed(
    change: str, database_url: str, target: str, person: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every row and column is compared; then nothing stands in the new place."""
    write(database_url, insert(facts).values(name="one", value="as it is"))

    def almost(source: Connection, new: Connection, told: Any) -> int:
        done = copy_rows(source, new, told)
        new.execute(CHANGES[change])
        return done

    monkeypatch.setattr(moving, "copy_rows", almost)

    with pytest.raises(CopyError, match=r"differs.* (facts|checkins)$"):
        moved(database_url, target)

    assert not is_there(read_url(target))


KILLED = """
import os, signal, sys
from storage.moving import move
from tests.support.backups import NOON
from tests.support.stores import MASTER

def told(done):
    if done > 0.4:
        os.kill(os.getpid(), signal.SIGKILL)

move(sys.argv[1], sys.argv[2], MASTER, NOON, told=told)
"""


def test_a_copy_that_is_killed_can_be_begun_again(
    database_url: str, target: str, person: int
) -> None:
    """Nothing stands in the new place by then, and what lay around is gone afterwards."""
    command = [sys.executable, "-c", KILLED, database_url, target]
    ended = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, timeout=120)
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()
    assert not is_there(read_url(target))

    # A server notices only after a moment that its client is gone.
    done = again(database_url, target)

    assert content(target) == content(database_url)
    assert done.aside is None
    if target.startswith("sqlite"):
        folder = Path(target.removeprefix("sqlite:///")).parent
        assert [path.name for path in folder.iterdir() if path.is_dir()] == []


def again(source: str, target: str) -> Moved:
    for _ in range(300):
        with suppress(StorageBusyError):
            return moved(source, target)
        time.sleep(0.1)
    pytest.fail("it is still taken to be in use")


# --- as an operator sees it


async def test_an_operator_moves_by_one_command(tmp_path: Path) -> None:
    """It says what was copied and what to put into the configuration, never a password."""
    folder = Folder(tmp_path)
    folder.write("data/handrail.key", MASTER.to_base64() + "\n")
    await asyncio.to_thread(filled, with_tables(f"sqlite:///{folder.database}", MASTER))

    done = await folder.handrail("db", "copy", "sqlite:///data/handrail.db", "sqlite:///new.db")
    twice = await folder.handrail("db", "copy", "sqlite:///data/handrail.db", "sqlite:///new.db")

    assert done.code == 0, done.err
    assert "Traceback" not in done.err
    counts = dict(line.split() for line in done.out.splitlines() if len(line.split()) == 2)
    assert (counts["persons"], counts["outbox"]) == ("1", "2")
    assert 'url = "sqlite:///new.db"' in done.out
    twice.refused("--replace")
