"""Which meeting somebody in a room speaks of."""

from __future__ import annotations

from dataclasses import dataclass

from bot.delivery.messages import send
from bot.errors import HandrailError
from bot.meetings.hosting.running import Running
from bot.meetings.hosting.saying import Place
from bot.turn import Turn
from storage import hosting, meetings
from storage.hosting import Session, Stage


class NotHereError(HandrailError):
    """No meeting is open in the room where it is said."""

    text_id = "hosting-not-here"


@dataclass(frozen=True, slots=True)
class Here:
    """A meeting in the room where something is said."""

    place: Place
    session: Session


def open_here(turn: Turn, running: Running) -> Here:
    """The meeting that is open where it is said. Raises: NotHereError."""
    found = under_way(turn, running)
    if found is None or found.session.stage is not Stage.OPEN:
        raise NotHereError("no meeting is open here")
    return found


def under_way(turn: Turn, running: Running) -> Here | None:
    """The meeting that is open where it is said, else the one that is about to be."""
    where = turn.event.where
    if turn.event.direct or where.channel is None:
        return None
    found = hosting.under_way(turn.tx, where.platform, where.channel)
    if found is None:
        return None
    hosted, session = found
    meeting = meetings.get(turn.tx, hosted.meeting)
    if meeting is None:
        return None
    return Here(Place.of(turn.tx, running.texts, hosted, meeting, turn.now), session)


def look(turn: Turn, running: Running, meeting: int) -> None:
    """Take what steps have become due by what was just written."""
    send(turn, running.look(turn.tx, meeting, turn.now))
