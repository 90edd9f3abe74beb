"""One event into one room."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from adapters.matrix.api import MatrixError
from adapters.matrix.session import Session


async def send_event(
    session: Session, room_id: str, kind: str, content: dict[str, Any], key: str
) -> str:
    """Send an event, encrypted if the room is; the same key is the same event for a day.

    Args:
        room_id: a room that is loaded.

    Returns: the event's id.
    Raises: MatrixError, UnreachableError.
    """
    if kind != "m.reaction":  # reactions are never encrypted
        kind, content = await session.crypto.encrypted(room_id, kind, content)
    path = ("rooms", room_id, "send", kind, key)
    try:
        answer = await session.homeserver.call("PUT", *path, body=content)
    except MatrixError as error:
        if error.status == HTTPStatus.FORBIDDEN:
            session.rooms.forget(room_id)  # the room is not as we thought
        raise
    return str(answer["event_id"])
