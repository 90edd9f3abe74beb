"""The times of calendar events as series.

A clock time is read as it is written, with its TZID by name: libraries turn an unknown TZID into
a time without a zone, silently. Windows' names and those behind a prefix are translated; a time in
UTC belongs to the zone that the whole calendar names, if it names one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar.error import BrokenCalendarProperty
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from bot.meetings.importing.drafts import ASSUMED_MINUTES, Question, RefusedError
from bot.meetings.recurrence.rrule import read_rule
from bot.meetings.recurrence.series import (
    MOST_EXCEPTIONS,
    MOST_MINUTES,
    YEARS,
    Moved,
    Series,
    check,
    comes_at,
)
from bot.wall_time import zone_named


@dataclass(frozen=True, slots=True)
class Calendar:
    """What holds for all events of a file.

    Args:
        zone: X-WR-TIMEZONE; None without it.
        places: TZIDs with the X-LIC-LOCATION of their VTIMEZONE.
    """

    zone: str | None
    places: dict[str, str]

    def zone_of(self, tzid: str) -> str | None:
        """The IANA name that a TZID means; None if nobody knows."""
        bare = re.sub(r" \d+$", "", tzid.strip().strip('"'))
        path = bare.split("/")
        for name in (
            bare,
            self.places.get(tzid, ""),
            WINDOWS_TO_OLSON.get(bare, ""),
            "/".join(path[-2:]),
            "/".join(path[-3:]),
        ):
            if "/" in name or name == "UTC":
                try:
                    zone_named(name)
                except ZoneInfoNotFoundError:
                    continue
                return name
        return None


def sequence(event: Any) -> int:
    """Which version of an event it is; the highest counts."""
    try:
        return int(event.get("SEQUENCE", 0))
    except (TypeError, ValueError):
        return 0


def series_of(event: Any, calendar: Calendar, questions: list[Question]) -> Series | None:
    """The series of an event without its exceptions; None for whole days.

    What has to be asked is added to `questions`. Raises: RefusedError; RuleError.
    """
    start = _value(event, "DTSTART")
    if not isinstance(start, datetime):
        if not isinstance(start, date):
            raise RefusedError("no-start")
        questions.append(Question("time"))  # whole days
        return None
    zone = _zone(event["DTSTART"], calendar)
    if zone is None:
        unknown = "TZID" in event["DTSTART"].params
        questions.append(Question("zone-unknown" if unknown else "zone"))
    rules = event.get("RRULE")
    if isinstance(rules, list) or "EXRULE" in event:
        raise RefusedError("two-rules")
    rule = read_rule(rules.to_ical().decode("utf-8", "replace")) if rules is not None else None
    if rule is not None and zone == "UTC":
        questions.append(Question("zone-utc"))
    first = _wall(start, zone)
    minutes = _minutes(event, start)
    if minutes is None:
        questions.append(Question("length"))
    series = Series(first=first, zone=zone, minutes=minutes or ASSUMED_MINUTES, rule=rule)
    check(series)
    # RFC 5545: the first start counts, also where the rule does not give it.
    if rule is not None and not comes_at(replace(series, zone=zone or "UTC"), first):
        series = replace(series, extra=(first,))
    return series


def with_exceptions(series: Series, event: Any, events: list[Any], calendar: Calendar) -> Series:
    """The series with what is cancelled, added and moved in it. Raises: RefusedError."""
    cancelled = {wall for wall, _ in _dates(event, "EXDATE", series, calendar)}
    extra, moved = set(series.extra), {}
    for wall, minutes in _dates(event, "RDATE", series, calendar):
        if minutes is None or minutes == series.minutes:
            extra.add(wall)
        else:
            moved[wall] = Moved(wall, wall, minutes)
    for other in sorted((each for each in events if "RECURRENCE-ID" in each), key=sequence):
        start, original = _value(other, "DTSTART"), _value(other, "RECURRENCE-ID")
        if not isinstance(start, datetime) or not isinstance(original, datetime):
            raise RefusedError("broken")
        if "RANGE" in other["RECURRENCE-ID"].params:
            raise RefusedError("later-ones")
        key = _wall(original, series.zone)
        if str(other.get("STATUS", "")).upper() == "CANCELLED":
            cancelled.add(key)
            continue
        minutes = _minutes(other, start) or series.minutes
        moved[key] = Moved(key, _in_zone(start, other["DTSTART"], series, calendar), minutes)
    if len(cancelled) + len(extra) + len(moved) > MOST_EXCEPTIONS:
        raise RefusedError("too-long")
    return replace(
        series,
        cancelled=frozenset(cancelled),
        extra=tuple(sorted(extra)),
        moved=tuple(sorted(moved.values())),
    )


def _value(event: Any, key: str) -> object:
    """The date or time of a property; None if it is missing, given twice or none."""
    try:
        return getattr(event.get(key), "dt", None)
    except BrokenCalendarProperty:
        return None


def _zone(value: Any, calendar: Calendar) -> str | None:
    """The zone of a time; of one in UTC or without a zone that of the calendar."""
    if tzid := value.params.get("TZID"):
        return calendar.zone_of(str(tzid))
    if calendar.zone is not None:
        return calendar.zone
    return "UTC" if value.dt.tzinfo is not None else None


def _wall(moment: datetime, zone: str | None) -> datetime:
    """A time as the series' own clock shows it; a clock time stays as it is written."""
    if moment.tzinfo is not None and moment.utcoffset() == timedelta(0) and _is_utc(moment):
        moment = moment.astimezone(ZoneInfo("UTC") if zone is None else zone_named(zone))
    wall = moment.replace(tzinfo=None, fold=0, microsecond=0)
    if wall.year not in YEARS:
        raise RefusedError("broken")
    return wall


