"""What is said about dates and goals: safe on a lock screen, safety first, never a loss."""

from __future__ import annotations

import re

import pytest

from bot.richtext import plain
from tests.support.texts import own_texts

LANGUAGES = ("en", "es", "de")
UNASKED = ("milestone-question", "milestone-question-late", "lapse-helped-question", "goal-review")
TELLING = {
    "en": r"sober|lapse|days|drink|drug|goal|hard|recover",
    "de": r"nüchtern|ausrutscher|tage|trink|droge|ziel|schwer|genes",
    "es": r"sobri|desliz|días|beb|droga|meta|difícil|recuper",
}
LOSING = {
    "en": r"day (1|one)|zero|start(ing)? (over|again)|lost|reset|back to|unfortunately|sadly",
    "de": r"tag (1|eins)|null|von vorn|verloren|zurückgesetzt|leider",
    "es": r"día (1|uno)|cero|empezar de nuevo|perdid|reinici|lamentablemente",
}
VALUES = {"span": "30 days", "since": "a day", "day": "a day"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text_id", UNASKED)
def test_the_first_line_tells_nobody_anything(language: str, text_id: str) -> None:
    """Somebody else may read it on a locked phone."""
    first = plain(own_texts().body(language, text_id, **VALUES)).splitlines()[0]

    assert not re.search(rf"\d|30 days|{TELLING[language]}", first, re.IGNORECASE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lapse_is_answered_with_thanks_and_safety(language: str) -> None:
    """The first words; then tolerance, withdrawal, when to call for help."""
    first, then = plain(own_texts().body(language, "lapse-first")).split("\n\n")

    assert {"en": "Thank you", "de": "Danke", "es": "Gracias"}[language] in first
    assert {"en": "safe", "de": "Sicherheit", "es": "salvo"}[language] in first
    assert re.search("toler", then, re.IGNORECASE)
    assert re.search("benzodia", then, re.IGNORECASE)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text_id",
    ["lapse-first", "lapse-kept", "lapse-days-stay", "lapse-about", "date-goes-on", "date-history"],
)
def test_nothing_after_a_lapse_speaks_of_loss(language: str, text_id: str) -> None:
    """What was lived stays."""
    values = VALUES | {"days": "30 days", "name": "x"}
    said = own_texts().line(language, text_id, **values)

    assert not re.search(rf"\b({LOSING[language]})\b", said, re.IGNORECASE)
