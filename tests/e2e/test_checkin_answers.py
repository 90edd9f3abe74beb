"""Through the front door: what follows an answer, and what can stand beside it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from storage import checkins, members
from storage.checkins import CheckIn
from storage.database import Transaction
from tests.support.person import Person
from tests.support.world import World

MORNING = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)  # a Tuesday; 9:00 in Berlin
TODAY = date(2026, 11, 24)


async def asked(world: World) -> Person:
    """A member who was just asked, on Tuesday at nine in Berlin."""
    ada = Person(world)
    await ada.join()
    await world.move_to(MORNING)
    return ada


async def kept(world: World, day: date = TODAY) -> CheckIn | None:
    """What is kept of a day."""

    def read(tx: Transaction) -> CheckIn | None:
        member = members.member_with(tx, "memory", "ada")
        assert member is not None
        return checkins.of_day(tx, member.id, day)

    return await world.database.read(read)


# --- a hard day


async def test_something_to_try_one_at_a_time(world: World) -> None:
    """A small thing, another one, or a person; "just note it" ends it."""
    ada = await asked(world)
    await ada.press("low")
    await ada.press("try")
    first = ada.last
    assert "some people try" in first
    await ada.press("try-1")
    assert "some people try" in ada.last
    assert ada.last != first
    await ada.press("enough")
    assert "that is enough" in ada.last


@pytest.mark.parametrize(("choice", "expected"), [("talk", "person"), ("lines", "112")])
async def test_a_person_or_a_line_is_one_press_away(
    world: World, choice: str, expected: str
) -> None:
    """The team, or help lines of the member's country."""
    ada = await asked(world)
    await ada.press("rough")
    await ada.press(choice)

    assert expected in ada.last


async def test_nothing_is_offered_on_other_days(world: World) -> None:
    """Not even after a low day before."""
    ada = await asked(world)
    await ada.press("low")
    before = len(ada.seen)
    await ada.say("okay")

    assert len(ada.seen) == before + 1
    assert "would a person help" not in ada.last


async def test_an_offer_of_long_ago_leads_to_today(world: World) -> None:
    """A button that is weeks old is answered kindly."""
    ada = await asked(world)
    await ada.press("low")
    await world.move_by(days=9)
    await ada.press("try")

    assert "some people try" not in ada.last


# --- beside the word


async def test_nothing_is_asked_besides_until_somebody_asks_for_it(everywhere: World) -> None:
    """Off is the default; one that is on has a button, and what is told is kept."""
    ada = await asked(everywhere)
    await ada.press("okay")
    assert list(ada.offered) == ["notes-ask", "change"]
    await ada.say("checkin extras sleep on")
    await ada.say("okay")
    assert list(ada.offered) == ["notes-ask", "sleep", "change"]

    await ada.press("sleep")
    await ada.press("badly")

    assert "Noted: not so well" in ada.last
    found = await kept(everywhere)
    assert found is not None
    assert found.extras == {"sleep": "badly"}


async def test_feelings_one_after_another(everywhere: World) -> None:
    """Each press adds one or takes it away; "that's all" ends it."""
    ada = await asked(everywhere)
    await ada.say("checkin extras feelings on")
    await ada.say("mixed")
    await ada.press("feelings")
    for feeling in ("tired", "hopeful", "tired", "calm"):
        await ada.press(feeling)
    assert "Noted: hopeful, calm" in ada.last
    await ada.press("done")

    found = await kept(everywhere)
    assert found is not None
    assert found.extras == {"feelings": "hopeful,calm"}


async def test_something_good_in_ones_own_words(everywhere: World) -> None:
    """A form where there are forms, a question elsewhere."""
    ada = await asked(everywhere)
    await ada.say("checkin extras gratitude on")
    await ada.say("good")
    await ada.fill("gratitude", words="the first coffee")

    found = await kept(everywhere)
    assert found is not None
    assert found.extras == {"gratitude": "the first coffee"}


async def test_a_strong_craving_leads_to_a_person(world: World) -> None:
    """Also on a day with a good word."""
    ada = await asked(world)
    await ada.say("checkin extras craving on")
    await ada.say("good")
    await ada.press("craving")
    await ada.press("very-strong")

    assert "would a person help" in ada.last


async def test_turned_off_it_is_removed(world: World) -> None:
    """From all days; the words and everything else stay."""
    ada = await asked(world)
    await ada.say("checkin extras sleep on")
    await ada.say("checkin extras craving on")
    await ada.say("okay")
    for choice in ("sleep", "well", "craving", "none"):
        await ada.press(choice)
    await ada.say("checkin extras sleep off")

    found = await kept(world)
    assert found is not None
    assert (found.word, found.extras) == ("okay", {"craving": "none"})
    await ada.choose(f"checkin-extra/{TODAY}/sleep", "well")
    found = await kept(world)
    assert found is not None
    assert "sleep" not in found.extras


async def test_what_is_on_is_told(world: World) -> None:
    """Without anything behind it, the command says what there is."""
    ada = await asked(world)
    await ada.say("checkin extras craving on")
    await ada.say("checkin extras")

    assert "On at the moment: Craving" in ada.last


async def test_another_word_keeps_what_stands_beside_it(world: World) -> None:
    """Whoever removes a reaction to choose again loses nothing."""
    ada = await asked(world)
    question = world.platform.rooms["ada"][-1].id
    await ada.say("checkin extras sleep on")
    await ada.choose(f"checkin/{TODAY}", "good", message=question)
    await ada.press("sleep")
    await ada.press("well")
    await ada.take_back(f"checkin/{TODAY}", "good", message=question)
    await ada.say("okay")

    found = await kept(world)
    assert found is not None
    assert (found.word, found.extras) == ("okay", {"sleep": "well"})


# --- one of the last days


async def test_a_past_day_is_filled_in(everywhere: World) -> None:
    """By its name and a word, or by tapping one."""
    ada = await asked(everywhere)
    await ada.say("checkin day yesterday not great")
    await ada.say("checkin day Sunday")
    assert "Sunday, November 22" in ada.last
    await ada.press("good")

    for day, word in ((23, "low"), (22, "good")):
        found = await kept(everywhere, date(2026, 11, day))
        assert found is not None
        assert found.word == word
    assert await kept(everywhere) is None


async def test_a_day_too_long_ago_stays_as_it_is(world: World) -> None:
    """A week back can be changed, not more; today's words are offered."""
    ada = await asked(world)
    await ada.say(f"checkin day {TODAY - timedelta(days=7)} okay")
    assert await kept(world, TODAY - timedelta(days=7)) is not None
    await ada.say(f"checkin day {TODAY - timedelta(days=8)} okay")

    assert "too long ago" in ada.last
    assert await kept(world, TODAY - timedelta(days=8)) is None


# --- notes are read as any message


@pytest.mark.parametrize("way", ["form", "command", "gratitude"])
async def test_a_note_that_sounds_like_danger_is_answered(world: World, way: str) -> None:
    """Whatever it was typed into: the private answer comes at once."""
    ada = await asked(world)
    await ada.say("checkin notes on")
    await ada.say("checkin extras gratitude on")
    await ada.say("good")
    words = "i am going to kill myself tonight"
    if way == "command":
        await ada.say(f"note {words}")
    else:
        await ada.fill("note" if way == "form" else "gratitude", words=words)

    assert any(
        "misread" in label.lower()
        for shown in world.platform.rooms["ada"]
        if shown.choices
        for label in [o.label for o in shown.choices.options]
    )
