"""Where the key-encryption key of these settings is, and making one."""

from __future__ import annotations

from pathlib import Path

from bot.settings import Settings, SettingsError
from storage.encryption import MasterKey, create_key_file, load_master_key
from storage.engines import dialect_of, read_url, sqlite_path

KEEP_IT = (
    "Copy it to a safe place now, apart from the backups of the database: without the key nobody"
    " can read the database, and with both everybody can."
)


def master_key(settings: Settings) -> MasterKey:
    """The key. Raises: storage.errors.MasterKeyError."""
    key = settings.storage.key
    return load_master_key(key.get_secret_value() if key else None, settings.storage.key_file)


def database_file(settings: Settings) -> Path | None:
    """The file of SQLite; None for PostgreSQL."""
    url = read_url(settings.storage.url)
    return sqlite_path(url) if dialect_of(url) == "sqlite" else None


def will_be_made(settings: Settings) -> bool:
    """Whether `run` makes a key: none is configured, and there is no database yet that has one.

    Never for PostgreSQL, where other processes on other machines need the same key.
    """
    storage, file = settings.storage, database_file(settings)
    if storage.key_configured or storage.key_file.exists():
        return False
    return file is not None and not file.exists()


def make_key(settings: Settings) -> Path:
    """Make a key where the settings look for it. Raises: SettingsError, UnreadableKeyError."""
    storage, file = settings.storage, database_file(settings)
    if storage.key is not None:
        raise SettingsError(
            "the key is given by HANDRAIL_KEY or a credential already; remove that first, or name"
            " the new key's file: handrail keys create FILE"
        )
    if file is not None and file.exists() and not storage.key_file.exists():
        raise SettingsError(
            f"there is a database {file}, made with another key; put that key into"
            f" {storage.key_file}. A new key could not open it"
        )
    create_key_file(storage.key_file)
    return storage.key_file
