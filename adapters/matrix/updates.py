"""Where news from the homeserver come from.

This and `api.Homeserver.call` are all of the transport: whatever gets news in another way
(sliding sync, an appservice that is called) gives them in the shape of a sync.
"""

from __future__ import annotations

import json
from typing import Any, Protocol

from adapters.matrix.api import Homeserver, MatrixError

_FIRST_SECONDS = 900  # a big account's first sync takes minutes
_GRACE_SECONDS = 30  # for the answer, beyond what it was allowed to wait

_NONE: dict[str, Any] = {"types": []}
# Members are not left out ("lazy_load_members"): who reads along has to be known for sure. A
# sync brings the state of a room only when the bot comes in, and after that what changes.
_FILTER = {
    "presence": _NONE,
    "account_data": _NONE,
    "room": {"ephemeral": _NONE, "account_data": _NONE, "timeline": {"limit": 50}},
}
# The first one is asked for a token and for invites; rooms are loaded when they are needed.
_FIRST_FILTER = {
    **_FILTER,
    "room": {"ephemeral": _NONE, "account_data": _NONE, "timeline": _NONE, "state": _NONE},
}


class Updates(Protocol):
    """What happens on the homeserver, portion by portion."""

    async def next(self, since: str | None, *, patience: float) -> dict[str, Any]:
        """What happened since a token.

        Args:
            since: `next_batch` of an earlier answer. None: only a token and open invites are
                wanted; nothing was received by this account before.
            patience: seconds that the homeserver may wait for something to happen.

        Returns: an answer to `/sync`, with `next_batch`.
        Raises: MatrixError, UnreachableError.
        """
        ...


class Sync:
    """Asks again and again. Source: spec, "Syncing"."""

    def __init__(self, homeserver: Homeserver) -> None:
        self._homeserver = homeserver

    async def next(self, since: str | None, *, patience: float) -> dict[str, Any]:
        query = {"timeout": str(int(patience * 1000))}
        query["filter"] = json.dumps(_FIRST_FILTER if since is None else _FILTER)
        query |= {"since": since} if since is not None else {}
        seconds = _FIRST_SECONDS if since is None else patience + _GRACE_SECONDS
        raw = await self._homeserver.call("GET", "sync", query=query, seconds=seconds)
        if not isinstance(raw, dict) or not isinstance(raw.get("next_batch"), str):
            raise MatrixError(200, "")
        return raw
