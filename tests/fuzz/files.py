"""Files of meetings as publishers write them, and what may become of such files."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tests.fuzz.hostile import BITS, TYPED

_ICS = """BEGIN:VCALENDAR
VERSION:2.0
X-WR-TIMEZONE:Europe/Berlin
BEGIN:VTIMEZONE
TZID:Ours
X-LIC-LOCATION:Europe/Berlin
END:VTIMEZONE
BEGIN:VEVENT
UID:one
SUMMARY:Evening group
DTSTART;TZID=Europe/Berlin:20261201T190000
DURATION:PT1H
RRULE:FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20271231T000000Z
EXDATE;TZID=Europe/Berlin:20261208T190000
RDATE;VALUE=PERIOD;TZID=Europe/Berlin:20261226T190000/PT30M
DESCRIPTION:Come in: https://meet.example/one password 123
CATEGORIES:Open,Newcomers
SEQUENCE:2
END:VEVENT
BEGIN:VEVENT
UID:one
RECURRENCE-ID;TZID=Europe/Berlin:20261215T190000
DTSTART;TZID=Europe/London:20261216T190000
DTEND;TZID=Europe/London:20261216T200000
STATUS:CANCELLED
END:VEVENT
END:VCALENDAR
"""
_GUIDE = {
    "slug": "evening", "name": "Evening Hope", "day": 2, "time": "19:00", "end_time": "20:30",
    "timezone": "America/New_York", "types": ["O", "D"], "notes": "<b>Bring</b> a cup",
    "conference_url": "https://zoom.us/j/1", "latitude": 40.7, "longitude": -74.0,
}  # fmt: skip
_BMLT = {
    "id_bigint": "7", "meeting_name": "Evening", "weekday_tinyint": "3", "start_time": "19:00:00",
    "duration_time": "01:00:00", "time_zone": "", "latitude": "40.7", "longitude": "-74.0",
    "formats": "O,VM", "virtual_meeting_link": "https://zoom.us/j/1", "published": "1",
}  # fmt: skip
_OIAA = {
    "slug": "evening", "name": "Evening", "startDateUTC": "2026-12-01T19:00:00.000Z",
    "timezone": "America/New_York", "duration": 60, "archived": False, "groupID": "1",
    "conference_url": "https://zoom.us/j/1", "types": ["O"],
}  # fmt: skip
_NAWS = (
    "Committee,CommitteeName,Day,Time,Room,Format1,TimeZone,VirtualMeetingLink,Delete\n"
    'G1,"Evening, here",Tuesday,1900,Room 2,O,America/New_York,https://zoom.us/j/1,\n'
)
_YAML = "evening:\n  name: Evening\n  time:\n    Monday: '19:00'\n  notes: Bring a cup\n"

SAMPLES: tuple[bytes, ...] = (
    *(text.encode() for text in (_ICS, _NAWS, _YAML)),
    *(json.dumps([record]).encode() for record in (_GUIDE, _BMLT, _OIAA)),
)
"""One whole file of each format."""

_VALUES: SearchStrategy[Any] = st.one_of(
    TYPED,
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.sampled_from([[], {}, [[]], {"a": []}, 10**30, "25:61", "-1", "0", "8", "Europe", "../x"]),
)


@st.composite
def _records(draw: DrawFn) -> bytes:
    record: dict[str, Any] = dict(draw(st.sampled_from([_GUIDE, _BMLT, _OIAA])))
    for key in draw(st.lists(st.sampled_from(sorted(record)), min_size=1, max_size=4)):
        record[key] = draw(_VALUES)
    if draw(st.booleans()):
        record[draw(TYPED)[:40]] = draw(_VALUES)
    listed = json.dumps([record, record])
    return listed.encode()


@st.composite
def _mangled(draw: DrawFn) -> bytes:
    """A calendar, a table or a YAML file with pieces replaced, doubled or gone."""
    text = draw(st.sampled_from([_ICS, _ICS, _NAWS, _YAML]))
    for _ in range(draw(st.integers(1, 4))):
        begin = draw(st.integers(0, len(text)))
        end = min(len(text), begin + draw(st.integers(0, 30)))
        with_ = draw(st.sampled_from(BITS) | st.just(text[begin:end] * 3) | TYPED)
        text = text[:begin] + with_ + text[end:]
    return text.encode("utf-8", draw(st.sampled_from(["surrogatepass", "replace"])))


_ANYTHING = TYPED.map(lambda text: text.encode("utf-8", "replace"))

FILES: SearchStrategy[bytes] = st.one_of(
    _records(), _mangled(), _mangled(), st.binary(max_size=200), _ANYTHING
)
"""Real-shaped files, mangled; and some that are nothing at all."""
