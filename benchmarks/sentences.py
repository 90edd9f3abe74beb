"""Our own sentences for the crisis detector; see `crisis_sentences/README.md`."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).with_name("crisis_sentences")
STRANGERS = ("newcomers", "strangers")
"""The files from which nothing was ever learned."""


def own_sentences(*, kept_aside: bool) -> Iterator[dict[str, str]]:
    """Rows that are only measured with, or those that train.

    Each has its `text`, `lang`, `level`, `subject`, and the `file` it stands in, of one author.
    """
    for path in sorted(FOLDER.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                fifth = hashlib.sha256(row["text"].encode()).digest()[0] % 5 == 0
                if (fifth or path.stem in STRANGERS) is kept_aside:
                    yield {"lang": "en", "file": path.stem} | row
