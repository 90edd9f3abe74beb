"""Meetings through the front door: added by words, found, joined, reminded of, moved, cancelled."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.memory import MemoryAdapter
from bot.platform import Address
from storage import schedules
from tests.support.meetings import GUILD, LINK, add, facilitator, member, person, settle
from tests.support.person import Person
from tests.support.texts import own_texts
from tests.support.world import World, running


@pytest.fixture(params=["forms", "questions"])
async def world(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[World]:
    """A community in New York, where it is Monday noon in Greenwich."""
    platform = MemoryAdapter(forms=request.param == "forms")
    async with running(f"sqlite:///{tmp_path / 'handrail.db'}", platform=platform) as made:
        await settle(made)
        yield made


@pytest.fixture
async def everywhere(database_url: str) -> AsyncIterator[World]:
    """The same on both databases."""
    async with running(database_url) as made:
        await settle(made)
        yield made


# --- adding


async def test_a_meeting_is_read_back_with_its_next_dates_before_it_is_made(
    everywhere: World,
) -> None:
    """What was understood may be wrong; only a yes makes it."""
    fay = facilitator(everywhere)
    await fay.say("meeting add every Tuesday 7pm Newcomers")

    assert "Newcomers: every Tuesday at 7:00\u202fPM (New York)" in fay.last
    assert "Nov 24" in fay.last
    assert "Dec 1" in fay.last
    assert "Dec 8" in fay.last
    ada = await member(everywhere)
    await ada.say("meetings")
    assert "Newcomers" not in ada.last

    await fay.press("yes")
    await ada.say("meetings")
    assert "Newcomers" in ada.last


async def test_a_no_leaves_nothing(world: World) -> None:
    """It can be said another way."""
    fay = facilitator(world)
    await fay.say("meeting add every Tuesday 7pm Newcomers")
    await fay.press("no")
    await fay.say("meeting list")
    assert "no meetings yet" in fay.last


async def test_who_is_no_facilitator_adds_nothing(world: World) -> None:
    """Deny by default, and another's draft cannot be confirmed."""
    ada = await member(world)
    await ada.say("meeting add every Tuesday 7pm Newcomers")
    assert "Is that right?" not in ada.last

    fay = facilitator(world)
    await fay.say("meeting add every Tuesday 7pm Newcomers")
    shown = world.platform.offering("fay", "yes").choices
    assert shown is not None
    await ada.choose(shown.prompt, "yes")
    await fay.say("meeting list")
    assert "no meetings yet" in fay.last


async def test_letters_such_as_est_are_asked_about(world: World) -> None:
    """They are no clock: New York's moves in summer, EST does not."""
    fay = facilitator(world)
    await fay.say("meeting add every Tuesday 7pm EST Newcomers")
    assert "several clocks" in fay.last


async def test_a_meeting_can_be_filled_in(world: World) -> None:
    """For those who like forms, or questions one by one."""
    fay = facilitator(world)
    await fay.say("meeting add")
    await fay.fill(
        "form", name="Step study", when="1st and 3rd Thursday 19:30", topic="steps", link=LINK,
        passcode="-",
    )  # fmt: skip
    assert "Step study: on the first and third Thursday" in fay.last
    await fay.press("yes")
    await fay.say("meetings steps")
    assert "Step study" in fay.last
    assert LINK not in fay.last


# --- finding


async def test_times_are_the_members_own_and_the_meetings_beside_them(world: World) -> None:
    """7 pm in New York is 1 am in Berlin, on another day."""
    await add(world)
    ada = await member(world)
    await ada.say("meetings")

    assert "Wed, Nov 25, 1:00\u202fAM" in ada.last
    assert "7:00\u202fPM in New York" in ada.last


async def test_the_door_leads_here(world: World) -> None:
    """One of the four buttons that lead everywhere."""
    await add(world)
    ada = await member(world)
    await ada.say("help")
    await ada.press("meetings")
    assert "Newcomers" in ada.last


