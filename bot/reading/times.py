"""Times of day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from functools import lru_cache

from bot.errors import HandrailError
from bot.reading.words import any_of, first_reading, forms, keyed, number, plain, spaced, table
from bot.reading.words import without_lead as without

_ROUND = 12  # hours on the face of a clock

# The hours at which one speaks of a part of the day; they settle which "7" is meant.
_PARTS = {
    "am": range(12),
    "pm": range(12, 24),
    "small_hours": range(7),
    "morning": range(1, 12),
    "midday": range(11, 15),
    "afternoon": range(12, 21),
    "evening": range(16, 24),
    "night": [*range(18, 24), *range(6)],
}


class UnclearTimeError(HandrailError):
    """The words are not a time of day that we can read; the member gets an example to copy."""

    text_id = "time-unclear"

    def __init__(self, length: int, language: str) -> None:
        super().__init__(f"no time in {length} characters, read as {language}")


def read_time(text: str, language: str) -> time:
    """A local time of day, naive, in whole minutes.

    A bare "9" is 09:00 and a bare "12" is noon. Raises: UnclearTimeError.
    """
    said = re.sub(r"\b([ap])\.? ?m\b\.?", r"\1m", spaced(plain(text)))
    found = first_reading(text, language, lambda tried, _: _time_in(said, _grammar(tried)))
    if found is None:
        raise UnclearTimeError(len(text), language)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grammar:
    """How a language tells the time.

    Args:
        fixed: noon and midnight.
        parts: words for a part of the day, the longest first.
        patterns: with the groups `hour` and, if need be, `minute` or `counted`; and the minutes
            that the words themselves add to the hour.
        back: those of the patterns that count `counted` back from the hour.
    """

    lead: tuple[str, ...]
    fixed: Mapping[str, time]
    parts: tuple[tuple[str, str], ...]
    patterns: tuple[tuple[re.Pattern[str], int], ...]
    back: frozenset[re.Pattern[str]]
    spoken: Mapping[str, int]


@lru_cache(maxsize=32)
def _grammar(language: str) -> _Grammar:
    words = table(language)["time"]
    spoken = keyed(table(language)["numbers"])
    unit, named = any_of(forms(words["unit"])), any_of(spoken)

    def phrase(template: str) -> re.Pattern[str]:
        hour, counted = rf"(?P<hour>\d{{1,2}}|{named})", rf"(?P<counted>\d{{1,2}}|{named})"
        pattern = plain(template).replace("{hour}", hour).replace("{minutes}", counted)
        return re.compile(pattern + f"(?: {unit})?")

    figures = (
        rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d{{2}}))?(?: {unit})?",
        rf"(?P<hour>\d{{1,2}}) {unit} (?P<minute>\d{{2}})",
        rf"(?P<hour>\d{{2}})(?P<minute>\d{{2}})(?: {unit})?",
        rf"(?P<hour>{named})(?: {unit})?",
    )
    back = [phrase(template) for template in words["to"]]
    return _Grammar(
        lead=forms(words["lead"]),
        fixed={
            **dict.fromkeys(forms(words["noon"]), time(12)),
            **dict.fromkeys(forms(words["midnight"]), time(0)),
        },
        parts=tuple(
            sorted(
                ((form, part) for part in words["parts"] for form in forms(words["parts"][part])),
                key=lambda each: -len(each[0]),
            )
        ),
        patterns=(
            *((re.compile(pattern), 0) for pattern in figures),
            *((phrase(template), minutes) for template, minutes in words["phrases"].items()),
            *((phrase(template), 0) for template in words["past"]),
            *((pattern, 0) for pattern in back),
        ),
        back=frozenset(back),
        spoken=spoken,
    )


def _time_in(said: str, grammar: _Grammar) -> time | None:
    said = without(said, grammar.lead)
    if said in grammar.fixed:
        return grammar.fixed[said]
    rest, part = _without_part(said, grammar)
    rest = without(rest, grammar.lead)
    for pattern, minutes in grammar.patterns:
        if match := pattern.fullmatch(rest):
            groups = match.groupdict()
            hour = number(groups["hour"], grammar.spoken)
            minute = int(groups.get("minute") or 0)
            if groups.get("counted"):
                minutes = number(groups["counted"], grammar.spoken)
                if not 0 < minutes < 30:
                    return None
                minutes = -minutes if pattern in grammar.back else minutes
            if hour == 24 and minute == 0 and rest != "24":
                hour = 0  # "24:00" and "24 Uhr" are midnight; a bare 24 is a slip
            return _on_the_clock(hour, minute, minutes, part)
    return None


def _without_part(said: str, grammar: _Grammar) -> tuple[str, str | None]:
    """The rest of the words, and the part of the day that they name at either end."""
    for phrase, part in grammar.parts:
        if said.endswith(f" {phrase}"):
            return said.removesuffix(phrase).rstrip(" ,"), part
        if said.startswith(f"{phrase} "):
            return said.removeprefix(phrase).lstrip(" ,"), part
    return said, None


def _on_the_clock(hour: int, minute: int, shift: int, part: str | None) -> time | None:
    """The time of day; None if there is no such hour, or not in that part of the day."""
    if hour > 23 or minute > 59:
        return None
    if part is not None:
        told_in_rounds = 1 <= hour <= _ROUND
        if part in ("am", "pm") and not told_in_rounds:
            return None
        meant = {hour, (hour + _ROUND) % 24} if told_in_rounds else {hour}
        meant.intersection_update(_PARTS[part])
        if len(meant) != 1:
            return None
        hour = meant.pop()
    elif shift < 0 and hour == 1:
        hour += _ROUND  # "quarter to one" is said at noon
    total = (hour * 60 + minute + shift) % (24 * 60)
    return time(total // 60, total % 60)
