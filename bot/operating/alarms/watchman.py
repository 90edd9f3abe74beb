"""Notes that the bot is there, and by the gaps between notes when it was not.

Every half minute, for each platform from which events flow, the moment is written down. A write
that finds the last one too long ago has come back from an outage: of this process, of the
platform's connection, or of the database. All of that is one transaction, so that an outage is
noted once whatever is killed; the planner tells the teams later (see `telling`).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

import structlog

from bot.clock import Clock
from bot.delivery import rules
from bot.operating.alarms.telling import SETTLES, TOLD
from storage import outages
from storage.database import Database, Transaction
from storage.errors import StorageError

log = structlog.get_logger(__name__)

EVERY = 30.0  # seconds
SHORT = timedelta(minutes=5)
"""Up to here a gap is nobody's matter."""


class Watchman:
    """Keeps the notes.

    Args:
        connected: whether events flow, by platform.
        short: up to here a gap is not told.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        connected: Callable[[], Mapping[str, bool]],
        short: timedelta = SHORT,
    ) -> None:
        self._database = database
        self._clock = clock
        self._connected = connected
        self._short = short
        self._flowing: dict[str, datetime] = {}  # since when, without a gap, as seen from here
        self._looked: datetime | None = None

    async def run(self) -> None:
        """Go on until cancelled."""
        while True:
            await self.look()
            await asyncio.sleep(EVERY)

    async def look(self) -> None:
        """Note what flows now, and what did not."""
        now = self._clock.now()
        if self._looked is not None and now - self._looked > self._short:
            self._flowing.clear()  # this process itself stood still
        self._looked = now
        for platform, up in self._connected().items():
            if up:
                self._flowing.setdefault(platform, now)
            else:
                self._flowing.pop(platform, None)
        flowing = dict(self._flowing)
        if not flowing:
            return
        try:
            await self._database.write(lambda tx: self._note(tx, flowing, now))
        except StorageError as error:
            log.warning("sign_of_life_not_written", error=type(error).__name__)

    def _note(self, tx: Transaction, flowing: Mapping[str, datetime], now: datetime) -> None:
        for platform, since in flowing.items():
            last = outages.last_sign(tx, platform)
            outages.sign(tx, platform, now)
            if last is None or now - last <= self._short:
                continue
            # Events flowed all the while, as this process saw: so it was the database.
            kept_on = since <= last + timedelta(seconds=EVERY)
            cause = outages.NOT_KEPT if kept_on else outages.AWAY
            outage = outages.new(platform, cause, last, now)
            if outages.add(tx, outage):
                log.warning("outage_over", platform=platform, kind=cause, seconds=now - last)
                at = now + SETTLES
                rules.set_once(tx, kind=TOLD, subject=outage.id, at=at, zone="UTC")
