"""Through the front door: what stands below the question, and what a team makes of it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.platform import Address, FormFilled, Said
from tests.support.buddies import SPACE, Harbour, harbour
from tests.support.person import Person
from tests.support.texts import own_texts
from tests.support.world import World

MORNING = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)  # a Tuesday; 9:00 in Berlin
GENERAL = Address("memory", space=SPACE, channel="general")
OURS = {own_texts().line("en", f"checkin-prompts-day-{number}") for number in range(1, 15)}


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Harbour]:
    async with harbour(f"sqlite:///{tmp_path / 'h.db'}", ("ada", "ben")) as made:
        yield made


async def team(place: Harbour, text: str, *, moderator: bool = True) -> str:
    """Somebody of the team says something in a room. Returns: the answer, for them alone."""
    event = place.world.platform.event("mo", GENERAL)
    event |= {"roles": frozenset({"moderator"}) if moderator else frozenset(), "spaces": (SPACE,)}
    await place.world.core.take(Said(**event, text=text, addressed=True))
    await place.world.settle()
    return place.world.platform.read("general")[-1]


def prompt_of(person: Person) -> str:
    return person.last.splitlines()[-1]


async def test_another_small_question_every_day(world: World) -> None:
    """Of ours, in the member's language; none comes again before the others did."""
    ada = Person(world)
    await ada.join()
    await ada.say("checkin after off")
    shown = []
    for day in range(12):
        await world.move_to(MORNING + timedelta(days=day))
        if (MORNING + timedelta(days=day)).weekday() != 6:
            shown.append(prompt_of(ada))
    assert len(set(shown)) == len(shown)
    assert set(shown) <= OURS

    await ada.say("language deutsch")
    await world.move_to(MORNING + timedelta(days=12))
    assert "wenn du magst" in prompt_of(ada).lower()


async def test_the_weeks_end_has_its_own(world: World) -> None:
    """On Sundays."""
    ada = Person(world)
    await ada.join()
    await ada.say("checkin days Sun")
    await world.move_to(datetime(2026, 11, 29, 8, 0, tzinfo=UTC))

    assert "The week in a line" in prompt_of(ada)


async def test_only_the_words(world: World) -> None:
    """For whoever wants nothing below them."""
    ada = Person(world)
    await ada.join()
    await ada.say("checkin prompt off")
    await world.move_to(MORNING)
    assert prompt_of(ada) == "Which word is nearest? Nothing is expected."

    await ada.say("checkin prompt")
    await world.move_to(MORNING + timedelta(days=1))
    assert prompt_of(ada) in OURS


async def test_a_communitys_own_come_to_its_members(place: Harbour) -> None:
    """In the language they are written in; who reads another one gets ours."""
    ada, ben = place.person("ada"), place.person("ben")
    await ben.say("language deutsch")
    assert "number 1, in: English" in await team(place, "prompts add day Who made you smile?")
    await place.world.move_to(MORNING)
    assert prompt_of(ada) == "Who made you smile?"
    assert "Wenn du magst" in prompt_of(ben)

    event = place.world.platform.event("mo", GENERAL)
    event |= {"roles": frozenset({"moderator"}), "spaces": (SPACE,)}
    filled = FormFilled(
        **event, form="prompt-words", prompt="prompt-words/1/de", values={"words": "Wer war nett?"}
    )
    await place.world.core.take(filled)
    await place.world.move_to(MORNING + timedelta(days=1))
    assert prompt_of(ben) == "Wer war nett?"


async def test_a_team_schedules_and_retires(place: Harbour) -> None:
    """By days of the week or one day; what rests comes no more, and can come back."""
    ada = place.person("ada")
    await team(place, "prompts add day Any day?")
    await team(place, "prompts add day A Wednesday?")
    assert "Wed" in await team(place, "prompts schedule 2 Wed")
    await team(place, "prompts add day The twenty-sixth?")
    assert "November 26" in await team(place, "prompts schedule 3 26 November")
    shown = []
    for day in range(4):  # Tuesday to Friday
        await place.world.move_to(MORNING + timedelta(days=day))
        shown.append(prompt_of(ada))
        await ada.say("okay")
    assert shown == ["Any day?", "A Wednesday?", "The twenty-sixth?", "Any day?"]

    assert "comes no more" in await team(place, "prompts retire 1")
    listed = await team(place, "prompts list")
    assert "1. Any day?" in listed
    assert "retired" in listed
    await place.world.move_to(MORNING + timedelta(days=4))
    assert prompt_of(ada) in OURS
    await ada.say("okay")
    await team(place, "prompts schedule 1 every day")
    await place.world.move_to(MORNING + timedelta(days=6))
    assert prompt_of(ada) == "Any day?"


async def test_a_preview_shows_the_next_days(place: Harbour) -> None:
    """Before members see them."""
    await team(place, "prompts add day Any day?")
    await team(place, "prompts add week And the week?")
    preview = await team(place, "prompts preview")

    assert preview.count("Any day?") == 6
    assert preview.count("And the week?") == 1


async def test_prompts_are_the_teams_to_change(place: Harbour) -> None:
    """Neither by the command nor by a button of the team's."""
    assert "moderators" in await team(place, "prompts add day Mine?", moderator=False)
    await team(place, "prompts add day Ours?")
    ada = place.person("ada")
    await ada.send_form("prompt-words", "prompt-words/1/de", words="Meins?")

    assert "Meins" not in await team(place, "prompts list")
    assert "no prompt with that number" in await team(place, "prompts retire 9")
