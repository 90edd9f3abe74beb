"""Through the front door: `help now`, which works for everybody, always."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import func, select
from structlog.testing import capture_logs

from bot.crisis.lines.help_now import Helping
from bot.crisis.lines.helplines import HelpLines
from bot.moderation.staff import StaffRoom
from bot.platform import Address, Said
from bot.richtext import Bold, Bullets, Paragraph, plain, words_of
from storage import lines, members
from storage.lines import HelpChoice, Kept, LocalLine
from storage.tables import metadata
from tests.support.person import Person
from tests.support.texts import own_places, own_texts
from tests.support.world import MONDAY_NOON, World, running

DIRECTORY = HelpLines()
PLACES = own_places()
HELPING = Helping(DIRECTORY, PLACES)
TEXTS = own_texts()


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[World]:
    """On SQLite, with forms: for what is the same wherever it is asked."""
    async with running(f"sqlite:///{tmp_path / 'handrail.db'}") as made:
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


async def test_it_tells_nobody_of_the_team(tmp_path: Path) -> None:
    """Looking at the lines is nobody else's business, whatever is looked at."""
    staff = StaffRoom(Address("memory", channel="staff"), "en")
    url = f"sqlite:///{tmp_path / 'handrail.db'}"
    async with running(url, staff_rooms=[staff]) as world:
        await community(world, "US")
        ada = Person(world, spaces=("home",))
        for words in ("help now", "HELP", "help now overdose", "resources suicide"):
            await ada.say(words)
        await ada.press("topics")

        assert world.platform.read("staff") == []


async def test_the_communitys_country_counts(everywhere: World) -> None:
    """From the first day, without asking: its number first, then people who listen."""
    await community(everywhere, "US")
    ada = Person(everywhere, spaces=("home",))
    await ada.say("help now")
    emergency, people, lines, _public, _elsewhere = ada.last_body

    assert isinstance(emergency, Paragraph)
    assert Bold("911") in emergency.spans
    assert "United States" in ada.last
    assert isinstance(people, Paragraph)
    assert isinstance(lines, Bullets)
    assert len(lines.items) == 3
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


async def test_a_members_clock_tells_the_country_if_nothing_else_does(here: World) -> None:
    """Somebody who lives by Madrid's clock gets Spain's numbers."""
    ada = Person(here)
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


COUNTRIES = [
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
]


async def test_any_country_can_be_named(here: World) -> None:
    """In the reader's language or another of ours, with or without accents."""
    for number, (locale, words, country, dialled) in enumerate(COUNTRIES):
        ada = Person(here, f"person {number}", locale=locale)
        await ada.say(words)
        (first, *_) = ada.last_body

        assert isinstance(first, Paragraph)
        assert Bold(dialled) in first.spans
        assert country in ada.last.splitlines()[0]


NO_COUNTRIES = [
    "help now please",
    "help now I can't go on",
    "help now Atlantis",
    "crisis right now",
]


async def test_words_that_name_no_country_cost_no_help(here: World) -> None:
    """The numbers of the place that is known stand below."""
    await community(here, "US")
    for number, words in enumerate(NO_COUNTRIES):
        ada = Person(here, f"person {number}", spaces=("home",))
        await ada.say(words)

        assert ada.last.startswith("I don't know a country of that name.")
        assert "call 911" in ada.last


async def test_a_country_without_entries_still_gets_an_answer(here: World) -> None:
    """What to call almost anywhere, and where to look."""
    await community(here, "ZZ")
    ada = Person(here, spaces=("home",))
    await ada.say("help now")

    assert "call your local emergency number" in ada.last
    assert "https://findahelpline.com" in ada.last


NAMES = ["help now", "help-now", "Help now!", "lines", "Hilfe jetzt", "ayuda ya"]


async def test_it_answers_to_many_names(here: World) -> None:
    """Nobody has to remember the right word."""
    for number, words in enumerate(NAMES):
        ada = Person(here, f"person {number}")
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


# --- the country


async def test_a_member_is_asked_for_the_country_once(everywhere: World) -> None:
    """Optional: who does not answer is helped all the same, and not asked again."""
    await community(everywhere, "US")
    ada = Person(everywhere, spaces=("home",))
    await ada.join()
    await ada.say("help now")
    assert "Is this your country: United States?" in ada.last
    assert "call 911" in ada.last

    await ada.say("help now")
    assert "your country:" not in ada.last
    assert "call 911" in ada.last


async def test_a_stranger_is_not_asked(here: World) -> None:
    """Nothing of theirs is kept, so there is nothing to ask for."""
    await community(here, "US")
    ada = Person(here, spaces=("home",))
    await ada.say("help now")

    assert "your country:" not in ada.last
    assert "mine" not in ada.offered


