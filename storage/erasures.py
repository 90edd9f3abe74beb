"""Who was erased: a list that only grows, so that putting back a backup brings nobody back.

It says of nobody who they were: a person is a keyed hash of the row's id. It stands in the
database, and so in every later backup, and in a file in the folder of backups, which a restore
does not turn back.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from storage.encryption import Keyring
from storage.tables import erasures, persons
from storage.transaction import Transaction

FILE = "erasures.list"
_INDEX_BYTES = 16

Erased = Mapping[bytes, datetime]
"""When each was erased, by the keyed hash."""


def note(tx: Transaction, person: int) -> None:
    """In the transaction that erases the person."""
    # By the machine's clock, whatever is rehearsed: it is kept for long.
    row = {"person_index": _index(tx.keys, person), "at": datetime.now(UTC)}
    tx.insert_new(erasures, [row])


def noted(tx: Transaction) -> dict[bytes, datetime]:
    """All of the database's list."""
    rows = tx.execute(select(erasures.c.person_index, erasures.c.at))
    return {bytes(index): at for index, at in rows}


def add(tx: Transaction, erased: Erased) -> int:
    """Take over another list. Returns: how many were new."""
    rows = [{"person_index": index, "at": at} for index, at in erased.items()]
    return tx.insert_new(erasures, rows)


def still_there(tx: Transaction, erased: Erased) -> list[int]:
    """Whom of the list the database holds, as it does after an older backup was put back."""
    people = tx.execute(select(persons.c.id)).scalars()
    return [person for person in people if _index(tx.keys, person) in erased]


def read_file(folder: Path) -> dict[bytes, datetime]:
    """The list in a folder of backups; empty without one. A line that is none is passed over."""
    found = {}
    with contextlib.suppress(FileNotFoundError):
        for line in (folder / FILE).read_text("ascii", "replace").splitlines():
            index, _, at = line.partition(" ")
            with contextlib.suppress(ValueError, OverflowError):
                if len(bytes.fromhex(index)) == _INDEX_BYTES:
                    found[bytes.fromhex(index)] = _moment(at)
    return found


def _moment(written: str) -> datetime:
    """In UTC; so is a time that lost its offset. Raises: ValueError, OverflowError."""
    at = datetime.fromisoformat(written)
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def append_to_file(folder: Path, erased: Erased) -> int:
    """Add who is not there yet. Returns: how many were added. Raises: OSError."""
    known = read_file(folder)
    new = {index: at for index, at in erased.items() if index not in known}
    if new:
        _append(folder / FILE, (f"{index.hex()} {at.isoformat()}" for index, at in new.items()))
    return len(new)


def _append(path: Path, lines: Iterable[str]) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab") as file:
        # What a power cut tore off must not run into the next line.
        file.write("".join(f"\n{line}" for line in lines).encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())


def _index(keys: Keyring, person: int) -> bytes:
    return keys.index(f"erased|{person}")
