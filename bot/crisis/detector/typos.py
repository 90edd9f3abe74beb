"""Slips of the finger: those that are expected of some words, and words one letter away."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence, Set

from bot.crisis.detector.lexicon import Language
from bot.crisis.detector.terms import plain

LENGTHS = range(5, 15)
"""Letters of the words that are looked for one letter away."""
_SHORTEST_LOSS = 5


def expected(languages: Sequence[Language], words: Set[str]) -> dict[str, str]:
    """Misspelt terms, and what they stand for; nothing that is a word itself."""
    common = {word for language in languages for word in language.common}
    table: dict[str, str] = {}
    for language in languages:
        for wrong, right in language.spellings.items():
            if plain(wrong) and plain(wrong) != plain(right):
                table[plain(wrong)] = plain(right)
    for language in languages:
        for word in language.typos:
            for typo in (word.replace(" ", ""),) if " " in word else _slips(word):
                if typo not in words and not common.issuperset(typo.split()):
                    table.setdefault(typo, word)
    return table


def _slips(word: str) -> Iterator[str]:
    """What fingers make of a word: a letter lost, doubled or swapped, a blank inside."""
    last = len(word) - 1
    for place in range(len(word)):
        if place and len(word) >= _SHORTEST_LOSS:
            yield word[:place] + word[place + 1 :]
        if place < last:
            yield word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        yield word[:place] + word[place] + word[place:]
        if place:
            yield f"{word[:place]} {word[place:]}"
    if "u" in word:
        yield word.replace("u", "v")


class OneLetterAway:
    """Finds the word that another becomes by one letter lost, added or moved.

    Two words are near when they are equal once each has lost a letter, or none. What the words are
    without a letter would take many megabytes as strings; so this is a hash table of their
    numbers alone, and a word's own letters tell whether it is the one.
    """

    def __init__(self, words: Iterable[str]) -> None:
        """The first of the words is found where several are near."""
        fit = (word for word in words if len(word) in LENGTHS and word.isascii())
        self._words = ["", *dict.fromkeys(word for word in fit if word.isalpha())]
        size = 3 * sum(map(len, self._words)) + 1
        self._slots = array("H" if len(self._words) < 1 << 16 else "I", [0]) * size
        for number, word in enumerate(self._words):
            for rest in _rests(word):
                slot = hash(rest) % len(self._slots)
                while self._slots[slot]:
                    slot = (slot + 1) % len(self._slots)
                self._slots[slot] = number

    def find(self, word: str) -> str | None:
        """The near word; None without any."""
        near = self._first_near(word)
        # Another letter in the same place is another word.
        if near is None or (len(near) == len(word) and sorted(near) != sorted(word)):
            return None
        return near

    def _first_near(self, word: str) -> str | None:
        """The first word that can leave one of the rests that this one leaves."""
        slots, words, size = self._slots, self._words, len(self._slots)
        for rest in _rests(word):
            slot = hash(rest) % size
            while number := slots[slot]:
                near = words[number]
                if near[0] == rest[0] and len(near) - len(rest) in (0, 1) and rest in _rests(near):
                    return near
                slot = (slot + 1) % size
        return None


def _rests(word: str) -> list[str]:
    """The word, and the word without one of its letters; the first letter is never lost."""
    return [word, *[word[:place] + word[place + 1 :] for place in range(1, len(word))]]
