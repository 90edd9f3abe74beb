"""Calendar files and feeds (RFC 5545) that Google, Apple, Outlook and ical.js read alike.

Times always carry their zone, whose rules stand in the file. Whatever changes keeps its UID and
counts its SEQUENCE up. What is cancelled is shown as cancelled, not left out: a programme that
polls twice a day would otherwise keep the old entry. Nothing private is written here: the caller's
`summary` is safe on a lock screen, and links are not part of a calendar.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from bot.meetings.calendars.vtimezone import vtimezone
from bot.meetings.recurrence.expansion import starts
from bot.meetings.recurrence.rrule import Rule
from bot.meetings.recurrence.series import Moved, Series, comes_at

_LONGEST = 75  # octets of a line
_SHOWN_AS_CANCELLED = timedelta(days=60)
_HOURLY = "PT1H"
_UTC_NAMES = frozenset(("UTC", "Etc/UTC"))
_CONTROLS = dict.fromkeys([*range(32), *range(127, 160)])  # none may stand in a text
_ESCAPED = str.maketrans(
    {**_CONTROLS, "\t": " ", "\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A meeting as it stands in a calendar.

    Args:
        uid: stays the same for as long as the meeting exists.
        summary: neutral words, in the reader's language.
        summary_cancelled: the same for what does not take place, for programmes that do not show
            the status.
        sequence: goes up with each change.
        changed: aware.
        cancelled: the whole series.
    """

    uid: str
    series: Series
    summary: str
    summary_cancelled: str
    sequence: int
    changed: datetime
    cancelled: bool = False


def write_calendar(entries: Iterable[Entry], name: str, now: datetime) -> bytes:
    """A calendar file with all entries; those without a zone are left out.

    Args:
        name: shown as the calendar's own.
        now: aware; older cancellations are left out without a word.
    """
    listed = [each for each in entries if each.series.zone is not None]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Handrail//Meetings//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escaped(name)}",
        f"NAME:{_escaped(name)}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{_HOURLY}",
        f"X-PUBLISHED-TTL:{_HOURLY}",
    ]
    since: dict[str, int] = {}
    for each in listed:
        zone = each.series.zone or ""
        since[zone] = min(since.get(zone, now.year), _first_year(each.series))
    for zone, year in sorted(since.items()):
        if zone not in _UTC_NAMES:
            lines += vtimezone(zone, year, now.year)
    for each in listed:
        lines += _events(each, now)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _first_year(series: Series) -> int:
    return min([series.first, *series.extra, *(each.start for each in series.moved)]).year


def _events(entry: Entry, now: datetime) -> Iterator[str]:
    series = _beginning_as_it_does(entry.series)
    moved = [each for each in series.moved if each.original not in series.cancelled]
    recent = (now - _SHOWN_AS_CANCELLED).astimezone(UTC).replace(tzinfo=None)
    shown = {each for each in series.cancelled if each >= recent and comes_at(series, each)}
    # An override needs a date to override.
    added = {each.original for each in moved if not comes_at(series, each.original)}
    yield from _head(entry, cancelled=entry.cancelled)
    yield _at("DTSTART", series.first, series)
    yield f"DURATION:PT{series.minutes}M"
    if series.rule is not None:
        yield f"RRULE:{_rule(series.rule, series)}"
    for each in sorted(series.cancelled - shown):
        yield _at("EXDATE", each, series)
    for each in sorted({*series.extra, *added} - (series.cancelled - shown)):
        yield _at("RDATE", each, series)
    yield "END:VEVENT"
    for one in moved:
        yield from _single(entry, series, one, cancelled=entry.cancelled)
    for original in sorted(shown):
        as_it_was = Moved(original, original, series.minutes)
        yield from _single(entry, series, as_it_was, cancelled=True)


def _single(entry: Entry, series: Series, one: Moved, *, cancelled: bool) -> Iterator[str]:
    yield from _head(entry, cancelled=cancelled)
    yield _at("RECURRENCE-ID", one.original, series)
    yield _at("DTSTART", one.start, series)
    yield f"DURATION:PT{one.minutes}M"
    yield "END:VEVENT"


def _head(entry: Entry, *, cancelled: bool) -> Iterator[str]:
    changed = f"{entry.changed.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(entry.uid)}"
    yield f"DTSTAMP:{changed}"
    yield f"LAST-MODIFIED:{changed}"
    yield f"SEQUENCE:{entry.sequence}"
    yield f"SUMMARY:{_escaped(entry.summary_cancelled if cancelled else entry.summary)}"
    yield f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}"
    yield "CLASS:PRIVATE"


def _beginning_as_it_does(series: Series) -> Series:
    """The same series, its first start one that the rule gives: RFC 5545 always counts it."""
    if series.rule is None:
        return series
    rule = series.rule.beginning(series.first)
    first = next(starts(rule, series.first, series.first))
    return series if first == series.first else replace(series, first=first, rule=rule)


def _rule(rule: Rule, series: Series) -> str:
    """With its days spelt out: ical.js has 29 February come every year, as 1 March, without.

    UNTIL has to be in UTC where the start has a zone.
    """
    rule = rule.beginning(series.first)
    if rule.until is not None and rule.until.tzinfo is None:
        until = rule.until.replace(tzinfo=series.clock()).astimezone(UTC)
        rule = replace(rule, until=until)
    return str(rule)


def _at(key: str, wall: datetime, series: Series) -> str:
    if series.zone in _UTC_NAMES:
        return f"{key}:{wall:%Y%m%dT%H%M%S}Z"
    return f"{key};TZID={series.zone}:{wall:%Y%m%dT%H%M%S}"


def _escaped(text: str) -> str:
    """As a text stands in a calendar. Source: RFC 5545, 3.3.11."""
    whole = text.encode("utf-8", "replace").decode()  # half characters fit in no file
    return whole.translate(_ESCAPED)


def _folded(line: str) -> str:
    """A line in pieces of at most 75 octets, no character cut. Source: RFC 5545, 3.1."""
    if len(line) * 4 <= _LONGEST or len(line.encode()) <= _LONGEST:
        return line
    pieces, size = [""], 0
    for char in line:
        octets = len(char.encode())
        if size + octets > _LONGEST:
            pieces.append("")
            size = 1  # the blank that begins a continuation
        pieces[-1] += char
        size += octets
    return "\r\n ".join(pieces)
