"""Through the front door: the daily check-in, its answers, notes and changes."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from structlog.testing import capture_logs

from bot.richtext import Paragraph, Text
from storage import checkins, members
from storage.tables import consents
from tests.support.person import Person
from tests.support.world import World, running

NEXT_MORNING = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)  # a Tuesday; 9:00 in Berlin
WORDS = ["good", "okay", "mixed", "low", "rough", "skip", "later"]
FREE_TEXTS = [
    "@everyone and @room",
    "<b>bold</b><script>alert(1)</script>",
    "**bold** _it_ `code` [link](https://example.org)\n\n- a list\n> a quote",
    "<@1234567890> <#42> https://matrix.to/#/@ada:example.org",
    "\u202eright to left\u202c and \u200f marks",
    "null \x00 inside",
    "half a \ud83d face",
    "\ue0000\ue001 { $word } %s {0}",
    "'; drop table checkins; --",
    "🙂" * 200,
]


async def asked(world: World) -> Person:
    """A member who was just asked, on Tuesday at nine in Berlin."""
    ada = Person(world)
    await ada.join()
    await world.move_to(NEXT_MORNING)
    assert "Which word is nearest?" in ada.last
    return ada


async def days(world: World) -> dict[str, tuple[str, str | None]]:
    """What is kept: the word and the note of each day."""

    def read(tx: object) -> dict[str, tuple[str, str | None]]:
        member = members.member_with(tx, "memory", "ada")  # type: ignore[arg-type]
        assert member is not None
        every = checkins.between(tx, member.id, datetime.min.date(), datetime.max.date())  # type: ignore[arg-type]  # noqa: DTZ901
        return {each.day.isoformat(): (each.word, each.note) for each in every}

    return await world.database.read(read)


# --- being asked and answering


async def test_one_question_a_day_with_words_to_tap(everywhere: World) -> None:
    """At the member's hour, once, with "not today" and "later" among the answers."""
    ada = await asked(everywhere)
    assert list(ada.offered) == WORDS
    assert ada.offered["skip"] == "not today"
    before = len(ada.seen)

    await everywhere.move_by(hours=12)
    assert len(ada.seen) == before
    await everywhere.move_to(NEXT_MORNING + timedelta(days=1))
    assert len(ada.seen) == before + 1


async def test_a_tap_is_an_answer(everywhere: World) -> None:
    """The word is kept for the day of the question."""
    ada = await asked(everywhere)
    await ada.press("mixed")

    assert "Noted: mixed. Thank you." in ada.seen[-1]
    assert await days(everywhere) == {"2026-11-24": ("mixed", None)}


async def test_not_today_is_an_answer_too(world: World) -> None:
    """It counts, and nobody asks why."""
    ada = await asked(world)
    await ada.press("skip")

    assert "That counts as an answer" in ada.last
    assert await days(world) == {"2026-11-24": ("skip", None)}


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("okay", "okay"),
        ("Good!", "good"),
        ("2", "okay"),
        ("🙂", "okay"),
        ("mir geht's gut", "good"),
        ("not today", "skip"),
        ("así así", "mixed"),
    ],
)
async def test_plain_words_figures_and_faces_are_answers(
    world: World, typed: str, word: str
) -> None:
    """As people answer each other."""
    ada = await asked(world)
    await ada.say(typed)

    assert await days(world) == {"2026-11-24": (word, None)}


@pytest.mark.parametrize("typed", ["not sure if good or bad", "7", "good 😭"])
async def test_what_is_no_plain_answer_is_not_taken_for_one(world: World, typed: str) -> None:
    """A wrong word kept would be worse than a question."""
    ada = await asked(world)
    await ada.say(typed)

    assert await days(world) == {}
    assert "I'm a small program" in ada.last


async def test_after_a_hard_word_a_person_is_offered(world: World) -> None:
    """Never pushed; one tap away."""
    ada = await asked(world)
    await ada.press("rough")

    assert "Days like this are allowed here" in ada.seen[-2]
    assert "would a person help" in ada.last
    assert list(ada.offered) == ["talk", "try", "lines", "enough"]


async def test_an_answer_can_be_changed(everywhere: World) -> None:
    """By the button below it, or by saying another word."""
    ada = await asked(everywhere)
    await ada.press("good")
    await ada.press("change")
    assert "Which word is nearer?" in ada.last
    await ada.press("okay")
    assert "Changed to: okay" in ada.last
    await ada.say("mixed")

    assert await days(everywhere) == {"2026-11-24": ("mixed", None)}


