"""Invites, direct messages, moving rooms, spaces and power on a real homeserver."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar, cast

import pytest

from adapters.matrix import direct
from adapters.matrix.api import Homeserver as Api
from bot.commands import Command, CommandTable
from bot.moderation.staff import StaffRoom
from bot.platform import (
    Address,
    Audience,
    Change,
    CloseRoom,
    Commanded,
    Delete,
    InviteDeclined,
    MemberChanged,
    OpenRoom,
    Outcome,
    RoomMoved,
    Said,
    Say,
)
from bot.richtext import paragraph
from tests.contract.rooms_matrix import Rooms, matrix_rooms
from tests.e2e.matrix_support import Member
from tests.support.faulty_proxy import Fault, FaultyProxy
from tests.support.synapse import Homeserver
from tests.support.world import running

pytestmark = pytest.mark.e2e

T = TypeVar("T")

TABLE = CommandTable([Command(name="help", handler=lambda _: [])], [])


@asynccontextmanager
async def _rooms(synapse: Homeserver, tmp_path: Path, **settings: Any) -> AsyncIterator[Rooms]:
    async with matrix_rooms(synapse, tmp_path, TABLE, **settings) as rooms:
        yield rooms


@pytest.fixture
async def rooms(synapse: Homeserver, tmp_path: Path) -> AsyncIterator[Rooms]:
    async with _rooms(synapse, tmp_path) as running:
        yield running


@asynccontextmanager
async def _api(homeserver: Homeserver, token: str) -> AsyncIterator[Api]:
    api = Api(homeserver.url)
    api.token = token
    yield api
    await api.close()


@asynccontextmanager
async def _as_bot(rooms: Rooms) -> AsyncIterator[Api]:
    """The bot's own account, by the token of its device."""
    async with _api(rooms.homeserver, json.loads(rooms.state.entries["account"])["token"]) as api:
        yield api


def _hello(user: str, text: str = "Hello", **more: Any) -> Say:
    to = Address("matrix", user=user)
    return Say(**{"to": to, "body": paragraph(text), "audience": Audience.DIRECT, **more})


def _of(rooms: Rooms, kind: type[T]) -> list[T]:
    return [event for event in rooms.events if isinstance(event, kind)]


def _encryption() -> dict[str, Any]:
    content = {"algorithm": "m.megolm.v1.aes-sha2"}
    return {"type": "m.room.encryption", "state_key": "", "content": content}


async def _membership(api: Api, room_id: str, user: str) -> str:
    """What the homeserver holds, as somebody in the room sees it."""
    content = await api.call("GET", "rooms", room_id, "state", "m.room.member", user)
    return str(content["membership"])


async def _until_left(member: Member, rooms: Rooms, room_id: str) -> dict[str, Any]:
    """Wait until the member's client shows the bot leaving; that event."""
    bot = rooms.account.user_id

    def leaving() -> list[dict[str, Any]]:
        return [
            event
            for event in member.raw
            if event.get("state_key") == bot
            and event["content"].get("membership") == "leave"
            and event.get("type") == "m.room.member"
        ]

    await member.wait_until(leaving)
    async with _api(rooms.homeserver, member.client.access_token) as api:
        assert await _membership(api, room_id, bot) == "leave"
    return leaving()[-1]


# --- invites


@pytest.mark.parametrize("policy", ["nobody", "known"])
async def test_a_strangers_invite_is_declined_and_told_of_once(
    synapse: Homeserver, tmp_path: Path, policy: str
) -> None:
    """Who shares no community with the bot cannot pull it into a room, and staff hears of it."""
    async with _rooms(synapse, tmp_path, invites=policy) as rooms:
        stranger = await rooms.member("stranger")
        frozen = dict(rooms.state.entries)

        room_id = await stranger.open_direct(rooms.account.user_id)
        await _until_left(stranger, rooms, room_id)
        await rooms.stop()
        rooms.state.entries = frozen  # as if the bot had been killed before it kept its token
        await rooms.start()
        await stranger.client.room_invite(room_id, rooms.account.user_id)
        await rooms.wait_for(lambda _: len(_of(rooms, InviteDeclined)) >= 2)

        declined = rooms.events[0]
        assert isinstance(declined, InviteDeclined)
        assert declined.where == Address("matrix", channel=room_id)
        assert (declined.actor.user, declined.direct) == (stranger.id, False)
        # The core knows a repeated event by its id.
        assert {event.id for event in rooms.events} == {declined.id}
        assert _of(rooms, InviteDeclined) == rooms.events


