"""A message reported by the platforms' own means: Discord's menu of it, a reply on Matrix."""

from __future__ import annotations

from pathlib import Path

import pytest
from nio.event_builders import EnableEncryptionBuilder

from bot.commands import Argument, Command, CommandTable, Kind
from bot.platform import Address, Reply, Reported, Said
from bot.richtext import paragraph
from tests.contract.rooms_discord import discord_rooms
from tests.contract.rooms_matrix import matrix_rooms
from tests.discord_standin.member import ClientRefuses
from tests.support.synapse import Homeserver

pytestmark = pytest.mark.e2e

MENU = "Report to the team"
WORDS = Argument(name="words", kind=Kind.TEXT, required=False)
TABLE = CommandTable(
    [Command(name="report", handler=list, arguments=(WORDS,), on_messages=True)], []
)
UNKIND = "nobody wants you here"


async def test_discord_offers_it_in_the_menu_of_each_message(tmp_path: Path) -> None:
    """Who, which message, whose and what; the answer is for the reporter's eyes alone."""
    async with discord_rooms(tmp_path, TABLE) as rooms:
        discord = rooms.discord
        ana, eve = discord.member("Ana"), discord.member("Eve")
        message = await eve.say(UNKIND)

        use = await ana.choose_at(message, MENU)
        event = await rooms.event(Reported)

        assert (event.actor.user, event.reported) == (str(ana.id), str(message.id))
        assert event.author == Address("discord", user=str(eve.id))
        assert event.quote == UNKIND
        assert event.where.channel == str(discord.general.id)
        assert not event.author_roles
        assert event.waiting is not None
        assert use.interaction.response is not None
        await rooms.adapter.perform(Reply(to=event, body=paragraph("Thank you.")))
        assert (await use.message()).only_for == ana.id


async def test_discord_knows_the_owner_for_one_of_the_team(tmp_path: Path) -> None:
    """What they wrote is to go past them."""
    async with discord_rooms(tmp_path, TABLE, members=True) as rooms:
        ana = rooms.discord.member("Ana")
        message = await rooms.discord.owner.say(UNKIND)

        await ana.choose_at(message, MENU)
        event = await rooms.event(Reported)

        assert "owner" in event.author_roles


async def test_discord_offers_it_nowhere_in_direct_messages(tmp_path: Path) -> None:
    """There the bot wrote what there is to report."""
    async with discord_rooms(tmp_path, TABLE) as rooms:
        ana = rooms.discord.member("Ana")
        message = await ana.dm("hello")

        with pytest.raises(ClientRefuses):
            await ana.choose_at(message, MENU)


@pytest.mark.parametrize("word", ["report", "!report", "Melden."])
async def test_a_reply_that_says_so_reports_on_matrix(
    synapse: Homeserver, tmp_path: Path, word: str
) -> None:
    """With or without the prefix, in any of our languages; encrypted words are read."""
    async with matrix_rooms(synapse, tmp_path, TABLE) as rooms:
        ana, eve = await rooms.member("ana"), await rooms.member("eve")
        bot, state = rooms.account.user_id, [EnableEncryptionBuilder().as_dict()]
        room = await eve.open_room(bot, ana.id, initial_state=state)
        for each in (eve, ana):
            await each.is_in(bot, room)
            await each.is_in(ana.id, room)
        target = await eve.say(room, UNKIND)
        await rooms.wait_for(lambda events: any(isinstance(each, Said) for each in events))

        above = {"m.relates_to": {"m.in_reply_to": {"event_id": target}}}
        reply = await ana.say(room, word, **above)
        await rooms.wait_for(lambda events: any(isinstance(each, Reported) for each in events))

        (event,) = [each for each in rooms.events if isinstance(each, Reported)]
        assert (event.id, event.reported, event.actor.user) == (reply, target, ana.id)
        assert event.author == Address("matrix", user=eve.id)
        assert event.quote == UNKIND
        assert event.where.channel == room
        # Eve made the room.
        assert event.author_roles >= {"owner"}
