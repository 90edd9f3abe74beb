"""A new master key takes the old one's place while bots run, and after any interruption."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select, text

from storage.backup import make_backup
from storage.database import Database, open_database
from storage.encryption import MasterKey
from storage.errors import WrongKeyError
from storage.key_files import begin, finish, new_one, old_one
from storage.rotation import NEXT, is_done, rotate
from storage.tables import person_keys, system_keys
from tests.support.backups import NOON, NOTE, fill, read_note
from tests.support.stores import MASTER, Open

NEW = MasterKey.from_base64("bmV3IGtleSBvZiB0aGUgdGVzdHMsIG5vIHNlY3JldCE=")


class KilledError(Exception):
    """Stands for `kill -9` between two transactions."""


def kids(database: Database) -> set[str]:
    """Which master keys wrapped anything that is stored."""
    return database.read_sync(
        lambda tx: {
            *tx.execute(select(person_keys.c.kid)).scalars(),
            *tx.execute(select(system_keys.c.kid)).scalars(),
        }
    )


def test_everything_opens_with_the_new_key_and_nothing_with_the_old(
    open_it: Open, database_url: str
) -> None:
    """The old key is refused, even by who has it and the database."""
    database = open_it()
    person = fill(database)
    database.close_sync()

    assert rotate(database_url, MASTER, NEW) == 1

    with pytest.raises(WrongKeyError):
        open_database(database_url, MASTER)
    after = open_database(database_url, NEW)
    assert after.read_sync(lambda tx: read_note(tx, person)) == NOTE
    assert kids(after) == {NEW.kid}  # nor does the way from old to new stay
    after.close_sync()


def test_a_running_bot_notices_nothing(open_it: Open, database_url: str) -> None:
    """It reads what was wrapped anew, and whoever joins has a key that the next start can read."""
    database = open_it()
    first = fill(database)

    joined: list[int] = []

    def somebody_joins(name: str) -> None:
        joined.append(fill(database, f"{name}-{len(joined)}"))
        assert all(database.read_sync(partial(read_note, person=each)) == NOTE for each in joined)
        assert database.read_sync(lambda tx: read_note(tx, first)) == NOTE

    rotate(database_url, MASTER, NEW, checkpoint=somebody_joins)
    somebody_joins("after")
    assert database.newest_master().kid == NEW.kid
    database.close_sync()

    assert len(joined) >= 4
    after = open_database(database_url, NEW)
    for person in (first, *joined):
        assert after.read_sync(partial(read_note, person=person)) == NOTE
    assert kids(after) == {NEW.kid}
    after.close_sync()


async def test_people_join_at_every_moment_of_a_rotation(
    database: Database, database_url: str
) -> None:
    """None of them ends up with a key that only the old master key opens."""
    stop = asyncio.Event()
    joined: list[int] = []

    async def join(writer: int) -> None:
        while not stop.is_set():
            person = 1 + len(joined) + writer * 1_000_000
            joined.append(person)
            await database.write(lambda tx, person=person: tx.create_key(person))  # type: ignore[misc]

    writers = [asyncio.create_task(join(number)) for number in range(4)]
    await asyncio.sleep(0)
    await asyncio.to_thread(rotate, database_url, MASTER, NEW)
    stop.set()
    await asyncio.gather(*writers)

    found = await database.read(lambda tx: set(tx.execute(select(person_keys.c.kid)).scalars()))
    assert joined
    assert found == {NEW.kid}


@pytest.mark.parametrize("killed_at", ["begun", "some", "done"])
def test_a_killed_rotation_goes_on(
    killed_at: str, open_it: Open, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In between either key starts a bot; run again it ends where it would have."""
    monkeypatch.setattr("storage.rotation._AT_ONCE", 1)
    database = open_it()
    people = [fill(database, f"account-{number}") for number in range(3)]
    database.close_sync()

    def kill(name: str) -> None:
        if name == killed_at:
            raise KilledError

    with pytest.raises(KilledError):
        rotate(database_url, MASTER, NEW, checkpoint=kill)
    for key in [NEW] if killed_at == "done" else [MASTER, NEW]:
        between = open_database(database_url, key)
        for person in people:
            assert between.read_sync(partial(read_note, person=person)) == NOTE
        people.append(fill(between, f"by-{key.kid}"))
        between.close_sync()

    assert is_done(database_url, NEW) == (killed_at == "done")
    if killed_at != "done":
        with pytest.raises(WrongKeyError):
            rotate(database_url, MASTER, MasterKey.generate())
        rotate(database_url, MASTER, NEW)
    after = open_database(database_url, NEW)
    for person in people:
        assert after.read_sync(partial(read_note, person=person)) == NOTE
    assert kids(after) == {NEW.kid}
    after.close_sync()
    with pytest.raises(WrongKeyError):
        open_database(database_url, MASTER)


def test_who_has_another_key_can_rotate_nothing(open_it: Open, database_url: str) -> None:
    database = open_it()
    fill(database)
    before = kids(database)

    with pytest.raises(WrongKeyError):
        rotate(database_url, MasterKey.generate(), NEW)

    assert kids(database) == before


def test_the_way_to_the_new_key_is_forgotten(open_it: Open, database_url: str) -> None:
    """A bot that runs needs it; from the first start with the new key on it is gone."""
    database = open_it()
    rotate(database_url, MASTER, NEW)
    names = text("SELECT name FROM system_keys")

    assert NEXT in database.read_sync(lambda tx: set(tx.execute(names).scalars()))
    database.close_sync()
    after = open_database(database_url, NEW)

    assert after.read_sync(lambda tx: set(tx.execute(names).scalars())) == {"system", "index"}
    after.close_sync()


def test_a_running_bot_backs_up_after_a_rotation(
    sqlite_only: Database, sqlite_file: Path, tmp_path: Path
) -> None:
    """Sealed with the new key, though it was started with the old one."""
    url = f"sqlite:///{sqlite_file}"
    rotate(url, MASTER, NEW)

    made = make_backup(url, sqlite_only.newest_master(), tmp_path / "b", NOON)

    assert made.manifest.key == NEW.kid


def test_the_file_is_replaced_and_the_old_one_kept(tmp_path: Path) -> None:
    """At no moment is there no key; a torn new one is made anew."""
    file = tmp_path / "handrail.key"
    file.write_text(MASTER.to_base64())
    file.chmod(0o600)
    new_one(file).touch(0o600)

    made, was_there = begin(file)
    again, is_there = begin(file)
    kept = finish(file)

    assert (was_there, is_there, again.kid) == (False, True, made.kid)
    assert file.read_text().strip() == made.to_base64()
    assert file.stat().st_mode & 0o077 == 0
    assert kept == old_one(file)
    assert kept.read_text() == MASTER.to_base64()
    assert not new_one(file).exists()
