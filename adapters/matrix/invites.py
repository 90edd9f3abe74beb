"""Whose invites the bot accepts."""

from __future__ import annotations

import asyncio
from typing import Any, Literal

import structlog

from adapters.matrix.api import Homeserver, MatrixError, UnreachableError
from adapters.matrix.direct import DirectMessages
from adapters.matrix.rooms import Rooms

log = structlog.get_logger(__name__)

Policy = Literal["anyone", "known", "nobody"]

_WAITS = (1.0, 3.0)
_SECONDS = 15  # a room on a homeserver that does not answer must not hold up all others


class Invites:
    """Accepts or declines invites.

    Args:
        policy: who may invite the bot anywhere; "known" are members of listed communities.
            Listed rooms are joined in any case: an operator named them.
    """

    def __init__(
        self,
        homeserver: Homeserver,
        rooms: Rooms,
        direct: DirectMessages,
        me: str,
        policy: Policy,
    ) -> None:
        self._homeserver = homeserver
        self._direct = direct
        self._rooms = rooms
        self._me = me
        self._policy = policy

    async def consider(self, room_id: str, raw: dict[str, Any]) -> None:
        """Join or decline, by the stripped state that came with the invite."""
        inviter, direct = self._invitation(raw)
        if not inviter or not self._welcome(room_id, inviter):
            log.info("matrix_invite_declined", policy=self._policy, direct=direct)
            try:
                await self._rooms.leave(room_id)
            except (MatrixError, UnreachableError) as error:
                log.warning("matrix_invite_not_declined", error=str(error))
            return
        if await self.join(room_id, via=inviter.partition(":")[2]) and direct:
            await self._direct.record(inviter, room_id)

    async def join(self, room_id: str, via: str) -> bool:
        """Join a room; tried a few times, since another homeserver may be slow to answer."""
        try:
            async with asyncio.timeout(_SECONDS):
                return await self._join(room_id, {"via": via} if via else {})
        except TimeoutError:
            log.warning("matrix_room_not_joined", error="timeout")
            return False

    async def _join(self, room_id: str, query: dict[str, str]) -> bool:
        for wait in (*_WAITS, None):
            try:
                await self._homeserver.call("POST", "join", room_id, body={}, query=query)
            except (MatrixError, UnreachableError) as error:
                refused = isinstance(error, MatrixError) and error.status in (400, 403, 404)
                if refused or wait is None:
                    log.warning("matrix_room_not_joined", error=str(error))
                    return False
                await asyncio.sleep(wait)
            else:
                return True
        return False

    def _welcome(self, room_id: str, inviter: str) -> bool:
        if self._rooms.is_listed(room_id) or self._policy == "anyone":
            return True
        return self._policy == "known" and self._rooms.shares_listed(inviter)

    def _invitation(self, raw: dict[str, Any]) -> tuple[str, bool]:
        """Who invites, and whether it is meant as direct messages."""
        for event in raw.get("invite_state", {}).get("events", []):
            if not isinstance(event, dict) or event.get("type") != "m.room.member":
                continue
            content = event.get("content")
            if event.get("state_key") == self._me and isinstance(content, dict):
                sender = event.get("sender")
                inviter = sender if isinstance(sender, str) else ""
                return inviter, content.get("is_direct") is True
        return "", False
