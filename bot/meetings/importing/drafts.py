"""What a file of meetings is read into: drafts that a person confirms, and refusals.

Nothing is guessed. What the file leaves open or contradicts is a question; what cannot be kept is
refused with a reason, and the rest goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from bot.errors import HandrailError
from bot.meetings.recurrence.rrule import Rule
from bot.meetings.recurrence.series import Series

About = Literal[
    "zone",  # the file says none
    "zone-unknown",  # it names one that nobody knows
    "zone-suggested",  # $zone was worked out from the place
    "zone-place",  # $zone is what the file says, $place what its place lives by
    "zone-utc",  # kept in UTC, so it moves by an hour on people's clocks
    "day",
    "time",
    "length",  # none said: 60 minutes are assumed
    "pattern",  # $words hint at something else than every week
    "closed",  # $words hint at a meeting that does not take place
    "link-in-text",  # $host
    "link-unclear",  # what stands in the link's field is no web address
    "start",  # the file's own next date disagrees with its day and time
]
Reason = Literal[
    "no-object",
    "no-name",
    "twice",
    "keys-twice",
    "too-long",
    "archived",
    "unpublished",
    "cancelled",
    "no-start",
    "rule",
    "two-rules",
    "later-ones",
    "broken",
]

FORMATS = ("meeting-guide", "bmlt", "oiaa", "naws", "recoverysource", "ics")
"""What can be read; BMLT's answer as TSML is a Meeting Guide."""

ASSUMED_MINUTES = 60
ANCHOR = date(2024, 1, 1)
"""A Monday. Directories do not say when a series began: it is told from this week, so that reading
a file again gives the same; `Series.beginning` moves it to the day of the confirmation."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a person has to look at before the draft becomes a meeting.

    Args:
        values: by name, what the question's text shows; nothing private.
    """

    about: About
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A meeting as a file tells it.

    Args:
        source_id: what the source calls it, the same when it is read again.
        series: None where day or time is missing; its zone is None where that is.
        online_url, private: for those who said they come, never public.
        types: codes as the source has them, unknown ones too.
    """

    source_id: str
    name: str
    series: Series | None
    online_url: str | None = None
    private: tuple[str, ...] = ()
    notes: str = ""
    place: str = ""
    types: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A record that was left out, and why."""

    source_id: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Imported:
    """All that a file says. Args: format: as `--format` names it."""

    format: str
    drafts: tuple[Draft, ...]
    refused: tuple[Refused, ...]


class UnreadableError(HandrailError):
    """The file as a whole cannot be read; `str(error)` says why in one line."""

    text_id = "meeting-import-unreadable"


class RefusedError(Exception):
    """Raised while a record is read: leave it out."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


def weekly(days: Sequence[int], at: time, zone: str | None, minutes: int) -> Series:
    """A weekly series. Args: days: 0 is Monday; at least one."""
    days = sorted(set(days))
    return Series(
        first=datetime.combine(ANCHOR + timedelta(days=days[0]), at),
        zone=zone,
        minutes=minutes,
        rule=Rule(freq="WEEKLY", days=tuple((0, day) for day in days)),
    )
