"""What can be wrong with the store, each with how to mend it.

StorageError
├── UnreadableDatabaseError   no database there, damaged, or closed to us
│   └── UnreachableDatabaseError   the server does not answer or does not let us in
├── OldSchemaError            made by an older release and not brought up to date yet
├── NewerSchemaError          made by a newer release
├── MigrationError            bringing the schema up to date stopped half-way; nothing changed
├── MasterKeyError            the key-encryption key …
│   ├── MissingKeyError       … is not there
│   ├── UnreadableKeyError    … is there and is no key, or open to others
│   └── WrongKeyError         … is not the one this database was made with
├── BackupError               a backup could not be made, or not be put back
│   └── UnreadableBackupError   it is damaged, cut off, or sealed with another key
├── CopyError                 a database could not be copied to another place
├── NoKeyError                this person has no data key: never had one, or was erased
├── SealBrokenError           sealed bytes were damaged, or moved from another row
├── StorageBusyError          somebody else holds the database
├── StorageFullError          no space left
├── ReadOnlyError             the database may not be written
└── StorageClosedError        used after `close`
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeGuard

from sqlalchemy.exc import DBAPIError

if TYPE_CHECKING:  # loaded where there is PostgreSQL only: it takes ten MiB
    import psycopg


class StorageError(Exception):
    """Something is wrong with the store.

    `str(error)` says what, without anything that was stored in it; `mend` says to operators, in a
    sentence, what to do.
    """

    mend = "Look at the log lines before this one, then restart."

    def __init__(self, what: str, mend: str | None = None) -> None:
        super().__init__(what)
        if mend is not None:
            self.mend = mend


class UnreadableDatabaseError(StorageError):
    """There is no database that we can read: not one, damaged, or closed to us."""

    mend = (
        "Check storage.url and the permissions of the file and its folder; if the file is damaged,"
        " put the last backup in its place."
    )


class UnreachableDatabaseError(UnreadableDatabaseError):
    """The database server does not answer, or does not let us in."""

    mend = "Check that PostgreSQL runs, and storage.url's host, port, name and password."


class OldSchemaError(StorageError):
    """The database was made by an older release and may not be migrated here."""

    mend = "Run `handrail run` once; it brings the database up to date after a backup."


class NewerSchemaError(StorageError):
    """The database was made by a newer release, which may have changed what columns mean."""

    mend = "Install that newer release, or put back the backup made before it first ran."


class MigrationError(StorageError):
    """Bringing the schema up to date stopped; the transaction was rolled back."""

    mend = "Nothing was changed. Keep the database as it is and report the log to the maintainers."


class MasterKeyError(StorageError):
    """Something is wrong with the key-encryption key."""


class MissingKeyError(MasterKeyError):
    """No key, or its file is not there."""

    mend = (
        "Set HANDRAIL_KEY or storage.key_file to the key of this database; for a new database"
        " make one with `handrail keys create`."
    )


class UnreadableKeyError(MasterKeyError):
    """What was given is not a key, cannot be read, or can be read by too many."""

    mend = "A key is 32 bytes in base64, as `handrail keys create` writes it."


class WrongKeyError(MasterKeyError):
    """The key is not the one that this database was made with. Nothing was written."""

    mend = (
        "Give the key that this database was made with, from the copy kept apart from its backups;"
        " without it nobody can read the database."
    )


class BackupError(StorageError):
    """A backup could not be made, or not be put back; the database is as it was."""

    mend = "Nothing was changed; read what is wrong, mend it, and do it again."


class UnreadableBackupError(BackupError):
    """A backup is damaged, cut off, or sealed with another key. Nothing was written."""

    mend = (
        "Give the key that was in use when it was made (--key-file), or take another backup;"
        " nothing was changed."
    )


class CopyError(StorageError):
    """A database could not be copied to another place; both are as they were."""

    mend = "Nothing was changed; read what is wrong, mend it, and do it again."


class NoKeyError(StorageError):
    """The person has no data key: never had one, or was erased. Carries the person's id."""

    mend = "Nothing to do: this person was erased, and what was sealed for them is unreadable."

    def __init__(self, person: int) -> None:
        super().__init__(f"person {person} has no data key")
        self.person = person


