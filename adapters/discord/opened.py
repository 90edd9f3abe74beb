"""Threads that an earlier attempt opened, whatever became of that attempt.

Discord knows no nonce for threads. So one is known again by its name, its hour and its maker among
those that no other attempt has claimed.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import discord

from adapters.discord.memory import Memory

_OPENING, _OPENED = "opening|", "room|"

_SKEW = timedelta(minutes=1)
"""How far this machine's clock may be from Discord's."""


class Opened:
    """What is remembered of opening threads, by the key of the send that wants one."""

    def __init__(self, client: discord.Client, memory: Memory) -> None:
        self._client = client
        self._memory = memory

    async def begin(self, key: str) -> None:
        """From now on there may be a thread for this key."""
        await self._memory.put({_OPENING + key: datetime.now(UTC).isoformat().encode()})

    async def claim(self, key: str, thread: int) -> None:
        """This thread is the one for the key."""
        await self._memory.put({f"{_OPENED}{thread}": key.encode()})

    async def end(self, key: str) -> None:
        """All that was wanted of the thread is done; the claim stays."""
        await self._memory.put({_OPENING + key: None})

    async def forget(self, thread: int) -> None:
        """The thread is closed, or no more."""
        await self._memory.put({f"{_OPENED}{thread}": None})

    async def forget_old(self, before: datetime) -> None:
        """Drop the claims of threads so old that no attempt looks for them any more."""
        claims = await self._memory.all(_OPENED)
        old = [
            claim
            for claim in claims
            if discord.utils.snowflake_time(int(claim.removeprefix(_OPENED))) < before
        ]
        if old:
            await self._memory.put(dict.fromkeys(old))

    async def earlier(
        self, key: str, parent: discord.TextChannel | discord.ForumChannel, name: str
    ) -> discord.Thread | None:
        """The thread of an attempt that was not ended."""
        begun = await self._memory.get(_OPENING + key)
        if begun is None:
            return None
        since = datetime.fromisoformat(begun.decode())
        me = self._client.user.id if self._client.user else 0
        for thread in await parent.guild.active_threads():
            if thread.parent_id != parent.id or thread.name != name or thread.owner_id != me:
                continue
            claimed = await self._memory.get(f"{_OPENED}{thread.id}")
            by_us = claimed is not None and claimed.decode() == key
            fresh = claimed is None and discord.utils.snowflake_time(thread.id) >= since - _SKEW
            if by_us or fresh:
                return thread
        return None
