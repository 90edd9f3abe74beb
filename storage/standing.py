"""The database that stands where a backup is to go: whether it is in use, and putting it aside."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlalchemy import URL, Connection, inspect, text

from storage.backup_files import sync_folder
from storage.copying import copy_rows, url_of
from storage.engines import (
    dialect_of,
    migration_engine,
    sqlite_path,
    wait_for_other_processes,
)
from storage.errors import BackupError, StorageBusyError, StorageError, as_operators_see_it
from storage.migrate import bring_up_to_date
from storage.tables import metadata

ASIDE = "before_restore_"

Told = Callable[[float], None]
"""Is told how much is done, from 0 to 1."""


def in_use(url: URL) -> bool:
    """Whether another process has the database open. It is there."""
    with as_operators_see_it():
        if dialect_of(url) == "postgresql":
            engine = migration_engine(url)
            try:
                with engine.connect() as connection:
                    others = connection.execute(_OTHERS).scalar_one()
            finally:
                engine.dispose()
            return bool(others)
        try:
            with closing(
                sqlite3.connect(sqlite_path(url), isolation_level=None, timeout=1)
            ) as connection:
                # Possible only for who is alone; the log's content goes into the file itself.
                connection.execute("PRAGMA journal_mode=DELETE")
                connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
                return True
            raise
    return False


_OTHERS = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
    " AND application_name = 'handrail' AND pid <> pg_backend_pid()"
)


def require_free(url: URL, *, replace: bool) -> None:
    """Raises: BackupError, StorageBusyError."""
    if not is_there(url):
        return
    if not replace:
        raise BackupError(
            "there is a database already, and it is not overwritten",
            "With --replace it is put aside and kept; or name another place with --into.",
        )
    try:
        busy = in_use(url)
    except StorageError:
        busy = False  # damaged: nobody can be working with it, and it is kept as it is
    if busy:
        raise StorageBusyError(
            "a bot, or another programme, has the database open", "Stop it first; nothing changed."
        )


def is_there(url: URL) -> bool:
    """Whether there is a database, with tables of ours."""
    if dialect_of(url) == "sqlite":
        path = sqlite_path(url)
        return path.exists() and path.stat().st_size > 0
    engine = migration_engine(url)
    try:
        with as_operators_see_it(), engine.connect() as connection:
            return bool(set(inspect(connection).get_table_names()) & {*metadata.tables})
    finally:
        engine.dispose()


def put_file(copy: Path, path: Path, moment: str) -> str | None:
    """Let the copy take the database's place, by a rename. Returns: where the old one is."""
    aside = path.with_name(f"{path.name}.{ASIDE}{moment}")
    was_there = path.exists() and path.stat().st_size > 0
    with copy.open("rb") as written:
        os.fsync(written.fileno())
    for suffix in ("-wal", "-shm"):  # of a damaged database; else there is none
        left = path.with_name(path.name + suffix)
        if left.exists():
            left.replace(aside.with_name(aside.name + suffix))
    if was_there:
        # A second name for it first, so that at no moment there is no database.
        os.link(path, aside)
    copy.replace(path)
    sync_folder(path.parent)
    return str(aside) if was_there else None


def fill_server(copy: Path, url: URL, moment: str, told: Told) -> str | None:
    """Fill the server's database in one transaction. Returns: the schema with the old tables."""
    source_engine = migration_engine(url_of(copy))
    try:
        with as_operators_see_it(), source_engine.connect() as source:
            return fill_server_by(url, moment, lambda target: copy_rows(source, target, told))
    finally:
        source_engine.dispose()


def fill_server_by(url: URL, moment: str, fill: Callable[[Connection], object]) -> str | None:
    """The same by any means: `fill` gets the new tables; what it raises undoes everything."""
    aside = f"{ASIDE}{moment.lower()}"
    engine = migration_engine(url)
    try:
        with as_operators_see_it(), engine.begin() as target:
            wait_for_other_processes(target)
            found = set(inspect(target).get_table_names())
            old = found & {*metadata.tables, "alembic_version"}
            if old:
                target.execute(text(f'CREATE SCHEMA "{aside}"'))
                for table in sorted(old):
                    target.execute(text(f'ALTER TABLE "{table}" SET SCHEMA "{aside}"'))
            bring_up_to_date(target)
            fill(target)
            return f"schema {aside}" if old else None
    finally:
        engine.dispose()
