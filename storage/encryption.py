"""Sealing what people entrust to us.

Each person has a data key, the system has one too; every data key is wrapped by the master key,
which is kept apart from the database. Sealed bytes are bound to their place (table, column, row,
owner), so that they cannot be moved to another row. Destroying a person's wrapped key leaves what
was sealed for them unreadable, in backups of the data too.

Layout, both of sealed values and of wrapped keys: one byte of version, 12 bytes of nonce, the
AES-256-GCM ciphertext, 16 bytes of tag (NIST SP 800-38D).
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.errors import MissingKeyError, SealBrokenError, UnreadableKeyError, WrongKeyError

SYSTEM = 0  # the owner of what belongs to no person

_KEY_BYTES = 32
_VERSION = b"\x01"
_NONCE_BYTES = 12
_SHORTEST = len(_VERSION) + _NONCE_BYTES + 16
_INDEX_BYTES = 16
_HOW_TO_CLOSE = "Close it to others: chmod 600 {path}"


class Key:
    """A data key of one owner: a person's id, or 0 for the system."""

    __slots__ = ("_cipher", "_tail")

    def __init__(self, owner: int, raw: bytes) -> None:
        """`raw` is 32 random bytes."""
        self._cipher = AESGCM(raw)
        self._tail = f"|{owner}"

    def seal(self, column: str, row: int, plain: bytes) -> bytes:
        """Seals `plain` for one place.

        Args:
            column: "table.column", part of what is authenticated.
            row: the row's id; for tables keyed otherwise, the number that tells rows apart.
        """
        nonce = os.urandom(_NONCE_BYTES)
        place = f"{column}|{row}{self._tail}".encode()
        return _VERSION + nonce + self._cipher.encrypt(nonce, plain, place)

    def open(self, column: str, row: int, sealed: bytes) -> bytes:
        """What was sealed there. Raises SealBrokenError for other bytes or another place."""
        place = f"{column}|{row}{self._tail}".encode()
        plain = _opened(self._cipher, sealed, place)
        if plain is None:
            raise SealBrokenError(column, row)
        return plain

    def seal_text(self, column: str, row: int, text: str) -> bytes:
        # Half a surrogate pair, as broken clients send it, must not lose the message.
        return self.seal(column, row, text.encode("utf-8", "surrogatepass"))

    def open_text(self, column: str, row: int, sealed: bytes) -> str:
        return self.open(column, row, sealed).decode("utf-8", "surrogatepass")


class MasterKey:
    """The key-encryption key: wraps data keys, seals nothing itself."""

    __slots__ = ("_cipher", "_raw", "kid")

    def __init__(self, raw: bytes) -> None:
        """`raw` is 32 random bytes. `kid` names the key without giving it away."""
        if len(raw) != _KEY_BYTES:
            raise UnreadableKeyError(f"the key has {len(raw)} bytes, {_KEY_BYTES} are needed")
        self._raw = raw
        self._cipher = AESGCM(raw)
        self.kid = hashlib.sha256(b"handrail master key|" + raw).hexdigest()[:12]

    @classmethod
    def generate(cls) -> MasterKey:
        return cls(os.urandom(_KEY_BYTES))

    @classmethod
    def from_base64(cls, text: str) -> MasterKey:
        """Reads base64, the URL-safe alphabet too. Raises UnreadableKeyError."""
        try:
            raw = base64.b64decode(text.strip().translate(_FROM_URL_SAFE), validate=True)
        except (binascii.Error, ValueError):
            raise UnreadableKeyError("the key is not base64") from None
        return cls(raw)

    def to_base64(self) -> str:
        return base64.b64encode(self._raw).decode()

    def wrap(self, owner: int, raw: bytes, name: str = "data") -> bytes:
        """Wraps a data key; `name` tells several keys of one owner apart."""
        nonce = os.urandom(_NONCE_BYTES)
        return _VERSION + nonce + self._cipher.encrypt(nonce, raw, f"{name}|{owner}".encode())

    def unwrap(self, owner: int, wrapped: bytes, name: str = "data") -> bytes:
        """The data key. Raises WrongKeyError if another key or place wrapped it."""
        raw = _opened(self._cipher, wrapped, f"{name}|{owner}".encode())
        if raw is None:
            raise WrongKeyError(f"key {self.kid} does not unwrap the {name} key of {owner}")
        return raw

    def wrap_key(self, other: MasterKey, name: str) -> bytes:
        """Another master key, so that whoever has this one finds it while keys are rotated."""
        return self.wrap(SYSTEM, other._raw, name)

    def unwrap_key(self, wrapped: bytes, name: str) -> MasterKey:
        """What `wrap_key` has wrapped. Raises WrongKeyError."""
        return MasterKey(self.unwrap(SYSTEM, wrapped, name))

    def derive(self, purpose: str, salt: bytes) -> bytes:
        """32 bytes for one purpose, which give nothing of this key away (RFC 5869)."""
        return _derived(self._raw, purpose, salt)


