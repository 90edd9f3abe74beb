"""The Matrix adapter on a real homeserver, talked to by members with clients of their own."""

from __future__ import annotations

import asyncio
import contextlib
import json
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from nio.crypto.attachments import decrypt_attachment

from adapters.matrix import unread
from adapters.matrix.api import Homeserver as Api
from adapters.matrix.api import MatrixError
from bot.commands import Argument, Command, CommandTable, Kind
from bot.platform import (
    AdapterStopped,
    Address,
    Attachment,
    Audience,
    Change,
    Choice,
    Choices,
    Chose,
    Commanded,
    Delete,
    MemberChanged,
    NotSent,
    OpenRoom,
    Outcome,
    Receipt,
    Reply,
    RoomMoved,
    Said,
    Say,
    Undecryptable,
    new_key,
)
from bot.richtext import paragraph
from tests.contract.rooms_matrix import Room, Rooms, matrix_rooms
from tests.e2e.matrix_support import Member
from tests.support.ports import free_port
from tests.support.synapse import Homeserver

pytestmark = pytest.mark.e2e

WORDS = Choices(
    prompt="checkin/2026-11-20",
    options=(
        Choice(id="good", label="good", words=("fine",)),
        Choice(id="low", label="low"),
        Choice(id="not-today", label="not today"),
    ),
)
TABLE = CommandTable(
    [
        Command(name="help", handler=lambda _: []),
        Command(
            name="checkin time",
            handler=lambda _: [],
            arguments=(Argument(name="at", kind=Kind.TIME),),
        ),
    ],
    [],
)


@asynccontextmanager
async def _rooms(synapse: Homeserver, tmp_path: Path, **settings: Any) -> AsyncIterator[Rooms]:
    async with matrix_rooms(synapse, tmp_path, TABLE, **settings) as rooms:
        yield rooms


@pytest.fixture
async def rooms(synapse: Homeserver, tmp_path: Path) -> AsyncIterator[Rooms]:
    async with _rooms(synapse, tmp_path) as running:
        yield running


def _hello(to: Address, text: str = "Hello", **more: Any) -> Say:
    return Say(**{"to": to, "body": paragraph(text), "audience": Audience.DIRECT, **more})


def _said(rooms: Rooms) -> list[str]:
    return [event.text for event in rooms.events if isinstance(event, Said)]


def _chosen(rooms: Rooms) -> list[tuple[str, str]]:
    return [(e.prompt, e.choice) for e in rooms.events if isinstance(e, Chose)]


# --- direct messages


async def test_the_bot_opens_one_encrypted_conversation_with_a_member(rooms: Rooms) -> None:
    """A member who is only known by id gets an encrypted room, and never a second one."""
    member = await rooms.member()
    person = Address("matrix", user=member.id)

    first, second = await asyncio.gather(
        rooms.adapter.perform(_hello(person, "Hello")),
        rooms.adapter.perform(_hello(person, "again")),
    )

    assert first.outcome is second.outcome is Outcome.SENT
    assert first.channel == second.channel
    room_id = first.channel or ""
    await member.wait_until(lambda: len(member.read(room_id, rooms.account.user_id)) == 2)
    shown = member.messages(room_id, rooms.account.user_id)[0]
    assert shown.encrypted
    assert (shown.content["msgtype"], shown.content["m.mentions"]) == ("m.notice", {})
    await rooms.wait_for(lambda events: any(isinstance(e, MemberChanged) for e in events))
    assert [e.change for e in rooms.events if isinstance(e, MemberChanged)] == [Change.JOINED]


async def test_what_a_member_writes_arrives_decrypted(rooms: Rooms) -> None:
    """What a member says in direct messages is for the bot, with or without the prefix."""
    room = await rooms.direct()

    await room.say("How does this work?")
    await room.say("!help")
    await room.say("!checkin time 9:00")
    await room.say("!checkin time")

    await rooms.wait_for(lambda _: len(_said(rooms)) == 2)
    said, bare = [e for e in rooms.events if isinstance(e, Said)]
    assert (said.text, said.direct, said.addressed) == ("How does this work?", True, True)
    assert said.where.channel == room.id
    assert said.actor == Address("matrix", user=room.member_id)
    assert bare.text == "checkin time"  # the core answers with an example
    commands = [(e.name, dict(e.args)) for e in rooms.events if isinstance(e, Commanded)]
    assert commands == [("help", {}), ("checkin time", {"at": "9:00"})]


