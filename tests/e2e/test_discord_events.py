"""Server events on Discord: the next occurrence of something, shown once, edited and cancelled."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.platform import Address, CancelEvent, Outcome, Receipt, ShowEvent
from tests.contract.rooms_discord import Rooms, discord_rooms
from tests.discord_standin import Fault
from tests.discord_standin.scheduled import create

pytestmark = pytest.mark.e2e

HOUR, WEEK = timedelta(hours=1), timedelta(days=7)
EVENTS = "/guilds/{guild_id}/scheduled-events"
EVENT = EVENTS + "/{guild_scheduled_event_id}"
ACTIVE, COMPLETED, CANCELLED = 2, 3, 4


@pytest.fixture
async def rooms(tmp_path: Path) -> AsyncIterator[Rooms]:
    async with discord_rooms(tmp_path) as running:
        yield running


def meeting(rooms: Rooms, subject: str = "meeting:1", **more: Any) -> ShowEvent:
    starts = datetime.now(UTC).replace(microsecond=0) + 2 * HOUR
    values: dict[str, Any] = {
        "to": Address("discord", space=str(rooms.discord.guild.id)),
        "subject": subject,
        "title": "Tuesday circle",
        "starts": starts,
        "ends": starts + HOUR,
        "where": "https://example.org/circle",
        "about": "Everybody is welcome.",
        **more,
    }
    return ShowEvent(**values)


def shown(rooms: Rooms) -> list[dict[str, Any]]:
    return list(rooms.discord.guild.scheduled.values())


async def later(rooms: Rooms, wanted: ShowEvent, span: timedelta) -> Receipt:
    """Show the occurrence that is so much later."""
    return await rooms.adapter.perform(
        replace(wanted, starts=wanted.starts + span, ends=wanted.ends + span, key=f"later{span}")
    )


async def test_a_meeting_is_shown_moved_and_cancelled(rooms: Rooms) -> None:
    """Members see in the server's own list when and where, and that it was called off."""
    wanted = meeting(rooms)
    receipt = await rooms.adapter.perform(wanted)
    event = shown(rooms)[0]
    assert receipt.outcome is Outcome.SENT
    assert event["name"] == "Tuesday circle"
    assert event["entity_metadata"]["location"] == "https://example.org/circle"

    moved = await later(rooms, wanted, HOUR)
    assert [e["id"] for e in shown(rooms)] == [receipt.message] == [moved.message]
    assert datetime.fromisoformat(shown(rooms)[0]["scheduled_start_time"]) == wanted.starts + HOUR

    await rooms.adapter.perform(CancelEvent(to=wanted.to, subject=wanted.subject))
    assert [e["status"] for e in shown(rooms)] == [CANCELLED]


async def test_the_same_is_shown_once_and_tells_nobody_again(rooms: Rooms) -> None:
    """An edit that changes nothing would still notify whoever is interested."""
    await rooms.adapter.perform(meeting(rooms))
    await rooms.adapter.perform(meeting(rooms))

    assert len(shown(rooms)) == 1
    assert rooms.discord.sent("PATCH", EVENT) == []


async def test_the_next_occurrence_is_shown_when_the_last_has_begun(rooms: Rooms) -> None:
    """One that is under way stays until it ends; the next stands beside it, once."""
    wanted = meeting(rooms)
    await rooms.adapter.perform(wanted)
    rooms.discord.clock.advance(2.5 * 3600)
    for attempt in range(2):
        following = replace(wanted, starts=wanted.starts + WEEK, ends=wanted.ends + WEEK)
        await rooms.adapter.perform(replace(following, key=f"next{attempt}"))

    statuses = [event["status"] for event in shown(rooms)]
    assert statuses == [ACTIVE, 1]


async def test_what_has_begun_is_ended_not_cancelled(rooms: Rooms) -> None:
    wanted = meeting(rooms)
    await rooms.adapter.perform(wanted)
    rooms.discord.clock.advance(2.5 * 3600)
    receipt = await rooms.adapter.perform(CancelEvent(to=wanted.to, subject=wanted.subject))

    assert receipt.outcome is Outcome.SENT
    assert [event["status"] for event in shown(rooms)] == [COMPLETED]


