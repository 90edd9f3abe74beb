"""Crises that were noticed: who, where, what came of it. Never what was written.

One episode is one person in one community while it is open; a further message adds to it. What
tells about the person is sealed as one whole, under their key or, for those who have none, the
system's.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, update

from storage.database import Transaction
from storage.encryption import Key
from storage.tables import episodes, soft_offers

MATTER = "episodes.matter"

OPEN, CLAIMED = "open", "claimed"
HANDLED, DISMISSED, CLOSED = "handled", "dismissed", "closed"
UNSETTLED = (OPEN, CLAIMED)

Where = tuple[str, str | None, str | None, str | None]
"""Platform, space, channel, user: the parts of an address, in its order."""


@dataclass(frozen=True, slots=True)
class Alert:
    """One alert as the team sees it: its room, and the platform's id of the message."""

    room: Where
    message: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One crisis.

    Args:
        id: made before anything is written; alerts carry it in their buttons.
        community: whose team is told; None if there is none.
        person: None for those who have not joined.
        actor: who wrote.
        room: where. message: the platform's id of what they wrote, to link to.
        direct: it was written to the bot alone.
        level: high or emergency, the highest so far.
        subject: self or other.
        rules: the detector's reasons, by name.
        at: when they first wrote. raised_at: when the level was last noticed or rose.
        reach: private (they have the reply), offered (they can open it), none (it did not
            arrive), unknown.
        told: whether a team was alerted.
        state: open, claimed, handled, dismissed or closed.
        claimant: who of the team is on it, until `claim_ends`.
        drill: a rehearsal that the team asked for.
        settled_at: when it left open and claimed.
    """

    id: int
    community: int | None
    person: int | None
    actor: Where
    room: Where
    message: str | None
    direct: bool
    language: str
    level: str
    subject: str
    topics: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    at: datetime
    raised_at: datetime
    reach: str = "unknown"
    told: bool = False
    state: str = OPEN
    claimant: Where | None = None
    claimed_at: datetime | None = None
    claim_ends: datetime | None = None
    alerts: tuple[Alert, ...] = ()
    drill: bool = False
    settled_at: datetime | None = None


def add(tx: Transaction, episode: Episode) -> None:
    """Write a new one. Raises: IntegrityError if its id is there already."""
    tx.execute(insert(episodes), _row(tx, episode))


def change(tx: Transaction, episode: Episode) -> None:
    """Write one anew, as a whole."""
    row = _row(tx, episode)
    tx.execute(update(episodes).where(episodes.c.id == row.pop("id")).values(**row))


def with_id(tx: Transaction, id: int) -> Episode | None:
    """The episode of that id."""
    return next(_read(tx, tx.execute(_ALL.where(episodes.c.id == id))), None)


def lately_of(tx: Transaction, actor: Where, since: datetime) -> list[Episode]:
    """A person's own of late, settled or not, newest first.

    Args:
        since: when the level was last noticed or rose.
    """
    return list(_read(tx, tx.execute(_LATELY_OF, {"whose": _index(tx, actor), "since": since})))


def unsettled(tx: Transaction, community: int | None = None) -> list[Episode]:
    """All that nobody has settled, of one community or of all, oldest first."""
    statement = _ALL.where(episodes.c.state.in_(UNSETTLED)).order_by(episodes.c.raised_at)
    if community is not None:
        statement = statement.where(episodes.c.community == community)
    return list(_read(tx, tx.execute(statement)))


def of_person(tx: Transaction, person: int) -> list[Episode]:
    """Everything held about a member, oldest first."""
    mine = _ALL.where(episodes.c.person == person).order_by(episodes.c.raised_at)
    return list(_read(tx, tx.execute(mine)))


def held(tx: Transaction, id: int) -> Episode | None:
    """The episode of that id, for changing: no other transaction changes it in between."""
    return next(_read(tx, tx.execute(_ALL.where(episodes.c.id == id).with_for_update())), None)


def claimed_by(tx: Transaction, accounts: Collection[bytes]) -> list[Episode]:
    """Those that one of the team took or settled, oldest first; by the hashes of their accounts.

    Who it was is sealed with the rest: every episode is looked at.
    """
    everything = _read(tx, tx.execute(_ALL.order_by(episodes.c.raised_at)))
    return [
        each
        for each in everything
        if each.claimant is not None and _index(tx, each.claimant) in accounts
    ]


def claims_since(
    tx: Transaction, community: int, since: datetime
) -> list[tuple[datetime, datetime | None]]:
    """When a team was alerted since a moment, and when somebody took it last; no drills."""
    rows = tx.execute(
        select(episodes.c.at, episodes.c.claimed_at).where(
            episodes.c.community == community,
            episodes.c.at >= since,
            episodes.c.told.is_(True),
            episodes.c.drill.is_(False),
        )
    )
    return [(at, claimed_at) for at, claimed_at in rows]


def remove(tx: Transaction, id: int) -> None:
    """Remove one as a whole."""
    tx.execute(delete(episodes).where(episodes.c.id == id))


def erase(tx: Transaction, person: int) -> None:
    """Remove everything about a member."""
    tx.execute(delete(episodes).where(episodes.c.person == person))
    tx.execute(delete(soft_offers).where(soft_offers.c.person == person))


def forget(tx: Transaction, before: datetime) -> None:
    """Remove what was settled, or last rose, before a moment."""
    tx.execute(delete(episodes).where(episodes.c.raised_at < before))
    tx.execute(delete(soft_offers).where(soft_offers.c.at < before, soft_offers.c.wanted.is_(True)))


# --- soft offers: when the last was made, and whether they are wanted


@dataclass(frozen=True, slots=True)
class SoftOffers:
    """When the last soft offer was made to somebody, and whether they want such offers."""

    at: datetime
    wanted: bool


def soft_offers_to(tx: Transaction, actor: Where) -> SoftOffers | None:
    """What is known of soft offers to somebody; None before the first."""
    row = tx.execute(_OFFERS, {"whose": _index(tx, actor)}).one_or_none()
    return SoftOffers(row.at, row.wanted) if row else None


def note_soft_offer(
    tx: Transaction, actor: Where, person: int | None, at: datetime, *, wanted: bool = True
) -> None:
    """A soft offer was made, or is not wanted any more."""
    index = _index(tx, actor)
    tx.execute(delete(soft_offers).where(soft_offers.c.actor_index == index))
    row = {"actor_index": index, "person": person, "at": at, "wanted": wanted}
    tx.execute(insert(soft_offers), row)


_OFFERS = select(soft_offers.c.at, soft_offers.c.wanted).where(
    soft_offers.c.actor_index == bindparam("whose")
)


# --- rows

_ALL = select(episodes)
_LATELY_OF = _ALL.where(
    episodes.c.actor_index == bindparam("whose"),
    episodes.c.raised_at > bindparam("since"),
    episodes.c.drill.is_(False),
).order_by(episodes.c.raised_at.desc())


def _index(tx: Transaction, actor: Where) -> bytes:
    return tx.keys.index(f"{actor[0]}:{actor[3]}")


def _key(tx: Transaction, person: int | None) -> Key:
    return tx.key_of(person) if person is not None else tx.keys.system


def _row(tx: Transaction, episode: Episode) -> dict[str, Any]:
    matter = {
        "actor": episode.actor,
        "room": episode.room,
        "message": episode.message,
        "subject": episode.subject,
        "topics": episode.topics,
        "rules": episode.rules,
        "claimant": episode.claimant,
        "alerts": [[alert.room, alert.message] for alert in episode.alerts],
    }
    sealed = _key(tx, episode.person).seal(MATTER, episode.id, json.dumps(matter).encode())
    return {
        "id": episode.id,
        "community": episode.community,
        "person": episode.person,
        "actor_index": _index(tx, episode.actor),
        "matter": sealed,
        "direct": episode.direct,
        "language": episode.language,
        "level": episode.level,
        "at": episode.at,
        "raised_at": episode.raised_at,
        "reach": episode.reach,
        "told": episode.told,
        "state": episode.state,
        "claimed_at": episode.claimed_at,
        "claim_ends": episode.claim_ends,
        "drill": episode.drill,
        "settled_at": episode.settled_at,
    }


def _read(tx: Transaction, rows: Iterable[Row[Any]]) -> Iterator[Episode]:
    for row in rows:
        matter = json.loads(_key(tx, row.person).open(MATTER, row.id, row.matter))
        yield Episode(
            id=row.id,
            community=row.community,
            person=row.person,
            actor=_where(matter["actor"]),
            room=_where(matter["room"]),
            message=matter["message"],
            direct=row.direct,
            language=row.language,
            level=row.level,
            subject=matter["subject"],
            topics=tuple(matter["topics"]),
            rules=tuple(matter["rules"]),
            at=row.at,
            raised_at=row.raised_at,
            reach=row.reach,
            told=row.told,
            state=row.state,
            claimant=_where(matter["claimant"]) if matter["claimant"] else None,
            claimed_at=row.claimed_at,
            claim_ends=row.claim_ends,
            alerts=tuple(Alert(_where(room), message) for room, message in matter["alerts"]),
            drill=row.drill,
            settled_at=row.settled_at,
        )


def _where(parts: list[Any]) -> Where:
    platform, space, channel, user = parts
    return platform, space, channel, user
