"""After somebody was erased, the bytes of their rows leave the files as well."""

from __future__ import annotations

import asyncio

import structlog

from storage.database import Database
from storage.errors import StorageError

log = structlog.get_logger(__name__)

EVERY = 15.0  # seconds


class Shedding:
    """Empties what the database keeps of removed rows, soon after there were any."""

    def __init__(self) -> None:
        self._wanted = True  # a crash may have come in between

    def note(self) -> None:
        """Somebody was erased; may be called from any thread."""
        self._wanted = True

    async def run(self, database: Database) -> None:
        """Do so until cancelled; while a long read is in the way, again a little later."""
        while True:
            await self.shed(database)
            await asyncio.sleep(EVERY)

    async def shed(self, database: Database) -> None:
        """Do so now, if there is something to shed."""
        if not self._wanted:
            return
        self._wanted = False
        try:
            await database.shed_deleted()
        except StorageError as error:
            self._wanted = True
            log.warning("deleted_not_shed", error=type(error).__name__)
