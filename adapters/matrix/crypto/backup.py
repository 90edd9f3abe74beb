"""The keys of the account in one file, sealed under a passphrase.

Layout: a line that says what it is, 16 bytes of salt, 12 of nonce, the AES-256-GCM ciphertext of
compressed JSON. The key is scrypt's (RFC 7914) of the passphrase, with N = 2^17, r = 8, p = 1:
128 MiB of memory and about half a second for each guess.
"""

from __future__ import annotations

import base64
import json
import os
import sqlite3
import unicodedata
import zlib
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from adapters.matrix.crypto.device import change_key, devices_in
from adapters.matrix.crypto.seeds import Seeds
from adapters.matrix.crypto.store import LOCK, RESTORED, write_once
from bot.platform import AdapterStopped

PASSPHRASE_AT_LEAST = 12
"""Characters."""

_HEADER = b"handrail matrix keys 1\n"
_SALT_BYTES, _NONCE_BYTES = 16, 12
_MARK = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class Backup:
    """What makes an account's device.

    Args:
        account: what the adapter remembers of its log-in; None if a token is configured.
        store_key: what the files are encrypted with, which came from the database.
        files: of the key store, by name.
    """

    user_id: str
    account: bytes | None
    store_key: str
    files: dict[str, bytes]


def read_store(directory: Path, user_id: str, store_key: str, account: bytes | None) -> Backup:
    """All of a key store that nobody is using. Raises: AdapterStopped if it holds no keys."""
    if not directory.is_dir() or not devices_in(directory, user_id):
        raise AdapterStopped(
            f"there are no keys of {user_id} in {directory} yet; the first `handrail run` makes"
            " them"
        )
    files = {
        path.name: _contents(path)
        for path in sorted(directory.iterdir())
        if path.is_file() and path.name != LOCK and not path.name.endswith("-journal")
    }
    return Backup(user_id, account, store_key, files)


def sealed(backup: Backup, passphrase: str) -> bytes:
    """The file's contents."""
    plain = {
        "user_id": backup.user_id,
        "account": backup.account and backup.account.decode(),
        "store_key": backup.store_key,
        "files": {name: base64.b64encode(raw).decode() for name, raw in backup.files.items()},
    }
    salt, nonce = os.urandom(_SALT_BYTES), os.urandom(_NONCE_BYTES)
    compressed = zlib.compress(json.dumps(plain).encode())
    cipher = AESGCM(_stretched(passphrase, salt))
    return _HEADER + salt + nonce + cipher.encrypt(nonce, compressed, _HEADER)


def opened(data: bytes, passphrase: str) -> Backup:
    """What was sealed. Raises: AdapterStopped."""
    body = data.removeprefix(_HEADER)
    if body == data or len(body) <= _SALT_BYTES + _NONCE_BYTES:
        raise AdapterStopped("this is no file of `handrail matrix backup-keys`")
    salt, nonce = body[:_SALT_BYTES], body[_SALT_BYTES:][:_NONCE_BYTES]
    ciphertext = body[_SALT_BYTES + _NONCE_BYTES :]
    try:
        plain = AESGCM(_stretched(passphrase, salt)).decrypt(nonce, ciphertext, _HEADER)
    except InvalidTag:
        raise AdapterStopped(
            "the passphrase is not the one this file was made with, or the file is damaged"
        ) from None
    read = json.loads(zlib.decompress(plain))
    return Backup(
        user_id=read["user_id"],
        account=read["account"] and read["account"].encode(),
        store_key=read["store_key"],
        files={name: base64.b64decode(raw) for name, raw in read["files"].items()},
    )


def require_empty(directory: Path) -> None:
    """Raises: AdapterStopped if keys are there already."""
    if any(path.name != LOCK for path in directory.iterdir()):
        raise AdapterStopped(
            f"{directory} holds keys already; if the backup is what you want, move everything in"
            " it to another place first, and keep that until the bot runs well"
        )


def restore(backup: Backup, directory: Path, store_key: str) -> None:
    """Put the keys into a locked, empty key store.

    They come under the key of the database that is here now, which may be another one. At the
    next start the device makes up for what it did after the backup (`RESTORED`).

    Raises: AdapterStopped if keys are there already; nothing is changed then.
    """
    require_empty(directory)
    written = [directory / Path(name).name for name in backup.files]
    try:
        for path, raw in zip(written, backup.files.values(), strict=True):
            write_once(path, raw)
        if backup.store_key != store_key:
            _change_keys(backup, directory, store_key)
        write_once(directory / RESTORED, b"")
    except BaseException:
        for path in (*written, directory / RESTORED):
            path.unlink(missing_ok=True)
        raise


def _change_keys(backup: Backup, directory: Path, new: str) -> None:
    user, old = backup.user_id, backup.store_key
    for device in devices_in(directory, user):
        change_key(directory, user, device, old, new)
    read = Seeds(directory, user, old).read()
    if read is not None:
        seeds = Seeds(directory, user, new)
        seeds.file.unlink()
        seeds.write(read)


def _contents(path: Path) -> bytes:
    raw = path.read_bytes()
    if raw[: len(_MARK)] != _MARK:
        return raw
    # A process that was killed may have left half a transaction behind, which SQLite undoes.
    with closing(sqlite3.connect(path)) as database:
        return database.serialize()


def _stretched(passphrase: str, salt: bytes) -> bytes:
    # The same words typed on another machine may come composed differently.
    words = unicodedata.normalize("NFKC", passphrase).encode()
    return Scrypt(salt=salt, length=32, n=2**17, r=8, p=1).derive(words)
