"""Through the front door: joining, leaving, resting, moving, and what a newcomer may say."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Table, func, select
from structlog.testing import capture_logs

from adapters.memory import MemoryAdapter
from bot.platform import Address, Audience, Change, MemberChanged, Said
from bot.richtext import Bold, Bullets, Paragraph
from storage import members
from storage.tables import (
    accounts,
    checkin_plans,
    checkins,
    consents,
    conversations,
    memberships,
    metadata,
    outbox,
    person_keys,
    persons,
    schedules,
)
from tests.support.person import Person
from tests.support.world import World, running

ABOUT_PEOPLE = (
    persons,
    accounts,
    memberships,
    consents,
    schedules,
    conversations,
    checkin_plans,
    checkins,
    person_keys,
)
ROOM = Address("memory", space="home", channel="general")


async def rows(world: World, table: Table) -> int:
    """How many rows a table has."""
    found: int = await world.database.read(
        lambda tx: tx.execute(select(func.count()).select_from(table)).scalar_one()
    )
    return found


async def community(world: World, **more: str) -> None:
    """A community whose members share the space "home" with the bot."""
    values = {"name": "Harbour", "language": "en", "country": "US", "zone": "America/New_York"}
    await world.database.write(
        lambda tx: members.put_community(tx, **values | more, spaces_of=[("memory", "home")])
    )


async def is_asked_the_next_morning(world: World, ada: Person) -> None:
    """Move on to nine o'clock in Berlin on the next day, and see the question there."""
    await world.move_to(world.clock.now().replace(hour=8) + timedelta(days=1))
    assert "Which word is nearest?" in ada.last


# --- joining


async def test_joining_is_one_screen_and_one_look_at_the_clock(everywhere: World) -> None:
    """Honest words first, an hour and a place, the local time as an echo, done."""
    ada = Person(everywhere)

    await ada.say("start")
    assert "I'm a program" in ada.last
    assert "18 or older" in ada.last
    assert list(ada.offered) == ["adult", "young", "about", "help now"]

    await ada.fill("adult", hour="half past nine", place="Berlin")
    assert "It is now 1:00 PM for you, right?" in ada.last.replace("\u202f", " ")
    assert "9:30 AM" in ada.last.replace("\u202f", " ")
    assert await rows(everywhere, persons) == 0

    await ada.press("yes")
    assert "Your first check-in: Tue, Nov 24, 9:30 AM" in ada.last.replace("\u202f", " ")
    assert list(ada.offered) == ["checkin now", "talk", "meetings", "help now"]
    assert await rows(everywhere, persons) == 1


async def test_questions_come_one_by_one_without_forms(tmp_path: Path) -> None:
    """Each names what is asked, and the first how to get out of it."""
    platform = MemoryAdapter(forms=False)
    async with running(f"sqlite:///{tmp_path / 'handrail.db'}", platform=platform) as world:
        ada = Person(world)
        await ada.say("start")
        await ada.choose("join", "adult")
        assert "At what time" in ada.last
        assert '"cancel"' in ada.last
        assert ada.offered == {"9:00": "9:00"}

        await ada.say("some day soon")
        assert "can't read that as a time" in ada.last
        await ada.choose("question", "9:00")
        assert "Which town" in ada.last

        await ada.say("cancel")
        assert "nothing was changed" in ada.last
        assert await rows(world, conversations) == 0


async def test_an_open_question_never_holds_up_help(tmp_path: Path) -> None:
    """`help now`, `stop` and `help` are no answers to a question, in any of our languages."""
    platform = MemoryAdapter(forms=False)
    async with running(f"sqlite:///{tmp_path / 'handrail.db'}", platform=platform) as world:
        ada = Person(world)
        for words, answer in (
            ("help now", "call your local emergency number"),
            ("Help now!", "call your local emergency number"),
            ("help now germany", "112"),
            ("Hilfe jetzt", "call your local emergency number"),
            ("ayuda ahora", "call your local emergency number"),
            ("help", "This is what I understand"),
            ("stop", "nothing to stop"),
        ):
            await ada.say("start")
            await ada.choose("join", "adult")
            await ada.say(words)
            assert answer in ada.last, words


