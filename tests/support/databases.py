"""Databases whose tables are there already: making them takes longer than most tests do."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from storage.database import open_database
from storage.encryption import MasterKey
from storage.engines import dialect_of, make_sqlite_file, read_url, sqlite_path
from storage.migrate import upgrade


def with_tables(url: str, master: MasterKey | None = None) -> str:
    """The URL again; a SQLite file that is not there yet has its tables now, without any rows.

    Args:
        master: the system keys are there as well, sealed with it.
    """
    read = read_url(url)
    if dialect_of(read) == "sqlite" and not sqlite_path(read).exists():
        make_sqlite_file(sqlite_path(read))
        sqlite_path(read).write_bytes(_file(master.to_base64() if master else None))
    return url


@cache
def _file(master: str | None) -> bytes:
    with tempfile.TemporaryDirectory(prefix="handrail") as folder:
        path = Path(folder, "handrail.db")
        make_sqlite_file(path)
        url = f"sqlite:///{path}"
        upgrade(read_url(url))
        if master is not None:
            open_database(url, MasterKey.from_base64(master)).close_sync()
        return path.read_bytes()
