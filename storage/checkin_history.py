"""Looking back on check-ins: days without their notes, pictures wished for, a community's count."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update

from storage.checkins import WORD
from storage.database import Transaction
from storage.ids import new_id
from storage.tables import checkins, memberships, person_keys, picture_wishes, told_counts

WISH = "picture_wishes.wish"


@dataclass(frozen=True, slots=True)
class Answer:
    """One day's answer, without its note.

    Args:
        day: on the member's own calendar.
        word: as in `storage.checkins.CheckIn`.
        answered_at: when it was given, or changed last.
    """

    day: date
    word: str
    answered_at: datetime


_OF_PEOPLE = (
    select(
        checkins.c.person,
        checkins.c.id,
        checkins.c.day,
        checkins.c.word,
        checkins.c.answered_at,
    )
    .where(
        checkins.c.person.in_(bindparam("people", expanding=True)),
        checkins.c.day.between(bindparam("first"), bindparam("last")),
    )
    .order_by(checkins.c.person, checkins.c.day)
)


def answers_of(
    tx: Transaction, people: Sequence[int], first: date, last: date
) -> dict[int, list[Answer]]:
    """The answers of a span of days, both ends included, oldest first, by person.

    Whoever has none, or is erased, is left out.
    """
    keys = tx.keys_of(people)
    found: dict[int, list[Answer]] = {}
    rows = tx.execute(_OF_PEOPLE, {"people": list(people), "first": first, "last": last})
    for person, id, day, word, answered_at in rows:
        if person in keys:
            answer = Answer(day, keys[person].open_text(WORD, id, word), answered_at)
            found.setdefault(person, []).append(answer)
    return found


# --- pictures that are still to be drawn


@dataclass(frozen=True, slots=True)
class Wish:
    """A picture that somebody asked for.

    Args:
        what: JSON-ready; which picture, and where it goes.
        tries: how often it could not be drawn.
    """

    id: int
    person: int
    what: Mapping[str, Any]
    asked_at: datetime
    tries: int


def wish(tx: Transaction, person: int, what: Mapping[str, Any], now: datetime) -> None:
    """Keep in mind that somebody wants a picture."""
    row = new_id()
    sealed = tx.key_of(person).seal_text(WISH, row, json.dumps(what))
    values = {"id": row, "person": person, "wish": sealed, "asked_at": now, "tries": 0}
    tx.execute(insert(picture_wishes), values)


_OLDEST = (
    select(
        picture_wishes.c.id,
        picture_wishes.c.person,
        picture_wishes.c.wish,
        picture_wishes.c.asked_at,
        picture_wishes.c.tries,
        person_keys.c.wrapped,
    )
    .join(person_keys, person_keys.c.person == picture_wishes.c.person)
    .order_by(picture_wishes.c.tries, picture_wishes.c.id)
    .limit(1)
)


def oldest_wish(tx: Transaction) -> Wish | None:
    """The one that has waited longest; those that could not be drawn come after the others."""
    row = tx.execute(_OLDEST).one_or_none()
    if row is None:
        return None
    id, person, sealed, asked_at, tries, wrapped = row
    what = json.loads(tx.keys.person_key(person, wrapped).open_text(WISH, id, sealed))
    return Wish(id, person, what, asked_at, tries)


def wishes_of(tx: Transaction, person: int) -> int:
    """How many pictures somebody waits for."""
    waiting = select(func.count()).select_from(picture_wishes)
    found: int = tx.execute(waiting.where(picture_wishes.c.person == person)).scalar_one()
    return found


def not_drawn(tx: Transaction, id: int) -> None:
    """It was tried, without success."""
    row = update(picture_wishes).where(picture_wishes.c.id == id)
    tx.execute(row.values(tries=picture_wishes.c.tries + 1))


def fulfil(tx: Transaction, id: int) -> bool:
    """The wish is done with. False: somebody else was quicker, or it was erased."""
    return tx.execute(delete(picture_wishes).where(picture_wishes.c.id == id)).rowcount > 0


def erase(tx: Transaction, person: int) -> None:
    """Forget the pictures that somebody waits for."""
    tx.execute(delete(picture_wishes).where(picture_wishes.c.person == person))


# --- what is told of a community


@dataclass(frozen=True, slots=True)
class Told:
    """What was told of a community's last whole week.

    Args:
        week: its Monday.
        counted: members, when what is told last changed.
        told: what the team reads; 0: too few to tell.
    """

    week: date
    counted: int
    told: int


_ACTIVE = (
    select(func.count(func.distinct(checkins.c.person)))
    .select_from(memberships.join(checkins, checkins.c.person == memberships.c.person))
    .where(
        memberships.c.community == bindparam("of"),
        memberships.c.stopped_at.is_(None),
        checkins.c.day.between(bindparam("first"), bindparam("last")),
    )
)


def count_active(tx: Transaction, community: int, first: date, last: date) -> int:
    """How many of a community's members answered on at least one of these days."""
    given = {"of": community, "first": first, "last": last}
    found: int = tx.execute(_ACTIVE, given).scalar_one()
    return found


def told_of(tx: Transaction, community: int) -> Told | None:
    """What was told last; None if nobody has asked yet."""
    columns = told_counts.c
    row = tx.execute(
        select(columns.week, columns.counted, columns.told).where(columns.community == community)
    ).one_or_none()
    return Told(row.week, row.counted, row.told) if row else None


def tell(tx: Transaction, community: int, told: Told) -> None:
    """Keep what is told, in place of what was told before."""
    tx.execute(delete(told_counts).where(told_counts.c.community == community))
    values = {"week": told.week, "counted": told.counted, "told": told.told}
    tx.insert_new(told_counts, [{"community": community, **values}])
