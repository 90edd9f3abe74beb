"""Nobody to lead a meeting: the team is asked in time, and members are told how it is."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.crisis.watching.knowing import Rooms, StaffRoom
from bot.platform import Address, Chose
from tests.support.meetings import GUILD, add, member, person, settle
from tests.support.person import Person
from tests.support.world import World, running

STAFF = Address("memory", space=GUILD, channel="staff")
START = datetime(2026, 11, 25, 0, 0, tzinfo=UTC)  # Tuesday, 7 pm in New York


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A meeting that somebody has to lead, and a member who comes."""
    rooms = Rooms(staff=(StaffRoom(STAFF, "en"),), watched=frozenset())
    url = f"sqlite:///{tmp_path / 'handrail.db'}"
    async with running(url, rooms_of=lambda tx, community: rooms) as made:
        await settle(made)
        await add(made, chair="yes")
        ada = await member(made)
        await ada.say("coming Newcomers")
        yield made


def staff(world: World) -> list[str]:
    return [text for text in world.platform.read("staff") if "Newcomers" in text]


async def press_in_staff(who: Person, choice: str = "take") -> None:
    """Press the newest button in the team's room."""
    shown = who.world.platform.offering("staff", choice)
    assert shown.choices is not None
    told = who.world.platform.event(who.name, STAFF) | who.told | {"message": shown.id}
    await who.take(Chose(**told, prompt=shown.choices.prompt, choice=choice))


async def host(world: World) -> Person:
    sam = person(world, "sam", roles=frozenset({"facilitator"}))
    await sam.join(place="New York")
    return sam


async def test_the_team_is_asked_a_day_before_and_one_yes_is_enough(world: World) -> None:
    """Once; whoever takes it is asked shortly before whether they are there."""
    sam = await host(world)
    await world.move_to(datetime(2026, 11, 24, 0, 0, tzinfo=UTC))
    assert len(staff(world)) == 1
    assert "Who leads Newcomers" in staff(world)[0]
    await press_in_staff(sam)
    assert "somebody leads it" in staff(world)[-1]
    assert "sam" not in " ".join(staff(world))

    await world.move_to(datetime(2026, 11, 24, 23, 45, tzinfo=UTC))
    assert sam.last.startswith("Your 7:00\u202fPM: will you be there?")
    await sam.press("here")
    before = len(staff(world))
    ada = len(world.platform.read("ada"))
    await world.move_to(datetime(2026, 11, 25, 0, 6, tzinfo=UTC))
    assert len(staff(world)) == before
    assert len(world.platform.read("ada")) == ada


async def test_a_no_shortly_before_asks_the_team_again(world: World) -> None:
    """Nobody has to lead a meeting unwell; a stand-in takes it."""
    sam, kim = await host(world), person(world, "kim")
    await kim.join()
    await sam.say("meeting host Newcomers")
    assert "is yours" in sam.last
    await world.move_to(datetime(2026, 11, 24, 12, 0, tzinfo=UTC))
    assert staff(world) == []
    await world.move_to(datetime(2026, 11, 24, 23, 45, tzinfo=UTC))
    await sam.press("cannot")
    await world.settle()
    assert "Can anyone step in?" in staff(world)[-1]
    await press_in_staff(kim)
    ada = len(world.platform.read("ada"))
    await world.move_to(datetime(2026, 11, 25, 0, 6, tzinfo=UTC))
    assert len(world.platform.read("ada")) == ada


async def test_with_nobody_there_the_members_are_told(world: World) -> None:
    """At the start the team is asked once more; five minutes later it is said as it is."""
    sam = await host(world)
    await sam.say("meeting host Newcomers")
    await world.move_to(START)
    assert "begins, and nobody has said they're there" in staff(world)[-1]
    assert "nobody is there" not in world.last("ada")
    await world.move_by(minutes=5)
    assert world.last("ada").startswith("Your 1:00\u202fAM: so far nobody is there to lead it.")
    assert "Newcomers" not in world.last("ada")
    count = len(world.platform.read("ada"))
    await world.move_by(minutes=5)
    assert len(world.platform.read("ada")) == count


async def test_only_the_teams_room_can_take_it(world: World) -> None:
    """A button made up elsewhere, or another's question, changes nothing."""
    await host(world)
    await world.move_to(datetime(2026, 11, 24, 0, 0, tzinfo=UTC))
    shown = world.platform.offering("staff", "take").choices
    assert shown is not None
    ada = person(world, "ada")
    await ada.choose(shown.prompt, "take")
    await ada.choose(shown.prompt.replace("meeting-chair", "meeting-chair-here"), "here")
    await world.move_to(START)
    assert "begins, and nobody" in staff(world)[-1]


async def test_where_nobody_has_to_lead_nobody_is_asked(tmp_path: Path) -> None:
    """Many meetings run by themselves."""
    rooms = Rooms(staff=(StaffRoom(STAFF, "en"),), watched=frozenset())
    url = f"sqlite:///{tmp_path / 'handrail.db'}"
    async with running(url, rooms_of=lambda tx, community: rooms) as world:
        await settle(world)
        await add(world)
        await world.move_to(datetime(2026, 11, 25, 0, 6, tzinfo=UTC))
        assert staff(world) == []
