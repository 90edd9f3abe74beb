"""What the adapter remembers, with the database's trouble told apart from an event's."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

import structlog

from bot.platform import AdapterState, AdapterStopped

log = structlog.get_logger(__name__)

T = TypeVar("T")

_PATIENCE = 1.0  # seconds that what cannot wait waits for the database
_PUT_OFF = 5.0  # seconds after trouble in which it does not even try to write

_urgent: ContextVar[bool] = ContextVar("urgent", default=False)


@contextmanager
def urgently() -> Iterator[None]:
    """Something cannot wait: what is remembered meanwhile may be read and written later."""
    before = _urgent.set(True)
    try:
        yield
    finally:
        _urgent.reset(before)


class Memory:
    """An adapter's state; what cannot be read or kept stops the adapter, not a single event.

    An odd event is passed over, and the sync goes on behind it; behind a full disk it must not.
    Only what cannot wait goes on without the database: what could not be kept then is kept here,
    and written with what is kept next.
    """

    def __init__(self, state: AdapterState) -> None:
        self._state = state
        self._unkept: dict[str, bytes | None] = {}
        self._trouble_at = -_PUT_OFF  # on the loop's clock

    async def get(self, key: str) -> bytes | None:
        if key in self._unkept:
            return self._unkept[key]
        if not _urgent.get():
            return await _or_stop(self._state.get(key))
        try:
            async with asyncio.timeout(_PATIENCE):
                return await self._state.get(key)
        except Exception as error:
            log.warning("matrix_memory_not_read", error=type(error).__name__)
            return None

    async def put(self, entries: Mapping[str, bytes | None]) -> None:
        wanted = {**self._unkept, **entries}
        if not _urgent.get():
            await _or_stop(self._state.put(wanted))
        elif not await self._put_soon(wanted):
            self._unkept |= entries
            return
        # What was changed meanwhile is still to be kept.
        self._unkept = {k: v for k, v in self._unkept.items() if k not in wanted or v != wanted[k]}

    async def all(self, prefix: str) -> dict[str, bytes]:
        found = await _or_stop(self._state.all(prefix))
        unkept = {key: value for key, value in self._unkept.items() if key.startswith(prefix)}
        return {key: value for key, value in {**found, **unkept}.items() if value is not None}

    async def _put_soon(self, entries: Mapping[str, bytes | None]) -> bool:
        """Whether it could be written without waiting long."""
        now = asyncio.get_running_loop().time()
        if now - self._trouble_at < _PUT_OFF:
            return False
        try:
            async with asyncio.timeout(_PATIENCE):
                await self._state.put(entries)
        except Exception as error:
            self._trouble_at = now
            log.warning("matrix_memory_not_written", error=type(error).__name__)
            return False
        return True


async def _or_stop(work: Awaitable[T]) -> T:
    try:
        return await work
    except Exception as error:
        raise AdapterStopped(
            "what the Matrix adapter remembers cannot be stored; see the errors before this line"
        ) from error
