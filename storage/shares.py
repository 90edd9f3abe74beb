"""What members show to others: to whom, until when, and which messages show it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, insert, or_, select, update

from storage.database import Transaction
from storage.ids import new_id
from storage.tables import share_mutes, share_showings, shares

PLACE = "shares.place"
MESSAGE = "share_showings.message"

Place = tuple[str, str | None, str | None, str | None]
"""As `bot.platform.Address` has it: platform, space, channel, user."""


class Reader(StrEnum):
    """To whom something is shown."""

    BUDDY = "buddy"
    MEMBER = "member"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One thing shown to one reader, for a time.

    Args:
        person: whose it is.
        item: what is shown, by its name.
        other: who may see it; None for a channel.
        pair: of buddies, with whose end it ends.
        community: in which the two, or the channel, are.
        place: the channel.
        preview: keyed hash of what was shown to the owner before their yes; of what stands in a
            channel after it.
        days: for how many.
        until: None until the owner said yes.
        told_on: the last day, on the owner's calendar, that the reader was told of.
        ended_at: since when nobody sees it any more. It is known for a while longer, so that what
            arrives late is removed.
    """

    id: int = field(default_factory=new_id)
    person: int
    item: str
    reader: Reader
    other: int | None = None
    pair: int | None = None
    community: int | None = None
    place: Place | None = None
    preview: bytes | None = None
    asked_at: datetime
    days: int
    until: datetime | None = None
    told_on: date | None = None
    ended_at: datetime | None = None

    @property
    def stands(self) -> bool:
        """Whether the owner said yes, and it has not ended."""
        return self.until is not None and self.ended_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing:
    """A message that shows, or showed, something shared.

    Args:
        person: whose it is; None after they were erased.
        place: where, and message: its id on the platform.
    """

    id: int = field(default_factory=new_id)
    share: int
    person: int | None
    other: int | None
    place: Place
    message: str
    at: datetime


def put(tx: Transaction, share: Share) -> None:
    """Write a share, in place of what stood there."""
    place = json.dumps(share.place).encode() if share.place else None
    values = {
        "person": share.person,
        "item": share.item,
        "reader": share.reader.value,
        "other": share.other,
        "pair": share.pair,
        "community": share.community,
        "place": tx.key_of(share.person).seal(PLACE, share.id, place) if place else None,
        "preview": share.preview,
        "asked_at": share.asked_at,
        "days": share.days,
        "until": share.until,
        "told_on": share.told_on,
        "ended_at": share.ended_at,
    }
    known = tx.execute(update(shares).where(shares.c.id == share.id).values(**values))
    if known.rowcount == 0:
        tx.execute(insert(shares).values(id=share.id, **values))


def with_id(tx: Transaction, id: int) -> Share | None:
    """A share; None if there is no such."""
    return next(iter(_found(tx, shares.c.id == id)), None)


def of_owner(tx: Transaction, person: int) -> list[Share]:
    """What somebody shows, or was asked about, the oldest first."""
    return _found(tx, shares.c.person == person)


def of_reader(tx: Transaction, person: int) -> list[Share]:
    """What is shown to somebody, the oldest first."""
    return _found(tx, shares.c.other == person)


def with_person(tx: Transaction, person: int) -> list[Share]:
    """What somebody shows, and what is shown to them."""
    return _found(tx, or_(shares.c.person == person, shares.c.other == person))


def of_pair(tx: Transaction, pair: int) -> list[Share]:
    """What the buddies of a pair show each other."""
    return _found(tx, shares.c.pair == pair)


def remove(tx: Transaction, share: int) -> None:
    """Forget a share; the messages that show it are still known."""
    tx.execute(delete(shares).where(shares.c.id == share))


def forget_unanswered(tx: Transaction, person: int) -> None:
    """Forget what the owner was asked about and said nothing to."""
    tx.execute(delete(shares).where(shares.c.person == person, shares.c.until.is_(None)))


# --- the messages


