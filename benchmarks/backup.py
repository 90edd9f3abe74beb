"""How long a backup takes, what writing notices of it meanwhile, and how long it takes back."""

from __future__ import annotations

import asyncio
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from benchmarks.databases import KEY, filled, fresh, in_a_process_of_its_own, merged
from storage.backup import make_backup
from storage.backup_files import Backup
from storage.database import Database, Transaction, open_database
from storage.encryption import MasterKey
from storage.ids import new_ids
from storage.restoring import restore
from storage.rotation import rotate
from storage.tables import facts

_RUNS = 3
_BLOCK = 8 * 1024  # bytes of what stands for notes and messages
_AT_ONCE = 500


def run(members: int, mib: int, dialects: list[str]) -> dict[str, Any]:
    """Backup, restore and rotation, each database in a process of its own."""
    goals: dict[str, Any] = {"members": members, "goal_restore_seconds": 5.0}
    return goals | merged(
        [(each, in_a_process_of_its_own(_measure, each, members, mib)) for each in dialects]
    )


def _measure(dialect: str, members: int, mib: int) -> dict[str, Any]:
    with fresh(dialect) as url, tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        database = filled(url, members)
        _grow(database, url, mib)
        made, seconds = _timed(partial(_back_up, url, folder), _RUNS)
        idle, busy = asyncio.run(_commits(database, partial(_back_up, url, folder)))
        database.close_sync()
        before = _peak_mib()
        target = folder / "new"
        taken = [_restored(made, f"sqlite:///{target / str(number)}.db") for number in range(_RUNS)]
        new = MasterKey.generate()
        began = time.perf_counter()
        rotate(url, KEY, new)
        rotated = time.perf_counter() - began
        return {
            "mib": round(made.data.stat().st_size / 2**20, 1),
            "backup_seconds": round(seconds, 2),
            "restore_seconds": round(statistics.median(taken), 2),
            "restore_slowest_seconds": round(max(taken), 2),
            "commit_p99_ms_idle": round(idle, 1),
            "commit_p99_ms_while_backing_up": round(busy, 1),
            "rotate_seconds": round(rotated, 2),
            "peak_mib": before,
        }


def _grow(database: Database, url: str, mib: int) -> None:
    """Add rows until the database is about as large as wanted."""

    def more(tx: Transaction) -> None:
        rows = [{"name": f"fill-{id}", "value": "x" * _BLOCK} for id in new_ids(_AT_ONCE)]
        tx.execute(insert(facts), rows)

    path = Path(url.removeprefix("sqlite:///"))
    if database.dialect != "sqlite":
        return
    while path.stat().st_size < mib * 2**20:
        database.write_sync(more)
        asyncio.run(database.shed_deleted())


def _back_up(url: str, folder: Path) -> Backup:
    return make_backup(url, KEY, folder / "backups", datetime.now(UTC))


def _restored(made: Backup, url: str) -> float:
    began = time.perf_counter()
    restore(made.data, url, KEY, lambda tx, person: None, datetime.now(UTC))
    taken = time.perf_counter() - began
    open_database(url, KEY, migrate=False).close_sync()
    return taken


def _timed(work: Callable[[], Backup], runs: int) -> tuple[Backup, float]:
    """What it made last, and the median of the seconds."""
    taken = []
    for _ in range(runs):
        began = time.perf_counter()
        made = work()
        taken.append(time.perf_counter() - began)
    return made, statistics.median(taken)


async def _commits(database: Database, back_up: Callable[[], Backup]) -> tuple[float, float]:
    """The 99th percentile of a small commit's milliseconds: at rest, and during a backup."""
    idle = await _commit_until(database, asyncio.create_task(asyncio.sleep(3)))
    busy = await _commit_until(database, asyncio.create_task(asyncio.to_thread(back_up)))
    return idle, busy


async def _commit_until(database: Database, end: asyncio.Task[Any]) -> float:
    taken = []
    while not end.done():
        (id,) = new_ids(1)
        row = {"name": f"small-{id}", "value": "x"}
        began = time.perf_counter()
        await database.write(lambda tx, row=row: tx.execute(insert(facts), row).rowcount)  # type: ignore[misc]
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.quantiles(taken, n=100)[98]


def _peak_mib() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
