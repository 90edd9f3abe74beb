"""Words that somebody handed over with a report, until two moderators have agreed to read them."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, func, insert, or_, select, update

from storage.database import Transaction
from storage.ids import new_id
from storage.tables import handed_words

WORDS = "handed_words.words"
ASKED_BY, REASON = "handed_words.asked_by", "handed_words.reason"

_NOBODY = {
    "asked_at": None,
    "asked_index": None,
    "asked_person": None,
    "asked_by": None,
    "reason": None,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A moderator would like to read them.

    Args:
        index: keyed hash of their account. person: theirs; None if they are no member.
        platform, user: where they are answered, in `language`.
    """

    at: datetime
    index: bytes
    person: int | None
    platform: str
    user: str
    language: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """What was handed over; its words are for two moderators who agree, and for no log.

    Args:
        person: who handed them over. about: whose words they are said to be.
    """

    id: int
    community: int
    pair: int
    person: int
    about: int
    words: str
    at: datetime
    asked: Asked | None


def hand_over(
    tx: Transaction,
    *,
    community: int,
    pair: int,
    person: int,
    about: int,
    words: str,
    now: datetime,
) -> None:
    """Keep words for two moderators."""
    row = new_id()
    sealed = tx.key_of(person).seal_text(WORDS, row, words)
    given = {"id": row, "community": community, "pair": pair, "person": person, "about": about}
    tx.execute(insert(handed_words).values(**given, words=sealed, at=now))


def waiting(tx: Transaction, community: int) -> list[Handed]:
    """All that was handed over in a community and not read, the oldest first."""
    mine = handed_words.c.community == community
    rows = tx.execute(select(handed_words).where(mine).order_by(handed_words.c.id))
    return [_handed(tx, row) for row in rows]


def with_id(tx: Transaction, id: int) -> Handed | None:
    """One of them; None if it is gone."""
    row = tx.execute(select(handed_words).where(handed_words.c.id == id)).one_or_none()
    return _handed(tx, row) if row is not None else None


def count_of(tx: Transaction, person: int) -> int:
    """How many of somebody's wait to be read."""
    mine = handed_words.c.person == person
    return tx.execute(select(func.count()).select_from(handed_words).where(mine)).scalar_one()


def count_in(tx: Transaction, community: int) -> int:
    """How many wait to be read in a community."""
    mine = handed_words.c.community == community
    return tx.execute(select(func.count()).select_from(handed_words).where(mine)).scalar_one()


def ask(tx: Transaction, id: int, asked: Asked) -> None:
    """A moderator asks to read them, in place of who asked before."""
    to = json.dumps([asked.platform, asked.user, asked.language])
    tx.execute(
        update(handed_words)
        .where(handed_words.c.id == id)
        .values(
            asked_at=asked.at,
            asked_index=asked.index,
            asked_person=asked.person,
            asked_by=tx.keys.system.seal_text(ASKED_BY, id, to),
            reason=tx.keys.system.seal_text(REASON, id, asked.reason),
        )
    )


def take_back(tx: Transaction, communities: Collection[int], account: bytes) -> None:
    """Whoever has this account asks to read nothing any more in these communities.

    Args:
        account: keyed hash.
    """
    there = handed_words.c.community.in_(list(communities))
    theirs = handed_words.c.asked_index == account
    tx.execute(update(handed_words).where(there, theirs).values(**_NOBODY))


def let_go(tx: Transaction, id: int) -> None:
    """The words are kept no longer."""
    tx.execute(delete(handed_words).where(handed_words.c.id == id))


def forget(tx: Transaction, before: datetime, *, asked_before: datetime) -> None:
    """Let go of what nobody read, and of who asked in vain."""
    tx.execute(delete(handed_words).where(handed_words.c.at < before))
    tx.execute(update(handed_words).where(handed_words.c.asked_at < asked_before).values(**_NOBODY))


def export(tx: Transaction, person: int) -> list[dict[str, Any]]:
    """What somebody handed over and nobody has read, JSON-ready."""
    rows = tx.execute(select(handed_words).where(handed_words.c.person == person)).all()
    key = tx.key_of(person)
    return [
        {"at": row.at.isoformat(), "words": key.open_text(WORDS, row.id, row.words)} for row in rows
    ]


def erase(tx: Transaction, person: int, accounts: Collection[bytes]) -> None:
    """Remove what somebody handed over, what is of them, and that they asked to read anything.

    Args:
        accounts: keyed hashes of their accounts.
    """
    columns = handed_words.c
    tx.execute(delete(handed_words).where(or_(columns.person == person, columns.about == person)))
    theirs = or_(columns.asked_person == person, columns.asked_index.in_(list(accounts)))
    tx.execute(update(handed_words).where(theirs).values(**_NOBODY))


def _handed(tx: Transaction, row: Row[Any]) -> Handed:
    asked = None
    if row.asked_at is not None:
        system = tx.keys.system
        platform, user, language = json.loads(system.open_text(ASKED_BY, row.id, row.asked_by))
        reason = system.open_text(REASON, row.id, row.reason)
        index, person = row.asked_index, row.asked_person
        asked = Asked(row.asked_at, index, person, platform, user, language, reason)
    words = tx.key_of(row.person).open_text(WORDS, row.id, row.words)
    return Handed(
        id=row.id,
        community=row.community,
        pair=row.pair,
        person=row.person,
        about=row.about,
        words=words,
        at=row.at,
        asked=asked,
    )
