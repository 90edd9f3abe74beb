"""Through the front door: looking around in calm, by topic and place."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.crisis.resources.finding import listed
from bot.crisis.resources.hsds import Service
from storage import members, services
from storage.database import Transaction
from tests.support.person import Person
from tests.support.world import World, running


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with running(f"sqlite:///{tmp_path / 'handrail.db'}") as made:
        yield made


async def community(world: World, country: str | None, *brought: Service) -> None:
    def put(tx: Transaction) -> None:
        id = members.put_community(
            tx,
            name="Harbour",
            language="en",
            country=country,
            zone="Europe/London",
            spaces_of=[("memory", "home")],
        )
        services.replace(tx, id, [listed(service) for service in brought])

    await world.database.write(put)


def shown(person: Person) -> list[str]:
    return [text[2:] for text in person.last.splitlines() if text.startswith("- ")]


FOOD = Service(
    name="Food bank",
    organization="Open Table",
    description="Food parcels for a week.",
    phones=("0113 496 0000",),
    url="https://example.org/food",
    topics=("Food",),
    places=("Leeds", "West Yorkshire"),
    eligibility="Anybody",
    ages=(18, None),
)
BEDS = Service(name="Night shelter", description="Beds and a meal.", places=("Derby",))


async def test_topics_lead_to_lines_beyond_the_three(world: World) -> None:
    """All that may be shown of the country, a page at a time, forth and back."""
    await community(world, "GB")
    ada = Person(world, spaces=("home",))
    await ada.say("resources")
    assert "United Kingdom" in ada.last
    assert "gambling" not in ada.offered
    await ada.press("all")
    assert "13 found, page 1 of 3" in ada.last
    first = shown(ada)
    assert len(first) == 5
    await ada.press("next")
    assert not set(first) & set(shown(ada))
    await ada.press("next")
    assert "page 3 of 3" in ada.last
    assert "next" not in ada.offered
    await ada.press("back")
    await ada.press("back")
    assert shown(ada) == first
    await ada.press("topics")
    await ada.press("veterans")
    assert [each.split(":")[0] for each in shown(ada)] == ["Combat Stress"]


SEARCHES = [
    ("resources food", ["Food bank"]),
    ("resources FOOD Leeds", ["Food bank"]),
    ("resources food in leeds", ["Food bank"]),
    ("resources Derby", ["Night shelter"]),
    ('resources "night shelter" Derby', ["Night shelter"]),
    ("resources meal", ["Night shelter"]),
    ("resources sexual violence", ["Rape Crisis support line"]),
    ("resources veterans", ["Combat Stress"]),
    ("resources Drogen", ["FRANK"]),
    ("resources frank", ["FRANK"]),
    ("resources 100%", []),
    ("resources _____", []),
]


async def test_words_find_lines_and_places(database_url: str) -> None:
    """A topic, a place, both, in quotes or not, in another language; on both databases."""
    async with running(database_url) as world:
        await community(world, "GB", FOOD, BEDS)
        for number, (words, found) in enumerate(SEARCHES):
            ada = Person(world, f"person {number}", spaces=("home",))
            await ada.say(words)
            names = [re.split(r":| · | \(", each)[0] for each in shown(ada)]
            assert names == found, words


async def test_a_place_says_what_a_member_wants_to_know(world: World) -> None:
    """Who, where, what, how, for whom, and when somebody checked it."""
    await community(world, "GB", FOOD)
    ada = Person(world, spaces=("home",))
    await ada.say("resources food")

    assert shown(ada) == [
        "Food bank (Open Table) · Leeds · Food parcels for a week. · call 0113 496 0000 · Anybody"
        " · from 18 years · https://example.org/food"
    ]


@pytest.mark.parametrize(
    "words", ["resources xyzzy", "resources a/b/c d", "resources " + "x" * 500]
)
async def test_what_is_not_there_leads_to_what_is(world: World, words: str) -> None:
    """Never an empty page."""
    await community(world, "GB", FOOD)
    ada = Person(world, spaces=("home",))
    await ada.say(words)

    assert "Nothing that I know of fits" in ada.last
    assert "all" in ada.offered


async def test_long_words_survive_the_buttons(world: World) -> None:
    """A prompt is short; the second page is of the same search."""
    many = [
        Service(name=f"Bereavement counselling {number}", places=("Kingston upon Hull",))
        for number in range(7)
    ]
    await community(world, "GB", FOOD, *many)
    ada = Person(world, spaces=("home",))
    await ada.say('resources "bereavement counselling" "kingston upon hull"')
    assert "7 found, page 1 of 2" in ada.last
    await ada.press("next")

    assert [each.split(" · ")[0] for each in shown(ada)] == [
        "Bereavement counselling 5",
        "Bereavement counselling 6",
    ]


async def test_without_a_country_there_is_a_way_to_name_it(world: World) -> None:
    """And the international directory."""
    ada = Person(world)
    await ada.say("resources")

    assert "https://findahelpline.com" in ada.last


async def test_another_communitys_directory_is_not_shown(world: World) -> None:
    """What a team brought in is for its members."""
    await community(world, "GB", FOOD)
    eve = Person(world, "eve")
    await eve.say("resources food")

    assert "Food bank" not in eve.last
