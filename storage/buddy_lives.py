"""What two buddies arrange between them: their rhythm, times to talk, and who is talking now."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, insert, select

from storage.database import Transaction
from storage.tables import buddy_carried, buddy_lives, buddy_pairs, buddy_talks

TIMES = "buddy_lives.times"
ANSWERABLE = timedelta(days=30)
"""How long words that were carried can be answered by a reply to them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """How a pair goes about it.

    Args:
        minutes, a_week: what they hold to be enough, and up to how often.
        offered: moments that they were offered. chosen: by person, which of them would do.
        agreed: the next moment that all of them chose.
    """

    pair: int
    minutes: int = 45
    a_week: int = 2
    offered: tuple[datetime, ...] = ()
    chosen: Mapping[int, tuple[datetime, ...]] = field(default_factory=dict)
    agreed: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """Somebody's words to the bot go to a pair of theirs until a moment."""

    person: int
    pair: int
    until: datetime


def life_of(tx: Transaction, pair: int) -> Life:
    """A pair's life; as is usual where they have arranged nothing."""
    of = buddy_lives.c.pair == pair
    row = tx.execute(select(buddy_lives).where(of)).one_or_none()
    if row is None:
        return Life(pair=pair)
    times = json.loads(tx.keys.system.open(TIMES, pair, row.times))
    agreed = times["agreed"]
    return Life(
        pair=pair,
        minutes=row.minutes,
        a_week=row.a_week,
        offered=_moments(times["offered"]),
        chosen={int(person): _moments(some) for person, some in times["chosen"].items()},
        agreed=_moments([agreed])[0] if agreed is not None else None,
    )


def put_life(tx: Transaction, life: Life) -> None:
    """Write it, in place of what stood there."""
    forget_life(tx, life.pair)
    times = {
        "offered": _seconds(life.offered),
        "chosen": {str(person): _seconds(some) for person, some in life.chosen.items()},
        "agreed": life.agreed.timestamp() if life.agreed is not None else None,
    }
    sealed = tx.keys.system.seal(TIMES, life.pair, json.dumps(times).encode())
    tx.execute(
        insert(buddy_lives).values(
            pair=life.pair, minutes=life.minutes, a_week=life.a_week, times=sealed
        )
    )


def forget_life(tx: Transaction, pair: int) -> None:
    """They arrange nothing any more."""
    tx.execute(delete(buddy_lives).where(buddy_lives.c.pair == pair))


def talk_of(tx: Transaction, person: int) -> Talk | None:
    """To whom somebody is talking; also while it is about to end."""
    row = tx.execute(select(buddy_talks).where(buddy_talks.c.person == person)).one_or_none()
    return Talk(person=row.person, pair=row.pair, until=row.until) if row is not None else None


def put_talk(tx: Transaction, talk: Talk) -> None:
    """Somebody talks to their buddy, in place of another."""
    end_talk(tx, talk.person)
    tx.execute(insert(buddy_talks).values(person=talk.person, pair=talk.pair, until=talk.until))


def end_talk(tx: Transaction, person: int) -> bool:
    """Their words are for the bot again. Returns: whether they were not."""
    gone = tx.execute(delete(buddy_talks).where(buddy_talks.c.person == person))
    return bool(gone.rowcount)


def note_carried(tx: Transaction, message: str, person: int, pair: int, now: datetime) -> None:
    """Words of a pair were shown to somebody in this message of the platform's."""
    of = buddy_carried.c.person == person
    tx.execute(delete(buddy_carried).where(of, buddy_carried.c.at < now - ANSWERABLE))
    row = {"message_index": _index(tx, message), "person": person, "pair": pair, "at": now}
    tx.insert_new(buddy_carried, [row])


def carried_by(tx: Transaction, message: str, person: int) -> int | None:
    """The pair whose words somebody was shown in this message."""
    return tx.execute(
        select(buddy_carried.c.pair).where(
            buddy_carried.c.message_index == _index(tx, message), buddy_carried.c.person == person
        )
    ).scalar()


def _index(tx: Transaction, message: str) -> bytes:
    return tx.keys.index(f"carried:{message}")


def rooms(tx: Transaction) -> frozenset[bytes]:
    """Keyed hashes of the rooms in which pairs meet, each of "platform:channel"."""
    rows = tx.execute(
        select(buddy_pairs.c.room_index).where(
            buddy_pairs.c.state == "together", buddy_pairs.c.room_index.is_not(None)
        )
    )
    return frozenset(row.room_index for row in rows)


def _moments(seconds: list[float]) -> tuple[datetime, ...]:
    return tuple(datetime.fromtimestamp(each, UTC) for each in seconds)


def _seconds(moments: tuple[datetime, ...]) -> list[float]:
    return [each.timestamp() for each in moments]
