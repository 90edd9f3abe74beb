"""Files of meetings from elsewhere: what is taken, what is asked, what is refused."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cli.meetings import command
from bot.meetings.importing.drafts import FORMATS
from bot.meetings.importing.files import (
    MOST_RECORDS,
    Draft,
    Imported,
    UnreadableError,
    read_meetings,
)
from bot.meetings.recurrence.series import between, upcoming
from bot.meetings.recurrence.series_json import as_json, read_series

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def imported(document: object, format_: str | None = None) -> Imported:
    text = document if isinstance(document, str) else json.dumps(document)
    return read_meetings(text.encode(), format_)


def one(document: object, format_: str | None = None) -> Draft:
    found = imported(document, format_)
    assert not found.refused
    [draft] = found.drafts
    return draft


def asked(draft: Draft) -> set[str]:
    return {question.about for question in draft.questions}


def guide(**fields: Any) -> dict[str, Any]:
    """A record of a Meeting Guide without a flaw, but for `fields`."""
    return {
        "slug": "evening",
        "name": "Evening Hope",
        "day": 2,
        "time": "19:00",
        "end_time": "20:30",
        "timezone": "America/New_York",
        "types": ["O", "D"],
        "conference_url": "https://zoom.us/j/1",
    } | fields


def bmlt(**fields: Any) -> dict[str, Any]:
    return {
        "id_bigint": "77",
        "meeting_name": "Keep Coming",
        "weekday_tinyint": "1",
        "start_time": "19:30:00",
        "duration_time": "01:30:00",
        "time_zone": "Europe/Berlin",
        "formats": "O,RF",
    } | fields


def oiaa(**fields: Any) -> dict[str, Any]:
    return {
        "slug": "dawn",
        "groupID": {"$oid": "1"},
        "name": "Dawn",
        "day": 7,
        "time": "06:15",
        "duration": 45,
        "timezone": "Europe/London",
        "startDateUTC": {"$date": "2026-06-07T05:15:00.000Z"},
        "archived": False,
    } | fields


# --- what is read


@pytest.mark.parametrize(
    ("record", "source_id", "first", "rrule", "minutes"),
    [
        (guide(), "evening", "2024-01-02T19:00:00", "FREQ=WEEKLY;BYDAY=TU", 90),
        (guide(day=0), "evening", "2024-01-07T19:00:00", "FREQ=WEEKLY;BYDAY=SU", 90),
        (guide(day="6"), "evening", "2024-01-06T19:00:00", "FREQ=WEEKLY;BYDAY=SA", 90),
        (guide(day=[1, 3]), "evening", "2024-01-01T19:00:00", "FREQ=WEEKLY;BYDAY=MO,WE", 90),
        (guide(end_time="00:30"), "evening", "2024-01-02T19:00:00", "FREQ=WEEKLY;BYDAY=TU", 330),
        (guide(end_time=None), "evening", "2024-01-02T19:00:00", "FREQ=WEEKLY;BYDAY=TU", 60),
        (bmlt(), "77", "2024-01-07T19:30:00", "FREQ=WEEKLY;BYDAY=SU", 90),
        (bmlt(weekday_tinyint="2"), "77", "2024-01-01T19:30:00", "FREQ=WEEKLY;BYDAY=MO", 90),
        (bmlt(weekday_tinyint="7"), "77", "2024-01-06T19:30:00", "FREQ=WEEKLY;BYDAY=SA", 90),
        (oiaa(), "dawn", "2024-01-07T06:15:00", "FREQ=WEEKLY;BYDAY=SU", 45),
        (
            oiaa(day=1, startDateUTC=None),
            "dawn",
            "2024-01-01T06:15:00",
            "FREQ=WEEKLY;BYDAY=MO",
            45,
        ),
    ],
)
def test_each_directory_numbers_its_days_in_its_own_way(
    record: dict[str, Any], source_id: str, first: str, rrule: str, minutes: int
) -> None:
    """A Sunday is 0, 1 or 7; nobody is sent to a meeting a day early."""
    draft = one([record])

    assert draft.source_id == source_id
    assert not draft.questions
    assert draft.series is not None
    shown = as_json(draft.series)
    assert (shown["dtstart_local"], shown["rrule"]) == (first, rrule)
    assert shown["duration_minutes"] == minutes


def test_reading_a_file_again_gives_the_same_drafts() -> None:
    """Else every import would report changes; confirming moves the start to that day."""
    draft = one([guide()])
    assert draft == one([guide()])
    assert draft.series is not None

    confirmed = draft.series.beginning(date(2026, 11, 23))

    assert confirmed.first == datetime.fromisoformat("2026-11-24T19:00:00")
    assert upcoming(confirmed, NOW) == upcoming(draft.series, NOW)


def test_a_csv_of_naws_and_a_yaml_file_are_read() -> None:
    """Days by name."""
    heading = "Committee,CommitteeName,Day,Time,State,Country,TimeZone,Delete,unpublished,Format1"
    rows = f"{heading}\nG1,Noon,Friday,1200,,,Europe/Dublin,,,OPEN\nG2,Old,Monday,1200,,,,D,,\n"
    found = imported(rows)
    [noon] = found.drafts
    assert noon.series is not None
    assert as_json(noon.series)["rrule"] == "FREQ=WEEKLY;BYDAY=FR"
    assert noon.types == ("OPEN",)
    assert [each.reason for each in found.refused] == ["archived"]

    yaml = "noon:\n  name: Noon\n  time:\n    Friday: ['12:00']\n    Monday: ['12:00']\n"
    draft = one(yaml)
    assert draft.series is not None
    assert as_json(draft.series)["rrule"] == "FREQ=WEEKLY;BYDAY=MO,FR"
    assert asked(draft) == {"zone", "length"}


# --- what is asked: no guess on zone or day


@pytest.mark.parametrize(
    ("fields", "about"),
    [
        ({"timezone": None}, "zone"),
        ({"timezone": ""}, "zone"),
        ({"timezone": "EST"}, "zone-unknown"),
        ({"timezone": "Eastern Standard Time"}, "zone-unknown"),
        ({"timezone": None, "state": "OH", "country": "US"}, "zone-suggested"),
        ({"timezone": None, "latitude": 52.5, "longitude": 13.4}, "zone-suggested"),
        ({"timezone": "America/Chicago", "state": "OH", "country": "US"}, "zone-place"),
        ({"timezone": "America/New_York", "country": "Spain"}, "zone-place"),
        ({"day": None}, "day"),
        ({"day": 7}, "day"),
        ({"day": -1}, "day"),
        ({"day": [1, 9]}, "day"),
        ({"day": "Tuesday"}, "day"),
        ({"time": None}, "time"),
        ({"time": "noon"}, "time"),
        ({"time": "25:00"}, "time"),
        ({"end_time": "late"}, "length"),
        ({"notes": "Big Book, Lead last Sunday of the month"}, "pattern"),
        ({"notes": "1st and 3rd Tuesday only"}, "pattern"),
        ({"notes": "Meets every other week"}, "pattern"),
        ({"notes": "Alternating Thursdays"}, "pattern"),
        ({"notes": "bi-weekly"}, "pattern"),
        ({"notes": "June to August"}, "pattern"),
        ({"notes": "jeden letzten Freitag: letzter Freitag"}, "pattern"),
        ({"notes": "Closed until further notice"}, "closed"),
        ({"name": "Evening Hope (TEMPORARILY CLOSED)"}, "closed"),
        ({"notes": "No meetings in August"}, "closed"),
        ({"notes": "suspendido hasta nuevo aviso"}, "closed"),
        ({"conference_url": None, "notes": "https://zoom.us/j/5?pwd=x"}, "link-in-text"),
        ({"conference_url": None, "notes": 'Join <a href="https://meet.example.org/a">here</a>'},
         "link-in-text"),
        ({"conference_url": "Zoom"}, "link-unclear"),
        ({"conference_url": "javascript:alert(1)"}, "link-unclear"),
        ({"conference_url": "https://zoom"}, "link-unclear"),
    ],
)  # fmt: skip
def test_what_is_missing_or_contradicts_itself_is_asked(fields: dict[str, Any], about: str) -> None:
    """Real feeds lie; a person decides."""
    assert asked(one([guide(**fields)])) == {about}


@pytest.mark.parametrize(
    "notes",
    [
        "This is a closed meeting",
        "First floor, second door on the left",
        "11th Step, last names are not used",
        "Open to all. Park in back.",
        "We read the First Tradition",
    ],
)
def test_harmless_notes_raise_no_question(notes: str) -> None:
    """Too many questions, and nobody reads them."""
    assert not asked(one([guide(notes=notes)]))


def test_the_place_of_a_zone_suggests_and_never_decides() -> None:
    """A zone from coordinates is filled in with a question; a stated one is kept with one."""
    suggested = one([guide(timezone=None, state="NY", latitude=42.9, longitude=-77.1)])
    contradicted = one([guide(timezone="America/Chicago", state="OH", country="US")])
    between_two = one([guide(timezone=None, state="TN", country="US", latitude=35.96,
                             longitude=-83.92)])  # fmt: skip

    assert suggested.series is not None
    assert suggested.series.zone == "America/New_York"
    assert contradicted.series is not None
    assert contradicted.series.zone == "America/Chicago"
    assert between_two.series is not None
    assert between_two.series.zone is None
    assert asked(between_two) == {"zone"}


def test_a_day_that_is_none_leaves_no_rule() -> None:
    """A stray 0 in a feed that counts from 1 is no Sunday."""
    assert one([oiaa(day=0)]).series is None
    assert asked(one([oiaa(day=0)])) == {"day"}


def test_the_directorys_own_next_date_is_compared() -> None:
    """If its day, time, zone and date do not fit together, one of them is wrong."""
    assert asked(one([oiaa(startDateUTC={"$date": "2026-06-08T05:15:00.000Z"})])) == {"start"}
    assert asked(one([oiaa(startDateUTC={"$date": "2026-06-07T06:15:00.000Z"})])) == {"start"}


def test_links_and_passcodes_are_private() -> None:
    """Only who comes is given them: not the notes that everybody sees, nor a question."""
    draft = one(
        [
            guide(
                conference_url=None,
                conference_url_notes="Passcode: 12345",
                conference_phone="+1 555 0100",
                notes="Join https://zoom.us/j/9?pwd=secret on the last Sunday",
            )
        ]
    )
    assert draft.notes == ""
    assert len(draft.private) == 3
    for question in draft.questions:
        assert "secret" not in str(question)
        assert "12345" not in str(question)


def test_html_is_stripped_and_unknown_types_stay() -> None:
    """Text fields hold markup in real feeds; a community may have types of its own."""
    draft = one(
        [
            guide(
                name="Hope &amp; <b>Care</b>",
                notes="<p>Bring tea</p><script>alert(1)</script><p>or&nbsp;coffee</p>",
                types=["O", "TEA-PARTY", "", "O"],
            )
        ]
    )
    assert draft.name == "Hope & Care"
    assert draft.notes == "Bring tea\nor coffee"
    assert draft.types == ("O", "TEA-PARTY")


def test_heaps_of_markup_are_read_at_once() -> None:
    """What a parser with a stack chews on for minutes: openings without an end."""
    for heap in ("<a ", "<a b=", "<!--", "<![", "</", "<script>", "&#", "1st and ", "1-1-"):
        one([guide(notes=heap * (20_000 // len(heap)))])


# --- what is refused


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (guide(slug="b", name=""), "no-name"),
        (guide(slug="b", name="<b> </b>"), "no-name"),
        (guide(slug="b", name={"en": "Hope"}), "no-name"),
        (guide(slug="b", notes="a" * 50_000), "too-long"),
        (guide(), "twice"),
        (5, "no-object"),
        (None, "no-object"),
        (["evening"], "no-object"),
    ],
)
def test_a_bad_record_is_left_out_and_the_rest_goes_on(record: Any, reason: str) -> None:
    """One mistake of a publisher costs one meeting."""
    found = imported([guide(), record, guide(slug="later")], "meeting-guide")

    assert [draft.source_id for draft in found.drafts] == ["evening", "later"]
    assert [each.reason for each in found.refused] == [reason]


def test_what_the_source_withdrew_is_not_taken() -> None:
    """Archived and unpublished records stand in some feeds."""
    assert imported([oiaa(archived=True)]).refused[0].reason == "archived"
    assert imported([bmlt(published="0")]).refused[0].reason == "unpublished"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"{}",
        b'{"a": 1}',
        b"[1, 2]",
        b'[{"key_string": "B"}]',
        b"[" * 200_000,
        b'{"a":' * 100_000,
        b'[{"slug": 1, "name": ' + b"9" * 10_000 + b"}]",
        b'[{"slug": "a", "name": "\xff"}]',
        "[]".encode("utf-16"),
        b"[]\0",
        b"a: &a [*a]\ntime: *a\n",
        b"a: " + b"[" * 50_000,
        b"a: {time: {Monday: '12:00'}\n",
        b"Committee,Committee\n1,2\n",
        b"BEGIN:VCALENDAR\nEND:VCALENDAR\n",
        b"BEGIN:VCALENDAR\n" * 100_000,
        b"BEGIN:VEVENT\n" + b"X" * 10_000_000,
        b"BEGIN:VEVENT\nEND:VEVENT\n" * (MOST_RECORDS + 2),
        b" " * (32 * 1024 * 1024 + 1),
    ],
    ids=lambda data: repr(data[:12]) + str(len(data)),
)
def test_a_file_that_cannot_be_read_is_refused_in_one_line(data: bytes) -> None:
    """Bombs, cycles, other encodings, endless lines: a sentence, soon."""
    with pytest.raises(UnreadableError) as refused:
        read_meetings(data)
    assert "\n" not in str(refused.value)


# --- calendars


def event(*lines: str, calendar: str = "") -> str:
    inside = "\n".join(["UID:one", "SUMMARY:Evening", *lines])
    return f"BEGIN:VCALENDAR\n{calendar}BEGIN:VEVENT\n{inside}\nEND:VEVENT\nEND:VCALENDAR\n"


HOUR = "DURATION:PT1H"


@pytest.mark.parametrize(
    ("start", "calendar", "zone", "questions"),
    [
        ("DTSTART;TZID=Europe/Berlin:20261201T190000", "", "Europe/Berlin", set()),
        ("DTSTART;TZID=W. Europe Standard Time:20261201T190000", "", "Europe/Berlin", set()),
        ("DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20261201T190000", "",
         "Europe/Berlin", set()),
        ("DTSTART;TZID=Europe/Berlin 1:20261201T190000", "", "Europe/Berlin", set()),
        ("DTSTART;TZID=Ours:20261201T190000",
         "BEGIN:VTIMEZONE\nTZID:Ours\nX-LIC-LOCATION:Europe/Berlin\nEND:VTIMEZONE\n",
         "Europe/Berlin", set()),
        ("DTSTART;TZID=Customized Time Zone:20261201T190000", "", None, {"zone-unknown"}),
        ("DTSTART:20261201T190000", "", None, {"zone"}),
        ("DTSTART:20261201T190000", "X-WR-TIMEZONE:Europe/Berlin\n", "Europe/Berlin", set()),
        ("DTSTART:20261201T180000Z", "X-WR-TIMEZONE:Europe/Berlin\n", "Europe/Berlin", set()),
        ("DTSTART:20261201T190000Z", "", "UTC", {"zone-utc"}),
    ],
)  # fmt: skip
def test_a_calendars_zone_is_translated_or_asked(
    start: str, calendar: str, zone: str | None, questions: set[str]
) -> None:
    """Never a time without a zone that passes for one with."""
    draft = one(event(start, HOUR, "RRULE:FREQ=WEEKLY", calendar=calendar))

    assert draft.series is not None
    assert draft.series.zone == zone
    assert draft.series.first == datetime.fromisoformat("2026-12-01T19:00:00")
    assert asked(draft) == questions


def test_exceptions_of_a_calendar_are_kept() -> None:
    """Cancelled, extra, moved, and moved to another length; the later version counts."""
    first = "DTSTART;TZID=Europe/Berlin:20261201T190000"
    older = event(first, HOUR, "RRULE:FREQ=DAILY", "SEQUENCE:1")
    newer = event(
        first,
        HOUR,
        "RRULE:FREQ=WEEKLY",
        "SEQUENCE:2",
        "EXDATE:20261208T180000Z",
        "RDATE;TZID=Europe/Berlin:20261224T190000",
        "RDATE;VALUE=PERIOD;TZID=Europe/Berlin:20261226T190000/PT30M",
    )
    moved = event(
        "RECURRENCE-ID;TZID=Europe/Berlin:20261215T190000",
        "DTSTART;TZID=Europe/London:20261216T190000",
        "DURATION:PT2H",
    )
    cancelled = event(
        "RECURRENCE-ID;TZID=Europe/Berlin:20261222T190000",
        "DTSTART;TZID=Europe/Berlin:20261222T190000",
        "STATUS:CANCELLED",
    )
    draft = one(newer + moved + older + cancelled)
    assert draft.series is not None

    found = upcoming(draft.series, NOW, 5)

    assert [f"{each.start:%m-%d %H:%M}" for each in found] == [
        "12-01 18:00",
        "12-16 19:00",
        "12-24 18:00",
        "12-26 18:00",
        "12-29 18:00",
    ]
    assert [(each.end - each.start) // timedelta(minutes=1) for each in found] == [
        60, 120, 60, 30, 60,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["DTSTART;TZID=Europe/Berlin:20261201T190000", "RRULE:FREQ=HOURLY"], "rule"),
        (["DTSTART;TZID=Europe/Berlin:20261201T190000", "RRULE:FREQ=WEEKLY;UNTL=2"], "rule"),
        (["DTSTART:20260101T190000Z", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"], "rule"),
        (["DTSTART:20261201T190000Z", "RRULE:FREQ=DAILY", "RRULE:FREQ=WEEKLY"], "two-rules"),
        (["DTSTART:20261201T190000Z", "STATUS:CANCELLED"], "cancelled"),
        (["DTSTART:yesterday"], "no-start"),
        (["SEQUENCE:1"], "no-start"),
        (["DTSTART:00010101T000000Z"], "broken"),
        (["RECURRENCE-ID:20261201T190000Z", "DTSTART:20261201T190000Z"], "no-start"),
    ],
)
def test_an_event_that_cannot_be_kept_is_refused(lines: list[str], reason: str) -> None:
    """With its reason, and the next event is read."""
    good = event("DTSTART:20261201T190000Z", HOUR).replace("UID:one", "UID:good")
    found = imported(event(*lines) + good)

    assert [each.reason for each in found.refused] == [reason]
    assert [draft.source_id for draft in found.drafts] == ["good"]


# --- real files


DRAFTS = {
    "bmlt_search_ny_monday.json": ("bmlt", 53, []),
    "meeting_guide_hamilton.json": ("meeting-guide", 38, []),
    "naws_export_cape_cod.csv": ("naws", 1, ["unpublished"]),
    "oiaa_central_meetings.json": ("oiaa", 80, []),
    # Two meetings of the file run into one another.
    "recoverysource_hamilton_meetings.yaml": ("recoverysource", 37, ["keys-twice"]),
}


def test_every_shared_feed_is_imported_or_politely_refused(shared: Path) -> None:
    """Real directories, as published."""
    for path in sorted((shared / "feeds").iterdir()):
        if path.name not in DRAFTS:  # formats, types and queries: no meetings
            with pytest.raises(UnreadableError):
                read_meetings(path.read_bytes())
            continue
        found = read_meetings(path.read_bytes())
        refused = [each.reason for each in found.refused]
        assert (found.format, len(found.drafts), refused) == DRAFTS[path.name]
        for draft in found.drafts:
            assert draft.series is not None or asked(draft) & {"day", "time"}
            if draft.series is not None and draft.series.zone is not None:
                assert len(upcoming(read_series(as_json(draft.series)), NOW)) == 3


def test_a_whole_feed_in_the_wrong_zone_is_noticed(shared: Path) -> None:
    """Hamilton, Ohio, is not on Chicago time, and 38 records say so."""
    found = read_meetings((shared / "feeds" / "meeting_guide_hamilton.json").read_bytes())

    assert all("zone-place" in asked(draft) for draft in found.drafts)
    hinted = [draft.name for draft in found.drafts if "pattern" in asked(draft)]
    assert hinted == ["The Family Afterward", "Leading the Way", "Sunday Morning Serenity"]


# Where the other engine's list differs, and why ours is as it is.
KNOWN = {
    "end_before_start_event.ics": "it takes the end for the start; we ask how long it is",
    "issue_148_exdate_and_rdate_updated.ics": "whole days",
    "issue_163_deleted_modification.ics": "whole days",
    "issue_28_rrule_with_UTC_endinginZ.ics": "whole days",
    "recurrence_sequence_number.ics": "whole days",
    "issue_18_cancel_status.ics": "a cancelled meeting does not take place",
    "issue_201_test_matrix.ics": "events without a name are refused",
    "issue_75_range_parameter.ics": "this and all later ones: refused",
    "multiple_rrule.ics": "two rules in one event: refused",
}


def test_real_calendars_start_when_another_engine_says(shared: Path) -> None:
    """Over 400 days, file by file; the differences are known and listed."""
    expected = json.loads((shared / "ics" / "expected_starts.json").read_text(encoding="utf-8"))
    agreed = 0
    for name, theirs in expected["files"].items():
        data = (shared / "ics" / name).read_bytes()
        if "error" in theirs:
            with suppress(UnreadableError):
                assert not read_meetings(data).drafts, name
            continue
        found = read_meetings(data)
        since, until = (datetime.fromisoformat(f"{day}T00:00Z") for day in theirs["window"])
        ours = [
            f"{each.start:%Y-%m-%dT%H:%M:%SZ}"
            for draft in found.drafts
            if draft.series is not None and draft.series.zone is not None
            for each in between(draft.series, since, until)
        ]
        starts = {each["start"] for each in theirs["starts"]}  # the first 60
        same = len(ours) == theirs["count"] and starts <= set(ours)
        assert same != (name in KNOWN), name
        agreed += 1
    assert agreed > 20


# --- fuzz

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12)
    | st.sampled_from(["19:00", "2026-06-07T05:15:00Z", "America/New_York", "<a href=", "\ud800"]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["$date", "a"]), inner, max_size=2),
    max_leaves=5,
)  # fmt: skip
FIELDS = sorted({*guide(), *bmlt(), *oiaa(), "notes", "state", "country", "latitude", "longitude"})


@given(
    st.lists(st.dictionaries(st.sampled_from(FIELDS), JSON_VALUES, max_size=9) | JSON_VALUES,
             max_size=4),
    st.sampled_from(["meeting-guide", "bmlt", "oiaa", None]),
)  # fmt: skip
def test_no_json_breaks_the_reader(records: list[Any], format_: str | None) -> None:
    """Each record ends as a draft or a reason, whatever its fields hold."""
    try:
        found = read_meetings(json.dumps(records).encode(), format_)
    except UnreadableError:
        return
    assert len(found.drafts) + len(found.refused) == len(records)
    for draft in found.drafts:
        json.dumps(draft.name).encode()
        if draft.series is not None and draft.series.zone is not None:
            read_series(as_json(draft.series))


LINES = st.sampled_from(
    [
        *("BEGIN:VEVENT", "END:VEVENT", "BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VALARM"),
        *("UID:one", "UID:two", "SUMMARY:Evening", "SUMMARY;X=:", "X-WR-TIMEZONE:Nowhere"),
        *("DTSTART:20261201T190000Z", "DTSTART;VALUE=DATE:20261201", "DTSTART;TZID=X:20261201"),
        *("DTSTART;TZID=Europe/Berlin:20260329T023000", "DTSTART:99991231T235959Z"),
        *("DTEND:20261201T180000Z", "DTEND;VALUE=DATE:20261202", "DURATION:-PT1H", "DURATION:P9W"),
        *("RRULE:FREQ=DAILY", "RRULE:FREQ=WEEKLY;COUNT=0", "RRULE:FREQ=YEARLY;BYMONTHDAY=31"),
        *("RRULE:;", "EXDATE:20261202T190000Z", "EXDATE;VALUE=DATE:20261202", "EXDATE:x"),
        *("RDATE;VALUE=PERIOD:20261203T190000Z/PT1H", "RDATE:20261203T190000", "SEQUENCE:x"),
        *("RECURRENCE-ID:20261202T190000Z", "RECURRENCE-ID;RANGE=THISANDFUTURE:20261202T190000Z"),
        *("STATUS:CANCELLED", " folded", "\t", ":", ";", "URL:https://[", "CATEGORIES:A,B"),
        *("DTSTART", "DTSTART;TZID=:20261201T190000", "DTSTART;TZID=UTC:20261201T190000Z"),
    ]
)


@settings(max_examples=200)
@given(st.lists(LINES | st.text(max_size=30), max_size=25))
def test_no_calendar_breaks_the_reader(lines: list[str]) -> None:
    """An event is a draft or a reason; a heap of lines is refused as a whole."""
    text = "\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines, "END:VEVENT", ""])
    try:
        found = read_meetings(text.encode("utf-8", "replace"))
    except UnreadableError:
        return
    for draft in found.drafts:
        if draft.series is not None and draft.series.zone is not None:
            assert len(upcoming(read_series(as_json(draft.series)), NOW)) <= 3


@settings(max_examples=200)
@given(
    st.sampled_from([b"", b"[", b'[{"slug":', b"BEGIN:VCALENDAR\n", b"a: &a ", b"\xef\xbb\xbf["]),
    st.binary(max_size=200),
    st.sampled_from([b"", b"]", b"\nEND:VCALENDAR\n", b"\0", b"\xff\xfe"]),
    st.sampled_from([*FORMATS, None]),
)
def test_no_bytes_break_the_reader(
    before: bytes, inside: bytes, after: bytes, format_: str | None
) -> None:
    """Whatever the file is said to be, and in whatever encoding it is."""
    try:
        found = read_meetings(before + inside + after, format_)
    except UnreadableError:
        return
    assert len(found.drafts) + len(found.refused) <= 200


# --- the command line


def test_the_command_shows_drafts_and_refusals_as_json(tmp_path: Path) -> None:
    """The contract: questions and reasons are sentences."""
    file = tmp_path / "feed.json"
    file.write_text(json.dumps([guide(timezone=None), guide(slug="b", name="")]), encoding="utf-8")

    result = CliRunner().invoke(command, ["import", str(file), "--dry-run", "--json"])

    assert result.exit_code == 0
    shown = json.loads(result.stdout)
    [draft], [refused] = shown["drafts"], shown["refused"]
    assert draft.keys() == {"source_id", "name", "rule", "online_url", "types", "questions"}
    assert draft["rule"]["tzid"] is None
    assert "time zone" in draft["questions"][0]
    assert refused == {"source_id": "b", "reason": "It has no name."}


def test_a_file_that_cannot_be_read_ends_the_command_with_one_line(tmp_path: Path) -> None:
    """Exit 2, and nothing on stdout that a script would take for drafts."""
    file = tmp_path / "feed.json"
    for wrong in (["import", str(file), "--dry-run"], ["import", str(tmp_path), "--dry-run"]):
        result = CliRunner().invoke(command, wrong)
        assert (result.exit_code, result.stdout) == (2, "")
        assert len(result.stderr.splitlines()) == 1
    file.write_text("[[[", encoding="utf-8")
    result = CliRunner().invoke(command, ["import", str(file), "--dry-run", "--json"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1


def test_without_a_dry_run_nothing_is_pretended(tmp_path: Path) -> None:
    """Whoever leaves the option out is told where drafts are stored."""
    result = CliRunner().invoke(command, ["import", str(tmp_path / "feed.json")])

    assert result.exit_code == 2
    assert "--dry-run" in result.stderr


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "{",
        "{}",
        "[5]",
        "[" * 100_000,
        '[{"id": 1}]',
        '[{"id": 1, "now_utc": "2026-11-23T00:00:00", "rule": {}}]',
        '[{"id": 1, "now_utc": "2026-11-23T00:00:00Z", "rule": {}}]',
    ],
)
def test_occurrences_of_bad_input_end_with_one_line(wrong: str) -> None:
    """Exit 2, so that a caller notices."""
    result = CliRunner().invoke(command, ["occurrences"], input=wrong)

    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1


def test_occurrences_keep_order_and_ids() -> None:
    """A single meeting needs no rrule."""
    rule = {"dtstart_local": "2026-12-01T19:00:00", "tzid": "Europe/Berlin", "duration_minutes": 60}
    ask = [
        {"id": name, "rule": rule, "now_utc": "2026-12-01T18:30:00Z", "views": ["Asia/Tokyo"]}
        for name in ("b", "a")
    ]
    result = CliRunner().invoke(command, ["occurrences"], input=json.dumps(ask))

    assert json.loads(result.stdout) == [
        {
            "id": name,
            "next_utc": [],
            "ends_utc": [],
            "in_progress_utc": ["2026-12-01T18:00:00Z"],
            "reminder_30min_utc": [],
            "local_views": {"Asia/Tokyo": []},
        }
        for name in ("b", "a")
    ]