def add_showing(tx: Transaction, showing: Showing) -> None:
    """A message shows it."""
    kept = json.dumps([showing.place, showing.message]).encode()
    tx.execute(
        insert(share_showings).values(
            id=showing.id,
            share=showing.share,
            person=showing.person,
            other=showing.other,
            # Under the system's key: the owner may be erased before it is removed.
            message=tx.keys.system.seal(MESSAGE, showing.id, kept),
            at=showing.at,
        )
    )


def showings_of(tx: Transaction, share: int) -> list[Showing]:
    """The messages that show a share, the oldest first."""
    return _showings(tx, share_showings.c.share == share)


def showing(tx: Transaction, id: int) -> Showing | None:
    """A message that shows a share; None if it is known no more."""
    return next(iter(_showings(tx, share_showings.c.id == id)), None)


def remove_showing(tx: Transaction, id: int) -> None:
    """The message is removed, or is to be."""
    tx.execute(delete(share_showings).where(share_showings.c.id == id))


def part_showings_from(tx: Transaction, person: int) -> list[Showing]:
    """Their owner is being erased. Returns: what is to be removed, without its owner."""
    found = _showings(tx, share_showings.c.person == person)
    tx.execute(update(share_showings).where(share_showings.c.person == person).values(person=None))
    return [replace(each, person=None) for each in found]


# --- who wants to see nothing


def mute(tx: Transaction, person: int, other: int) -> None:
    """Somebody wants to be told nothing of what another one shows them."""
    tx.insert_new(share_mutes, [{"person": person, "other": other}])


def unmute(tx: Transaction, person: int, other: int) -> None:
    """They want to hear of it again."""
    tx.execute(delete(share_mutes).where(_muted(person, other)))


def is_muted(tx: Transaction, person: int, other: int) -> bool:
    """Whether somebody wants to be told nothing of what another one shows them."""
    return tx.execute(select(share_mutes.c.person).where(_muted(person, other))).first() is not None


def count_mutes(tx: Transaction, person: int) -> int:
    """How many people somebody wants to see nothing of."""
    rows = tx.execute(select(share_mutes.c.other).where(share_mutes.c.person == person))
    return len(rows.all())


def erase(tx: Transaction, person: int) -> None:
    """Remove what somebody shows, what is shown to them, and whom they muted."""
    tx.execute(delete(shares).where(or_(shares.c.person == person, shares.c.other == person)))
    tx.execute(delete(share_showings).where(share_showings.c.other == person))
    tx.execute(
        delete(share_mutes).where(
            or_(share_mutes.c.person == person, share_mutes.c.other == person)
        )
    )


def _muted(person: int, other: int) -> ColumnElement[bool]:
    return (share_mutes.c.person == person) & (share_mutes.c.other == other)


def _found(tx: Transaction, such: ColumnElement[bool]) -> list[Share]:
    return [_share(tx, row) for row in tx.execute(select(shares).where(such).order_by(shares.c.id))]


def _share(tx: Transaction, row: Row[Any]) -> Share:
    place: Place | None = None
    if row.place is not None:
        platform, space, channel, user = json.loads(
            tx.key_of(row.person).open(PLACE, row.id, row.place)
        )
        place = platform, space, channel, user
    return Share(
        id=row.id,
        person=row.person,
        item=row.item,
        reader=Reader(row.reader),
        other=row.other,
        pair=row.pair,
        community=row.community,
        place=place,
        preview=row.preview,
        asked_at=row.asked_at,
        days=row.days,
        until=row.until,
        told_on=row.told_on,
        ended_at=row.ended_at,
    )


def _showings(tx: Transaction, such: ColumnElement[bool]) -> list[Showing]:
    rows = tx.execute(select(share_showings).where(such).order_by(share_showings.c.id))
    found = []
    for row in rows:
        place, message = json.loads(tx.keys.system.open(MESSAGE, row.id, row.message))
        platform, space, channel, user = place
        found.append(
            Showing(
                id=row.id,
                share=row.share,
                person=row.person,
                other=row.other,
                place=(platform, space, channel, user),
                message=message,
                at=row.at,
            )
        )
    return found
