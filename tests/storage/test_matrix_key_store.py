"""The store of encryption keys on Matrix: opened quickly however many keys it holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import vodozemac
from nio.crypto import InboundGroupSession, Olm, OlmDevice

from adapters.matrix.crypto.database import KeyStore, RoomKeys

ME, DEVICE = "@handrail:x", "DEVICE"


@pytest.fixture
def store(tmp_path: Path) -> Any:
    store = KeyStore(ME, DEVICE, str(tmp_path), "key")
    Olm(ME, DEVICE, store)  # makes the account that all keys belong to
    yield store
    store.database.close()


def _key(room: str = "!room", device: str = "ana's phone") -> InboundGroupSession:
    key = vodozemac.GroupSession().session_key.to_base64()
    return InboundGroupSession(key, "her signature", device, room)


def _saved(store: KeyStore, *keys: InboundGroupSession) -> None:
    for key in keys:
        store.save_inbound_group_session(key)


def test_a_room_key_is_found_after_a_restart(store: KeyStore) -> None:
    """Old messages stay readable: an edit or a reply may quote them."""
    key = _key()
    _saved(store, key)
    keys = store.load_inbound_group_sessions()
    found = keys.get("!room", "ana's phone", key.id)
    assert found is not None
    assert (found.id, found.ed25519, found.first_known_index) == (key.id, "her signature", 0)


def test_room_keys_are_not_read_before_they_are_needed(
    store: KeyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a year there are a hundred for each member; a restart must not take minutes."""
    keys = [_key() for _ in range(3)]
    _saved(store, *keys)
    opened, from_pickle = [], InboundGroupSession.from_pickle

    def counted(*args: Any) -> InboundGroupSession:
        opened.append("one")
        return from_pickle(*args)

    monkeypatch.setattr(InboundGroupSession, "from_pickle", counted)
    room_keys = Olm(ME, DEVICE, store).inbound_group_store
    assert opened == []
    room_keys.get("!room", "ana's phone", keys[0].id)
    room_keys.get("!room", "ana's phone", keys[0].id)
    assert opened == ["one"]


def test_only_the_latest_room_keys_stay_in_memory(store: KeyStore) -> None:
    """Those that were let go are read again."""
    keys, saved = RoomKeys(store, kept=2), [_key() for _ in range(3)]
    for key in saved:
        _saved(store, key)
        keys.add(key)
    assert keys.get("!room", "ana's phone", saved[2].id) is saved[2]
    again = keys.get("!room", "ana's phone", saved[0].id)
    assert again is not saved[0]
    assert again is not None
    assert again.id == saved[0].id


def test_a_room_key_opens_its_own_room_only(store: KeyStore) -> None:
    """Whoever hands over a key says for which room; it must not open another."""
    key = _key()
    _saved(store, key)
    keys = store.load_inbound_group_sessions()
    assert keys.get("!another", "ana's phone", key.id) is None
    assert keys.find("!another", key.id) is None
    assert keys.get("!room", "ben's phone", key.id) is None


def test_nobody_takes_the_place_of_who_made_a_room_key(store: KeyStore) -> None:
    """Somebody else in the room has the key, too, and may hand it over as their own."""
    key = _key()
    _saved(store, key)
    keys = store.load_inbound_group_sessions()
    keys.get("!room", "ana's phone", key.id)
    keys.add(InboundGroupSession("", "x", "ben's phone", "!room", session=key._session))
    found = keys.get("!room", "ana's phone", key.id)
    assert found is not None
    assert found.sender_key == "ana's phone"
    assert keys.find("!room", key.id) is found


def test_all_room_keys_can_be_listed(store: KeyStore) -> None:
    """For a backup."""
    saved = [_key(), _key("!another")]
    _saved(store, *saved)
    listed = store.load_inbound_group_sessions()
    assert {key.id for key in listed} == {key.id for key in saved}


def test_devices_come_back_as_they_were(store: KeyStore) -> None:
    phone = OlmDevice("@ana:x", "PHONE", {"ed25519": "e", "curve25519": "c"}, display_name="Phone")
    old = OlmDevice("@ana:x", "OLD", {"ed25519": "f", "curve25519": "d"}, deleted=True)
    store.save_device_keys({"@ana:x": {"PHONE": phone, "OLD": old}})
    devices = store.load_device_keys()
    assert list(devices.active_user_devices("@ana:x")) == [phone]
    assert devices["@ana:x"]["OLD"] == old
    assert not devices.add(phone)
    assert devices.add(OlmDevice("@ben:x", "PHONE", {"ed25519": "g", "curve25519": "h"}))
