"""When a meeting comes next: every trap that clocks, calendars and people set."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from bot.meetings.recurrence.expansion import starts
from bot.meetings.recurrence.rrule import EmptyRuleError, RuleError, read_rule
from bot.meetings.recurrence.series import (
    Series,
    between,
    comes_at,
    in_progress,
    occurrences,
    seen_from,
    upcoming,
)
from bot.meetings.recurrence.series_json import as_json, read_series


def series(
    start: str, zone: str, rrule: str | None = None, minutes: int = 60, **more: Any
) -> Series:
    """A series as the contract writes it."""
    return read_series(
        {"dtstart_local": start, "tzid": zone, "rrule": rrule, "duration_minutes": minutes} | more
    )


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def shown(moments: list[datetime]) -> list[str]:
    return [f"{each:%Y-%m-%dT%H:%MZ}" for each in moments]


NEW_YORK, LONDON, BERLIN = "America/New_York", "Europe/London", "Europe/Berlin"

# id, first start, zone, rule, now, what comes next.
TRAPS = [
    ("spring in New York", "2027-01-04T19:00:00", NEW_YORK, "FREQ=WEEKLY", "2027-03-02T12:00Z",
     "2027-03-09T00:00Z 2027-03-15T23:00Z 2027-03-22T23:00Z"),
    ("autumn in Berlin", "2027-01-06T20:00:00", BERLIN, "FREQ=WEEKLY", "2027-10-21T00:00Z",
     "2027-10-27T18:00Z 2027-11-03T19:00Z 2027-11-10T19:00Z"),
    ("autumn of the south", "2027-01-05T20:00:00", "Australia/Sydney", "FREQ=WEEKLY",
     "2027-03-31T00:00Z", "2027-04-06T10:00Z 2027-04-13T10:00Z 2027-04-20T10:00Z"),
    ("a skipped hour is held later", "2027-02-21T02:15:00", NEW_YORK, "FREQ=WEEKLY",
     "2027-03-08T00:00Z", "2027-03-14T07:15Z 2027-03-21T06:15Z 2027-03-28T06:15Z"),
    ("an hour that comes twice is the first", "2027-10-03T02:30:00", BERLIN, "FREQ=WEEKLY",
     "2027-10-25T00:00Z", "2027-10-31T00:30Z 2027-11-07T01:30Z 2027-11-14T01:30Z"),
    ("a skipped midnight", "2027-08-22T00:30:00", "America/Santiago", "FREQ=WEEKLY",
     "2027-08-30T00:00Z", "2027-09-05T04:30Z 2027-09-12T03:30Z 2027-09-19T03:30Z"),
    ("half an hour of summer time", "2027-09-19T08:00:00", "Australia/Lord_Howe", "FREQ=WEEKLY",
     "2027-09-26T00:00Z", "2027-10-02T21:00Z 2027-10-09T21:00Z 2027-10-16T21:00Z"),
    ("quarters of an hour", "2027-01-04T07:00:00", "Asia/Kathmandu", "FREQ=WEEKLY",
     "2027-01-05T00:00Z", "2027-01-11T01:15Z 2027-01-18T01:15Z 2027-01-25T01:15Z"),
    ("a date that Samoa left out", "2011-12-16T19:00:00", "Pacific/Apia", "FREQ=WEEKLY",
     "2011-12-24T12:00Z", "2011-12-31T05:00Z 2012-01-06T05:00Z 2012-01-13T05:00Z"),
    ("two dates that are one in Samoa", "2011-12-28T19:00:00", "Pacific/Apia", "FREQ=DAILY",
     "2011-12-30T04:00Z", "2011-12-30T05:00Z 2011-12-31T05:00Z 2012-01-01T05:00Z"),
    ("permanent summer time since 2026", "2027-01-07T19:00:00", "America/Vancouver", "FREQ=WEEKLY",
     "2027-12-24T12:00Z", "2027-12-31T02:00Z 2028-01-07T02:00Z 2028-01-14T02:00Z"),
    ("an old name of a zone", "2027-01-04T18:00:00", "US/Pacific", "FREQ=WEEKLY",
     "2027-01-05T03:00Z", "2027-01-12T02:00Z 2027-01-19T02:00Z 2027-01-26T02:00Z"),
    ("UTC stays", "2027-01-06T20:00:00", "UTC", "FREQ=WEEKLY", "2027-03-25T00:00Z",
     "2027-03-31T20:00Z 2027-04-07T20:00Z 2027-04-14T20:00Z"),
    ("every other week over the year's end", "2026-12-03T19:00:00", BERLIN,
     "FREQ=WEEKLY;INTERVAL=2", "2026-12-18T00:00Z",
     "2026-12-31T18:00Z 2027-01-14T18:00Z 2027-01-28T18:00Z"),
    ("every other week after ten years", "2016-11-24T19:00:00", LONDON,
     "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "2026-11-20T00:00Z",
     "2026-11-26T19:00Z 2026-12-10T19:00Z 2026-12-24T19:00Z"),
    ("weeks from Monday", "1997-08-05T09:00:00", NEW_YORK,
     "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-06T00:00Z",
     "1997-08-10T13:00Z 1997-08-19T13:00Z 1997-08-24T13:00Z"),
    ("weeks from Sunday", "1997-08-05T09:00:00", NEW_YORK,
     "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-06T00:00Z",
     "1997-08-17T13:00Z 1997-08-19T13:00Z 1997-08-31T13:00Z"),
    ("every third week", "2027-03-06T11:00:00", LONDON, "FREQ=WEEKLY;INTERVAL=3;BYDAY=SA",
     "2027-03-07T00:00Z", "2027-03-27T11:00Z 2027-04-17T10:00Z 2027-05-08T10:00Z"),
    ("first and third", "2027-01-05T19:00:00", "America/Phoenix", "FREQ=MONTHLY;BYDAY=1TU,3TU",
     "2027-02-03T03:00Z", "2027-02-17T02:00Z 2027-03-03T02:00Z 2027-03-17T02:00Z"),
    ("the last Sunday", "2027-01-31T18:00:00", LONDON, "FREQ=MONTHLY;BYDAY=-1SU",
     "2027-02-01T00:00Z", "2027-02-28T18:00Z 2027-03-28T17:00Z 2027-04-25T17:00Z"),
    ("a fifth Friday", "2027-01-29T18:00:00", "UTC", "FREQ=MONTHLY;BYDAY=5FR",
     "2027-01-30T00:00Z", "2027-04-30T18:00Z 2027-07-30T18:00Z 2027-10-29T18:00Z"),
    ("the 31st", "2027-01-31T18:00:00", "UTC", "FREQ=MONTHLY", "2027-02-01T00:00Z",
     "2027-03-31T18:00Z 2027-05-31T18:00Z 2027-07-31T18:00Z"),
    ("the 29th", "2027-01-29T18:00:00", "UTC", "FREQ=MONTHLY;BYMONTHDAY=29", "2028-01-30T00:00Z",
     "2028-02-29T18:00Z 2028-03-29T18:00Z 2028-04-29T18:00Z"),
    ("the last day", "2027-01-31T18:00:00", "UTC", "FREQ=MONTHLY;BYMONTHDAY=-1",
     "2028-01-31T20:00Z", "2028-02-29T18:00Z 2028-03-31T18:00Z 2028-04-30T18:00Z"),
    ("the last working day", "2027-01-29T16:00:00", "UTC",
     "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2027-07-01T00:00Z",
     "2027-07-30T16:00Z 2027-08-31T16:00Z 2027-09-30T16:00Z"),
    ("Friday the 13th", "2026-11-13T18:00:00", "UTC", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
     "2026-11-14T00:00Z", "2027-08-13T18:00Z 2028-10-13T18:00Z 2029-04-13T18:00Z"),
    ("every quarter", "2027-02-06T10:00:00", "UTC", "FREQ=MONTHLY;INTERVAL=3;BYDAY=1SA",
     "2027-02-07T00:00Z", "2027-05-01T10:00Z 2027-08-07T10:00Z 2027-11-06T10:00Z"),
    ("29 February", "2024-02-29T18:00:00", "UTC", "FREQ=YEARLY", "2026-01-01T00:00Z",
     "2028-02-29T18:00Z 2032-02-29T18:00Z 2036-02-29T18:00Z"),
    ("29 February over 2100", "2024-02-29T18:00:00", "UTC", "FREQ=YEARLY", "2096-03-01T00:00Z",
     "2104-02-29T18:00Z 2108-02-29T18:00Z 2112-02-29T18:00Z"),
    ("the fourth Thursday of November", "2026-11-26T12:00:00", NEW_YORK,
     "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "2026-11-27T00:00Z",
     "2027-11-25T17:00Z 2028-11-23T17:00Z 2029-11-22T17:00Z"),
    ("every weekday", "2026-11-23T12:00:00", LONDON, "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
     "2026-11-27T12:00Z", "2026-11-30T12:00Z 2026-12-01T12:00Z 2026-12-02T12:00Z"),
    ("daily over a change", "2027-03-01T07:00:00", NEW_YORK, "FREQ=DAILY", "2027-03-13T00:00Z",
     "2027-03-13T12:00Z 2027-03-14T11:00Z 2027-03-15T11:00Z"),
    ("every other day", "2026-12-01T20:00:00", "UTC", "FREQ=DAILY;INTERVAL=2",
     "2027-02-27T00:00Z", "2027-02-27T20:00Z 2027-03-01T20:00Z 2027-03-03T20:00Z"),
    ("twice a day", "2026-12-01T08:00:00", "UTC", "FREQ=DAILY;BYHOUR=8,20", "2026-12-01T08:00Z",
     "2026-12-01T20:00Z 2026-12-02T08:00Z 2026-12-02T20:00Z"),
    ("two left of eight", "2027-01-04T18:00:00", "UTC", "FREQ=WEEKLY;COUNT=8", "2027-02-08T18:00Z",
     "2027-02-15T18:00Z 2027-02-22T18:00Z"),
    ("counted by weekdays that begin within a week", "2027-01-06T18:00:00", "UTC",
     "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4", "2027-01-06T18:00Z",
     "2027-01-11T18:00Z 2027-01-13T18:00Z 2027-01-18T18:00Z"),
    ("counted in months", "2027-01-29T18:00:00", "UTC", "FREQ=MONTHLY;BYMONTHDAY=29,30;COUNT=4",
     "2027-01-29T18:00Z", "2027-01-30T18:00Z 2027-03-29T18:00Z 2027-03-30T18:00Z"),
    ("until counts the last one in", "2027-05-07T19:00:00", "America/Los_Angeles",
     "FREQ=WEEKLY;UNTIL=20270522T020000Z", "2027-05-12T00:00Z",
     "2027-05-15T02:00Z 2027-05-22T02:00Z"),
    ("until a second earlier leaves it out", "2027-05-07T19:00:00", "America/Los_Angeles",
     "FREQ=WEEKLY;UNTIL=20270522T015959Z", "2027-05-12T00:00Z", "2027-05-15T02:00Z"),
    ("until a date means that whole day", "2027-05-07T19:00:00", "America/Los_Angeles",
     "FREQ=WEEKLY;UNTIL=20270521", "2027-05-12T00:00Z", "2027-05-15T02:00Z 2027-05-22T02:00Z"),
    ("until the year 9999", "2027-05-07T19:00:00", "Asia/Tokyo",
     "FREQ=WEEKLY;UNTIL=99991231T235959Z", "2027-05-20T00:00Z",
     "2027-05-21T10:00Z 2027-05-28T10:00Z 2027-06-04T10:00Z"),
    ("until before it began", "2027-05-07T19:00:00", "UTC", "FREQ=WEEKLY;UNTIL=20260101",
     "2026-01-01T00:00Z", ""),
    ("ended", "2020-01-06T19:00:00", LONDON, "FREQ=WEEKLY;COUNT=4", "2027-01-01T00:00Z", ""),
    ("now is the start", "2027-06-01T19:00:00", "UTC", "FREQ=WEEKLY", "2027-06-08T19:00Z",
     "2027-06-15T19:00Z 2027-06-22T19:00Z 2027-06-29T19:00Z"),
    ("not begun yet", "2028-01-04T19:00:00", BERLIN, "FREQ=WEEKLY", "2027-12-01T00:00Z",
     "2028-01-04T18:00Z 2028-01-11T18:00Z 2028-01-18T18:00Z"),
    ("a single meeting", "2027-06-05T00:00:00", NEW_YORK, None, "2027-06-01T00:00Z",
     "2027-06-05T04:00Z"),
    ("a single meeting that is over", "2027-06-05T00:00:00", NEW_YORK, None, "2027-06-05T04:00Z",
     ""),
    ("over the date line", "2027-06-07T00:30:00", "Pacific/Kiritimati", "FREQ=WEEKLY",
     "2027-06-01T00:00Z", "2027-06-06T10:30Z 2027-06-13T10:30Z 2027-06-20T10:30Z"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("start", "zone", "rrule", "now", "expected"),
    [pytest.param(*trap[1:], id=trap[0]) for trap in TRAPS],
)
def test_the_next_meetings_are_right(
    start: str, zone: str, rrule: str | None, now: str, expected: str
) -> None:
    """Whoever asks is told the moments at which people really meet."""
    found = upcoming(series(start, zone, rrule), at(now))

    assert shown([each.start for each in found]) == expected.split()


def test_every_shared_case_is_exact(shared: Path) -> None:
    """The cases that several engines agree on, field by field."""
    cases = json.loads((shared / "occurrence_cases_dev.json").read_text(encoding="utf-8"))["cases"]
    for case in cases:
        each, now, expect = read_series(case["rule"]), at(case["now_utc"]), case["expect"]
        coming = upcoming(each, now)
        begun = in_progress(each, now)
        assert shown([one.start for one in coming]) == _minutes(expect["next_utc"]), case["id"]
        assert shown([one.end for one in coming]) == _minutes(expect["ends_utc"]), case["id"]
        assert shown([one.start for one in begun]) == _minutes(expect["in_progress_utc"])
        for zone, views in expect["local_views"].items():
            assert [seen_from(one.start, zone) for one in coming] == views, case["id"]
    assert len(cases) == 47


def _minutes(moments: list[str]) -> list[str]:
    return [each.replace(":00Z", "Z") for each in moments]


# What libical reads otherwise: a month day alone stays in the first start's month, and an interval
# counts years of weeks. We read the text of RFC 5545 as dateutil does, in calendar years.
_READ_OTHERWISE = re.compile(
    r"FREQ=YEARLY;BYMONTHDAY=(29|-29,-1);COUNT.*|FREQ=YEARLY;BYWEEKNO=\d+;.*INTERVAL=\d;UNTIL.*"
)


def test_libicals_rules_come_on_its_dates(shared: Path) -> None:
    """A hundred odd rules of another engine's own tests."""
    agreed = 0
    text = (shared / "ics" / "libical_icalrecur_test.txt").read_text(encoding="utf-8")
    for block in text.split("\n\n"):
        case = dict(line.split(":", 1) for line in block.splitlines() if re.match("[A-Z-]+:", line))
        text = case.get("RRULE", "HOURLY")
        if re.search("SECONDLY|MINUTELY|HOURLY|RSCALE", text) or "START-AT" in case:
            continue
        if "T" not in case["DTSTART"] and "BYMINUTE" in text:
            continue
        if _READ_OTHERWISE.fullmatch(text) or not case["INSTANCES"][:1].isdigit():
            continue
        first, rule = _date(case["DTSTART"]), read_rule(text)
        last = rule.until.replace(tzinfo=None) if rule.until else None
        found = islice(starts(rule.beginning(first), first, first, last), 200)
        assert list(found) == [_date(each) for each in case["INSTANCES"].split(",")], text
        agreed += 1
    assert agreed > 100


