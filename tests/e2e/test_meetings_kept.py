"""Reminders and outages: none twice, none lost, none too late; and what others can find out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.memory import MemoryAdapter
from bot.commands import Kind, Typing
from bot.meetings.commands import erase, export, suggest
from bot.meetings.telling import planning
from bot.platform import Address
from storage import meeting_answers, meeting_reminders, meetings, members
from storage.database import Transaction
from storage.meeting_reminders import Wish
from tests.support.meetings import GUILD, LINK, add, member, settle
from tests.support.world import running

BEFORE = datetime(2026, 11, 24, 23, 29, tzinfo=UTC)  # a Tuesday; half an hour before 7 pm, nearly
START = datetime(2026, 11, 25, 0, 0, tzinfo=UTC)


def reminders(texts: list[str]) -> list[str]:
    return [text for text in texts if "reminder." in text]


async def prepared(url: str) -> None:
    """A member wants to be reminded half an hour before; then the bot is gone."""
    async with running(url, now=BEFORE - timedelta(hours=1)) as world:
        await settle(world)
        await add(world)
        ada = await member(world)
        await ada.say("remind me Newcomers")


@pytest.mark.parametrize(
    ("back", "told"),
    [
        pytest.param(START - timedelta(minutes=20), 1, id="late but before the start: told"),
        pytest.param(START + timedelta(minutes=5), 0, id="begun: a reminder would be a reproach"),
    ],
)
async def test_a_reminder_due_while_the_bot_was_away(
    database_url: str, back: datetime, told: int
) -> None:
    """It is made up for as long as it is of use."""
    await prepared(database_url)
    async with running(database_url, now=back) as world:
        await world.move_by(seconds=1)
        assert len(reminders(world.platform.read("ada"))) == told
        await world.move_by(minutes=1)
        assert len(reminders(world.platform.read("ada"))) == told


async def test_a_crash_in_the_middle_of_planning_neither_doubles_nor_loses(tmp_path: Path) -> None:
    """The rows and the next look are one transaction."""
    url = f"sqlite:///{tmp_path / 'handrail.db'}"
    await prepared(url)
    falls = iter((True, True))

    def fall(name: str) -> None:
        if name == "planner-before-commit" and next(falls, False):
            raise RuntimeError("the process dies here")

    async with running(url, now=BEFORE, checkpoint=fall) as world:
        for _ in range(4):
            world.clock.move_by(timedelta(seconds=30))
            try:
                await world.core.look_again()
            except RuntimeError:
                continue
        await world.settle()
        assert len(reminders(world.platform.read("ada"))) == 1
    async with running(url, now=START - timedelta(minutes=10)) as world:
        await world.move_by(seconds=1)
        assert reminders(world.platform.read("ada")) == []


async def test_many_are_reminded_in_several_transactions_and_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A popular hour must not hold up those who write to the bot meanwhile."""
    monkeypatch.setattr(planning, "AT_ONCE", 3)
    async with running(f"sqlite:///{tmp_path / 'handrail.db'}") as world:
        community = await settle(world)
        await add(world)

        def populate(tx: Transaction) -> None:
            meeting = meetings.get(tx, meetings.planned(tx)[0])
            assert meeting is not None
            for number in range(10):
                person = members.join(
                    tx,
                    platform="memory",
                    user=f"m{number}",
                    language="en",
                    zone="Europe/Berlin",
                    now=world.clock.now(),
                )
                members.add_membership(tx, person.id, community, world.clock.now())
                minutes = 30 if number < 8 else 10
                wish = Wish(
                    person=person.id, community=community, meeting=meeting.id, minutes=minutes
                )
                meeting_reminders.put(tx, wish)
            planning.wake(tx, meeting, world.clock.now())

        await world.database.write(populate)
        await world.move_to(BEFORE + timedelta(minutes=1))
        told = [len(reminders(world.platform.read(f"m{number}"))) for number in range(10)]
        assert told == [1] * 8 + [0, 0]
        await world.move_to(START - timedelta(minutes=5))
        told = [len(reminders(world.platform.read(f"m{number}"))) for number in range(10)]
        assert told == [1] * 10


