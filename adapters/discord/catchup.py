"""Direct messages that were written while nobody listened: down, or cut off for too long to resume.

Discord repeats only what a short break hides. So the newest message that was served is remembered
per person, and what came after it is read from the channel's history: those who wrote last first,
in the order in which they wrote, and never ahead of what somebody waits for.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

import discord
import structlog

from adapters.discord.direct import DirectMessages
from adapters.discord.receipts import FAILURES, UNKNOWN_CHANNEL
from adapters.discord.traffic import unasked

log = structlog.get_logger(__name__)

_AT_ONCE = 8
_FIRST_PAUSE, _LONGEST_PAUSE = 2.0, 300.0  # seconds

Take = Callable[[discord.Message], Awaitable[None]]


class CatchUp:
    """Reads what was missed, and keeps what is read and what comes in apart.

    Args:
        take: hands one message on; raises if it was not applied.
    """

    def __init__(self, client: discord.Client, direct: DirectMessages, take: Take) -> None:
        self._client = client
        self._direct = direct
        self._take = take
        self._missing: dict[str, tuple[int, int]] = {}
        # Messages of one channel are taken in the order in which they were written.
        self._in_order: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._something = asyncio.Event()

    def everything(self) -> None:
        """A new session began: any channel may hold something unseen."""
        for user, seen in self._direct.seen().items():
            self._missing.setdefault(user, seen)
        self._something.set()

    async def live(self, message: discord.Message) -> None:
        """A message that came in by itself; what was written before it is served before it.

        Raises: what `take` raises; a direct message is then tried again later.
        """
        user = str(message.author.id)
        async with self._alone(message.channel.id):
            if user in self._missing and message.guild is None:
                upto = await self._read(user)
                if upto is None or upto >= message.id:
                    return  # served with the others, or not before them
            try:
                await self._take(message)
            except Exception:
                if message.guild is None:
                    self._missing.setdefault(user, (message.channel.id, message.id - 1))
                    self._something.set()
                raise
            if message.guild is None and user not in self._missing:
                await self._direct.keep(user, message.id)

    async def run(self) -> None:
        """Read what is missing, for as long as the connection lives."""
        pause = _FIRST_PAUSE
        while True:
            await self._something.wait()
            self._something.clear()
            newest_first = sorted(self._missing, key=lambda u: self._missing[u][1], reverse=True)
            waiting = iter(newest_first)
            with unasked():
                async with asyncio.TaskGroup() as readers:
                    for _ in range(_AT_ONCE):
                        readers.create_task(self._read_all(waiting))
            if not self._missing:
                if newest_first:
                    log.info("direct_messages_caught_up", channels=len(newest_first))
                pause = _FIRST_PAUSE
                continue
            log.warning("direct_messages_behind", channels=len(self._missing))
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)
            self._something.set()

    async def _read_all(self, users: Iterator[str]) -> None:
        for user in users:
            missing = self._missing.get(user)
            if missing is None:
                continue
            async with self._alone(missing[0]):
                if user in self._missing:
                    await self._read(user)

    async def _read(self, user: str) -> int | None:
        """Hand on what the person wrote since.

        Returns: up to which message; 0 if the history cannot be read now, and None if what was
        read could not be handed on: both are tried again.
        """
        channel_id, newest = self._missing[user]
        channel = self._client.get_partial_messageable(channel_id)
        try:
            async for message in channel.history(
                limit=None, after=discord.Object(newest), oldest_first=True
            ):
                if message.author.id == int(user):
                    self._direct.heard(user, channel_id)
                    if not await self._handed_on(message):
                        return None
                newest = message.id
                self._missing[user] = (channel_id, newest)
        except (discord.NotFound, discord.Forbidden) as error:
            if error.code == UNKNOWN_CHANNEL:
                await self._direct.forget(user)
        except FAILURES as error:
            log.warning("history_not_read", error=type(error).__name__)
            return 0
        del self._missing[user]
        await self._direct.keep(user, newest)
        return newest

    async def _handed_on(self, message: discord.Message) -> bool:
        try:
            await self._take(message)
        except Exception as error:
            log.warning("direct_message_not_taken", error=type(error).__name__)
            return False
        return True

    @asynccontextmanager
    async def _alone(self, channel: int) -> AsyncIterator[None]:
        lock = self._in_order.setdefault(channel, asyncio.Lock())
        async with lock:
            yield