def _date(text: str) -> datetime:
    return datetime.fromisoformat(text.rstrip("Z") if "T" in text else f"{text}T000000")


# --- exceptions


def weekly(**more: Any) -> Series:
    return series("2027-05-05T18:00:00", LONDON, "FREQ=WEEKLY", **more)


def test_a_cancelled_meeting_is_left_out() -> None:
    """Nobody is reminded of what does not take place; the count goes on."""
    cancelled = ["2027-05-12T18:00:00"]
    counted = series("2027-05-05T18:00:00", LONDON, "FREQ=WEEKLY;COUNT=3", exdate_local=cancelled)

    assert shown([each.start for each in upcoming(counted, at("2027-05-01T00:00Z"))]) == [
        "2027-05-05T17:00Z",
        "2027-05-19T17:00Z",
    ]


def test_a_moved_meeting_keeps_its_key_and_comes_in_its_new_order() -> None:
    """Who signed up for the original date is still signed up."""
    moved = {
        "recurrence_id_local": "2027-05-12T18:00:00",
        "new_start_local": "2027-05-20T19:00:00",
        "duration_minutes": 90,
    }
    found = upcoming(weekly(overrides=[moved]), at("2027-05-06T00:00Z"))

    assert shown([each.start for each in found]) == [
        "2027-05-19T17:00Z",
        "2027-05-20T18:00Z",
        "2027-05-26T17:00Z",
    ]
    assert found[1].original == at("2027-05-12T18:00")
    assert found[1].end - found[1].start == timedelta(minutes=90)


