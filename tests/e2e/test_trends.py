"""The picture below `community report`: in staff rooms alone, and not missed elsewhere."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PIL import Image

from bot.drawing.process import Drawing, Format
from bot.drawing.sheet import Course, Sheet
from bot.moderation.trends import Trends, sheet
from bot.platform import Action, Said, Say
from storage import checkins, members, trends
from storage.database import Transaction
from tests.e2e.test_looking_back import PICTURE, Drawn
from tests.support.team import GENERAL, Community, community
from tests.support.texts import own_texts
from tests.support.world import MONDAY_NOON

MONDAY = MONDAY_NOON.date()
REPORT = "The last four weeks"


class Waiting(Drawn):
    """Draws nothing before it is told to: the bot looks for wishes by itself, too."""

    def __init__(self) -> None:
        super().__init__()
        self.goes_on = asyncio.Event()

    async def draw(self, sheet: Sheet, format: Format) -> bytes:
        await self.goes_on.wait()
        return await super().draw(sheet, format)


class House:
    """A community, what draws for it, and what it was sent."""

    def __init__(self, made: Community, drawn: Waiting, sent: list[Action]) -> None:
        self.made = made
        self.drawn = drawn
        self.sent = sent

    async def report(self) -> str:
        """A moderator asks in the staff room. Returns: the answer, before anything is drawn."""
        said = await self.made.command("mo", "community report")
        await self.draws()
        return said

    async def draws(self) -> None:
        assert self.made.world.watch.trends is not None
        self.drawn.goes_on.set()
        await self.made.world.watch.trends.work()
        await self.made.world.settle()
        self.drawn.goes_on.clear()

    @property
    def pictures(self) -> list[Say]:
        return [each for each in self.sent if isinstance(each, Say) and each.attachments]

    async def checked_in(self, *counts: int) -> None:
        """So many members checked in in each of the last weeks, the last one last."""

        def write(tx: Transaction) -> None:
            people = []
            for number in range(max(counts)):
                member = members.join(
                    tx,
                    platform="memory",
                    user=f"m{number}",
                    language="en",
                    zone="UTC",
                    now=MONDAY_NOON,
                )
                members.add_membership(tx, member.id, self.made.id, MONDAY_NOON)
                people.append(member.id)
            for ago, count in enumerate(reversed(counts), 1):
                day = MONDAY - timedelta(days=7 * ago - 2)
                for person in people[:count]:
                    checkins.answer(tx, person, day, "okay", MONDAY_NOON)

        await self.made.world.database.write(write)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    drawn = Waiting()
    async with community(tmp_path, drawing=drawn) as made:
        sent: list[Action] = []
        made.world.platform.script = lambda action: sent.append(action)
        yield House(made, drawn, sent)
        drawn.goes_on.set()


async def test_the_weeks_come_as_a_picture_with_words(house: House) -> None:
    """Below the report, which is whole already; once for each asking."""
    await house.checked_in(12, 3, 17)

    assert REPORT in await house.report()
    (picture,) = house.pictures
    assert picture.to.channel == "staff"
    (file,) = picture.attachments
    assert (file.name, file.data) == ("weeks.png", PICTURE)
    assert "no number" in file.description
    assert "15" in file.description

    await house.draws()
    assert len(house.pictures) == 1
    await house.report()
    assert len(house.pictures) == 2


async def test_nothing_is_drawn_of_five_or_fewer(house: House) -> None:
    """Rounded down to fives; a gap where few checked in."""
    await house.checked_in(12, 3, 17)
    await house.report()

    ((sheet, _),) = house.drawn.sheets
    (course,) = sheet.panels
    assert isinstance(course, Course)
    assert len(course.points) == 2
    assert [point.joined for point in course.points] == [False, False]
    levels = [float(name) for name in course.levels]
    shown = [levels[0] + (point.level - 1) * (levels[1] - levels[0]) for point in course.points]
    assert shown == [10, 15]


async def test_a_week_stays_as_it_was_told(house: House) -> None:
    """Whoever leaves or is erased later changes nothing in it."""
    await house.checked_in(12, 17)
    await house.report()

    def leave(tx: Transaction) -> None:
        for number in range(12):
            member = members.member_with(tx, "memory", f"m{number}")
            assert member is not None
            members.stop_community(tx, member.id, house.made.id, MONDAY_NOON)

    await house.made.world.database.write(leave)
    await house.report()

    first, second = (sheet for sheet, _ in house.drawn.sheets)
    assert first == second


async def test_no_other_room_gets_a_picture(house: House) -> None:
    """A moderator who asks elsewhere reads the words, in private."""
    await house.checked_in(12, 17)
    event = house.made.world.platform.event("mo", GENERAL) | {"roles": frozenset({"moderator"})}
    await house.made.world.core.take(Said(**event, text="community report", addressed=True))
    await house.draws()

    assert house.drawn.sheets == []
    assert house.pictures == []


async def test_what_cannot_be_drawn_is_not_missed(house: House) -> None:
    """It is tried a few times and then let go, without a word: the report said it all."""
    await house.checked_in(12, 17)
    house.drawn.breaks = True
    assert REPORT in await house.report()
    for _ in range(5):
        await house.draws()

    assert house.pictures == []
    assert await house.made.world.database.read(trends.oldest_wish) is None


async def test_without_numbers_there_is_no_picture(house: House) -> None:
    """Too few members, and no meetings."""
    await house.checked_in(4, 3)
    assert REPORT in await house.report()

    assert house.drawn.sheets == []
    assert await house.made.world.database.read(trends.oldest_wish) is None


async def test_without_a_drawing_process_none_is_wished_for(tmp_path: Path) -> None:
    """The report stands alone."""
    async with community(tmp_path) as made:
        assert REPORT in await made.command("mo", "community report")
        assert made.world.watch.trends is None
        assert await made.world.database.read(trends.oldest_wish) is None


async def test_one_waits_at_a_time(house: House) -> None:
    """Who asks ten times gets ten reports and one picture."""
    await house.checked_in(12, 17)
    for _ in range(10):
        await house.made.command("mo", "community report")
    await house.draws()

    assert len(house.pictures) == 1


async def test_a_wish_outlives_the_process_but_not_its_use(house: House) -> None:
    """After an hour nobody waits for it any more."""
    await house.checked_in(12, 17)
    long_ago, room = MONDAY_NOON - timedelta(hours=2), ("memory", None, "staff")
    await house.made.world.database.write(
        lambda tx: trends.wish(tx, house.made.id, room, "en", long_ago)
    )
    await house.draws()

    assert house.pictures == []
    assert await house.made.world.database.read(trends.oldest_wish) is None


async def test_only_weeks_that_can_be_seen_are_kept(house: House) -> None:
    """What is told of older ones goes by itself."""
    await house.checked_in(12, 17)
    await house.report()
    house.made.world.clock.move_to(MONDAY_NOON + timedelta(days=7 * 20))
    await house.made.command("mo", "community report")

    kept = await house.made.world.database.read(lambda tx: trends.weeks_of(tx, house.made.id))
    assert min(kept) >= date(2027, 1, 18)
    assert len(kept) == 12


async def test_the_picture_can_be_read_in_grey() -> None:
    """Drawn for once: lines and points are dark on white, whatever a screen makes of colours."""
    weeks = [(date(2026, 8, 31) + timedelta(days=7 * n), n * 5 or None) for n in range(12)]
    seen = Trends(checked_in=weeks, meetings=[(week, 3) for week, _ in weeks])
    drawing = Drawing(longest=240.0)
    try:
        drawn = await drawing.draw(sheet(seen, own_texts(), "en"), "png")
    finally:
        await drawing.close()

    with Image.open(io.BytesIO(drawn)) as opened:
        grey = opened.convert("L").histogram()
    assert sum(grey[250:]) > 0.8 * sum(grey)
    assert sum(grey[:110]) > 2_000
    assert len(drawn) < 100_000
