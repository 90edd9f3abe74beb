"""Who seeks a buddy or mentors, in which community; blocks, reports, and a community's ways."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, delete, func, insert, or_, select, update

from storage.database import Transaction
from storage.ids import batched, new_id
from storage.tables import (
    buddy_blocks,
    buddy_mentors,
    buddy_profiles,
    buddy_reports,
    buddy_settings,
)

PROFILE = "buddy_profiles.profile"
MENTOR = "buddy_mentors.profile"
WORDS = "buddy_reports.words"


class State(StrEnum):
    """Of somebody who joined the buddies of a community.

    LOOKING: for a buddy, from the next round on. PAIRED: has one. RESTING: not now. FROZEN: a
    moderator is to look at something first; they are not told why.
    """

    LOOKING = "looking"
    PAIRED = "paired"
    RESTING = "resting"
    FROZEN = "frozen"


class MentorState(StrEnum):
    """Of somebody who mentors. ASKED: a moderator has not said yes yet."""

    ASKED = "asked"
    APPROVED = "approved"
    RESTING = "resting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeker:
    """Somebody among a community's buddies.

    Args:
        said: what they said of themselves, JSON-ready; see `bot.buddies.joining`.
        resting_until: with RESTING; None: until they come back.
        silences: proposals in a row that they did not answer.
        waited: rounds without a buddy.
        first_in_line: somebody ended it with them.
    """

    id: int = field(default_factory=new_id)
    person: int
    community: int
    pool: str = "peer"
    state: State = State.LOOKING
    said: dict[str, Any]
    since: datetime
    resting_until: datetime | None = None
    silences: int = 0
    waited: int = 0
    first_in_line: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentor:
    """Somebody who mentors in a community; as `Seeker`."""

    id: int = field(default_factory=new_id)
    person: int
    community: int
    state: MentorState = MentorState.ASKED
    said: dict[str, Any]
    capacity: int
    since: datetime
    resting_until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How a community pairs. Args: hour: "18:00" on its clock; newcomer_days: supporters only."""

    cadence: str = "weekly"
    weekday: int = 0
    hour: str = "18:00"
    newcomer_days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What somebody reported of their buddy; `words` only for whoever is to look at it."""

    id: int
    community: int
    pair: int
    person: int
    about: int
    words: str | None
    at: datetime
    looked_at: datetime | None


# --- those who seek


def seeker(tx: Transaction, community: int, person: int) -> Seeker | None:
    """Somebody among a community's buddies; None if they are not."""
    of = (buddy_profiles.c.community == community) & (buddy_profiles.c.person == person)
    return next(iter(_seekers(tx, tx.execute(select(buddy_profiles).where(of)).all())), None)


def seekers(tx: Transaction, community: int) -> list[Seeker]:
    """All of a community, in the order in which they joined."""
    of = buddy_profiles.c.community == community
    rows = tx.execute(select(buddy_profiles).where(of).order_by(buddy_profiles.c.id)).all()
    return _seekers(tx, rows)


def seekers_of(tx: Transaction, person: int) -> list[Seeker]:
    """Somebody's places among the buddies of communities."""
    of = buddy_profiles.c.person == person
    rows = tx.execute(select(buddy_profiles).where(of).order_by(buddy_profiles.c.id)).all()
    return _seekers(tx, rows)


def put_seeker(tx: Transaction, seeker: Seeker) -> None:
    """Write it, in place of what stood there for the person in the community."""
    remove_seeker(tx, seeker.community, seeker.person)
    sealed = tx.key_of(seeker.person).seal(PROFILE, seeker.id, json.dumps(seeker.said).encode())
    tx.execute(
        insert(buddy_profiles).values(
            id=seeker.id,
            person=seeker.person,
            community=seeker.community,
            pool=seeker.pool,
            state=seeker.state.value,
            profile=sealed,
            since=seeker.since,
            resting_until=seeker.resting_until,
            silences=seeker.silences,
            waited=seeker.waited,
            first_in_line=seeker.first_in_line,
        )
    )


