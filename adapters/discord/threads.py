"""Public threads that begin with a message: all that is said about one thing hangs together."""

from __future__ import annotations

from typing import Final

import discord

from bot.texts import Texts

# Discord's documentation, "JSON error codes".
_ALREADY_THERE = 160004
_WEEK: Final = 10080
"""Minutes without a word after which Discord folds a thread away; its longest."""


class Threads:
    """Finds and begins threads; the thread of a message has the message's own id."""

    def __init__(self, client: discord.Client, texts: Texts) -> None:
        self._client = client
        self._texts = texts

    def can_hold(self, channel: int) -> bool:
        """Whether threads can begin there: not inside a thread or a post."""
        return not isinstance(self._client.get_channel(channel), discord.Thread)

    async def of(self, channel: int, message: int) -> int | None:
        """The thread of a message, begun if there is none yet; None if there can be none.

        Raises: FAILURES of receipts that say nothing of the thread: no connection, a rate limit.
        """
        known = self._client.get_channel(message)
        if isinstance(known, discord.Thread) and not known.locked:
            return message
        try:
            await self._client.http.start_thread_with_message(
                channel, message, name=self._name(channel), auto_archive_duration=_WEEK
            )
        except discord.HTTPException as error:
            return message if error.code == _ALREADY_THERE else None
        return message

    def _name(self, channel: int) -> str:
        """It stands in the list of channels of all who see the room: it tells of nobody."""
        guild = getattr(self._client.get_channel(channel), "guild", None)
        tag = str(guild.preferred_locale.value) if isinstance(guild, discord.Guild) else None
        return self._texts.line(self._texts.language_for(tag), "discord-thread")
