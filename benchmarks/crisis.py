"""How much the crisis detector finds, how often it errs, and how fast it is.

The data lie outside the repository; without them the figures that need them are left out and the
answer says so. A naive list of phrases, of the kind that bots carry, is measured beside it.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import random
import re
import resource
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.sentences import own_sentences
from bot.crisis.detector import Detector, Level, Subject, Verdict

ALERTED = ("high", "emergency")
BENIGN = {
    "irc": "benign_irc_ubuntu",
    "dialogue": "benign_xdailydialog",
    "reddit": "benign_goemotions",
    "tweets": "benign_tweeteval",
    "tweets_7_languages": "benign_xlmt_tweets",
}
SUPPORT = "indomain_esconv_seeker"
LABELLED = {
    "es": "crisis_es_valeriano",
    "zh": "crisis_zh_weibo",
    "hi": "crisis_hinglish_reddit",
    "emoji": "crisis_suicidemoji",
}
MIXED = 20_000
"""Everyday messages whose classification is timed."""

NAIVE = re.compile(
    r"\b(?:kill myself|killing myself|kms|kys|suicide|suicidal|end my life|take my own life"
    r"|want to die|wanna die|self[- ]?harm|cut myself|cutting myself|hurt myself|overdose"
    r"|no reason to live|better off dead|hang myself|unalive)\b",
    re.IGNORECASE,
)
"""Phrases of the kind that bots look for today."""

Classify = Callable[[str, str | None], Verdict]


def run(data: Path) -> dict[str, Any]:
    """The goal table of the notes, for the detector and the naive list."""
    before, began = _mebibytes(), time.process_time()
    detector = Detector()
    figures: dict[str, Any] = {
        "cpu_seconds_to_build": round(time.process_time() - began, 2),
        "mebibytes": round(_mebibytes() - before, 1),
    }
    challenge = data / "challenge_dev.csv"
    if not challenge.exists():
        return figures | {"skipped": f"there are no crisis data in {data}"}
    rows = _rows(challenge)
    figures |= _challenge(rows, detector.classify)
    figures["built_on"] = _challenge(
        [r for r in rows if not kept_aside(r["group"])], detector.classify
    )
    figures["kept_aside"] = _challenge(
        [r for r in rows if kept_aside(r["group"])], detector.classify
    )
    figures |= _own(detector.classify)
    figures |= _everyday(data, detector.classify)
    figures["labelled"] = _labelled(data, detector.classify)
    figures |= _speed(data, detector)
    figures["naive_list"] = _challenge(rows, _naive) | _everyday(data, _naive)
    return figures


def _mebibytes() -> float:
    """The memory of this process that is in use, as Linux counts it."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def kept_aside(group: str) -> bool:
    """Whether a group of the challenge set was never looked at while rules were written."""
    return hashlib.sha256(f"handrail:{group}".encode()).digest()[0] % 3 == 0


@dataclass(frozen=True, slots=True)
class _Judged:
    row: dict[str, str]
    verdict: Verdict

    @property
    def alerted(self) -> bool:
        return self.verdict.level > Level.NONE

    @property
    def grave(self) -> bool:
        return self.verdict.level >= Level.HIGH

    @property
    def slice(self) -> str:
        name = self.row["slice"]
        return "other_languages" if name.startswith("lang:") else name.partition(":")[0]


def _challenge(rows: Sequence[dict[str, str]], classify: Classify) -> dict[str, Any]:
    judged = [_Judged(row, classify(row["text"], row["lang"])) for row in rows]
    serious = [each for each in judged if each.row["level"] in ALERTED]
    harmless = [each for each in judged if each.row["level"] == "none"]
    found = [each for each in judged if each.alerted and each.row["level"] != "none"]
    slices = {"plain": "plain", "obf": "obfuscated", "other_languages": "other_languages"}
    return {
        "messages": len(judged),
        "he_recall": _share(serious, lambda each: each.alerted),
        "emergency_recall": _share(
            [each for each in serious if each.row["level"] == "emergency"],
            lambda each: each.alerted,
        ),
        "he_recall_by_slice": {
            name: _share([e for e in serious if e.slice == key], lambda each: each.alerted)
            for key, name in slices.items()
        },
        "concern_recall": _share(
            [each for each in judged if each.row["level"] == "concern"], lambda each: each.alerted
        ),
        "none_alerted": _share(harmless, lambda each: each.alerted),
        "auc": _auc([e.verdict.score for e in serious], [e.verdict.score for e in harmless]),
        "subject_accuracy": _share(
            found, lambda each: each.verdict.subject.word == each.row["subject"]
        ),
        "lenient_accuracy": _share(
            judged, lambda each: each.verdict.level.word in each.row["ok_levels"].split("|")
        ),
    }


