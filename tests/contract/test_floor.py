"""Who may write in a room: opened, closed and put back on every platform."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

import pytest

from bot.platform import Adapter, Address, Floor, Outcome, SetFloor, SetRole
from tests.contract.rooms_discord import discord_rooms
from tests.contract.rooms_matrix import matrix_rooms
from tests.contract.rooms_memory import memory_rooms
from tests.contract.rooms_playground import playground_rooms
from tests.discord_standin import MANAGE_ROLES, SEND_MESSAGES
from tests.support.synapse import Homeserver


class Hall(Protocol):
    """A room of members."""

    address: Address
    member: str
    role: str

    @property
    def adapter(self) -> Adapter: ...

    async def may_write(self) -> bool:
        """Whether an ordinary member can."""

    async def rights(self) -> Any:
        """All rights of the room, as the platform tells them."""

    async def close_by_hand(self) -> None:
        """A moderator leaves writing to the team."""

    async def holds_role(self) -> bool: ...

    async def give_role(self) -> None:
        """By hand."""

    async def take_rights(self) -> None:
        """The bot may not change rights any more."""

    async def restart(self) -> None: ...


class MemoryHall:
    address = Address("memory", space="guild", channel="hall")
    member, role = "ada", "host"

    def __init__(self, rooms: Any) -> None:
        self.adapter = rooms.adapter

    async def may_write(self) -> bool:
        return "hall" not in self.adapter.closed_rooms

    async def rights(self) -> Any:
        return sorted(self.adapter.closed_rooms)

    async def close_by_hand(self) -> None:
        self.adapter.closed_rooms.add("hall")

    async def holds_role(self) -> bool:
        return (self.member, self.role) in self.adapter.roles

    async def give_role(self) -> None:
        self.adapter.roles.add((self.member, self.role))

    async def take_rights(self) -> None:
        self.adapter.keeps_rights = True

    async def restart(self) -> None:
        pass  # what lives in memory alone has none


class PlaygroundHall:
    address = Address("playground", space="demo", channel="general")
    member, role = "member-1", "facilitator"

    def __init__(self, rooms: Any) -> None:
        self._rooms = rooms

    @property
    def adapter(self) -> Adapter:
        return self._rooms.adapter  # type: ignore[no-any-return]

    async def may_write(self) -> bool:
        page = await self._rooms.page()
        (shown,) = [room for room in page.world["rooms"] if room["id"] == "general"]
        heard = await page.do(type="say", room="general", text="may I?")
        assert shown["closed"] == ("problem" in heard)
        return "problem" not in heard

    async def rights(self) -> Any:
        world = await self._rooms.adapter.world()
        return {room.id: room.quiet for room in world.rooms.values()}

    async def close_by_hand(self) -> None:
        world = await self._rooms.adapter.world()
        world.rooms["general"] = replace(world.rooms["general"], quiet=True)
        world.unsaved["floor/general"] = b"[true, null]"
        await self._rooms.adapter.save()

    async def holds_role(self) -> bool:
        world = await self._rooms.adapter.world()
        return self.role in world.accounts[self.member].roles

    async def give_role(self) -> None:
        world = await self._rooms.adapter.world()
        world.set_role(self.member, self.role, True, "by hand")

    async def take_rights(self) -> None:
        pytest.skip("the demo's bot may everything")

    async def restart(self) -> None:
        await self._rooms.restart()


class DiscordHall:
    def __init__(self, rooms: Any) -> None:
        self._rooms = rooms
        discord = rooms.discord
        self._guild, self._channel = discord.guild, discord.general
        self._own = discord.world.role(self._guild, "bot", MANAGE_ROLES)
        self._guild.members[discord.world.bot.id].add(self._own.id)
        self._host = discord.world.role(self._guild, "host")
        self._person = discord.member("Ada").person
        self.address = Address("discord", space=str(self._guild.id), channel=str(self._channel.id))
        self.member, self.role = str(self._person.id), str(self._host.id)

    @property
    def adapter(self) -> Adapter:
        return self._rooms.adapter  # type: ignore[no-any-return]

    async def may_write(self) -> bool:
        return bool(self._guild.may_write(self._person, self._channel))

    async def rights(self) -> Any:
        return dict(self._channel.overwrites)

    async def close_by_hand(self) -> None:
        view, bot = 1 << 10, self._rooms.discord.world.bot.id
        self._channel.overwrites[self._guild.id] = (0, view, SEND_MESSAGES)
        self._channel.overwrites[bot] = (1, SEND_MESSAGES, 0)

    async def holds_role(self) -> bool:
        return self._host.id in self._guild.members[self._person.id]

    async def give_role(self) -> None:
        self._guild.members[self._person.id].add(self._host.id)

    async def take_rights(self) -> None:
        self._own.permissions = 0

    async def restart(self) -> None:
        await self._rooms.stop()
        await self._rooms.start()


class MatrixHall:
    role = "50"

    def __init__(self, rooms: Any) -> None:
        self._rooms = rooms

    @property
    def adapter(self) -> Adapter:
        return self._rooms.adapter  # type: ignore[no-any-return]

    async def open(self) -> None:
        self._mo, self._ada = await self._rooms.member("mo"), await self._rooms.member("ada")
        bot = self._rooms.account.user_id
        self._room = await self._mo.open_room(bot, self._ada.id)
        levels = await self.rights()
        await self._change(
            users=levels["users"] | {bot: 60},
            events=levels["events"] | {"m.sticker": 5, "m.room.power_levels": 60},
        )
        await self._mo.is_in(bot, self._room)
        await self._ada.client.join(self._room)
        self.address = Address("matrix", space=self._room, channel=self._room)
        self.member = self._ada.id

    async def may_write(self) -> bool:
        content = {"msgtype": "m.text", "body": "may I?"}
        answer = await self._ada.client.room_send(
            self._room, "m.room.message", content, ignore_unverified_devices=True
        )
        return hasattr(answer, "event_id")

    async def rights(self) -> Any:
        answer = await self._mo.client.room_get_state_event(self._room, "m.room.power_levels")
        return answer.content

    async def _change(self, **levels: Any) -> None:
        content = await self.rights() | levels
        await self._mo.client.room_put_state(self._room, "m.room.power_levels", content)

    async def close_by_hand(self) -> None:
        await self._change(events_default=40)

    async def holds_role(self) -> bool:
        return bool((await self.rights())["users"].get(self.member, 0) >= 50)

    async def give_role(self) -> None:
        await self._change(users=(await self.rights())["users"] | {self.member: 50})

    async def take_rights(self) -> None:
        await self._change(events=(await self.rights())["events"] | {"m.room.power_levels": 100})

    async def restart(self) -> None:
        await self._rooms.stop()
        await self._rooms.start()


@asynccontextmanager
async def _hall(platform: str, tmp_path: Path, synapse: Homeserver | None) -> AsyncIterator[Hall]:
    match platform:
        case "memory":
            async with memory_rooms() as rooms:
                yield MemoryHall(rooms)
        case "playground":
            async with playground_rooms(tmp_path) as demo:
                yield PlaygroundHall(demo)
        case "discord":
            async with discord_rooms(tmp_path) as discord:
                yield DiscordHall(discord)
        case _:
            assert synapse is not None
            async with matrix_rooms(synapse, tmp_path) as matrix:
                hall = MatrixHall(matrix)
                await hall.open()
                yield hall


@pytest.fixture(params=["memory", "playground", "discord", "matrix"])
async def hall(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Hall]:
    """A room on each platform, in which the bot may change rights."""
    matrix = request.param == "matrix"
    synapse = request.getfixturevalue("synapse") if matrix else None
    async with _hall(request.param, tmp_path, synapse) as made:
        yield made


async def _set(hall: Hall, floor: Floor) -> Outcome:
    return (await hall.adapter.perform(SetFloor(to=hall.address, floor=floor))).outcome


async def test_a_closed_room_is_opened_and_then_exactly_as_before(hall: Hall) -> None:
    """What moderators set by hand comes back bit by bit, also by a process started anew."""
    await hall.close_by_hand()
    before = await hall.rights()
    assert not await hall.may_write()

    assert await _set(hall, Floor.OPEN) is Outcome.SENT
    assert await _set(hall, Floor.OPEN) is Outcome.SENT
    assert await hall.may_write()
    await hall.restart()
    assert await _set(hall, Floor.AS_BEFORE) is Outcome.SENT
    assert not await hall.may_write()
    assert await hall.rights() == before
    assert await _set(hall, Floor.AS_BEFORE) is Outcome.SENT
    assert await hall.rights() == before


async def test_an_open_room_is_kept_closed_between_and_given_back_open(hall: Hall) -> None:
    """However often it is opened and closed, what counts is how it was at first."""
    before = await hall.rights()

    for floor, open_now in (
        (Floor.CLOSED, False),
        (Floor.OPEN, True),
        (Floor.CLOSED, False),
        (Floor.AS_BEFORE, True),
    ):
        assert await _set(hall, floor) is Outcome.SENT
        assert await hall.may_write() is open_now
    assert await hall.rights() == before


async def test_an_open_room_is_not_touched_by_opening(hall: Hall) -> None:
    """Nobody gets more than they had."""
    before = await hall.rights()

    assert await _set(hall, Floor.OPEN) is Outcome.SENT

    assert await hall.rights() == before


async def test_without_the_right_nothing_happens_and_it_is_said(hall: Hall) -> None:
    """Both in advance and when it counts."""
    await hall.take_rights()
    before = await hall.rights()

    assert await _set(hall, Floor.AS_BEFORE) is Outcome.REFUSED
    assert await _set(hall, Floor.CLOSED) is Outcome.REFUSED

    assert await hall.rights() == before


async def test_a_lent_role_is_taken_back_but_not_from_whom_it_is(hall: Hall) -> None:
    """Whoever had it before has it afterwards."""

    async def lend(given: bool) -> Outcome:
        to = Address(
            hall.address.platform,
            space=hall.address.space,
            channel=hall.address.channel,
            user=hall.member,
        )
        wanted = SetRole(to=to, role=hall.role, given=given, lent=True)
        return (await hall.adapter.perform(wanted)).outcome

    assert await lend(True) is Outcome.SENT
    assert await lend(True) is Outcome.SENT
    assert await hall.holds_role()
    assert await lend(False) is Outcome.SENT
    assert not await hall.holds_role()

    await hall.give_role()
    assert await lend(True) is Outcome.SENT
    assert await lend(False) is Outcome.SENT
    assert await hall.holds_role()
