"""A consistent copy of a database as a file of SQLite, and the way from such a file back.

Every backup holds a file of SQLite, whichever database it was made of: so that PostgreSQL needs no
programme of its own for it, and an installation can move from one to the other.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import URL, Connection, MetaData, Table, func, insert, select, text

from storage.engines import (
    dialect_of,
    make_sqlite_file,
    migration_engine,
    read_url,
    reader_engine,
    sqlite_path,
)
from storage.errors import BackupError, as_operators_see_it
from storage.migrate import revision_of, upgrade

_AT_ONCE = 500  # rows
_MANY = 2**256
_NOT_COPIED = ("alembic_version",)

Told = Callable[[float], None]
"""Is told how much is done, from 0 to 1."""


def url_of(path: Path) -> URL:
    """The URL of a file of SQLite."""
    return read_url(f"sqlite:///{path}")


def copy_to_file(url: URL, path: Path, told: Told = lambda done: None) -> None:
    """Copy a database as it is at one moment, while others write to it. `path` is new.

    Raises: StorageError.
    """
    make_sqlite_file(path)
    if dialect_of(url) == "sqlite":
        with (
            as_operators_see_it(),
            closing(sqlite3.connect(sqlite_path(url), isolation_level=None)) as source,
        ):
            # Pages that are free, with what was deleted there, are left behind.
            source.execute("VACUUM INTO ?", (str(path),))
        told(1.0)
        return
    engine = reader_engine(url, 1)
    try:
        with as_operators_see_it(), engine.connect() as source_connection:
            upgrade(url_of(path), to=revision_of(source_connection) or "base")
            target = migration_engine(url_of(path))
            with target.begin() as target_connection:
                copy_rows(source_connection, target_connection, told)
            target.dispose()
    finally:
        engine.dispose()


def copy_rows(source: Connection, target: Connection, told: Told = lambda done: None) -> int:
    """Copy the rows of all tables between databases of the same schema. Returns: how many.

    `target` has the tables, without rows.
    """
    theirs, ours = tables_of(source), tables_of(target)
    if {table.name for table in theirs} != {table.name for table in ours}:
        raise BackupError("the two databases have different tables")
    into = {table.name: table for table in ours}
    done, of = 0, sum(_counts(source, theirs).values()) or 1
    for table in theirs:
        adding = insert(into[table.name])
        reading = select(table).execution_options(stream_results=True, yield_per=_AT_ONCE)
        for some in source.execute(reading).mappings().partitions():
            target.execute(adding, [dict(row) for row in some])
            done += len(some)
            told(done / of)
    return done


class Digest(NamedTuple):
    """What a table holds, whatever the order of its rows.

    Args:
        rows: how many.
        content: the sum of the hashes of all rows, over all their columns.
    """

    rows: int
    content: int


def digests_of(connection: Connection, told: Told = lambda done: None) -> dict[str, Digest]:
    """By table, to compare two databases by; the same on both kinds. Keeps a few rows at a time."""
    found: dict[str, Digest] = {}
    tables = tables_of(connection)
    done, of = 0, sum(_counts(connection, tables).values()) or 1
    for table in tables:
        columns = sorted(table.c, key=lambda column: column.name)
        reading = select(*columns).execution_options(stream_results=True, yield_per=_AT_ONCE)
        rows = content = 0
        for some in connection.execute(reading).partitions():
            # Added up, so that neither database needs to sort.
            content += sum(_hash(row) for row in some)
            rows += len(some)
            done += len(some)
            told(done / of)
        found[table.name] = Digest(rows, content % _MANY)
    return found


def _hash(row: Iterable[Any]) -> int:
    written = repr([int(value) if isinstance(value, bool) else value for value in row])
    return int.from_bytes(sha256(written.encode("utf-8", "surrogatepass")).digest())


def tables_of(connection: Connection) -> list[Table]:
    """As they are there, whichever release made them; those that others refer to come first."""
    found = MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name not in _NOT_COPIED]


def row_counts(connection: Connection) -> dict[str, int]:
    """How many rows each table has."""
    return _counts(connection, tables_of(connection))


def _counts(connection: Connection, tables: Iterable[Table]) -> dict[str, int]:
    return {
        table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for table in tables
    }


def counts_of_sound(path: Path) -> dict[str, int]:
    """How many rows each table of a file has. Raises BackupError if the file is damaged."""
    engine = reader_engine(url_of(path), 1)
    try:
        with as_operators_see_it(), engine.connect() as connection:
            verdict = connection.execute(text("PRAGMA integrity_check")).scalar()
            astray = connection.execute(text("PRAGMA foreign_key_check")).first()
            if verdict != "ok" or astray is not None:
                raise BackupError(
                    "the copy is damaged, so the database is too",
                    "Put the last good backup in its place.",
                )
            return row_counts(connection)
    finally:
        engine.dispose()
