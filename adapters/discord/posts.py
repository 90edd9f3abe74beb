"""Messages into a forum: each is a post of its own, named by how it begins."""

from __future__ import annotations

from typing import Any

import discord

from adapters.discord.markdown import cut
from adapters.discord.opened import Opened
from bot.platform import Say
from bot.richtext import plain

_LONGEST_NAME = 100


class Posts:
    """Opens posts."""

    def __init__(self, client: discord.Client, opened: Opened) -> None:
        self._client = client
        self._opened = opened

    async def forum(self, channel: int, *, ask: bool = False) -> discord.ForumChannel | None:
        """The forum of that id; None if it is none.

        Args:
            ask: Discord, and not only what is known of it here.
        """
        found: object = self._client.get_channel(channel)
        if found is None and ask:
            found = await self._client.fetch_channel(channel)
        return found if isinstance(found, discord.ForumChannel) else None

    async def open(
        self, forum: discord.ForumChannel, say: Say, text: str, **more: Any
    ) -> discord.Thread:
        """A post that begins with `text`, or the one that an earlier attempt opened."""
        lines = plain(say.body).strip().splitlines()
        name = cut(lines[0], _LONGEST_NAME) if lines else "…"
        thread = await self._opened.earlier(say.key, forum, name)
        if thread is None:
            await self._opened.begin(say.key)
            made = await forum.create_thread(name=name, content=text, **more)
            thread = made.thread
        await self._opened.claim(say.key, thread.id)
        return thread

    async def done(self, say: Say) -> None:
        """All of it is in its post."""
        await self._opened.end(say.key)
