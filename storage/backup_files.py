"""The files of a backup: what they are called, what the manifest says, how long they are kept.

    handrail-20261121T214000Z.backup    the data, sealed with a key made of the database's own keys
    handrail-20261121T214000Z.keys      the wrapped keys, sealed with the master key
    handrail-20261121T214000Z.json      the manifest; written last, so that without it there is none

Whoever has the data needs the keys too, and keys of a later backup will do, without those of people
erased meanwhile. So the data is kept for weeks, but of the keys only the latest two: an erased
person's words become unreadable in older backups as well.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from storage.errors import BackupError, StorageFullError, UnreadableBackupError

KEYS_KEPT = 2
DATA, KEYS, MANIFEST = ".backup", ".keys", ".json"
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup is; nothing of it is secret.

    Args:
        made_at: the moment whose state it holds, in UTC.
        release: of Handrail.
        schema: the revision of the tables.
        database: what it was made of; it can be put back into either.
        installation: tells the backups of several installations apart.
        key: the name of the master key, as `handrail keys check` shows it.
        data_sha256, keys_sha256: of the files, in hex.
    """

    made_at: datetime
    release: str
    schema: str
    database: str
    installation: str
    key: str
    data_sha256: str
    keys_sha256: str

    def as_json(self) -> str:
        return json.dumps(asdict(self) | {"made_at": self.made_at.isoformat()}, indent=1) + "\n"


@dataclass(frozen=True, slots=True)
class Backup:
    """A finished backup in a folder."""

    folder: Path
    name: str
    manifest: Manifest

    @property
    def data(self) -> Path:
        return self.folder / f"{self.name}{DATA}"

    @property
    def keys(self) -> Path:
        return self.folder / f"{self.name}{KEYS}"

    @property
    def manifest_file(self) -> Path:
        return self.folder / f"{self.name}{MANIFEST}"


def name_of(moment: datetime) -> str:
    """What a backup of that moment is called."""
    return f"handrail-{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def backups_in(folder: Path) -> list[Backup]:
    """The finished backups of a folder, the oldest first; what is no backup is passed over."""
    found = []
    for file in folder.glob(f"handrail-*{MANIFEST}"):
        try:
            found.append(read_backup(file))
        except UnreadableBackupError:
            continue
    return sorted(found, key=lambda each: (each.manifest.made_at, each.name))


def read_backup(file: Path) -> Backup:
    """The backup that one of its files belongs to. Raises UnreadableBackupError."""
    file = file.absolute()
    manifest = file.with_suffix(MANIFEST)
    try:
        found = Backup(file.parent, file.stem, _manifest(manifest.read_text("utf-8")))
    except (OSError, ValueError, TypeError, KeyError, OverflowError, RecursionError):
        raise UnreadableBackupError(
            f"there is no manifest {manifest}, or it cannot be read",
            "A backup is three files of one name, .backup, .keys and .json; bring them together.",
        ) from None
    if not found.data.exists():
        raise UnreadableBackupError(
            f"{found.data} is not there",
            "A backup is three files of one name, .backup, .keys and .json; bring them together.",
        )
    return found


def _manifest(text: str) -> Manifest:
    """Raises: ValueError, TypeError, KeyError, OverflowError or RecursionError if it is none."""
    told = json.loads(text)
    if not isinstance(told, dict) or not all(isinstance(each, str) for each in told.values()):
        raise TypeError("a manifest is an object of texts")
    made_at = datetime.fromisoformat(told["made_at"])
    if made_at.tzinfo is None:
        raise ValueError("a moment without its offset")
    return Manifest(**told | {"made_at": made_at.astimezone(UTC)})


def keys_for(backup: Backup) -> Path:
    """Its own keys, else those of the next backup that has some. Raises UnreadableBackupError."""
    wanted = backup.manifest
    for each in backups_in(backup.folder):
        later = each.manifest.made_at >= wanted.made_at
        if later and each.manifest.installation == wanted.installation and each.keys.exists():
            return each.keys
    raise UnreadableBackupError(
        f"the keys of {backup.name} are gone, and so are those of all later backups beside it",
        "Name a later backup's .keys file with --keys; without any it cannot be read.",
    )


def prune(folder: Path, installation: str, keep: timedelta, now: datetime) -> int:
    """Remove data older than `keep`, and all but the latest keys. Returns: backups removed.

    The latest backup stays in any case.
    """
    ours = [each for each in backups_in(folder) if each.manifest.installation == installation]
    for each in ours[:-KEYS_KEPT]:
        each.keys.unlink(missing_ok=True)
    old = [each for each in ours[:-1] if each.manifest.made_at < now - keep]
    for each in old:
        each.manifest_file.unlink(missing_ok=True)
        each.data.unlink(missing_ok=True)
    return len(old)


@contextmanager
def telling_of_files(what: str, folder: Path) -> Iterator[None]:
    """What the file system says becomes a StorageError that names the folder."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise StorageFullError(
                f"{what}: there is no room left in {folder}",
                "Make room there, or name another folder. What was begun is removed, and no"
                " earlier backup was touched.",
            ) from None
        raise BackupError(
            f"{what}: {folder} says {error.strerror}",
            "Name a folder that the account running Handrail may write.",
        ) from None


def sync_folder(folder: Path) -> None:
    """Make renames durable."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
