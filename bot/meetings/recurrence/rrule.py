"""Recurrence rules as RFC 5545 writes them, DAILY and coarser: read, checked, written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import Literal

from bot.errors import HandrailError

Frequency = Literal["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]

FREQUENCIES: tuple[Frequency, ...] = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LONGEST = 1_000
"""Characters of a rule."""

_BEGIN, END_OF_TIME = datetime(1800, 1, 1), datetime(9000, 1, 1)  # noqa: DTZ001

_BYDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_NUMBER = re.compile(r"[+-]?\d{1,6}")
_UNTIL = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?")


class RuleError(HandrailError):
    """A recurrence that cannot be kept; `str(error)` says why, without what was written."""

    text_id = "meeting-rule-unclear"


class EmptyRuleError(RuleError):
    """The rule comes on no date, such as every 30 February."""

    text_id = "meeting-rule-empty"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """An RRULE, read and checked.

    Args:
        until: aware (UTC), or naive on the series' own clock; inclusive.
        week_start: 0 is Monday.
        days: (which of them in its month or year, or 0 for each; weekday).
        weeks, year_days, month_days, positions: negative ones count from the end.
        hours, minutes, seconds: empty where the first start's count.
    """

    freq: Frequency
    interval: int = 1
    count: int | None = None
    until: datetime | None = None
    week_start: int = 0
    months: tuple[int, ...] = ()
    weeks: tuple[int, ...] = ()
    year_days: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    days: tuple[tuple[int, int], ...] = ()
    hours: tuple[int, ...] = ()
    minutes: tuple[int, ...] = ()
    seconds: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()

    def __str__(self) -> str:
        """The rule as RFC 5545 writes it."""
        parts = [f"FREQ={self.freq}"]
        if self.interval != 1:
            parts.append(f"INTERVAL={self.interval}")
        if self.count is not None:
            parts.append(f"COUNT={self.count}")
        if self.until is not None:
            utc = "Z" if self.until.tzinfo else ""
            parts.append(f"UNTIL={self.until:%Y%m%dT%H%M%S}{utc}")
        for key, field in _LISTS.items():
            if values := getattr(self, field):
                parts.append(f"{key}={','.join(map(str, values))}")
        if self.days:
            named = (f"{nth or ''}{WEEKDAYS[weekday]}" for nth, weekday in self.days)
            parts.append(f"BYDAY={','.join(named)}")
        if self.week_start:
            parts.append(f"WKST={WEEKDAYS[self.week_start]}")
        return ";".join(parts)

    def beginning(self, first: datetime) -> Rule:
        """The same rule with the days that it leaves to its first start spelt out."""
        months, month_days, days = self.months, self.month_days, self.days
        if self.freq == "DAILY" or self.year_days or month_days or days:
            pass
        elif self.freq == "WEEKLY" or self.weeks:
            days = ((0, first.weekday()),)
        else:
            month_days = (first.day,)
            if self.freq == "YEARLY":
                months = months or (first.month,)
        return replace(self, months=months, month_days=month_days, days=days)


# --- reading

_LISTS = {
    "BYMONTH": "months",
    "BYWEEKNO": "weeks",
    "BYYEARDAY": "year_days",
    "BYMONTHDAY": "month_days",
    "BYHOUR": "hours",
    "BYMINUTE": "minutes",
    "BYSECOND": "seconds",
    "BYSETPOS": "positions",
}
_RANGES = {
    "BYMONTH": range(1, 13),
    "BYWEEKNO": range(-53, 54),
    "BYYEARDAY": range(-366, 367),
    "BYMONTHDAY": range(-31, 32),
    "BYHOUR": range(24),
    "BYMINUTE": range(60),
    "BYSECOND": range(60),
    "BYSETPOS": range(-366, 367),
}
_FROM_ZERO = frozenset(("BYHOUR", "BYMINUTE", "BYSECOND"))
_COARSER_ONLY: Mapping[str, tuple[str, ...]] = {
    "BYWEEKNO": ("YEARLY",),
    "BYYEARDAY": ("YEARLY",),
    "BYMONTHDAY": ("DAILY", "MONTHLY", "YEARLY"),
}


@lru_cache(maxsize=4096)
def read_rule(text: str) -> Rule:
    """An RRULE as RFC 5545, 3.3.10 writes it.

    Raises: RuleError for everything else, and for what comes more often than daily.
    """
    if len(text) > LONGEST:
        raise RuleError(f"the rule is longer than {LONGEST} characters")
    parts: dict[str, str] = {}
    for part in text.strip().upper().removeprefix("RRULE:").rstrip(";").split(";"):
        key, equals, value = part.partition("=")
        if not equals or not value or key in parts:
            raise RuleError("the rule is not made of KEY=VALUE parts, each once")
        parts[key] = value
    freq = _frequency(parts.pop("FREQ", ""))
    until, count = parts.pop("UNTIL", None), parts.pop("COUNT", None)
    if until is not None and count is not None:
        raise RuleError("COUNT and UNTIL exclude each other")
    interval, week_start = parts.pop("INTERVAL", "1"), parts.pop("WKST", "MO")
    days = _days(parts.pop("BYDAY"), freq, parts) if "BYDAY" in parts else ()
    if week_start not in WEEKDAYS:
        raise RuleError("WKST is no weekday")
    if unknown := parts.keys() - _LISTS.keys():
        raise RuleError(f"{len(unknown)} parts of the rule are unknown")
    return Rule(
        freq=freq,
        interval=_number("INTERVAL", interval, range(1, 1_001)),
        count=None if count is None else _number("COUNT", count, range(1, 100_001)),
        until=None if until is None else _until(until),
        week_start=WEEKDAYS.index(week_start),
        days=days,
        **{_LISTS[key]: _numbers(key, value, freq) for key, value in parts.items()},
    )


def _frequency(freq: str) -> Frequency:
    for known in FREQUENCIES:
        if freq == known:
            return known
    if freq in ("HOURLY", "MINUTELY", "SECONDLY"):
        raise RuleError("a meeting comes at most daily")
    raise RuleError("the rule has no FREQ that is known")


def _number(key: str, text: str, allowed: range) -> int:
    if not text.isascii() or not _NUMBER.fullmatch(text) or int(text) not in allowed:
        raise RuleError(f"{key} is no number from {allowed.start} to {allowed.stop - 1}")
    return int(text)


def _numbers(key: str, text: str, freq: str) -> tuple[int, ...]:
    if freq not in _COARSER_ONLY.get(key, FREQUENCIES):
        raise RuleError(f"{key} makes no sense with {freq}")
    numbers = {_number(key, each, _RANGES[key]) for each in text.split(",")}
    if 0 in numbers and key not in _FROM_ZERO:
        raise RuleError(f"{key} counts from 1")
    return tuple(sorted(numbers))


def _days(text: str, freq: str, others: Mapping[str, str]) -> tuple[tuple[int, int], ...]:
    days = set()
    for each in text.split(","):
        match = _BYDAY.fullmatch(each)
        if match is None:
            raise RuleError("BYDAY is no list of weekdays")
        if match[1] is not None:
            most = 53 if freq == "YEARLY" else 5
            if not int(match[1]) or abs(int(match[1])) > most:
                raise RuleError(f"BYDAY counts from 1 to {most}")
            if freq not in ("MONTHLY", "YEARLY") or "BYWEEKNO" in others:
                raise RuleError("only MONTHLY and YEARLY count weekdays")
        days.add((int(match[1] or 0), WEEKDAYS.index(match[2])))
    return tuple(sorted(days))


def _until(text: str) -> datetime | None:
    """A date alone means the whole day, as calendars show it; the year 9999 means no end."""
    match = _UNTIL.fullmatch(text)
    try:
        if match is None:
            raise ValueError
        year, month, day = max(int(match[1]), _BEGIN.year), int(match[2]), int(match[3])
        if match[4] is None:
            found = datetime.combine(date(year, month, day), time(23, 59, 59))
            return found if found < END_OF_TIME else None
        found = datetime(year, month, day, int(match[4]), int(match[5]), min(int(match[6]), 59))  # noqa: DTZ001
    except ValueError:
        raise RuleError("UNTIL is no date") from None
    if found >= END_OF_TIME:
        return None
    return found.replace(tzinfo=UTC) if match[7] else found
