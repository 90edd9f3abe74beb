"""A crisis while the database is locked, read-only, full, slow or gone: answered all the same."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.platform import Action, Commanded, Outcome, Receipt, Reply, Said, Say
from storage import engines, episodes
from storage.episodes import Episode
from storage.errors import StorageError, StorageFullError
from tests.support.crisis import AT_HOME, GENERAL, GRAVE, SPACE, URGENT, Team, gathered
from tests.support.person import Person
from tests.support.world import World


@pytest.fixture
async def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    """A community with a team; locks are waited for a moment only."""
    monkeypatch.setattr(engines, "_WAIT_SECONDS", 0.05)
    async with gathered(tmp_path, Team()) as made:
        yield made


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Somebody else holds the write lock."""
    other = sqlite3.connect(path / "h.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


def read_only(world: World, on: bool) -> None:
    """The one connection that writes may not, or may again."""
    connection = world.database._engines[0].raw_connection()
    connection.cursor().execute(f"PRAGMA query_only = {on:d}")
    connection.close()


def ada(world: World) -> Person:
    return Person(world, "ada", spaces=(SPACE,))


async def take_in_trouble(world: World, words: str) -> None:
    """The platform hears the truth: it was not written."""
    event = world.platform.event("ada") | {"spaces": (SPACE,)}

    with pytest.raises(StorageError):
        await world.core.take(Said(**event, direct=True, addressed=True, text=words))


async def recorded(world: World) -> list[Episode]:
    """What is written, once nothing waits to be."""
    await world.watch.written()
    return await world.database.read(episodes.unsettled)


def assert_answered_once(world: World) -> None:
    assert sum("988" in shown for shown in world.platform.read("ada")) == 1
    assert len(world.platform.read("staff")) == 1


async def test_with_a_locked_database_the_reply_and_the_alert_go_out(
    world: World, tmp_path: Path
) -> None:
    """And are written down as soon as that can be, once."""
    with locked(tmp_path):
        await take_in_trouble(world, GRAVE)
        assert_answered_once(world)

    (one,) = await recorded(world)
    await world.settle()
    assert (one.reach, one.told) == ("private", True)
    assert one.alerts
    assert_answered_once(world)


async def test_with_a_read_only_database_the_reply_and_the_alert_go_out(world: World) -> None:
    """Somebody took away the right to write, or mounted the disk anew."""
    read_only(world, True)
    await take_in_trouble(world, GRAVE)
    assert_answered_once(world)

    read_only(world, False)
    assert len(await recorded(world)) == 1
    assert_answered_once(world)


async def test_with_a_full_disk_the_reply_and_the_alert_go_out(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Written down once there is room."""
    write = world.database.write

    async def full(*given: object, **more: object) -> object:
        raise StorageFullError("database or disk is full")

    monkeypatch.setattr(world.database, "write", full)
    await take_in_trouble(world, GRAVE)
    assert_answered_once(world)

    monkeypatch.setattr(world.database, "write", write)
    assert len(await recorded(world)) == 1
    assert_answered_once(world)


async def test_a_repeat_during_the_trouble_is_answered_once(world: World, tmp_path: Path) -> None:
    """The platform hands over again what it was told is not written."""
    event = world.platform.event("ada", GENERAL) | {"spaces": (SPACE,)}

    said = Said(**event, addressed=False, text=GRAVE)
    with locked(tmp_path):
        for _ in range(3):
            with pytest.raises(StorageError):
                await world.core.take(said)
    await recorded(world)
    await world.core.take(said)

    assert_answered_once(world)


async def test_a_database_that_cannot_be_read_delays_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who they are is then unknown: the community's language and country do."""

    async def never(*given: object) -> object:
        await asyncio.Event().wait()
        raise AssertionError

    monkeypatch.setattr(world.database, "read", never)
    began = asyncio.get_running_loop().time()
    event = world.platform.event("ada") | {"spaces": (SPACE,)}

    await world.core.take(Said(**event, direct=True, addressed=True, text=GRAVE))

    assert asyncio.get_running_loop().time() - began < 2
    assert_answered_once(world)


async def test_what_the_platform_does_not_take_now_goes_out_later(world: World) -> None:
    """Ahead of everything else, under the same key."""
    refused: list[str] = []

    def later(action: Action) -> Receipt | None:
        if isinstance(action, Say) and action.key not in refused:
            refused.append(action.key)
            return Receipt(outcome=Outcome.RETRY, retry_after=1.0)
        return None

    world.platform.script = later
    await ada(world).say(URGENT)
    await world.settle()

    assert len(refused) >= 2
    assert sum("911" in shown for shown in world.platform.read("ada")) == 1
    assert len(world.platform.read("staff")) >= 1


async def test_a_platform_that_breaks_does_not_stop_the_alert(world: World) -> None:
    """An adapter's mistake costs its own message only."""

    def breaks(action: Action) -> Receipt | None:
        if isinstance(action, Say) and action.to.user == "ada":
            raise RuntimeError
        return None

    world.platform.script = breaks
    event = world.platform.event("ada", GENERAL) | {"spaces": (SPACE,)}

    await world.core.take(Said(**event, addressed=False, text=GRAVE))

    assert len(world.platform.read("staff")) == 1


async def test_help_now_needs_no_database(world: World, tmp_path: Path) -> None:
    """By word, by command, and by the button below a reply."""
    event = world.platform.event("ada") | {"spaces": (SPACE,)}
    with locked(tmp_path):
        for words in ("help now", "HELP!"):
            await take_in_trouble(world, words)
            assert "988" in world.platform.read("ada")[-1]

        with pytest.raises(StorageError):
            await world.core.take(
                Commanded(**event | {"id": "c"}, direct=True, name="help now", args={})
            )
        await take_in_trouble(world, GRAVE)
        with pytest.raises(StorageError):
            await ada(world).press("help")

    assert sum("988" in shown for shown in world.platform.read("ada")) == 5


async def test_a_reply_that_waits_for_a_yes_needs_no_database(world: World, tmp_path: Path) -> None:
    """Who may be looked over the shoulder gets to read it as soon as they can."""
    with locked(tmp_path):
        await take_in_trouble(world, AT_HOME)
        with pytest.raises(StorageError):
            await ada(world).press("yes")

        assert "It isn't your fault" in ada(world).last


async def test_where_the_platform_waits_there_is_no_apology_beside_the_reply(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They got what counts; that it was not written is our matter."""
    monkeypatch.setattr(engines, "_WAIT_SECONDS", 0.05)
    team = Team()
    async with gathered(tmp_path, team, forms=True) as world:
        replies: list[Action] = []

        def note(action: Action) -> None:
            if isinstance(action, Reply):
                replies.append(action)

        world.platform.script = note
        with locked(tmp_path):
            await take_in_trouble(world, GRAVE)

        assert len(replies) == 1
