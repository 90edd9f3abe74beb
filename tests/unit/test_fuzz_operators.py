"""What operators give to the programme: settings, keys, backups, lists from a command line."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import strategies as st

from bot.buddies.matching import BadProfileError, read_profiles
from bot.meetings.recurrence.rrule import RuleError
from bot.meetings.recurrence.series_json import as_json, read_series
from bot.settings import SettingsError, load_settings
from storage import erasures
from storage.backup import make_backup
from storage.backup_files import Backup, backups_in, keys_for, prune, read_backup
from storage.database import open_database
from storage.encryption import MasterKey, load_master_key
from storage.errors import StorageError
from storage.restoring import restore
from tests.fuzz.amounts import LONG, Counted, throw
from tests.fuzz.files import PROFILES, SERIES
from tests.fuzz.hostile import TYPED
from tests.fuzz.settings import SETTINGS
from tests.fuzz.shapes import bent, damaged, torn, written
from tests.fuzz.table import INPUTS
from tests.support.databases import with_tables

pytestmark = pytest.mark.timeout(3600 if LONG else 300)

NOW = datetime(2026, 11, 23, tzinfo=UTC)
MASTER = MasterKey.from_base64("A" * 43 + "=")


def test_a_mangled_configuration_is_explained_or_used(
    tmp_path: Path, record_property: Counted
) -> None:
    """One error for every mistake, whatever stands in the file, the environment and secrets."""
    config = tmp_path / "config.toml"

    def one(given: tuple[str, dict[str, str], str]) -> None:
        text, environment, secret = given
        config.write_bytes(written(text))
        (tmp_path / "secret").write_bytes(written(secret))
        (tmp_path / "pages").write_bytes(written(secret))
        with suppress(SettingsError):
            load_settings(config, environment, tmp_path)

    record_property(INPUTS + "settings", throw(SETTINGS, one, short=60, long=5_000))


def test_a_mangled_line_of_a_list_is_explained_or_used(record_property: Counted) -> None:
    """Profiles to be paired, and series whose occurrences are asked for."""

    def profile(line: str) -> None:
        with suppress(BadProfileError):
            read_profiles([line])

    def series(data: object) -> None:
        with suppress(RuleError):
            found = read_series(data)
            assert read_series(as_json(found)) == found

    thrown = throw(PROFILES, profile, short=60, long=4_000)
    thrown += throw(SERIES, series, short=60, long=4_000)
    record_property(INPUTS + "lists of the command line", thrown)


def test_a_mangled_key_is_explained(tmp_path: Path, record_property: Counted) -> None:
    """The start is refused in words; nothing is guessed."""
    file = tmp_path / "handrail.key"

    def one(text: str) -> None:
        file.write_bytes(written(text))
        file.chmod(0o600)
        for value, path in ((text, None), (None, file)):
            with suppress(StorageError):
                load_master_key(value, path)

    keys = torn(MASTER.to_base64()) | TYPED
    record_property(INPUTS + "keys", throw(keys, one, short=40, long=1_500))


@pytest.fixture
def backup(tmp_path: Path) -> Backup:
    url = f"sqlite:///{tmp_path / 'handrail.db'}"
    open_database(with_tables(url, MASTER), MASTER)
    return make_backup(url, MASTER, tmp_path / "backups", NOW)


def test_a_mangled_manifest_or_list_is_passed_over(
    tmp_path: Path, backup: Backup, record_property: Counted
) -> None:
    """It makes one backup unreadable, and keeps no other from being found, kept or removed."""
    whole = backup.manifest_file.read_text()
    other = backup.folder / "handrail-20261122T000000Z.json"
    backup.data.with_name(f"{other.stem}.backup").write_bytes(b"x")
    manifest = backup.manifest
    kept = [manifest.installation, str(manifest.made_at)]
    shape = {
        name: getattr(manifest, name) if name != "made_at" else manifest.made_at.isoformat()
        for name in type(manifest).__dataclass_fields__
    }

    def one(given: tuple[str, str]) -> None:
        told, listed = given
        other.write_bytes(written(told))
        (backup.folder / erasures.FILE).write_bytes(written(listed))
        with suppress(StorageError):
            keys_for(read_backup(other))
        assert backup.name in [each.name for each in backups_in(backup.folder)]
        for at in erasures.read_file(backup.folder).values():
            assert at <= at.astimezone(UTC)
        prune(backup.folder, manifest.installation, timedelta(days=30), NOW)
        if not backup.data.with_name(f"{other.stem}.backup").exists():
            backup.data.with_name(f"{other.stem}.backup").write_bytes(b"x")

    told = torn(whole) | bent(shape).map(json.dumps)
    line = f"{'ab' * 16} 2026-11-23T00:00:00+00:00\n"
    naive = st.just(f"{'ab' * 16} 2026-11-23T00:00:00\n")
    listed = torn(line * 2) | naive
    count = throw(st.tuples(told, listed), one, short=60, long=4_000)
    assert kept == [manifest.installation, str(manifest.made_at)]
    record_property(INPUTS + "manifests of backups", count)


def test_a_damaged_backup_is_refused_before_anything_is_touched(
    tmp_path: Path, backup: Backup, record_property: Counted
) -> None:
    """Neither the database nor the backup; the operator is told what is wrong."""
    new = tmp_path / "new.db"
    files = {path: path.read_bytes() for path in (backup.data, backup.keys)}

    def one(given: tuple[Path, bytes]) -> None:
        path, data = given
        path.write_bytes(data)
        try:
            if data != files[path]:
                with pytest.raises(StorageError):
                    restore(backup.data, f"sqlite:///{new}", MASTER, lambda tx, who: None, NOW)
                assert not new.exists()
        finally:
            path.write_bytes(files[path])

    both = st.sampled_from(sorted(files)).flatmap(
        lambda path: st.tuples(st.just(path), damaged(files[path]))
    )
    record_property(INPUTS + "backups", throw(both, one, short=10, long=1_000))
