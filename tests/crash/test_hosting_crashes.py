"""The bot dies while a meeting is held in a room; the room is closed all the same, and once."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.delivery import rules
from bot.meetings.hosting.running import KIND
from bot.platform import Action, Receipt, SetFloor
from storage import hosting, meetings, members
from storage.database import Transaction
from storage.hosting import Hosted, Wishes
from storage.ids import new_id
from storage.meetings import Card, Meeting, State
from tests.crash import child
from tests.crash.child import PLATFORM, SPACE, Life, Wire
from tests.crash.platform import Platform
from tests.crash.rehearsal import BEGIN, Doom, Rehearsal, rehearsing

pytestmark = pytest.mark.crash

HALL, FLOOR = "hall", "floor:"
START = BEGIN + timedelta(hours=1)
END = START + timedelta(hours=1)
SOON = (timedelta(minutes=5), timedelta(minutes=2), timedelta(0))
SAID = 8  # two warnings, the opening reading and words, two more warnings, the closing ones
MOMENTS = (
    "planner-before-commit",
    "sender-claimed",
    "sender-sent",
    "sender-settled",
    "after-commit",
)


class FloorWire(Wire):
    """The wire, with rooms that can be opened and closed."""

    async def perform(self, action: Action) -> Receipt:
        if not isinstance(action, SetFloor):
            return await super().perform(action)
        wish = {"to": f"{FLOOR}{action.floor}", "about": None, "prompt": "", "rings": False}
        receipt: Receipt = await self._ask({"perform": action.key, **wish})
        return receipt


def live(life: Life) -> None:
    """A life on that wire."""
    child.Wire = FloorWire  # type: ignore[misc]
    child.live(life)


def put_meeting(tx: Transaction) -> None:
    """A meeting at 13:00 UTC, held in a room of which nobody was to write before."""
    community = members.put_community(
        tx,
        name="Harbour",
        language="en",
        country=None,
        zone="UTC",
        spaces_of=[(PLATFORM, SPACE)],
    )
    series = {
        "dtstart_local": f"{START:%Y-%m-%dT%H:%M:%S}",
        "tzid": "UTC",
        "duration_minutes": 60,
    }
    meeting = Meeting(
        id=new_id(),
        community=community,
        state=State.ON,
        series=json.dumps(series),
        card=Card(name="Newcomers"),
        changed_at=BEGIN,
    )
    meetings.put(tx, meeting)
    wishes = Wishes(opening="Welcome.", closing="Take care.")
    hosted = Hosted(meeting=meeting.id, platform=PLATFORM, space=SPACE, channel=HALL, wishes=wishes)
    hosting.put(tx, hosted)
    rules.set_once(tx, kind=KIND, subject=meeting.id, at=START - SOON[0], zone="UTC")


@pytest.fixture
async def rehearsal(database_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Rehearsal]:
    monkeypatch.setattr("tests.crash.rehearsal.live", live)
    platform = Platform(now=BEGIN, remembers=timedelta(days=1))
    async with rehearsing(database_url, (), platform) as made:
        await made.database.write(put_meeting)
        yield made


def seen(rehearsal: Rehearsal) -> tuple[int, list[str]]:
    """How many messages the room shows, and how its rights were changed."""
    shown = [each.to for each in rehearsal.platform.shown]
    floors = [to.removeprefix(FLOOR) for to in shown if to.startswith(FLOOR)]
    return Counter(shown)[HALL], floors


@pytest.mark.parametrize("moment", MOMENTS)
async def test_a_meeting_takes_its_course_however_often_the_bot_dies(
    rehearsal: Rehearsal, moment: str
) -> None:
    """Everything is said once; the room is opened, and as before in the end."""
    # Of the commits the first ones are the sender's own, at the start of a life.
    rehearsal.dooms = iter([Doom(moment, nth) for nth in (2, 3, 4)])

    for boundary in (START, END):
        for before in SOON:
            rehearsal.platform.move_to(boundary - before)
            await rehearsal.settle()
    rehearsal.platform.move_to(END + timedelta(minutes=1))
    await rehearsal.settle()
    await rehearsal.end_life()

    assert rehearsal.kills[moment] >= 2
    assert seen(rehearsal) == (SAID, ["open", "as_before"])


async def test_a_room_is_closed_when_the_bot_comes_back_long_after_the_end(
    rehearsal: Rehearsal,
) -> None:
    """Killed in the middle of a meeting, started hours later: the rights are put back then."""
    rehearsal.platform.move_to(START)
    await rehearsal.settle()
    assert rehearsal.bot is not None
    rehearsal.bot.kill()
    rehearsal.bot.join()
    rehearsal.bot = None
    assert seen(rehearsal)[1] == ["open"]

    rehearsal.platform.move_to(END + timedelta(hours=3))
    await rehearsal.settle()
    rehearsal.platform.move_to(END + timedelta(hours=4))
    await rehearsal.settle()
    await rehearsal.end_life()

    # The opening and its reading, one line of excuse, and no reading hours late.
    assert seen(rehearsal) == (3, ["open", "as_before"])


async def test_a_meeting_that_was_slept_through_is_not_made_up_for(rehearsal: Rehearsal) -> None:
    """A bot that was away all the time says and opens nothing afterwards."""
    rehearsal.platform.move_to(END + timedelta(minutes=1))
    await rehearsal.settle()
    await rehearsal.end_life()

    assert seen(rehearsal) == (0, [])
