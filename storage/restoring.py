"""Putting a backup back, into the place of a database or into a new one.

Everything is made ready in a file of SQLite first: opened, checked, brought up to date,
freed of who was erased since. Only then is the database touched; see `storage.standing`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import URL, delete, func, inspect, literal, select, update

from storage import erasures
from storage.backup import DATA_PURPOSE, KEYS_PURPOSE, join, ring_of, working_folder
from storage.backup_files import (
    Backup,
    keys_for,
    read_backup,
    telling_of_files,
)
from storage.copying import counts_of_sound, url_of
from storage.database import open_database
from storage.encryption import MasterKey
from storage.engines import (
    dialect_of,
    make_sqlite_file,
    migration_engine,
    read_url,
    sqlite_path,
    writer_engine,
)
from storage.errors import (
    StorageError,
    UnreadableBackupError,
    as_operators_see_it,
)
from storage.migrate import upgrade
from storage.outbox import OPEN, State
from storage.rotation import rewrap_all
from storage.sealed_files import unseal
from storage.standing import fill_server, is_there, put_file, require_free
from storage.tables import Instant, facts, outbox, person_keys, persons
from storage.tables import erasures as erasures_table
from storage.transaction import Transaction

Told = Callable[[float], None]
"""Is told how much is done, from 0 to 1."""

Erase = Callable[[Transaction, int], None]
"""Removes everything that is held about a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What was put back.

    Args:
        backup: which.
        rows: in all tables.
        erased: people who were erased after the backup was made, and are again.
        in_doubt: messages that may have been sent after it; looked up before a new attempt.
        aside: where the database is that stood there; None if there was none.
    """

    backup: Backup
    rows: int
    erased: int
    in_doubt: int
    aside: str | None


def restore(
    file: Path,
    url: str,
    master: MasterKey,
    erase: Erase,
    now: datetime,
    *,
    made_with: MasterKey | None = None,
    keys: Path | None = None,
    lists: Sequence[Path] = (),
    replace: bool = False,
    told: Told = lambda done: None,
) -> Restored:
    """Put a backup back. Blocks.

    Args:
        file: any file of the backup.
        url: the database to be; of either kind, whichever the backup was made of.
        master: the key of the database from here on.
        erase: used for who was erased after the backup was made.
        made_with: the key that the backup was sealed with, if it is another.
        keys: the file of wrapped keys, if it is not beside it.
        lists: further folders with lists of who was erased.
        replace: whether a database that is there may be put aside.

    Raises: StorageError; then the database is as it was.
    """
    backup, read = read_backup(file), read_url(url)
    require_free(read, replace=replace)
    made_with = made_with or master
    with (
        telling_of_files("the backup was not put back", file.parent),
        working_folder(_to_be_made(read)) as work,
    ):
        copy = work / "data.db"
        _open_backup(backup, keys or keys_for(backup), made_with, work, told)
        join(copy, work / "keys.db")
        if made_with.kid != master.kid:
            _rewrap(copy, made_with, master)
        told(0.5)
        upgrade(url_of(copy), back_up=lambda schema: None)
        erased_since = _erased_since(read, [backup.folder, *lists], master)
        erased, in_doubt = _make_ready(copy, master, backup, erased_since, erase, now)
        rows = sum(counts_of_sound(copy).values())
        told(0.7)
        require_free(read, replace=replace)
        moment = f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
        if dialect_of(read) == "sqlite":
            aside = put_file(copy, sqlite_path(read), moment)
        else:
            aside = fill_server(copy, read, moment, lambda done: told(0.7 + 0.3 * done))
    told(1.0)
    return Restored(backup=backup, rows=rows, erased=erased, in_doubt=in_doubt, aside=aside)


def _to_be_made(url: URL) -> URL:
    if dialect_of(url) == "sqlite":
        sqlite_path(url).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    return url


def _open_backup(backup: Backup, keys: Path, master: MasterKey, work: Path, told: Told) -> None:
    """Unseal both files into `work`. Raises: StorageError."""
    size = backup.data.stat().st_size or 1
    done = 0

    def more(some: int) -> None:
        nonlocal done
        done += some
        told(0.4 * done / size)

    _unseal(
        keys, work / "keys.db", lambda salt: master.derive(KEYS_PURPOSE, salt), lambda some: None
    )
    ring = ring_of(work / "keys.db", master)
    digest = _unseal(
        backup.data, work / "data.db", lambda salt: ring.derive(DATA_PURPOSE, salt), more
    )
    if digest != backup.manifest.data_sha256:
        raise UnreadableBackupError(f"{backup.data} is not the file that its manifest tells of")


def _unseal(
    source: Path, target: Path, key_of: Callable[[bytes], bytes], more: Callable[[int], None]
) -> str:
    make_sqlite_file(target)
    with source.open("rb") as sealed, target.open("wb") as opened:
        return unseal(sealed, opened, key_of, more)


def _rewrap(copy: Path, old: MasterKey, new: MasterKey) -> None:
    engine = writer_engine(url_of(copy), 1)
    try:
        with as_operators_see_it(), engine.begin() as connection:
            rewrap_all(connection, old, new)
    finally:
        engine.dispose()


def _erased_since(url: URL, folders: Sequence[Path], master: MasterKey) -> dict[bytes, datetime]:
    """All that is known: from the lists beside backups, and of the database that stands there."""
    found: dict[bytes, datetime] = {}
    for folder in folders:
        found |= erasures.read_file(folder)
    if is_there(url):
        # Damaged, of another key, or older than the list: then the files must do.
        with suppress(StorageError), as_operators_see_it():
            engine = migration_engine(url)
            try:
                with engine.connect() as connection:
                    if inspect(connection).has_table(erasures_table.name):
                        rows = connection.execute(select(erasures_table))
                        found |= {bytes(row.person_index): row.at for row in rows}
            finally:
                engine.dispose()
    return found


def _make_ready(
    copy: Path,
    master: MasterKey,
    backup: Backup,
    erased_since: dict[bytes, datetime],
    erase: Erase,
    now: datetime,
) -> tuple[int, int]:
    """What a database needs that was asleep. Returns: people erased, messages in doubt."""
    database = open_database(str(url_of(copy)), master, migrate=False)
    try:
        gone = database.read_sync(
            lambda tx: [*erasures.still_there(tx, erased_since), *_without_key(tx)]
        )
        for person in dict.fromkeys(gone):
            database.write_sync(lambda tx, person=person: _erase(tx, person, erase))  # type: ignore[misc]

        def settle(tx: Transaction) -> int:
            erasures.add(tx, erased_since)
            tx.execute(delete(facts).where(facts.c.name.startswith("lease:", autoescape=True)))
            return _put_in_doubt(tx, backup.manifest.made_at, now)

        in_doubt = database.write_sync(settle)
    finally:
        database.close_sync()
    with as_operators_see_it(), closing(sqlite3.connect(copy, isolation_level=None)) as opened:
        # One file, and nothing left in it of who was erased.
        opened.execute("PRAGMA journal_mode=DELETE")
        if gone:
            opened.execute("VACUUM")
    return len(set(gone)), in_doubt


def _without_key(tx: Transaction) -> list[int]:
    """People whose key a later file of keys no longer has: they were erased meanwhile."""
    keyless = select(persons.c.id).where(persons.c.id.not_in(select(person_keys.c.person)))
    return list(tx.execute(keyless).scalars())


def _erase(tx: Transaction, person: int, erase: Erase) -> None:
    try:
        with tx.savepoint():
            erase(tx, person)
    except StorageError:
        # What is sealed for them cannot be read to find more; what refers to them goes with them.
        erasures.note(tx, person)
        tx.destroy_key(person)
        tx.execute(delete(persons).where(persons.c.id == person))


def _put_in_doubt(tx: Transaction, since: datetime, now: datetime) -> int:
    """What was to be sent between the backup and now may have been: let it be looked up first.

    What has run out meanwhile is let go of by the sender, as after any outage.
    """
    changed = tx.execute(
        update(outbox)
        .where(outbox.c.state.in_([each.value for each in OPEN]), outbox.c.due <= now)
        .values(
            state=State.WAITING.value,
            lease_by=None,
            not_before=now,
            doubt_since=func.coalesce(outbox.c.doubt_since, literal(since, Instant)),
            attempts=func.max(outbox.c.attempts, 1),
        )
    )
    return changed.rowcount