async def test_a_members_own_country_counts_more_than_the_communitys(everywhere: World) -> None:
    """Communities on the net have members everywhere."""
    await community(everywhere, "US")
    ada = Person(everywhere, spaces=("home",))
    await ada.join()
    await ada.say("country Germany")
    assert "help lines for Germany" in ada.last

    await ada.say("help now")
    assert "call 112" in ada.last
    assert "United States" not in ada.last

    await ada.say("country")
    assert "I go by Germany" in ada.last
    await ada.say("help country forget")
    await ada.say("help now")
    assert "call 911" in ada.last


async def test_an_unknown_country_changes_nothing(here: World) -> None:
    """The member is told what would do; what was kept stays."""
    ada = Person(here)
    await ada.join()
    await ada.say("country Spain")
    await ada.say("country Atlantis")
    assert "nothing has changed" in ada.last

    await ada.say("help now")
    assert "Spain" in ada.last


async def test_another_country_is_a_button_away_and_can_be_kept(world: World) -> None:
    """With a form, or a question where there are no forms."""
    await community(world, "US")
    ada = Person(world, spaces=("home",))
    await ada.join()
    await ada.say("help now")
    await ada.fill("country", country="Wien")
    assert "Austria" in ada.last

    await ada.press("mine")
    assert "help lines for Austria" in ada.last
    await ada.say("help now")
    assert "Austria" in ada.last
    assert "mine" not in ada.offered


async def test_a_country_that_is_none_keeps_the_lines_that_were_shown(world: World) -> None:
    """A slip costs nobody the numbers."""
    await community(world, "US")
    ada = Person(world, spaces=("home",))
    await ada.say("help now")
    await ada.fill("country", country="Atlantis")

    assert "don't know a country" in ada.last
    assert "call 911" in ada.last


# --- how, and about what


async def test_who_would_rather_write_is_shown_where_and_stays_so(everywhere: World) -> None:
    """A member's wish is kept; a stranger's travels in the button."""
    await community(everywhere, "US")
    ada, eve = Person(everywhere, spaces=("home",)), Person(everywhere, "eve", spaces=("home",))
    await ada.join()
    for person in (ada, eve):
        await person.say("help now")
        await person.press("text")
        first = next(block for block in person.last_body if isinstance(block, Bullets)).items[0]
        assert "text 988, chat" in words_of(first)
    await ada.say("help now")
    assert "text 988, chat" in ada.last
    await eve.say("help now")
    assert "call 988, text 988" in eve.last

    await ada.say("prefer either")
    await ada.say("help now")
    assert "call 988, text 988" in ada.last


async def test_something_else_is_two_presses_away(here: World) -> None:
    """A topic: its own lines first, and nothing is kept."""
    await community(here, "US")
    ada = Person(here, spaces=("home",))
    await ada.say("help now")
    await ada.press("topics")
    assert "Nothing of it is kept" in ada.last
    assert "eating_disorder" not in ada.offered
    await ada.press("overdose")

    lines = next(block for block in ada.last_body if isinstance(block, Bullets))
    assert words_of(lines.items[0]).startswith("Never Use Alone")


TOPICS_SAID = [
    ("help now overdose", "Never Use Alone"),
    ("help now domestic violence", "National Domestic Violence Hotline"),
    ("Hilfe jetzt häusliche Gewalt", "National Domestic Violence Hotline"),
    ("ayuda ahora sobredosis", "Never Use Alone"),
]


async def test_a_topic_can_be_said_in_place_of_a_country(here: World) -> None:
    """People say what it is."""
    await community(here, "US")
    for number, (words, first) in enumerate(TOPICS_SAID):
        ada = Person(here, f"person {number}", spaces=("home",))
        await ada.say(words)

        lines = next(block for block in ada.last_body if isinstance(block, Bullets))
        assert words_of(lines.items[0]).startswith(first)


STRANGE_PROMPTS = [
    ("lines/US//", "nonsense"),
    ("lines", "mine"),
    ("lines/XX/;--/maybe", "overdose"),
    ("lines////////", "text"),
    ("lines-check/abc", "yes"),
    ("resources/99999999999999/a/b", "next"),
    ("resources/-1", "back"),
    ("resources", "everything"),
]


async def test_a_prompt_is_not_trusted(here: World) -> None:
    """Whatever comes back, somebody gets a kind answer, and no error is logged."""
    for number, (prompt, choice) in enumerate(STRANGE_PROMPTS):
        ada = Person(here, f"person {number}")
        with capture_logs() as logs:
            await ada.choose(prompt, choice)

        assert ada.seen
        assert not [entry for entry in logs if entry["log_level"] == "error"]


# --- said in many ways


CRIES = ["HELP", "help!", "HELP!!!", "Hilfe!", "AYUDA", "¡Ayuda!"]


async def test_a_cry_for_help_gets_the_lines(here: World) -> None:
    """Not a list of commands."""
    for number, words in enumerate(CRIES):
        ada = Person(here, f"person {number}")
        await ada.say(words)

        assert "112" in ada.last


QUESTIONS = ["help", "Help", "hilfe", "MENU"]