async def test_notices_and_edits_are_not_answered(rooms: Rooms) -> None:
    """A notice may be another bot: answering it would begin a loop."""
    room = await rooms.direct()
    first = await room.say("first")
    await room.member.say(room.id, "a bot speaks", msgtype="m.notice")
    edit = {"rel_type": "m.replace", "event_id": first}
    new = {"msgtype": "m.text", "body": "edited"}
    await room.member.say(room.id, "* edited", **{"m.new_content": new, "m.relates_to": edit})
    await room.member.say(room.id, "> <@somebody:localhost> quoted\n\nlast", **_reply_to(first))

    await rooms.wait_for(lambda _: "last" in _said(rooms))

    assert _said(rooms) == ["first", "last"]


def _reply_to(event: str) -> dict[str, Any]:
    return {"m.relates_to": {"m.in_reply_to": {"event_id": event}}}


async def test_the_same_key_is_seen_once(rooms: Rooms) -> None:
    """After a crash the sender repeats itself; the member must not notice."""
    room = await rooms.direct()
    hello = _hello(room.address, choices=WORDS, key=new_key())

    first, second = await rooms.adapter.perform(hello), await rooms.adapter.perform(hello)
    await rooms.adapter.perform(_hello(room.address, "end"))

    assert first.outcome is second.outcome is Outcome.SENT
    assert first.message == second.message
    shown = await room.wait_for(lambda texts: "end" in texts)
    assert len(shown) == 2
    asked = room.member.messages(room.id, room.bot)[0]
    assert sorted(asked.reactions.values()) == ["1️⃣", "2️⃣", "3️⃣"]


async def test_what_a_room_shows_was_sent_and_what_it_surely_does_not_was_not(
    rooms: Rooms,
) -> None:
    """Days after a crash, the room's history decides whether a message is still to be sent."""
    room = await rooms.direct()
    tried = datetime.now(UTC)
    sent = await rooms.adapter.perform(hello := _hello(room.address, key=new_key()))
    await room.say("Good morning")

    async def find(key: str, since: datetime) -> Receipt | NotSent | None:
        return await rooms.adapter.find_sent(key, room.address, since)

    # In a room that is newer than the attempt nothing says what was before it.
    assert await find(new_key(), tried) is None
    found = await find(hello.key, tried)
    assert isinstance(found, Receipt)
    assert found.message == sent.message
    days_later = tried + timedelta(days=2)
    assert await find(new_key(), days_later) == NotSent()
    assert await rooms.adapter.find_sent(new_key(), Address("matrix", user="@a:b"), tried) is None

    # What another device of the account said may have been this message.
    api = Api(rooms.homeserver.url)
    login = _login(rooms.account.user_id, rooms.account.password)
    api.token = (await api.call("POST", "login", body=login))["access_token"]
    path = ("rooms", room.id, "send", "m.room.message", secrets.token_hex(8))
    await api.call("PUT", *path, body={"msgtype": "m.notice", "body": "from elsewhere"})
    await api.close()
    assert await find(new_key(), days_later) is None


async def test_a_reaction_and_typed_words_choose(rooms: Rooms) -> None:
    """Every option can be tapped or typed; each tap counts once, and can be taken back."""
    room = await rooms.direct()
    await rooms.adapter.perform(_hello(room.address, "How is it?", choices=WORDS))
    shown = await room.wait_for(lambda texts: texts)
    assert "2. low" in shown[0]

    tap = await room.press("How is it?", "low")
    await rooms.wait_for(lambda _: len(_chosen(rooms)) == 1)
    await room.member.redact(room.id, tap)
    await room.press("How is it?", "low")
    await rooms.wait_for(lambda _: len(_chosen(rooms)) == 2)
    for typed in ("1", "Not today.", "fine", "3️⃣"):
        await room.say(typed)
    await room.say("something else")
    await rooms.wait_for(lambda _: _said(rooms))

    assert [choice for _, choice in _chosen(rooms)] == [
        *("low", "low"),
        *("good", "not-today", "good", "not-today"),
    ]
    assert {prompt for prompt, _ in _chosen(rooms)} == {"checkin/2026-11-20"}
    assert _said(rooms) == ["something else"]


async def test_an_edit_and_a_deletion_are_shown(rooms: Rooms) -> None:
    """A question that was answered shows so, and no longer takes answers."""
    room = await rooms.direct()
    asked = await rooms.adapter.perform(_hello(room.address, "How is it?", choices=WORDS))
    other = await rooms.adapter.perform(_hello(room.address, "wrong"))
    assert asked.message
    assert other.message

    edit = _hello(room.address, "You said: good", edits=asked.message)
    edited = await rooms.adapter.perform(edit)
    deleted = await rooms.adapter.perform(Delete(to=room.address, message=other.message))

    assert (edited.outcome, edited.message) == (Outcome.SENT, asked.message)
    assert deleted.outcome is Outcome.SENT
    assert await room.wait_for(lambda texts: texts == ["You said: good"])
    await room.say("low")
    await rooms.wait_for(lambda _: _said(rooms))
    assert _said(rooms) == ["low"]
    assert _chosen(rooms) == []


