"""Menus on Discord: sent when they changed, since Discord counts how often they are written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord
import structlog

from adapters.discord.memory import Memory
from adapters.discord.menus import BOT_DM, GUILD, Menus, fingerprint
from adapters.discord.receipts import FAILURES

log = structlog.get_logger(__name__)


class PublishedMenus:
    """The menus of one application.

    Args:
        guilds: ids of those that get menus of their own, which appear at once.
        everywhere: the menus are offered in every guild instead.
    """

    def __init__(
        self,
        client: discord.Client,
        memory: Memory,
        menus: Menus,
        *,
        guilds: Sequence[str],
        everywhere: bool,
    ) -> None:
        self._client = client
        self._memory = memory
        self._menus = menus
        self._guilds = guilds
        self._everywhere = everywhere

    async def everywhere(self) -> None:
        """Bring all menus up to date."""
        for guild in self._guilds:
            await self._send(guild, self._own())
        # Commands of a guild do not reach direct messages; global ones do.
        contexts = (GUILD, BOT_DM) if self._everywhere else (BOT_DM,)
        await self._send(None, self._menus.payload(contexts))

    async def anew(self, guild: int) -> None:
        """A guild that the bot is new in has none of its menus, whatever was sent before."""
        if str(guild) in self._guilds:
            await self._memory.put({_key(str(guild)): None})
            await self._send(str(guild), self._own())

    def _own(self) -> list[dict[str, Any]]:
        # Offered everywhere and in the guild itself, each command would stand there twice.
        return [] if self._everywhere else self._menus.payload()

    async def _send(self, guild: str | None, payload: Sequence[dict[str, Any]]) -> None:
        """Send them if they changed; what Discord refuses is logged and tried next time."""
        application = self._client.application_id or 0
        latest = fingerprint([{"application": application}, *payload])
        if await self._memory.get(_key(guild)) == latest:
            return
        http = self._client.http
        try:
            if guild is None:
                await http.bulk_upsert_global_commands(application, list(payload))
            else:
                await http.bulk_upsert_guild_commands(application, int(guild), list(payload))
        except FAILURES as error:
            code = error.code if isinstance(error, discord.HTTPException) else 0
            log.error("menus_not_synced", error=type(error).__name__, code=code)
            return
        await self._memory.put({_key(guild): latest})
        log.info("menus_synced", commands=len(payload), everywhere=guild is None)


def _key(guild: str | None) -> str:
    return f"menus|{guild or ''}"
