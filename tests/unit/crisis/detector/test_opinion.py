"""What the second opinion may and may not do."""

from __future__ import annotations

import math

import pytest

from bot.crisis.detector.opinion import LENGTH, LONGEST, PART, Opinion, grams, score
from bot.crisis.detector.verdict import Level


@pytest.fixture(scope="module")
def opinion() -> Opinion:
    return Opinion.load()


def test_distress_in_words_of_no_rule_outranks_an_ordinary_day(opinion: Opinion) -> None:
    """It orders what the rules say nothing about."""
    grave = opinion.of(["cant", "keep", "living", "like", "this", "it", "hurts", "too", "much"])
    ordinary = opinion.of(["anyone", "up", "for", "a", "game", "later", "tonight"])

    assert grave > 0.5 > 0.1 > ordinary


def test_a_slip_of_the_fingers_changes_little(opinion: Opinion) -> None:
    """A word that it never saw is judged by its letters."""
    meant = opinion.of(["i", "took", "all", "my", "pills"])
    typed = opinion.of(["i", "took", "all", "my", "pillls"])

    assert typed > meant / 2


@pytest.mark.parametrize("word", ["zzqm", "m$", "q"])
def test_an_unknown_word_is_judged_by_its_own_letters_alone(word: str) -> None:
    """Where one word ends and the next begins, there is no part of a word."""
    weights = {PART + part: 0.5 for part in ("^zzq", "zqm$", "^m$", "^q$", "m$^q", "$^xx")}
    judge = Opinion(weights, 0.0, 1.0, ())

    def weight(*words: str) -> float:
        sure = judge.of(words)
        return math.log(sure / (1.0 - sure)) * math.pow(len(words), LENGTH)

    alone = 0.5 * sum(part in weights for part in grams(word))
    assert weight(word) == pytest.approx(alone)
    assert weight(word, "xx", word) == pytest.approx(2 * alone)


def test_another_language_is_never_raised(opinion: Opinion) -> None:
    """Nobody showed it everyday messages there, so it would cry wolf."""
    for text in ("ich will sterben ich will nicht mehr leben", "quiero morir me quiero matar ya"):
        assert 0.5 < opinion.of(text.split()) < opinion.threshold


def test_nothing_and_very_much_are_judged_too(opinion: Opinion) -> None:
    """It runs on whatever somebody writes; only the beginning is read."""
    words = ["die"] * LONGEST

    assert 0.0 <= opinion.of([]) <= 1.0
    assert opinion.of(words) == opinion.of([*words, "lovely"]) <= 1.0


@pytest.mark.parametrize("sure", [0.0, 0.01, 0.5, 0.99, 1.0])
def test_a_graver_level_scores_higher(sure: float) -> None:
    """At the same opinion the order of the levels is kept."""
    scores = [score(level, sure) for level in Level]

    assert scores == sorted(scores)
    assert all(0.0 <= each <= 1.0 for each in scores)
