"""Pairs of buddies from the proposal to the end."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, delete, insert, select, update

from storage.database import Transaction
from storage.ids import batched, new_id
from storage.tables import buddy_pair_members, buddy_pairs

ROOM = "buddy_pairs.room"
COMPANION = "buddy_pairs.companion"


class Stage(StrEnum):
    """Of a pair. PROPOSED: both are asked. TOGETHER: both said yes. OVER: it is no more."""

    PROPOSED = "proposed"
    TOGETHER = "together"
    OVER = "over"


class Ending(StrEnum):
    """Why a pair is no more; nobody is ever told it of another."""

    DECLINED = "declined"
    SILENT = "silent"
    ENDED = "ended"
    BLOCKED = "blocked"
    REPORTED = "reported"
    LEFT = "left"
    REMATCHED = "rematched"


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """One of a pair.

    Args:
        said: yes, no, or nothing yet.
        keeps: they want it to last.
        shows_account: the other may see their account, where the bot carries words between them.
        wrote_at: when they last wrote, as far as the bot sees it.
    """

    person: int
    mentors: bool = False
    said: str | None = None
    keeps: bool = False
    shows_account: bool = False
    wrote_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two people, or three who agreed to be.

    Args:
        kind: buddies or mentoring.
        way: thread, room or relay, once they are together.
        room: where they meet, as `bot.platform.Address` has it: platform, space, channel.
        relaxed: what gave way.
        companion: until their room is there, the account (platform, id) of somebody of the team
            who is to be with them; all know it.
    """

    id: int = field(default_factory=new_id)
    community: int
    partners: tuple[Partner, ...]
    kind: str = "buddies"
    stage: Stage = Stage.PROPOSED
    proposed_at: datetime
    expires_at: datetime
    began_at: datetime | None = None
    ended_at: datetime | None = None
    ending: Ending | None = None
    way: str | None = None
    room: tuple[str, str | None, str | None] | None = None
    relaxed: tuple[str, ...] = ()
    companion: tuple[str, str] | None = None

    def partner(self, person: int) -> Partner:
        """That person's part. Raises: LookupError."""
        return next(each for each in self.partners if each.person == person)

    def others(self, person: int) -> tuple[Partner, ...]:
        """Everybody but that person."""
        return tuple(each for each in self.partners if each.person != person)


def put(tx: Transaction, pair: Pair) -> None:
    """Write a pair and its people, in place of what stood there."""
    tx.execute(delete(buddy_pair_members).where(buddy_pair_members.c.pair == pair.id))
    values = {
        "community": pair.community,
        "kind": pair.kind,
        "state": pair.stage.value,
        "proposed_at": pair.proposed_at,
        "expires_at": pair.expires_at,
        "began_at": pair.began_at,
        "ended_at": pair.ended_at,
        "ending": pair.ending.value if pair.ending else None,
        "way": pair.way,
        "room": _sealed(tx, ROOM, pair.id, pair.room),
        "room_index": _index(tx, pair.room[0], pair.room[2]) if pair.room else None,
        "relaxed": json.dumps(pair.relaxed),
        "companion": _sealed(tx, COMPANION, pair.id, pair.companion),
    }
    known = tx.execute(update(buddy_pairs).where(buddy_pairs.c.id == pair.id).values(**values))
    if known.rowcount == 0:
        tx.execute(insert(buddy_pairs).values(id=pair.id, **values))
    for each in pair.partners:
        tx.execute(
            insert(buddy_pair_members).values(
                pair=pair.id,
                person=each.person,
                mentors=each.mentors,
                said=each.said,
                keeps=each.keeps,
                shows_account=each.shows_account,
                wrote_at=each.wrote_at,
            )
        )


def with_id(tx: Transaction, id: int) -> Pair | None:
    """A pair; None if there is no such."""
    return next(iter(_read(tx, [id])), None)


