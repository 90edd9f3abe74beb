"""What a team is told of its meetings as a whole: which have no host, how many took place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.meetings import agenda
from bot.meetings.keeping.details import WANTED
from bot.meetings.recurrence.series import moment
from storage import meeting_chairs, meetings
from storage.database import Transaction
from storage.meetings import Meeting, State


def without_host(
    tx: Transaction, community: int, since: datetime, until: datetime
) -> list[tuple[str, datetime]]:
    """Names and starts of what nobody leads yet though somebody should, in order of time."""
    wanted = [each for each in _alive(tx, community) if each.card.chair == WANTED]
    taken = meeting_chairs.chairs(tx, [each.id for each in wanted])
    return [
        (held.meeting.card.name, held.at.start)
        for held in agenda.between(wanted, since, until)
        if (held.meeting.id, held.key) not in taken
    ]


def held_and_skipped(
    tx: Transaction, community: int, since: datetime, until: datetime
) -> tuple[int, int]:
    """How many took place in a span, and how many were called off, by the calendar as it is."""
    alive = _alive(tx, community)
    skipped = 0
    for meeting in alive:
        series = agenda.series_of(meeting)
        starts = (moment(each, series.clock()) for each in series.cancelled)
        skipped += sum(since <= start < until for start in starts)
    return len(agenda.between(alive, since, until)), skipped


def _alive(tx: Transaction, community: int) -> Sequence[Meeting]:
    return meetings.of_communities(tx, [community], State.ON, State.PAUSED)
