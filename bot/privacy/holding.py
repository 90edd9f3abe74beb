"""What is held about people, by every feature; handed over when all features are known."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.platform import Send
from storage.database import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """How what is held is read and removed.

    Args:
        export: everything about a person, JSON-ready, by the name of the feature that holds it.
        erase: removes everything about a person, their key first.
        farewell: what is removed from platforms before that; see `bot.feature.Feature`.
    """

    export: Callable[[Transaction, int], Mapping[str, Any]]
    erase: Callable[[Transaction, int], None]
    farewell: Callable[[Transaction, int, datetime], Sequence[Send]] = lambda tx, person, now: ()
