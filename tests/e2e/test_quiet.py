"""Quiet hours through the front door: what waits, what doesn't, and in which order it comes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from bot.platform import Outcome, Said
from storage import buddy_pairs, checkins, members
from storage.buddy_pairs import Stage
from storage.database import Transaction
from tests.e2e.test_dashboard import goes_out, has_it, joins
from tests.support.buddies import Harbour, harbour
from tests.support.meetings import LINK, add, member, settle
from tests.support.person import Person
from tests.support.team import GENERAL, STAFF, Community, community
from tests.support.world import World

NIGHT, MORNING = "2026-11-23T23:00+01:00", "2026-11-24T07:00+01:00"


def at(written: str) -> datetime:
    return datetime.fromisoformat(written)


def after(written: str) -> datetime:
    """What has waited comes one after the other, within half a minute."""
    return at(written) + timedelta(minutes=1)


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Harbour]:
    """Ada and Bo, whose words the bot carries; Ada has quiet hours, and it is late."""
    async with harbour(f"sqlite:///{tmp_path / 'handrail.db'}") as made:
        made.opens = Outcome.UNSUPPORTED
        await made.pairs("ada", "bo")
        await made.world.move_by(minutes=1)
        await made.person("ada").say("quiet 22:00 7:00")
        await made.world.move_to(at(NIGHT))
        yield made


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[Community]:
    async with community(tmp_path) as made:
        made.world.platform.forms = True
        await joins(made, "ada")
        await joins(made, "ben")
        yield made


def carried(place: Harbour, name: str) -> list[str]:
    """What the other wrote, as somebody reads it."""
    return [said.partition("> ")[2] for _, said in place.told(name) if "\n\n> " in said]


# --- what a member says


async def test_quiet_hours_are_chosen_shown_and_ended(everywhere: World) -> None:
    """With what comes all the same said at once."""
    ada = Person(everywhere)
    await ada.join()
    await ada.say("quiet")
    assert ada.last.startswith("You have no quiet hours.")

    await ada.say("quiet from 10 pm to 7 am")
    assert ada.last.startswith("Quiet from 10:00\u202fPM to 7:00\u202fAM, on your clock.")
    assert "help in a crisis" in ada.last
    await ada.say("quiet")
    assert ada.last.startswith("Your quiet hours: 10:00\u202fPM")

    await ada.press("off")
    assert ada.last.startswith("No quiet hours")
    await ada.say("quiet 7 7")
    assert "from when until when" in ada.last


async def test_the_hour_of_a_question_counts_more(world: World) -> None:
    """Who wants to be asked at eleven at night is asked then, and told so before."""
    ada = Person(world)
    await ada.join(hour="23:00")
    await ada.say("quiet 22:00 7:00")
    assert "Your check-in stays at 11:00\u202fPM" in ada.last

    seen = len(ada.seen)
    await world.move_to(at(NIGHT))
    assert len(ada.seen) == seen + 1


# --- a buddy's words


async def test_a_buddys_words_wait_for_the_morning_in_order(place: Harbour) -> None:
    """None is lost, however late it was, and none doubled."""
    for words in ("one", "two", "three"):
        await place.person("bo").say(f"buddy say {words}")
        await place.world.move_by(minutes=30)
    assert carried(place, "ada") == []

    await place.world.move_to(at(MORNING) - timedelta(seconds=1))
    assert carried(place, "ada") == []
    await place.world.move_to(after(MORNING))
    assert carried(place, "ada") == ["one", "two", "three"]
    await place.world.move_by(days=4)
    assert carried(place, "ada") == ["one", "two", "three"]


async def test_who_writes_to_their_buddy_reads_them_at_once(place: Harbour) -> None:
    """What waited comes first; an hour later it is night again."""
    bo, ada = place.person("bo"), place.person("ada")
    await bo.say("buddy say sleep well")
    assert carried(place, "ada") == []

    await ada.say("buddy say I can't sleep")
    assert carried(place, "ada") == ["sleep well"]
    await bo.say("buddy say nor can I")
    assert carried(place, "ada") == ["sleep well", "nor can I"]

    await place.world.move_by(hours=2)
    await bo.say("buddy say still there?")
    assert carried(place, "ada") == ["sleep well", "nor can I"]


async def test_turning_to_a_buddy_is_enough(place: Harbour) -> None:
    """`buddy talk`, before a word was written."""
    await place.person("bo").say("buddy say sleep well")
    await place.person("ada").say("buddy talk")

    assert carried(place, "ada") == ["sleep well"]


async def test_ending_quiet_hours_lets_everything_in(place: Harbour) -> None:
    """At once, not in the morning; and beginning them earlier keeps nothing longer."""
    bo, ada = place.person("bo"), place.person("ada")
    await bo.say("buddy say one")
    await ada.say("quiet 22:00 6:00")
    assert carried(place, "ada") == []
    await place.world.move_to(after("2026-11-24T06:00+01:00"))
    assert carried(place, "ada") == ["one"]

    await place.world.move_to(at("2026-11-24T23:00+01:00"))
    await bo.say("buddy say two")
    await ada.say("quiet off")
    assert carried(place, "ada") == ["one", "two"]


async def test_another_clock_is_another_night(place: Harbour) -> None:
    """Who travels is in the night of the place where they are."""
    await place.person("bo").say("buddy say good morning over there")
    await place.person("ada").say("place Tokyo")

    assert carried(place, "ada") == ["good morning over there"]


async def test_somebody_without_quiet_hours_waits_for_nothing(place: Harbour) -> None:
    """They are each one's own."""
    await place.person("ada").say("buddy say are you up?")

    assert carried(place, "bo") == ["are you up?"]


