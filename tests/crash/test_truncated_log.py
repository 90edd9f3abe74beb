"""A power cut leaves a write-ahead log that ends anywhere: what was acknowledged is before it."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from storage.database import Database, open_database
from tests.support.databases import with_tables
from tests.support.stores import MASTER, note, together

pytestmark = pytest.mark.crash

COMMITS, COPIES = 40, 120


def rows_in(copy: Path) -> set[str]:
    """What another process finds there; the file must be sound."""
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return {name for (name,) in connection.execute("SELECT name FROM facts")}


@pytest.fixture
async def opened(tmp_path: Path) -> AsyncIterator[Database]:
    database = open_database(with_tables(f"sqlite:///{tmp_path / 'handrail.db'}"), MASTER)
    yield database
    await database.close()


async def test_wherever_the_log_is_cut_nothing_acknowledged_is_lost(
    opened: Database, tmp_path: Path
) -> None:
    """Copies are cut at the end of each commit, and at any byte between."""
    sqlite_file = tmp_path / "handrail.db"
    log = sqlite_file.with_name(f"{sqlite_file.name}-wal")
    acknowledged: list[tuple[int, set[str]]] = []
    stored: set[str] = set()
    for number in range(COMMITS):
        names = {f"row {number}.{part}" for part in range(1 + number % 5)}
        await together(opened, *(note(name) for name in names))
        stored = stored | names
        acknowledged.append((log.stat().st_size, stored))
    database, whole = sqlite_file.read_bytes(), log.read_bytes()
    assert len(whole) == acknowledged[-1][0], "the log was emptied on the way"

    chance = random.Random(20261121)
    ends = [size for size, _ in acknowledged]
    cuts = [*ends, *(chance.randrange(len(whole) + 1) for _ in range(COPIES - len(ends)))]
    copy = tmp_path / "copy" / "handrail.db"
    copy.parent.mkdir()
    for cut in cuts:
        for old in copy.parent.iterdir():
            old.unlink()
        copy.write_bytes(database)
        copy.with_name(f"{copy.name}-wal").write_bytes(whole[:cut])
        found = rows_in(copy)
        kept = max((rows for size, rows in acknowledged if size <= cut), key=len, default=set())
        assert kept <= found <= stored, f"cut at {cut}"
