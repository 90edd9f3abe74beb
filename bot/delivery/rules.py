"""Schedules of people and communities: set, paused, put to sleep and woken."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot import wall_time
from storage import outbox, schedules
from storage.database import Transaction
from storage.ids import new_id
from storage.schedules import EVERY_DAY, Schedule


def set_daily(
    tx: Transaction,
    *,
    kind: str,
    person: int | None,
    at: time,
    zone: ZoneInfo,
    now: datetime,
    subject: int | None = None,
    days: int = EVERY_DAY,
    not_before: date | None = None,
) -> Schedule:
    """Have something happen at a local hour; in place of an earlier rule about the same.

    Args:
        person: whom it happens to: their `stop` and `pause` are about it; None for nobody.
        subject: what it is about, if not the person.
        days: bit 0 is Monday.
        not_before: the first local date that counts.

    Raises:
        ValueError: it is about nothing.
    """
    about = person if subject is None else subject
    if about is None:
        raise ValueError("a rule needs a person or a subject")
    schedule = Schedule(
        id=new_id(),
        kind=kind,
        subject=about,
        person=person,
        wall_time=at,
        days=days,
        next_day=None,
        next_due=None,
        paused_until=not_before,
    )
    return _wake(tx, schedule, zone, now)


def set_once(
    tx: Transaction,
    *,
    kind: str,
    subject: int,
    at: datetime,
    person: int | None = None,
    day: date | None = None,
    zone: str | None = None,
) -> None:
    """Have something happen at a moment; in place of the same that was to happen before.

    Args:
        subject: what it is about.
        person: whom it happens to: their `stop` and `pause` are about it; None for nobody.
        day: the local date that it is for; else that of the moment in UTC.
        zone: for what happens to nobody.
    """
    once = Schedule(
        id=new_id(),
        kind=kind,
        subject=subject,
        person=person,
        wall_time=None,
        days=EVERY_DAY,
        next_day=day or at.date(),
        next_due=at,
        paused_until=None,
    )
    schedules.put(tx, once, zone=zone)


def pause(
    tx: Transaction, schedule: Schedule, until: date | None, zone: ZoneInfo, now: datetime
) -> None:
    """Nothing before a local date (None: until woken), and nothing that waits to be sent."""
    if schedule.person is not None:
        outbox.cancel_unsent(tx, kind=schedule.kind, person=schedule.person, now=now)
    if until is None or schedule.wall_time is None:
        sleep(tx, schedule)
    else:
        _wake(tx, replace(schedule, paused_until=until), zone, now)


def sleep(tx: Transaction, schedule: Schedule) -> None:
    """Nothing more, until woken; the rule stays."""
    schedules.put(tx, replace(schedule, next_day=None, next_due=None))


def wake(tx: Transaction, schedule: Schedule, zone: ZoneInfo, now: datetime) -> Schedule:
    """Go on from now, whatever pause there was."""
    return _wake(tx, replace(schedule, paused_until=None), zone, now)


def move_zone(tx: Transaction, person: int, zone: ZoneInfo, now: datetime) -> None:
    """The person lives by another clock: each rule keeps its local hour.

    A day that was asked about already is not asked about again: the next local date counts
    from the one that was due next.
    """
    for schedule in schedules.of_person(tx, person):
        if schedule.wall_time is not None and schedule.next_day is not None:
            _wake(tx, schedule, zone, now, not_before=schedule.next_day)


def _wake(
    tx: Transaction,
    schedule: Schedule,
    zone: ZoneInfo,
    now: datetime,
    not_before: date | None = None,
) -> Schedule:
    if schedule.wall_time is None:
        return schedule
    after = now
    for first_day in (schedule.paused_until, not_before):
        if first_day is not None:
            first = wall_time.due_on(first_day, schedule.wall_time, zone)
            after = max(after, first - timedelta(milliseconds=1))
    day, due = wall_time.next_due(after, schedule.wall_time, schedule.days, zone)
    woken = replace(schedule, next_day=day, next_due=due)
    # A person's rules go by the clock of the person, wherever they are.
    schedules.put(tx, woken, zone=zone.key if woken.person is None else None)
    return woken
