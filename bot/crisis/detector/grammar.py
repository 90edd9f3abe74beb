"""A language of the lexicon, made ready for matching."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass
from math import inf

from bot.crisis.detector.lexicon import MARKERS, Harmless, Language, Rule
from bot.crisis.detector.matching import CompiledRow, CompiledStep, Found, Match, find
from bot.crisis.detector.message import Message
from bot.crisis.detector.normalise import normalise
from bot.crisis.detector.patterns import Pattern, Row, Step
from bot.crisis.detector.terms import Terms, keys_of

_MOST = 8
"""Matches of one pattern that are looked at, from either end of a message."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """A pattern with numbered groups of terms."""

    parts: tuple[CompiledRow, ...]
    needs: tuple[tuple[int, ...], ...]
    """Each of these must have one group of which a term is there."""
    rarest: tuple[int, ...]
    """The one of them that is met most seldom."""


class Grammar:
    """A language's rules over numbered groups of terms, which it adds to `terms`."""

    def __init__(self, language: Language, terms: Terms) -> None:
        compiler = _Compiler(language, terms)
        self.code = language.code
        self.markers = {name: compiler.classes[name] for name in MARKERS}
        self.rules = [(rule.bare, compiler.all(rule.patterns)) for rule in language.rules]
        self._unless = {rule.name: compiler.all(rule.unless) for rule in language.rules}
        self.harmless = [
            (entry.bare, compiler.all(entry.patterns), compiler.all(entry.unless))
            for entry in language.harmless
        ]

    def matches(self, compiled: Compiled, found: Found, message: Message) -> list[Match]:
        """Where a pattern stands."""
        if any(map(found.lacks, compiled.needs)):
            return []
        return _ends(find(compiled.parts, found, message.sentences))

    def exceptions(self, rule: Rule, found: Found, message: Message) -> set[int]:
        """The sentences in which one of the rule's own exceptions stands."""
        return {
            message.sentences[match.core[0]]
            for compiled in self._unless[rule.name]
            for match in self.matches(compiled, found, message)
        }


class _Compiler:
    """Numbers the groups of a language's terms; equal groups and steps are made once."""

    def __init__(self, language: Language, terms: Terms) -> None:
        self._terms = terms
        self._prefixes = tuple(normalise(prefix).strip() for prefix in language.prefixes)
        terms.glue(self._prefixes)
        self._groups: dict[tuple[str, ...], int] = {}
        self._rarities: dict[int, float] = {}
        self._steps: dict[CompiledStep, CompiledStep] = {}
        self._weights = _Weights(language.common)
        self.classes = {
            name: terms.group(keys_of(members, self._prefixes), frozenset)
            for name, members in language.classes.items()
        }

    def all(self, patterns: Iterable[Pattern]) -> tuple[Compiled, ...]:
        return tuple(map(self._compiled, patterns))

    def _compiled(self, pattern: Pattern) -> Compiled:
        parts = tuple(map(self._row, pattern.parts))
        needs = tuple(step.groups for part in parts for step in part.steps if not step.optional)
        return Compiled(parts, needs, max(needs, key=self._rarity) if needs[1:] else needs[0])

    def _row(self, row: Row) -> CompiledRow:
        firm = [number for number, step in enumerate(row.steps) if not step.optional]
        steps = tuple(map(self._step, row.steps))
        return CompiledRow(steps, firm[0], firm[-1], row.at_start, row.at_end)

    def _step(self, step: Step) -> CompiledStep:
        groups = [self.classes[name] for name in step.classes]
        if step.terms:
            groups.append(self._group(step.terms))
        compiled = CompiledStep(tuple(groups), step.gap, step.optional)
        return self._steps.setdefault(compiled, compiled)

    def _group(self, terms: tuple[str, ...]) -> int:
        number = self._groups.get(terms)
        if number is None:
            number = self._groups[terms] = self._terms.group(keys_of(terms, self._prefixes), tuple)
        return number

    def _rarity(self, groups: Iterable[int]) -> float:
        """How seldom any of the terms is met."""
        return min(map(self._rarity_of, groups))

    def _rarity_of(self, group: int) -> float:
        rarity = self._rarities.get(group)
        if rarity is None:
            weight = self._weights.__getitem__
            keys = self._terms.groups[group]
            rarity = min((sum(map(weight, key.split())) for key in keys), default=inf)
            self._rarities[group] = rarity
        return rarity


class _Weights(dict[str, float]):
    """How seldom a word is met goes by its length and the language's most frequent words."""

    def __init__(self, common: Set[str]) -> None:
        self._common = common

    def __missing__(self, word: str) -> float:
        letters = word.strip("*")
        length = len(letters)
        weight = self[word] = 0.1 + length / 20 if letters in self._common else length
        return weight


def _ends(matches: list[Match]) -> list[Match]:
    """The first and the last of many: who repeats a phrase without end says no more by it."""
    if len(matches) <= 2 * _MOST:
        return matches
    matches.sort(key=lambda match: match.core)
    return matches[:_MOST] + matches[-_MOST:]


@dataclass(frozen=True, slots=True)
class Lowering:
    """A harmless entry that stands in a message."""

    entry: Harmless
    match: Match

    def covers(self, match: Match, message: Message) -> bool:
        """Whether it lowers what was found there."""
        if self.entry.scope == "message":
            return True
        if self.entry.scope == "sentence":
            return message.sentences[self.match.core[0]] == message.sentences[match.core[0]]
        start, end = self.match.extent
        return any(piece[0] < end and start < piece[1] for piece in match.pieces)


def lowerings(grammar: Grammar, found: Found, message: Message) -> list[Lowering]:
    """The harmless entries that stand in a message and are not excepted."""
    standing = []
    for entry, patterns, unless in grammar.harmless:
        matches = [match for each in patterns for match in grammar.matches(each, found, message)]
        if not matches:
            continue
        exceptions = {
            message.sentences[match.core[0]]
            for each in unless
            for match in grammar.matches(each, found, message)
        }
        if entry.scope == "message" and exceptions:
            continue
        standing += [
            Lowering(entry, match)
            for match in matches
            if message.sentences[match.core[0]] not in exceptions
        ]
    return standing
