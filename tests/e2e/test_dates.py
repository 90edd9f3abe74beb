"""Through the front door: dates that matter, their milestones, what is said after a lapse."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from adapters.memory import MemoryAdapter
from bot.checkins.dates import posting
from bot.checkins.dates.offers import Offer
from bot.checkins.dates.sharing import date_items
from bot.platform import Address, Outcome, Receipt
from bot.richtext import plain
from storage import dates, members, outbox, schedules
from storage.database import Transaction
from storage.dates import Asked, Dated, Lapse
from storage.outbox import Claimed
from tests.support.person import Person
from tests.support.texts import own_texts
from tests.support.world import MONDAY_NOON, World, running

QUESTION = "a short question about your calendar"
HELPED = "what helped before"


async def joined(world: World, **more: str) -> Person:
    ada = Person(world)
    await ada.join(**more)
    return ada


def me(tx: Transaction) -> int:
    member = members.member_with(tx, "memory", "ada")
    assert member is not None
    return member.id


async def kept(world: World) -> list[Dated]:
    return await world.database.read(lambda tx: dates.dates_of(tx, me(tx)))


async def lapses(world: World) -> list[Lapse]:
    return await world.database.read(lambda tx: dates.lapses_of(tx, me(tx)))


async def asked(world: World) -> list[Asked]:
    return await world.database.read(lambda tx: dates.asked_of(tx, me(tx)))


def questions(ada: Person) -> list[str]:
    return [each for each in ada.seen if QUESTION in each]


async def on_each_day(world: World, days: int) -> None:
    """Let days pass, one after another."""
    for _ in range(days):
        await world.move_by(days=1)


# --- keeping dates


async def test_a_date_is_kept_as_it_is_said(everywhere: World) -> None:
    """With a name of one's own, and any day of the past; hidden, until somebody wants it shown."""
    ada = await joined(everywhere)
    await ada.say("date add sober since 3 May 2024")

    (dated,) = await kept(everywhere)
    assert (dated.name, dated.since, dated.shown) == ("sober since", date(2024, 5, 3), False)
    assert "sober since" in ada.last
    assert "934 days" in ada.last


@pytest.mark.parametrize(
    ("said", "name", "since"),
    [
        ('date add "left hospital" yesterday', "left hospital", date(2026, 11, 22)),
        ("date add sober 30 days ago", "sober", date(2026, 10, 24)),
        ("date add no. 7 on 2026-01-31", "no. 7", date(2026, 1, 31)),
    ],
)
async def test_any_name_and_day_do(world: World, said: str, name: str, since: date) -> None:
    """However somebody writes it."""
    ada = await joined(world)
    await ada.say(said)

    (dated,) = await kept(world)
    assert (dated.name, dated.since) == (name, since)


async def test_a_date_can_be_added_by_button(world: World) -> None:
    """By a form, or by two questions."""
    ada = await joined(world)
    await ada.say("date list")
    await ada.fill("new", name="left hospital", since="1 June 2026")

    (dated,) = await kept(world)
    assert (dated.name, dated.since) == ("left hospital", date(2026, 6, 1))


async def test_a_day_to_come_is_no_date_yet(world: World) -> None:
    """What may be meant is told."""
    ada = await joined(world)
    await ada.say("date add wedding 3 May 2030")

    assert "yet to come" in ada.last
    assert await kept(world) == []


async def test_a_date_is_corrected_backwards_and_listed(world: World) -> None:
    """No reason needed; nothing is lost by it."""
    ada = await joined(world)
    await ada.say("date add sober since 13 November 2026")
    await ada.say("date change sober since 3 November 2026")
    await ada.say("date list")

    assert "sober since: 20 days since" in ada.last


async def test_several_dates_are_told_apart(world: World) -> None:
    """By name, by number, or by a button."""
    ada = await joined(world)
    await ada.say("date add sober since 3 May 2024")
    await ada.say("date add left hospital 1 June 2026")
    await ada.say("date show 2")
    await ada.say("date change left hospital 2 June 2026")
    assert [(each.name, each.shown) for each in await kept(world)] == [
        ("sober since", False),
        ("left hospital", True),
    ]
    await ada.say("date hide")
    hospital = (await kept(world))[1]
    await ada.press(str(hospital.id))

    assert [each.shown for each in await kept(world)] == [False, False]
    assert (await kept(world))[1].since == date(2026, 6, 2)


