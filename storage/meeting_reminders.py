"""Who wants to be reminded of meetings, how long before; and who reads them in a calendar."""

from __future__ import annotations

import hmac
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, exists, insert, or_, select

from storage.database import Transaction
from storage.ids import new_id
from storage.meetings import Card
from storage.tables import calendar_feeds, meeting_reminders, meeting_rests, memberships, persons

TOPIC = "meeting_reminders.topic"
NOT_THIS_ONE = 0
"""Minutes that mean: the topic's reminders, but none for this meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A member wants to be reminded of one meeting, or of a community's meetings on a topic.

    Args:
        minutes: before the start; `NOT_THIS_ONE` excepts a meeting from its topic.
    """

    person: int
    community: int
    meeting: int | None = None
    topic: str | None = None
    minutes: int


def topic_index(tx: Transaction, topic: str) -> bytes:
    """What a topic is found by, however it is capitalised."""
    return tx.keys.index(f"topic:{' '.join(topic.casefold().split())}")


def put(tx: Transaction, wish: Wish) -> None:
    """Keep a wish in place of the one for the same meeting or topic."""
    remove(tx, wish)
    row = new_id()
    index = sealed = None
    if wish.topic is not None:
        index = topic_index(tx, wish.topic)
        sealed = tx.key_of(wish.person).seal_text(TOPIC, row, wish.topic)
    tx.execute(
        insert(meeting_reminders).values(
            id=row,
            community=wish.community,
            person=wish.person,
            meeting=wish.meeting,
            topic_index=index,
            topic=sealed,
            minutes=wish.minutes,
        )
    )


def remove(tx: Transaction, wish: Wish) -> None:
    """Forget what was wanted for the same meeting or topic."""
    same: ColumnElement[bool] = meeting_reminders.c.meeting == wish.meeting
    if wish.topic is not None:
        index = topic_index(tx, wish.topic)
        same = and_(
            meeting_reminders.c.community == wish.community,
            meeting_reminders.c.topic_index == index,
        )
    tx.execute(delete(meeting_reminders).where(meeting_reminders.c.person == wish.person, same))


def remove_all(tx: Transaction, person: int) -> None:
    """No reminders of meetings any more."""
    tx.execute(delete(meeting_reminders).where(meeting_reminders.c.person == person))


def of_person(tx: Transaction, person: int) -> list[Wish]:
    """Everything that a member wants to be reminded of."""
    rows = tx.execute(
        select(meeting_reminders)
        .where(meeting_reminders.c.person == person)
        .order_by(meeting_reminders.c.id)
    ).all()
    key = tx.key_of(person) if rows else None
    return [
        Wish(
            person=person,
            community=row.community,
            meeting=row.meeting,
            topic=key.open_text(TOPIC, row.id, row.topic) if key and row.topic else None,
            minutes=row.minutes,
        )
        for row in rows
    ]


def minutes_wanted(tx: Transaction, meeting: int, community: int, card: Card) -> list[int]:
    """The distinct times before the start at which anybody wants to be reminded."""
    found = tx.execute(
        select(meeting_reminders.c.minutes)
        .where(_about(tx, meeting, community, card), meeting_reminders.c.minutes > NOT_THIS_ONE)
        .distinct()
    )
    return sorted(minutes for (minutes,) in found)


def wanting(
    tx: Transaction,
    meeting: int,
    community: int,
    card: Card,
    *,
    now: datetime,
    minutes: Collection[int] | None = None,
    people: Collection[int] | None = None,
    after: int = 0,
    limit: int | None = None,
) -> list[tuple[int, int]]:
    """Persons and their minutes before the start, by person.

    Who has stopped, left the community, or rests at the moment is not among them. A wish for the
    meeting itself goes before one for its topic.

    Args:
        now: aware.
        minutes, people: only these; None: all.
        after: only persons with a greater id.
    """
    own = meeting_reminders.alias("own")
    resting = exists().where(
        meeting_rests.c.person == meeting_reminders.c.person,
        or_(meeting_rests.c.until.is_(None), meeting_rests.c.until > now),
    )
    own_wish = exists().where(own.c.person == meeting_reminders.c.person, own.c.meeting == meeting)
    wanted = (
        select(meeting_reminders.c.person, meeting_reminders.c.minutes)
        .join(persons, persons.c.id == meeting_reminders.c.person)
        .join(
            memberships,
            and_(memberships.c.person == persons.c.id, memberships.c.community == community),
        )
        .where(
            _about(tx, meeting, community, card),
            or_(meeting_reminders.c.meeting == meeting, ~own_wish),
            meeting_reminders.c.minutes > NOT_THIS_ONE,
            meeting_reminders.c.person > after,
            persons.c.stopped_at.is_(None),
            memberships.c.stopped_at.is_(None),
            ~resting,
        )
        .order_by(meeting_reminders.c.person)
        .limit(limit)
    )
    if minutes is not None:
        wanted = wanted.where(meeting_reminders.c.minutes.in_(set(minutes)))
    if people is not None:
        wanted = wanted.where(meeting_reminders.c.person.in_(set(people)))
    return [(person, before) for person, before in tx.execute(wanted)]


