"""How terms become keys, and how words one letter away are found."""

from __future__ import annotations

import pytest

from bot.crisis.detector import lexicon
from bot.crisis.detector.normalise import words_of
from bot.crisis.detector.terms import Terms, keys_of
from bot.crisis.detector.typos import OneLetterAway


@pytest.mark.parametrize("code", lexicon.languages())
def test_many_terms_at_once_are_read_like_each_alone(code: str) -> None:
    """The quick way must not let one term change how its neighbour is read."""
    for terms in lexicon.read(code).classes.values():
        assert words_of(terms) == [words_of([term])[0] for term in terms]


@pytest.mark.parametrize(
    ("term", "keys"),
    [
        ("want to die", ["want to die"]),
        ("Don't", ["dont"]),
        ("suicid*", ["suicid*"]),
        ("über", ["uber", "ueber"]),
    ],
)
def test_a_term_is_found_however_it_is_spelt(term: str, keys: list[str]) -> None:
    """The lexicon's authors write terms as they are spelt."""
    assert list(keys_of([term])) == keys


def terms_of(*groups: str, prefixes: tuple[str, ...] = ()) -> Terms:
    terms = Terms()
    terms.glue(prefixes)
    for group in groups:
        terms.group(keys_of([group], prefixes), tuple)
    terms.finish()
    return terms


def test_the_words_of_a_term_stand_together_in_one_sentence() -> None:
    """A comma may stand between them, the end of a sentence may not."""
    terms = terms_of("want to die")

    assert "want to die" in terms.look(" i want , to die ")[0]
    assert "want to die" not in terms.look(" i want | to die ")[0]


def test_places_are_counted_in_words() -> None:
    """Ends of sentences are no words; an open end takes the whole word."""
    found = terms_of("want to die", "pill*").places(" hello | i want to die | pills now ")

    assert list(found.spans(0)) == [(2, 5)]
    assert list(found.spans(1)) == [(5, 6)]


def test_a_prefix_is_glued_to_the_first_word_only() -> None:
    """Arabic writes "and" and "the" without a blank."""
    terms = terms_of("abc def", prefixes=("x",))

    assert list(terms.places(" xabc def ").spans(0)) == [(0, 2)]
    assert list(terms.places(" abc xdef ").spans(0)) == []


@pytest.mark.parametrize(
    ("said", "near"),
    [
        ("suicde", "suicide"),
        ("suiciide", "suicide"),
        ("suicdie", "suicide"),
        ("suizide", None),  # another letter is another word
        ("uicide", None),  # nobody misses the first letter
        ("weather", None),
    ],
)
def test_a_slip_of_one_letter_is_seen_and_no_other(said: str, near: str | None) -> None:
    """Guessing further would find words that nobody meant."""
    assert OneLetterAway(["suicide", "overdose"]).find(said) == near


def test_a_language_without_latin_letters_has_no_such_slips() -> None:
    """Its detector is made, and works, all the same."""
    assert OneLetterAway(["自杀"]).find("weather") is None
