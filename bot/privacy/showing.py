"""What is held about somebody, in a few words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.privacy.holding import Holding
from bot.richtext import Body, Bullets, Text
from bot.turn import Turn


def words(turn: Turn, held: Mapping[str, Any]) -> Body:
    """Which features hold something, and who sees it."""
    parts = tuple((Text(part),) for part in _parts(turn, held))
    return (*turn.body("privacy-held"), Bullets(parts), *turn.body("privacy-who-sees"))


def held(turn: Turn, person: int, *, holding: Holding) -> list[str]:
    """The parts alone, in words."""
    return _parts(turn, holding.export(turn.tx, person))


def _parts(turn: Turn, held: Mapping[str, Any]) -> list[str]:
    return [name_of(turn, each) for each, found in held.items() if holds(found)]


def name_of(turn: Turn, feature: str) -> str:
    """What a feature holds, in the member's language."""
    return turn.line(f"privacy-part-{feature.replace(' ', '-')}")


def holds(found: Any) -> bool:
    """Whether an export says anything at all: empty lists, texts and nothing do not."""
    if isinstance(found, Mapping):
        return any(map(holds, found.values()))
    if isinstance(found, list | tuple):
        return any(map(holds, found))
    return found not in (None, "", False, 0)