async def test_a_long_text_arrives_whole_and_a_file_can_be_opened(rooms: Rooms) -> None:
    """An event holds 64 KiB; files are encrypted like texts."""
    room = await rooms.direct()
    words = " ".join(f"wörd{number}" for number in range(20_000))
    chart = Attachment(
        name="days.png", content_type="image/png", data=b"\x89PNG chart", description="Your days"
    )

    sent = await rooms.adapter.perform(_hello(room.address, words, attachments=(chart,)))

    assert sent.outcome is Outcome.SENT
    bot = rooms.account.user_id
    await room.member.wait_until(
        lambda: any(m.id == sent.message for m in room.member.messages(room.id, bot))
    )
    file, *parts = room.member.messages(room.id, bot)
    assert " ".join(part.text for part in parts).split() == words.split()
    keys = file.content["file"]
    stored = await room.member.client.download(keys["url"])
    opened = decrypt_attachment(stored.body, keys["key"]["k"], keys["hashes"]["sha256"], keys["iv"])
    assert stored.body != chart.data
    assert (opened, file.text) == (chart.data, "Your days")


async def test_leaving_is_respected_until_the_member_comes_back(rooms: Rooms) -> None:
    """Who leaves the direct messages is not written to; an invite from them begins anew."""
    room = await rooms.direct()
    person = Address("matrix", user=room.member_id)
    assert (await rooms.adapter.perform(_hello(person))).channel == room.id

    await room.member.leave(room.id)
    await rooms.wait_for(lambda events: sum(isinstance(e, MemberChanged) for e in events) == 2)
    left = rooms.events[-1]
    assert isinstance(left, MemberChanged)
    assert (left.change, left.direct, left.actor) == (Change.LEFT, True, person)
    await _until(lambda: any(b'"left": true' in v for v in rooms.state.entries.values()))
    assert (await rooms.adapter.perform(_hello(person))).outcome is Outcome.GONE
    assert not await rooms.adapter.can_reach(person)

    again = await room.member.open_direct(room.bot)
    await room.member.is_in(room.bot, again)
    await room.member.say(again, "Back")
    await rooms.wait_for(lambda _: "Back" in _said(rooms))
    receipt = await rooms.adapter.perform(_hello(person))
    assert (receipt.outcome, receipt.channel) == (Outcome.SENT, again)


async def _until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not holds():  # noqa: ASYNC110 - a file or a server changes, which notifies nobody
            await asyncio.sleep(0.02)


async def test_what_is_private_leaves_a_conversation_that_others_joined(rooms: Rooms) -> None:
    """Direct messages to which somebody was added are no longer a place for private words."""
    room = await rooms.direct()
    await room.say("hello")
    await rooms.wait_for(lambda _: _said(rooms))
    other = await rooms.member("other")
    await room.member.client.room_invite(room.id, other.id)
    await room.say("look who is here")
    await rooms.wait_for(lambda _: len(_said(rooms)) == 2)

    receipt = await rooms.adapter.perform(_hello(room.address, "How was your night?"))

    assert receipt.outcome is Outcome.SENT
    assert receipt.channel != room.id
    assert [e.direct for e in rooms.events if isinstance(e, Said)] == [True, False]


# --- rooms


async def test_in_a_room_only_the_prefix_addresses_the_bot(
    synapse: Homeserver, tmp_path: Path
) -> None:
    """In a room others talk to each other; power levels tell who moderates it."""
    async with _rooms(synapse, tmp_path) as rooms:
        owner, member = await rooms.member("owner"), await rooms.member("peer")
        room_id = await owner.open_room(rooms.account.user_id, member.id)
        await owner.is_in(rooms.account.user_id, room_id)
        await member.wait_until(lambda: room_id in member.client.rooms)

        await owner.say(room_id, "welcome, everybody")
        asked = await member.say(room_id, "!help")
        await rooms.wait_for(lambda events: any(isinstance(e, Commanded) for e in events))

        ambient = next(e for e in rooms.events if isinstance(e, Said))
        command = next(e for e in rooms.events if isinstance(e, Commanded))
        assert (ambient.addressed, ambient.direct) == (False, False)
        assert ambient.roles == {"owner", "moderator"}
        assert command.roles == frozenset()
        assert command.where == Address("matrix", space=room_id, channel=room_id)

        private = await rooms.adapter.perform(Reply(to=command, body=paragraph("for you")))
        public = await rooms.adapter.perform(
            Reply(to=command, body=paragraph("for all"), audience=Audience.PUBLIC)
        )
        bot = rooms.account.user_id
        assert public.channel == room_id
        assert private.channel != room_id
        await member.wait_until(lambda: member.read(private.channel or "", bot) == ["for you"])
        await owner.wait_until(lambda: owner.read(room_id, bot) == ["for all"])
        answer = owner.messages(room_id, bot)[0].content
        assert answer["m.relates_to"] == {"m.in_reply_to": {"event_id": asked}}


