"""Looking back in a room: what a gap left out, and what was sent already."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any

import structlog

from adapters.matrix.api import Homeserver
from bot.platform import NotSent

log = structlog.get_logger(__name__)

_PAGE = 100
_PAGES_AT_MOST = 100
_CLOCKS_APART = timedelta(hours=1)  # the bot's and the homeserver's, at the most


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


async def written_by(
    homeserver: Homeserver, room_id: str, author: str, since: datetime | None, before: datetime
) -> AsyncIterator[dict[str, Any]]:
    """What an account of this homeserver wrote within a time, the newest first, undecrypted.

    At most the last 10,000 events of the room. Raises: MatrixError, UnreachableError.
    """
    earliest = since.timestamp() * 1000 if since else 0.0
    async for event in _backwards(homeserver, room_id, None, None):
        stamp = event.get("origin_server_ts")
        # The account's own events carry its homeserver's time; those of others may say anything.
        if event.get("sender") != author or not isinstance(stamp, int | float):
            continue
        if stamp < earliest:
            return
        if stamp < before.timestamp() * 1000:
            yield event


async def sent_with(
    homeserver: Homeserver, room_id: str, me: str, key: str, since: datetime
) -> str | NotSent | None:
    """Look for what this device sent with transaction id `key`, not before `since`.

    Returns: the event's id; None if what is there does not tell: not all of it since then can be
        seen, or the account spoke from another device, whose transaction ids are not shown.

    Raises: MatrixError, UnreachableError.
    """
    earliest, home = (since - _CLOCKS_APART).timestamp() * 1000, _server_of(me)
    certain = True
    async for event in _backwards(homeserver, room_id, None, None):
        unsigned, sender = event.get("unsigned"), str(event.get("sender"))
        known = unsigned.get("transaction_id") if isinstance(unsigned, dict) else None
        if known == key:
            return str(event["event_id"])
        if sender == me and known is None and "state_key" not in event:
            certain = False
        # The time of another homeserver's events is whatever that one says.
        stamp = event.get("origin_server_ts") if _server_of(sender) == home else None
        if isinstance(stamp, int | float) and stamp < earliest:
            return NotSent() if certain else None
    return None


def _server_of(account: str) -> str:
    return account.partition(":")[2]