def of_person(tx: Transaction, person: int, *stages: Stage) -> list[Pair]:
    """Somebody's pairs, the newest first. Args: stages: only such; none given: all."""
    rows = tx.execute(
        select(buddy_pair_members.c.pair).where(buddy_pair_members.c.person == person)
    )
    pairs = _read(tx, [row.pair for row in rows])
    return [each for each in reversed(pairs) if not stages or each.stage in stages]


def of_community(tx: Transaction, community: int, *stages: Stage) -> list[Pair]:
    """A community's pairs, the oldest first. Args: as `of_person`."""
    rows = tx.execute(select(buddy_pairs.c.id).where(buddy_pairs.c.community == community))
    pairs = _read(tx, [row.id for row in rows])
    return [each for each in pairs if not stages or each.stage in stages]


def in_room(tx: Transaction, platform: str, channel: str) -> Pair | None:
    """The pair that meets in a room, while they are together."""
    rows = tx.execute(
        select(buddy_pairs.c.id).where(
            buddy_pairs.c.room_index == _index(tx, platform, channel),
            buddy_pairs.c.state == Stage.TOGETHER.value,
        )
    )
    return next(iter(_read(tx, [row.id for row in rows])), None)


def wrote(tx: Transaction, pair: int, person: int, now: datetime) -> None:
    """Somebody wrote to their buddy."""
    tx.execute(
        update(buddy_pair_members)
        .where(buddy_pair_members.c.pair == pair, buddy_pair_members.c.person == person)
        .values(wrote_at=now)
    )


def forget_over(tx: Transaction, before: datetime) -> int:
    """Forget pairs that ended before a moment. Returns: how many."""
    gone = tx.execute(
        delete(buddy_pairs).where(
            buddy_pairs.c.state == Stage.OVER.value, buddy_pairs.c.ended_at < before
        )
    )
    return int(gone.rowcount)


def _index(tx: Transaction, platform: str, channel: str | None) -> bytes:
    return tx.keys.index(f"{platform}:{channel}")


def _sealed(
    tx: Transaction, column: str, pair: int, what: Sequence[str | None] | None
) -> bytes | None:
    if what is None:
        return None
    return tx.keys.system.seal(column, pair, json.dumps(what).encode())


def _read(tx: Transaction, ids: Collection[int]) -> list[Pair]:
    people: dict[int, list[Partner]] = {}
    rows: list[Row[Any]] = []
    for some in batched(sorted(ids)):
        for row in tx.execute(
            select(buddy_pair_members)
            .where(buddy_pair_members.c.pair.in_(some))
            .order_by(buddy_pair_members.c.person)
        ):
            people.setdefault(row.pair, []).append(_partner(row))
        pairs = select(buddy_pairs).where(buddy_pairs.c.id.in_(some)).order_by(buddy_pairs.c.id)
        rows += tx.execute(pairs)
    return [_pair(tx, row, people.get(row.id, ())) for row in rows]


def _partner(row: Row[Any]) -> Partner:
    return Partner(
        person=row.person,
        mentors=row.mentors,
        said=row.said,
        keeps=row.keeps,
        shows_account=row.shows_account,
        wrote_at=row.wrote_at,
    )


def _pair(tx: Transaction, row: Row[Any], partners: Sequence[Partner]) -> Pair:
    room = None
    if row.room is not None:
        platform, space, channel = json.loads(tx.keys.system.open(ROOM, row.id, row.room))
        room = platform, space, channel
    companion = None
    if row.companion is not None:
        platform, user = json.loads(tx.keys.system.open(COMPANION, row.id, row.companion))
        companion = platform, user
    return Pair(
        id=row.id,
        community=row.community,
        partners=tuple(partners),
        kind=row.kind,
        stage=Stage(row.state),
        proposed_at=row.proposed_at,
        expires_at=row.expires_at,
        began_at=row.began_at,
        ended_at=row.ended_at,
        ending=Ending(row.ending) if row.ending else None,
        way=row.way,
        room=room,
        relaxed=tuple(json.loads(row.relaxed)),
        companion=companion,
    )
