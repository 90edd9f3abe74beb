"""Files from elsewhere, mangled: refused in a sentence, or read in part, and never more."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import icalendar
import pytest
from hypothesis import strategies as st

from bot.crisis.resources.finding import listed
from bot.crisis.resources.hsds import read_directory, service_of
from bot.crisis.resources.hsds_tables import UnreadableDirectoryError
from bot.meetings.calendars.writing import Entry, write_calendar
from bot.meetings.importing.files import UnreadableError, read_meetings
from bot.meetings.importing.sources import begun, imported, series_said, whole
from bot.meetings.recurrence.series import occurrences
from bot.meetings.recurrence.series_json import as_json, read_series
from tests.fuzz.amounts import LONG, Counted, throw
from tests.fuzz.files import DIRECTORIES, FILES, GROWING
from tests.fuzz.growth import grows_too_fast
from tests.fuzz.hostile import TYPED
from tests.fuzz.table import INPUTS

pytestmark = pytest.mark.timeout(3600 if LONG else 300)

NOW = datetime(2026, 11, 23, tzinfo=UTC)
_SCHEMES = ("https://", "http://")


def test_a_mangled_file_is_read_in_part_or_refused(record_property: Counted) -> None:
    """One error for all that is unreadable; what is read can be kept, shown and computed with."""
    thrown = throw(FILES, _is_read_in_part_or_refused, short=200, long=12_000)
    record_property(INPUTS + "files of meetings", thrown)


def _is_read_in_part_or_refused(data: bytes) -> None:
    try:
        found = read_meetings(data)
    except UnreadableError:
        return
    for draft in found.drafts:
        kept = imported(draft)
        assert kept.card.link == "" or kept.card.link.startswith(_SCHEMES)
        kept.card.name.encode()
        said = series_said(kept)
        if said is None or said.zone is None:
            continue
        again = begun(said, NOW)
        assert whole(again)
        assert read_series(as_json(again)) == again
        for each in islice(occurrences(again, NOW), 3):
            assert each.end >= each.start


def test_a_mangled_directory_is_read_in_part_or_refused(
    tmp_path: Path, record_property: Counted
) -> None:
    """So for services: JSON, tables and archives of them; what is read can be kept and found."""

    def one(given: tuple[str, bytes]) -> None:
        name, data = given
        (tmp_path / name).write_bytes(data)
        try:
            found = read_directory(tmp_path / name)
        except UnreadableDirectoryError:
            return
        for service in found.services:
            kept = listed(service)
            json.dumps(kept.facts, ensure_ascii=False).encode()
            f"{kept.about}{kept.places}".encode()
            assert service_of(json.loads(json.dumps(kept.facts))) == service
            assert service.url is None or service.url.startswith(_SCHEMES)

    record_property(INPUTS + "files of services", throw(DIRECTORIES, one, short=100, long=6_000))


def test_a_calendar_holds_nothing_but_its_entries(record_property: Counted) -> None:
    """Whatever a meeting is called: no entry, line or parameter out of what somebody wrote."""
    series = read_series(_WEEKLY)

    def one(names: list[str]) -> None:
        entries = [
            Entry(uid=f"{n}@handrail", series=series, summary=name, summary_cancelled=f"No {name}",
                  sequence=n, changed=NOW, cancelled=n == 1)
            for n, name in enumerate(names)
        ]  # fmt: skip
        data = write_calendar(entries, names[0], NOW)
        assert max(map(len, data.split(b"\r\n"))) <= _LONGEST_LINE
        assert not re.search(rb"\r(?!\n)|(?<!\r)\n", data)
        calendar = icalendar.Calendar.from_ical(data)
        shown = calendar.walk("VEVENT")
        assert [str(each["UID"]) for each in shown] == [each.uid for each in entries]
        assert all(set(each) <= _PROPERTIES for each in shown)
        assert not any(each.errors for each in shown)

    thrown = throw(st.lists(TYPED, min_size=1, max_size=2), one, short=40, long=5_000)
    record_property(INPUTS + "calendars", thrown)


@pytest.mark.parametrize("shape", GROWING)
def test_twice_the_file_takes_no_more_than_twice_the_time(shape: str) -> None:
    """Nobody keeps an operator's machine busy with a file: long lines, many lines, deep data."""

    def longer(size: int) -> Callable[[], object]:
        data = GROWING[shape](size)
        return lambda: _is_read_in_part_or_refused(data)

    assert not grows_too_fast(longer, 20_000 if LONG else 1_000)


@pytest.mark.parametrize(("power", "noticed"), [(1, False), (1.2, False), (2, True), (3, True)])
def test_growth_is_noticed(power: float, noticed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """A check that never fails says nothing."""
    now = 0.0

    def takes(size: int) -> Callable[[], object]:
        def work() -> None:
            nonlocal now
            now += (size / 100) ** power

        return work

    monkeypatch.setattr("tests.fuzz.growth.thread_time", lambda: now)
    assert grows_too_fast(takes, 100) is noticed


_LONGEST_LINE = 75  # octets; RFC 5545, 3.1
_WEEKLY = {"dtstart_local": "2026-11-04T18:00:00", "tzid": "UTC", "duration_minutes": 60,
           "rrule": "FREQ=WEEKLY"}  # fmt: skip
_PROPERTIES = frozenset(
    ("UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "SUMMARY", "STATUS", "CLASS", "DTSTART",
     "DURATION", "RRULE")
)  # fmt: skip
_START = "BEGIN:VEVENT\nUID:one\nSUMMARY:Evening\nDTSTART;TZID=Europe/Berlin:20261201T190000\n"
_OTHER = "END:VEVENT\nBEGIN:VEVENT\nUID:one\nDTSTART;TZID=Europe/Berlin:20261202T190000\n"


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(f"EXDATE;TZID={'id' * 300}:20261208T190000\n", id="an endless zone"),
        pytest.param(f"EXDATE;TZID={'a/' * 3000}x:20261208T190000\n", id="an endless path"),
        pytest.param("EXDATE:PT1H\n", id="a duration for a day"),
        pytest.param(
            _OTHER + "RECURRENCE-ID;TZID=Europe/Berlin:20261201T190000\n" * 2, id="two originals"
        ),
    ],
)
def test_a_broken_event_is_refused_and_the_rest_goes_on(lines: str) -> None:
    """What fuzzing found: each was an error of ours once."""
    fine = _START.replace("one", "two") + "DURATION:PT1H\nEND:VEVENT\n"
    text = f"BEGIN:VCALENDAR\n{_START}{lines}END:VEVENT\n{fine}END:VCALENDAR\n"

    found = read_meetings(text.encode())

    assert [each.reason for each in found.refused] == ["broken"]
    assert [each.source_id for each in found.drafts] == ["two"]
