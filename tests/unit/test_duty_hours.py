"""Who is on duty, and who is called first."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.crisis.team.duty import calling_order, is_on, on_duty
from storage.duty import Helper, Hours

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)  # a Monday
WEEKDAYS, SATURDAY = 0b0011111, 0b0100000


def helper(id: int = 1, **values: object) -> Helper:
    return Helper(id=id, community=1, platform="memory", user=f"h{id}", **values)  # type: ignore[arg-type]


def at(written: str) -> datetime:
    return datetime.fromisoformat(written)


@pytest.mark.parametrize(
    ("moment", "there"),
    [
        pytest.param("2026-11-23T17:59+01:00", False, id="before"),
        pytest.param("2026-11-23T18:00+01:00", True, id="as it begins"),
        pytest.param("2026-11-23T21:59+01:00", True, id="until it ends"),
        pytest.param("2026-11-23T22:00+01:00", False, id="as it ends"),
        pytest.param("2026-11-28T19:00+01:00", False, id="another day"),
        pytest.param("2026-07-06T18:30+02:00", True, id="in summer time"),
    ],
)
def test_hours_are_meant_by_the_helpers_own_clock(moment: str, there: bool) -> None:
    evenings = helper(hours=(Hours(WEEKDAYS, "18:00", "22:00"),), zone="Europe/Berlin")

    assert is_on(evenings, at(moment)) is there


@pytest.mark.parametrize(
    ("moment", "there"),
    [
        pytest.param("2026-11-28T22:00+00:00", True, id="Saturday night"),
        pytest.param("2026-11-29T05:59+00:00", True, id="Sunday morning"),
        pytest.param("2026-11-29T06:00+00:00", False, id="over"),
        pytest.param("2026-11-28T05:00+00:00", False, id="the night before is another"),
    ],
)
def test_a_night_goes_on_into_the_next_day(moment: str, there: bool) -> None:
    nights = helper(hours=(Hours(SATURDAY, "22:00", "06:00"),))

    assert is_on(nights, at(moment)) is there


def test_a_word_counts_more_than_the_hours_until_it_ends() -> None:
    """ "duty off" for tonight does not change what holds every week."""
    always = (Hours(0b1111111, "00:00", "00:00"),)
    off = helper(hours=always, on=False, until=NOON + timedelta(hours=1))

    assert not is_on(off, NOON)
    assert is_on(off, NOON + timedelta(hours=1))
    assert is_on(helper(on=True), NOON + timedelta(days=99))
    assert not is_on(helper(), NOON), "who said nothing is not on duty"


def test_those_on_duty_are_called_first_each_in_the_order_of_the_list() -> None:
    one, two, three = helper(1), helper(2, on=True), helper(3, on=True)

    assert on_duty([one, two, three], NOON) == [two, three]
    assert calling_order([one, two, three], NOON) == [two, three, one]
