"""The rota: who leads in the weeks ahead, in turn; stand-ins; a few words afterwards."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.crisis.watching.knowing import Rooms, StaffRoom
from bot.meetings.commands import erase, export
from storage import members
from tests.e2e.test_meetings_chair import STAFF, START, press_in_staff, staff
from tests.support.meetings import add, facilitator, member, person, settle
from tests.support.person import Person
from tests.support.world import World, running

WEEK = timedelta(days=7)
SUNDAY = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A weekly meeting that somebody has to lead, on a Sunday before it."""
    rooms = Rooms(staff=(StaffRoom(STAFF, "en"),), watched=frozenset())
    url = f"sqlite:///{tmp_path / 'handrail.db'}"
    async with running(url, now=SUNDAY, rooms_of=lambda tx, community: rooms) as made:
        await settle(made)
        await add(made, chair="yes")
        yield made


async def helper(world: World, name: str) -> Person:
    who = person(world, name, roles=frozenset({"facilitator"}))
    await who.join(place="New York")
    return who


async def test_turns_go_round_for_weeks_ahead(world: World) -> None:
    """Who has led longest ago comes next; the coming week stays with whoever has it."""
    sam, kim = await helper(world, "sam"), await helper(world, "kim")
    await sam.say("rota join Newcomers")
    assert "Tue, Nov 24; Tue, Dec 1; Tue, Dec 8; Tue, Dec 15" in sam.last
    await kim.say("rota join Newcomers")
    assert "Tue, Dec 1; Tue, Dec 15" in kim.last

    await kim.say("rota show")
    shown = [line for line in kim.last.splitlines() if "Newcomers" in line]
    assert [("you" in line, "@sam" in line or "sam" in line) for line in shown] == [
        (False, True), (True, False), (False, True), (True, False),
    ]  # fmt: skip

    await world.move_to(START + timedelta(hours=2))
    await kim.say("rota show Newcomers")
    assert "Dec 22" in kim.last
    assert kim.last.count("sam") == 2


async def test_whoever_has_a_turn_is_asked_a_day_before_and_may_say_no(world: World) -> None:
    """Their turn falls to the next one, who is asked as well; not back to them."""
    sam, kim = await helper(world, "sam"), await helper(world, "kim")
    await sam.say("rota join Newcomers")
    await kim.say("rota join Newcomers")
    assert staff(world) == []
    await world.move_to(START - timedelta(hours=24))
    assert sam.last.startswith("Your 7:00\u202fPM on Tue, Nov 24: it's your turn.")
    assert "Newcomers" not in sam.last
    await sam.press("cannot")
    assert "Somebody else is asked" in sam.last
    assert "it's your turn" in kim.last
    await kim.press("fine")
    await world.move_to(START - timedelta(minutes=15))
    assert "will you be there?" in kim.last
    await kim.press("cannot")
    await world.settle()
    assert "Can anyone step in?" in staff(world)[-1]
    assert "will you be there" not in sam.last


async def test_what_fell_due_while_the_bot_was_away_is_asked_late(world: World) -> None:
    """A night away costs nobody the question; whatever is over is not made up for."""
    await world.move_to(START - timedelta(hours=15))
    assert "Who leads Newcomers" in staff(world)[-1]
    await world.move_to(START + timedelta(hours=2))
    assert not [text for text in staff(world) if "step in now" in text]


async def test_a_date_that_nobody_has_is_asked_about_in_the_teams_room(world: World) -> None:
    """Six days before, once a week, with a button for each; one press takes one."""
    sam = await helper(world, "sam")
    await sam.say("meeting host Newcomers")
    await world.move_to(START + timedelta(days=1, minutes=1))
    asked = [text for text in staff(world) if "looks for somebody" in text]
    assert len(asked) == 1
    shown = world.platform.rooms["staff"][-1].choices
    assert shown is not None
    assert [option.id for option in shown.options] == ["take/20261201T1900", "take/20261208T1900"]
    await press_in_staff(sam, "take/20261208T1900")
    await sam.say("rota show")
    assert "Dec 1, 7:00\u202fPM (New York), Newcomers: nobody yet" in sam.last
    assert "Dec 8, 7:00\u202fPM (New York), Newcomers: you" in sam.last


async def test_an_open_date_is_taken_from_the_list_by_whoever_saw_it(world: World) -> None:
    """The list is for facilitators; what it offers is of no use to anybody else."""
    sam, ada = await helper(world, "sam"), await member(world)
    await sam.say("rota")
    prompt = world.platform.offering("sam", next(iter(sam.offered))).choices
    assert prompt is not None
    taken = prompt.options[0].id
    await ada.choose(prompt.prompt, taken)
    await ada.say("rota")
    assert "moderators" in ada.last
    await sam.choose(prompt.prompt, taken)
    assert "is yours" in sam.last


async def test_a_facilitator_can_free_a_date(world: World) -> None:
    """Whoever had it is told in words that are safe on a lock screen; the date is open again."""
    sam, fay = await helper(world, "sam"), facilitator(world)
    await sam.say("meeting host Newcomers 1 December")
    await fay.say("rota free Newcomers 1 December")
    await world.settle()
    assert "open again" in fay.last
    assert sam.last.startswith("Your 7:00\u202fPM on Tue, Dec 1: it isn't your turn any more.")
    await fay.say("rota free Newcomers 1 December")
    assert "Nobody leads it" in fay.last


