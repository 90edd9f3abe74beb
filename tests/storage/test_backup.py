"""Backups: complete, sealed, of one moment, and good for being put back."""

from __future__ import annotations

import asyncio
import json
import resource
import shutil
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text

from bot.features import all_features, erase
from storage import erasures, migrate
from storage.backup import installation_of, make_backup, working_folder
from storage.backup_files import Backup, backups_in, prune
from storage.database import Database, open_database
from storage.encryption import MasterKey
from storage.engines import migration_engine, read_url
from storage.errors import (
    BackupError,
    NewerSchemaError,
    StorageBusyError,
    StorageFullError,
    UnreadableBackupError,
    WrongKeyError,
)
from storage.restoring import Restored, restore
from storage.tables import facts, outbox, schedules
from storage.transaction import Transaction
from tests.support.backups import (
    ACCOUNT,
    CANARIES,
    NOON,
    NOTE,
    ROOM,
    bytes_of,
    fill,
    note_of,
    read_note,
)
from tests.support.databases import with_tables
from tests.support.postgres import PostgresServer
from tests.support.stores import MASTER, Open


def erase_everywhere(tx: Transaction, person: int) -> None:
    erase(tx, all_features(), person)


def put_back(made: Backup, url: str, master: MasterKey = MASTER, **options: object) -> Restored:
    later = NOON + timedelta(hours=1)
    return restore(made.data, url, master, erase_everywhere, later, **options)  # type: ignore[arg-type]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture(params=["sqlite", "postgres"])
