"""What is said about dates and goals: safe on a lock screen, safety first, never a loss."""

from __future__ import annotations

import re

import pytest

from bot.checkins.dates.milestones import USUAL, read_marks
from bot.checkins.dates.offers import listed_offers
from bot.richtext import plain
from bot.settings import CommunitySettings
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


def test_what_the_file_says_is_offered() -> None:
    """A list, a room and chips; a community without them offers nothing."""
    said = CommunitySettings.model_validate(
        {
            "name": "Harbour",
            "spaces": ["discord:1"],
            "milestones": ["30d", "years"],
            "milestone_room": "discord:2",
            "milestone_chips": ["30d=discord:3"],
        }
    )
    silent = CommunitySettings.model_validate({"name": "Lake", "spaces": ["discord:9"]})
    offers = listed_offers([(said, 7), (silent, 8)])
    transaction: object = None

    offer, nothing = offers(transaction, 7), offers(transaction, 8)  # type: ignore[arg-type]

    assert offer.marks == read_marks(["30d", "years"])
    assert offer.rooms["discord"].channel == "2"
    place, role = offer.chips["30d"]
    assert (place.space, role) == ("1", "3")
    assert (nothing.marks, nothing.rooms, nothing.chips) == (None, {}, {})
    assert USUAL.every_year
