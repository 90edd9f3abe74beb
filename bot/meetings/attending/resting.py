"""A member's own pause: reminders of meetings rest with everything else, and go on with it.

Their turns on rotas fall to others. What they said they come to stays: the link and a cancellation
are no questions.
"""

from __future__ import annotations

from datetime import datetime, time

from bot.meetings.chairing import rota
from bot.turn import Turn
from storage import meeting_chairs, meeting_reminders, meetings
from storage.database import Transaction
from storage.meetings import State
from storage.outbox import Draft


def pause(turn: Turn) -> None:
    """Rest until the day of `pause [until <day>]`; without one, until `resume`."""
    until = None
    if turn.words("until"):
        # Midnight on their own clock; where that is skipped, the moment behind the gap.
        until = datetime.combine(turn.day("until"), time(), turn.zone)
    meeting_reminders.rest(turn.tx, turn.person.id, until)
    rota.rest(turn.tx, turn.person.id, until, turn.now)


def put_to_rest(tx: Transaction, person: int, community: int, now: datetime) -> list[Draft]:
    """A team has put somebody to rest: what they were to lead there falls to others."""
    found = meetings.of_communities(tx, [community], State.ON, State.PAUSED)
    led = meeting_chairs.chairs(tx, [each.id for each in found])
    for each in found:
        keys = [key for (id, key), by in led.items() if id == each.id and by.person == person]
        for key in keys:
            meeting_chairs.remove(tx, each.id, key)
        if keys:
            rota.fill(tx, each, now)
    return []


def resume(turn: Turn) -> None:
    """Go on."""
    meeting_reminders.wake(turn.tx, turn.person.id)
