"""Which patterns may stand in a message at all: most messages end here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import ahocorasick

from bot.crisis.detector.grammar import Grammar

Candidates = dict[str, list[tuple[int, int]]]
"""By language, numbers of a rule and of its pattern."""

_NOTHING: Candidates = {}
_TELLING = 1
"""The lowest bit: a word that makes the message worth an opinion."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A pattern, listed under its rarest step."""

    language: str
    rule: int
    pattern: int
    steps: int
    """One bit for each step that must be there."""


class Prefilter:
    """One automaton over the steps that patterns of any language cannot do without.

    Each distinct step of a language is a bit; what is found in a message is one number.
    """

    def __init__(
        self, grammars: Iterable[Grammar], typos: Iterable[str], telling: Iterable[str]
    ) -> None:
        self._wanted: list[list[_Wanted]] = [[]]
        self._rarest = 0
        keys = {f" {word} ": _TELLING for word in telling}
        for grammar in grammars:
            self._add(grammar, keys)
        self._automaton = ahocorasick.Automaton()
        for key, mask in keys.items():
            self._automaton.add_word(key, (mask, ""))
        for typo in typos:
            mask = keys.get(f" {typo} ", 0)
            if mask in (0, _TELLING):  # else it is somebody's word
                self._automaton.add_word(f" {typo} ", (mask, typo))
        self._automaton.add_word("\0", (0, ""))  # an empty one cannot be searched
        self._automaton.make_automaton()

    def _add(self, grammar: Grammar, keys: dict[str, int]) -> None:
        bits: dict[tuple[str, ...], int] = {}
        for rule_number, rule in enumerate(grammar.language.rules):
            for number, pattern in enumerate(rule.patterns):
                steps = grammar.needed(pattern)
                for terms in steps:
                    if terms not in bits:
                        bits[terms] = len(self._wanted)
                        self._wanted.append([])
                        for key in grammar.keys(terms):
                            keys[key] = keys.get(key, 0) | 1 << bits[terms]
                mask = sum(1 << bit for bit in {bits[terms] for terms in steps})
                rarest = bits[max(steps, key=grammar.rarity)]
                self._rarest |= 1 << rarest
                self._wanted[rarest].append(
                    _Wanted(grammar.language.code, rule_number, number, mask)
                )

    def look(self, normal: str) -> tuple[Candidates, list[str], bool]:
        """What may stand in a normalised message: patterns, typos, and a telling word."""
        if " ," in normal:
            normal = normal.replace(" ,", "")
        present = 0
        typos = []
        for _, (mask, typo) in self._automaton.iter(normal):
            present |= mask
            if typo:
                typos.append(typo)
        rare = present & self._rarest
        candidates = self._candidates(present, rare) if rare else _NOTHING
        return candidates, typos, bool(present & _TELLING)

    def _candidates(self, present: int, rare: int) -> Candidates:
        """The patterns of which every step is present."""
        found: Candidates = {}
        while rare:
            lowest = rare & -rare
            for wanted in self._wanted[lowest.bit_length() - 1]:
                if wanted.steps & present == wanted.steps:
                    found.setdefault(wanted.language, []).append((wanted.rule, wanted.pattern))
            rare ^= lowest
        return found
