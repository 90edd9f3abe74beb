"""How long to wait."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.errors import HandrailError
from bot.reading.words import any_of, first_reading, forms, keyed, number, plain, spaced, table
from bot.reading.words import without_lead as without

_LONGEST_MINUTES = 24 * 60


class UnclearSpanError(HandrailError):
    """The words are not a while to wait; the member gets an example to copy."""

    text_id = "span-unclear"

    def __init__(self, length: int, language: str) -> None:
        super().__init__(f"no span in {length} characters, read as {language}")


@dataclass(frozen=True, slots=True)
class Later:
    """When to ask again: in `minutes`, or this evening (20:00 on the member's clock)."""

    minutes: int | None
    evening: bool


def read_span(text: str, language: str) -> Later:
    """How long to wait: "1 h", "half an hour", "1 h 30", "tonight"; from a minute to a day.

    Raises: UnclearSpanError.
    """
    said = spaced(plain(text))
    found = first_reading(text, language, lambda tried, _: _span_in(said, _grammar(tried)))
    if found is None:
        raise UnclearSpanError(len(text), language)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grammar:
    """How a language speaks of a while.

    Args:
        phrases: in minutes.
        patterns: with the groups `hours`, `half` (of an hour) and `minutes`, some of them.
    """

    ahead: tuple[str, ...]
    evening: frozenset[str]
    phrases: Mapping[str, int]
    patterns: tuple[re.Pattern[str], ...]
    spoken: Mapping[str, int]


@lru_cache(maxsize=32)
def _grammar(language: str) -> _Grammar:
    words = table(language)["span"]
    spoken = keyed(table(language)["numbers"])
    count = rf"\d{{1,4}}|{any_of(spoken)}"
    hour, minute = any_of(forms(words["hours"])), any_of(forms(words["minutes"]))
    joined = any_of(forms(words["joined"]))
    return _Grammar(
        ahead=forms(words["ahead"]),
        evening=frozenset(forms(words["evening"])),
        phrases=keyed(words["phrases"]),
        patterns=(
            re.compile(rf"(?P<minutes>{count}) {minute}"),
            re.compile(rf"(?P<hours>{count})(?P<half>[.,]5)? {hour}"),
            re.compile(rf"(?P<hours>{count}) {hour} (?:{joined} )?(?P<minutes>{count}) {minute}"),
            re.compile(rf"(?P<hours>\d{{1,2}}) {hour} (?P<minutes>[0-5]\d)"),
        ),
        spoken=spoken,
    )


def _span_in(said: str, grammar: _Grammar) -> Later | None:
    if said in grammar.evening:
        return Later(minutes=None, evening=True)
    said = without(said, grammar.ahead)
    minutes = grammar.phrases.get(said, 0)
    for pattern in grammar.patterns:
        if match := pattern.fullmatch(said):
            given = match.groupdict()
            hours = number(given.get("hours") or "0", grammar.spoken)
            minutes = number(given.get("minutes") or "0", grammar.spoken) + 60 * hours
            minutes += 30 if given.get("half") else 0
    return Later(minutes, evening=False) if 0 < minutes <= _LONGEST_MINUTES else None
