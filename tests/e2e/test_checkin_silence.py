"""Through the front door: days without an answer, and a second question in the evening."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from storage import checkin_hearers, checkins, members
from storage.database import Transaction
from tests.support.buddies import Harbour, harbour
from tests.support.person import Person
from tests.support.world import World, running

MORNING = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)  # a Tuesday; 9:00 in Berlin
WORD, REST, QUESTION = "Shall I keep asking?", "rests from now on", "Which word is nearest?"


async def silent(world: World, days: int, start: datetime = MORNING) -> Person:
    """A member who joined the day before, and does not answer."""
    ada = Person(world)
    await ada.join()
    await go_on(world, days, start)
    return ada


async def go_on(world: World, days: int, start: datetime) -> None:
    for day in range(days):
        await world.move_to(start + timedelta(days=day))


def said(person: Person, words: str) -> int:
    return sum(words in each for each in person.seen)


async def test_one_missed_day_is_nothing(everywhere: World) -> None:
    """The next question comes as always."""
    ada = await silent(everywhere, 2)

    assert said(ada, QUESTION) == 2
    assert said(ada, WORD) == 0


async def test_after_three_a_gentle_word_once(everywhere: World) -> None:
    """In place of that day's question; the days after it are as before."""
    ada = await silent(everywhere, 4)
    assert WORD in ada.last
    assert ada.last.splitlines()[0] == "Hello again."
    assert list(ada.offered) == ["yes", "less", "pause", "stop", "talk"]

    await go_on(everywhere, 5, MORNING + timedelta(days=4))
    assert said(ada, WORD) == 1
    assert said(ada, QUESTION) == 8


async def test_after_fourteen_it_sleeps_and_says_how_to_wake_it(everywhere: World) -> None:
    """One last message, then nothing, until the member wants it."""
    ada = await silent(everywhere, 15)
    assert REST in ada.last
    before = len(ada.seen)
    await go_on(everywhere, 10, MORNING + timedelta(days=15))
    assert len(ada.seen) == before

    await ada.press("checkin resume")
    assert "Your next check-in" in ada.last
    await go_on(everywhere, 2, MORNING + timedelta(days=25))
    assert QUESTION in ada.last
    assert said(ada, WORD) == 1


@pytest.mark.parametrize("words", ["okay", "tonight", "checkin day yesterday good"])
async def test_an_answer_wakes_what_fell_asleep(world: World, words: str) -> None:
    """It says so once, with a way to keep it quiet; then it asks as before."""
    ada = await silent(world, 20)
    before = said(ada, QUESTION)
    await ada.say(words)
    assert ada.last.startswith("Good to hear from you. I'll ask you again,")
    assert list(ada.offered) == ["checkin pause"]
    await ada.say("good")
    assert said(ada, "Good to hear from you") == 1

    await go_on(world, 2, MORNING + timedelta(days=20))
    assert said(ada, QUESTION) > before


async def test_who_said_stop_asking_may_answer_and_is_not_asked(world: World) -> None:
    """An answer of their own accord is thanked for, and wakes nothing."""
    ada = await silent(world, 4)
    await ada.press("stop")
    before = said(ada, QUESTION)
    await ada.say("okay")
    await go_on(world, 3, MORNING + timedelta(days=4))

    assert said(ada, "Good to hear from you") == 0
    assert said(ada, QUESTION) == before


async def test_an_answer_ends_a_silence(world: World) -> None:
    """Also one for an earlier day, a note, or "later"; then it counts from the beginning."""
    ada = await silent(world, 3)
    await ada.say("checkin day yesterday okay")
    await go_on(world, 3, MORNING + timedelta(days=3))
    assert said(ada, WORD) == 0
    await ada.say("tonight")
    await go_on(world, 3, MORNING + timedelta(days=6))

    assert said(ada, WORD) == 0


async def test_a_pause_is_no_silence(world: World) -> None:
    """Nobody asked, so nothing was left unanswered."""
    ada = await silent(world, 2)
    await ada.say("checkin pause until 15 December")
    await go_on(world, 22, MORNING + timedelta(days=2))
    assert said(ada, WORD) == said(ada, REST) == 0
    assert QUESTION in ada.last


