"""The bot is put out of a community, or the community goes; what stays, and for how long."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, Date, LargeBinary, func, select

from bot.delivery import rules
from bot.meetings.telling.rows import KIND as MEETING
from bot.platform import Address, Change, Invited, MemberChanged, Said, Say
from storage import buddies, leaving, meetings, members, outages, outbox, schedules
from storage.buddies import Seeker
from storage.database import Transaction
from storage.ids import new_id
from storage.meetings import Card, Meeting, State
from storage.tables import metadata
from tests.support.person import Person
from tests.support.team import GENERAL, SPACE, STAFF, Community, community

OTHER = "harbour-two"
START = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[Community]:
    """A community with a meeting that Ada, a member, comes to every day."""
    async with community(tmp_path) as made:
        ada = Person(made.world, "ada", spaces=(SPACE,))
        await ada.join()
        await made.world.database.write(lambda tx: a_meeting(tx, made))
        yield made


def a_meeting(tx: Transaction, house: Community) -> None:
    series = {
        "dtstart_local": f"{START:%Y-%m-%dT%H:%M:%S}",
        "tzid": "UTC",
        "duration_minutes": 60,
        "rrule": "FREQ=DAILY",
    }
    meeting = Meeting(
        id=new_id(),
        community=house.id,
        state=State.ON,
        series=json.dumps(series),
        card=Card(
            name="Evening group",
            room=json.dumps(["memory", SPACE, "general"]),
        ),
        changed_at=house.world.clock.now(),
    )
    meetings.put(tx, meeting)
    at = START - timedelta(minutes=30)
    rules.set_once(tx, kind=MEETING, subject=meeting.id, at=at, zone="UTC")


async def bot_goes(house: Community, change: Change = Change.LEFT, space: str = SPACE) -> None:
    """The bot is put out of a space, or let in again."""
    event = house.world.platform.event("handrail", Address("memory", space=space))
    event |= {"waiting": None, "spaces": ()}
    await house.world.core.take(MemberChanged(**event, change=change, own=True))
    await house.world.core.look_again()
    await house.world.settle()


def announced(house: Community) -> list[str]:
    return [each for each in house.world.platform.read("general") if "Evening group" in each]


async def asleep(house: Community) -> bool:
    return house.id in await house.world.database.read(leaving.sleeping)


async def test_nothing_that_was_planned_goes_out_for_a_community_that_sleeps(
    house: Community,
) -> None:
    """The bot is not there any more: no announcement is tried, and members hear of no meeting."""
    await bot_goes(house)

    await house.world.move_to(START - timedelta(minutes=20))

    assert announced(house) == []
    assert await asleep(house)


async def test_a_member_is_asked_as_before_while_their_community_sleeps(house: Community) -> None:
    """A check-in belongs to the person."""
    before = len(house.seen_by("ada"))
    await bot_goes(house)

    await house.world.move_to(datetime(2026, 11, 24, 8, 5, tzinfo=UTC))  # five past nine in Berlin

    assert len(house.seen_by("ada")) > before


async def test_a_community_that_is_invited_again_goes_on_with_everything_it_had(
    house: Community,
) -> None:
    """What came due meanwhile is not lost, and nothing is erased later all the same."""
    await bot_goes(house)
    await house.world.move_to(START + timedelta(days=3, hours=2))

    await bot_goes(house, Change.JOINED)
    assert "as they were" in house.in_staff_room[-1]
    await house.world.move_to(START + timedelta(days=4, minutes=-20))
    assert len(announced(house)) == 1

    await house.world.move_by(days=60)
    assert await house.world.database.read(lambda tx: members.community(tx, house.id)) is not None


async def test_an_invitation_wakes_a_community_and_makes_no_second_one(house: Community) -> None:
    """Whoever set it up finds it as it was, not as a stranger's."""
    await bot_goes(house)
    where = Address("memory", space=SPACE)
    event = house.world.platform.event("olga", where) | {"waiting": None, "spaces": (SPACE,)}
    await house.world.core.take(Invited(**event, name="Another name"))

    found = await house.world.database.read(
        lambda tx: members.communities_with(tx, "memory", [SPACE])
    )
    assert [(each.id, each.name) for each in found] == [(house.id, "Harbour House")]


async def test_a_community_with_another_space_left_does_not_sleep(house: Community) -> None:
    """Only the space is lost."""
    await house.world.database.write(
        lambda tx: members.put_community(
            tx,
            name="Harbour House",
            language="en",
            country="US",
            zone="America/New_York",
            spaces_of=[("memory", SPACE), ("memory", OTHER)],
        )
    )

    await bot_goes(house)
    assert not await asleep(house)
    await bot_goes(house, space=OTHER)
    assert await asleep(house)
    await bot_goes(house, Change.JOINED, space=OTHER)
    assert not await asleep(house)


async def test_a_community_that_sleeps_too_long_is_erased_everywhere(house: Community) -> None:
    """Thirty days, as was said beforehand; the members keep what is their own."""
    await fill(house)
    assert len(await left(house)) > 8, "there is something to erase"
    await bot_goes(house)

    await house.world.move_by(days=29)
    assert await left(house)
    await house.world.move_by(days=2)

    assert await left(house) == set()
    assert await house.world.database.read(lambda tx: members.member_with(tx, "memory", "ada"))