async def elsewhere(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """The URL of a new place for a database, with nothing there."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'elsewhere' / 'handrail.db'}"
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    name = server.create_database()
    yield server.url(name)
    server.drop_database(name)


def new_file(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'new' / 'handrail.db'}"


# --- there and back


def test_a_backup_of_either_database_can_be_put_back_into_either(
    database: Database, database_url: str, elsewhere: str, folder: Path
) -> None:
    """A member finds everything as it was, also after a move to the other kind of database."""
    person = fill(database)

    made = make_backup(database_url, MASTER, folder, NOON)
    done = put_back(made, elsewhere)

    assert note_of(elsewhere, person) == NOTE
    assert done.rows > 8
    assert done.aside is None
    assert made.manifest.database == database.dialect
    assert made.manifest.schema == migrate._newest()


def test_nobody_reads_anything_in_the_files_of_a_backup(
    database: Database, database_url: str, folder: Path
) -> None:
    """Whoever steals the folder learns neither words nor accounts nor rooms, nor the keys."""
    person = fill(database)
    stored = text("SELECT wrapped FROM person_keys")
    key = database.read_sync(lambda tx: tx.execute(stored).scalar_one())

    make_backup(database_url, MASTER, folder, NOON)

    written = bytes_of(folder)
    for canary in (*CANARIES, str(person), "Europe/Berlin", "CREATE TABLE", "SQLite format"):
        assert canary.encode() not in written
    assert bytes(key) not in written
    assert {path.stat().st_mode & 0o077 for path in folder.iterdir()} == {0}


def test_the_data_alone_holds_no_keys(
    sqlite_only: Database, sqlite_file: Path, folder: Path
) -> None:
    """The wrapped keys are in a file of their own: without it even the master key opens nothing."""
    fill(sqlite_only)
    made = make_backup(f"sqlite:///{sqlite_file}", MASTER, folder, NOON)
    made.keys.unlink()

    with pytest.raises(UnreadableBackupError, match="keys"):
        put_back(made, new_file(folder.parent))


async def test_a_backup_is_of_one_moment_while_everybody_writes(
    database: Database, database_url: str, folder: Path, tmp_path: Path
) -> None:
    """Two rows that are written together are both in it, or neither."""
    stop, under_way = asyncio.Event(), asyncio.Event()
    pairs = 0

    async def write() -> None:
        nonlocal pairs
        while not stop.is_set():
            number, pairs = pairs, pairs + 1

            def work(tx: Transaction, number: int = number) -> None:
                tx.execute(insert(facts), {"name": f"pair-{number}", "value": ROOM})
                row = {"id": number + 1, "kind": "test", "subject": number, "version": 0}
                tx.execute(insert(schedules), row)

            await database.write(work)
            if pairs > 50:
                under_way.set()

    writers = [asyncio.create_task(write()) for _ in range(8)]
    await under_way.wait()
    before = pairs
    made = await asyncio.to_thread(make_backup, database_url, MASTER, folder, NOON)
    after = pairs
    stop.set()
    await asyncio.gather(*writers)

    assert after > before  # nobody had to wait for the backup to end
    assert ROOM.encode() not in bytes_of(folder)
    url = new_file(tmp_path)
    await asyncio.to_thread(put_back, made, url)
    copy = open_database(url, MASTER, migrate=False)
    names = copy.read_sync(
        lambda tx: set(
            tx.execute(select(facts.c.name).where(facts.c.name.like("pair-%"))).scalars()
        )
    )
    subjects = copy.read_sync(lambda tx: set(tx.execute(select(schedules.c.subject)).scalars()))
    copy.close_sync()
    assert {f"pair-{number}" for number in subjects} == names
    assert len(names) >= before - 8


# --- what goes wrong


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "cut off by a byte": lambda old: old[:-1],
    "cut off in the middle": lambda old: old[: len(old) // 2],
    "a bit": lambda old: old[:200] + bytes([old[200] ^ 1]) + old[201:],
    "longer": lambda old: old + b"x",
    "empty": lambda old: b"",
    "another kind": lambda old: b"SQLite format 3\0" + old,
}


@pytest.mark.parametrize("part", ["data", "keys"])
def test_a_damaged_backup_is_refused(
    part: str, sqlite_only: Database, sqlite_file: Path, folder: Path
) -> None:
    """Nothing is put back that is not all of what was backed up."""
    fill(sqlite_only)
    made = make_backup(f"sqlite:///{sqlite_file}", MASTER, folder, NOON)
    file: Path = getattr(made, part)
    whole, url = file.read_bytes(), new_file(folder.parent)
    passed = []
    for name, damage in DAMAGES.items():
        file.write_bytes(damage(whole))
        with suppress(UnreadableBackupError):
            put_back(made, url)
            passed.append(name)

    assert passed == []
    assert not Path(url.removeprefix("sqlite:///")).exists()


def test_chunks_cannot_be_left_out(tmp_path: Path, folder: Path) -> None:
    """A backup of several MiB whose last part is missing at a seam is noticed, too."""
    path = tmp_path / "big.db"
    database = open_database(with_tables(f"sqlite:///{path}", MASTER), MASTER)
    database.write_sync(
        lambda tx: tx.execute(insert(facts), {"name": "big", "value": "x" * 3 * 2**20})
    )
    database.close_sync()
    made = make_backup(f"sqlite:///{path}", MASTER, folder, NOON)
    head, chunk = 23 + 32, 2**20 + 16
    made.data.write_bytes(made.data.read_bytes()[: head + 2 * chunk])

    with pytest.raises(UnreadableBackupError):
        put_back(made, new_file(tmp_path))


def test_a_backup_that_is_no_longer_the_one_of_its_manifest_is_refused(
    sqlite_only: Database, sqlite_file: Path, folder: Path
) -> None:
    """An older state, sealed rightly, cannot pass for a newer one."""
    url = f"sqlite:///{sqlite_file}"
    first = make_backup(url, MASTER, folder, NOON)
    second = make_backup(url, MASTER, folder, NOON + timedelta(days=1))
    shutil.copy(first.data, second.data)

    with pytest.raises(UnreadableBackupError, match="manifest"):
        put_back(second, new_file(folder.parent))


def test_a_full_target_leaves_nothing_behind(
    sqlite_only: Database, sqlite_file: Path, folder: Path
) -> None:
    """The earlier backup stays, what was begun goes, the bot's data are untouched."""
    person = fill(sqlite_only)
    url = f"sqlite:///{sqlite_file}"
    first = make_backup(url, MASTER, folder, NOON)
    before = {path.name for path in folder.iterdir()}
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    # The kernel says no to a file longer than the copy; the sealed one is, by its tags.
    most = first.data.stat().st_size - 20
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, limits[1]))
        with pytest.raises(StorageFullError, match="no room left") as told:
            make_backup(url, MASTER, folder, NOON + timedelta(days=1))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert str(folder) in str(told.value)
    assert {path.name for path in folder.iterdir()} == before
    assert [path.name for path in sqlite_file.parent.glob(".handrail-copy-*")] == []
    assert sqlite_only.read_sync(lambda tx: read_note(tx, person)) == NOTE
    put_back(first, new_file(folder.parent))