async def test_an_answer_is_taken_back_by_removing_its_reaction(everywhere: World) -> None:
    """Nothing is kept of it, and its message is the question again; a later word stays."""
    ada = await asked(everywhere)
    question = everywhere.platform.rooms["ada"][-1].id
    await ada.press("good")

    await ada.take_back("checkin/2026-11-24", "good", message=question)
    assert await days(everywhere) == {}
    assert "nothing is noted" in ada.last
    assert (list(ada.offered), everywhere.platform.rooms["ada"][-1].id) == (WORDS, question)

    await ada.press("okay")
    seen = ada.seen
    await ada.take_back("checkin/2026-11-24", "good", message=question)
    await ada.take_back("checkin/2026-11-24", "note", message=question)
    await ada.take_back("join/09:00", "yes", message=question)
    assert await days(everywhere) == {"2026-11-24": ("okay", None)}
    assert ada.seen == seen


async def test_a_note_is_not_lost_by_removing_a_reaction(world: World) -> None:
    """It may only be the way to another word."""
    ada = await asked(world)
    question = world.platform.rooms["ada"][-1]
    await ada.press("good")
    await ada.say("checkin notes on")
    await ada.say("note slept well")

    await ada.take_back("checkin/2026-11-24", "good", message=question.id)
    assert "Your note stays" in question.text
    assert await days(world) == {"2026-11-24": ("good", "slept well")}

    await ada.press("okay")
    assert await days(world) == {"2026-11-24": ("okay", "slept well")}


async def test_nothing_is_taken_back_that_is_not_theirs_to_change(world: World) -> None:
    """Of a stranger, of somebody who stopped, of a day long ago: nothing changes, or is said."""
    ada, ben = await asked(world), Person(world, "ben")
    await ada.press("good")
    await ben.take_back("checkin/2026-11-24", "good")
    assert ben.seen == []

    await world.move_by(days=8)
    seen = ada.seen
    await ada.take_back("checkin/2026-11-24", "good")
    await ada.say("stop")
    said = len(ada.seen)
    await ada.take_back("checkin/2026-11-24", "good")

    assert ada.seen[: len(seen)] == seen
    assert len(ada.seen) == said
    assert await days(world) == {"2026-11-24": ("good", None)}


async def test_a_late_answer_counts_for_its_own_day(everywhere: World) -> None:
    """Yesterday's question answered this morning is yesterday's answer."""
    ada = await asked(everywhere)
    await everywhere.move_to(NEXT_MORNING + timedelta(hours=20))
    await ada.press("okay")

    assert await days(everywhere) == {"2026-11-24": ("okay", None)}


async def test_an_old_question_leads_to_todays(world: World) -> None:
    """After eight days the old one is closed; today's words stand below the answer."""
    ada = await asked(world)
    prompt = f"checkin/{NEXT_MORNING.date()}"
    await world.move_by(days=8)
    await ada.choose(prompt, "good")

    assert "too long ago" in ada.last
    assert await days(world) == {}
    await ada.press("okay")
    assert await days(world) == {"2026-12-02": ("okay", None)}


async def test_who_answered_already_is_not_asked(world: World) -> None:
    """A word said in the morning answers the question of the day."""
    ada = Person(world)
    await ada.join(hour="9:00")
    await world.move_to(NEXT_MORNING - timedelta(hours=1))
    await ada.say("checkin now")
    await ada.press("good")
    before = len(ada.seen)
    await world.move_to(NEXT_MORNING)

    assert len(ada.seen) == before


@pytest.mark.parametrize(
    ("choice", "hour"), [("1h", "10:00 AM"), ("3h", "12:00 PM"), ("tonight", "8:00 PM")]
)
async def test_later_is_fine(world: World, choice: str, hour: str) -> None:
    """The question comes again at the hour that was said, about the same day."""
    ada = await asked(world)
    await ada.press("later")
    await ada.press(choice)
    assert f"I'll ask again at {hour}" in ada.last.replace("\u202f", " ")

    before = len(ada.seen)
    await world.move_by(minutes=59)
    assert len(ada.seen) == before
    await world.move_to(NEXT_MORNING.replace(hour={"1h": 9, "3h": 11, "tonight": 19}[choice]))
    assert len(ada.seen) == before + 1
    assert list(ada.offered) == WORDS
    await ada.press("good")
    assert await days(world) == {"2026-11-24": ("good", None)}


