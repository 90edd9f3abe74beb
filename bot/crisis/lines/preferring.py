"""How a member wants to be helped: `country`, `prefer`.

Only what they say themselves is kept; of those who have not joined, nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.crisis.lines.choosing import Prefers
from bot.crisis.lines.helplines import Country, HelpLines
from bot.crisis.lines.wording import name_of
from bot.errors import HandrailError
from bot.platform import Action, Choices, Reply
from bot.reading.words import forms, plain
from bot.richtext import Body
from bot.texts import Texts
from bot.turn import COMMAND_PROMPT, Turn
from storage import lines


class UnknownCountryError(HandrailError):
    """No country goes by these words; what was kept stays."""

    text_id = "country-unknown"


class Preferring:
    """What members can say about it.

    Args:
        named: the country that words name; None if none.
    """

    def __init__(self, directory: HelpLines, named: Callable[[str], Country | None]) -> None:
        self._directory = directory
        self._named = named

    def country(self, turn: Turn) -> Sequence[Action]:
        """`country [name | forget]`: whose help lines they are shown."""
        person, said = turn.person.id, turn.words("country")
        if said is None:
            kept = self._directory.country(lines.choice_of(turn.tx, person).country)
            if kept is None:
                return [turn.answer("country-none")]
            return [turn.answer("country-is", country=name_of(kept, turn.language))]
        if plain(said) in _words_for(turn.texts, "country-forgotten"):
            lines.set_country(turn.tx, person, None)
            return [turn.answer("country-forgotten")]
        named = self._named(said)
        if named is None:
            raise UnknownCountryError("no such country")
        return [keep_country(turn, named)]

    def prefer(self, turn: Turn) -> Sequence[Action]:
        """`prefer text|call|either`: which lines come first."""
        way = turn.words("way") or "either"
        lines.set_prefers(turn.tx, turn.person.id, None if way == "either" else way)
        return [turn.answer(f"prefer-{way}", _door(turn))]


def prefers_of(turn: Turn) -> Prefers | None:
    """Whether the member would rather write or call; None if they never said."""
    way = lines.choice_of(turn.tx, turn.member.id).prefers if turn.member else None
    return "text" if way == "text" else ("call" if way == "call" else None)


def may_ask(turn: Turn) -> bool:
    """Whether to ask now for the member's country; once in all."""
    if turn.member is None or turn.member.stopped_at is not None:
        return False
    choice = lines.choice_of(turn.tx, turn.member.id)
    if choice.country is not None or choice.asked_at is not None:
        return False
    lines.asked_country(turn.tx, turn.member.id, turn.now)
    return True


def keep_country(turn: Turn, country: Country) -> Reply:
    """Keep the member's country, and say so. Raises: as `Turn.person`."""
    lines.set_country(turn.tx, turn.person.id, country.code)
    return turn.answer("country-kept", _door(turn), country=name_of(country, turn.language))


def keep_way(turn: Turn, way: Prefers) -> Body:
    """Keep which lines a member likes better, and say so; of others nothing is kept."""
    if turn.member is None or turn.member.stopped_at is not None:
        return ()
    lines.set_prefers(turn.tx, turn.member.id, way)
    return turn.body(f"prefer-{way}")


def _door(turn: Turn) -> Choices:
    return Choices(prompt=COMMAND_PROMPT, options=(turn.option("help now", "door-help"),))


def _words_for(texts: Texts, text_id: str) -> frozenset[str]:
    """What also means a text when typed, in all our languages, in plain form."""
    phrases = [
        word
        for language in texts.languages
        if texts.has(language, f"{text_id}.words")
        for word in texts.line(language, f"{text_id}.words").split(",")
    ]
    return frozenset(forms(phrases))
