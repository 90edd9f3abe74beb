"""Through the front door: `help now`, which works for everybody, always."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import func, select
from structlog.testing import capture_logs

from adapters.memory import MemoryAdapter
from bot.crisis.helplines import AT_MOST, Country, HelpLine, HelpLines, choose
from bot.platform import Address
from bot.richtext import Bold, Bullets, Paragraph
from storage import members
from storage.tables import metadata
from tests.support.person import Person
from tests.support.world import World, running

DIRECTORY = HelpLines()


@pytest.fixture(params=["forms", "questions"])
async def world(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[World]:
    """On SQLite; on a platform with forms, and on one where questions come one by one."""
    platform = MemoryAdapter(forms=request.param == "forms")
    async with running(f"sqlite:///{tmp_path / 'handrail.db'}", platform=platform) as made:
        yield made


@pytest.fixture
async def everywhere(database_url: str) -> AsyncIterator[World]:
    """On both databases."""
    async with running(database_url) as made:
        yield made


async def community(world: World, country: str | None) -> None:
    """A community whose members share the space "home" with the bot."""
    await world.database.write(
        lambda tx: members.put_community(
            tx,
            name="Harbour",
            language="en",
            country=country,
            zone="America/New_York",
            spaces_of=[("memory", "home")],
        )
    )


async def test_it_works_before_start_and_keeps_nothing(everywhere: World) -> None:
    """Whoever needs it need not be anybody."""
    ada = Person(everywhere)
    await ada.say("help now")

    assert "112 in much of Europe, 911 in North America" in ada.last
    assert "https://findahelpline.com" in ada.last
    for table in metadata.sorted_tables:
        if table.name in ("inbox", "facts", "system_keys"):
            continue
        kept = await everywhere.database.read(
            lambda tx, table=table: tx.execute(select(func.count()).select_from(table)).scalar_one()  # type: ignore[misc]
        )
        assert kept == 0, table.name


async def test_the_communitys_country_counts(everywhere: World) -> None:
    """From the first day, without asking: its number first, then people who listen."""
    await community(everywhere, "US")
    ada = Person(everywhere, spaces=("home",))
    await ada.say("help now")
    emergency, people, lines, _elsewhere = ada.last_body

    assert isinstance(emergency, Paragraph)
    assert Bold("911") in emergency.spans
    assert "United States" in ada.last
    assert isinstance(people, Paragraph)
    assert isinstance(lines, Bullets)
    assert len(lines.items) == AT_MOST
    assert "988" in ada.last


async def test_in_a_room_the_rooms_country_counts(world: World) -> None:
    """Even when said in public; the answer is private."""
    await community(world, "DE")
    ada = Person(world)
    await ada.say("help now", room=Address("memory", space="home", channel="general"))

    if world.platform.forms:
        (shown,) = world.platform.rooms["general"]
        assert shown.readers == frozenset({"ada"})
    else:
        (shown,) = world.platform.rooms["ada"]
    assert "Germany" in shown.text
    assert "112" in shown.text


async def test_a_members_clock_tells_the_country_if_nothing_else_does(world: World) -> None:
    """Somebody who lives by Madrid's clock gets Spain's numbers."""
    ada = Person(world)
    await ada.join(place="Madrid")
    await ada.say("help now")

    assert "Spain" in ada.last


async def test_it_works_after_stop(everywhere: World) -> None:
    """Stop ends what is unasked; this was asked."""
    ada = Person(everywhere)
    await ada.join()
    await ada.say("stop")
    await ada.say("help now")
    assert "call 112" in ada.last

    await ada.say("checkin now")
    assert "asked me to stop" in ada.last


@pytest.mark.parametrize(
    ("locale", "words", "country", "number"),
    [
        ("en", "help now Germany", "Germany", "112"),
        ("de", "help now Österreich", "Österreich", "112"),
        ("de", "help now oesterreich", "Österreich", "112"),
        ("de", "Hilfe jetzt Vereinigte Staaten", "Vereinigte Staaten", "911"),
        ("es", "ayuda ahora méxico", "México", "911"),
        ("es", "help now alemania", "Alemania", "112"),
        ("es", "help now espana", "España", "112"),
        ("en", "HELP NOW the usa", "United States", "911"),
        ("de", "hilfe jetzt in der Schweiz", "Schweiz", "112"),
        ("es", "help now El Salvador", "El Salvador", "132"),
        ("es", "ayuda ahora para los estados unidos", "Estados Unidos", "911"),
        ("en", "help now UK", "United Kingdom", "999"),
        ("en", "help now Deutschland", "Germany", "112"),
        ("en", "help now Chicago", "United States", "911"),
        ("en", 'help now "New Zealand".', "New Zealand", "111"),
        ("en", "help now us", "United States", "911"),
    ],
)
async def test_any_country_can_be_named(
    world: World, locale: str, words: str, country: str, number: str
) -> None:
    """In the reader's language or another of ours, with or without accents."""
    ada = Person(world, locale=locale)
    await ada.say(words)
    (first, *_) = ada.last_body

    assert isinstance(first, Paragraph)
    assert Bold(number) in first.spans
    assert country in ada.last.splitlines()[0]


