"""Two accounts of one person, joined by a code that is confirmed on both."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.features import erase
from storage import members
from storage.database import Transaction
from storage.tables import metadata, person_keys
from tests.support.texts import own_features
from tests.support.world import World, running


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with running(f"sqlite:///{tmp_path / 'handrail.db'}") as made:
        await made.join("ada")
        yield made


async def code(world: World, user: str = "ada") -> str:
    await world.platform.say(user, "link")
    found = re.search(r"link ([A-Z0-9]{4}-[A-Z0-9]{4})", world.last(user))
    assert found is not None
    return found[1]


async def link(world: World, second: str, given: str) -> None:
    """All of it, from the second account's code to the first one's yes."""
    await world.platform.say(second, f"link {given}")
    await world.platform.press(second, "yes")
    await world.settle()
    await world.platform.press("ada", "yes")
    await world.settle()


async def person(world: World, user: str) -> int | None:
    def look(tx: Transaction) -> int | None:
        found = members.member_with(tx, "memory", user)
        return found.id if found else None

    return await world.database.read(look)


async def people(world: World) -> int:
    return await world.database.read(
        lambda tx: tx.execute(select(func.count()).select_from(person_keys)).scalar_one()
    )


async def test_a_second_account_is_the_same_person(world: World) -> None:
    """They need not join again, and see what they told."""
    await world.platform.say("ada", "okay")
    await link(world, "ada-2", await code(world))

    assert "both accounts are you" in world.last("ada")
    assert "one with your other one" in world.last("ada-2")
    assert await person(world, "ada") == await person(world, "ada-2")
    await world.platform.say("ada-2", "checkin history")
    assert "okay" in world.last("ada-2").casefold()


async def test_nothing_is_joined_before_both_have_said_yes(world: World) -> None:
    """A code alone, or a yes on one side, joins nothing."""
    given = await code(world)
    await world.platform.say("ada-2", f"link {given}")
    assert "Only say yes if the other account is your own" in world.last("ada-2")
    assert await person(world, "ada-2") is None
    await world.platform.press("ada-2", "yes")
    await world.settle()
    assert await person(world, "ada-2") is None

    await world.platform.press("ada", "no")
    await world.settle()
    assert await person(world, "ada-2") is None
    assert world.last("ada-2") == "Nothing was joined."


async def test_a_code_is_good_once_and_for_a_quarter_of_an_hour(world: World) -> None:
    """One that lies around later opens nothing."""
    given = await code(world)
    await world.move_by(minutes=16)
    await world.platform.say("ada-2", f"link {given}")
    assert "don't know that code" in world.last("ada-2")

    given = await code(world)
    await link(world, "ada-2", given)
    await world.platform.say("eve", f"link {given}")
    assert "don't know that code" in world.last("eve")


async def test_where_both_hold_something_it_is_shown_first_and_kept(world: World) -> None:
    """Re-sealed under one key; where there can be but one, the first account's stays."""
    await world.platform.say("ada", "okay")
    await world.move_by(days=1)
    await world.join("bo")
    await world.platform.say("bo", "checkin notes on")
    await world.platform.say("bo", "good")
    await world.platform.say("bo", "note by the sea")
    await world.move_by(days=1)
    await world.platform.say("ada", "mixed")
    await world.platform.say("bo", "low")

    given = await code(world)
    await world.platform.say("bo", f"link {given}")
    assert "Check-ins: the words you tapped" in world.last("bo")
    await world.platform.press("bo", "yes")
    await world.settle()
    await world.platform.press("ada", "yes")
    await world.settle()

    assert await people(world) == 1
    await world.platform.say("ada", "checkin history")
    shown = world.last("ada").casefold()
    assert "by the sea" in shown
    assert "mixed" in shown
    assert "low" not in shown
    heard = len(world.platform.read("bo"))
    await world.move_by(days=1)
    assert len(world.platform.read("bo")) == heard, "one check-in a day, on one account"


async def test_everything_that_features_hold_can_be_read_afterwards(world: World) -> None:
    """A column that stayed under the destroyed key would be lost without a word."""
    one = await person(world, "ada")
    await world.join("bo")
    for words in (
        "checkin notes on",
        "rough",
        "note a long day",
        "country Germany",
    ):
        await world.platform.say("bo", words)
    await link(world, "bo", await code(world))

    assert one is not None

    def read(tx: Transaction) -> dict[str, object]:
        return {each.name: each.export(tx, one) for each in own_features()}

    held = str(await world.database.read(read))
    assert "a long day" in held
    assert "'DE'" in held


async def test_an_account_can_be_taken_away_again(world: World) -> None:
    """What is kept stays with the other one; messages go there."""
    await link(world, "ada-2", await code(world))
    await world.platform.say("ada-2", "link here")
    assert "I write to you here" in world.last("ada-2")
    await world.platform.say("ada-2", "link remove")

    assert await person(world, "ada-2") is None
    assert await person(world, "ada") is not None
    await world.platform.say("ada", "link remove")
    assert "only account" in world.last("ada")


async def test_who_is_erased_is_erased_on_both(world: World) -> None:
    """One person, one key."""
    await link(world, "ada-2", await code(world))
    one = await person(world, "ada")
    assert one is not None
    await world.database.write(lambda tx: erase(tx, own_features(), one))

    def left(tx: Transaction) -> set[str]:
        accounts = [tx.keys.index(f"memory:{user}") for user in ("ada", "ada-2")]
        return {
            table.name
            for table in metadata.sorted_tables
            for column in table.c
            if column.name == "user_index"
            and tx.execute(select(column).where(column.in_(accounts))).first()
        }

    assert await people(world) == 0
    assert await world.database.read(left) == set()
