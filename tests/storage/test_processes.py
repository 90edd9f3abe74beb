"""Several processes on one database, and a process that ends without warning."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.support.stores import MASTER, Open, names

_WRITE_MANY = """
    import asyncio, sys
    from sqlalchemy import insert
    from storage.database import open_database
    from storage.encryption import MasterKey
    from storage.tables import facts

    url, key, who, crash = sys.argv[1:]
    left = int(crash)

    def checkpoint(name):
        global left
        left -= name == "before-commit"
        if left == 0 and name == "after-commit" or left < 0:
            import os
            os._exit(9)

    async def main():
        database = open_database(
            url, MasterKey.from_base64(key), checkpoint=checkpoint if left else None
        )

        async def one(n):
            row = {"name": f"{who} {n}", "value": "x"}
            await database.write(lambda tx: tx.insert_new(facts, [row]))
            print(row["name"], flush=True)

        for start in range(0, 200, 20):
            await asyncio.gather(*(one(n) for n in range(start, start + 20)))
        await database.close()

    asyncio.run(main())
"""


def write_many(url: str, who: str, crash_after: int = 0) -> subprocess.Popen[str]:
    """A process that writes 200 rows and says of each when it was stored."""
    code = textwrap.dedent(_WRITE_MANY)
    return subprocess.Popen(
        [sys.executable, "-c", code, url, MASTER.to_base64(), who, str(crash_after)],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def said_by(process: subprocess.Popen[str]) -> set[str]:
    out, err = process.communicate(timeout=120)
    assert process.returncode in (0, 9), err
    # The log writes to the same place.
    return {line for line in out.splitlines() if line.split(" ")[0] in {"one", "two", "crashed"}}


@pytest.fixture
def tables() -> bool:
    """The tables are made here."""
    return False


async def test_two_processes_start_at_once_and_share_a_new_database(
    database_url: str, open_it: Open
) -> None:
    """One makes the schema and the keys, the other waits; no row is lost."""
    processes = [write_many(database_url, who) for who in ("one", "two")]
    said = set().union(*(said_by(process) for process in processes))

    stored = await open_it().read(names)
    assert len(stored) == 400
    assert said == stored


@pytest.mark.parametrize("crash_after", [1, 3])
async def test_what_was_acknowledged_survives_a_crash(
    database_url: str, open_it: Open, crash_after: int
) -> None:
    """The process ends right after a commit, before anybody is told of it."""
    await open_it().close()
    said = said_by(write_many(database_url, "crashed", crash_after))

    stored = await open_it().read(names)
    assert said <= stored
    assert 0 < len(stored) < 200