async def test_what_is_on_now_can_be_joined_late(world: World) -> None:
    """A meeting under way is shown until it ends."""
    await add(world)
    ada = await member(world)
    await world.move_to(datetime(2026, 11, 25, 0, 30, tzinfo=UTC))
    await ada.say("meetings now")
    assert "Newcomers" in ada.last
    await world.move_by(minutes=31)
    await ada.say("meetings now")
    assert "Newcomers" not in ada.last


async def test_another_communitys_meetings_are_not_shown(world: World) -> None:
    """Neither in a list nor by a button somebody made up."""
    await add(world)
    ada = await member(world)
    await ada.say("meetings")
    shown = next(choice for choice in ada.offered if "/" in choice)
    eve = Person(world, "eve", spaces=("elsewhere",))
    await eve.join()
    await eve.say("meetings")
    assert "Newcomers" not in eve.last
    await eve.choose(f"meeting/{shown}", "coming")
    assert "Newcomers" not in eve.last
    assert "Noted" not in eve.last


# --- coming


async def open_card(who: Person, name: str = "Newcomers") -> None:
    await who.say(f"meetings {name}")


async def test_only_the_number_of_those_who_come_is_public(world: World) -> None:
    """Attendance is nobody's business."""
    await add(world)
    ada, bob = await member(world), await member(world, "bob")
    await open_card(ada)
    await ada.press("coming")
    await open_card(bob)
    assert "one is coming" in bob.last
    assert "ada" not in bob.last


async def test_who_waits_gets_the_next_place_and_is_told(world: World) -> None:
    """In the order in which they asked; the message is safe on a lock screen."""
    await add(world, places="1")
    ada, bob = await member(world), await member(world, "bob")
    await ada.say("coming Newcomers")
    await bob.say("coming Newcomers")
    assert "All places are taken" in bob.last

    await ada.say("not coming Newcomers")
    await world.settle()
    assert "a place has become free" in bob.last
    assert "Newcomers" not in bob.last
    await open_card(bob)
    assert "You said you're coming" in bob.last


async def test_the_way_in_comes_15_minutes_before_to_those_who_come(world: World) -> None:
    """Links that everybody sees are how strangers come in."""
    await add(world, link=LINK, passcode="1234")
    ada, bob = await member(world), await member(world, "bob")
    await ada.say("coming Newcomers")
    assert LINK not in ada.last
    await bob.say("maybe Newcomers")

    await world.move_to(datetime(2026, 11, 24, 23, 44, tzinfo=UTC))
    assert LINK not in "".join(ada.seen)
    await world.move_by(minutes=1)
    assert LINK in ada.last
    assert "1234" in ada.last
    assert ada.last.splitlines()[0] == "Your 1:00\u202fAM: this is the way in, for you alone."
    assert LINK not in "".join(bob.seen)

    await bob.say("coming Newcomers")
    assert LINK in bob.last
    ada_saw, bob_saw = len(ada.seen), len(bob.seen)
    await world.move_by(minutes=1)
    assert (len(ada.seen), len(bob.seen)) == (ada_saw, bob_saw)


async def test_another_link_reaches_those_who_have_the_old_one(world: World) -> None:
    """Also while the meeting is under way: nobody waits in an empty room."""
    fay = await add(world, link=LINK)
    ada = await member(world)
    await ada.say("coming Newcomers")
    await world.move_to(datetime(2026, 11, 25, 0, 5, tzinfo=UTC))
    assert LINK in ada.last
    await fay.say(f"meeting edit Newcomers link {LINK}0")
    await world.move_by(seconds=2)
    assert f"{LINK}0" in ada.last
    count = len(ada.seen)
    await fay.say("meeting edit Newcomers topic steps")
    await world.move_by(seconds=2)
    assert len(ada.seen) == count


