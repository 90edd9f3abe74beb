"""Who leads which occurrence in the weeks ahead: those on a meeting's rota, in turn."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.meetings import agenda
from bot.meetings.keeping.details import WANTED
from storage import meeting_chairs, meeting_reminders, meetings
from storage.database import Transaction
from storage.meetings import Meeting

AHEAD = timedelta(days=28)
"""How far turns are given out."""
KEPT = timedelta(days=7)
"""Turns this near stay with whoever has them when somebody joins."""


def fill(tx: Transaction, meeting: Meeting, now: datetime) -> None:
    """Give each open occurrence ahead to whoever has led longest ago, and can."""
    if meeting.card.chair != WANTED:
        return
    led = {each.person: each.led for each in meeting_chairs.volunteers(tx, meeting.id)}
    there = meeting_reminders.in_community(tx, meeting.community, list(led))
    if not there:
        return
    taken = meeting_chairs.chairs(tx, [meeting.id])
    declined = meeting_chairs.declined(tx, meeting.id)
    rests = meeting_reminders.rests(tx, there)
    for held in agenda.between([meeting], now, now + AHEAD):
        resting = {each for each, until in rests.items() if not until or held.at.start < until}
        able = [each for each in led if each in there - resting - declined.get(held.key, set())]
        if (meeting.id, held.key) in taken or not able:
            continue
        person = min(able, key=lambda each: led[each])
        meeting_chairs.put(tx, meeting.id, held.key, person, here=False, in_turn=True, now=now)
        meeting_chairs.set_led(tx, meeting.id, person, held.key)
        led[person] = held.key


def join(tx: Transaction, meeting: Meeting, person: int, now: datetime) -> None:
    """One more takes turns; those from a week ahead on are given out anew."""
    meeting_chairs.join_rota(tx, meeting.id, person, now)
    since = _key(meeting, now + KEPT)
    meeting_chairs.remove_turns(tx, meeting.id, since)
    taken = meeting_chairs.chairs(tx, [meeting.id])
    for each in meeting_chairs.volunteers(tx, meeting.id):
        own = [key for (_, key), chair in taken.items() if chair.person == each.person]
        # Turns that are over are forgotten; who had one so long ago is still behind a newcomer.
        led = max([key for key in own if key < since], default=min(each.led, since))
        meeting_chairs.set_led(tx, meeting.id, each.person, led)
    fill(tx, meeting, now)


def leave(tx: Transaction, meeting: Meeting, person: int, now: datetime) -> bool:
    """Somebody takes no more turns; theirs fall to others. Returns: whether they took any."""
    if not meeting_chairs.leave_rota(tx, meeting.id, person):
        return False
    meeting_chairs.remove_turns(tx, meeting.id, _key(meeting, now), person)
    fill(tx, meeting, now)
    return True


def release(tx: Transaction, meeting: Meeting, key: str, now: datetime) -> int | None:
    """Whoever leads an occurrence cannot. Returns: to whom it falls instead."""
    chair = meeting_chairs.chair_of(tx, meeting.id, key)
    if chair is not None:
        meeting_chairs.decline(tx, meeting.id, key, chair.person)
        meeting_chairs.remove(tx, meeting.id, key)
    fill(tx, meeting, now)
    instead = meeting_chairs.chair_of(tx, meeting.id, key)
    return instead.person if instead is not None else None


def rest(tx: Transaction, person: int, until: datetime | None, now: datetime) -> None:
    """Somebody's turns until a moment (None: all) fall to others, as long as they rest."""
    turns = meeting_chairs.turns_of(tx, person)
    for id, meeting in meetings.get_all(tx, {id for id, _ in turns}).items():
        for key in [key for at, key in turns if at == id]:
            held = agenda.named(meeting, key)
            if held is not None and (until is None or held.at.start < until):
                meeting_chairs.remove(tx, id, key)
        fill(tx, meeting, now)


def _key(meeting: Meeting, moment: datetime) -> str:
    """What an occurrence of that moment would be called."""
    return f"{moment.astimezone(agenda.series_of(meeting).clock()):%Y%m%dT%H%M}"
