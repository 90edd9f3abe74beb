"""How the bot behaves among people: what it answers, where, how loudly, and what it shows."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

import pytest
from nio.crypto.attachments import decrypt_attachment

from adapters.matrix import attention
from adapters.matrix.api import Homeserver as Api
from bot.commands import Command, CommandTable
from bot.platform import (
    Address,
    Attachment,
    Audience,
    Choice,
    Choices,
    Chose,
    Commanded,
    Delete,
    Outcome,
    Reply,
    Said,
    Say,
    TookBack,
)
from bot.richtext import paragraph
from tests.contract.rooms_matrix import Room, Rooms, matrix_rooms
from tests.e2e.matrix_support import Member, Seen
from tests.support.faulty_proxy import Fault, FaultyProxy
from tests.support.synapse import Homeserver

pytestmark = pytest.mark.e2e

T = TypeVar("T")

TABLE = CommandTable([Command(name="help", handler=lambda _: [])], [])
DAYS = Choices(
    prompt="meeting/7",
    options=(
        Choice(id="sat", label="Saturday", words=("weekend",)),
        Choice(id="sun", label="Sunday"),
        Choice(id="none", label="neither"),
    ),
    poll=True,
)
ONE_TO_THREE = ["1️⃣", "2️⃣", "3️⃣"]


@pytest.fixture
async def rooms(synapse: Homeserver, tmp_path: Path) -> AsyncIterator[Rooms]:
    async with matrix_rooms(synapse, tmp_path, TABLE) as running:
        yield running


def _say(to: Address, text: str = "Hello", **more: Any) -> Say:
    return Say(**{"to": to, "body": paragraph(text), "audience": Audience.DIRECT, **more})


def _of(rooms: Rooms, kind: type[T]) -> list[T]:
    return [event for event in rooms.events if isinstance(event, kind)]


@asynccontextmanager
async def _api(member: Member) -> AsyncIterator[Api]:
    """The homeserver as a member's client sees it."""
    api = Api(member.client.homeserver)
    api.token = member.client.access_token
    yield api
    await api.close()


async def _group(rooms: Rooms, *, encrypted: bool = False) -> tuple[Member, Address]:
    """A room of a member with the bot and somebody else: no direct messages."""
    owner, other = await rooms.member("owner"), await rooms.member("other")
    state = [_encryption()] if encrypted else []
    bot = rooms.account.user_id
    room_id = await owner.open_room(bot, other.id, initial_state=state)
    await owner.is_in(bot, room_id)
    return owner, Address("matrix", space=room_id, channel=room_id)


def _encryption() -> dict[str, Any]:
    content = {"algorithm": "m.megolm.v1.aes-sha2"}
    return {"type": "m.room.encryption", "state_key": "", "content": content}


def _shown(member: Member, room_id: str, bot: str) -> list[Seen]:
    return member.messages(room_id, bot)


# --- what is answered


async def test_what_was_said_before_the_bot_came_is_not_for_it(rooms: Rooms) -> None:
    """History that a room shows to newcomers is none of the bot's business."""
    owner = await rooms.member("owner")
    room_id = await owner.open_room(name="Old room")
    await owner.say(room_id, "!help")
    await owner.client.room_invite(room_id, rooms.account.user_id)
    await owner.is_in(rooms.account.user_id, room_id)
    after = await owner.say(room_id, "!help")

    await rooms.wait_for(lambda _: _of(rooms, Commanded))

    assert [e.message for e in _of(rooms, Commanded)] == [after]


async def test_an_answer_is_quiet_and_a_reminder_rings(rooms: Rooms) -> None:
    """Clients ring for texts and not for notices; nobody is mentioned, least of all a room."""
    room = await rooms.direct()
    await rooms.adapter.perform(_say(room.address, "Hi @room and @ada"))
    await rooms.adapter.perform(_say(room.address, "It's your 9 o'clock @room", rings=True))
    await room.wait_for(lambda texts: len(texts) == 2)

    answer, reminder = _shown(room.member, room.id, room.bot)
    assert (answer.content["msgtype"], reminder.content["msgtype"]) == ("m.notice", "m.text")
    assert answer.content["m.mentions"] == reminder.content["m.mentions"] == {}


