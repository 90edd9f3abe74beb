"""What is held about sharing."""

from __future__ import annotations

from typing import Any

from bot.checkins.sharing import ending
from storage import access_log, shares
from storage.database import Transaction


def export(tx: Transaction, person: int) -> dict[str, Any]:
    """What a member shows to whom, and who has seen what; JSON-ready."""
    return {
        "shared": [
            {
                "item": each.item,
                "with": each.reader.value,
                "until": each.until.isoformat() if each.until else None,
            }
            for each in shares.of_owner(tx, person)
            if each.stands
        ],
        "seen_by_others": [
            {
                "item": each.item,
                "day": each.day.isoformat(),
                "as": each.reader,
                "how": each.how.value,
                "at": each.at.isoformat(),
            }
            for each in access_log.of_person(tx, person)
        ],
        "muted": shares.count_mutes(tx, person),
    }


def erase(tx: Transaction, person: int) -> None:
    """Remove it all, and have removed what shows it to others."""
    ending.erase(tx, person)
    access_log.erase(tx, person)
