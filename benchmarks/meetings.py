"""Meetings: series recomputed, reminders planned, a directory imported, a feed written.

The series are mixed as communities keep them: mostly weekly, some of two or three days, biweekly,
monthly by weekday and by date, daily, counted, ended, with cancelled and moved dates; a third of
them began ten years ago. The same series are given to recurring-ical-events in the same run, a
part of them, since it needs some hundred times as long.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events  # type: ignore[import-untyped]

from bot.meetings.calendars.vtimezone import vtimezone
from bot.meetings.calendars.writing import Entry, write_calendar
from bot.meetings.importing.files import read_meetings
from bot.meetings.recurrence.series import Series, moment, upcoming
from bot.meetings.recurrence.series_json import read_series
from bot.meetings.telling.reminders import plan
from bot.wall_time import use_pinned_zone_data

T = TypeVar("T")

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ZONES = (
    *("America/New_York", "America/Chicago", "America/Los_Angeles", "Europe/London"),
    *("Europe/Berlin", "Europe/Madrid", "Australia/Sydney", "Asia/Kolkata", "America/Sao_Paulo"),
)
RULES = (
    *(("FREQ=WEEKLY;BYDAY={day}", 40), ("FREQ=WEEKLY;BYDAY=MO,WE,FR", 8)),
    *(("FREQ=WEEKLY;BYDAY={day},SU", 8), ("FREQ=WEEKLY;INTERVAL=2;BYDAY={day}", 10)),
    *(("FREQ=MONTHLY;BYDAY=1{day},3{day}", 6), ("FREQ=MONTHLY;BYDAY=-1{day}", 6)),
    *(("FREQ=MONTHLY;BYMONTHDAY=15", 3), ("FREQ=MONTHLY;BYMONTHDAY=31", 1)),
    *(("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", 2), ("FREQ=DAILY", 6)),
    *(("FREQ=DAILY;INTERVAL=2", 2), ("FREQ=WEEKLY;BYDAY={day};COUNT=8", 3)),
    *(("FREQ=MONTHLY;BYDAY=2{day};COUNT=200", 1), ("FREQ=WEEKLY;BYDAY={day};COUNT=900", 1)),
    *(("FREQ=WEEKLY;BYDAY={day};UNTIL=20270630T000000Z", 2), ("FREQ=YEARLY", 1)),
)


def run(series: int, compared: int, reminders: int, imported: int, listed: int) -> dict[str, Any]:
    """All four measurements; see the command for what is aimed at."""
    return {
        "tzdata": use_pinned_zone_data(),
        **_recomputed(series),
        **_compared(compared),
        **_planned(reminders),
        **_imported(imported),
        **_fed(listed),
    }


def mixed(count: int, seed: int = 8) -> list[dict[str, Any]]:
    """Series as they are stored."""
    chance = random.Random(seed)
    rules, weights = zip(*RULES, strict=True)
    found = []
    for rule in chance.choices(rules, weights, k=count):
        years = chance.choice((0, 2, 10))
        first = date(2026, 1, 5) - timedelta(days=365 * years + chance.randrange(300))
        weekday = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[first.weekday()]
        start = f"{first}T{chance.randrange(6, 24):02}:{chance.choice((0, 15, 30)):02}:00"
        one = {
            "dtstart_local": start,
            "tzid": chance.choice(ZONES),
            "duration_minutes": chance.choice((45, 60, 90, 120)),
            "rrule": rule.format(day=weekday),
        }
        if chance.random() < 0.1:
            one["exdate_local"] = [f"{first + timedelta(days=7 * n)}{start[10:]}" for n in (1, 90)]
        if chance.random() < 0.05:
            moved = f"{first + timedelta(days=14)}{start[10:]}"
            to = f"{first + timedelta(days=15)}T18:00:00"
            one["overrides"] = [
                {"recurrence_id_local": moved, "new_start_local": to, "duration_minutes": 60}
            ]
        found.append(one)
    return found


def _cpu(work: Callable[[], T]) -> tuple[float, T]:
    began = time.process_time()
    result = work()
    return time.process_time() - began, result


def _recomputed(count: int) -> dict[str, Any]:
    """From the stored text of each series to its next occurrence."""
    stored = [json.dumps(each) for each in mixed(count)]
    seconds, found = _cpu(
        lambda: [upcoming(read_series(json.loads(each)), NOW, 1) for each in stored]
    )
    return {
        "series": count,
        "series_with_a_next": sum(1 for each in found if each),
        "series_cpu_seconds": round(seconds, 3),
        "series_goal_cpu_seconds": 5,
        "series_microseconds_each": round(seconds / count * 1e6, 1),
    }


def _compared(count: int) -> dict[str, Any]:
    """The same series, as calendars, to recurring-ical-events; reading them is not counted."""
    series = [read_series(each) for each in mixed(count)]
    calendars = [icalendar.Calendar.from_ical(write_calendar([_entry(0, each)], "", NOW))
                 for each in series]  # fmt: skip
    ours, found = _cpu(lambda: [upcoming(each, NOW, 1) for each in series])

    def next_of(calendar: Any) -> Any:
        after = recurring_ical_events.of(calendar).after(NOW)
        starts = (event.start.astimezone(UTC) for event in after if event["STATUS"] == "CONFIRMED")
        return next((start for start in starts if start > NOW), None)

    theirs, others = _cpu(lambda: [next_of(each) for each in calendars])
    own = [each[0].start if each else None for each in found]
    return {
        "compared_series": count,
        "compared_equal": sum(one == other for one, other in zip(own, others, strict=True)),
        "compared_ours_cpu_seconds": round(ours, 3),
        "compared_recurring_ical_events_cpu_seconds": round(theirs, 3),
        "compared_times_faster": round(theirs / ours, 1),
    }


def _planned(count: int) -> dict[str, Any]:
    """Everybody who wants to be reminded of one popular hour: 100 meetings, own lead times."""
    chance = random.Random(8)
    start = moment(datetime(2026, 11, 24, 19), ZoneInfo("America/New_York"))  # noqa: DTZ001
    rule = {
        "dtstart_local": "2026-01-06T19:00:00",
        "tzid": "America/New_York",
        "duration_minutes": 60,
        "rrule": "FREQ=WEEKLY",
    }
    meetings = 100
    wanted = [
        [(meeting * 1_000_000 + n, chance.choice((10, 15, 30, 60, 1440)))
         for n in range(count // meetings)]
        for meeting in range(meetings)
    ]  # fmt: skip

    def work() -> int:
        planned = 0
        for meeting in range(meetings):
            [occurrence] = upcoming(read_series(rule), NOW, 1)
            assert occurrence.start == start
            planned += len(plan(meeting, occurrence, wanted[meeting], NOW))
        return planned

    seconds, planned = _cpu(work)
    return {
        "reminders": planned,
        "reminders_cpu_seconds": round(seconds, 3),
        "reminders_goal_cpu_seconds": 5,
    }


def _imported(count: int) -> dict[str, Any]:
    """A directory (Meeting Guide), and the same number of events as a calendar."""
    chance = random.Random(8)
    guide = [
        {
            "slug": f"meeting-{n}",
            "name": f"Evening &amp; Hope {n}",
            "day": chance.randrange(7),
            "time": f"{chance.randrange(24):02}:30",
            "end_time": "23:45",
            "timezone": chance.choice((*ZONES, "")),
            "state": chance.choice(("OH", "NY", "TX", "CA")),
            "country": "US",
            "types": ["O", "D", "X"],
            "notes": chance.choice(("Lead last Sunday", "<p>Park behind the house.</p>", "", None)),
            "conference_url": f"https://zoom.us/j/{n}",
        }
        for n in range(count)
    ]
    data = json.dumps(guide).encode()
    calendar = write_calendar([_entry(n, s) for n, s in enumerate(_series(count))], "", NOW)
    taken, found = _timed(lambda: read_meetings(data))
    taken_ics, events = _timed(lambda: read_meetings(calendar))
    return {
        "imported": len(found.drafts),
        "import_seconds": round(taken, 3),
        "imported_from_calendar": len(events.drafts),
        "import_calendar_seconds": round(taken_ics, 3),
        "import_goal_seconds": 10,
    }


def _fed(count: int) -> dict[str, Any]:
    """A feed, the first one after a start (it reads the zones), and the next."""
    entries = [_entry(n, series) for n, series in enumerate(_series(count))]
    vtimezone.cache_clear()
    first, _ = _timed(lambda: write_calendar(entries, "Meetings", NOW))
    taken, written = _timed(lambda: write_calendar(entries, "Meetings", NOW))
    return {
        "feed_meetings": count,
        "feed_bytes": len(written),
        "feed_first_milliseconds": round(first * 1000, 1),
        "feed_milliseconds": round(taken * 1000, 1),
        "feed_goal_milliseconds": 100,
    }


def _series(count: int) -> list[Series]:
    return [read_series(each) for each in mixed(count)]


def _entry(number: int, series: Series) -> Entry:
    return Entry(
        uid=f"{number}@handrail",
        series=series,
        summary="Your meeting",
        summary_cancelled="Not today: your meeting",
        sequence=0,
        changed=NOW,
    )


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    began = time.perf_counter()
    result = work()
    return time.perf_counter() - began, result
