"""The bot is away for longer than the platform recognises a repeated key."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import time, timedelta

import pytest

from tests.crash.platform import Platform
from tests.crash.rehearsal import BEGIN, Doom, Member, Rehearsal, rehearsing

pytestmark = pytest.mark.crash

MEMBERS = tuple(Member(name, time(9, 0), "Europe/Berlin") for name in ("ada", "bo"))
WINDOW = timedelta(minutes=5)


@pytest.fixture
async def rehearsal(database_url: str) -> AsyncIterator[Rehearsal]:
    platform = Platform(now=BEGIN, remembers=WINDOW)
    trust = (WINDOW - timedelta(minutes=1)).total_seconds()
    async with rehearsing(database_url, MEMBERS, platform, trust=trust) as made:
        await made.everybody_joins()
        await made.end_life()
        made.while_dead = lambda: platform.move_to(platform.now + 2 * WINDOW)
        made.let_the_next_be_due()
        yield made


async def test_what_went_out_is_found_in_the_history_and_not_sent_again(
    rehearsal: Rehearsal,
) -> None:
    """The platform would show a forgotten key a second time."""
    rehearsal.dooms = iter([Doom("sender-sent", nth=2)])

    await rehearsal.settle()
    await rehearsal.end_life()

    figures = await rehearsal.figures()
    assert figures.kills == {"sender-sent": 1}
    assert figures.looked_up == figures.due == 2
    assert figures.faults == figures.reported == figures.absorbed == 0, figures


async def test_what_the_history_surely_does_not_show_is_sent(rehearsal: Rehearsal) -> None:
    """It was claimed and never went out: who waits for it gets it."""
    rehearsal.dooms = iter([Doom("sender-claimed")])

    await rehearsal.settle()
    await rehearsal.end_life()

    figures = await rehearsal.figures()
    assert figures.kills == {"sender-claimed": 1}
    assert figures.looked_up == figures.due == 2
    assert figures.faults == figures.reported == 0, figures


async def test_what_may_have_gone_out_and_nobody_can_tell_is_reported_not_repeated(
    rehearsal: Rehearsal,
) -> None:
    """A question is rather missed, where an operator sees it, than asked twice."""
    rehearsal.platform.tells = False
    rehearsal.dooms = iter([Doom("sender-claimed")])

    await rehearsal.settle()
    await rehearsal.end_life()

    figures = await rehearsal.figures()
    assert figures.kills == {"sender-claimed": 1}
    assert figures.reported == figures.due == 2
    assert figures.faults == 0, figures
