"""Looking back in a room: what a gap left out, and what was sent already."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any

import structlog

from adapters.matrix.api import Homeserver

log = structlog.get_logger(__name__)

_PAGE = 100
_PAGES_AT_MOST = 100


async def _backwards(
    homeserver: Homeserver, room_id: str, start: str | None, end: str | None
) -> AsyncIterator[dict[str, Any]]:
    """The room's events from `start` (None: now) back to `end`, the newest first, undecrypted."""
    for _ in range(_PAGES_AT_MOST):
        query = {"dir": "b", "limit": str(_PAGE)}
        query |= {"from": start} if start else {}
        query |= {"to": end} if end else {}
        answer = await homeserver.call("GET", "rooms", room_id, "messages", query=query)
        chunk = answer.get("chunk", [])
        for event in chunk:
            if isinstance(event, dict):
                yield event
        start = answer.get("end")
        if not chunk or not start:
            return
    log.warning("matrix_history_cut", pages=_PAGES_AT_MOST)


async def missed(
    homeserver: Homeserver, room_id: str, before: str, since: str
) -> list[dict[str, Any]]:
    """What a sync left out of a room between its token `since` and `before`, the oldest first.

    At most the last 10,000 events. Raises: MatrixError, UnreachableError.
    """
    events = [event async for event in _backwards(homeserver, room_id, before, since)]
    return events[::-1]


async def sent_with(homeserver: Homeserver, room_id: str, key: str, since: datetime) -> str | None:
    """The id of the event that this device sent with transaction id `key`, not before `since`.

    Raises: MatrixError, UnreachableError.
    """
    earliest = since.timestamp() * 1000
    async for event in _backwards(homeserver, room_id, None, None):
        stamp = event.get("origin_server_ts")
        if isinstance(stamp, int | float) and stamp < earliest:
            return None
        unsigned = event.get("unsigned")
        if isinstance(unsigned, dict) and unsigned.get("transaction_id") == key:
            return str(event["event_id"])
    return None
