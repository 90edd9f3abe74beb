"""The moments of an occurrence at which somebody is asked or told about leading it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.meetings import agenda
from bot.meetings.agenda import Held
from bot.meetings.keeping.details import WANTED
from storage.meetings import Meeting

LOOKED_AHEAD = timedelta(days=6)
"""A weekly meeting is looked ahead from a day after the last one."""
ASKED_BEFORE = timedelta(hours=24)
CHECKED_BEFORE = timedelta(minutes=15)
PATIENCE = timedelta(minutes=5)
_HALF_A_DAY, _HALF_AN_HOUR = timedelta(hours=12), timedelta(minutes=30)
_A_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Stage:
    """One moment at which somebody is asked or told.

    Args:
        after: from the start on; or from the end on, with `of_end`.
        stale: what was missed by more, because the bot was away, is not made up for.
    """

    name: str
    after: timedelta
    stale: timedelta
    of_end: bool = False

    def moment(self, held: Held) -> datetime:
        return (held.at.end if self.of_end else held.at.start) + self.after


STAGES = (
    Stage("ahead", -LOOKED_AHEAD, _HALF_A_DAY),
    Stage("needed", -ASKED_BEFORE, _HALF_A_DAY),
    Stage("check", -CHECKED_BEFORE, CHECKED_BEFORE),
    Stage("now", timedelta(0), _HALF_AN_HOUR),
    Stage("absent", PATIENCE, _HALF_AN_HOUR),
    Stage("over", timedelta(0), _HALF_A_DAY, of_end=True),
)


def reached(meeting: Meeting, stage: Stage, since: datetime, until: datetime) -> Iterator[Held]:
    """The occurrences that came to a stage after `since` and by `until`."""
    began = since - stage.after - (agenda.longest(meeting) if stage.of_end else timedelta(0))
    for held in agenda.between([meeting], began, until - stage.after + _A_SECOND):
        if since < stage.moment(held) <= until:
            yield held


def next_stage(meeting: Meeting, after: datetime) -> datetime | None:
    """The next moment at which somebody is asked or told; None if nobody has to lead it."""
    if meeting.card.chair != WANTED:
        return None
    moments = [
        stage.moment(held)
        for stage in STAGES
        if not stage.of_end
        for held in agenda.following(meeting, after - stage.after)
    ]
    if (current := agenda.unfinished(meeting, after)) is not None:
        moments.append(current.at.end)
    return min(moments, default=None)