async def test_who_is_under_18_gets_help_lines_and_leaves_no_trace(everywhere: World) -> None:
    """Youth lines of the country; nothing about the person is stored."""
    await community(everywhere)
    ada = Person(everywhere, spaces=("home",))

    await ada.say("start")
    await ada.press("young")

    assert "haven't kept anything" in ada.last
    assert "call 911" in ada.last
    assert "People who listen" in ada.last
    for table in ABOUT_PEOPLE:
        assert await rows(everywhere, table) == 0, table.name
    left = await everywhere.database.read(
        lambda tx: tx.execute(select(outbox.c.person, outbox.c.payload)).all()
    )
    assert all(person is None and payload is None for person, payload in left)


async def test_several_places_of_a_name_are_shown_with_their_time(world: World) -> None:
    """Portland is in Maine and in Oregon; whoever means neither can change the form."""
    ada = Person(world)
    await ada.say("start")
    await ada.fill("adult", hour="9:00", place="Portland")

    assert "Which of these is yours?" in ada.last
    labels = {key: label.replace("\u202f", " ") for key, label in ada.offered.items()}
    assert labels["America/New_York"] == "Portland, Maine, United States (now 7:00 AM)"
    assert labels["America/Los_Angeles"] == "Portland, Oregon, United States (now 4:00 AM)"

    await ada.fill("change", hour="9:00", place="Oslo")
    assert "1:00 PM" in ada.last.replace("\u202f", " ")
    await ada.choose("join-place/09:00", "America/Los_Angeles")
    assert "4:00 AM" in ada.last.replace("\u202f", " ")


async def test_a_wrong_clock_can_be_changed_before_anything_is_kept(world: World) -> None:
    """The echo shows it; the form opens again."""
    ada = Person(world)
    await ada.say("start")
    await ada.fill("adult", hour="9:00", place="Berlin")
    await ada.fill("change", hour="10:00", place="Lima")

    assert "7:00 AM" in ada.last.replace("\u202f", " ")
    assert "10:00 AM" in ada.last.replace("\u202f", " ")
    assert await rows(world, persons) == 0


@pytest.mark.parametrize(
    ("hour", "place", "hint"),
    [
        ("soonish", "Berlin", "Something like 9:00"),
        ("9:00", "Nowhereville", "The nearest big city works best"),
        ("9:00", "EST", "Which big city shares your time?"),
        ("9:00", "\ud800", "The nearest big city works best"),
        ("9:00", "'; drop table persons; --", "The nearest big city works best"),
    ],
)
async def test_what_cannot_be_read_is_said_and_asked_again(
    world: World, hour: str, place: str, hint: str
) -> None:
    """With an example to copy; the form opens again, or the question stays open."""
    ada = Person(world)
    await ada.say("start")
    values = {"hour": hour, "place": place}
    if not world.platform.forms and hour == "soonish":
        del values["place"]
    await ada.fill("adult", **values)
    assert hint in ada.last

    if world.platform.forms:
        await ada.fill("again", hour="9:00", place="Berlin")
    else:
        for value in ["9:00"] * (hour == "soonish") + ["Berlin"]:
            await ada.say(value)
    await ada.press("yes")
    assert "You're in" in ada.last


async def test_start_twice_is_no_second_start(everywhere: World) -> None:
    """Pressing yes again, or saying start, finds the member already there."""
    ada = Person(everywhere)
    await ada.join()

    await ada.say("start")
    assert "already in" in ada.last
    await ada.choose("join-sure/10:00/America/Lima", "yes")
    assert "already in" in ada.last
    assert await rows(everywhere, persons) == 1
    assert await rows(everywhere, schedules) == 1


async def test_a_yes_is_kept_with_the_words_it_was_said_to(world: World) -> None:
    """Which purpose, which text in which language, when."""
    ada = Person(world, locale="es-MX")
    await ada.join()
    given = await world.database.read(
        lambda tx: tx.execute(
            select(
                consents.c.purpose,
                consents.c.language,
                consents.c.given_at,
                consents.c.withdrawn_at,
                func.length(consents.c.text_hash),
            )
        ).all()
    )

    said = ("es", world.clock.now(), None, 64)
    assert sorted(given) == [("checkins", *said), ("moderator_alerts", *said)]


