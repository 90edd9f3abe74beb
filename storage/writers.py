"""The threads that write."""

from __future__ import annotations

import asyncio
import random
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, suppress
from queue import Empty, SimpleQueue
from typing import Any, Generic, NamedTuple, TypeVar, cast

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from storage.errors import (
    StorageBusyError,
    StorageClosedError,
    UnreachableDatabaseError,
    as_storage_error,
    is_of_postgres,
)
from storage.transaction import Transaction

T = TypeVar("T")

Begin = Callable[[Connection], Transaction]
Checkpoint = Callable[[str], None]

_SHARE_A_COMMIT = 64
_MAY_WAIT = 20_000  # beyond that the database is stuck, and waiting would eat the memory

_TRIES = 4
_APART = 0.05  # seconds between two tries, at the most

_chance = random.SystemRandom()

# Serialization failure, deadlock: PostgreSQL asks to try the whole transaction again.
_TRY_AGAIN = {"40001", "40P01"}


class _Job(NamedTuple, Generic[T]):
    work: Callable[[Transaction], T]
    future: asyncio.Future[T]
    alone: bool


class _Outcome(NamedTuple):
    future: asyncio.Future[Any]
    result: Any
    error: BaseException | None


class Writers:
    """Threads that take works from one queue and run each in a transaction."""

    def __init__(
        self, engine: Engine, begin: Begin, checkpoint: Checkpoint, *, threads: int
    ) -> None:
        self._engine = engine
        self._begin = begin
        self._checkpoint = checkpoint
        self._queue: SimpleQueue[_Job[Any] | None] = SimpleQueue()
        self._closed = False
        # Daemons: who has not called `close` got no answer for what is still waiting.
        self._threads = [
            threading.Thread(target=self._serve, name=f"storage-writer-{number}", daemon=True)
            for number in range(threads)
        ]
        for thread in self._threads:
            thread.start()

    @property
    def closed(self) -> bool:
        return self._closed

    def submit(self, work: Callable[[Transaction], T], *, alone: bool) -> asyncio.Future[T]:
        """Queues `work`; the future is done after the durable commit.

        A future that is cancelled before its turn is never run.
        """
        if self._closed:
            raise StorageClosedError("the store is closed")
        if self._queue.qsize() >= _MAY_WAIT:
            raise StorageBusyError(f"{_MAY_WAIT} works are waiting for the database")
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._queue.put(_Job(work, future, alone))
        return future

    def close(self) -> None:
        """Runs what is queued, then ends the threads. Blocks."""
        if self._closed:
            return
        self._closed = True
        for _ in self._threads:
            self._queue.put(None)
        for thread in self._threads:
            thread.join()
        # Who came in the moment between.
        _settle(_failed(job, StorageClosedError("closed")) for job in self._all_waiting())

    def _all_waiting(self) -> Iterator[_Job[Any]]:
        with suppress(Empty):
            while (job := self._queue.get_nowait()) is not None:
                yield job
            # The wish to close is not lost.
            self._queue.put(None)

    def _serve(self) -> None:
        raise NotImplementedError


