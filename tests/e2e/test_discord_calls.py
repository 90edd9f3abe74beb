"""Messages that call somebody on Discord, and threads in which one story hangs together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.commands import CommandTable
from bot.platform import Address, Audience, Outcome, Receipt, Say
from bot.richtext import Body, Mention, Paragraph, Span, Text, paragraph
from tests.contract.rooms_discord import Rooms, discord_rooms
from tests.discord_standin import Fault, Member
from tests.discord_standin.world import FORUM, Channel, Message

pytestmark = pytest.mark.e2e

TABLE = CommandTable([], [])


@pytest.fixture
async def rooms(tmp_path: Path) -> AsyncIterator[Rooms]:
    async with discord_rooms(tmp_path, TABLE) as running:
        yield running


def say(rooms: Rooms, *parts: str | Span, room: Channel | None = None, **more: object) -> Say:
    """Something in "general", which rings unless said otherwise."""
    there = room or rooms.discord.general
    body: Body = paragraph(*parts)
    to = Address("discord", space=str(rooms.discord.guild.id), channel=str(there.id))
    more = {"rings": True, "audience": Audience.PUBLIC} | more
    return Say(to=to, body=body, **more)  # type: ignore[arg-type]


def named(member: Member, *, quiet: bool = False) -> Mention:
    return Mention("discord", str(member.id), member.person.name, quiet=quiet)


def shown(rooms: Rooms, receipt: Receipt) -> Message:
    """The message that a receipt names."""
    channel = rooms.discord.world.channels[int(receipt.channel or 0)]
    message = channel.message(int(receipt.message or 0))
    assert message is not None
    return message


def thread_of(rooms: Rooms, receipt: Receipt) -> Channel:
    return rooms.discord.world.channels[int(receipt.message or 0)]


# --- whom a message calls


async def test_a_message_that_rings_calls_exactly_whom_it_names(rooms: Rooms) -> None:
    """Not whom it speaks of, nor anybody that typed words seem to name."""
    owner, ana, ben = rooms.discord.owner, rooms.discord.member("Ana"), rooms.discord.member("Ben")
    typed = f" <@{ben.id}> <@!{ben.id}> <@&{rooms.discord.guild.id}> @everyone @here"

    receipt = await rooms.adapter.perform(
        say(rooms, named(owner), Text(": "), named(ana, quiet=True), Text(typed))
    )

    assert shown(rooms, receipt).pinged == {owner.id}
    assert f"<@{ana.id}>" in shown(rooms, receipt).content, "whom it speaks of is still named"


async def test_what_a_member_typed_calls_nobody_whom_the_message_also_names(rooms: Rooms) -> None:
    """Quoted in a part of its own, it must not ring a second time."""
    owner = rooms.discord.owner
    typed = Paragraph((Text(f"<@{owner.id}> " * 120),))

    receipt = await rooms.adapter.perform(
        Say(
            to=say(rooms, "x").to,
            body=(*paragraph(named(owner)), typed),
            audience=Audience.PUBLIC,
            rings=True,
        )
    )

    posted = [m for m in rooms.discord.general.messages if m.author is rooms.discord.world.bot]
    assert len(posted) > 1
    assert sum(bool(m.pinged) for m in posted) == 1
    assert not shown(rooms, receipt).pinged


async def test_a_message_that_does_not_ring_and_an_edit_call_nobody(rooms: Rooms) -> None:
    owner = named(rooms.discord.owner)

    quiet = await rooms.adapter.perform(say(rooms, owner, rings=False))
    await rooms.adapter.perform(say(rooms, owner, " again", edits=quiet.message))

    assert shown(rooms, quiet).pinged == frozenset()
    assert "again" in shown(rooms, quiet).content


async def test_a_post_in_a_forum_calls_whom_it_names(rooms: Rooms) -> None:
    forum = rooms.discord.world.channel(rooms.discord.guild, "alerts", FORUM)
    await rooms.stop()
    await rooms.start()

    await rooms.adapter.perform(say(rooms, named(rooms.discord.owner), room=forum))

    (call,) = rooms.discord.sent("POST", "/channels/{channel_id}/threads")
    allowed = call.body["message"]["allowed_mentions"]
    assert allowed == {"parse": [], "users": [rooms.discord.owner.id]}


# --- threads


async def test_what_follows_is_in_one_thread_and_calls_there(rooms: Rooms) -> None:
    """Who is named in a thread is in it from then on, and hears of what comes after."""
    root = await rooms.adapter.perform(say(rooms, "An alert"))
    first = await rooms.adapter.perform(say(rooms, "More", thread=root.message, rings=False))
    call = say(rooms, named(rooms.discord.owner), thread=root.message)
    second = await rooms.adapter.perform(call)

    assert (first.outcome, second.outcome) == (Outcome.SENT, Outcome.SENT)
    thread = thread_of(rooms, root)
    assert {first.channel, second.channel} == {str(thread.id)}
    assert rooms.discord.owner.texts(rooms.discord.general) == ["An alert"]
    assert shown(rooms, second).pinged == {rooms.discord.owner.id}
    assert rooms.discord.owner.id in thread.members
    assert thread.name == "Follow-up"
    assert (await rooms.adapter.perform(call)).message == second.message


async def test_a_folded_thread_is_found_again(rooms: Rooms) -> None:
    """After a restart nothing is known of it; Discord says that it is there."""
    root = await rooms.adapter.perform(say(rooms, "An alert"))
    await rooms.adapter.perform(say(rooms, "More", thread=root.message))
    await rooms.stop()
    thread_of(rooms, root).archived = True
    await rooms.start()

    later = await rooms.adapter.perform(say(rooms, "A day later", thread=root.message))

    assert (later.outcome, later.channel) == (Outcome.SENT, root.message)
    assert not thread_of(rooms, root).archived


@pytest.mark.parametrize("lacking", ["create_public_threads", "send_messages_in_threads"])
async def test_without_the_permission_it_is_a_reply_and_stays_one(
    rooms: Rooms, lacking: str
) -> None:
    """A call must be heard, whatever the room allows; and nobody is called twice."""
    root = await rooms.adapter.perform(say(rooms, "An alert"))
    rooms.discord.guild.bot_lacks.add(lacking)
    call = say(rooms, named(rooms.discord.owner), thread=root.message)

    receipt = await rooms.adapter.perform(call)

    assert (receipt.outcome, receipt.reason) == (Outcome.DEGRADED, "no thread")
    message = shown(rooms, receipt)
    assert message.channel is rooms.discord.general
    assert message.reference == int(root.message or 0)
    assert message.pinged == {rooms.discord.owner.id}

    rooms.discord.guild.bot_lacks.clear()
    assert (await rooms.adapter.perform(call)).message == receipt.message


async def test_a_locked_thread_and_a_deleted_alert_lose_no_message(rooms: Rooms) -> None:
    root = await rooms.adapter.perform(say(rooms, "An alert"))
    await rooms.adapter.perform(say(rooms, "More", thread=root.message))
    thread = thread_of(rooms, root)
    thread.archived = thread.locked = True
    locked = await rooms.adapter.perform(say(rooms, "Nobody yet", thread=root.message))

    other = await rooms.adapter.perform(say(rooms, "Another alert"))
    shown(rooms, other).deleted = True
    deleted = await rooms.adapter.perform(say(rooms, "Nobody yet", thread=other.message))

    for receipt in (locked, deleted):
        assert receipt.outcome is Outcome.DEGRADED
        assert shown(rooms, receipt).channel is rooms.discord.general


async def test_where_the_room_is_itself_a_thread_there_are_plain_replies(rooms: Rooms) -> None:
    """Discord has no threads in threads; nothing is missing then."""
    forum = rooms.discord.world.channel(rooms.discord.guild, "team", FORUM)
    post = rooms.discord.world.post_in(forum, "Alerts", rooms.discord.owner.person)
    await rooms.stop()
    await rooms.start()
    root = await rooms.adapter.perform(say(rooms, "An alert", room=post))

    receipt = await rooms.adapter.perform(say(rooms, "More", room=post, thread=root.message))

    assert receipt.outcome is Outcome.SENT
    assert shown(rooms, receipt).channel is post
    assert shown(rooms, receipt).reference == int(root.message or 0)
    assert not rooms.discord.sent("POST", "/channels/{channel_id}/messages/{message_id}/threads")


async def test_where_the_room_is_a_forum_it_is_all_in_the_alert_s_post(rooms: Rooms) -> None:
    forum = rooms.discord.world.channel(rooms.discord.guild, "alerts", FORUM)
    await rooms.stop()
    await rooms.start()
    root = await rooms.adapter.perform(say(rooms, "An alert", room=forum))

    receipt = await rooms.adapter.perform(say(rooms, "More", room=forum, thread=root.message))

    assert (receipt.outcome, receipt.channel) == (Outcome.SENT, root.channel)
    assert rooms.discord.owner.texts(thread_of(rooms, root)) == ["An alert", "More"]


async def test_what_was_cut_off_is_looked_for_in_the_thread(rooms: Rooms) -> None:
    """Whether a call went out is read where it would stand."""
    since = datetime.now(UTC) - timedelta(seconds=5)
    root = await rooms.adapter.perform(say(rooms, "An alert"))
    await rooms.adapter.perform(say(rooms, "More", thread=root.message))
    rooms.discord.faults.append(Fault("POST", f"/channels/{root.message}/messages", cut="after"))
    call = say(rooms, "Nobody has answered", thread=root.message)

    cut = await rooms.adapter.perform(call)
    found = await rooms.adapter.find_sent(call.key, call.to, since)

    assert cut.outcome is Outcome.UNKNOWN
    assert isinstance(found, Receipt)
    assert found.channel == root.message
