"""Private threads as rooms on Discord, and who comes, goes and moderates."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.commands import CommandTable
from bot.platform import (
    Address,
    Audience,
    Change,
    CloseRoom,
    MemberChanged,
    OpenRoom,
    Outcome,
    Said,
    Say,
)
from bot.richtext import paragraph
from tests.contract.rooms_discord import Rooms, discord_rooms
from tests.discord_standin import MODERATE_MEMBERS, Fault, payloads
from tests.discord_standin.world import Channel

pytestmark = pytest.mark.e2e

TABLE = CommandTable([], [])
THREADS = "/channels/{channel_id}/threads"


@pytest.fixture
async def rooms(tmp_path: Path) -> AsyncIterator[Rooms]:
    async with discord_rooms(tmp_path, TABLE) as running:
        yield running


def room(rooms: Rooms, *members: str, key: str = "room-1") -> OpenRoom:
    """A room below "general" for members of these names."""
    space, channel = str(rooms.discord.guild.id), str(rooms.discord.general.id)
    return OpenRoom(
        to=Address("discord", space=space, channel=channel),
        name="A quiet corner",
        members=tuple(
            Address("discord", user=str(rooms.discord.member(name).id)) for name in members
        ),
        key=key,
    )


def threads(rooms: Rooms) -> list[Channel]:
    return [channel for channel in rooms.discord.world.channels.values() if channel.is_thread]


async def test_a_room_is_opened_once_however_often_it_is_tried(rooms: Rooms) -> None:
    """Two rooms would leave two people talking past each other, each alone in one."""
    wanted = room(rooms, "Ana", "Ben")
    first = await rooms.adapter.perform(wanted)
    await rooms.stop()
    await rooms.start()
    second = await rooms.adapter.perform(wanted)

    assert (first.outcome, second.outcome) == (Outcome.SENT, Outcome.SENT)
    assert first.channel == second.channel
    assert len(threads(rooms)) == 1


@pytest.mark.parametrize("restart", [True, False])
async def test_a_room_whose_opening_was_cut_off_is_found_again(rooms: Rooms, restart: bool) -> None:
    """Discord knows no nonce for threads; the one that is there is used, with everybody in it."""
    wanted = room(rooms, "Ana", "Ben")
    rooms.discord.faults.append(Fault("POST", "/channels/*/threads", cut="after"))

    first = await rooms.adapter.perform(wanted)
    if restart:
        await rooms.stop()
        await rooms.start()
    second = await rooms.adapter.perform(wanted)

    assert (first.outcome, second.outcome) == (Outcome.UNKNOWN, Outcome.SENT)
    (thread,) = threads(rooms)
    assert {rooms.discord.member(name).id for name in ("Ana", "Ben")} < thread.members


async def test_a_room_of_others_is_never_taken_for_it(rooms: Rooms) -> None:
    """Two pairs whose rooms are called alike stay apart, also when one is in doubt."""
    rooms.discord.faults.append(Fault("POST", "/channels/*/threads", cut="before"))
    for_ana, for_cleo = room(rooms, "Ana", "Ben"), room(rooms, "Cleo", "Dan", key="room-2")

    await rooms.adapter.perform(for_ana)
    await rooms.adapter.perform(for_cleo)
    await rooms.adapter.perform(for_ana)

    ana, cleo = rooms.discord.member("Ana").id, rooms.discord.member("Cleo").id
    assert len(threads(rooms)) == 2
    assert not any({ana, cleo} <= thread.members for thread in threads(rooms))


async def test_whoever_left_meanwhile_does_not_keep_the_others_out(rooms: Rooms) -> None:
    gone = Address("discord", user=str(rooms.discord.world.person("Gone").id))
    wanted = room(rooms, "Ana")
    receipt = await rooms.adapter.perform(
        OpenRoom(to=wanted.to, name=wanted.name, members=(gone, *wanted.members))
    )

    assert receipt.outcome is Outcome.DEGRADED
    assert rooms.discord.member("Ana").id in threads(rooms)[0].members


async def test_nobody_is_pinged_and_nobody_can_be_brought_along(rooms: Rooms) -> None:
    """Moderators see private threads by their role; no message has to name them."""
    await rooms.adapter.perform(room(rooms, "Ana"))

    (call,) = rooms.discord.sent("POST", THREADS)
    assert call.body["invitable"] is False
    assert threads(rooms)[0].messages == []


async def test_a_room_is_closed_for_good_and_closing_again_does_no_harm(rooms: Rooms) -> None:
    opened = await rooms.adapter.perform(room(rooms, "Ana"))
    there = Address("discord", space=str(rooms.discord.guild.id), channel=opened.channel)
    outcomes = [
        (await rooms.adapter.perform(CloseRoom(to=there, key=f"close-{n}"))).outcome
        for n in range(2)
    ]
    (thread,) = threads(rooms)
    late = Say(to=there, body=paragraph("Late"), audience=Audience.PUBLIC)

    assert outcomes == [Outcome.SENT, Outcome.SENT]
    assert thread.archived
    assert thread.locked
    assert (await rooms.adapter.perform(late)).outcome is Outcome.REFUSED


async def test_where_there_can_be_no_private_thread_that_is_said(rooms: Rooms) -> None:
    nowhere = OpenRoom(to=Address("discord", space="1", channel="2"), name="x", members=())
    rooms.discord.guild.bot_lacks.add("create_private_threads")

    assert (await rooms.adapter.perform(nowhere)).outcome is Outcome.UNSUPPORTED
    assert (await rooms.adapter.perform(room(rooms, "Ana"))).outcome is Outcome.REFUSED


async def test_what_is_written_in_a_room_has_its_place_and_the_writers_roles(
    rooms: Rooms,
) -> None:
    """Who owns the server and who may moderate is what Discord says, also for plain words."""
    team = rooms.discord.world.role(rooms.discord.guild, "team", MODERATE_MEMBERS)
    await rooms.stop()
    await rooms.start()  # roles made meanwhile are known
    for member in (
        rooms.discord.owner,
        rooms.discord.member("Mo", team),
        rooms.discord.member("Ana"),
    ):
        await member.say("checkin now", mention=True)
    await rooms.event(Said, 3)

    roles = [set(event.roles) for event in rooms.events if isinstance(event, Said)]
    assert roles == [{"owner", "moderator"}, {"moderator"}, set()]


async def test_a_ban_is_a_leaving(tmp_path: Path) -> None:
    """Discord sends both that somebody was banned and that they went; it counts once."""
    async with discord_rooms(tmp_path, TABLE, members=True) as rooms:
        ana = rooms.discord.member("Ana")
        await rooms.discord.gateway.dispatch(
            "GUILD_BAN_ADD",
            {"guild_id": str(rooms.discord.guild.id), "user": payloads.user(ana.person)},
            broken=True,  # well-formed, but no schema is there to judge it
        )
        await rooms.discord.leave(ana)
        changed = await rooms.event(MemberChanged)
        await rooms.discord.member("Zoe").dm("hi")
        await rooms.event(Said)

    assert (changed.change, changed.actor.user, changed.own) == (Change.LEFT, str(ana.id), False)
    assert len([e for e in rooms.events if isinstance(e, MemberChanged)]) == 1


async def test_without_the_members_intent_nobodys_coming_and_going_is_followed(
    rooms: Rooms,
) -> None:
    await rooms.discord.leave(rooms.discord.member("Ana"))
    await rooms.discord.member("Zoe").dm("hi")
    await rooms.event(Said)

    assert not any(isinstance(event, MemberChanged) for event in rooms.events)
