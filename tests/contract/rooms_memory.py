"""The adapter in memory for the contract suite."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from adapters.memory import MemoryAdapter
from bot.commands import CommandTable
from bot.platform import Address, Event


@dataclass
class Room:
    """Direct messages of one person."""

    address: Address
    adapter: MemoryAdapter

    @property
    def member_id(self) -> str:
        return self.address.user or ""

    async def read(self) -> list[str]:
        return self.adapter.read(self.member_id)

    async def say(self, text: str) -> None:
        await self.adapter.say(self.member_id, text)

    async def press(self, prompt: str, choice: str) -> None:
        await self.adapter.press(self.member_id, choice, prompt=prompt)

    async def wait_for(self, predicate: Callable[[list[str]], object]) -> list[str]:
        shown = await self.read()
        assert predicate(shown)
        return shown


@dataclass
class Rooms:
    """A running adapter and what it hands on."""

    adapter: MemoryAdapter = field(default_factory=MemoryAdapter)
    events: list[Event] = field(default_factory=list)

    async def sink(self, event: Event) -> None:
        self.events.append(event)

    async def direct(self) -> Room:
        return Room(self.adapter.direct("member-1"), self.adapter)


@asynccontextmanager
async def memory_rooms() -> AsyncIterator[Rooms]:
    """A running adapter in memory."""
    rooms = Rooms()
    running = asyncio.create_task(rooms.adapter.run(rooms.sink, CommandTable([], [])))
    await rooms.adapter.ready()
    try:
        yield rooms
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
