"""Quiet hours: when somebody wants nothing unasked, and the rows that wait for their end.

A row that waits is one of the outbox like any other: WAITING, due at the end of them, with `QUIET`
as its reason. Time stands still for it: what is left of its life is left when it goes on.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update

from storage.database import Transaction
from storage.ids import batched
from storage.outbox import QUIET, Claimed, State
from storage.tables import outbox, persons, quiet_hours


@dataclass(frozen=True, slots=True)
class Hours:
    """From when until when, each day, on somebody's own clock; naive. Over midnight if need be."""

    begins: time
    ends: time


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody said of it.

    Args:
        zone: IANA; theirs.
        chosen: False if they said nothing: then their community's hours count.
        hours: None: none are wanted.
    """

    zone: str
    chosen: bool = False
    hours: Hours | None = None


_WISHES = (
    select(persons.c.id, persons.c.zone, quiet_hours.c.person, quiet_hours.c.begins)
    .add_columns(quiet_hours.c.ends)
    .select_from(persons.outerjoin(quiet_hours, quiet_hours.c.person == persons.c.id))
    .where(persons.c.id.in_(bindparam("people", expanding=True)))
)


def wishes(tx: Transaction, people: Collection[int]) -> dict[int, Wish]:
    """What each of these people wants; who is not known is left out."""
    found: dict[int, Wish] = {}
    for some in batched(list(people)):
        for id, zone, chosen, begins, ends in tx.execute(_WISHES, {"people": some}):
            hours = Hours(time.fromisoformat(begins), time.fromisoformat(ends)) if begins else None
            found[id] = Wish(zone, chosen is not None, hours)
    return found


def choose(tx: Transaction, person: int, hours: Hours | None) -> None:
    """Keep what somebody wants in place of what they said before; None: no quiet hours at all."""
    erase(tx, person)
    begins, ends = (f"{hours.begins:%H:%M}", f"{hours.ends:%H:%M}") if hours else (None, None)
    tx.execute(insert(quiet_hours).values(person=person, begins=begins, ends=ends))


def export(tx: Transaction, person: int) -> dict[str, Any]:
    """The hours somebody chose, JSON-ready; empty if they chose nothing."""
    wish = wishes(tx, [person]).get(person)
    if wish is None or not wish.chosen:
        return {}
    if wish.hours is None:
        return {"quiet": "none"}
    return {"from": f"{wish.hours.begins:%H:%M}", "until": f"{wish.hours.ends:%H:%M}"}


def erase(tx: Transaction, person: int) -> None:
    """They have said nothing."""
    tx.execute(delete(quiet_hours).where(quiet_hours.c.person == person))


# --- the rows that wait

_MILLISECOND = timedelta(milliseconds=1)

_HOLD = (
    update(outbox)
    .where(
        outbox.c.id == bindparam("row"),
        outbox.c.lease_by == bindparam("owner"),
        outbox.c.state == State.LEASED.value,
    )
    .values(
        state=State.WAITING.value,
        reason=QUIET,
        due=bindparam("until"),
        not_before=bindparam("until"),
        expires=bindparam("lives"),
        attempts=0,
        doubt_since=None,
    )
)


def hold(
    tx: Transaction,
    owner: str,
    rows: Sequence[Claimed],
    until: Mapping[int, datetime],
    now: datetime,
) -> None:
    """Put claimed rows that nobody has tried to send back until a moment each, by their id."""
    held = [
        {
            "row": row.id,
            "owner": owner,
            "until": until[row.id],
            "lives": row.expires + (until[row.id] - now) if row.expires is not None else None,
        }
        for row in rows
    ]
    if held:
        tx.execute(_HOLD, held)


def release(
    tx: Transaction, now: datetime, *, person: int | None = None, kind: str | None = None
) -> set[str]:
    """Have what waits looked at anew, since what counts has changed.

    Args:
        person: only theirs. kind: only rows of it.

    Returns: the platforms on which there is something to look at.
    """
    waiting = [
        outbox.c.state == State.WAITING.value,
        outbox.c.reason == QUIET,
        outbox.c.not_before > now,
    ]
    if person is not None:
        waiting.append(outbox.c.person == person)
    if kind is not None:
        waiting.append(outbox.c.kind == kind)
    columns = (outbox.c.id, outbox.c.platform, outbox.c.not_before, outbox.c.expires)
    in_order = select(*columns).where(*waiting).order_by(outbox.c.due, outbox.c.id)
    found = tx.execute(in_order).all()
    freed = [
        {
            "row": id,
            "from": now - (len(found) - number) * _MILLISECOND,  # in the same order
            "lives": expires and expires - (until - now),
        }
        for number, (id, _, until, expires) in enumerate(found)
    ]
    if freed:
        tx.execute(
            update(outbox)
            .where(outbox.c.id == bindparam("row"), *waiting)
            .values(
                due=bindparam("from"),
                not_before=bindparam("from"),
                expires=bindparam("lives"),
                reason=None,
            ),
            freed,
        )
    return {platform for _, platform, _, _ in found}
