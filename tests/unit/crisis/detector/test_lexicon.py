"""The examples of every language's file, and what a file must not hold."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pytest

from bot.crisis.detector import Detector, lexicon
from bot.crisis.detector.lexicon import Harmless, LexiconError, Rule
from bot.crisis.detector.patterns import PatternError, parse

LANGUAGES = lexicon.languages()


@lru_cache(maxsize=2)
def only(code: str) -> Detector:
    return Detector([code])


def entries(kind: str) -> Iterator[Any]:
    for code in LANGUAGES:
        for entry in getattr(lexicon.read(code), kind):
            yield pytest.param(code, entry, id=f"{code}-{entry.name}")


@pytest.mark.parametrize(("code", "rule"), list(entries("rules")))
def test_a_rule_finds_its_examples_and_spares_the_others(code: str, rule: Rule) -> None:
    """Who changes a rule sees at once which of its own examples no longer holds."""
    detector = only(code)

    missed = [text for text in rule.fires if rule.name not in detector.classify(text).reasons]
    wrong = [text for text in rule.silent if rule.name in detector.classify(text).reasons]

    assert (missed, wrong) == ([], [])


@pytest.mark.parametrize(("code", "entry"), list(entries("harmless")))
def test_a_harmless_entry_lowers_its_examples_and_nothing_else(code: str, entry: Harmless) -> None:
    """An idiom must not alert, and must not hide what is meant."""
    detector = only(code)

    loud = [text for text in entry.quiet if detector.classify(text).level > entry.to]
    hidden = [text for text in entry.alerts if detector.classify(text).level <= entry.to]

    assert (loud, hidden) == ([], [])


def test_the_languages_that_were_promised_are_there() -> None:
    """A community finds its language, or learns that it is missing before it relies on it."""
    promised = {"en", "es", "fr", "de", "pt", "it", "nl", "pl", "ru", "tr", "ar", "hi", "zh", "ja"}

    assert promised - set(LANGUAGES) == set()


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_speaks_of_each_danger(code: str) -> None:
    """No language may know suicide only: overdoses and violence are as likely."""
    topics = {rule.topic for rule in lexicon.read(code).rules}

    assert topics >= {"suicide", "self_harm", "overdose", "domestic_violence", "substance"}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"level": "urgent"}, "no level is called 'urgent'"),
        ({"topic": "weather"}, "weather"),
        ({"patterns": "want {dye}"}, "dye"),
        ({"patterns": "want [die"}, "cannot read"),
        ({"patterns": "(maybe)"}, "nothing must be there"),
        ({"fires": []}, "examples"),
        ({"keep": "nothing-like-it"}, "nothing-like-it"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_mistake_in_a_file_is_named(change: dict[str, Any], says: str) -> None:
    """The files are written by people who do not read tracebacks."""
    rule = {
        "name": "wish-to-die",
        "level": "high",
        "topic": "suicide",
        "patterns": "want to die",
        "comment": "A wish.",
        "fires": ["want to die"],
        "silent": ["want to dye"],
    }

    with pytest.raises(LexiconError, match=says):
        lexicon.from_data("en", {"language": "en", "rule": [rule | change]})


def test_a_pattern_says_where_it_cannot_be_read() -> None:
    """A bracket that nobody closed is the usual slip."""
    with pytest.raises(PatternError, match="want"):
        parse("i {want} to [die")
