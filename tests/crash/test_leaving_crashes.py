"""The bot dies while a team is told of an outage, or a community is erased: each happens once."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.clock import ManualClock
from bot.communities.leaving.sleeping import ERASE
from bot.delivery import rules
from bot.operating.alarms.watchman import Watchman
from storage import leaving, members
from storage.database import Transaction
from storage.leaving import Sleep
from storage.tables import communities
from tests.crash.child import PLATFORM, SPACE, STAFF
from tests.crash.platform import Platform
from tests.crash.rehearsal import BEGIN, Doom, Rehearsal, rehearsing

pytestmark = pytest.mark.crash

MOMENTS = ("planner-before-commit", "sender-sent")


def a_community(tx: Transaction) -> int:
    return members.put_community(
        tx,
        name="Harbour",
        language="en",
        country=None,
        zone="UTC",
        spaces_of=[(PLATFORM, SPACE)],
    )


@pytest.fixture
async def rehearsal(database_url: str) -> AsyncIterator[Rehearsal]:
    platform = Platform(now=BEGIN, remembers=timedelta(days=1))
    async with rehearsing(database_url, (), platform) as made:
        yield made


@pytest.mark.parametrize("moment", MOMENTS)
async def test_a_team_reads_of_an_outage_once_however_often_the_bot_dies(
    rehearsal: Rehearsal, moment: str
) -> None:
    """Neither lost nor told twice."""
    await rehearsal.database.write(a_community)
    clock = ManualClock(BEGIN - timedelta(hours=1))
    watchman = Watchman(rehearsal.database, clock, lambda: {PLATFORM: True})
    await watchman.look()
    clock.move_to(BEGIN)
    await watchman.look()
    # Of the commits the first ones are the sender's own, at the start of a life.
    rehearsal.dooms = iter([Doom(moment, nth) for nth in (1, 2)])

    for minutes in (3, 6):
        rehearsal.platform.move_to(BEGIN + timedelta(minutes=minutes))
        await rehearsal.settle()
    await rehearsal.end_life()

    assert rehearsal.kills[moment] >= 1
    assert Counter(each.to for each in rehearsal.platform.shown)[STAFF] == 1


@pytest.mark.parametrize("moment", ["planner-before-commit", "after-commit"])
async def test_a_community_is_erased_though_the_bot_dies_meanwhile(
    rehearsal: Rehearsal, moment: str
) -> None:
    """The day stands in the database; a half-erased community is not to be had."""
    erased_at = BEGIN + timedelta(days=30)

    def put_to_sleep(tx: Transaction) -> None:
        community = a_community(tx)
        leaving.put_to_sleep(tx, Sleep(community, BEGIN, erased_at))
        rules.set_once(tx, kind=ERASE, subject=community, at=erased_at, zone="UTC")

    await rehearsal.database.write(put_to_sleep)

    async def there() -> int:
        def count(tx: Transaction) -> int:
            return tx.execute(select(func.count()).select_from(communities)).scalar_one()

        return await rehearsal.database.read(count)

    rehearsal.platform.move_to(erased_at - timedelta(days=1))
    await rehearsal.settle()
    assert await there() == 1
    await rehearsal.end_life()
    rehearsal.dooms = iter([Doom(moment, nth) for nth in (1, 2)])
    rehearsal.platform.move_to(erased_at + timedelta(minutes=1))
    await rehearsal.settle()
    await rehearsal.end_life()

    assert rehearsal.kills[moment] >= 1
    assert await there() == 0
