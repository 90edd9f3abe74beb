"""Counting days: what was there stays there."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.checkins.counting import Counts, count

days = st.sets(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=80).map(sorted)
todays = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("answered", "expected"),
    [
        pytest.param([], Counts(0, 0, 0), id="nothing yet"),
        pytest.param(["11-23"], Counts(1, 1, 1), id="the first day"),
        pytest.param(["11-21", "11-22", "11-23"], Counts(3, 3, 3), id="three in a row"),
        pytest.param(["11-20", "11-22", "11-23"], Counts(3, 2, 3), id="a day left out"),
        pytest.param(["10-31", "11-01"], Counts(1, 2, 2), id="a run goes over the month's end"),
        pytest.param(["03-01", "03-02", "03-03"], Counts(0, 3, 3), id="long ago still counts"),
    ],
)
def test_days_are_counted(answered: list[str], expected: Counts) -> None:
    """Asked on 23 November 2026."""
    assert count([date.fromisoformat(f"2026-{day}") for day in answered], date(2026, 11, 23)) == (
        expected
    )


@given(days, todays)
def test_nothing_falls_to_zero(answered: list[date], today: date) -> None:
    """However long somebody is away, their days and their longest run stay."""
    counts = count(answered, today)

    assert counts.total == len(answered)
    assert counts.longest >= (1 if answered else 0)
    assert counts.this_month <= counts.total


@given(days, todays)
def test_the_longest_run_is_as_long_as_any(answered: list[date], today: date) -> None:
    """No run in the days is longer, and one is just that long."""
    known = set(answered)
    runs = []
    for day in answered:
        length = 0
        while day + timedelta(days=length) in known:
            length += 1
        runs.append(length)

    assert count(answered, today).longest == max(runs, default=0)


@given(days, st.dates(date(2026, 1, 1), date(2026, 12, 31)), todays)
def test_one_more_day_never_makes_less(answered: list[date], day: date, today: date) -> None:
    """A late answer for an earlier day counts like any other."""
    before = count(answered, today)
    after = count(sorted({*answered, day}), today)

    assert after.total >= before.total
    assert after.longest >= before.longest
    assert after.this_month >= before.this_month
