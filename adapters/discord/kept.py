"""What is only for one person, whose direct messages are closed: behind a button in the channel.

An ordinary message cannot be answered so that only its writer sees it; a press can. So the channel
shows a line that says nothing, and its button shows the answer to whom it is for, and to nobody
else. The answer lies encrypted in the adapter's memory for a day.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta

import discord

from adapters.discord import controls
from adapters.discord.markdown import render
from adapters.discord.memory import Memory
from bot.platform import Audience, Outcome, Receipt, Say, send_from_data, send_to_data
from bot.texts import Texts

_KEPT = "kept|"
_LIVES = timedelta(days=1)
_LARGEST = 100_000  # bytes


class Kept:
    """The answers that wait behind buttons."""

    def __init__(
        self, client: discord.Client, memory: Memory, texts: Texts, now: Callable[[], datetime]
    ) -> None:
        self._client = client
        self._memory = memory
        self._texts = texts
        self._now = now

    async def offer(self, say: Say) -> Receipt | None:
        """Keep an answer and show its button where the person wrote; None if that is nowhere.

        Raises: FAILURES of receipts.
        """
        asked = say.asked
        if say.audience is Audience.PUBLIC or asked is None or asked.channel is None:
            return None
        data = send_to_data(say)
        kept = json.dumps({"t": self._now().timestamp(), "say": data}).encode()
        if len(kept) > _LARGEST:
            return None
        await self._memory.put({_KEPT + say.key: kept})
        guild = self._client.get_guild(int(asked.space or 0))
        tag = str(guild.preferred_locale.value) if guild else None
        language = self._texts.language_for(say.choices.language if say.choices else None, tag)
        channel_id = int(asked.channel)
        channel = self._client.get_partial_messageable(channel_id)
        view = controls.kept_view(say.key, self._texts.line(language, "discord-kept-show"))
        text = render(self._texts.body(language, "discord-kept"))
        nonce = f"{say.key}.k"
        shown = await channel.send(text, view=view, nonce=nonce)
        return Receipt(
            outcome=Outcome.DEGRADED,
            message=str(shown.id),
            channel=str(channel_id),
            reason="behind a button",
        )

    async def behind(self, key: str) -> Say | None:
        """What a button keeps, and in `to.user` for whom; None once it is gone."""
        stored = await self._memory.get(_KEPT + key)
        if stored is None:
            return None
        say = send_from_data(json.loads(stored)["say"], key)
        return say if isinstance(say, Say) else None

    async def forget_old(self) -> None:
        """Drop what has been kept for long enough."""
        before = (self._now() - _LIVES).timestamp()
        kept = await self._memory.all(_KEPT)
        old = [key for key, data in kept.items() if json.loads(data)["t"] < before]
        if old:
            await self._memory.put(dict.fromkeys(old))