async def test_an_answer_stays_in_its_thread(rooms: Rooms) -> None:
    """Who asks in a thread is answered there."""
    owner = await rooms.member("owner")
    room_id = await owner.open_room(rooms.account.user_id)
    await owner.is_in(rooms.account.user_id, room_id)
    root = await owner.say(room_id, "a topic")
    thread = {"rel_type": "m.thread", "event_id": root, "is_falling_back": True}
    asked = await owner.say(
        room_id,
        "!help",
        **{"m.relates_to": {**thread, "m.in_reply_to": {"event_id": root}}},
    )
    await rooms.wait_for(lambda events: any(isinstance(e, Commanded) for e in events))
    command = next(e for e in rooms.events if isinstance(e, Commanded))

    await rooms.adapter.perform(Reply(to=command, body=paragraph("here"), audience=Audience.PUBLIC))

    bot = rooms.account.user_id
    await owner.wait_until(lambda: owner.read(room_id, bot) == ["here"])
    relation = owner.messages(room_id, bot)[0].content["m.relates_to"]
    assert relation == {**thread, "m.in_reply_to": {"event_id": asked}}


async def test_a_private_room_is_opened_once_for_some_members(rooms: Rooms) -> None:
    """Two members get an encrypted room of their own with the bot."""
    one, two = await rooms.member("one"), await rooms.member("two")
    members = tuple(Address("matrix", user=member.id) for member in (one, two))
    opening = OpenRoom(to=Address("matrix"), name="Buddies", members=members)

    first = await rooms.adapter.perform(opening)
    second = await rooms.adapter.perform(opening)

    assert first.outcome is Outcome.SENT
    assert first.channel == second.channel
    assert first.channel is not None
    await one.is_in(two.id, first.channel)
    await two.is_in(one.id, first.channel)
    place = Address("matrix", channel=first.channel)
    await rooms.adapter.perform(_hello(place, "Hello both", audience=Audience.PUBLIC))
    for member in (one, two):
        await member.wait_until(
            lambda member=member: (  # type: ignore[misc]
                member.read(first.channel, rooms.account.user_id) == ["Hello both"]
            )
        )
        assert member.messages(first.channel, rooms.account.user_id)[0].encrypted


async def test_a_replaced_community_room_is_followed(synapse: Homeserver, tmp_path: Path) -> None:
    """A room upgrade leaves a tombstone; the bot goes along and says where to."""
    async with _rooms(synapse, tmp_path, invites="nobody") as starting:
        owner = await starting.member("owner")
        old = await owner.open_room(starting.account.user_id)
        await starting.stop()
        starting.settings = {"invites": "nobody", "listed": [old]}
        await starting.start()
        await owner.client.room_leave("!nothing")  # wakes nobody; the invite is still open
        await owner.client.room_kick(old, starting.account.user_id)
        await owner.client.room_invite(old, starting.account.user_id)
        await owner.is_in(starting.account.user_id, old)

        upgraded = await owner.client.room_create(
            name="A group",
            visibility=_public(),
            preset=_public_preset(),
            predecessor={"room_id": old, "event_id": "$tombstone"},
        )
        body = {"body": "moved", "replacement_room": upgraded.room_id}
        await owner.client.room_put_state(old, "m.room.tombstone", body)

        await starting.wait_for(lambda events: any(isinstance(e, RoomMoved) for e in events))
        moved = next(e for e in starting.events if isinstance(e, RoomMoved))
        assert (moved.where.channel, moved.to.channel) == (old, upgraded.room_id)
        await owner.is_in(starting.account.user_id, upgraded.room_id)


def _public() -> Any:
    from nio import RoomVisibility

    return RoomVisibility.public


def _public_preset() -> Any:
    from nio import RoomPreset

    return RoomPreset.public_chat


# --- invites


async def test_members_of_a_listed_room_may_invite(synapse: Homeserver, tmp_path: Path) -> None:
    """The operator lists a community's room; who is in it is known."""
    account = synapse.register("founder")
    async with Member(synapse, account, tmp_path / "founder") as founder:
        room_id = await founder.open_room()
        async with _rooms(synapse, tmp_path, invites="known", listed=[room_id]) as rooms:
            await founder.client.room_invite(room_id, rooms.account.user_id)
            await founder.is_in(rooms.account.user_id, room_id)

            direct = await founder.open_direct(rooms.account.user_id)
            await founder.is_in(rooms.account.user_id, direct)
            await founder.say(direct, "hello")
            await rooms.wait_for(lambda _: _said(rooms))

            said = next(e for e in rooms.events if isinstance(e, Said))
            assert (said.direct, said.spaces, said.roles) == (True, (room_id,), frozenset())


