"""The bot dies while a team's message goes out to all members: everybody has it, and once."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.moderation.going_out import A_STEP, EVERY
from storage import members
from storage.database import Transaction
from tests.crash.child import PLATFORM, SPACE, STAFF
from tests.crash.platform import Platform
from tests.crash.rehearsal import BEGIN, Doom, Rehearsal, rehearsing

pytestmark = pytest.mark.crash

PEOPLE = tuple(f"m{number}" for number in range(A_STEP + 5))  # two steps
DOOMS = (
    ("sqlite", Doom("event-handled")),
    ("sqlite", Doom("planner-before-commit", 2)),
    ("sqlite", Doom("sender-claimed", 2)),
    ("sqlite", Doom("sender-sent", 40)),
    ("postgresql", Doom("sender-sent", 20)),
)


def a_community(tx: Transaction) -> None:
    community = members.put_community(
        tx, name="Harbour", language="en", country=None, zone="UTC", spaces_of=[(PLATFORM, SPACE)]
    )
    for who in PEOPLE:
        made = members.join(tx, platform=PLATFORM, user=who, language="en", zone="UTC", now=BEGIN)
        members.add_membership(tx, made.id, community, BEGIN)


@pytest.fixture
async def rehearsal(database_url: str) -> AsyncIterator[Rehearsal]:
    """A moderator has seen how it will read."""
    platform = Platform(now=BEGIN, remembers=timedelta(days=1))
    async with rehearsing(database_url, (), platform) as made:
        await made.database.write(a_community)
        platform.say("mo", "community broadcast We meet an hour later.", room=STAFF)
        await made.settle()
        await made.end_life()
        platform.shown.clear()
        yield made


@pytest.mark.parametrize(("database_url", "doom"), DOOMS, indirect=["database_url"], ids=str)
async def test_every_member_has_it_once_however_the_bot_dies(
    rehearsal: Rehearsal, doom: Doom
) -> None:
    """Neither lost nor doubled, in whichever step it happens."""
    rehearsal.dooms = iter([doom])

    rehearsal.platform.say("mo", "community broadcast send", room=STAFF)
    await rehearsal.settle()
    rehearsal.platform.move_to(rehearsal.platform.now + EVERY)
    await rehearsal.settle()
    await rehearsal.end_life()

    shown = Counter(each.to for each in rehearsal.platform.shown if each.to in PEOPLE)
    assert rehearsal.kills == {doom.at: 1}
    assert shown == Counter(PEOPLE)
