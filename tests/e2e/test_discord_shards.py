"""Several connections to Discord, in one process or in several: each server has its own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.commands import Command, CommandTable
from bot.platform import Address, Audience, Commanded, OpenRoom, Outcome, Reply, Said, Say, SetRole
from bot.richtext import paragraph
from tests.contract.rooms_discord import Rooms
from tests.discord_standin import Standin
from tests.discord_standin.hurry import hurried
from tests.discord_standin.world import Guild

pytestmark = pytest.mark.e2e

TABLE = CommandTable([Command(name="checkin now", handler=list)], [])


def guild_of_shard(discord: Standin, shard: int, count: int = 2) -> Guild:
    """A server that Discord gives to this shard, with the member Ana in it."""
    while True:
        guild = discord.world.guild(f"Shard {shard}", discord.owner.person)
        if (guild.id >> 22) % count == shard:
            discord.world.enter(guild, discord.member("Ana").person)
            return guild
        del discord.world.guilds[guild.id]
        discord.clock.advance(0.001)


@asynccontextmanager
async def on_two_shards(**settings: Any) -> AsyncIterator[tuple[Standin, list[Guild]]]:
    with hurried():
        async with Standin.running() as discord:
            discord.gateway.least_shards = 2
            discord.guild.members.pop(discord.world.bot.id)
            yield discord, [guild_of_shard(discord, shard) for shard in (0, 1)]
            assert discord.complaints == []
            assert discord.own_faults == []


def rooms_on(discord: Standin, guilds: list[Guild], *shard_ids: int) -> Rooms:
    settings = {
        "guilds": tuple(str(guild.id) for guild in guilds),
        "shard_count": 2,
        "shard_ids": shard_ids,
    }
    return Rooms(discord, TABLE, settings)


async def speak(discord: Standin, guilds: list[Guild]) -> None:
    """In each server a word to the bot, and one in direct messages."""
    ana = discord.member("Ana")
    for guild in guilds:
        channel = next(iter(guild.channels.values()))
        await ana.say(f"in {guild.name}", channel, mention=True)
    await ana.dm("in direct messages")


def heard(rooms: Rooms) -> list[str]:
    return sorted(event.text for event in rooms.events if isinstance(event, Said))


EVERYWHERE = ["in Shard 0", "in Shard 1", "in direct messages"]


async def test_one_process_with_two_shards_hears_everything_once() -> None:
    async with on_two_shards() as (discord, guilds):
        rooms = rooms_on(discord, guilds)
        await rooms.start()
        await discord.until(lambda: len(discord.gateway.sessions) == 2, "both shards")
        await speak(discord, guilds)
        await discord.until(lambda: len(heard(rooms)) >= 3, "all heard")
        channel = next(iter(guilds[1].channels.values()))
        use = await discord.member("Ana").slash("checkin now", channel=channel)
        event = await rooms.event(Commanded)
        await rooms.adapter.perform(Reply(to=event, body=paragraph("Here I am.")))
        shards = sorted(session.shard for session in discord.gateway.sessions)
        answered = await use.text()
        await rooms.stop()

    assert shards == [(0, 2), (1, 2)]
    assert heard(rooms) == EVERYWHERE
    assert answered == "Here I am."


async def test_a_shard_in_trouble_does_not_hold_up_the_other() -> None:
    """Members of other servers go on as if nothing had happened, and it comes back."""
    async with on_two_shards() as (discord, guilds):
        rooms = rooms_on(discord, guilds)
        await rooms.start()
        await discord.until(lambda: len(discord.gateway.sessions) == 2, "both shards")
        second = next(each for each in discord.gateway.sessions if each.shard[0] == 1)
        assert second.pipe is not None
        await second.pipe.socket.close(code=4000)
        assert rooms.adapter.connected
        await discord.until(lambda: discord.gateway.resumes == 1, "resumed", 60)
        await speak(discord, guilds)
        await discord.until(lambda: len(heard(rooms)) >= 3, "all heard")
        await rooms.stop()

    assert heard(rooms) == EVERYWHERE


async def test_two_processes_share_the_servers() -> None:
    """Each hears its own; the one with shard 0 hears direct messages, and sends everywhere."""
    async with on_two_shards() as (discord, guilds):
        first, second = rooms_on(discord, guilds, 0), rooms_on(discord, guilds, 1)
        await first.start()
        await second.start()
        await speak(discord, guilds)
        await discord.until(lambda: len(heard(first) + heard(second)) >= 3, "all heard")
        ana = discord.member("Ana")
        far = next(iter(guilds[1].channels.values()))
        role = discord.world.role(guilds[1], "early bird")
        there = Address("discord", space=str(guilds[1].id), channel=str(far.id))
        spaces = next(e for e in first.events if isinstance(e, Said) and e.direct).spaces
        receipts = [
            await first.adapter.perform(action)
            for action in (
                Say(to=there, body=paragraph("Hello"), audience=Audience.PUBLIC),
                OpenRoom(to=there, name="Two", members=(Address("discord", user=str(ana.id)),)),
                SetRole(
                    to=Address("discord", space=there.space, user=str(ana.id)),
                    role=str(role.id),
                    given=True,
                ),
            )
        ]
        await first.stop()
        await second.stop()

    assert heard(first) == ["in Shard 0", "in direct messages"]
    assert heard(second) == ["in Shard 1"]
    assert set(spaces) == {str(guild.id) for guild in guilds}
    assert [receipt.outcome for receipt in receipts] == [Outcome.SENT] * 3
    assert role.id in guilds[1].members[ana.id]


async def test_what_was_missed_is_read_by_one_process() -> None:
    """Two that both read the history of direct messages would answer twice."""
    async with on_two_shards() as (discord, guilds):
        first, second = rooms_on(discord, guilds, 0), rooms_on(discord, guilds, 1)
        second.state = first.state
        ana = discord.member("Ana")
        await first.start()
        await ana.dm("before")
        await first.event(Said)
        await first.stop()
        await ana.dm("meanwhile")
        await second.start()
        await first.start()
        await discord.until(lambda: len(heard(first)) == 2, "caught up")
        await first.stop()
        await second.stop()

    assert heard(first) == ["before", "meanwhile"]
    assert heard(second) == []


async def test_discord_says_when_shards_are_needed(tmp_path: Path) -> None:
    async with Standin.running() as discord:
        discord.gateway.least_shards = 2
        rooms = Rooms(discord, TABLE)
        with pytest.raises(Exception, match=r"discord\.shard_count"):
            await rooms.start()
        await rooms.stop()
