"""What is sent about meetings, as rows of the outbox."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from bot.delivery.messages import row_of
from bot.meetings.agenda import Held
from bot.platform import Send, new_key
from storage import meeting_answers, meeting_reminders, members
from storage.database import Transaction
from storage.ids import new_ids
from storage.meeting_answers import Answer
from storage.meetings import Meeting
from storage.outbox import Draft

KIND = "meeting"
_LANE = 2
CHANGES_LIVE = timedelta(days=2)

Wanted = tuple[int, str, str, datetime, datetime]
"""A person, what they are told, the dedupe key, when it is due, and when it is of no use."""


def to_people(tx: Transaction, meeting: Meeting, wanted: Sequence[Wanted]) -> list[Draft]:
    """Messages that are written when they are sent (`messages.py`); who has stopped gets none."""
    platforms = members.platforms_of(tx, [person for person, *_ in wanted])
    reached = [each for each in wanted if each[0] in platforms]
    rows = new_ids(len(reached))
    return [
        Draft(
            id=row,
            send_id=new_key(),
            dedupe_key=key,
            kind=KIND,
            subject=meeting.id,
            person=person,
            platform=platforms[person],
            lane=_LANE,
            detail=detail,
            due=due,
            expires=expires,
        )
        for row, (person, detail, key, due, expires) in zip(rows, reached, strict=True)
    ]


def to_rooms(
    tx: Transaction, meeting: Meeting, send: Send, key: str, now: datetime, expires: datetime
) -> Draft:
    """A message to a room or a space, which belongs to no person."""
    return row_of(tx, send, lane=_LANE, due=now, expires=expires, subject=meeting.id, key=key)


def tell_all(tx: Transaction, meeting: Meeting, what: str, now: datetime) -> list[Draft]:
    """A change of the series, for all who asked to be reminded or said they come."""
    return tell(tx, meeting, what, concerned(tx, meeting, None, now), now)


def concerned(tx: Transaction, meeting: Meeting, key: str | None, now: datetime) -> set[int]:
    """Who asked to be reminded, or said they come: to one occurrence, or to any."""
    wanting = meeting_reminders.wanting(tx, meeting.id, meeting.community, meeting.card, now=now)
    answered = meeting_answers.who_said(tx, meeting.id, key, *Answer)
    return {person for person, _ in (*wanting, *answered)}


def tell_once(
    tx: Transaction, held: Held, what: str, people: Collection[int], now: datetime
) -> list[Draft]:
    """A message about one occurrence for some people, however often it is planned.

    Args:
        what: as in `tell`.
    """
    meeting, start = held.meeting, held.at.start
    key = f"meeting-told:{meeting.id}:{what}:{start:%Y%m%dT%H%M}"
    expires = max(held.at.end, now) + timedelta(hours=12)
    return to_people(
        tx, meeting, [(person, what, f"{key}:{person}", now, expires) for person in sorted(people)]
    )


def tell(
    tx: Transaction, meeting: Meeting, what: str, people: Collection[int], now: datetime
) -> list[Draft]:
    """A message about a change for some people.

    Args:
        what: the change, and behind a slash the occurrence's key: "moved/20261124T1900".
    """
    key = f"meeting-change:{meeting.id}:{what}:{now.timestamp():.3f}"
    expires = now + CHANGES_LIVE
    return to_people(
        tx, meeting, [(person, what, f"{key}:{person}", now, expires) for person in sorted(people)]
    )
