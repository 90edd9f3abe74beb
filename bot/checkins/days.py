"""Days of the week as a mask; bit 0 is Monday."""

from __future__ import annotations

import re

from babel import Locale

from bot.errors import HandrailError
from bot.reading.words import LONGEST, forms, languages, numbered, plain, table
from bot.turn import Turn
from storage.schedules import EVERY_DAY

WEEKDAYS = 0b0011111
WEEKEND = 0b1100000
SUNDAY = 0b1000000
MON_WED_FRI = 0b0010101

_AND = frozenset(
    ("and", "on", "und", "am", "nur", "y", "e", "el", "los", "de", "del", "only", "solo", "")
)
_TO = frozenset(("-", "to", "till", "until", "through", "bis", "a", "al", "hasta"))


class UnclearDaysError(HandrailError):
    """The words are not days of the week that we can read; the member gets an example."""

    text_id = "checkin-days-unclear"


def said_days(turn: Turn, words: str) -> int:
    """`read_days`, with what the member's language calls several of them."""
    every, weekdays, weekend = (
        turn.line(f"checkin-days-{name}") for name in ("every", "weekdays", "weekend")
    )
    return read_days(words, turn.language, every, weekdays, weekend)


def read_days(words: str, language: str, every: str, weekdays: str, weekend: str) -> int:
    """Names of days ("mon wed fri", "Mo, Mi", "lunes a viernes"), or one word for many of them.

    Args:
        every, weekdays, weekend: what the language calls these, options apart by commas.

    Raises: UnclearDaysError.
    """
    said = plain(words)
    for names, mask in ((every, EVERY_DAY), (weekdays, WEEKDAYS), (weekend, WEEKEND)):
        if said in forms(names.split(",")):
            return mask
    if not said or len(said) > LONGEST:
        raise UnclearDaysError(f"no days in {len(words)} characters")
    mask, last, spans = 0, -1, False
    for word in re.split(r"[\s,;/+&]+", re.sub("[-–—]", " - ", said)):
        if word in _TO and last >= 0:
            spans = True
        elif word not in _AND:
            day = _weekday(word.rstrip("."), language)
            first = last if spans else day
            for each in range(first, first + (day - first) % 7 + 1):
                mask |= 1 << each % 7
            last, spans = day, False
    if spans or not mask:
        raise UnclearDaysError(f"no days in {len(words)} characters")
    return mask


def name_days(mask: int, language: str) -> str:
    """The days in words, from Monday on."""
    names = Locale.parse(language).days["stand-alone"]["abbreviated"]
    return ", ".join(names[day] for day in range(7) if mask >> day & 1)


def _weekday(word: str, language: str) -> int:
    for tried in sorted(languages(), key=lambda each: each != language):
        own = tried == language
        known = numbered(table(tried)["day"]["weekdays"], 0, short_forms=own)
        for form in (word, word.removesuffix("s")):  # "mondays", "montags"
            if form in known:
                return known[form]
        begun = {day for form, day in known.items() if own and form.startswith(word)}
        if len(word) > 1 and len(begun) == 1:
            return begun.pop()
    raise UnclearDaysError(f"no day in {len(word)} characters")