async def test_an_invite_from_before_the_first_start_is_accepted(
    synapse: Homeserver, tmp_path: Path
) -> None:
    """Somebody invites the account before the bot runs for the first time."""
    rooms = Rooms(synapse, tmp_path, synapse.register("handrail"), commands=TABLE)
    try:
        member = await rooms.member()
        room_id = await member.open_direct(rooms.account.user_id)
        await rooms.start()
        await member.is_in(rooms.account.user_id, room_id)
        await member.say(room_id, "here?")
        await rooms.wait_for(lambda _: "here?" in _said(rooms))
    finally:
        await rooms.stop()
        await member.__aexit__()


# --- restarts and outages


async def test_after_a_restart_nothing_is_repeated_and_nothing_lost(rooms: Rooms) -> None:
    """What was said while the bot was away arrives once; what was handled does not come again."""
    room = await rooms.direct()
    await room.say("before")
    await rooms.wait_for(lambda _: _said(rooms) == ["before"])
    await rooms.stop()
    await room.say("meanwhile")

    await rooms.start()
    await rooms.wait_for(lambda _: "meanwhile" in _said(rooms))
    await room.say("after")
    await rooms.wait_for(lambda _: "after" in _said(rooms))

    assert _said(rooms) == ["before", "meanwhile", "after"]


async def test_a_question_outlives_a_restart_and_sends_stay_encrypted(rooms: Rooms) -> None:
    """After a restart no room is known by heart; it must not be taken for an unencrypted one."""
    room = await rooms.direct()
    person = Address("matrix", user=room.member_id)
    await rooms.adapter.perform(_hello(person, "How is it?", choices=WORDS))
    await room.wait_for(lambda texts: texts)
    await rooms.stop()
    await rooms.start()

    receipt = await rooms.adapter.perform(_hello(person, "I am back"))
    await room.wait_for(lambda texts: "I am back" in texts)
    await room.press("How is it?", "good")
    await rooms.wait_for(lambda _: _chosen(rooms))

    assert receipt.channel == room.id
    assert all(shown.encrypted for shown in room.member.messages(room.id, room.bot))
    assert _chosen(rooms) == [("checkin/2026-11-20", "good")]