async def test_a_date_can_be_changed_by_buttons(world: World) -> None:
    """Which one, then which day."""
    ada = await joined(world)
    await ada.say("date add sober since 3 May 2024")
    await ada.say("date add left hospital 1 June 2026")
    await ada.say("date change")
    await ada.press(str((await kept(world))[0].id))
    await ada.fill("day", since="4 May 2024")

    assert (await kept(world))[0].since == date(2024, 5, 4)


async def test_a_date_is_removed_after_a_yes(world: World) -> None:
    """With its lapses and milestones, and nothing is asked about it any more."""
    ada = await joined(world)
    await ada.say("date add sober since 25 October 2026")
    await ada.say("lapse yesterday")
    await ada.say("date remove")
    assert await kept(world)
    await ada.press("yes")

    assert await kept(world) == []
    assert await lapses(world) == []
    await on_each_day(world, 4)
    assert questions(ada) == []


async def test_another_members_buttons_do_nothing(world: World) -> None:
    """A prompt is not secret and not trusted."""
    ada = await joined(world)
    await ada.say("date add sober since 3 May 2024")
    bo = Person(world, "bo")
    await bo.join()
    (dated,) = await kept(world)
    await bo.choose(f"date-sure/{dated.id}", "yes")

    assert await kept(world) == [dated]


# --- milestones


async def test_a_milestone_is_asked_about_at_the_members_hour(everywhere: World) -> None:
    """Asked, not announced; the first line says nothing to others, and no name stands there."""
    ada = await joined(everywhere)
    await ada.say("date add sober since 25 October 2026")
    await everywhere.move_to(datetime(2026, 11, 24, 7, 59, tzinfo=UTC))
    assert questions(ada) == []
    await everywhere.move_to(datetime(2026, 11, 24, 8, 0, tzinfo=UTC))

    (question,) = questions(ada)
    assert "30 days today" in question
    assert "Still right?" in question
    assert "sober" not in question
    assert question.splitlines()[0] == "Hello, a short question about your calendar."
    for answer in ("yes", "change", "quiet", "lapse"):
        assert ada.option(answer).label


async def test_a_milestone_is_asked_about_once(world: World) -> None:
    """Not again on the same day, nor the day after, answered or not."""
    ada = await joined(world)
    await ada.say("date add sober since 25 October 2026")
    await on_each_day(world, 10)

    assert len(questions(ada)) == 1


async def test_a_yes_is_celebrated_in_private(world: World) -> None:
    """And nowhere else; where no community offers a room, no button offers it."""
    ada = await joined(world)
    await ada.say("date add sober since 25 October 2026")
    await world.move_by(days=1)
    await ada.press("yes")

    assert "30 days." in ada.last
    assert ada.offered == {}
    assert [each.answer for each in await asked(world)] == ["yes"]


async def test_who_has_just_said_it_is_not_asked_the_day_after(world: World) -> None:
    """Thirty days this very day, and its hour is over: the next one is asked about."""
    ada = await joined(world)
    await ada.say("date add sober 30 days ago")
    await on_each_day(world, 5)

    assert questions(ada) == []


async def test_it_can_be_marked_quietly(world: World) -> None:
    """For days on which a cheer would hurt."""
    ada = await joined(world)
    await ada.say("date add sober since 25 October 2026")
    await world.move_by(days=1)
    await ada.press("quiet")

    assert "Noted, quietly." in ada.seen[-1]
    assert [each.answer for each in await asked(world)] == ["quiet"]


async def test_the_date_can_be_changed_from_the_question(world: World) -> None:
    """It then comes again when it is true."""
    ada = await joined(world)
    await ada.say("date add sober since 25 October 2026")
    await world.move_by(days=1)
    await ada.fill("change", since="27 October 2026")
    assert (await kept(world))[0].since == date(2026, 10, 27)

    await on_each_day(world, 4)
    assert len(questions(ada)) == 2
    assert [each.day for each in await asked(world)] == [date(2026, 11, 26)]


