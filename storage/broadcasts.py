"""Messages of a team to all its members: kept while they go out, and no longer.

Who wants none of them is kept by person and community.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, delete, func, insert, select, update

from storage import outbox as rows
from storage.database import Transaction
from storage.ids import new_id
from storage.tables import broadcast_refusals, broadcasts, communities, memberships, outbox, persons

WORDS = "broadcasts.words"
KIND = "broadcast"
"""The kind of its rows in the outbox; their subject is the broadcast."""


class State(StrEnum):
    """PREVIEWED: it waits to be confirmed. CALLED_BACK: no more of it goes out."""

    PREVIEWED = "previewed"
    GOING = "going"
    CALLED_BACK = "called_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Broadcast:
    """One message.

    Args:
        made_by: keyed hash of the account that may confirm it; None once that is done.
        at: when it was previewed, then when it was confirmed.
        told_to: rows are written for persons up to this id.
    """

    id: int
    community: int
    state: State
    words: str
    made_by: bytes | None
    at: datetime
    told_to: int


def preview(
    tx: Transaction, community: int, *, words: str, made_by: bytes, now: datetime
) -> Broadcast:
    """A new one that nobody has confirmed, in place of an earlier one by the same account."""
    earlier = (broadcasts.c.community == community, broadcasts.c.made_by == made_by)
    tx.execute(delete(broadcasts).where(*earlier))
    made = Broadcast(
        id=new_id(),
        community=community,
        state=State.PREVIEWED,
        words=words,
        made_by=made_by,
        at=now,
        told_to=0,
    )
    tx.execute(
        insert(broadcasts).values(
            id=made.id,
            community=community,
            state=made.state.value,
            words=tx.keys.system.seal_text(WORDS, made.id, words),
            made_by=made_by,
            at=now,
            told_to=0,
        )
    )
    return made


def with_id(tx: Transaction, id: int) -> Broadcast | None:
    """The message of that id; None once it is forgotten."""
    return next(iter(_read(tx, broadcasts.c.id == id)), None)


def with_ids(tx: Transaction, ids: Collection[int]) -> dict[int, Broadcast]:
    """Those of these ids that are not forgotten."""
    return {each.id: each for each in _read(tx, broadcasts.c.id.in_(set(ids)))}


def previewed_by(tx: Transaction, community: int, made_by: bytes) -> Broadcast | None:
    """What an account has previewed and not confirmed."""
    found = _read(tx, broadcasts.c.community == community, broadcasts.c.made_by == made_by)
    return next(iter(found), None)


def latest(tx: Transaction, community: int) -> Broadcast | None:
    """The one that was confirmed last; None once it is forgotten."""
    confirmed = broadcasts.c.state != State.PREVIEWED.value
    found = _read(tx, broadcasts.c.community == community, confirmed)
    return max(found, key=lambda each: each.at, default=None)


def hold(tx: Transaction, community: int) -> None:
    """Until this transaction ends, no other one confirms anything for the community."""
    tx.execute(select(communities.c.id).where(communities.c.id == community).with_for_update())


def confirm(tx: Transaction, id: int, now: datetime) -> bool:
    """It goes out. False: it was confirmed, or dropped, before."""
    row = update(broadcasts).where(
        broadcasts.c.id == id, broadcasts.c.state == State.PREVIEWED.value
    )
    return tx.execute(row.values(state=State.GOING.value, made_by=None, at=now)).rowcount > 0


def told(tx: Transaction, id: int, up_to: int) -> None:
    """Rows are written for persons up to this id."""
    tx.execute(update(broadcasts).where(broadcasts.c.id == id).values(told_to=up_to))


def call_back(tx: Transaction, id: int, now: datetime) -> None:
    """No more of it goes out: what waits to be sent is let go."""
    called = update(broadcasts).where(broadcasts.c.id == id)
    tx.execute(called.values(state=State.CALLED_BACK.value))
    tx.execute(
        update(outbox)
        .where(
            outbox.c.kind == KIND,
            outbox.c.subject == id,
            outbox.c.state == rows.State.WAITING.value,
        )
        .values(state=rows.State.CANCELLED.value, settled_at=now, payload=None)
    )


def forget(tx: Transaction, id: int) -> None:
    """Nothing of it stays."""
    tx.execute(delete(broadcasts).where(broadcasts.c.id == id))


# --- whom it is for


def members_after(
    tx: Transaction, community: int, after: int, *, joined_by: datetime, limit: int | None = None
) -> list[int]:
    """A community's members who take its messages, by id, from behind one on.

    Who stopped, here or everywhere, rests here, or refused is not among them.

    Args:
        joined_by: who came later is left out.
    """
    refused = select(broadcast_refusals.c.person).where(broadcast_refusals.c.community == community)
    found = (
        select(memberships.c.person)
        .join(persons, persons.c.id == memberships.c.person)
        .where(
            memberships.c.community == community,
            memberships.c.stopped_at.is_(None),
            memberships.c.joined_at <= joined_by,
            persons.c.stopped_at.is_(None),
            memberships.c.person > after,
            memberships.c.person.not_in(refused),
        )
        .order_by(memberships.c.person)
        .limit(limit)
    )
    return list(tx.execute(found).scalars())


def still_wanted(tx: Transaction, community: int, people: Collection[int]) -> set[int]:
    """Those of some people who take the messages of a community at this moment."""
    refused = select(broadcast_refusals.c.person).where(broadcast_refusals.c.community == community)
    found = (
        select(memberships.c.person)
        .join(persons, persons.c.id == memberships.c.person)
        .where(
            memberships.c.community == community,
            memberships.c.stopped_at.is_(None),
            persons.c.stopped_at.is_(None),
            memberships.c.person.in_(set(people)),
            memberships.c.person.not_in(refused),
        )
    )
    return set(tx.execute(found).scalars())


def count_sent(tx: Transaction, id: int) -> int:
    """How many have it."""
    return tx.execute(
        select(func.count())
        .select_from(outbox)
        .where(
            outbox.c.kind == KIND,
            outbox.c.subject == id,
            outbox.c.state == rows.State.SENT.value,
        )
    ).scalar_one()


# --- who wants none


def refuse(tx: Transaction, person: int, community: int, now: datetime) -> None:
    """Somebody wants no messages of this community's team."""
    tx.insert_new(broadcast_refusals, [{"person": person, "community": community, "since": now}])


def accept(tx: Transaction, person: int, community: int) -> None:
    """Somebody wants them again."""
    mine = broadcast_refusals.c.person == person
    tx.execute(delete(broadcast_refusals).where(mine, broadcast_refusals.c.community == community))


def refused_since(tx: Transaction, person: int) -> list[datetime]:
    """Since when somebody wants no messages of which teams: one moment for each community."""
    mine = broadcast_refusals.c.person == person
    return list(tx.execute(select(broadcast_refusals.c.since).where(mine)).scalars())


def erase(tx: Transaction, person: int, accounts: Collection[bytes]) -> None:
    """Forget what somebody refused, and what they previewed."""
    tx.execute(delete(broadcast_refusals).where(broadcast_refusals.c.person == person))
    tx.execute(delete(broadcasts).where(broadcasts.c.made_by.in_(set(accounts))))


def _read(tx: Transaction, *which: ColumnElement[bool]) -> list[Broadcast]:
    return [
        Broadcast(
            id=row.id,
            community=row.community,
            state=State(row.state),
            words=tx.keys.system.open_text(WORDS, row.id, row.words),
            made_by=row.made_by,
            at=row.at,
            told_to=row.told_to,
        )
        for row in tx.execute(select(broadcasts).where(*which))
    ]
