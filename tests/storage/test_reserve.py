"""Room on the disk for what must be written even when it is full."""

from __future__ import annotations

import shutil
from collections import namedtuple
from pathlib import Path

import pytest

from storage.database import Database, Transaction
from storage.errors import StorageFullError
from storage.reserve import Reserve
from tests.support.stores import names, note

Usage = namedtuple("Usage", "total used free")


def test_the_reserve_takes_up_room_and_gives_it_back(tmp_path: Path) -> None:
    """Only its owner may read it; making it twice changes nothing."""
    reserve = Reserve(tmp_path / "h.reserve", size=4096)

    assert reserve.make()
    assert reserve.make()
    assert (tmp_path / "h.reserve").stat().st_size == 4096
    assert (tmp_path / "h.reserve").stat().st_mode & 0o777 == 0o600

    assert reserve.free()
    assert not (tmp_path / "h.reserve").exists()
    assert not reserve.free()


def test_a_disk_that_is_nearly_full_is_not_filled_by_the_reserve(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would make the trouble that it is there for."""
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(10**9, 10**9, 8192))
    reserve = Reserve(tmp_path / "h.reserve", size=4096)

    assert not reserve.make()
    assert not reserve.there


class Full:
    """A work that finds the disk full as long as the reserve is there."""

    def __init__(self, reserve: Path) -> None:
        self.reserve = reserve

    def __call__(self, tx: Transaction) -> None:
        if self.reserve.exists():
            raise StorageFullError("database or disk is full")
        note("kept")(tx)


async def test_what_is_vital_takes_the_reserve_and_nothing_else_does(
    sqlite_file: Path, sqlite_only: Database
) -> None:
    """Check-ins wait for the operator to make room; a crisis does not."""
    reserve = sqlite_file.with_name(f"{sqlite_file.name}.reserve")
    assert await sqlite_only.keep_reserve()
    assert reserve.stat().st_size > 1024 * 1024

    with pytest.raises(StorageFullError):
        await sqlite_only.write(Full(reserve))
    assert reserve.exists()

    await sqlite_only.write(Full(reserve), vital=True)
    assert await sqlite_only.read(names) == {"kept"}
    assert not reserve.exists()

    assert await sqlite_only.keep_reserve()
    assert reserve.exists()


async def test_without_a_reserve_a_full_disk_is_told(
    sqlite_file: Path, sqlite_only: Database
) -> None:
    """Nothing is tried in circles."""

    def full(tx: Transaction) -> None:
        raise StorageFullError("database or disk is full")

    with pytest.raises(StorageFullError):
        await sqlite_only.write(full, vital=True)
