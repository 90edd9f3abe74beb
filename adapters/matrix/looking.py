"""What the bot may do in a room, by its power level."""

from __future__ import annotations

from typing import Any

from adapters.matrix.api import MatrixError
from adapters.matrix.room import Room
from adapters.matrix.session import Session
from bot.platform import LookAt, Outcome, Receipt, Right


async def look(session: Session, wanted: LookAt) -> Receipt:
    """What is allowed there. Raises: MatrixError, UnreachableError.

    Source: spec, "m.room.power_levels".
    """
    room = await session.rooms.load_if_in(wanted.to.channel or "")
    if room is None or not await _is_in(session, room, session.me):
        return Receipt(outcome=Outcome.GONE, reason="not_in")
    if not await _is_in(session, room, wanted.asked_by.user or ""):
        return Receipt(outcome=Outcome.REFUSED, reason="elsewhere")
    try:
        path = ("rooms", room.id, "state", "m.room.power_levels")
        levels: dict[str, Any] = await session.homeserver.call("GET", *path)
    except MatrixError as error:
        if error.status != 404:
            raise
        levels = {}  # then everybody may write
    own = room.levels.get(session.me, room.default_level)
    events = levels.get("events")
    kind = "m.room.encrypted" if room.encrypted else "m.room.message"
    needed = (events if isinstance(events, dict) else {}).get(kind, levels.get("events_default", 0))
    rights = {Right.SEE, Right.HISTORY}
    if not isinstance(needed, int) or own >= needed:
        rights |= {Right.WRITE, Right.THREADS}
    return Receipt(outcome=Outcome.SENT, channel=room.id, rights=frozenset(rights))


async def _is_in(session: Session, room: Room, user: str) -> bool:
    """Whether somebody is in the room; asked anew if they were not when it was last heard of."""
    if room.has_joined(user):
        return True
    try:
        path = ("rooms", room.id, "state", "m.room.member", user)
        member = await session.homeserver.call("GET", *path)
    except MatrixError as error:
        if error.status not in (400, 403, 404):
            raise
        return False
    return bool(member.get("membership") == "join")