async def test_two_bots_do_not_talk_to_each_other(synapse: Homeserver, tmp_path: Path) -> None:
    """Each takes what the other says for a notice, and nothing begins to go round."""
    async with (
        matrix_rooms(synapse, tmp_path / "one", TABLE) as one,
        matrix_rooms(synapse, tmp_path / "two", TABLE) as two,
    ):
        owner = await one.member("owner")
        bots = (one.account.user_id, two.account.user_id)
        room_id = await owner.open_room(*bots)
        for bot in bots:
            await owner.is_in(bot, room_id)
        here = Address("matrix", space=room_id, channel=room_id)

        for rooms in (one, two):
            await rooms.adapter.perform(_say(here, "!help", audience=Audience.PUBLIC))
        await owner.say(room_id, "!help")
        for rooms in (one, two):
            await rooms.wait_for(lambda _, rooms=rooms: _of(rooms, Commanded))  # type: ignore[misc]

        for rooms in (one, two):
            assert [e.actor.user for e in rooms.events] == [owner.id]


async def test_a_picture_gets_a_word_once_a_day_and_its_caption_is_read(rooms: Rooms) -> None:
    """Who sends a voice message learns that nobody listens to it; not each time."""
    room = await rooms.direct()
    voice = {"msgtype": "m.audio", "body": "voice.ogg", "url": "mxc://localhost/x"}
    picture = {"msgtype": "m.image", "filename": "sky.jpg", "url": "mxc://localhost/y"}
    await room.member.send(room.id, "m.room.message", voice)
    await room.member.send(room.id, "m.room.message", {**picture, "body": "sky.jpg"})
    await room.member.send(room.id, "m.room.message", {**picture, "body": "a rough day"})
    await rooms.wait_for(lambda _: _of(rooms, Said))
    await rooms.stop()
    await rooms.start()
    await room.member.send(room.id, "m.room.message", voice)
    await room.say("end")
    await rooms.wait_for(lambda _: len(_of(rooms, Said)) == 2)

    (hint,) = await room.wait_for(lambda texts: texts)
    assert "only reads text" in hint
    assert [e.text for e in _of(rooms, Said)] == ["a rough day", "end"]


async def test_pictures_among_people_are_not_commented(rooms: Rooms) -> None:
    owner, here = await _group(rooms)
    assert here.channel
    picture = {"msgtype": "m.image", "body": "sky.jpg", "url": "mxc://localhost/y"}
    await owner.send(here.channel, "m.room.message", picture)
    await owner.say(here.channel, "!help")
    await rooms.wait_for(lambda _: _of(rooms, Commanded))
    await rooms.adapter.perform(_say(here, "end", audience=Audience.PUBLIC))
    bot = rooms.account.user_id
    await owner.wait_until(lambda: owner.read(here.channel or "", bot))
    assert owner.read(here.channel, bot) == ["end"]


# --- threads


async def test_an_answer_finds_its_thread_after_a_restart(rooms: Rooms) -> None:
    """The answer was still in the outbox when the bot went down; the thread is not lost."""
    owner, here = await _group(rooms, encrypted=True)
    assert here.channel
    root = await owner.say(here.channel, "a topic")
    relation = {
        "rel_type": "m.thread",
        "event_id": root,
        "is_falling_back": True,
        "m.in_reply_to": {"event_id": root},
    }
    asked = await owner.say(here.channel, "!help", **{"m.relates_to": relation})
    await rooms.wait_for(lambda _: _of(rooms, Commanded))
    await rooms.stop()
    await rooms.start()

    answer = Reply(to=_of(rooms, Commanded)[0], body=paragraph("here"), audience=Audience.PUBLIC)
    await rooms.adapter.perform(answer)

    bot = rooms.account.user_id
    await owner.wait_until(lambda: owner.read(here.channel or "", bot) == ["here"])
    (shown,) = _shown(owner, here.channel, bot)
    assert shown.content["m.relates_to"] == {**relation, "m.in_reply_to": {"event_id": asked}}


# --- read receipts and typing


class Signs:
    """Read receipts and typing notices of the bot, as a member's client gets them."""

    def __init__(self, api: Api, bot: str) -> None:
        self._api = api
        self._bot = bot
        self.read: set[str] = set()
        self.typing: list[bool] = []

    async def until(self, seen: Callable[[Signs], object]) -> None:
        since = None
        async with asyncio.timeout(30):
            while not seen(self):
                query = {"timeout": "2000"} | ({"since": since} if since else {})
                answer = await self._api.call("GET", "sync", query=query)
                since = answer["next_batch"]
                for room in answer.get("rooms", {}).get("join", {}).values():
                    for event in room.get("ephemeral", {}).get("events", []):
                        self._take(event)

    def _take(self, event: dict[str, Any]) -> None:
        if event["type"] == "m.typing":
            self.typing.append(self._bot in event["content"]["user_ids"])
        if event["type"] == "m.receipt":
            for message, receipts in event["content"].items():
                if self._bot in receipts.get("m.read", {}):
                    self.read.add(message)


