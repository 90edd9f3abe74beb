"""Counting days kindly: a lapse parts what came before from what comes after, and takes nothing.

All days are local dates on the member's own calendar, so that clock changes mean nothing here. A
day counts once the next one has begun: since the first of a month, the third makes two days.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class Gap(NamedTuple):
    """A lapse.

    Args:
        day: on which it was; runs end there.
        on_from: the day from which it goes on; the same one unless the member said otherwise.
    """

    day: date
    on_from: date


class Run(NamedTuple):
    """Days in a row; the last one counted is the day before `end`."""

    first: date
    end: date

    @property
    def days(self) -> int:
        return (self.end - self.first).days


@dataclass(frozen=True, slots=True)
class Counts:
    """What one date amounts to.

    Args:
        run_from: where the run that is going on began; milestones are counted from it.
        days: in that run; not negative, also where a journey west has turned the date back.
        longest: the longest run there ever was.
        total: all days of all runs.
    """

    run_from: date
    days: int
    longest: int
    total: int


def runs(since: date, gaps: Iterable[Gap], today: date) -> tuple[Run, ...]:
    """The runs from `since` until today, oldest first; the last one goes on, and may have no days.

    Gaps may overlap, come in any order, and more than once. What lies before `since` does not
    count; who travels west may have told something of tomorrow, which then is of today.
    """
    found: list[Run] = []
    first = min(since, today)
    for day, on_from in sorted(gaps):
        begins, ends = min(day, today), min(max(day, on_from), today)
        if begins > first:
            found.append(Run(first, begins))
        first = max(first, ends)
    return (*found, Run(first, today))


def count(since: date, gaps: Iterable[Gap], today: date) -> Counts:
    """What the runs from `since` until today amount to."""
    found = runs(since, gaps, today)
    return Counts(
        run_from=found[-1].first if since <= today else since,
        days=found[-1].days,
        longest=max(run.days for run in found),
        total=sum(run.days for run in found),
    )


def days_in_all(several: Iterable[Sequence[Run]]) -> int:
    """The days of the runs of several dates, each day once however many dates hold it."""
    counted, upto = 0, date.min
    for run in sorted(run for some in several for run in some):
        counted += max(0, (run.end - max(run.first, upto)).days)
        upto = max(upto, run.end)
    return counted