def test_a_meeting_that_was_moved_and_then_cancelled_does_not_take_place() -> None:
    """Cancelling is the last word."""
    moved = {"recurrence_id_local": "2027-05-12T18:00:00", "new_start_local": "2027-05-13T18:00:00"}
    both = weekly(overrides=[moved], exdate_local=["2027-05-12T18:00:00"])

    assert shown([each.start for each in upcoming(both, at("2027-05-06T00:00Z"), 1)]) == [
        "2027-05-19T17:00Z"
    ]


def test_an_extra_meeting_comes_once_even_if_the_rule_gives_it_too() -> None:
    """An importer may list a date twice."""
    extra = weekly(rdate_local=["2027-05-12T18:00:00", "2027-05-13T12:00:00"])

    assert shown([each.start for each in upcoming(extra, at("2027-05-06T00:00Z"))]) == [
        "2027-05-12T17:00Z",
        "2027-05-13T11:00Z",
        "2027-05-19T17:00Z",
    ]


def test_an_extra_meeting_after_the_last_one_takes_place() -> None:
    """An end of the rule is no end of what was agreed beside it."""
    ended = series(
        "2027-05-05T18:00:00",
        "UTC",
        "FREQ=WEEKLY;UNTIL=20270506",
        rdate_local=["2027-05-12T18:00:00"],
    )
    assert len(upcoming(ended, at("2027-05-01T00:00Z"))) == 2