def change_seeker(tx: Transaction, seeker: Seeker, **changes: Any) -> Seeker:
    """The same with changes, written."""
    changed = replace(seeker, **changes)
    put_seeker(tx, changed)
    return changed


def remove_seeker(tx: Transaction, community: int, person: int) -> None:
    """They are no longer among a community's buddies."""
    tx.execute(
        delete(buddy_profiles).where(
            buddy_profiles.c.community == community, buddy_profiles.c.person == person
        )
    )


def count_states(tx: Transaction, community: int) -> dict[tuple[str, str], int]:
    """How many there are, by pool and state."""
    rows = tx.execute(
        select(buddy_profiles.c.pool, buddy_profiles.c.state, func.count())
        .where(buddy_profiles.c.community == community)
        .group_by(buddy_profiles.c.pool, buddy_profiles.c.state)
    )
    return {(pool, state): count for pool, state, count in rows}


def _seekers(tx: Transaction, rows: Sequence[Row[Any]]) -> list[Seeker]:
    keys = tx.keys_of([row.person for row in rows])
    return [
        Seeker(
            id=row.id,
            person=row.person,
            community=row.community,
            pool=row.pool,
            state=State(row.state),
            said=json.loads(keys[row.person].open(PROFILE, row.id, row.profile)),
            since=row.since,
            resting_until=row.resting_until,
            silences=row.silences,
            waited=row.waited,
            first_in_line=row.first_in_line,
        )
        for row in rows
        if row.person in keys
    ]


# --- mentors


def mentor(tx: Transaction, community: int, person: int) -> Mentor | None:
    """A community's mentor, or somebody who asked to be one."""
    return next((each for each in mentors(tx, community) if each.person == person), None)


def mentors(tx: Transaction, community: int) -> list[Mentor]:
    """All of a community, and who asked to be one."""
    of = buddy_mentors.c.community == community
    return _mentors(tx, tx.execute(select(buddy_mentors).where(of).order_by("id")).all())


def mentors_of(tx: Transaction, person: int) -> list[Mentor]:
    """Where somebody mentors, or asked to."""
    of = buddy_mentors.c.person == person
    return _mentors(tx, tx.execute(select(buddy_mentors).where(of).order_by("id")).all())


def put_mentor(tx: Transaction, mentor: Mentor) -> None:
    """Write it, in place of what stood there for the person in the community."""
    remove_mentor(tx, mentor.community, mentor.person)
    sealed = tx.key_of(mentor.person).seal(MENTOR, mentor.id, json.dumps(mentor.said).encode())
    tx.execute(
        insert(buddy_mentors).values(
            id=mentor.id,
            person=mentor.person,
            community=mentor.community,
            state=mentor.state.value,
            profile=sealed,
            capacity=mentor.capacity,
            since=mentor.since,
            resting_until=mentor.resting_until,
        )
    )


def remove_mentor(tx: Transaction, community: int, person: int) -> None:
    """They mentor no longer."""
    tx.execute(
        delete(buddy_mentors).where(
            buddy_mentors.c.community == community, buddy_mentors.c.person == person
        )
    )


def _mentors(tx: Transaction, rows: Sequence[Row[Any]]) -> list[Mentor]:
    keys = tx.keys_of([row.person for row in rows])
    return [
        Mentor(
            id=row.id,
            person=row.person,
            community=row.community,
            state=MentorState(row.state),
            said=json.loads(keys[row.person].open(MENTOR, row.id, row.profile)),
            capacity=row.capacity,
            since=row.since,
            resting_until=row.resting_until,
        )
        for row in rows
        if row.person in keys
    ]


# --- blocks and reports


