"""What several formats have in common: fields with a day, a time, a length, a link and notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any

from bot.meetings.importing import texts
from bot.meetings.importing.drafts import ASSUMED_MINUTES, Draft, Question, weekly
from bot.meetings.importing.zones import Where, stated_zone
from bot.meetings.recurrence.series import Series

Record = Mapping[str, Any]

_CLOCK = re.compile(r"([01]?\d|2[0-3])(?::?([0-5]\d))(?::[0-5]\d)?")
_MOST_HOURS = 24


@dataclass(slots=True, kw_only=True)
class Fields:
    """The fields of one record, as far as its format has them.

    Args:
        days: 0 is Monday; None where a day is missing or makes no sense.
        minutes: None where the file says none.
        assumed_quietly: the format itself says what a missing length means.
        links: fields that should hold a web address, the first one counts.
        private: texts for those who come, such as a passcode.
        notes: texts for everybody; whichever holds a link or a passcode is kept private.
    """

    source_id: str
    name: str
    days: Sequence[int] | None
    at: time | None
    zone: str
    where: Where
    minutes: int | None = None
    assumed_quietly: bool = False
    links: Sequence[object] = ()
    private: Sequence[object] = ()
    notes: Sequence[object] = ()
    place: str = ""
    types: tuple[str, ...] = ()
    asked: list[Question] = field(default_factory=list)

    def draft(self) -> Draft:
        """The record as a draft with its questions. Raises: RefusedError."""
        zone, questions = stated_zone(self.zone, self.where)
        questions += self.asked
        series = self._series(zone, questions)
        online = next((link for each in self.links if (link := texts.web_address(each))), None)
        written = [text for each in self.links if (text := texts.plain(each))]
        if written and online is None:
            questions.append(Question("link-unclear"))
        notes = [text for each in self.notes if (text := texts.plain(each))]
        private = [text for each in self.private if (text := texts.plain(each))]
        private += [text for text in notes if texts.is_private(text)]
        if online is None and (hidden := texts.link_in("\n".join(notes + private))):
            questions.append(hidden)
        private += written if online is None else []
        questions += texts.hints(self.name, *notes)
        return Draft(
            source_id=self.source_id,
            name=self.name,
            series=series,
            online_url=online,
            private=tuple(private),
            notes="\n".join(text for text in notes if not texts.is_private(text)),
            place=self.place,
            types=self.types,
            questions=tuple(questions),
        )

    def _series(self, zone: str | None, questions: list[Question]) -> Series | None:
        if self.days is None:
            questions.append(Question("day"))
        if self.at is None:
            questions.append(Question("time"))
        if self.minutes is None and not self.assumed_quietly:
            questions.append(Question("length"))
        if not self.days or self.at is None:
            return None
        return weekly(self.days, self.at, zone, self.minutes or ASSUMED_MINUTES)


def clock(value: object) -> time | None:
    """A time as 19:30, 19:30:00, 1930 or 7:30, on a clock of 24 hours; None for anything else."""
    match = _CLOCK.fullmatch(texts.plain(value))
    return time(int(match[1]), int(match[2])) if match else None


def minutes_until(begin: time | None, end: time | None) -> int | None:
    """From begin to end, over midnight if the end is earlier; None without both."""
    if begin is None or end is None or begin == end:
        return None
    day = datetime(2024, 1, 1)  # noqa: DTZ001
    length = datetime.combine(day, end) - datetime.combine(day, begin)
    return int((length % timedelta(days=1)).total_seconds()) // 60


def length(value: object) -> int | None:
    """Minutes of "01:30:00" or "90"; None for none, and for what no meeting takes."""
    text = texts.plain(value)
    if match := re.fullmatch(r"(\d{1,2}):([0-5]\d)(?::[0-5]\d)?", text):
        minutes = int(match[1]) * 60 + int(match[2])
    elif re.fullmatch(r"[0-9]{1,4}", text):
        minutes = int(text)
    else:
        return None
    return minutes if 0 < minutes <= _MOST_HOURS * 60 else None


def numbered_day(value: object, *, sunday: int) -> int | None:
    """A weekday from the number that a format gives it; None for a number that is none.

    Args:
        sunday: its number for Sunday; where that is 7, Monday is 1.
    """
    text = texts.plain(value)
    if not re.fullmatch(r"[0-9]{1,2}", text):
        return None
    first = 1 if sunday == 7 else sunday
    if not first <= int(text) <= first + 6:
        return None
    return (int(text) - sunday - 1) % 7


def named_day(value: object) -> int | None:
    """A weekday by its English name."""
    names = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    said = texts.plain(value).casefold()
    return names.index(said) if said in names else None


def codes(values: object) -> tuple[str, ...]:
    """Type codes of a list, or of a text with commas; unknown ones stay as they are."""
    if isinstance(values, str):
        values = values.split(",")
    if not isinstance(values, list | tuple):
        return ()
    found = (" ".join(texts.plain(each).split())[:40] for each in values[:50])
    return tuple(dict.fromkeys(each for each in found if each))


def place_of(parts: Iterable[object]) -> str:
    """What of an address is there, on one line."""
    lines = (" ".join(texts.plain(part).split()) for part in parts)
    return ", ".join(dict.fromkeys(line for line in lines if line))[:300]
