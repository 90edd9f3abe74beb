"""A member's own pause: reminders of meetings rest with everything else, and go on with it.

Their turns on rotas fall to others. What they said they come to stays: the link and a cancellation
are no questions.
"""

from __future__ import annotations

from datetime import datetime, time

from bot.meetings.chairing import rota
from bot.turn import Turn
from storage import meeting_reminders


def pause(turn: Turn) -> None:
    """Rest until the day of `pause [until <day>]`; without one, until `resume`."""
    until = None
    if turn.words("until"):
        # Midnight on their own clock; where that is skipped, the moment behind the gap.
        until = datetime.combine(turn.day("until"), time(), turn.zone)
    meeting_reminders.rest(turn.tx, turn.person.id, until)
    rota.rest(turn.tx, turn.person.id, until, turn.now)


def resume(turn: Turn) -> None:
    """Go on."""
    meeting_reminders.wake(turn.tx, turn.person.id)
