"""What the engine knows of a person who seeks a buddy; no names, no accounts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any

WEEK = 168
"""Hours of a week, from Monday 00:00 UTC."""
STAGES = AGE_BANDS = 6
MOST_WAITED = 1_000_000


class Pool(StrEnum):
    """Whom somebody can be paired with: peers with peers, family with family."""

    PEER = "peer"
    MENTOR = "mentor"
    FAMILY = "family"


class Consent(StrEnum):
    """What somebody agrees to if nobody fits otherwise, mildest first."""

    REPEAT = "repeat"
    TEXT_ONLY = "text_only"
    WIDER_STAGE = "wider_stage"
    TRIO = "trio"


class BadProfileError(Exception):
    """A profile that cannot be read; says where and what is expected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One person. What is left out restricts nobody.

    Args:
        id: names the person in the result.
        topics: of lived experience; None: they did not say, and take any.
        any_topic: a buddy need not share one.
        stage: of recovery, 0 to 5.
        languages: None: they did not say.
        free_hours: of the week, one character an hour ("1": free), UTC, from Monday 00:00.
        text_only: they write, and need no hour in common with another who only writes.
        gender: as they said it; gender_rule: "same" if a buddy must have said the same.
        age_band: 0 to 5.
        interests: besides recovery.
        blocks: ids with whom they must not be paired, whoever blocked whom.
        past: by id, how many rounds ago they were paired.
        waited: rounds without a buddy until now.
        mentor_only: they seek a mentor, and no buddy.
        capacity: of a mentor: how many more they take.
    """

    id: str
    pool: Pool = Pool.PEER
    topics: frozenset[str] | None = None
    any_topic: bool = False
    stage: int | None = None
    languages: tuple[str, ...] | None = None
    free_hours: str | None = None
    text_only: bool = False
    gender: str = ""
    gender_rule: str = "any"
    age_band: int | None = None
    interests: frozenset[str] = frozenset()
    blocks: frozenset[str] = frozenset()
    past: Mapping[str, int] = field(default_factory=dict)
    waited: int = 0
    seeks_mentor: bool = False
    mentor_only: bool = False
    capacity: int = 1
    consents_to: frozenset[Consent] = frozenset()


_KNOWN = {each.name for each in fields(Profile)}


def read_profiles(lines: Iterable[str], ignored: set[str] | None = None) -> list[Profile]:
    """Profiles, a JSON object a line; empty lines are skipped.

    Args:
        ignored: takes the names of keys that are not known.

    Raises: BadProfileError, with the number of the line.
    """
    ignored = set() if ignored is None else ignored
    found: dict[str, Profile] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
            profile = _profile(data)
            ignored |= set(data) - _KNOWN
        except (ValueError, TypeError, RecursionError) as error:
            raise BadProfileError(f"line {number}: {error}") from None
        if profile.id in found:
            raise BadProfileError(f"line {number}: the id {profile.id!r} is there twice")
        found[profile.id] = profile
    return list(found.values())


def _profile(data: Any) -> Profile:
    if not isinstance(data, dict):
        raise TypeError("expected a JSON object")
    values = {name: value for name, value in data.items() if name in _KNOWN and value is not None}
    if "id" not in values:
        raise ValueError('"id" is missing')
    return Profile(**{name: _READERS[name](name, value) for name, value in values.items()})


def _text(name: str, value: Any) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and name == "id":
        return str(value)
    if not isinstance(value, str):
        raise TypeError(f'"{name}" must be a text')
    return value


def _flag(name: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f'"{name}" must be true or false')
    return value


def _words(name: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise TypeError(f'"{name}" must be a list of texts')
    return tuple(value)


def _ids(name: str, value: Any) -> frozenset[str]:
    if not isinstance(value, list):
        raise TypeError(f'"{name}" must be a list of ids')
    return frozenset(_text("id", each) for each in value)


def _number(lowest: int, highest: int) -> Any:
    def read(name: str, value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            raise TypeError(f'"{name}" must be a whole number')
        if not lowest <= value <= highest:
            raise ValueError(f'"{name}" must be from {lowest} to {highest}')
        return value

    return read


def _hours(name: str, value: Any) -> str:
    if not isinstance(value, str) or len(value) != WEEK or set(value) - {"0", "1"}:
        raise ValueError(f'"{name}" must be {WEEK} characters, each 0 or 1')
    return value


def _past(name: str, value: Any) -> dict[str, int]:
    if not isinstance(value, dict):
        raise TypeError(f'"{name}" must be an object of ids and rounds')
    rounds = _number(0, MOST_WAITED)
    return {other: rounds(name, ago) for other, ago in value.items()}


def _one_of(*allowed: str) -> Any:
    def read(name: str, value: Any) -> str:
        if value not in allowed:
            raise ValueError(f'"{name}" must be one of {", ".join(allowed)}')
        return str(value)

    return read


def _set(name: str, value: Any) -> frozenset[str]:
    return frozenset(_words(name, value))


_READERS: Mapping[str, Any] = {
    "id": _text,
    "pool": lambda name, value: Pool(_one_of(*Pool)(name, value)),
    "topics": _set,
    "any_topic": _flag,
    "stage": _number(0, STAGES - 1),
    "languages": _words,
    "free_hours": _hours,
    "text_only": _flag,
    "gender": _text,
    "gender_rule": _one_of("any", "same"),
    "age_band": _number(0, AGE_BANDS - 1),
    "interests": _set,
    "blocks": _ids,
    "past": _past,
    "waited": _number(0, MOST_WAITED),
    "seeks_mentor": _flag,
    "mentor_only": _flag,
    "capacity": _number(0, 1_000),
    "consents_to": lambda name, value: frozenset(
        Consent(_one_of(*Consent)(name, each)) for each in _words(name, value)
    ),
}