async def test_a_general_pause_is_no_silence_either(world: World) -> None:
    """Whoever comes back after a month is asked as on any day."""
    ada = await silent(world, 2)
    await ada.say("pause")
    await go_on(world, 30, MORNING + timedelta(days=2))
    await ada.say("resume")
    await go_on(world, 1, MORNING + timedelta(days=32))

    assert QUESTION in ada.last
    assert said(ada, WORD) == said(ada, REST) == 0


async def test_what_the_bot_missed_is_nobodys_silence(world: World) -> None:
    """Five days without a bot: the next question, and no word about it."""
    ada = await silent(world, 1)
    await world.move_to(MORNING + timedelta(days=6))

    assert said(ada, WORD) == 0
    assert said(ada, QUESTION) == 2


async def test_another_clock_changes_nothing(world: World) -> None:
    """Whoever travels is asked on each date once, and a silence is as long as it was."""
    ada = await silent(world, 2)
    await ada.say("place Los Angeles")
    start = datetime(2026, 11, 26, 17, 0, tzinfo=UTC)  # 9:00 there
    await go_on(world, 2, start)

    assert said(ada, QUESTION) == 3
    assert said(ada, WORD) == 1


@pytest.mark.parametrize(
    ("choice", "answer", "questions"),
    [("yes", "as before", 3), ("less", "Mon, Wed, Fri", 1), ("stop", "I've stopped asking", 0)],
)
async def test_what_somebody_wants_done_about_it(
    world: World, choice: str, answer: str, questions: int
) -> None:
    """On a Friday: all goes on, fewer days, or none."""
    ada = await silent(world, 4)
    await ada.press(choice)
    assert answer in ada.last
    before = said(ada, QUESTION)
    await go_on(world, 3, MORNING + timedelta(days=4))  # Saturday to Monday

    assert said(ada, QUESTION) == before + questions


async def test_a_week_of_rest(world: World) -> None:
    """Then it goes on by itself."""
    ada = await silent(world, 4)
    await ada.press("pause")
    assert "December 4" in ada.last
    before = said(ada, QUESTION)
    await go_on(world, 7, MORNING + timedelta(days=4))
    assert said(ada, QUESTION) == before + 1


async def test_the_number_is_theirs(world: World) -> None:
    """Five, or never; what is no number gets an example."""
    ada = Person(world)
    await ada.join()
    await ada.say("checkin after 5")
    await go_on(world, 5, MORNING)
    assert said(ada, WORD) == 0
    await go_on(world, 1, MORNING + timedelta(days=5))
    assert said(ada, WORD) == 1

    await ada.say("checkin after soon")
    assert "a number from 1 to 13" in ada.last
    await ada.say("checkin after off")
    await go_on(world, 13, MORNING + timedelta(days=6))
    assert said(ada, WORD) == 1


async def test_a_restart_changes_nothing(tmp_path: Path) -> None:
    """The count stands in the database; nobody is told twice, or not at all."""
    url = f"sqlite:///{tmp_path / 'handrail.db'}"
    async with running(url) as world:
        await silent(world, 3)
    async with running(url, now=MORNING + timedelta(days=2, hours=1)) as world:
        ada = Person(world)
        await go_on(world, 1, MORNING + timedelta(days=3))
        assert said(ada, WORD) == 1
    async with running(url, now=MORNING + timedelta(days=3, hours=1)) as world:
        ada = Person(world)
        await go_on(world, 2, MORNING + timedelta(days=4))
        assert (said(ada, WORD), said(ada, QUESTION)) == (0, 2)


# --- a buddy who hears of it


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Harbour]:
    async with harbour(f"sqlite:///{tmp_path / 'h.db'}", ("ada", "ben")) as made:
        yield made


HEARS, ASKS = "hasn't answered my daily question", "may I tell you so?"


async def quiet(place: Harbour, days: int) -> None:
    """Ben answers every day, Ada does not."""
    start = place.world.clock.now()
    first = (start + timedelta(days=1)).replace(hour=8, minute=0)
    for day in range(days):
        await place.world.move_to(first + timedelta(days=day))
        await place.person("ben").say("okay")


async def test_a_buddy_hears_only_by_the_yes_of_both(place: Harbour) -> None:
    """Once, after the member's own word, and nothing of what they wrote."""
    await place.pairs("ada", "ben")
    ada, ben = place.person("ada"), place.person("ben")
    await ada.say("checkin buddy on")
    await place.world.move_by(hours=1)
    assert any(ASKS in each for each in ben.seen)
    await ben.press("yes")
    assert "You'll hear from me once" in ben.last

    await quiet(place, 4)
    assert said(ada, WORD) == 1
    assert said(ben, HEARS) == 0
    await quiet(place, 3)
    assert said(ben, HEARS) == 1


