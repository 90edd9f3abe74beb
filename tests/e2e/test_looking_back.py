"""Looking back: in words at once, as a picture a moment later, once a week, and to take along."""

from __future__ import annotations

import asyncio
import csv
import io
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from adapters.memory import MemoryAdapter
from bot.drawing.process import DrawingError, Format
from bot.drawing.sheet import Calendar, Course, Lines, Sheet
from bot.platform import Action, Address, Receipt, Reply, Say
from bot.richtext import plain
from storage import checkin_history, checkins, dates, members
from storage.checkin_history import Told
from storage.database import Transaction
from storage.dates import Dated
from tests.support.person import Person
from tests.support.world import MONDAY_NOON, World, running

TODAY = MONDAY_NOON.date()
PICTURE = b"\x89PNG a picture"
SPACE = "harbour"


@dataclass
class Drawn:
    """Stands for the drawing process, and remembers what it was given."""

    sheets: list[tuple[Sheet, Format]] = field(default_factory=list)
    breaks: bool = False

    async def draw(self, sheet: Sheet, format: Format) -> bytes:
        if self.breaks:
            raise DrawingError("it broke")
        self.sheets.append((sheet, format))
        return PICTURE

    async def close(self) -> None:
        pass


@dataclass
class Desk:
    """Ada, who has joined, and what was drawn and sent."""

    world: World
    ada: Person
    drawn: Drawn
    sent: list[Say | Reply]

    async def draws(self) -> None:
        """What was asked for is drawn and sent."""
        assert self.world.watch.pictures is not None
        await self.world.watch.pictures.work()
        await self.world.settle()

    @property
    def files(self) -> list[tuple[str, bytes, str]]:
        """Names, bytes and descriptions of all files sent."""
        return [(f.name, f.data, f.description) for each in self.sent for f in each.attachments]

    async def answered(self, *words: str, until: date = TODAY, note: str = "") -> None:
        """Ada has answered on the days up to `until`; the last word is that day's."""

        def keep(tx: Transaction) -> None:
            me = self.id(tx)
            for number, word in enumerate(reversed(words)):
                day = until - timedelta(days=number)
                at = datetime(day.year, day.month, day.day, 8, tzinfo=UTC)
                checkins.answer(tx, me, day, word, at)
                if note:
                    checkins.set_note(tx, me, day, note)

        await self.world.database.write(keep)

    def id(self, tx: Transaction) -> int:
        member = members.member_with(tx, "memory", self.ada.name)
        assert member is not None
        return member.id


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    sent: list[Say | Reply] = []

    def see(action: Action) -> Receipt | None:
        if isinstance(action, Say | Reply):
            sent.append(action)
        return None

    drawn = Drawn()
    url = f"sqlite:///{tmp_path / 'handrail.db'}"
    async with running(url, platform=MemoryAdapter(script=see), drawing=drawn) as world:
        ada = Person(world)
        await ada.join()
        yield Desk(world, ada, drawn, sent)


# --- the history and its picture


async def test_words_come_at_once_and_the_picture_follows(desk: Desk) -> None:
    """Nobody waits for a drawing, and the description says what the picture says."""
    await desk.answered("good", "okay", "rough")
    await desk.ada.say("checkin history")
    assert "3 in all" in desk.ada.last
    assert "A picture of it follows here." in desk.ada.last

    await desk.draws()

    assert desk.ada.last == "Here is the picture you asked for."
    ((name, data, description),) = desk.files
    assert (name, data) == ("days-2026-11-23.png", PICTURE)
    assert "3 answers: good 1, okay 1, rough 1." in description
    ((sheet, format),) = desk.drawn.sheets
    assert format == "png"
    assert [point.level for point in _course(sheet).points] == [5, 4, 1]


async def test_a_picture_shows_the_dates_that_may_be_seen(desk: Desk) -> None:
    """Those that the member keeps hidden stay out of it, and out of its description."""
    await desk.answered("good", "okay")

    def keep(tx: Transaction) -> None:
        for name, shown in (("new flat", True), ("sober since", False)):
            day, me = TODAY - timedelta(days=3), desk.id(tx)
            dated = Dated(person=me, name=name, since=day, shown=shown, added_at=MONDAY_NOON)
            dates.put(tx, dated)

    await desk.world.database.write(keep)
    await desk.ada.say("checkin history")
    await desk.draws()

    ((sheet, _),) = desk.drawn.sheets
    assert [mark.words for mark in _course(sheet).marks] == ["Nov 20: new flat"]
    assert "new flat" in desk.files[0][2]
    assert "sober" not in desk.files[0][2]