def block(tx: Transaction, person: int, against: int, now: datetime) -> None:
    """From now on these two are never paired; the other is not told."""
    tx.insert_new(buddy_blocks, [{"person": person, "against": against, "at": now}])


def blocks_among(tx: Transaction, people: Collection[int]) -> set[tuple[int, int]]:
    """Who blocked whom, where one of them is among these people."""
    found: set[tuple[int, int]] = set()
    for some in batched(people):
        rows = tx.execute(
            select(buddy_blocks.c.person, buddy_blocks.c.against).where(
                or_(buddy_blocks.c.person.in_(some), buddy_blocks.c.against.in_(some))
            )
        )
        found.update((row.person, row.against) for row in rows)
    return found


def blocked_by(tx: Transaction, person: int) -> int:
    """How many people blocked somebody."""
    of = buddy_blocks.c.against == person
    return int(tx.execute(select(func.count()).select_from(buddy_blocks).where(of)).scalar_one())


def add_report(
    tx: Transaction,
    *,
    community: int,
    pair: int,
    person: int,
    about: int,
    words: str | None,
    now: datetime,
) -> int:
    """Keep what somebody reports of their buddy. Returns: its id."""
    row = new_id()
    sealed = tx.keys.system.seal_text(WORDS, row, words) if words is not None else None
    tx.execute(
        insert(buddy_reports).values(
            id=row, community=community, pair=pair, person=person, about=about, words=sealed, at=now
        )
    )
    return row


def open_reports(tx: Transaction, community: int, about: int | None = None) -> list[Report]:
    """What nobody has looked at yet, the oldest first."""
    which = [buddy_reports.c.community == community, buddy_reports.c.looked_at.is_(None)]
    if about is not None:
        which.append(buddy_reports.c.about == about)
    rows = tx.execute(select(buddy_reports).where(*which).order_by(buddy_reports.c.id))
    return [_report(tx, row) for row in rows]


def report(tx: Transaction, id: int) -> Report | None:
    """One report."""
    row = tx.execute(select(buddy_reports).where(buddy_reports.c.id == id)).one_or_none()
    return _report(tx, row) if row is not None else None


def reports_by(tx: Transaction, person: int) -> list[Report]:
    """What somebody reported, the newest first."""
    mine = buddy_reports.c.person == person
    rows = tx.execute(select(buddy_reports).where(mine).order_by(buddy_reports.c.id.desc()))
    return [_report(tx, row) for row in rows]


def look_at_report(tx: Transaction, id: int, by: bytes, now: datetime) -> None:
    """A moderator has looked. Args: by: keyed hash of their account."""
    tx.execute(
        update(buddy_reports)
        .where(buddy_reports.c.id == id)
        .values(looked_at=now, looked_by=by, words=None)
    )


def _report(tx: Transaction, row: Row[Any]) -> Report:
    words = tx.keys.system.open_text(WORDS, row.id, row.words) if row.words is not None else None
    return Report(
        id=row.id,
        community=row.community,
        pair=row.pair,
        person=row.person,
        about=row.about,
        words=words,
        at=row.at,
        looked_at=row.looked_at,
    )


# --- a community's ways


def ways(tx: Transaction, community: int) -> Ways:
    """How a community pairs; as is usual where nobody said."""
    of = buddy_settings.c.community == community
    row = tx.execute(select(buddy_settings).where(of)).one_or_none()
    if row is None:
        return Ways()
    return Ways(
        cadence=row.cadence, weekday=row.weekday, hour=row.hour, newcomer_days=row.newcomer_days
    )


def set_ways(tx: Transaction, community: int, ways: Ways) -> None:
    """Keep how a community pairs."""
    tx.execute(delete(buddy_settings).where(buddy_settings.c.community == community))
    tx.execute(
        insert(buddy_settings).values(
            community=community,
            cadence=ways.cadence,
            weekday=ways.weekday,
            hour=ways.hour,
            newcomer_days=ways.newcomer_days,
        )
    )
