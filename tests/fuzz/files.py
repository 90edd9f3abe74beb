"""Files as others write them, and what may become of such files."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tests.fuzz.hostile import TYPED
from tests.fuzz.shapes import bent, damaged, torn, written

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


@st.composite
def _records(draw: DrawFn) -> bytes:
    record = draw(bent(draw(st.sampled_from([_GUIDE, _BMLT, _OIAA]))))
    return json.dumps([record, record]).encode()


_mangled = torn(_ICS, _ICS, _NAWS, _YAML).map(written)
_ANYTHING = TYPED.map(lambda text: text.encode("utf-8", "replace"))

FILES: SearchStrategy[bytes] = st.one_of(
    _records(), _mangled, _mangled, st.binary(max_size=200), _ANYTHING
)
"""Real-shaped files of meetings, mangled; and some that are nothing at all."""

SERVICE: dict[str, Any] = {
    "id": "s1", "name": "Kitchen", "description": "A warm meal.", "url": "https://example.org/",
    "email": "kitchen@example.org", "status": "active", "eligibility_description": "Anybody",
    "minimum_age": 16, "maximum_age": "99", "assured_date": "2026-03-01",
    "organization": {"name": "Open Table", "website": "https://example.org/"},
    "phones": [{"number": "+44 1234 234567"}],
    "service_at_locations": [
        {"location": {"location_type": "virtual", "addresses": [{"city": "Leeds"}],
                      "phones": [{"number": "1"}]}}
    ],
    "service_areas": [{"name": "Leeds", "extent": "all"}],
    "attributes": [{"taxonomy_term": {"name": "Food"}, "value": "food"}],
}  # fmt: skip
_TABLES = {
    "services": "id,name,organization_id,status\ns1,Kitchen,o1,active\n",
    "organizations": "id,name\no1,Open Table\n",
    "phones": "id,service_id,number\np1,s1,123456\n",
    "locations": "id,name\nl1,Hall\n",
    "service_at_location": "service_id,location_id\ns1,l1\n",
    "addresses": "location_id,city\nl1,Leeds\n",
}


@st.composite
def _archives(draw: DrawFn) -> bytes:
    """An archive of tables, some mangled, and then perhaps the archive itself."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", draw(st.sampled_from(_PACKED))) as archive:
        for name, table in _TABLES.items():
            text = draw(torn(table)) if draw(st.booleans()) else table
            archive.writestr(f"{name}.csv", written(text))
    whole = packed.getvalue()
    return draw(damaged(whole)) if draw(st.booleans()) else whole


_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
_service = bent(SERVICE) | bent([SERVICE]) | bent({"contents": [SERVICE, SERVICE]})

DIRECTORIES: SearchStrategy[tuple[str, bytes]] = st.one_of(
    st.tuples(st.just("x.json"), _service.map(lambda each: json.dumps(each).encode())),
    st.tuples(st.just("x.json"), torn(json.dumps([SERVICE])).map(written)),
    st.tuples(st.just("x.zip"), _archives()),
)
"""Directories of services, as a file's name and what is in it."""

_SERIES: dict[str, Any] = {
    "dtstart_local": "2026-12-01T19:00:00", "tzid": "Europe/Berlin", "duration_minutes": 60,
    "rrule": "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20271231T000000Z",
    "exdate_local": ["2026-12-08T19:00:00"], "rdate_local": ["2026-12-26T19:00:00"],
    "overrides": [{"recurrence_id_local": "2026-12-15T19:00:00",
                   "new_start_local": "2026-12-16T19:00:00", "duration_minutes": 30}],
}  # fmt: skip
_PROFILE: dict[str, Any] = {
    "id": "a", "pool": "peer", "topics": ["grief"], "any_topic": False, "stage": 2,
    "languages": ["en"], "free_hours": "01" * 84, "text_only": False, "gender": "",
    "gender_rule": "any", "age_band": 2, "blocks": ["b"], "past": {"b": 2}, "waited": 1,
    "seeks_mentor": True, "capacity": 1, "consents_to": ["trio"],
}  # fmt: skip

SERIES: SearchStrategy[Any] = bent(_SERIES)
PROFILES: SearchStrategy[str] = st.one_of(
    bent(_PROFILE).map(json.dumps), torn(json.dumps(_PROFILE))
)


def _calendar(*lines: str) -> bytes:
    return _ICS.replace("SEQUENCE:2\n", "".join(f"{line}\n" for line in lines)).encode()


GROWING: Mapping[str, Callable[[int], bytes]] = {
    "events of one id": lambda n: _ICS.replace(
        "END:VCALENDAR", "BEGIN:VEVENT\nUID:one\nDTSTART:20261201T190000Z\nEND:VEVENT\n" * (n // 4)
        + "END:VCALENDAR"
    ).encode(),
    "dates left out": lambda n: _calendar(
        *(f"EXDATE;TZID=Europe/Berlin:{2026 + d // 336}{1 + d // 28 % 12:02}{1 + d % 28:02}T190000"
          for d in range(n))
    ),
    "one line": lambda n: _calendar("DESCRIPTION:" + "a, " * n),
    "folded lines": lambda n: _calendar("DESCRIPTION:a" + "\n b" * n),
    "parameters": lambda n: _calendar("X-A" + ";B=c" * n + ":d"),
    "days of a rule": lambda n: _ICS.replace("TU,TH", ",".join(["TU"] * n)).encode(),
    "unclosed parts": lambda n: b"BEGIN:VEVENT\n" * n,
    "records": lambda n: json.dumps([_GUIDE | {"slug": str(m)} for m in range(n // 8)]).encode(),
    "records of one name": lambda n: json.dumps([_BMLT] * (n // 8)).encode(),
    "a long note": lambda n: json.dumps([_GUIDE | {"notes": "<b>a " * n}]).encode(),
    "entities": lambda n: json.dumps([_GUIDE | {"notes": "&amp;" * n}]).encode(),
    "deep data": lambda n: b"[" * n,
    "deep objects": lambda n: b'{"a":' * n,
    "columns": lambda n: ("A," * n + "\n" + "b," * n + "\n").encode(),
    "rows": lambda n: (_NAWS + _NAWS.splitlines()[1] + "\n").encode() * (n // 16),
    "an open quote": lambda n: (_NAWS + '"' + "a,\n" * n).encode(),
    "keys": lambda n: "".join(f"k{m}: 1\n" for m in range(n // 8)).encode(),
    "anchors": lambda n: ("a: &a [1]\n" + "b: [" + "*a, " * (n // 8) + "]\n").encode(),
    "deep lists": lambda n: b"- " * n,
}  # fmt: skip
"""Files that are as long as one asks, each of a shape that could take a reader long."""
