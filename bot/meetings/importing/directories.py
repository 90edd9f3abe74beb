"""The recovery world's own directories: Meeting Guide, BMLT, OIAA central, NAWS, recoverysource.

Sources: code4recovery/spec 1.1.9 (Meeting Guide; also what BMLT answers as TSML), BMLT's
GetSearchResults, the views of OIAA's central-query, the columns of a NAWS export. The number of
a day differs in each.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

from bot.meetings.importing import texts
from bot.meetings.importing.drafts import Draft, Question, RefusedError
from bot.meetings.importing.fields import (
    Fields,
    Record,
    clock,
    codes,
    length,
    minutes_until,
    named_day,
    numbered_day,
    place_of,
)
from bot.meetings.importing.guard import KEYS_TWICE
from bot.meetings.importing.zones import Where, coordinate
from bot.meetings.recurrence.series import moment
from bot.wall_time import zone_named

_YES = frozenset(("1", "true", "yes", "d"))


def meeting_guide(source_id: str, record: Record) -> Draft:
    """Sunday is 0, or several days in a list; without a day it is by appointment."""
    begin, end = clock(record.get("time")), record.get("end_time")
    day = record.get("day")
    numbers = day if isinstance(day, list) else [day]
    days = [numbered_day(each, sunday=0) for each in numbers[:7]]
    return Fields(
        source_id=source_id,
        name=texts.name_of(record.get("name")),
        days=[each for each in days if each is not None] if days and None not in days else None,
        at=begin,
        zone=texts.plain(record.get("timezone")),
        where=Where(
            _state(record),
            texts.plain(record.get("country")),
            coordinate(record.get("latitude"), 90),
            coordinate(record.get("longitude"), 180),
        ),
        minutes=minutes_until(begin, clock(end)),
        assumed_quietly=clock(end) is not None or not texts.plain(end),
        links=[record.get("conference_url")],
        private=[
            record.get("conference_url_notes"),
            record.get("conference_phone"),
            record.get("conference_phone_notes"),
        ],
        notes=[record.get("notes"), record.get("location_notes"), record.get("group_notes")],
        place=place_of(record.get(key) for key in ("location", "address", "city", "state")),
        types=codes(record.get("types")),
    ).draft()


def oiaa(source_id: str, record: Record) -> Draft:
    """Sunday is 7; groups that do not meet at a time have none. It gives its own next date."""
    if record.get("archived") is True:
        raise RefusedError("archived")
    day, at = numbered_day(record.get("day"), sunday=7), clock(record.get("time"))
    fields = Fields(
        source_id=source_id,
        name=texts.name_of(record.get("name")),
        days=None if day is None else [day],
        at=at,
        zone=texts.plain(record.get("timezone")),
        where=Where(),
        minutes=length(record.get("duration")),
        links=[record.get("conference_url")],
        private=[
            record.get("conference_url_notes"),
            record.get("conference_phone"),
            record.get("conference_phone_notes"),
        ],
        notes=[record.get("notes")],
        types=codes(record.get("types")),
    )
    if _disagrees(record, fields):
        fields.asked.append(Question("start"))
    return fields.draft()


def bmlt(source_id: str, record: Record) -> Draft:
    """Sunday is 1, as text; a field that was not asked for is left out of the answer."""
    if texts.plain(record.get("published")) == "0":
        raise RefusedError("unpublished")
    day = numbered_day(record.get("weekday_tinyint"), sunday=1)
    return Fields(
        source_id=source_id,
        name=texts.name_of(record.get("meeting_name")),
        days=None if day is None else [day],
        at=clock(record.get("start_time")),
        zone=texts.plain(record.get("time_zone")),
        where=Where(
            texts.plain(record.get("location_province")),
            texts.plain(record.get("location_nation")),
            coordinate(record.get("latitude"), 90),
            coordinate(record.get("longitude"), 180),
        ),
        minutes=length(record.get("duration_time")),
        links=[record.get("virtual_meeting_link")],
        private=[
            record.get("virtual_meeting_additional_info"),
            record.get("phone_meeting_number"),
        ],
        notes=[record.get("comments"), record.get("location_info")],
        place=place_of(
            record.get(f"location_{key}") for key in ("text", "street", "municipality", "province")
        ),
        types=codes(record.get("formats")),
    ).draft()


def naws(source_id: str, record: Record) -> Draft:
    """Days by name, hours as 0730, no length; rows may be deleted or not published."""
    if texts.plain(record.get("Delete")).casefold() in _YES:
        raise RefusedError("archived")
    if texts.plain(record.get("unpublished")).casefold() in _YES:
        raise RefusedError("unpublished")
    day = named_day(record.get("Day"))
    return Fields(
        source_id=source_id,
        name=texts.name_of(record.get("CommitteeName")),
        days=None if day is None else [day],
        at=clock(record.get("Time")),
        zone=texts.plain(record.get("TimeZone")),
        where=Where(
            texts.plain(record.get("State")),
            texts.plain(record.get("Country")),
            coordinate(record.get("Latitude"), 90),
            coordinate(record.get("Longitude"), 180),
        ),
        links=[record.get("VirtualMeetingLink")],
        private=[record.get("VirtualMeetingInfo"), record.get("PhoneMeetingNumber")],
        notes=[record.get("Room"), record.get("Directions")],
        place=place_of(record.get(key) for key in ("Place", "Address", "City", "State")),
        types=codes([record.get(f"Format{number}") for number in range(1, 6)]),
    ).draft()


def recoverysource(source_id: str, record: Record) -> Draft:
    """Days by name, each with its hours; several hours become questions, not guesses."""
    if KEYS_TWICE in record:
        raise RefusedError("keys-twice")
    by_day = record.get("time")
    days: list[int | None] = []
    hours: set[Any] = set()
    for day, times in by_day.items() if isinstance(by_day, dict) else ():
        days.append(named_day(day))
        hours.update(map(clock, times if isinstance(times, list) else [times]))
    one_hour = len(hours) == 1
    address = texts.plain(record.get("address"))
    state = re.search(r"\b([A-Z]{2}),? \d{5}(?:-\d{4})?$", address)
    return Fields(
        source_id=source_id,
        name=texts.name_of(record.get("name")),
        days=[each for each in days if each is not None] if days and None not in days else None,
        at=hours.pop() if one_hour else None,
        zone=texts.plain(record.get("timezone")),
        where=Where(
            state[1] if state else "",
            "",
            coordinate(record.get("latitude"), 90),
            coordinate(record.get("longitude"), 180),
        ),
        links=[record.get("url")] if record.get("url") else [],
        notes=[record.get("note")],
        place=place_of([record.get("place"), address]),
        types=codes(record.get("type")),
    ).draft()


def _state(record: Record) -> str:
    """Of its own field, else of a formatted address: "…, Hamilton, OH 45011, USA"."""
    if state := texts.plain(record.get("state")):
        return state
    match = re.search(r", ([A-Z]{2}) \d{5}", texts.plain(record.get("formatted_address")))
    return match[1] if match else ""


def _disagrees(record: Record, fields: Fields) -> bool:
    """Whether the next date that the record gives is not its day and time in its zone."""
    start = record.get("startDateUTC")
    text = start.get("$date") if isinstance(start, dict) else start
    if not isinstance(text, str) or not fields.days or fields.at is None or not fields.zone:
        return False
    try:
        stated = datetime.fromisoformat(text)
        zone = zone_named(fields.zone)
        local = stated.astimezone(zone)
        meant = moment(datetime.combine(local.date(), fields.at), zone)
    except (ValueError, OverflowError, KeyError):
        return True
    return abs(stated - meant) >= timedelta(minutes=1) or local.weekday() not in fields.days
