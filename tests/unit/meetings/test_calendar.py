"""Calendar files: what other programmes make of them."""

from __future__ import annotations

import io
import random
from datetime import UTC, datetime, timedelta, tzinfo
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events  # type: ignore[import-untyped]
from dateutil import tz

from bot.meetings.calendars.vtimezone import vtimezone
from bot.meetings.calendars.writing import Entry, write_calendar
from bot.meetings.importing.files import read_meetings
from bot.meetings.recurrence.series import Series, between
from bot.meetings.recurrence.series_json import read_series

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = timedelta(days=1)
ZONES = (files("tzdata") / "zones").read_text(encoding="utf-8").split()


def entry(uid: str = "meeting-1@handrail", **more: Any) -> Entry:
    rule = {
        "dtstart_local": "2026-11-04T18:00:00",
        "tzid": "Europe/London",
        "duration_minutes": 60,
        "rrule": "FREQ=WEEKLY",
    }
    own = {key: more.pop(key) for key in list(more) if key in Entry.__slots__}
    values: dict[str, Any] = {
        "uid": uid,
        "series": read_series(rule | more),
        "summary": "Your 6 pm",
        "summary_cancelled": "Not today: your 6 pm",
        "sequence": 3,
        "changed": NOW,
    }
    return Entry(**values | own)


def written(*entries: Entry) -> str:
    return write_calendar(entries, "Meetings", NOW).decode()


def events(text: str) -> list[Any]:
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))


# --- the zone


def as_read(zone: str, since: int) -> tzinfo:
    """The zone as dateutil reads it, from the file alone."""
    text = "\n".join(["BEGIN:VCALENDAR", *vtimezone(zone, since, 2026), "END:VCALENDAR"])
    read = tz.tzical(io.StringIO(text)).get(zone)
    assert read is not None
    return read


def test_the_time_zones_of_the_file_are_right_all_over_the_world() -> None:
    """Every zone, every two weeks, through three years; those that are alike are read once."""
    start = datetime(2026, 1, 1, 12, tzinfo=UTC)
    moments = [start + timedelta(days=14 * n) for n in range(80)]
    alike = {}
    for name in ZONES:
        offsets = tuple(moment.astimezone(ZoneInfo(name)).utcoffset() for moment in moments)
        alike[vtimezone(name, 2025, 2026)[2:], offsets] = name
    wrong = []
    for (_, offsets), name in alike.items():
        read = as_read(name, 2025)
        for moment, offset in zip(moments, offsets, strict=True):
            assert offset is not None
            wall = (moment + offset).replace(tzinfo=read)
            if wall.utcoffset() != offset:
                wrong.append((name, wall.isoformat()))
                break
    assert not wrong
    assert len(alike) > 60


@pytest.mark.parametrize(
    "zone",
    ["America/Nuuk", "Africa/Cairo", "Asia/Gaza", "Asia/Jerusalem", "America/Havana",
     "Europe/Dublin", "Australia/Lord_Howe", "Africa/Casablanca"],
)  # fmt: skip
def test_changes_on_odd_days_are_right_to_the_hour(zone: str) -> None:
    """The Saturday before a last Sunday; a Thursday at 24:00; 50 o'clock; one that is left out."""
    read, own = as_read(zone, 2026), ZoneInfo(zone)
    day = datetime(2026, 1, 2, 0, 30)  # noqa: DTZ001
    while day.year < 2030:
        if day.replace(tzinfo=own).utcoffset() != (day - DAY).replace(tzinfo=own).utcoffset():
            for wall in (day + timedelta(hours=n) for n in range(-48, 25)):
                # What is skipped or comes twice, each engine reads in its own way.
                if tz.datetime_exists(wall, own) and not tz.datetime_ambiguous(wall, own):
                    offset = wall.replace(tzinfo=own).utcoffset()
                    assert wall.replace(tzinfo=read).utcoffset() == offset, wall
        day += DAY


def test_a_usual_zone_is_written_with_two_yearly_rules() -> None:
    """As short as Outlook likes it; no list of dates."""
    lines = vtimezone("America/New_York", 2016, 2026)

    assert sum(line.startswith("RRULE:") for line in lines) == 2
    assert not any(line.startswith("RDATE") for line in lines)
    assert sum(line.startswith("BEGIN:") for line in lines) == 3


def test_a_zone_whose_law_has_changed_keeps_its_past() -> None:
    """Vancouver had summer time until 2026; an old series needs it."""
    lines = vtimezone("America/Vancouver", 2024, 2026)

    assert "DTSTART:20241103T020000" in lines
    assert lines[-3:] == ("TZNAME:PDT", "END:DAYLIGHT", "END:VTIMEZONE")
    assert not any(line.startswith("RRULE") for line in lines)


# --- the events