@pytest.mark.parametrize(
    "words", ["help now please", "help now I can't go on", "help now Atlantis", "crisis right now"]
)
async def test_words_that_name_no_country_cost_no_help(world: World, words: str) -> None:
    """The numbers of the place that is known stand below."""
    await community(world, "US")
    ada = Person(world, spaces=("home",))
    await ada.say(words)

    assert ada.last.startswith("I don't know a country of that name.")
    assert "call 911" in ada.last


async def test_a_country_without_entries_still_gets_an_answer(world: World) -> None:
    """What to call almost anywhere, and where to look."""
    await community(world, "ZZ")
    ada = Person(world, spaces=("home",))
    await ada.say("help now")

    assert "call your local emergency number" in ada.last
    assert "https://findahelpline.com" in ada.last


@pytest.mark.parametrize("words", ["help now", "Help now!", "lines", "Hilfe jetzt", "ayuda ya"])
async def test_it_answers_to_many_names(world: World, words: str) -> None:
    """Nobody has to remember the right word."""
    ada = Person(world)
    await ada.say(words)

    assert "112 in much of Europe" in ada.last


async def test_every_country_can_be_shown_in_every_language(tmp_path: Path) -> None:
    """No entry of the directory breaks the answer."""
    async with running(f"sqlite:///{tmp_path / 'handrail.db'}") as world:
        for language in ("en", "de", "es"):
            ada = Person(world, locale=language)
            for code in DIRECTORY.codes:
                with capture_logs() as logs:
                    await ada.say(f"help now {code}")
                assert not [entry for entry in logs if entry["log_level"] == "error"]
                entry = DIRECTORY.country(code)
                assert entry is not None
                assert (entry.emergency or "112") in ada.last


def line(name: str, *topics: str) -> HelpLine:
    return HelpLine(name=name, phone="1", sms=None, chat_url=None, hours=None, topics=topics)


def test_lines_for_anybody_come_before_those_for_some() -> None:
    """At most three; who is young gets lines for the young."""
    lines = [
        line("veterans", "veterans", "crisis"),
        line("gambling", "gambling"),
        line("everybody", "crisis", "suicide"),
        line("listening", "emotional_support"),
        line("youth", "youth", "crisis"),
        line("another", "crisis"),
    ]

    assert [each.name for each in choose(lines)] == ["everybody", "another", "listening"]
    assert [each.name for each in choose(lines, "youth")] == ["youth"]


def test_the_directory_shows_what_may_be_shown() -> None:
    """Entries nobody vouches for stay out; links are links."""
    germany = DIRECTORY.country("de")
    assert isinstance(germany, Country)
    assert germany.emergency == "112"
    assert DIRECTORY.country("XX") is None
    assert DIRECTORY.country(None) is None
    urls = [
        each.chat_url
        for code in DIRECTORY.codes
        for each in (DIRECTORY.country(code) or germany).lines
        if each.chat_url
    ]
    assert urls
    assert all(url.startswith("https://") for url in urls)
