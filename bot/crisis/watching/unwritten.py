"""What was answered while the database could not be written, until it can."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable

import structlog

from bot.crisis.watching.responding import Response
from bot.platform import Event
from bot.router import Router
from storage.errors import StorageError

log = structlog.get_logger(__name__)

MOST = 1_000
EVERY = 1.0  # seconds


class Unwritten:
    """Kept in memory, tried again and again.

    Args:
        written: told of each event that is.
    """

    def __init__(self, router: Router, written: Callable[[Event], None]) -> None:
        self._router = router
        self._written = written
        self._waiting: OrderedDict[tuple[str, str], tuple[Event, Response]] = OrderedDict()
        self._came = asyncio.Event()
        self._all_written = asyncio.Event()
        self._all_written.set()

    async def written(self) -> None:
        """Wait until nothing waits."""
        await self._all_written.wait()

    def keep(self, event: Event, response: Response) -> None:
        """Write it later. Beyond the bound the oldest is given up: it was answered."""
        self._waiting[event.actor.platform, event.id] = (event, response)
        while len(self._waiting) > MOST:
            self._waiting.popitem(last=False)
            log.error("crisis_not_recorded", count=1)
        self._all_written.clear()
        self._came.set()

    async def run(self) -> None:
        """Write what waits, until cancelled."""
        while True:
            await self._came.wait()
            await self.write()
            if self._waiting:
                await asyncio.sleep(EVERY)
            else:
                self._came.clear()
                self._all_written.set()

    async def write(self) -> None:
        """Try to write everything once, the oldest first."""
        for name, (event, response) in list(self._waiting.items()):
            await response.try_again()
            try:
                await self._router.take(event, response)
            except StorageError as error:
                log.warning("crisis_not_recorded_yet", error=type(error).__name__)
                return
            self._waiting.pop(name, None)
            self._written(event)
