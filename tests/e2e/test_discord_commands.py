"""Slash commands on Discord: found, completed, answered in time."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.app import _suggest
from bot.commands import Argument, Command, CommandTable, FirstResponse, Kind, Role, Typing
from bot.errors import HandrailError
from bot.feature import Feature
from bot.platform import Address, Audience, Commanded, Outcome, Reply
from bot.richtext import paragraph
from storage import facts
from storage.database import Transaction, open_database
from tests.contract.rooms_discord import discord_rooms
from tests.discord_standin import Fault
from tests.support.databases import with_tables
from tests.support.stores import MASTER
from tests.support.texts import own_places, own_texts

pytestmark = pytest.mark.e2e

GUILD_COMMANDS = "/applications/{application_id}/guilds/{guild_id}/commands"
GLOBAL_COMMANDS = "/applications/{application_id}/commands"
COUNTRIES = tuple(f"country {number:02}" for number in range(40))
TABLE = CommandTable(
    [
        Command(
            name="timezone",
            handler=list,
            arguments=(Argument(name="where", kind=Kind.PLACE),),
        ),
        Command(
            name="lines show",
            handler=list,
            arguments=(Argument(name="country", kind=Kind.OPTION, options=COUNTRIES),),
        ),
        Command(
            name="meeting",
            handler=list,
            arguments=(Argument(name="which", kind=Kind.MEETING),),
        ),
        Command(name="greet", handler=list, arguments=(Argument(name="whom", kind=Kind.MEMBER),)),
        Command(name="board", handler=list, first_response=FirstResponse.PUBLIC),
        Command(name="alerts", handler=list, needs=Role.MODERATOR),
    ],
    [],
)


async def places(typing: Typing) -> Sequence[tuple[str, str]]:
    """Three places, labelled in two languages."""
    named = {"de": "Wien", "en": "Vienna"}[typing.locale.split("-")[0]]
    known = [(named, "Europe/Vienna"), ("Berlin", "Europe/Berlin"), ("Lagos", "Africa/Lagos")]
    return [(label, value) for label, value in known if typing.typed in label.casefold()]


async def test_places_are_suggested_while_somebody_types(tmp_path: Path) -> None:
    """In the language of their client; what is chosen is what the core reads."""
    async with discord_rooms(tmp_path, TABLE, suggest=places) as rooms:
        ana, ben = rooms.discord.member("Ana", locale="de"), rooms.discord.member("Ben")
        german, english = (
            await ana.type_in("timezone", "where", "wi"),
            await ben.type_in("timezone", "where", "vie"),
        )
        await ana.slash("timezone", {"where": german[0]["value"]})
        event = await rooms.event(Commanded)

    assert [offered["name"] for offered in german] == ["Wien"]
    assert [offered["name"] for offered in english] == ["Vienna"]
    assert event.args == {"where": "Europe/Vienna"}


async def test_a_long_list_of_options_is_searched_by_typing(tmp_path: Path) -> None:
    """Discord shows at most 25; each can still be found."""
    async with discord_rooms(tmp_path, TABLE) as rooms:
        ana = rooms.discord.member("Ana")
        everything = await ana.type_in("lines show", "country", "")
        found = await ana.type_in("lines show", "country", "37")

    assert len(everything) == 25
    assert [offered["value"] for offered in found] == ["country 37"]


@pytest.mark.parametrize("trouble", [HandrailError("no place in 1 character"), OSError()])
async def test_words_that_mean_nothing_yet_are_no_error(tmp_path: Path, trouble: Exception) -> None:
    """Somebody has typed one letter, or nothing can be looked up: nothing is offered or broken."""

    async def unclear(typing: Typing) -> Sequence[tuple[str, str]]:
        raise trouble

    async with discord_rooms(tmp_path, TABLE, suggest=unclear) as rooms:
        assert await rooms.discord.member("Ana").type_in("timezone", "where", "v") == []


async def test_meetings_are_suggested_to_whom_and_where_they_are_typed(tmp_path: Path) -> None:
    """A feature offers what is there in this community, and what this person may see."""
    asked: list[Typing] = []

    async def meetings(typing: Typing) -> Sequence[tuple[str, str]]:
        asked.append(typing)
        return [("Tuesday circle", "17")]

    async with discord_rooms(tmp_path, TABLE, suggest=meetings) as rooms:
        ana = rooms.discord.member("Ana")
        offered = await ana.type_in("meeting", "which", "tue")

    assert [each["value"] for each in offered] == ["17"]
    assert [(each.kind, each.argument, each.typed) for each in asked] == [
        (Kind.MEETING, "which", "tue")
    ]
    assert asked[0].actor.user == str(ana.id)
    assert asked[0].space == str(rooms.discord.guild.id)


async def test_features_suggest_from_what_is_stored(tmp_path: Path) -> None:
    """Each for its own kind of argument; places come from the gazetteer, and what nobody knows
    is offered by nobody."""

    def meetings(tx: Transaction, typing: Typing) -> Sequence[tuple[str, str]]:
        return [(f"{facts.get(tx, 'circle')} ({typing.typed})", "17")]

    feature = Feature(
        name="meetings",
        suggests={Kind.MEETING: meetings},
        export=lambda tx, person: {},
        erase=lambda tx, person: None,
    )
    database = open_database(with_tables(f"sqlite:///{tmp_path / 'h.db'}", MASTER), MASTER)
    await database.write(lambda tx: facts.put(tx, "circle", "Tuesday circle"))

    async def offered(kind: Kind, typed: str) -> list[str]:
        typing = Typing(
            kind=kind,
            argument="which",
            typed=typed,
            locale="en-US",
            actor=Address("discord", user="1"),
            space=None,
        )
        found = await _suggest(own_places(), own_texts(), database, [feature], typing)
        return [label for label, _ in found]

    assert await offered(Kind.MEETING, "tue") == ["Tuesday circle (tue)"]
    assert await offered(Kind.MEMBER, "an") == []
    assert "Vienna" in (await offered(Kind.PLACE, "vienna"))[0]
    await database.close()


async def test_a_member_is_chosen_from_discords_own_list(tmp_path: Path) -> None:
    """What arrives is their account, whatever they are called there."""
    async with discord_rooms(tmp_path, TABLE) as rooms:
        ben = rooms.discord.member("Ben")
        await rooms.discord.member("Ana").slash("greet", {"whom": str(ben.id)})

        assert (await rooms.event(Commanded)).args == {"whom": str(ben.id)}


async def test_what_nobody_suggests_can_be_typed_freely(tmp_path: Path) -> None:
    async with discord_rooms(tmp_path, TABLE) as rooms:
        await rooms.discord.member("Ana").slash("timezone", {"where": "anywhere at all"})

        assert (await rooms.event(Commanded)).args == {"where": "anywhere at all"}


async def test_commands_are_offered_in_servers_and_in_direct_messages(tmp_path: Path) -> None:
    """To those who installed the bot in a server, and never outside of it."""
    async with discord_rooms(tmp_path, TABLE, guilds=()) as rooms:
        (call,) = rooms.discord.sent("PUT", GLOBAL_COMMANDS)

    assert {tuple(command["contexts"]) for command in call.body} == {(0, 1)}
    assert {tuple(command["integration_types"]) for command in call.body} == {(0,)}


async def test_open_to_all_every_server_has_each_command_once(tmp_path: Path) -> None:
    async with discord_rooms(tmp_path, TABLE, open_to_all=True) as rooms:
        (everywhere,) = rooms.discord.sent("PUT", GLOBAL_COMMANDS)
        (own,) = rooms.discord.sent("PUT", GUILD_COMMANDS)

        assert {tuple(command["contexts"]) for command in everywhere.body} == {(0, 1)}
        assert own.body == []
        assert "timezone" in rooms.discord.member("Ana").offered()


async def test_moderators_commands_are_shown_to_moderators(tmp_path: Path) -> None:
    """Only a hint: what counts is decided in the core for every call."""
    async with discord_rooms(tmp_path, TABLE) as rooms:
        (call,) = rooms.discord.sent("PUT", GUILD_COMMANDS)
        hints = {c["name"]: c.get("default_member_permissions") for c in call.body}
        await rooms.discord.member("Ana").slash("alerts")
        event = await rooms.event(Commanded)

    assert {name for name, hint in hints.items() if hint} == {"alerts"}
    assert int(hints["alerts"]) == 1 << 40
    assert event.roles == frozenset()


@pytest.mark.parametrize("where", ["guild", "dm"])
@pytest.mark.parametrize("name", [c.name for c in TABLE])
async def test_every_first_response_keeps_the_audience_that_the_table_declares(
    tmp_path: Path, name: str, where: str
) -> None:
    """Acknowledged at once, however long the core takes; others see what is public, no more."""
    async with discord_rooms(tmp_path, TABLE) as rooms:
        release = asyncio.Event()

        async def slow(_: object) -> None:
            await release.wait()

        rooms.handler = slow
        ana, ben = rooms.discord.member("Ana"), rooms.discord.member("Ben")
        place = rooms.discord.general
        if where == "dm":
            place = rooms.discord.world.open_dm(ana.person)
        arguments = {
            "timezone": {"where": "x"},
            "lines show": {"country": COUNTRIES[0]},
            "meeting": {"which": "x"},
            "greet": {"whom": str(ana.id)},
        }
        use = await ana.slash(name, arguments.get(name), channel=place)
        assert use.interaction.acknowledged_after is not None  # while the core still waits
        event = await rooms.event(Commanded)
        release.set()
        public = name == "board"
        audience = Audience.PUBLIC if public else Audience.ACTOR_ONLY
        receipt = await rooms.adapter.perform(
            Reply(to=event, body=paragraph("Here."), audience=audience)
        )

        assert receipt.outcome is Outcome.SENT
        assert (await use.message()).ephemeral is (where == "guild" and not public)
        assert ana.texts(place) == ["Here."]
        if where == "guild":
            assert ben.texts(place) == (["Here."] if public else [])


async def test_menus_that_discord_refused_are_tried_again_at_the_next_start(
    tmp_path: Path,
) -> None:
    async with discord_rooms(tmp_path, TABLE) as rooms:
        assert len(rooms.discord.sent("PUT", GUILD_COMMANDS)) == 1
        await rooms.stop()
        rooms.commands = CommandTable([Command(name="other", handler=list)], [])
        rooms.discord.faults.append(Fault("PUT", "*/guilds/*/commands", status=503))
        await rooms.start()
        await rooms.stop()
        await rooms.start()
        await rooms.stop()
        await rooms.start()

        assert len(rooms.discord.sent("PUT", GUILD_COMMANDS)) == 3
        assert rooms.discord.member("Ana").offered() == ["other"]


async def test_which_words_reach_the_bot_is_said(tmp_path: Path) -> None:
    """A watch for crises covers less without the intent; operators see that."""
    async with discord_rooms(tmp_path, TABLE) as rooms:
        assert not rooms.adapter.hears_everything
    async with discord_rooms(tmp_path, TABLE, message_content=True) as rooms:
        assert rooms.adapter.hears_everything