@pytest.mark.parametrize("typed", ["in 1 h", "1h", "in an hour", "in einer Stunde"])
async def test_later_can_be_said(world: World, typed: str) -> None:
    """In words, without opening anything."""
    ada = await asked(world)
    await ada.say(typed)
    assert "I'll ask again at 10:00 AM" in ada.last.replace("\u202f", " ")


async def test_tonight_after_eight_is_in_an_hour(world: World) -> None:
    """A moment that is over is never promised."""
    ada = await asked(world)
    await world.move_to(NEXT_MORNING.replace(hour=20))
    await ada.say("tonight")

    assert "I'll ask again at 10:00 PM" in ada.last.replace("\u202f", " ")


async def test_after_an_answer_nothing_comes_again(world: World) -> None:
    """Whoever put it off and then answered is left alone."""
    ada = await asked(world)
    await ada.say("in 1 h")
    await ada.say("good")
    before = len(ada.seen)
    await world.move_by(hours=2)

    assert len(ada.seen) == before


# --- notes


async def test_notes_are_kept_only_after_a_yes(everywhere: World) -> None:
    """Asked at the first note; the yes is recorded; the note comes after it."""
    ada = await asked(everywhere)
    await ada.press("good")
    await ada.say("note slept well")
    assert "Shall I keep notes for you?" in ada.last
    assert await days(everywhere) == {"2026-11-24": ("good", None)}

    await ada.press("notes-yes")
    assert "send it again" in ada.last
    await ada.say("note slept well")
    assert "Kept" in ada.last
    assert await days(everywhere) == {"2026-11-24": ("good", "slept well")}
    given = await everywhere.database.read(
        lambda tx: tx.execute(select(consents.c.purpose, consents.c.withdrawn_at)).all()
    )
    assert ("notes", None) in given


async def test_a_note_by_the_button(world: World) -> None:
    """A form where there are forms, a question elsewhere."""
    ada = await asked(world)
    await ada.press("good")
    await ada.press("notes-ask")
    await ada.press("notes-yes")
    await ada.fill("note", words="slept well\ncalled Sam")

    assert await days(world) == {"2026-11-24": ("good", "slept well\ncalled Sam")}


async def test_no_notes_is_fine(world: World) -> None:
    """A no is taken, and nothing is kept."""
    ada = await asked(world)
    await ada.press("good")
    await ada.say("note slept well")
    await ada.press("notes-no")

    assert "no notes" in ada.last
    assert await days(world) == {"2026-11-24": ("good", None)}


async def test_a_note_goes_with_a_word(world: World) -> None:
    """Without one for the day, the words are offered first."""
    ada = await asked(world)
    await ada.say("checkin notes on")
    await ada.say("note slept well")

    assert "Which one is nearest?" in ada.last
    assert list(ada.offered) == WORDS


async def test_notes_off_removes_them_all(world: World) -> None:
    """The words stay; the next note is asked about again."""
    ada = await asked(world)
    await ada.say("checkin notes on")
    await ada.press("good")
    await ada.say("note slept well")
    await ada.say("checkin notes off")
    assert await days(world) == {"2026-11-24": ("good", None)}

    await ada.say("note slept well")
    assert "Shall I keep notes for you?" in ada.last


@pytest.mark.parametrize("words", ["of", "show", "maybe", "on please"])
async def test_notes_are_not_lost_by_a_slip(world: World, words: str) -> None:
    """Only "off" removes them; anything else gets an example."""
    ada = await asked(world)
    await ada.say("checkin notes on")
    await ada.press("good")
    await ada.say("note slept well")
    await ada.say(f"checkin notes {words}")

    assert "It works like this: checkin notes off" in ada.last
    assert await days(world) == {"2026-11-24": ("good", "slept well")}


async def test_a_note_that_is_too_long_costs_nothing(world: World) -> None:
    """Told how much fits; what was there stays, and a shorter one is taken."""
    ada = await asked(world)
    await ada.say("checkin notes on")
    await ada.press("good")
    await ada.say("note slept well")
    await ada.say("note " + "long " * 1000)
    assert "4,999 characters, and 4,000 fit here" in ada.last
    assert await days(world) == {"2026-11-24": ("good", "slept well")}

    await ada.fill("note", words="x" * 5000)
    assert "5,000 characters, and 4,000 fit here" in ada.last
    assert await days(world) == {"2026-11-24": ("good", "slept well")}
    if world.platform.forms:
        await ada.fill("again", words="y" * 4000)
    else:
        await ada.say("y" * 4000)
    assert await days(world) == {"2026-11-24": ("good", "y" * 4000)}


