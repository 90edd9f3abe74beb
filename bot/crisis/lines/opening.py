"""When a help line answers: "24/7", or spans such as "Mon-Fri 10:00-22:00; Sat 10:00-14:00"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.wall_time import zone_named

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

_DAY = "|".join(DAYS)
_SPAN = re.compile(
    rf"(?:(?P<first>{_DAY})(?:-(?P<last>{_DAY}))? )?"
    r"(?P<opens>[01]\d:[0-5]\d|2[0-3]:[0-5]\d)-(?P<closes>[01]\d:[0-5]\d|2[0-3]:[0-5]\d|24:00)"
)
_MIDNIGHT = "24:00"


class UnclearHoursError(ValueError):
    """Hours that are neither "24/7" nor spans."""


@dataclass(frozen=True, slots=True)
class Span:
    """Hours of some days of the week.

    Args:
        first, last: 0 is Monday; `last` may come before `first` (Sat-Mon).
        opens, closes: the line's own clock; `closes` at or before `opens` is the next day.
    """

    first: int
    last: int
    opens: time
    closes: time

    def opens_on(self, weekday: int) -> bool:
        return (weekday - self.first) % 7 <= (self.last - self.first) % 7


@dataclass(frozen=True, slots=True)
class Opening:
    """When a line answers.

    Args:
        spans: empty for around the clock.
        zone: whose clock the spans mean; None if nobody knows.
    """

    spans: tuple[Span, ...] = ()
    zone: str | None = None

    @property
    def always(self) -> bool:
        return not self.spans

    def open_at(self, moment: datetime) -> bool | None:
        """Whether somebody answers then; None if that cannot be told.

        Args:
            moment: aware.
        """
        if self.always:
            return True
        if self.zone is None:
            return None
        local = moment.astimezone(ZoneInfo(self.zone))
        return any(_covers(span, local) for span in self.spans)


def read_opening(text: str, zone: str | None = None) -> Opening:
    """Hours as they are written in the directory.

    Raises: UnclearHoursError for anything else, and for a zone that is none.
    """
    if text.strip() == "24/7":
        return Opening()
    if zone is not None:
        try:
            zone_named(zone)
        except ZoneInfoNotFoundError:
            raise UnclearHoursError("the hours are by a clock that nobody knows") from None
    return Opening(tuple(_span(part.strip()) for part in text.split(";")), zone)


def _span(text: str) -> Span:
    found = _SPAN.fullmatch(text)
    if found is None:
        raise UnclearHoursError(f"no hours in {len(text)} characters")
    first = DAYS.index(found["first"]) if found["first"] else 0
    last = DAYS.index(found["last"]) if found["last"] else (first if found["first"] else 6)
    closes = time(0) if found["closes"] == _MIDNIGHT else time.fromisoformat(found["closes"])
    return Span(first, last, time.fromisoformat(found["opens"]), closes)


def _covers(span: Span, local: datetime) -> bool:
    clock = local.time().replace(tzinfo=None)
    if span.closes > span.opens:
        return span.opens_on(local.weekday()) and span.opens <= clock < span.closes
    before_midnight = span.opens_on(local.weekday()) and clock >= span.opens
    yesterday = (local - timedelta(days=1)).weekday()
    return before_midnight or (span.opens_on(yesterday) and clock < span.closes)
