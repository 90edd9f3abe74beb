"""Check-ins that a community does together in a room, and today's taps there."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, insert, select

from storage.database import Transaction
from storage.ids import new_id
from storage.tables import checkin_group_votes, checkin_groups

ROOM = "checkin_groups.room"

Room = tuple[str, str | None, str | None]
"""Platform, space, channel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A room in which one opens every day.

    Args:
        way: thread or poll.
    """

    id: int
    community: int
    room: Room
    way: str


def put(tx: Transaction, community: int, room: Room, way: str) -> Group:
    """Open one in this room every day, in place of another."""
    end(tx, room)
    group = Group(id=new_id(), community=community, room=room, way=way)
    tx.execute(
        insert(checkin_groups).values(
            id=group.id,
            community=community,
            room_index=_index(tx, room),
            room=tx.keys.system.seal(ROOM, group.id, json.dumps(room).encode()),
            way=way,
        )
    )
    return group


def end(tx: Transaction, room: Room) -> int | None:
    """None is opened in this room any more. Returns: the id of what there was."""
    index = _index(tx, room)
    found = tx.execute(select(checkin_groups.c.id).where(checkin_groups.c.room_index == index))
    id: int | None = found.scalar()
    if id is not None:
        tx.execute(delete(checkin_groups).where(checkin_groups.c.id == id))
    return id


def get(tx: Transaction, id: int) -> Group | None:
    """The one of that id."""
    row = tx.execute(select(checkin_groups).where(checkin_groups.c.id == id)).one_or_none()
    if row is None:
        return None
    platform, space, channel = json.loads(tx.keys.system.open(ROOM, id, row.room))
    room = (platform, space, channel)
    return Group(id=id, community=row.community, room=room, way=row.way)


def vote(tx: Transaction, group: int, day: date, account: str, word: str | None) -> None:
    """Somebody's word of the day, in place of an earlier one; None takes it back.

    Args:
        account: the platform and its id; kept as a hash that is good for this day only.
    """
    voter = tx.keys.index(f"group:{group}:{day}:{account}")
    votes = checkin_group_votes.c
    tx.execute(
        delete(checkin_group_votes).where(
            votes.group == group, votes.day == day, votes.voter == voter
        )
    )
    if word is not None:
        row = {"group": group, "day": day, "voter": voter, "word": word}
        tx.insert_new(checkin_group_votes, [row])


def counts(tx: Transaction, group: int, day: date) -> Mapping[str, int]:
    """How many chose each word."""
    votes = checkin_group_votes.c
    rows = tx.execute(select(votes.word).where(votes.group == group, votes.day == day))
    return Counter(word for (word,) in rows)


def forget_votes(tx: Transaction, group: int, before: date) -> None:
    """Remove those of earlier days."""
    votes = checkin_group_votes.c
    tx.execute(delete(checkin_group_votes).where(votes.group == group, votes.day < before))


def _index(tx: Transaction, room: Room) -> bytes:
    return tx.keys.index(f"{room[0]}:{room[2]}")