class SealBrokenError(StorageError):
    """Sealed bytes were damaged, or belong to another row, column or person."""

    mend = "Someone or something changed the database; compare this row with the last backup."

    def __init__(self, column: str, row: int) -> None:
        super().__init__(f"{column} of row {row} does not open")
        self.column = column
        self.row = row


class StorageBusyError(StorageError):
    """Somebody else held the database for longer than we wait; trying again may succeed."""

    mend = "Find what else has the database open (a backup, a second bot, a shell) and end it."


class StorageFullError(StorageError):
    """No space is left for the database."""

    mend = "Make room on the disk that holds the database; writing goes on by itself."


class ReadOnlyError(StorageError):
    """The database may not be written."""

    mend = "Give the account that runs Handrail the right to write the database and its folder."


class StorageClosedError(StorageError):
    """The store was used after it was closed."""

    mend = "Nothing to do: the programme was stopping."


def as_storage_error(error: BaseException) -> StorageError | None:
    """The operator's view of a driver's error; None for what is a defect or the caller's matter.

    A broken constraint, a wrong statement or a wrong type are no matter of operating the store.
    """
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.Error):
        return _from_sqlite(cause)
    if is_of_postgres(cause):
        return _from_postgres(cause)
    return None


def is_of_postgres(error: BaseException | None) -> TypeGuard[psycopg.Error]:
    """Whether PostgreSQL's driver raised it; none that is not loaded did."""
    driver = sys.modules.get("psycopg")
    return driver is not None and isinstance(error, driver.Error)


@contextmanager
def as_operators_see_it() -> Iterator[None]:
    """What is raised inside and concerns operators becomes a StorageError."""
    try:
        yield
    except Exception as error:
        if told := as_storage_error(error):
            raise told from error
        raise


_SQLITE: dict[int, type[StorageError]] = {
    sqlite3.SQLITE_BUSY: StorageBusyError,
    sqlite3.SQLITE_LOCKED: StorageBusyError,
    sqlite3.SQLITE_FULL: StorageFullError,
    sqlite3.SQLITE_READONLY: ReadOnlyError,
    sqlite3.SQLITE_CANTOPEN: UnreadableDatabaseError,
    sqlite3.SQLITE_CORRUPT: UnreadableDatabaseError,
    sqlite3.SQLITE_IOERR: UnreadableDatabaseError,
    sqlite3.SQLITE_NOTADB: UnreadableDatabaseError,
    sqlite3.SQLITE_PERM: UnreadableDatabaseError,
}


def _from_sqlite(error: sqlite3.Error) -> StorageError | None:
    # The low byte is the kind, the rest says more about it; errors of the Python module have none.
    kind = _SQLITE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    return kind(str(error)) if kind else None


# By SQLSTATE, or by its class, the first two characters (PostgreSQL manual, appendix A).
_POSTGRES: dict[str, type[StorageError]] = {
    "08": UnreachableDatabaseError,  # connection exceptions
    "28": UnreachableDatabaseError,  # wrong name or password
    "3D000": UnreachableDatabaseError,  # no such database
    "57": UnreachableDatabaseError,  # shutting down, starting up
    "40": StorageBusyError,  # serialization, deadlock
    "53300": StorageBusyError,  # too many connections
    "55": StorageBusyError,  # locked, in use
    "57014": StorageBusyError,  # took longer than the server allows
    "53": StorageFullError,  # disk full, out of memory
    "25006": ReadOnlyError,  # a standby, or default_transaction_read_only
    "42501": ReadOnlyError,  # insufficient privilege
    "58": UnreadableDatabaseError,  # the server's own disk
    "F0": UnreadableDatabaseError,  # the server's configuration
    "XX": UnreadableDatabaseError,  # damaged data or index
}


def _from_postgres(error: psycopg.Error) -> StorageError | None:
    import psycopg

    state = error.sqlstate
    if state is None:
        # psycopg's own: the connection was never made, or is gone. Its text may quote the server's
        # answer, which names host and account, no data.
        lost = isinstance(error, psycopg.OperationalError)
        return UnreachableDatabaseError(str(error).strip()) if lost else None
    kind = _POSTGRES.get(state) or _POSTGRES.get(state[:2])
    return kind(f"PostgreSQL says {state}") if kind else None