async def test_the_first_screen_says_more_when_asked(world: World) -> None:
    """What is kept and who sees it, with the way in below."""
    ada = Person(world)
    await ada.say("start")
    await ada.press("about")

    assert "Who sees it" in ada.last
    assert "adult" in ada.offered
    assert await rows(world, persons) == 0


async def test_a_newcomer_is_greeted_in_their_clients_language(world: World) -> None:
    """Else in the community's; else in English."""
    await community(world, language="de")

    for told, words in (
        ({"locale": "es-ES", "spaces": ("home",)}, "Hola, soy Handrail"),
        ({"locale": "fr", "spaces": ("home",)}, "Hallo, ich bin Handrail"),
        ({"spaces": ("home",)}, "Hallo, ich bin Handrail"),
        ({"locale": "fr"}, "Hi, I'm Handrail"),
    ):
        ada = Person(world, **told)
        await ada.say("start")
        assert words in ada.last


async def test_what_is_for_members_leads_newcomers_to_the_start(world: World) -> None:
    """A way in instead of a closed door."""
    ada = Person(world)
    await ada.say("checkin history")

    assert "once you have joined" in ada.last
    assert list(ada.offered) == ["start"]
    await ada.press("start")
    assert "18 or older" in ada.last


async def test_without_a_place_the_platforms_guess_is_asked_about(world: World) -> None:
    """The client's zone, or a country with one clock; the echo asks whether it is right."""
    for told, now in (({"zone": "Asia/Tokyo"}, "9:00 PM"), ({"locale": "en-IN"}, "5:30 PM")):
        ada = Person(world, **told)
        await ada.say("start")
        await ada.fill("adult", hour="9:00", place="-")
        assert f"It is now {now} for you, right?" in ada.last.replace("\u202f", " ")


# --- leaving and resting


async def test_after_stop_nothing_is_sent_and_start_brings_everything_back(
    everywhere: World,
) -> None:
    """One word ends it, one word undoes that; days stay."""
    ada = Person(everywhere)
    await ada.join()
    await ada.say("good")
    await ada.say("stop")
    assert "Stopped" in ada.last
    before = len(ada.seen)

    await everywhere.move_by(days=3)
    assert len(ada.seen) == before
    await ada.say("good")
    await ada.say("checkin history")
    assert "asked me to stop" in ada.last
    assert await rows(everywhere, checkins) == 1

    await ada.press("start")
    assert "Welcome back" in ada.last
    await ada.say("checkin history")
    assert "One day this month, 1 in all" in ada.last
    await is_asked_the_next_morning(everywhere, ada)


@pytest.mark.parametrize(
    "words", ["stop", "STOP!", "Stop everything.", "stop please", "unsubscribe", "Stopp", "basta"]
)
async def test_stop_is_understood_however_it_is_said(world: World, words: str) -> None:
    """In any of our languages, whatever language was chosen."""
    ada = Person(world)
    await ada.join()
    await ada.say(words)

    assert "Stopped" in ada.last


async def test_a_sentence_that_begins_with_stop_is_not_the_end(world: World) -> None:
    """Nobody loses their check-in to a figure of speech; the answer says how it works."""
    ada = Person(world)
    await ada.join()
    await ada.say("stop drinking was easier last week")

    assert "It works like this: stop" in ada.last
    await is_asked_the_next_morning(world, ada)


async def test_stop_by_somebody_unknown_is_answered_plainly(world: World) -> None:
    """They are told that there is nothing, not asked to join."""
    ada = Person(world)
    await ada.say("stop")

    assert "nothing to stop" in ada.last
    assert not ada.offered


async def test_blocking_the_bot_is_a_way_to_say_stop(world: World) -> None:
    """Who comes back finds everything in place."""
    ada = Person(world)
    await ada.join()
    event = world.platform.event("ada")
    await ada.take(MemberChanged(**event, direct=True, change=Change.BLOCKED_BOT))
    before = len(ada.seen)

    await world.move_by(days=2)
    assert len(ada.seen) == before
    await ada.say("start")
    assert "Welcome back" in ada.last


async def test_stop_here_leaves_one_community(world: World) -> None:
    """The daily check-in is the member's own and goes on."""
    await community(world)
    ada = Person(world, spaces=("home",))
    await ada.join()
    await ada.say("stop here")

    assert "Stopped for Harbour" in ada.last
    await is_asked_the_next_morning(world, ada)


