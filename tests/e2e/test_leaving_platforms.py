"""The bot is put out of a server or a space, and let in again: what the platforms tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.platform import Change, MemberChanged
from tests.contract.rooms_discord import Rooms as DiscordRooms
from tests.contract.rooms_discord import discord_rooms
from tests.contract.rooms_matrix import Rooms as MatrixRooms
from tests.contract.rooms_matrix import matrix_rooms
from tests.e2e.matrix_support import Member
from tests.support.synapse import Homeserver

pytestmark = pytest.mark.e2e


def told(rooms: DiscordRooms | MatrixRooms) -> list[tuple[Change, str | None]]:
    """What became of the bot itself, and where."""
    return [
        (each.change, each.where.space)
        for each in rooms.events
        if isinstance(each, MemberChanged) and each.own
    ]


async def test_being_put_out_of_a_discord_server_is_told_and_so_is_being_back(
    tmp_path: Path,
) -> None:
    """Once each, also where that happened while the bot was not connected."""
    async with discord_rooms(tmp_path) as rooms:
        guild, bot = rooms.discord.guild, rooms.discord.world.bot
        await rooms.discord.gateway.dispatch("GUILD_DELETE", {"id": str(guild.id)})
        roles, person = guild.members.pop(bot.id), guild.people.pop(bot.id, None)
        await rooms.discord.until(lambda: told(rooms))
        assert told(rooms) == [(Change.LEFT, str(guild.id))]

        await rooms.stop()
        guild.members[bot.id] = roles
        if person is not None:
            guild.people[bot.id] = person
        await rooms.start()
        await rooms.discord.until(lambda: len(told(rooms)) == 2)
        assert told(rooms)[1] == (Change.JOINED, str(guild.id))

        await rooms.stop()
        await rooms.start()
        assert len(told(rooms)) == 2


async def test_being_put_out_of_a_matrix_space_is_told_and_so_is_being_back(
    synapse: Homeserver, tmp_path: Path
) -> None:
    """Kicked, then invited again."""
    async with Member(synapse, synapse.register("founder"), tmp_path / "founder") as founder:
        space = await founder.open_room(name="Community", space=True)
        async with matrix_rooms(synapse, tmp_path, listed=[space]) as rooms:
            bot = rooms.account.user_id
            await founder.client.room_invite(space, bot)
            await founder.is_in(bot, space)

            await founder.client.room_kick(space, bot)
            await rooms.wait_for(lambda _: told(rooms))
            assert told(rooms) == [(Change.LEFT, space)]

            await founder.client.room_invite(space, bot)
            await rooms.wait_for(lambda _: len(told(rooms)) == 2)
            assert told(rooms)[1] == (Change.JOINED, space)
