"""Where members are asked: direct messages, one post a day in a channel, a private thread."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from bot.checkins.where import CheckInRoom, Where, fixed
from bot.platform import Action, Address, Receipt, Say
from storage import members
from storage.database import Transaction, open_database
from storage.encryption import MasterKey
from tests.support.databases import with_tables
from tests.support.person import Person
from tests.support.world import World, running

HARBOUR = Address("memory", channel="harbour")
MORNING = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)  # nine in Berlin, where everybody lives
DAY = timedelta(days=1)


def _harbour(tx: Transaction) -> int:
    return members.put_community(
        tx, name="H", language="en", country="US", zone="UTC", spaces_of=[("memory", "harbour")]
    )


@asynccontextmanager
async def harbour(
    path: Path, usual: Where, *, threads: bool = True, hour: time = time(7)
) -> AsyncIterator[World]:
    """A community with a room for check-ins, and its post set up as at a start."""
    url = f"sqlite:///{path / 'h.db'}"
    master = MasterKey.from_base64("A" * 43 + "=")
    database = open_database(with_tables(url, master), master)
    community = await database.write(_harbour)
    await database.close()
    room = CheckInRoom(
        community=community,
        address=HARBOUR,
        usual=usual,
        threads=threads,
        hour=hour,
        zone="UTC",
        language="en",
    )
    rooms = fixed(room)
    async with running(url, checkin_rooms=rooms) as world:
        await world.database.write(lambda tx: rooms.set_up_posts(tx, world.clock.now()))
        yield world


def asked(world: World, name: str = "ada") -> int:
    """How often this member was asked in direct messages."""
    return sum("it's your" in text for text in world.platform.read(name))


def posts(world: World) -> list[str]:
    return [shown.text for shown in world.platform.rooms["harbour"]]


def member(world: World, name: str = "ada") -> Person:
    return Person(world, name, spaces=("harbour",))


async def test_a_post_a_day_takes_the_place_of_everybodys_message(tmp_path: Path) -> None:
    """One post for the community, not one for each member, and one a day whatever restarts."""
    for day in range(2):
        async with harbour(tmp_path, Where.CHANNEL) as world:
            if day == 0:
                for name in ("ada", "ben"):
                    await member(world, name).join()
            await world.move_to(MORNING)
            first = posts(world)
            await world.move_to(MORNING + DAY)

            assert len(first) == 1 - day
            assert len(posts(world)) == len(first) + 1 - day
            assert asked(world) + asked(world, "ben") == 0


async def test_a_changed_hour_counts_from_the_next_time_it_comes(tmp_path: Path) -> None:
    async with harbour(tmp_path, Where.CHANNEL) as world:
        await world.move_to(MORNING)
        assert len(posts(world)) == 1
    async with harbour(tmp_path, Where.CHANNEL, hour=time(10)) as world:
        await world.move_to(MORNING.replace(hour=10))
        assert posts(world) == []  # today has had its post
        await world.move_to(MORNING.replace(hour=10) + DAY)
        assert len(posts(world)) == 1


async def test_who_chose_direct_messages_gets_them(tmp_path: Path) -> None:
    """The member's own word counts more than what is usual."""
    async with harbour(tmp_path, Where.CHANNEL) as world:
        ada, ben = member(world), member(world, "ben")
        await ada.join()
        await ben.join()
        await ada.say("checkin where dm")
        await world.move_to(MORNING)

        assert (asked(world), asked(world, "ben")) == (1, 0)


async def test_who_is_of_another_community_is_asked_as_ever(tmp_path: Path) -> None:
    async with harbour(tmp_path, Where.CHANNEL) as world:
        await Person(world, "eve", spaces=()).join()
        await world.move_to(MORNING)

        assert asked(world, "eve") == 1


async def test_later_means_a_message_also_where_the_channel_is_usual(tmp_path: Path) -> None:
    """Who asks to be asked again must not wait for tomorrow's post."""
    async with harbour(tmp_path, Where.CHANNEL) as world:
        ada = member(world)
        await ada.join()
        await world.move_to(MORNING)
        await ada.say("checkin now")
        await ada.press("later")
        await ada.press("1h")
        await world.move_by(hours=1, minutes=1)

        assert asked(world) == 1


@pytest.mark.parametrize(
    ("usual", "threads", "wanted", "place"),
    [
        (Where.DM, True, "thread", "thread"),
        (Where.DM, False, "thread", "dm"),
        (Where.DM, True, "channel", "dm"),
        (Where.CHANNEL, False, "channel", "channel"),
        (Where.THREAD, False, None, "dm"),
        (Where.THREAD, True, None, "thread"),
    ],
)
async def test_where_there_is_no_such_place_it_is_said_and_messages_come(
    tmp_path: Path, usual: Where, threads: bool, wanted: str | None, place: str
) -> None:
    """Nobody is left unasked because a platform cannot do what was chosen."""
    sent: list[Say] = []

    def note(action: Action) -> Receipt | None:
        if isinstance(action, Say) and "it's your" in str(action.body):
            sent.append(action)
        return None

    async with harbour(tmp_path, usual, threads=threads) as world:
        ada = member(world)
        await ada.join()
        if wanted:
            await ada.say(f"checkin where {wanted}")
            assert ("no such place" in ada.last) is (place == "dm")
        world.platform.script = note
        await world.move_to(MORNING)

    assert len(sent) == (place != "channel")
    assert [say.aside for say in sent] == ([HARBOUR] if place == "thread" else [None] * len(sent))


async def test_a_place_that_is_gone_leaves_direct_messages(tmp_path: Path) -> None:
    """The operator took the room out of the configuration."""
    async with harbour(tmp_path, Where.CHANNEL) as world:
        await member(world).join()
    async with running(f"sqlite:///{tmp_path / 'h.db'}") as world:
        await world.move_to(MORNING)

        assert asked(world) == 1
        assert posts(world) == []
