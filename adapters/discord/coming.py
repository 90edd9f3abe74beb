"""Servers that the bot came into: who added it is found out, and the core told, once."""

from __future__ import annotations

from typing import Any

import discord
import structlog

from adapters.discord.incoming import Incoming
from adapters.discord.memory import Memory
from adapters.discord.receipts import FAILURES
from bot.platform import Sink

log = structlog.get_logger(__name__)

_CAME = "came|"
_BOT_ADDED = 28  # of the audit log
_LOOKED_THROUGH = 10


class Coming:
    """Tells the core of servers that are new to the bot."""

    def __init__(
        self, client: discord.Client, memory: Memory, incoming: Incoming, sink: Sink
    ) -> None:
        self._client = client
        self._memory = memory
        self._incoming = incoming
        self._sink = sink

    async def into(self, guild: discord.Guild) -> None:
        """The bot is there; told where it was not known."""
        key = f"{_CAME}{guild.id}"
        if await self._memory.get(key) is not None:
            return
        by = await self._who_added(guild) or guild.owner_id
        await self._sink(self._incoming.invited(guild, by, guild.name))
        await self._memory.put({key: b"1"})

    async def gone(self, guild: int) -> None:
        """The bot is there no longer: coming back is coming anew."""
        await self._memory.put({f"{_CAME}{guild}": None})

    async def _who_added(self, guild: discord.Guild) -> int | None:
        """By the audit log, if the bot may read it."""
        me = self._client.user
        if me is None or not guild.me.guild_permissions.view_audit_log:
            return None
        http: Any = self._client.http
        try:
            found = await http.get_audit_logs(
                guild.id, limit=_LOOKED_THROUGH, action_type=_BOT_ADDED
            )
        except FAILURES as error:
            log.info("audit_log_not_read", error=type(error).__name__)
            return None
        for entry in found.get("audit_log_entries", ()):
            if str(entry.get("target_id")) == str(me.id) and entry.get("user_id"):
                return int(entry["user_id"])
        return None
