"""When a date has come round: after a day, a week, 30 days, so many months, each year.

All on the member's own calendar. Months and years keep the day of the month; where a month is too
short it is its last day, and each is counted from the beginning: a month after 31 January is the
last of February, two months after it 31 March.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

_CODE = re.compile(r"([1-9]\d{0,3})([hdwmy])")
_MOST = {"h": 240, "d": 9999, "w": 999, "m": 999, "y": 99}
_UNITS = "hwdmy"
_DAYS = {"h": 1 / 24, "d": 1, "w": 7}
EVERY_YEAR = "years"


class Milestone(NamedTuple):
    """So many hours (whole days of them), days, weeks, months or years; unit: h, d, w, m or y."""

    number: int
    unit: str

    @property
    def code(self) -> str:
        return f"{self.number}{self.unit}"


class Marks(NamedTuple):
    """Which milestones are asked about; `every_year` adds all whole years."""

    some: tuple[Milestone, ...]
    every_year: bool


def read_mark(code: str) -> Milestone:
    """A milestone as it is written, such as "30d". Raises: ValueError for everything else."""
    match = _CODE.fullmatch(code)
    part_of_a_day = match is not None and match[2] == "h" and int(match[1]) % 24 != 0
    if match is None or part_of_a_day or int(match[1]) > _MOST[match[2]]:
        raise ValueError('such as "24h", "1w", "30d", "6m", "1y" or "years"')
    return Milestone(int(match[1]), match[2])


def read_marks(codes: Sequence[str]) -> Marks:
    """A community's own list; "years" stands for every year. Raises: ValueError."""
    some = tuple(read_mark(code) for code in codes if code != EVERY_YEAR)
    return Marks(some, EVERY_YEAR in codes)


USUAL = read_marks(
    ("24h", "1w", "30d", "60d", "90d", *(f"{months}m" for months in range(4, 12)), "18m", "years")
)


def day_of(begin: date, milestone: Milestone) -> date:
    """The day on which it is reached. Raises: OverflowError or ValueError past the year 9999."""
    number, unit = milestone
    if unit in _DAYS:
        return begin + timedelta(days=round(number * _DAYS[unit]))
    months = begin.month - 1 + number * (12 if unit == "y" else 1)
    year, month = begin.year + months // 12, months % 12 + 1
    return date(year, month, min(begin.day, calendar.monthrange(year, month)[1]))


def reached_on(begin: date, marks: Marks, day: date) -> Milestone | None:
    """The milestone of a day; where two fall on it, the one in the larger unit."""
    here = [each for each in _near(begin, marks, day) if day_of(begin, each) == day]
    return max(here, key=lambda each: (_UNITS.index(each.unit), each.number), default=None)


def next_after(begin: date, marks: Marks, day: date) -> date | None:
    """The next day after `day` on which there is one; None if there is none any more."""
    days = (day_of(begin, each) for each in _near(begin, marks, day))
    return min((each for each in days if each > day), default=None)


def _near(begin: date, marks: Marks, day: date) -> list[Milestone]:
    """All of the list, and of the years those that may be on that day or follow it."""
    years = day.year - begin.year
    some = [each for each in (years, years + 1) if each > 0] or [1]
    return [*marks.some, *(Milestone(each, "y") for each in some if marks.every_year)]
