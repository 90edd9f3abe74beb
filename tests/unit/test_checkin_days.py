"""Days of the week, as people type them."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.checkins.days import UnclearDaysError, name_days, read_days
from tests.support.texts import own_texts

TEXTS = own_texts()
ALL = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]


def read(words: str, language: str) -> int:
    every, weekdays, weekend = (
        TEXTS.line(language, f"checkin-days-{name}") for name in ("every", "weekdays", "weekend")
    )
    return read_days(words, language, every, weekdays, weekend)


def days(mask: int) -> str:
    return " ".join(name for number, name in enumerate(ALL) if mask >> number & 1)


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("en", "every day", "Mo Tu We Th Fr Sa Su"),
        ("en", "Daily.", "Mo Tu We Th Fr Sa Su"),
        ("en", "weekdays", "Mo Tu We Th Fr"),
        ("en", "weekend", "Sa Su"),
        ("en", "Mon, Wed, Fri", "Mo We Fr"),
        ("en", "mon wed fri", "Mo We Fr"),
        ("en", "Mondays and Thursdays", "Mo Th"),
        ("en", "on Sunday", "Su"),
        ("en", "tu/th", "Tu Th"),
        ("en", "Mon-Fri", "Mo Tu We Th Fr"),
        ("en", "Monday to Wednesday", "Mo Tu We"),
        ("en", "fri – mon", "Mo Fr Sa Su"),
        ("de", "jeden Tag", "Mo Tu We Th Fr Sa Su"),
        ("de", "werktags", "Mo Tu We Th Fr"),
        ("de", "am Wochenende", "Sa Su"),
        ("de", "Mo, Mi, Fr", "Mo We Fr"),
        ("de", "Mo., Mi. und So.", "Mo We Su"),
        ("de", "montags und donnerstags", "Mo Th"),
        ("de", "Montag bis Mittwoch", "Mo Tu We"),
        ("de", "Mo-Fr", "Mo Tu We Th Fr"),
        ("es", "todos los días", "Mo Tu We Th Fr Sa Su"),
        ("es", "todos los dias", "Mo Tu We Th Fr Sa Su"),
        ("es", "entre semana", "Mo Tu We Th Fr"),
        ("es", "fin de semana", "Sa Su"),
        ("es", "lun, mié, vie", "Mo We Fr"),
        ("es", "miercoles y sabado", "We Sa"),
        ("es", "los sábados", "Sa"),
        ("es", "de lunes a miércoles", "Mo Tu We"),
        # Full names of our other languages are known too.
        ("de", "Monday and Friday", "Mo Fr"),
        ("en", "lunes", "Mo"),
    ],
)
def test_days_are_read_as_they_are_meant(language: str, words: str, expected: str) -> None:
    """Names in full or short, with and without accents, from one day to another."""
    assert days(read(words, language)) == expected


@pytest.mark.parametrize("language", ["de", "en", "es"])
@pytest.mark.parametrize(
    "words", ["", " ", "and", "never", "s", "Mon, Wensday", "mon to", "mon -", "1,2,3", "x" * 5000]
)
def test_days_that_are_unclear_are_refused(language: str, words: str) -> None:
    """Being asked on the wrong days is worse than a question."""
    with pytest.raises(UnclearDaysError):
        read(words, language)


@given(st.integers(1, 0b1111111), st.sampled_from(["de", "en", "es"]))
def test_days_come_back_as_they_are_shown(mask: int, language: str) -> None:
    """Whoever copies the answer and sends it gets the same days."""
    assert read(name_days(mask, language), language) == mask


@given(st.text(), st.sampled_from(["de", "en", "es"]))
def test_no_words_break_the_reading(words: str, language: str) -> None:
    """Some days, or a kind refusal."""
    with suppress(UnclearDaysError):
        assert 0 < read(words, language) <= 0b1111111
