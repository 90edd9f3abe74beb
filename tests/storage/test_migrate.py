"""Bringing databases up to date, without losing anything on the way."""

from __future__ import annotations

import shutil
import sqlite3
import textwrap
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata, render_python_code
from alembic.autogenerate.api import produce_migrations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, text

from storage import migrate
from storage.database import open_database
from storage.encryption import MasterKey
from storage.engines import migration_engine, read_url
from storage.errors import (
    MigrationError,
    NewerSchemaError,
    OldSchemaError,
    StorageFullError,
    UnreadableDatabaseError,
    WrongKeyError,
)
from storage.tables import metadata
from tests.support.stores import MASTER, content, names, note


def add_revision(folder: Path, after: str, body: str) -> str:
    """Adds a revision to a copy of the migrations; returns its number."""
    number = f"{int(after) + 1:04}"
    head = ["import sqlalchemy as sa", "from alembic import op"]
    head += [f'revision = "{number}"', f'down_revision = "{after}"', "def upgrade():"]
    code = "\n".join([*head, textwrap.indent(body, "    "), ""])
    (folder / "versions" / f"{number}_next.py").write_text(code)
    return number


@pytest.fixture
def tables() -> bool:
    """The tables are made here."""
    return False


@pytest.fixture
def newest() -> str:
    """The newest revision of this release."""
    return str(migrate._newest())


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The migrations of a later release, to which a test adds; in force from now on."""
    folder = tmp_path / "later"
    shutil.copytree(migrate._FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(migrate, "_FOLDER", folder)
    return folder


@pytest.fixture
def filled(database_url: str) -> str:
    """A database of this release with a row in it."""
    database = open_database(database_url, MASTER)
    database.write_sync(note("kept"))
    database.close_sync()
    return database_url


def backups(url: str) -> list[Path]:
    folder = Path(read_url(url).database or "").parent
    return sorted(folder.glob("*.backup")) if url.startswith("sqlite") else []


def columns(url: str, table: str) -> set[str]:
    engine = migration_engine(read_url(url))
    with engine.connect() as connection:
        found = {column["name"] for column in inspect(connection).get_columns(table)}
    engine.dispose()
    return found


def test_the_migrations_make_the_tables_the_code_expects(database_url: str) -> None:
    """A column in `storage.tables` without a migration exists nowhere but in the tests."""
    url = read_url(database_url)
    migrate.upgrade(url)
    engine = migration_engine(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        differences = compare_metadata(context, metadata)
        missing = render_python_code(produce_migrations(context, metadata).upgrade_ops)  # type: ignore[arg-type]
    engine.dispose()
    assert not differences, (
        "storage/tables and storage/migrations differ. Mend it with `python -m storage.migrate"
        ' draft "what changes"`; while no release has the newest revision, with'
        f" `python -m storage.migrate redraft`. Missing is:\n{missing}"
    )


def test_starting_again_changes_nothing(filled: str) -> None:
    before = content(filled)
    database = open_database(filled, MASTER)
    assert database.read_sync(names) == {"kept"}
    database.close_sync()
    assert content(filled) == before
    assert backups(filled) == []


def test_an_older_database_is_brought_up_to_date(filled: str, later: Path, newest: str) -> None:
    add_revision(later, newest, 'op.add_column("facts", sa.Column("since", sa.Integer()))')

    database = open_database(filled, MASTER)

    assert "since" in columns(filled, "facts")
    assert database.read_sync(names) == {"kept"}
    database.close_sync()


def test_a_checked_copy_is_made_first(sqlite_file: Path, later: Path, newest: str) -> None:
    """Revisions only go forward; the way back is this file."""
    url = f"sqlite:///{sqlite_file}"
    database = open_database(url, MASTER)
    database.write_sync(note("kept"))
    add_revision(later, newest, 'op.execute("DELETE FROM facts")')
    # Still open, so that the row stands in the write-ahead log only.
    open_database(url, MASTER).close_sync()
    database.close_sync()

    (copy,) = backups(url)

    assert copy.name == f"handrail.db.from-{newest}.backup"
    assert copy.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT name FROM facts").fetchall() == [("kept",)]
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (newest,)
    assert [path.name for path in sqlite_file.parent.glob("*unfinished*")] == []


def test_the_last_two_copies_are_kept(sqlite_file: Path, later: Path, newest: str) -> None:
    """Copies of sensitive data do not pile up."""
    url = f"sqlite:///{sqlite_file}"
    open_database(url, MASTER).close_sync()
    revision = newest
    for _ in range(3):
        revision = add_revision(later, revision, 'op.execute("SELECT 1")')
        open_database(url, MASTER).close_sync()

    assert [path.name[-11:-7] for path in backups(url)] == [
        f"{int(newest) + step:04}" for step in (1, 2)
    ]


def test_a_revision_that_stops_half_way_changes_nothing(
    filled: str, later: Path, newest: str
) -> None:
    body = """
