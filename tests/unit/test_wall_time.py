"""A member's local hour as a moment: clock changes, skipped dates, chosen days."""

from __future__ import annotations

import zoneinfo
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from importlib.resources import files
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.wall_time import EVERY_DAY, due_on, next_due, use_pinned_zone_data, zone_named


@pytest.fixture(scope="module", autouse=True)
def pinned_zone_data() -> Iterator[None]:
    machines_own = zoneinfo.TZPATH
    use_pinned_zone_data()
    yield
    zoneinfo.reset_tzpath(machines_own)


def walk(after: str, wall_time: str, days: int, zone: str, steps: int) -> list[tuple[str, str]]:
    """The next dates and moments, one after the other, written short."""
    moment = datetime.fromisoformat(after)
    found = []
    for _ in range(steps):
        day, moment = next_due(moment, time.fromisoformat(wall_time), days, zone_named(zone))
        found.append((f"{day:%a %d}", f"{moment:%d %H:%M}"))
    return found


def test_the_zone_data_is_the_wheels() -> None:
    """Two machines with different system files must agree."""
    assert use_pinned_zone_data() == zone_data_version()
    assert zoneinfo.TZPATH == ()


def zone_data_version() -> str:
    """As the wheel's files state it; 2026f is 2026.6."""
    first = (files("tzdata.zoneinfo") / "tzdata.zi").read_text().split("\n", 1)[0]
    release = first.removeprefix("# version ")
    return f"{release[:4]}.{ord(release[4]) - ord('a') + 1}"


@pytest.mark.parametrize(
    ("day", "wall_time", "due"),
    [
        pytest.param("2026-03-07", "02:30", "2026-03-07T07:30Z", id="an ordinary day"),
        pytest.param("2026-03-08", "02:30", "2026-03-08T07:30Z", id="skipped: an hour later"),
        pytest.param("2026-11-01", "01:30", "2026-11-01T05:30Z", id="twice: the first"),
        pytest.param("2026-03-09", "00:15", "2026-03-09T04:15Z", id="the day after: asked"),
    ],
)
def test_a_check_in_keeps_its_local_hour_in_new_york(day: str, wall_time: str, due: str) -> None:
    """Clocks change; each day is still asked about, once."""
    new_york = zone_named("America/New_York")

    moment = due_on(date.fromisoformat(day), time.fromisoformat(wall_time), new_york)

    assert moment == datetime.fromisoformat(due)
    assert moment.tzinfo is UTC


def test_the_first_of_two_counts_even_if_the_second_is_meant() -> None:
    """A stored `fold=1` would ask an hour late on one day of the year."""
    berlin = zone_named("Europe/Berlin")
    day, twice = date(2026, 10, 25), time(2, 30)
    assert due_on(day, twice.replace(fold=1), berlin) == due_on(day, twice, berlin)


def test_a_wall_time_with_a_zone_is_refused() -> None:
    """It would be unclear which of two zones counts."""
    with pytest.raises(ValueError, match="naive"):
        due_on(date(2026, 1, 1), time(9, tzinfo=UTC), zone_named("Europe/Berlin"))


def test_every_day_follows_the_one_before() -> None:
    """An hour earlier by UTC once the clocks have changed."""
    assert walk("2026-03-27T12:00Z", "09:00", EVERY_DAY, "Europe/Berlin", 3) == [
        ("Sat 28", "28 08:00"),
        ("Sun 29", "29 07:00"),
        ("Mon 30", "30 07:00"),
    ]


def test_the_moment_itself_is_not_after_it() -> None:
    """A check-in planned at its moment is not planned again."""
    nine = datetime(2026, 7, 1, 7, 0, tzinfo=UTC)
    berlin = zone_named("Europe/Berlin")

    assert next_due(nine, time(9), EVERY_DAY, berlin)[0] == date(2026, 7, 2)
    just_before = nine - timedelta(microseconds=1)
    assert next_due(just_before, time(9), EVERY_DAY, berlin) == (date(2026, 7, 1), nine)


