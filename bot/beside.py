"""What goes on beside everything else, again and again."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from storage.errors import StorageError

log = structlog.get_logger(__name__)


async def keep_working(work: Callable[[], Awaitable[None]], part: str, every: float) -> None:
    """Do it until cancelled; what goes wrong with it ends neither it nor what runs beside it.

    Args:
        part: what it is about, in the log.
        every: seconds between two times.
    """
    while True:
        try:
            await work()
        except StorageError as error:
            log.warning("work_has_no_database", part=part, error=type(error).__name__)
        except Exception:
            log.exception("work_broke", part=part)
        await asyncio.sleep(every)
