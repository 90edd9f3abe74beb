"""The lexicon's files: a language's words, rules and markers, read and checked.

`lexicon/README.md` explains the format to those who write it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bot.crisis.detector.patterns import Pattern, PatternError, parse
from bot.crisis.detector.verdict import TOPICS, Level

FOLDER = Path(__file__).parent / "lexicon"
MARKERS = ("negation", "negation_after", "not_negation", "self", "other", "you", "turn", "still")
SUBJECTS = ("auto", "first", "self", "other")
_TABLES = ("language", "name", "review", "common", "prefixes", "typos", "spellings",
           "classes", "markers", "rule", "harmless")  # fmt: skip
SCOPES = ("overlap", "sentence", "message")

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class LexiconError(ValueError):
    """A file of the lexicon cannot be used; says which and where."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What is said when somebody may need help."""

    name: str
    level: Level
    topic: str
    subject: str
    """`auto`: told by the words around it; `first`: whom it names first; else fixed."""
    other_level: Level
    """The level when somebody else is spoken of."""
    keep: frozenset[str]
    """Names of what does not lower this rule: `negation`, or a harmless entry's name."""
    patterns: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    """Nothing is found when one of these stands in the same sentence."""
    comment: str
    fires: tuple[str, ...]
    silent: tuple[str, ...]

    @property
    def bare(self) -> Rule:
        """Without what takes room and is not needed once the patterns are compiled."""
        return replace(self, patterns=(), unless=(), fires=(), silent=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Harmless:
    """What sounds alike and is no reason to worry."""

    name: str
    scope: str
    """What it lowers: hits that it overlaps, all in its `sentence`, or all in the `message`."""
    to: Level
    """At most this level is left."""
    patterns: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    comment: str
    quiet: tuple[str, ...]
    alerts: tuple[str, ...]

    @property
    def bare(self) -> Harmless:
        """Without what takes room and is not needed once the patterns are compiled."""
        return replace(self, patterns=(), unless=(), quiet=(), alerts=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One file."""

    code: str
    common: frozenset[str]
    prefixes: tuple[str, ...]
    typos: tuple[str, ...]
    spellings: Mapping[str, str]
    """Other spellings, and the words that they stand for."""
    classes: Mapping[str, tuple[str, ...]]
    """Terms by class, the markers among them."""
    rules: tuple[Rule, ...]
    harmless: tuple[Harmless, ...]

    @property
    def bare(self) -> Language:
        """Without what takes room and is not needed once its grammar is made."""
        own = {"self": self.classes["self"]}
        return replace(self, classes=own, rules=(), harmless=())


def languages() -> tuple[str, ...]:
    """The codes of the languages that there are files for."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


def read(code: str) -> Language:
    """One language. Raises: LexiconError."""
    path = FOLDER / f"{code}.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise LexiconError(f"there is no lexicon for {code!r}") from None
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path.name}: {error}") from None
    return from_data(code, data)


def from_data(code: str, data: Mapping[str, Any]) -> Language:
    """One language, from the tables of its file. Raises: LexiconError."""
    try:
        return _language(code, data)
    except (KeyError, TypeError, ValueError) as error:
        raise LexiconError(f"{code}.toml: {error}") from None


def _language(code: str, data: Mapping[str, Any]) -> Language:
    _known(data, _TABLES, "the file")
    if data["language"] != code:
        raise ValueError(f"it says that its language is {data['language']!r}")
    markers = data.get("markers", {})
    _known(markers, MARKERS, "[markers]")
    classes = {name: terms(text) for name, text in data.get("classes", {}).items()}
    if shared := classes.keys() & set(MARKERS):
        raise ValueError(f"classes have the names of markers: {sorted(shared)}")
    classes |= {name: terms(markers.get(name, "")) for name in MARKERS}
    rules = tuple(_rule(entry) for entry in data.get("rule", ()))
    harmless = tuple(_harmless(entry) for entry in data.get("harmless", ()))
    names = [rule.name for rule in rules] + [entry.name for entry in harmless]
    if twice := {name for name in names if names.count(name) > 1}:
        raise ValueError(f"names are given twice: {sorted(twice)}")
    known = {"negation", *(entry.name for entry in harmless)}
    for rule in rules:
        if rule.keep - known:
            raise ValueError(f"{rule.name} keeps what there is not: {sorted(rule.keep - known)}")
    _known_classes((*rules, *harmless), classes)
    return Language(
        code=code,
        common=frozenset(terms(data.get("common", ""))),
        prefixes=terms(data.get("prefixes", "")),
        typos=terms(data.get("typos", "")),
        spellings=_spellings(data.get("spellings", "")),
        classes=classes,
        rules=rules,
        harmless=harmless,
    )


def terms(text: str) -> tuple[str, ...]:
    """Terms parted by commas or ends of lines; `#` begins a comment that ends with the line."""
    lines = (line.partition("#")[0] for line in text.splitlines())
    return tuple(dict.fromkeys(t.strip() for line in lines for t in line.split(",") if t.strip()))


def _spellings(text: str) -> dict[str, str]:
    pairs = {}
    for entry in terms(text):
        spelling, equals, word = entry.partition("=")
        if not equals or not spelling.strip() or not word.strip():
            raise ValueError(f"a spelling reads `wrong = right`, not {entry!r}")
        pairs[spelling.strip()] = word.strip()
    return pairs


def _patterns(text: str) -> tuple[Pattern, ...]:
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return tuple(parse(line) for line in lines if line)


def _rule(entry: Mapping[str, Any]) -> Rule:
    name = _name(entry)
    _known(entry, ("name", "level", "topic", "subject", "other_level", "keep", "patterns",
                   "unless", "comment", "fires", "silent"), name)  # fmt: skip
    level = Level.of(entry["level"])
    rule = Rule(
        name=name,
        level=level,
        topic=_one_of(entry["topic"], TOPICS, name),
        subject=_one_of(entry.get("subject", "auto"), SUBJECTS, name),
        other_level=Level.of(entry.get("other_level", level.word)),
        keep=frozenset(terms(entry.get("keep", ""))),
        patterns=_patterns(entry["patterns"]),
        unless=_patterns(entry.get("unless", "")),
        comment=entry["comment"],
        fires=tuple(entry["fires"]),
        silent=tuple(entry["silent"]),
    )
    if not (rule.patterns and rule.comment and rule.fires and rule.silent):
        raise ValueError(f"{name} needs patterns, a comment, and examples of both kinds")
    return rule


def _harmless(entry: Mapping[str, Any]) -> Harmless:
    name = _name(entry)
    _known(entry, ("name", "scope", "to", "patterns", "unless", "comment", "quiet",
                   "alerts"), name)  # fmt: skip
    harmless = Harmless(
        name=name,
        scope=_one_of(entry.get("scope", "overlap"), SCOPES, name),
        to=Level.of(entry.get("to", "none")),
        patterns=_patterns(entry["patterns"]),
        unless=_patterns(entry.get("unless", "")),
        comment=entry["comment"],
        quiet=tuple(entry["quiet"]),
        alerts=tuple(entry.get("alerts", ())),
    )
    if not (harmless.patterns and harmless.comment and harmless.quiet):
        raise ValueError(f"{name} needs patterns, a comment and an example")
    return harmless


def _name(entry: Mapping[str, Any]) -> str:
    name = entry.get("name", "")
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise ValueError(f"a name is small letters, digits and hyphens, not {name!r}")
    return name


def _known(table: Mapping[str, Any], keys: Sequence[str], where: str) -> None:
    if unknown := table.keys() - set(keys):
        raise ValueError(f"unknown in {where}: {sorted(unknown)}")


def _known_classes(entries: Sequence[Rule | Harmless], classes: Mapping[str, Any]) -> None:
    for entry in entries:
        for pattern in (*entry.patterns, *entry.unless):
            for part in pattern.parts:
                for step in part.steps:
                    for name in step.classes:
                        if name not in classes:
                            raise PatternError(f"{entry.name} names a class not there: {name!r}")


def _one_of(word: str, words: Sequence[str], where: str) -> str:
    if word not in words:
        raise ValueError(f"{where}: {word!r} is none of {', '.join(words)}")
    return word
