"""The second opinion: a linear model over words, their letters, and neighbours.

It may raise a message without any hit to a concern, and together with a verdict's level it orders
messages. It never lowers a level. Messages that are not English it only orders: how everyday ones
sound there, nobody showed it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from sys import intern

import ahocorasick

from bot.crisis.detector.verdict import Level

FILE = Path(__file__).with_name("opinion.json")
LONGEST = 60
"""Words of a message that are read."""
LENGTH = 0.5
"""By this power of the number of words the sum of the weights is divided."""
FAINT = -3.5
"""Below these log odds by its words alone, the neighbours in a message are not looked at."""
PART = "\t"
"""Marks a part of a word; stands in no word itself."""
BEGIN, END = "<", ">"
"""Stand before the first word and behind the last one."""
_WORD = 30
"""Letters of an unknown word that are read."""
_GRAM = 4
"""Letters of a part of a word; `^` and `$` stand for its ends."""
ENGLISH = 0.5
"""The share of common words from which on a message is taken for English."""
_BELOW = 0.001
_CERTAIN = 30.0
_ODDS = {Level.NONE: 1.0, Level.CONCERN: 4.5, Level.HIGH: 20.0, Level.EMERGENCY: 55.0}
"""By what a level multiplies the odds that a message is worrying."""


class Opinion:
    """Weights, as `python -m benchmarks.train_crisis` writes them.

    Args:
        weights: of words, of two and three words with blanks between them, and, marked as
            `grams` does, of parts of words that are not among these. With three words, the first
            two are there too.
        common: words of everyday English.
    """

    def __init__(
        self,
        weights: Mapping[str, float],
        bias: float,
        threshold: float,
        common: Iterable[str],
    ) -> None:
        self._words: dict[str, float] = {}
        self._neighbours: dict[tuple[str, ...], float] = {}
        self._parts = ahocorasick.Automaton()
        self._parts.add_word("\0", 0.0)  # an empty one cannot be searched
        for key, weight in weights.items():
            if " " in key:
                self._neighbours[tuple(map(intern, key.split(" ")))] = weight
            elif key[0] != PART:
                self._words[key] = weight
            elif len(key) == 1 + _GRAM:
                self._parts.add_word(key[1:], weight)
            else:  # a word of one letter, with both of its ends
                self._words[key[2:-1]] = weight
        self._parts.make_automaton()
        self._bias = bias
        self._common = frozenset(common)
        self.threshold = threshold
        """From here on it asks for a concern."""

    @classmethod
    def load(cls) -> Opinion:
        """The model that comes with the programme."""
        data = json.loads(FILE.read_text(encoding="utf-8"))
        shared: dict[float, float] = {}
        weights = {key: shared.setdefault(w, w) for key, w in data["weights"].items()}
        return cls(weights, data["bias"], data["threshold"], data["common"])

    def of(self, words: Sequence[str]) -> float:
        """How much a message sounds like distress, 0..1."""
        words = words[:LONGEST]
        share = 1.0 / max(len(words), 1) ** LENGTH
        weights = [*map(self._words.get, words)]
        total = sum(filter(None, weights))
        unknown = [
            word[:_WORD] for word, known in zip(words, weights, strict=True) if known is None
        ]
        if unknown:
            total += sum([part for _, part in self._parts.iter(f"^{'$ ^'.join(unknown)}$")])
        if self._bias + total * share > FAINT:
            weight = self._neighbours.get
            row = (BEGIN, *words, END, "")
            for place, known in enumerate(map(weight, pairwise(row))):
                if known is not None:
                    total += known + weight(row[place : place + 3], 0.0)
        total = self._bias + total * share
        sure = 1.0 / (1.0 + math.exp(-max(-_CERTAIN, min(total, _CERTAIN))))
        if sure >= self.threshold and not self._is_english(words):
            return self.threshold - _BELOW
        return sure

    def _is_english(self, words: Sequence[str]) -> bool:
        return sum(word in self._common for word in words) >= ENGLISH * len(words)


def neighbours(words: Sequence[str]) -> Iterator[str]:
    """Two and three words that follow each other."""
    pairs = list(map(" ".join, pairwise((BEGIN, *words, END))))
    yield from pairs
    for pair, third in zip(pairs, (*words[1:], END), strict=False):
        yield f"{pair} {third}"


def grams(word: str) -> list[str]:
    """The parts of a word, marked as such; all of a short one."""
    return [PART + part for part in _parts(word)]


def _parts(word: str) -> list[str]:
    marked = f"^{word}$"
    return [marked[at : at + _GRAM] for at in range(max(len(marked) - _GRAM + 1, 1))]


def score(level: Level, opinion: float) -> float:
    """The level and the opinion in one figure, 0..1, by which messages are ordered."""
    odds = _ODDS[level] * opinion / max(1.0 - opinion, 1e-9)
    return odds / (1.0 + odds)
