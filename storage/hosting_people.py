"""Who would like to speak in a meeting in chat, and who was welcomed.

Both are known by a keyed hash of the account, and only until the meeting is over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import delete, func, select

from storage import duty
from storage.database import Transaction
from storage.hosting import Course, Session, Stage, all_hosted, mark_of, save, sessions_of
from storage.ids import new_id
from storage.tables import accounts, hosted_hands, hosted_met

WHO = "hosted_hands.who"


def raise_hand(tx: Transaction, session: int, platform: str, user: str) -> bool:
    """Somebody would like to speak. Returns: False if their hand is up already."""
    row = new_id()
    who = tx.keys.system.seal_text(WHO, row, user)
    mark = mark_of(tx, platform, user)
    new = {"id": row, "session": session, "who_index": mark, "who": who}
    return bool(tx.insert_new(hosted_hands, [new]))


def lower_hand(tx: Transaction, session: int, platform: str, user: str) -> bool:
    """They no longer would. Returns: whether their hand was up."""
    mark = mark_of(tx, platform, user)
    gone = delete(hosted_hands).where(
        hosted_hands.c.session == session, hosted_hands.c.who_index == mark
    )
    return bool(tx.execute(gone).rowcount)


def hands(tx: Transaction, session: int) -> Sequence[str]:
    """The accounts whose hands are up, in the order in which they were raised."""
    rows = tx.execute(
        select(hosted_hands.c.id, hosted_hands.c.who)
        .where(hosted_hands.c.session == session)
        .order_by(hosted_hands.c.id)
    )
    return [tx.keys.system.open_text(WHO, id, who) for id, who in rows]


def meet(tx: Transaction, session: int, platform: str, user: str) -> bool:
    """Somebody is there. Returns: whether they were not seen in this meeting before."""
    mark = mark_of(tx, platform, user)
    return bool(tx.insert_new(hosted_met, [{"session": session, "who_index": mark}]))


def end(tx: Transaction, session: Session) -> Session:
    """It is over: who was there and who spoke is forgotten. Returns: what is left of it."""
    for table in (hosted_hands, hosted_met):
        tx.execute(delete(table).where(table.c.session == session.id))
    course = Course(powerless=session.course.powerless)
    after = replace(session, stage=Stage.CLOSED, course=course)
    save(tx, after)
    return after


# --- privacy


def export(tx: Transaction, person: int) -> dict[str, Any]:
    """What is held of a member while a meeting takes place, JSON-ready."""
    counted = {}
    for name, table in (("hands", hosted_hands), ("welcomed", hosted_met)):
        mine = select(accounts.c.user_index).where(accounts.c.person == person)
        count = select(func.count()).select_from(table).where(table.c.who_index.in_(mine))
        counted[name] = tx.execute(count).scalar_one()
    return counted


def erase(tx: Transaction, person: int) -> None:
    """Remove it. A lent role stays known until the end, when it is taken back."""
    own = set(duty.indexes_of(tx, person))
    for held in all_hosted(tx):
        for session in sessions_of(tx, [held.meeting]):
            if duty.account_index(tx, held.platform, session.course.speaker) in own:
                save(tx, replace(session, course=replace(session.course, speaker="", since="")))
    mine = select(accounts.c.user_index).where(accounts.c.person == person)
    for table in (hosted_hands, hosted_met):
        tx.execute(delete(table).where(table.c.who_index.in_(mine)))
