"""Trains the detector's second opinion: `python -m benchmarks.train_crisis [FOLDER]`.

A logistic regression over words, their letters, their neighbours and the lexicon's classes of
them, on the corpora whose licence and rules allow it and on the project's own sentences. It
writes `bot/crisis/detector/opinion.json`; the same input gives the same file.

Every feature counts as often as it stands in a message. So the weight of a word, of its letters
and of its classes are added up once, here, and the detector looks up one figure per word.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks import regression
from benchmarks.regression import Floats
from benchmarks.sentences import own_sentences
from bot.crisis.detector import lexicon, opinion
from bot.crisis.detector.message import PUNCTUATION
from bot.crisis.detector.normalise import normalise

SENTENCES = Path("tests/unit/crisis/detector/sentences_en.txt")
EVERYDAY = {"benign_goemotions": 0.5, "benign_irc_ubuntu": 0.2}
"""What a message of each corpus counts; one of our own sentences counts 1."""
SUPPORT, CONCERN = 2.0, 0.3
"""The same of our own sentences for support that is sought without danger, and for concern: what
parts these two is slight, and it is danger that must not be missed."""
OTHER_LANGUAGES = 4.0
"""The same of a quiet message that is not English: there are no everyday ones to train with."""
SEEKERS = ("listening", "seekers", "troubles", "turns")
"""Files of our own whose quiet messages are of people who look for support."""
QUIET_EVERYDAY = 1.0
"""Messages in a thousand of the everyday corpora that may reach the threshold."""
QUIET_SUPPORT = 15.0
"""The same for our own messages of people who look for support and are in no danger, written to be
mistaken: real ones reach it less often."""
PARTS = 3
"""The threshold is set on messages that the weights were not trained on, a part at a time."""

SMOOTHING = 0.1
LEAST = 0.45
"""Lighter weights are not written, but for those of frequent words."""
FREQUENT = 30
COMMON = 2_000
"""The words of English by which it is told from other languages."""
OWN = 3
"""As often as a word of an everyday message counts one of ours for that: they are fewer."""

Classes = dict[str, list[str]]
"""By word, or words with blanks between them, the lexicon's classes that it stands in."""


@dataclass(frozen=True, slots=True)
class Example:
    words: list[str]
    worrying: bool
    counts: float
    kind: str = ""
    """`everyday` or `support` where it helps to set the threshold."""

    english: bool = True

    @property
    def part(self) -> int:
        return hashlib.sha256(" ".join(self.words).encode()).digest()[0] % PARTS


def examples(folder: Path) -> Iterator[Example]:
    """Everything that may train weights."""
    for name, counts in EVERYDAY.items():
        for row in _rows(folder, name):
            yield Example(_words(row["text"]), False, counts, "everyday")
    for row in _rows(folder, "indomain_counselchat_questions"):
        yield Example(_words(row["text"]), False, 0.3)
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        label, _, text = line.partition("|")
        yield Example(_words(text), not label.startswith("none"), 0.7)
    for row in own_sentences(kept_aside=False):
        worrying = row["level"] != "none"
        support = row["file"] in SEEKERS and not worrying
        counts = CONCERN if row["level"] == "concern" else 1.0
        if not worrying:
            counts = SUPPORT if support else _quiet(row["lang"])
        kind = "support" if support else ""
        yield Example(_words(row["text"]), worrying, counts, kind, row["lang"] == "en")
    for code in lexicon.languages():
        yield from _lexicon(code)


def _lexicon(code: str) -> Iterator[Example]:
    language = lexicon.read(code)
    for rule in language.rules:
        for text in rule.fires:
            worrying = rule.topic != "abuse"
            counts = 1.0 if worrying else _quiet(code)
            yield Example(_words(text), worrying, counts, english=code == "en")
        for text in rule.silent:
            yield Example(_words(text), False, _quiet(code), english=code == "en")
    for entry in language.harmless:
        for text in entry.quiet:
            yield Example(_words(text), False, _quiet(code), english=code == "en")
        for text in entry.alerts:
            yield Example(_words(text), True, 1.0, english=code == "en")


def _quiet(language: str) -> float:
    return 1.0 if language == "en" else OTHER_LANGUAGES


def classes() -> Classes:
    """The English lexicon's classes, of terms of up to three whole words."""
    found: dict[str, set[str]] = {}
    for name, terms in lexicon.read("en").classes.items():
        for term in terms:
            words = _words(term)
            if 1 <= len(words) <= 3 and "*" not in term:
                found.setdefault(" ".join(words), set()).add(f"{{{name}}}")
    return {phrase: sorted(names) for phrase, names in sorted(found.items())}


