"""Private threads as rooms for a few members.

Whoever has the permission Manage Threads sees every private thread without being in it: that is
how moderators come in, by role, and nobody is pinged.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

import discord

from adapters.discord import markdown
from adapters.discord.memory import Memory
from adapters.discord.receipts import UNKNOWN_CHANNEL
from bot.platform import CloseRoom, OpenRoom, Outcome, Receipt

_OPENING, _OPENED = "opening|", "room|"
_LONGEST_NAME = 100
_WEEK: Final = 10080
"""Minutes without a word after which Discord folds a thread away; its longest."""

_SKEW = timedelta(minutes=1)
"""How far this machine's clock may be from Discord's."""


class Rooms:
    """Opens and closes private threads."""

    def __init__(self, client: discord.Client, memory: Memory) -> None:
        self._client = client
        self._memory = memory

    async def open(self, wanted: OpenRoom) -> Receipt:
        """Open the thread, or go on with the one that an earlier attempt opened.

        Raises: FAILURES of receipts, ValueError.
        """
        parent = self._client.get_channel(int(wanted.to.channel or 0))
        if not isinstance(parent, discord.TextChannel):
            return Receipt(outcome=Outcome.UNSUPPORTED, reason="no text channel to open it in")
        name = markdown.cut(wanted.name, _LONGEST_NAME)
        thread = await self._opened_before(wanted.key, parent, name)
        if thread is None:
            begun = datetime.now(UTC).isoformat().encode()
            await self._memory.put({_OPENING + wanted.key: begun})
            thread = await parent.create_thread(
                name=name,
                type=discord.ChannelType.private_thread,
                invitable=False,
                auto_archive_duration=_WEEK,
            )
        await self._memory.put({f"{_OPENED}{thread.id}": wanted.key.encode()})
        missing = 0
        for member in wanted.members:
            try:
                await thread.add_user(discord.Object(int(member.user or 0)))
            except (discord.NotFound, discord.Forbidden):
                missing += 1
        await self._memory.put({_OPENING + wanted.key: None})
        return Receipt(
            outcome=Outcome.DEGRADED if missing else Outcome.SENT,
            channel=str(thread.id),
            reason=f"{missing} could not be added" if missing else "",
        )

    async def close(self, room: CloseRoom) -> Receipt:
        """Archive and lock it; one that is no more counts as closed.

        Raises: FAILURES of receipts, ValueError.
        """
        thread_id = int(room.to.channel or 0)
        closed = Receipt(outcome=Outcome.SENT, channel=str(thread_id))
        try:
            thread = self._client.get_channel(thread_id)
            thread = thread or await self._client.fetch_channel(thread_id)
            if not isinstance(thread, discord.Thread):
                return Receipt(outcome=Outcome.UNSUPPORTED, reason="no thread")
            if not (thread.archived and thread.locked):
                await thread.edit(archived=True, locked=True)
        except discord.NotFound as error:
            if error.code != UNKNOWN_CHANNEL:
                raise
        await self._memory.put({f"{_OPENED}{thread_id}": None})
        return closed

    async def _opened_before(
        self, key: str, parent: discord.TextChannel, name: str
    ) -> discord.Thread | None:
        """The thread of an attempt that ended before its members were in it.

        Discord knows no nonce for threads. So it is found by its name and time among our threads
        that no other attempt has claimed.
        """
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