def _is_utc(moment: datetime) -> bool:
    return moment.tzinfo is UTC or str(moment.tzinfo) in ("UTC", "Etc/UTC")


def _in_zone(start: datetime, value: Any, series: Series, calendar: Calendar) -> datetime:
    """A moved start on the series' clock, even if it is written on another."""
    zone = _zone(value, calendar)
    wall = _wall(start, zone)
    if zone is None or series.zone is None or zone == series.zone:
        return wall
    own = zone_named(series.zone)
    return wall.replace(tzinfo=zone_named(zone)).astimezone(own).replace(tzinfo=None, fold=0)


def _dates(
    event: Any, key: str, series: Series, calendar: Calendar
) -> Iterator[tuple[datetime, int | None]]:
    """The dates of EXDATE or RDATE as wall starts, with the minutes that a period says."""
    values = event.get(key, [])
    for listed in values if isinstance(values, list) else [values]:
        for value in getattr(listed, "dts", ()):
            at, minutes = value.dt, None
            if isinstance(at, tuple):
                at, end = at
                minutes = _whole(end if isinstance(end, timedelta) else end - at)
            if not isinstance(at, date):  # a datetime is one, too; a duration is none
                raise RefusedError("broken")
            if not isinstance(at, datetime):
                at = datetime.combine(at, series.first.time())
            yield _wall(at, series.zone), minutes


def _minutes(event: Any, start: datetime) -> int | None:
    """How long it takes; None without an end, and for one that is not after the start."""
    length = _value(event, "DURATION")
    end = _value(event, "DTEND")
    if isinstance(end, datetime) and (end.tzinfo is None) == (start.tzinfo is None):
        length = end - start if end.tzinfo is None else end.astimezone(UTC) - start.astimezone(UTC)
    if not isinstance(length, timedelta):
        return None
    return _whole(length)


def _whole(length: timedelta) -> int | None:
    """Its minutes, if a meeting can take so long."""
    minutes = int(length.total_seconds()) // 60
    return minutes if 0 < minutes <= MOST_MINUTES else None
