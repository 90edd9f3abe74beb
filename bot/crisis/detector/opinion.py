"""The second opinion: a linear model over words, pairs of words, and the lexicon's classes of them.

It may raise a message without any hit to a concern, and it orders messages below that. It never
lowers anything.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from bot.crisis.detector.verdict import Level

FILE = Path(__file__).with_name("opinion.json")
RAISES_TO = Level.CONCERN
LONGEST = 60
"""Words of a message that are read."""
_CERTAIN = 30.0

Classes = Mapping[str, Sequence[str]]
"""By word, the lexicon's classes that it stands in."""


class Opinion:
    """Weights of words, as `python -m benchmarks.train_crisis` writes them."""

    def __init__(
        self,
        weights: Mapping[str, float],
        bias: float,
        threshold: float,
        telling: Sequence[str],
        classes: Classes,
    ) -> None:
        self._weights = weights
        self._bias = bias
        self._classes = classes
        self.telling = telling
        """The words without which nothing is worth an opinion."""
        self.threshold = threshold
        """From here on it asks for a concern."""

    @classmethod
    def load(cls) -> Opinion:
        """The model that comes with the programme."""
        data = json.loads(FILE.read_text(encoding="utf-8"))
        return cls(
            data["weights"], data["bias"], data["threshold"], data["telling"], data["classes"]
        )

    def of(self, words: Sequence[str]) -> float:
        """How much a message sounds like distress, 0..1."""
        words = words[:LONGEST]
        weights = self._weights
        total = sum(weights.get(feature, 0.0) for feature in features(words, self._classes))
        total = self._bias + total / math.sqrt(max(len(words), 1))
        return 1.0 / (1.0 + math.exp(-max(-_CERTAIN, min(total, _CERTAIN))))


def features(words: Sequence[str], classes: Classes) -> set[str]:
    """What the model looks at: words, pairs of them, and both with classes in place of words."""
    seen = set(words)
    seen.update(f"{first} {second}" for first, second in pairwise(words))
    classed = [classes[word][0] if word in classes else word for word in words]
    seen.update(f"{{{name}}}" for word in words for name in classes.get(word, ()))
    seen.update(f"{{{first} {second}}}" for first, second in pairwise(classed))
    return seen
