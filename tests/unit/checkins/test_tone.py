"""Every text in every language: nothing that blames its reader."""

from __future__ import annotations

import re
from functools import cache

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Attribute, BaseNode, Message, TextElement

from bot.texts import LOCALES

LANGUAGES = sorted(path.name for path in LOCALES.iterdir() if path.is_dir())

# What one says to somebody who is to feel bad about it, or about days that are over.
BLAME = {
    "en": r"you (forgot to|missed|lost|broke|ruined|blew|skipped|gave up|slipped|should(n't)? have)"
    r"|you didn't (manage|keep|make|even)|you ought|(?<!not )(?<!isn't )your (own )?fault|overdue"
    r"|disappoint\w*|shame on|back to (zero|day one)|from zero|starts? over|reset to|try harder"
    r"|no excuses?|weak|cheat(ed|ing)?|gave in|on the wagon|sober again",
    "de": r"du hast (\w+ )?(vergessen|verpasst|versäumt|verloren|aufgegeben|nachgegeben)"
    r"|hättest du|du hättest|(?<!nicht )deine (eigene )?Schuld|selbst schuld|überfällig\w*"
    r"|enttäusch\w*|(bei|von|auf) null|wieder von vorn|reiß dich|streng dich|schwach|Ausrede\w*"
    r"|schäm dich|Rückfall\w*",
    "es": r"(te )?(olvidaste|perdiste|saltaste|rendiste|abandonaste)|has (olvidado|perdido|fallado)"
    r"|deberías haber|tenías que|debiste|(?<!no es )(?<!no fue )(por )?tu culpa|decepci\w*"
    r"|atrasad[oa]s?|(a|de|desde) cero|volver a empezar|esfuérzate|débil|excusas?"
    r"|vergüenza debería|recaíste",
}
FORMER = re.compile(r"streaks?|clean|committed|fail(ed|ure)?|addict(s|ed)?", re.IGNORECASE)


@cache
def messages(language: str) -> dict[str, Message]:
    """Every message, from all files of a language."""
    return {
        entry.id.name: entry
        for path in sorted((LOCALES / language).glob("*.ftl"))
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body
        if isinstance(entry, Message)
    }


def written(language: str) -> dict[str, str]:
    """The words that are shown of each message; what members may type is theirs to choose."""
    return {name: _words(message) for name, message in messages(language).items()}


def _words(node: BaseNode) -> str:
    if isinstance(node, TextElement):
        return node.value
    if isinstance(node, Attribute) and node.id.name == "words":
        return ""
    children = [
        child
        for value in vars(node).values()
        for child in (value if isinstance(value, list) else [value])
        if isinstance(child, BaseNode)
    ]
    return " ".join(map(_words, children))


def test_every_language_has_its_list() -> None:
    """A language that is added brings what blame sounds like in it."""
    assert set(LANGUAGES) == set(BLAME)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_blames_its_reader(language: str) -> None:
    """What was not done is nobody's fault here, and nothing begins at zero."""
    blame = re.compile(rf"\b({BLAME[language]})\b", re.IGNORECASE)
    found = {
        name: match[0]
        for name, words in written(language).items()
        if (match := blame.search(words))
    }

    assert len(written(language)) > 500
    assert not found


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_borrows_a_word_that_english_avoids(language: str) -> None:
    """ "Clean" and "streak" are said in other languages too."""
    found = {
        name: match[0]
        for name, words in written(language).items()
        if (match := re.search(rf"\b({FORMER.pattern})\b", words, re.IGNORECASE))
    }

    assert not found


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "You missed three days."),
        ("en", "Your counter starts over."),
        ("de", "Du hast gestern vergessen zu antworten."),
        ("de", "Es geht wieder bei null los."),
        ("es", "Olvidaste responder."),
        ("es", "Empiezas de cero."),
    ],
)
def test_the_check_would_notice(language: str, sentence: str) -> None:
    """A check that cannot find anything protects nobody."""
    assert re.search(rf"\b({BLAME[language]})\b", sentence, re.IGNORECASE)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text_id",
    ["missing-word", "missing-asleep", "hearing-ask", "hearing-silent", "checkin-evening-question"],
)
def test_what_comes_unasked_begins_with_a_line_that_anybody_may_read(
    language: str, text_id: str
) -> None:
    """On a lock screen: no word of recovery, of feelings, or of not having answered."""
    telling = (
        r"days?|answer\w*|feel\w*|sober|recover\w*|Tage?|geantwortet|Gefühl\w*|días?|respond\w*"
    )
    shown = messages(language)[text_id].value
    assert shown is not None
    first = _words(shown).splitlines()[0]

    assert first
    assert not re.search(rf"\b({telling})\b", first, re.IGNORECASE)
