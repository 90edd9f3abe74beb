"""Through the front door: a check-in for everybody in a room, opened by its team."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.platform import Address, Chose, Said
from storage.tables import checkin_group_votes, checkins
from tests.support.team import GENERAL, SPACE, Community, community

MORNING = datetime(2026, 11, 24, 14, 30, tzinfo=UTC)  # 9:30 in New York


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[Community]:
    async with community(tmp_path) as made:
        yield made


def event(house: Community, who: str, where: Address = GENERAL, **more: Any) -> dict[str, Any]:
    return house.world.platform.event(who, where) | {"spaces": (SPACE,)} | more


async def says(house: Community, text: str, *, moderator: bool = True) -> str:
    roles = frozenset({"moderator"}) if moderator else frozenset[str]()
    said = Said(**event(house, "mo", roles=roles), text=text, addressed=True)
    await house.world.core.take(said)
    await house.world.settle()
    return room(house)[-1]


async def taps(house: Community, who: str, word: str, where: Address = GENERAL) -> None:
    shown = house.world.platform.offering("general", word)
    assert shown.choices is not None
    tapped = event(house, who, where, message=shown.id)
    await house.world.core.take(Chose(**tapped, prompt=shown.choices.prompt, choice=word))
    await house.world.settle()


def room(house: Community) -> list[str]:
    return house.world.platform.read("general")


async def test_a_thread_opens_every_day(house: Community) -> None:
    """At its hour, once; it says that everybody can read along; its first words are in it."""
    assert "Answers there are public" in await says(house, "checkin group thread 9:30")
    for day in range(2):
        before = len(room(house))
        await house.world.move_to(MORNING + timedelta(days=day))
        post, first = house.world.platform.rooms["general"][before:]
        assert "can be read by everybody" in post.text
        assert post.choices is None
        assert first.thread == post.id
    await house.world.move_by(hours=3)
    assert len(room(house)) == before + 2


async def test_a_poll_shows_how_many(house: Community) -> None:
    """Changed with another tap, counted once each, kept with nobody's own days, gone tomorrow."""
    await house.world.join("ada")
    await says(house, "checkin group poll 9:30")
    await house.world.move_to(MORNING)
    shown = house.world.platform.rooms["general"][-1]
    assert shown.choices is not None
    assert shown.choices.poll
    assert [each.id for each in shown.choices.options] == ["good", "okay", "mixed", "low", "rough"]

    for who, word in (("ada", "okay"), ("ben", "low"), ("ada", "low")):
        await taps(house, who, word)
    assert "low 2" in room(house)[-1]
    assert "okay" not in room(house)[-1].splitlines()[-1]
    assert "seen by everybody" in room(house)[-1]

    assert await count(house, checkins) == 0
    assert await count(house, checkin_group_votes) == 2
    await house.world.move_to(MORNING + timedelta(days=1))
    assert await count(house, checkin_group_votes) == 0


async def test_a_tap_counts_in_its_own_room_only(house: Community) -> None:
    """A prompt carried elsewhere means nothing."""
    await says(house, "checkin group poll 9:30")
    await house.world.move_to(MORNING)
    await taps(house, "ada", "good", Address("memory", space=SPACE, channel="other"))

    assert await count(house, checkin_group_votes) == 0


async def test_it_is_the_teams_to_open_and_to_end(house: Community) -> None:
    """In a room of theirs; ended, nothing opens any more."""
    assert "moderators" in await says(house, "checkin group thread", moderator=False)
    await says(house, "checkin group poll 9:30")
    assert "No check-in opens here" in await says(house, "checkin group off")
    before = len(room(house))
    await house.world.move_to(MORNING)

    assert len(room(house)) == before


async def count(house: Community, table: Any) -> int:
    def read(tx: Any) -> int:
        return int(tx.execute(select(func.count()).select_from(table)).scalar_one())

    return await house.world.database.read(read)
