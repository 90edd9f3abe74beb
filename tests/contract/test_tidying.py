"""`Tidy`, and removing what a member typed: what each platform lets the bot do."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

import adapters.discord.tidying
import adapters.matrix.tidying
from adapters.pager.adapter import PagerAdapter
from bot.platform import Address, Audience, Delete, Outcome, Receipt, Said, Say, Tidy
from bot.richtext import paragraph
from tests.contract.rooms_matrix import Room, matrix_rooms
from tests.support.synapse import Homeserver

PATIENCE = 60.0  # seconds, on a busy machine


@pytest.fixture
def few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A chat is long from the third message on."""
    monkeypatch.setattr(adapters.discord.tidying, "_AT_ONCE", 2)
    monkeypatch.setattr(adapters.matrix.tidying, "_AT_ONCE", 2)


def now_of(rooms: Any) -> datetime:
    """The moment on the clock by which the adapter's messages are stamped."""
    clock = getattr(rooms.adapter, "clock", None)
    return clock.now() if clock is not None else datetime.now(UTC)


async def say(rooms: Any, room: Any, text: str) -> None:
    said = Say(to=room.address, body=paragraph(text), audience=Audience.DIRECT)
    assert (await rooms.adapter.perform(said)).outcome is Outcome.SENT


async def heard(rooms: Any, text: str) -> Said:
    """What a member wrote, once it was handed on."""
    async with asyncio.timeout(PATIENCE):
        while True:
            for event in rooms.events:
                if isinstance(event, Said) and event.text == text:
                    return event
            await asyncio.sleep(0.01)


async def tidied(rooms: Any, room: Any, since: datetime | None = None) -> list[Receipt]:
    """Tidy until it is done, as the sender does. Returns: the receipt of each attempt."""
    tidy = Tidy(
        to=Address(rooms.adapter.platform, user=room.member_id),
        since=since,
        before=now_of(rooms) + timedelta(minutes=1),
    )
    receipts: list[Receipt] = []
    async with asyncio.timeout(PATIENCE):
        while not receipts or receipts[-1].outcome is Outcome.RETRY:
            if receipts:
                assert receipts[-1].retry_after is not None
                await asyncio.sleep(min(receipts[-1].retry_after, 0.1))
            receipts.append(await rooms.adapter.perform(tidy))
    return receipts


async def test_nothing_that_the_bot_wrote_is_left(rooms: Any) -> None:
    """And nothing that it may not remove is tried: on Discord that would be a fault."""
    room = await rooms.direct()
    for text in ("one", "two", "three"):
        await say(rooms, room, text)
    await room.wait_for(lambda shown: len(shown) == 3)
    await room.say("hello")

    receipts = await tidied(rooms, room)

    assert receipts[-1].outcome is Outcome.SENT
    await room.wait_for(lambda shown: not {"one", "two", "three"} & set(shown))
    await say(rooms, room, "four")
    await room.wait_for(lambda shown: "four" in shown)


async def test_what_is_older_stays(rooms: Any) -> None:
    """`tidy today` leaves yesterday alone."""
    room = await rooms.direct()
    await say(rooms, room, "yesterday")
    await asyncio.sleep(0.05)
    since = now_of(rooms)
    await asyncio.sleep(0.05)
    if rooms.adapter.platform == "playground":  # its clock stands still
        pytest.skip("there all of it happens at one moment; the world's test covers it")
    await say(rooms, room, "today")

    await tidied(rooms, room, since)

    await room.wait_for(lambda shown: shown == ["yesterday"])


async def test_a_long_chat_takes_several_attempts(rooms: Any, few_at_once: None) -> None:
    """None of them lasts long, and each goes on where the one before ended, also after a crash."""
    room = await rooms.direct()
    for number in range(5):
        await say(rooms, room, f"number {number}")
    await room.wait_for(lambda shown: len(shown) == 5)

    receipts = await tidied(rooms, room)

    if rooms.adapter.platform in ("discord", "matrix"):
        assert [each.outcome for each in receipts] == [Outcome.RETRY] * 2 + [Outcome.SENT]
    await room.wait_for(lambda shown: shown == [])


async def test_somebody_without_messages_is_no_error(rooms: Any) -> None:
    """There is nothing to remove, and nothing is opened for it."""
    nobody = {"discord": "999999999999999999", "matrix": "@nobody-at-all:localhost"}
    platform = rooms.adapter.platform
    to = Address(platform, user=nobody.get(platform, "nobody-at-all"))

    receipt = await rooms.adapter.perform(Tidy(to=to, since=None, before=now_of(rooms)))

    assert receipt.outcome is Outcome.SENT


async def test_what_a_member_typed_is_removed_where_the_bot_may(rooms: Any) -> None:
    """Not on Discord, nor in a room that the member made on Matrix: no fault, and it is said so."""
    room = await rooms.direct()
    await say(rooms, room, "Hi")
    await room.wait_for(lambda shown: shown)
    await room.say("4711")
    said = await heard(rooms, "4711")

    gone = Delete(to=said.where, message=said.message or "", theirs=True)
    receipt = await rooms.adapter.perform(gone)

    ours = rooms.adapter.platform in ("memory", "playground")
    assert receipt.outcome is (Outcome.SENT if ours else Outcome.DEGRADED)


async def test_what_a_member_typed_is_removed_in_a_room_that_the_bot_made(
    synapse: Homeserver, tmp_path: Path
) -> None:
    """On Matrix who makes a room may remove what others write there."""
    async with matrix_rooms(synapse, tmp_path) as rooms:
        member = await rooms.member("invited")
        hello = Say(
            to=Address("matrix", user=member.id), body=paragraph("Hi"), audience=Audience.DIRECT
        )
        sent = await rooms.adapter.perform(hello)
        assert sent.channel is not None
        room = Room(
            Address("matrix", channel=sent.channel, user=member.id),
            member.id,
            member,
            rooms.account.user_id,
        )
        await room.wait_for(lambda shown: shown)
        await room.say("4711")
        said = await heard(rooms, "4711")

        gone = Delete(to=said.where, message=said.message or "", theirs=True)
        receipt = await rooms.adapter.perform(gone)

        assert receipt.outcome is Outcome.SENT
        assert await rooms.adapter.perform(gone) == receipt


async def test_a_pager_has_nothing_to_tidy() -> None:
    """What was paged is in other hands."""
    tidy = Tidy(to=Address("pager"), since=None, before=datetime.now(UTC))

    receipt = await PagerAdapter({}).perform(tidy)

    assert receipt.outcome is Outcome.UNSUPPORTED
