"""A time zone as calendar programmes want it: VTIMEZONE with yearly rules.

The rules are those of the POSIX line at the end of the zone's own file (RFC 8536, 3.3); clock
changes that do not follow it, such as a law of this year or a Ramadan, stand one by one. Lists of
dates (RDATE), as libraries write them, are misread by Outlook and others.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from importlib.resources import files

from bot.meetings.recurrence.rrule import WEEKDAYS
from bot.wall_time import zone_named

_YEARS_AHEAD = 3
_YEARS_AHEAD_BY_HAND = 10  # Egypt: the last Thursday at 24:00 may be 1 November
_NAME = r"(?:<[^>]+>|[A-Za-z]+)"
_HOURS = r"[+-]?\d+(?::\d+){0,2}"
_POSIX = re.compile(
    rf"{_NAME}(?P<std>{_HOURS})(?:{_NAME}(?P<dst>{_HOURS})?,(?P<on>[^,]+),(?P<off>[^,]+))?"
)
_RULE = re.compile(rf"M(\d+)\.(\d)\.(\d)(?:/({_HOURS}))?")
_ALWAYS = datetime(1970, 1, 1)  # noqa: DTZ001
_COMMON_YEAR = 2023
_STEP = timedelta(days=5)  # no zone has changed its clock twice in so short a time since 1970


@dataclass(frozen=True, slots=True)
class _Yearly:
    """A clock change of each year: the nth weekday of a month (5: the last), and hours after it.

    Args:
        weekday: 0 is Monday.
        at: from the midnight that begins that day; may be negative, or days later.
    """

    month: int
    nth: int
    weekday: int
    at: timedelta
    before: timedelta
    after: timedelta

    def in_year(self, year: int) -> datetime:
        """The wall time, on the clock before the change."""
        length = monthrange(year, self.month)[1]
        first = (self.weekday - date(year, self.month, 1).weekday()) % 7 + 1
        day = first + 7 * (self.nth - 1)
        while day > length:
            day -= 7
        return datetime(year, self.month, day) + self.at  # noqa: DTZ001

    def rrule(self) -> str | None:
        """As RRULE; None where the hours lead into another month."""
        days = self.at // timedelta(days=1)
        weekday = WEEKDAYS[(self.weekday + days) % 7]
        rule = f"FREQ=YEARLY;BYMONTH={self.month}"
        if not days:
            return f"{rule};BYDAY={self.nth if self.nth < 5 else -1}{weekday}"
        # Counted from the beginning of the month: ical.js misreads days counted from its end.
        longest = monthrange(_COMMON_YEAR, self.month)[1]
        first = 7 * (self.nth - 1) + 1 if self.nth < 5 else longest - 6
        shifted = [day + days for day in range(first, first + 7)]
        if shifted[0] < 1 or shifted[-1] > longest or (self.nth == 5 and self.month == 2):
            return None
        return f"{rule};BYMONTHDAY={','.join(map(str, shifted))};BYDAY={weekday}"


@dataclass(frozen=True, slots=True)
class _Change:
    """A clock change that takes place. Args: wall: on the clock before it."""

    wall: datetime
    before: timedelta
    after: timedelta
    name: str


@lru_cache(maxsize=512)
def vtimezone(zone: str, since: int, until: int) -> tuple[str, ...]:
    """The lines of a zone's VTIMEZONE, right from the year `since` on.

    Args:
        until: the year up to which changes that follow no rule are written one by one, and some
            beyond; from then on the zone's own rule holds.

    Raises: ZoneInfoNotFoundError.
    """
    rules = _rules(zone)
    ahead = _YEARS_AHEAD if rules else _YEARS_AHEAD_BY_HAND
    changes = list(_changes(zone, since, until + ahead))
    last = _last_surprise(changes, rules, range(since, until + ahead + 1))
    lines = ["BEGIN:VTIMEZONE", f"TZID:{zone}"]
    single = [each for each in changes if last is not None and each.wall <= last]
    if single or not rules:
        at_first = datetime(since, 1, 1, tzinfo=UTC).astimezone(zone_named(zone))
        offset = at_first.utcoffset() or timedelta(0)
        lines += _observance(_Change(_ALWAYS, offset, offset, at_first.tzname() or ""), None)
    for change in single:
        lines += _observance(change, None)
    for rule in rules:
        onset = _first_onset(rule, last)
        name = next((each.name for each in changes if each.after == rule.after), "")
        lines += _observance(_Change(onset, rule.before, rule.after, name), rule.rrule())
    lines.append("END:VTIMEZONE")
    return tuple(lines)


def _first_onset(rule: _Yearly, last: datetime | None) -> datetime:
    if last is None:
        return rule.in_year(_ALWAYS.year)
    this_year = rule.in_year(last.year)
    return this_year if this_year > last else rule.in_year(last.year + 1)


def _observance(change: _Change, rrule: str | None) -> list[str]:
    kind = "DAYLIGHT" if change.after > change.before else "STANDARD"
    return [
        f"BEGIN:{kind}",
        f"DTSTART:{change.wall:%Y%m%dT%H%M%S}",
        f"TZOFFSETFROM:{_offset(change.before)}",
        f"TZOFFSETTO:{_offset(change.after)}",
        *([f"RRULE:{rrule}"] if rrule else []),
        *([f"TZNAME:{change.name}"] if change.name else []),
        f"END:{kind}",
    ]


def _offset(offset: timedelta) -> str:
    seconds = int(offset.total_seconds())
    hours, rest = divmod(abs(seconds), 3600)
    minutes, seconds_left = divmod(rest, 60)
    text = f"{'-' if seconds < 0 else '+'}{hours:02}{minutes:02}"
    return text + (f"{seconds_left:02}" if seconds_left else "")


def _last_surprise(
    changes: list[_Change], rules: tuple[_Yearly, ...], years: range
) -> datetime | None:
    """The last change that no rule foresees, or that a rule foresees and that does not come.

    Cuba's of autumn 2026 does not, although the rule of its zone goes on as before.
    """
    come = {(each.wall, each.before, each.after) for each in changes}
    foreseen = {(rule.in_year(year), rule.before, rule.after) for rule in rules for year in years}
    return max((wall for wall, _, _ in come ^ foreseen), default=None)


def _changes(zone: str, since: int, until: int) -> Iterator[_Change]:
    """Every change of a zone's offset in some years."""
    clock = zone_named(zone)

    def offset(moment: datetime) -> timedelta:
        return moment.astimezone(clock).utcoffset() or timedelta(0)

    moment, end = datetime(since, 1, 1, tzinfo=UTC), datetime(until + 1, 1, 1, tzinfo=UTC)
    before = offset(moment)
    while moment < end:
        following = moment + _STEP
        after = offset(following)
        if after != before:
            low, high = moment, following
            while high - low > timedelta(seconds=1):
                middle = low + (high - low) / 2
                middle = middle.replace(microsecond=0)
                low, high = (middle, high) if offset(middle) == before else (low, middle)
            name = high.astimezone(clock).tzname() or ""
            yield _Change((high + before).replace(tzinfo=None), before, after, name)
        moment, before = following, after


