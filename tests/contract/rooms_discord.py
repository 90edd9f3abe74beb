"""The Discord adapter for the contract suite: on the stand-in, read as members' clients show it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from adapters.discord import DiscordAdapter
from adapters.discord.controls import pressed
from bot.commands import Command, CommandTable
from bot.platform import Address, Event
from tests.discord_standin import Member, Message, Standin, Use
from tests.discord_standin.hurry import hurried
from tests.support.state import MemoryState
from tests.support.texts import own_texts

PATIENCE = 60.0
NO_COMMANDS = CommandTable([Command(name="help", handler=lambda _: [])], [])

Kind = TypeVar("Kind", bound=Event)


@dataclass
class Room:
    """Direct messages of one member with the bot, as the member's client shows them."""

    address: Address
    member_id: str
    member: Member
    discord: Standin

    async def read(self) -> list[str]:
        """The bot's messages, oldest first."""
        return self.member.texts()

    async def say(self, text: str) -> None:
        await self.member.dm(text)

    async def press(self, prompt: str, choice: str) -> Use:
        """Press a button, or pick an option, of the newest message that carries the prompt."""
        offered = await self.discord.until(
            lambda: self._offered(prompt, choice), f"{choice!r} of {prompt!r}", PATIENCE
        )
        assert offered is not None
        return await self.member.press(*offered)

    def _offered(self, prompt: str, choice: str) -> tuple[Message, str] | None:
        for message in reversed(self.member.seen()):
            for part in message.controls():
                values = [option["value"] for option in part.get("options") or []]
                for value in values or [""]:
                    means = pressed(part["custom_id"], [value])
                    if means and (means.prompt, means.choice) == (prompt, choice):
                        return message, value or part["custom_id"]
        return None

    async def wait_for(self, predicate: Callable[[list[str]], object]) -> list[str]:
        """Wait until what the member reads fulfils the predicate."""
        await self.discord.until(lambda: predicate(self.member.texts()), timeout=PATIENCE)
        return self.member.texts()


@dataclass
class Rooms:
    """A running adapter, what it hands on, and the Discord that it is on."""

    discord: Standin
    commands: CommandTable = NO_COMMANDS
    settings: Mapping[str, Any] = field(default_factory=dict)
    state: MemoryState = field(default_factory=MemoryState)
    events: list[Event] = field(default_factory=list)
    handler: Callable[[Event], Any] | None = None

    def __post_init__(self) -> None:
        self.adapter = self._new_adapter()
        self.running: asyncio.Task[None] | None = None
        self._members = 0

    async def start(self) -> None:
        """Start a new adapter on the same account and memory."""
        self.adapter = self._new_adapter()
        self.running = asyncio.create_task(self.adapter.run(self.sink, self.commands))
        async with asyncio.timeout(PATIENCE):
            while not self.adapter.connected:
                if self.running.done():
                    self.running.result()
                await asyncio.sleep(0.01)

    async def stop(self) -> None:
        await self.adapter.close()
        if self.running is not None:
            await asyncio.gather(self.running, return_exceptions=True)

    async def sink(self, event: Event) -> None:
        self.events.append(event)
        if self.handler is not None:
            await self.handler(event)
        self.discord.changed()

    async def event(self, kind: type[Kind], count: int = 1) -> Kind:
        """The `count`-th event of a kind, once it was handed on."""

        def found() -> list[Kind]:
            return [event for event in self.events if isinstance(event, kind)][count - 1 :]

        return (await self.discord.until(found, f"{kind.__name__} {count}", PATIENCE))[0]

    async def direct(self, name: str | None = None) -> Room:
        """The direct messages of a new member; the bot has to open them first."""
        self._members += 1
        member = self.discord.member(name or f"member{self._members}")
        address = Address("discord", user=str(member.id))
        return Room(address, str(member.id), member, self.discord)

    def _new_adapter(self) -> DiscordAdapter:
        settings: dict[str, Any] = {
            "token": self.discord.token,
            "guilds": (str(self.discord.guild.id),),
            "texts": own_texts(),
            "state": self.state,
            "now": lambda: datetime.now(UTC),
            "api_base": self.discord.api_base,
            "gateway": self.discord.gateway_url,
            "guild_ready_timeout": 0.05,
            **self.settings,
        }
        return DiscordAdapter(**settings)


@asynccontextmanager
async def discord_rooms(
    tmp_path: Path, commands: CommandTable = NO_COMMANDS, **settings: Any
) -> AsyncIterator[Rooms]:
    """A running adapter on a stand-in of its own; `settings` go to its constructor.

    In the end the judges have the word: not one request may have been at fault.
    """
    with hurried():
        async with Standin.running() as discord:
            rooms = Rooms(discord, commands, settings)
            try:
                await rooms.start()
                yield rooms
            finally:
                await rooms.stop()
            assert discord.complaints == [], discord.complaints
            assert discord.own_faults == [], discord.own_faults
