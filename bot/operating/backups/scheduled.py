"""Backups by themselves, while the bot runs; and the list of who was erased, beside them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import structlog

from bot.clock import Clock
from bot.operating.backups.making import back_up, latest
from bot.settings import Settings
from storage import erasures
from storage.backup import installation_of
from storage.database import Database
from storage.errors import StorageBusyError, StorageError

log = structlog.get_logger(__name__)

FIRST_AFTER = timedelta(minutes=10)
"""A bot that has just started has other things to do."""
AGAIN_AFTER = timedelta(hours=1)
"""When a backup could not be made."""
_LOOKS = 30.0  # seconds


class ScheduledBackups:
    """Makes a backup whenever the latest one is old enough.

    Args:
        clock: one that nobody moves.
        announce: takes lines for the person at the console.
        made: told when the latest backup was made, for the metrics.
        first_after: when the first one is made, if there is none yet.

    Attributes:
        last_backup: when the latest one was made, by this process or an earlier one.
        last_error: why the latest attempt came to nothing; None if it did not.
    """

    def __init__(
        self,
        settings: Settings,
        database: Database,
        clock: Clock,
        announce: Callable[[str], None] = lambda line: None,
        made: Callable[[datetime], None] = lambda moment: None,
        *,
        first_after: timedelta = FIRST_AFTER,
    ) -> None:
        self._settings = settings
        self._database = database
        self._clock = clock
        self._announce = announce
        self._made = made
        self._started = clock.now()
        self._not_before = clock.now() + first_after
        self._every = timedelta(hours=settings.backups.every_hours)
        self.last_backup: datetime | None = None
        self.last_error: str | None = None

    @property
    def wanted(self) -> bool:
        """Whether the operator wants backups by themselves."""
        return bool(self._every)

    async def last(self) -> datetime | None:
        """When the latest was made; of a new installation, when it began."""
        return self.last_backup or (None if self.last_error else self._started)

    async def run(self) -> None:
        """Look until cancelled."""
        await self._careful(self._read_latest)
        while True:
            await self._careful(self.write_erasures)
            await self._careful(self.look)
            await asyncio.sleep(_LOOKS)

    async def look(self) -> None:
        """Make a backup if it is time for one."""
        now = self._clock.now()
        if not self.wanted or now < self._not_before:
            return
        await self._read_latest()  # another process may have made one
        if self.last_backup is not None and now - self.last_backup < self._every:
            return
        self._not_before = now + min(AGAIN_AFTER, self._every)
        try:
            await asyncio.to_thread(self._back_up, now)
        except StorageBusyError:
            log.info("backup_made_elsewhere")
        except StorageError as error:
            log.error("backup_not_made", error=type(error).__name__)
            told = f"Backup: {error}. {error.mend}"
            if told != self.last_error:
                self._announce(told)
            self.last_error = told
        else:
            self.last_error = None
            self._note(now)

    async def write_erasures(self) -> None:
        """Let the list beside the backups have whom the database has."""
        listed = await self._database.read(erasures.noted)
        if listed:
            folder = self._settings.backups.folder
            await asyncio.to_thread(erasures.append_to_file, folder, listed)

    def _back_up(self, now: datetime) -> None:
        back_up(self._settings, self._database.newest_master(), now)

    async def _read_latest(self) -> None:
        installation = installation_of(self._database.keys)
        folder = self._settings.backups.folder
        found = await asyncio.to_thread(latest, folder, installation)
        if found is not None:
            self._note(found)

    def _note(self, moment: datetime) -> None:
        self.last_backup = moment
        self._made(moment)

    async def _careful(self, part: Callable[[], Awaitable[None]]) -> None:
        """A defect here must not end the bot, nor the other parts of this."""
        try:
            await part()
        except StorageError as error:
            log.warning("backups_wait", error=type(error).__name__)
        except OSError as error:
            log.warning("backups_wait", error=type(error).__name__, code=error.errno)
        except Exception:
            log.exception("backups_broke")