async def test_a_name_stands_in_the_question_only_if_it_is_shown(world: World) -> None:
    """After the first line, also then."""
    ada = await joined(world)
    await ada.say("date add sober since 25 October 2026")
    await ada.say("date show")
    await world.move_by(days=1)

    (question,) = questions(ada)
    assert question.splitlines()[-1] == "sober since"


@pytest.mark.parametrize(
    ("hours", "expected"),
    [(0, ["30 days today"]), (25, ["30 days on Tuesday, November 24"]), (60, [])],
    ids=["on the day", "a day late", "too late"],
)
async def test_after_an_outage_a_day_late_is_fine(
    world: World, hours: int, expected: list[str]
) -> None:
    """It says the day; what is long over is not made up for."""
    ada = await joined(world)
    await ada.say("date add sober since 25 October 2026")
    await world.move_to(datetime(2026, 11, 24, 8, 0, tzinfo=UTC) + timedelta(hours=hours))

    told = questions(ada)
    assert len(told) == len(expected)
    assert all(words in each for words, each in zip(expected, told, strict=True))


async def test_after_years_away_one_question_at_most(world: World) -> None:
    """Nobody comes back to a heap of them; the next one comes in time."""
    ada = await joined(world)
    await ada.say("date add sober since 25 October 2026")
    await world.move_to(datetime(2028, 10, 24, 12, 0, tzinfo=UTC))
    assert questions(ada) == []
    await world.move_by(days=1)

    (question,) = questions(ada)
    assert "2 years today" in question


async def test_a_restart_asks_nothing_twice(tmp_path: Path) -> None:
    """What was asked before is known after."""
    url, platform = f"sqlite:///{tmp_path / 'handrail.db'}", MemoryAdapter()
    async with running(url, platform=platform) as world:
        ada = await joined(world)
        await ada.say("date add sober since 25 October 2026")
        await world.move_by(days=1)
        assert len(questions(ada)) == 1
    later = MONDAY_NOON + timedelta(days=1, minutes=1)
    again = MemoryAdapter()
    async with running(url, platform=again, now=later) as world:
        await world.move_by(hours=20)
        await world.move_by(hours=20)

        assert questions(Person(world)) == []


@pytest.mark.parametrize("how", ["pause", "checkin pause", "stop", "checkin pause until Sunday"])
async def test_nothing_is_asked_while_somebody_rests(world: World, how: str) -> None:
    """A pause is a pause; what fell into it is not made up for."""
    ada = await joined(world)
    await ada.say("date add sober since 25 October 2026")
    await ada.say(how)
    await on_each_day(world, 3)
    await ada.say("start" if how == "stop" else "resume")
    await on_each_day(world, 5)

    assert questions(ada) == []


@pytest.mark.parametrize(("rest", "back"), [("pause", "resume"), ("stop", "start")])
async def test_after_a_rest_the_next_one_comes(world: World, rest: str, back: str) -> None:
    """The rule is aimed anew by itself."""
    ada = await joined(world)
    await ada.say("date add sober since 25 October 2026")
    await ada.say(rest)
    await on_each_day(world, 3)
    await ada.say(back)
    await on_each_day(world, 3)
    await world.move_to(datetime(2026, 12, 24, 12, 0, tzinfo=UTC))

    (question,) = questions(ada)
    assert "60 days today" in question


async def test_it_comes_at_another_hour_and_by_another_clock(world: World) -> None:
    """`checkin time` and `place` count for milestones too."""
    ada = await joined(world)
    await ada.say("date add sober since 25 October 2026")
    await ada.say("checkin time 20:00")
    await ada.say("place Tokyo")
    await world.move_to(datetime(2026, 11, 24, 10, 59, tzinfo=UTC))
    assert questions(ada) == []
    await world.move_to(datetime(2026, 11, 24, 11, 0, tzinfo=UTC))

    assert len(questions(ada)) == 1


