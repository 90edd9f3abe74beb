"""The bot dies at each named moment, is started again, and nobody notices."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import time, timedelta

import pytest

from tests.crash.platform import Platform
from tests.crash.rehearsal import BEGIN, FAILPOINTS, Doom, Member, Rehearsal, rehearsing

pytestmark = pytest.mark.crash

MEMBERS = (
    Member("ada", time(9, 0), "Europe/Berlin"),
    Member("bo", time(9, 0), "Europe/Berlin"),
    Member("cy", time(20, 30), "America/New_York"),
)


@pytest.fixture
async def rehearsal(database_url: str) -> AsyncIterator[Rehearsal]:
    platform = Platform(now=BEGIN, remembers=timedelta(days=1))
    async with rehearsing(database_url, MEMBERS, platform) as made:
        yield made


@pytest.mark.parametrize("moment", FAILPOINTS)
async def test_whoever_the_bot_dies_on_is_asked_once_and_answered_once(
    rehearsal: Rehearsal, moment: str
) -> None:
    """A crash costs nobody a check-in or an answer, and shows nobody anything twice."""
    await rehearsal.everybody_joins()
    await rehearsal.end_life()
    rehearsal.dooms = iter([Doom(moment)])

    for _ in range(2):
        rehearsal.let_the_next_be_due()
        await rehearsal.settle()
        rehearsal.all_say_something(MEMBERS)
        await rehearsal.settle()
    await rehearsal.end_life()

    figures = await rehearsal.figures()
    assert figures.kills == {moment: 1}
    assert figures.due == len(MEMBERS)
    assert figures.faults == 0, figures
    assert figures.reported == 0, figures
