"""Check-in words: what somebody answers when asked how they are."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from bot.reading.words import LONGEST, forms, languages, plain, table

Mood = Literal["good", "okay", "mixed", "low", "rough", "skip"]

MOODS: tuple[Mood, ...] = ("good", "okay", "mixed", "low", "rough")
"""In the order in which they are offered; typed figures count them from 1."""

_FACES: Mapping[str, Mood] = {
    **dict.fromkeys("😀😃😄😁😆😊☺😎🤗🥰😍🤩👍", "good"),
    **dict.fromkeys("🙂😌👌", "okay"),
    **dict.fromkeys("😐😑😶😕🫤🤷", "mixed"),
    **dict.fromkeys("🙁☹😟😔😢😥😓🥺👎", "low"),
    **dict.fromkeys("😞😣😖😫😩😭😰😨", "rough"),
}
_EMOTICONS: Mapping[str, Mood] = {
    **dict.fromkeys((":d", ":-d"), "good"),
    **dict.fromkeys((":)", ":-)"), "okay"),
    **dict.fromkeys((":|", ":-|", ":/", ":-/"), "mixed"),
    **dict.fromkeys((":(", ":-("), "low"),
    **dict.fromkeys((":'(", ":'-("), "rough"),
}


def read_word(text: str) -> Mood | None:
    """The check-in word that the whole message means, in any of our languages.

    "mir geht's gut", "not bad", "so-so", "🙂", "2". None for everything else: a word inside a
    sentence may mean the opposite, and so may one that languages read differently.
    """
    if len(text) > LONGEST:
        return None
    rest, faces = _apart(text)
    said = plain(rest.replace(",", " "))
    if not said:
        return faces.pop() if len(faces) == 1 else None
    word = _meant(said)
    # "okay 🙂" is one answer; "good 😭" is not.
    if word is None or any(not _agree(word, face) for face in faces):
        return None
    return word


@dataclass(frozen=True, slots=True)
class _Phrases:
    """A language's answers, and what may stand before and behind them."""

    lead: tuple[str, ...]
    trail: tuple[str, ...]
    moods: Mapping[str, Mood]


@lru_cache(maxsize=32)
def _phrases(language: str) -> _Phrases:
    words = table(language)["answer"]
    every: tuple[Mood, ...] = (*MOODS, "skip")
    moods = {form: mood for mood in every for form in forms(words[mood])}
    return _Phrases(("", *forms(words["lead"])), ("", *forms(words["trail"])), moods)


def _meant(said: str) -> Mood | None:
    if said in ("1", "2", "3", "4", "5"):
        return MOODS[int(said) - 1]
    meant = {mood for each in languages() if (mood := _in_phrases(said, _phrases(each)))}
    return meant.pop() if len(meant) == 1 else None


def _in_phrases(said: str, phrases: _Phrases) -> Mood | None:
    for lead in phrases.lead:
        for trail in phrases.trail:
            before, behind = lead and f"{lead} ", trail and f" {trail}"
            if len(said) > len(before + behind) and said.startswith(before):
                if not said.endswith(behind):
                    continue
                middle = said.removeprefix(before).removesuffix(behind).strip()
                if middle in phrases.moods:
                    return phrases.moods[middle]
    return None


def _apart(text: str) -> tuple[str, set[Mood]]:
    """The text without the faces in it, and what those mean."""
    # Skin tones, joiners, presentation marks and the signs of gender change nothing.
    bare = "".join(
        char
        for char in text
        if unicodedata.category(char) not in ("Cf", "Mn", "Sk") and char not in "♀♂"
    )
    faces = {_FACES[char] for char in bare if char in _FACES}
    words = "".join(" " if char in _FACES else char for char in bare).split()
    faces.update(_EMOTICONS[word.casefold()] for word in words if word.casefold() in _EMOTICONS)
    return " ".join(word for word in words if word.casefold() not in _EMOTICONS), faces


def _agree(word: Mood, face: Mood) -> bool:
    return word in MOODS and abs(MOODS.index(word) - MOODS.index(face)) <= 1
