"""The store: works run in transactions, on threads of their own, behind an async facade.

A work is a plain function that gets a `Transaction`; nothing but the database can happen in it.
`await database.write(work)` returns what the work returned, once it is durable.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TypeVar

from sqlalchemy import URL, Connection, Engine, insert, inspect, literal, select, update
from sqlalchemy.exc import DBAPIError

from storage.encryption import Keyring, MasterKey, new_system_keys
from storage.engines import (
    Dialect,
    dialect_of,
    make_sqlite_file,
    read_url,
    reader_engine,
    sqlite_path,
    wait_for_other_processes,
    writer_engine,
)
from storage.errors import (
    MissingKeyError,
    StorageBusyError,
    StorageClosedError,
    StorageFullError,
    UnreadableDatabaseError,
    as_operators_see_it,
)
from storage.migrate import BackUp, require_current_schema, upgrade
from storage.reserve import Reserve
from storage.rotation import forget_next, look_for_next, unlocked
from storage.tables import metadata, system_keys
from storage.transaction import Transaction
from storage.writers import Checkpoint, GroupWriter, ParallelWriters, Writers

__all__ = ["Database", "Transaction", "open_database"]

T = TypeVar("T")

_POSTGRES_WRITERS = 4  # more of them only wait for Python's own lock
_READERS = 4


def _no_checkpoint(_name: str) -> None:
    pass


class Database:
    """An open database. Made by `open_database`."""

    def __init__(
        self,
        url: URL,
        keys: Keyring,
        writers: Engine,
        checkpoint: Checkpoint = _no_checkpoint,
    ) -> None:
        self.dialect: Dialect = dialect_of(url)
        self.url_safe = url.render_as_string(hide_password=True)
        self.keys = keys
        keys.look_for_next = self._look_for_next
        self._url = url
        self._engines = [writers, reader_engine(url, _READERS)]
        self._writers: Writers
        if self.dialect == "sqlite":
            self._writers = GroupWriter(writers, self._begin, checkpoint)
        else:
            self._writers = ParallelWriters(
                writers, self._begin, checkpoint, threads=_POSTGRES_WRITERS
            )
        self._reserve = Reserve.beside(sqlite_path(url)) if self.dialect == "sqlite" else None
        self._readers = ThreadPoolExecutor(_READERS, thread_name_prefix="storage-reader")

    @classmethod
    def open(
        cls, url: str, master: MasterKey | None, *, checkpoint: Checkpoint | None = None
    ) -> Database:
        """Opens a database whose schema is in place; `open_database` sees to that too.

        A database without data gets its system keys here.

        Args:
            checkpoint: for crash tests; called in the writing thread with "before-commit" and
                "after-commit".

        Raises: StorageError, with how to mend it.
        """
        read = read_url(url)
        writers = writer_engine(read, 1 if dialect_of(read) == "sqlite" else _POSTGRES_WRITERS)
        try:
            with as_operators_see_it(), writers.begin() as connection:
                keys = _keyring(connection, master)
        except BaseException:
            writers.dispose()
            raise
        return cls(read, keys, writers, checkpoint or _no_checkpoint)

    async def write(
        self, work: Callable[[Transaction], T], *, alone: bool = False, vital: bool = False
    ) -> T:
        """Runs `work` in a transaction that may write; returns after the durable commit.

        On SQLite works share commits, each in a savepoint: one that raises is undone alone. On
        PostgreSQL a work may run again, after a deadlock. Whoever stops waiting before their turn
        takes the work back; later it is stored all the same.

        Args:
            alone: for big batches, so that no small work waits for theirs to commit.
            vital: on a full disk the reserve is given up for it; see `keep_reserve`.

        Raises: what `work` raises, or a StorageError; then nothing of it is stored, except where
            UnreachableDatabaseError says that it may be.
        """
        try:
            return await self._writers.submit(work, alone=alone)
        except StorageFullError:
            if not vital or self._reserve is None:
                raise
            if not await asyncio.to_thread(self._reserve.free):
                raise
            return await self._writers.submit(work, alone=alone)

    def newest_master(self) -> MasterKey:
        """The master key, also if it was rotated since this process began. Blocks."""
        if (following := self._look_for_next()) is not None:
            self.keys.follow(following)
        return self.keys.master

    async def keep_reserve(self) -> bool:
        """Have room for what is vital, beside a SQLite database; make it again after its use.

        Returns: whether it is there. A server's disk is its operator's matter.
        """
        return self._reserve is None or await asyncio.to_thread(self._reserve.make)

    async def read(self, work: Callable[[Transaction], T]) -> T:
        """Runs `work` in a transaction that sees one moment's state and may not write."""
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._readers, self._read, work)
        except RuntimeError as error:
            if self._writers.closed:
                raise StorageClosedError("the store is closed") from error
            raise

    def write_sync(self, work: Callable[[Transaction], T]) -> T:
        """`write` for commands, outside any event loop."""
        return asyncio.run(self.write(work))

    def read_sync(self, work: Callable[[Transaction], T]) -> T:
        """`read` for commands, in this thread."""
        return self._read(work)

    async def probe(self) -> None:
        """Reads, then writes durably, changing nothing. Raises StorageError if one cannot be."""
        await self.read(lambda tx: tx.execute(select(system_keys.c.name)).all())
        await self.write(lambda tx: tx.execute(_TOUCH).rowcount)
        if self._reserve is not None:
            await asyncio.to_thread(self._reserve.require_room)

    async def shed_deleted(self) -> None:
        """Empties SQLite's write-ahead log, which may hold bytes of deleted rows.

        Raises StorageBusyError if a long read is still using it.
        """
        if self.dialect == "sqlite":
            await asyncio.to_thread(_truncate_log, self._url)

    async def close(self) -> None:
        """Runs what is waiting, then lets go of the database."""
        await asyncio.to_thread(self.close_sync)

    def close_sync(self) -> None:
        """`close` for commands, outside any event loop."""
        self._writers.close()
        self._readers.shutdown()
        for engine in self._engines:
            engine.dispose()

    def _look_for_next(self) -> MasterKey | None:
        """The master key that took this one's place meanwhile; on a connection of its own."""
        engine = reader_engine(self._url, 1)
        try:
            with as_operators_see_it(), engine.connect() as connection:
                return look_for_next(connection, self.keys)
        finally:
            engine.dispose()

    def _begin(self, connection: Connection) -> Transaction:
        return Transaction(connection, self.keys, self.dialect)

    def _read(self, work: Callable[[Transaction], T]) -> T:
        with as_operators_see_it():
            try:
                return self._read_once(work)
            except DBAPIError as error:
                # The server had closed the connection while it lay in the pool.
                if not error.connection_invalidated:
                    raise
                return self._read_once(work)

    def _read_once(self, work: Callable[[Transaction], T]) -> T:
        with self._engines[1].connect() as connection:
            return work(self._begin(connection))


