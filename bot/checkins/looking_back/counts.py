"""How many of a community check in: the one number that its team is told.

Nobody can be told from it, nor from two of them side by side:

- it is about the last whole week and made once for it: whoever joins, leaves or is erased after
  that changes nothing by it;
- it is rounded down to fives, and nothing is told of five or fewer;
- it stays as it was until at least five more, or five fewer, have checked in than when it was made.

The weeks before it are told in the same way, each once, so that they can be seen side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.checkins.looking_back.figures import monday_of
from bot.platform import Action
from bot.turn import Turn
from storage import checkin_history, trends
from storage.checkin_history import Told
from storage.database import Transaction
from storage.members import Community

K = 5
WEEKS = 12
"""How many are told of, the last whole one among them."""
_WEEK = timedelta(days=7)


def counts(turn: Turn) -> Sequence[Action]:
    """`checkin counts`: how many members checked in last week, roughly."""
    if not turn.communities:
        return [turn.answer("looking-back-counts-nowhere")]
    before = told(turn.tx, turn.communities[0], turn.now)
    week = before.week
    in_words = turn.day_words(week)
    if not before.told:
        return [turn.answer("looking-back-counts-few", week=in_words)]
    return [turn.answer("looking-back-counts", members=before.told, week=in_words)]


def told(tx: Transaction, community: Community, now: datetime) -> Told:
    """What its team is told of the last whole week; made, and kept, at the first asking."""
    here = now.astimezone(ZoneInfo(community.zone)).date()
    last = monday_of(here) - _WEEK
    before = checkin_history.told_of(tx, community.id)
    if before is not None and before.week == last:
        return before
    first = last - (WEEKS - 1) * _WEEK
    week = first if before is None else min(max(before.week + _WEEK, first), last)
    while True:
        counted = checkin_history.count_active(tx, community.id, week, week + timedelta(days=6))
        before = published(before, week, counted)
        trends.keep_week(tx, community.id, week, before.told, since=first)
        if week == last:
            checkin_history.tell(tx, community.id, before)
            return before
        week += _WEEK


def course(tx: Transaction, community: Community, now: datetime) -> list[tuple[date, int | None]]:
    """What its team is told of each of the last weeks, oldest first; None: too few to tell."""
    last = told(tx, community, now).week
    kept = trends.weeks_of(tx, community.id)
    weeks = [last - number * _WEEK for number in reversed(range(WEEKS))]
    return [(week, kept.get(week) or None) for week in weeks]


def published(before: Told | None, week: date, counted: int) -> Told:
    """What is told of a week, after what was told of an earlier one."""
    if (
        before is not None
        and abs(counted - before.counted) < K
        and (counted > K or not before.told)
    ):
        return Told(week, before.counted, before.told)
    return Told(week, counted, counted // K * K if counted > K else 0)