async def test_nobody_is_asked_to_be_a_buddy_at_night(place: Harbour) -> None:
    """And the proposal is there in the morning, with the same time to think."""
    await place.comes("cleo", "dora")
    await place.person("cleo").say("quiet 22:00 7:00")
    await place.proposes("cleo", "dora")
    assert place.person("cleo").last.startswith("Quiet from")
    assert "yes" in place.person("dora").offered

    await place.world.move_to(after(MORNING))
    await place.person("cleo").press("yes")
    await place.person("dora").press("yes")
    (pair,) = await place.world.database.read(
        lambda tx: buddy_pairs.of_person(tx, place.people["cleo"])
    )
    assert pair.stage is Stage.TOGETHER


# --- a team's message, and a community's hours


async def test_a_teams_message_waits_for_each_members_morning(house: Community) -> None:
    """Who has no quiet hours has it at once."""
    await Person(house.world, "ada").say("quiet 22:00 7:00")
    await house.world.move_to(at(NIGHT))
    await goes_out(house)
    assert (has_it(house, "ada"), has_it(house, "ben")) == (0, 1)

    await house.world.move_to(after(MORNING))
    await house.passes(seconds=1)
    assert (has_it(house, "ada"), has_it(house, "ben")) == (1, 1)


async def test_a_community_has_quiet_hours_until_a_member_says_otherwise(house: Community) -> None:
    """Set from chat, on each one's own clock; one's own word counts more."""
    told = await _as_owner(house, "community set quiet_hours 10 pm to 7 am")
    assert "Quiet hours of members who chose none: 22:00-07:00" in told
    ada, ben = Person(house.world, "ada"), Person(house.world, "ben")
    await ada.say("quiet")
    assert ada.last.startswith("Quiet hours: 10:00\u202fPM")
    await ben.say("quiet off")

    await house.world.move_to(at(NIGHT))
    await goes_out(house)
    assert (has_it(house, "ada"), has_it(house, "ben")) == (0, 1)

    await _as_owner(house, "community set quiet_hours none")
    await house.passes(seconds=30)
    assert has_it(house, "ada") == 1
    await ben.say("quiet usual")
    assert ben.last.startswith("You have no quiet hours.")


async def _as_owner(house: Community, words: str) -> str:
    event = house.world.platform.event("own", STAFF) | {"roles": frozenset({"owner"})}
    await house.world.core.take(Said(**event, text=words, addressed=True))
    await house.world.settle()
    return house.in_staff_room[-1]


# --- what else waits


def told(person: Person, words: str) -> int:
    """How many messages of theirs have these words."""
    return sum(words in each for each in person.seen)


async def test_a_goal_and_a_milestone_wait(world: World) -> None:
    """Both come at the hour of a question; the milestone says which day it was."""
    ada = Person(world)
    await ada.join(hour="23:00")
    await ada.say("quiet 22:00 7:00")
    await ada.say("goal add a walk on two days")
    await ada.say("date add sober since 31 October 2026")
    await world.move_to(at("2026-11-30T23:00+01:00"))
    assert told(ada, "chose for a look") == 0
    assert told(ada, "30 days") == 0

    await world.move_to(after("2026-12-01T07:00+01:00"))
    assert told(ada, "chose for a look") == 1
    assert told(ada, "That was 30 days on Mon") == 1


async def test_the_weekly_look_back_waits(world: World) -> None:
    """It was asked for, but not for this hour."""
    ada = Person(world)
    await ada.join()
    await ada.say("checkin summary on")
    await ada.say("quiet 17:00 20:00")
    await world.move_to(at("2026-11-29T12:00+01:00"))
    await ada.say("okay")
    await world.move_to(at("2026-11-29T18:00+01:00"))
    assert told(ada, "look back you asked for") == 0

    await world.move_to(after("2026-11-29T20:00+01:00"))
    assert told(ada, "look back you asked for") == 1