@pytest.mark.parametrize("who", ["nobody asked", "no answer", "ben says no", "ada ends it"])
async def test_without_the_yes_of_both_nobody_hears(place: Harbour, who: str) -> None:
    """Not by being buddies, not by being asked, and not after one of them ended it."""
    await place.pairs("ada", "ben")
    ada, ben = place.person("ada"), place.person("ben")
    if who != "nobody asked":
        await ada.say("checkin buddy on")
        await place.world.move_by(hours=1)
    if who == "ben says no":
        await ben.press("no")
    if who == "ada ends it":
        await ben.press("yes")
        await ada.say("checkin buddy off")
    await quiet(place, 7)

    assert said(ada, WORD) == 1
    assert said(ben, HEARS) == 0


async def test_who_is_a_buddy_no_more_hears_nothing(place: Harbour) -> None:
    """The yes ends with the pair."""
    await place.pairs("ada", "ben")
    ada, ben = place.person("ada"), place.person("ben")
    await ada.say("checkin buddy on")
    await place.world.move_by(hours=1)
    await ben.press("yes")
    await ben.say("buddy end")
    await ben.press("yes")
    await quiet(place, 7)

    assert said(ben, HEARS) == 0


@pytest.mark.parametrize("gone", ["ada", "ben"])
async def test_who_is_erased_is_erased_on_both_sides(place: Harbour, gone: str) -> None:
    """The member and the buddy alike; the other one's export names nobody."""
    await place.pairs("ada", "ben")
    await place.person("ada").say("checkin buddy on")
    await place.world.move_by(hours=1)
    await place.person("ben").press("yes")

    def held(tx: Transaction) -> list[Any]:
        return [checkin_hearers.export(tx, place.people[name]) for name in ("ada", "ben")]

    assert await place.world.database.read(held) == [
        {"who_hears_of_me": [{"agreed": True}], "of_whom_i_hear": []},
        {"who_hears_of_me": [], "of_whom_i_hear": [{"agreed": True}]},
    ]
    await place.world.database.write(lambda tx: checkin_hearers.erase(tx, place.people[gone]))
    nothing: dict[str, list[Any]] = {"who_hears_of_me": [], "of_whom_i_hear": []}
    assert await place.world.database.read(held) == [nothing, nothing]


async def test_without_a_buddy_nobody_is_asked(world: World) -> None:
    """It says how to find one."""
    ada = Person(world)
    await ada.join()
    await ada.say("checkin buddy on")

    assert "buddy join" in ada.last


# --- the evening


async def test_a_look_back_in_the_evening(everywhere: World) -> None:
    """With what was meant in the morning; the day's word is not asked for twice."""
    ada = Person(everywhere)
    await ada.join()
    await ada.say("checkin evening 20:30")
    await ada.say("checkin extras intention on")
    await everywhere.move_to(MORNING)
    await ada.press("okay")
    await ada.fill("intention", words="call Sam")
    before = len(ada.seen)
    await everywhere.move_to(MORNING.replace(hour=19, minute=30))

    assert len(ada.seen) == before + 1
    assert "A look back, if you like" in ada.last
    assert "call Sam" in ada.last
    assert list(ada.offered) == ["add", "change"]

    await ada.say("checkin evening off")
    await everywhere.move_to(MORNING.replace(day=25, hour=19, minute=30))
    assert sum("look back, if" in each for each in ada.seen) == 1


async def test_the_evening_takes_a_word_too(world: World) -> None:
    """Where the morning went by without one; and it is never counted as missed."""
    ada = Person(world)
    await ada.join()
    await ada.say("checkin evening 20:30")
    await world.move_to(MORNING)
    await world.move_to(MORNING.replace(hour=19, minute=30))
    await ada.press("mixed")

    def words(tx: Transaction) -> list[str]:
        member = members.member_with(tx, "memory", "ada")
        assert member is not None
        return [
            each.word for each in checkins.between(tx, member.id, MORNING.date(), MORNING.date())
        ]

    assert await world.database.read(words) == ["mixed"]
