"""The bot was away: the teams concerned are told once, and only what is known."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from bot.operating.alarms.watchman import EVERY, Watchman
from storage import outages
from storage.database import Database, Transaction
from storage.errors import StorageBusyError
from storage.outbox import State
from storage.tables import outages as noted
from storage.tables import outbox
from tests.support.person import Person
from tests.support.team import SPACE, Community, community

NEVER = datetime(2036, 1, 1, tzinfo=UTC)
HALF_A_MINUTE = timedelta(seconds=EVERY)


class Bot:
    """One life of the process, as far as the watchman sees: the clock is moved by hand."""

    def __init__(self, house: Community, database: Database | None = None) -> None:
        self.house = house
        self.up = True
        self.watchman = Watchman(
            database or house.world.database, house.world.clock, lambda: {"memory": self.up}
        )

    async def lives(self, **span: float) -> None:
        """Time passes with the bot there."""
        until = self.house.world.clock.now() + timedelta(**span)
        while self.house.world.clock.now() < until:
            self.house.world.clock.move_to(self.house.world.clock.now() + HALF_A_MINUTE)
            await self.watchman.look()


async def passes(house: Community, **span: float) -> None:
    """Time passes with nobody there."""
    house.world.clock.move_to(house.world.clock.now() + timedelta(**span))


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[Community]:
    """A community on New York's clock; it is Monday, 7 in the morning there."""
    async with community(tmp_path) as made:
        yield made


async def told(house: Community) -> list[str]:
    """What the team is told of outages, once there was time to."""
    await house.world.move_by(minutes=3)
    return [each for each in house.in_staff_room if "was away" in each or "keep anything" in each]


async def test_a_team_is_told_once_from_when_to_when_nobody_watched(house: Community) -> None:
    """On the community's own clock, by a new process after a crash as well."""
    await Bot(house).lives(minutes=1)
    await passes(house, minutes=42)
    back = Bot(house)
    await back.watchman.look()
    await Bot(house).watchman.look()  # killed at once, and started again

    (line,) = await told(house)

    assert "7:01" in line
    assert "7:43" in line
    assert "no room" in line
    assert "No message went out late; none was let go." in line
    await back.lives(minutes=40)
    assert len(await told(house)) == 1


@pytest.mark.parametrize("minutes", [1, 4.5])
async def test_a_short_gap_is_nobodys_matter(house: Community, minutes: float) -> None:
    """A restart for an upgrade would only make a team numb."""
    await Bot(house).lives(minutes=1)
    await passes(house, minutes=minutes)
    await Bot(house).watchman.look()

    assert await told(house) == []


async def test_the_first_start_is_no_outage(house: Community) -> None:
    """Nobody knows since when there was nothing."""
    await Bot(house).lives(minutes=1)

    assert await told(house) == []


async def test_a_platform_that_was_away_is_told_though_the_process_ran_on(
    house: Community,
) -> None:
    """The connection counts, not the process."""
    bot = Bot(house)
    await bot.lives(minutes=1)
    bot.up = False
    await bot.lives(minutes=20)
    bot.up = True
    await bot.lives(minutes=1)

    assert len(await told(house)) == 1


async def test_a_database_that_refused_is_told_as_that(
    house: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rooms were read along all the while; to say that nobody watched would be untrue."""
    bot = Bot(house)
    await bot.lives(minutes=1)
    with monkeypatch.context() as patched:

        async def refuse(*_: object, **__: object) -> None:
            raise StorageBusyError("locked")

        patched.setattr(house.world.database, "write", refuse)
        await bot.lives(minutes=10)
    await bot.lives(minutes=1)

    (line,) = await told(house)
    assert "keep anything" in line
    assert "read along" in line


async def test_what_went_out_late_and_what_was_let_go_is_counted(house: Community) -> None:
    """Of this community's members: Ada's question came late, Bo's made no sense any more."""
    for name, hour in (("ada", "14:00"), ("bo", "18:30")):  # Berlin: 13:00 and 17:30 UTC
        await Person(house.world, name, spaces=(SPACE,)).join(hour=hour)
    await Person(house.world, "cy").join(hour="18:30")  # of no community
    await Bot(house).lives(minutes=1)
    await passes(house, hours=7)
    await Bot(house).watchman.look()

    await house.world.core.look_again()
    await house.world.settle()
    (line,) = await told(house)

    assert "One message went out late; one was let go" in line


async def test_what_still_waits_is_waited_for_and_said_in_the_end(house: Community) -> None:
    """A full backlog delays the report for half an hour at most."""
    await Person(house.world, "ada", spaces=(SPACE,)).join(hour="14:00")
    bot = Bot(house)
    await bot.lives(minutes=1)
    await passes(house, minutes=70)
    await house.world.core.ticker.tick()  # planned, and not sent yet
    await house.world.database.write(keep_waiting)
    await bot.watchman.look()

    assert await told(house) == []
    for _ in range(3):
        await house.world.move_by(minutes=10)
        await house.world.database.write(keep_waiting)

    (line,) = await told(house)
    assert "One is still waiting." in line


def keep_waiting(tx: Transaction) -> None:
    """The platform lets nothing through yet."""
    tx.execute(
        update(outbox)
        .where(outbox.c.kind == "checkin")
        .values(state=State.WAITING.value, settled_at=None, not_before=NEVER)
    )


async def test_an_outage_is_noted_once_whatever_is_killed(house: Community) -> None:
    """The note, its step and the new sign of life are one transaction."""
    await Bot(house).lives(minutes=1)
    await passes(house, minutes=42)

    for _ in range(3):
        await Bot(house).watchman.look()

    def count(tx: Transaction) -> int:
        return tx.execute(select(func.count()).select_from(noted)).scalar_one()

    assert await house.world.database.read(count) == 1
    assert await house.world.database.read(lambda tx: outages.last_sign(tx, "memory"))
