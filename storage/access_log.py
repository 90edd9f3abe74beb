"""Who has seen something that a member shared: written once, never changed, read by that member.

It goes with the member. Of a viewer who is erased there remains that somebody saw it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import delete, insert, select

from storage.database import Transaction
from storage.ids import new_id
from storage.tables import access_log

SEEN = "access_log.seen"
TEAM = "team"
"""As what somebody of the team saw words that were handed over: two of them read those."""


class How(StrEnum):
    """As far as it is known. DELIVERED: it stands where they read. OPENED: they asked to see it."""

    DELIVERED = "delivered"
    OPENED = "opened"


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """Something was seen once.

    Args:
        person: whose it is.
        viewer: who saw it; None for a channel, and for somebody who was erased since.
        reader: as what they saw it: buddy, member or channel.
        item: what it was, by its name.
        day: of which day, on the member's calendar.
    """

    person: int
    viewer: int | None
    reader: str
    item: str
    day: date
    how: How
    at: datetime


def add(tx: Transaction, access: Access) -> None:
    """Note that something was seen."""
    row = new_id()
    seen = {"reader": access.reader, "item": access.item, "day": access.day.isoformat()}
    tx.execute(
        insert(access_log).values(
            id=row,
            person=access.person,
            viewer=access.viewer,
            seen=tx.key_of(access.person).seal(SEEN, row, json.dumps(seen).encode()),
            how=access.how.value,
            at=access.at,
        )
    )


def of_person(tx: Transaction, person: int, limit: int | None = None) -> Sequence[Access]:
    """What others have seen of a member, the newest first."""
    key = tx.key_of(person)
    rows = tx.execute(
        select(access_log)
        .where(access_log.c.person == person)
        .order_by(access_log.c.at.desc(), access_log.c.id.desc())
        .limit(limit)
    )
    found = []
    for row in rows:
        seen = json.loads(key.open(SEEN, row.id, row.seen))
        found.append(
            Access(
                person=person,
                viewer=row.viewer,
                reader=seen["reader"],
                item=seen["item"],
                day=date.fromisoformat(seen["day"]),
                how=How(row.how),
                at=row.at,
            )
        )
    return found


def forget(tx: Transaction, before: datetime) -> int:
    """Let go of what is older. Returns: how many."""
    return tx.execute(delete(access_log).where(access_log.c.at < before)).rowcount


def erase(tx: Transaction, person: int) -> None:
    """Forget what others have seen of somebody, and that they were the one who saw something."""
    tx.execute(delete(access_log).where(access_log.c.person == person))
    theirs = access_log.c.viewer == person
    tx.execute(access_log.update().where(theirs).values(viewer=None))