async def test_the_team_reads_in_its_room_that_an_invite_was_declined(
    synapse: Homeserver, tmp_path: Path
) -> None:
    """With the whole core, in the encrypted staff room: one line that names nobody."""
    async with Member(synapse, synapse.register("owner"), tmp_path / "owner") as owner:
        bot = Rooms(synapse, tmp_path, synapse.register("handrail"))
        me = bot.account.user_id
        staff = await owner.open_room(me, initial_state=[_encryption()])
        bot.settings = {"invites": "known", "listed": [staff]}
        adapter = cast(Any, bot.new_adapter())
        room = StaffRoom(Address("matrix", channel=staff), "en")
        url = f"sqlite:///{tmp_path / 'handrail.db'}"
        async with (
            running(url, now=datetime.now(UTC), platform=adapter, ready=False, staff_rooms=[room]),
            Member(synapse, synapse.register("stranger"), tmp_path / "stranger") as stranger,
        ):
            await owner.is_in(me, staff)
            await stranger.open_direct(me)
            await owner.wait_until(lambda: owner.messages(staff, me))

            (told,) = owner.messages(staff, me)
            assert told.encrypted
            assert "invited" in told.text
            assert stranger.id not in told.text


async def test_who_spoke_with_the_bot_before_is_known(synapse: Homeserver, tmp_path: Path) -> None:
    """A member whom the bot has written to may begin a new conversation with it."""
    async with _rooms(synapse, tmp_path, invites="known") as rooms:
        member = await rooms.member()
        assert (await rooms.adapter.perform(_hello(member.id))).outcome is Outcome.SENT

        room_id = await member.open_direct(rooms.account.user_id)
        await member.is_in(rooms.account.user_id, room_id)
        await member.say(room_id, "Hi again")

        await rooms.wait_for(lambda _: _of(rooms, Said))
        assert _of(rooms, Said)[0].direct
        assert not _of(rooms, InviteDeclined)


