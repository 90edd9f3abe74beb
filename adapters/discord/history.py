"""What a channel's history tells of a message that may have been sent.

Beyond the minutes in which Discord recognises a nonce there is only the history. It shows nonces
sometimes, so that a message is also recognised by the text whose sending was in doubt.
"""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable, Collection
from datetime import datetime, timedelta

import discord

from adapters.discord.memory import Memory
from bot.platform import NotSent

_DOUBT = "doubt|"
_MOST = 400
_CLOCKS_APART = timedelta(minutes=2)  # this machine's and Discord's, at the most


class History:
    """Looks for messages of the bot's own.

    Args:
        offset: what the bot's clock is ahead of Discord's, in rehearsals.
        known: the messages whose keys are remembered, by their ids.
    """

    def __init__(
        self,
        client: discord.Client,
        memory: Memory,
        offset: timedelta,
        known: Callable[[], Awaitable[Collection[str]]],
    ) -> None:
        self._client = client
        self._memory = memory
        self._offset = offset
        self._known = known

    async def doubt(self, key: str, text: str) -> None:
        """A message that ends in this text may have been sent under the key."""
        await self._memory.put({doubt_of(key): _digest(text)})

    async def find(self, key: str, channel: int, since: datetime) -> str | NotSent | None:
        """The message's id; `NotSent` if all was seen, and nothing in it can be the message.

        Raises: FAILURES of receipts.
        """
        doubted = await self._memory.get(doubt_of(key))
        me = self._client.user.id if self._client.user else 0
        seen, certain = 0, True
        others: Collection[str] | None = None
        after = since - self._offset - _CLOCKS_APART
        messages = self._client.get_partial_messageable(channel).history(limit=_MOST, after=after)
        async for message in messages:
            seen += 1
            if message.author.id != me:
                continue
            nonce = str(message.nonce) if message.nonce is not None else None
            if nonce is None:
                # Who asks twice reads the same answer twice: the one that is known is not this.
                others = await self._known() if others is None else others
                if str(message.id) in others:
                    continue
            # Somebody may have been told the same before: only what came since, without a name.
            alike = nonce is None and message.created_at >= since - self._offset
            if nonce == key or (alike and doubted == _digest(message.content)):
                return str(message.id)
            # One without a nonce may be it, edited since; a part of it must not come twice.
            certain = certain and nonce is not None and not nonce.startswith(f"{key}.")
        return NotSent() if certain and seen < _MOST else None


def doubt_of(key: str) -> str:
    """Where it is remembered what was in doubt."""
    return _DOUBT + key


def _digest(content: str) -> bytes:
    return hashlib.sha256(content.strip().encode()).digest()
