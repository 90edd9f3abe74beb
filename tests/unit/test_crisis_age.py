"""Who says that they are young, and who tells how long something lasts."""

from __future__ import annotations

import time

import pytest

from bot.crisis.watching.age import says_young


@pytest.mark.parametrize(
    "words",
    [
        "I'm 15 and I can't anymore",
        "im 14.",
        "i’m only 16 years old",
        "I am a 13 year old girl",
        "I'm 17yo",
        "ich bin 15",
        "Ich bin erst 14 Jahre alt und weiß nicht weiter",
        "tengo 15 años y no puedo más",
        "j'ai 14 ans",
        "ho 16 anni",
        "tenho 13 anos",
        "ik ben 15 en wil niet meer",
        "mam 16 lat",
        "мне 15 лет",
        "15 yaşındayım",
        "我15岁",
        "मैं 15 साल की हूँ",
        "عمري 15 سنة",
    ],
)
def test_an_age_below_eighteen_is_heard(words: str) -> None:
    """So that the team is told not to write to them alone."""
    assert says_young(words)


@pytest.mark.parametrize(
    "words",
    [
        "I'm 15 days sober",
        "i am 12 hours in",
        "I'm 10 minutes away",
        "I'm 18",
        "I'm 35 and tired",
        "I'm 150",
        "my son is 15",
        "my 15 year old is gone",
        "ich bin 15 Tage trocken",
        "ich bin seit 15 Jahren hier",
        "tengo 15 años de sobriedad",
        "tengo 15 años sin beber",
        "j'ai 15 ans de sobriété",
        "it's 15 past nine",
        "",
    ],
)
def test_a_span_of_time_is_no_age(words: str) -> None:
    """Somebody who counts their days is not taken for a child."""
    assert not says_young(words)


def test_it_is_quick_whatever_is_written() -> None:
    """A long message must not hold up the reply."""
    began = time.perf_counter()
    for words in ("i'm " * 2000, "I'm 1" * 1600, "a" * 8000, "ich bin erst " * 600):
        says_young(words)

    assert time.perf_counter() - began < 0.5
