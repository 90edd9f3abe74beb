"""Buttons on Discord: whose they are, what becomes of them, and what old ones say."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.commands import Command, CommandTable, Field, Form, Kind
from bot.platform import (
    Address,
    Audience,
    Choice,
    Choices,
    Chose,
    Commanded,
    FormFilled,
    Outcome,
    Reply,
    Say,
)
from bot.richtext import paragraph
from tests.contract.rooms_discord import Rooms, discord_rooms
from tests.discord_standin import ClientRefuses, Fault, labels

pytestmark = pytest.mark.e2e

NOTE = Form(name="note", fields=(Field(name="text", kind=Kind.LONG_TEXT),))
TABLE = CommandTable([Command(name="checkin now", handler=list)], [NOTE])
QUESTION = Choices(
    prompt="mood/2026-11-21",
    options=(Choice(id="good", label="good"), Choice(id="low", label="low", form="note")),
)


@pytest.fixture
async def rooms(tmp_path: Path) -> AsyncIterator[Rooms]:
    async with discord_rooms(tmp_path, TABLE) as running:
        yield running


async def reply(rooms: Rooms, event: Any, text: str, **more: Any) -> Outcome:
    receipt = await rooms.adapter.perform(Reply(to=event, body=paragraph(text), **more))
    return receipt.outcome


def old_button() -> list[dict[str, Any]]:
    """Below a message of an older version, whose buttons meant something else."""
    button = {"type": 2, "style": 2, "label": "Old", "custom_id": "checkin:good:17"}
    return [{"type": 1, "components": [button]}]


async def test_a_button_that_nobody_knows_any_more_is_answered_kindly(rooms: Rooms) -> None:
    """Never "This interaction failed": the core says what works now."""
    ana = rooms.discord.member("Ana")
    world = rooms.discord.world
    message = world.post(world.open_dm(ana.person), world.bot, "Hi", components=old_button())

    use = await ana.press(message, "Old")
    event = await rooms.event(Chose)
    await reply(rooms, event, "These work now.")

    assert (event.prompt, event.choice) == ("", "")
    assert await use.text() == "These work now."


async def test_a_form_that_nobody_knows_any_more_is_answered_kindly(rooms: Rooms) -> None:
    """Somebody may have typed much into it: they are told, not left in front of an error."""
    ana = rooms.discord.member("Ana")
    room = await rooms.direct("Ana")
    await rooms.adapter.perform(
        Say(to=room.address, body=paragraph("How?"), audience=Audience.DIRECT, choices=QUESTION)
    )
    opened = await room.press(QUESTION.prompt, "low")
    opened.modal["custom_id"] = "note-of-17"

    await ana.submit_modal(opened, {"text": "a long one"})
    event = await rooms.event(FormFilled)

    assert event.form == ""
    assert event.waiting is not None


async def test_a_personal_question_in_a_channel_is_shown_to_nobody_else(rooms: Rooms) -> None:
    """So nobody else can press its buttons."""
    ana, ben = rooms.discord.member("Ana"), rooms.discord.member("Ben")
    use = await ana.slash("checkin now")
    await reply(rooms, await rooms.event(Commanded), "Which word?", choices=QUESTION)
    question = await use.message()

    with pytest.raises(ClientRefuses, match="does not see"):
        await ben.press(question, "good")
    await ana.press(question, "good")
    assert (await rooms.event(Chose)).actor.user == str(ana.id)


async def test_a_public_question_is_everybodys_and_each_is_answered_alone(rooms: Rooms) -> None:
    """Whoever presses answers for themselves; the others see nothing of it."""
    ana, ben, general = (
        rooms.discord.member("Ana"),
        rooms.discord.member("Ben"),
        rooms.discord.general,
    )
    there = Address("discord", space=str(rooms.discord.guild.id), channel=str(general.id))
    await rooms.adapter.perform(
        Say(to=there, body=paragraph("Which word?"), audience=Audience.PUBLIC, choices=QUESTION)
    )
    for count, member in enumerate((ana, ben), start=1):
        await member.press(general.messages[0], "good")
        event = await rooms.event(Chose, count)
        await reply(rooms, event, f"Noted, {member.person.name}.", replaces=True)

    assert ana.texts(general) == ["Which word?", "Noted, Ana."]
    assert ben.texts(general) == ["Which word?", "Noted, Ben."]
    assert labels(general.messages[0]) == ["good", "low"]


async def test_the_pressed_message_shows_what_was_chosen(rooms: Rooms) -> None:
    """In a channel, where the question was theirs alone, as in direct messages."""
    ana = rooms.discord.member("Ana")
    use = await ana.slash("checkin now")
    await reply(rooms, await rooms.event(Commanded), "Which word?", choices=QUESTION)

    pressed = await ana.press(await use.message(), "good")
    await reply(rooms, await rooms.event(Chose), "Noted: good.", replaces=True)

    message = await pressed.replaced()
    assert ana.texts(rooms.discord.general) == ["Noted: good."]
    assert labels(message) == []


async def test_what_a_press_asks_next_stands_in_the_same_place(rooms: Rooms) -> None:
    """One message that goes on, with its own buttons, and again after a restart."""
    room = await rooms.direct()
    await rooms.adapter.perform(
        Say(to=room.address, body=paragraph("First?"), audience=Audience.DIRECT, choices=QUESTION)
    )
    await room.press(QUESTION.prompt, "good")
    following = Choices(prompt="next", options=(Choice(id="yes", label="yes"),))
    event = await rooms.event(Chose)
    await reply(rooms, event, "And next?", choices=following, replaces=True)
    await rooms.stop()
    await rooms.start()

    await room.press("next", "yes")
    event = await rooms.event(Chose, 2)
    await reply(rooms, event, "Done.", replaces=True)

    assert await room.wait_for(lambda texts: texts == ["Done."])


@pytest.mark.parametrize("why", ["closed", "too fast", "resting"])
async def test_what_direct_messages_do_not_take_waits_behind_a_button(
    rooms: Rooms, why: str
) -> None:
    """Whoever wrote in a channel in need is answered all the same, and nobody else reads it."""
    ana, ben, general = (
        rooms.discord.member("Ana"),
        rooms.discord.member("Ben"),
        rooms.discord.general,
    )
    if why == "closed":
        ana.person.dms = "closed"
    else:
        too_fast = Fault("POST", "/users/@me/channels", status=403, code=40003)
        rooms.discord.faults.append(too_fast)
    if why == "resting":
        stranger = (await rooms.direct()).address
        await rooms.adapter.perform(
            Say(to=stranger, body=paragraph("Hi"), audience=Audience.DIRECT)
        )
    await ana.say("I can't go on", mention=True)
    there = Address("discord", space=str(rooms.discord.guild.id), channel=str(general.id))
    receipt = await rooms.adapter.perform(
        Say(
            to=Address("discord", user=str(ana.id)),
            body=paragraph("I'm glad you wrote."),
            audience=Audience.DIRECT,
            choices=QUESTION,
            asked=there,
        )
    )
    (line,) = [message for message in general.messages if message.components]
    await rooms.stop()
    await rooms.start()

    others = await ben.press(line, labels(line)[0])
    shown = await ana.press(line, labels(line)[0])

    assert receipt.outcome is Outcome.DEGRADED
    assert await shown.text() == "I'm glad you wrote."
    assert (await shown.message()).ephemeral
    assert labels(await shown.message()) == ["good", "low"]
    assert "for somebody else" in await others.text()
    assert (await others.message()).ephemeral
    assert not any("glad" in text for text in ben.texts(general))