async def test_new_zone_data_has_every_meeting_looked_at_anew(tmp_path: Path) -> None:
    """A law that moves clocks must not leave a reminder at the old hour."""
    async with running(f"sqlite:///{tmp_path / 'handrail.db'}") as world:
        await settle(world)
        await add(world)
        await add(world, "every Friday 6pm Step study")
        count = await world.database.write(lambda tx: planning.wake_all(tx, world.clock.now()))
        assert count == 2


async def test_what_is_held_about_a_member_is_shown_and_removed(database_url: str) -> None:
    """Every table with a person in it, and nothing left behind."""
    async with running(database_url) as world:
        await settle(world)
        await add(world, topic="steps")
        ada = await member(world)
        await ada.say("coming Newcomers")
        await ada.say("remind me Newcomers")
        await ada.say("remind me steps 1 hour")

        def look(tx: Transaction) -> object:
            found = members.member_with(tx, "memory", "ada")
            assert found is not None
            return export(tx, found.id)

        def remove(tx: Transaction) -> None:
            found = members.member_with(tx, "memory", "ada")
            assert found is not None
            meeting_reminders.put_feed(tx, found.id, "token", named=True, now=world.clock.now())
            erase(tx, found.id)

        held = await world.database.read(look)
        assert isinstance(held, dict)
        assert [each["meeting"] for each in held["answers"]] == ["Newcomers"]
        assert [each["topic"] for each in held["reminders"]] == [None, "steps"]
        await world.database.write(remove)
        assert await world.database.read(look) == {
            "answers": [],
            "reminders": [],
            "calendar": None,
            "leads": [],
            "leads_in_turn": [],
            "cannot_lead": [],
            "reminders_rest": None,
        }


async def test_names_links_and_topics_are_not_in_the_database_file(tmp_path: Path) -> None:
    """Who gets hold of a backup learns when something is, not what, nor the way in."""
    folder = tmp_path / "data"
    folder.mkdir()
    async with running(f"sqlite:///{folder / 'handrail.db'}") as world:
        await settle(world)
        await add(world, link=LINK, passcode="sesame-4711", topic="grief-and-loss")
        ada = await member(world)
        await ada.say("remind me grief-and-loss")
        assert "grief-and-loss" in ada.last
        await world.move_to(BEFORE + timedelta(minutes=1))
    stored = b"".join(path.read_bytes() for path in folder.iterdir() if "handrail.db" in path.name)
    for secret in ("Newcomers", LINK, "sesame-4711", "grief-and-loss"):
        assert secret.encode() not in stored


async def test_who_came_is_forgotten_soon(tmp_path: Path) -> None:
    """A list of who was where is nobody's business."""
    async with running(f"sqlite:///{tmp_path / 'handrail.db'}", platform=MemoryAdapter()) as world:
        await settle(world)
        await add(world)
        ada = await member(world)
        await ada.say("coming Newcomers")

        def answers(tx: Transaction) -> int:
            found = members.member_with(tx, "memory", "ada")
            assert found is not None
            return len(meeting_answers.answers_of(tx, found.id))

        assert await world.database.read(answers) == 1
        await world.move_to(datetime(2026, 12, 2, 2, 0, tzinfo=UTC))
        assert await world.database.read(answers) == 0


async def test_names_and_topics_are_offered_while_somebody_types(tmp_path: Path) -> None:
    """Those of the place; a topic only where one can be reminded of it."""
    async with running(f"sqlite:///{tmp_path / 'handrail.db'}") as world:
        await settle(world)
        await add(world, topic="first steps")

        async def offered(argument: str, typed: str, space: str | None) -> list[str]:
            typing = Typing(
                kind=Kind.MEETING,
                argument=argument,
                typed=typed,
                locale="en",
                actor=Address("memory", user="ada"),
                space=space,
            )
            found = await world.database.read(lambda tx: suggest(tx, typing))
            return [label for label, _ in found]

        assert await offered("meeting", "new", GUILD) == ["Newcomers"]
        assert await offered("thing", "", GUILD) == ["Newcomers", "first steps"]
        assert await offered("meeting", "x", GUILD) == []
        assert await offered("meeting", "", "elsewhere") == []
        assert await offered("meeting", "", None) == []