@pytest.mark.parametrize("places", [("Tokyo", "Honolulu"), ("Honolulu", "Tokyo")])
async def test_a_journey_never_asks_twice(world: World, places: Sequence[str]) -> None:
    """The local date comes again for who travels west, or is skipped; the question is one."""
    ada = await joined(world)
    await ada.say("date add sober since 25 October 2026")
    await ada.say(f"place {places[0]}")
    for _ in range(20):
        await world.move_by(hours=1)
    await ada.say(f"place {places[1]}")
    for _ in range(48):
        await world.move_by(hours=1)

    assert len(questions(ada)) == 1


@pytest.mark.parametrize(
    ("now", "since", "due"),
    [
        ("2027-03-20T12:00Z", "26 February 2027", "2027-03-28T01:00Z"),  # 2:30 becomes 3:30
        ("2026-10-20T12:00Z", "25 September 2026", "2026-10-25T00:30Z"),  # 2:30 comes twice
    ],
    ids=["an hour that is skipped", "an hour that comes twice"],
)
async def test_clock_changes_ask_once(tmp_path: Path, now: str, since: str, due: str) -> None:
    """Half past two in Berlin on the nights on which clocks change."""
    moment = datetime.fromisoformat(due)
    url = f"sqlite:///{tmp_path / 'handrail.db'}"
    async with running(url, now=datetime.fromisoformat(now)) as world:
        ada = await joined(world, hour="2:30")
        await ada.say(f"date add sober since {since}")
        await world.move_to(moment - timedelta(minutes=1))
        before = questions(ada)
        await world.move_to(moment + timedelta(minutes=30))
        asked_now = questions(ada)
        for _ in range(6):
            await world.move_by(hours=1)

        assert before == []
        assert len(asked_now) == len(questions(ada)) == 1


async def test_each_date_waits_by_one_schedule(world: World) -> None:
    """Planned, not found by looking through everybody."""
    ada = await joined(world)
    await ada.say("date add sober since 25 October 2026")

    def rules(tx: Transaction) -> list[tuple[str, date | None]]:
        own = schedules.of_person(tx, me(tx))
        return [(each.kind, each.next_day) for each in own if each.kind == "milestone"]

    assert await world.database.read(rules) == [("milestone", date(2026, 11, 24))]
    await world.move_by(days=1)
    assert await world.database.read(rules) == [("milestone", date(2026, 12, 24))]


# --- lapses


async def test_a_lapse_is_answered_with_safety_first(everywhere: World) -> None:
    """Thanks, then safety, then people; no count, nothing about dates."""
    ada = await joined(everywhere)
    await ada.say("date add sober since 3 May 2024")
    await ada.say('lapse yesterday "a long day"')

    assert ada.last.startswith("Thank you for saying it. First: are you safe right now?")
    assert "Tolerance" in ada.last
    assert list(ada.offered) == ["safe", "person", "lines"]
    (lapse,) = await lapses(everywhere)
    assert (lapse.day, lapse.note) == (date(2026, 11, 22), "a long day")
    assert lapse.dated == (await kept(everywhere))[0].id


@pytest.mark.parametrize(
    "said",
    [
        "lapse",
        "I slipped",
        "I relapsed.",
        "i drank today",
        "Rückfall",
        "Ich bin rückfällig geworden",
        "he recaído",
        "tuve un desliz",
    ],
)
async def test_it_can_be_said_in_ones_own_words(world: World, said: str) -> None:
    """In every language that we speak."""
    ada = await joined(world)
    await ada.say(said)

    assert [each.day for each in await lapses(world)] == [date(2026, 11, 23)]


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("I relapsed yesterday", [date(2026, 11, 22)]),
        ("I drank a lot of tea", []),
        ("I used to drink", []),
        ("relapses are common", []),
    ],
)
async def test_only_plain_words_are_taken_for_a_lapse(
    world: World, said: str, days: list[date]
) -> None:
    """A day may follow; a sentence that goes on otherwise is no lapse."""
    ada = await joined(world)
    await ada.say(said)

    assert [each.day for each in await lapses(world)] == days