class Keyring:
    """The keys at hand while the store is open.

    People's keys are unwrapped when they are needed and kept nowhere: an erased person's key must
    not live on in a cache.

    While the master key is rotated, some are wrapped by the old one and some by the new one; see
    `storage.rotation`.
    """

    __slots__ = ("_index_key", "_master", "_others", "look_for_next", "system")

    def __init__(self, master: MasterKey, *, system: bytes, index: bytes) -> None:
        """`system` and `index` are the wrapped keys of those names."""
        self._master = master
        self._others: tuple[MasterKey, ...] = ()
        self.look_for_next: Callable[[], MasterKey | None] = _none_is_coming
        self.system = Key(SYSTEM, master.unwrap(SYSTEM, system, "system"))
        self._index_key = master.unwrap(SYSTEM, index, "index")

    @property
    def master(self) -> MasterKey:
        """What wraps from here on."""
        return self._master

    @property
    def kid(self) -> str:
        """The master key's id."""
        return self._master.kid

    def follow(self, newest: MasterKey) -> None:
        """From here on wrap with `newest`, and go on unwrapping what earlier ones wrapped."""
        if newest.kid != self._master.kid:
            earlier = tuple(each for each in self._others if each.kid != newest.kid)
            self._others = (self._master, *earlier)
            self._master = newest

    def derive(self, purpose: str, salt: bytes) -> bytes:
        """32 bytes for one purpose; the same whatever the master key is."""
        return _derived(self._index_key, purpose, salt)

    def index(self, value: str) -> bytes:
        """16 bytes to find `value` by, which tell nothing of it without the key."""
        found = hmac.digest(self._index_key, value.encode("utf-8", "surrogatepass"), "sha256")
        return found[:_INDEX_BYTES]

    def new_person_key(self, person: int) -> tuple[Key, bytes]:
        """A fresh key and its wrapped form, to be stored."""
        raw = os.urandom(_KEY_BYTES)
        return Key(person, raw), self._master.wrap(person, raw)

    def person_key(self, person: int, wrapped: bytes) -> Key:
        """Raises WrongKeyError if another master key, or for another person, wrapped it."""
        return Key(person, self.unwrap(person, wrapped))

    def unwrap(self, person: int, wrapped: bytes) -> bytes:
        """A person's data key itself. Raises WrongKeyError."""
        try:
            return self._master.unwrap(person, wrapped)
        except WrongKeyError:
            for other in self._others:
                with suppress(WrongKeyError):
                    return other.unwrap(person, wrapped)
            # Wrapped by a key that came while this process was running?
            following = self.look_for_next()
            if following is None or following.kid == self._master.kid:
                raise
            self.follow(following)
            return self._master.unwrap(person, wrapped)


