"""Patterns of words, as the lexicon writes them.

A pattern is a row of steps: words, `{class}`, `[one|or another]`, `(left out at will)`, and
between them `..` for up to three other words or `..N` for up to N. `^` and `$` stand for the
beginning and the end of a sentence. `A & B` asks for both, in any order, near one another. The
README of the lexicon shows them by example.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

GAP = 3
"""Words that a bare `..` may stand for."""

_STEP = re.compile(
    r"""\s*(?: (?P<gap>\.\.)(?P<words>\d*)
      | \{(?P<name>\w+)\}
      | \[(?P<choice>[^\]]+)\]
      | \((?P<optional>[^)]+)\)
      | (?P<edge>[\^$])
      | (?P<word>[^\s\[\](){}^$]+) )\s*""",
    re.VERBOSE,
)
_NAMED = re.compile(r"\{(\w+)\}")


class PatternError(ValueError):
    """A pattern cannot be read; says which and why."""


@dataclass(frozen=True, slots=True)
class Step:
    """One place of a pattern."""

    terms: tuple[str, ...]
    """Words that may stand here, as written."""
    classes: tuple[str, ...] = ()
    """Names of classes whose terms may stand here."""
    gap: int = 0
    """Other words that may come before it."""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Steps in their order."""

    steps: tuple[Step, ...]
    at_start: bool = False
    at_end: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """Rows that must all be there."""

    parts: tuple[Row, ...]
    source: str


def parse(source: str) -> Pattern:
    """Reads a pattern. Raises: PatternError."""
    parts = tuple(_row(part.strip(), source) for part in source.split(" & "))
    return Pattern(parts, source)


def _row(text: str, source: str) -> Row:
    steps: list[Step] = []
    words: list[str] = []
    at_start = at_end = False
    gap = 0
    before_words = 0

    def close_words() -> None:
        nonlocal words
        if words:
            steps.append(Step((" ".join(words),), gap=before_words))
            words = []

    position = 0
    while position < len(text):
        match = _STEP.match(text, position)
        if match is None:
            raise PatternError(f"cannot read {text[position:]!r} in the pattern {source!r}")
        position = match.end()
        if match["word"]:
            if not words:
                before_words, gap = gap, 0
            words.append(match["word"])
            continue
        close_words()
        if match["gap"]:
            gap = int(match["words"] or GAP)
        elif match["edge"] == "^":
            at_start = True
        elif match["edge"] == "$":
            at_end = True
        else:
            inside = match["choice"] or match["optional"] or f"{{{match['name']}}}"
            steps.append(_choice(inside, gap, optional=match["optional"] is not None))
            gap = 0
    close_words()
    if not any(not step.optional for step in steps):
        raise PatternError(f"nothing must be there in the pattern {source!r}")
    return Row(tuple(steps), at_start, at_end)


def _choice(inside: str, gap: int, *, optional: bool) -> Step:
    options = [option for each in inside.split("|") if (option := each.strip())]
    if "{" not in inside:
        return Step(tuple(options), (), gap, optional)
    terms = []
    classes = []
    for option in options:
        named = _NAMED.fullmatch(option)
        if named:
            classes.append(named[1])
        elif "{" in option:
            raise PatternError(f"a class stands alone among its alternatives, not so in {inside!r}")
        else:
            terms.append(option)
    return Step(tuple(terms), tuple(classes), gap, optional)