async def test_all_days_stay_and_the_longest_run_is_told_on_request_only(world: World) -> None:
    """The list says how long it is now; the history says the rest."""
    ada = await joined(world)
    await ada.say("date add sober since 24 August 2026")
    await ada.say("lapse 3 days ago")
    await ada.press("safe")
    assert "Your 91 days stay yours." in ada.last
    await ada.say("date list")
    assert "3 days since" in ada.last
    assert "88" not in ada.last
    await ada.press("date history")

    assert "91 days in all; the longest run was 88 days" in ada.last
    assert "A lapse on Friday, November 20, 2026" in ada.last


async def test_a_person_or_help_lines_are_a_press_away(world: World) -> None:
    """By what there is: the team, a buddy, help lines."""
    ada = await joined(world)
    await ada.say("lapse")
    await ada.press("person")
    assert list(ada.offered) == ["talk", "buddy", "help now"]
    await ada.press("lines")

    assert ada.last != ada.seen[-2]


async def test_a_lapse_can_be_corrected_taken_back_and_gone_on_from(world: World) -> None:
    """Another day, a later day to go on from, or nothing of it."""
    ada = await joined(world)
    await ada.say("date add sober since 24 August 2026")
    await ada.say("lapse")
    await ada.press("safe")
    await ada.fill("day", day="10 November", on="13 November")
    assert [(each.day, each.on_from) for each in await lapses(world)] == [
        (date(2026, 11, 10), date(2026, 11, 13))
    ]
    await ada.say("date list")
    assert "10 days since" in ada.last
    await ada.say("date change sober since 15 November 2026")
    assert "Everything before it stays" in ada.last
    await ada.say("date history")
    assert "86 days in all; the longest run was 78 days" in ada.last
    await ada.press(str((await lapses(world))[0].id))
    await ada.press("back")

    assert await lapses(world) == []


async def test_with_several_dates_a_press_says_which(world: World) -> None:
    """Asked after safety, never before it."""
    ada = await joined(world)
    await ada.say("date add sober since 3 May 2024")
    await ada.say("date add left hospital 1 June 2026")
    await ada.say("lapse")
    assert [each.dated for each in await lapses(world)] == [None]
    await ada.press("safe")
    sober = (await kept(world))[0]
    await ada.press(str(sober.id))

    assert [each.dated for each in await lapses(world)] == [sober.id]


async def test_after_a_lapse_no_milestone_is_asked_about_for_days(world: World) -> None:
    """Also where nobody said which date it is about."""
    ada = await joined(world)
    await ada.say("date add sober since 25 October 2026")
    await ada.say("date add left hospital 18 November 2026")
    await ada.say("lapse")
    await on_each_day(world, 3)

    assert questions(ada) == []


async def test_milestones_count_from_where_it_goes_on(world: World) -> None:
    """The next one is a week after the lapse."""
    ada = await joined(world)
    await ada.say("date add sober since 3 May 2024")
    await ada.say("lapse")
    await on_each_day(world, 8)

    (question,) = questions(ada)
    assert "one week today, counted from Monday, November 23, 2026" in question


async def test_what_helped_is_asked_on_another_day_once(world: World) -> None:
    """With a first line that tells nobody anything."""
    ada = await joined(world)
    await ada.say("lapse")
    await world.move_by(days=1)
    assert not any(HELPED in each for each in ada.seen)
    await on_each_day(world, 20)

    (question,) = [each for each in ada.seen if HELPED in each]
    assert question.splitlines()[0] == "Hello, one question, and only if you like it."
    await ada.fill("write", words="calling Sam")
    assert [each.helped for each in await lapses(world)] == ["calling Sam"]


async def test_not_now_is_an_answer(world: World) -> None:
    """And the last one that is asked for."""
    ada = await joined(world)
    await ada.say("lapse")
    await on_each_day(world, 3)
    await ada.press("not")
    await on_each_day(world, 10)

    assert sum(HELPED in each for each in ada.seen) == 0
    assert sum("I won't ask again" in each for each in ada.seen) == 1


async def test_two_lapses_lead_to_one_question(world: World) -> None:
    """A hard week is not made harder."""
    ada = await joined(world)
    await ada.say("lapse yesterday")
    await world.move_by(days=1)
    await ada.say("lapse")
    await on_each_day(world, 10)

    assert sum(HELPED in each for each in ada.seen) == 1