def test_only_the_chosen_days_are_asked_about() -> None:
    """Bit 0 is Monday."""
    monday_and_friday = 0b001_0001
    assert walk("2026-11-21T12:00Z", "09:00", monday_and_friday, "UTC", 3) == [
        ("Mon 23", "23 09:00"),
        ("Fri 27", "27 09:00"),
        ("Mon 30", "30 09:00"),
    ]


@pytest.mark.parametrize("days", [0, 1 << 7])
def test_a_plan_without_any_day_is_refused(days: int) -> None:
    """It would be searched for without end."""
    with pytest.raises(ValueError, match="no day"):
        next_due(datetime.now(UTC), time(9), days, zone_named("UTC"))


def test_a_gap_across_midnight_costs_no_day() -> None:
    """In Nuuk it becomes Sunday at 23:00 on Saturday: 23:30 comes at 00:30, as Saturday's."""
    assert walk("2026-03-28T12:00Z", "23:30", EVERY_DAY, "America/Nuuk", 2) == [
        ("Sat 28", "29 01:30"),
        ("Sun 29", "30 00:30"),
    ]
    # Asked in the half-hour that is Sunday already, Saturday's is still to come.
    assert walk("2026-03-29T01:10Z", "23:30", EVERY_DAY, "America/Nuuk", 1) == [
        ("Sat 28", "29 01:30"),
    ]


@pytest.mark.parametrize(
    ("zone", "after", "dates"),
    [
        ("Pacific/Apia", "2011-12-28T00:00Z", ["Wed 28", "Thu 29", "Sat 31", "Sun 01"]),
        ("Pacific/Kwajalein", "1993-08-19T00:00Z", ["Thu 19", "Fri 20", "Sun 22", "Mon 23"]),
    ],
)
def test_a_date_that_never_was_is_not_asked_about(zone: str, after: str, dates: list[str]) -> None:
    """Samoa skipped 30 December 2011; two questions at one moment would be one too many."""
    found = walk(after, "09:00", EVERY_DAY, zone, 4)
    assert [day for day, _ in found] == dates
    assert len({moment for _, moment in found}) == 4


def test_a_weekly_question_survives_a_skipped_date() -> None:
    """Fridays only, and that Friday never was: asked on the Saturday, as Friday's."""
    friday = 1 << 4
    assert walk("2011-12-28T00:00Z", "09:00", friday, "Pacific/Apia", 2) == [
        ("Fri 30", "30 19:00"),
        ("Fri 06", "05 19:00"),
    ]


@pytest.mark.parametrize("name", ["Europe", "../etc/passwd", "", "Mars/Base", "a\0b", "/UTC"])
def test_what_is_no_zone_is_refused_in_one_way(name: str) -> None:
    """Suggestions come from other people's servers."""
    with pytest.raises(ZoneInfoNotFoundError):
        zone_named(name)


@given(
    seconds=st.integers(0, 80 * 366 * 24 * 3600),
    wall_time=st.times(),
    days=st.integers(1, EVERY_DAY),
    zone=st.sampled_from(["Pacific/Apia", "America/Nuuk", "Africa/Casablanca", "Europe/Dublin"]),
)
def test_dates_come_in_order_and_only_on_chosen_days(
    seconds: int, wall_time: time, days: int, zone: str
) -> None:
    """Never twice for a date, never back, never longer than a week and a day away."""
    where: ZoneInfo = zone_named(zone)
    walked = [(date.min, datetime(1980, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds))]
    for _ in range(9):
        walked.append(next_due(walked[-1][1], wall_time, days, where))

    for (day, moment), (next_day, next_moment) in pairwise(walked):
        assert next_day > day
        assert moment < next_moment <= moment + timedelta(days=9)
        assert days >> next_day.weekday() & 1
