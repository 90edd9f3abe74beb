"""The Matrix adapter for the contract suite: on the real homeserver, read by a member's client."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from adapters.matrix.adapter import MatrixAdapter
from bot.commands import Command, CommandTable
from bot.platform import Address, Event
from tests.e2e.matrix_support import PATIENCE, Member
from tests.support.state import MemoryState
from tests.support.synapse import Account, Homeserver
from tests.support.texts import own_texts

TEXTS = own_texts()
NO_COMMANDS = CommandTable([Command(name="help", handler=lambda _: [])], [])


@dataclass
class Room:
    """Direct messages of one member with the bot, as the member's client shows them."""

    address: Address
    member_id: str
    member: Member
    bot: str

    @property
    def id(self) -> str:
        assert self.address.channel is not None
        return self.address.channel

    async def read(self) -> list[str]:
        return self.member.read(self.id, self.bot)

    async def say(self, text: str) -> str:
        return await self.member.say(self.id, text)

    async def press(self, _prompt: str, choice: str) -> str:
        """React to the latest question that has an option called `choice`, with its number.

        Which prompt a message shows is nothing that a client can see. Without such a label, the
        choice's id is typed.
        """
        for seen in reversed(self.member.messages(self.id, self.bot)):
            for line in seen.text.splitlines():
                number, _, label = line.partition(". ")
                if label == choice and number.isdecimal():
                    return await self.member.react(self.id, seen.id, f"{number}\ufe0f\u20e3")
        return await self.say(choice)

    async def wait_for(self, predicate: Callable[[list[str]], object]) -> list[str]:
        """Wait until what the member reads fulfils the predicate."""
        await self.member.wait_until(lambda: predicate(self.member.read(self.id, self.bot)))
        return await self.read()


@dataclass
class Rooms:
    """A running adapter, what it hands on, and members who talk to it."""

    homeserver: Homeserver
    directory: Path
    account: Account
    state: MemoryState = field(default_factory=MemoryState)
    settings: Mapping[str, Any] = field(default_factory=dict)
    commands: CommandTable = NO_COMMANDS
    events: list[Event] = field(default_factory=list)
    members: list[Member] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._changed = asyncio.Condition()
        self.adapter = self.new_adapter()
        self._running: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Start a new adapter on the same account, keys and memory."""
        self.adapter = self.new_adapter()
        self._running = asyncio.create_task(self.adapter.run(self.sink, self.commands))
        async with asyncio.timeout(PATIENCE):
            while not self.adapter.connected:
                if self._running.done():
                    self._running.result()
                await asyncio.sleep(0.02)

    async def stop(self) -> None:
        await self.adapter.close()
        if self._running is not None:
            await asyncio.gather(self._running, return_exceptions=True)

    async def sink(self, event: Event) -> None:
        async with self._changed:
            self.events.append(event)
            self._changed.notify_all()

    async def wait_for(self, predicate: Callable[[list[Event]], object]) -> list[Event]:
        """Wait until the events handed on fulfil the predicate."""
        async with self._changed, asyncio.timeout(PATIENCE):
            await self._changed.wait_for(lambda: bool(predicate(self.events)))
        return self.events

    async def member(self, name: str = "member") -> Member:
        """A new member with a client that runs until the test ends."""
        account = self.homeserver.register(name)
        member = Member(self.homeserver, account, self.directory / account.user_id)
        self.members.append(member)
        return await member.__aenter__()

    async def direct(self, name: str = "member") -> Room:
        """Direct messages that a new member has opened with the bot."""
        member = await self.member(name)
        room_id = await member.open_direct(self.account.user_id)
        await member.is_in(self.account.user_id, room_id)
        address = Address("matrix", channel=room_id, user=member.id)
        return Room(address, member.id, member, self.account.user_id)

    def new_adapter(self) -> MatrixAdapter:
        return MatrixAdapter(
            **{
                "homeserver": self.homeserver.url,
                "user_id": self.account.user_id,
                "password": self.account.password,
                "store_dir": self.directory / "keys",
                "store_key": "a key of the tests",
                "texts": TEXTS,
                "state": self.state,
                "now": lambda: datetime.now(UTC),
                "invites": "anyone",
                **self.settings,
            }
        )


@asynccontextmanager
async def matrix_rooms(
    synapse: Homeserver,
    tmp_path: Path,
    commands: CommandTable = NO_COMMANDS,
    **settings: Any,
) -> AsyncIterator[Rooms]:
    """A running adapter with an account of its own; `settings` go to its constructor."""
    account = synapse.register("handrail")
    rooms = Rooms(synapse, tmp_path, account, settings=settings, commands=commands)
    try:
        await rooms.start()
        yield rooms
    finally:
        await rooms.stop()
        for member in rooms.members:
            await member.__aexit__()
