"""Meetings from files: drafts until a person says yes, then changed by the file again."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from adapters.memory import MemoryAdapter
from bot.meetings.importing.files import read_meetings
from bot.meetings.importing.sources import Report, take_over
from tests.support.meetings import LINK, facilitator, member, settle
from tests.support.person import Person
from tests.support.world import World, running

HOPE = {
    "name": "Hope",
    "slug": "hope",
    "day": 2,
    "time": "19:00",
    "end_time": "20:30",
    "timezone": "America/New_York",
    "types": ["O", "W"],
    "conference_url": LINK,
    "conference_url_notes": "Passcode: 4711",
    "notes": "All are welcome.\nZoom https://zoom.us/j/123456789",
}
EARLY = {**HOPE, "name": "Early birds", "slug": "early", "day": [1, 3], "time": "06:30"}
EARLY |= {"end_time": "07:30", "notes": ""}
NO_ZONE = {**HOPE, "name": "Nowhere", "slug": "nowhere", "timezone": None, "notes": ""}


@pytest.fixture(params=["forms", "questions"])
async def world(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[World]:
    platform = MemoryAdapter(forms=request.param == "forms")
    async with running(f"sqlite:///{tmp_path / 'handrail.db'}", platform=platform) as made:
        yield made


async def read_in(world: World, records: Sequence[dict[str, Any]]) -> Report:
    """What `handrail meetings import --community` does with a file."""
    community = await settle(world)
    drafts = read_meetings(json.dumps(records).encode(), None).drafts
    return await world.database.write(
        lambda tx: take_over(tx, community, "feed", drafts, world.clock.now())
    )


async def confirming(world: World) -> Person:
    fay = facilitator(world)
    await fay.say("meeting import")
    return fay


async def test_a_draft_becomes_a_meeting_by_a_persons_yes(world: World) -> None:
    """Not before; the link stays for those who come, the rest is for all."""
    report = await read_in(world, [HOPE])
    assert (report.new, report.changed) == (1, 0)
    ada = await member(world)
    await ada.say("meetings")
    assert "Hope" not in ada.last

    fay = await confirming(world)
    assert "every Tuesday at 7:00\u202fPM (New York)" in fay.last
    await fay.press("take")
    assert "is on the list" in fay.last
    await ada.say("meetings Hope")
    assert "Hope" in ada.last
    assert "open to all" in ada.last
    assert "zoom" not in ada.last
    assert "4711" not in ada.last

    await ada.press("coming")
    await world.move_to(datetime(2026, 11, 24, 23, 45, tzinfo=UTC))
    assert LINK in ada.last
    assert "4711" in ada.last


async def test_a_missing_zone_is_asked_for_and_never_guessed(world: World) -> None:
    """A meeting without a clock cannot be taken as it is."""
    await read_in(world, [NO_ZONE])
    fay = await confirming(world)
    assert "Which time zone is meant?" in fay.last
    assert "take" not in fay.offered
    await fay.press("zone")
    assert "(New York)" in fay.last
    assert "Which time zone" not in fay.last
    await fay.press("take")
    await fay.say("meeting list")
    assert "Nowhere: every Tuesday at 7:00\u202fPM (New York)" in fay.last


async def test_day_and_time_can_be_given_in_words(world: World) -> None:
    """What the file got wrong is put right before the yes."""
    await read_in(world, [NO_ZONE])
    fay = await confirming(world)
    await fay.fill("when", when="every Wednesday 8 pm Berlin time")
    assert "every Wednesday at 8:00\u202fPM (Berlin)" in fay.last
    await fay.press("take")
    await fay.say("meeting list")
    assert "Wednesday" in fay.last


async def test_those_without_questions_can_be_taken_at_once(world: World) -> None:
    """A hundred yeses for a hundred clear records would be a chore."""
    plain = [{**EARLY, "slug": f"m{number}", "name": f"Group {number}"} for number in range(3)]
    await read_in(world, [*plain, NO_ZONE])
    fay = await confirming(world)
    await fay.press("all")
    assert "3 more are on the list" in fay.last
    assert "Nowhere" in fay.last


async def test_what_was_left_out_does_not_come_back(world: World) -> None:
    """A no stands, however often the file is read."""
    await read_in(world, [HOPE])
    fay = await confirming(world)
    await fay.press("leave")
    report = await read_in(world, [{**HOPE, "time": "18:00", "end_time": "19:00"}])
    assert report.new == 0
    await fay.say("meeting import")
    assert "No drafts wait" in fay.last


async def test_reading_the_same_file_again_changes_nothing(world: World) -> None:
    """Nor does a day that passed since the first reading."""
    await read_in(world, [HOPE, EARLY])
    fay = await confirming(world)
    await fay.press("take")
    await world.move_by(days=3)
    report = await read_in(world, [HOPE, EARLY])
    assert (report.new, report.changed, report.same) == (0, 0, 2)
    assert not report.kept


async def test_what_the_file_changes_is_taken_over_and_told(world: World) -> None:
    """Whoever is reminded of it learns of the new hour."""
    await read_in(world, [HOPE])
    fay = await confirming(world)
    await fay.press("take")
    ada = await member(world)
    await ada.say("remind me Hope")
    report = await read_in(world, [{**HOPE, "time": "18:00", "end_time": "19:30"}])
    assert report.changed == 1
    await world.move_by(seconds=1)
    assert "A change of plan" in ada.last
    await world.move_to(datetime(2026, 11, 24, 22, 30, tzinfo=UTC))
    assert "reminder." in ada.last


async def test_what_somebody_here_changed_stays_and_is_reported(world: World) -> None:
    """The file's word is not worth more than the community's own."""
    await read_in(world, [HOPE])
    fay = await confirming(world)
    await fay.press("take")
    await fay.say("meeting edit Hope when every Tuesday 8 pm")
    await fay.say("meeting edit Hope about Bring a cup.")
    report = await read_in(
        world, [{**HOPE, "time": "18:00", "end_time": "19:30", "name": "Hope and help"}]
    )
    assert report.kept == [("Hope", ("when",))]
    await fay.say("meeting list")
    assert "Hope and help: every Tuesday at 8:00\u202fPM" in fay.last
    await fay.say("meetings Hope and help")
    assert "Bring a cup." in fay.last


async def test_what_the_file_no_longer_has_is_reported_and_goes_on(world: World) -> None:
    """A feed that loses a page must not end thirty meetings."""
    await read_in(world, [HOPE, EARLY])
    fay = await confirming(world)
    await fay.press("take")
    report = await read_in(world, [NO_ZONE])
    assert len(report.gone) == 1
    await fay.say("meeting list")
    assert "#1" in fay.last


async def test_who_is_no_facilitator_confirms_nothing(world: World) -> None:
    """Neither by the command nor by a button of another's."""
    await read_in(world, [HOPE])
    await confirming(world)
    shown = world.platform.offering("fay", "take").choices
    assert shown is not None
    ada = await member(world)
    await ada.say("meeting import")
    assert "Hope" not in ada.last
    await ada.choose(shown.prompt, "take")
    await ada.say("meetings")
    assert "Hope" not in ada.last