@pytest.mark.parametrize("words", FREE_TEXTS)
async def test_what_somebody_writes_stays_what_they_wrote(tmp_path: Path, words: str) -> None:
    """In a note and in a question of one's own: kept in full, shown as plain characters."""
    async with running(f"sqlite:///{tmp_path / 'handrail.db'}") as world:
        ada = Person(world)
        await ada.join()
        with capture_logs() as logs:
            await ada.say("checkin notes on")
            await ada.say("good")
            await ada.say(f"note {words}")
            await ada.say(f"checkin prompt {words}")
            await ada.say("checkin history")
            history = ada.last_body
            await world.move_to(NEXT_MORNING)

        assert await days(world) == {"2026-11-23": ("good", words)}
        assert ada.last_body[-1] == Paragraph((Text(words),))
        shown = " ".join(words.split())
        shown = shown if len(shown) <= 300 else shown[:300]
        (line,) = history[-1].items[0]  # type: ignore[union-attr]
        assert isinstance(line, Text)
        assert shown in line.text
        assert not [entry for entry in logs if entry["log_level"] in ("error", "critical")]
        assert words not in repr(logs)


@pytest.mark.parametrize("words", FREE_TEXTS)
async def test_what_somebody_writes_breaks_no_other_command(tmp_path: Path, words: str) -> None:
    """Wherever words are read, strange ones get a kind answer."""
    async with running(f"sqlite:///{tmp_path / 'handrail.db'}") as world:
        ada = Person(world)
        await ada.join()
        with capture_logs() as logs:
            for command in ("", "place ", "language ", "pause ", "checkin time ", "checkin days "):
                before = len(ada.seen)
                await ada.say(command + words)
                assert len(ada.seen) == before + 1
                assert "my mistake" not in ada.last
            for command in ("checkin pause ", "checkin notes ", "help now ", "help ", "stop "):
                await ada.say(command + words)
                assert "my mistake" not in ada.last

        assert not [entry for entry in logs if entry["log_level"] in ("error", "critical")]
        await world.move_to(NEXT_MORNING)
        assert "Which word is nearest?" in ada.last


async def test_own_words_stand_below_the_question(world: World) -> None:
    """Until they are taken back; too many are refused."""
    ada = Person(world)
    await ada.join()
    await ada.say('checkin prompt "What went well?"')
    await world.move_to(NEXT_MORNING)
    assert ada.last.endswith("What went well?")

    await ada.say("checkin prompt " + "x" * 301)
    assert "301 characters, and 300 fit here" in ada.last
    await ada.say("checkin now")
    assert ada.last.endswith("What went well?")
    await ada.say("checkin prompt")
    await ada.say("checkin now")
    assert "What went well?" not in ada.last


# --- when to be asked


async def test_another_hour_counts_from_the_next_question_on(everywhere: World) -> None:
    """Whoever was asked today is not asked a second time, however often they change it."""
    ada = await asked(everywhere)
    for hour in ("3 pm", "18:00"):
        await ada.say(f"checkin time {hour}")
        assert "Wed, Nov 25" in ada.last
    before = len(ada.seen)
    await everywhere.move_to(NEXT_MORNING.replace(hour=22))
    assert len(ada.seen) == before

    await everywhere.move_to(datetime(2026, 11, 25, 17, 0, tzinfo=UTC))
    assert len(ada.seen) == before + 1


async def test_another_hour_before_todays_question_counts_today(world: World) -> None:
    """At eight in the morning one can still ask for ten."""
    ada = Person(world)
    await ada.join()
    await world.move_to(NEXT_MORNING - timedelta(hours=1))
    await ada.say("checkin time 10:00")

    assert "Tue, Nov 24, 10:00 AM" in ada.last.replace("\u202f", " ")


