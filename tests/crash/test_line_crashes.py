"""The bot dies while a line is carried, from either end; nothing is lost, and nothing doubled."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import time, timedelta

import pytest

from bot.platform import Address
from storage import members, team_lines
from storage.team_lines import Line
from tests.crash.child import PLATFORM, SPACE, STAFF
from tests.crash.platform import Platform
from tests.crash.rehearsal import BEGIN, Doom, Member, Rehearsal, rehearsing
from tests.support.crisis import put_team

pytestmark = pytest.mark.crash

HARBOUR = Address(PLATFORM, space=SPACE)
ADA = Member("ada", time(9), "UTC")

FROM_THE_MEMBER = (
    ("sqlite", Doom("event-handled", 1)),
    ("sqlite", Doom("after-commit", 5)),
    ("sqlite", Doom("sender-claimed", 3)),
    ("sqlite", Doom("sender-sent", 1)),
    ("sqlite", Doom("sender-sent", 2)),
    ("sqlite", Doom("sender-sent", 4)),
    ("postgresql", Doom("after-commit", 2)),
    ("postgresql", Doom("sender-sent", 3)),
)
FROM_THE_TEAM = (
    ("sqlite", Doom("event-handled", 1)),
    ("sqlite", Doom("after-commit", 2)),
    ("sqlite", Doom("sender-sent", 1)),
    ("postgresql", Doom("sender-sent", 2)),
)


@pytest.fixture
async def rehearsal(database_url: str) -> AsyncIterator[Rehearsal]:
    """Ada has joined, and was asked how she would like to write to the team."""
    platform = Platform(now=BEGIN, remembers=timedelta(days=1))
    async with rehearsing(database_url, (ADA,), platform) as made:
        await made.database.write(lambda tx: put_team(tx, HARBOUR, ["sam"], BEGIN, zone="UTC"))
        await made.everybody_joins()
        platform.say("ada", "team one")
        await made.settle()
        await made.end_life()
        platform.shown.clear()
        yield made


async def line_of(rehearsal: Rehearsal) -> Line:
    """Ada's line."""
    ada = await rehearsal.database.read(lambda tx: members.member_with(tx, PLATFORM, "ada"))
    assert ada is not None
    (line,) = await rehearsal.database.read(lambda tx: team_lines.of_person(tx, ada.id))
    return line


async def opens(rehearsal: Rehearsal) -> None:
    """Ada says without her name."""
    line = await line_of(rehearsal)
    rehearsal.platform.press("ada", f"line-open/{line.id}", "unnamed")
    await rehearsal.settle()


@pytest.mark.parametrize(
    ("database_url", "doom"), FROM_THE_MEMBER, indirect=["database_url"], ids=str
)
async def test_what_a_member_writes_reaches_the_team_once(rehearsal: Rehearsal, doom: Doom) -> None:
    """The beginning, the words before it and those after; and each is confirmed once."""
    rehearsal.dooms = iter([doom])

    await opens(rehearsal)
    rehearsal.platform.say("ada", "two")
    await rehearsal.settle()
    await rehearsal.end_life()

    shown = [each.to for each in rehearsal.platform.shown]
    assert rehearsal.kills == {doom.at: 1}
    assert shown.count(STAFF) == 3
    assert shown.count("ada") == 2
    assert len(shown) == 5


@pytest.mark.parametrize(
    ("database_url", "doom"), FROM_THE_TEAM, indirect=["database_url"], ids=str
)
async def test_what_the_team_writes_reaches_the_member_once(
    rehearsal: Rehearsal, doom: Doom
) -> None:
    """And the team is told once that it came."""
    await opens(rehearsal)
    await rehearsal.end_life()
    rehearsal.platform.shown.clear()
    rehearsal.dooms = iter([doom])

    rehearsal.platform.say("sam", "line reply hello", room=STAFF)
    await rehearsal.settle()
    await rehearsal.end_life()

    shown = [each.to for each in rehearsal.platform.shown]
    assert rehearsal.kills == {doom.at: 1}
    assert sorted(shown) == ["ada", STAFF]
