"""Hours of a day: from when until when."""

from __future__ import annotations

import re
from datetime import time

from bot.errors import HandrailError
from bot.reading.times import UnclearTimeError, read_time
from bot.reading.words import LONGEST, first_reading, forms, plain, table


class UnclearHoursError(HandrailError):
    """The words are not two times of day; the member gets an example to copy."""

    text_id = "hours-unclear"

    def __init__(self, length: int, language: str) -> None:
        super().__init__(f"no two times in {length} characters, read as {language}")


def read_hours(text: str, language: str) -> tuple[time, time]:
    """Two local times of day: "22:00 7:00", "10 pm - 7 am", "from nine to six".

    Raises: UnclearHoursError, also if both are the same.
    """
    words = re.sub(r"\s*[-–—]\s*", " ", plain(text[: LONGEST + 1])).split()
    found = first_reading(text, language, lambda tried, _: _hours_in(words, tried, language))
    if found is None:
        raise UnclearHoursError(len(text), language)
    return found


def _hours_in(words: list[str], tried: str, language: str) -> tuple[time, time] | None:
    """Two times with words of the language `tried` around them; None if there are none."""
    between = table(tried)["hours"]
    lead, joined = forms(between["lead"]), forms(between["joined"])
    if words and words[0] in lead:
        words = words[1:]
    for cut in range(1, len(words)):
        first, second = words[:cut], words[cut:]
        if second[0] in joined:
            second = second[1:]
        begins, ends = _read(first, language), _read(second, language)
        if begins is not None and ends is not None and begins != ends:
            return begins, ends
    return None


def _read(words: list[str], language: str) -> time | None:
    try:
        return read_time(" ".join(words), language) if words else None
    except UnclearTimeError:
        return None