async def test_who_gets_a_place_late_gets_the_link_at_once(world: World) -> None:
    """A place that becomes free ten minutes before is of use only with the way in."""
    await add(world, link=LINK, places="1")
    ada, bob = await member(world), await member(world, "bob")
    await ada.say("coming Newcomers")
    await bob.say("coming Newcomers")
    await world.move_to(datetime(2026, 11, 24, 23, 50, tzinfo=UTC))
    assert LINK not in "".join(bob.seen)
    await ada.say("not coming Newcomers")
    await world.move_by(seconds=2)
    assert LINK in bob.last


# --- reminders


async def test_a_reminder_comes_once_and_is_safe_on_a_lock_screen(everywhere: World) -> None:
    """The member's own hour, and nothing of what it is."""
    await add(everywhere)
    ada = await member(everywhere)
    await ada.say("remind me Newcomers")
    assert "30 minutes before" in ada.last

    await everywhere.move_to(datetime(2026, 11, 24, 23, 29, tzinfo=UTC))
    before = len(ada.seen)
    await everywhere.move_by(minutes=1)
    assert ada.seen[before:][0].splitlines()[0] == "Your 1:00\u202fAM reminder."
    assert "Newcomers" not in ada.last
    await everywhere.move_by(minutes=1)
    assert len(ada.seen) == before + 1

    await ada.press("show")
    assert "Newcomers" in ada.last


async def test_reminders_keep_the_meetings_hour_over_a_clock_change(world: World) -> None:
    """New York's clocks go forward on 14 March 2027: 7 pm stays 7 pm, an hour earlier in UTC."""
    await add(world)
    ada = await member(world, place="New York")
    await ada.say("remind me Newcomers 1 hour")
    moments = []
    await world.move_to(datetime(2027, 3, 9, 0, 0, tzinfo=UTC))
    for _ in range(14 * 24 * 2):
        seen = len([text for text in ada.seen if "reminder" in text])
        await world.move_by(minutes=30)
        if len([text for text in ada.seen if "reminder" in text]) > seen:
            moments.append(world.clock.now())

    assert moments == [
        datetime(2027, 3, 9, 23, 0, tzinfo=UTC),
        datetime(2027, 3, 16, 22, 0, tzinfo=UTC),
    ]


async def test_who_wants_reminders_of_a_topic_is_reminded_of_all_its_meetings(
    world: World,
) -> None:
    """Of later ones too; one of them can be left out."""
    await add(world, topic="first steps")
    ada = await member(world)
    await ada.say("remind me first steps 10 minutes")
    assert "every meeting about" in ada.last

    await world.move_to(datetime(2026, 11, 24, 23, 50, tzinfo=UTC))
    assert "reminder" in ada.last
    await ada.say("remind off Newcomers")
    await world.move_to(datetime(2026, 12, 1, 23, 50, tzinfo=UTC))
    assert "No more reminders" in ada.last


async def test_after_stop_nobody_is_reminded(world: World) -> None:
    """Stop means everything."""
    await add(world)
    ada = await member(world)
    await ada.say("remind me Newcomers")
    await ada.say("stop")
    before = len(ada.seen)
    await world.move_to(datetime(2026, 11, 25, 0, 0, tzinfo=UTC))
    assert len(ada.seen) == before


async def test_a_members_pause_rests_their_reminders_too(world: World) -> None:
    """Until the day they said, or until they go on; what they come to is still told."""
    fay = await add(world)
    ada = await member(world)
    await ada.say("remind me Newcomers")
    await ada.say("pause until 2 December")
    await world.move_to(datetime(2026, 11, 24, 23, 30, tzinfo=UTC))
    assert "Your" not in ada.last
    await ada.say("coming Newcomers")
    await fay.say("meeting skip Newcomers")
    await world.settle()
    assert "doesn't take place" in ada.last
    await world.move_to(datetime(2026, 12, 1, 23, 30, tzinfo=UTC))  # half past midnight in Berlin
    assert "reminder" in ada.last

    await ada.say("pause")
    await world.move_to(datetime(2026, 12, 8, 23, 30, tzinfo=UTC))
    assert "reminder" not in ada.last
    await ada.say("resume")
    await world.move_to(datetime(2026, 12, 15, 23, 30, tzinfo=UTC))
    assert "reminder" in ada.last