async def test_whether_to_hear_of_a_silence_is_asked_later(place: Harbour) -> None:
    """A message that was written beforehand, and answers nothing."""
    await place.world.move_to(at("2026-11-24T12:00+01:00"))
    await place.person("bo").say("quiet 12:00 15:00")
    await place.person("ada").say("checkin buddy on")
    await place.world.move_by(hours=1)
    assert told(place.person("bo"), "quiet for a while") == 0
    seen = len(place.person("bo").seen)

    await place.world.move_to(after("2026-11-24T15:00+01:00"))
    assert len(place.person("bo").seen) == seen + 1


async def test_a_talk_that_ends_at_night_is_said_to_end(place: Harbour) -> None:
    """Else they would go on writing to the bot what is meant for their buddy."""
    ada = place.person("ada")
    await ada.say("buddy talk")
    await place.world.move_by(minutes=61)

    assert "quiet for an hour" in ada.last


@pytest.mark.parametrize(
    ("meeting", "day", "soon"),
    [("every Tuesday 7pm Newcomers", "Tuesday", False), ("every Monday 9am Early", "today", True)],
)
async def test_of_a_meeting_only_what_is_soon_is_told(
    world: World, meeting: str, day: str, soon: bool
) -> None:
    """That tomorrow's is called off can wait; that the one after lunch is, cannot."""
    await settle(world)
    name = meeting.split()[-1]
    fay = await add(world, meeting)
    ada = await member(world)
    await ada.say(f"remind me {name}")
    await ada.say("quiet 12:00 15:00")
    seen = len(ada.seen)

    await fay.say(f"meeting cancel {name} {day}")
    await world.settle()
    assert len(ada.seen) == seen + soon

    await world.move_to(after("2026-11-23T15:00+01:00"))
    assert told(ada, "take place") == 1


async def test_a_series_that_changes_is_told_later(world: World) -> None:
    """Of no use at night, however soon the next one is."""
    await settle(world)
    fay = await add(world, "every Monday 9am Early")
    ada = await member(world)
    await ada.say("remind me Early")
    await ada.say("quiet 12:00 15:00")
    seen = len(ada.seen)
    await fay.say("meeting pause Early")
    await world.settle()
    assert len(ada.seen) == seen

    await world.move_to(after("2026-11-23T15:00+01:00"))
    assert len(ada.seen) == seen + 1


# --- what never waits


async def test_a_reminder_that_was_asked_for_comes_in_time(world: World) -> None:
    """And with the way in, for who said that they come."""
    await settle(world)
    await add(world, "every Tuesday 7pm Newcomers", link=LINK)
    ada = await member(world)
    await ada.say("remind me Newcomers")
    await ada.say("coming Newcomers")
    await ada.say("quiet 22:00 7:00")
    seen = len(ada.seen)
    await world.move_to(at("2026-11-25T00:59+01:00"))

    assert sum("reminder." in each for each in ada.seen[seen:]) == 1
    assert sum(LINK in each for each in ada.seen[seen:]) == 1


async def test_help_in_a_crisis_comes_at_any_hour(house: Community) -> None:
    """To who wrote, and to who is on duty."""
    await house.gets_ready("mo")
    await joins(house, "mo")
    for name in ("ada", "mo"):
        await Person(house.world, name).say("quiet 22:00 7:00")
    await house.world.move_to(at(NIGHT))
    before = len(house.seen_by("ada"))

    await house.says("ada", "badly", room=GENERAL)

    assert len(house.seen_by("ada")) > before
    assert "ada" in house.in_staff_room[-1]


async def test_the_gentle_word_after_silence_waits(world: World) -> None:
    """It comes at the hour of a question, but nobody chose to be missed then."""
    ada = Person(world)
    await ada.join(hour="23:00")
    await ada.say("quiet 22:00 7:00")
    await world.database.write(partial(_silent, days=2))
    await world.move_to(at(NIGHT))
    await world.move_by(days=1)
    assert not any("Shall I keep asking" in each for each in ada.seen)

    await world.move_to(after("2026-11-25T07:00+01:00"))
    assert sum("Shall I keep asking" in each for each in ada.seen) == 1


def _silent(tx: Transaction, days: int) -> None:
    member = members.member_with(tx, "memory", "ada")
    assert member is not None
    for _ in range(days):
        checkins.asked(tx, [member.id])


async def test_what_is_held_of_them_is_theirs(world: World) -> None:
    """In the export, and gone with them."""
    ada = Person(world)
    await ada.join()
    await ada.say("quiet 22:00 7:00")
    await ada.say("privacy show")

    assert "quiet" in ada.last.casefold()
