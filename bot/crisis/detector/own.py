"""What a community changes: its own terms, and rules that it silences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.crisis.detector.grammar import Grammar
from bot.crisis.detector.lexicon import MARKERS, Language, Rule
from bot.crisis.detector.normalise import normalise
from bot.crisis.detector.patterns import Pattern, Row, Step
from bot.crisis.detector.verdict import Level

OWN_TERM = "community-term"
"""The rule that a community's own terms fire."""
OWN = "own"
"""The language that a community's own terms are listed under."""


def checked(silenced: Sequence[str], grammars: Sequence[Grammar]) -> frozenset[str]:
    """The names of silenced rules. Raises: ValueError if one is unknown or an emergency's."""
    for name in silenced:
        code, _, rule_name = name.rpartition(":")
        rules = [
            rule
            for grammar in grammars
            for rule, _ in grammar.rules
            if rule.name == rule_name and code in ("", grammar.code)
        ]
        if not rules:
            raise ValueError(f"no rule is called {name!r}")
        if any(Level.EMERGENCY in (rule.level, rule.other_level) for rule in rules):
            raise ValueError(f"{name!r} is an emergency's rule and cannot be silenced")
    return frozenset(silenced)


def own_language(extra: Mapping[str, Level]) -> Language:
    """A community's own terms as a language of its own, by the level of each."""
    rules = []
    for level in sorted(set(extra.values())):
        patterns = tuple(
            Pattern((Row((Step((" ".join(term.split()),)),)),), term)
            for term, its_level in extra.items()
            if its_level is level and normalise(term).strip()
        )
        rules.append(
            Rule(
                name=OWN_TERM,
                level=level,
                topic="",
                subject="auto",
                other_level=level,
                keep=frozenset(),
                patterns=patterns,
                unless=(),
                comment="",
                fires=(),
                silent=(),
            )
        )
    return Language(
        code=OWN,
        common=frozenset(),
        prefixes=(),
        typos=(),
        spellings={},
        classes=dict.fromkeys(MARKERS, ()),
        rules=tuple(rules),
        harmless=(),
    )
