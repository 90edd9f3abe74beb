"""Parts of the week on a member's own clock, and the hours of the week in UTC that they are.

A day reaches from six in the morning to six in the morning: the night after Friday evening is
still a weekday's.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
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
    wanted = frozenset(parts)
    return "".join("1" if within <= wanted else "0" for within in _week(zone, _next_full(now)))


def parts_in(free: str, zone: ZoneInfo, now: datetime) -> tuple[str, ...]:
    """The parts of somebody's week in which there are free hours, on their clock.

    Args: as `free_hours`; free: what that returns, or two of them overlapped.
    """
    week = _week(zone, _next_full(now))
    found = {part for slot, within in enumerate(week) if free[slot] == "1" for part in within}
    return tuple(part for part in PARTS if part in found)


def overlapping(one: str, other: str) -> str:
    """The hours that both have, both as `free_hours` returns them."""
    return "".join("1" if a == b == "1" else "0" for a, b in zip(one, other, strict=True))


@lru_cache(maxsize=256)
def _week(zone: ZoneInfo, first: datetime) -> Sequence[frozenset[str]]:
    """The parts that each hour of the week lies in, in UTC from Monday 00:00; two at a border.

    A round asks it for thousands of members, who live in few zones.
    """
    week: list[frozenset[str]] = [frozenset()] * WEEK
    for number in range(WEEK):
        hour = first + number * _HOUR
        ends = (hour.astimezone(zone), (hour + _LAST_MINUTE).astimezone(zone))
        week[hour.weekday() * 24 + hour.hour] = frozenset(part_of(local) for local in ends)
    return tuple(week)


def _next_full(now: datetime) -> datetime:
    first = now.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    return first if first == now else first + _HOUR
