"""`tidy`: what the bot wrote in private goes, as far back as was said, and what is kept stays."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.memory import MemoryAdapter
from bot.platform import Action, Outcome, Receipt, Tidy
from tests.support.person import Person
from tests.support.world import World, running


@pytest.fixture
async def ada(tmp_path: Path) -> AsyncIterator[Person]:
    """A member who checked in on Monday of last week, on Sunday, and today, Tuesday."""
    async with running(f"sqlite:///{tmp_path / 'handrail.db'}") as world:
        ada = Person(world)
        await ada.join()
        await checks_in(ada, "okay")
        for days, word in ((6, "mixed"), (2, "good")):
            await world.move_by(days=days)
            await checks_in(ada, word)
        yield ada


async def checks_in(ada: Person, word: str) -> None:
    await ada.say(word)
    assert noted(ada)[-1] == word


def noted(ada: Person) -> list[str]:
    """The words that can still be read in the chat."""
    return [
        text.split("Noted: ")[1].split(".")[0] for text in ada.seen if text.startswith("Noted: ")
    ]


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("tidy", ["okay", "mixed"]),
        ("tidy today", ["okay", "mixed"]),
        ("tidy week", ["okay"]),
        ("tidy all", []),
    ],
)
async def test_as_far_back_as_was_said(ada: Person, said: str, left: list[str]) -> None:
    """Days are the member's own; one line stays, and tells nothing of what was there."""
    await ada.world.move_by(minutes=1)

    await ada.say(said)

    assert noted(ada) == left
    assert ada.last.startswith("Tidying up what I wrote here")


async def test_what_is_kept_stays_kept(ada: Person) -> None:
    """Tidying up is about the screen."""
    await ada.world.move_by(minutes=1)
    await ada.say("tidy all")

    await ada.say("checkin history")

    assert "good" in ada.last
    assert "mixed" in ada.last


async def test_an_open_question_goes_too_and_can_be_asked_for_again(ada: Person) -> None:
    """A question tells as much as an answer; a word for the day still counts."""
    await ada.world.move_by(days=1, hours=-3, minutes=-55)
    assert any(text.startswith("Hi, it's your") for text in ada.seen)

    await ada.world.move_by(minutes=1)

    await ada.say("tidy")

    assert not any(text.startswith("Hi, it's your") for text in ada.seen)
    await ada.say("rough")
    assert noted(ada)[-1] == "rough"


async def test_what_comes_later_stays(ada: Person) -> None:
    """A long chat takes several attempts; what is written meanwhile is none of their business."""
    attempts: list[Tidy] = []

    def slow(action: Action) -> Receipt | None:
        if isinstance(action, Tidy) and len(attempts) < 3:
            attempts.append(action)
            return Receipt(outcome=Outcome.RETRY, retry_after=30.0, reason="more")
        return None

    ada.world.platform.script = slow
    await ada.world.move_by(minutes=1)
    await ada.say("tidy all")
    await checks_in(ada, "low")
    for _ in range(4):
        await ada.world.move_by(minutes=1)

    assert len({each.key for each in attempts}) == 1
    assert noted(ada) == ["low"]


async def test_after_a_crash_it_goes_on(tmp_path: Path) -> None:
    """The wish is a row like any other: nobody has to say it again."""
    url, platform = f"sqlite:///{tmp_path / 'handrail.db'}", MemoryAdapter()

    async def begins(world: World) -> None:
        ada = Person(world)
        await ada.join()
        await checks_in(ada, "okay")
        platform.script = lambda action: (
            Receipt(outcome=Outcome.RETRY, retry_after=60.0) if isinstance(action, Tidy) else None
        )
        await world.move_by(minutes=1)
        await ada.say("tidy all")

    async with running(url, platform=platform) as world:
        await begins(world)
        later = world.clock.now() + timedelta(hours=1)
    platform.script = None
    async with running(url, platform=platform, now=later) as world:
        await world.move_by(minutes=1)

        assert noted(Person(world)) == []
