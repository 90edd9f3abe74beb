"""Calendar files (RFC 5545): each event on its own, so that a broken one spoils no other."""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from icalendar import Event
from icalendar.error import BrokenCalendarProperty

from bot.meetings.importing import texts
from bot.meetings.importing.drafts import (
    Draft,
    Question,
    RefusedError,
    UnreadableError,
)
from bot.meetings.importing.fields import codes
from bot.meetings.importing.guard import MOST_RECORDS, lines_of
from bot.meetings.importing.ics_times import Calendar, sequence, series_of, with_exceptions

_DEEPEST = 8
_BREAKS = (
    *(ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError),
    *(OSError, RecursionError),  # a zone's name that is no path, or an endless one
)


@dataclass(frozen=True, slots=True)
class Found:
    """All events of one UID, as text; the whole series first, then single occurrences."""

    uid: str
    events: tuple[str, ...]
    calendar: Calendar


def found_in(text: str) -> list[Found]:
    """The series of a file, in its order. Raises: UnreadableError."""
    zone, places, blocks = _scanned(_unfolded(lines_of(text)))
    calendar = Calendar(None, places)
    calendar = Calendar(calendar.zone_of(zone) if zone else None, places)
    by_uid: dict[str, list[str]] = {}
    for number, block in enumerate(blocks, 1):
        uid = re.search(r"^UID[^:\n]*:(.*)$", block, re.MULTILINE | re.IGNORECASE)
        name = " ".join(texts.plain(uid[1][:500]).split()) if uid else ""
        by_uid.setdefault(name or str(number), []).append(block)
    return [Found(uid, tuple(events), calendar) for uid, events in by_uid.items()]


def draft(source_id: str, found: Found) -> Draft:
    """A series with its exceptions. Raises: RefusedError; RuleError."""
    try:
        return _draft(source_id, found)
    except BrokenCalendarProperty:
        raise RefusedError("broken") from None


def _draft(source_id: str, found: Found) -> Draft:
    events = [_parsed(block) for block in found.events]
    whole = [event for event in events if "RECURRENCE-ID" not in event]
    if not whole:
        raise RefusedError("no-start")
    event = max(whole, key=sequence)
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        raise RefusedError("cancelled")
    name = texts.name_of(event.get("SUMMARY"))
    questions: list[Question] = []
    series = series_of(event, found.calendar, questions)
    if series is not None:
        series = with_exceptions(series, event, events, found.calendar)
    notes, link = texts.plain(event.get("DESCRIPTION")), _link(event)
    place = " ".join(texts.plain(event.get("LOCATION")).split())
    if link is None and (asked := texts.link_in(f"{notes}\n{place}")):
        questions.append(asked)
    hidden = [text for text in (notes, place) if texts.is_private(text)]
    questions += texts.hints(name) if series and series.rule else texts.hints(name, notes)
    return Draft(
        source_id=source_id,
        name=name,
        series=series,
        online_url=link,
        private=tuple(hidden),
        notes="" if notes in hidden else notes,
        place="" if place in hidden else place,
        types=_types(event),
        questions=tuple(questions),
    )


# --- the file


def _unfolded(lines: Sequence[str]) -> list[str]:
    found: list[str] = []
    for line in lines:
        if line[:1] in (" ", "\t") and found:
            found[-1] += line[1:]
        elif line.strip():
            found.append(line)
    return found


def _scanned(lines: list[str]) -> tuple[str | None, dict[str, str], list[str]]:
    """The calendar's zone, the places of its time zones, and its events as text."""
    zone, tzid, places = None, "", {}
    blocks: list[str] = []
    event: list[str] | None = None
    depth = 0
    for line in lines:
        upper = line.upper()
        if upper.startswith("BEGIN:"):
            depth += 1
            if depth > _DEEPEST or len(blocks) > MOST_RECORDS:
                raise UnreadableError("the calendar is nested too deeply or has too many events")
            if upper.rstrip() == "BEGIN:VEVENT":
                event = []
        if event is not None:
            event.append(line)
        elif upper.startswith("X-WR-TIMEZONE"):
            zone = line.partition(":")[2].strip()
        elif upper.startswith("TZID:"):
            tzid = line[5:].strip()
        elif upper.startswith("X-LIC-LOCATION:"):
            places[tzid] = line[15:].strip()
        if upper.startswith("END:"):
            depth = max(0, depth - 1)
            if upper.rstrip() == "END:VEVENT" and event is not None:
                blocks.append("\n".join(event))
                event = None
    if not blocks:
        raise UnreadableError("the calendar has no events")
    return zone, places, blocks


def _parsed(block: str) -> Any:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of TZIDs; `Calendar.zone_of` has its own opinion
            return Event.from_ical(block.replace("\n", "\r\n") + "\r\n")
    except _BREAKS:
        raise RefusedError("broken") from None  # the library's word for it differs by the defect


def _link(event: Any) -> str | None:
    for key in ("CONFERENCE", "X-GOOGLE-CONFERENCE", "URL", "LOCATION"):
        value = event.get(key)
        for each in value if isinstance(value, list) else [value]:
            if (link := texts.web_address(each)) is not None:
                return link
    return None


def _types(event: Any) -> tuple[str, ...]:
    categories = event.get("CATEGORIES")
    found: list[str] = []
    for each in categories if isinstance(categories, list) else [categories]:
        found += [str(name) for name in getattr(each, "cats", ())]
    return codes(found)