def new_system_keys(master: MasterKey) -> dict[str, bytes]:
    """Wrapped keys for a new database, by the names that `Keyring` takes."""
    return {name: master.wrap(SYSTEM, os.urandom(_KEY_BYTES), name) for name in ("system", "index")}


def load_master_key(env_value: str | None, key_file: Path | None) -> MasterKey:
    """The key from the environment's value or the file.

    Raises:
        MissingKeyError: neither is there.
        UnreadableKeyError: not a key; open to others; both are there and differ.
    """
    from_file = _read_key_file(key_file) if key_file and key_file.exists() else None
    if not env_value or not env_value.strip():
        if from_file is None:
            raise MissingKeyError(
                f"the key file {key_file} is not there" if key_file else "no key is configured"
            )
        return from_file
    from_env = MasterKey.from_base64(env_value)
    if from_file is not None and from_file.kid != from_env.kid:
        raise UnreadableKeyError(
            f"HANDRAIL_KEY and the key file {key_file} hold different keys",
            "Keep the one that the database was made with and remove the other.",
        )
    return from_env


def create_key_file(path: Path) -> MasterKey:
    """Makes a key and writes it to a new file that only its owner may read.

    Missing folders are made for the owner alone. Raises UnreadableKeyError if there is a file
    already, since overwriting a key loses the database, or if it cannot be written.
    """
    key = MasterKey.generate()
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise UnreadableKeyError(
            f"there is a key file {path} already", "Use it, or name another file."
        ) from None
    except OSError as error:
        raise UnreadableKeyError(
            f"the key file {path} cannot be written: {error.strerror}",
            "Name a file in a folder that the account running Handrail may write.",
        ) from None
    with os.fdopen(file, "w") as opened:
        opened.write(key.to_base64() + "\n")
        opened.flush()
        # A database sealed with a key that a power cut took would be lost.
        os.fsync(opened.fileno())
    _sync_folder(path.parent)
    return key


_FROM_URL_SAFE = str.maketrans("-_", "+/")


def _derived(raw: bytes, purpose: str, salt: bytes) -> bytes:
    info = b"handrail|" + purpose.encode()
    return HKDF(algorithm=SHA256(), length=_KEY_BYTES, salt=salt, info=info).derive(raw)


def _none_is_coming() -> MasterKey | None:
    return None


def _opened(cipher: AESGCM, sealed: bytes, place: bytes) -> bytes | None:
    if len(sealed) < _SHORTEST or sealed[:1] != _VERSION:
        return None
    start = len(_VERSION) + _NONCE_BYTES
    try:
        return cipher.decrypt(sealed[len(_VERSION) : start], sealed[start:], place)
    except InvalidTag:
        return None


def _read_key_file(path: Path) -> MasterKey:
    try:
        mode = path.stat().st_mode
        text = path.read_text("ascii")
    except OSError as error:
        raise UnreadableKeyError(
            f"the key file {path} cannot be read: {error.strerror}",
            "Give the account that runs Handrail the right to read it, and nobody else.",
        ) from None
    except UnicodeDecodeError:
        raise UnreadableKeyError(f"the key file {path} holds no key") from None
    if mode & (stat.S_IRWXG | stat.S_IRWXO) and not _kept_by_the_system(path):
        raise UnreadableKeyError(
            f"others may read the key file {path} (mode {stat.S_IMODE(mode):o})",
            _HOW_TO_CLOSE.format(path=path),
        )
    try:
        return MasterKey.from_base64(text)
    except UnreadableKeyError as error:
        raise UnreadableKeyError(f"in the key file {path}, {error}") from None


def _kept_by_the_system(path: Path) -> bool:
    """Whether systemd or a container engine put it there, with access rights of their own."""
    folders = [Path("/run/secrets")]
    if credentials := os.environ.get("CREDENTIALS_DIRECTORY"):
        folders.append(Path(credentials))
    return any(path.resolve().is_relative_to(folder.resolve()) for folder in folders)


def _sync_folder(folder: Path) -> None:
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