def _about(tx: Transaction, meeting: int, community: int, card: Card) -> ColumnElement[bool]:
    of_meeting: ColumnElement[bool] = meeting_reminders.c.meeting == meeting
    if not card.topic:
        return of_meeting
    of_topic = and_(
        meeting_reminders.c.community == community,
        meeting_reminders.c.topic_index == topic_index(tx, card.topic),
    )
    return or_(of_meeting, of_topic)


def in_community(tx: Transaction, community: int, people: Sequence[int]) -> set[int]:
    """Those of some persons who belong to a community and have stopped nothing."""
    rows = tx.execute(
        select(memberships.c.person)
        .join(persons, persons.c.id == memberships.c.person)
        .where(
            memberships.c.community == community,
            memberships.c.person.in_(set(people)),
            memberships.c.stopped_at.is_(None),
            persons.c.stopped_at.is_(None),
        )
    )
    return {person for (person,) in rows}


# --- pauses


def rest(tx: Transaction, person: int, until: datetime | None) -> None:
    """A member's reminders rest until a moment; None: until they go on."""
    wake(tx, person)
    tx.execute(insert(meeting_rests).values(person=person, until=until))


def wake(tx: Transaction, person: int) -> None:
    """A member's reminders rest no more."""
    tx.execute(delete(meeting_rests).where(meeting_rests.c.person == person))


def rests(tx: Transaction, people: Collection[int]) -> dict[int, datetime | None]:
    """Until when those of some persons rest who do; None: until they go on."""
    rows = tx.execute(select(meeting_rests).where(meeting_rests.c.person.in_(set(people))))
    return {row.person: row.until for row in rows}


def _rest_of(tx: Transaction, person: int) -> dict[str, Any] | None:
    for until in rests(tx, [person]).values():
        return {"until": until.isoformat() if until is not None else None}
    return None


# --- calendars


def put_feed(tx: Transaction, person: int, token: str, *, named: bool, now: datetime) -> None:
    """A member's calendar is found by this token from now on, and by no earlier one."""
    revoke_feed(tx, person)
    tx.execute(
        insert(calendar_feeds).values(
            person=person, token_index=_token_index(tx, token), named=named, made_at=now
        )
    )


def revoke_feed(tx: Transaction, person: int) -> bool:
    """The calendar's address leads nowhere any more. Returns: whether there was one."""
    gone = tx.execute(delete(calendar_feeds).where(calendar_feeds.c.person == person))
    return gone.rowcount > 0


def feed_with(tx: Transaction, token: str) -> tuple[int, bool] | None:
    """Whose calendar the token is for, and whether its entries are named; None for no one's."""
    index = _token_index(tx, token)
    row = tx.execute(
        select(calendar_feeds.c.person, calendar_feeds.c.named, calendar_feeds.c.token_index).where(
            calendar_feeds.c.token_index == index
        )
    ).one_or_none()
    if row is None or not hmac.compare_digest(bytes(row.token_index), index):
        return None
    return row.person, row.named


def _token_index(tx: Transaction, token: str) -> bytes:
    return tx.keys.index(f"calendar:{token}")


# --- what is held about a member


def export(tx: Transaction, person: int) -> dict[str, Any]:
    """A member's wishes, their pause, and whether they have a calendar, JSON-ready."""
    feed = tx.execute(select(calendar_feeds).where(calendar_feeds.c.person == person)).one_or_none()
    return {
        "reminders": [
            {"meeting": wish.meeting, "topic": wish.topic, "minutes_before": wish.minutes}
            for wish in of_person(tx, person)
        ],
        "reminders_rest": _rest_of(tx, person),
        "calendar": {"since": feed.made_at.isoformat(), "named": feed.named} if feed else None,
    }


def erase(tx: Transaction, person: int) -> None:
    """Remove a member's wishes, pause and calendar."""
    remove_all(tx, person)
    wake(tx, person)
    revoke_feed(tx, person)
