"""Our calendar files, read by ical.js: the engine of Thunderbird and Nextcloud."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.meetings.calendars.writing import Entry, write_calendar
from bot.meetings.recurrence.series import between
from bot.meetings.recurrence.series_json import read_series

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
_PROGRAMME = Path(__file__).parents[2] / "js" / "calendar.mjs"


def shown(entries: list[Entry], since: datetime, until: datetime) -> list[dict[str, Any]]:
    """What the programme shows; skips without Node, unless HANDRAIL_REQUIRE_NODE=1."""
    node = shutil.which("node")
    if node is None or not (_PROGRAMME.parent / "node_modules" / "ical.js").exists():
        reason = "Node or ical.js is missing; install Node 20 or newer and run `make dev`"
        if os.environ.get("HANDRAIL_REQUIRE_NODE") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    asked = {
        "ics": write_calendar(entries, "Meetings", NOW).decode(),
        "since": since.isoformat(),
        "until": until.isoformat(),
    }
    ran = subprocess.run(
        [node, _PROGRAMME], input=json.dumps(asked), capture_output=True, text=True, timeout=60
    )
    assert ran.returncode == 0, ran.stderr
    found: list[dict[str, Any]] = json.loads(ran.stdout)
    return found


def entry(uid: str, start: str, zone: str, rrule: str | None, **more: Any) -> Entry:
    rule = {"dtstart_local": start, "tzid": zone, "rrule": rrule, "duration_minutes": 60}
    return Entry(
        uid=uid,
        series=read_series(rule | more),
        summary="Your meeting",
        summary_cancelled="Not today: your meeting",
        sequence=4,
        changed=NOW,
    )


ENTRIES = [
    entry("spring and autumn", "2016-11-22T19:00:00", "America/New_York", "FREQ=WEEKLY"),
    entry("south", "2026-01-01T20:00:00", "Australia/Sydney", "FREQ=WEEKLY;INTERVAL=2"),
    entry("half an hour", "2026-01-04T09:00:00", "Australia/Lord_Howe", "FREQ=WEEKLY"),
    entry("quarters", "2026-01-05T20:00:00", "Asia/Kathmandu", "FREQ=WEEKLY;BYDAY=MO,TH"),
    entry("no more changes", "2024-10-01T19:00:00", "America/Vancouver", "FREQ=WEEKLY"),
    entry("a change that is left out", "2026-01-05T19:00:00", "America/Havana", "FREQ=WEEKLY"),
    entry("twice a year by hand", "2026-01-05T19:00:00", "Africa/Cairo", "FREQ=WEEKLY"),
    entry("two days later", "2026-01-05T19:00:00", "Asia/Gaza", "FREQ=DAILY"),
    entry("a day later", "2026-01-05T19:00:00", "Asia/Jerusalem", "FREQ=DAILY"),
    entry("negative hours", "2026-01-05T19:00:00", "America/Nuuk", "FREQ=DAILY"),
    entry("first and third", "2026-01-06T19:00:00", "Europe/Berlin", "FREQ=MONTHLY;BYDAY=1TU,3TU"),
    entry("last", "2026-01-25T19:00:00", "Europe/London", "FREQ=MONTHLY;BYDAY=-1SU"),
    entry("the 31st", "2026-01-31T19:00:00", "Europe/Paris", "FREQ=MONTHLY;BYMONTHDAY=31"),
    entry("working day", "2026-01-30T16:00:00", "America/Toronto",
          "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
    entry("leap day", "2024-02-29T18:00:00", "America/New_York", "FREQ=YEARLY"),
    entry("counted", "2026-11-03T18:00:00", "Europe/Berlin", "FREQ=WEEKLY;COUNT=12"),
    entry("until", "2026-11-03T18:00:00", "America/New_York", "FREQ=WEEKLY;UNTIL=20270112"),
    entry("weeks from Sunday", "2026-06-02T19:00:00", "America/New_York",
          "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU"),
    entry("utc", "2026-01-07T20:00:00", "UTC", "FREQ=WEEKLY"),
    entry("single", "2026-12-05T18:00:00", "Asia/Tokyo", None),
    entry("exceptions", "2026-11-04T18:00:00", "Europe/London", "FREQ=WEEKLY",
          exdate_local=["2026-12-02T18:00:00"], rdate_local=["2026-12-24T12:00:00"],
          overrides=[{"recurrence_id_local": "2026-12-09T18:00:00",
                      "new_start_local": "2026-12-17T19:30:00", "duration_minutes": 90}]),
]  # fmt: skip


def test_ical_js_shows_the_meetings_that_the_bot_announces() -> None:
    """Start by start over fourteen months, from the file's own time zones."""
    since, until = NOW - timedelta(days=30), NOW + timedelta(days=400)
    found = shown(ENTRIES, since, until)
    confirmed = [each for each in found if each["status"] == "CONFIRMED"]

    for each in ENTRIES:
        theirs = [one["start"] for one in confirmed if one["uid"] == each.uid]
        ours = [f"{one.start:%Y-%m-%dT%H:%M:%S.000Z}" for one in between(each.series, since, until)]
        assert sorted(theirs) == ours, each.uid
    assert len(confirmed) > 800


def test_ical_js_shows_what_is_cancelled_moved_and_changed() -> None:
    """The status, the other length, and the number by which programmes notice a change."""
    found = shown(ENTRIES[-1:], NOW, NOW + timedelta(days=40))
    by_start = {each["start"][:10]: each for each in found}

    assert by_start["2026-12-02"]["status"] == "CANCELLED"
    assert by_start["2026-12-02"]["summary"] == "Not today: your meeting"
    assert "2026-12-09" not in by_start
    assert by_start["2026-12-17"]["minutes"] == 90
    assert {each["sequence"] for each in found} == {4}