async def test_a_picture_goes_to_direct_messages_wherever_it_was_asked_for(desk: Desk) -> None:
    """A channel never sees it."""
    await desk.answered("low")
    room = Address("memory", space=SPACE, channel="general")
    await desk.ada.say("checkin history", room=room)
    await desk.draws()

    (with_file,) = [each for each in desk.sent if each.attachments]
    assert isinstance(with_file, Say)
    assert with_file.to == Address("memory", user="ada")


async def test_weeks_can_be_chosen(desk: Desk) -> None:
    """Fewer days are looked at; what is no number of weeks is asked for again."""
    await desk.answered(*["okay"] * 40)
    await desk.ada.say("checkin history 2 weeks")
    await desk.draws()
    await desk.ada.say("checkin history many")

    ((sheet, _),) = desk.drawn.sheets
    assert sum(cell.answered for week in _calendar(sheet).weeks for cell in week) == 14
    assert "A number from 1 to 53" in desk.ada.last


async def test_what_was_asked_for_survives_a_crash(tmp_path: Path) -> None:
    """It stands in the database until it is a message, and becomes one once."""
    url = f"sqlite:///{tmp_path / 'handrail.db'}"
    async with running(url, drawing=Broken()) as world:
        before = Desk(world, Person(world), Drawn(), [])
        await before.ada.join()
        await before.answered("okay")
        await before.ada.say("checkin history")
    drawn = Drawn()
    async with running(url, drawing=drawn) as world:
        after = Desk(world, Person(world), drawn, [])
        await after.draws()
        await after.draws()

        assert after.ada.seen == ["Here is the picture you asked for."]
        assert len(drawn.sheets) == 1


class Broken(Drawn):
    """Is killed while it draws."""

    async def draw(self, sheet: Sheet, format: Format) -> bytes:
        raise asyncio.CancelledError


async def test_what_cannot_be_drawn_is_said_kindly_after_some_tries(desk: Desk) -> None:
    """It is our mistake, and the member is not left waiting."""
    desk.drawn.breaks = True
    await desk.answered("okay")
    await desk.ada.say("checkin history")
    for _ in range(3):
        await desk.draws()

    assert "that's my mistake, not yours" in desk.ada.last
    assert await desk.world.database.read(checkin_history.oldest_wish) is None


async def test_who_stops_gets_no_picture_afterwards(desk: Desk) -> None:
    """`stop` is about everything that is still to come."""
    await desk.answered("okay")
    await desk.ada.say("checkin history")
    waiting = await desk.world.database.read(lambda tx: checkin_history.wishes_of(tx, desk.id(tx)))
    await desk.ada.say("stop")
    await desk.draws()

    assert waiting <= 1
    assert not any("picture you asked for" in each for each in desk.ada.seen[-1:])


# --- once a week


async def test_the_weekly_look_back_comes_on_the_members_day(desk: Desk) -> None:
    """On Sunday at six on their clock; beside their own weeks, in neutral words."""
    await desk.ada.say("checkin summary on")
    assert "Sun, Nov 29, 6:00" in desk.ada.last
    await desk.answered(*["good"] * 21, until=date(2026, 11, 22))
    await desk.answered("low", "low", "rough", "okay", until=date(2026, 11, 29))
    await desk.world.move_to(datetime(2026, 11, 29, 17, 0, tzinfo=UTC))

    said = desk.ada.last
    assert said.splitlines()[0] == "The look back you asked for."
    assert "4 answers in seven days: okay 1, low 2, rough 1." in said
    assert "a little heavier" in said
    assert desk.ada.offered == {
        "checkin history": "See more",
        "checkin summary off": "No more of these",
    }


async def test_a_week_without_an_answer_stays_quiet(desk: Desk) -> None:
    """Nobody is told that they were away; and who ends it hears nothing more."""
    await desk.ada.say("checkin summary on Sunday")
    await desk.world.move_to(datetime(2026, 11, 29, 17, 0, tzinfo=UTC))
    assert not any("look back you asked for" in each for each in desk.ada.seen)

    await desk.ada.say("checkin summary off")
    await desk.answered("okay", until=date(2026, 12, 6))
    await desk.world.move_to(datetime(2026, 12, 6, 17, 0, tzinfo=UTC))
    assert not any("look back you asked for" in each for each in desk.ada.seen)


async def test_a_day_that_is_none_gets_an_example(desk: Desk) -> None:
    """Several days are no day either."""
    await desk.ada.say("checkin summary on weekdays")

    assert "checkin summary on Sunday" in desk.ada.last


# --- to take along


