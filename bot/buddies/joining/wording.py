"""Answers in words: what options are called, and which option a word means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from bot.buddies.joining.hours import PARTS
from bot.buddies.joining.items import ANY_TIME, ITEMS, LANGUAGES, OWN, Item, Said, answer
from bot.reading.words import plain
from bot.texts import Texts


def label(texts: Texts, language: str, item: Item, option: str) -> str:
    """What an answer is called."""
    if option.startswith(OWN):
        return option.removeprefix(OWN)
    if item.name == "languages":
        return _language_name(option, language)
    return texts.line(language, f"joining-option-{item.name}-{option}")


def labels(texts: Texts, language: str, item: Item, answers: Sequence[str]) -> str:
    """Several answers on one line."""
    if item.name == "hours" and set(answers) >= set(PARTS):
        answers = [ANY_TIME]
    return "; ".join(label(texts, language, item, each) for each in answers)


def described(texts: Texts, language: str, said: Said, item: str) -> str:
    """What somebody said to an item, in words; what it means where they said nothing."""
    answers = answer(said, item)
    if answers:
        return labels(texts, language, ITEMS[item], answers)
    return texts.line(language, f"joining-nothing-{item}")


def typed_words(texts: Texts, language: str, option: str) -> tuple[str, ...]:
    """What else an option or a group of them is called when typed."""
    text_id = f"joining-option-{option}.words"
    if not texts.has(language, text_id):
        return ()
    return tuple(word.strip() for word in texts.line(language, text_id).split(","))


def known(texts: Texts, language: str, item: Item) -> dict[str, str]:
    """The options of an item by all they are called, in plain form; one's own language wins."""
    found: dict[str, str] = {}
    for tried in (*(each for each in texts.languages if each != language), language):
        if item.name == "languages":
            found |= _languages_in(tried)
        for name in (*item.options, *item.groups):
            words = typed_words(texts, tried, f"{item.name}-{name}")
            if item.name != "languages" and name in item.options:
                words = (label(texts, tried, item, name), name, *words)
            found |= {plain(word): name for word in words}
    return found


@lru_cache(maxsize=8)
def _languages_in(language: str) -> Mapping[str, str]:
    """Languages by what they are called in this one, and in themselves. Source: CLDR."""
    names = {
        plain(name): code
        for code, name in sorted(Locale.parse(language).languages.items(), reverse=True)
        if "_" not in code and len(code) == 2
    }
    own = {plain(_language_name(code, language)): code for code in LANGUAGES}
    return names | own | {code: code for code in LANGUAGES}


@lru_cache(maxsize=256)
def _language_name(code: str, language: str) -> str:
    """In the language itself, where that is known."""
    try:
        name = Locale.parse(code).get_language_name(code)
    except (ValueError, UnknownLocaleError):
        name = None
    name = name or Locale.parse(language).languages.get(code) or code
    return name[:1].upper() + name[1:]
