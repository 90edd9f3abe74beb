"""What the adapter remembers, with the database's trouble told apart from an event's."""

from __future__ import annotations

from collections.abc import Awaitable, Mapping
from typing import TypeVar

from bot.platform import AdapterState, AdapterStopped

T = TypeVar("T")


class Memory:
    """An adapter's state; what cannot be read or kept stops the adapter, not a single event.

    An odd event is passed over, and the sync goes on behind it; behind a full disk it must not.
    """

    def __init__(self, state: AdapterState) -> None:
        self._state = state

    async def get(self, key: str) -> bytes | None:
        return await _or_stop(self._state.get(key))

    async def put(self, entries: Mapping[str, bytes | None]) -> None:
        await _or_stop(self._state.put(entries))

    async def all(self, prefix: str) -> dict[str, bytes]:
        return await _or_stop(self._state.all(prefix))


async def _or_stop(work: Awaitable[T]) -> T:
    try:
        return await work
    except Exception as error:
        raise AdapterStopped(
            "what the Matrix adapter remembers cannot be stored; see the errors before this line"
        ) from error