@pytest.mark.parametrize(
    ("added", "said", "seen"),
    [
        ("Morning Circle", "meeting edit Morning Circle topic First steps", "First steps"),
        ("Morning Circle", "meeting edit morning circle TOPIC First steps", "First steps"),
        ("First topic night", "meeting edit First topic night topic Hope", "Hope"),
        ("Morning Circle", 'meeting edit "Morning Circle" topic First steps', "First steps"),
        ("Morning Circle", "meeting edit #1 about A place to talk, on any topic", "any topic"),
        ("A", "meeting edit A name New topic", "New topic"),
    ],
)
async def test_names_of_several_words_need_no_quotes(
    world: World, added: str, said: str, seen: str
) -> None:
    """The name reaches to the detail behind it; and further, if it holds such a word itself."""
    fay = await add(world, f'every Tuesday 7pm "{added}"')
    await fay.say(said)
    assert "is changed" in fay.last
    await fay.say(f"meetings {added if 'name' not in said else seen}")
    assert seen in fay.last


async def test_a_room_can_be_told_without_buttons_that_others_could_see(world: World) -> None:
    """On the meeting's clock and in UTC, since everybody in the room has another one."""
    fay = await add(world)
    general = Address("memory", space=GUILD, channel="general")
    await fay.say("meeting announce Newcomers")
    assert "in the room" in fay.last
    await fay.say("meeting announce Newcomers", room=general)
    await world.move_to(datetime(2026, 11, 24, 23, 30, tzinfo=UTC))
    told = world.platform.rooms["general"][-1]
    assert told.text.startswith(
        "Newcomers · Tue, Nov 24, 7:00\u202fPM (New York), 12:00\u202fAM UTC"
    )
    assert told.choices is None
    count = len(world.platform.rooms["general"])
    await world.move_by(minutes=10)
    assert len(world.platform.rooms["general"]) == count

    await fay.say("meeting announce Newcomers off", room=general)
    count = len(world.platform.rooms["general"])
    await world.move_to(datetime(2026, 12, 1, 23, 40, tzinfo=UTC))
    assert len(world.platform.rooms["general"]) == count


# --- changes


async def test_a_cancelled_occurrence_is_told_and_does_not_remind(world: World) -> None:
    """The others take place."""
    fay = await add(world)
    ada = await member(world)
    await ada.say("remind me Newcomers")
    await fay.say("meeting cancel Newcomers Tuesday")
    assert "One member is told" in fay.last
    await world.settle()
    assert ada.last == "Your 1:00\u202fAM on Wed, Nov 25 doesn't take place."

    await world.move_to(datetime(2026, 11, 30, 0, 0, tzinfo=UTC))
    assert "doesn't take place" in "".join(ada.seen)
    assert not [text for text in ada.seen if "reminder." in text]
    await world.move_to(datetime(2026, 12, 1, 23, 30, tzinfo=UTC))
    assert "reminder." in ada.last


async def test_a_cancelled_occurrence_can_take_place_after_all(world: World) -> None:
    """Somebody named the wrong day, or is well again."""
    fay = await add(world)
    ada = await member(world)
    await ada.say("coming Newcomers")
    await fay.say("meeting skip Newcomers")
    await fay.say("meeting restore Newcomers Tuesday")
    assert "takes place after all" in fay.last
    await world.settle()
    assert ada.last.startswith("Your 1:00\u202fAM takes place after all.")
    await ada.say("meetings Newcomers")
    assert "one is coming" in ada.last
    await fay.say("meeting restore Newcomers")
    assert "No coming date is cancelled" in fay.last

    await fay.say("meeting move Newcomers Friday 8 pm")
    await fay.say("meeting skip Newcomers")
    await fay.say("meeting restore Newcomers Friday")
    assert "Next: Fri, Nov 27, 8:00\u202fPM" in fay.last


