"""Every zone, every clock change of 2026 to 2028, against an independent oracle.

The oracle is `whenever`, which has zone arithmetic of its own; "compatible" is its name for our
rule. Both read the zone files of the tzdata wheel.
"""

from __future__ import annotations

import zoneinfo
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

import pytest
import whenever

from bot.wall_time import EVERY_DAY, due_on, next_due, use_pinned_zone_data, zone_named

FIRST, LAST = datetime(2026, 1, 1, tzinfo=UTC), datetime(2029, 1, 1, tzinfo=UTC)
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
ZONES = (files("tzdata") / "zones").read_text(encoding="utf-8").split()
USUAL = [time(0, 0), time(0, 15), time(9, 0), time(23, 59, 59)]


@pytest.fixture(scope="module", autouse=True)
def pinned_zone_data() -> Iterator[None]:
    zoneinfo_own, whenever_own = zoneinfo.TZPATH, whenever.get_tzpath()
    use_pinned_zone_data()
    whenever.reset_tzpath([])
    whenever.clear_tzcache()
    yield
    zoneinfo.reset_tzpath(zoneinfo_own)
    whenever.reset_tzpath(whenever_own)


def oracle(day: date, wall_time: time, zone: str) -> datetime:
    zoned = whenever.ZonedDateTime(
        day.year,
        day.month,
        day.day,
        wall_time.hour,
        wall_time.minute,
        wall_time.second,
        tz=zone,
        disambiguation="compatible",
    )
    return zoned.to_instant().to_stdlib()


@cache
def changes_of(zone: ZoneInfo) -> list[datetime]:
    """The moments at which the zone's offset changes, to the second."""
    found = []
    day = FIRST
    while day < LAST:
        if offset(day, zone) != offset(day + DAY, zone):
            found.append(bisected(day, day + DAY, zone))
        day += DAY
    return found


def offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    shift = moment.astimezone(zone).utcoffset()
    assert shift is not None
    return shift


def bisected(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    old = offset(before, zone)
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) // 2
        middle = middle.replace(microsecond=0)
        before, after = (middle, after) if offset(middle, zone) == old else (before, middle)
    return after


def wall_times_near(change: datetime, zone: ZoneInfo) -> set[time]:
    """Both faces of the clock at the change, the middle between them, and a minute around each."""
    here = change.replace(tzinfo=None)
    old = here + offset(change - timedelta(seconds=1), zone)
    new = here + offset(change, zone)
    faces = [old, new, old + (new - old) / 2]
    return {(face + shift).time() for face in faces for shift in (-MINUTE, 0 * MINUTE, MINUTE)}


def test_the_clock_changes_were_found() -> None:
    """The test below would pass on none: the zones and changes that we know of are there."""
    assert len(ZONES) > 590
    berlin = changes_of(zone_named("Europe/Berlin"))
    assert [f"{change:%m-%d %H:%M}" for change in berlin] == [
        "03-29 01:00",
        "10-25 01:00",
        "03-28 01:00",
        "10-31 01:00",
        "03-26 01:00",
        "10-29 01:00",
    ]
    assert sum(len(changes_of(zone_named(zone))) for zone in ZONES) > 1000


def test_no_date_is_skipped_or_asked_about_twice() -> None:
    """Around each clock change, day by day: every date comes once, when the oracle says."""
    for name in ZONES:
        zone = zone_named(name)
        for change in changes_of(zone):
            start = change - 3 * DAY
            for wall_time in wall_times_near(change, zone) | {*USUAL}:
                day, moment = next_due(start, wall_time, EVERY_DAY, zone)
                assert start < moment <= start + DAY + timedelta(hours=3)
                for _ in range(6):
                    assert moment == oracle(day, wall_time, name), (name, day, wall_time)
                    following, moment = next_due(moment, wall_time, EVERY_DAY, zone)
                    assert following == day + DAY, (name, day, wall_time)
                    day = following


def test_a_weekly_question_is_asked_in_the_week_of_a_change() -> None:
    """Only on the weekday of the change: the very date is found, not the week after."""
    for name in ZONES:
        zone = zone_named(name)
        for change in changes_of(zone):
            day = change.astimezone(zone).date()
            for wall_time in wall_times_near(change, zone):
                found = next_due(change - 3 * DAY, wall_time, 1 << day.weekday(), zone)
                assert found == (day, oracle(day, wall_time, name)), (name, wall_time)


def test_zones_that_never_change_keep_their_hours_too() -> None:
    """A date in every month of the three years."""
    for name in ZONES:
        zone = zone_named(name)
        for month in range(36):
            day = date(2026 + month // 12, month % 12 + 1, 15)
            assert due_on(day, time(9, 30), zone) == oracle(day, time(9, 30), name)