def _own(classify: Classify) -> dict[str, Any]:
    """Our own sentences that trained nothing; worded more indirectly than the challenge set."""
    rows = [row | {"slice": "own"} for row in own_sentences(kept_aside=True)]
    judged = [_Judged(row, classify(row["text"], row["lang"])) for row in rows]
    english = [each for each in judged if each.row["lang"] == "en"]
    others = [each for each in judged if each.row["lang"] != "en"]
    files = sorted({each.row["file"] for each in english})
    by_file = {name: _found([e for e in english if e.row["file"] == name]) for name in files}
    return {
        "own_kept_aside": _found(english) | {"by_file": by_file},
        "languages_kept_aside": _found(others),
    }


def _found(judged: Sequence[_Judged]) -> dict[str, Any]:
    """How much of each level is found, by any alert and, `_high`, by high or emergency."""
    of = {
        name: [each for each in judged if each.row["level"] in levels]
        for name, levels in {
            "he": ALERTED,
            "emergency": ("emergency",),
            "concern": ("concern",),
            "none": ("none",),
        }.items()
    }
    figures: dict[str, Any] = {"messages": len(judged)}
    for name, cases in of.items():
        if cases:
            recall = name if name == "none" else f"{name}_recall"
            any_alert = "none_alerted" if name == "none" else recall
            figures[any_alert] = _share(cases, lambda each: each.alerted)
            figures[f"{recall}_high"] = _share(cases, lambda each: each.grave)
    if of["he"] and of["none"]:
        scores = {name: [each.verdict.score for each in cases] for name, cases in of.items()}
        figures["auc"] = _auc(scores["he"], scores["none"])
    return figures


def _everyday(data: Path, classify: Classify) -> dict[str, Any]:
    high = {}
    alerts = {}
    for name, file in BENIGN.items():
        levels = [classify(text, None).level for text in _texts(data, file)]
        high[name] = _per_thousand(levels, Level.HIGH)
        alerts[name] = _per_thousand(levels, Level.CONCERN)
    support = [classify(text, None).level for text in _texts(data, SUPPORT)]
    return {
        "high_per_1000": high,
        "alerts_per_1000": alerts,
        "alerts_per_1000_support": _per_thousand(support, Level.CONCERN),
    }


def _labelled(data: Path, classify: Classify) -> dict[str, Any]:
    figures = {}
    for name, file in LABELLED.items():
        rows = _rows(data / "corpora" / f"{file}.csv.gz")
        right = found = true = 0
        for row in rows:
            positive = row["label"].strip() in ("1", "1.0", "True")
            alerted = classify(row["text"], None).level > Level.NONE
            right += positive and alerted
            found += alerted
            true += positive
        figures[name] = {
            "f1": round(2 * right / max(found + true, 1), 3),
            "recall": round(right / max(true, 1), 3),
        }
    return figures


def _speed(data: Path, detector: Detector) -> dict[str, Any]:
    texts = [text for file in BENIGN.values() for text in _texts(data, file)]
    random.Random(1).shuffle(texts)
    texts, others = texts[:MIXED], texts[MIXED : 2 * MIXED]
    for text in others:  # every language's tables are made before the clock starts
        detector.classify(text)
    began = time.process_time()
    for text in texts:
        detector.classify(text)
    took = time.process_time() - began
    singly = []
    for text in texts:
        start = time.thread_time_ns()
        detector.classify(text)
        singly.append(time.thread_time_ns() - start)
    singly.sort()
    return {
        "messages_per_second": round(len(texts) / took),
        "p99_us": round(singly[int(len(singly) * 0.99)] / 1000),
        "slowest_us": round(singly[-1] / 1000),
    }


def _naive(text: str, language: str | None) -> Verdict:
    found = NAIVE.search(text) is not None
    return Verdict(
        level=Level.HIGH if found else Level.NONE,
        subject=Subject.SELF if found else Subject.NONE,
        score=float(found),
    )


def _auc(positive: Sequence[float], negative: Sequence[float]) -> float:
    wins = sum((p > n) + 0.5 * (p == n) for p in positive for n in negative)
    return round(wins / max(len(positive) * len(negative), 1), 4)


def _share(cases: Sequence[_Judged], holds: Callable[[_Judged], bool]) -> float:
    return round(sum(map(holds, cases)) / max(len(cases), 1), 4)


def _per_thousand(levels: Sequence[Level], least: Level) -> float:
    return round(1000 * sum(level >= least for level in levels) / max(len(levels), 1), 3)


def _texts(data: Path, file: str) -> Iterable[str]:
    return [row["text"] for row in _rows(data / "corpora" / f"{file}.csv.gz")]


def _rows(path: Path) -> list[dict[str, str]]:
    csv.field_size_limit(10_000_000)
    if path.suffix == ".gz":
        with gzip.open(path, "rt", encoding="utf-8") as file:
            return list(csv.DictReader(file))
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))
