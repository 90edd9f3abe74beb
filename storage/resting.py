"""Members who were put to rest: nothing of a community, or nothing at all, is sent to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select, update

from storage.database import Transaction
from storage.tables import member_rests, memberships, persons


@dataclass(frozen=True, slots=True)
class Rest:
    """Somebody's rest in a community.

    Args:
        banned: the platform told so; else the team did.
        here: it ended what the community sends them. everywhere: and all else. Both are False
            where they had stopped that themselves.
    """

    person: int
    community: int
    since: datetime
    banned: bool
    here: bool
    everywhere: bool


def of(tx: Transaction, person: int, community: int) -> Rest | None:
    """How somebody rests in a community; None if they do not."""
    return next((each for each in of_person(tx, person) if each.community == community), None)


def of_person(tx: Transaction, person: int) -> list[Rest]:
    """Every rest of somebody."""
    rows = tx.execute(
        select(
            member_rests.c.person,
            member_rests.c.community,
            member_rests.c.since,
            member_rests.c.banned,
            member_rests.c.here,
            member_rests.c.everywhere,
        ).where(member_rests.c.person == person)
    )
    return [Rest(*row) for row in rows]


def belongs(tx: Transaction, person: int, community: int) -> bool:
    """Whether somebody is, or was, a member of a community."""
    return _membership(tx, person, community) is not None


def put_to_rest(
    tx: Transaction, person: int, community: int, *, banned: bool, now: datetime
) -> Rest | None:
    """Send somebody nothing of a community any more; nothing at all where it was their last.

    Returns: the rest; None if they rest there already or do not belong to it.
    """
    belongs = _membership(tx, person, community)
    if belongs is None or of(tx, person, community) is not None:
        return None
    (stopped_here,) = belongs
    if stopped_here is None:
        tx.execute(
            update(memberships)
            .where(memberships.c.person == person, memberships.c.community == community)
            .values(stopped_at=now)
        )
    elsewhere = tx.execute(
        select(memberships.c.community).where(
            memberships.c.person == person, memberships.c.stopped_at.is_(None)
        )
    ).first()
    stopped = tx.execute(select(persons.c.stopped_at).where(persons.c.id == person)).scalar()
    # A ban says that they are not to be there; only people can know that somebody has died.
    everywhere = not banned and elsewhere is None and stopped is None
    if everywhere:
        tx.execute(update(persons).where(persons.c.id == person).values(stopped_at=now))
    rest = Rest(person, community, now, banned, stopped_here is None, everywhere)
    tx.insert_new(
        member_rests,
        [
            {
                "person": person,
                "community": community,
                "since": now,
                "banned": banned,
                "here": rest.here,
                "everywhere": everywhere,
            }
        ],
    )
    return rest


def wake(tx: Transaction, rest: Rest) -> None:
    """Undo what a rest has done, and nothing that they did themselves."""
    tx.execute(
        delete(member_rests).where(
            member_rests.c.person == rest.person, member_rests.c.community == rest.community
        )
    )
    if rest.here:
        tx.execute(
            update(memberships)
            .where(
                memberships.c.person == rest.person,
                memberships.c.community == rest.community,
                memberships.c.stopped_at == rest.since,
            )
            .values(stopped_at=None)
        )
    if rest.everywhere:
        tx.execute(
            update(persons)
            .where(persons.c.id == rest.person, persons.c.stopped_at == rest.since)
            .values(stopped_at=None)
        )


def _membership(tx: Transaction, person: int, community: int) -> tuple[datetime | None] | None:
    row = tx.execute(
        select(memberships.c.stopped_at).where(
            memberships.c.person == person, memberships.c.community == community
        )
    ).one_or_none()
    return None if row is None else (row.stopped_at,)
