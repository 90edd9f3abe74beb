"""Private threads as rooms on Discord, and who comes, goes and moderates."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.commands import Command, CommandTable
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
from tests.discord_standin import MODERATE_MEMBERS, Fault, Standin
from tests.discord_standin.world import ANNOUNCEMENT, FORUM, Channel

pytestmark = pytest.mark.e2e

TABLE = CommandTable([], [])
ONE_COMMAND = CommandTable([Command(name="checkin now", handler=list)], [])
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


def public(rooms: Rooms, channel: Channel) -> Address:
    return Address("discord", space=str(rooms.discord.guild.id), channel=str(channel.id))


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
    board = rooms.discord.world.channel(rooms.discord.guild, "board", ANNOUNCEMENT)
    on_board = OpenRoom(to=public(rooms, board), name="x", members=(), key="board")

    assert (await rooms.adapter.perform(nowhere)).outcome is Outcome.GONE
    assert (await rooms.adapter.perform(on_board)).outcome is Outcome.UNSUPPORTED
    assert (await rooms.adapter.perform(room(rooms, "Ana"))).outcome is Outcome.REFUSED


async def test_roles_of_the_server_mean_what_the_operator_says(tmp_path: Path) -> None:
    """In words and in commands alike; the same role says nothing in direct messages."""
    async with Standin.running() as discord:
        guides = discord.world.role(discord.guild, "guides")
        rooms = Rooms(discord, ONE_COMMAND, {"roles": {str(guides.id): "facilitator"}})
        await rooms.start()
        ana, ben = discord.member("Ana", guides), discord.member("Ben")
        for member in (ana, ben):
            await member.say("hello", mention=True)
            await member.slash("checkin now")
        await ana.dm("hello")
        await rooms.event(Said, 3)
        await rooms.stop()

    held = [(event.actor.user, event.direct, set(event.roles)) for event in rooms.events]
    assert sorted(held, key=str) == sorted(
        [
            *[(str(ana.id), False, {"facilitator"})] * 2,
            *[(str(ben.id), False, set())] * 2,
            (str(ana.id), True, set()),
        ],
        key=str,
    )


# --- announcement channels and forums


async def appear(rooms: Rooms, name: str, kind: int) -> Channel:
    """A channel that the bot knows of from its next connection on."""
    channel = rooms.discord.world.channel(rooms.discord.guild, name, kind)
    await rooms.stop()
    await rooms.start()
    return channel


@pytest.mark.parametrize("known", [True, False], ids=["known", "new"])
@pytest.mark.parametrize("kind", [ANNOUNCEMENT, FORUM], ids=["announcements", "forum"])
async def test_a_staff_room_may_be_an_announcement_channel_or_a_forum(
    rooms: Rooms, kind: int, known: bool
) -> None:
    """In a forum each message is a post of its own, named by how it begins; it is seen once."""
    team = (
        await appear(rooms, "team", kind)
        if known
        else rooms.discord.world.channel(rooms.discord.guild, "team", kind)
    )
    words = "Somebody asks for a person.\n" + "Please look. " * 300
    say = Say(to=public(rooms, team), body=paragraph(words), audience=Audience.PUBLIC, key="k" * 22)
    first = await rooms.adapter.perform(say)
    again = await rooms.adapter.perform(say)

    there = rooms.discord.world.channels[int(first.channel or 0)]
    assert first.outcome is again.outcome is Outcome.SENT
    assert (first.message, first.channel) == (again.message, again.channel)
    assert "".join(rooms.discord.owner.texts(there)).replace(" ", "").startswith("Somebodyasks")
    if kind == FORUM:
        assert (there.parent, there.name) == (team, "Somebody asks for a person.")
    else:
        assert there is team
    assert len([c for c in rooms.discord.world.channels.values() if c.parent is team]) == (
        kind == FORUM
    )


@pytest.mark.parametrize("restart", [False, True])
async def test_a_post_whose_sending_was_cut_off_is_found_again(rooms: Rooms, restart: bool) -> None:
    """Discord takes no nonce for a post: an earlier attempt's is known by name, hour and author."""
    team = await appear(rooms, "team", FORUM)
    rooms.discord.faults.append(Fault("POST", "/channels/*/threads", cut="after"))
    say = Say(to=public(rooms, team), body=paragraph("Hello"), audience=Audience.PUBLIC, key="k")
    first = await rooms.adapter.perform(say)
    if restart:
        await rooms.stop()
        await rooms.start()
    second = await rooms.adapter.perform(say)
    other = await rooms.adapter.perform(replace(say, key="another"))

    posts = [c for c in rooms.discord.world.channels.values() if c.parent is team]
    assert [r.outcome for r in (first, second, other)] == [
        Outcome.UNKNOWN,
        Outcome.SENT,
        Outcome.SENT,
    ]
    assert len(posts) == 2
    assert second.channel != other.channel


async def test_what_members_write_in_a_forum_is_heard_with_the_forum_it_is_in(
    tmp_path: Path,
) -> None:
    """Whoever watches the forum watches its posts: the first message and those below it."""
    async with discord_rooms(tmp_path, TABLE, message_content=True) as rooms:
        forum = await appear(rooms, "help", FORUM)
        ana, ben = rooms.discord.member("Ana"), rooms.discord.member("Ben")
        post = await ana.post_in(forum, "I can't sleep", "since Monday")
        await ben.say("I know that", post)
        second = await rooms.event(Said, 2)
        heard = [event for event in rooms.events if isinstance(event, Said)]

    assert [event.text for event in heard] == ["since Monday", "I know that"]
    assert {event.where.channel for event in heard} == {str(post.id)}
    assert {event.thread_of for event in heard} == {str(forum.id)}
    assert not second.addressed


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


@pytest.mark.parametrize("members", [False, True])
async def test_a_ban_is_followed_whatever_intents_there_are(tmp_path: Path, members: bool) -> None:
    """Whoever was sent away is nobody's buddy there any more. With the intent they also leave."""
    async with discord_rooms(tmp_path, TABLE, members=members) as rooms:
        ana = rooms.discord.member("Ana")
        await rooms.discord.ban(ana)
        await rooms.discord.member("Zoe").dm("hi")
        await rooms.event(Said)

    changes = [event for event in rooms.events if isinstance(event, MemberChanged)]
    expected = [Change.BANNED, Change.LEFT] if members else [Change.BANNED]
    assert [event.change for event in changes] == expected
    assert {(event.actor.user, event.own) for event in changes} == {(str(ana.id), False)}
    assert len({event.id for event in changes}) == len(changes)


async def test_without_the_members_intent_nobodys_coming_and_going_is_followed(
    rooms: Rooms,
) -> None:
    await rooms.discord.leave(rooms.discord.member("Ana"))
    await rooms.discord.member("Zoe").dm("hi")
    await rooms.event(Said)

    assert not any(isinstance(event, MemberChanged) for event in rooms.events)
