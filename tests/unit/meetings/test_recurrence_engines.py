"""Our arithmetic against engines that share no code with it, on invented series.

Known differences, kept out of what is drawn:

- A rule that leaves its days to BYWEEKNO alone: dateutil gives the whole week, we the first
  start's weekday, as RFC 5545, 3.3.10 says.
- The first week of a year, counted from the end (-52, -53): dateutil leaves out its days in the
  old year.
- BYSETPOS in the week of the first start: dateutil counts from the first start on, we in the
  whole week.
- The length of a meeting over a clock change: recurring-ical-events adds it on the wall clock.
- Two meetings on one day, one of them moved: recurring-ical-events leaves out the other as well.
"""

# ruff: noqa: DTZ001  -- wall times are naive

from __future__ import annotations

import zoneinfo
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice, takewhile
from typing import Any

import icalendar
import pytest
import recurring_ical_events  # type: ignore[import-untyped]
import whenever
from dateutil.rrule import rrulestr
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.meetings.recurrence.expansion import starts
from bot.meetings.recurrence.rrule import EmptyRuleError, RuleError, read_rule
from bot.meetings.recurrence.series import Moved, Series, in_progress, occurrences, upcoming
from bot.wall_time import zone_named

EXAMPLES = settings.default.max_examples if settings.default else 100
ZONES = (
    *("America/New_York", "Europe/Berlin", "Europe/London", "Australia/Sydney", "Asia/Kathmandu"),
    *("Australia/Lord_Howe", "America/Santiago", "Africa/Casablanca", "America/Vancouver", "UTC"),
)


@pytest.fixture(scope="module", autouse=True)
def whenevers_zone_data(pinned_zone_data: None) -> Iterator[None]:
    own = whenever.get_tzpath()
    whenever.reset_tzpath([])
    whenever.clear_tzcache()
    yield
    whenever.reset_tzpath(own)
    zoneinfo.ZoneInfo.clear_cache()


walls = st.datetimes(datetime(1999, 1, 1), datetime(2029, 12, 31)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)
weekdays = st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"])


