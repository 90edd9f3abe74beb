"""The day's question: its words, and the day that an answer belongs to."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.platform import Choice, Choices
from bot.texts import Texts

if TYPE_CHECKING:
    from bot.turn import Turn

KIND = "checkin"
AGAIN = "checkin-again"
EVENING = "checkin-evening"
WORDS = ("good", "okay", "mixed", "low", "rough", "skip")
HARD = ("low", "rough")
EDITABLE = timedelta(days=7)
FRESH_FOR = timedelta(hours=3)
LANE = 2


def options_for(texts: Texts, language: str, day: date, *, later: bool = True) -> Choices:
    """The words to tap for a day, and "later"."""
    options = [
        Choice(id=word, label=texts.line(language, f"checkin-word-{word}")) for word in WORDS
    ]
    if later:
        options.append(Choice(id="later", label=texts.line(language, "checkin-later")))
    return Choices(prompt=prompt_of(day), options=tuple(options), language=language)


def prompt_of(day: date) -> str:
    """The prompt whose choices are about that day."""
    return f"{KIND}/{day.isoformat()}"


def still_open(turn: Turn, day: date) -> bool:
    """Whether a day's answer can be given or changed."""
    # One day ahead: who travels west may press a button of their former tomorrow.
    return turn.today - EDITABLE <= day <= turn.today + timedelta(days=1)