async def test_what_was_not_applied_comes_again_with_the_same_id(
    rooms: Rooms, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A crash between the event and the token: the event comes again, and is known by its id."""
    room = await rooms.direct()
    await room.say("one")
    await rooms.wait_for(lambda _: _said(rooms) == ["one"])
    await _until(lambda: "sync" in rooms.state.entries)
    frozen = dict(rooms.state.entries)

    await room.say("two")
    await rooms.wait_for(lambda _: "two" in _said(rooms))
    await rooms.stop()
    rooms.state.entries = frozen  # as if the token of "two" had never been written
    await rooms.start()

    await rooms.wait_for(lambda _: _said(rooms).count("two") == 2)
    ids = [e.id for e in rooms.events if isinstance(e, Said) and e.text == "two"]
    assert len(set(ids)) == 1
    assert _said(rooms).count("one") <= 2


async def test_an_event_the_core_cannot_take_stops_the_adapter_before_its_token(
    rooms: Rooms, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk must not lose what members say."""
    from adapters.matrix import receiving

    monkeypatch.setattr(receiving, "_SINK_WAITS", (0.01,))
    room = await rooms.direct()
    await rooms.wait_for(lambda events: events)
    await rooms.stop()

    async def refusing(_: object) -> None:
        raise OSError("disk full")

    await room.say("keep this")
    broken = rooms.new_adapter()
    with pytest.raises(AdapterStopped) as stopped:
        await broken.run(refusing, TABLE)
    await broken.close()
    assert not stopped.value.permanent

    await rooms.start()
    await rooms.wait_for(lambda _: "keep this" in _said(rooms))


async def test_a_gap_is_filled_from_history(rooms: Rooms) -> None:
    """A sync after a long absence leaves the middle out; members still get their answers."""
    room = await rooms.direct()
    await rooms.wait_for(lambda events: events)
    await rooms.stop()
    said = [f"line {number}" for number in range(70)]
    for text in said:
        await room.say(text)

    await rooms.start()
    await rooms.wait_for(lambda _: len(_said(rooms)) >= len(said))

    assert _said(rooms) == said


async def test_a_lost_log_in_is_renewed_as_the_same_device(rooms: Rooms) -> None:
    """Somebody logged the bot out: it comes back by itself, with its keys, signed again."""
    old = await rooms.direct()
    await rooms.wait_for(lambda events: events)
    saved = json.loads(rooms.state.entries["account"])
    api = Api(rooms.homeserver.url)
    api.token = saved["token"]
    await api.call("POST", "logout", body={})
    await api.close()
    await _until(lambda: json.loads(rooms.state.entries["account"])["token"] != saved["token"])
    await _until(lambda: rooms.adapter.connected)

    room = await rooms.direct("newcomer")
    await room.say("after")
    await rooms.wait_for(lambda _: "after" in _said(rooms))

    assert json.loads(rooms.state.entries["account"])["device"] == saved["device"]
    keys = await _keys_of(rooms.account.user_id, room.member, rooms)
    assert len(keys["device_keys"][room.bot][saved["device"]]["signatures"][room.bot]) == 2
    receipt = await rooms.adapter.perform(_hello(old.address, "still here"))
    assert receipt.outcome is Outcome.SENT


async def test_a_homeserver_that_restarts_is_waited_for(synapse: Homeserver, rooms: Rooms) -> None:
    """While the homeserver is away nothing is lost, and nobody has to start the bot again."""
    room = await rooms.direct()
    await rooms.wait_for(lambda events: events)
    hello = _hello(room.address, "after all")
    synapse.kill()
    try:
        await _until(lambda: not rooms.adapter.connected)
        receipt = await rooms.adapter.perform(hello)
        assert receipt.outcome in (Outcome.RETRY, Outcome.UNKNOWN)
    finally:
        synapse.start()

    await _until(lambda: rooms.adapter.connected)
    assert (await rooms.adapter.perform(hello)).outcome is Outcome.SENT
    await room.wait_for(lambda texts: texts == ["after all"])


# --- what does not let the bot in


async def test_a_wrong_password_says_what_to_mend(synapse: Homeserver, tmp_path: Path) -> None:
    """An operator reads one line and knows what to do."""
    rooms = Rooms(synapse, tmp_path, synapse.register("handrail"), settings={"password": "wrong"})
    with pytest.raises(AdapterStopped, match="password") as stopped:
        await rooms.adapter.run(rooms.sink, TABLE)
    await rooms.adapter.close()
    assert stopped.value.permanent


async def test_a_wrong_token_says_what_to_mend(synapse: Homeserver, tmp_path: Path) -> None:
    settings = {"password": None, "token": "syt_wrong"}
    rooms = Rooms(synapse, tmp_path, synapse.register("handrail"), settings=settings)
    with pytest.raises(AdapterStopped, match="token") as stopped:
        await rooms.adapter.run(rooms.sink, TABLE)
    await rooms.adapter.close()
    assert stopped.value.permanent


async def test_a_silent_address_is_tried_again(synapse: Homeserver, tmp_path: Path) -> None:
    """A network that is not up yet at boot is no reason to give up for good."""
    settings = {"homeserver": f"http://127.0.0.1:{free_port()}"}
    rooms = Rooms(synapse, tmp_path, synapse.register("handrail"), settings=settings)
    with pytest.raises(AdapterStopped, match="does not answer") as stopped:
        await rooms.adapter.run(rooms.sink, TABLE)
    await rooms.adapter.close()
    assert not stopped.value.permanent


async def test_an_address_that_is_no_homeserver_is_named(
    synapse: Homeserver, tmp_path: Path
) -> None:
    settings = {"homeserver": f"{synapse.url}/somewhere"}
    rooms = Rooms(synapse, tmp_path, synapse.register("handrail"), settings=settings)
    with pytest.raises(AdapterStopped, match="no Matrix homeserver") as stopped:
        await rooms.adapter.run(rooms.sink, TABLE)
    await rooms.adapter.close()
    assert stopped.value.permanent


async def test_one_process_at_a_time_has_the_keys(rooms: Rooms) -> None:
    """Two processes on one key store would make each other unreadable."""
    second = rooms.new_adapter()
    with pytest.raises(AdapterStopped, match="another process") as stopped:
        await second.run(rooms.sink, TABLE)
    await second.close()
    assert stopped.value.permanent


async def test_the_key_store_is_private_and_encrypted(rooms: Rooms) -> None:
    """Its files are for their owner, and open only with the key they were made with."""
    await rooms.stop()
    keys = rooms.directory / "keys"
    assert keys.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in keys.iterdir()} == {0o600}

    rooms.settings = {"store_key": "another key"}
    other = rooms.new_adapter()
    with pytest.raises(AdapterStopped, match="HANDRAIL_KEY") as stopped:
        await other.run(rooms.sink, TABLE)
    await other.close()
    assert stopped.value.permanent


# --- encryption that works for everybody


async def test_the_device_is_signed_by_its_account(rooms: Rooms) -> None:
    """Clients that exclude insecure devices talk to the bot; a second start changes nothing."""
    member = await rooms.member()
    before = await _keys_of(rooms.account.user_id, member, rooms)
    await rooms.stop()
    await rooms.start()
    after = await _keys_of(rooms.account.user_id, member, rooms)

    device = next(iter(before["device_keys"][rooms.account.user_id].values()))
    signers = device["signatures"][rooms.account.user_id]
    self_signing = before["self_signing_keys"][rooms.account.user_id]["keys"]
    assert set(self_signing) < set(signers)
    assert before == after


