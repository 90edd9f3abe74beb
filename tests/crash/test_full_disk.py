"""A disk that is really full: said so, got over, and no reason to lose anything."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.platform import Said
from storage import episodes
from storage.errors import StorageFullError
from storage.tables import consents
from tests.support.crisis import GRAVE, SPACE, Team, gathered
from tests.support.disks import filled, small_disk
from tests.support.person import Person
from tests.support.world import running


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """With room for a database, and for the reserve beside it."""
    with small_disk(tmp_path / "disk", 48) as made:
        yield made


async def test_what_was_acknowledged_on_a_filling_disk_is_there(disk: Path) -> None:
    """Readiness names it, the platform keeps what was refused, and room is all that it takes."""
    file = disk / "h.db"
    async with running(f"sqlite:///{file}") as world:
        await Person(world).join()
        taken = 0
        with filled(disk):
            for _ in range(2000):  # a log that was longer once has room for some
                said = Said(
                    **world.platform.event("ada"),
                    direct=True,
                    addressed=True,
                    text="checkin notes on",
                )
                try:
                    await world.core.take(said)
                except StorageFullError:
                    break
                taken += 1
            else:
                pytest.fail("the disk was never full")
            sick = await world.core.health()
        well = await world.core.health()
        await world.core.take(said)  # the platform hands it over again
        await world.settle()
        notes = select(consents.c.id).where(consents.c.purpose == "notes")
        kept = await world.database.read(lambda tx: len(tx.execute(notes).all()))
    with closing(sqlite3.connect(file)) as opened:
        sound = opened.execute("PRAGMA integrity_check").fetchone()

    assert sick["database"] == "StorageFullError"
    assert well["database"] is None
    assert kept == taken + 1
    assert sound == ("ok",)


async def test_on_a_full_disk_a_life_in_danger_is_written_down(disk: Path) -> None:
    """The reserve is given up for it, before anybody makes room."""
    async with gathered(disk, Team()) as world:
        await world.database.keep_reserve()
        with filled(disk):
            refused = False
            for _ in range(2000):
                ordinary = Said(
                    **world.platform.event("bo"), direct=True, addressed=True, text="help"
                )
                try:
                    await world.core.take(ordinary)
                except StorageFullError:
                    refused = True
                    break
            event = world.platform.event("ada") | {"spaces": (SPACE,)}
            await world.core.take(Said(**event, direct=True, addressed=True, text=GRAVE))
            await world.watch.written()
            found = await world.database.read(episodes.unsettled)

    assert refused
    assert [one.told for one in found] == [True]
    assert sum("988" in shown for shown in world.platform.read("ada")) == 1
    assert len(world.platform.read("staff")) == 1