async def test_who_asks_what_there_is_gets_the_list(here: World) -> None:
    """And the door to the lines below it."""
    for number, words in enumerate(QUESTIONS):
        ada = Person(here, f"person {number}")
        await ada.say(words)

        assert "112" not in ada.last
        assert "help now" in ada.offered


# --- who is young


async def test_who_is_under_eighteen_gets_lines_for_the_young(everywhere: World) -> None:
    """And nothing is stored."""
    await community(everywhere, "GB")
    ada = Person(everywhere, spaces=("home",))
    await ada.say("start")
    await ada.press("young")

    lines = next(block for block in ada.last_body if isinstance(block, Bullets))
    assert words_of(lines.items[0]).startswith("Childline")
    assert "call 999" in ada.last
    for name in ("persons", "help_choices"):
        table = metadata.tables[name]
        kept = await everywhere.database.read(
            lambda tx, table=table: tx.execute(select(func.count()).select_from(table)).scalar_one()  # type: ignore[misc]
        )
        assert kept == 0


# --- without the database


@pytest.mark.parametrize(
    ("language", "country", "said", "number"),
    [
        ("en", "US", None, "call 911"),
        ("de", "DE", None, "Ruf 112 an"),
        ("es", None, "méxico", "llama al 911"),
        ("en", "US", "Germany", "call 112"),
        ("en", None, None, "112 in much of Europe"),
        ("en", "ZZ", "nonsense", "112 in much of Europe"),
    ],
)
def test_it_needs_no_database(
    language: str, country: str | None, said: str | None, number: str
) -> None:
    """Where storage is down, the numbers still come: a pure function of what is in memory."""
    event = Said(
        id="1",
        at=MONDAY_NOON,
        where=Address("memory", user="ada"),
        actor=Address("memory", user="ada"),
        text="help now",
        addressed=True,
    )
    reply = HELPING.without_database(
        event, TEXTS, MONDAY_NOON, language=language, country=country, said=said
    )

    assert number in plain(reply.body)
    assert reply.to is event
    assert reply.choices is None


def test_without_the_database_a_communitys_lines_are_remembered() -> None:
    """What was read last stays in force, with who checked it."""
    own = LocalLine(1, 7, "US", {"name": "Harbour", "phone": "555 0100", "topics": ["crisis"]})
    kept = Kept(lines={7: [own]}, checks={None: {"x": MONDAY_NOON}})
    event = Said(
        id="1",
        at=MONDAY_NOON,
        where=Address("memory", user="ada"),
        actor=Address("memory", user="ada"),
        text="help now",
    )

    def told(community: int | None, country: str) -> str:
        reply = HELPING.without_database(
            event,
            TEXTS,
            MONDAY_NOON,
            language="en",
            community=community,
            country=country,
            kept=kept,
        )
        return plain(reply.body)

    assert "Harbour: call 555 0100" in told(7, "US")
    assert "Harbour" not in told(7, "DE")
    assert "Harbour" not in told(8, "US")


# --- what is kept of a member


async def test_what_is_kept_can_be_taken_along_and_erased(everywhere: World) -> None:
    """The country and the wish; nothing of what was looked for."""
    ada = Person(everywhere)
    await ada.join()
    await ada.say("country Germany")
    await ada.say("prefer text")
    person = await everywhere.database.read(
        lambda tx: members.member_with(tx, "memory", "ada").id  # type: ignore[union-attr]
    )

    assert await everywhere.database.read(lambda tx: lines.export(tx, person)) == {
        "country": "DE",
        "prefers": "text",
        "checked_help_lines_at": [],
    }
    await everywhere.database.write(lambda tx: lines.erase(tx, person))
    assert await everywhere.database.read(lambda tx: lines.choice_of(tx, person)) == HelpChoice()


# --- read aloud


ALOUD = [
    (
        "en",
        [
            "If a life is in danger (Germany): call 112.",
            "People who listen:",
            "- TelefonSeelsorge: call 0800 111 0 111, chat (https://online.telefonseelsorge.de)"
            " · any hour",
        ],
    ),
    (
        "de",
        [
            "Wenn ein Leben in Gefahr ist (Deutschland): Ruf 112 an.",
            "Menschen, die zuhören:",
            "- TelefonSeelsorge: Anruf 0800 111 0 111, Chat"
            " (https://online.telefonseelsorge.de) · rund um die Uhr",
        ],
    ),
    (
        "es",
        [
            "Si hay una vida en peligro (Alemania): llama al 112.",
            "Personas que escuchan:",
            "- TelefonSeelsorge: llamada al 0800 111 0 111, chat"
            " (https://online.telefonseelsorge.de) · a cualquier hora",
        ],
    ),
]


async def test_it_reads_well_aloud(here: World) -> None:
    """Whom to call stands first, before anything that has to be understood."""
    await community(here, "DE")
    for number, (locale, aloud) in enumerate(ALOUD):
        ada = Person(here, f"person {number}", locale=locale, spaces=("home",))
        await ada.say("help now")

        assert [text for text in ada.last.splitlines() if text][:3] == aloud