async def _keys_of(user: str, member: Member, rooms: Rooms) -> Any:
    api = Api(rooms.homeserver.url)
    api.token = member.client.access_token
    try:
        return await api.call("POST", "keys", "query", body={"device_keys": {user: []}})
    finally:
        await api.close()


async def test_a_drained_bot_still_reads_a_new_members_first_message(rooms: Rooms) -> None:
    """Somebody took all its one-time keys while it was away: the fallback key serves, and new
    one-time keys are uploaded at the next start."""
    member = await rooms.member()
    bot, device = rooms.account.user_id, json.loads(rooms.state.entries["account"])["device"]
    api = Api(rooms.homeserver.url)
    api.token = member.client.access_token
    await rooms.stop()
    claim = {"one_time_keys": {bot: {device: "signed_curve25519"}}}
    seen = set()
    for _ in range(120):
        answer = await api.call("POST", "keys", "claim", body=claim)
        key = next(iter(answer["one_time_keys"][bot][device].values()))
        seen.add(key["key"])
        if key.get("fallback"):
            break
    else:
        pytest.fail(f"no fallback key after {len(seen)} one-time keys")

    await rooms.start()
    room = await rooms.direct("newcomer")
    await room.say("my first words")
    await rooms.wait_for(lambda _: "my first words" in _said(rooms))

    async def has_keys() -> bool:
        answer = await api.call("POST", "keys", "claim", body=claim)
        key = next(iter(answer["one_time_keys"][bot][device].values()))
        return not key.get("fallback")

    assert await has_keys()
    await api.close()


