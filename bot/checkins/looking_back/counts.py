"""How many of a community check in: the one number that its team is told.

Nobody can be told from it, nor from two of them side by side:

- it is about the last whole week and made once for it: whoever joins, leaves or is erased after
  that changes nothing by it;
- it is rounded down to fives, and nothing is told of five or fewer;
- it stays as it was until at least five more, or five fewer, have checked in than when it was made.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.checkins.looking_back.figures import monday_of
from bot.platform import Action
from bot.turn import Turn
from storage import checkin_history
from storage.checkin_history import Told
from storage.database import Transaction
from storage.members import Community

K = 5


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
    week = monday_of(here) - timedelta(days=7)
    before = checkin_history.told_of(tx, community.id)
    if before is None or before.week != week:
        last = week + timedelta(days=6)
        counted = checkin_history.count_active(tx, community.id, week, last)
        before = published(before, week, counted)
        checkin_history.tell(tx, community.id, before)
    return before


def published(before: Told | None, week: date, counted: int) -> Told:
    """What is told of a week, after what was told of an earlier one."""
    if (
        before is not None
        and abs(counted - before.counted) < K
        and (counted > K or not before.told)
    ):
        return Told(week, before.counted, before.told)
    return Told(week, counted, counted // K * K if counted > K else 0)
