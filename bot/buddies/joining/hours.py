"""Parts of the week on a member's own clock, and the hours of the week in UTC that they are.

A day reaches from six in the morning to six in the morning: the night after Friday evening is
still a weekday's.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

DAYS = ("weekday", "weekend")
SPANS = {"morning": (6, 11), "midday": (11, 17), "evening": (17, 22), "night": (22, 30)}
"""From which hour until which; 30 is six of the next morning."""
PARTS = tuple(f"{day}-{span}" for day in DAYS for span in SPANS)
WEEK = 168
SATURDAY = 5
_HOUR = timedelta(hours=1)
_LAST_MINUTE = timedelta(minutes=59)


def part_of(local: datetime) -> str:
    """The part of the week that a time on somebody's own clock belongs to."""
    hour = local.hour + (24 if local.hour < 6 else 0)
    day = (local.replace(tzinfo=None) - timedelta(hours=6)).weekday()
    span = next(name for name, (begins, ends) in SPANS.items() if begins <= hour < ends)
    return f"{DAYS[day >= SATURDAY]}-{span}"


def free_hours(parts: Collection[str], zone: ZoneInfo, now: datetime) -> str:
    """Which hours of the coming week lie in these parts, as the engine takes them.

    An hour counts where all of it does; where a clock change comes in that week, the hours behind
    it go by the new clock.

    Args:
        parts: of `PARTS`.
        now: aware; the week begins with the next full hour.

    Returns: 168 characters, "1" for a free hour, in UTC from Monday 00:00.
    """
    free = ["0"] * WEEK
    for hour in _coming(now):
        ends = (hour, hour + _LAST_MINUTE)
        if all(part_of(moment.astimezone(zone)) in parts for moment in ends):
            free[hour.weekday() * 24 + hour.hour] = "1"
    return "".join(free)


def parts_in(free: str, zone: ZoneInfo, now: datetime) -> tuple[str, ...]:
    """The parts of somebody's week in which there are free hours, on their clock.

    Args: as `free_hours`; free: what that returns, or two of them overlapped.
    """
    found = {
        part_of(hour.astimezone(zone))
        for hour in _coming(now)
        if free[hour.weekday() * 24 + hour.hour] == "1"
    }
    return tuple(part for part in PARTS if part in found)


def overlapping(one: str, other: str) -> str:
    """The hours that both have, both as `free_hours` returns them."""
    return "".join("1" if a == b == "1" else "0" for a, b in zip(one, other, strict=True))


def _coming(now: datetime) -> Sequence[datetime]:
    first = now.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    if first < now:
        first += _HOUR
    return [first + number * _HOUR for number in range(WEEK)]
