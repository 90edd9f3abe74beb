"""The day the disk breaks, and the quiet days before it, as an operator lives them."""

from __future__ import annotations

import asyncio
import json
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.app import _open
from bot.settings import BackupsSettings, Settings, StorageSettings
from storage import migrate
from storage.backup_files import backups_in
from storage.database import open_database
from storage.encryption import MasterKey
from storage.engines import read_url
from storage.errors import BackupError
from tests.discord_standin import Member, Standin
from tests.support.backups import CANARIES, NOTE, bytes_of, fill, note_of
from tests.support.console import HANDRAIL, START_SECONDS, Folder
from tests.support.databases import with_tables
from tests.support.discord_people import config_for, sign_up
from tests.support.postgres import PostgresServer
from tests.support.process import Bot, until_tomorrow
from tests.support.stores import MASTER

pytestmark = pytest.mark.e2e

KEY = "A" * 43 + "="


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A folder with a key, and a database with a member in it."""
    made = Folder(tmp_path / "work")
    made.write("data/handrail.key", MASTER.to_base64() + "\n")
    database = open_database(with_tables(f"sqlite:///{made.database}", MASTER), MASTER)
    made.person = fill(database)  # type: ignore[attr-defined]
    database.close_sync()
    return made


@pytest.fixture(params=["sqlite", "postgres"])
def two_databases(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, str]]:
    """The URLs of one that will be lost and of the one after it."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'lost.db'}", f"sqlite:///{tmp_path / 'new' / 'handrail.db'}"
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    names = [server.create_database() for _ in range(2)]
    yield server.url(names[0]), server.url(names[1])
    for name in names:
        server.drop_database(name)


# --- the drill


async def test_a_killed_bot_comes_back_from_its_backup(
    two_databases: tuple[str, str], tmp_path: Path
) -> None:
    """Backed up while it ran, killed, put back elsewhere: the next check-in comes, once."""
    lost, after = two_databases
    async with Standin.running() as discord:

        def installed(name: str, url: str) -> Bot:
            config = (
                f'{config_for(discord)}[storage]\nurl = "{url}"\n'
                f'[backups]\nfolder = "{tmp_path / "backups"}"\n'
            )
            secrets = {"HANDRAIL_DISCORD_TOKEN": discord.token, "HANDRAIL_KEY": KEY}
            return Bot(tmp_path / name, config, secrets)

        bot, again = installed("first", lost), installed("second", after)
        secrets = {"HANDRAIL_DISCORD_TOKEN": discord.token, "HANDRAIL_KEY": KEY}
        try:
            await bot.start()
            ana = discord.member("Ana")
            await sign_up(ana)
            made = await Folder(bot.folder).handrail("backup", **secrets)
            assert made.code == 0, made.err
            (file,) = (tmp_path / "backups").glob("*.backup")
            busy = await Folder(bot.folder).handrail("restore", str(file), "--replace", **secrets)
            busy.refused("a bot", "Stop it first")

            bot.kill()
            done = await Folder(again.folder).handrail("restore", str(file), **secrets)
            assert done.code == 0, done.err
            assert "Put back, as of" in done.out
            await again.start(clock_ahead=until_tomorrow(9))
            await discord.until(lambda: len(_questions(ana)) == 1, "the question", 60)
            answered = await ana.press(ana.seen()[-1], "okay")
            assert "Noted: okay" in Member.read(discord, await answered.replaced()).text
            assert discord.complaints == []
        finally:
            bot.stop()
            again.stop()
    kept = bytes_of(tmp_path / "backups")
    for secret in (discord.token, str(ana.id), str(discord.guild.id), "Berlin", KEY):
        assert secret.encode() not in kept


def _questions(member: Member) -> list[str]:
    return [text for text in member.texts() if "it's your" in text]


# --- at the console


async def test_a_backup_says_where_it_is_and_until_when(folder: Folder, tmp_path: Path) -> None:
    """Quiet where nobody watches; a folder of one's own is one's own to tidy."""
    usual = await folder.handrail("backup")
    own = await folder.handrail("backup", str(tmp_path / "stick"))

    assert (usual.code, own.code) == (0, 0), usual.err + own.err
    assert "Made and read back" in usual.out
    assert "Remove it by" in own.out
    assert usual.err == own.err == ""
    for place in (folder.path / "data" / "backups", tmp_path / "stick"):
        assert {path.suffix for path in place.iterdir()} == {".backup", ".keys", ".json"}
        for canary in CANARIES:
            assert canary.encode() not in bytes_of(place)


