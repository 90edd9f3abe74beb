"""The words of our languages, and the plain form in which typed text is compared with them."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

LONGEST = 80
"""Characters; whatever is longer is prose and not read."""

_LOCALES = Path(__file__).parents[1] / "locales"
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_LONGEST_SHORT_FORM = 3

T = TypeVar("T")


def plain(text: str, strip: str = " .,;!¡") -> str:
    """Lower case, without accents, apostrophes, doubled blanks, and `strip` at both ends."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(
        char for char in decomposed if unicodedata.category(char)[0] != "M" and char not in "'’`´"
    )
    return " ".join(kept.split()).strip(strip)


def spaced(said: str) -> str:
    """Figures and letters apart: "9am" becomes "9 am"."""
    return re.sub(r"(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)", " ", said)


def forms(phrases: Iterable[str]) -> tuple[str, ...]:
    """The phrases in plain form, umlauts also as "ae"; the longest first."""
    found = {
        plain(form) for phrase in phrases for form in (phrase, phrase.lower().translate(_SPELT_OUT))
    }
    return tuple(sorted(found, key=lambda form: (-len(form), form)))


def keyed(phrases: Mapping[str, T]) -> dict[str, T]:
    """The same table under every form of its keys."""
    return {form: value for phrase, value in phrases.items() for form in forms([phrase])}


def numbered(names: Iterable[list[str]], first: int, *, short_forms: bool) -> dict[str, int]:
    """Names in a fixed order (weekdays, months), each as its number.

    Every entry begins with the full name; without `short_forms` the shortest others are left out.
    """
    return {
        form: number
        for number, (name, *others) in enumerate(names, first)
        for form in forms([name, *others])
        if short_forms or form in forms([name]) or len(form) > _LONGEST_SHORT_FORM
    }


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases in plain form; of no phrases, for no characters."""
    return "(?:" + "|".join(map(re.escape, sorted(phrases, key=len, reverse=True))) + ")"


def number(said: str, spoken: Mapping[str, int]) -> int:
    """A number in figures or as a word."""
    return spoken[said] if said in spoken else int(said)


def without_lead(said: str, leads: Iterable[str]) -> str:
    """The words without the first lead that they begin with."""
    for lead in leads:
        if said.startswith(f"{lead} "):
            return said[len(lead) + 1 :]
    return said


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """Every language that has words, in a fixed order."""
    return tuple(sorted(path.parent.name for path in _LOCALES.glob("*/words.toml")))


@lru_cache(maxsize=32)
def table(language: str) -> Mapping[str, Any]:
    """A language's words as they stand in its file."""
    return tomllib.loads((_LOCALES / language / "words.toml").read_text(encoding="utf-8"))


def first_reading(text: str, language: str, read: Callable[[str, bool], T | None]) -> T | None:
    """What the first language makes of the text: the member's own, then the others.

    Args:
        read: takes a language and whether it is the member's own; None if it makes nothing of it.
    """
    if len(text) > LONGEST:
        return None
    for tried in sorted(languages(), key=lambda each: each != language):
        if (found := read(tried, tried == language)) is not None:
            return found
    return None