def test_the_disk_of_the_database_is_not_filled(
    sqlite_only: Database, sqlite_file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A running bot needs the rest of its disk more than a backup does."""
    usage = shutil.disk_usage(sqlite_file.parent)._replace(free=1024)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage)

    with pytest.raises(StorageFullError, match="MiB are needed"):
        make_backup(f"sqlite:///{sqlite_file}", MASTER, folder, NOON)


def test_a_folder_that_may_not_be_written_is_named(
    sqlite_only: Database, sqlite_file: Path, tmp_path: Path
) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "taken").write_text("")

    with pytest.raises(BackupError, match="taken"):
        make_backup(f"sqlite:///{sqlite_file}", MASTER, tmp_path / "taken", NOON)


def test_two_backups_do_not_meet_in_a_folder(
    sqlite_only: Database, sqlite_file: Path, folder: Path
) -> None:
    """The one of the bot and the one of a person at the console."""
    url = f"sqlite:///{sqlite_file}"

    def another(done: float) -> None:
        if done == 1:  # it is finished
            return
        with pytest.raises(StorageBusyError, match="another backup"):
            make_backup(url, MASTER, folder, NOON)

    make_backup(url, MASTER, folder, NOON, another)

    assert len(backups_in(folder)) == 1


def test_what_a_killed_backup_left_is_removed(
    sqlite_only: Database, sqlite_file: Path, folder: Path
) -> None:
    """Neither the copy that is not sealed nor half a file stays."""
    left = sqlite_file.parent / ".handrail-copy-left"
    left.mkdir()
    (left / "data.db").write_bytes(b"x")
    folder.mkdir()
    (folder / "handrail-20261101T000000Z.backup.unfinished").write_bytes(b"x")

    with working_folder(read_url(f"sqlite:///{sqlite_file}")) as of_another:
        make_backup(f"sqlite:///{sqlite_file}", MASTER, folder, NOON)
        assert of_another.exists()  # whose process still works in it

    assert not left.exists()
    assert not list(folder.glob("*.unfinished"))


# --- putting back


def test_nothing_is_put_back_over_a_running_bot(
    database: Database, database_url: str, folder: Path
) -> None:
    """The database stays the bot's, whatever is asked."""
    person = fill(database)
    made = make_backup(database_url, MASTER, folder, NOON)

    with pytest.raises(StorageBusyError, match="a bot"):
        put_back(made, database_url, replace=True)

    assert database.read_sync(lambda tx: read_note(tx, person)) == NOTE


def test_what_is_there_is_only_replaced_when_asked_and_kept_aside(
    open_it: Open, database_url: str, folder: Path
) -> None:
    """A slip of the hand loses nothing, and neither does a wrong decision."""
    database = open_it()
    first = fill(database)
    made = make_backup(database_url, MASTER, folder, NOON)
    second = fill(database, "another")
    database.close_sync()

    with pytest.raises(BackupError, match="already"):
        put_back(made, database_url)
    assert note_of(database_url, second) == NOTE
    done = put_back(made, database_url, replace=True)

    assert note_of(database_url, first) == NOTE
    assert note_of(database_url, second) is None
    assert done.aside is not None
    if database.dialect == "sqlite":
        assert note_of(f"sqlite:///{done.aside}", second) == NOTE
    else:
        schema = done.aside.removeprefix("schema ")
        engine = migration_engine(read_url(database_url))
        with engine.connect() as connection:
            kept = connection.execute(text(f'SELECT count(*) FROM "{schema}".persons')).scalar()
        engine.dispose()
        assert kept == 2


def test_a_damaged_database_is_put_aside_as_it_is(
    sqlite_only: Database, sqlite_file: Path, folder: Path
) -> None:
    """The usual reason for a restore."""
    person = fill(sqlite_only)
    url = f"sqlite:///{sqlite_file}"
    made = make_backup(url, MASTER, folder, NOON)
    sqlite_only.close_sync()
    sqlite_file.write_bytes(b"not a database at all" * 100)

    done = put_back(made, url, replace=True)

    assert note_of(url, person) == NOTE
    assert Path(done.aside or "").read_bytes().startswith(b"not a database")


def later_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on there is one more revision."""
    folder = tmp_path / "later"
    shutil.copytree(migrate._FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
    newest = str(migrate._newest())
    number = f"{int(newest) + 1:04}"
    (folder / "versions" / f"{number}_next.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n"
        f'revision = "{number}"\ndown_revision = "{newest}"\n'
        'def upgrade():\n    op.add_column("facts", sa.Column("added", sa.Text()))\n'
    )
    monkeypatch.setattr(migrate, "_FOLDER", folder)


def test_an_older_backup_is_brought_up_to_date(
    database_url: str,
    elsewhere: str,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A backup outlives the release that made it."""
    database = open_database(database_url, MASTER)
    person = fill(database)
    made = make_backup(database_url, MASTER, folder, NOON)
    database.close_sync()
    later_release(tmp_path, monkeypatch)

    put_back(made, elsewhere)

    assert note_of(elsewhere, person) == NOTE


def test_a_backup_of_a_newer_release_is_refused(
    sqlite_only: Database,
    sqlite_file: Path,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An older release would not know what it holds; the database that is there stays."""
    person = fill(sqlite_only)
    sqlite_only.close_sync()
    url = f"sqlite:///{sqlite_file}"
    with monkeypatch.context() as there:
        later_release(tmp_path, there)
        newer = f"sqlite:///{tmp_path / 'newer.db'}"
        open_database(newer, MASTER).close_sync()
        made = make_backup(newer, MASTER, folder, NOON)
    with pytest.raises(NewerSchemaError):
        put_back(made, url, replace=True)

    assert note_of(url, person) == NOTE
    assert not list(sqlite_file.parent.glob("*.before_restore_*"))


def test_another_key_does_not_open_a_backup(
    sqlite_only: Database, sqlite_file: Path, folder: Path
) -> None:
    made = make_backup(f"sqlite:///{sqlite_file}", MASTER, folder, NOON)

    with pytest.raises((UnreadableBackupError, WrongKeyError)):
        put_back(made, new_file(folder.parent), MasterKey.generate())


def test_a_backup_made_before_the_key_was_rotated_becomes_the_new_keys(
    sqlite_only: Database, sqlite_file: Path, folder: Path
) -> None:
    """With the old key at hand once, it is the new one's from then on."""
    person = fill(sqlite_only)
    made = make_backup(f"sqlite:///{sqlite_file}", MASTER, folder, NOON)
    url, new = new_file(folder.parent), MasterKey.generate()

    put_back(made, url, new, made_with=MASTER)

    assert note_of(url, person, new) == NOTE
    with pytest.raises(WrongKeyError):
        open_database(url, MASTER)


def test_what_was_to_be_sent_meanwhile_is_looked_up_first(
    database: Database, database_url: str, elsewhere: str, folder: Path
) -> None:
    """It may have been sent between the backup and the loss; what is due later was not."""
    person = fill(database)
    made = make_backup(database_url, MASTER, folder, NOON)

    done = put_back(made, elsewhere)

    copy = open_database(elsewhere, MASTER, migrate=False)
    rows = copy.read_sync(
        lambda tx: {
            row.id - person: (row.send_id, row.attempts, row.doubt_since)
            for row in tx.execute(select(outbox))
        }
    )
    copy.close_sync()
    assert done.in_doubt == 1
    assert rows[1] == (f"send-{ACCOUNT}-{person + 1}", 1, NOON)
    assert rows[2] == (f"send-{ACCOUNT}-{person + 2}", 0, None)


# --- who was erased


@pytest.mark.parametrize("known_by", ["file", "database", "keys"])
def test_who_was_erased_after_a_backup_stays_erased(
    known_by: str, sqlite_only: Database, sqlite_file: Path, folder: Path
) -> None:
    """By the list beside the backups, by the database put aside, or by keys that are gone."""
    url = f"sqlite:///{sqlite_file}"
    gone, stays = fill(sqlite_only), fill(sqlite_only, "another")
    made = make_backup(url, MASTER, folder, NOON)
    sqlite_only.write_sync(lambda tx: erase_everywhere(tx, gone))
    if known_by == "file":
        erasures.append_to_file(folder, sqlite_only.read_sync(erasures.noted))
    elif known_by == "keys":
        make_backup(url, MASTER, folder, NOON + timedelta(days=1))
        made.keys.unlink()
    sqlite_only.close_sync()
    target = url if known_by == "database" else new_file(folder.parent)

    done = put_back(made, target, replace=True)

    assert done.erased == 1
    assert note_of(target, gone) is None
    assert note_of(target, stays) == NOTE
    copy = open_database(target, MASTER, migrate=False)
    again = copy.read_sync(erasures.noted)
    copy.close_sync()
    assert len(again) == 1  # and in backups of it, too
    with closing(sqlite3.connect(Path(target.removeprefix("sqlite:///")))) as opened:
        found = opened.execute("SELECT count(*) FROM persons WHERE id = ?", (gone,)).fetchone()
    assert found == (0,)


def test_the_list_of_the_erased_names_nobody(sqlite_only: Database, folder: Path) -> None:
    """Not even by the number of a row; a torn last line harms no other."""
    person = fill(sqlite_only)
    sqlite_only.write_sync(lambda tx: erase_everywhere(tx, person))
    listed = sqlite_only.read_sync(erasures.noted)

    assert erasures.append_to_file(folder, listed) == 1
    file = folder / erasures.FILE
    file.write_bytes(file.read_bytes() + b"\nab12")
    assert erasures.append_to_file(folder, {b"0" * 16: NOON}) == 1
    assert erasures.append_to_file(folder, listed) == 0

    assert set(erasures.read_file(folder)) == {*listed, b"0" * 16}
    assert str(person).encode() not in file.read_bytes()


def test_backups_go_in_time_and_keys_sooner(
    sqlite_only: Database, sqlite_file: Path, folder: Path
) -> None:
    """Thirty days of data, two files of keys; what is not ours stays, and so does the latest."""
    url = f"sqlite:///{sqlite_file}"
    made = [make_backup(url, MASTER, folder, NOON + timedelta(days=day)) for day in (0, 1, 31, 32)]
    foreign = json.loads(made[0].manifest_file.read_text()) | {"installation": "another"}
    (folder / "handrail-20200101T000000Z.json").write_text(json.dumps(foreign))
    (folder / "handrail-20200101T000000Z.backup").write_bytes(b"x")
    installation = installation_of(sqlite_only.keys)

    gone = prune(folder, installation, timedelta(days=30), NOON + timedelta(days=32))

    assert gone == 2
    assert [each.data.exists() for each in made] == [False, False, True, True]
    assert [each.keys.exists() for each in made] == [False, False, True, True]
    assert (folder / "handrail-20200101T000000Z.backup").exists()
    gone = prune(folder, installation, timedelta(days=30), NOON + timedelta(days=400))
    assert gone == 1
    assert made[3].data.exists()


def test_an_older_backup_opens_with_the_keys_of_a_later_one(
    sqlite_only: Database, sqlite_file: Path, folder: Path, tmp_path: Path
) -> None:
    """Which is what makes it possible to keep keys for a shorter time."""
    url = f"sqlite:///{sqlite_file}"
    person = fill(sqlite_only)
    made = [make_backup(url, MASTER, folder, NOON + timedelta(days=day)) for day in range(3)]
    with suppress(BackupError):
        prune(folder, installation_of(sqlite_only.keys), timedelta(days=30), NOON)
    assert not made[0].keys.exists()

    put_back(made[0], new_file(tmp_path))

    assert note_of(new_file(tmp_path), person) == NOTE