async def test_a_message_is_marked_as_read_when_it_was_applied(
    rooms: Rooms,
) -> None:
    """The member sees that it arrived; talk among people stays unmarked."""
    owner, here = await _group(rooms)
    assert here.channel
    ambient = await owner.say(here.channel, "good morning, all")
    command = await owner.say(here.channel, "!help")
    async with _api(owner) as api:
        signs = Signs(api, rooms.account.user_id)
        await signs.until(lambda signs: command in signs.read)
    assert ambient not in signs.read


async def test_the_bot_shows_that_it_is_writing_when_it_takes_a_while(
    synapse: Homeserver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slow answer is announced, and the sign goes when the answer is there."""
    monkeypatch.setattr(attention, "_TYPING_AFTER", 0.05)
    async with matrix_rooms(synapse, tmp_path, TABLE) as rooms:
        room = await rooms.direct()
        async with _api(room.member) as api:
            signs = Signs(api, rooms.account.user_id)
            await room.say("hello")
            await signs.until(lambda signs: True in signs.typing)
            await rooms.adapter.perform(_say(room.address))
            await signs.until(lambda signs: signs.typing[-1] is False)


async def test_courtesies_never_hold_anything_up(
    synapse: Homeserver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A homeserver that takes neither receipts nor typing notices gets its answers all the same."""
    monkeypatch.setattr(attention, "_TYPING_AFTER", 0.0)
    monkeypatch.setattr(attention, "_RECEIPT_SECONDS", 0.0)
    async with (
        FaultyProxy(synapse.url) as proxy,
        matrix_rooms(synapse, tmp_path, TABLE, homeserver=proxy.url) as rooms,
    ):
        proxy.judge = lambda _, path: ("/receipt/" in path or "/typing/" in path) and Fault()
        room = await rooms.direct()
        for text in ("one", "two"):
            await room.say(text)
        await rooms.wait_for(lambda _: len(_of(rooms, Said)) == 2)
        receipt = await rooms.adapter.perform(_say(room.address))
        assert receipt.outcome is Outcome.SENT
        await room.wait_for(lambda texts: texts == ["Hello"])
        assert proxy.faults
        assert rooms.adapter.connected


# --- questions


async def test_only_the_one_who_was_asked_may_answer(rooms: Rooms) -> None:
    """Somebody who was let into the conversation later does not answer for the member."""
    room = await rooms.direct()
    question = Choices(prompt="checkin/2026-11-20", options=DAYS.options)
    asked = await rooms.adapter.perform(_say(room.address, "How is it?", choices=question))
    assert asked.message
    other = await rooms.member("other")
    await room.member.client.room_invite(room.id, other.id)
    await other.wait_until(lambda: room.id in other.client.rooms)

    await other.react(room.id, asked.message, ONE_TO_THREE[0])
    await other.say(room.id, "sunday")
    await room.member.react(room.id, asked.message, ONE_TO_THREE[1])
    await room.member.react(room.id, asked.message, ONE_TO_THREE[0])
    await rooms.wait_for(lambda _: len(_of(rooms, Chose)) == 2)

    chosen = [(e.actor.user, e.choice) for e in _of(rooms, Chose)]
    assert chosen == [(room.member_id, "sun"), (room.member_id, "sat")]


async def test_removing_a_reaction_takes_the_choice_back(rooms: Rooms) -> None:
    """Also when its message shows the answer by now, and after a restart; once."""
    room = await rooms.direct()
    question = Choices(prompt="checkin/2026-11-20", options=DAYS.options)
    asked = await rooms.adapter.perform(_say(room.address, "How is it?", choices=question))
    assert asked.message
    reaction = await room.member.react(room.id, asked.message, ONE_TO_THREE[1])
    await rooms.wait_for(lambda _: _of(rooms, Chose))
    after = Choices(prompt="checkin/2026-11-20", options=(Choice(id="note", label="Note"),))
    noted = _say(room.address, "Noted", choices=after, edits=asked.message)
    await rooms.adapter.perform(noted)
    await rooms.stop()
    await rooms.start()

    await room.member.redact(room.id, reaction)
    await rooms.wait_for(lambda _: _of(rooms, TookBack))
    await room.member.react(room.id, asked.message, ONE_TO_THREE[0])
    await rooms.wait_for(lambda _: len(_of(rooms, Chose)) == 2)

    (back,) = _of(rooms, TookBack)
    assert (back.prompt, back.choice, back.message, back.direct, back.actor.user) == (
        *("checkin/2026-11-20", "sun", asked.message, True),
        room.member_id,
    )
    assert _of(rooms, Chose)[1].choice == "note"


async def test_a_reaction_that_was_removed_unseen_or_by_others_changes_nothing(
    rooms: Rooms,
) -> None:
    """What the bot never acted on needs no undoing; what a moderator clears away still holds."""
    room = await rooms.direct()
    other = await rooms.member("moderator")
    question = Choices(prompt="p", options=DAYS.options)
    asked = await rooms.adapter.perform(_say(room.address, "Which?", choices=question))
    assert asked.message
    await rooms.stop()
    unseen = await room.member.react(room.id, asked.message, ONE_TO_THREE[0])
    await room.member.redact(room.id, unseen)
    await rooms.start()
    cleared = await room.member.react(room.id, asked.message, ONE_TO_THREE[1])
    await room.member.client.room_invite(room.id, other.id)
    await other.wait_until(lambda: room.id in other.client.rooms)
    await _give_power(room, other.id)
    await other.redact(room.id, cleared)
    await room.say("done")
    await rooms.wait_for(lambda _: _of(rooms, Said))

    assert [event.choice for event in _of(rooms, Chose)] == ["sun"]
    assert not _of(rooms, TookBack)


async def _give_power(room: Room, user: str) -> None:
    levels = (await room.member.client.room_get_state_event(room.id, "m.room.power_levels")).content
    levels["users"][user] = 50
    await room.member.client.room_put_state(room.id, "m.room.power_levels", levels)


async def test_a_question_that_somebody_removed_takes_no_answers(rooms: Rooms) -> None:
    """A moderator deleted the bot's message: a later "1" is not an answer to it."""
    room = await rooms.direct()
    question = Choices(prompt="p", options=DAYS.options)
    asked = await rooms.adapter.perform(_say(room.address, "Which?", choices=question))
    assert asked.message
    await room.wait_for(lambda texts: texts)
    await room.member.redact(room.id, asked.message)
    await room.say("1")
    await rooms.wait_for(lambda _: _of(rooms, Said))
    assert not _of(rooms, Chose)


@pytest.mark.parametrize("encrypted", [False, True], ids=["readable", "encrypted"])
async def test_a_public_question_comes_as_a_poll_and_as_text(rooms: Rooms, encrypted: bool) -> None:
    """Votes of either kind count, and so do words, for clients that show no polls."""
    owner, here = await _group(rooms, encrypted=encrypted)
    assert here.channel
    bot = rooms.account.user_id
    sent = await rooms.adapter.perform(
        _say(here, "Which day suits you?", audience=Audience.PUBLIC, choices=DAYS)
    )
    assert sent.message
    await owner.wait_until(lambda: _polls(owner))
    (poll,) = _polls(owner)
    shown = _shown(owner, here.channel, bot)[0]
    assert "2. Sunday" in shown.text
    assert "poll below" in shown.text
    stable = poll["content"]["m.poll"]
    unstable = poll["content"]["org.matrix.msc3381.poll.start"]
    assert [a["m.text"][0]["body"] for a in stable["answers"]] == ["Saturday", "Sunday", "neither"]
    answers = {a["org.matrix.msc1767.text"]: a["id"] for a in unstable["answers"]}
    assert answers == {"Saturday": "1", "Sunday": "2", "neither": "3"}
    assert unstable["question"]["org.matrix.msc1767.text"] == "Which day suits you?"

    about = {"m.relates_to": {"rel_type": "m.reference", "event_id": poll["event_id"]}}
    old = {"org.matrix.msc3381.poll.response": {"answers": [answers["Sunday"]]}}
    await owner.send(here.channel, "org.matrix.msc3381.poll.response", {**old, **about})
    new = {"m.selections": [answers["neither"]]}
    await owner.send(here.channel, "m.poll.response", {**new, **about})
    await owner.send(here.channel, "m.poll.response", {"m.selections": [], **about})
    reply = {"m.relates_to": {"m.in_reply_to": {"event_id": sent.message}}}
    await owner.say(here.channel, "weekend", **reply)
    await rooms.wait_for(lambda _: len(_of(rooms, Chose)) == 3)

    assert [e.choice for e in _of(rooms, Chose)] == ["sun", "none", "sat"]
    assert {e.prompt for e in _of(rooms, Chose)} == {"meeting/7"}
    assert {e.message for e in _of(rooms, Chose)} == {sent.message}
    assert _polls(owner) == [poll]


async def test_a_poll_ends_with_its_question_and_goes_with_it(rooms: Rooms) -> None:
    """What was decided is shown in both; a deleted question leaves no poll behind."""
    owner, here = await _group(rooms)
    assert here.channel
    bot = rooms.account.user_id
    polls = []
    for _ in range(2):
        sent = await rooms.adapter.perform(
            _say(here, "Day?", audience=Audience.PUBLIC, choices=DAYS)
        )
        polls.append(sent.message or "")

    await rooms.adapter.perform(
        _say(here, "It is Sunday.", audience=Audience.PUBLIC, edits=polls[0])
    )
    await rooms.adapter.perform(Delete(to=here, message=polls[1]))

    await owner.wait_until(lambda: owner.read(here.channel or "", bot) == ["It is Sunday."])
    first, second = _polls(owner)
    await owner.wait_until(lambda: _ended(owner))
    assert [e["content"]["m.relates_to"]["event_id"] for e in _ended(owner)] == [first["event_id"]]
    async with _api(owner) as api:
        left = await api.call("GET", "rooms", here.channel, "event", second["event_id"])
    assert left["content"] == {}


def _polls(member: Member) -> list[dict[str, Any]]:
    return [e for e in member.raw if e.get("type") == "org.matrix.msc3381.poll.start"]


def _ended(member: Member) -> list[dict[str, Any]]:
    return [e for e in member.raw if e.get("type") == "org.matrix.msc3381.poll.end"]


# --- files


CALENDAR = Attachment(
    name="meetings.ics",
    content_type="text/calendar",
    data=b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    description="Your meetings",
)


async def test_a_file_is_encrypted_where_the_room_is(rooms: Rooms) -> None:
    """The homeserver keeps ciphertext of unknown kind; in an open room the file is as it is."""
    room = await rooms.direct()
    owner, here = await _group(rooms)
    private = await rooms.adapter.perform(_say(room.address, attachments=(CALENDAR,)))
    public = await rooms.adapter.perform(
        _say(here, audience=Audience.PUBLIC, attachments=(CALENDAR,))
    )
    assert (private.outcome, public.outcome) == (Outcome.SENT, Outcome.SENT)
    await room.wait_for(lambda texts: len(texts) == 2)
    bot = rooms.account.user_id
    await owner.wait_until(lambda: len(owner.read(here.channel or "", bot)) == 2)

    sealed = _shown(room.member, room.id, bot)[0].content
    stored = await room.member.client.download(sealed["file"]["url"])
    keys = sealed["file"]
    opened = decrypt_attachment(stored.body, keys["key"]["k"], keys["hashes"]["sha256"], keys["iv"])
    assert "url" not in sealed
    assert CALENDAR.data not in stored.body
    assert stored.content_type == "application/octet-stream"
    assert opened == CALENDAR.data
    plain = _shown(owner, here.channel or "", bot)[0].content
    assert (await owner.client.download(plain["url"])).body == CALENDAR.data
    for content in (sealed, plain):
        assert (content["msgtype"], content["filename"]) == ("m.file", "meetings.ics")
        assert (content["body"], content["m.mentions"]) == ("Your meetings", {})


async def test_a_file_that_is_too_big_does_not_cost_the_text(
    synapse: Homeserver, tmp_path: Path
) -> None:
    """The homeserver refuses the chart; what it shows in words still arrives."""
    async with (
        FaultyProxy(synapse.url) as proxy,
        matrix_rooms(synapse, tmp_path, TABLE, homeserver=proxy.url) as rooms,
    ):
        too_large = Fault(413, {"errcode": "M_TOO_LARGE"})
        proxy.judge = lambda _, path: path.endswith("/upload") and too_large
        room = await rooms.direct()
        receipt = await rooms.adapter.perform(
            _say(room.address, "Your days: 3 good, 1 rough", attachments=(CALENDAR,))
        )
        assert receipt.outcome is Outcome.DEGRADED
        await room.wait_for(lambda texts: texts == ["Your days: 3 good, 1 rough"])