@lru_cache(maxsize=512)
def _rules(zone: str) -> tuple[_Yearly, ...]:
    """The two changes of each year from now on; none where there are none, or no RRULE says them.

    Source: the last line of the zone's file, as POSIX writes TZ.
    """
    path = files("tzdata").joinpath("zoneinfo", *zone.split("/"))
    footer = path.read_bytes().rstrip(b"\n").rpartition(b"\n")[2].decode("ascii", "replace")
    match = _POSIX.fullmatch(footer)
    if match is None or match["on"] is None:
        return ()
    standard = -_span(match["std"])
    summer = -_span(match["dst"]) if match["dst"] else standard + timedelta(hours=1)
    on, off = _RULE.fullmatch(match["on"]), _RULE.fullmatch(match["off"])
    if on is None or off is None:
        return ()
    rules = _yearly(on, standard, summer), _yearly(off, summer, standard)
    return rules if all(rule.rrule() for rule in rules) else ()


def _yearly(match: re.Match[str], before: timedelta, after: timedelta) -> _Yearly:
    month, nth, sunday_first = int(match[1]), int(match[2]), int(match[3])
    at = _span(match[4]) if match[4] else timedelta(hours=2)
    return _Yearly(month, nth, (sunday_first - 1) % 7, at, before, after)


def _span(text: str) -> timedelta:
    """Hours, minutes and seconds as POSIX writes them: `-1`, `5:30`."""
    sign = -1 if text.startswith("-") else 1
    hours, minutes, seconds = [*map(int, text.lstrip("+-").split(":")), 0, 0][:3]
    return sign * timedelta(hours=hours, minutes=minutes, seconds=seconds)
