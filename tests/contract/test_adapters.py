"""What every adapter promises, on the real homeserver, the Discord stand-in and the page alike."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from bot.platform import (
    Address,
    Audience,
    Choice,
    Choices,
    Chose,
    Delete,
    Event,
    Forget,
    Outcome,
    Receipt,
    Said,
    Say,
)
from bot.richtext import Body, Bold, Bullets, Paragraph, Quote, Text, paragraph

E = TypeVar("E", bound=Event)
PATIENCE = 60.0  # seconds, on a busy machine

QUESTION = Choices(
    prompt="mood/today",
    options=(Choice(id="good", label="good"), Choice(id="rough", label="rough")),
)


def _say(room: Any, body: Body, **more: Any) -> Say:
    return Say(to=room.address, body=body, audience=Audience.DIRECT, **more)


async def _event(rooms: Any, kind: type[E], such: Callable[[E], bool] = lambda _: True) -> E:
    """The first event of a kind, once it was handed on."""
    async with asyncio.timeout(PATIENCE):
        while True:
            for event in rooms.events:
                if isinstance(event, kind) and such(event):
                    return event
            await asyncio.sleep(0.01)


async def test_a_message_is_read_by_its_member(rooms: Any) -> None:
    """What is sent arrives, and the receipt names it."""
    room = await rooms.direct()

    receipt = await rooms.adapter.perform(_say(room, paragraph("Hello there")))

    assert receipt.outcome is Outcome.SENT
    assert receipt.message
    await room.wait_for(lambda shown: shown == ["Hello there"])


async def test_the_same_key_is_seen_once(rooms: Any) -> None:
    """After a crash the sender repeats itself; the member must not notice."""
    room = await rooms.direct()
    hello = _say(room, paragraph("Hello"), key="outbox-1")

    first, second = await rooms.adapter.perform(hello), await rooms.adapter.perform(hello)
    await rooms.adapter.perform(_say(room, paragraph("Last")))

    assert (first.outcome, second.outcome) == (Outcome.SENT, Outcome.SENT)
    assert second.message == first.message
    await room.wait_for(lambda shown: shown == ["Hello", "Last"])


async def test_messages_keep_their_order(rooms: Any) -> None:
    """One after another is read one after another."""
    room = await rooms.direct()

    for number in range(4):
        await rooms.adapter.perform(_say(room, paragraph(f"number {number}")))

    await room.wait_for(lambda shown: shown == [f"number {n}" for n in range(4)])


async def test_words_of_a_member_reach_the_bot(rooms: Any) -> None:
    """Direct messages are addressed, carry immutable ids and aware times."""
    room = await rooms.direct()
    await rooms.adapter.perform(_say(room, paragraph("Hi")))

    await room.say("checkin time 9:30")
    said = await _event(rooms, Said)

    assert said.text == "checkin time 9:30"
    assert said.direct
    assert said.addressed
    assert said.actor.user == room.member_id
    assert said.at.tzinfo is not None
    assert abs(said.at - datetime.now(UTC)) < timedelta(days=3650)
    assert len({event.id for event in rooms.events}) == len(rooms.events)


async def test_a_chosen_option_comes_back_with_its_prompt(rooms: Any) -> None:
    """Button, reaction and reply word mean the same."""
    room = await rooms.direct()
    await rooms.adapter.perform(_say(room, paragraph("Which word?"), choices=QUESTION))
    await room.wait_for(lambda shown: shown)

    await room.press("mood/today", "rough")
    chose = await _event(rooms, Chose)

    assert (chose.prompt, chose.choice) == ("mood/today", "rough")
    assert chose.actor.user == room.member_id
    assert chose.direct


async def test_what_somebody_typed_is_shown_and_never_read(rooms: Any) -> None:
    """No ping, no markup, no link out of a person's words."""
    room = await rooms.direct()
    typed = "@everyone @room <b>x</b> **y** [a](b) <@1> `c` ~~d~~ # e > f"
    body: Body = (
        Paragraph((Text(typed),)),
        Bullets(((Text(typed),),)),
        Quote((Text(typed),)),
        Paragraph((Bold("ok"),)),
    )

    receipt = await rooms.adapter.perform(_say(room, body))

    assert receipt.outcome in (Outcome.SENT, Outcome.DEGRADED)
    (shown,) = await room.wait_for(lambda shown: len(shown) == 1)
    assert shown.count(typed) == 3


async def test_a_message_is_changed_and_taken_back(rooms: Any) -> None:
    """An edit shows in the message's own place; a deletion leaves nothing."""
    room = await rooms.direct()
    first = await rooms.adapter.perform(_say(room, paragraph("first")))
    second = await rooms.adapter.perform(_say(room, paragraph("second")))

    await rooms.adapter.perform(_say(room, paragraph("first, changed"), edits=first.message))
    await room.wait_for(lambda shown: shown == ["first, changed", "second"])
    await rooms.adapter.perform(Delete(to=room.address, message=second.message))

    await room.wait_for(lambda shown: shown == ["first, changed"])


async def test_a_long_text_arrives_whole(rooms: Any) -> None:
    """What is too long for one message comes in several, and nothing is cut."""
    room = await rooms.direct()
    words = [f"word{number}" for number in range(900)]

    receipt = await rooms.adapter.perform(_say(room, paragraph(" ".join(words))))

    assert receipt.outcome in (Outcome.SENT, Outcome.DEGRADED)
    await room.wait_for(lambda shown: " ".join(shown).split() == words)


async def test_what_was_sent_is_found_in_history(rooms: Any) -> None:
    """In doubt the sender looks before it repeats itself."""
    room = await rooms.direct()
    since = datetime.now(UTC) - timedelta(minutes=5)
    hello = _say(room, paragraph("Hello"), key="outbox-2")
    sent = await rooms.adapter.perform(hello)

    found = await rooms.adapter.find_sent("outbox-2", room.address, since)
    missing = await rooms.adapter.find_sent("outbox-3", room.address, since)

    assert isinstance(found, Receipt)
    assert found.message == sent.message
    assert not isinstance(missing, Receipt)


async def test_nobody_there_is_a_receipt_and_no_error(rooms: Any) -> None:
    """Adapters do not raise for what a platform refuses."""
    room = await rooms.direct()
    nobody = {"discord": "999999999999999999", "matrix": "@nobody-at-all:localhost"}
    platform = rooms.adapter.platform
    to = Address(platform, user=nobody.get(platform, "nobody-at-all"))

    receipt = await rooms.adapter.perform(
        Say(to=to, body=paragraph("Hello"), audience=Audience.DIRECT)
    )
    await rooms.adapter.perform(_say(room, paragraph("Still here")))

    # In memory everybody exists; an account that Matrix does not know may still be invited.
    if platform not in ("memory", "matrix"):
        assert receipt.outcome in (Outcome.GONE, Outcome.REFUSED)
    await room.wait_for(lambda shown: shown == ["Still here"])


async def test_somebody_can_be_forgotten_more_than_once(rooms: Any) -> None:
    """They were erased; after a crash the wish is repeated."""
    room = await rooms.direct()
    await rooms.adapter.perform(_say(room, paragraph("Goodbye"), key="g" * 22))
    await room.wait_for(lambda shown: shown == ["Goodbye"])

    outcomes = [(await rooms.adapter.perform(Forget(to=room.address))).outcome for _ in range(2)]

    assert outcomes == [Outcome.SENT, Outcome.SENT]
