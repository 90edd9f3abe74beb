"""The stand-in as a whole: one loopback server, and the world behind it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from aiohttp import web

from tests.discord_standin import payloads
from tests.discord_standin.faults import Fault, Limits
from tests.discord_standin.gateway import (
    DIRECT_MESSAGES,
    GUILD_MEMBERS,
    GUILD_MESSAGES,
    GUILD_MODERATION,
    Gateway,
)
from tests.discord_standin.interactions import Interactions
from tests.discord_standin.member import Member
from tests.discord_standin.rest import Call, Rest
from tests.discord_standin.world import Channel, Clock, Guild, Message, Role, World

Json = dict[str, Any]
Found = TypeVar("Found")
TOKEN = "bot-token-of-the-stand-in"


class Standin:
    """Discord on loopback.

    Attributes:
        guild: one guild that is there from the beginning, with the channel "general".
        calls: every REST request, in order, with the status it got.
        complaints: what the judges said of the bot's requests; a test ends with none.
        own_faults: what Discord's OpenAPI says of our answers; none either.
        nonce_window: seconds for which a nonce is recognised.
        history_has_nonces: whether reading a channel's history shows nonces.
    """

    def __init__(self, token: str = TOKEN) -> None:
        self.token = token
        self.clock = Clock()
        self.world = World(self.clock)
        self.own_faults: list[str] = []
        self.gateway = Gateway(self.world, token, self.changed, self.own_faults.append)
        self.interactions = Interactions(self.world)
        self.limits = Limits()
        self.faults: list[Fault] = []
        self.calls: list[Call] = []
        self.commands: dict[int | None, list[Json]] = {}
        self.complaints: list[str] = []
        self.nonce_window = 180.0
        self.history_has_nonces = True
        self._members: dict[str, Member] = {}
        self._change = asyncio.Event()
        self.port = 0
        owner = self.world.person("Owner")
        self.guild = self.world.guild("Harbour", owner)
        self._members["Owner"] = Member(self, owner)

    # --- where it is

    @property
    def api_base(self) -> str:
        return f"http://127.0.0.1:{self.port}/api/v10"

    @property
    def gateway_url(self) -> str:
        return f"ws://127.0.0.1:{self.port}"

    @classmethod
    @asynccontextmanager
    async def running(cls, port: int = 0, token: str = TOKEN) -> AsyncIterator[Standin]:
        """A stand-in that listens on loopback; `port` 0 takes a free one."""
        standin = cls(token)
        async with standin.listening(port):
            yield standin

    @asynccontextmanager
    async def listening(self, port: int = 0, *more: web.RouteDef) -> AsyncIterator[None]:
        app = web.Application(client_max_size=32 * 1024 * 1024)
        app.add_routes([web.get("/", self.gateway.serve), *Rest(self).routes(), *more])
        # Waiting sockets must not hold up the end of a test.
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", port)
        await site.start()
        self.port = runner.addresses[0][1]
        self.gateway.url = self.gateway_url
        try:
            yield
        finally:
            await runner.cleanup()

    # --- who is there

    @property
    def general(self) -> Channel:
        return next(iter(self.guild.channels.values()))

    @property
    def owner(self) -> Member:
        return self._members["Owner"]

    def member(self, name: str, *roles: Role, locale: str = "en-US") -> Member:
        """The member of that name; comes into being, without an event, when first named."""
        if name not in self._members:
            person = self.world.person(name, locale=locale)
            self.world.enter(self.guild, person)
            self._members[name] = Member(self, person)
        self.guild.members[self._members[name].id].update(role.id for role in roles)
        return self._members[name]

    async def join(self, name: str) -> Member:
        """A new member comes in; clients with the members intent are told."""
        member = self.member(name)
        data = payloads.member(self.guild, member.person) | {"guild_id": str(self.guild.id)}
        await self.gateway.dispatch("GUILD_MEMBER_ADD", data, needs=GUILD_MEMBERS)
        return member

    async def leave(self, member: Member) -> None:
        self.guild.members.pop(member.id)
        self.guild.people.pop(member.id)
        data = {"guild_id": str(self.guild.id), "user": payloads.user(member.person)}
        await self.gateway.dispatch("GUILD_MEMBER_REMOVE", data, needs=GUILD_MEMBERS)

    async def ban(self, member: Member) -> None:
        """A moderator bans them: the ban is told first, the leaving after it."""
        data = {"guild_id": str(self.guild.id), "user": payloads.user(member.person)}
        await self.gateway.dispatch("GUILD_BAN_ADD", data, needs=GUILD_MODERATION)
        await self.leave(member)

    async def announce(self, message: Message, *, mentions_bot: bool = False) -> None:
        """MESSAGE_CREATE to the clients that asked for such messages."""
        data = payloads.message(message)
        channel = message.channel
        if mentions_bot:
            data["mentions"] = [payloads.user(self.world.bot)]
        guild: Guild | None = channel.guild
        if guild is not None:
            data["guild_id"] = str(guild.id)
            if message.author.id in guild.members:
                data["member"] = payloads.member(guild, message.author, with_user=False)
        own = message.author is self.world.bot
        await self.gateway.dispatch_message(
            data,
            needs=GUILD_MESSAGES if guild else DIRECT_MESSAGES,
            content=guild is None or own or mentions_bot,
        )
        self.changed()

    # --- faults and waiting

    def fault_for(self, method: str, path: str) -> Fault | None:
        return next((fault for fault in self.faults if fault.befalls(method, path)), None)

    @property
    def invalid(self) -> int:
        """Answers of 401, 403 and 429; Discord bans an address with 10,000 in 10 minutes."""
        return sum(call.status in (401, 403, 429) for call in self.calls)

    def sent(self, method: str, template: str) -> list[Call]:
        """The requests to a route, written as in the OpenAPI."""
        return [c for c in self.calls if c.method == method and c.template == template]

    def changed(self) -> None:
        """Wake those who wait for something to be seen."""
        self._change.set()
        self._change = asyncio.Event()

    async def until(
        self, look: Callable[[], Found], what: str = "", timeout: float = 60.0
    ) -> Found:
        """Wait for what `look` finds. Raises: TimeoutError that names `what`."""
        end = time.monotonic() + timeout
        while True:
            change = self._change
            found = look()
            if found:
                return found
            left = end - time.monotonic()
            if left <= 0:
                raise TimeoutError(f"not seen within {timeout:g} s: {what or look}")
            try:
                # Also look now and then: what a test waits for may lie outside the stand-in.
                await asyncio.wait_for(change.wait(), min(left, 0.05))
            except TimeoutError:
                continue

    async def connected(self, timeout: float = 10.0) -> None:
        """Wait until a bot is on the gateway."""
        await self.until(lambda: bool(self.gateway.sessions), "a bot on the gateway", timeout)