async def test_no_text_after_a_lapse_counts_or_starts_over(world: World) -> None:
    """Nothing says day one, zero, or again from the beginning; nobody else reads anything."""
    ada = await joined(world)
    await ada.say("date add sober since 3 May 2024")
    before = len(ada.seen)
    await ada.say("lapse")
    await ada.press("safe")
    await ada.say("date list")
    await on_each_day(world, 8)

    said = " ".join(ada.seen[before:]).casefold()
    assert not any(word in said for word in ("day 1", "day one", "zero", "0 days", "start over"))
    assert set(world.platform.rooms) == {"ada"}


async def test_a_lapse_told_twice_is_one(world: World) -> None:
    """Somebody presses twice, or adds a note."""
    ada = await joined(world)
    await ada.say("date add sober since 3 May 2024")
    await ada.say("lapse")
    await ada.say('lapse today "a long day"')

    assert [each.note for each in await lapses(world)] == ["a long day"]


async def test_notes_beside_lapses_go_with_the_others(world: World) -> None:
    """`checkin notes off` removes every note there is."""
    ada = await joined(world)
    await ada.say('lapse yesterday "a long day"')
    await ada.say("checkin notes off")

    assert [each.note for each in await lapses(world)] == [None]


# --- sharing, where a community offers it

WINS = Address("memory", space="harbour", channel="wins")
HERE = Address("memory", space="harbour")


def offering(tx: Transaction, community: int) -> Offer:
    chips = {"30d": (HERE, "chip-30"), "60d": (HERE, "chip-60")}
    return Offer(rooms={"memory": WINS}, chips=chips)


@pytest.fixture
async def harbour(tmp_path: Path) -> AsyncIterator[tuple[World, Person]]:
    """A community with a room for milestones and chips; Ada is at thirty days."""
    async with running(f"sqlite:///{tmp_path / 'handrail.db'}", date_offers=offering) as world:
        await world.database.write(_harbour)
        ada = Person(world, spaces=("harbour",))
        await ada.join()
        await ada.say("date add sober since 25 October 2026")
        await world.move_by(days=1)
        yield world, ada


def _harbour(tx: Transaction) -> None:
    members.put_community(
        tx,
        name="Harbour",
        language="en",
        country=None,
        zone="UTC",
        spaces_of=[("memory", "harbour")],
    )


def in_the_room(world: World) -> list[str]:
    return world.platform.read("wins")


async def test_sharing_takes_a_press_after_the_exact_words(
    harbour: tuple[World, Person],
) -> None:
    """Nothing is public before; and then nothing but what was shown."""
    world, ada = harbour
    await ada.press("yes")
    assert list(ada.offered) == ["share", "chip"]
    await ada.press("share")
    preview = ada.last.splitlines()[-1].removeprefix("> ")
    assert in_the_room(world) == []
    await ada.press("post")

    assert in_the_room(world) == [preview] == ["ada wanted to share this with you: 30 days."]
    (milestone,) = await asked(world)
    await ada.choose(f"milestone-share/{milestone.id}", "post")
    assert len(in_the_room(world)) == 1


async def test_posts_and_chips_go_with_whoever_is_erased(harbour: tuple[World, Person]) -> None:
    """A day after the phrase, nothing of their milestones stands in a room."""
    world, ada = harbour
    await ada.press("yes")
    await ada.choose(f"milestone-share/{(await asked(world))[0].id}", "post")
    await ada.choose(f"milestone-share/{(await asked(world))[0].id}", "chip")
    assert len(in_the_room(world)) == 1
    assert world.platform.roles == {("ada", "chip-30")}

    await ada.send_form("erase", "privacy-erase", phrase="erase everything")
    await world.move_by(days=1, minutes=2)

    assert in_the_room(world) == []
    assert world.platform.roles == set()


async def test_rather_not_shares_nothing(harbour: tuple[World, Person]) -> None:
    """A look at the words is no yes."""
    world, ada = harbour
    await ada.press("yes")
    await ada.press("share")
    await ada.press("no")

    assert in_the_room(world) == []


