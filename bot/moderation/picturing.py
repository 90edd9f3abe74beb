"""Pictures that teams wished for below their reports; see `bot.drawing.wishes`.

The report itself has been read by the time one is sent: what cannot be drawn is not missed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from bot.clock import Clock
from bot.delivery.messages import row_of
from bot.delivery.sender import ANSWERS
from bot.drawing.process import Format
from bot.drawing.sheet import Sheet
from bot.drawing.wishes import Draws, Granting
from bot.feature import StaffOf
from bot.moderation.trends import CheckedInWeeks, HeldAndSkipped, Trends, description, look, sheet
from bot.platform import Address, Attachment, Audience, Say
from bot.texts import Texts
from bot.turn import Turn
from storage import members, outbox, trends
from storage.database import Database, Transaction
from storage.members import Community
from storage.trends import Wish

USEFUL = timedelta(hours=1)


def wish(turn: Turn, community: Community, staff_of: StaffOf) -> bool:
    """Have a picture drawn for the staff room that this was said in; none for any other room."""
    here = turn.event.where
    if not _is_theirs(turn.tx, staff_of, community.id, here.platform, here.channel):
        return False
    room = here.platform, here.space, here.channel
    return trends.wish(turn.tx, community.id, room, turn.language, turn.now)


def _is_theirs(
    tx: Transaction, staff_of: StaffOf, community: int, platform: str, channel: str | None
) -> bool:
    """Whether the team talks there."""
    rooms = [(room.platform, room.channel) for room, _ in staff_of(tx, community)]
    return (platform, channel) in rooms


@dataclass(frozen=True, slots=True)
class Ready:
    """What is to be drawn, and what is said with it."""

    trends: Trends
    sheet: Sheet
    platform: str
    format: Format = "png"


class TrendPictures(Granting[Wish, Ready]):
    """Draws them.

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
        super().__init__(database, draws, trends)
        self._clock = clock
        self._texts = texts
        self._checked_in = checked_in
        self._held_and_skipped = held_and_skipped
        self._staff_of = staff_of

    async def _make_ready(self, wished: Wish) -> Ready | None:
        seen = await self._database.write(partial(self._look, wished=wished))
        if seen is None or not seen.anything:
            return None
        return Ready(seen, sheet(seen, self._texts, wished.language), wished.room[0])

    def _look(self, tx: Transaction, wished: Wish) -> Trends | None:
        """What the team is told; None for a room that is theirs no longer, or after too long."""
        community = members.community(tx, wished.community)
        platform, _, channel = wished.room
        theirs = _is_theirs(tx, self._staff_of, wished.community, platform, channel)
        now = self._clock.now()
        if community is None or not theirs or wished.asked_at + USEFUL < now:
            return None
        return look(tx, community, now, self._checked_in, self._held_and_skipped)

    def _send(self, tx: Transaction, wished: Wish, ready: Ready, drawn: bytes | None) -> None:
        if drawn is None:
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