def test_a_long_meeting_over_a_clock_change_ends_when_its_minutes_are_over() -> None:
    """Three hours are three hours, also in the night of the long hour."""
    night = series("2027-10-30T23:30:00", BERLIN, None, 240)
    [meeting] = upcoming(night, at("2027-10-01T00:00Z"))

    assert shown([meeting.start, meeting.end]) == ["2027-10-30T21:30Z", "2027-10-31T01:30Z"]
    assert in_progress(night, at("2027-10-31T01:29Z")) == [meeting]
    assert in_progress(night, at("2027-10-31T01:30Z")) == []


def test_overlapping_meetings_are_all_in_progress() -> None:
    """A vigil of 30 hours each day."""
    vigil = series("2027-01-01T12:00:00", "UTC", "FREQ=DAILY", 30 * 60)

    assert len(in_progress(vigil, at("2027-02-01T13:00Z"))) == 2


def test_what_the_series_has_can_be_asked_by_its_original_start() -> None:
    """A cancellation of a date that was never one is a slip of the tongue."""
    found = weekly(rdate_local=["2027-05-13T12:00:00"])

    assert comes_at(found, at("2027-05-12T18:00"))
    assert comes_at(found, at("2027-05-13T12:00"))
    assert not comes_at(found, at("2027-05-12T17:00"))
    assert not comes_at(series("2027-05-05T18:00:00", "UTC", "FREQ=WEEKLY;COUNT=2"),
                        at("2027-05-19T18:00"))  # fmt: skip


