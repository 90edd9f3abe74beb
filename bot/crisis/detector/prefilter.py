"""Which patterns may stand in a message at all: most messages end here."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence, Set
from dataclasses import dataclass

from bot.crisis.detector.grammar import Compiled, Grammar
from bot.crisis.detector.lexicon import Rule
from bot.crisis.detector.terms import FIRST_MARK, Terms


@dataclass(frozen=True, slots=True)
class Sought:
    """A pattern of a rule."""

    grammar: Grammar
    rule: Rule
    pattern: Compiled
    others: tuple[tuple[int, ...], ...]
    """Its needs but for the rarest."""


class Prefilter:
    """Lists the patterns of all rules by the rarest of the steps that they cannot do without.

    The terms of that step are marked with its number.
    """

    def __init__(self, grammars: Iterable[Grammar], terms: Terms, slips: Iterable[str]) -> None:
        self._keys = _Keys(terms.groups)
        self._sought: dict[int, list[Sought]] = {}
        numbers: dict[tuple[int, ...], int] = {}
        for grammar in grammars:
            for rule, patterns in grammar.rules:
                for pattern in patterns:
                    for groups in pattern.needs:
                        numbers.setdefault(groups, FIRST_MARK + len(numbers))
                    others = tuple(groups for groups in pattern.needs if groups != pattern.rarest)
                    sought = Sought(grammar, rule, pattern, others)
                    self._sought.setdefault(numbers[pattern.rarest], []).append(sought)
        for groups, number in numbers.items():
            if number in self._sought:
                for group in groups:
                    terms.mark(terms.groups[group], number)
        needed = {key for groups in numbers for group in groups for key in terms.groups[group]}
        terms.mark_slips(slips, needed)

    def candidates(self, keys: Set[str], marks: Set[int]) -> list[Sought]:
        """The patterns of which every step is present, by the number of the rarest one."""
        found = []
        for mark in sorted(marks):
            for sought in self._sought.get(mark, ()):
                for groups in sought.others:
                    if keys.isdisjoint(self._keys[groups]):
                        break
                else:
                    found.append(sought)
        return found


class _Keys(dict[tuple[int, ...], frozenset[str]]):
    """The keys of several groups, put together when they are first asked for."""

    def __init__(self, groups: Sequence[Collection[str]]) -> None:
        self._groups = groups

    def __missing__(self, groups: tuple[int, ...]) -> frozenset[str]:
        keys = self[groups] = frozenset().union(*(self._groups[group] for group in groups))
        return keys