def some(numbers: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[str]:
    return st.lists(numbers, min_size=1, max_size=most, unique=True).map(
        lambda each: ",".join(map(str, each))
    )


def signed(most: int) -> st.SearchStrategy[int]:
    return st.integers(1, most) | st.integers(-most, -1)


@st.composite
def rules(draw: st.DrawFn) -> str:
    """RRULEs of every kind that a meeting may have."""
    freq = draw(st.sampled_from(["DAILY", "WEEKLY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY"]))
    parts = {"FREQ": freq, "INTERVAL": str(draw(st.integers(1, 5)))}
    plain, nth = some(weekdays), some(st.builds("{}{}".format, signed(5), weekdays))
    kinds: dict[str, dict[str, st.SearchStrategy[str]]] = {
        "DAILY": {"BYDAY": plain, "BYMONTHDAY": some(signed(31)), "BYMONTH": some(months)},
        "WEEKLY": {"BYDAY": plain, "BYMONTH": some(months)},
        "MONTHLY": {"BYDAY": plain | nth, "BYMONTHDAY": some(signed(31)), "BYMONTH": some(months)},
        "YEARLY": {
            "BYDAY": plain | nth,
            "BYMONTHDAY": some(signed(31)),
            "BYMONTH": some(months),
            "BYYEARDAY": some(signed(366)),
        },
    }
    for key, values in kinds[freq].items():
        if draw(st.booleans()):
            parts[key] = draw(values)
    if freq == "YEARLY" and draw(st.integers(0, 4)) == 0:
        parts |= {
            "BYWEEKNO": draw(some(st.integers(1, 53) | st.integers(-51, -1))),
            "BYDAY": draw(plain),
        }
    if freq in ("MONTHLY", "YEARLY") and "BYDAY" in parts and draw(st.booleans()):
        parts["BYSETPOS"] = draw(some(signed(4), 2))
    if draw(st.integers(0, 5)) == 0:
        parts["BYHOUR"] = draw(some(st.integers(0, 23)))
    if draw(st.booleans()):
        parts["WKST"] = draw(weekdays)
    if draw(st.integers(0, 3)) == 0:
        parts["COUNT"] = str(draw(st.integers(1, 60)))
    return ";".join(f"{key}={value}" for key, value in parts.items())


months = st.integers(1, 12)


@settings(max_examples=EXAMPLES)
@given(rules(), walls, st.integers(0, 2_000))
def test_the_dates_of_a_rule_are_dateutils(text: str, first: datetime, days: int) -> None:
    """Beginning near now gives what counting from the first start gives."""
    rule, since = read_rule(text), first + timedelta(days=days)
    end = since + timedelta(days=700)

    theirs = [
        each
        for each in takewhile(lambda each: each <= end, rrulestr(text, dtstart=first))
        if each >= since
    ]
    try:
        ours = [each for each in starts(rule.beginning(first), first, since, end) if each >= since]
    except EmptyRuleError:
        ours = []

    assert ours == theirs


@given(rules(), walls)
def test_a_rule_is_written_as_it_was_read(text: str, first: datetime) -> None:
    """Export and import again: the same dates."""
    rule = read_rule(text)

    assert read_rule(str(rule)) == rule


def series_of(
    text: str | None, first: datetime, zone: str, minutes: int = 60, **more: Any
) -> Series:
    rule = None if text is None else read_rule(text)
    return Series(first=first, zone=zone, minutes=minutes, rule=rule, **more)


@settings(max_examples=EXAMPLES // 4)
@given(rules(), walls, st.sampled_from(ZONES), st.data())
def test_the_moments_of_a_series_are_recurring_ical_events_ones(
    text: str, first: datetime, zone: str, data: st.DataObject
) -> None:
    """With cancelled, extra and moved meetings, as a calendar program reads them."""
    # A series of RFC 5545 always has its first start; ours has what the rule gives.
    begun = list(islice(rrulestr(text, dtstart=first), 1))
    assume(begun)
    [first] = begun
    found = list(islice(rrulestr(text, dtstart=first), 6))
    assume(found[:1] == [first])
    cancelled = frozenset(data.draw(st.lists(st.sampled_from(found[1:] or [first]), max_size=2)))
    extra = data.draw(st.lists(walls, max_size=2, unique=True))
    moved = tuple(
        Moved(each, data.draw(walls), 45)
        for each in data.draw(st.lists(st.sampled_from(found), max_size=1))
        if each not in cancelled
    )
    assume(not set(extra) & ({*found, *cancelled} | {each.start for each in moved}))
    days = [each.date() for each in (*islice(rrulestr(text, dtstart=first), 12), *extra)]
    assume(all(days.count(each.original.date()) == 1 for each in moved))
    ours = series_of(text, first, zone, cancelled=cancelled, extra=tuple(extra), moved=moved)
    since = first.replace(tzinfo=UTC) + timedelta(hours=data.draw(st.integers(-48, 20_000)))
    until = since + timedelta(days=100)

    calendar = icalendar.Calendar()
    calendar.add_component(_event(ours, zone))
    for each in moved:
        calendar.add_component(_override(each, zone))
    theirs = sorted(
        {
            event.start.astimezone(UTC)
            for event in recurring_ical_events.of(calendar).between(since, until)
            if since <= event.start.astimezone(UTC) < until
        }
    )

    own = takewhile(lambda each: each.start < until, occurrences(ours, since))
    assert sorted({each.start for each in own}) == theirs


def _event(series: Series, zone: str) -> icalendar.Event:
    clock = zone_named(zone)
    event = icalendar.Event()
    event.add("uid", "one")
    event.add("dtstart", series.first.replace(tzinfo=clock))
    event.add("duration", timedelta(minutes=1))
    event.add("rrule", icalendar.vRecur.from_ical(str(series.rule)))
    for each in series.cancelled:
        event.add("exdate", each.replace(tzinfo=clock))
    for each in series.extra:
        event.add("rdate", each.replace(tzinfo=clock))
    return event


def _override(moved: Moved, zone: str) -> icalendar.Event:
    clock = zone_named(zone)
    event = icalendar.Event()
    event.add("uid", "one")
    event.add("recurrence-id", moved.original.replace(tzinfo=clock))
    event.add("dtstart", moved.start.replace(tzinfo=clock))
    event.add("duration", timedelta(minutes=1))
    return event


# --- whenever: dates by its own calendar arithmetic, moments by its own zones


def steps(first: datetime, unit: str, interval: int) -> Iterator[whenever.Date]:
    """Every so many days, weeks, months or years from the first date, where there is one."""
    begin = whenever.Date(first.year, first.month, first.day)
    for count in range(100_000):
        step = count * interval
        if unit in ("days", "weeks"):
            yield begin.add(days=step * (7 if unit == "weeks" else 1))
        else:
            found = begin.add(months=step * (12 if unit == "years" else 1))
            if found.day == begin.day:  # whenever cuts the 31st short; a rule leaves it out
                yield found


FREQ = {"days": "DAILY", "weeks": "WEEKLY", "months": "MONTHLY", "years": "YEARLY"}


@given(
    walls,
    st.sampled_from(ZONES),
    st.sampled_from(sorted(FREQ)),
    st.integers(1, 6),
    st.integers(1, 300),
    st.datetimes(datetime(1999, 1, 1), datetime(2030, 1, 1)),
)
def test_the_next_moments_and_ends_are_whenevers(
    first: datetime, zone: str, unit: str, interval: int, minutes: int, now: datetime
) -> None:
    """Start, end and what is in progress, by an engine that shares neither calendar nor zones."""
    now = now.replace(microsecond=0, tzinfo=UTC)
    ours = series_of(f"FREQ={FREQ[unit]};INTERVAL={interval}", first, zone, minutes)

    expected: list[tuple[datetime, datetime]] = []
    begun = []
    for day in steps(first, unit, interval):
        at = whenever.PlainDateTime(
            day.year, day.month, day.day, first.hour, first.minute
        ).assume_tz(zone, disambiguation="compatible")
        start = at.to_instant()
        moments = (start.to_stdlib(), start.add(minutes=minutes).to_stdlib())
        if moments[0] > now:
            expected.append(moments)
        elif moments[1] > now:
            begun.append(moments)
        if len(expected) == 3:
            break

    assert [(each.start, each.end) for each in upcoming(ours, now)] == expected
    assert [(each.start, each.end) for each in in_progress(ours, now)] == begun


@given(st.text(max_size=60) | st.lists(st.sampled_from(
    ["FREQ=", "WEEKLY", "MONTHLY", ";", "BYDAY=", "1MO", "-", ",", "COUNT=", "UNTIL=", "9", "0",
     "20270101", "T000000Z", "INTERVAL=", "BYSETPOS=", "RRULE:", "=", "DAILY", "BYHOUR=", "Z"]
), max_size=9).map("".join))  # fmt: skip
def test_no_text_breaks_the_reader_of_rules(text: str) -> None:
    """Whatever a file says, it is a rule or a sentence about it; and a rule ends in time."""
    try:
        rule = read_rule(text)
        first = datetime(2027, 1, 29, 19)
        found = starts(rule.beginning(first), first, datetime(2199, 1, 1))
        assert all(each >= first for each in islice(found, 3))
    except RuleError:
        pass


def test_the_oracles_tell_right_from_wrong() -> None:
    """A check that cannot fail would be none: a week later in UTC is not a week later."""
    first = datetime(2027, 3, 8, 19)
    naive = first.replace(tzinfo=zone_named("America/New_York")).astimezone(UTC)
    [_, second] = islice(occurrences(series_of("FREQ=WEEKLY", first, "America/New_York"), naive), 2)
    assert second.start != naive + timedelta(days=7)
    assert date(2027, 3, 15) == second.original.date()
