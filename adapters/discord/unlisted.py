"""Servers that the operator did not list: said why, kindly and once, and left.

Anybody who finds a bot's invitation link may add it somewhere. The people there would talk to a
programme that somebody else runs and reads the data of; so it goes.
"""

from __future__ import annotations

from collections.abc import Sequence

import discord
import structlog

from adapters.discord.direct import DirectMessages
from adapters.discord.markdown import render
from adapters.discord.memory import Memory
from adapters.discord.receipts import FAILURES
from adapters.discord.traffic import unasked
from bot.texts import Texts

log = structlog.get_logger(__name__)

_TOLD = "told|"


class Unlisted:
    """Keeps the bot out of where it is not meant to be.

    Args:
        guilds: ids of those where it is; none means all.
        open_to_all: it stays wherever it is invited.
        operator: who runs this bot, as the people there may ask them; "" if nobody said.
    """

    def __init__(
        self,
        client: discord.Client,
        memory: Memory,
        direct: DirectMessages,
        texts: Texts,
        *,
        guilds: Sequence[str],
        open_to_all: bool,
        operator: str,
    ) -> None:
        self._client = client
        self._memory = memory
        self._direct = direct
        self._texts = texts
        self._guilds = frozenset(guilds)
        self._open_to_all = open_to_all
        self._operator = operator

    def stays(self, guild: int) -> bool:
        """Whether the bot is meant to be there."""
        return self._open_to_all or not self._guilds or str(guild) in self._guilds

    def strangers(self) -> list[discord.Guild]:
        """The servers to leave.

        None while not one of the listed is there: then the list is wrong rather than the servers.
        """
        there = self._client.guilds
        if self._guilds and not any(str(guild.id) in self._guilds for guild in there):
            log.error("no_listed_guild", listed=len(self._guilds), there=len(there))
            return []
        return [guild for guild in there if not self.stays(guild.id)]

    async def leave(self, guild: discord.Guild) -> bool:
        """Say why, once, and go. Whether it went."""
        with unasked():
            try:
                if await self._memory.get(f"{_TOLD}{guild.id}") is None:
                    await self._memory.put({f"{_TOLD}{guild.id}": b"1"})
                    await self._tell(guild)
                await guild.leave()
            except FAILURES as error:
                code = error.code if isinstance(error, discord.HTTPException) else 0
                log.warning("guild_not_left", error=type(error).__name__, code=code)
                return False
        log.info("unlisted_guild_left")
        return True

    async def _tell(self, guild: discord.Guild) -> None:
        """Where the server's own notices go; if that is nowhere, to its owner."""
        language = self._texts.language_for(str(guild.preferred_locale.value))
        body = self._texts.body(
            language,
            "discord-unlisted",
            known=1 if self._operator else 0,
            operator=self._operator,
            server=str(guild.id),
        )
        if guild.system_channel is not None:
            try:
                await guild.system_channel.send(render(body))
                return
            except discord.Forbidden:
                pass
        if guild.owner_id is None:
            return
        try:
            channel = await self._direct.channel_of(str(guild.owner_id), self._client)
            await self._client.get_partial_messageable(channel).send(render(body))
        except FAILURES as error:
            log.info("unlisted_guild_not_told", error=type(error).__name__)
