"""Everything about a member, removed."""

from __future__ import annotations

from collections.abc import Sequence

from bot.feature import Feature
from storage.database import Transaction


def erase(tx: Transaction, features: Sequence[Feature], person: int) -> None:
    """Remove everything that is held about a member, in every feature; `members` comes last.

    It removes their accounts, by which rosters, alerts that they took and help lines that they
    checked are found, and the key with which what is sealed for them is read.
    """
    for feature in sorted(features, key=lambda each: each.name == "members"):
        feature.erase(tx, person)
