"""Reminders are elapsed time before the start, once for each person."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.meetings.recurrence.series import Occurrence, upcoming
from bot.meetings.recurrence.series_json import read_series
from bot.meetings.telling.reminders import plan


def meeting() -> Occurrence:
    """03:30 in Berlin in the night in which 02:00 becomes 03:00."""
    rule = {
        "dtstart_local": "2027-03-28T03:30:00",
        "tzid": "Europe/Berlin",
        "duration_minutes": 60,
    }
    [found] = upcoming(read_series(rule), at("2027-03-01T00:00Z"))
    return found


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_everybody_is_reminded_in_their_own_time_before() -> None:
    """A day is 24 hours, also over a change of the clocks; nobody twice."""
    found = plan(7, meeting(), [(1, 30), (2, 24 * 60), (3, 0)], at("2027-03-20T00:00Z"))

    assert [(each.person, each.due) for each in found] == [
        (1, at("2027-03-28T01:00Z")),
        (2, at("2027-03-27T01:30Z")),
        (3, at("2027-03-28T01:30Z")),
    ]
    assert len({each.key for each in found}) == 3
    assert {each.expires for each in found} == {at("2027-03-28T01:30Z")}


def test_who_asks_late_is_reminded_at_once_and_not_after_the_start() -> None:
    """Within the lead time now; once it has begun, no more."""
    late = at("2027-03-28T01:10Z")
    [found] = plan(7, meeting(), [(1, 30)], late)

    assert found.due == late
    assert plan(7, meeting(), [(1, 30)], meeting().start) == []
    assert plan(7, meeting(), [(1, 30)], meeting().start + timedelta(minutes=5)) == []
