"""Who leads which occurrence of a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update

from storage.database import Transaction
from storage.tables import meeting_chairs


@dataclass(frozen=True, slots=True)
class Chair:
    """Somebody who leads an occurrence. Args: here: they said so shortly before it begins."""

    person: int
    here: bool


def chair_of(tx: Transaction, meeting: int, occurrence: str) -> Chair | None:
    """Who leads it; None while nobody does."""
    row = tx.execute(
        select(meeting_chairs.c.person, meeting_chairs.c.here).where(*_of(meeting, occurrence))
    ).one_or_none()
    return Chair(row.person, row.here) if row is not None else None


def put(
    tx: Transaction, meeting: int, occurrence: str, person: int, *, here: bool, now: datetime
) -> None:
    """This person leads it, in place of whoever did."""
    remove(tx, meeting, occurrence)
    tx.execute(
        insert(meeting_chairs).values(
            meeting=meeting, occurrence=occurrence, person=person, here=here, at=now
        )
    )


def set_here(tx: Transaction, meeting: int, occurrence: str) -> None:
    """Whoever leads it is there."""
    tx.execute(update(meeting_chairs).where(*_of(meeting, occurrence)).values(here=True))


def remove(tx: Transaction, meeting: int, occurrence: str) -> None:
    """Nobody leads it."""
    tx.execute(delete(meeting_chairs).where(*_of(meeting, occurrence)))


def forget(tx: Transaction, meeting: int, before: str) -> None:
    """Forget who led earlier occurrences."""
    tx.execute(
        delete(meeting_chairs).where(
            meeting_chairs.c.meeting == meeting, meeting_chairs.c.occurrence < before
        )
    )


def export(tx: Transaction, person: int) -> list[dict[str, Any]]:
    """What a member leads, JSON-ready."""
    rows = tx.execute(select(meeting_chairs).where(meeting_chairs.c.person == person))
    return [
        {"meeting": row.meeting, "occurrence": row.occurrence, "here": row.here} for row in rows
    ]


def erase(tx: Transaction, person: int) -> None:
    """A member leads nothing any more."""
    tx.execute(delete(meeting_chairs).where(meeting_chairs.c.person == person))


def _of(meeting: int, occurrence: str) -> tuple[Any, Any]:
    return meeting_chairs.c.meeting == meeting, meeting_chairs.c.occurrence == occurrence