async def test_a_join_that_did_not_work_is_tried_again_after_a_restart(
    synapse: Homeserver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An invite comes once only; a homeserver in trouble must not make it lost."""
    from adapters.matrix import invites

    monkeypatch.setattr(invites, "_WAITS", (0.01,))
    async with (
        FaultyProxy(synapse.url) as proxy,
        _rooms(synapse, tmp_path, homeserver=proxy.url) as rooms,
    ):
        proxy.judge = lambda _, path: "/join/" in path and Fault(502)
        member = await rooms.member()
        room_id = await member.open_direct(rooms.account.user_id)
        await _until(lambda: any(k.startswith("join/") for k in rooms.state.entries))
        await rooms.stop()

        proxy.judge = lambda method, path: None
        await rooms.start()
        await member.is_in(rooms.account.user_id, room_id)
        await member.say(room_id, "There you are")

        await rooms.wait_for(lambda _: _of(rooms, Said))
        await _until(lambda: not any(k.startswith("join/") for k in rooms.state.entries))
        receipt = await rooms.adapter.perform(_hello(member.id))
        assert receipt.channel == room_id


async def _until(holds: Any) -> None:
    async with asyncio.timeout(20):
        while not holds():  # noqa: ASYNC110 - a file or a server changes, which notifies nobody
            await asyncio.sleep(0.02)


# --- one conversation for each member


async def test_a_room_whose_opening_was_cut_off_is_used_and_not_opened_again(rooms: Rooms) -> None:
    """Killed between the homeserver's answer and its own note, the bot finds the room it made."""
    person = rooms.homeserver.register("away").user_id  # and so has not joined yet
    frozen = dict(rooms.state.entries)
    opened = await rooms.adapter.perform(_hello(person, "first"))
    await rooms.stop()
    # They had a room before, which the bot left.
    record = {"room": "!before:localhost", "left": False, "active": "", "opening": True}
    rooms.state.entries = {**frozen, f"dm/{person}": json.dumps(record).encode()}

    await rooms.start()
    again = await rooms.adapter.perform(_hello(person, "second"))

    assert (again.outcome, again.channel) == (Outcome.SENT, opened.channel)


async def test_a_room_in_doubt_is_waited_for_before_another_is_opened(
    synapse: Homeserver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer to "create a room" was lost: the room comes by the sync, and there is one."""
    monkeypatch.setattr(direct, "_DOUBT_SECONDS", 4.0)
    async with (
        FaultyProxy(synapse.url) as proxy,
        _rooms(synapse, tmp_path, homeserver=proxy.url) as rooms,
    ):
        member = await rooms.member()
        proxy.judge = lambda _, path: path.endswith("/createRoom") and Fault(late=1.0)

        first = await rooms.adapter.perform(_hello(member.id))
        proxy.judge = lambda method, path: None
        receipts = [first]
        async with asyncio.timeout(40):
            while receipts[-1].outcome is not Outcome.SENT:
                await asyncio.sleep(0.05)
                receipts.append(await rooms.adapter.perform(_hello(member.id, key=first_key)))

        await proxy.settled()
        assert first.outcome is Outcome.UNKNOWN
        async with _as_bot(rooms) as api:
            assert len((await api.call("GET", "joined_rooms"))["joined_rooms"]) == 1


first_key = "the-same-key-each-time"


async def test_m_direct_lists_every_conversation(rooms: Rooms) -> None:
    """Other clients of the account see which rooms are direct messages, older ones included."""
    async with _as_bot(rooms) as api:
        path = ("user", rooms.account.user_id, "account_data", "m.direct")
        await api.call("PUT", *path, body={"@before:localhost": ["!old:localhost"]})
        members = [await rooms.member() for _ in range(4)]
        receipts = await asyncio.gather(*(rooms.adapter.perform(_hello(m.id)) for m in members))

        listed = await api.call("GET", *path)

    rooms_of = {m.id: [r.channel] for m, r in zip(members, receipts, strict=True)}
    assert listed == {"@before:localhost": ["!old:localhost"], **rooms_of}


async def test_an_idle_conversation_is_left_and_opened_again_when_needed(
    synapse: Homeserver, tmp_path: Path
) -> None:
    """Leaving a quiet room is no goodbye: it is no opt-out, and the next word comes with an
    invite."""
    async with _rooms(synapse, tmp_path, idle_days=30) as rooms:
        room, busy = await rooms.direct(), await rooms.direct("busy")
        await room.say("hello")
        await busy.say("hello")
        await rooms.wait_for(lambda _: len(_of(rooms, Said)) == 2)
        before = list(rooms.events)
        await rooms.stop()
        later = datetime.now(UTC) + timedelta(days=32)
        key = f"dm/{busy.member_id}"
        record = json.loads(rooms.state.entries[key]) | {"active": later.date().isoformat()}
        rooms.state.entries[key] = json.dumps(record).encode()

        rooms.settings = {"idle_days": 30, "now": lambda: later}
        await rooms.start()
        left = await _until_left(room.member, rooms, room.id)

        assert "quiet" in left["content"]["reason"]
        await _until(lambda: b'"active": ""' in rooms.state.entries[f"dm/{room.member_id}"])
        assert await rooms.adapter.can_reach(Address("matrix", user=room.member_id))
        receipt = await rooms.adapter.perform(_hello(room.member_id, "Good morning"))
        assert receipt.outcome is Outcome.SENT
        assert receipt.channel not in (None, room.id)
        bot = rooms.account.user_id
        await room.member.wait_until(
            lambda: room.member.read(receipt.channel or "", bot) == ["Good morning"]
        )
        again = await rooms.adapter.perform(_hello(busy.member_id))
        assert again.channel == busy.id
        gone = [e for e in rooms.events if isinstance(e, MemberChanged) and e not in before]
        assert [e.change for e in gone] == [Change.JOINED]  # into the new room


async def test_a_member_can_bring_the_bot_back_into_a_room_it_left_for_quiet(
    synapse: Homeserver, tmp_path: Path
) -> None:
    """Even where nobody may invite the bot: the room was theirs before."""
    async with _rooms(synapse, tmp_path) as rooms:
        room = await rooms.direct()
        await room.say("hello")
        await rooms.wait_for(lambda _: _of(rooms, Said))
        await rooms.stop()
        later = datetime.now(UTC) + timedelta(days=3)
        rooms.settings = {"idle_days": 2, "now": lambda: later, "invites": "nobody"}
        await rooms.start()
        await _until_left(room.member, rooms, room.id)

        await room.member.client.room_invite(room.id, room.bot)
        await room.member.is_in(room.bot, room.id)
        await room.say("are you there?")

        await rooms.wait_for(lambda _: len(_of(rooms, Said)) == 2)
        assert (await rooms.adapter.perform(_hello(room.member_id))).channel == room.id


# --- rooms that move


async def _upgrade(member: Member, rooms: Rooms, room_id: str) -> str:
    """Upgrade a room as clients do: the homeserver copies it and leaves a tombstone."""
    async with _api(rooms.homeserver, member.client.access_token) as api:
        answer = await api.call("POST", "rooms", room_id, "upgrade", body={"new_version": "11"})
    return str(answer["replacement_room"])


@pytest.mark.parametrize("leaves", ["before", "after"])
async def test_upgraded_direct_messages_are_followed(
    synapse: Homeserver, tmp_path: Path, leaves: str
) -> None:
    """The invite to the new room is welcome since the old one says so; leaving the old one is
    not leaving."""
    async with _rooms(synapse, tmp_path) as rooms:
        room = await rooms.direct()
        await room.say("hello")
        await rooms.wait_for(lambda _: _of(rooms, Said))
        await rooms.stop()
        rooms.settings = {"invites": "nobody"}
        await rooms.start()

        new = await _upgrade(room.member, rooms, room.id)
        if leaves == "before":
            await room.member.leave(room.id)
        await room.member.client.room_invite(new, room.bot)
        await rooms.wait_for(lambda _: _of(rooms, RoomMoved))
        if leaves == "after":
            await room.member.leave(room.id)
        await room.member.is_in(room.bot, new)
        await room.member.say(new, "here now")
        await rooms.wait_for(lambda _: len(_of(rooms, Said)) == 2)

        (moved,) = _of(rooms, RoomMoved)
        assert (moved.where.channel, moved.to.channel, moved.direct) == (room.id, new, True)
        assert (await rooms.adapter.perform(_hello(room.member_id))).channel == new
        assert Change.LEFT not in [e.change for e in _of(rooms, MemberChanged)]


async def test_a_tombstone_that_points_into_a_foreign_room_is_not_followed(rooms: Rooms) -> None:
    """Who may close a room can name any other room in its place; that room has to agree."""
    owner, victim = await rooms.member("owner"), await rooms.member("victim")
    room_id = await owner.open_room(rooms.account.user_id)
    await owner.is_in(rooms.account.user_id, room_id)
    foreign = await victim.client.room_create(visibility=_public(), preset=_public_preset())

    body = {"body": "moved", "replacement_room": foreign.room_id}
    await owner.client.room_put_state(room_id, "m.room.tombstone", body)
    await owner.say(room_id, "!help")
    await rooms.wait_for(lambda _: _of(rooms, Commanded))

    assert not _of(rooms, RoomMoved)
    async with _api(rooms.homeserver, victim.client.access_token) as api:
        assert await _membership(api, foreign.room_id, rooms.account.user_id) == "leave"


async def test_a_moved_community_is_still_known_after_a_restart(
    synapse: Homeserver, tmp_path: Path
) -> None:
    """The file lists the old room; who is in the new one is a member all the same."""
    async with Member(synapse, synapse.register("founder"), tmp_path / "founder") as founder:
        listed = await founder.open_room(visibility=_public(), preset=_public_preset())
        async with _rooms(synapse, tmp_path, invites="known", listed=[listed]) as rooms:
            await founder.client.room_invite(listed, rooms.account.user_id)
            await founder.is_in(rooms.account.user_id, listed)
            new = await _upgrade(founder, rooms, listed)
            await rooms.wait_for(lambda _: _of(rooms, RoomMoved))
            await founder.say(new, "!help")  # in a sync of its own: that of the move is kept
            await rooms.wait_for(lambda _: _of(rooms, Commanded))
            await rooms.stop()
            await rooms.start()

            newcomer = await rooms.member("newcomer")
            await newcomer.client.join(new)
            await rooms.wait_for(
                lambda _: any(e.actor.user == newcomer.id for e in _of(rooms, MemberChanged))
            )
            room_id = await newcomer.open_direct(rooms.account.user_id)
            await newcomer.is_in(rooms.account.user_id, room_id)

        moved = _of(rooms, RoomMoved)[0]
        assert (moved.where.space, moved.to.space) == (listed, new)


# --- spaces and power


def _public() -> Any:
    from nio import RoomVisibility

    return RoomVisibility.public


def _public_preset() -> Any:
    from nio import RoomPreset

    return RoomPreset.public_chat


async def test_a_spaces_members_come_and_go(synapse: Homeserver, tmp_path: Path) -> None:
    """A listed space is a community: its rooms belong to it, its members and moderators count."""
    async with Member(synapse, synapse.register("founder"), tmp_path / "founder") as founder:
        space = await founder.open_room(
            name="Community", space=True, visibility=_public(), preset=_public_preset()
        )
        bot = ""
        async with _rooms(synapse, tmp_path, invites="known", listed=[space]) as rooms:
            bot = rooms.account.user_id
            peer = await rooms.member("peer")
            await founder.client.room_invite(space, bot)
            await founder.is_in(bot, space)
            # A room of the space, whose owner has no power over the space.
            await peer.client.join(space)
            room_id = await peer.open_room(bot, founder.id)
            await founder.client.room_put_state(
                space, "m.space.child", {"via": ["localhost"]}, state_key=room_id
            )
            await peer.is_in(bot, room_id)
            await founder.wait_until(lambda: room_id in founder.client.rooms)
            await peer.say(room_id, "!help")
            await founder.say(room_id, "!help")
            await rooms.wait_for(lambda _: len(_of(rooms, Commanded)) == 2)
            rude = await rooms.member("rude")
            await rude.client.join(space)
            await peer.leave(space)
            await founder.client.room_ban(space, rude.id)
            await rooms.wait_for(
                lambda _: (
                    {Change.LEFT, Change.BANNED} <= {e.change for e in _of(rooms, MemberChanged)}
                )
            )

            by_peer, by_founder = sorted(
                _of(rooms, Commanded), key=lambda e: e.actor.user == founder.id
            )
            assert {e.where.space for e in (by_peer, by_founder)} == {space}
            assert (by_peer.roles, by_peer.spaces) == (frozenset(), (space,))
            assert by_founder.roles == {"owner", "moderator"}
            for who, went in ((peer, Change.LEFT), (rude, Change.BANNED)):
                changes = [
                    (e.change, e.where.space)
                    for e in _of(rooms, MemberChanged)
                    if e.actor.user == who.id
                ]
                assert changes == [(Change.JOINED, space), (went, space)]


async def test_power_is_what_the_room_gives_to_the_caller(rooms: Rooms) -> None:
    """Rooms of version 12 have creators above all levels; the bot's own power is nobody else's."""
    owner, peer = await rooms.member("owner"), await rooms.member("peer")
    bot = rooms.account.user_id
    room_id = await owner.open_room(
        bot, peer.id, room_version="12", power_level_override={"users": {bot: 100}}
    )
    await owner.is_in(bot, room_id)
    await peer.wait_until(lambda: room_id in peer.client.rooms)

    asked = await peer.say(room_id, "!help")
    await owner.say(room_id, "!help")
    await rooms.wait_for(lambda _: len(_of(rooms, Commanded)) == 2)
    here = Address("matrix", space=room_id, channel=room_id)
    deleting = await rooms.adapter.perform(Delete(to=here, message=asked))
    closing = await rooms.adapter.perform(CloseRoom(to=here))

    roles = {e.actor.user: e.roles for e in _of(rooms, Commanded)}
    assert roles == {peer.id: frozenset(), owner.id: {"owner", "moderator"}}
    assert (deleting.outcome, closing.outcome) == (Outcome.REFUSED, Outcome.REFUSED)
    assert [seen.id for seen in owner.messages(room_id, peer.id)] == [asked]
    await owner.say(room_id, "!help")
    await rooms.wait_for(lambda _: len(_of(rooms, Commanded)) == 3)


async def test_a_room_in_which_the_bot_may_not_speak_says_nothing_of_its_members(
    rooms: Rooms,
) -> None:
    """A muted bot cannot answer there; whoever asked is still reached by direct messages."""
    owner = await rooms.member("owner")
    bot = rooms.account.user_id
    room_id = await owner.open_room(bot, power_level_override={"events_default": 50})
    await owner.is_in(bot, room_id)

    receipt = await rooms.adapter.perform(
        _hello(owner.id, to=Address("matrix", channel=room_id), audience=Audience.PUBLIC)
    )

    assert receipt.outcome is Outcome.REFUSED
    assert (await rooms.adapter.perform(_hello(owner.id))).outcome is Outcome.SENT


async def test_a_room_that_the_bot_opened_is_closed_once(rooms: Rooms) -> None:
    """Closing what is closed is no error: the bot is out, the members keep what they said."""
    one, two = await rooms.member("one"), await rooms.member("two")
    members = tuple(Address("matrix", user=member.id) for member in (one, two))
    opened = await rooms.adapter.perform(
        OpenRoom(to=Address("matrix"), name="Buddies", members=members)
    )
    assert opened.channel
    await one.is_in(two.id, opened.channel)
    closing = CloseRoom(to=Address("matrix", channel=opened.channel))

    first, second = await rooms.adapter.perform(closing), await rooms.adapter.perform(closing)

    assert (first.outcome, second.outcome) == (Outcome.SENT, Outcome.SENT)
    async with _api(rooms.homeserver, one.client.access_token) as api:
        assert await _membership(api, opened.channel, rooms.account.user_id) == "leave"
        assert await _membership(api, opened.channel, two.id) == "join"


# --- time


async def test_a_profiles_time_zone_is_suggested(rooms: Rooms) -> None:
    """Who has set a zone in their client need not say it again; nonsense is passed on as is."""
    member, other = await rooms.member(), await rooms.member("other")
    async with _api(rooms.homeserver, member.client.access_token) as api:
        await api.call("PUT", "profile", member.id, "m.tz", body={"m.tz": "Europe/Berlin"})
    for each in (member, other):
        room_id = await each.open_direct(rooms.account.user_id)
        await each.is_in(rooms.account.user_id, room_id)
        await each.say(room_id, "hello")

    await rooms.wait_for(lambda _: len(_of(rooms, Said)) == 2)
    assert {e.actor.user: e.zone for e in _of(rooms, Said)} == {
        member.id: "Europe/Berlin",
        other.id: None,
    }
