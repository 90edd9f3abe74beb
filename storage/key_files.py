"""The key's file while the key is rotated: FILE, then FILE.new beside it, at last FILE.old."""

from __future__ import annotations

import os
from pathlib import Path

from storage.backup_files import sync_folder
from storage.encryption import MasterKey, create_key_file, load_master_key
from storage.errors import UnreadableKeyError


def new_one(file: Path) -> Path:
    """Where the key to come is, until it is the key."""
    return file.with_name(f"{file.name}.new")


def old_one(file: Path) -> Path:
    """Where the key before is, until an operator removes it."""
    return file.with_name(f"{file.name}.old")


def begin(file: Path) -> tuple[MasterKey, bool]:
    """The key to come: made, or found where an earlier attempt has left it.

    Returns: the key, and whether it was there.
    Raises: UnreadableKeyError.
    """
    coming = new_one(file)
    if coming.exists() and not coming.stat().st_size:
        coming.unlink()  # the process was killed before it wrote the key
    if coming.exists():
        return load_master_key(None, coming), True
    return create_key_file(coming), False


def finish(file: Path) -> Path:
    """Put the new key in the place of the old one, which is kept. Returns: where the old one is.

    Raises: UnreadableKeyError.
    """
    coming, old = new_one(file), old_one(file)
    try:
        if file.exists():
            # A second name first: at no moment is there no key.
            old.unlink(missing_ok=True)
            os.link(file, old)
        coming.replace(file)
        sync_folder(file.parent)
    except OSError as error:
        raise UnreadableKeyError(
            f"{coming} is the key, but could not be moved to {file}: {error.strerror}",
            f"Move it there: mv {coming} {file}",
        ) from None
    return old
