"""Trains the detector's second opinion: `python -m benchmarks.train_crisis [FOLDER]`.

A logistic regression over words, pairs of words and the lexicon's classes of them, on the corpora
whose licence and rules allow it and on the project's own sentences. It writes
`bot/crisis/detector/opinion.json`; the same input gives the same file. numpy is needed here only.
"""

from __future__ import annotations

import csv
import gzip
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks.sentences import own_sentences
from bot.crisis.detector import lexicon, opinion
from bot.crisis.detector.message import cut
from bot.crisis.detector.normalise import normalise
from bot.crisis.detector.opinion import FILE

SENTENCES = Path("tests/unit/crisis/detector/sentences_en.txt")
KEPT = 9_000
"""Features that are written, those of the greatest weight."""
EPOCHS = 12
LONGEST = 60
"""Words of a message that are read."""
QUIET_TARGET = 1.5
"""Messages in a thousand of the everyday corpora that may reach the threshold."""

LEAST = 0.92
"""The lowest threshold: below it, support seekers would hear from the bot too often."""
TELLING = 0.9
"""The weight from which a word makes a message worth an opinion at all, if it is seldom."""
SELDOM = 0.003
"""In how many of the everyday messages a telling word may stand."""

Example = tuple[list[str], bool, float]
"""Words, whether it is worth a concern, and how much it counts."""


def examples(folder: Path) -> Iterator[Example]:
    """Everything that may train weights."""
    for row in _rows(folder, "benign_goemotions"):
        yield _words(row["text"]), False, 1.0
    for row in _rows(folder, "benign_irc_ubuntu"):
        yield _words(row["text"]), False, 0.3
    for row in _rows(folder, "crisis_suicidemoji"):
        yield _words(row["text"]), _is_one(row["label"]), 1.0
    for row in _rows(folder, "indomain_counselchat_questions"):
        yield _words(row["text"]), False, 0.3
    yield from _own()


def _own() -> Iterator[Example]:
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        label, _, text = line.partition("|")
        yield _words(text), not label.startswith("none"), 6.0
    for row in own_sentences(kept_aside=False):
        yield _words(row["text"]), row["level"] != "none", 6.0
    english = lexicon.read("en")
    for rule in english.rules:
        for text in rule.fires:
            yield _words(text), rule.topic != "abuse", 2.0
        for text in rule.silent:
            yield _words(text), False, 2.0
    for entry in english.harmless:
        for text in entry.quiet:
            yield _words(text), False, 2.0
        for text in entry.alerts:
            yield _words(text), True, 2.0


def classes_of_words() -> dict[str, list[str]]:
    """The English lexicon's classes of single words."""
    found: dict[str, set[str]] = {}
    for name, terms in lexicon.read("en").classes.items():
        for term in terms:
            word = normalise(term).strip()
            if word and " " not in word and "*" not in term:
                found.setdefault(word, set()).add(name)
    return {word: sorted(names) for word, names in sorted(found.items())}


def train(folder: Path) -> dict[str, object]:
    """The weights, as they are written."""
    everything = list(examples(folder))
    classes = classes_of_words()

    def features(words: list[str]) -> set[str]:
        return opinion.features(words, classes)

    counts = Counter(name for words, _, _ in everything for name in features(words))
    own = {name for words, _, weight in everything if weight > 1 for name in features(words)}
    names = sorted(n for n, count in counts.items() if count >= 4 or (n in own and count >= 2))
    index = {name: number for number, name in enumerate(names)}
    rows = [
        (
            np.array(sorted(index[n] for n in features(words) if n in index), dtype=np.int64),
            1.0 / max(len(words), 1) ** 0.5,
            float(label),
            weight,
        )
        for words, label, weight in everything
    ]
    weights = np.zeros(len(names))
    squares = np.full(len(names), 1e-2)
    bias = -3.0
    shuffled = random.Random(6)
    for _ in range(EPOCHS):
        shuffled.shuffle(rows)
        for present, scale, label, weight in rows:
            guess = 1.0 / (1.0 + np.exp(-(bias + scale * weights[present].sum())))
            error = weight * (guess - label)
            slope = error * scale + 5e-4 * weights[present]
            squares[present] += slope * slope
            weights[present] -= 0.25 * slope / np.sqrt(squares[present])
            bias -= 0.002 * error
    kept = sorted(range(len(names)), key=lambda n: (-abs(weights[n]), names[n]))[:KEPT]
    table = {names[n]: round(float(weights[n]), 2) for n in sorted(kept, key=lambda n: names[n])}
    benign = [words for words, label, _ in everything if not label]
    met = Counter(name for words in benign for name in features(words))
    telling = [
        n for n, weight in table.items() if weight >= TELLING and met[n] < SELDOM * len(benign)
    ]
    everyday = sorted(
        (
            _guess(table, bias, features(words), len(words))
            for words, label, weight in everything
            if weight in (0.3, 1.0) and not label
        ),
        reverse=True,
    )
    threshold = everyday[int(len(everyday) * QUIET_TARGET / 1000)]
    return {
        "about": "Written by benchmarks/train_crisis.py; see there.",
        "bias": round(float(bias), 3),
        "threshold": round(float(min(max(threshold, LEAST), 0.98)), 3),
        "classes": classes,
        "telling": telling,
        "weights": table,
    }


def _guess(table: dict[str, float], bias: float, names: set[str], length: int) -> float:
    total = bias + sum(table.get(n, 0.0) for n in names) / max(length, 1) ** 0.5
    return float(1.0 / (1.0 + np.exp(-total)))


def _words(text: str) -> list[str]:
    return cut(normalise(text)).words[:LONGEST]


def _is_one(label: str) -> bool:
    return label.strip().lower() in ("1", "true", "positive", "yes", "suicidal")


def _rows(folder: Path, name: str) -> Iterator[dict[str, str]]:
    csv.field_size_limit(10_000_000)
    with gzip.open(folder / "corpora" / f"{name}.csv.gz", "rt", encoding="utf-8") as file:
        yield from csv.DictReader(file)


if __name__ == "__main__":
    where = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("../shared/crisis")
    lines = json.dumps(train(where), ensure_ascii=False, indent=0, sort_keys=True)
    FILE.write_text(lines + "\n", encoding="utf-8")