async def test_another_hour_ends_no_pause(world: World) -> None:
    """Until Friday means until Friday."""
    ada = await asked(world)
    await ada.say("checkin pause until Friday")
    await ada.say("checkin time 10:00")
    assert "Fri, Nov 27, 10:00 AM" in ada.last.replace("\u202f", " ")
    await ada.say("checkin days every day")
    assert "Fri, Nov 27, 10:00 AM" in ada.last.replace("\u202f", " ")


async def test_an_unclear_hour_changes_nothing(world: World) -> None:
    """An example, and the old hour stays."""
    ada = Person(world)
    await ada.join()
    await ada.say("checkin time whenever")
    assert "can't read that as a time" in ada.last

    await world.move_to(NEXT_MORNING)
    assert "Which word is nearest?" in ada.last


async def test_only_on_chosen_days(world: World) -> None:
    """The other days are left alone."""
    ada = await asked(world)  # a Tuesday
    await ada.say("checkin days Mon, Thu")
    assert "Mon, Thu" in ada.last
    assert "Thu, Nov 26" in ada.last
    before = len(ada.seen)
    await world.move_to(NEXT_MORNING + timedelta(days=1))
    assert len(ada.seen) == before
    await world.move_to(NEXT_MORNING + timedelta(days=2))
    assert len(ada.seen) == before + 1

    await ada.say("checkin days someday")
    assert "didn't recognise those days" in ada.last


async def test_a_pause_of_the_check_in(everywhere: World) -> None:
    """Nothing before the day that was named; then it goes on by itself."""
    ada = await asked(everywhere)
    await ada.say("checkin pause until Friday")
    assert "Friday, November 27, 2026" in ada.last
    before = len(ada.seen)
    for ahead in (1, 2):
        await everywhere.move_to(NEXT_MORNING + timedelta(days=ahead))
    assert len(ada.seen) == before

    await everywhere.move_to(NEXT_MORNING + timedelta(days=3))
    assert "Which word is nearest?" in ada.last


async def test_a_pause_can_end_early(world: World) -> None:
    """By a button or a word."""
    ada = await asked(world)
    await ada.say("checkin pause")
    assert 'until you say "checkin resume"' in ada.last
    await ada.press("checkin resume")
    assert "Wed, Nov 25, 9:00 AM" in ada.last.replace("\u202f", " ")

    await world.move_to(NEXT_MORNING + timedelta(days=1))
    assert "Which word is nearest?" in ada.last


async def test_a_pause_takes_back_what_was_put_off(world: World) -> None:
    """ "Tonight" said in the morning does not outlast a pause said at noon."""
    ada = await asked(world)
    await ada.say("tonight")
    await ada.say("checkin pause")
    before = len(ada.seen)
    await world.move_to(NEXT_MORNING.replace(hour=19))

    assert len(ada.seen) == before


async def test_what_is_too_late_is_not_asked(world: World) -> None:
    """No "good morning" in the afternoon when the bot was away."""
    ada = Person(world)
    await ada.join()
    before = len(ada.seen)
    await world.move_to(NEXT_MORNING + timedelta(hours=3))

    assert len(ada.seen) == before


# --- looking back


async def test_nothing_yet_is_fine(world: World) -> None:
    """No zero is shown."""
    ada = Person(world)
    await ada.join()
    await ada.say("checkin history")

    assert "Nothing here yet" in ada.last
    assert "0" not in ada.last


async def test_days_are_counted_and_never_taken_away(world: World) -> None:
    """Days this month, in all, the longest run; a long absence changes none of the last two."""
    ada = Person(world)
    await ada.join()
    for ahead in (0, 1, 2, 4):
        await world.move_to(NEXT_MORNING + timedelta(days=ahead))
        await ada.say("good")
    await ada.say("checkin history")
    assert "4 days this month, 4 in all. Your longest run was 3 days." in ada.last
    assert ada.last.splitlines()[-4:] == [
        "- Sat, Nov 28: good",
        "- Thu, Nov 26: good",
        "- Wed, Nov 25: good",
        "- Tue, Nov 24: good",
    ]

    await world.move_by(days=60)
    await ada.say("checkin history")
    assert "4 days in all. Your longest run was 3 days." in ada.last
    assert not re.search(r"\b0\b", ada.last)


async def test_looking_back_shows_ones_own_days_only(world: World) -> None:
    """Whatever others answered."""
    ada, bob = Person(world), Person(world, "bob")
    await ada.join()
    await bob.join()
    await ada.say("good")
    await bob.say("checkin history")

    assert "Nothing here yet" in bob.last
