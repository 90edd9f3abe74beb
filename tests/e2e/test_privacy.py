"""Seeing what is held, taking it along, having it erased: through the front door."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import LargeBinary, func, select

from adapters.memory import MemoryAdapter
from bot.platform import Action, Attachment, Receipt, Reply, Say
from storage.database import Transaction
from storage.errors import StorageBusyError
from storage.tables import metadata, person_keys
from tests.support.person import Person
from tests.support.texts import own_features, own_texts
from tests.support.world import World, running


class Files:
    """What is attached to anything that the bot sends."""

    def __init__(self) -> None:
        self.sent: list[Attachment] = []

    def __call__(self, action: Action) -> Receipt | None:
        if isinstance(action, Say | Reply):
            self.sent += action.attachments
        return None

    def named(self, name: str) -> str:
        return next(each.data.decode() for each in self.sent if each.name == name)


@pytest.fixture
def files() -> Files:
    return Files()


@pytest.fixture
async def world(tmp_path: Path, files: Files) -> AsyncIterator[World]:
    platform = MemoryAdapter(script=files)
    async with running(f"sqlite:///{tmp_path / 'handrail.db'}", platform=platform) as made:
        await made.join("ada")
        await made.platform.say("ada", "checkin notes on")
        await made.platform.say("ada", "okay")
        await made.platform.say("ada", "note a <b>quiet</b> day")
        yield made


async def erase(world: World, phrase: str = "erase everything") -> None:
    await world.platform.say("ada", "privacy erase")
    await world.platform.fill("ada", "erase", "privacy-erase", {"phrase": phrase})


async def shed(world: World) -> None:
    """Empty the log; a read that is under way holds it for a moment."""
    async with asyncio.timeout(60):
        while True:
            with contextlib.suppress(StorageBusyError):
                return await world.database.shed_deleted()
            await asyncio.sleep(0.02)


async def left(world: World, user: str) -> set[str]:
    """The tables with a row by which this account can be found."""

    def look(tx: Transaction) -> set[str]:
        index = tx.keys.index(f"memory:{user}")
        return {
            table.name
            for table in metadata.sorted_tables
            for column in table.c
            if isinstance(column.type, LargeBinary)
            and tx.execute(
                select(func.count()).select_from(table).where(column == index)
            ).scalar_one()
        }

    return await world.database.read(look)


async def people(world: World) -> list[int]:
    return await world.database.read(
        lambda tx: list(tx.execute(select(person_keys.c.person)).scalars())
    )


async def test_a_member_sees_what_is_held_and_by_which_part(world: World) -> None:
    """In words, not in tables; what holds nothing is not named."""
    await world.platform.say("ada", "privacy")

    shown = world.last("ada")
    assert "Check-ins: the words you tapped, and notes" in shown
    assert "Buddies" not in shown


async def test_a_stranger_is_told_that_nothing_is_held(world: World) -> None:
    """Asking is not a reason to keep something."""
    for command in ("privacy", "privacy export", "privacy erase", "privacy keep"):
        await world.platform.say("zoe", command)
        assert "I hold nothing" in world.last("zoe"), command

    assert await left(world, "zoe") == set()


async def test_everything_can_be_taken_along(world: World, files: Files) -> None:
    """As a page and as data; what they wrote is shown, never interpreted."""
    await world.platform.say("ada", "privacy export")

    held = json.loads(files.named("my-data.json"))["held"]
    page = files.named("my-data.html")
    assert "a <b>quiet</b> day" in json.dumps(held["checkins"])
    assert held["members"]["accounts"] == [{"platform": "memory", "id": "ada"}]
    assert "a &lt;b&gt;quiet&lt;/b&gt; day" in page
    assert "<b>quiet" not in page
    assert "Content-Security-Policy" in page


async def test_a_pin_stands_before_everything_in_one_file(world: World, files: Files) -> None:
    """Whoever holds the phone may not be the member."""
    ada = Person(world, "ada")
    await ada.say("pin set")
    await ada.fill("enter", digits="4711")
    await world.move_by(hours=2)
    await ada.say("privacy export")

    assert ada.last.startswith("Your PIN first")
    assert files.sent == []


async def test_it_works_after_stop_too(world: World, files: Files) -> None:
    """Who wants to hear nothing may still want to know, and to go."""
    await world.platform.say("ada", "stop")

    await world.platform.say("ada", "privacy export")
    assert "my-data.json" in [each.name for each in files.sent]
    await erase(world)
    assert "everything is erased on" in world.last("ada")


async def test_who_saw_what_was_shared_can_be_read(world: World) -> None:
    """The log is theirs."""
    await world.platform.say("ada", "privacy history")
    shown = world.last("ada")
    await world.platform.say("ada", "share history")

    assert shown == world.last("ada")


async def test_every_part_that_may_hold_something_has_a_name(world: World) -> None:
    """Else a member would be shown a gap where their data is."""
    texts = own_texts()
    for feature in own_features():
        part = f"privacy-part-{feature.name.replace(' ', '-')}"
        for language in texts.languages:
            assert texts.has(language, part), (language, part)


async def test_nothing_is_erased_by_another_phrase(world: World) -> None:
    """A borrowed phone or a slip must not cost somebody their history."""
    await erase(world, "yes")

    assert "Nothing was erased" in world.last("ada")
    await world.move_by(days=3)
    assert len(await people(world)) == 1


async def test_after_a_day_nothing_is_left(world: World, tmp_path: Path) -> None:
    """Silence at once; then the key is destroyed, and its bytes leave the files."""
    (person,) = await people(world)
    wrapped = await world.database.read(
        lambda tx: tx.execute(
            select(person_keys.c.wrapped).where(person_keys.c.person == person)
        ).scalar_one()
    )
    await erase(world)
    heard = len(world.platform.read("ada"))
    await world.move_by(hours=23)
    assert len(world.platform.read("ada")) == heard
    assert len(await people(world)) == 1

    await world.move_by(hours=1, minutes=1)
    await world.watch.look()

    assert world.last("ada").startswith("It's done")
    await world.move_by(minutes=1)
    assert world.platform.forgotten == ["ada"]
    assert await people(world) == []
    assert await left(world, "ada") == set()
    await shed(world)
    for file in tmp_path.glob("handrail.db*"):
        assert wrapped not in file.read_bytes(), file.name


async def test_it_can_be_taken_back_for_a_day(world: World) -> None:
    """The way back is as short as the way out; silence lasts until they say start."""
    await erase(world)
    await world.platform.say("ada", "start")
    assert 'say "privacy keep" first' in world.last("ada")

    await world.platform.say("ada", "privacy keep")
    await world.move_by(days=2)
    assert world.last("ada").startswith("Kept")
    await world.platform.say("ada", "start")
    await world.platform.say("ada", "checkin history")

    assert "quiet" in world.last("ada")


async def test_a_pause_does_not_hold_an_erasure_up(world: World) -> None:
    """It is no message, but a wish that was said."""
    await erase(world)
    await world.platform.say("ada", "privacy")
    assert "will be erased on" in world.last("ada")
    await world.platform.say("ada", "stop")
    await world.move_to(world.clock.now() + timedelta(hours=25))

    assert await people(world) == []


async def test_who_comes_back_begins_anew(world: World) -> None:
    """Nothing of before is known."""
    await erase(world)
    await world.move_by(hours=25)

    await world.platform.say("ada", "start")
    assert "18" in world.last("ada")
