"""How connections to each database are set up."""

from __future__ import annotations

import errno
import os
import sqlite3
import time
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    ExceptionContext,
    NullPool,
    create_engine,
    event,
    make_url,
    text,
)
from sqlalchemy.exc import ArgumentError

from storage.errors import (
    ReadOnlyError,
    StorageError,
    StorageFullError,
    UnreadableDatabaseError,
    is_of_postgres,
)

Dialect = Literal["sqlite", "postgresql"]

_DRIVERS: dict[str, str] = {
    "sqlite": "sqlite+pysqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
}

_WAIT_SECONDS = 5.0  # for somebody else's lock
_RETRY_SECONDS = 0.02
_MIGRATION_WAIT_SECONDS = 60.0  # another process may be bringing the schema up to date

_POSTGRES_LOCK = 0x48414E44  # any number that only we use

_STATEMENTS_KEPT = 512  # prepared by SQLite, per connection

_SQLITE_WRITER = {
    # In WAL mode NORMAL may lose the last commits in a power cut; an acknowledged one must stay.
    "synchronous": "FULL",
    "foreign_keys": "ON",
    "secure_delete": "ON",  # deleted content is overwritten with zeros
    "journal_size_limit": str(64 * 1024 * 1024),
    "temp_store": "MEMORY",  # what is sorted does not spill into files of its own
    "cache_size": "-16384",  # KiB
}
_SQLITE_READER = {"query_only": "ON", "temp_store": "MEMORY"}
# Rebuilding a table drops the old one, which would cascade.
_SQLITE_MIGRATION = _SQLITE_WRITER | {"foreign_keys": "OFF"}


def read_url(text: str) -> URL:
    """The database's URL with the driver that we use. Raises UnreadableDatabaseError."""
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise UnreadableDatabaseError("storage.url is not a URL") from None
    name = url.drivername.partition("+")[0]
    if name not in _DRIVERS:
        raise UnreadableDatabaseError(
            f"storage.url begins with {url.drivername}",
            "Use sqlite:///folder/name.db or postgresql://name@host/database.",
        )
    if name == "sqlite" and (url.database or ":memory:") == ":memory:":
        raise UnreadableDatabaseError(
            "storage.url names no file", "Use sqlite:///folder/name.db, or sqlite:////absolute/path"
        )
    return url.set(drivername=_DRIVERS[name])


def dialect_of(url: URL) -> Dialect:
    """Which of the two databases a URL names."""
    return "sqlite" if url.get_backend_name() == "sqlite" else "postgresql"


def sqlite_path(url: URL) -> Path:
    """The file of a SQLite database."""
    return Path(url.database or "")


def make_sqlite_file(path: Path) -> None:
    """Makes an empty database that only its owner may read, and its folder, where missing.

    SQLite gives the files that it puts beside it the same mode.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise _from_os(path, error) from None


def writer_engine(url: URL, connections: int) -> Engine:
    """For transactions that write; on SQLite they take the write lock as they begin."""
    if dialect_of(url) == "postgresql":
        return _postgres_engine(url, pool_size=connections)
    # IMMEDIATE, since a transaction that has read first cannot wait for the write lock.
    return _sqlite_engine(url, _SQLITE_WRITER, "BEGIN IMMEDIATE", pool_size=connections)


def reader_engine(url: URL, connections: int) -> Engine:
    """For transactions that only read, each of one moment's state."""
    if dialect_of(url) == "sqlite":
        return _sqlite_engine(url, _SQLITE_READER, "BEGIN", wal=False, pool_size=connections)
    return _postgres_engine(
        url,
        pool_size=connections,
        isolation_level="REPEATABLE READ",
        execution_options={"postgresql_readonly": True},
    )


def migration_engine(url: URL) -> Engine:
    """For changing the schema: waits long for others, and checks no foreign keys on SQLite."""
    wait = _MIGRATION_WAIT_SECONDS
    if dialect_of(url) == "postgresql":
        return _postgres_engine(url, wait, poolclass=NullPool)
    return _sqlite_engine(url, _SQLITE_MIGRATION, "BEGIN IMMEDIATE", wait, poolclass=NullPool)


def wait_for_other_processes(connection: Connection) -> None:
    """Until this transaction ends, no other process prepares the same database.

    On SQLite the write lock, which a transaction of `writer_engine` begins with, sees to that.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_POSTGRES_LOCK})"))


def _sqlite_engine(
    url: URL,
    pragmas: dict[str, str],
    begin: str,
    wait_seconds: float | None = None,
    *,
    wal: bool = True,
    **options: Any,
) -> Engine:
    wait = _WAIT_SECONDS if wait_seconds is None else wait_seconds
    if "poolclass" not in options:
        options["max_overflow"] = 0
    engine = create_engine(
        url,
        hide_parameters=True,
        connect_args={
            "timeout": wait,
            # The driver begins transactions late and by itself; we begin them, at once.
            "isolation_level": None,
            "check_same_thread": False,
            "cached_statements": _STATEMENTS_KEPT,
        },
        **options,
    )

    @event.listens_for(engine, "connect")
    def set_up(connection: sqlite3.Connection, _record: Any) -> None:
        if wal:
            _use_wal(connection, wait)
        for name, value in pragmas.items():
            connection.execute(f"PRAGMA {name}={value}")

    @event.listens_for(engine, "begin")
    def begin_transaction(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _use_wal(connection: sqlite3.Connection, wait_seconds: float) -> None:
    """Waits for who holds the file, which SQLite itself does not do when the mode changes."""
    until = time.monotonic() + wait_seconds
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(_RETRY_SECONDS)
        else:
            return


def _postgres_engine(url: URL, wait_seconds: float | None = None, **options: Any) -> Engine:
    wait = _WAIT_SECONDS if wait_seconds is None else wait_seconds
    if "poolclass" not in options:
        options["max_overflow"] = 0
    engine = create_engine(
        url,
        hide_parameters=True,
        connect_args={"connect_timeout": 10, "application_name": "handrail"},
        **options,
    )

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: Any) -> None:
        # Outside a transaction, else the next rollback takes it back.
        connection.autocommit = True
        connection.execute(f"SET lock_timeout = '{wait}s'")
        connection.execute("SET TIME ZONE 'UTC'")
        connection.autocommit = False

    event.listen(engine, "handle_error", _say_no_values)
    return engine


def _say_no_values(context: ExceptionContext) -> None:
    """PostgreSQL's messages quote values and whole rows; logs must not."""
    original = context.original_exception
    if not is_of_postgres(original) or original.sqlstate is None:
        return
    told = original.diag
    where = (told.table_name, told.column_name, told.constraint_name)
    original.args = (" ".join([original.sqlstate, *(name for name in where if name)]),)
    if context.sqlalchemy_exception is not None:
        context.sqlalchemy_exception.args = (f"({type(original).__name__}) {original}",)


def _from_os(path: Path, error: OSError) -> StorageError:
    what = f"the database {path} cannot be opened: {error.strerror}"
    match error.errno:
        case errno.EROFS:
            return ReadOnlyError(what)
        case errno.ENOSPC | errno.EDQUOT:
            return StorageFullError(what)
        case _:
            return UnreadableDatabaseError(what)