@pytest.mark.parametrize("how", ["a button", "date unshare", "date remove", "after a stop"])
async def test_it_is_taken_back_at_any_moment(harbour: tuple[World, Person], how: str) -> None:
    """By the button, a command, or with the date itself."""
    world, ada = harbour
    await ada.press("yes")
    await ada.press("share")
    await ada.press("post")
    await world.move_by(days=20)
    if how == "after a stop":
        await ada.say("stop")
    if how in ("a button", "after a stop"):
        await ada.press("back")
    else:
        await ada.say(how)
    if how == "date remove":
        await ada.press("yes")

    assert in_the_room(world) == []


async def test_what_is_on_its_way_is_taken_back_too(harbour: tuple[World, Person]) -> None:
    """It was taken back while it was being sent: it is removed as soon as it is there."""
    world, ada = harbour
    await ada.press("yes")
    await ada.press("share")
    await ada.press("post")
    (milestone,) = await asked(world)
    assert milestone.post is not None
    row = Claimed(
        id=1,
        send_id="key",
        kind=posting.KIND,
        subject=milestone.id,
        person=milestone.person,
        lane=1,
        detail=None,
        payload=None,
        due=MONDAY_NOON,
        expires=None,
        attempts=1,
        doubt_since=MONDAY_NOON,
    )
    there = Receipt(outcome=Outcome.SENT, message=milestone.post.message)
    in_flight = replace(milestone.post, message=None, taken_back=True)

    def arrives(tx: Transaction) -> None:
        dates.set_post(tx, milestone, in_flight)
        outbox.add(tx, posting.posted(tx, row, there, MONDAY_NOON), MONDAY_NOON)

    await world.database.write(arrives)
    await world.move_by(minutes=1)

    assert in_the_room(world) == []


async def test_a_lapse_tells_the_room_nothing(harbour: tuple[World, Person]) -> None:
    """What was shared stays as it is, and the chip too, until the member wants otherwise."""
    world, ada = harbour
    await ada.press("yes")
    await ada.press("chip")
    await ada.press("share")
    await ada.press("post")
    before = in_the_room(world)
    await ada.say("lapse")
    await ada.press("safe")
    await on_each_day(world, 8)

    assert in_the_room(world) == before
    assert world.platform.roles == {("ada", "chip-30")}


async def test_a_chip_is_worn_only_by_a_press(harbour: tuple[World, Person]) -> None:
    """The next one takes its place, and it comes off whenever its wearer likes."""
    world, ada = harbour
    await ada.press("yes")
    assert world.platform.roles == set()
    await ada.press("chip")
    assert world.platform.roles == {("ada", "chip-30")}
    await world.move_by(days=30)
    await ada.press("yes")
    await ada.press("chip")
    assert world.platform.roles == {("ada", "chip-60")}
    await ada.say("date unchip")

    assert world.platform.roles == set()


async def test_everything_is_exported_and_erased(harbour: tuple[World, Person]) -> None:
    """What is held is what is told, and it goes as a whole."""
    world, ada = harbour
    await ada.press("yes")
    await ada.press("share")
    await ada.press("post")
    await ada.say('lapse "a long day"')

    def told(tx: Transaction) -> dict[str, Any]:
        return dates.export(tx, me(tx))

    exported = await world.database.read(told)
    assert exported["dates"][0]["name"] == "sober since"
    assert exported["lapses"][0]["note"] == "a long day"
    assert exported["milestones"][0]["shared"]["community"]
    await world.database.write(lambda tx: dates.erase(tx, me(tx)))

    assert not any((await world.database.read(told)).values())


async def test_what_is_shared_of_dates_never_tells_of_a_lapse(world: World) -> None:
    """Only names that may be shown, and how long it is now."""
    ada = await joined(world)
    await ada.say("date add sober since 3 May 2024")
    await ada.say("date add left hospital 1 June 2026")
    await ada.say("date show sober since")
    await ada.say("lapse 3 days ago")
    await ada.press("safe")
    await ada.press(str((await kept(world))[0].id))
    share = date_items(own_texts())["dates"]
    today = date(2026, 11, 23)

    seen = await world.database.read(lambda tx: plain(share(tx, me(tx), today, "en")))

    assert seen == "- sober since: 3 days"