async def test_no_table_of_a_community_outlives_it(house: Community, tmp_path: Path) -> None:
    """A row in every table that names a community, whatever else it would need."""
    with closing(sqlite3.connect(tmp_path / "h.db")) as raw:  # without foreign keys
        for number, table in enumerate(metadata.sorted_tables, 1):
            if "community" in table.c:
                columns = [
                    each for each in table.c if not each.nullable or each.name == "community"
                ]
                values = [_filler(each, house.id, number) for each in columns]
                places = ", ".join("?" * len(columns))
                names = ", ".join(f'"{each.name}"' for each in columns)
                raw.execute(
                    f'INSERT OR IGNORE INTO "{table.name}" ({names}) VALUES ({places})', values
                )
        raw.commit()
    named = {each.name for each in metadata.sorted_tables if "community" in each.c}
    assert named <= await left(house)

    await house.world.database.write(lambda tx: leaving.erase(tx, house.id))

    assert await left(house) == set()


def _filler(column: Column[Any], community: int, number: int) -> Any:
    if column.name == "community":
        return community
    if isinstance(column.type, LargeBinary):
        return b"x"
    return "2026-11-21" if isinstance(column.type, Date) else number


def test_a_community_is_named_the_same_in_every_table() -> None:
    """By that name what belongs to it is found; under another it would be left behind."""
    wrong = [
        str(column)
        for table in metadata.sorted_tables
        for column in table.c
        for key in column.foreign_keys
        if key.column.table.name == "communities" and column.name != "community"
    ]
    assert wrong == []


# --- an owner takes it away


async def owner_says(house: Community, text: str, role: str = "owner") -> str:
    event = house.world.platform.event("olga", STAFF) | {
        "roles": frozenset({role}),
        "waiting": None,
    }
    await house.world.core.take(Said(**event, text=text, addressed=True))
    await house.world.settle()
    return house.seen_by("olga")[-1]


async def test_removing_takes_the_phrase_and_a_day(house: Community) -> None:
    """A slip removes nothing, and the team learns of it before it is too late."""
    await fill(house)
    assert "remove Harbour House" in await owner_says(house, "community remove")
    await owner_says(house, "community remove Harbour House")
    await house.world.move_by(hours=30)
    assert await left(house), "those were not the words"

    await owner_says(house, "community remove remove harbour house")
    assert "asked me to remove" in house.in_staff_room[-1]
    await house.world.move_by(hours=23)
    assert await left(house)
    await house.world.move_by(hours=2)
    assert await left(house) == set()


async def test_a_moderator_can_keep_a_community_that_was_to_be_removed(house: Community) -> None:
    """One person alone cannot end what belongs to all."""
    await owner_says(house, "community remove remove Harbour House")

    await house.press("mo", "community keep")
    await house.world.move_by(days=3)

    assert await house.world.database.read(lambda tx: members.community(tx, house.id)) is not None


async def test_a_moderator_cannot_remove_a_community(house: Community) -> None:
    """That is the owner's."""
    await owner_says(house, "community remove remove Harbour House", role="moderator")

    await house.world.move_by(days=3)

    assert await house.world.database.read(lambda tx: members.community(tx, house.id)) is not None


async def test_an_exported_community_names_no_member(
    house: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Settings, meetings and counts: enough to go on elsewhere, and nothing of anybody."""
    await fill(house)
    files: list[Any] = []

    def note(action: Any) -> None:
        files.extend(action.attachments if isinstance(action, Say) else ())

    house.world.platform.script = note
    await owner_says(house, "community export")

    (file,) = files
    data = json.loads(file.data)
    assert data["meetings"][0]["name"] == "Evening group"
    assert data["meetings"][0]["rule"]["rrule"] == "FREQ=DAILY"
    assert data["settings"]["time_zone"] == "America/New_York"
    assert (data["members"], data["roster"]) == (1, {"people": 1, "on_duty": 1})
    assert b"ada" not in file.data
    assert b"sam" not in file.data


# --- what there is of a community


async def fill(house: Community) -> None:
    """Something in many tables, an alert, and a message that waits for its room."""
    await house.gets_ready("sam")
    await house.says("ada", "badly", room=GENERAL)
    now = house.world.clock.now()

    def write(tx: Transaction) -> None:
        ada = members.member_with(tx, "memory", "ada")
        assert ada is not None
        said = {"ready": True, "languages": ["en"]}
        buddies.put_seeker(tx, Seeker(person=ada.id, community=house.id, said=said, since=now))
        later = now + timedelta(days=90)
        rules.set_once(tx, kind="community-remove", subject=house.id, at=later, zone="UTC")
        schedules.remove(tx, "community-remove", house.id)
        outages.add(tx, outages.new("memory", outages.AWAY, now, now))

    await house.world.database.write(write)


async def left(house: Community) -> set[str]:
    """The tables with a row of the community, or with one about it."""

    def look(tx: Transaction) -> set[str]:
        index = tx.keys.index(f"memory:{SPACE}")
        found = set[str]()
        for table in metadata.sorted_tables:
            about = [table.c.community == house.id] if "community" in table.c else []
            about += [table.c.subject == house.id] if "subject" in table.c else []
            if table.name == "communities":
                about.append(table.c.id == house.id)
            about += [each == index for each in table.c if isinstance(each.type, LargeBinary)]
            for each in about:
                if tx.execute(select(func.count()).select_from(table).where(each)).scalar_one():
                    found.add(table.name)
        for id, payload in leaving.held_messages(tx):
            if json.loads(tx.keys.system.open(outbox.SEALED, id, payload))["to"][1] == SPACE:
                found.add("outbox")
        return found

    return await house.world.database.read(look)
