"""Private threads as rooms for a few members.

Whoever has the permission Manage Threads sees every private thread without being in it: that is
how moderators come in, by role, and nobody is pinged.
"""

from __future__ import annotations

from typing import Final

import discord

from adapters.discord import markdown
from adapters.discord.opened import Opened
from adapters.discord.receipts import UNKNOWN_CHANNEL
from bot.platform import CloseRoom, OpenRoom, Outcome, Receipt

_LONGEST_NAME = 100
_WEEK: Final = 10080
"""Minutes without a word after which Discord folds a thread away; its longest."""


class Rooms:
    """Opens and closes private threads."""

    def __init__(self, client: discord.Client, opened: Opened) -> None:
        self._client = client
        self._opened = opened

    async def open(self, wanted: OpenRoom) -> Receipt:
        """Open the thread, or go on with the one that an earlier attempt opened.

        Raises: FAILURES of receipts, ValueError.
        """
        parent_id = int(wanted.to.channel or 0)
        parent = self._client.get_channel(parent_id)
        parent = parent or await self._client.fetch_channel(parent_id)
        if not isinstance(parent, discord.TextChannel) or parent.is_news():
            return Receipt(outcome=Outcome.UNSUPPORTED, reason="no text channel to open it in")
        name = markdown.cut(wanted.name, _LONGEST_NAME)
        thread = await self._opened.earlier(wanted.key, parent, name)
        if thread is None:
            await self._opened.begin(wanted.key)
            thread = await parent.create_thread(
                name=name,
                type=discord.ChannelType.private_thread,
                invitable=False,
                auto_archive_duration=_WEEK,
            )
        await self._opened.claim(wanted.key, thread.id)
        missing = 0
        for member in wanted.members:
            try:
                await thread.add_user(discord.Object(int(member.user or 0)))
            except (discord.NotFound, discord.Forbidden):
                missing += 1
        await self._opened.end(wanted.key)
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
        await self._opened.forget(thread_id)
        return closed
