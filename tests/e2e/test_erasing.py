"""Somebody is erased: nothing is left by which they could be found, in any feature."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import LargeBinary, func, select

from bot import features
from storage import episodes, lines, members
from storage.database import Transaction
from storage.tables import metadata
from tests.support.team import GENERAL, Community, community
from tests.support.texts import own_features


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[Community]:
    async with community(tmp_path) as made:
        yield made


async def test_nothing_is_left_of_somebody_who_is_erased(house: Community) -> None:
    """Not as a member, nor as one of the team; what they did for others stays, without them."""
    bo = await a_member_of_the_team(house)
    theirs = {"persons", "accounts", "helpers", "line_checks", "episodes", "silences"}
    assert await left(house, bo) >= theirs

    await house.world.database.write(lambda tx: features.erase(tx, own_features(), bo))

    assert await left(house, bo) == set()
    (hers,) = await house.episodes()
    assert (hers.state, hers.claimant) == ("claimed", None)
    checks = await house.world.database.read(lambda tx: lines.checks(tx, house.id))
    assert [each.who for each in checks] == [None]


async def test_who_erases_the_member_first_finds_the_rest_no_more(house: Community) -> None:
    """Why there is an order at all: rosters know an account, not a person."""
    bo = await a_member_of_the_team(house)

    def members_first(tx: Transaction) -> None:
        for feature in sorted(own_features(), key=lambda each: each.name != "members"):
            feature.erase(tx, bo)

    await house.world.database.write(members_first)

    assert await left(house, bo) >= {"helpers", "line_checks"}


async def a_member_of_the_team(house: Community) -> int:
    """Bo has joined, is on duty, took an alert, proposed something, checked a line, and had a bad
    day. Returns: their id."""
    await house.world.join("bo")
    await house.gets_ready("bo")
    await house.command("bo", "crisis silence craving")
    await house.says("ada", "badly", room=GENERAL)
    await house.press("bo", "mine")
    await house.says("bo", "badly")
    now = house.world.clock.now()

    def check(tx: Transaction) -> int:
        lines.check(
            tx, ["us/988"], community=house.id, now=now, who="Bo", platform="memory", user="bo"
        )
        member = members.member_with(tx, "memory", "bo")
        assert member is not None
        return member.id

    return await house.world.database.write(check)


async def left(house: Community, person: int) -> set[str]:
    """The tables with something about Bo: by their id, or by the keyed hash of their account."""

    def look(tx: Transaction) -> set[str]:
        account = tx.keys.index("memory:bo")
        found = {"episodes"} if episodes.claimed_by(tx, [account]) else set[str]()
        for table in metadata.sorted_tables:
            theirs = [table.c.person == person] if "person" in table.c else []
            if table.name == "persons":
                theirs.append(table.c.id == person)
            theirs += [each == account for each in table.c if isinstance(each.type, LargeBinary)]
            for each in theirs:
                if tx.execute(select(func.count()).select_from(table).where(each)).scalar_one():
                    found.add(table.name)
        return found

    return await house.world.database.read(look)