class GroupWriter(Writers):
    """For SQLite: one thread; works that wait together share one commit.

    A commit waits for the disk, 0.4 to 2 ms, which is what limits works of their own. Each work
    has a savepoint, so that one that raises takes nothing of the others with it.
    """

    def __init__(self, engine: Engine, begin: Begin, checkpoint: Checkpoint) -> None:
        self._set_aside: list[_Job[Any] | None] = []  # drawn, but not for this group
        super().__init__(engine, begin, checkpoint, threads=1)

    def _serve(self) -> None:
        while (first := self._next()) is not None:
            self._write(first)

    def _next(self) -> _Job[Any] | None:
        return self._set_aside.pop() if self._set_aside else self._queue.get()

    def _group(self, first: _Job[Any]) -> Iterator[_Job[Any]]:
        """`first` and who waits by the time it is their turn."""
        yield first
        for _ in range(_SHARE_A_COMMIT - 1):
            if first.alone or self._queue.empty():
                return
            job = self._queue.get()
            if job is None or job.alone:
                self._set_aside.append(job)
                return
            yield job

    def _write(self, first: _Job[Any]) -> None:
        with ExitStack() as stack:
            try:
                connection = stack.enter_context(self._engine.connect())
                connection.begin()
            except Exception as error:
                # All who wait have waited as long as this one: no use to let each wait once more.
                _settle(_failed(job, error) for job in (first, *self._all_waiting()))
            else:
                _settle(self._run_group(first, connection))

    def _run_group(self, first: _Job[Any], connection: Connection) -> list[_Outcome]:
        taken: list[_Job[Any]] = []
        outcomes: list[_Outcome] = []
        try:
            for job in self._group(first):
                taken.append(job)
                if not job.future.cancelled():
                    outcomes.append(self._run(job, connection))
            self._checkpoint("before-commit")
            connection.commit()
        except BaseException as error:
            # Nothing of the group is stored; who raised by themselves hears their own error.
            own = [outcome for outcome in outcomes if outcome.error]
            known = {outcome.future for outcome in own}
            return own + [_failed(job, error) for job in taken if job.future not in known]
        self._checkpoint("after-commit")
        return outcomes

    def _run(self, job: _Job[Any], connection: Connection) -> _Outcome:
        """One work in its savepoint. Raises if the whole transaction is gone."""
        raw = cast(sqlite3.Connection, connection.connection.driver_connection)
        raw.execute("SAVEPOINT work")
        try:
            result = job.work(self._begin(connection))
        except BaseException as error:
            if not raw.in_transaction:
                # SQLite rolls everything back by itself when the disk is full or fails.
                raise
            raw.execute("ROLLBACK TO work")
            raw.execute("RELEASE work")
            return _failed(job, error)
        raw.execute("RELEASE work")
        return _Outcome(job.future, result, None)


class ParallelWriters(Writers):
    """For PostgreSQL: several threads, each work in a transaction of its own.

    A work may run again: after a deadlock, or when the server had closed the connection.
    """

    def _serve(self) -> None:
        while (job := self._queue.get()) is not None:
            if not job.future.cancelled():
                _settle([self._run(job)])

    def _run(self, job: _Job[Any]) -> _Outcome:
        tried = 0
        while True:
            tried += 1
            try:
                return _Outcome(job.future, self._attempt(job), None)
            except DBAPIError as error:
                if tried == _TRIES or not _may_be_repeated(error):
                    return _failed(job, error)
            except BaseException as error:
                return _failed(job, error)
            # Two that met in a deadlock would meet again.
            time.sleep(_APART * _chance.random())

    def _attempt(self, job: _Job[T]) -> T:
        with self._engine.connect() as connection:
            result = job.work(self._begin(connection))
            self._checkpoint("before-commit")
            try:
                connection.commit()
            except DBAPIError as error:
                if error.connection_invalidated:
                    raise UnreachableDatabaseError(
                        "the connection was lost while committing; the work may be stored"
                    ) from error
                raise
        self._checkpoint("after-commit")
        return result


def _may_be_repeated(error: DBAPIError) -> bool:
    """Whether the transaction is known to have been rolled back, by no fault of its own."""
    state = error.orig.sqlstate if is_of_postgres(error.orig) else None
    return error.connection_invalidated or state in _TRY_AGAIN


def _failed(job: _Job[Any], error: BaseException) -> _Outcome:
    told: BaseException | None = as_storage_error(error)
    if told is None and isinstance(error, StopIteration):
        # A future takes no StopIteration, it would end whoever awaits it.
        told = RuntimeError("a work raised StopIteration")
    if told is not None:
        told.__cause__ = error
    return _Outcome(job.future, None, told or error)


def _settle(outcomes: Iterable[_Outcome]) -> None:
    """Tells each event loop, by one call for all of its futures."""
    by_loop: dict[asyncio.AbstractEventLoop, list[_Outcome]] = {}
    for outcome in outcomes:
        by_loop.setdefault(outcome.future.get_loop(), []).append(outcome)
    for loop, some in by_loop.items():
        # A closed loop raises RuntimeError: nobody is left who waits there.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(_tell, some)


def _tell(outcomes: list[_Outcome]) -> None:
    for future, result, error in outcomes:
        if future.done():  # cancelled meanwhile
            continue
        if error is None:
            future.set_result(result)
        else:
            future.set_exception(error)
