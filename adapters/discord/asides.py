"""A private thread with one person, for what they would rather not have as direct messages."""

from __future__ import annotations

import discord

from adapters.discord.memory import Memory
from adapters.discord.rooms import Rooms
from bot.platform import Address, OpenRoom, Outcome
from bot.texts import Texts

_ASIDE = "aside|"


class Asides:
    """The threads by room and person; each is opened once."""

    def __init__(self, client: discord.Client, memory: Memory, rooms: Rooms, texts: Texts) -> None:
        self._client = client
        self._memory = memory
        self._rooms = rooms
        self._texts = texts

    async def thread(self, user: str, below: Address, language: str | None) -> int | None:
        """The thread's id; None if there can be none with this person.

        Raises: FAILURES of receipts that a later attempt may not meet.
        """
        key = f"{_ASIDE}{below.channel}|{user}"
        known = await self._memory.get(key)
        if known is not None:
            return int(known)
        name = self._texts.line(self._texts.language_for(language), "discord-aside")
        members = (Address(below.platform, user=user),)
        try:
            opened = await self._rooms.open(OpenRoom(to=below, name=name, members=members, key=key))
        except (discord.Forbidden, discord.NotFound):
            return None
        if opened.outcome is not Outcome.SENT or opened.channel is None:
            return None  # somebody who is not in the server any more
        await self._memory.put({key: opened.channel.encode()})
        return int(opened.channel)

    async def note(self, key: str, place: int) -> None:
        """From now on the message of this key may be in this thread, or this room instead."""
        await self._memory.put({went_of(key): str(place).encode()})

    async def went_to(self, key: str) -> int | None:
        """The thread or room that a message may be in; None if it went where it was addressed."""
        stored = await self._memory.get(went_of(key))
        return int(stored) if stored is not None else None

    async def forget(self, user: str, below: Address) -> None:
        """The thread is no more."""
        await self._memory.put({f"{_ASIDE}{below.channel}|{user}": None})


def went_of(key: str) -> str:
    """Where it is remembered what place a message went to."""
    return f"went|{key}"