@pytest.mark.parametrize("restart", [False, True])
@pytest.mark.parametrize("before", [False, True], ids=["first", "next"])
async def test_a_crash_while_showing_leaves_one_event(
    rooms: Rooms, restart: bool, before: bool
) -> None:
    """Discord knows no nonce for events: what an earlier attempt made is found in the list."""
    wanted = meeting(rooms)
    if before:
        await rooms.adapter.perform(replace(wanted, key="before"))
        rooms.discord.clock.advance(2.5 * 3600)
        wanted = replace(wanted, starts=wanted.starts + WEEK, ends=wanted.ends + WEEK)
    rooms.discord.faults.append(Fault("POST", "/guilds/*/scheduled-events", cut="after"))
    first = await rooms.adapter.perform(wanted)
    if restart:
        await rooms.stop()
        await rooms.start()
    second = await rooms.adapter.perform(wanted)

    assert (first.outcome, second.outcome) == (Outcome.UNKNOWN, Outcome.SENT)
    assert len(shown(rooms)) == 1 + before


async def test_two_meetings_alike_have_an_event_each(rooms: Rooms) -> None:
    """Name and hour may be the same; cancelling one leaves the other."""
    await rooms.adapter.perform(meeting(rooms, "meeting:1"))
    await rooms.adapter.perform(meeting(rooms, "meeting:2"))
    await rooms.adapter.perform(CancelEvent(to=meeting(rooms).to, subject="meeting:1"))

    assert sorted(event["status"] for event in shown(rooms)) == [1, CANCELLED]


async def test_a_server_with_many_events_keeps_room_for_its_own(rooms: Rooms) -> None:
    """Discord takes a hundred; the people of the server must not find the list full of ours."""
    await rooms.adapter.perform(meeting(rooms, "meeting:0", key="first"))
    begins = datetime.now(UTC) + WEEK
    for number in range(89):
        theirs = {
            "name": f"Film night {number}",
            "privacy_level": 2,
            "entity_type": 3,
            "entity_metadata": {"location": "The couch"},
            "scheduled_start_time": begins.isoformat(),
            "scheduled_end_time": (begins + HOUR).isoformat(),
        }
        create(rooms.discord.guild, theirs, rooms.discord.world)
    full = await rooms.adapter.perform(meeting(rooms, "meeting:90"))
    moved = await later(rooms, meeting(rooms, "meeting:0"), HOUR)

    assert (full.outcome, full.reason) == (Outcome.REFUSED, "too many events")
    assert moved.outcome is Outcome.SENT
    assert len(shown(rooms)) == 90


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"ends": datetime(2020, 1, 1, tzinfo=UTC)}, "ValueError"),
        (
            {"starts": datetime(2020, 1, 1, tzinfo=UTC), "ends": datetime(2020, 1, 2, tzinfo=UTC)},
            "it has begun",
        ),
        ({"to": Address("discord", space="no number")}, "ValueError"),
    ],
)
async def test_what_can_be_no_event_is_refused(
    rooms: Rooms, wrong: dict[str, Any], reason: str
) -> None:
    receipt = await rooms.adapter.perform(meeting(rooms, **wrong))

    assert (receipt.outcome, receipt.reason) == (Outcome.REFUSED, reason)
    assert shown(rooms) == []


async def test_without_the_permission_it_is_refused(rooms: Rooms) -> None:
    rooms.discord.guild.bot_lacks |= {"create_events", "manage_events"}
    receipt = await rooms.adapter.perform(meeting(rooms))

    assert (receipt.outcome, receipt.reason) == (Outcome.REFUSED, "50013")


async def test_long_words_are_cut_and_none_of_them_is_markup(rooms: Rooms) -> None:
    wanted = meeting(rooms, title="t" * 300, where="w" * 300, about="**" * 900)
    receipt = await rooms.adapter.perform(wanted)
    event = shown(rooms)[0]

    assert receipt.outcome is Outcome.SENT
    assert (len(event["name"]), len(event["entity_metadata"]["location"])) == (100, 100)
    assert "**" not in event["description"]


async def test_an_event_that_a_moderator_deleted_can_be_cancelled(rooms: Rooms) -> None:
    wanted = meeting(rooms)
    await rooms.adapter.perform(wanted)
    rooms.discord.guild.scheduled.clear()
    receipt = await rooms.adapter.perform(CancelEvent(to=wanted.to, subject=wanted.subject))

    assert receipt.outcome is Outcome.SENT
