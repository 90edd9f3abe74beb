"""Sends: messages, edits, roles and private threads, each performed once and acknowledged.

A message carries its send's key as Discord's nonce: Discord recognises a repeat for a few minutes
and returns the message that is already there. Beyond that, what was sent is remembered by key.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import Callable, Sequence
from contextlib import nullcontext, suppress
from datetime import datetime, timedelta
from typing import Any

import discord
import structlog

from adapters.discord import controls, markdown
from adapters.discord.answering import files
from adapters.discord.direct import DirectMessages
from adapters.discord.incoming import PLATFORM
from adapters.discord.kept import Kept
from adapters.discord.memory import Memory
from adapters.discord.receipts import (
    CANNOT_MESSAGE,
    FAILURES,
    OPENING_TOO_FAST,
    UNKNOWN_CHANNEL,
    HeldError,
    receipt_of,
)
from adapters.discord.rooms import Rooms
from adapters.discord.traffic import unasked
from bot.platform import (
    Address,
    Audience,
    CloseRoom,
    Delete,
    OpenRoom,
    Outcome,
    Receipt,
    Say,
    Send,
    SetRole,
)
from bot.richtext import Body

log = structlog.get_logger(__name__)

_SENT, _DOUBT = "sent|", "doubt|"
_REMEMBER_SENT = timedelta(days=2)
# Below the sender's lease of 60 s; the library itself waits at most 30 s for a rate limit.
_PERFORM_WITHIN = 50.0
_REACH_WITHIN = 5.0
_NO_WAY = frozenset({Outcome.GONE, Outcome.REFUSED})
_HISTORY = 200


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
        restricted: Callable[[datetime], None] = lambda until: None,
    ) -> None:
        self._client = client
        self._memory = memory
        self._direct = direct
        self._now = now
        self._offset = offset
        self._kept = kept
        self._restricted = restricted
        self._rooms = Rooms(client, memory)

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
            return Receipt(outcome=Outcome.RETRY, retry_after=held.seconds, reason=held.reason)
        except ValueError as error:  # too many choices, or an id that is none of Discord's
            return Receipt(outcome=Outcome.REFUSED, reason=type(error).__name__)
        except FAILURES as error:
            return await self._not_performed(send, error)
        if receipt.outcome in (Outcome.SENT, Outcome.DEGRADED):
            await self._remember(send.key, receipt)
        return receipt

    async def _perform(self, send: Send) -> Receipt:
        match send:
            case Say(edits=str(edited)):
                return await self._edit(send, edited)
            case Say():
                return await self._say(send)
            case Delete():
                return await self._delete(send)
            case SetRole():
                return await self._set_role(send)
            case OpenRoom():
                return await self._rooms.open(send)
            case CloseRoom():
                return await self._rooms.close(send)

    def _is_unasked(self, send: Send) -> bool:
        """Whether nobody waits for it: a direct message to somebody who did not just write."""
        user = send.to.user
        return user is not None and not self._direct.is_talking(user)

    # --- messages

    async def _say(self, say: Say) -> Receipt:
        parts = markdown.split(say.body)
        if not parts:
            return Receipt(outcome=Outcome.REFUSED, reason="empty")
        channel = await self._place(say)
        if channel is None:
            return Receipt(outcome=Outcome.REFUSED, reason="nobody to say it to privately")
        message = await self._post(say, channel, parts)
        return Receipt(outcome=Outcome.SENT, message=str(message.id), channel=str(channel))

    async def _post(self, say: Say, channel_id: int, parts: Sequence[str]) -> discord.Message:
        channel = self._client.get_partial_messageable(channel_id)
        view = controls.choices_view(say.choices)
        more: dict[str, Any] = {"silent": not say.rings}
        if say.answers is not None and say.to.space is not None:
            # In direct messages it is plain what an answer refers to.
            more["reference"] = discord.MessageReference(
                message_id=int(say.answers), channel_id=channel_id, fail_if_not_exists=False
            )
        for number, text in enumerate(parts[:-1], start=1):
            await channel.send(text, nonce=f"{say.key}.{number}", **more)
            more.pop("reference", None)
        if view is not None:
            more["view"] = view
        if say.attachments:
            more["files"] = files(say.attachments)
        # The key itself on the last part: once that one is there, all are.
        return await channel.send(parts[-1], nonce=say.key, **more)

    async def _place(self, say: Say) -> int | None:
        """The channel it goes to; private things only ever to the person's direct messages."""
        to = say.to
        if say.audience is Audience.PUBLIC and to.channel is not None:
            return int(to.channel)
        in_direct = to.channel if to.space is None else None
        if to.user is None:
            return int(in_direct) if in_direct is not None else None
        return await self._direct.channel_of(to.user, self._client, in_direct)

    async def _edit(self, say: Say, edited: str) -> Receipt:
        """Put the text in place of an earlier message; what does not fit follows below."""
        parts = markdown.split(say.body)
        channel = await self._place(say)
        if channel is None or not parts:
            return Receipt(outcome=Outcome.REFUSED, reason="nothing to edit")
        view = controls.choices_view(say.choices) if len(parts) == 1 else None
        message = self._client.get_partial_messageable(channel).get_partial_message(int(edited))
        await message.edit(content=parts[0], view=view)
        if len(parts) > 1:
            await self._post(say, channel, parts[1:])
        return Receipt(outcome=Outcome.SENT, message=edited, channel=str(channel))

    async def _delete(self, delete: Delete) -> Receipt:
        place = await self._room(delete.to)
        if place is None:
            return Receipt(outcome=Outcome.GONE, reason="no channel")
        channel = self._client.get_partial_messageable(place)
        with suppress(discord.NotFound):  # it is gone, as was wanted
            await channel.get_partial_message(int(delete.message)).delete()
        return Receipt(outcome=Outcome.SENT, message=delete.message, channel=str(place))

    async def _room(self, to: Address) -> int | None:
        if to.channel is not None:
            return int(to.channel)
        return await self._direct.known(to.user) if to.user else None

    # --- roles

    async def _set_role(self, wanted: SetRole) -> Receipt:
        guild = self._client.get_guild(int(wanted.to.space or 0))
        if guild is None or wanted.to.user is None or not wanted.role.isdecimal():
            return Receipt(outcome=Outcome.GONE, reason="no such member or role")
        member = await guild.fetch_member(int(wanted.to.user))
        role = discord.Object(int(wanted.role))
        await (member.add_roles(role) if wanted.given else member.remove_roles(role))
        return Receipt(outcome=Outcome.SENT)

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
                await self._say(first)
        except ValueError:
            return False
        except FAILURES as error:
            return (await self._not_performed(first, error)).outcome not in _NO_WAY
        return True

    # --- what became of it

    async def find_sent(self, key: str, to: Address, since: datetime) -> Receipt | None:
        """What was sent under `key`: from memory, else by its nonce or text in the history.

        Discord's history shows nonces only sometimes, so that a message is also recognised by the
        text whose sending was in doubt.
        """
        earlier = await self._sent_before(key)
        if earlier is not None:
            return earlier
        place = await self._room(to) if to.space is None or to.channel else None
        if place is None:
            return None
        doubted = await self._memory.get(_DOUBT + key)
        me = self._client.user.id if self._client.user else 0
        channel = self._client.get_partial_messageable(place)
        try:
            async for message in channel.history(limit=_HISTORY, after=since - self._offset):
                if message.author.id == me and (
                    str(message.nonce) == key or doubted == _digest(message.content)
                ):
                    receipt = Receipt(
                        outcome=Outcome.SENT, message=str(message.id), channel=str(place)
                    )
                    await self._remember(key, receipt)
                    return receipt
        except FAILURES:
            return None
        return None

    async def forget_old(self) -> None:
        """Drop what was remembered of sends that no repeat can come of any more."""
        before = (self._now() - _REMEMBER_SENT).timestamp()
        kept = await self._memory.all(_SENT)
        old = [key for key, data in kept.items() if json.loads(data)["t"] < before]
        if old:
            gone: dict[str, bytes | None] = {}
            for key in old:
                gone |= {key: None, _DOUBT + key.removeprefix(_SENT): None}
            await self._memory.put(gone)

    async def _not_performed(self, send: Send, error: Any) -> Receipt:
        receipt = receipt_of(error)
        code = error.code if isinstance(error, discord.HTTPException) else 0
        user = send.to.user
        if code == OPENING_TOO_FAST:
            await self._rest()
        elif code in CANNOT_MESSAGE and user:
            await self._direct.note_closed(user)
            receipt = await self._offered(send) or receipt
        elif code == UNKNOWN_CHANNEL and user and send.to.space is None:
            await self._direct.forget(user)
            return Receipt(outcome=Outcome.RETRY, retry_after=1.0, reason=str(code))
        elif receipt.outcome is Outcome.UNKNOWN and isinstance(send, Say):
            parts = markdown.split(send.body)
            await self._memory.put({_DOUBT + send.key: _digest(parts[-1] if parts else "")})
        log.warning("not_performed", outcome=receipt.outcome.value, reason=receipt.reason)
        return receipt

    async def _offered(self, send: Send) -> Receipt | None:
        """In place of a message that their closed direct messages do not take."""
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


def _digest(content: str) -> bytes:
    return hashlib.sha256(content.strip().encode()).digest()
