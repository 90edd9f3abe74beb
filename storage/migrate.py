"""Bringing a database's schema up to date.

For developers, after a change to `storage.tables`:

    python -m storage.migrate draft "what changes"    drafts the next revision; read and correct it
    python -m storage.migrate redraft                 drafts the newest one anew, before a release

Columns and tables that a release still uses go in the release after: expand, fill, contract.
A revision only goes forward; the way back is the backup that is made before.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import structlog
from sqlalchemy import URL, Connection, inspect, text

if TYPE_CHECKING:  # Alembic is loaded only when there is something to migrate: it takes much room
    from alembic.config import Config

from storage.engines import (
    dialect_of,
    make_sqlite_file,
    migration_engine,
    read_url,
    reader_engine,
    sqlite_path,
    wait_for_other_processes,
)
from storage.errors import (
    MigrationError,
    NewerSchemaError,
    OldSchemaError,
    StorageError,
    as_operators_see_it,
)

_log = structlog.get_logger(__name__)

_FOLDER = Path(__file__).with_name("migrations")
_BACKUPS_KEPT = 2

# Alembic's `op` and `context` stand for one migration per process.
_one_at_a_time = threading.RLock()  # a backup before it may make the tables of a copy


BackUp = Callable[[str], None]
"""Makes a backup of the database, whose schema it is told. Raises StorageError: nothing changes."""


def upgrade(url: URL, to: str = "head", back_up: BackUp | None = None) -> None:
    """Brings the schema up to date: all of it or nothing, one process at a time.

    An existing database is backed up first.

    Args:
        back_up: None: a SQLite database is copied to `<name>.from-<revision>.backup` beside it, and
            the copy is checked; the last two such copies are kept.

    Raises:
        NewerSchemaError: a newer release has been here.
        MigrationError: the backup or a revision went wrong; the database is as it was.
        StorageError: what else the database has to say.
    """
    engine = migration_engine(url)
    try:
        with _one_at_a_time, as_operators_see_it(), engine.begin() as connection:
            wait_for_other_processes(connection)
            found = _known_revision(connection)
            if found == _newest():
                return
            if found and back_up is not None:
                back_up(found)
            elif found and dialect_of(url) == "sqlite":
                _back_up(sqlite_path(url), found)
            _run(connection, to)
            _log.info("schema_upgraded", from_revision=found, to_revision=revision_of(connection))
    finally:
        engine.dispose()


def bring_up_to_date(connection: Connection) -> None:
    """The same in a transaction of the caller's, on a connection of `migration_engine`."""
    with _one_at_a_time:
        _run(connection, "head")


def require_current_schema(url: URL) -> None:
    """Raises OldSchemaError or NewerSchemaError unless the schema is this release's."""
    found, newest = schemas(url)
    if found != newest:
        raise OldSchemaError(f"the database's schema is {found or 'not there yet'}")


def schemas(url: URL) -> tuple[str | None, str | None]:
    """The database's schema and this release's. Raises: NewerSchemaError, StorageError."""
    engine = reader_engine(url, 1)
    try:
        with as_operators_see_it(), engine.connect() as connection:
            return _known_revision(connection), _newest()
    finally:
        engine.dispose()


def _known_revision(connection: Connection) -> str | None:
    found = revision_of(connection)
    if found is not None and found not in _revisions():
        raise NewerSchemaError(f"the database's schema {found} is not known to this release")
    return found


def revision_of(connection: Connection) -> str | None:
    """Which schema the database has; None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(
        text("SELECT version_num FROM alembic_version")
    ).scalar_one_or_none()
    return found


def _revisions() -> dict[str, Path]:
    """The files of the revisions by their numbers, the oldest first."""
    files = sorted((_FOLDER / "versions").glob("[0-9]*.py"))
    return {file.name.partition("_")[0]: file for file in files}


def _newest() -> str | None:
    return next(reversed(_revisions()), None)


def _run(connection: Connection, to: str) -> None:
    from alembic import command

    try:
        command.upgrade(_config(connection), to)
        if connection.dialect.name == "sqlite":
            broken = connection.execute(text("PRAGMA foreign_key_check")).all()
            if broken:
                raise MigrationError(f"{len(broken)} rows would refer to rows that are not there")
    except StorageError:
        raise
    except Exception as error:
        raise MigrationError(f"a migration stopped: {type(error).__name__}") from error


def _config(connection: Connection | None = None) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config


def _back_up(path: Path, revision: str) -> None:
    """Copies the database, checks the copy, and only then gives it its name."""
    copy = path.with_name(f"{path.name}.from-{revision}.backup")
    unfinished = copy.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    make_sqlite_file(unfinished)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(unfinished)) as target:
        source.backup(target)
        # One file, without a log of its own beside it.
        target.execute("PRAGMA journal_mode=DELETE")
        verdict = target.execute("PRAGMA integrity_check").fetchone()[0]
    if verdict != "ok":
        unfinished.unlink()
        raise MigrationError(
            f"the copy of {path} is damaged, so the database is too",
            "Put the last good backup in its place; this one was not changed.",
        )
    with unfinished.open("rb") as opened:
        os.fsync(opened.fileno())
    unfinished.replace(copy)
    for old in sorted(path.parent.glob(f"{path.name}.from-*.backup"))[:-_BACKUPS_KEPT]:
        old.unlink()
    _log.info("schema_backup_made", revision=revision, size=copy.stat().st_size)


def draft(message: str) -> Path:
    """Writes the next revision: what `storage.tables` has and the revisions so far have not."""
    from alembic import command

    with tempfile.TemporaryDirectory() as folder:
        url = read_url(f"sqlite:///{folder}/draft.db")
        upgrade(url)
        number = f"{len(_revisions()) + 1:04}"
        engine = migration_engine(url)
        with engine.connect() as connection:
            command.revision(_config(connection), message, autogenerate=True, rev_id=number)
        engine.dispose()
    (path,) = (_FOLDER / "versions").glob(f"{number}_*.py")
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith("    # ### ")))
    for tool in (["format"], ["check", "--fix"]):
        subprocess.run([sys.executable, "-m", "ruff", *tool, "--quiet", path], check=False)
    return path


def redraft() -> Path:
    """Writes the newest revision anew. Only while no release has it."""
    newest = _newest()
    if newest is None:
        raise SystemExit("there is no revision yet")
    path = _revisions()[newest]
    about = path.read_text().split('"""')[1]
    path.unlink()
    return draft(about.splitlines()[0].rstrip("."))


def main() -> None:
    """The command for developers."""
    match sys.argv[1:]:
        case ["draft", message]:
            path = draft(message)
        case ["redraft"]:
            path = redraft()
        case _:
            raise SystemExit(__doc__)
    sys.stdout.write(f"Read and correct {path}\n")


if __name__ == "__main__":
    main()
