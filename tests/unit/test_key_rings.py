"""What is sealed stays readable: the layout, keys that follow one another, files of keys."""

from __future__ import annotations

import base64
import os
from pathlib import Path

import pytest

from storage.encryption import Keyring, MasterKey, create_key_file, new_system_keys
from storage.errors import UnreadableKeyError, WrongKeyError

# What the first release wrote, with the key 00 01 … 1f.
KEY = bytes(range(32))
SYSTEM_KEY = "AWjRUvgcFDZ1lBZ9HAH0F+lcahjBBSi9vSNS3QJYZECIgE8cfK/U+gDyGSQ3YT0tqtdhZb86ATQzROqjpw=="
INDEX_KEY = "AT/Fmjpl1/fd+NeExFazzor4qvmDCVeq0x/kvuzmdLjq3lddXK15m6EpgB+6c+aB6WYqqZCXP2d6z43j6A=="
PERSON_KEY = "AWzzkp7qkwF12BlMnjBRojvsLduTrxfRquz5o1598+fx5ZSnbgy9oEdSXitmOyLtjXsFpPKwYEews2w3OQ=="
NAME = "AX5L7/lKhf3EflRQJjzD7YD2hLbDa5K2ANDHSzQNwZS2FnJmBBiIwZvZ"
NOTE = "AWvu6DOHo45Qx1slcRHOxAi6EjBtLfxNIxl7bMdQovpA71+wCTho"


def read(text: str) -> bytes:
    return base64.b64decode(text)


def ring_of(master: MasterKey) -> Keyring:
    return Keyring(master, **new_system_keys(master))


# --- the layout


def test_what_the_first_release_sealed_still_opens() -> None:
    """A database and a backup of years ago: values, keys, hashes and keys made of keys."""
    master = MasterKey(KEY)
    ring = Keyring(master, system=read(SYSTEM_KEY), index=read(INDEX_KEY))
    hers = ring.person_key(42, read(PERSON_KEY))

    assert ring.system.open_text("communities.name", 7, read(NAME)) == "Harbour House"
    assert hers.open_text("checkins.note", 11, read(NOTE)) == "slept well"
    assert ring.index("discord:815").hex() == "dcd29b359465dc5e3506d8b50bdd216d"
    assert ring.derive("backup of data", b"salt").hex() == (
        "0420723bbdc61df8ba0de896892797d4d882c688ae22fddd2dea0ba37f66b1a5"
    )
    assert master.derive("backup of keys", b"salt").hex() == (
        "834c56a2f4058220eb1997228c70a42286d0f261eb931340532bc35c7a654043"
    )
    assert (ring.kid, ring.master) == ("fe9a8da7abca", master)


def test_a_sealed_value_is_as_long_as_it_says() -> None:
    """A byte of version, 12 of nonce, 16 of tag, as NIST SP 800-38D has them."""
    ring = ring_of(MasterKey(KEY))

    assert len(ring.system.seal("a.b", 1, b"")) == 1 + 12 + 16
    assert ring.system.open("a.b", 1, ring.system.seal("a.b", 1, b"")) == b""


def test_a_key_with_something_between_its_letters_is_refused() -> None:
    """A slip in copying it must not become another key, found out when all is sealed with it."""
    written = MasterKey(KEY).to_base64()

    with pytest.raises(UnreadableKeyError):
        MasterKey.from_base64(f"{written[:10]}!{written[10:]}")


# --- keys that follow one another


def test_a_key_finds_its_successor() -> None:
    """Under its own name only: not where the predecessor stands."""
    old, new = MasterKey.generate(), MasterKey.generate()
    wrapped = old.wrap_key(new, "next")

    assert old.unwrap_key(wrapped, "next").kid == new.kid
    with pytest.raises(WrongKeyError):
        old.unwrap_key(wrapped, "previous")
    with pytest.raises(WrongKeyError):
        new.unwrap_key(wrapped, "next")


def test_while_keys_change_all_of_them_open_and_the_newest_wraps() -> None:
    """Whoever is wrapped by which, and however often the key changed meanwhile."""
    keys = [MasterKey.generate() for _ in range(3)]
    ring = ring_of(keys[0])
    wrapped = []
    for number, key in enumerate(keys):
        ring.follow(key)
        ring.follow(key)  # told twice
        assert ring.kid == key.kid
        sealing, kept = ring.new_person_key(number)
        wrapped.append((kept, sealing.seal_text("a.b", 1, "words")))

    for number, (kept, sealed) in enumerate(wrapped):
        assert ring.person_key(number, kept).open_text("a.b", 1, sealed) == "words"
        assert keys[number].unwrap(number, kept)
    with pytest.raises(WrongKeyError):
        ring.person_key(1, wrapped[0][0])


def test_going_back_to_an_earlier_key_forgets_none() -> None:
    """Two processes may learn of the keys in another order."""
    first, second = MasterKey.generate(), MasterKey.generate()
    ring = ring_of(first)
    ring.follow(second)
    ring.follow(first)

    assert ring.kid == first.kid
    assert ring.unwrap(1, second.wrap(1, KEY)) == KEY
    assert ring.unwrap(1, first.wrap(1, KEY)) == KEY


def test_a_key_that_came_meanwhile_is_looked_for_once_it_is_needed() -> None:
    """The bot that runs while another process rotates the key goes on."""
    first, second = MasterKey.generate(), MasterKey.generate()
    ring = ring_of(first)
    wrapped = second.wrap(1, KEY)
    with pytest.raises(WrongKeyError):
        ring.unwrap(1, wrapped)
    looked: list[str] = []

    def look() -> MasterKey:
        looked.append("yes")
        return second

    ring.look_for_next = look

    assert ring.unwrap(1, wrapped) == KEY
    assert ring.unwrap(1, first.wrap(1, KEY)) == KEY
    assert (ring.kid, looked) == (second.kid, ["yes"])


def test_a_key_of_nobodys_stays_shut_whatever_is_found() -> None:
    """Looking anew finds the key that is known already: that is no way to go on for ever."""
    ring = ring_of(MasterKey(KEY))
    ring.look_for_next = lambda: MasterKey(KEY)

    with pytest.raises(WrongKeyError):
        ring.unwrap(1, MasterKey.generate().wrap(1, KEY))


# --- files of keys


def test_a_new_key_is_on_the_disk_before_anything_is_sealed_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A power cut must not take the key and leave the database: both file and folder are synced."""
    synced: list[tuple[int, int]] = []
    real = os.fsync

    def fsync(descriptor: int) -> None:
        told = os.fstat(descriptor)
        synced.append((told.st_ino, told.st_size))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    file = tmp_path / "keys" / "handrail.key"
    key = create_key_file(file)

    written = file.stat()
    assert (written.st_ino, len(key.to_base64()) + 1) in synced
    assert file.parent.stat().st_ino in {inode for inode, _ in synced}


def test_making_keys_leaves_no_file_open(tmp_path: Path) -> None:
    """A programme that makes many must not run out of them."""
    before = len(list(Path("/proc/self/fd").iterdir()))
    for number in range(3):
        create_key_file(tmp_path / f"{number}.key")

    assert len(list(Path("/proc/self/fd").iterdir())) == before
