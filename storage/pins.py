"""PINs before what others should not see on a member's device."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update

from storage.database import Transaction
from storage.tables import pin_openings, pins

HASH = "pins.hash"
QUESTION = "pins.question"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """How it stands with somebody's PIN.

    Args:
        hash: salt and slow hash; None: they have none.
        wrong: how many wrong ones were tried since the last right one.
        rests_until: none is tried before.
        goes_at: it was forgotten, and no longer counts from then on.
        changes_until: the old one was given, so that another may be chosen.
    """

    person: int
    hash: bytes | None = None
    set_at: datetime | None = None
    wrong: int = 0
    rests_until: datetime | None = None
    goes_at: datetime | None = None
    changes_until: datetime | None = None


_PIN_OF = select(pins).where(pins.c.person == bindparam("whose"))


def of_person(tx: Transaction, person: int) -> Pin:
    """How it stands with somebody's PIN; for most, nothing is there."""
    row = tx.execute(_PIN_OF, {"whose": person}).one_or_none()
    if row is None:
        return Pin(person=person)
    sealed = row.hash
    return Pin(
        person=person,
        hash=tx.key_of(person).open(HASH, person, sealed) if sealed is not None else None,
        set_at=row.set_at,
        wrong=row.wrong,
        rests_until=row.rests_until,
        goes_at=row.goes_at,
        changes_until=row.changes_until,
    )


def put(tx: Transaction, pin: Pin) -> None:
    """Write how it stands, in place of what stood there; an open question stays."""
    plain = pin.hash
    _write(
        tx,
        pin.person,
        {
            "hash": tx.key_of(pin.person).seal(HASH, pin.person, plain) if plain else None,
            "set_at": pin.set_at,
            "wrong": pin.wrong,
            "rests_until": pin.rests_until,
            "goes_at": pin.goes_at,
            "changes_until": pin.changes_until,
        },
    )


def ask(tx: Transaction, person: int, question: Mapping[str, Any], until: datetime) -> None:
    """Remember what the next PIN is wanted for."""
    sealed = tx.key_of(person).seal(QUESTION, person, json.dumps(question).encode())
    _write(tx, person, {"question": sealed, "question_until": until})


def question_of(tx: Transaction, person: int, now: datetime) -> dict[str, Any] | None:
    """What a PIN is wanted for; None if for nothing, or nobody answered in time."""
    row = tx.execute(_PIN_OF, {"whose": person}).one_or_none()
    if row is None or row.question is None or row.question_until <= now:
        return None
    question: dict[str, Any] = json.loads(tx.key_of(person).open(QUESTION, person, row.question))
    return question


def drop_question(tx: Transaction, person: int) -> None:
    """No PIN is wanted any more."""
    gone = {"question": None, "question_until": None}
    tx.execute(update(pins).where(pins.c.person == person).values(**gone))


# --- where it was given


def open_until(tx: Transaction, person: int, platform: str, user: str, until: datetime) -> None:
    """Nothing more is asked in the conversation with an account before that moment."""
    place = _place(tx, platform, user)
    tx.execute(_CLOSE, {"at": place})
    tx.execute(insert(pin_openings).values(place=place, person=person, until=until))


def is_open(tx: Transaction, platform: str, user: str, now: datetime) -> bool:
    """Whether the PIN was given in the conversation with an account a short while ago."""
    place = _place(tx, platform, user)
    found: datetime | None = tx.execute(_OPEN_UNTIL, {"at": place}).scalar()
    return found is not None and found > now


def close(tx: Transaction, person: int) -> None:
    """Ask for the PIN again, in each of somebody's conversations."""
    tx.execute(delete(pin_openings).where(pin_openings.c.person == person))


def erase(tx: Transaction, person: int) -> None:
    """Remove somebody's PIN and where it was given."""
    close(tx, person)
    tx.execute(delete(pins).where(pins.c.person == person))


_CLOSE = delete(pin_openings).where(pin_openings.c.place == bindparam("at"))
_OPEN_UNTIL = select(pin_openings.c.until).where(pin_openings.c.place == bindparam("at"))


def _place(tx: Transaction, platform: str, user: str) -> bytes:
    return tx.keys.index(f"conversation:{platform}:{user}")


def _write(tx: Transaction, person: int, values: Mapping[str, Any]) -> None:
    known = tx.execute(update(pins).where(pins.c.person == person).values(**values))
    if known.rowcount == 0:
        tx.execute(insert(pins).values(person=person, **values))
