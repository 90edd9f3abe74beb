"""Frames on the playground that its page would not send: each does what its account may, once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.platform import Address, Audience, Choice, Choices, Chose, Said, Say
from bot.richtext import paragraph
from tests.contract.rooms_playground import Rooms, playground_rooms

pytestmark = pytest.mark.e2e

QUESTION = Choices(prompt="mood", options=(Choice(id="good", label="Good"),))


@pytest.fixture
async def rooms(tmp_path: Path) -> AsyncIterator[Rooms]:
    async with playground_rooms(tmp_path) as running:
        yield running


async def test_a_frame_that_is_sent_again_is_the_same_event_even_after_a_restart(
    rooms: Rooms,
) -> None:
    """The core applies an id once; and the words stand in the room once."""
    typed = {"type": "say", "id": "abcdefgh1", "room": "general", "text": "hello"}
    page = await rooms.page("member-1")
    await page.do(**typed)
    page.heard.clear()
    await page.do(**typed)
    await rooms.restart()
    again = await rooms.page("member-1")
    await again.do(**typed)

    assert [each.id for each in rooms.events] == ["member-1:abcdefgh1"] * 3
    assert [m["author"] for m in again.shown("general")] == ["member-1"]


async def test_anothers_id_makes_nobody_into_them(rooms: Rooms) -> None:
    """An id counts with the account that used it: nothing is taken from, or hidden by, another."""
    frame = {"type": "say", "id": "abcdefgh1", "room": "general"}
    one, other = await rooms.page("member-1"), await rooms.page("member-2")
    await one.do(**frame, text="mine")
    await other.do(**frame, text="no, mine")

    said = [(each.actor.user, each.text) for each in rooms.events if isinstance(each, Said)]
    assert said == [("member-1", "mine"), ("member-2", "no, mine")]
    assert len({each.id for each in rooms.events}) == 2


@pytest.mark.parametrize(
    "forged",
    [
        pytest.param({"account": "member-2"}, id="by another account"),
        pytest.param({"account": "nobody"}, id="by no account"),
        pytest.param({"choice": "bad"}, id="an option that is not there"),
        pytest.param({"message": "999"}, id="of a message that is not there"),
    ],
)
async def test_a_button_is_pressed_only_by_whom_it_is_shown_to(
    rooms: Rooms, forged: dict[str, Any]
) -> None:
    """Whatever a frame says: what an account does not see, it cannot press."""
    room = await rooms.direct("member-1")
    say = Say(to=room.address, body=paragraph("How?"), audience=Audience.DIRECT, choices=QUESTION)
    shown = (await rooms.adapter.perform(say)).message
    assert shown is not None
    pressed = {"type": "press", "message": shown, "choice": "good"}

    heard = await room.page.do(**pressed | forged)
    assert heard["problem"] in ("button", "room")
    assert rooms.events == []
    assert "problem" not in await room.page.do(**pressed)
    (event,) = rooms.events
    assert isinstance(event, Chose)
    assert event.actor == Address("playground", user="member-1")


async def test_a_frame_brings_no_rights_and_no_place_of_its_own(rooms: Rooms) -> None:
    """Who somebody is, what they may and where they are is the server's to say."""
    page = await rooms.page("member-1")
    for more in ({"roles": ["owner"]}, {"actor": "moderator"}, {"waiting": "x"}, {"at": 0}):
        await page.send({"type": "say", "id": "abcdefgh2", "account": "member-1",
                         "room": "general", "text": "!help", **more})  # fmt: skip
    await page.do(type="say", room="general", text="!help")

    (event,) = rooms.events
    assert event.roles == frozenset()
