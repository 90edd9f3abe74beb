"""The bot dies while it calls the team; it comes back, and calls everybody once."""

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

BY_TIME = (
    "planner-selected",
    "planner-before-commit",
    "sender-claimed",
    "sender-sent",
    "after-commit",
)
BY_PRESS = ("event-handled", "after-commit", "sender-sent")


@pytest.fixture
async def rehearsal(database_url: str) -> AsyncIterator[Rehearsal]:
    """Ada has written, and the team of two was alerted."""
    platform = Platform(now=BEGIN, remembers=timedelta(days=1))
    async with rehearsing(database_url, (), platform) as made:
        await made.database.write(
            lambda tx: put_team(tx, HARBOUR, ["sam", "bo"], BEGIN, zone="UTC")
        )
        platform.say("ada", GRAVE)
        await made.settle()
        await made.end_life()
        platform.shown.clear()
        yield made


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("moment", BY_TIME)
async def test_each_step_is_taken_once(rehearsal: Rehearsal, moment: str) -> None:
    """Ten minutes: the member hears it; fifteen: the next is called; thirty: everybody."""
    rehearsal.dooms = iter([Doom(moment, nth=2)])

    for minutes in (10, 5, 15):
        rehearsal.platform.move_to(rehearsal.platform.now + timedelta(minutes=minutes))
        await rehearsal.settle()
    await rehearsal.end_life()

    shown = [each.to for each in rehearsal.platform.shown]
    assert rehearsal.kills == {moment: 1}
    assert shown.count("ada") == 1
    assert shown.count("bo") == 1
    assert shown.count(STAFF) == 2
    assert len(shown) == 4


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("moment", BY_PRESS)
async def test_whoever_is_on_it_is_so_once(rehearsal: Rehearsal, moment: str) -> None:
    """The member hears of it once, and nobody is called any more."""
    (one,) = await rehearsal.database.read(episodes.unsettled)
    rehearsal.dooms = iter([Doom(moment, nth=2 if "commit" in moment else 1)])

    rehearsal.platform.press("sam", f"alert/{one.id}", "mine", room=STAFF)
    await rehearsal.settle()
    rehearsal.platform.move_to(rehearsal.platform.now + timedelta(minutes=45))
    await rehearsal.settle()
    await rehearsal.end_life()

    (one,) = await rehearsal.database.read(episodes.unsettled)
    shown = [each.to for each in rehearsal.platform.shown]
    assert rehearsal.kills == {moment: 1}
    assert (one.state, one.claimant) == ("claimed", (PLATFORM, None, None, "sam"))
    assert shown.count("ada") == 1
    assert shown.count("bo") == 0
    assert len(rehearsal.platform.shown) == len({each.key for each in rehearsal.platform.shown})


@pytest.mark.parametrize("moment", ["planner-before-commit", "sender-claimed"])
async def test_a_claim_that_meets_a_call_leaves_one_of_them(
    rehearsal: Rehearsal, moment: str
) -> None:
    """Pressed at the very moment at which the next is called, and the bot dies in between."""
    (one,) = await rehearsal.database.read(episodes.unsettled)
    rehearsal.dooms = iter([Doom(moment)])

    rehearsal.platform.move_to(rehearsal.platform.now + timedelta(minutes=15))
    rehearsal.platform.press("sam", f"alert/{one.id}", "mine", room=STAFF)
    await rehearsal.settle()
    rehearsal.platform.move_to(rehearsal.platform.now + timedelta(minutes=30))
    await rehearsal.settle()
    await rehearsal.end_life()

    (one,) = await rehearsal.database.read(episodes.unsettled)
    shown = [each.to for each in rehearsal.platform.shown]
    assert one.state == "claimed"
    assert shown.count("bo") <= 1, "who was called before the claim was, is not called again"
    assert 1 <= shown.count("ada") <= 2, "that nobody answered perhaps, and that somebody did"
    assert len(rehearsal.platform.shown) == len({each.key for each in rehearsal.platform.shown})
