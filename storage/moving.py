"""Moving to another database, of either kind, and making sure that everything has arrived.

The old database is held while it is read, and changes in nothing. The new one is made ready out of
sight (a file of SQLite) or in one transaction (PostgreSQL), compared row by row, and only then
takes its place: whoever stops in the middle finds everything as it was, and begins again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import URL, Connection

from storage.backup import working_folder
from storage.backup_files import telling_of_files
from storage.copying import Told, copy_rows, counts_of_sound, digests_of, url_of
from storage.encryption import MasterKey
from storage.engines import (
    dialect_of,
    make_sqlite_file,
    migration_engine,
    read_url,
    sqlite_path,
    wait_for_other_processes,
    writer_engine,
)
from storage.errors import (
    CopyError,
    StorageBusyError,
    UnreadableDatabaseError,
    as_operators_see_it,
)
from storage.migrate import require_current_schema, upgrade
from storage.seals import open_one_of_each
from storage.standing import fill_server_by, in_use, is_there, put_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What has been copied.

    Args:
        rows: of each table.
        opened: tables with sealed values, of each of which one was opened in the new place.
        aside: where the database is that stood there; None if there was none.
    """

    rows: dict[str, int]
    opened: tuple[str, ...]
    aside: str | None


def move(
    source: str,
    target: str,
    master: MasterKey,
    now: datetime,
    *,
    replace: bool = False,
    told: Told = lambda done: None,
) -> Moved:
    """Copy a database with its keys to another place. Blocks; needs little memory.

    Args:
        source, target: URLs, of either kind each.
        master: the key of the first, and then of the second.
        replace: whether a database that stands at `target` may be put aside.

    Raises: StorageError; then both are as they were.
    """
    read, new = read_url(source), read_url(target)
    _require_two(read, new)
    if not is_there(read):
        raise UnreadableDatabaseError("there is nothing to copy: the first database is empty")
    require_current_schema(read)
    _require_place(new, replace=replace)
    moment = f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    with _held(read) as old:
        if dialect_of(new) == "sqlite":
            moved = _into_file(old, sqlite_path(new), master, moment, told)
        else:
            moved = _into_server(old, new, master, moment, told)
    told(1.0)
    return moved


def _require_two(source: URL, target: URL) -> None:
    one = source == target
    if dialect_of(source) == dialect_of(target) == "sqlite":
        one = sqlite_path(source).resolve() == sqlite_path(target).resolve()
    if one:
        raise CopyError("both names are of the same database")


def _require_place(url: URL, *, replace: bool) -> None:
    if not is_there(url):
        return
    if not replace:
        raise CopyError(
            "there is a database already where it is to go, and it is not overwritten",
            "With --replace it is put aside and kept; or name another place.",
        )
    require_current_schema(url)
    if in_use(url):
        raise StorageBusyError(
            "a bot, or another programme, has the second database open",
            "Stop it first; nothing was changed.",
        )


@contextmanager
def _held(url: URL) -> Iterator[Connection]:
    """The database, which nobody else writes to until the block ends."""
    busy = StorageBusyError(
        "a bot, or another programme, has the first database open",
        "Stop it first, so that nothing is left behind; nothing was changed.",
    )
    if in_use(url):
        raise busy
    engine = writer_engine(url, 1)
    try:
        # On SQLite this begins with the write lock; on PostgreSQL a bot that starts waits here.
        with as_operators_see_it(), engine.connect() as connection, connection.begin():
            wait_for_other_processes(connection)
            yield connection
    finally:
        engine.dispose()


def _into_file(old: Connection, path: Path, master: MasterKey, moment: str, told: Told) -> Moved:
    with (
        telling_of_files("the database was not copied", path.parent),
        _folder_of(path) as work,
    ):
        copy = work / "data.db"
        make_sqlite_file(copy)
        upgrade(url_of(copy))
        engine = migration_engine(url_of(copy))
        try:
            with as_operators_see_it():
                with engine.begin() as target:
                    copy_rows(old, target, lambda done: told(done * 0.5))
                with engine.begin() as target:
                    rows, opened = _compared(old, target, master, told)
        finally:
            engine.dispose()
        with as_operators_see_it(), closing(sqlite3.connect(copy, isolation_level=None)) as file:
            file.execute("PRAGMA journal_mode=DELETE")  # one file, without a log beside it
        if counts_of_sound(copy) != rows:
            raise CopyError("what was written differs from what is read back")
        return Moved(rows=rows, opened=opened, aside=put_file(copy, path, moment))


@contextmanager
def _folder_of(path: Path) -> Iterator[Path]:
    """A folder beside a file to be, on the same disk."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with working_folder(url_of(path)) as work:
        yield work


def _into_server(old: Connection, url: URL, master: MasterKey, moment: str, told: Told) -> Moved:
    found: list[tuple[dict[str, int], tuple[str, ...]]] = []

    def fill(target: Connection) -> None:
        copy_rows(old, target, lambda done: told(done * 0.5))
        found.append(_compared(old, target, master, told))

    aside = fill_server_by(url, moment, fill)
    ((rows, opened),) = found
    return Moved(rows=rows, opened=opened, aside=aside)


def _compared(
    old: Connection, new: Connection, master: MasterKey, told: Told
) -> tuple[dict[str, int], tuple[str, ...]]:
    """Every row, all columns. Returns: rows of each table, and which were opened.

    Raises: CopyError, naming the tables that differ; SealBrokenError, WrongKeyError.
    """
    there = digests_of(old, lambda done: told(0.5 + done * 0.25))
    here = digests_of(new, lambda done: told(0.75 + done * 0.25))
    if differing := sorted({name for name, _ in there.items() ^ here.items()}):
        raise CopyError(f"what arrived differs from what was sent, in {', '.join(differing)}")
    opened = open_one_of_each(new, master)
    return {name: digest.rows for name, digest in here.items()}, opened
