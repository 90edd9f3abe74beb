"""When a meeting in chat is looked at again."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from bot.meetings.hosting.running import next_look
from storage.hosting import Course, Hosted, Session, Stage, Wishes
from storage.meetings import Card, Meeting, State

START = datetime(2026, 11, 24, 19, 0, tzinfo=UTC)
END = START + timedelta(hours=1)
WEEKLY = {
    "dtstart_local": "2026-11-24T19:00:00",
    "tzid": "UTC",
    "duration_minutes": 60,
    "rrule": "FREQ=WEEKLY;BYDAY=TU",
}
MEETING = Meeting(
    id=1,
    community=1,
    state=State.ON,
    series=json.dumps(WEEKLY),
    card=Card(name="Newcomers"),
    changed_at=START,
)
HOSTED = Hosted(meeting=1, platform="memory", space="s", channel="c", wishes=Wishes(share=3))


def session(stage: Stage, **more: object) -> Session:
    known = {"id": 1, "meeting": 1, "occurrence": "20261124T1900", "starts": START, "ends": END}
    return Session(**known, stage=stage, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("minutes", "stage", "looks_at"),
    [
        pytest.param(-60, None, -5, id="asleep until its first warning"),
        pytest.param(-5, Stage.WAITING, -2, id="then the second"),
        pytest.param(-2, Stage.WAITING, 0, id="then its start"),
        pytest.param(0, Stage.OPEN, 55, id="open: five minutes before the end"),
        pytest.param(55, Stage.OPEN, 58, id="two minutes before"),
        pytest.param(58, Stage.OPEN, 60, id="the end"),
        pytest.param(60, Stage.CLOSED, 7 * 24 * 60 - 5, id="over: next week"),
    ],
)
def test_a_meeting_is_looked_at_when_something_is_due(
    minutes: int, stage: Stage | None, looks_at: int
) -> None:
    """Neither sooner, which costs, nor later, which a room would notice."""
    sessions = [session(stage)] if stage is not None else []

    moment = next_look(HOSTED, MEETING, sessions, START + timedelta(minutes=minutes))

    assert moment == START + timedelta(minutes=looks_at)


def test_whoever_speaks_is_told_the_time_when_it_has_come() -> None:
    """Three minutes after the word was given."""
    since = START + timedelta(minutes=10)
    speaking = session(Stage.OPEN, course=Course(speaker="ada", since=since.isoformat()))

    assert next_look(HOSTED, MEETING, [speaking], since) == since + timedelta(minutes=3)


def test_a_change_of_rights_is_looked_after_soon() -> None:
    """Before anybody has to ask why the room is closed."""
    opening = session(Stage.OPEN, awaited=("hosting:1:open:1",))

    assert next_look(HOSTED, MEETING, [opening], START) == START + timedelta(seconds=20)
