"""When something happens next: a local rule, and the moment it means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Select, bindparam, delete, func, insert, select, update

from storage.database import Transaction
from storage.tables import persons, schedules

EVERY_DAY = 0b1111111


@dataclass(frozen=True, slots=True)
class Due:
    """A schedule whose moment has come; zone: the person's, else its own."""

    id: int
    kind: str
    subject: int
    person: int | None
    zone: str
    wall_time: time | None  # None: it happens once
    days: int  # bit 0 is Monday
    day: date  # the occurrence's local date
    due: datetime
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """One rule as it stands."""

    id: int
    kind: str
    subject: int
    person: int | None
    wall_time: time | None
    days: int
    next_day: date | None
    next_due: datetime | None
    paused_until: date | None


_ZONE = func.coalesce(schedules.c.zone, persons.c.zone).label("zone")
_WITH_PERSON = schedules.outerjoin(persons, persons.c.id == schedules.c.person)
_COLUMNS = (
    schedules.c.id,
    schedules.c.kind,
    schedules.c.subject,
    schedules.c.person,
    _ZONE,
    schedules.c.wall_time,
    schedules.c.days,
    schedules.c.next_day,
    schedules.c.next_due,
    schedules.c.version,
)


def _due_before() -> Select[Any]:
    return (
        select(*_COLUMNS)
        .select_from(_WITH_PERSON)
        .where(schedules.c.next_due <= bindparam("now_is"))
        .order_by(schedules.c.next_due)
        .limit(bindparam("at_most"))
    )


_DUE = {
    "sqlite": _due_before(),
    "postgresql": _due_before().with_for_update(skip_locked=True, of=schedules),
}


def due_before(tx: Transaction, now: datetime, limit: int) -> list[Due]:
    """Up to `limit` schedules that are due, the longest due first; other planners skip them."""
    rows = tx.execute(_DUE[tx.dialect], {"now_is": now, "at_most": limit})
    return [
        Due(id, kind, subject, person, zone, _time(wall), days or EVERY_DAY, day, due, version)
        for id, kind, subject, person, zone, wall, days, day, due, version in rows
    ]


_ADVANCE = (
    update(schedules)
    .where(schedules.c.id == bindparam("row"), schedules.c.version == bindparam("seen_version"))
    .values(next_day=bindparam("day"), next_due=bindparam("due"))
)


def advance(tx: Transaction, moves: Sequence[tuple[Due, tuple[date, datetime] | None]]) -> None:
    """Set the next occurrence of each; None puts it to sleep.

    One that was edited since it was read keeps its edit.
    """
    if moves:
        tx.execute(
            _ADVANCE,
            [
                {
                    "row": due.id,
                    "seen_version": due.version,
                    "day": following[0] if following else None,
                    "due": following[1] if following else None,
                }
                for due, following in moves
            ],
        )


def forget_spent(tx: Transaction, ids: Sequence[int]) -> None:
    """Remove rules that happen once and have happened."""
    if ids:
        tx.execute(delete(schedules).where(schedules.c.id.in_(ids)))


_NEXT = select(func.min(schedules.c.next_due)).where(schedules.c.next_due.is_not(None))


def next_due(tx: Transaction) -> datetime | None:
    """The moment of the earliest schedule; None if all are asleep."""
    found: datetime | None = tx.execute(_NEXT).scalar()
    return found


def schedule_of(tx: Transaction, kind: str, subject: int) -> Schedule | None:
    """The rule of a kind for a subject."""
    row = tx.execute(_SCHEDULE_OF, {"of_kind": kind, "about": subject}).one_or_none()
    if row is None:
        return None
    return Schedule(
        id=row.id,
        kind=row.kind,
        subject=row.subject,
        person=row.person,
        wall_time=_time(row.wall_time),
        days=row.days or EVERY_DAY,
        next_day=row.next_day,
        next_due=row.next_due,
        paused_until=row.paused_until,
    )


_OF_KIND = (
    schedules.c.kind == bindparam("of_kind"),
    schedules.c.subject == bindparam("about"),
)
_SCHEDULE_OF = select(
    schedules.c.id,
    schedules.c.kind,
    schedules.c.subject,
    schedules.c.person,
    schedules.c.wall_time,
    schedules.c.days,
    schedules.c.next_day,
    schedules.c.next_due,
    schedules.c.paused_until,
).where(*_OF_KIND)
_CHANGE = (
    update(schedules)
    .where(*_OF_KIND)
    .values(
        version=schedules.c.version + 1,
        person=bindparam("whose"),
        zone=bindparam("in_zone"),
        wall_time=bindparam("at"),
        days=bindparam("on_days"),
        next_day=bindparam("day"),
        next_due=bindparam("due"),
        paused_until=bindparam("until"),
    )
)


def put(tx: Transaction, schedule: Schedule, *, zone: str | None = None) -> None:
    """Write a rule, in place of the one of the same kind and subject."""
    at = f"{schedule.wall_time:%H:%M}" if schedule.wall_time else None
    changed = tx.execute(
        _CHANGE,
        {
            "of_kind": schedule.kind,
            "about": schedule.subject,
            "whose": schedule.person,
            "in_zone": zone,
            "at": at,
            "on_days": schedule.days,
            "day": schedule.next_day,
            "due": schedule.next_due,
            "until": schedule.paused_until,
        },
    )
    if changed.rowcount == 0:
        tx.execute(
            insert(schedules),
            {
                "id": schedule.id,
                "kind": schedule.kind,
                "subject": schedule.subject,
                "version": 0,
                "person": schedule.person,
                "zone": zone,
                "wall_time": at,
                "days": schedule.days,
                "next_day": schedule.next_day,
                "next_due": schedule.next_due,
                "paused_until": schedule.paused_until,
            },
        )


def remove(tx: Transaction, kind: str, subject: int) -> None:
    """Forget a rule."""
    tx.execute(delete(schedules).where(schedules.c.kind == kind, schedules.c.subject == subject))


def of_person(tx: Transaction, person: int) -> list[Schedule]:
    """Every rule that belongs to a person."""
    kinds = tx.execute(
        select(schedules.c.kind, schedules.c.subject).where(schedules.c.person == person)
    ).all()
    found = (schedule_of(tx, kind, subject) for kind, subject in kinds)
    return [schedule for schedule in found if schedule is not None]


def awake_after(tx: Transaction, last_id: int, limit: int) -> list[Due]:
    """A page of all rules that are awake, by id; to work out every moment anew."""
    rows = tx.execute(
        select(*_COLUMNS)
        .select_from(_WITH_PERSON)
        .where(schedules.c.id > last_id, schedules.c.next_due.is_not(None))
        .order_by(schedules.c.id)
        .limit(limit)
    )
    return [
        Due(id, kind, subject, person, zone, _time(wall), days or EVERY_DAY, day, due, version)
        for id, kind, subject, person, zone, wall, days, day, due, version in rows
    ]


def _time(written: str | None) -> time | None:
    return time(int(written[:2]), int(written[3:])) if written else None
