"""What a bot keeps in memory that it has no use for."""

from __future__ import annotations

import subprocess
import sys

UNUSED = {
    "alembic",
    "apprise",
    "dateparser",
    "discord",
    "icalendar",
    "numpy",
    "psycopg",
    "sqlalchemy.orm",
}


def test_a_bot_on_matrix_with_sqlite_loads_what_it_uses() -> None:
    """Each of these takes some MiB and a part of the start, and is loaded where it is needed."""
    code = "import sys, bot.app, adapters.matrix.adapter; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "nio" in done.stdout.split()
    assert UNUSED.isdisjoint(done.stdout.split())


def test_the_driver_of_postgresql_is_there_for_who_needs_it() -> None:
    """Although the library that keeps Matrix's keys was told that it is not."""
    code = "import adapters.matrix.adapter, psycopg; print(psycopg.Error.__name__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "Error"
