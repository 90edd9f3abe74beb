"""Small goals of a member's own."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, update

from storage.database import Transaction
from storage.encryption import Key
from storage.ids import new_id
from storage.tables import goals

CARD = "goals.card"


class State(StrEnum):
    """OPEN: still wanted. DONE: reached. LET_GO: the member changed their mind."""

    OPEN = "open"
    DONE = "done"
    LET_GO = "let_go"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a goal."""

    words: str
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What a member would like to do.

    Args:
        beside: it stands beside the day's check-in question, as the member wished.
        review: the day, on their calendar, on which they want to look at it; None: they are not
            asked about it.
    """

    id: int = field(default_factory=new_id)
    person: int
    words: str
    steps: tuple[Step, ...] = ()
    state: State = State.OPEN
    beside: bool = False
    review: date | None = None
    added_at: datetime


def put(tx: Transaction, goal: Goal) -> None:
    """Write a goal, new or anew."""
    steps = [asdict(each) for each in goal.steps]
    card = json.dumps({"words": goal.words, "steps": steps, "beside": goal.beside})
    row = {
        "person": goal.person,
        "card": tx.key_of(goal.person).seal_text(CARD, goal.id, card),
        "state": goal.state.value,
        "review": goal.review,
        "added_at": goal.added_at,
    }
    changed = tx.execute(update(goals).where(goals.c.id == goal.id).values(**row))
    if changed.rowcount == 0:
        tx.execute(insert(goals).values(id=goal.id, **row))


def goals_of(tx: Transaction, person: int, state: State | None = None) -> list[Goal]:
    """A member's goals, all or those in one state, in the order in which they were added."""
    key = tx.key_of(person)
    query = select(goals).where(goals.c.person == person).order_by(goals.c.added_at, goals.c.id)
    if state is not None:
        query = query.where(goals.c.state == state.value)
    return [_goal(key, row) for row in tx.execute(query)]


_ANY_OPEN = (
    select(goals.c.id)
    .where(goals.c.person == bindparam("whose"), goals.c.state == State.OPEN.value)
    .limit(1)
)


def beside_question(tx: Transaction, person: int) -> list[Goal]:
    """The open goals that stand beside a member's check-in; cheap for those who have none."""
    if tx.execute(_ANY_OPEN, {"whose": person}).first() is None:
        return []
    return [each for each in goals_of(tx, person, State.OPEN) if each.beside]


def with_id(tx: Transaction, id: int) -> Goal | None:
    """The goal of that id."""
    row = tx.execute(select(goals).where(goals.c.id == id)).one_or_none()
    return _goal(tx.key_of(row.person), row) if row is not None else None


def remove(tx: Transaction, id: int) -> None:
    """It should not be kept."""
    tx.execute(delete(goals).where(goals.c.id == id))


def export(tx: Transaction, person: int) -> list[dict[str, Any]]:
    """Every goal, JSON-ready."""
    return [
        {
            "words": each.words,
            "steps": [asdict(step) for step in each.steps],
            "state": each.state.value,
            "beside": each.beside,
            "review": each.review.isoformat() if each.review else None,
            "added_at": each.added_at.isoformat(),
        }
        for each in goals_of(tx, person)
    ]


def erase(tx: Transaction, person: int) -> None:
    """Remove everything about a member's goals."""
    tx.execute(delete(goals).where(goals.c.person == person))


def _goal(key: Key, row: Row[Any]) -> Goal:
    card = json.loads(key.open_text(CARD, row.id, row.card))
    return Goal(
        id=row.id,
        person=row.person,
        words=card["words"],
        steps=tuple(Step(**each) for each in card["steps"]),
        state=State(row.state),
        beside=card["beside"],
        review=row.review,
        added_at=row.added_at,
    )
