"""Who is reminded of a meeting, and when: elapsed time before its start, once per person."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.meetings.recurrence.series import Occurrence


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder of one person.

    Args:
        due: aware; not before now.
        expires: aware; the start, after which a reminder would only be a reproach.
        key: the outbox's dedupe key. It holds the original start, so that a meeting that is moved
            after the reminder went out reminds again only if the caller adds to it.
    """

    person: int
    due: datetime
    expires: datetime
    key: str


def plan(
    meeting: int, occurrence: Occurrence, wanted: Collection[tuple[int, int]], now: datetime
) -> list[Reminder]:
    """The reminders of one occurrence that are still worth sending.

    Args:
        wanted: persons with their own lead times in minutes.
        now: aware. A reminder whose time has passed goes out now, as long as the meeting has not
            begun.
    """
    start = occurrence.start
    if start <= now:
        return []
    key = f"meeting:{meeting}:{occurrence.original:%Y%m%dT%H%M}"
    due = {lead: max(now, start - timedelta(minutes=lead)) for lead in {one for _, one in wanted}}
    return [Reminder(person, due[lead], start, f"{key}:{person}") for person, lead in wanted]