def test_a_window_holds_what_starts_in_it() -> None:
    """From its first moment on, without its last."""
    found = between(weekly(), at("2027-05-12T17:00Z"), at("2027-05-26T17:00Z"))

    assert shown([each.start for each in found]) == ["2027-05-12T17:00Z", "2027-05-19T17:00Z"]


@pytest.mark.parametrize(
    "rrule", ["FREQ=WEEKLY;INTERVAL=2;BYDAY=WE,SU", "FREQ=MONTHLY", "FREQ=YEARLY", "FREQ=DAILY"]
)
def test_a_series_can_begin_later_without_changing_its_dates(rrule: str) -> None:
    """A draft from a directory begins on the day on which somebody confirms it."""
    old = series("2024-01-31T18:00:00", LONDON, rrule)
    later = old.beginning(date(2027, 3, 1))

    assert later.first >= at("2027-03-01T00:00")
    since = at("2027-03-01T00:00Z")
    assert upcoming(later, since, 5) == upcoming(old, since, 5)


def test_a_series_says_itself_as_it_was_read() -> None:
    """What is stored and exported is what was imported."""
    stored = {
        "dtstart_local": "2027-05-05T18:00:00",
        "tzid": LONDON,
        "duration_minutes": 60,
        "rrule": "FREQ=MONTHLY;INTERVAL=2;UNTIL=20300101T000000Z;BYSETPOS=-1;BYDAY=MO,TU;WKST=SU",
        "exdate_local": ["2027-05-12T18:00:00"],
        "rdate_local": ["2027-05-13T18:00:00"],
        "overrides": [
            {
                "recurrence_id_local": "2027-05-19T18:00:00",
                "new_start_local": "2027-05-20T18:00:00",
                "duration_minutes": 90,
            }
        ],
    }
    assert as_json(read_series(stored)) == stored


