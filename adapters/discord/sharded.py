"""Several connections in one process, for thousands of servers."""

from __future__ import annotations

from typing import Any

import discord
import structlog

from adapters.discord.client import Client, Handlers

log = structlog.get_logger(__name__)


class ShardedClient(Client, discord.AutoShardedClient):
    """Several connections, each for a part of the servers; direct messages come by the first.

    It counts as connected while any of them is, so that one in trouble does not hold up what is
    sent for all.
    """

    def __init__(self, told: Handlers, **options: Any) -> None:
        super().__init__(told, **options)
        self._up: set[int] = set()

    async def on_shard_connect(self, shard_id: int) -> None:
        self._shard_changed(shard_id, up=True)

    async def on_shard_resumed(self, shard_id: int) -> None:
        self._shard_changed(shard_id, up=True)

    async def on_shard_disconnect(self, shard_id: int) -> None:
        self._shard_changed(shard_id, up=False)

    async def on_connect(self) -> None:
        self._told.session_began()

    async def on_resumed(self) -> None:
        pass

    async def on_disconnect(self) -> None:
        pass

    def _shard_changed(self, shard: int, *, up: bool) -> None:
        if up != (shard in self._up):
            log.info("discord_shard", shard=shard, connected=up)
        (self._up.add if up else self._up.discard)(shard)
        self._told.connection_changed(bool(self._up))
