"""Who is told when a member has not checked in for a while: only by a yes of both."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, or_, select, update

from storage.database import Transaction
from storage.tables import checkin_hearers


def ask(tx: Transaction, person: int, hearer: int) -> None:
    """The member wants this person to hear; the person has not said yes."""
    tx.insert_new(checkin_hearers, [{"person": person, "hearer": hearer}])


def agree(tx: Transaction, person: int, hearer: int, now: datetime) -> bool:
    """The other one is willing. False: nobody asks them any more."""
    agreed = tx.execute(update(checkin_hearers).where(*_of(person, hearer)).values(agreed_at=now))
    return bool(agreed.rowcount)


def end(tx: Transaction, person: int, hearer: int) -> bool:
    """One of the two does not want it any more. Returns: whether there was anything."""
    return bool(tx.execute(delete(checkin_hearers).where(*_of(person, hearer))).rowcount)


def end_all(tx: Transaction, person: int) -> None:
    """Nobody hears of this member any more."""
    tx.execute(delete(checkin_hearers).where(checkin_hearers.c.person == person))


_AGREED = select(checkin_hearers.c.person, checkin_hearers.c.hearer).where(
    checkin_hearers.c.person.in_(bindparam("people", expanding=True)),
    checkin_hearers.c.agreed_at.is_not(None),
)


def agreed(tx: Transaction, people: Sequence[int]) -> list[tuple[int, int]]:
    """Of these members, who has whom to hear of them, with the yes of both."""
    if not people:
        return []
    return [(person, hearer) for person, hearer in tx.execute(_AGREED, {"people": list(people)})]


def export(tx: Transaction, person: int) -> dict[str, Any]:
    """How many hear of the member, and of how many they hear; nobody else's id."""
    mine = checkin_hearers.c.person == person
    theirs = checkin_hearers.c.hearer == person
    rows = tx.execute(
        select(checkin_hearers.c.person, checkin_hearers.c.agreed_at).where(or_(mine, theirs))
    ).all()
    return {
        "who_hears_of_me": [
            {"agreed": row.agreed_at is not None} for row in rows if row.person == person
        ],
        "of_whom_i_hear": [
            {"agreed": row.agreed_at is not None} for row in rows if row.person != person
        ],
    }


def erase(tx: Transaction, person: int) -> None:
    """Remove the member from both sides."""
    mine = checkin_hearers.c.person == person
    tx.execute(delete(checkin_hearers).where(or_(mine, checkin_hearers.c.hearer == person)))


def _of(person: int, hearer: int) -> tuple[Any, Any]:
    return checkin_hearers.c.person == person, checkin_hearers.c.hearer == hearer