async def test_a_target_that_cannot_be_written_is_said(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    done = await folder.handrail("backup", str(tmp_path / "file" / "below"))

    done.refused("the backup was not made", "below")


async def test_a_restore_never_overwrites_by_itself(folder: Folder) -> None:
    """And with --replace it says where the old database is."""
    await folder.handrail("backup")
    (file,) = (folder.path / "data" / "backups").glob("*.backup")

    slip = await folder.handrail("restore", str(file))
    done = await folder.handrail("restore", str(file), "--replace")

    slip.refused("not overwritten", "--replace")
    assert done.code == 0, done.err
    (aside,) = folder.database.parent.glob("handrail.db.before_restore_*")
    assert str(aside) in done.out
    checked = await folder.handrail("keys", "check")
    assert "opens the database" in checked.out


async def test_an_installation_moves_to_another_database(
    folder: Folder, postgres: PostgresServer
) -> None:
    """From the file of SQLite to PostgreSQL, by a backup."""
    await folder.handrail("backup")
    (file,) = (folder.path / "data" / "backups").glob("*.backup")
    name = postgres.create_database()

    done = await folder.handrail("restore", str(file), "--into", postgres.url(name))

    assert done.code == 0, done.err
    person = folder.person  # type: ignore[attr-defined]
    assert await asyncio.to_thread(note_of, postgres.url(name), person) == NOTE
    postgres.drop_database(name)


async def test_the_key_is_rotated_and_the_old_one_is_of_no_use(folder: Folder) -> None:
    """One command; the old key is kept beside the new one until somebody removes it."""
    done = await folder.handrail("keys", "rotate")

    assert done.code == 0, done.err
    old = folder.key.with_name("handrail.key.old")
    assert old.read_text().strip() == MASTER.to_base64()
    assert str(old) in done.out
    checked = await folder.handrail("keys", "check")
    assert "opens the database" in checked.out
    refused = await folder.handrail(
        "keys", "check", HANDRAIL_KEY=MASTER.to_base64(), HANDRAIL_STORAGE__KEY_FILE="none"
    )
    refused.refused("was made with key")


async def test_a_rotation_that_was_killed_goes_on(folder: Folder) -> None:
    """Killed after the database was done and before the file was: run again, it ends."""
    from storage.key_files import begin
    from storage.rotation import rotate

    new, _ = begin(folder.key)
    await asyncio.to_thread(rotate, f"sqlite:///{folder.database}", MASTER, new)

    between = await folder.handrail("check")
    done = await folder.handrail("keys", "rotate")

    between.refused("was made with key")
    assert done.code == 0, done.err
    assert "Going on" in done.out
    assert folder.key.read_text().strip() == new.to_base64()


async def test_a_rotation_survives_kill_9(folder: Folder) -> None:
    """Killed wherever it was: the bot starts with the key that it has, and run again it ends."""
    url, people = f"sqlite:///{folder.database}", list(range(1, 10_001))
    database = open_database(url, MASTER)
    await database.write(lambda tx: len(tx.create_keys(people)))
    await database.close()
    process = await asyncio.create_subprocess_exec(
        HANDRAIL, "keys", "rotate", cwd=folder.path, stdout=asyncio.subprocess.DEVNULL
    )
    async with asyncio.timeout(START_SECONDS):
        await asyncio.to_thread(_wait_for_the_first, folder.database)
    process.kill()
    await process.wait()

    between = await folder.handrail("keys", "check")
    done = await folder.handrail("keys", "rotate")

    assert process.returncode == -9
    assert "opens the database" in between.out, between.err
    assert "Going on" in done.out, done.err
    assert _rewrapped(folder.database) == len(people) + 1
    person = folder.person  # type: ignore[attr-defined]
    master = MasterKey.from_base64(folder.key.read_text())
    assert await asyncio.to_thread(note_of, url, person, master) == NOTE


def _wait_for_the_first(database: Path) -> None:
    while _rewrapped(database) == 0:
        time.sleep(0.001)


def _rewrapped(database: Path) -> int:
    """How many people's keys the old master key does not open any more."""
    with closing(sqlite3.connect(database, timeout=30)) as opened:
        counted = opened.execute("SELECT count(*) FROM person_keys WHERE kid <> ?", (MASTER.kid,))
        return int(counted.fetchone()[0])


async def test_a_key_that_is_given_by_the_environment_cannot_be_replaced(folder: Folder) -> None:
    done = await folder.handrail("keys", "rotate", HANDRAIL_KEY=MASTER.to_base64())

    done.refused("HANDRAIL_KEY", "keys rotate")
    assert not folder.key.with_name("handrail.key.new").exists()


def later_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """From here on there is one more revision. Returns: the one before it."""
    newest = str(migrate._newest())
    later = tmp_path / "later"
    shutil.copytree(migrate._FOLDER, later, ignore=shutil.ignore_patterns("__pycache__"))
    (later / "versions" / "9999_next.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n"
        f'revision = "9999"\ndown_revision = "{newest}"\n'
        'def upgrade():\n    op.add_column("facts", sa.Column("added", sa.Text()))\n'
    )
    monkeypatch.setattr(migrate, "_FOLDER", later)
    return newest


async def test_an_upgrade_backs_up_first_and_says_the_way_back(
    folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """--check changes nothing; the way back is a command to copy."""
    newest = later_release(tmp_path, monkeypatch)

    checked = await folder.handrail("upgrade", "--check")
    assert (checked.code, "9999" in checked.out) == (0, True), checked.err
    assert not (folder.path / "data" / "backups").exists()
    done = await folder.handrail("upgrade")
    again = await folder.handrail("upgrade")

    assert done.code == 0, done.err
    (file,) = (folder.path / "data" / "backups").glob("*.backup")
    assert f"handrail restore {file} --replace" in done.out
    assert json.loads(file.with_suffix(".json").read_text())["schema"] == newest
    assert "nothing to do" in again.out
    assert not list(folder.database.parent.glob("*.from-*"))  # no copy that is not sealed


async def test_the_first_start_of_a_new_release_backs_up_first(
    folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody has to know of `handrail upgrade`; where no backup can be made, nothing changes."""
    newest = later_release(tmp_path, monkeypatch)
    url = f"sqlite:///{folder.database}"
    storage = StorageSettings(url=url, key_file=folder.key)
    place = tmp_path / "place"
    place.write_text("in the way")
    settings = Settings(storage=storage, backups=BackupsSettings(folder=place))

    with pytest.raises(BackupError):
        await asyncio.to_thread(_open, settings)
    assert migrate.schemas(read_url(url)) == (newest, "9999")
    place.unlink()
    database = await asyncio.to_thread(_open, settings)
    await database.close()

    assert [each.manifest.schema for each in backups_in(place)] == [newest]
    assert migrate.schemas(read_url(url)) == ("9999", "9999")


async def test_messages_are_listed_retried_and_let_go_of(folder: Folder) -> None:
    """How they stand; never a word of them, nor an account."""
    with closing(sqlite3.connect(folder.database)) as opened, opened:
        opened.execute("UPDATE outbox SET state = 'dead', reason = '403', attempts = 5")
        first, second = (row[0] for row in opened.execute("SELECT id FROM outbox ORDER BY due"))

    listed = await folder.handrail("outbox", "list")
    retried = await folder.handrail("outbox", "retry", str(first))
    gone = await folder.handrail("outbox", "discard", "--all")
    none = await folder.handrail("outbox", "retry", str(second))
    unclear = await folder.handrail("outbox", "retry")

    assert [line.split("\t")[:4] for line in listed.out.splitlines()] == [
        [str(first), "dead", "memory", "test"],
        [str(second), "dead", "memory", "test"],
    ]
    assert "403" in listed.out
    assert "2 dead" in listed.err
    for canary in CANARIES:
        assert canary not in listed.out + listed.err
    assert retried.out == "1 messages: will be tried again.\n"
    assert gone.out == "1 messages: let go of.\n"
    assert (none.code, unclear.code) == (1, 2)
    with closing(sqlite3.connect(folder.database)) as opened:
        rows = dict(opened.execute("SELECT id, state || attempts FROM outbox").fetchall())
        kept = dict(opened.execute("SELECT id, payload IS NULL FROM outbox").fetchall())
    assert rows == {first: "waiting0", second: "cancelled5"}
    assert kept == {first: 0, second: 1}
