"""The bot dies while it answers somebody in danger; it comes back, and answers once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from storage import duty, episodes, members
from storage.database import Transaction
from tests.crash.child import PLATFORM, SPACE, STAFF
from tests.crash.platform import Platform
from tests.crash.rehearsal import BEGIN, Doom, Rehearsal, rehearsing
from tests.support.crisis import GRAVE

pytestmark = pytest.mark.crash

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
        await made.database.write(_a_team)
        yield made


def _a_team(tx: Transaction) -> None:
    community = members.put_community(
        tx,
        name="Harbour",
        language="en",
        country="US",
        zone="UTC",
        spaces_of=[(PLATFORM, SPACE)],
    )
    helper = duty.enlist(tx, community, PLATFORM, "sam", zone="UTC")
    duty.put(tx, replace(helper, on=True))
    duty.pass_drill(tx, community, BEGIN - timedelta(days=1))


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
