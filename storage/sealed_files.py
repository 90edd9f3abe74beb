"""Files that are sealed chunk by chunk, so that a large one needs little memory.

Layout: a line that says what it is, 32 bytes of salt, then chunks of AES-256-GCM, each of 1 MiB of
the file (the last one shorter) with 16 bytes of tag. A chunk's nonce counts the chunks and says
whether it is the last: chunks that were swapped, left out or cut off are noticed. Source of the
construction: Hoang, Reyhanitabar, Rogaway and Vizár, "Online authenticated-encryption and its
nonce-reuse misuse-resistance" (STREAM), 2015.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.errors import UnreadableBackupError

_MAGIC = b"handrail sealed file 1\n"
_SALT_BYTES = 32
_CHUNK = 1024 * 1024
_TAG_BYTES = 16

KeyOf = Callable[[bytes], bytes]
"""Gives the key for a salt."""

Told = Callable[[int], None]
"""Is told how many bytes of the file were done each time."""


def seal(source: BinaryIO, target: BinaryIO, key_of: KeyOf, told: Told) -> str:
    """Write `source` sealed to `target`. Returns: the SHA-256 of what was written, in hex."""
    digest = hashlib.sha256()

    def write(some: bytes) -> None:
        digest.update(some)
        target.write(some)

    salt = os.urandom(_SALT_BYTES)
    cipher = AESGCM(key_of(salt))
    write(_MAGIC + salt)
    for number, last, chunk in _numbered(source, _CHUNK):
        write(cipher.encrypt(_nonce(number, last), chunk, _MAGIC))
        told(len(chunk))
    return digest.hexdigest()


def unseal(source: BinaryIO, target: BinaryIO, key_of: KeyOf, told: Told) -> str:
    """The reverse. Returns: the SHA-256 of what was read, in hex.

    Raises: UnreadableBackupError for another key, and for a file that was cut off or changed.
    """
    head = source.read(len(_MAGIC) + _SALT_BYTES)
    if not head.startswith(_MAGIC) or len(head) != len(_MAGIC) + _SALT_BYTES:
        raise UnreadableBackupError("the file is no backup of this kind, or it was cut off")
    digest = hashlib.sha256(head)
    cipher = AESGCM(key_of(head[len(_MAGIC) :]))
    for number, last, chunk in _numbered(source, _CHUNK + _TAG_BYTES):
        digest.update(chunk)
        try:
            target.write(cipher.decrypt(_nonce(number, last), chunk, _MAGIC))
        except InvalidTag:
            raise UnreadableBackupError(
                "the backup does not open: it was cut off or changed, or another key made it"
            ) from None
        told(len(chunk))
    return digest.hexdigest()


def _numbered(source: BinaryIO, size: int) -> Iterator[tuple[int, bool, bytes]]:
    """The chunks of a file, each with whether it is the last; an empty file has one."""
    number, chunk = 0, source.read(size)
    while True:
        following = source.read(size)
        yield number, not following, chunk
        if not following:
            return
        number, chunk = number + 1, following


def _nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])
