"""The directory with the account's keys: for its owner only, and for one process at a time."""

from __future__ import annotations

import os
from pathlib import Path

from filelock import FileLock, Timeout

from bot.platform import AdapterStopped

LOCK = "lock"
RESTORED = "restored"
"""Says that the keys came from a backup and may be older than what others know of the device."""

_OWNER_DIRECTORY, _OWNER_FILE = 0o700, 0o600


def lock(directory: Path) -> FileLock:
    """Take the directory, which is made if it is not there; hold what is returned.

    Two processes on one store would spend the same one-time keys and ratchets, and nobody could
    read either of them.

    Raises: AdapterStopped if another process has it, or it cannot be written.
    """
    try:
        directory.mkdir(mode=_OWNER_DIRECTORY, parents=True, exist_ok=True)
        directory.chmod(_OWNER_DIRECTORY)
        held = FileLock(directory / LOCK, mode=_OWNER_FILE, thread_local=False)
        held.acquire(timeout=0)
    except Timeout:
        raise AdapterStopped(
            "another process uses the Matrix key store (is the bot running?); stop it, or give"
            " this one another [matrix] store_dir",
            permanent=True,
        ) from None
    except OSError as error:
        raise AdapterStopped(
            f"the Matrix key store cannot be opened ({error.strerror}); check the owner of"
            " [matrix] store_dir",
            permanent=True,
        ) from error
    return held


def keep_private(directory: Path) -> None:
    """Databases are made with the process's umask; take the others' rights away."""
    for path in directory.iterdir():
        if path.is_file():
            path.chmod(_OWNER_FILE)


def write_once(path: Path, data: bytes) -> None:
    """A new file for the owner only, durably. Raises: FileExistsError."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_FILE)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
