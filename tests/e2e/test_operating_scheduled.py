"""Backups that nobody has to think of."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import ManualClock
from bot.features import all_features, erase
from bot.operating.backups.scheduled import FIRST_AFTER, ScheduledBackups
from bot.settings import BackupsSettings, Settings, StorageSettings
from storage import erasures
from storage.backup_files import backups_in
from storage.database import Database, open_database
from tests.support.backups import NOON, fill
from tests.support.databases import with_tables
from tests.support.stores import MASTER


class House:
    """A database, its backups, a clock, and what the operator was told."""

    def __init__(self, database: Database, url: str, folder: Path, every: float = 24) -> None:
        self.clock = ManualClock(NOON)
        self.folder = folder
        self.told: list[str] = []
        self.database = database
        self.settings = Settings(
            storage=StorageSettings(url=url),
            backups=BackupsSettings(folder=folder, every_hours=every, keep_days=2),
        )
        self.backups = self.restarted()

    def restarted(self) -> ScheduledBackups:
        return ScheduledBackups(self.settings, self.database, self.clock, self.told.append)

    async def after(self, **span: float) -> None:
        self.clock.move_to(self.clock.now() + timedelta(**span))
        await self.backups.look()

    @property
    def count(self) -> int:
        return len(backups_in(self.folder))


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    url = with_tables(f"sqlite:///{tmp_path / 'handrail.db'}", MASTER)
    opened = open_database(url, MASTER)
    yield opened
    await opened.close()


@pytest.fixture
def house(database: Database, tmp_path: Path) -> House:
    return House(database, f"sqlite:///{tmp_path / 'handrail.db'}", tmp_path / "backups")


async def test_a_backup_a_day_and_none_for_longer_than_was_said(house: House) -> None:
    """The first one a while after the start; a restart makes none beside it."""
    await house.after(minutes=1)
    assert house.count == 0

    await house.after(seconds=FIRST_AFTER.total_seconds())
    assert house.count == 1
    assert house.backups.last_backup == house.clock.now()
    house.backups = house.restarted()
    await house.after(hours=12)
    assert house.count == 1
    for _ in range(5):
        await house.after(hours=24)

    assert house.count == 3  # today's, and those of the two days that were said
    assert len(list(house.folder.glob("*.keys"))) == 2
    assert house.told == []


async def test_none_where_none_is_wanted(database: Database, tmp_path: Path) -> None:
    house = House(database, f"sqlite:///{tmp_path / 'handrail.db'}", tmp_path / "b", every=0)

    await house.after(days=3)

    assert house.count == 0
    assert not house.backups.wanted


async def test_one_that_was_not_made_is_told_once_and_tried_again(house: House) -> None:
    """The operator reads why; an hour later it is tried again, and is well again."""
    house.folder.write_text("in the way")

    await house.after(days=1)
    await house.after(minutes=1)
    await house.after(hours=2)
    told, error = list(house.told), house.backups.last_error
    assert await house.backups.last() is None  # which the operator is warned of
    house.folder.unlink()
    await house.after(hours=2)

    assert len(told) == 1
    assert str(house.folder) in told[0]
    assert error == told[0]
    assert house.count == 1
    assert house.backups.last_error is None


async def test_the_list_of_the_erased_lies_beside_the_backups(house: House) -> None:
    """Within half a minute of leaving, so that a later loss of the database forgets nobody."""
    person = await asyncio.to_thread(fill, house.database)
    await house.database.write(lambda tx: erase(tx, all_features(), person))

    await house.backups.write_erasures()
    await house.backups.write_erasures()

    assert len(erasures.read_file(house.folder)) == 1
