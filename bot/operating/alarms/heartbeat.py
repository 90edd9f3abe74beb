"""A request to an address of the operator's as long as all is well, so that silence alarms."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from functools import partial

import aiohttp
import structlog

from bot.clock import Clock
from storage import outages
from storage.database import Database
from storage.errors import StorageError

log = structlog.get_logger(__name__)

PATIENCE = 10.0  # seconds that the other side may take, and that looking may take
STUCK = timedelta(minutes=10)
"""How long an answer may wait to be sent before something is wrong."""

Health = Callable[[], Awaitable[Mapping[str, str | None]]]
"""What works, by part: None, or what is wrong in a few words; as `bot.core.Core.health`."""


class Wellness:
    """Whether Handrail does what people rely on.

    Args:
        health: of the database, the planner and each platform.
        connected: whether events flow, by platform.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        health: Health,
        connected: Callable[[], Mapping[str, bool]],
    ) -> None:
        self._database = database
        self._clock = clock
        self._health = health
        self._connected = connected

    async def wrong(self) -> str | None:
        """What keeps it from being well, as a code; None if nothing does.

        The database takes writes, the planner ticks, a platform is connected, and no answer has
        been waiting for long.
        """
        try:
            return await asyncio.wait_for(self._look(), PATIENCE)
        except TimeoutError:
            return "slow"

    async def _look(self) -> str | None:
        parts = await self._health()
        for part in ("database", "planner"):
            if parts.get(part) is not None:
                return part
        there = [platform for platform, up in self._connected().items() if up]
        if not there:
            return "platforms"
        before = self._clock.now() - STUCK
        try:
            stuck = await self._database.read(
                partial(outages.is_stuck, platforms=there, before=before)
            )
        except StorageError:
            return "database"
        return "outbox" if stuck else None


class Heartbeat:
    """Asks an address again and again while all is well. The address is a secret: never logged.

    Args:
        url: https, or http on this machine.
        every: seconds between two requests.
        wrong: what keeps Handrail from being well, as a code.
    """

    def __init__(self, url: str, every: float, wrong: Callable[[], Awaitable[str | None]]) -> None:
        self._url = url
        self._every = every
        self._wrong = wrong

    async def run(self) -> None:
        """Go on until cancelled."""
        while True:
            try:
                await self.beat()
            except Exception:
                log.exception("heartbeat_broke")
            await asyncio.sleep(self._every)

    async def beat(self) -> bool:
        """One request, if all is well. Returns: whether the other side took it."""
        reason = await self._wrong()
        if reason is not None:
            log.warning("heartbeat_held_back", reason=reason)
            return False
        try:
            async with (
                aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=PATIENCE)) as session,
                # Elsewhere than the operator said nothing is asked.
                session.get(self._url, allow_redirects=False) as answer,
            ):
                status = answer.status
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            log.warning("heartbeat_not_taken", error=type(error).__name__)
            return False
        if status >= 300:
            log.warning("heartbeat_not_taken", status=status)
        return status < 300