op.add_column("facts", sa.Column("since", sa.Integer()))
op.execute("DELETE FROM facts")
op.execute("UPDATE no_such_table SET x = 1")
"""
    add_revision(later, newest, body.strip())
    before = content(filled)

    with pytest.raises(MigrationError) as caught:
        open_database(filled, MASTER)

    assert content(filled) == before
    assert "since" not in columns(filled, "facts")
    assert "Nothing was changed" in caught.value.mend


def test_a_rebuilt_table_keeps_the_rows_that_refer_to_it(
    filled: str, later: Path, newest: str
) -> None:
    """SQLite changes columns by dropping and filling a table anew, which must not cascade."""
    engine = migration_engine(read_url(filled))
    with engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO communities (id, name, language, zone, listed)"
                " VALUES (1, :name, 'en', 'UTC', true)"
            ),
            {"name": b"x"},
        )
        connection.execute(
            text(
                "INSERT INTO spaces (id, community, platform, space_index)"
                " VALUES (2, 1, 'x', :space)"
            ),
            {"space": b"x"},
        )
    body = """
with op.batch_alter_table("communities") as batch:
    batch.alter_column("country", new_column_name="land")
"""
    add_revision(later, newest, body.strip())

    migrate.upgrade(read_url(filled))

    with engine.connect() as connection:
        assert connection.execute(text("SELECT id, community FROM spaces")).all() == [(2, 1)]
    engine.dispose()
    assert "land" in columns(filled, "communities")


def test_a_revision_that_would_orphan_rows_is_stopped(
    sqlite_file: Path, later: Path, newest: str
) -> None:
    """Foreign keys are not checked while tables are rebuilt, but before it counts."""
    url = f"sqlite:///{sqlite_file}"
    open_database(url, MASTER).close_sync()
    body = """
op.execute("INSERT INTO spaces (id, community, platform, space_index) VALUES (2, 1, 'x', x'00')")
"""
    add_revision(later, newest, body.strip())

    with pytest.raises(MigrationError, match="1 rows would refer"):
        open_database(url, MASTER)


def test_a_newer_database_is_refused_and_kept(filled: str) -> None:
    """An older release would not know what the newer one's columns mean."""
    engine = migration_engine(read_url(filled))
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    before = content(filled)

    with pytest.raises(NewerSchemaError, match="9999") as caught:
        open_database(filled, MASTER)
    with pytest.raises(NewerSchemaError):
        open_database(filled, MASTER, migrate=False)

    assert content(filled) == before
    assert backups(filled) == []
    assert "newer release" in caught.value.mend


def test_looking_only_refuses_an_older_database(filled: str, later: Path, newest: str) -> None:
    """`handrail check` says what is wrong and changes nothing."""
    open_database(filled, MASTER, migrate=False).close_sync()
    add_revision(later, newest, 'op.execute("DELETE FROM facts")')
    before = content(filled)

    with pytest.raises(OldSchemaError) as caught:
        open_database(filled, MASTER, migrate=False)

    assert content(filled) == before
    assert "handrail run" in caught.value.mend


def test_looking_only_makes_no_database(sqlite_file: Path) -> None:
    with pytest.raises(UnreadableDatabaseError, match="there is no database"):
        open_database(f"sqlite:///{sqlite_file}", MASTER, migrate=False)
    assert not sqlite_file.exists()


def test_the_wrong_key_migrates_nothing(filled: str, later: Path, newest: str) -> None:
    """The key is tried first."""
    add_revision(later, newest, 'op.execute("DELETE FROM facts")')
    before = content(filled)

    with pytest.raises(WrongKeyError):
        open_database(filled, MasterKey.generate())

    assert content(filled) == before
    assert backups(filled) == []


def test_a_copy_that_does_not_fit_stops_the_migration(
    sqlite_file: Path, later: Path, newest: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the way back nothing is changed."""
    url = f"sqlite:///{sqlite_file}"
    open_database(url, MASTER).close_sync()
    add_revision(later, newest, 'op.execute("DELETE FROM facts")')
    before = content(url)

    def no_room(path: Path) -> None:
        raise StorageFullError(f"{path}: no space left")

    monkeypatch.setattr(migrate, "make_sqlite_file", no_room)
    with pytest.raises(StorageFullError):
        open_database(url, MASTER)
    assert content(url) == before


def test_a_drafted_revision_makes_the_tables(tmp_path: Path, later: Path) -> None:
    """What the developers' command writes runs as it is, and names no type of ours."""
    for file in (later / "versions").glob("*.py"):
        file.unlink()

    drafted = migrate.draft("everything at once")

    assert drafted.name == "0001_everything_at_once.py"
    code = drafted.read_text()
    assert code.startswith('"""Everything at once."""\n')
    assert "storage" not in code
    test_the_migrations_make_the_tables_the_code_expects(f"sqlite:///{tmp_path}/drafted.db")
    assert migrate.redraft() == drafted
    assert drafted.read_text() == code
