"""The bot dies while it answers somebody in danger; it comes back, and answers once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.platform import Address
from storage import episodes
from tests.crash.child import PLATFORM, SPACE, STAFF
from tests.crash.platform import Platform
from tests.crash.rehearsal import BEGIN, Doom, Rehearsal, rehearsing
from tests.support.crisis import GRAVE, put_team

pytestmark = pytest.mark.crash

HARBOUR = Address(PLATFORM, space=SPACE)

MOMENTS = (
    "crisis-answered",
    "crisis-alerted",
    "event-handled",
    "before-commit",
    "after-commit",
    "event-applied",
)


@pytest.fixture
async def rehearsal(database_url: str) -> AsyncIterator[Rehearsal]:
    platform = Platform(now=BEGIN, remembers=timedelta(days=1))
    async with rehearsing(database_url, (), platform) as made:
        await made.database.write(lambda tx: put_team(tx, HARBOUR, ["sam"], BEGIN, zone="UTC"))
        yield made


@pytest.mark.parametrize("moment", MOMENTS)
async def test_whoever_the_bot_dies_on_is_answered_once_and_the_team_called_once(
    rehearsal: Rehearsal, moment: str
) -> None:
    """No crash loses a reply or an alert, shows one twice, or leaves the episode unwritten."""
    # Of the commits the first is the sender's own, at the start of a life.
    nths = (1, 2) if moment.endswith("commit") else (1,)
    rehearsal.dooms = iter([Doom(moment, nth) for nth in nths])

    rehearsal.platform.say("ada", GRAVE)
    await rehearsal.settle()
    await rehearsal.end_life()

    shown = [each.to for each in rehearsal.platform.shown]
    assert rehearsal.kills == {moment: len(nths)}
    assert shown.count("ada") == 1
    assert shown.count(STAFF) == 1
    (one,) = await rehearsal.database.read(episodes.unsettled)
    assert one.told


@pytest.mark.parametrize("moment", ["crisis-answered", "crisis-alerted"])
async def test_the_buttons_of_an_alert_outlive_a_crash(rehearsal: Rehearsal, moment: str) -> None:
    """What was shown before the crash belongs to the episode that is written after it."""
    rehearsal.dooms = iter([Doom(moment)])
    rehearsal.platform.say("ada", GRAVE)
    await rehearsal.settle()

    (one,) = await rehearsal.database.read(episodes.unsettled)
    rehearsal.platform.press("ada", f"crisis/{one.id}", "misread")
    await rehearsal.settle()
    await rehearsal.end_life()

    assert [each.to for each in rehearsal.platform.shown].count("ada") == 2
