"""A careful member's client: matrix-js-sdk, which excludes devices that nobody vouches for."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from adapters.matrix.crypto import cross_signing
from bot.platform import Address, Attachment, Audience, Outcome, Said, Say, Undecryptable
from bot.richtext import paragraph
from tests.contract.rooms_matrix import Rooms, matrix_rooms
from tests.e2e.matrix_js import JsMember, node_path
from tests.e2e.matrix_support import matrix_bot
from tests.support.synapse import Homeserver

pytestmark = pytest.mark.e2e

BERLIN = ZoneInfo("Europe/Berlin")
SECOND_OPTION, THIRD_OPTION = "2\ufe0f\u20e3", "3\ufe0f\u20e3"


@pytest.fixture(autouse=True)
def _node() -> None:
    node_path()


def _until_next(hour: int, *, days: int = 1) -> timedelta:
    """From now to that hour in Berlin, so many days from today, and a minute."""
    now = datetime.now(UTC)
    day = now.astimezone(BERLIN).date() + timedelta(days=days)
    return datetime.combine(day, time(hour, 1), BERLIN) - now


async def test_in_strict_mode_a_member_joins_and_checks_in_for_two_days(
    synapse: Homeserver, tmp_path: Path
) -> None:
    """Sign-up by words, a check-in by reaction, one by words; nothing is unreadable or marked."""
    account = synapse.register("handrail")
    me = account.user_id
    bot = matrix_bot(tmp_path / "bot", synapse.url, account)
    async with JsMember(synapse, synapse.register("ada")) as ada:
        try:
            await bot.start()
            room = await ada.open_direct(me)

            async def say(words: str, answer: str) -> str:
                before = {seen.id for seen in ada.messages(room, me)}

                def new() -> list[str]:
                    return [s.text for s in ada.messages(room, me) if s.id not in before]

                await ada.say(room, words)
                await ada.wait_until(lambda: any(answer in text for text in new()))
                return new()[-1]

            await say("start", "I'm 18 or older")
            await say("I'm 18 or older: begin", "At what time")
            await say("9:00", "town or city")
            await say("Berlin", "right?")
            await say("yes", "You're in")

            bot.kill()
            await bot.start(clock_ahead=_until_next(9))
            await ada.wait_until(lambda: len(_questions(ada, room, me)) == 1)
            (question,) = _questions(ada, room, me)
            await ada.wait_until(lambda: SECOND_OPTION in ada.reactions(room, question))
            tapped = await ada.react(room, question, SECOND_OPTION)
            await ada.wait_until(lambda: "Noted: okay" in ada.read(room, me)[-1])
            await ada.do("redact", room=room, event=tapped)
            await ada.wait_until(lambda: "Taken back" in ada.read(room, me)[-1])
            await ada.react(room, question, THIRD_OPTION)
            await ada.wait_until(lambda: "Noted: mixed" in ada.read(room, me)[-1])
            assert ada.messages(room, me)[-1].id == question

            assert bot.stop() == 0
            await bot.start(clock_ahead=_until_next(9, days=2))
            await ada.wait_until(lambda: len(_questions(ada, room, me)) >= 1)
            await say("low", "Noted: low")
            await ada.wait_until(lambda: "would a person help" in ada.read(room, me)[-1])
            await say("change", "Which word is nearer")
            await say("mixed", "Changed to: mixed")
            await say("checkin history", "2 in all")

            root = await ada.say(room, "a thought of its own")
            asked = await ada.say_in_thread(room, "help", root)
            await ada.wait_until(lambda: ada.answers_to(room, asked))
            (answer, *_) = ada.answers_to(room, asked)
            assert answer.relation is not None
            assert (answer.relation["rel_type"], answer.relation["event_id"]) == ("m.thread", root)

            devices = await ada.do("devices", user=me)
            assert [device["signed"] for device in devices.values()] == [True]
            assert ada.unreadable == []
            assert "matrix_keys_asked" not in bot.log  # nor had the bot to ask for any key
            shown = ada.messages(room, me)
            assert {(seen.encrypted, seen.shield) for seen in shown} == {(True, "NONE")}
        finally:
            bot.stop()


def _questions(ada: JsMember, room: str, bot: str) -> list[str]:
    return [seen.id for seen in ada.messages(room, bot) if "it's your" in seen.text]


# --- the adapter alone


@pytest.fixture
async def rooms(synapse: Homeserver, tmp_path: Path) -> AsyncIterator[Rooms]:
    async with matrix_rooms(synapse, tmp_path) as running:
        yield running


def _said(rooms: Rooms) -> list[str]:
    return [event.text for event in rooms.events if isinstance(event, Said)]


def _unread(rooms: Rooms) -> list[Undecryptable]:
    return [event for event in rooms.events if isinstance(event, Undecryptable)]


async def test_a_strict_client_hears_nothing_from_a_device_that_nobody_signed(
    synapse: Homeserver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the other tests of this file rest on: here the bot is not signed, and it shows."""

    async def forgotten(*_: object, **__: object) -> cross_signing.Standing:
        return cross_signing.Standing.NO_KEYS

    monkeypatch.setattr(cross_signing, "vouch", forgotten)
    async with (
        matrix_rooms(synapse, tmp_path) as rooms,
        JsMember(synapse, synapse.register("ada")) as ada,
    ):
        me = rooms.account.user_id
        room = await ada.open_direct(me)
        await rooms.adapter.perform(_say(ada, room, "Hello"))

        await ada.wait_until(lambda: ada.unreadable)

        (unread,) = ada.unreadable
        assert unread.failure == "UNSIGNED_SENDER_DEVICE"
        devices = await ada.do("devices", user=me)
        assert [device["signed"] for device in devices.values()] == [False]


