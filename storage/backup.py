"""Making a backup while the bot runs: copied, parted from its keys, sealed, read back."""

from __future__ import annotations

import fcntl
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import URL

from storage.backup_files import (
    Backup,
    Manifest,
    name_of,
    sync_folder,
    telling_of_files,
)
from storage.copying import copy_to_file, counts_of_sound, url_of
from storage.encryption import Keyring, MasterKey
from storage.engines import dialect_of, make_sqlite_file, read_url, reader_engine, sqlite_path
from storage.errors import BackupError, StorageBusyError, StorageFullError, as_operators_see_it
from storage.migrate import revision_of
from storage.rotation import unlocked
from storage.sealed_files import seal, unseal

DATA_PURPOSE, KEYS_PURPOSE = "backup of data", "backup of keys"
_KEY_TABLES = ("system_keys", "person_keys")
_WORK = ".handrail-copy-"
_SPARE = 64 * 1024 * 1024  # bytes left to the running bot on the disk of its database

Told = Callable[[float], None]
"""Is told how much is done, from 0 to 1."""


def make_backup(
    url: str, master: MasterKey, folder: Path, now: datetime, told: Told = lambda done: None
) -> Backup:
    """Back up a database into a folder, which is made if it is missing. Blocks.

    1. A copy of one moment's state is made beside the database; writing goes on meanwhile.
    2. The wrapped keys are taken out of it, into a file of their own.
    3. Both are sealed into the folder, read back from there, and compared: integrity, and the
       number of rows of every table.
    4. They get their names, the manifest last.

    Raises: StorageError; then nothing of this backup is left, and earlier ones are as they were.
    """
    read = read_url(url)
    target = folder / name_of(now)
    with (
        telling_of_files("the backup was not made", folder),
        _alone_in(folder),
        working_folder(read) as work,
    ):
        _require_room(read, work, folder)
        copy, keys = work / "data.db", work / "keys.db"
        copy_to_file(read, copy, lambda done: told(done * 0.4))
        _part(copy, keys)
        schema, ring = _look(copy, keys, master)
        unfinished = [target.with_suffix(f"{each}.unfinished") for each in (".keys", ".backup")]
        try:
            keys_digest = _seal(keys, unfinished[0], master, work, lambda done: None)
            data_digest = _seal(
                copy, unfinished[1], ring, work, lambda done: told(0.4 + 0.6 * done)
            )
            made = Backup(
                folder,
                target.name,
                Manifest(
                    made_at=now,
                    release=version("handrail"),
                    schema=schema,
                    database=dialect_of(read),
                    installation=installation_of(ring),
                    key=master.kid,
                    data_sha256=data_digest,
                    keys_sha256=keys_digest,
                ),
            )
            unfinished[0].replace(made.keys)
            unfinished[1].replace(made.data)
            _write_manifest(made)
        except BaseException:
            for each in (*unfinished, target.with_suffix(".json.unfinished")):
                each.unlink(missing_ok=True)
            if not target.with_suffix(".json").exists():
                target.with_suffix(".keys").unlink(missing_ok=True)
                target.with_suffix(".backup").unlink(missing_ok=True)
            raise
    told(1.0)
    return made


def installation_of(ring: Keyring) -> str:
    """Names an installation without giving anything of it away; the same for ever."""
    return ring.index("installation").hex()[:12]


@contextmanager
def working_folder(url: URL) -> Iterator[Path]:
    """A folder for copies that are not sealed: on the disk of a SQLite database, else $TMPDIR.

    What a killed process left there is removed first.
    """
    beside = sqlite_path(url).parent if dialect_of(url) == "sqlite" else Path(tempfile.gettempdir())
    for left in beside.glob(f"{_WORK}*"):
        with _locked(left) as free:
            if free:
                shutil.rmtree(left, ignore_errors=True)
    made = Path(tempfile.mkdtemp(prefix=_WORK, dir=beside))  # closed to others
    try:
        with _locked(made):
            yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _require_room(url: URL, work: Path, folder: Path) -> None:
    """Raises StorageFullError rather than to fill the disk that the bot writes to."""
    if dialect_of(url) != "sqlite":
        return
    size = sum(
        path.stat().st_size
        for path in (sqlite_path(url), sqlite_path(url).with_name(f"{sqlite_path(url).name}-wal"))
        if path.exists()
    )
    same = work.stat().st_dev == folder.stat().st_dev
    for place, wanted in ((work, size * (2 if same else 1) + _SPARE), (folder, size)):
        free = shutil.disk_usage(place).free
        if free < wanted:
            raise StorageFullError(
                f"the backup was not made: {wanted // 2**20} MiB are needed in {place},"
                f" {free // 2**20} MiB are free",
                "Make room there, or name a folder on another disk. Nothing was changed.",
            )


