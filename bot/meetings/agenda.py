"""A community's meetings as they take place, with pauses and exceptions taken into account."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import islice, takewhile

from bot.meetings.recurrence.series import Occurrence, Series, comes_at, moment
from bot.meetings.recurrence.series import occurrences as of_series
from bot.meetings.recurrence.series_json import as_json, read_series
from storage.meetings import Meeting, State

_KEY = "%Y%m%dT%H%M"


@dataclass(frozen=True, slots=True)
class Held:
    """One occurrence of a meeting."""

    meeting: Meeting
    at: Occurrence

    @property
    def key(self) -> str:
        return key_of(self.at)


@lru_cache(maxsize=4096)
def _read(series: str) -> Series:
    return read_series(json.loads(series))


def series_of(meeting: Meeting) -> Series:
    """When the meeting is. Raises: RuleError while a draft has no day or time."""
    return _read(meeting.series or "null")


def written(series: Series) -> str:
    """A series as it is stored."""
    return json.dumps(as_json(series), separators=(",", ":"))


def key_of(occurrence: Occurrence) -> str:
    """What sign-ups and prompts call an occurrence: its wall start by the rule."""
    return f"{occurrence.original:{_KEY}}"


def occurrences(meeting: Meeting, since: datetime) -> Iterator[Occurrence]:
    """Those that take place and start at `since` or later, in order; may be endless."""
    if meeting.state not in (State.ON, State.PAUSED):
        return
    if meeting.state is State.PAUSED and meeting.paused_until is None:
        return
    for each in of_series(series_of(meeting), since):
        if meeting.paused_until is None or each.original.date() >= meeting.paused_until:
            yield each


def following(meeting: Meeting, now: datetime, count: int = 1) -> list[Held]:
    """The next ones that start after `now`."""
    later = (each for each in occurrences(meeting, now) if each.start > now)
    return [Held(meeting, each) for each in islice(later, count)]


def longest(meeting: Meeting) -> timedelta:
    """How long an occurrence takes at most."""
    series = series_of(meeting)
    return timedelta(minutes=max([series.minutes, *(each.minutes for each in series.moved)]))


def unfinished(meeting: Meeting, now: datetime) -> Held | None:
    """The one that takes place at the moment, else the next."""
    since = now - longest(meeting)
    return next(
        (Held(meeting, each) for each in occurrences(meeting, since) if each.end > now), None
    )


def on_now(meetings: Iterable[Meeting], now: datetime) -> list[Held]:
    """What takes place at the moment."""
    found = (unfinished(each, now) for each in meetings)
    return [held for held in found if held is not None and held.at.start <= now]


def between(meetings: Iterable[Meeting], since: datetime, until: datetime) -> list[Held]:
    """What starts from `since` on and before `until`, in order of time."""
    found = [
        Held(meeting, each)
        for meeting in meetings
        for each in takewhile(lambda one: one.start < until, occurrences(meeting, since))
    ]
    return sorted(found, key=lambda held: (held.at.start, held.meeting.id))


def named(meeting: Meeting, key: str) -> Held | None:
    """The occurrence of that key; None if it does not take place, or there is none."""
    try:
        original = datetime.strptime(key, _KEY)  # noqa: DTZ007 -- a wall time
        series = series_of(meeting)
    except ValueError:
        return None
    if original in series.cancelled:
        return None
    zone = series.clock()
    for each in series.moved:
        if each.original == original:
            start = moment(each.start, zone)
            end = start + timedelta(minutes=each.minutes)
            return Held(meeting, Occurrence(start, end, original))
    if not comes_at(series, original):
        return None
    start = moment(original, zone)
    return Held(meeting, Occurrence(start, start + timedelta(minutes=series.minutes), original))


def moment_of(meeting: Meeting, key: str) -> datetime:
    """When the occurrence of that key was to start by the rule. Raises: ValueError."""
    original = datetime.strptime(key, _KEY)  # noqa: DTZ007 -- a wall time
    return moment(original, series_of(meeting).clock())
