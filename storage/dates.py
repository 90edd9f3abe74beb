"""Dates that matter to a member, lapses, and the milestones that were asked about."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, delete, insert, select, update

from storage.database import Transaction
from storage.encryption import Key
from storage.ids import new_id
from storage.tables import dates, lapses, milestones

CARD = "dates.card"
LAPSE, NOTE, HELPED = "lapses.card", "lapses.note", "lapses.helped"
ASKED, POST, CHIP = "milestones.card", "milestones.post", "milestones.chip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date with a name.

    Args:
        since: on the member's calendar.
        shown: whether its name may stand in what the member may hold towards others: pictures,
            pages to take along, messages that come unasked.
    """

    id: int = field(default_factory=new_id)
    person: int
    name: str
    since: date
    shown: bool = False
    added_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapse:
    """Something that happened; no date is lost by it.

    Args:
        dated: the date that it is about; None if the member named none.
        on_from: from when days count again; the same day unless the member said otherwise.
        helped: what had helped before, as they remembered it later.
    """

    id: int = field(default_factory=new_id)
    person: int
    dated: int | None = None
    day: date
    on_from: date
    note: str | None = None
    helped: str | None = None
    told_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """Where a milestone is, or was, shared.

    Args:
        channel, message: known once it is there.
        taken_back: the member no longer wants it there.
    """

    platform: str
    space: str | None
    channel: str | None
    community: int
    message: str | None = None
    taken_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A role that a member wears for a milestone."""

    platform: str
    space: str | None
    channel: str | None
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A milestone that was asked about.

    Args:
        day: on which it was reached. code: "30d"; see `bot.checkins.dates.milestones`.
        answer: yes, quiet, or nothing yet.
    """

    id: int
    person: int
    dated: int
    day: date
    code: str
    answer: str | None
    post: Post | None
    chip: Chip | None


# --- dates


def put(tx: Transaction, dated: Dated) -> None:
    """Write a date, new or anew."""
    card = json.dumps({"name": dated.name, "since": dated.since.isoformat()})
    row = {
        "person": dated.person,
        "card": tx.key_of(dated.person).seal_text(CARD, dated.id, card),
        "shown": dated.shown,
        "added_at": dated.added_at,
    }
    changed = tx.execute(update(dates).where(dates.c.id == dated.id).values(**row))
    if changed.rowcount == 0:
        tx.execute(insert(dates).values(id=dated.id, **row))


def dates_of(tx: Transaction, person: int) -> list[Dated]:
    """A member's dates, in the order in which they were added."""
    key = tx.key_of(person)
    rows = tx.execute(
        select(dates).where(dates.c.person == person).order_by(dates.c.added_at, dates.c.id)
    )
    return [_dated(key, row) for row in rows]


def with_id(tx: Transaction, id: int) -> Dated | None:
    """The date of that id."""
    row = tx.execute(select(dates).where(dates.c.id == id)).one_or_none()
    return _dated(tx.key_of(row.person), row) if row is not None else None


def remove(tx: Transaction, dated: Dated) -> None:
    """Remove a date with its milestones and with the lapses that are about it."""
    tx.execute(delete(lapses).where(lapses.c.dated == dated.id))
    tx.execute(delete(milestones).where(milestones.c.dated == dated.id))
    tx.execute(delete(dates).where(dates.c.id == dated.id))


# --- lapses


def put_lapse(tx: Transaction, lapse: Lapse) -> None:
    """Write a lapse, new or anew."""
    key = tx.key_of(lapse.person)
    card = json.dumps([lapse.day.isoformat(), lapse.on_from.isoformat()])
    row = {
        "person": lapse.person,
        "dated": lapse.dated,
        "card": key.seal_text(LAPSE, lapse.id, card),
        "note": key.seal_text(NOTE, lapse.id, lapse.note) if lapse.note else None,
        "helped": key.seal_text(HELPED, lapse.id, lapse.helped) if lapse.helped else None,
        "told_at": lapse.told_at,
    }
    changed = tx.execute(update(lapses).where(lapses.c.id == lapse.id).values(**row))
    if changed.rowcount == 0:
        tx.execute(insert(lapses).values(id=lapse.id, **row))


def lapses_of(tx: Transaction, person: int) -> list[Lapse]:
    """What a member has told of, by the day on which it was."""
    key = tx.key_of(person)
    rows = tx.execute(select(lapses).where(lapses.c.person == person))
    return sorted((_lapse(key, row) for row in rows), key=lambda each: (each.day, each.id))


def lapse_with_id(tx: Transaction, id: int) -> Lapse | None:
    """The lapse of that id."""
    row = tx.execute(select(lapses).where(lapses.c.id == id)).one_or_none()
    return _lapse(tx.key_of(row.person), row) if row is not None else None


def remove_lapse(tx: Transaction, id: int) -> None:
    """It was told by mistake, or should not be kept."""
    tx.execute(delete(lapses).where(lapses.c.id == id))


def forget_notes(tx: Transaction, person: int) -> None:
    """Remove what a member wrote beside lapses; the days stay."""
    tx.execute(update(lapses).where(lapses.c.person == person).values(note=None, helped=None))


