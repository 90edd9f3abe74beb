"""Draws what teams wished for below their reports, beside everything else.

What is to be drawn stands in `trend_wishes`, so that a crash loses none; a drawn one becomes a row
of the outbox in the transaction that removes the wish. The report itself has been read by then:
what cannot be drawn is not missed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Protocol

import structlog

from bot.clock import Clock
from bot.delivery.messages import row_of
from bot.delivery.sender import ANSWERS
from bot.drawing.process import DrawingError, Format
from bot.drawing.sheet import Sheet
from bot.feature import StaffOf
from bot.moderation.trends import CheckedInWeeks, HeldAndSkipped, Trends, description, look, sheet
from bot.platform import Address, Attachment, Audience, Say
from bot.texts import Texts
from bot.turn import Turn
from storage import members, outbox, trends
from storage.database import Database, Transaction
from storage.errors import StorageError
from storage.members import Community
from storage.trends import Wish

log = structlog.get_logger(__name__)

LOOK_AGAIN = 1.0  # seconds
TRIES = 3
USEFUL = timedelta(hours=1)


class Draws(Protocol):
    """What draws: `bot.drawing.process.Drawing`."""

    async def draw(self, sheet: Sheet, format: Format) -> bytes:
        """One picture. Raises: DrawingError."""


def wish(turn: Turn, community: Community, staff_of: StaffOf) -> bool:
    """Have a picture drawn for the staff room that this was said in; none for any other room."""
    here = turn.event.where
    rooms = [(room.platform, room.channel) for room, _ in staff_of(turn.tx, community.id)]
    if (here.platform, here.channel) not in rooms:
        return False
    room = here.platform, here.space, here.channel
    return trends.wish(turn.tx, community.id, room, turn.language, turn.now)


@dataclass(frozen=True, slots=True)
class Ready:
    """What is to be drawn, and what is said with it."""

    wish: Wish
    trends: Trends


class TrendPictures:
    """Draws them one after the other.

    Args:
        draws: shared with others, who end it.
        staff_of: asked again before a picture is sent: the room may be another by then.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        texts: Texts,
        draws: Draws,
        *,
        checked_in: CheckedInWeeks,
        held_and_skipped: HeldAndSkipped,
        staff_of: StaffOf,
    ) -> None:
        self._database = database
        self._clock = clock
        self._texts = texts
        self._draws = draws
        self._checked_in = checked_in
        self._held_and_skipped = held_and_skipped
        self._staff_of = staff_of
        self._one_at_a_time = asyncio.Lock()
        self.written: Callable[[frozenset[str]], None] = lambda platforms: None

    async def run(self) -> None:
        """Draw until cancelled."""
        while True:
            try:
                await self.work()
            except StorageError as error:
                log.warning("pictures_have_no_database", error=type(error).__name__)
            except Exception:
                log.exception("pictures_broke")  # what runs beside them goes on
            await asyncio.sleep(LOOK_AGAIN)

    async def work(self) -> None:
        """Draw all that was wished for by now; what cannot be drawn waits for the next time."""
        async with self._one_at_a_time:
            while wished := await self._database.read(trends.oldest_wish):
                if not await self._grant(wished):
                    return

    async def _grant(self, wished: Wish) -> bool:
        """Draw one. False: it could not be drawn this time."""
        ready = await self._database.write(partial(self._make_ready, wished=wished))
        drawn: bytes | None = None
        if ready is not None:
            picture = sheet(ready.trends, self._texts, wished.language)
            try:
                drawn = await self._draws.draw(picture, "png")
            except DrawingError as error:
                log.warning("picture_not_drawn", row=wished.id, error=type(error).__name__)
                if wished.tries + 1 < TRIES:
                    await self._database.write(partial(trends.not_drawn, id=wished.id))
                    return False
        if ready is None or drawn is None:
            await self._database.write(partial(trends.fulfil, id=wished.id))
            return True
        await self._database.write(partial(self._send, ready=ready, drawn=drawn))
        self.written(frozenset({wished.room[0]}))
        return True

    def _make_ready(self, tx: Transaction, wished: Wish) -> Ready | None:
        """What is to be drawn; None for what nobody waits for any more, or may see no more."""
        community = members.community(tx, wished.community)
        rooms = [(room.platform, room.channel) for room, _ in self._staff_of(tx, wished.community)]
        platform, _, channel = wished.room
        now = self._clock.now()
        if community is None or (platform, channel) not in rooms or wished.asked_at + USEFUL < now:
            return None
        seen = look(tx, community, now, self._checked_in, self._held_and_skipped)
        return Ready(wished, seen) if seen.anything else None

    def _send(self, tx: Transaction, ready: Ready, drawn: bytes) -> None:
        """Have it sent, once."""
        wished = ready.wish
        if not trends.fulfil(tx, wished.id):
            return
        file = Attachment(
            name="weeks.png",
            content_type="image/png",
            data=drawn,
            description=description(ready.trends, self._texts, wished.language),
        )
        say = Say(
            to=Address(*wished.room),
            body=self._texts.body(wished.language, "trends-here"),
            audience=Audience.PUBLIC,
            attachments=(file,),
        )
        now = self._clock.now()
        row = row_of(
            tx,
            say,
            lane=ANSWERS,
            due=now,
            expires=now + USEFUL,
            subject=wished.community,
            key=f"trends:{wished.id}",
        )
        outbox.add(tx, [row], now)
