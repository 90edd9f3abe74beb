"""The next occurrence among a space's own events, where the platform has such."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.meetings import agenda
from bot.meetings.agenda import Held
from bot.meetings.telling.rows import to_rooms
from bot.platform import Address, CancelEvent, ShowEvent
from storage.database import Transaction
from storage.meetings import Meeting
from storage.outbox import Draft

_LIVES = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Mirror:
    """Where one community wants its meetings shown.

    Args:
        where: what is written as the place of a meeting that has none; never a link, which is
            only for those who come.
    """

    spaces: Sequence[Address]
    where: str


Mirrors = Callable[[Transaction, int], Mirror | None]
"""That of a community, by its id; None: it wants none."""


def no_mirrors(tx: Transaction, community: int) -> Mirror | None:
    """No community wants one."""
    return None


def show(tx: Transaction, mirrors: Mirrors, meeting: Meeting, now: datetime) -> list[Draft]:
    """Show what comes next, or nothing any more; each state of a meeting once."""
    mirror = mirrors(tx, meeting.community)
    if mirror is None:
        return []
    ahead = agenda.following(meeting, now)
    held = ahead[0] if ahead else None
    state = held.key if held is not None else "none"
    drafts = []
    # The space's place in the list stands for its id, which is none of the outbox's business.
    for number, space in enumerate(mirror.spaces):
        key = f"meeting-event:{meeting.id}:{meeting.sequence}:{state}:{number}"
        send = _wanted(meeting, held, space, mirror.where)
        # An event that has begun is shown no more.
        expires = min(now + _LIVES, held.at.start) if held is not None else now + _LIVES
        drafts.append(to_rooms(tx, meeting, send, key, now, expires))
    return drafts


def _wanted(
    meeting: Meeting, held: Held | None, space: Address, where: str
) -> ShowEvent | CancelEvent:
    subject = f"meeting:{meeting.id}"
    if held is None:
        return CancelEvent(to=space, subject=subject)
    return ShowEvent(
        to=space,
        subject=subject,
        title=meeting.card.name,
        starts=held.at.start,
        ends=held.at.end,
        where=meeting.card.place or where,
        about=meeting.card.about,
    )
