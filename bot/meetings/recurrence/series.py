"""When a meeting is: a series on its own clock, and its occurrences as moments.

A series is a wall time in an IANA zone with a rule, a length in minutes, and exceptions keyed by
the wall start that an occurrence had at first. Moments are only ever worked out from it: a wall
time that a clock change skips moves forward by the gap (02:30 becomes 03:30; RFC 5545 would leave
the meeting out), one that comes twice means the first. Lengths and "30 minutes before" are
elapsed time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from heapq import merge
from itertools import islice, takewhile
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.meetings.recurrence.expansion import starts
from bot.meetings.recurrence.rrule import Rule, RuleError
from bot.wall_time import zone_named

MOST_MINUTES = 31 * 24 * 60
MOST_EXCEPTIONS = 2_000
YEARS = range(1900, 2200)
"""In which a series may begin."""

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
# A skipped date (Samoa, 30 December 2011) moves a wall time by a whole day.
_FARTHEST_SHIFT = timedelta(days=2)


class UnknownZoneError(RuleError):
    """The name is no time zone."""

    text_id = "place-unclear"


@dataclass(frozen=True, slots=True, order=True)
class Moved:
    """One occurrence that was given another start or length.

    Args:
        original: the wall start it had at first.
        start: its wall start now.
    """

    original: datetime
    start: datetime
    minutes: int


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """One meeting of a series.

    Args:
        start, end: aware, in UTC.
        original: its wall start by the rule, naive; the key that exceptions and sign-ups use.
    """

    start: datetime
    end: datetime
    original: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A meeting and when it recurs.

    What others write goes through `series_json.read_series`, which checks it.

    Args:
        first: the first wall start, naive.
        zone: IANA name; None while nobody has said it, and then it has no occurrences.
        rule: None for a single meeting.
        cancelled: original wall starts that do not take place.
        extra: wall starts beside the rule.
    """

    first: datetime
    zone: str | None
    minutes: int
    rule: Rule | None = None
    cancelled: frozenset[datetime] = frozenset()
    extra: tuple[datetime, ...] = ()
    moved: tuple[Moved, ...] = ()

    def clock(self) -> ZoneInfo:
        """Raises: UnknownZoneError."""
        try:
            return zone_named(self.zone or "")
        except ZoneInfoNotFoundError:
            raise UnknownZoneError("the series has no time zone that is known") from None

    def beginning(self, day: date) -> Series:
        """The same series from its first start on or after `day`; itself where none comes.

        A COUNT is told from the old beginning, so a counted series stays as it is.
        """
        if self.rule is None or self.rule.count is not None or day <= self.first.date():
            return self
        since = datetime.combine(day, self.first.time())
        rule = self.rule.beginning(self.first)
        for start in starts(rule, self.first, since):
            if start >= since:
                return replace(self, first=start, rule=rule)
        return self


def check(series: Series) -> None:
    """Raises: EmptyRuleError if the rule comes on no date, whether it has ended or not."""
    if series.rule is not None:
        next(starts(series.rule.beginning(series.first), series.first, series.first))


def moment(wall: datetime, zone: ZoneInfo) -> datetime:
    """A wall time as a moment in UTC. Source: PEP 495, `fold=0`."""
    return wall.replace(tzinfo=zone).astimezone(UTC)


def occurrences(series: Series, since: datetime) -> Iterator[Occurrence]:
    """The occurrences that start at `since` (aware) or later, in order; may be endless.

    Raises: UnknownZoneError; EmptyRuleError if the rule comes on no date.
    """
    zone = series.clock()
    wall = since.astimezone(zone).replace(tzinfo=None) - _FARTHEST_SHIFT
    irregular = sorted(_irregular(series, zone))
    found = _regular(series, zone, wall)
    before = None
    for each in merge(found, irregular) if irregular else found:
        # An extra date that the rule gives as well is one meeting.
        if each.start >= since and each.original != before:
            before = each.original
            yield each


def upcoming(series: Series, now: datetime, count: int = 3) -> list[Occurrence]:
    """The next occurrences that start strictly after `now`."""
    later = (each for each in occurrences(series, now) if each.start > now)
    return list(islice(later, count))


def in_progress(series: Series, now: datetime) -> list[Occurrence]:
    """Those with start <= now < end."""
    longest = max([series.minutes, *(each.minutes for each in series.moved)])
    begun = takewhile(
        lambda each: each.start <= now, occurrences(series, now - timedelta(minutes=longest))
    )
    return [each for each in begun if now < each.end]


def between(series: Series, since: datetime, until: datetime) -> list[Occurrence]:
    """Those that start from `since` on and before `until`."""
    return list(takewhile(lambda each: each.start < until, occurrences(series, since)))


def comes_at(series: Series, original: datetime) -> bool:
    """Whether the series has an occurrence of that original wall start, cancelled or not."""
    if series.rule is None or original in series.extra:
        return original == series.first or original in series.extra
    until, _ = _until(series.rule, series.clock())
    if until is not None and moment(original, series.clock()) > until:
        return False
    rule = series.rule.beginning(series.first)
    return any(start == original for start in starts(rule, series.first, original, original))


def seen_from(start: datetime, zone: str) -> str:
    """A moment on somebody's own clock: `Tue 2026-03-10 19:00 -0400`.

    Raises: UnknownZoneError.
    """
    try:
        local = start.astimezone(zone_named(zone))
    except ZoneInfoNotFoundError:
        raise UnknownZoneError("no time zone of that name") from None
    return f"{_WEEKDAYS[local.weekday()]} {local:%Y-%m-%d %H:%M %z}"


def _regular(series: Series, zone: ZoneInfo, since: datetime) -> Iterator[Occurrence]:
    """What the rule gives, without its exceptions."""
    until = None
    if series.rule is None:
        walls: Iterator[datetime] = iter((series.first,))
    else:
        until, last = _until(series.rule, zone)
        walls = starts(series.rule.beginning(series.first), series.first, since, last)
    exceptions = series.cancelled | {each.original for each in series.moved}
    length = timedelta(minutes=series.minutes)
    before = None
    for wall in walls:
        start = wall.replace(tzinfo=zone).astimezone(UTC)
        if until is not None and start > until:
            return
        # Two dates that share a moment, as where a zone skips one of them, are one meeting.
        if wall not in exceptions and start != before:
            before = start
            yield Occurrence(start, start + length, wall)


def _until(rule: Rule, zone: ZoneInfo) -> tuple[datetime | None, datetime | None]:
    """The last moment of a rule, and a wall time after which none can come."""
    if rule.until is None:
        return None, None
    until = rule.until if rule.until.tzinfo else rule.until.replace(tzinfo=zone)
    wall = until.astimezone(zone).replace(tzinfo=None)
    return until.astimezone(UTC), wall + _FARTHEST_SHIFT


def _irregular(series: Series, zone: ZoneInfo) -> Iterator[Occurrence]:
    """Moved and extra occurrences."""
    for each in series.moved:
        if each.original not in series.cancelled:
            start = moment(each.start, zone)
            yield Occurrence(start, start + timedelta(minutes=each.minutes), each.original)
    for wall in set(series.extra) - series.cancelled - {each.original for each in series.moved}:
        start = moment(wall, zone)
        yield Occurrence(start, start + timedelta(minutes=series.minutes), wall)
