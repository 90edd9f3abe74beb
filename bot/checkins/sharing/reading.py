"""With whom, and until when, somebody wants to share something: read from what they typed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import dropwhile

from bot.errors import HandrailError
from bot.reading import UnclearDayError, read_day
from bot.reading.words import any_of, forms, keyed, number, plain, table
from bot.texts import Texts

LONGEST_DAYS = 92
_LONGEST_TIME = 12  # words: "until Thursday the 3rd of December 2026" has eight


class UnclearShareError(HandrailError):
    """The words do not say with whom, or until when; the member gets an example to copy."""

    text_id = "share-unclear"


class Whom(StrEnum):
    """The three kinds of readers that can be named."""

    BUDDY = "buddy"
    HERE = "here"
    NAMED = "named"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What was said.

    Args:
        named: the name of an account, as typed, for NAMED.
        days: after today; 0: for today only.
    """

    whom: Whom
    named: str = ""
    days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What our languages call these, in plain form; people mix languages."""

    buddy: Sequence[str]
    here: Sequence[str]
    leads: Sequence[str]
    lasts: Sequence[str]
    until: Sequence[str]
    one: Sequence[str]
    spoken: Mapping[str, int]
    units: Mapping[str, int]  # in days


def words_of(texts: Texts) -> Words:
    """The words of all languages that are spoken."""

    def all_of(text_id: str) -> tuple[str, ...]:
        said = [texts.line(each, text_id) for each in texts.languages]
        return forms(form for words in said for form in words.split(","))

    units = (
        (all_of("share-words-day"), 1),
        (all_of("share-words-week"), 7),
        (all_of("share-words-month"), 30),
    )
    spoken: dict[str, int] = {}
    for each in texts.languages:
        spoken |= keyed(table(each)["numbers"])
    return Words(
        buddy=all_of("share-words-buddy"),
        here=all_of("share-words-here"),
        leads=all_of("share-words-with"),
        lasts=all_of("share-words-for"),
        until=all_of("share-words-until"),
        one=all_of("share-words-one"),
        spoken=spoken,
        units={form: days for some, days in units for form in some},
    )


def read_wish(typed: str, words: Words, today: date, language: str) -> Wish:
    """Read "with my buddy for a week", "with @sam until Friday", "here".

    Without a time it is for today.

    Raises: UnclearShareError; UnclearDayError or PastDayError for "until" something else.
    """
    tokens = list(dropwhile(lambda token: plain(token) in words.leads, typed.split()))
    tokens, days = _time(tokens, words, today, language)
    said = plain(" ".join(tokens))
    if not said:
        raise UnclearShareError(f"nobody named in {len(typed)} characters")
    if not 0 <= days <= LONGEST_DAYS:
        raise UnclearShareError(f"for {days} days")
    if said in words.buddy:
        return Wish(whom=Whom.BUDDY, days=days)
    if said in words.here:
        return Wish(whom=Whom.HERE, days=days)
    return Wish(whom=Whom.NAMED, named=" ".join(tokens).strip(), days=days)


def _time(tokens: list[str], words: Words, today: date, language: str) -> tuple[list[str], int]:
    """The words before the time, which comes last, and the time in days."""
    last = range(max(0, len(tokens) - _LONGEST_TIME), len(tokens))
    for place in last:
        if plain(tokens[place]) in words.until and place + 1 < len(tokens):
            try:
                day = read_day(" ".join(tokens[place + 1 :]), today, language)
            except UnclearDayError:
                continue
            return tokens[:place], (day - today).days
    count = rf"\d{{1,3}}|{any_of(words.one)}|{any_of(words.spoken)}"
    units = any_of(words.units)
    span = re.compile(rf"(?:{any_of(words.lasts)} )?(?P<count>{count}) (?P<unit>{units})")
    for place in last:
        if match := span.fullmatch(plain(" ".join(tokens[place:]))):
            said = match["count"]
            many = 1 if said in words.one else number(said, words.spoken)
            return tokens[:place], many * words.units[match["unit"]]
    return tokens, 0


def last_day(today: date, days: int) -> date:
    """The last day on which something is shown."""
    return today + timedelta(days=days)
