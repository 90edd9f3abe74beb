"""What is held about somebody, in a few words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.richtext import Body, Bullets, Text
from bot.turn import Turn


def words(turn: Turn, held: Mapping[str, Any]) -> Body:
    """Which features hold something, and who sees it."""
    parts = [(Text(name_of(turn, each)),) for each, found in held.items() if holds(found)]
    return (*turn.body("privacy-held"), Bullets(tuple(parts)), *turn.body("privacy-who-sees"))


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