async def test_a_moved_occurrence_reminds_at_its_new_time(world: World) -> None:
    """Also of those who were reminded of the old one."""
    fay = await add(world)
    ada = await member(world)
    await ada.say("remind me Newcomers")
    await world.move_to(datetime(2026, 11, 24, 23, 30, tzinfo=UTC))
    assert "reminder." in ada.last
    await fay.say("meeting move Newcomers Wednesday 8 pm")
    assert "has moved from" in fay.last
    await world.settle()
    assert "has moved" in ada.last

    await world.move_to(datetime(2026, 11, 26, 0, 30, tzinfo=UTC))
    assert ada.last.splitlines()[0] == "Your 2:00\u202fAM reminder."


async def test_a_pause_and_an_end_are_told(world: World) -> None:
    """Nobody stands in front of a closed door."""
    fay = await add(world)
    ada = await member(world)
    await ada.say("remind me Newcomers")
    await fay.say("meeting pause Newcomers 15 December")
    await world.settle()
    assert "taking a break" in ada.last
    await world.move_to(datetime(2026, 12, 2, 0, 0, tzinfo=UTC))
    assert not [text for text in ada.seen if "reminder." in text]
    await world.move_to(datetime(2026, 12, 15, 23, 30, tzinfo=UTC))
    assert "reminder." in ada.last

    await fay.say("meeting end Newcomers")
    await world.settle()
    assert "has come to its end" in ada.last
    await ada.say("meetings")
    assert "Newcomers" not in ada.last
    await world.move_by(minutes=1)
    due = await world.database.read(schedules.next_due)
    assert due is not None
    assert due - world.clock.now() < timedelta(days=1)  # ada's check-in is all that is left


# --- in other languages

SAID = {
    "en": ("weekdays 7 pm", "Newcomers"),
    "de": ("montags bis freitags 19 Uhr", "Neue"),
    "es": ("de lunes a viernes 19:00", "Nuevos"),
}
EXAMPLES = (
    *("meetings", "coming", "maybe", "not-coming", "remind-me", "remind-list", "remind-off"),
    *(f"meeting-{each}" for each in ("list", "edit", "cancel", "restore", "host", "move", "skip")),
    *(f"rota-{each}" for each in ("join", "show", "free", "leave")),
    *(f"meeting-{each}" for each in ("export", "pause", "resume", "end")),
)
REFUSALS = (
    *("meeting-unknown", "meeting-several", "meeting-over", "meeting-none-ahead"),
    *("meeting-when-unclear", "meeting-when-no-time", "meeting-not-that-day"),
    *("meeting-not-cancelled", "meeting-lead-unclear", "meeting-remind-none", "error-ours"),
)


@pytest.mark.parametrize("language", SAID)
async def test_every_example_does_what_it_promises(tmp_path: Path, language: str) -> None:
    """Whoever copies a line from `help` is understood, in the language it is written in."""
    texts = own_texts()
    # What each begins with, up to the first thing that is put in.
    refusals = [
        texts.line(language, text_id, names="|", dates="|").split("|")[0][:30]
        for text_id in REFUSALS
    ]
    when, name = SAID[language]
    async with running(f"sqlite:///{tmp_path / 'handrail.db'}") as world:
        await settle(world)
        fay = person(world, "fay", roles=frozenset({"facilitator"}), locale=language)
        await fay.join()
        await fay.say(f"meeting add {when} {name}")
        await fay.press("yes")
        for command in EXAMPLES:
            before = len(fay.seen)
            await fay.say(texts.line(language, f"command-{command}.example"))
            answer = "\n".join(fay.seen[before:])
            assert answer, command
            assert name in answer or command in WITHOUT_A_NAME, (command, answer)
            assert not any(answer.startswith(each) for each in refusals), (command, answer)


WITHOUT_A_NAME = ("meetings", "coming", "maybe", "not-coming", "meeting-export")
