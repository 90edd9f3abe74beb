"""How the patterns of the lexicon are found in a message."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

APART = 15
"""Words between the two sides of `&`."""

Span = tuple[int, int]
"""Positions of words: from the first, up to but without the second."""


Starts = dict[int, list[int]]
"""By first word: the words after the last one of each occurrence."""


class Found:
    """Which terms stand where in a message.

    Args:
        groups: the keys of each group: a set for a class, a tuple for the terms of a step.
        spans: by key.
    """

    def __init__(
        self, groups: Sequence[Collection[str]], spans: Mapping[str, Sequence[Span]]
    ) -> None:
        self._groups = groups
        self._spans = spans
        self._keys = set(spans)
        self._starts: dict[int, list[Starts]] = {}

    def lacks(self, groups: Iterable[int]) -> bool:
        """Whether no term of any of the groups stands there."""
        return all(self._keys.isdisjoint(self._groups[group]) for group in groups)

    def starts(self, group: int) -> list[Starts]:
        """One for a class; one for each of other terms, in their order."""
        starts = self._starts.get(group)
        if starts is None:
            keys = self._groups[group]
            if isinstance(keys, frozenset):
                starts = [self._starts_of(self._keys & keys)]
            else:
                starts = [self._starts_of((key,)) for key in keys if key in self._keys]
            self._starts[group] = starts
        return starts

    def _starts_of(self, keys: Iterable[str]) -> Starts:
        starts: Starts = {}
        spans = {span for key in keys for span in self._spans[key]}
        for start, end in sorted(spans, key=lambda span: (span[1], span[0])):
            starts.setdefault(start, []).append(end)
        return starts

    def spans(self, group: int) -> Iterator[Span]:
        """All occurrences of a group of terms."""
        for starts in self.starts(group):
            for start, ends in starts.items():
                for end in ends:
                    yield start, end


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
    first: int
    """The number of the first step that must be there; a match begins with it or before it."""
    last: int
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
        if number <= row.first:
            _begin(row, step, found, sentences, after)
        _go_on(step, found, sentences, here, after)
        if number >= row.last:
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
        for starts in found.starts(group):
            for start, ends in starts.items():
                if not row.at_start or start == 0 or sentences[start] != sentences[start - 1]:
                    for end in ends:
                        _keep(after, end, ((start, end),))


def _go_on(
    step: CompiledStep, found: Found, sentences: Sequence[int], here: Ends, after: Ends
) -> None:
    if not here:
        return
    for group in step.groups:
        for starts in found.starts(group):
            for last, pieces in here.items():
                for start in range(last, last + step.gap + 1):
                    if start in starts and sentences[start] == sentences[last - 1]:
                        for end in starts[start]:
                            _keep(after, end, (*pieces, (start, end)))


def _keep(table: dict[int, tuple[Span, ...]], end: int, pieces: tuple[Span, ...]) -> None:
    known = table.get(end)
    if known is None or known[0][0] < pieces[0][0]:
        table[end] = pieces
