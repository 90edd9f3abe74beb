"""A wall time on a member's own calendar, as a moment in UTC.

One local date, one moment. A wall time that a clock change skips moves forward by the gap
(02:30 becomes 03:30); one that comes twice means the first (PEP 495, `fold=0`). A date that a
zone skips as a whole, as Samoa did with 30 December 2011, falls on the same moment as the date
after it and gives way to that one.
"""

from __future__ import annotations

import zoneinfo
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from importlib import metadata
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

EVERY_DAY = 0b111_1111
"""Days of the week as a mask; bit 0 is Monday."""

_DAY = timedelta(days=1)
_LONGEST_NAME = 64  # characters; IANA's own have about thirty


def use_pinned_zone_data() -> str:
    """Let only the tzdata wheel count, never the machine's own zone files.

    Called once at start, before any zone is looked up. Returns: the wheel's version; pending
    moments are computed anew when it differs from the last one.
    """
    zoneinfo.reset_tzpath(to=[])
    ZoneInfo.clear_cache()
    zone_named.cache_clear()
    return metadata.version("tzdata")


@lru_cache(maxsize=1024)
def zone_named(name: str) -> ZoneInfo:
    """The zone of an IANA name, kept: `ZoneInfo` itself holds on to eight only.

    Raises: ZoneInfoNotFoundError for every name that is none.
    """
    if len(name) > _LONGEST_NAME:  # a path of thousands of folders would be followed
        raise ZoneInfoNotFoundError(f"no time zone in {len(name)} characters")
    try:
        return ZoneInfo(name)
    except (ValueError, OSError) as error:  # "../x" or "Europe": a path that is no zone
        raise ZoneInfoNotFoundError(f"no time zone in {len(name)} characters") from error


def due_on(day: date, wall_time: time, zone: ZoneInfo) -> datetime:
    """When `wall_time` comes on the local date `day`.

    Args:
        day: on the member's own calendar.
        wall_time: naive, as the member said it.

    Returns: an aware datetime in UTC. On the next local date if the gap spans midnight, or if
        the zone skips `day` as a whole.
    Raises: ValueError if `wall_time` carries a zone; OverflowError next to the years 1 and 9999.
    """
    if wall_time.tzinfo is not None:
        raise ValueError(f"wall_time must be naive, got {wall_time!r}")
    if wall_time.fold:
        wall_time = wall_time.replace(fold=0)
    return datetime.combine(day, wall_time, zone).astimezone(UTC)


def next_due(after: datetime, wall_time: time, days: int, zone: ZoneInfo) -> tuple[date, datetime]:
    """The first local date on one of `days` whose moment comes after `after`, and that moment.

    Called again with the moment it returned, it walks through the dates in order, each once.
    Of two dates that fall on one moment (the zone skips the earlier) only the later comes; if
    that is not one of `days`, the earlier does, so that a weekly question is never left out.

    Args:
        after: aware.
        days: mask of weekdays, bit 0 is Monday; `EVERY_DAY` for all.

    Returns: the date, which is the member's and part of keys, and its moment in UTC.
    Raises: ValueError if `after` is naive, `wall_time` is not, or no day is in `days`.
    """
    if after.tzinfo is None:
        raise ValueError("after must be aware")
    if not days & EVERY_DAY:
        raise ValueError(f"no day of the week in the mask {days}")
    # The day before counts too: a gap may have pushed its moment past midnight.
    day = after.astimezone(zone).date() - _DAY
    while True:
        if days >> day.weekday() & 1:
            moment = due_on(day, wall_time, zone)
            if moment > after:
                break
        day += _DAY
    following = day + _DAY
    if days >> following.weekday() & 1 and due_on(following, wall_time, zone) == moment:
        day = following
    return day, moment
