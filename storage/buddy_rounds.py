"""Rounds of buddies: what is to be done, who is taken, and counts for the team."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, func, insert, or_, select, update

from storage.buddies import State
from storage.buddy_pairs import Ending, Stage
from storage.database import Transaction
from storage.ids import new_id
from storage.tables import (
    accounts,
    buddy_mentors,
    buddy_pair_members,
    buddy_pairs,
    buddy_profiles,
    buddy_rounds,
    memberships,
    schedules,
)

PLAN = "buddy_rounds.plan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One wave of a round.

    Args:
        state: previewed, running, done or let_go.
        plan: who with whom, JSON-ready, until it has gone out.
        numbers: counts that moderators may see.
    """

    id: int = field(default_factory=new_id)
    community: int
    wave: int
    state: str
    at: datetime
    plan: Any
    numbers: dict[str, float]


def put(tx: Transaction, wave: Round) -> None:
    """Write a wave, in place of what stood there."""
    tx.execute(delete(buddy_rounds).where(buddy_rounds.c.id == wave.id))
    tx.execute(
        insert(buddy_rounds).values(
            id=wave.id,
            community=wave.community,
            wave=wave.wave,
            state=wave.state,
            at=wave.at,
            plan=tx.keys.system.seal(PLAN, wave.id, json.dumps(wave.plan).encode()),
            numbers=json.dumps(wave.numbers),
        )
    )


def last(tx: Transaction, community: int, limit: int = 20) -> list[Round]:
    """A community's last waves, the newest first."""
    rows = tx.execute(
        select(buddy_rounds)
        .where(buddy_rounds.c.community == community)
        .order_by(buddy_rounds.c.id.desc())
        .limit(limit)
    )
    return [_round(tx, row) for row in rows]


def wave(tx: Transaction, id: int) -> Round | None:
    """One wave of a round."""
    row = tx.execute(select(buddy_rounds).where(buddy_rounds.c.id == id)).one_or_none()
    return _round(tx, row) if row is not None else None


def held(tx: Transaction, id: int) -> Round | None:
    """The same, kept from other processes until this transaction ends."""
    of = buddy_rounds.c.id == id
    tx.execute(update(buddy_rounds).where(of).values(state=buddy_rounds.c.state))
    return wave(tx, id)


def in_state(tx: Transaction, *states: str, community: int | None = None) -> list[Round]:
    """Waves in one of these states, the oldest first; of all communities, or of one."""
    which: list[ColumnElement[bool]] = [buddy_rounds.c.state.in_(states)]
    if community is not None:
        which.append(buddy_rounds.c.community == community)
    rows = tx.execute(select(buddy_rounds).where(*which).order_by(buddy_rounds.c.id))
    return [_round(tx, row) for row in rows]


def begun(tx: Transaction, community: int) -> list[datetime]:
    """When rounds began that went out, the newest first."""
    rows = tx.execute(
        select(buddy_rounds.c.at)
        .where(
            buddy_rounds.c.community == community,
            buddy_rounds.c.wave == 1,
            buddy_rounds.c.state.in_(("running", "done")),
        )
        .order_by(buddy_rounds.c.id.desc())
    )
    return [row.at for row in rows]


def last_done(tx: Transaction, community: int, wave: int | None = None) -> Round | None:
    """The newest wave that has gone out. Args: wave: only such a one."""
    which = [buddy_rounds.c.community == community, buddy_rounds.c.state == "done"]
    if wave is not None:
        which.append(buddy_rounds.c.wave == wave)
    row = tx.execute(
        select(buddy_rounds).where(*which).order_by(buddy_rounds.c.id.desc()).limit(1)
    ).one_or_none()
    return _round(tx, row) if row is not None else None


def _round(tx: Transaction, row: Row[Any]) -> Round:
    return Round(
        id=row.id,
        community=row.community,
        wave=row.wave,
        state=row.state,
        at=row.at,
        plan=json.loads(tx.keys.system.open(PLAN, row.id, row.plan)),
        numbers=json.loads(row.numbers),
    )


