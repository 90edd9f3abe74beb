"""What other parts of the check-ins put beside the day's question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from bot.richtext import Body
from storage.database import Transaction

ExtraLines = Callable[[Transaction, int, date, str], Sequence[Body]]
"""Further lines of the question for a person, on a day of theirs, in a language.

Asked right before the question goes out; in a thread that the team can read, not at all.
"""


def no_lines(tx: Transaction, person: int, day: date, language: str) -> Sequence[Body]:
    """Nothing besides."""
    return ()


def all_lines(*some: ExtraLines) -> ExtraLines:
    """Those of several, one after another."""

    def lines(tx: Transaction, person: int, day: date, language: str) -> Sequence[Body]:
        return [body for each in some for body in each(tx, person, day, language)]

    return lines
