"""Filling in, or changing, one of the last days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot import reading
from bot.checkins.answering.words import Answering
from bot.checkins.question import EDITABLE, options_for
from bot.errors import HandrailError
from bot.platform import Action
from bot.turn import Turn

_LONGEST_DAY = 12  # words; more are no day


class UnclearPastDayError(HandrailError):
    """The words name none of the last days; the member gets an example to copy."""

    text_id = "checkin-day-unclear"


@dataclass(frozen=True, slots=True)
class PastDays:
    """`checkin day`."""

    answering: Answering

    def day(self, turn: Turn) -> Sequence[Action]:
        """`checkin day <day> [word]`: that day's word; without one, the words to tap."""
        given = f"{turn.words('past') or ''} {turn.words('word') or ''}"
        day, rest = split(given, turn.today, turn.language)
        if day < turn.today - EDITABLE:
            options = options_for(turn.texts, turn.language, turn.today)
            return [turn.answer("checkin-day-closed", options)]
        word = reading.read_word(rest) if rest else None
        if word is None:
            options = options_for(turn.texts, turn.language, day, later=False)
            return [turn.answer("checkin-day-which-word", options, day=turn.day_words(day))]
        return self.answering.answered(turn, day, word)


def split(given: str, today: date, language: str) -> tuple[date, str]:
    """A day and what stands behind it: "last Monday: not great". Raises: UnclearPastDayError.

    The longest beginning that names a day is the day.
    """
    words = given.replace(":", " ").split()
    for length in range(min(len(words), _LONGEST_DAY), 0, -1):
        try:
            day = reading.read_past_day(" ".join(words[:length]), today, language)
        except HandrailError:
            continue
        return day, " ".join(words[length:])
    raise UnclearPastDayError(f"no day in {len(given)} characters")