async def test_whoever_is_taken_over_from_is_told(world: World) -> None:
    """Two do not come for one; nothing is asked of the first any more."""
    sam, kim = await helper(world, "sam"), await helper(world, "kim")
    await sam.say("meeting host Newcomers")
    await kim.say("meeting host Newcomers")
    await world.settle()
    assert "it isn't your turn any more" in sam.last
    count = len(sam.seen)
    await world.move_to(START - timedelta(minutes=15))
    assert len(sam.seen) == count
    assert "will you be there?" in kim.last


async def test_leaving_the_rota_gives_the_turns_back(world: World) -> None:
    """They fall to the others, else they are open."""
    sam, kim = await helper(world, "sam"), await helper(world, "kim")
    await sam.say("rota join Newcomers")
    await kim.say("rota join Newcomers")
    await sam.say("rota leave Newcomers")
    await kim.say("rota show")
    assert kim.last.count(": you") == 4
    await kim.say("rota leave Newcomers")
    await kim.say("rota show")
    assert kim.last.count("nobody yet") == 4


async def test_stand_ins_of_the_rota_are_asked_at_the_start(world: World) -> None:
    """One who can is there for the members, who are told if they heard otherwise before."""
    sam, kim = await helper(world, "sam"), await helper(world, "kim")
    ada = await member(world)
    await ada.say("coming Newcomers")
    await sam.say("rota join Newcomers")
    await kim.say("rota join Newcomers")
    await world.move_to(START)
    assert kim.last.startswith("Your 7:00\u202fPM: nobody is there yet. Can you step in?")
    assert "step in" not in sam.last
    await world.move_by(minutes=5)
    assert "nobody is there" in ada.last
    await kim.press("take")
    await world.settle()
    assert ada.last.startswith("Your 1:00\u202fAM: somebody is there after all.")
    await ada.choose(f"meeting-stand-in/{_detail(world, kim)}", "take")
    assert "Thank you" not in ada.last


def _detail(world: World, who: Person) -> str:
    shown = world.platform.offering(who.name, "busy").choices
    assert shown is not None
    return shown.prompt.partition("/")[2]


@pytest.mark.parametrize("words", ["12", "Well attended, two newcomers."])
async def test_whoever_led_can_tell_the_team_how_it_was(world: World, words: str) -> None:
    """When it is over, once, and only if they were there; nothing of it is kept."""
    sam = await helper(world, "sam")
    await sam.say("meeting host Newcomers")
    await world.move_to(START - timedelta(minutes=15))
    await sam.press("here")
    await world.move_to(START + timedelta(hours=1))
    assert sam.last.startswith("Your 7:00\u202fPM is over.")
    await sam.fill("write", came=words, went="-", look="-")
    await world.settle()
    assert "The team has it" in sam.last
    assert f"How many came: {words}" in world.last("staff")
    assert "sam" not in world.last("staff")
    count = len(sam.seen)
    await world.move_by(minutes=10)
    assert len(sam.seen) == count


async def test_no_report_is_asked_for_where_nobody_wants_one(world: World) -> None:
    """`meeting edit … report no`; or nobody was there to tell of it."""
    sam, fay = await helper(world, "sam"), facilitator(world)
    await sam.say("meeting host Newcomers")
    await world.move_to(START + timedelta(hours=1))
    assert "is over" not in sam.last
    await fay.say("meeting edit Newcomers report no")
    await sam.say("meeting host Newcomers")
    await world.move_to(START + WEEK - timedelta(minutes=15))
    await sam.press("here")
    await world.move_to(START + WEEK + timedelta(hours=1))
    assert "is over" not in sam.last


async def test_what_is_held_of_turns_is_told_and_erased(world: World) -> None:
    """What one leads, the rota, and what one could not."""
    sam = await helper(world, "sam")
    await sam.say("rota join Newcomers")
    await world.move_to(START - timedelta(hours=24))
    await sam.press("cannot")

    def held(tx: object) -> tuple[int, dict[str, object]]:
        found = members.member_with(tx, "memory", "sam")  # type: ignore[arg-type]
        assert found is not None
        return found.id, export(tx, found.id)  # type: ignore[arg-type]

    id, told = await world.database.read(held)
    assert [len(told[each]) for each in ("leads", "leads_in_turn", "cannot_lead")] == [3, 1, 1]  # type: ignore[arg-type]
    await world.database.write(lambda tx: erase(tx, id))
    _, told = await world.database.read(held)
    assert not any(told[each] for each in ("leads", "leads_in_turn", "cannot_lead"))


async def test_turns_of_who_pauses_fall_to_others(world: World) -> None:
    """As long as the pause lasts; nobody has to ask around for themselves."""
    sam, kim = await helper(world, "sam"), await helper(world, "kim")
    await sam.say("rota join Newcomers")
    await kim.say("rota join Newcomers")
    await sam.say("pause until 10 December")
    await kim.say("rota show")
    assert kim.last.count(": you") == 4
    await sam.say("resume")
    await sam.say("rota leave Newcomers")
    await sam.say("rota join Newcomers")
    await kim.say("rota show")
    assert kim.last.count(": you") == 2
