"""A language of the lexicon, made ready for matching."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import ahocorasick

from bot.crisis.detector.lexicon import Harmless, Language, Rule
from bot.crisis.detector.matching import CompiledRow, CompiledStep, Found, Match, find
from bot.crisis.detector.message import PUNCTUATION, Message
from bot.crisis.detector.normalise import normalise
from bot.crisis.detector.patterns import Pattern, Row, Step, needed

_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_MOST = 8
"""Matches of one pattern that are looked at, from either end of a message."""


@lru_cache(maxsize=100_000)
def plain(term: str) -> str:
    """A term as it stands in a normalised message, without the blanks around it."""
    words = normalise(term.strip("*")).split()
    return " ".join(word for word in words if word not in PUNCTUATION)


def keys_of(term: str, prefixes: Sequence[str] = ()) -> Iterator[str]:
    """The strings to look for in a normalised message.

    A blank at either end stands for the end of a word; a `*` in the term leaves it out.
    """
    begin = "" if term.startswith("*") else " "
    end = "" if term.endswith("*") else " "
    spellings = [plain(term)]
    if not term.isascii():
        spelt_out = plain(term.lower().translate(_SPELT_OUT))
        if spelt_out != spellings[0]:
            spellings.append(spelt_out)
    for spelling in spellings:
        if spelling:
            yield f"{begin}{spelling}{end}"
            for prefix in prefixes:
                yield f"{begin}{prefix}{spelling}{end}"


@dataclass(frozen=True, slots=True)
class Compiled:
    """A pattern with numbered groups of terms."""

    parts: tuple[CompiledRow, ...]
    source: str
    needs: tuple[tuple[int, ...], ...]
    """Each of these must have one group that was found."""


class Grammar:
    """A language's rules over numbered groups of terms."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._groups: dict[str, int] = {}
        self._rarities: dict[str, float] = {}
        self._terms: list[tuple[str, ...]] = []
        self._prefixes = tuple(normalise(prefix).strip() for prefix in language.prefixes)
        self.markers = {name: self._group_of_class(name) for name in language.classes}
        self.rules = [(rule, self._all(rule.patterns)) for rule in language.rules]
        self._unless = {rule.name: self._all(rule.unless) for rule in language.rules}
        self.harmless = [
            (entry, self._all(entry.patterns), self._all(entry.unless))
            for entry in language.harmless
        ]

    def _group_of_class(self, name: str) -> int:
        return self._group(f"{{{name}}}", self.language.classes[name])

    def _group(self, key: str, terms: tuple[str, ...]) -> int:
        number = self._groups.setdefault(key, len(self._terms))
        if number == len(self._terms):
            self._terms.append(terms)
        return number

    def _all(self, patterns: Iterable[Pattern]) -> tuple[Compiled, ...]:
        return tuple(self._compiled(pattern) for pattern in patterns)

    def _compiled(self, pattern: Pattern) -> Compiled:
        parts = tuple(map(self._row, pattern.parts))
        needs = tuple(step.groups for part in parts for step in part.steps if not step.optional)
        return Compiled(parts, pattern.source, needs)

    def _row(self, row: Row) -> CompiledRow:
        steps = tuple(map(self._step, row.steps))
        firm = [number for number, step in enumerate(steps) if not step.optional]
        return CompiledRow(
            steps,
            may_begin=tuple(number <= firm[0] for number in range(len(steps))),
            may_end=tuple(number >= firm[-1] for number in range(len(steps))),
            at_start=row.at_start,
            at_end=row.at_end,
        )

    def _step(self, step: Step) -> CompiledStep:
        groups = [self._group_of_class(name) for name in step.classes]
        groups += [self._group(term, (term,)) for term in step.terms]
        return CompiledStep(tuple(groups), step.gap, step.optional)

    def needed(self, pattern: Pattern) -> list[tuple[str, ...]]:
        """The terms of each step that a pattern cannot do without."""
        return needed(pattern, self.language.classes)

    def keys(self, terms: Iterable[str]) -> set[str]:
        """What to look for where one of the terms may stand."""
        return {key for term in terms for key in keys_of(term, self._prefixes)}

    def rarity(self, terms: Iterable[str]) -> float:
        """How seldom any of the terms is met."""
        return min(map(self._rarity, terms), default=0.0)

    def _rarity(self, term: str) -> float:
        known = self._rarities.get(term)
        if known is None:
            words = plain(term).split()
            common = self.language.common
            known = sum(0.1 + len(word) / 20 if word in common else len(word) for word in words)
            self._rarities[term] = known
        return known

    @cached_property
    def _automaton(self) -> ahocorasick.Automaton:
        groups: dict[str, set[int]] = {}
        for number, terms in enumerate(self._terms):
            for term in terms:
                for key in keys_of(term, self._prefixes):
                    groups.setdefault(key, set()).add(number)
        automaton = ahocorasick.Automaton()
        for key, numbers in groups.items():
            automaton.add_word(key, (len(key), key[0] == " ", key[-1] == " ", tuple(numbers)))
        automaton.add_word("\0", (1, False, False, ()))  # an empty one cannot be searched
        automaton.make_automaton()
        return automaton

    def vocabulary(self) -> Iterator[str]:
        """Every whole word of the terms."""
        for terms in self._terms:
            for term in terms:
                if "*" not in term:
                    for key in keys_of(term):
                        yield from key.split()

    def look(self, message: Message) -> Found:
        """Which terms stand where."""
        found = Found()
        words_at = message.word_at
        for end, (length, closed_start, closed_end, groups) in self._automaton.iter(message.flat):
            first = words_at[end - length + (2 if closed_start else 1)]
            behind = words_at[end - 1 if closed_end else end] + 1
            for group in groups:
                found.add(group, first, behind)
        return found

    def matches(self, compiled: Compiled, found: Found, message: Message) -> list[Match]:
        """Where a pattern stands."""
        present = found.by_start
        for groups in compiled.needs:
            if not any(group in present for group in groups):
                return []
        return _ends(find(compiled.parts, found, message.sentences))

    def exceptions(self, rule: Rule, found: Found, message: Message) -> set[int]:
        """The sentences in which one of the rule's own exceptions stands."""
        return {
            message.sentences[match.core[0]]
            for compiled in self._unless[rule.name]
            for match in self.matches(compiled, found, message)
        }


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
