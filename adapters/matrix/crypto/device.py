"""The bot's device as the key store holds it, read without changing anything."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from nio import Api
from nio.crypto import OlmAccount
from nio.store import DefaultStore

from bot.platform import AdapterStopped

_ENDING = ".db"


class StoredDevice:
    """A device's own keys; may be read while the bot runs, since these never change.

    Raises: AdapterStopped if the key is wrong or there is no such device.
    """

    def __init__(self, directory: Path, user_id: str, device_id: str, key: str) -> None:
        self.user_id = user_id
        self.device_id = device_id
        file = database_of(directory, user_id, device_id)
        if not file.exists():
            raise AdapterStopped(
                f"the keys of session {device_id} are not in {directory}; bring them back with"
                " `handrail matrix restore-keys`, or start the bot, which logs in as a new session",
                permanent=True,
            )
        try:
            address = f"{file.absolute().as_uri()}?mode=ro"
            with closing(sqlite3.connect(address, uri=True)) as database:
                row = database.execute(
                    "SELECT account FROM accounts WHERE user_id = ? AND device_id = ?",
                    (user_id, device_id),
                ).fetchone()
            self._account = OlmAccount.from_pickle(row[0], key, shared=True)
        except Exception as error:
            raise store_does_not_open(error) from error

    @property
    def device_key(self) -> str:
        """The device's own ed25519 key."""
        return str(self._account.identity_keys["ed25519"])

    def sign(self, signed: Mapping[str, Any]) -> str:
        """The device's signature of an object without its `signatures`."""
        return str(self._account.sign(Api.to_canonical_json(signed)))


def store_does_not_open(error: Exception) -> AdapterStopped:
    """What an operator does about a key store that cannot be read."""
    return AdapterStopped(
        f"the Matrix key store does not open ({type(error).__name__}): HANDRAIL_KEY is not the one"
        " it was made with, or the files are damaged; restore both together, or the keys from a"
        " file of `handrail matrix backup-keys`",
        permanent=True,
    )


def database_of(directory: Path, user_id: str, device_id: str) -> Path:
    """Where nio keeps the keys of a device."""
    return directory / f"{user_id}_{device_id}{_ENDING}"


def devices_in(directory: Path, user_id: str) -> list[str]:
    """The devices of an account whose keys are there."""
    names = (path.name for path in directory.glob(f"*{_ENDING}"))
    beginning = f"{user_id}_"
    return sorted(
        name.removeprefix(beginning).removesuffix(_ENDING)
        for name in names
        if name.startswith(beginning)
    )


def change_key(directory: Path, user_id: str, device_id: str, old: str, new: str) -> None:
    """Encrypt a device's keys under another key. Raises: AdapterStopped if `old` is wrong."""
    store = DefaultStore(user_id, device_id, str(directory), old)
    try:
        account = store.load_account()
        sessions = store.load_sessions()
        room_keys = store.load_inbound_group_sessions()
        store.pickle_key = new
        if account is not None:
            store.save_account(account)
        for device_key, known in sessions.items():
            for session in known:
                store.save_session(device_key, session)
        for session in room_keys:
            store.save_inbound_group_session(session)
    except Exception as error:
        raise store_does_not_open(error) from error
    finally:
        store.database.close()