# --- what is refused


@pytest.mark.parametrize(
    "rrule",
    [
        "FREQ=HOURLY",
        "FREQ=MINUTELY;INTERVAL=1440",
        "FREQ=SECONDLY",
        "FREQ=SOMETIMES",
        "WEEKLY",
        "BYDAY=MO",
        "FREQ=WEEKLY;BYDAY=",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;BYDAY=1MO",
        "FREQ=MONTHLY;BYDAY=6MO",
        "FREQ=MONTHLY;BYDAY=0MO",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;INTERVAL=-1",
        "FREQ=WEEKLY;INTERVAL=٣",
        "FREQ=WEEKLY;COUNT=0",
        "FREQ=WEEKLY;COUNT=2;UNTIL=20270101",
        "FREQ=WEEKLY;UNTIL=tomorrow",
        "FREQ=WEEKLY;UNTIL=20270230",
        "FREQ=WEEKLY;UNTL=20270101",
        "FREQ=WEEKLY;FREQ=DAILY",
        "FREQ=WEEKLY;BYMONTHDAY=3",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=MONTHLY;BYMONTH=13",
        "FREQ=DAILY;BYHOUR=24",
        "FREQ=WEEKLY;" + "BYDAY=MO;" * 500,
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(rrule: str) -> None:
    """In one clear sentence, before anything is stored."""
    with pytest.raises(RuleError) as refused:
        read_rule(rrule)
    assert str(refused.value)


@pytest.mark.parametrize(
    "rrule",
    [
        "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=31;COUNT=5",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=YEARLY;BYDAY=53MO;BYMONTH=3",
        "FREQ=DAILY;BYSETPOS=9",
        "FREQ=WEEKLY;BYSETPOS=9",
    ],
)
def test_a_rule_that_comes_on_no_date_ends_soon_and_says_so(rrule: str) -> None:
    """30 February must not keep the bot busy for ever."""
    never = series("2027-01-15T19:00:00", LONDON, rrule)

    with pytest.raises(EmptyRuleError):
        upcoming(never, at("2027-01-01T00:00Z"))


@pytest.mark.parametrize(
    "wrong",
    [
        {"dtstart_local": "2027-05-05T18:00:00Z"},
        {"dtstart_local": "2027-05-05"},
        {"dtstart_local": "soon"},
        {"dtstart_local": 20270505},
        {"dtstart_local": "0001-01-01T00:00:00"},
        {"dtstart_local": "9999-12-31T23:00:00"},
        {"tzid": None},
        {"tzid": "EST5"},
        {"tzid": "../etc/passwd"},
        {"tzid": "Europe/Atlantis"},
        {"duration_minutes": 0},
        {"duration_minutes": -30},
        {"duration_minutes": 1.5},
        {"duration_minutes": True},
        {"duration_minutes": 10**9},
        {"rrule": 5},
        {"exdate_local": "2027-05-05T18:00:00"},
        {"exdate_local": ["never"]},
        {"rdate_local": ["2027-05-05T18:00:00"] * 2_001},
        {"overrides": [5]},
        {"overrides": [{}]},
    ],
)
def test_a_series_that_makes_no_sense_is_refused(wrong: dict[str, Any]) -> None:
    """Bad input is told apart from a meeting without dates."""
    good = {"dtstart_local": "2027-05-05T18:00:00", "tzid": LONDON, "duration_minutes": 60}
    read_series(good)

    with pytest.raises(RuleError):
        read_series(good | wrong)


def test_the_far_future_is_reached_without_counting_there() -> None:
    """A daily series since 1900 answers at once; a century is one subtraction."""
    old = series("1900-01-01T12:00:00", "UTC", "FREQ=DAILY;INTERVAL=3")
    first = next(iter(occurrences(old, datetime(2199, 1, 1, tzinfo=UTC))))

    assert (first.original.date() - date(1900, 1, 1)).days % 3 == 0
    assert date(2199, 1, 1) <= first.original.date() <= date(2199, 1, 3)
