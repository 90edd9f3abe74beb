"""Room kept beside a SQLite database for what must be written even on a full disk."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

from storage.errors import StorageFullError

SIZE = 4 * 1024 * 1024  # bytes
LEAST = 256 * 1024  # bytes: what a few answers need
_ROOM_AGAIN = 8  # the reserve is made again once that many times its size is free


class Reserve:
    """A file that takes up room until it is needed.

    Thread-safe: what it does is done by the file system.
    """

    def __init__(self, path: Path, size: int = SIZE) -> None:
        """`path` is where the file is made; its folder is there."""
        self._path = path
        self._size = size

    @classmethod
    def beside(cls, database: Path) -> Reserve:
        """The reserve of a database."""
        return cls(database.with_name(f"{database.name}.reserve"))

    @property
    def there(self) -> bool:
        return self._path.exists()

    def make(self) -> bool:
        """Take up the room, if there is plenty. Returns: whether the reserve is there."""
        if self.there:
            return True
        try:
            if shutil.disk_usage(self._path.parent).free < self._size * _ROOM_AGAIN:
                return False
            with open(self._path, "xb", opener=_private) as file:
                # Zeros would take up nothing where the file system compresses them.
                file.write(os.urandom(self._size))
                file.flush()
                os.fsync(file.fileno())
        except FileExistsError:
            return True
        except OSError:
            with contextlib.suppress(OSError):
                self._path.unlink(missing_ok=True)
            return False
        return True

    def require_room(self) -> None:
        """Raises StorageFullError where a page may still fit, but no answer."""
        if shutil.disk_usage(self._path.parent).free < LEAST:
            raise StorageFullError("the disk of the database is full")

    def free(self) -> bool:
        """Give the room back. Returns: whether there was any."""
        try:
            self._path.unlink()
        except OSError:
            return False
        return True


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
