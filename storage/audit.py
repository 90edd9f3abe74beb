"""The log of what teams did with their commands.

Entries are only ever added. Each is linked to the one before by a keyed hash, so that one that
was changed or taken out of the middle shows. What was done stays when somebody is erased; who did
it does not, and is therefore no part of the link.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, insert, or_, select, update

from storage.database import Transaction
from storage.ids import new_id
from storage.tables import audit_entries

ACTOR = "audit_entries.actor"


@dataclass(frozen=True, slots=True)
class Entry:
    """One act.

    Args:
        number: in the community, from 1.
        command: its name; what stood behind it is not kept.
        actor: platform and account; None for somebody who was erased since.
    """

    number: int
    command: str
    at: datetime
    actor: tuple[str, str] | None


def record(
    tx: Transaction,
    community: int,
    *,
    command: str,
    platform: str,
    user: str,
    person: int | None,
    now: datetime,
) -> None:
    """Add an act of somebody of a community's team."""
    last = tx.execute(
        select(audit_entries.c.number, audit_entries.c.link)
        .where(audit_entries.c.community == community)
        .order_by(audit_entries.c.number.desc())
        .limit(1)
    ).one_or_none()
    number = last.number + 1 if last is not None else 1
    before = last.link if last is not None else b""
    row = new_id()
    tx.execute(
        insert(audit_entries).values(
            id=row,
            community=community,
            number=number,
            command=command,
            at=now,
            actor_person=person,
            actor_index=tx.keys.index(f"{platform}:{user}"),
            actor=tx.keys.system.seal_text(ACTOR, row, json.dumps([platform, user])),
            link=_link(tx, before, community, number, command, now),
        )
    )


def entries(tx: Transaction, community: int, limit: int = 20) -> list[Entry]:
    """The latest acts in a community, the newest first."""
    rows = tx.execute(
        select(audit_entries)
        .where(audit_entries.c.community == community)
        .order_by(audit_entries.c.number.desc())
        .limit(limit)
    )
    found = []
    for row in rows:
        actor = None
        if row.actor is not None:
            platform, user = json.loads(tx.keys.system.open_text(ACTOR, row.id, row.actor))
            actor = platform, user
        found.append(Entry(row.number, row.command, row.at, actor))
    return found


def of_person(tx: Transaction, person: int, accounts: Collection[bytes]) -> list[dict[str, str]]:
    """What somebody did, JSON-ready, oldest first."""
    rows = tx.execute(
        select(audit_entries.c.command, audit_entries.c.at)
        .where(_by(person, accounts))
        .order_by(audit_entries.c.at)
    )
    return [{"command": row.command, "at": row.at.isoformat()} for row in rows]


def first_break(tx: Transaction, community: int) -> int | None:
    """The number of the first entry that does not follow from the one before; None if all do.

    The oldest one that is still kept is taken as it is: those before it have served their time.
    """
    rows = tx.execute(
        select(
            audit_entries.c.number,
            audit_entries.c.command,
            audit_entries.c.at,
            audit_entries.c.link,
        )
        .where(audit_entries.c.community == community)
        .order_by(audit_entries.c.number)
    )
    before: tuple[int, bytes] | None = None
    for number, command, at, link in rows:
        if before is not None:
            meant = _link(tx, before[1], community, number, command, at)
            if number != before[0] + 1 or link != meant:
                return int(number)
        before = number, link
    return None


def forget(tx: Transaction, before: datetime) -> int:
    """Let go of what is older, but for each community's newest entry. Returns: how many."""
    newest = (
        select(func.max(audit_entries.c.number))
        .where(audit_entries.c.community == (of := audit_entries.alias("of")).c.community)
        .correlate(of)
    )
    old = select(of.c.id).where(of.c.at < before, of.c.number < newest.scalar_subquery())
    return tx.execute(delete(audit_entries).where(audit_entries.c.id.in_(old))).rowcount


def erase(tx: Transaction, person: int, accounts: Collection[bytes]) -> None:
    """Who it was is known no more; that it was done stays.

    Args:
        accounts: keyed hashes of the person's accounts.
    """
    gone = {"actor": None, "actor_index": None, "actor_person": None}
    tx.execute(update(audit_entries).where(_by(person, accounts)).values(**gone))


def _by(person: int, accounts: Collection[bytes]) -> ColumnElement[bool]:
    return or_(
        audit_entries.c.actor_person == person, audit_entries.c.actor_index.in_(list(accounts))
    )


def _link(
    tx: Transaction, before: bytes, community: int, number: int, command: str, at: datetime
) -> bytes:
    moment = int(at.timestamp() * 1000)
    return tx.keys.index(f"audit|{before.hex()}|{community}|{number}|{command}|{moment}")
