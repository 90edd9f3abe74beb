"""What every test may ask for: databases, a homeserver, a browser."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from storage.engines import read_url
from storage.migrate import upgrade
from tests.support.chromium import find_chromium
from tests.support.databases import with_tables
from tests.support.postgres import PostgresServer
from tests.support.synapse import Homeserver

# No deadline: a busy machine is not a defect. CI prints what reproduces a failure.
settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, print_blob=True)
settings.register_profile("long", deadline=None, print_blob=True, max_examples=5_000)
settings.load_profile(
    os.environ.get("HANDRAIL_EXAMPLES") or ("ci" if os.environ.get("CI") else "default")
)

MEMORY = Path("/dev/shm")
"""A file system in memory, on Linux."""
ROOM = 2 * 1024**3  # bytes; in containers there may be very little


def pytest_configure() -> None:
    """A terminated run ends like an interrupted one, and databases lie in memory if they can.

    Each commit is waited for until the disk has it: on a disk that takes longer than the tests.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """With several processes, one has the homeserver to itself; other files stay whole."""
    for item in items:
        chosen = item.callspec.params.values() if hasattr(item, "callspec") else ()
        alone = "synapse" in getattr(item, "fixturenames", ()) or "matrix" in chosen
        item.add_marker(pytest.mark.xdist_group("synapse" if alone else str(item.path)))


@pytest.fixture(scope="session")
def synapse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Homeserver]:
    """One homeserver without rate limits for all tests; whoever stops it, starts it again."""
    homeserver = Homeserver(tmp_path_factory.mktemp("synapse"))
    homeserver.start()
    yield homeserver
    homeserver.stop()


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """One PostgreSQL server for all tests."""
    server = PostgresServer()
    try:
        server.start()
        yield server
    finally:
        server.remove()


@pytest.fixture(scope="session")
def postgres_url(postgres: PostgresServer) -> str:
    """A PostgreSQL database that lasts as long as the test run; `database_url` is new each time."""
    return postgres.url(postgres.create_database())


@pytest.fixture(scope="session")
def postgres_tables(postgres: PostgresServer) -> str:
    """The name of a PostgreSQL database with its tables and no rows, to be copied."""
    name = postgres.create_database()
    upgrade(read_url(postgres.url(name)))
    return name


@pytest.fixture(scope="session")
def postgres_shape(postgres: PostgresServer, postgres_tables: str) -> str:
    """What tells whether a test has left the tables as they were."""
    return postgres.shape(postgres_tables)


@pytest.fixture(scope="session")
def postgres_spare() -> list[str]:
    """The names of PostgreSQL databases that tests are done with, without rows."""
    return []


@pytest.fixture
def tables() -> bool:
    """Whether a database comes with its tables; test modules that make them say no."""
    return True


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path, tables: bool) -> Iterator[str]:
    """SQLAlchemy's URL of a database without rows: the test runs on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'handrail.db'}"
        yield with_tables(url) if tables else url
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    if not tables:
        name = server.create_database()
        yield server.url(name)
        server.drop_database(name)
        return
    template: str = request.getfixturevalue("postgres_tables")
    shape: str = request.getfixturevalue("postgres_shape")
    spare: list[str] = request.getfixturevalue("postgres_spare")
    name = spare.pop() if spare else server.create_database(template)
    yield server.url(name)
    if server.shape(name) == shape:
        server.empty_database(name)
        spare.append(name)
    else:
        server.drop_database(name)


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """The system's Chromium; skips without one, unless HANDRAIL_REQUIRE_BROWSER=1."""
    path = find_chromium()
    if path is not None and path.exists():
        return path
    reason = "no Chromium found; install Debian's package or set HANDRAIL_CHROMIUM"
    if os.environ.get("HANDRAIL_REQUIRE_BROWSER") == "1":
        pytest.fail(reason)
    pytest.skip(reason)
