"""Events on Discord that no member made: nothing comes of them, and others are heard."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.commands import Command, CommandTable, Field, Form, Kind
from bot.platform import Chose, Commanded, FormFilled, Invited, Reply, Said
from bot.richtext import paragraph
from tests.contract.rooms_discord import Rooms, discord_rooms
from tests.discord_standin import payloads

pytestmark = pytest.mark.e2e

NOTE = Form(name="note", fields=(Field(name="text", kind=Kind.LONG_TEXT),))
TABLE = CommandTable([Command(name="checkin now", handler=list)], [NOTE])


@pytest.fixture
async def rooms(tmp_path: Path) -> AsyncIterator[Rooms]:
    async with discord_rooms(tmp_path, TABLE, message_content=True) as running:
        yield running


_NOBODYS: dict[str, dict[str, Any]] = {
    "a webhook's": {"webhook_id": "815"},
    "another bot's": {"author": {"bot": True}},
    "a joining": {"type": 7},
    "a pin": {"type": 6},
    "a new thread": {"type": 18},
    "a call": {"type": 3},
    "a boost": {"type": 8},
    "an answer to another bot's command": {"type": 20, "webhook_id": "815"},
    "a poll's result": {"type": 46},
    "of a type that is to come": {"type": 99},
}


async def test_only_what_a_person_wrote_is_heard(rooms: Rooms) -> None:
    """Webhooks can take any name and picture, bots talk to bots, and Discord writes for people."""
    world, ana = rooms.discord.world, rooms.discord.member("Ana")
    for where in (rooms.discord.general, world.open_dm(ana.person)):
        for changes in _NOBODYS.values():
            written = payloads.message(world.post(where, ana.person, "checkin now"))
            author = written["author"] | changes.get("author", {})
            guild = {"guild_id": str(where.guild.id)} if where.guild else {}
            forged = written | changes | {"author": author} | guild
            await rooms.discord.gateway.dispatch("MESSAGE_CREATE", forged, broken=True)
        own = payloads.message(world.post(where, world.bot, "checkin now"))
        await rooms.discord.gateway.dispatch("MESSAGE_CREATE", own, broken=True)
        edited = payloads.message(world.post(where, ana.person, "checkin now"))
        await rooms.discord.gateway.dispatch("MESSAGE_UPDATE", edited, broken=True)
    await ana.dm("it's me")
    heard = await rooms.event(Said)

    assert heard.text == "it's me"
    assert [each for each in rooms.events if not isinstance(each, Invited)] == [heard]


async def test_a_history_is_read_as_strictly_as_what_comes_in(
    rooms: Rooms, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pin in somebody's direct messages is theirs by name, and nothing that they said."""
    ana = rooms.discord.member("Ana")
    await ana.dm("before")
    await rooms.event(Said)
    await rooms.stop()
    pinned = await ana.dm("")
    await ana.dm("after")
    written = payloads.message

    def with_pin(item: Any, **more: Any) -> dict[str, Any]:
        return written(item, **more) | ({"type": 6} if item.id == pinned.id else {})

    monkeypatch.setattr(payloads, "message", with_pin)
    await rooms.start()
    await rooms.event(Said, 2)

    assert [each.text for each in rooms.events if isinstance(each, Said)] == ["before", "after"]


@pytest.mark.parametrize(
    "custom_id",
    ["", "|", "c", "c|", "c|||||", "c|" + "x" * 90 + "|y", "c|mood|" + "y" * 90, "f|gone|mood",
     "k|nothing-is-kept-here", "m|note|mood", "s|mood", "%", "c|%00|%ff", "c|\ud83d\ude42|\u202e",
     "\x00", "x" * 100],
)  # fmt: skip
async def test_a_button_that_was_made_up_is_answered_kindly(rooms: Rooms, custom_id: str) -> None:
    """Never "This interaction failed", and never something too long for what is shown next."""
    world, ana = rooms.discord.world, rooms.discord.member("Ana")
    button = {"type": 2, "style": 2, "label": "Press", "custom_id": custom_id}
    row = [{"type": 1, "components": [button]}]
    message = world.post(world.open_dm(ana.person), world.bot, "Hi", components=row)

    use = await ana.press(message, "Press")
    event = await rooms.event(Chose)
    await rooms.adapter.perform(Reply(to=event, body=paragraph("These work now.")))

    assert len(event.prompt) <= 60
    assert len(event.choice) <= 40
    assert event.actor.user == str(ana.id)
    assert await use.text() == "These work now."


async def test_a_form_that_was_never_opened_is_told_to_be_gone(rooms: Rooms) -> None:
    """What is in it goes to the core as what it is: the words of whoever sent it."""
    ana = rooms.discord.member("Ana")
    use = await ana.slash("checkin now")
    field = {"type": 18, "component": {"type": 4, "custom_id": "text", "required": False}}
    for number, name in enumerate(("m|note|" + "x" * 90, "m|gone|mood", "m|note"), start=1):
        use.interaction.modal = {"custom_id": name, "components": [field]}
        await ana.submit_modal(use, {"text": "words"})
        filled = await rooms.event(FormFilled, number)
        assert (filled.form, filled.prompt) in (("", ""), ("gone", "mood"))
        assert filled.actor.user == str(ana.id)


async def test_what_is_delivered_again_after_a_restart_has_its_old_id(rooms: Rooms) -> None:
    """The core applies an id once: a command, a press or a message is not done twice."""
    ana = rooms.discord.member("Ana")
    await ana.slash("checkin now")
    await rooms.event(Commanded)
    await ana.say("hello")
    await rooms.event(Said)
    sent = [each for each in rooms.discord.gateway.sessions[0].sent
            if each["t"] in ("INTERACTION_CREATE", "MESSAGE_CREATE")]  # fmt: skip
    await rooms.stop()
    await rooms.start()
    for each in sent:
        await rooms.discord.gateway.dispatch(each["t"], each["d"])
    await rooms.event(Said, 2)
    await rooms.event(Commanded, 2)

    heard = [each for each in rooms.events if isinstance(each, Said | Commanded)]
    assert len(heard) == 4
    assert len({each.id for each in heard}) == 2
