"""What is held about a member's check-ins."""

from __future__ import annotations

from datetime import date
from typing import Any

from storage import checkin_hearers, checkins
from storage.database import Transaction


def export(tx: Transaction, person: int) -> dict[str, Any]:
    """Every answer, how they want to be asked, and who hears of a silence; JSON-ready."""
    plan = checkins.plan_of(tx, person)
    return {
        "days": [
            {
                "day": each.day.isoformat(),
                "word": each.word,
                "note": each.note,
                **each.extras,
                "answered_at": each.answered_at.isoformat(),
            }
            for each in checkins.between(tx, person, date.min, date.max)
        ],
        "plan": plan,
        **checkin_hearers.export(tx, person),
    }


def erase(tx: Transaction, person: int) -> None:
    """Remove everything about a member's check-ins."""
    checkin_hearers.erase(tx, person)
    checkins.erase(tx, person)
