"""Sends: messages, edits, roles and private threads, each performed once and acknowledged.

A message carries its send's key as Discord's nonce: Discord recognises a repeat for a few minutes
and returns the message that is already there. Beyond that, what was sent is remembered by key.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from contextlib import nullcontext
from datetime import UTC, datetime, timedelta
from typing import Any

import discord
import structlog

from adapters.discord import markdown
from adapters.discord.asides import Asides, went_of
from adapters.discord.direct import DirectMessages
from adapters.discord.floor import Floors
from adapters.discord.history import History, doubt_of
from adapters.discord.incoming import PLATFORM
from adapters.discord.kept import Kept
from adapters.discord.looking import look
from adapters.discord.memory import Memory
from adapters.discord.messages import Messages
from adapters.discord.opened import Opened
from adapters.discord.posts import Posts
from adapters.discord.receipts import (
    CANNOT_MESSAGE,
    FAILURES,
    OPENING_TOO_FAST,
    UNKNOWN_CHANNEL,
    HeldError,
    receipt_of,
)
from adapters.discord.rooms import Rooms
from adapters.discord.scheduled import ScheduledEvents
from adapters.discord.threads import Threads
from adapters.discord.tidying import Tidying
from adapters.discord.traffic import unasked
from bot.platform import (
    Address,
    Audience,
    CancelEvent,
    CloseRoom,
    Delete,
    Forget,
    LookAt,
    NotSent,
    OpenRoom,
    Outcome,
    Receipt,
    Say,
    Send,
    SetFloor,
    SetRole,
    ShowEvent,
    Tidy,
)
from bot.richtext import Body
from bot.texts import Texts

log = structlog.get_logger(__name__)

_SENT = "sent|"
_REMEMBER_SENT = timedelta(days=2)
# Below the sender's lease of 60 s; the library itself waits at most 30 s for a rate limit.
_PERFORM_WITHIN = 50.0
_REACH_WITHIN = 5.0
_NO_WAY = frozenset({Outcome.GONE, Outcome.REFUSED})


class Outgoing:
    """Performs sends on one connection.

    Args:
        offset: what the bot's clock is ahead of Discord's, in rehearsals.
        restricted: told when Discord stops the bot from opening direct messages, and until when
            it then rests.
    """

    def __init__(
        self,
        client: discord.Client,
        memory: Memory,
        direct: DirectMessages,
        now: Callable[[], datetime],
        offset: timedelta,
        kept: Kept,
        texts: Texts,
        restricted: Callable[[datetime], None] = lambda until: None,
    ) -> None:
        self._client = client
        self._memory = memory
        self._direct = direct
        self._now = now
        self._kept = kept
        self._restricted = restricted
        self._opened = Opened(client, memory)
        self._rooms = Rooms(client, self._opened)
        self._asides = Asides(client, memory, self._rooms, texts)
        posts = Posts(client, self._opened)
        threads = Threads(client, texts)
        self._messages = Messages(client, direct, posts, self._asides, threads)
        self._history = History(client, memory, offset, self._known)
        self._events = ScheduledEvents(client, memory, offset)
        self._floors = Floors(client, memory)
        self._tidying = Tidying(client, direct, offset)

    async def perform(self, send: Send) -> Receipt:
        """Perform once; what was performed before under the same key is not repeated."""
        earlier = await self._sent_before(send.key)
        if earlier is not None:
            return earlier
        try:
            with unasked() if self._is_unasked(send) else nullcontext():
                async with asyncio.timeout(_PERFORM_WITHIN):
                    receipt = await self._perform(send)
        except HeldError as held:
            later = Receipt(outcome=Outcome.RETRY, retry_after=held.seconds, reason=held.reason)
            return await self._offered(send) or later
        except ValueError as error:  # too many choices, or an id that is none of Discord's
            return Receipt(outcome=Outcome.REFUSED, reason=type(error).__name__)
        except FAILURES as error:
            return await self._not_performed(send, error)
        if receipt.outcome in (Outcome.SENT, Outcome.DEGRADED) and not isinstance(send, LookAt):
            await self._remember(send.key, receipt)
        return receipt

    async def _perform(self, send: Send) -> Receipt:
        match send:
            case Say(edits=str(edited)):
                return await self._messages.edit(send, edited)
            case Say():
                return await self._messages.say(send)
            case Delete(theirs=True):
                return Receipt(outcome=Outcome.DEGRADED, reason="not_ours")
            case Delete():
                return await self._messages.delete(send)
            case Tidy():
                return await self._tidying.tidy(send)
            case Forget():
                await self._direct.forget_person(send.to.user or "")
                return Receipt(outcome=Outcome.SENT)
            case SetRole():
                return await self._floors.set_role(send)
            case SetFloor():
                return await self._floors.set(send)
            case OpenRoom():
                return await self._rooms.open(send)
            case CloseRoom():
                return await self._rooms.close(send)
            case ShowEvent() | CancelEvent():
                return await self._events.perform(send)
            case LookAt():
                return await look(self._client, send)

    def _is_unasked(self, send: Send) -> bool:
        """Whether nobody waits for it: a direct message to somebody who did not just write."""
        user = send.to.user
        return user is not None and not _is_urgent(send) and not self._direct.is_talking(user)

    # --- whether it can be

    async def can_reach(self, user: str, hello: Body) -> bool:
        """Whether direct messages arrive; what cannot be learnt now counts as yes.

        Discord opens a channel to anybody and refuses only the first message in it, so that one
        is sent: `hello`, without ringing. Where a channel is known, messages arrived before.
        """
        if await self._direct.known(user) is not None:
            return True
        first = Say(to=Address(PLATFORM, user=user), body=hello, audience=Audience.DIRECT)
        try:
            async with asyncio.timeout(_REACH_WITHIN):
                await self._direct.channel_of(user, self._client, asked=True)
                await self._messages.say(first)
        except ValueError:
            return False
        except FAILURES as error:
            return (await self._not_performed(first, error)).outcome not in _NO_WAY
        return True

    # --- what became of it

    async def find_sent(self, key: str, to: Address, since: datetime) -> Receipt | NotSent | None:
        """What was sent under `key`: from memory, else from the history of where it went."""
        earlier = await self._sent_before(key)
        if earlier is not None:
            return earlier
        place = await self._asides.went_to(key)
        if place is None and (to.space is None or to.channel):
            place = await self._messages.room_of(to)
        if place is None:
            return None
        try:
            found = await self._history.find(key, place, since)
        except FAILURES:
            return None
        if isinstance(found, NotSent):
            # What could not be remembered could not be looked up just now either.
            return found if await self._memory.is_readable() else None
        if found is None:
            return None
        receipt = Receipt(outcome=Outcome.SENT, message=found, channel=str(place))
        await self._remember(key, receipt)
        return receipt

    async def _known(self) -> set[str]:
        """The messages that sends are remembered to have become."""
        kept = await self._memory.all(_SENT)
        return {json.loads(data)["m"] for data in kept.values()}

    async def forget_old(self) -> None:
        """Drop what was remembered of sends that no repeat can come of any more."""
        before = (self._now() - _REMEMBER_SENT).timestamp()
        kept = await self._memory.all(_SENT)
        old = [key for key, data in kept.items() if json.loads(data)["t"] < before]
        if old:
            gone: dict[str, bytes | None] = {}
            for key in old:
                send = key.removeprefix(_SENT)
                gone |= {key: None, doubt_of(send): None, went_of(send): None}
            await self._memory.put(gone)
        await self._opened.forget_old(datetime.now(UTC) - _REMEMBER_SENT)

    async def _not_performed(self, send: Send, error: Any) -> Receipt:
        receipt = receipt_of(error)
        code = error.code if isinstance(error, discord.HTTPException) else 0
        user = send.to.user
        if code == OPENING_TOO_FAST:
            await self._rest()
            receipt = await self._offered(send) or receipt
        elif code in CANNOT_MESSAGE and user:
            await self._direct.note_closed(user)
            receipt = await self._offered(send) or receipt
        elif code == UNKNOWN_CHANNEL and user and send.to.space is None:
            await self._direct.forget(user)
            return Receipt(outcome=Outcome.RETRY, retry_after=1.0, reason=str(code))
        elif receipt.outcome is Outcome.UNKNOWN and isinstance(send, Say):
            parts = markdown.split(send.body)
            await self._history.doubt(send.key, parts[-1] if parts else "")
        log.warning("not_performed", outcome=receipt.outcome.value, reason=receipt.reason)
        return receipt

    async def _offered(self, send: Send) -> Receipt | None:
        """In place of a message that their direct messages do not take, or not now."""
        try:
            offered = await self._kept.offer(send) if isinstance(send, Say) else None
        except FAILURES:
            return None
        if offered is not None:
            await self._remember(send.key, offered)
        return offered

    async def _rest(self) -> None:
        until = await self._direct.rest()
        if until is not None:
            self._restricted(until)

    async def _sent_before(self, key: str) -> Receipt | None:
        data = await self._memory.get(_SENT + key)
        if data is None:
            return None
        kept = json.loads(data)
        return Receipt(outcome=Outcome.SENT, message=kept["m"], channel=kept["c"])

    async def _remember(self, key: str, receipt: Receipt) -> None:
        kept = {"m": receipt.message, "c": receipt.channel, "t": self._now().timestamp()}
        await self._memory.put({_SENT + key: json.dumps(kept).encode()})


def _is_urgent(send: Send) -> bool:
    return isinstance(send, Say) and send.urgent
