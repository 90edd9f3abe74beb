"""Which occurrences of a rule have come due, and which is next."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.planner import MOST_MISSED, occurrences
from storage.schedules import EVERY_DAY, Due

DAY = timedelta(days=1)
MONDAY = date(2026, 11, 23)
NINE = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)  # Monday, nine o'clock in Berlin


def rule(days: int = EVERY_DAY, wall_time: time | None = time(9, 0)) -> Due:
    return Due(
        id=1,
        kind="checkin",
        subject=1,
        person=1,
        zone="Europe/Berlin",
        wall_time=wall_time,
        days=days,
        day=MONDAY,
        due=NINE,
        version=0,
    )


def test_on_time_there_is_one_and_the_next_is_tomorrow() -> None:
    come, following = occurrences(rule(), NINE)

    assert [(each.day, each.due) for each in come] == [(MONDAY, NINE)]
    assert following == (MONDAY + DAY, NINE + DAY)


def test_after_two_days_away_each_missed_day_is_told() -> None:
    """Also the one that is due by now, and may still be asked."""
    come, following = occurrences(rule(), NINE + 2 * DAY + timedelta(hours=1))

    assert [(each.day, each.due) for each in come] == [
        (MONDAY + n * DAY, NINE + n * DAY) for n in range(3)
    ]
    assert following == (MONDAY + 3 * DAY, NINE + 3 * DAY)


def test_after_a_year_away_only_the_newest_days_are_told() -> None:
    come, following = occurrences(rule(), NINE + 365 * DAY)

    assert len(come) == MOST_MISSED
    assert come[-1].day == MONDAY + 365 * DAY
    assert following is not None
    assert following[0] == MONDAY + 366 * DAY


@pytest.mark.parametrize("late", [timedelta(0), timedelta(days=40)])
def test_what_happens_once_happens_once(late: timedelta) -> None:
    come, following = occurrences(rule(wall_time=None), NINE + late)

    assert [each.day for each in come] == [MONDAY]
    assert following is None


@given(
    days=st.integers(1, EVERY_DAY),
    steps=st.lists(st.integers(1, 3 * 24 * 60), min_size=1, max_size=20),
)
def test_however_often_one_looks_each_day_comes_once(days: int, steps: list[int]) -> None:
    """The dates of many looks are those of the calendar: in order, none twice, none left out."""
    due, now = rule(days), NINE
    told: list[date] = []
    for minutes in steps:
        now += timedelta(minutes=minutes)
        if due.due <= now:
            come, following = occurrences(due, now)
            told += [each.day for each in come]
            assert following is not None
            due = replace(due, day=following[0], due=following[1])

    # Monday stands first, in the mask or not; from then on the mask counts.
    calendar = [MONDAY + n * DAY for n in range(65)]
    wanted = [MONDAY] + [day for day in calendar[1:] if days >> day.weekday() & 1]
    come_by_now = [day for day in wanted if NINE + (day - MONDAY) <= now]
    assert told == come_by_now
