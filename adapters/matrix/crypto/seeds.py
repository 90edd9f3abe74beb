"""The seeds of the account's cross-signing keys, sealed beside the key store."""

from __future__ import annotations

import json
import os
import secrets
from pathlib import Path

import structlog
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from adapters.matrix.crypto.store import write_once

log = structlog.get_logger(__name__)

USAGES = ("master", "self_signing", "user_signing")

_SEED_BYTES = 32
_NONCE_BYTES = 12
_PURPOSE = b"handrail: matrix cross-signing seeds"


class Seeds:
    """The seeds of one account, in one file.

    Args:
        directory: of the key store.
        key: the key store's own; the seeds are sealed under a key made of it.
    """

    def __init__(self, directory: Path, user: str, key: str) -> None:
        name = "".join(c if c.isalnum() else "_" for c in user)
        self.file = directory / f"cross-signing-{name}"
        derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=_PURPOSE)
        self._cipher = AESGCM(derived.derive(key.encode()))
        self._account = user.encode()

    def read(self) -> dict[str, bytes] | None:
        """The seed of each usage, 32 bytes; None if there are none that can be read."""
        try:
            sealed = self.file.read_bytes()
        except FileNotFoundError:
            return None
        try:
            nonce, ciphertext = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
            opened = json.loads(self._cipher.decrypt(nonce, ciphertext, self._account))
            return {usage: bytes.fromhex(opened[usage]) for usage in USAGES}
        except (InvalidTag, ValueError, KeyError) as error:
            log.error("matrix_cross_signing_seeds_damaged", error=type(error).__name__)
            return None

    def make(self) -> dict[str, bytes]:
        """New seeds; a file that cannot be read is kept beside them under another name."""
        made = {usage: secrets.token_bytes(_SEED_BYTES) for usage in USAGES}
        if self.file.exists():
            self.file.rename(self.file.with_name(f"{self.file.name}.{secrets.token_hex(4)}"))
        self.write(made)
        return made

    def write(self, seeds: dict[str, bytes]) -> None:
        """Write them to a new file. Raises: FileExistsError."""
        plain = json.dumps({usage: seed.hex() for usage, seed in seeds.items()}).encode()
        nonce = os.urandom(_NONCE_BYTES)
        write_once(self.file, nonce + self._cipher.encrypt(nonce, plain, self._account))
