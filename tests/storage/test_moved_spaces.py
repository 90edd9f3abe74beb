"""A community whose room was replaced stays the same community."""

from __future__ import annotations

from collections.abc import Sequence

from storage import members
from storage.database import Database, Transaction


def _home(tx: Transaction, rooms: Sequence[str]) -> int:
    return members.put_community(
        tx,
        name="Home",
        language="en",
        country=None,
        zone="UTC",
        spaces_of=[("matrix", room) for room in rooms],
    )


def _at(tx: Transaction, rooms: Sequence[str]) -> list[int]:
    """Which community each room belongs to; rooms of none are left out."""
    found = [members.communities_with(tx, "matrix", [room]) for room in rooms]
    return [community.id for each in found for community in each]


async def test_a_community_outlives_its_rooms(database: Database) -> None:
    """The settings go on naming the old room; members lose nothing by an upgrade."""

    first = await database.write(lambda tx: _home(tx, ["!old"]))
    await database.write(lambda tx: members.move_space(tx, "matrix", "!old", "!new"))
    await database.write(lambda tx: members.move_space(tx, "matrix", "!new", "!newer"))
    again = await database.write(lambda tx: _home(tx, ["!old"]))

    assert again == first
    found = await database.read(lambda tx: _at(tx, ["!old", "!new", "!newer"]))
    assert found == [first] * 3


async def test_a_room_that_is_no_longer_listed_is_let_go(database: Database) -> None:
    """What the operator takes out of the file is out, with whatever replaced it."""
    await database.write(lambda tx: _home(tx, ["!one", "!two"]))
    await database.write(lambda tx: members.move_space(tx, "matrix", "!two", "!three"))

    home = await database.write(lambda tx: _home(tx, ["!one"]))

    assert await database.read(lambda tx: _at(tx, ["!one"])) == [home]
    assert await database.read(lambda tx: _at(tx, ["!two", "!three"])) == []
