"""Quiet hours: what nobody asked for waits until they end, whichever feature it comes from.

It is decided when a row is claimed, in the same transaction: whatever was said meanwhile counts,
and a crash leaves the row as it was. What waits keeps its place in the order of its lane. A row of
which an earlier attempt may have arrived is finished, since platforms know a repeated message
only for a while.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot import wall_time
from storage import quiet
from storage.database import Transaction
from storage.outbox import Claimed
from storage.quiet import Hours

Unasked = Callable[[Transaction, Claimed, datetime, datetime], bool]
"""Whether a row of some kind can wait: asked with this moment and the end of the quiet hours."""

Answers = Callable[[Claimed], bool]
"""Whether a row answers what somebody said, as far as the row itself can tell."""

Usual = Callable[[Transaction, Collection[int]], Mapping[int, Hours]]
"""The quiet hours of these people's communities, by person; who has none is left out."""

Waits = Callable[[Transaction, Sequence[Claimed], datetime], Mapping[int, datetime]]
"""Until when which of some claimed rows wait, by their id."""


def nothing_waits(
    tx: Transaction, rows: Sequence[Claimed], now: datetime
) -> Mapping[int, datetime]:
    """Where there are no quiet hours."""
    return {}


@dataclass(frozen=True, slots=True)
class QuietHours:
    """What counts for whom.

    Args:
        unasked: by kind of outbox row, what can wait; all other rows go whenever they are due.
        usual: asked about those who said nothing themselves.
        answers: these go at once, and nobody's hours are looked up for them.
    """

    unasked: Mapping[str, Unasked]
    usual: Usual
    answers: Answers

    def waits(
        self, tx: Transaction, rows: Sequence[Claimed], now: datetime
    ) -> Mapping[int, datetime]:
        """Until when which of these rows wait."""
        asked = [
            row
            for row in rows
            if row.kind in self.unasked
            and row.person is not None
            and row.attempts == 1
            and not self.answers(row)
        ]
        found = self._now(tx, {row.person for row in asked if row.person is not None}, now)
        return {
            row.id: in_order(row, *found[row.person])
            for row in asked
            if row.person in found and self.unasked[row.kind](tx, row, now, found[row.person][1])
        }

    def _now(
        self, tx: Transaction, people: Collection[int], now: datetime
    ) -> dict[int, tuple[datetime, datetime]]:
        """The quiet hours of those of these people who have them now: from when until when."""
        if not people:
            return {}
        wishes = quiet.wishes(tx, people)
        silent = [id for id, wish in wishes.items() if not wish.chosen]
        usual = self.usual(tx, silent) if silent else {}
        found: dict[int, tuple[datetime, datetime]] = {}
        for person, wish in wishes.items():
            hours = wish.hours if wish.chosen else usual.get(person)
            zone = wall_time.zone_named(wish.zone)
            around = hours_around(now, hours, zone) if hours is not None else None
            if around is not None:
                found[person] = around
        return found


def in_order(row: Claimed, begins: datetime, ends: datetime) -> datetime:
    """When a row goes on: right after the end, the earlier ones first.

    A second apart becomes a millisecond, so that what waited a night comes within half a minute;
    rows of the same moment could be claimed in any order.
    """
    return ends + max(row.due - begins, timedelta()) / 1000


def hours_around(now: datetime, hours: Hours, zone: ZoneInfo) -> tuple[datetime, datetime] | None:
    """Begin and end of the quiet hours that `now` lies in; None if it lies in none.

    Both ends are wall times: in nights in which the clocks change there are more hours, or fewer.
    """
    today = now.astimezone(zone).date()
    # Where a zone skips a day, its wall times fall on the day after it.
    for begun in (today - timedelta(days=2), today - timedelta(days=1), today):
        over = begun if hours.begins < hours.ends else begun + timedelta(days=1)
        begins = wall_time.due_on(begun, hours.begins, zone)
        ends = wall_time.due_on(over, hours.ends, zone)
        if begins <= now < ends:
            return begins, ends
    return None
