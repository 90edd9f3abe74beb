"""An open store for each test."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from storage.database import Database, open_database
from tests.support.databases import with_tables
from tests.support.stores import MASTER, Open


@pytest.fixture
async def opened() -> AsyncIterator[list[Database]]:
    """What a test opens; closed when it ends."""
    databases: list[Database] = []
    yield databases
    for database in databases:
        await database.close()


@pytest.fixture
def open_it(database_url: str, opened: list[Database]) -> Open:
    """Opens the test's database, as often as wanted."""

    def open_it(
        *, migrate: bool = True, checkpoint: Callable[[str], None] | None = None
    ) -> Database:
        database = open_database(database_url, MASTER, migrate=migrate, checkpoint=checkpoint)
        opened.append(database)
        return database

    return open_it


@pytest.fixture
def database(open_it: Open) -> Database:
    return open_it()


@pytest.fixture
def sqlite_file(tmp_path: Path) -> Path:
    return tmp_path / "handrail.db"


@pytest.fixture
def sqlite_only(sqlite_file: Path, opened: list[Database]) -> Database:
    database = open_database(with_tables(f"sqlite:///{sqlite_file}"), MASTER)
    opened.append(database)
    return database
