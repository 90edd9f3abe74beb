"""Through the front door: small goals, for those who want some."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from storage import goals, members
from storage.database import Transaction
from storage.goals import Goal, State
from tests.support.person import Person
from tests.support.world import World

LOOK = "today is a day you chose for a look"


async def joined(world: World) -> Person:
    ada = Person(world)
    await ada.join()
    return ada


async def kept(world: World) -> list[Goal]:
    def read(tx: Transaction) -> list[Goal]:
        member = members.member_with(tx, "memory", "ada")
        assert member is not None
        return goals.goals_of(tx, member.id)

    return await world.database.read(read)


def looks(ada: Person) -> list[str]:
    return [each for each in ada.seen if LOOK in each]


async def on_each_day(world: World, days: int) -> None:
    for _ in range(days):
        await world.move_by(days=1)


async def test_nobody_is_asked_about_goals_who_has_none(world: World) -> None:
    """They are off until somebody adds one."""
    ada = await joined(world)
    await on_each_day(world, 30)

    assert looks(ada) == []
    assert not any("goal" in each for each in ada.seen)


async def test_a_goal_is_looked_at_in_a_week_at_the_members_hour(everywhere: World) -> None:
    """Once; the first line tells others nothing, and no answer is asked for again."""
    ada = await joined(everywhere)
    await ada.say("goal add a walk on two days")
    await everywhere.move_to(datetime(2026, 11, 30, 7, 59, tzinfo=UTC))
    assert looks(ada) == []
    await everywhere.move_to(datetime(2026, 11, 30, 8, 0, tzinfo=UTC))
    (look,) = looks(ada)
    assert look.splitlines()[0] == "Hello, today is a day you chose for a look."
    assert "a walk on two days" in look
    for answer in ("done", "smaller", "keep", "day", "beside", "mind"):
        assert ada.option(answer).label
    await on_each_day(everywhere, 30)

    assert len(looks(ada)) == 1


async def test_by_a_form_it_has_a_step_and_a_day(world: World) -> None:
    """Or by questions, one after another."""
    ada = await joined(world)
    await ada.say("goal list")
    await ada.fill("new", words="more sleep", step="no phone in bed", review="Friday")

    (goal,) = await kept(world)
    assert (goal.words, goal.review) == ("more sleep", date(2026, 11, 27))
    assert [each.words for each in goal.steps] == ["no phone in bed"]


@pytest.mark.parametrize(
    ("press", "state", "answer"),
    [
        ("done", State.DONE, "That was yours"),
        ("mind", State.LET_GO, "You know best what fits"),
    ],
)
async def test_done_and_a_change_of_mind_are_both_fine(
    world: World, press: str, state: State, answer: str
) -> None:
    """And the end of it: nothing is asked any more."""
    ada = await joined(world)
    await ada.say("goal add a walk on two days")
    await on_each_day(world, 7)
    await ada.press(press)
    assert answer in " ".join(ada.seen)
    await on_each_day(world, 20)

    assert [each.state for each in await kept(world)] == [state]
    assert looks(ada) == []  # the question was replaced by its answer


async def test_a_smaller_step_is_worth_as_much(world: World) -> None:
    """It is looked at in another week."""
    ada = await joined(world)
    await ada.say("goal add a walk on two days")
    await on_each_day(world, 7)
    await ada.fill("smaller", words="five minutes")
    assert "A smaller step counts as much" in ada.last
    (goal,) = await kept(world)
    assert [(each.words, each.done) for each in goal.steps] == [("five minutes", False)]
    await on_each_day(world, 7)
    assert len(looks(ada)) == 2
    await ada.press("step")

    assert [each.done for each in (await kept(world))[0].steps] == [True]


async def test_a_goal_stands_beside_the_check_in_if_wished(world: World) -> None:
    """The next step, or its own words; and away from there by the same button."""
    ada = await joined(world)
    await ada.say("goal add a walk on two days")
    await world.move_to(datetime(2026, 11, 24, 8, 0, tzinfo=UTC))
    assert not any("if it fits" in each for each in ada.seen)
    await ada.press("beside")
    await world.move_by(days=1)
    assert any("For today, if it fits: a walk on two days" in each for each in ada.seen)
    await ada.say("goal list")
    await ada.press(str((await kept(world))[0].id))
    await ada.press("beside")

    assert not (await kept(world))[0].beside


async def test_another_day_is_any_day_one_likes(world: World) -> None:
    """From the list as well as from the question."""
    ada = await joined(world)
    await ada.say("goal add a walk on two days")
    await ada.say("goals")
    await ada.press(str((await kept(world))[0].id))
    await ada.fill("day", review="15 December")

    assert [each.review for each in await kept(world)] == [date(2026, 12, 15)]


async def test_nothing_is_asked_while_somebody_rests(world: World) -> None:
    """It waits, and nobody calls it late."""
    ada = await joined(world)
    await ada.say("goal add a walk on two days")
    await ada.say("checkin pause")
    await on_each_day(world, 10)
    assert looks(ada) == []
    await ada.say("checkin resume")
    await on_each_day(world, 10)

    (look,) = looks(ada)
    assert not any(word in look.casefold() for word in ("late", "overdue", "still", "missed"))


async def test_a_pause_that_ends_before_changes_nothing(world: World) -> None:
    """The day stays the one that was chosen; the hour is the member's."""
    ada = await joined(world)
    await ada.say("goal add a walk on two days")
    await ada.say("pause")
    await world.move_by(days=1)
    await ada.say("resume")
    await ada.say("checkin time 20:00")
    await world.move_to(datetime(2026, 11, 30, 18, 59, tzinfo=UTC))
    assert looks(ada) == []
    await world.move_by(minutes=1)

    assert len(looks(ada)) == 1


async def test_after_an_outage_it_comes_a_week_later(world: World) -> None:
    """A day that was missed by us is nobody's fault."""
    ada = await joined(world)
    await ada.say("goal add a walk on two days")
    await world.move_to(datetime(2026, 12, 10, 12, 0, tzinfo=UTC))
    before = len(looks(ada))
    await on_each_day(world, 8)

    assert (before, len(looks(ada))) == (0, 1)


async def test_a_goal_can_be_removed_and_told_by_its_number(world: World) -> None:
    """After a yes; nothing of it is kept."""
    ada = await joined(world)
    await ada.say("goal add a walk on two days")
    await ada.say("goal add more sleep")
    await ada.say("goal remove 2")
    await ada.press("yes")
    await ada.say("goal done")

    assert [(each.words, each.state) for each in await kept(world)] == [
        ("a walk on two days", State.DONE)
    ]


async def test_another_members_buttons_do_nothing(world: World) -> None:
    """A prompt is not secret and not trusted."""
    ada = await joined(world)
    await ada.say("goal add a walk on two days")
    bo = Person(world, "bo")
    await bo.join()
    (goal,) = await kept(world)
    await bo.choose(f"goal/{goal.id}", "done")

    assert await kept(world) == [goal]


async def test_goals_are_exported_and_erased(world: World) -> None:
    """What is held is what is told, and it goes as a whole."""
    ada = await joined(world)
    await ada.say("goal add a walk on two days")
    person = (await kept(world))[0].person
    told = await world.database.read(lambda tx: goals.export(tx, person))
    assert [each["words"] for each in told] == ["a walk on two days"]
    await world.database.write(lambda tx: goals.erase(tx, person))

    assert await kept(world) == []