def test_other_engines_find_the_same_meetings() -> None:
    """A calendar programme shows what the bot announces, with every kind of exception."""
    chance = random.Random(8)
    rules = [
        "FREQ=WEEKLY;BYDAY=TU,TH", "FREQ=WEEKLY;INTERVAL=2", "FREQ=MONTHLY;BYDAY=-1SU",
        "FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=DAILY;COUNT=40", "FREQ=WEEKLY;UNTIL=20261231",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", None,
    ]  # fmt: skip
    entries = []
    for number in range(60):
        start = datetime(2026, 9, 1) + timedelta(days=chance.randrange(60), hours=19)  # noqa: DTZ001
        week = [start + timedelta(days=7 * n) for n in range(12)]
        entries.append(
            entry(
                f"m{number}",
                dtstart_local=start.isoformat(),
                tzid=chance.choice(["America/New_York", "Asia/Kolkata", "UTC", "Africa/Cairo"]),
                rrule=chance.choice(rules),
                exdate_local=[week[3].isoformat()] if chance.random() < 0.5 else [],
                rdate_local=[(week[2] + timedelta(days=1)).isoformat()],
                overrides=[
                    {
                        "recurrence_id_local": week[4].isoformat(),
                        "new_start_local": (week[4] + timedelta(hours=3)).isoformat(),
                        "duration_minutes": 30,
                    }
                ],
            )
        )
    text = written(*entries)
    since, until = NOW - timedelta(days=60), NOW + timedelta(days=100)

    found = [
        (str(each["UID"]), each["DTSTART"].dt.astimezone(UTC))
        for each in recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between(
            since, until
        )
        if each["STATUS"] == "CONFIRMED"
    ]
    ours = [(each.uid, one.start) for each in entries for one in between(each.series, since, until)]
    assert sorted(ours) == sorted(one for one in found if since <= one[1] < until)
    assert len(ours) > 500


def test_a_cancelled_meeting_is_shown_as_cancelled() -> None:
    """Whoever had it in their calendar sees that it does not take place."""
    text = written(entry(exdate_local=["2026-12-02T18:00:00", "2026-12-03T18:00:00"]))
    series, cancelled = events(text)

    assert "EXDATE:" not in text
    assert series["STATUS"] == "CONFIRMED"
    assert cancelled["STATUS"] == "CANCELLED"
    assert cancelled["SUMMARY"] == "Not today: your 6 pm"
    assert cancelled["RECURRENCE-ID"].dt == datetime(
        2026, 12, 2, 18, tzinfo=ZoneInfo("Europe/London")
    )
    # The 3rd is no date of the series: nothing to cancel.
    assert "EXDATE;TZID=Europe/London:20261203T180000" in text


def test_a_series_that_ended_stays_as_cancelled() -> None:
    """With its moved dates."""
    moved = {
        "recurrence_id_local": "2026-12-02T18:00:00",
        "new_start_local": "2026-12-03T18:00:00",
    }
    text = written(entry(cancelled=True, overrides=[moved]))

    assert {str(each["STATUS"]) for each in events(text)} == {"CANCELLED"}


def test_nothing_is_without_a_zone() -> None:
    """Some programmes take a time without a zone for UTC."""
    without = Entry(
        uid="draft",
        series=Series(first=datetime(2026, 12, 1, 18), zone=None, minutes=60),  # noqa: DTZ001
        summary="",
        summary_cancelled="",
        sequence=0,
        changed=NOW,
    )
    text = written(entry(), entry("utc", tzid="UTC"), without)

    for each in events(text):
        assert each["DTSTART"].dt.tzinfo is not None
    assert "UID:draft" not in text
    assert "DTSTART:20261104T180000Z" in text
    assert "TZID:UTC" not in text


def test_the_first_start_is_one_that_takes_place() -> None:
    """Calendars always show it, whether the rule gives it or not."""
    [event] = events(written(entry(rrule="FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR")))

    assert event["DTSTART"].dt.isoformat() == "2026-11-27T18:00:00+00:00"


def test_an_end_of_the_rule_is_written_in_utc() -> None:
    """RFC 5545 asks for it, and Google refuses anything else."""
    text = written(entry(tzid="America/New_York", rrule="FREQ=WEEKLY;UNTIL=20261231"))

    assert "UNTIL=20270101T045959Z" in text


def test_lines_are_short_and_no_character_is_cut() -> None:
    """75 octets; what is folded is the same again when read."""
    summary = "Deine Zeit; um 18 Uhr, \\ \n" + "ü🙂" * 60
    text = written(entry(summary=summary))

    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert events(text)[0]["SUMMARY"] == summary


def test_our_own_file_is_imported_as_it_was() -> None:
    """Export here, import there: the same series."""
    own = entry(
        rdate_local=["2026-12-24T18:00:00"],
        overrides=[
            {
                "recurrence_id_local": "2026-12-09T18:00:00",
                "new_start_local": "2026-12-10T19:00:00",
                "duration_minutes": 90,
            }
        ],
        exdate_local=["2026-12-16T18:00:00"],
    )
    [draft] = read_meetings(written(own).encode()).drafts

    assert draft.series is not None
    assert draft.source_id == own.uid
    since, until = NOW, NOW + timedelta(days=400)
    assert between(draft.series, since, until) == between(own.series, since, until)