def _say(member: JsMember, room: str, text: str, **more: Any) -> Say:
    to = Address("matrix", channel=room, user=member.id)
    return Say(to=to, body=paragraph(text), audience=Audience.DIRECT, **more)


async def test_an_encrypted_file_is_opened_by_the_member(rooms: Rooms, synapse: Homeserver) -> None:
    """A chart and a calendar file arrive whole; the homeserver holds neither in clear."""
    chart = Attachment(
        name="days.png", content_type="image/png", data=b"\x89PNG chart", description="Your days"
    )
    calendar = Attachment(
        name="meeting.ics",
        content_type="text/calendar",
        data=b"BEGIN:VCALENDAR\r\n" * 5000,
        description="",
    )
    async with JsMember(synapse, synapse.register("ada")) as ada:
        room = await ada.open_direct(rooms.account.user_id)
        sent = await rooms.adapter.perform(
            _say(ada, room, "Here you are", attachments=(chart, calendar))
        )

        assert sent.outcome is Outcome.SENT
        bot = rooms.account.user_id
        await ada.wait_until(lambda: "Here you are" in ada.read(room, bot))
        image, file, _ = ada.messages(room, bot)
        assert (image.content["msgtype"], image.text) == ("m.image", "Your days")
        assert (file.content["msgtype"], file.text) == ("m.file", "meeting.ics")
        assert await ada.download(image.content["file"]) == chart.data
        assert await ada.download(file.content["file"]) == calendar.data
        assert {seen.shield for seen in (image, file)} == {"NONE"}


async def test_a_session_begun_anew_is_read(rooms: Rooms, synapse: Homeserver) -> None:
    """`/discardsession` in the member's client changes nothing that they would notice."""
    async with JsMember(synapse, synapse.register("ada")) as ada:
        room = await ada.open_direct(rooms.account.user_id)
        await ada.say(room, "one")
        await ada.do("discard", room=room)
        await ada.say(room, "two")

        await rooms.wait_for(lambda _: len(_said(rooms)) == 2)

        assert _said(rooms) == ["one", "two"]
        assert _unread(rooms) == []


async def test_a_bot_that_lost_its_sessions_gets_the_keys_again(
    rooms: Rooms, synapse: Homeserver
) -> None:
    """A damaged store: the member's client believes that the bot can read it. The bot mends that
    and asks for the key, so that not even the message in between is lost."""
    async with JsMember(synapse, synapse.register("ada")) as ada:
        room = await ada.open_direct(rooms.account.user_id)
        await ada.say(room, "before")
        await rooms.wait_for(lambda _: _said(rooms) == ["before"])
        await rooms.stop()
        _lose_sessions(rooms)
        await rooms.start()

        await ada.say(room, "between")
        await rooms.wait_for(lambda _: "between" in _said(rooms))
        await ada.do("discard", room=room)
        await ada.say(room, "after")
        await rooms.wait_for(lambda _: "after" in _said(rooms))

        assert _unread(rooms) == []
        assert (await rooms.adapter.perform(_say(ada, room, "I read you"))).outcome is Outcome.SENT
        await ada.wait_until(lambda: "I read you" in ada.read(room, rooms.account.user_id))
        assert ada.unreadable == []


def _lose_sessions(rooms: Rooms) -> None:
    (file,) = (rooms.directory / "keys").glob("*.db")
    with closing(sqlite3.connect(file)) as keys, keys:
        for table in ("olmsessions", "megolminboundsessions"):
            assert keys.execute(f"DELETE FROM {table}").rowcount