def open_database(
    url: str,
    master: MasterKey | None,
    *,
    migrate: bool = True,
    back_up: BackUp | None = None,
    checkpoint: Checkpoint | None = None,
) -> Database:
    """Makes or opens the database, and brings its schema up to date. Blocks.

    The order keeps mistakes harmless:

    1. The key is tried on an existing database before anything is written to it.
    2. Under a lock, and after a backup, the schema is brought up to date (`migrate`).
    3. A database without data gets its system keys.

    Args:
        url: "sqlite:///folder/name.db" or "postgresql://name:password@host/database".
        migrate: else an older schema is refused with OldSchemaError, a missing file with
            UnreadableDatabaseError.
        back_up: as for `storage.migrate.upgrade`.
        checkpoint: as for `Database.open`.

    Raises: StorageError, with how to mend it.
    """
    if master is None:
        raise MissingKeyError("no key is configured")
    read = read_url(url)
    if dialect_of(read) == "sqlite":
        path = sqlite_path(read)
        if not path.exists() and not migrate:
            raise UnreadableDatabaseError(f"there is no database {path}")
        make_sqlite_file(path)
    _try_key(read, master)
    if migrate:
        upgrade(read, back_up=back_up)
    else:
        require_current_schema(read)
    return Database.open(url, master, checkpoint=checkpoint)


_TOUCH = update(system_keys).values(kid=system_keys.c.kid)


def _try_key(url: URL, master: MasterKey) -> None:
    """Raises WrongKeyError if the database has keys that `master` does not unwrap."""
    engine = reader_engine(url, 1)
    try:
        with as_operators_see_it(), engine.connect() as connection:
            if inspect(connection).has_table(system_keys.name):
                unlocked(connection, master)
    finally:
        engine.dispose()


def _keyring(connection: Connection, master: MasterKey | None) -> Keyring:
    """The database's keys; new ones if it holds no data yet."""
    if master is None:
        raise MissingKeyError("no key is configured")
    wait_for_other_processes(connection)
    if keys := unlocked(connection, master):
        forget_next(connection, master)
        return keys
    if used := _first_table_in_use(connection):
        raise MissingKeyError(
            f"the database holds rows in {used}, but the keys they were sealed with are gone",
            "Put back the backup of the tables system_keys and person_keys that belongs to it.",
        )
    fresh = new_system_keys(master)
    connection.execute(
        insert(system_keys),
        [{"name": name, "kid": master.kid, "wrapped": fresh[name]} for name in fresh],
    )
    return Keyring(master, **fresh)


def _first_table_in_use(connection: Connection) -> str | None:
    for table in metadata.sorted_tables:
        if connection.execute(select(literal(1)).select_from(table).limit(1)).first():
            return table.name
    return None


def _truncate_log(url: URL) -> None:
    with (
        as_operators_see_it(),
        closing(sqlite3.connect(sqlite_path(url), isolation_level=None)) as connection,
    ):
        busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise StorageBusyError("a long read is still using the write-ahead log")
