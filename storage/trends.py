"""How a community's numbers went from week to week, and pictures of it that a team waits for."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, insert, select, update

from storage.database import Transaction
from storage.ids import new_id
from storage.tables import told_weeks, trend_wishes

WISH = "trend_wishes.wish"

Room = tuple[str, str | None, str | None]
"""Platform, space, channel."""


def keep_week(tx: Transaction, community: int, week: date, told: int, *, since: date) -> None:
    """Keep what is told of a week; what is told of weeks before `since` goes."""
    mine = told_weeks.c.community == community
    tx.execute(delete(told_weeks).where(mine, told_weeks.c.week < since))
    tx.insert_new(told_weeks, [{"community": community, "week": week, "told": told}])


def weeks_of(tx: Transaction, community: int) -> dict[date, int]:
    """What is told of each week, by its Monday; 0: too few to tell."""
    rows = tx.execute(
        select(told_weeks.c.week, told_weeks.c.told).where(told_weeks.c.community == community)
    )
    return {week: told for week, told in rows}


# --- pictures that are still to be drawn


@dataclass(frozen=True, slots=True)
class Wish:
    """A picture for a staff room. Args: tries: how often it could not be drawn."""

    id: int
    community: int
    room: Room
    language: str
    asked_at: datetime
    tries: int


def wish(tx: Transaction, community: int, room: Room, language: str, now: datetime) -> bool:
    """Keep in mind that a team wants a picture. False: it waits for another one still."""
    waiting = select(trend_wishes.c.id).where(trend_wishes.c.community == community)
    if tx.execute(waiting).first() is not None:
        return False
    row = new_id()
    sealed = tx.keys.system.seal_text(WISH, row, json.dumps([list(room), language]))
    values = {"id": row, "community": community, "wish": sealed, "asked_at": now, "tries": 0}
    tx.execute(insert(trend_wishes), values)
    return True


def oldest_wish(tx: Transaction) -> Wish | None:
    """The one that has waited longest; those that could not be drawn come after the others."""
    row = tx.execute(
        select(trend_wishes).order_by(trend_wishes.c.tries, trend_wishes.c.id).limit(1)
    ).one_or_none()
    if row is None:
        return None
    room, language = json.loads(tx.keys.system.open_text(WISH, row.id, row.wish))
    return Wish(row.id, row.community, tuple(room), language, row.asked_at, row.tries)


def not_drawn(tx: Transaction, id: int) -> None:
    """It could not be drawn this time."""
    tx.execute(
        update(trend_wishes).where(trend_wishes.c.id == id).values(tries=trend_wishes.c.tries + 1)
    )


def fulfil(tx: Transaction, id: int) -> bool:
    """It is written as a message, or nobody waits for it. Returns: whether it still stood there."""
    return tx.execute(delete(trend_wishes).where(trend_wishes.c.id == id)).rowcount > 0
