"""Sealed values, wrapped keys, and the index of what may not be stored."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.encryption import SYSTEM, Key, Keyring, MasterKey, new_system_keys
from storage.errors import SealBrokenError, UnreadableKeyError, WrongKeyError

NOTE = "checkins.note"


@pytest.fixture
def master() -> MasterKey:
    return MasterKey.generate()


@pytest.fixture
def keyring(master: MasterKey) -> Keyring:
    return Keyring(master, **new_system_keys(master))


@given(text=st.text(st.characters()), row=st.integers(1, 2**63 - 1))
def test_every_text_comes_back(text: str, row: int) -> None:
    """What somebody wrote is kept letter by letter, emoji and broken Unicode included."""
    key = Key(7, bytes(32))

    sealed = key.seal_text(NOTE, row, text)

    assert key.open_text(NOTE, row, sealed) == text


def test_half_a_surrogate_pair_is_kept() -> None:
    """Broken clients send them; the message must not be lost over it."""
    key = Key(7, bytes(32))
    assert key.open_text(NOTE, 1, key.seal_text(NOTE, 1, "\ud83d hi")) == "\ud83d hi"


@pytest.mark.parametrize(
    ("owner", "column", "row"),
    [
        pytest.param(7, NOTE, 2, id="another row"),
        pytest.param(7, "checkins.word", 1, id="another column"),
        pytest.param(8, NOTE, 1, id="another person"),
    ],
)
def test_a_moved_value_does_not_open(owner: int, column: str, row: int) -> None:
    """Whoever can write the database cannot give one row's secret to another."""
    raw = bytes(range(32))
    sealed = Key(7, raw).seal_text(NOTE, 1, "only here")

    with pytest.raises(SealBrokenError):
        Key(owner, raw).open_text(column, row, sealed)


def test_no_damaged_byte_goes_unnoticed() -> None:
    """Every bit of a sealed value is authenticated: version, nonce, text and tag."""
    key = Key(7, bytes(32))
    sealed = key.seal_text(NOTE, 1, "hello")
    for place in range(len(sealed)):
        damaged = bytearray(sealed)
        damaged[place] ^= 1
        with pytest.raises(SealBrokenError):
            key.open_text(NOTE, 1, bytes(damaged))


@pytest.mark.parametrize("length", [0, 1, 12, 13, 28])
def test_a_shortened_value_does_not_open(length: int) -> None:
    key = Key(7, bytes(32))
    with pytest.raises(SealBrokenError):
        key.open(NOTE, 1, key.seal(NOTE, 1, b"hello")[:length])


def test_the_error_tells_the_place_and_nothing_else() -> None:
    """It is logged: the row's id may be, the content may not."""
    key = Key(7, bytes(32))
    with pytest.raises(SealBrokenError, match=r"^checkins\.note of row 5 does not open$"):
        key.open(NOTE, 5, key.seal_text(NOTE, 4, "secret"))


def test_equal_texts_are_sealed_differently() -> None:
    """Nobody learns from the database who said the same."""
    key = Key(7, bytes(32))
    assert key.seal_text(NOTE, 1, "low") != key.seal_text(NOTE, 1, "low")


def test_a_person_s_key_opens_only_with_the_same_master_key(
    master: MasterKey, keyring: Keyring
) -> None:
    key, wrapped = keyring.new_person_key(7)
    sealed = key.seal_text(NOTE, 1, "hello")

    assert keyring.person_key(7, wrapped).open_text(NOTE, 1, sealed) == "hello"
    stranger = MasterKey.generate()
    with pytest.raises(WrongKeyError):
        Keyring(stranger, **new_system_keys(stranger)).person_key(7, wrapped)


def test_a_wrapped_key_cannot_be_given_to_another_person(keyring: Keyring) -> None:
    _, wrapped = keyring.new_person_key(7)
    with pytest.raises(WrongKeyError):
        keyring.person_key(8, wrapped)


def test_the_system_s_keys_cannot_change_places(master: MasterKey) -> None:
    """The index key must not be used to seal, nor the other way round."""
    wrapped = new_system_keys(master)
    with pytest.raises(WrongKeyError):
        Keyring(master, system=wrapped["index"], index=wrapped["system"])


def test_the_wrong_master_key_is_noticed_at_once(master: MasterKey) -> None:
    with pytest.raises(WrongKeyError):
        Keyring(MasterKey.generate(), **new_system_keys(master))


def test_an_index_finds_the_same_value_after_a_restart(master: MasterKey) -> None:
    wrapped = new_system_keys(master)
    before, after = Keyring(master, **wrapped), Keyring(master, **wrapped)

    assert before.index("discord:1") == after.index("discord:1")
    assert before.index("discord:1") != before.index("discord:2")
    assert len(before.index("discord:1")) == 16


def test_an_index_tells_nothing_without_its_key(master: MasterKey) -> None:
    """Ids can be guessed; without the key no guess can be checked."""
    one, other = (Keyring(master, **new_system_keys(master)) for _ in range(2))
    assert one.index("discord:1") != other.index("discord:1")


def test_a_master_key_survives_being_written_down(master: MasterKey) -> None:
    written = master.to_base64()
    urlsafe = written.translate(str.maketrans("+/", "-_"))
    for text in (written, f"  {written}\n", urlsafe):
        read = MasterKey.from_base64(text)
        assert read.kid == master.kid
        assert read.unwrap(SYSTEM, master.wrap(SYSTEM, bytes(32))) == bytes(32)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        pytest.param("", "0 bytes, 32 are needed", id="empty"),
        pytest.param(base64.b64encode(bytes(16)).decode(), "16 bytes", id="half a key"),
        pytest.param("correct horse battery staple!", "not base64", id="a pass phrase"),
        pytest.param("schlüssel" * 5, "not base64", id="letters beyond ASCII"),
    ],
)
def test_what_is_no_key_is_refused_and_not_repeated(text: str, what: str) -> None:
    """The message goes to the log; a mistyped key must not."""
    with pytest.raises(UnreadableKeyError, match=what) as caught:
        MasterKey.from_base64(text)
    assert "32 bytes in base64" in caught.value.mend
    assert not text or text not in str(caught.value)


def test_a_key_s_name_differs_and_gives_nothing_away(master: MasterKey) -> None:
    assert master.kid == MasterKey.from_base64(master.to_base64()).kid
    assert master.kid != MasterKey.generate().kid
    assert master.kid not in master.to_base64()


def test_no_key_shows_itself(master: MasterKey, keyring: Keyring) -> None:
    """Keys end up in tracebacks and debuggers; their bytes must not."""
    raw = base64.b64decode(master.to_base64())
    key, _ = keyring.new_person_key(7)
    for shown in (repr(master), str(master), repr(keyring), repr(keyring.system), repr(key)):
        assert master.to_base64() not in shown
        assert repr(raw)[2:-1] not in shown
