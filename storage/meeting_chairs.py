"""Who leads which occurrence of a meeting, and who does so in turn."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update

from storage.database import Transaction
from storage.tables import meeting_chairs, meeting_declines, meeting_rota


@dataclass(frozen=True, slots=True)
class Chair:
    """Somebody who leads an occurrence.

    Args:
        here: they said so shortly before it begins.
        in_turn: it fell to them by the rota.
        at: since when.
    """

    person: int
    here: bool
    in_turn: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class Volunteer:
    """Somebody on a meeting's rota. Args: led: the last occurrence that fell to them, or ""."""

    person: int
    led: str


# --- one occurrence


def chair_of(tx: Transaction, meeting: int, occurrence: str) -> Chair | None:
    """Who leads it; None while nobody does."""
    return chairs(tx, [meeting]).get((meeting, occurrence))


def chairs(tx: Transaction, meetings: Collection[int]) -> dict[tuple[int, str], Chair]:
    """Who leads what, by meeting and occurrence."""
    rows = tx.execute(select(meeting_chairs).where(meeting_chairs.c.meeting.in_(set(meetings))))
    return {
        (row.meeting, row.occurrence): Chair(row.person, row.here, row.in_turn, row.at)
        for row in rows
    }


def put(
    tx: Transaction,
    meeting: int,
    occurrence: str,
    person: int,
    *,
    here: bool,
    now: datetime,
    in_turn: bool = False,
) -> None:
    """This person leads it, in place of whoever did."""
    remove(tx, meeting, occurrence)
    tx.execute(
        insert(meeting_chairs).values(
            meeting=meeting,
            occurrence=occurrence,
            person=person,
            here=here,
            in_turn=in_turn,
            at=now,
        )
    )


def set_here(tx: Transaction, meeting: int, occurrence: str) -> None:
    """Whoever leads it is there."""
    tx.execute(update(meeting_chairs).where(*_of(meeting, occurrence)).values(here=True))


def remove(tx: Transaction, meeting: int, occurrence: str) -> None:
    """Nobody leads it."""
    tx.execute(delete(meeting_chairs).where(*_of(meeting, occurrence)))


def remove_turns(tx: Transaction, meeting: int, since: str, person: int | None = None) -> None:
    """Take back what fell to somebody, or to anybody, by the rota, from an occurrence on."""
    which = [
        meeting_chairs.c.meeting == meeting,
        meeting_chairs.c.occurrence >= since,
        meeting_chairs.c.in_turn,
    ]
    if person is not None:
        which.append(meeting_chairs.c.person == person)
    tx.execute(delete(meeting_chairs).where(*which))


def turns_of(tx: Transaction, person: int) -> list[tuple[int, str]]:
    """What fell to somebody by the rota: meetings and occurrences."""
    rows = tx.execute(
        select(meeting_chairs.c.meeting, meeting_chairs.c.occurrence).where(
            meeting_chairs.c.person == person, meeting_chairs.c.in_turn
        )
    )
    return [(row.meeting, row.occurrence) for row in rows]


# --- the rota


def volunteers(tx: Transaction, meeting: int) -> list[Volunteer]:
    """Who leads a meeting in turn; who has done so longest ago comes first."""
    rows = tx.execute(
        select(meeting_rota)
        .where(meeting_rota.c.meeting == meeting)
        .order_by(meeting_rota.c.led, meeting_rota.c.at, meeting_rota.c.person)
    )
    return [Volunteer(row.person, row.led) for row in rows]


def join_rota(tx: Transaction, meeting: int, person: int, now: datetime) -> None:
    """Somebody leads the meeting in turn with others."""
    leave_rota(tx, meeting, person)
    tx.execute(insert(meeting_rota).values(meeting=meeting, person=person, led="", at=now))


def leave_rota(tx: Transaction, meeting: int, person: int) -> bool:
    """Somebody is on the rota no more. Returns: whether they were."""
    gone = tx.execute(
        delete(meeting_rota).where(
            meeting_rota.c.meeting == meeting, meeting_rota.c.person == person
        )
    )
    return gone.rowcount > 0


def set_led(tx: Transaction, meeting: int, person: int, occurrence: str) -> None:
    """The last occurrence that fell to somebody."""
    tx.execute(
        update(meeting_rota)
        .where(meeting_rota.c.meeting == meeting, meeting_rota.c.person == person)
        .values(led=occurrence)
    )


def decline(tx: Transaction, meeting: int, occurrence: str, person: int) -> None:
    """Somebody cannot lead that occurrence, so that it does not fall to them again."""
    if person not in declined(tx, meeting).get(occurrence, set()):
        tx.execute(
            insert(meeting_declines).values(meeting=meeting, occurrence=occurrence, person=person)
        )


def declined(tx: Transaction, meeting: int) -> dict[str, set[int]]:
    """Who cannot lead which occurrences."""
    found: dict[str, set[int]] = {}
    for row in tx.execute(select(meeting_declines).where(meeting_declines.c.meeting == meeting)):
        found.setdefault(row.occurrence, set()).add(row.person)
    return found


# --- what is held about a member


def forget(tx: Transaction, meeting: int, before: str) -> None:
    """Forget who led earlier occurrences, and who could not."""
    for table in (meeting_chairs, meeting_declines):
        tx.execute(delete(table).where(table.c.meeting == meeting, table.c.occurrence < before))


def export(tx: Transaction, person: int) -> dict[str, Any]:
    """What a member leads, by themselves and in turn, JSON-ready."""
    chairs = tx.execute(select(meeting_chairs).where(meeting_chairs.c.person == person))
    turns = tx.execute(select(meeting_rota).where(meeting_rota.c.person == person))
    declines = tx.execute(select(meeting_declines).where(meeting_declines.c.person == person))
    return {
        "leads": [
            {"meeting": row.meeting, "occurrence": row.occurrence, "here": row.here}
            for row in chairs
        ],
        "leads_in_turn": [{"meeting": row.meeting, "since": row.at.isoformat()} for row in turns],
        "cannot_lead": [{"meeting": row.meeting, "occurrence": row.occurrence} for row in declines],
    }


def erase(tx: Transaction, person: int) -> None:
    """A member leads nothing any more."""
    for table in (meeting_chairs, meeting_rota, meeting_declines):
        tx.execute(delete(table).where(table.c.person == person))


def _of(meeting: int, occurrence: str) -> tuple[Any, Any]:
    return meeting_chairs.c.meeting == meeting, meeting_chairs.c.occurrence == occurrence