# --- people


def taken(tx: Transaction) -> set[int]:
    """Who is asked right now, or somebody's buddy, in any community; mentoring apart."""
    rows = tx.execute(
        select(buddy_pair_members.c.person)
        .join(buddy_pairs, buddy_pairs.c.id == buddy_pair_members.c.pair)
        .where(
            buddy_pairs.c.kind == "buddies",
            buddy_pairs.c.state.in_((Stage.PROPOSED.value, Stage.TOGETHER.value)),
        )
    )
    return {row.person for row in rows}


def belonging(tx: Transaction, community: int) -> set[int]:
    """Who belongs to a community and has not stopped it."""
    rows = tx.execute(
        select(memberships.c.person).where(
            memberships.c.community == community, memberships.c.stopped_at.is_(None)
        )
    )
    return {row.person for row in rows}


def platforms(tx: Transaction, community: int) -> list[str]:
    """Where those who look for a buddy, or mentor, have accounts."""
    of = [
        select(each.c.person).where(each.c.community == community)
        for each in (buddy_profiles, buddy_mentors)
    ]
    rows = tx.execute(
        select(accounts.c.platform)
        .distinct()
        .where(or_(*(accounts.c.person.in_(some) for some in of)))
        .order_by(accounts.c.platform)
    )
    return [row.platform for row in rows]


def count_waited(tx: Transaction, community: int, pools: Collection[str], before: datetime) -> None:
    """One more round without a buddy for everybody who still looks.

    Args:
        before: who came to look later is not counted.
    """
    tx.execute(
        update(buddy_profiles)
        .where(
            buddy_profiles.c.community == community,
            buddy_profiles.c.state == State.LOOKING.value,
            buddy_profiles.c.pool.in_(list(pools)),
            buddy_profiles.c.since < before,
        )
        .values(waited=buddy_profiles.c.waited + 1)
    )


def without_schedule(tx: Transaction, kind: str) -> list[int]:
    """Communities in which somebody looks, and that have no schedule of that kind."""
    rows = tx.execute(
        select(buddy_profiles.c.community)
        .distinct()
        .where(
            ~select(schedules.c.id)
            .where(schedules.c.kind == kind, schedules.c.subject == buddy_profiles.c.community)
            .exists()
        )
    )
    return [row.community for row in rows]


# --- counts


def count_pairs(tx: Transaction, community: int) -> dict[tuple[str, str], int]:
    """How many pairs there are, by kind and stage."""
    rows = tx.execute(
        select(buddy_pairs.c.kind, buddy_pairs.c.state, func.count())
        .where(buddy_pairs.c.community == community)
        .group_by(buddy_pairs.c.kind, buddy_pairs.c.state)
    )
    return {(kind, state): count for kind, state, count in rows}


def count_endings(tx: Transaction, community: int, since: datetime) -> dict[Ending, int]:
    """How many pairs of any kind ended since a moment, by how."""
    rows = tx.execute(
        select(buddy_pairs.c.ending, func.count())
        .where(
            buddy_pairs.c.community == community,
            buddy_pairs.c.state == Stage.OVER.value,
            buddy_pairs.c.ending.is_not(None),
            buddy_pairs.c.ended_at >= since,
        )
        .group_by(buddy_pairs.c.ending)
    )
    return {Ending(ending): count for ending, count in rows}


def count_waiting(tx: Transaction, community: int) -> dict[int, int]:
    """How many of those who look have waited how many rounds."""
    rows = tx.execute(
        select(buddy_profiles.c.waited, func.count())
        .where(
            buddy_profiles.c.community == community,
            buddy_profiles.c.state == State.LOOKING.value,
        )
        .group_by(buddy_profiles.c.waited)
    )
    return {waited: count for waited, count in rows}
