"""Files from elsewhere, mangled: refused in a sentence, or read in part, and never more."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import islice

import pytest
from hypothesis import given

from bot.meetings.importing.files import UnreadableError, read_meetings
from bot.meetings.importing.sources import begun, imported, series_said, whole
from bot.meetings.recurrence.series import occurrences
from bot.meetings.recurrence.series_json import as_json, read_series
from tests.fuzz.amounts import LONG, inputs
from tests.fuzz.files import FILES

pytestmark = pytest.mark.timeout(3600 if LONG else 300)

NOW = datetime(2026, 11, 23, tzinfo=UTC)
_SCHEMES = ("https://", "http://")


@inputs(short=200, long=25_000)
@given(FILES)
def test_a_mangled_file_is_read_in_part_or_refused(data: bytes) -> None:
    """One error for all that is unreadable; what is read can be kept, shown and computed with."""
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