# --- milestones


def ask(tx: Transaction, person: int, dated: int, day: date, code: str) -> int | None:
    """Note that a milestone is asked about. Returns: its id; None if that day's was already."""
    id = new_id()
    card = json.dumps([day.isoformat(), code])
    row = {
        "id": id,
        "person": person,
        "dated": dated,
        "day_index": tx.keys.index(f"milestone:{dated}:{day.isoformat()}"),
        "card": tx.key_of(person).seal_text(ASKED, id, card),
    }
    return id if tx.insert_new(milestones, [row]) else None


def asked(tx: Transaction, id: int) -> Asked | None:
    """The milestone of that id."""
    row = tx.execute(select(milestones).where(milestones.c.id == id)).one_or_none()
    return _asked(tx.key_of(row.person), row) if row is not None else None


def asked_of(tx: Transaction, person: int, dated: int | None = None) -> list[Asked]:
    """All that a member was asked about, of one date or of all, oldest first."""
    query = select(milestones).where(milestones.c.person == person)
    if dated is not None:
        query = query.where(milestones.c.dated == dated)
    key = tx.key_of(person)
    found = [_asked(key, row) for row in tx.execute(query)]
    return sorted(found, key=lambda each: (each.day, each.id))


def answer(tx: Transaction, id: int, said: str) -> None:
    """The member said yes, or that it is noted quietly."""
    tx.execute(update(milestones).where(milestones.c.id == id).values(answer=said))


def drop_unanswered(tx: Transaction, dated: int) -> None:
    """What was asked about a date is no question any more: the date has changed."""
    tx.execute(delete(milestones).where(milestones.c.dated == dated, milestones.c.answer.is_(None)))


def set_post(tx: Transaction, milestone: Asked, post: Post | None) -> None:
    """Where a milestone is shared."""
    sealed = _sealed(tx, milestone, POST, asdict(post) if post else None)
    tx.execute(update(milestones).where(milestones.c.id == milestone.id).values(post=sealed))


def set_chip(tx: Transaction, milestone: Asked, chip: Chip | None) -> None:
    """Which role is worn for a milestone."""
    sealed = _sealed(tx, milestone, CHIP, asdict(chip) if chip else None)
    tx.execute(update(milestones).where(milestones.c.id == milestone.id).values(chip=sealed))


# --- what is held about a member


def export(tx: Transaction, person: int) -> dict[str, Any]:
    """Dates, lapses and milestones, JSON-ready."""
    return {
        "dates": [
            {
                "id": str(each.id),
                "name": each.name,
                "since": each.since.isoformat(),
                "shown": each.shown,
                "added_at": each.added_at.isoformat(),
            }
            for each in dates_of(tx, person)
        ],
        "lapses": [
            {
                "date": str(each.dated) if each.dated else None,
                "day": each.day.isoformat(),
                "on_from": each.on_from.isoformat(),
                "note": each.note,
                "helped": each.helped,
                "told_at": each.told_at.isoformat(),
            }
            for each in lapses_of(tx, person)
        ],
        "milestones": [
            {
                "date": str(each.dated),
                "day": each.day.isoformat(),
                "code": each.code,
                "answer": each.answer,
                "shared": asdict(each.post) if each.post else None,
                "chip": asdict(each.chip) if each.chip else None,
            }
            for each in asked_of(tx, person)
        ],
    }


def erase(tx: Transaction, person: int) -> None:
    """Remove everything about a member's dates."""
    for table in (milestones, lapses, dates):
        tx.execute(delete(table).where(table.c.person == person))


# --- rows


def _dated(key: Key, row: Row[Any]) -> Dated:
    card = json.loads(key.open_text(CARD, row.id, row.card))
    return Dated(
        id=row.id,
        person=row.person,
        name=card["name"],
        since=date.fromisoformat(card["since"]),
        shown=row.shown,
        added_at=row.added_at,
    )


def _lapse(key: Key, row: Row[Any]) -> Lapse:
    day, on_from = json.loads(key.open_text(LAPSE, row.id, row.card))
    return Lapse(
        id=row.id,
        person=row.person,
        dated=row.dated,
        day=date.fromisoformat(day),
        on_from=date.fromisoformat(on_from),
        note=key.open_text(NOTE, row.id, row.note) if row.note else None,
        helped=key.open_text(HELPED, row.id, row.helped) if row.helped else None,
        told_at=row.told_at,
    )


def _asked(key: Key, row: Row[Any]) -> Asked:
    day, code = json.loads(key.open_text(ASKED, row.id, row.card))
    return Asked(
        id=row.id,
        person=row.person,
        dated=row.dated,
        day=date.fromisoformat(day),
        code=code,
        answer=row.answer,
        post=Post(**json.loads(key.open_text(POST, row.id, row.post))) if row.post else None,
        chip=Chip(**json.loads(key.open_text(CHIP, row.id, row.chip))) if row.chip else None,
    )


def _sealed(tx: Transaction, of: Asked, column: str, what: dict[str, Any] | None) -> bytes | None:
    key = tx.key_of(of.person)
    return key.seal_text(column, of.id, json.dumps(what)) if what is not None else None