async def test_a_rest_ends_on_the_members_own_calendar(everywhere: World) -> None:
    """In Auckland it is Tuesday already; "until Wednesday" is tomorrow there."""
    ada = Person(everywhere)
    await ada.join(place="Auckland")
    await ada.say("pause until Wednesday")
    assert "Wednesday, November 25, 2026" in ada.last
    before = len(ada.seen)

    await everywhere.move_to(datetime(2026, 11, 24, 19, 59, tzinfo=UTC))
    assert len(ada.seen) == before
    await everywhere.move_to(datetime(2026, 11, 24, 20, 0, tzinfo=UTC))
    assert "Which word is nearest?" in ada.last


async def test_an_open_rest_lasts_until_resume(world: World) -> None:
    """However long that takes."""
    ada = Person(world)
    await ada.join()
    await ada.say("pause")
    before = len(ada.seen)
    await world.move_by(days=20)
    assert len(ada.seen) == before

    await ada.say("resume")
    await is_asked_the_next_morning(world, ada)


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("pause until someday", "can't tell which day"),
        ("pause until yesterday", "is over already"),
        ("pause until 3/4", "That could be"),
    ],
)
async def test_an_unclear_day_is_not_guessed(world: World, words: str, hint: str) -> None:
    """The check-in goes on until the day is clear."""
    ada = Person(world)
    await ada.join()
    await ada.say(words)

    assert hint in ada.last
    await is_asked_the_next_morning(world, ada)


# --- language, place, help


async def test_handrail_speaks_the_language_that_was_chosen(everywhere: World) -> None:
    """At once, in the next question, and in its buttons."""
    ada = Person(everywhere)
    await ada.join()
    for words in ("language español", "language ESPANOL", "idioma castellano"):
        await ada.say(words)
        assert "te hablo en español" in ada.last

    await everywhere.move_to(datetime(2026, 11, 24, 8, 0, tzinfo=UTC))
    assert "¿Qué palabra se acerca más?" in ada.last
    assert ada.offered["skip"] == "hoy no"
    choices = everywhere.platform.rooms["ada"][-1].choices
    assert choices is not None
    assert choices.language == "es"


async def test_a_language_that_we_do_not_speak_is_said_so(world: World) -> None:
    """With those that we do."""
    ada = Person(world)
    await ada.join()
    await ada.say("language Klingon")

    assert "I know: Deutsch, English, español." in ada.last


async def test_who_moves_keeps_their_hour_on_the_new_clock(world: World) -> None:
    """Nine o'clock stays nine o'clock; a wrong place changes nothing."""
    ada = Person(world)
    await ada.join()
    await ada.say("place Nowhereville")
    assert "nearest big city" in ada.last
    await ada.say("place Portland")
    await ada.press("America/Los_Angeles")
    assert "It is now 4:00 AM for you" in ada.last.replace("\u202f", " ")

    await world.move_to(datetime(2026, 11, 24, 16, 59, tzinfo=UTC))
    assert "Which word" not in ada.last
    await world.move_to(datetime(2026, 11, 24, 17, 0, tzinfo=UTC))
    assert "Which word is nearest?" in ada.last


async def test_help_lists_what_this_person_can_say(world: World) -> None:
    """A newcomer a few things, a member and a moderator more; in a line each, in their language."""
    newcomer = Person(world, "bob", locale="de")
    await newcomer.say("help")
    assert "Das verstehe ich" in newcomer.last
    assert "- help now: Hilfetelefone und der Notruf" in newcomer.last
    assert "checkin" not in newcomer.last

    ada = Person(world)
    await ada.join()
    await ada.say("help")
    assert "- checkin now, time, days, " in ada.last
    checkin = next(line for line in ada.last.splitlines() if line.startswith("- checkin "))
    assert ", history" in checkin
    assert ": your daily" in checkin
    assert "- pause: Take a rest" in ada.last
    assert "welcome" not in ada.last
    assert list(ada.offered) == ["checkin now", "talk", "meetings", "help now"]

    moderator = Person(world, "mo", roles=frozenset({"moderator"}))
    await moderator.say("help")
    assert "- welcome:" in moderator.last


