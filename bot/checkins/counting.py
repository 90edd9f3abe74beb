"""Counting days kindly: what was there stays there, and nothing ever falls to zero."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Counts:
    """Days on which a member checked in; "not today" is a day like any other.

    Args:
        this_month: in the calendar month of the day it is asked.
        longest: the longest run of days in a row, ever.
    """

    this_month: int
    longest: int
    total: int


def count(days: Sequence[date], today: date) -> Counts:
    """Count the days, given in order, each once."""
    longest = run = 0
    previous: date | None = None
    for day in days:
        run = run + 1 if previous is not None and day - previous == timedelta(days=1) else 1
        longest = max(longest, run)
        previous = day
    month = sum(1 for day in days if (day.year, day.month) == (today.year, today.month))
    return Counts(this_month=month, longest=longest, total=len(days))
