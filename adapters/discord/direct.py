"""Direct messages: which channel is whose, and how fast new ones may be opened.

Discord limits, and in the end blocks, bots that open many direct messages unasked, and publishes
no number. So a channel is opened once and remembered, new ones wait their turn, and when Discord
says "too fast" (40003) everything unasked rests.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

import discord
import structlog

from adapters.discord.memory import Memory
from adapters.discord.receipts import REST_SECONDS

log = structlog.get_logger(__name__)

_CHANNEL, _CLOSED = "dm|", "closed|"
_MINUTE = timedelta(minutes=1)
_TALKING = timedelta(minutes=15)
_REMEMBERED = 10_000

Value = TypeVar("Value")


class HeldError(Exception):
    """Not now; nothing was sent. `seconds`: how long to wait."""

    def __init__(self, seconds: float, reason: str) -> None:
        super().__init__(reason)
        self.seconds = seconds
        self.reason = reason


class DirectMessages:
    """The bot's direct-message channels.

    Args:
        new_per_minute: channels that may be opened in any 60 seconds.
    """

    def __init__(self, memory: Memory, now: Callable[[], datetime], new_per_minute: int) -> None:
        self._memory = memory
        self._now = now
        self._new_per_minute = max(1, new_per_minute)
        self._opened: deque[datetime] = deque()
        self._resting_until: datetime | None = None
        self._channels: OrderedDict[str, int] = OrderedDict()
        self._unkept: set[str] = set()
        self._spoke: OrderedDict[str, datetime] = OrderedDict()

    def heard(self, user: str, channel: int) -> None:
        """A person acted in their direct messages: the channel is open, and they are there."""
        _bounded(self._spoke, user, self._now())
        if self._channels.get(user) != channel:
            _bounded(self._channels, user, channel)
            self._unkept.add(user)

    async def keep(self, user: str) -> None:
        """Remember beyond this run what was heard; after the person was served."""
        if user in self._unkept and user in self._channels:
            self._unkept.discard(user)
            channel = str(self._channels[user]).encode()
            await self._memory.put({_CHANNEL + user: channel, _CLOSED + user: None})

    async def channel_of(self, user: str, client: discord.Client, named: str | None = None) -> int:
        """The channel for a person: the one known, else the one named, else a new one.

        Raises: HeldError, discord.HTTPException.
        """
        self._check_rest(user)
        known = await self.known(user)
        if known is not None:
            return known
        if named is not None:
            return int(named)
        self._take_turn()
        # Not `create_dm`, which returns a channel that it has seen even when that is no more.
        channel = int((await client.http.start_private_message(int(user)))["id"])
        await self._memory.put({_CHANNEL + user: str(channel).encode()})
        _bounded(self._channels, user, channel)
        return channel

    async def known(self, user: str) -> int | None:
        """The channel that is already open for a person."""
        if user not in self._channels:
            stored = await self._memory.get(_CHANNEL + user)
            if stored is None:
                return None
            _bounded(self._channels, user, int(stored))
        return self._channels[user]

    async def forget(self, user: str) -> None:
        """The channel is not there any more."""
        self._channels.pop(user, None)
        await self._memory.put({_CHANNEL + user: None})

    async def note_closed(self, user: str) -> None:
        """The person takes no messages from the bot; forgotten once they write to it."""
        self._unkept.discard(user)
        self._channels.pop(user, None)
        await self._memory.put({_CLOSED + user: b"1"})

    async def is_closed(self, user: str) -> bool:
        """Whether the last message to them was turned away, and they have not written since."""
        return user not in self._unkept and await self._memory.get(_CLOSED + user) is not None

    def rest(self) -> None:
        """Discord says that direct messages are opened too fast: stop what nobody waits for."""
        self._resting_until = self._now() + timedelta(seconds=REST_SECONDS)
        log.error("direct_messages_resting", seconds=REST_SECONDS)

    def _check_rest(self, user: str) -> None:
        if self._resting_until is None:
            return
        left = (self._resting_until - self._now()).total_seconds()
        if left <= 0:
            self._resting_until = None
        elif not self._is_talking(user):
            raise HeldError(left, "resting")

    def _is_talking(self, user: str) -> bool:
        """Whether the person spoke to the bot just now: an answer is never unasked."""
        spoke = self._spoke.get(user)
        return spoke is not None and self._now() - spoke < _TALKING

    def _take_turn(self) -> None:
        now = self._now()
        while self._opened and now - self._opened[0] >= _MINUTE:
            self._opened.popleft()
        if len(self._opened) >= self._new_per_minute:
            wait = (self._opened[0] + _MINUTE - now).total_seconds()
            raise HeldError(max(1.0, wait), "new direct messages wait their turn")
        self._opened.append(now)


def _bounded(entries: OrderedDict[str, Value], key: str, value: Value) -> None:
    entries[key] = value
    entries.move_to_end(key)
    while len(entries) > _REMEMBERED:
        entries.popitem(last=False)
