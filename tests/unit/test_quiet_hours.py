"""Quiet hours: when they end, how they are said, and what may wait for their end."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.communities.values import hours_of
from bot.delivery.messages import KIND as MESSAGE
from bot.delivery.quiet import hours_around, in_order
from bot.reading import UnclearHoursError, read_hours
from bot.unasked import UNASKED
from storage.outbox import Claimed
from storage.quiet import Hours
from tests.support.texts import own_features

NIGHT, NOON = Hours(time(22), time(7)), Hours(time(12), time(14, 30))
BERLIN, NEW_YORK = "Europe/Berlin", "America/New_York"


@pytest.mark.parametrize(
    ("hours", "zone", "now", "end"),
    [
        pytest.param(NIGHT, BERLIN, "2026-11-23T21:59+01:00", None, id="before"),
        pytest.param(
            NIGHT, BERLIN, "2026-11-23T22:00+01:00", "2026-11-24T07:00+01:00", id="as they begin"
        ),
        pytest.param(
            NIGHT, BERLIN, "2026-11-24T06:59+01:00", "2026-11-24T07:00+01:00", id="after midnight"
        ),
        pytest.param(NIGHT, BERLIN, "2026-11-24T07:00+01:00", None, id="as they end"),
        pytest.param(
            NOON, BERLIN, "2026-11-23T12:00+01:00", "2026-11-23T14:30+01:00", id="within a day"
        ),
        pytest.param(NOON, BERLIN, "2026-11-23T22:00+01:00", None, id="not at night"),
        pytest.param(
            NIGHT, NEW_YORK, "2026-03-07T23:00-05:00", "2026-03-08T07:00-04:00", id="clocks forward"
        ),
        pytest.param(
            NIGHT, NEW_YORK, "2026-10-31T23:00-04:00", "2026-11-01T07:00-05:00", id="clocks back"
        ),
        pytest.param(
            Hours(time(22), time(2, 30)),
            NEW_YORK,
            "2026-03-08T01:59-05:00",
            "2026-03-08T03:30-04:00",
            id="they end at an hour that is skipped",
        ),
        pytest.param(
            Hours(time(22), time(1, 30)),
            NEW_YORK,
            "2026-11-01T01:29-04:00",
            "2026-11-01T01:30-04:00",
            id="they end at an hour that comes twice: the first",
        ),
        pytest.param(
            NIGHT,
            "Pacific/Apia",
            "2011-12-31T03:00+14:00",
            "2011-12-31T07:00+14:00",
            id="over a day that a zone left out",
        ),
    ],
)
def test_quiet_hours_are_meant_by_the_members_own_clock(
    hours: Hours, zone: str, now: str, end: str | None
) -> None:
    """Whatever clocks do in that night."""
    found = hours_around(datetime.fromisoformat(now), hours, ZoneInfo(zone))

    assert (found and found[1]) == (datetime.fromisoformat(end) if end is not None else None)


def test_what_waits_keeps_its_order_through_any_number_of_claims() -> None:
    """Rows that were due a second apart are due a millisecond apart, right after the end."""
    begins, ends = datetime(2026, 11, 23, 21, tzinfo=UTC), datetime(2026, 11, 24, 6, tzinfo=UTC)
    moments = [in_order(_row(begins + timedelta(seconds=n)), begins, ends) for n in (-9, 0, 1, 2)]

    assert moments[0] == moments[1] == ends
    assert moments[2] - ends == moments[3] - moments[2] == timedelta(milliseconds=1)
    assert in_order(_row(ends), begins, ends) - ends < timedelta(minutes=1)


def _row(due: datetime) -> Claimed:
    return Claimed(1, "key", "buddy-words", 1, 1, 1, None, None, due, None, 1, due)


@pytest.mark.parametrize(
    ("said", "language", "begins", "ends"),
    [
        ("22:00 7:00", "en", "22:00", "07:00"),
        ("10 pm - 7 am", "en", "22:00", "07:00"),
        ("22-7", "en", "22:00", "07:00"),
        ("from half past nine till 6:30", "en", "09:30", "06:30"),
        ("von 22 bis 7 Uhr", "de", "22:00", "07:00"),
        ("zwischen 23:30 und sieben", "de", "23:30", "07:00"),
        ("de 10 de la noche a 7 de la mañana", "es", "22:00", "07:00"),
        ("desde las 22 hasta las 7", "es", "22:00", "07:00"),
        ("from 10pm to midnight", "de", "22:00", "00:00"),
    ],
)
def test_hours_are_read_as_people_say_them(
    said: str, language: str, begins: str, ends: str
) -> None:
    """In the member's language, and in the others since people mix them."""
    assert read_hours(said, language) == (time.fromisoformat(begins), time.fromisoformat(ends))


@pytest.mark.parametrize("said", ["", "22:00", "7 7", "later", "22:00 tomorrow", "7 " * 60])
def test_what_is_not_two_times_is_refused(said: str) -> None:
    """From seven to seven would be always, or never: nobody can tell which."""
    with pytest.raises(UnclearHoursError):
        read_hours(said, "en")


def test_a_communitys_hours_are_kept_in_figures() -> None:
    """As the operator's file writes them; nothing stands for none."""
    assert hours_of("22:00-07:00") == NIGHT
    assert hours_of(None) is None


COMES_ANYWAY = {
    # at an hour that they chose
    *("checkin", "checkin-evening"),
    # what they asked to see; and what edits a message that stands there already
    *("share-opened", "share-edit"),
    # a crisis, and the calls of who is on duty
    *("crisis-call", "crisis-member", "crisis-note", "crisis-team"),
    # the line to the team, in both directions
    *("line-root", "line-words", "line-copy", "line-note", "line-answer", "line-told"),
    # what an owner tries out
    *("community-look", "community-test", "community-tell"),
    # to rooms
    *("buddy-room", "buddy-opening", "mentor-request", "milestone-post", "share-post"),
    *("checkin-post", "checkin-group"),
}


def test_of_every_kind_of_message_it_is_decided_whether_it_waits() -> None:
    """A new one is either put among what is unasked, or here with a reason."""
    kinds = {kind for feature in own_features() for kind in feature.writes} | {MESSAGE}

    assert UNASKED.keys() & COMES_ANYWAY == set()
    assert kinds == UNASKED.keys() | COMES_ANYWAY


def test_quiet_hours_are_found_in_every_zone() -> None:
    """Of any hour, they are those that the moment lies in."""
    now = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu", BERLIN, NEW_YORK):
        for hour in range(24):
            hours = Hours(time(hour), time((hour + 23) % 24))
            found = hours_around(now, hours, ZoneInfo(zone))
            if found is not None:
                assert found[0] <= now < found[1] <= found[0] + timedelta(hours=23)
