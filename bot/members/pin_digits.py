"""A PIN's digits: read from what was typed, kept as a slow hash."""

from __future__ import annotations

import os
import unicodedata

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

SHORTEST, LONGEST = 4, 8
_SALT, _HASH = 16, 32  # bytes
# RFC 7914. 16 MiB and some 50 ms: it is worked out where the database is written, and keeps others
# waiting. Ten thousand PINs of four digits last nobody long; what protects them is that the hash is
# sealed, and that only five are tried.
_COST, _BLOCK, _LANES = 2**14, 8, 1


def read_digits(typed: str) -> str | None:
    """Four to eight digits, in any script, with or without spaces; None for anything else."""
    said = "".join(typed.split())
    if not said.isdecimal() or not SHORTEST <= len(said) <= LONGEST:
        return None
    return "".join(str(unicodedata.decimal(digit)) for digit in said)


def hashed(digits: str) -> bytes:
    """A fresh salt, and the hash behind it."""
    salt = os.urandom(_SALT)
    return salt + _slow(salt).derive(digits.encode())


def fits(digits: str, kept: bytes) -> bool:
    """Whether these are the digits that `hashed` was given."""
    try:
        _slow(kept[:_SALT]).verify(digits.encode(), kept[_SALT:])
    except InvalidKey:
        return False
    return True


def _slow(salt: bytes) -> Scrypt:
    return Scrypt(salt=salt, length=_HASH, n=_COST, r=_BLOCK, p=_LANES)
