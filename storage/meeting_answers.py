"""What members said of occurrences of meetings: coming, maybe, waiting for a place."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import delete, func, insert, select

from storage import meetings
from storage.database import Transaction
from storage.ids import new_id
from storage.tables import meeting_answers


class Answer(StrEnum):
    """WAITING: they would come, and all places are taken."""

    COMING = "coming"
    MAYBE = "maybe"
    WAITING = "waiting"


def set_answer(
    tx: Transaction,
    *,
    meeting: int,
    occurrence: str,
    person: int,
    answer: Answer,
    now: datetime,
) -> None:
    """Keep what a person said of one occurrence, in place of an earlier answer."""
    take_back_answer(tx, meeting, occurrence, person)
    tx.execute(
        insert(meeting_answers).values(
            id=new_id(),
            meeting=meeting,
            occurrence=occurrence,
            person=person,
            answer=answer,
            at=now,
        )
    )


def take_back_answer(tx: Transaction, meeting: int, occurrence: str, person: int) -> None:
    """Forget what a person said of one occurrence."""
    tx.execute(
        delete(meeting_answers).where(*_of(meeting, occurrence), meeting_answers.c.person == person)
    )


def answers_of(tx: Transaction, person: int) -> dict[tuple[int, str], Answer]:
    """What a person said, by meeting and occurrence."""
    rows = tx.execute(
        select(
            meeting_answers.c.meeting, meeting_answers.c.occurrence, meeting_answers.c.answer
        ).where(meeting_answers.c.person == person)
    )
    return {(meeting, occurrence): Answer(answer) for meeting, occurrence, answer in rows}


def count_answers(
    tx: Transaction, meeting_ids: Collection[int]
) -> dict[tuple[int, str, Answer], int]:
    """How many gave each answer, by meeting and occurrence."""
    grouped = (
        meeting_answers.c.meeting,
        meeting_answers.c.occurrence,
        meeting_answers.c.answer,
    )
    rows = tx.execute(
        select(*grouped, func.count())
        .where(meeting_answers.c.meeting.in_(set(meeting_ids)))
        .group_by(*grouped)
    )
    return {(meeting, at, Answer(answer)): count for meeting, at, answer, count in rows}


def who_said(
    tx: Transaction, meeting: int, occurrence: str | None, *answers: Answer
) -> list[tuple[int, Answer]]:
    """Persons and their answers, in the order in which they gave them; None: to any occurrence."""
    wanted = select(meeting_answers.c.person, meeting_answers.c.answer).where(
        meeting_answers.c.meeting == meeting, meeting_answers.c.answer.in_(answers)
    )
    if occurrence is not None:
        wanted = wanted.where(meeting_answers.c.occurrence == occurrence)
    rows = tx.execute(wanted.order_by(meeting_answers.c.at, meeting_answers.c.id))
    return [(person, Answer(answer)) for person, answer in rows]


def forget_answers(tx: Transaction, meeting: int, before: str) -> None:
    """Nobody need know later who came: forget the answers for earlier occurrences."""
    tx.execute(
        delete(meeting_answers).where(
            meeting_answers.c.meeting == meeting, meeting_answers.c.occurrence < before
        )
    )


def _of(meeting: int, occurrence: str) -> tuple[Any, Any]:
    return meeting_answers.c.meeting == meeting, meeting_answers.c.occurrence == occurrence


# --- what is held about a member


def export(tx: Transaction, person: int) -> list[dict[str, Any]]:
    """What a member said about occurrences, JSON-ready."""
    rows = tx.execute(select(meeting_answers).where(meeting_answers.c.person == person)).all()
    known = meetings.get_all(tx, [row.meeting for row in rows])
    return [
        {
            "meeting": known[row.meeting].card.name,
            "occurrence": row.occurrence,
            "answer": row.answer,
            "at": row.at.isoformat(),
        }
        for row in rows
    ]


def erase(tx: Transaction, person: int) -> None:
    """Remove what a member said."""
    tx.execute(delete(meeting_answers).where(meeting_answers.c.person == person))
