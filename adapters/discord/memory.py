"""What the adapter remembers, without depending on it.

The memory lies in the database. What a person waits for must be done even while that is locked,
full or read-only: then nothing is remembered, which costs a safeguard and no message.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import structlog

from bot.platform import AdapterState

log = structlog.get_logger(__name__)

_PATIENCE = 2.0
_PATIENCE_FOR_ALL = 60.0


class Memory:
    """`AdapterState` for callers that go on without it."""

    def __init__(self, state: AdapterState) -> None:
        self._state = state

    async def get(self, key: str) -> bytes | None:
        """The entry; None also if it cannot be read now."""
        try:
            async with asyncio.timeout(_PATIENCE):
                return await self._state.get(key)
        except Exception as error:
            log.warning("memory_not_read", error=type(error).__name__)
            return None

    async def is_readable(self) -> bool:
        """Whether what was remembered can be looked up now."""
        try:
            async with asyncio.timeout(_PATIENCE):
                await self._state.get("")
        except Exception:
            return False
        return True

    async def put(self, entries: Mapping[str, bytes | None]) -> None:
        """Write entries if that is possible now; None deletes."""
        try:
            async with asyncio.timeout(_PATIENCE):
                await self._state.put(entries)
        except Exception as error:
            log.warning("memory_not_written", error=type(error).__name__)

    async def all(self, prefix: str) -> dict[str, bytes]:
        """All entries of a kind; none if they cannot be read now."""
        try:
            async with asyncio.timeout(_PATIENCE_FOR_ALL):
                return await self._state.all(prefix)
        except Exception as error:
            log.warning("memory_not_read", error=type(error).__name__)
            return {}
