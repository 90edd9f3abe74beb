"""The connection: discord.py's client, told to keep little and to say little."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, Protocol

import discord
import structlog
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from adapters.discord.traffic import Traffic
from bot.platform import AdapterStopped, Change

log = structlog.get_logger(__name__)

# Beyond this the library does not wait for a rate limit itself; it takes no less than 30.
_LONGEST_RATE_LIMIT = 30.0

_NEEDED = frozenset({"READY", "RESUMED"})
"""Without these there is no connection: then it shall end, and be made anew."""

_NOT_ACCEPTED = (
    "Discord does not accept the bot's token. Make a new one in the Developer Portal "
    "(your application, Bot, Reset Token) and put it into HANDRAIL_DISCORD_TOKEN or the file "
    "that discord.token_file names."
)
_INTENTS = (
    "Discord does not allow an intent that the configuration asks for. Switch on "
    "{intents} in the Developer Portal (your application, Bot, Privileged Gateway Intents), "
    "or take it out of the [discord] section."
)
_CLOSED = {
    4004: _NOT_ACCEPTED,
    4010: "Discord does not take these shards: discord.shard_ids must be below shard_count.",
    4011: "Discord wants so many servers to be shared out: set discord.shard_count.",
    4013: "Discord does not know an intent that was asked for: update Handrail.",
}


class Handlers(Protocol):
    """What the adapter does about what happens."""

    async def logged_in(self) -> None: ...

    async def entered(self, guild: int) -> None: ...

    async def left(self, guild: int) -> None: ...

    def session_began(self) -> None: ...

    async def ready(self) -> None: ...

    def connection_changed(self, connected: bool) -> None: ...

    async def interaction(self, interaction: discord.Interaction) -> None: ...

    async def message(self, message: discord.Message) -> None: ...

    async def member_changed(self, guild: int, user: int, change: Change, at: datetime) -> None: ...


class Client(discord.Client):
    """One connection to the gateway.

    Args:
        told: who is told of what happens.
        message_content, members: whether these privileged intents are asked for.
        traffic: what every request passes.
        guild_ready_timeout: seconds without a further guild after which all count as known.
        shards: `shard_count` and `shard_ids`, for `ShardedClient`.
    """

    def __init__(
        self,
        told: Handlers,
        *,
        message_content: bool,
        members: bool,
        traffic: Traffic,
        guild_ready_timeout: float = 2.0,
        **shards: Any,
    ) -> None:
        super().__init__(
            **shards,
            intents=discord.Intents(
                guilds=True,
                moderation=True,  # bans
                guild_messages=True,
                dm_messages=True,
                message_content=message_content,
                members=members,
            ),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,  # nothing that was said is kept in memory
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_ratelimit_timeout=_LONGEST_RATE_LIMIT,
            guild_ready_timeout=guild_ready_timeout,
            http_trace=traffic.tracing(),
        )
        self._told = told
        # The library's connection ends on an event that it cannot read; the rest shall go on.
        state = self._connection
        state.parsers = {name: _guarded(name, read) for name, read in state.parsers.items()}

    @property
    def is_logged_in(self) -> bool:
        """Whether requests can be made; the gateway may still be connecting."""
        return self.user is not None and not self.is_closed()

    async def setup_hook(self) -> None:
        await self._told.logged_in()

    async def close(self) -> None:
        # The library would go on waiting for servers, and then for a loop that is gone.
        state: Any = self._connection
        waiting = [state._ready_task, *getattr(state, "_ready_tasks", {}).values()]
        for task in filter(None, waiting):
            task.cancel()
        await super().close()

    async def on_connect(self) -> None:
        # Events flow from here on; that all servers are known may take the library seconds more.
        self._told.connection_changed(True)
        self._told.session_began()

    async def on_ready(self) -> None:
        await self._told.ready()

    async def on_resumed(self) -> None:
        self._told.connection_changed(True)

    async def on_disconnect(self) -> None:
        self._told.connection_changed(False)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        await self._told.entered(guild.id)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        await self._told.left(guild.id)

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        await self._told.interaction(interaction)

    async def on_message(self, message: discord.Message) -> None:
        await self._told.message(message)

    async def on_member_join(self, member: discord.Member) -> None:
        at = member.joined_at or datetime.now(UTC)
        await self._told.member_changed(member.guild.id, member.id, Change.JOINED, at)

    async def on_raw_member_remove(self, payload: discord.RawMemberRemoveEvent) -> None:
        left = datetime.now(UTC)
        await self._told.member_changed(payload.guild_id, payload.user.id, Change.LEFT, left)

    async def on_member_ban(
        self, guild: discord.Guild, user: discord.User | discord.Member
    ) -> None:
        await self._told.member_changed(guild.id, user.id, Change.BANNED, datetime.now(UTC))

    async def on_error(self, event_method: str, /, *args: object, **kwargs: object) -> None:
        # Without the arguments: they hold what people wrote.
        error = sys.exc_info()[0]
        log.error("event_broke", event_name=event_method, error=error.__name__ if error else "")


def _guarded(name: str, read: Callable[[Any], None]) -> Callable[[Any], None]:
    if name in _NEEDED:
        return read

    def guarded(data: Any) -> None:
        try:
            read(data)
        except Exception as error:
            log.error("event_not_read", event_name=name, error=type(error).__name__)

    return guarded


@contextmanager
def pointed_at(api_base: str | None, gateway: str | None) -> Iterator[None]:
    """While open, discord.py talks to these addresses instead of Discord's own.

    They are attributes of its classes, so that there can be one other place per process.
    """
    base, default = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    if api_base is not None:
        Route.BASE = api_base.rstrip("/")
    if gateway is not None:
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway)
    try:
        yield
    finally:
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = base, default


def keep_quiet() -> None:
    """discord.py's log names channels, and bodies at DEBUG; ours says what an operator needs."""
    logging.getLogger("discord").setLevel(logging.CRITICAL)


def stopped(error: Exception, *, message_content: bool, members: bool) -> AdapterStopped:
    """Why the connection ended, and how to mend it."""
    match error:
        case discord.LoginFailure():
            return AdapterStopped(_NOT_ACCEPTED, permanent=True)
        case discord.PrivilegedIntentsRequired():
            wanted = [
                name
                for name, on in (
                    ("Message Content Intent", message_content),
                    ("Server Members Intent", members),
                )
                if on
            ]
            intents = " and ".join(wanted) or "the intents"
            return AdapterStopped(_INTENTS.format(intents=intents), permanent=True)
        case discord.ConnectionClosed() if error.code in _CLOSED:
            return AdapterStopped(_CLOSED[error.code], permanent=True)
        case discord.HTTPException() if error.status == 401:
            return AdapterStopped(_NOT_ACCEPTED, permanent=True)
        case discord.ConnectionClosed():
            return AdapterStopped(f"Discord closed the connection (code {error.code}).")
        case discord.HTTPException():
            return AdapterStopped(f"Discord answered {error.status}; I'll try again.")
        case OSError() | TimeoutError():
            return AdapterStopped(
                "Discord cannot be reached. Check this machine's network, DNS and firewall "
                "(HTTPS and WebSocket to discord.com and gateway.discord.gg); I'll try again."
            )
        case _:
            # discord.py ends on a first connection that is refused (its issue 10520).
            return AdapterStopped(
                f"The connection to Discord broke ({type(error).__name__}); I'll connect anew."
            )