async def test_help_tells_more_about_one_thing(world: World) -> None:
    """What it does, with a line to copy."""
    ada = Person(world)
    await ada.join()
    await ada.say("help checkin")
    assert "- checkin pause: Pause the daily check-in. For example: checkin pause until Friday" in (
        ada.last
    )
    await ada.say("help me")
    assert "I'm a small program" in ada.last
    assert "help now" in ada.offered


async def test_what_is_for_moderators_stays_with_them(world: World) -> None:
    """Checked in the core, whatever the platform showed; who may do it, the room reads it."""
    ada = Person(world)
    await ada.join()
    await ada.say("welcome", room=ROOM)
    answered = world.platform.rooms["general" if world.platform.forms else "ada"][-1]
    assert "Only this community's moderators" in answered.text

    await Person(world, "mo", roles=frozenset({"moderator"})).say("welcome", room=ROOM)
    shown = world.platform.rooms["general"][-1]
    assert "I'm Handrail, a program" in shown.text
    assert shown.readers is None


@pytest.mark.parametrize(
    ("words", "nearest"),
    [("chekin history", "checkin history"), ("pauze", "pause"), ("checkin historie", "history")],
)
async def test_an_unknown_command_suggests_the_nearest(
    world: World, words: str, nearest: str
) -> None:
    """And the four buttons that lead everywhere."""
    ada = Person(world)
    await ada.join()
    await ada.say(words)

    assert "Did you mean" in ada.last
    assert nearest in ada.last
    assert list(ada.offered) == ["checkin now", "talk", "meetings", "help now"]


@pytest.mark.parametrize("words", ["", "   ", "tell me about the weather please", "\x00", "\ud800"])
async def test_what_is_no_command_is_answered_kindly(world: World, words: str) -> None:
    """It says that it is a small program, and shows where to go."""
    ada = Person(world)
    await ada.join()
    await ada.say(words)

    assert "I'm a small program" in ada.last
    assert "help now" in ada.offered


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("Talk to someone", "I can't connect you with a person from here yet"),
        ("hablar con alguien", "I can't connect you with a person from here yet"),
        ("Treffen", "Meetings belong to a community"),
        ("Wie es mir geht", "Which word is nearest right now?"),
        ("check in", "Which word is nearest right now?"),
    ],
)
async def test_the_four_doors_open_by_their_names(world: World, words: str, answer: str) -> None:
    """Where there are no buttons, their labels are typed; in any of our languages."""
    ada = Person(world)
    await ada.join()
    await ada.say(words)

    assert answer in ada.last


async def test_a_command_without_its_words_gets_an_example(world: World) -> None:
    """A line to copy."""
    ada = Person(world)
    await ada.join()
    await ada.say("checkin time")

    assert "It works like this: checkin time 9:30" in ada.last


# --- what must not happen


FORGED = [
    ("", "good"),
    ("/", ""),
    ("nonsense", "yes"),
    ("nonsense/2026-11-23", "good"),
    ("say", ""),
    ("say", "\x00"),
    ("say", "no such command"),
    ("question", "9:00"),
    ("checkin", "good"),
    ("checkin/", "good"),
    ("checkin/garbage", "good"),
    ("checkin/2026-13-45", "good"),
    ("checkin/9999-12-31", "good"),
    ("checkin/0001-01-01", "good"),
    ("checkin/2026-11-23", "wonderful"),
    ("checkin/2026-11-23", "'; drop table checkins; --"),
    ("checkin/2026-11-23/more", "good"),
    ("later/garbage", "1h"),
    ("later/2026-11-23", "in a year"),
    ("later/0001-01-01", "1h"),
    ("join", "nothing"),
    ("join-place", "Europe/Berlin"),
    ("join-place/25:99", "Europe/Berlin"),
    ("join-place/09:00", "Mars/Phobos"),
    ("join-place/09:00", "../../etc/passwd"),
    ("join-sure", "yes"),
    ("join-sure/25:99/Europe/Berlin", "yes"),
    ("join-sure/09:00+02:00/Mars/Phobos", "yes"),
    ("join-sure/09:00/", "yes"),
    ("place", "Mars/Phobos"),
    ("place", ""),
    ("x" * 500, "y" * 500),
    ("\ud800", "\ud800"),
]


