"""How the patterns of the lexicon are found in a message."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

APART = 30
"""Words between the two sides of `&`."""

Span = tuple[int, int]
"""Positions of words: from the first, up to but without the second."""


@dataclass(slots=True)
class Found:
    """Which terms stand where in a message."""

    by_start: dict[int, dict[int, list[int]]] = field(default_factory=dict)
    """By group, by first word: the words after the last one of each occurrence."""

    def add(self, group: int, start: int, end: int) -> None:
        self.by_start.setdefault(group, {}).setdefault(start, []).append(end)

    def spans(self, group: int) -> Iterator[Span]:
        """All occurrences of a group of terms."""
        for start, ends in self.by_start.get(group, {}).items():
            for end in ends:
                yield start, end


_NONE: dict[int, list[int]] = {}

Ends = dict[int, tuple[Span, ...]]
"""By the word that comes next: the pieces so far, those with the latest beginning only."""


@dataclass(frozen=True, slots=True)
class CompiledStep:
    """A step with its groups of terms numbered."""

    groups: tuple[int, ...]
    gap: int
    optional: bool


@dataclass(frozen=True, slots=True)
class CompiledRow:
    """A row with its groups of terms numbered."""

    steps: tuple[CompiledStep, ...]
    may_begin: tuple[bool, ...]
    """For each step, whether a match may begin with it."""
    may_end: tuple[bool, ...]
    at_start: bool
    at_end: bool


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern was found."""

    core: Span
    """Where its first part stands: whose subject, negation and time are asked for."""
    pieces: tuple[Span, ...]
    """What stands in each step, without the words of the gaps."""

    @property
    def extent(self) -> Span:
        """From the first piece to the last."""
        return min(start for start, _ in self.pieces), max(end for _, end in self.pieces)


def find(parts: Sequence[CompiledRow], found: Found, sentences: Sequence[int]) -> list[Match]:
    """Every place where the parts stand; `sentences` numbers the sentence of each word."""
    matches = [
        Match((pieces[0][0], pieces[-1][1]), pieces)
        for pieces in _find_row(parts[0], found, sentences)
    ]
    for part in parts[1:]:
        if not matches:
            return []
        others = _find_row(part, found, sentences)
        matches = [
            Match(match.core, match.pieces + nearest)
            for match in matches
            if (nearest := _nearest(match.core, others)) is not None
        ]
    return matches


def _nearest(core: Span, others: Sequence[tuple[Span, ...]]) -> tuple[Span, ...] | None:
    best = None
    distance = APART + 1
    for pieces in others:
        start, end = pieces[0][0], pieces[-1][1]
        if start < core[1] and core[0] < end:
            continue  # the same words cannot be both
        apart = start - core[1] if start >= core[1] else core[0] - end
        if apart < distance:
            best, distance = pieces, apart
    return best


def _find_row(row: CompiledRow, found: Found, sentences: Sequence[int]) -> list[tuple[Span, ...]]:
    complete: Ends = {}
    here: Ends = {}
    for number, step in enumerate(row.steps):
        after: Ends = dict(here) if step.optional else {}
        if row.may_begin[number]:
            _begin(row, step, found, sentences, after)
        _go_on(step, found, sentences, here, after)
        if row.may_end[number]:
            for end, pieces in after.items():
                _keep(complete, end, pieces)
        here = after
    return [
        pieces
        for end, pieces in complete.items()
        if not row.at_end or end == len(sentences) or sentences[end] != sentences[end - 1]
    ]


def _begin(
    row: CompiledRow, step: CompiledStep, found: Found, sentences: Sequence[int], after: Ends
) -> None:
    for group in step.groups:
        for start, ends in found.by_start.get(group, _NONE).items():
            if not row.at_start or start == 0 or sentences[start] != sentences[start - 1]:
                for end in ends:
                    _keep(after, end, ((start, end),))


def _go_on(
    step: CompiledStep, found: Found, sentences: Sequence[int], here: Ends, after: Ends
) -> None:
    for group in step.groups:
        starts = found.by_start.get(group, _NONE)
        if not starts:
            continue
        for last, pieces in here.items():
            for start in range(last, last + step.gap + 1):
                if start in starts and sentences[start] == sentences[last - 1]:
                    for end in starts[start]:
                        _keep(after, end, (*pieces, (start, end)))


def _keep(table: dict[int, tuple[Span, ...]], end: int, pieces: tuple[Span, ...]) -> None:
    known = table.get(end)
    if known is None or known[0][0] < pieces[0][0]:
        table[end] = pieces
