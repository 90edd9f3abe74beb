"""What is looked after now and then: joins that did not work, conversations nobody uses."""

from __future__ import annotations

import asyncio

import structlog

from adapters.matrix.api import MatrixError, UnreachableError
from adapters.matrix.invites import Invites
from adapters.matrix.session import Session

log = structlog.get_logger(__name__)

_EVERY = 300.0  # seconds
_IDLE_EVERY = 12  # of these rounds
_PAUSE = 0.2  # between rooms: leaving many at once is not urgent


class Tending:
    """Runs beside the sync loop.

    Args:
        idle_days: after that many days without a word the bot leaves direct messages; None: never.
    """

    def __init__(self, session: Session, invites: Invites, idle_days: int | None) -> None:
        self._session = session
        self._invites = invites
        self._idle_days = idle_days
        self.caught_up = asyncio.Event()

    async def run(self) -> None:
        """Look after things until cancelled, first when the first sync was applied."""
        await self.caught_up.wait()
        rounds = 0
        while True:
            try:
                await self._invites.try_again()
                if rounds % _IDLE_EVERY == 0 and self._idle_days is not None:
                    await self._leave_idle(self._idle_days)
            except (MatrixError, UnreachableError) as error:
                log.info("matrix_tending_waits", error=str(error))
            except Exception as error:
                log.error("matrix_tending_broke", error=type(error).__name__)
            rounds += 1
            await asyncio.sleep(_EVERY)

    async def _leave_idle(self, days: int) -> None:
        session = self._session
        for person, room_id in await session.direct.idle(days):
            language = await session.prompts.language_in(room_id)
            reason = session.texts.line(language, "matrix-idle")
            await session.direct.leave_idle(person, room_id, reason)
            log.info("matrix_idle_room_left")
            await asyncio.sleep(_PAUSE)
