"""What the tests of the store have in common."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import Protocol

from sqlalchemy import insert, select, text

from storage import engines
from storage.database import Database, Transaction
from storage.encryption import MasterKey
from storage.tables import facts, person_keys, system_keys

# Not a secret: it seals what tests make up.
MASTER = MasterKey.from_base64("aGFuZHJhaWwncyB0ZXN0cyB1c2UgdGhpcyBrZXkhISE=")


class Open(Protocol):
    """Opens the test's database, as often as wanted; closed when the test ends."""

    def __call__(
        self, *, migrate: bool = True, checkpoint: Callable[[str], None] | None = None
    ) -> Database: ...


def note(name: str, value: str = "x") -> Callable[[Transaction], None]:
    """A small work that writes one row."""

    def work(tx: Transaction) -> None:
        tx.execute(insert(facts), {"name": name, "value": value})

    return work


def names(tx: Transaction) -> set[str]:
    return set(tx.execute(select(facts.c.name)).scalars())


class Gate:
    """Holds the writers until it is opened, so that the works behind it wait together."""

    def __init__(self) -> None:
        self._open = threading.Event()

    def work(self, _tx: Transaction) -> None:
        assert self._open.wait(60)

    def open(self) -> None:
        self._open.set()


async def together(database: Database, *works: Callable[[Transaction], object]) -> list[object]:
    """Runs works that wait at the same moment; results and errors in order."""
    gate = Gate()
    held = [
        asyncio.ensure_future(database.write(gate.work))
        for _ in range(1 if database.dialect == "sqlite" else 8)
    ]
    waiting = [asyncio.ensure_future(database.write(work)) for work in works]
    await asyncio.sleep(0)  # every work is queued once its coroutine has begun
    gate.open()
    await asyncio.gather(*held, return_exceptions=True)
    return await asyncio.gather(*waiting, return_exceptions=True)


def content(url: str) -> list[object]:
    """All rows of the tables these tests write, and the schema's revision."""
    engine = engines.reader_engine(engines.read_url(url), 1)
    with engine.connect() as connection:
        found = [
            sorted(map(tuple, connection.execute(select(table))))
            for table in (system_keys, person_keys, facts)
        ]
        revision = connection.execute(text("SELECT version_num FROM alembic_version")).all()
    engine.dispose()
    return [*found, revision]