@pytest.mark.parametrize("joined", [False, True], ids=["newcomer", "member"])
async def test_a_forged_button_is_answered_kindly(tmp_path: Path, joined: bool) -> None:
    """Prompts and choices come back through the platform and are not trusted."""
    async with running(f"sqlite:///{tmp_path / 'handrail.db'}") as world:
        ada = Person(world)
        if joined:
            await ada.join()
        for prompt, choice in FORGED:
            before = len(ada.seen)
            with capture_logs() as logs:
                await ada.choose(prompt, choice)

            assert len(ada.seen) == before + 1, (prompt, choice)
            assert "my mistake" not in ada.last, (prompt, choice)
            assert not [entry for entry in logs if entry["log_level"] in ("error", "critical")]
        assert await rows(world, checkins) == 0
        assert await rows(world, persons) == int(joined)


@pytest.mark.parametrize(
    ("form", "prompt", "values"),
    [
        ("nonsense", "", {}),
        ("join", "nonsense", {"hour": "9:00", "place": "Berlin"}),
        ("note", "", {"words": "hello"}),
        ("note", "checkin/garbage", {"words": "hello"}),
        ("join", "checkin/2026-11-23", {"hour": "9:00", "place": "Berlin"}),
        ("join", "", {}),
        ("join", "join", {"hour": "\ud800", "place": "\x00"}),
    ],
)
async def test_a_forged_form_is_answered_kindly(
    tmp_path: Path, form: str, prompt: str, values: dict[str, str]
) -> None:
    """Forms come back through the platform and are not trusted either."""
    async with running(f"sqlite:///{tmp_path / 'handrail.db'}") as world:
        ada = Person(world)
        with capture_logs() as logs:
            await ada.send_form(form, prompt, **values)

        assert len(ada.seen) == 1
        assert "my mistake" not in ada.last
        assert not [entry for entry in logs if entry["log_level"] in ("error", "critical")]
        assert await rows(world, persons) == 0


async def test_an_event_that_is_delivered_twice_counts_once(everywhere: World) -> None:
    """Platforms repeat themselves after a broken connection."""
    ada = Person(everywhere)
    await ada.join()
    event = Said(**everywhere.platform.event("ada"), direct=True, addressed=True, text="good")
    await ada.take(event)
    seen = len(ada.seen)
    await ada.take(event)

    assert len(ada.seen) == seen
    assert await rows(everywhere, checkins) == 1


async def test_what_people_say_among_themselves_is_not_kept(everywhere: World) -> None:
    """A message that is not for the bot writes nothing at all."""
    await community(everywhere)
    ada = Person(everywhere)
    await ada.join()
    before = {table.name: await rows(everywhere, table) for table in metadata.sorted_tables}

    await ada.say("I feel rough today, stop asking", room=ROOM, addressed=False)

    after = {table.name: await rows(everywhere, table) for table in metadata.sorted_tables}
    assert after == before
    assert not everywhere.platform.rooms["general"]


async def test_an_answer_in_a_room_is_for_one_person(world: World) -> None:
    """Nobody else reads what the bot says to somebody who asked it in public."""
    ada = Person(world)
    await ada.say("about", room=ROOM)

    if world.platform.forms:
        (shown,) = world.platform.rooms["general"]
        assert shown.readers == frozenset({"ada"})
    else:
        assert not world.platform.rooms["general"]
        (shown,) = world.platform.rooms["ada"]
        assert shown.audience is Audience.DIRECT
    assert "Who sees it" in shown.text


async def test_words_in_a_room_are_no_answers(world: World) -> None:
    """ "good" behind the bot's name in public is no check-in."""
    ada = Person(world)
    await ada.join()
    await ada.say("good", room=ROOM)

    assert await rows(world, checkins) == 0


async def test_emphasis_is_ours(world: World) -> None:
    """Bold and lists come from our texts; help shows that they are there."""
    ada = Person(world)
    await ada.say("help")
    (intro, commands, _outro) = ada.last_body

    assert isinstance(intro, Paragraph)
    assert isinstance(commands, Bullets)
    assert Bold("help now") in {item[0] for item in commands.items}
