"""When milestones are: leap days, ends of months, a community's own list."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.checkins.dates.milestones import (
    USUAL,
    day_of,
    next_after,
    reached_on,
    read_mark,
    read_marks,
)

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("begin", "code", "day"),
    [
        ("2026-11-22", "24h", "2026-11-23"),
        ("2026-11-22", "48h", "2026-11-24"),
        ("2026-11-22", "1w", "2026-11-29"),
        ("2026-10-23", "30d", "2026-11-22"),
        ("2026-01-31", "1m", "2026-02-28"),
        ("2028-01-31", "1m", "2028-02-29"),
        ("2026-01-31", "2m", "2026-03-31"),
        ("2026-01-31", "3m", "2026-04-30"),
        ("2026-11-30", "3m", "2027-02-28"),
        ("2026-12-31", "18m", "2028-06-30"),
        ("2024-02-29", "1y", "2025-02-28"),
        ("2024-02-29", "4y", "2028-02-29"),
    ],
)
def test_a_milestone_is_on_this_day(begin: str, code: str, day: str) -> None:
    """Months and years keep the day of the month where there is one, else take the last."""
    assert day_of(date.fromisoformat(begin), read_mark(code)) == date.fromisoformat(day)


@pytest.mark.parametrize("code", ["", "0d", "30", "d30", "1.5y", "25h", "100y", "-1d", "99999d"])
def test_what_is_no_milestone_is_refused(code: str) -> None:
    """With an example of what would be one."""
    with pytest.raises(ValueError, match="30d"):
        read_mark(code)


def test_the_usual_milestones_of_two_years() -> None:
    """24 hours, a week, 30, 60 and 90 days, months, years; each day once."""
    begin = date(2024, 1, 31)
    said, day = [], begin
    while (following := next_after(begin, USUAL, day)) and following <= date(2026, 1, 31):
        reached = reached_on(begin, USUAL, following)
        assert reached is not None
        said.append(reached.code)
        day = following

    assert said == [
        *("24h", "1w", "30d", "60d", "90d"),
        *(f"{months}m" for months in range(4, 12)),
        *("1y", "18m", "2y"),
    ]


def test_where_two_fall_on_a_day_the_larger_is_asked_about() -> None:
    """Nobody is asked twice on one day."""
    marks = read_marks(["12m", "1y", "365d", "24h"])

    assert reached_on(date(2025, 3, 1), marks, date(2026, 3, 1)) == read_mark("1y")


def test_a_list_of_its_own_may_end() -> None:
    """A community that marks 30 days only asks about nothing later."""
    begin, marks = date(2026, 1, 1), read_marks(["30d"])

    assert next_after(begin, marks, begin) == date(2026, 1, 31)
    assert next_after(begin, marks, date(2026, 1, 31)) is None


@given(DAYS, st.integers(0, 3000))
def test_the_next_milestone_is_the_first_that_comes(begin: date, passed: int) -> None:
    """What looking through every day would find."""
    day = begin + timedelta(days=passed)
    following = next_after(begin, USUAL, day)

    assert following is not None
    assert following > day
    assert reached_on(begin, USUAL, following) is not None
    between = (day + timedelta(days=step) for step in range(1, (following - day).days))
    assert not any(reached_on(begin, USUAL, each) for each in between)