def _part(copy: Path, keys: Path) -> None:
    """Take the wrapped keys out of a copy, so that nothing of them is left in it."""
    make_sqlite_file(keys)
    with as_operators_see_it(), closing(sqlite3.connect(copy, isolation_level=None)) as opened:
        opened.execute("PRAGMA journal_mode=OFF")
        opened.execute("PRAGMA secure_delete=ON")
        opened.execute("ATTACH ? AS apart", (str(keys),))
        for table in _KEY_TABLES:
            opened.execute(f"CREATE TABLE apart.{table} AS SELECT * FROM main.{table}")  # noqa: S608
            opened.execute(f"DELETE FROM main.{table}")  # noqa: S608


def join(copy: Path, keys: Path) -> None:
    """Put the wrapped keys back into a copy."""
    with as_operators_see_it(), closing(sqlite3.connect(copy, isolation_level=None)) as opened:
        opened.execute("ATTACH ? AS apart", (str(keys),))
        for table in _KEY_TABLES:
            names = ", ".join(
                f'"{row[1]}"' for row in opened.execute(f"PRAGMA main.table_info({table})")
            )
            opened.execute(
                f"INSERT INTO main.{table} ({names}) SELECT {names} FROM apart.{table}"  # noqa: S608
            )


def ring_of(keys: Path, master: MasterKey) -> Keyring:
    """The keys of a copy. Raises WrongKeyError, BackupError."""
    engine = reader_engine(url_of(keys), 1)
    try:
        with as_operators_see_it(), engine.connect() as connection:
            ring = unlocked(connection, master)
    finally:
        engine.dispose()
    if ring is None:
        raise BackupError("the database has no keys yet", "Run `handrail run` once.")
    return ring


def _look(copy: Path, keys: Path, master: MasterKey) -> tuple[str, Keyring]:
    engine = reader_engine(url_of(copy), 1)
    try:
        with as_operators_see_it(), engine.connect() as connection:
            return revision_of(connection) or "", ring_of(keys, master)
    finally:
        engine.dispose()


def _seal(plain: Path, target: Path, key: MasterKey | Keyring, work: Path, told: Told) -> str:
    """Seal a file of SQLite and make sure that what lies there opens to the same. Removes it.

    Returns: the SHA-256 of what was written.
    """
    counts, size = counts_of_sound(plain), plain.stat().st_size
    purpose = KEYS_PURPOSE if isinstance(key, MasterKey) else DATA_PURPOSE
    done = 0

    def more(some: int) -> None:
        nonlocal done
        done += some
        told(done / (2 * size))

    def key_of(salt: bytes) -> bytes:
        return key.derive(purpose, salt)

    with plain.open("rb") as source, _new_file(target) as sealed:
        written = seal(source, sealed, key_of, more)
        sealed.flush()
        os.fsync(sealed.fileno())
    plain.unlink()  # before it is read back: there is room for one only
    again = work / "again.db"
    make_sqlite_file(again)
    with target.open("rb") as sealed, again.open("wb") as opened:
        digest = unseal(sealed, opened, key_of, more)
    if digest != written or counts_of_sound(again) != counts:
        raise BackupError(
            f"what was read back from {target.parent} differs from what was written",
            "The disk may be failing; name a folder on another one.",
        )
    again.unlink()
    return digest


def _write_manifest(made: Backup) -> None:
    unfinished = made.manifest_file.with_suffix(".json.unfinished")
    with _new_file(unfinished) as file:
        file.write(made.manifest.as_json().encode())
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(made.manifest_file)
    sync_folder(made.folder)


def _new_file(path: Path) -> BinaryIO:
    path.unlink(missing_ok=True)
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Raises StorageBusyError while another process makes a backup in the folder."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _locked(folder) as free:
        if not free:
            raise StorageBusyError(
                f"another backup is being made in {folder}", "Wait until it is done."
            )
        for left in folder.glob("handrail-*.unfinished"):
            left.unlink(missing_ok=True)
        yield


@contextmanager
def _locked(folder: Path) -> Iterator[bool]:
    """Hold a folder's lock, which ends with the process. Yields: whether it was free."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
            free = True
        except OSError:
            free = False
        yield free
    finally:
        os.close(opened)