class Features:
    """What the model looks at. A piece is a word, or two or three of them."""

    def __init__(self, everything: Sequence[Example]) -> None:
        self._classes = classes()
        pieces = Counter(piece for each in everything for piece in _pieces(each.words))
        counts = Counter[str]()
        for piece, often in pieces.items():
            counts.update(dict.fromkeys(self._names(piece), often))
        self._often = {piece: n for piece, n in pieces.items() if " " not in piece}
        self.names = sorted(name for name, count in counts.items() if count > 1)
        index = {name: number for number, name in enumerate(self.names)}
        self._numbers = {
            piece: [index[name] for name in self._names(piece) if name in index]
            for piece in sorted(pieces.keys() | self._classes)
        }

    def _names(self, piece: str) -> list[str]:
        names = self._classes.get(piece, [])
        if piece.count(" ") < 2:
            names = [piece, *names]
        return names if " " in piece else [*names, *opinion.grams(piece)]

    def of(self, words: Sequence[str]) -> list[int]:
        """The numbers of a message's features, as often as they stand in it."""
        return [number for piece in _pieces(words) for number in self._numbers[piece]]

    def folded(self, weights: Floats) -> dict[str, float]:
        """Weights by piece and by part of a word, as the detector looks them up."""
        table = {
            name: float(weights[number])
            for number, name in enumerate(self.names)
            if name.startswith(opinion.PART) and abs(weights[number]) >= LEAST / 2
        }
        for piece, numbers in self._numbers.items():
            weight = float(weights[numbers].sum())
            guess = 0.0
            if " " not in piece:
                guess = sum(table.get(gram, 0.0) for gram in opinion.grams(piece))
            if abs(weight - guess) >= LEAST or self._often.get(piece, 0) >= FREQUENT:
                table[piece] = weight
                if piece.count(" ") == 2:
                    table.setdefault(piece.rpartition(" ")[0], 0.0)
        return {name: round(table[name], 2) for name in sorted(table)}


def fitted(features: Features, rows: Sequence[Example]) -> tuple[Floats, float]:
    """The weights and the bias."""
    return regression.fitted(
        [features.of(each.words) for each in rows],
        size=len(features.names),
        scale=np.array([max(len(each.words), 1) ** -opinion.LENGTH for each in rows]),
        label=np.array([float(each.worrying) for each in rows]),
        counts=np.array([each.counts for each in rows]),
        smoothing=SMOOTHING,
    )


def train(folder: Path) -> dict[str, object]:
    """The weights, as they are written."""
    everything = list(examples(folder))
    features = Features(everything)
    threshold = _threshold(features, everything)
    weights, bias = fitted(features, everything)
    table = features.folded(weights)
    often = Counter[str]()
    for each in everything:
        if each.english:
            times = 1 if each.kind == "everyday" else OWN
            often.update(dict.fromkeys(filter(str.isalpha, each.words), times))
    return {
        "about": "Written by benchmarks/train_crisis.py; see there.",
        "bias": round(bias, 3),
        "threshold": round(threshold, 3),
        "common": sorted(sorted(often, key=lambda word: (-often[word], word))[:COMMON]),
        "weights": table,
    }


def _threshold(features: Features, everything: Sequence[Example]) -> float:
    """What all but a few quiet messages stay below that the weights never saw."""
    opinions: dict[str, list[float]] = {"everyday": [], "support": []}
    for part in range(PARTS):
        weights, bias = fitted(
            features, [each for each in everything if not each.kind or each.part != part]
        )
        judge = opinion.Opinion(features.folded(weights), bias, 1.0, ())
        for each in everything:
            if each.kind and each.part == part:
                opinions[each.kind].append(judge.of(each.words))
    quiet = {"everyday": QUIET_EVERYDAY, "support": QUIET_SUPPORT}
    return max(
        sorted(found, reverse=True)[int(len(found) * quiet[kind] / 1000)]
        for kind, found in opinions.items()
    )


def _pieces(words: Sequence[str]) -> list[str]:
    return [*words, *opinion.neighbours(words)]


def _words(text: str) -> list[str]:
    words = [word for word in normalise(text).split() if word not in PUNCTUATION]
    return words[: opinion.LONGEST]


def _rows(folder: Path, name: str) -> Iterator[dict[str, str]]:
    csv.field_size_limit(10_000_000)
    with gzip.open(folder / "corpora" / f"{name}.csv.gz", "rt", encoding="utf-8") as file:
        yield from csv.DictReader(file)


if __name__ == "__main__":
    where = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("../shared/crisis")
    lines = json.dumps(train(where), ensure_ascii=False, indent=0, sort_keys=True)
    opinion.FILE.write_text(lines + "\n", encoding="utf-8")
