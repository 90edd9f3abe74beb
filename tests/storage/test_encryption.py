"""The master key's file, and sealed values as they lie in the database."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from storage.database import Database, Transaction
from storage.encryption import MasterKey, create_key_file, load_master_key
from storage.errors import MissingKeyError, SealBrokenError, UnreadableKeyError
from storage.tables import communities

NAME = "communities.name"


def test_a_new_key_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "new" / "folder" / "handrail.key"

    made = create_key_file(file)

    assert load_master_key(None, file).kid == made.kid
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_a_key_file_is_never_overwritten(tmp_path: Path) -> None:
    """The database of the old key would be lost with it."""
    file = tmp_path / "handrail.key"
    made = create_key_file(file)

    with pytest.raises(UnreadableKeyError, match="already"):
        create_key_file(file)

    assert load_master_key(None, file).kid == made.kid


def test_a_folder_we_cannot_write_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(UnreadableKeyError, match=r"data/handrail\.key"):
        create_key_file(tmp_path / "data" / "handrail.key")


def test_the_environment_s_key_is_taken(tmp_path: Path) -> None:
    made = MasterKey.generate()
    assert load_master_key(made.to_base64(), None).kid == made.kid
    assert load_master_key(made.to_base64(), tmp_path / "absent").kid == made.kid


def test_two_keys_that_differ_are_refused(tmp_path: Path) -> None:
    """Whichever we took, it might be the wrong one."""
    file = tmp_path / "handrail.key"
    made = create_key_file(file)

    assert load_master_key(made.to_base64(), file).kid == made.kid
    with pytest.raises(UnreadableKeyError, match="different keys"):
        load_master_key(MasterKey.generate().to_base64(), file)


@pytest.mark.parametrize("nothing", [None, "", "  \n"])
def test_a_missing_key_says_where_one_is_expected(tmp_path: Path, nothing: str | None) -> None:
    with pytest.raises(MissingKeyError, match="no key is configured") as caught:
        load_master_key(nothing, None)
    assert "HANDRAIL_KEY" in caught.value.mend
    with pytest.raises(MissingKeyError, match=r"absent\.key is not there"):
        load_master_key(nothing, tmp_path / "absent.key")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        pytest.param(b"", "0 bytes", id="empty"),
        pytest.param(b"c2hvcnQ=\n", "5 bytes", id="too short"),
        pytest.param(b"a pass phrase of my own", "not base64", id="a pass phrase"),
        pytest.param(b"\x80\xff" * 16, "holds no key", id="raw bytes"),
    ],
)
def test_a_file_without_a_key_is_refused(tmp_path: Path, content: bytes, what: str) -> None:
    file = tmp_path / "handrail.key"
    file.touch(mode=0o600)
    file.write_bytes(content)
    with pytest.raises(UnreadableKeyError, match=what) as caught:
        load_master_key(None, file)
    assert str(file) in str(caught.value)


def test_a_folder_in_the_key_s_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableKeyError, match="cannot be read"):
        load_master_key(None, tmp_path)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o666])
def test_a_key_others_may_read_is_refused(tmp_path: Path, mode: int) -> None:
    """The message holds the command that mends it."""
    file = tmp_path / "handrail.key"
    create_key_file(file)
    file.chmod(mode)
    with pytest.raises(UnreadableKeyError, match=f"{mode:o}") as caught:
        load_master_key(None, file)
    assert f"chmod 600 {file}" in caught.value.mend


def test_a_systemd_credential_is_taken_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """systemd gives access by an access list, which shows as a readable group."""
    file = tmp_path / "credentials" / "handrail.key"
    made = create_key_file(file)
    file.chmod(0o440)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(file.parent))
    assert load_master_key(None, file).kid == made.kid


async def test_a_value_copied_to_another_row_does_not_open(database: Database) -> None:
    """Whoever can write the database still cannot make one row's secret another's."""

    def add(tx: Transaction) -> None:
        for row in (1, 2):
            sealed = tx.keys.system.seal_text(NAME, row, f"community {row}")
            tx.execute(
                insert(communities), {"id": row, "name": sealed, "language": "en", "zone": "UTC"}
            )

    def name_of(tx: Transaction, row: int) -> str:
        found = tx.execute(select(communities.c.name).where(communities.c.id == row))
        return tx.keys.system.open_text(NAME, row, found.scalar_one())

    await database.write(add)
    assert await database.read(lambda tx: name_of(tx, 1)) == "community 1"

    first = select(communities.c.name).where(communities.c.id == 1).scalar_subquery()
    copy = update(communities).where(communities.c.id == 2).values(name=first)
    await database.write(lambda tx: tx.execute(copy).rowcount)
    with pytest.raises(SealBrokenError, match="row 2"):
        await database.read(lambda tx: name_of(tx, 2))