async def test_what_cannot_be_read_is_reported_once(
    rooms: Rooms, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the key the bot says so once, not for each of the messages under it."""
    monkeypatch.setattr(unread, "_GRACE_SECONDS", 0.2)
    room = await rooms.direct()
    for _ in range(3):
        await _send_raw(room, "m.room.encrypted", _ciphertext("unknown session"))
    await rooms.wait_for(lambda events: any(isinstance(e, Undecryptable) for e in events))
    await room.say("this one has a key")
    await rooms.wait_for(lambda _: _said(rooms))

    reports = [e for e in rooms.events if isinstance(e, Undecryptable)]
    assert len(reports) == 1
    assert (reports[0].direct, reports[0].actor.user) == (True, room.member_id)


def _ciphertext(session: str, **more: Any) -> dict[str, Any]:
    return {
        "algorithm": "m.megolm.v1.aes-sha2",
        "ciphertext": "AwgAEnACgAkLmt6qF84IK++J7UDH2Za1YVchHyprqTqsg",
        "device_id": "PHONE",
        "sender_key": "Szl29ksW/L8yZGWAX+8dY1XyFi+i5wm+DRhTGkbMiwU",
        "session_id": session,
        **more,
    }


async def _send_raw(room: Room, kind: str, content: dict[str, Any]) -> None:
    """As a hostile client would: whatever the homeserver takes."""
    api = Api(room.member.client.homeserver)
    api.token = room.member.client.access_token
    with contextlib.suppress(MatrixError):  # some of it the homeserver itself refuses
        await api.call("PUT", "rooms", room.id, "send", kind, secrets.token_hex(8), body=content)
    await api.close()


HOSTILE_CONTENTS: list[tuple[str, dict[str, Any]]] = [
    ("m.room.message", {}),
    ("m.room.message", {"msgtype": 5, "body": ["x"]}),
    ("m.room.message", {"msgtype": "m.text"}),
    ("m.room.message", {"msgtype": "m.text", "body": "!", "m.relates_to": "nonsense"}),
    ("m.room.message", {"msgtype": "m.text", "body": "", "m.mentions": {"room": True}}),
    ("m.reaction", {"m.relates_to": {"rel_type": "m.annotation", "event_id": 5, "key": []}}),
    ("m.reaction", {}),
    ("m.room.encrypted", {}),
    ("m.room.encrypted", {"algorithm": "m.megolm.v1.aes-sha2"}),
    ("m.room.encrypted", {"algorithm": "m.olm.v1.curve25519-aes-sha2", "ciphertext": []}),
    ("m.room.encrypted", {"ciphertext": {}, "session_id": [], "sender_key": {}}),
    ("org.example.odd", {"a": {"b": [1, None]}}),
]


async def test_nothing_that_a_member_sends_ends_the_bot(rooms: Rooms) -> None:
    """Whoever shares a conversation with the bot can send it anything; it goes on answering."""
    room = await rooms.direct()
    bot, device = rooms.account.user_id, json.loads(rooms.state.entries["account"])["device"]
    api = Api(rooms.homeserver.url)
    api.token = room.member.client.access_token
    curve = (await _keys_of(bot, room.member, rooms))["device_keys"][bot][device]["keys"][
        f"curve25519:{device}"
    ]
    for kind, content in HOSTILE_CONTENTS:
        await _send_raw(room, kind, content)
    for content in _hostile_to_device(curve):
        await api.call(
            "PUT",
            *("sendToDevice", "m.room.encrypted", secrets.token_hex(8)),
            body={"messages": {bot: {device: content}}},
        )
    await api.call(
        "PUT",
        *("sendToDevice", "m.room_key", secrets.token_hex(8)),
        body={"messages": {bot: {device: {"algorithm": 3, "room_id": room.id}}}},
    )
    await api.close()

    await room.say("still there?")
    await rooms.wait_for(lambda _: "still there?" in _said(rooms))
    other = await rooms.direct("other")
    receipt = await rooms.adapter.perform(_hello(other.address, "Yes"))
    assert receipt.outcome is Outcome.SENT
    await other.wait_for(lambda texts: texts == ["Yes"])
    assert rooms.adapter.connected


def _hostile_to_device(curve: str) -> list[dict[str, Any]]:
    olm = {"algorithm": "m.olm.v1.curve25519-aes-sha2", "sender_key": curve}
    return [
        {},
        {**olm, "ciphertext": {}},
        {**olm, "ciphertext": {curve: {"type": 0, "body": "AAAA"}}},
        {**olm, "ciphertext": {curve: {"type": 0, "body": "not base64!"}}},
        {**olm, "ciphertext": {curve: {"type": 1, "body": "\u0000"}}},
        {**olm, "ciphertext": {curve: {"type": 7, "body": ""}}},
        {**olm, "sender_key": "short", "ciphertext": {curve: {"type": 0, "body": "AwogAAAA"}}},
        {"algorithm": "m.megolm.v1.aes-sha2", "sender_key": curve, "ciphertext": "x"},
    ]


async def test_a_broken_device_does_not_silence_a_room(rooms: Rooms) -> None:
    """One device of a member has keys that are none; their other device is still answered."""
    room = await rooms.direct()
    await _log_in_broken_device(rooms, room.member)

    for text in ("first", "second"):
        async with asyncio.timeout(20):
            receipt = await rooms.adapter.perform(_hello(room.address, text))
        assert receipt.outcome is Outcome.SENT
    await room.wait_for(lambda texts: texts == ["first", "second"])


def _login(user: str, password: str) -> dict[str, Any]:
    identifier = {"type": "m.id.user", "user": user}
    return {"type": "m.login.password", "identifier": identifier, "password": password}


async def _log_in_broken_device(rooms: Rooms, member: Member) -> None:
    """A second device of the member that uploads nonsense as its curve25519 key."""
    import vodozemac
    from nio import Api as NioApi

    account = vodozemac.Account()
    api = Api(rooms.homeserver.url)
    api.token = member.client.access_token
    answer = await api.call("POST", "login", body=_login(member.id, member.password))
    api.token, device = answer["access_token"], answer["device_id"]
    keys: dict[str, Any] = {
        "algorithms": ["m.olm.v1.curve25519-aes-sha2", "m.megolm.v1.aes-sha2"],
        "device_id": device,
        "user_id": member.id,
        "keys": {
            f"curve25519:{device}": "AAAA",
            f"ed25519:{device}": account.ed25519_key.to_base64(),
        },
    }
    one_time: dict[str, Any] = {"key": "BBBB"}
    for signed in (keys, one_time):
        signature = account.sign(NioApi.to_canonical_json(signed).encode()).to_base64()
        signed["signatures"] = {member.id: {f"ed25519:{device}": signature}}
    body = {"device_keys": keys, "one_time_keys": {"signed_curve25519:AAAAAQ": one_time}}
    await api.call("POST", "keys", "upload", body=body)
    await api.close()


async def test_a_message_under_a_false_flag_changes_no_powers(rooms: Rooms) -> None:
    """State is never encrypted: an encrypted "power level" is nobody's power."""
    owner, member = await rooms.member("owner"), await rooms.member("peer")
    room_id = await owner.open_room(rooms.account.user_id, member.id, initial_state=[_encryption()])
    await owner.is_in(rooms.account.user_id, room_id)
    await member.is_in(rooms.account.user_id, room_id)

    await member.send(room_id, "m.room.power_levels", {"users": {member.id: 100}})
    await member.say(room_id, "!help")
    await rooms.wait_for(lambda events: any(isinstance(e, Commanded) for e in events))

    assert rooms.events[-1].roles == frozenset()


def _encryption() -> dict[str, Any]:
    content = {"algorithm": "m.megolm.v1.aes-sha2"}
    return {"type": "m.room.encryption", "state_key": "", "content": content}
