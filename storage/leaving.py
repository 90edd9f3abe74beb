"""Communities that the bot was put out of: asleep, woken, erased.

What belongs to a community is found by its tables: every table with a `community` column. Ids are
never given twice, so that a schedule or an outbox row belongs to whatever row its subject names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Table, delete, func, insert, or_, select, update

from storage.database import Transaction
from storage.ids import new_id
from storage.outbox import State
from storage.schedules import Due
from storage.tables import (
    communities,
    lost_spaces,
    memberships,
    metadata,
    outbox,
    schedules,
    sleeping_communities,
    sleeping_rules,
    spaces,
)


@dataclass(frozen=True, slots=True)
class Sleep:
    """A community that nothing is sent for.

    Args:
        erased_at: when its data is to be erased, unless it wakes.
    """

    community: int
    since: datetime
    erased_at: datetime


# --- spaces


def space_lost(tx: Transaction, platform: str, native: str, now: datetime) -> int | None:
    """The bot is no longer in a space. Returns: its community; None if it is nobody's."""
    found = _space(tx, platform, native)
    if found is None:
        return None
    space, community = found
    tx.insert_new(lost_spaces, [{"space": space, "since": now}])
    return community


def space_found(tx: Transaction, platform: str, native: str) -> int | None:
    """The bot is back in a space that it had lost. Returns: its community; None if it had not."""
    found = _space(tx, platform, native)
    if found is None:
        return None
    space, community = found
    gone = tx.execute(delete(lost_spaces).where(lost_spaces.c.space == space))
    return community if gone.rowcount else None


def has_a_space(tx: Transaction, community: int) -> bool:
    """Whether the bot is in any space of a community still; one that was replaced is none."""
    rows = tx.execute(
        select(spaces.c.space_index, spaces.c.follows, lost_spaces.c.since)
        .outerjoin(lost_spaces, lost_spaces.c.space == spaces.c.id)
        .where(spaces.c.community == community)
    ).all()
    replaced = {row.follows for row in rows}
    return any(row.since is None and row.space_index not in replaced for row in rows)


def _space(tx: Transaction, platform: str, native: str) -> tuple[int, int] | None:
    index = tx.keys.index(f"{platform}:{native}")
    row = tx.execute(
        select(spaces.c.id, spaces.c.community).where(
            spaces.c.platform == platform, spaces.c.space_index == index
        )
    ).one_or_none()
    return (row.id, row.community) if row is not None else None


# --- asleep


def put_to_sleep(tx: Transaction, sleep: Sleep) -> bool:
    """Nothing is sent for this community, until it wakes. Returns: whether it was awake."""
    row = {"community": sleep.community, "since": sleep.since, "erased_at": sleep.erased_at}
    if tx.insert_new(sleeping_communities, [row]) == 0:
        return False
    tx.execute(
        update(outbox)
        .where(
            outbox.c.state == State.WAITING.value,
            outbox.c.lane == 2,
            belongs_to(outbox.c.subject, sleep.community),
        )
        .values(state=State.CANCELLED.value, settled_at=sleep.since, payload=None)
    )
    return True


def sleeping(tx: Transaction) -> dict[int, Sleep]:
    """The communities that are asleep."""
    rows = tx.execute(
        select(
            sleeping_communities.c.community,
            sleeping_communities.c.since,
            sleeping_communities.c.erased_at,
        )
    )
    return {community: Sleep(community, since, at) for community, since, at in rows}


def wake(tx: Transaction, community: int) -> Sleep | None:
    """Go on as before, with what came due meanwhile. Returns: how it slept; None if it did not."""
    slept = sleeping(tx).get(community)
    if slept is None:
        return None
    tx.execute(delete(sleeping_communities).where(sleeping_communities.c.community == community))
    kept = tx.execute(
        select(sleeping_rules).where(sleeping_rules.c.community == community)
    ).mappings()
    rows = [
        {
            "id": new_id(),
            "kind": each["kind"],
            "subject": each["subject"],
            "person": each["person"],
            "zone": each["zone"],
            "next_day": each["day"],
            "next_due": each["due"],
            "version": 0,
        }
        for each in kept
    ]
    tx.insert_new(schedules, rows)  # a rule that was made anew meanwhile counts
    tx.execute(delete(sleeping_rules).where(sleeping_rules.c.community == community))
    return slept


def owners(tx: Transaction, subjects: Sequence[int], among: Sequence[int]) -> dict[int, int]:
    """Which of these communities each subject belongs to; others are left out."""
    wanted, found = list(set(subjects)), dict[int, int]()
    for table in _owned():
        row, community = _row_and_community(table)
        rows = tx.execute(select(row, community).where(row.in_(wanted), community.in_(among)))
        found |= {id: of for id, of in rows}
    return found


def put_by(tx: Transaction, community: int, due: Due) -> None:
    """Keep what happens once for when its community wakes."""
    tx.execute(
        delete(sleeping_rules).where(
            sleeping_rules.c.kind == due.kind, sleeping_rules.c.subject == due.subject
        )
    )
    tx.execute(
        insert(sleeping_rules).values(
            id=new_id(),
            community=community,
            kind=due.kind,
            subject=due.subject,
            person=due.person,
            zone=due.zone or "UTC",
            day=due.day,
            due=due.due,
        )
    )


# --- erased


def erase(tx: Transaction, community: int) -> None:
    """Remove a community and every row that belongs to it; members keep what is their own."""
    for table in (schedules, outbox):
        tx.execute(delete(table).where(belongs_to(table.c.subject, community)))
    for table in reversed(metadata.sorted_tables):
        if "community" in table.c:
            tx.execute(delete(table).where(table.c.community == community))
    tx.execute(delete(communities).where(communities.c.id == community))


def space_indexes(tx: Transaction, community: int) -> set[bytes]:
    """The keyed hashes of a community's spaces."""
    rows = tx.execute(select(spaces.c.space_index).where(spaces.c.community == community))
    return set(rows.scalars())


def count_members(tx: Transaction, community: int) -> int:
    """How many belong to a community and have not stopped it."""
    return tx.execute(
        select(func.count())
        .select_from(memberships)
        .where(memberships.c.community == community, memberships.c.stopped_at.is_(None))
    ).scalar_one()


def held_messages(tx: Transaction) -> list[tuple[int, bytes]]:
    """What the outbox holds for rooms and for people who have not joined, sealed, by row."""
    rows = tx.execute(
        select(outbox.c.id, outbox.c.payload).where(
            outbox.c.person.is_(None), outbox.c.payload.is_not(None)
        )
    )
    return [(id, payload) for id, payload in rows if payload is not None]


def drop_messages(tx: Transaction, rows: Sequence[int]) -> None:
    """Remove rows of the outbox."""
    if rows:
        tx.execute(delete(outbox).where(outbox.c.id.in_(rows)))


# --- what belongs to a community


def belongs_to(subject: ColumnElement[int], community: Any) -> ColumnElement[bool]:
    """Whether a column names a community, or a row of one of its tables."""
    found = []
    for table in _owned():
        row, of = _row_and_community(table)
        found.append(subject.in_(select(row).where(of == community)))
    return or_(*found)


def _owned() -> Iterator[Table]:
    """The tables whose rows can be the subject of something."""
    for table in metadata.sorted_tables:
        if table is communities or ("community" in table.c and "id" in table.c):
            yield table


def _row_and_community(table: Table) -> tuple[ColumnElement[int], ColumnElement[int]]:
    return table.c.id, table.c.id if table is communities else table.c.community