async def test_a_table_has_no_notes_unless_asked_for(desk: Desk) -> None:
    """What goes to a counsellor is the member's choice; a cell is never a formula."""
    await desk.answered("good", "skip", note="=1+1 a fine day")
    await desk.ada.say("checkin export csv")
    await desk.ada.say("checkin export json with notes")

    (table, data) = [data for _, data, _ in desk.files]
    rows = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"))))
    assert [(row["day"], row["word"]) for row in rows] == [
        ("2026-11-22", "good"),
        ("2026-11-23", "skip"),
    ]
    assert "note" not in rows[0]
    assert json.loads(data)["check_ins"][0]["note"].endswith("=1+1 a fine day")
    await desk.ada.say("checkin export csv with notes")
    assert b",'=1+1 a fine day" in desk.files[-1][1]


async def test_files_go_to_direct_messages_only(desk: Desk) -> None:
    """Asked for in a channel, the channel gets nothing but a private word."""
    await desk.answered("good")
    room = Address("memory", space=SPACE, channel="general")
    await desk.ada.say("checkin export json", room=room)

    (with_file,) = [each for each in desk.sent if each.attachments]
    assert isinstance(with_file, Say)
    assert with_file.to == Address("memory", user="ada")


async def test_a_page_is_without_names_and_own_words(desk: Desk) -> None:
    """Until the member asks for their notes in it."""
    await desk.answered("good", "rough", note="called Sam")
    await desk.ada.say("checkin export pdf")
    await desk.draws()
    await desk.ada.say("checkin export png with notes")
    await desk.draws()

    (bare, pdf), (with_notes, png) = desk.drawn.sheets
    assert (pdf, png) == ("pdf", "png")
    assert bare.page
    assert "Sam" not in str(bare)
    assert "ada" not in str(bare)
    (notes,) = [
        p for p in with_notes.panels if isinstance(p, Lines) and p.title.startswith("Notes")
    ]
    assert notes.lines == ("Nov 23: called Sam", "Nov 22: called Sam")


async def test_a_pin_stands_before_the_history_and_the_files(desk: Desk) -> None:
    """On a phone that others hold, nothing is shown without it."""
    await desk.answered("rough")
    await desk.ada.say("pin set")
    await desk.ada.fill("enter", digits="2468")
    for command in ("checkin history", "checkin export csv"):
        await desk.ada.say(command)
        assert "in all" not in desk.ada.last
    assert not desk.files
    await desk.ada.say("checkin history")
    await desk.ada.fill("enter", digits="2468")

    assert "One day this month" in desk.ada.last


# --- the community's count


async def test_a_team_is_told_one_number_about_more_than_five(desk: Desk) -> None:
    """Rounded, the same whenever it is asked for, and nothing about few."""
    week = [date(2026, 11, 16) + timedelta(days=n) for n in range(3)]
    community = await _community(desk, members_with=7, days=week)
    mod = Person(desk.world, "mo", roles=frozenset({"moderator"}), spaces=(SPACE,))
    await mod.join()
    room = Address("memory", space=SPACE, channel="general")
    await mod.say("checkin counts", room=room)
    assert "about 5 members checked in" in plain(desk.sent[-1].body)

    await desk.world.database.write(
        lambda tx: members.stop_community(tx, desk.id(tx), community, MONDAY_NOON)
    )
    await mod.say("checkin counts", room=room)
    assert "about 5 members checked in" in plain(desk.sent[-1].body)
    kept = await desk.world.database.read(lambda tx: checkin_history.told_of(tx, community))
    assert kept == Told(date(2026, 11, 16), 7, 5)


async def test_members_cannot_ask_for_counts(desk: Desk) -> None:
    """It is the team's."""
    await desk.ada.say("checkin counts")

    assert "checked in" not in desk.ada.last


async def _community(desk: Desk, *, members_with: int, days: list[date]) -> int:
    """A community of that many members who all answered on these days; Ada is one of them."""

    def make(tx: Transaction) -> int:
        community = members.put_community(
            tx,
            name="Harbour",
            language="en",
            country="US",
            zone="UTC",
            spaces_of=[("memory", SPACE)],
        )
        people = [desk.id(tx)]
        for number in range(members_with - 1):
            person = members.join(
                tx,
                platform="memory",
                user=f"peer-{number}",
                language="en",
                zone="UTC",
                now=MONDAY_NOON,
            )
            people.append(person.id)
        for person_id in people:
            members.add_membership(tx, person_id, community, MONDAY_NOON)
            for day in days:
                checkins.answer(tx, person_id, day, "okay", MONDAY_NOON)
        return community

    return await desk.world.database.write(make)


def _course(sheet: Sheet) -> Course:
    return next(panel for panel in sheet.panels if isinstance(panel, Course))


def _calendar(sheet: Sheet) -> Calendar:
    return next(panel for panel in sheet.panels if isinstance(panel, Calendar))
