"""A day and its word in one line, as people look back."""

from __future__ import annotations

from datetime import date

import pytest

from bot.checkins.answering.past import UnclearPastDayError, split

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("given", "language", "day", "rest"),
    [
        ("yesterday okay", "en", "2026-11-22", "okay"),
        ("yesterday: not great", "en", "2026-11-22", "not great"),
        ("yesterday", "en", "2026-11-22", ""),
        ("Friday good", "en", "2026-11-20", "good"),
        ("gestern so lala", "de", "2026-11-22", "so lala"),
        ("Samstag gut", "de", "2026-11-21", "gut"),
        ("ayer regular", "es", "2026-11-22", "regular"),
        ("2026-11-19 3", "en", "2026-11-19", "3"),
        ("today 🙂", "en", "2026-11-23", "🙂"),
    ],
)
def test_a_day_and_its_word(given: str, language: str, day: str, rest: str) -> None:
    """Said on a Monday."""
    assert split(given, MONDAY, language) == (date.fromisoformat(day), rest)


@pytest.mark.parametrize("given", ["tomorrow good", "okay", "", "whenever"])
def test_no_day_of_the_past(given: str) -> None:
    """What is still to come cannot be filled in."""
    with pytest.raises(UnclearPastDayError):
        split(given, MONDAY, "en")
