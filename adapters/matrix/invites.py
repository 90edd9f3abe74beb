"""Whose invites the bot accepts, and getting into rooms."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

import structlog

from adapters.matrix.api import Homeserver, MatrixError, UnreachableError
from adapters.matrix.direct import DirectMessages
from adapters.matrix.room import Room
from adapters.matrix.rooms import Rooms
from bot.platform import AdapterState

log = structlog.get_logger(__name__)

Policy = Literal["anyone", "known", "nobody"]

_WAITS = (1.0, 3.0)
_SECONDS = 15  # a room on a homeserver that does not answer must not hold up all others
_PENDING = "join/"
_TRIED_FOR = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invite as its stripped state describes it; the inviter's homeserver vouches for it.

    Args:
        inviter: "" if nobody can be made out.
        direct: it is meant as direct messages.
        replaces: the room that this one says it replaces.
    """

    inviter: str
    direct: bool = False
    replaces: str = ""


def invitation_in(raw: dict[str, Any], me: str) -> Invitation:
    """Who invites `me`, by the state that came with the invite. Source: spec, "Stripped state"."""
    state = raw.get("invite_state")
    events = state.get("events") if isinstance(state, dict) else None
    stripped = Room("")
    stripped.learn(e for e in (events if isinstance(events, list) else ()) if isinstance(e, dict))
    for event in events if isinstance(events, list) else ():
        if not isinstance(event, dict) or event.get("type") != "m.room.member":
            continue
        content, sender = event.get("content"), event.get("sender")
        if event.get("state_key") == me and isinstance(content, dict) and isinstance(sender, str):
            return Invitation(sender, content.get("is_direct") is True, stripped.predecessor)
    return Invitation("")


class Invites:
    """Decides on invites, joins and declines.

    Args:
        policy: who may invite the bot anywhere; "known" are members of listed communities, and
            those who had direct messages with it. Listed rooms are joined in any case: an
            operator named them.
        now: the bot's clock.
    """

    def __init__(
        self,
        homeserver: Homeserver,
        rooms: Rooms,
        direct: DirectMessages,
        state: AdapterState,
        policy: Policy,
        now: Callable[[], datetime],
    ) -> None:
        self._homeserver = homeserver
        self._rooms = rooms
        self._direct = direct
        self._state = state
        self._policy = policy
        self._now = now
        self._trying = asyncio.Lock()

    async def welcomes(self, room_id: str, invitation: Invitation) -> bool:
        """Whether an invite is accepted."""
        inviter = invitation.inviter
        if not inviter:
            return False
        if self._policy == "anyone" or self._rooms.is_listed(room_id):
            return True
        home = (await self._direct.record_of(inviter)).room
        if self._policy == "known" and (home or self._rooms.shares_listed(inviter)):
            return True
        # A room that the bot is in may have been replaced by this one.
        old = await self._rooms.load_if_in(invitation.replaces)
        return home == room_id or (old is not None and old.replaced_by == room_id)

    async def accept(self, room_id: str, invitation: Invitation) -> None:
        """Join; an answer that does not come now is waited for."""
        via = invitation.inviter.partition(":")[2]
        await self._enter(room_id, via, invitation.inviter if invitation.direct else "")

    async def decline(self, room_id: str) -> None:
        try:
            await self._rooms.leave(room_id)
        except (MatrixError, UnreachableError) as error:
            log.warning("matrix_invite_not_declined", error=str(error))

    async def join(self, room_id: str, via: str) -> bool:
        """Join a room that is not the answer to an invite; as `accept`, if it does not work now."""
        return await self._enter(room_id, via, "")

    async def follow(self, old: Room, sender: str) -> Room | None:
        """The room that replaces `old`, joined; None if the bot cannot come in, or it says no.

        Whoever may close a room can name any other: so the new one has to name the old.
        Raises: MatrixError, UnreachableError.
        """
        if not await self.join(old.replaced_by, via=sender.partition(":")[2]):
            return None
        new = await self._rooms.load(old.replaced_by, fresh=True)
        if new.predecessor != old.id:
            log.warning("matrix_successor_refused")
            await self._rooms.leave(new.id)
            return None
        return new

    async def try_again(self) -> None:
        """Joins that did not work before; until a homeserver has said no, or for a week."""
        async with self._trying:
            for key, raw in (await self._state.all(_PENDING)).items():
                pending = json.loads(raw)
                room_id = key.removeprefix(_PENDING)
                if datetime.fromisoformat(pending["since"]) + _TRIED_FOR < self._now():
                    await self._state.put({key: None})
                    continue
                await self._enter(room_id, pending["via"], pending["direct"])

    async def _enter(self, room_id: str, via: str, direct: str) -> bool:
        """Join, tried a few times, since another homeserver may be slow to answer.

        Args:
            direct: whose direct messages they will be; "" if nobody's.
        """
        key = _PENDING + room_id
        pending = await self._state.get(key)
        try:
            async with asyncio.timeout(_SECONDS):
                await self._join(room_id, {"via": via} if via else {})
        except (MatrixError, UnreachableError, TimeoutError) as error:
            refused = isinstance(error, MatrixError) and error.status in (400, 403, 404)
            log.warning("matrix_room_not_joined", error=str(error), again=not refused)
            if refused:
                await self._state.put({key: None})
            elif pending is None:
                waits = {"via": via, "direct": direct, "since": self._now().isoformat()}
                await self._state.put({key: json.dumps(waits).encode()})
            return False
        if direct:
            await self._direct.record(direct, room_id)
        if pending is not None:
            await self._state.put({key: None})
        return True

    async def _join(self, room_id: str, query: dict[str, str]) -> None:
        for wait in (*_WAITS, None):
            try:
                await self._homeserver.call("POST", "join", room_id, body={}, query=query)
                return
            except (MatrixError, UnreachableError) as error:
                refused = isinstance(error, MatrixError) and error.status in (400, 403, 404)
                if refused or wait is None:
                    raise
                await asyncio.sleep(wait)
