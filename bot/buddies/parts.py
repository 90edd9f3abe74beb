"""What each folder of the buddies brings to the one feature that they make together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.commands import Command, Form
from bot.feature import Arrived, Plan, Write
from bot.platform import Action, Event
from bot.turn import Turn

Handle = Callable[[Turn], Sequence[Action]]
Hear = Callable[[Turn, str], Sequence[Action] | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A folder's share; what each field means is told in `bot.feature.Feature`.

    Args:
        notices: each folder that asks for a type of event gets it.
        hear: asked one after another; the first that does not answer None has the word.
    """

    commands: tuple[Command, ...] = ()
    forms: tuple[Form, ...] = ()
    prompts: Mapping[str, Handle] = field(default_factory=dict)
    takes_back: Mapping[str, Handle] = field(default_factory=dict)
    plans: Mapping[str, Plan] = field(default_factory=dict)
    writes: Mapping[str, Write] = field(default_factory=dict)
    arrived: Mapping[str, Arrived] = field(default_factory=dict)
    needs_reach: frozenset[str] = frozenset()
    notices: tuple[tuple[type[Event], Handle], ...] = ()
    hear: tuple[Hear, ...] = ()


def joined(*some: Parts) -> Parts:
    """All of them as one. Raises: ValueError if two bring something of the same name."""
    return Parts(
        commands=tuple(each for part in some for each in part.commands),
        forms=tuple(each for part in some for each in part.forms),
        notices=tuple(each for part in some for each in part.notices),
        hear=tuple(each for part in some for each in part.hear),
        needs_reach=frozenset[str]().union(*(part.needs_reach for part in some)),
        **{name: _merged(name, [getattr(part, name) for part in some]) for name in _BY_NAME},
    )


_BY_NAME = ("prompts", "takes_back", "plans", "writes", "arrived")


def _merged(what: str, some: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for each in some:
        if twice := merged.keys() & each.keys():
            raise ValueError(f"{what} named twice: {', '.join(sorted(twice))}")
        merged |= each
    return merged


def noticed(parts: Parts) -> dict[type[Event], Handle]:
    """Its notices as a feature has them: one for each type of event."""
    kinds = dict.fromkeys(kind for kind, _ in parts.notices)
    return {
        kind: _one_after_another([handle for of, handle in parts.notices if of is kind])
        for kind in kinds
    }


def heard(parts: Parts) -> Hear | None:
    """Its ears as a feature has them; None if it has none."""
    if not parts.hear:
        return None

    def hear(turn: Turn, text: str) -> Sequence[Action] | None:
        return next((said for each in parts.hear if (said := each(turn, text)) is not None), None)

    return hear


def _one_after_another(handles: Sequence[Handle]) -> Handle:
    def handle(turn: Turn) -> Sequence[Action]:
        return [action for each in handles for action in each(turn)]

    return handle
