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
    others: tuple[int, ...]
    """The numbers of its needs but for the rarest; the one with the fewest terms comes first."""


class Prefilter:
    """Lists the patterns of all rules by the rarest of the steps that they cannot do without.

    The terms of that step are marked with its number.
    """

    def __init__(self, grammars: Iterable[Grammar], terms: Terms, slips: Iterable[str]) -> None:
        self._sought: dict[int, list[Sought]] = {}
        numbers: dict[tuple[int, ...], int] = {}
        sizes = [0] * FIRST_MARK
        for grammar in grammars:
            for rule, patterns in grammar.rules:
                for pattern in patterns:
                    for groups in pattern.needs:
                        if groups not in numbers:
                            numbers[groups] = len(sizes)
                            sizes.append(sum(len(terms.groups[group]) for group in groups))
                    rarest = numbers[pattern.rarest]
                    needs = sorted(map(numbers.__getitem__, pattern.needs), key=sizes.__getitem__)
                    others = tuple(number for number in needs if number != rarest)
                    sought = Sought(grammar, rule, pattern, others)
                    self._sought.setdefault(rarest, []).append(sought)
        self._keys = _Keys(terms.groups, list(numbers))
        for groups, number in numbers.items():
            if number in self._sought:
                for group in groups:
                    terms.mark(terms.groups[group], number)
        needed = {key for groups in numbers for group in groups for key in terms.groups[group]}
        terms.mark_slips(slips, needed)

    def candidates(self, keys: Set[str], marks: Set[int]) -> list[Sought]:
        """The patterns of which every step is present, by the number of the rarest one."""
        found = []
        absent = keys.isdisjoint
        keys_of = self._keys
        for mark in sorted(marks):
            for sought in self._sought.get(mark, ()):
                for need in sought.others:
                    if absent(keys_of[need]):
                        break
                else:
                    found.append(sought)
        return found


class _Keys(dict[int, frozenset[str]]):
    """The keys that meet a need, by its number; put together when they are first asked for."""

    def __init__(self, groups: Sequence[Collection[str]], needs: Sequence[tuple[int, ...]]) -> None:
        self._groups = groups
        self._needs = needs

    def __missing__(self, number: int) -> frozenset[str]:
        needed = self._needs[number - FIRST_MARK]
        keys = self[number] = frozenset().union(*(self._groups[group] for group in needed))
        return keys
