"""When a help line answers."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.crisis.lines.opening import UnclearHoursError, read_opening
from bot.crisis.lines.wording import hours_of
from tests.support.texts import own_texts

TEXTS = own_texts()


@pytest.mark.parametrize(
    ("hours", "zone", "moment", "answers"),
    [
        ("24/7", None, "2026-12-25T03:00Z", True),
        ("09:00-17:00", "Europe/Berlin", "2026-11-23T08:00Z", True),
        ("09:00-17:00", "Europe/Berlin", "2026-11-23T07:59Z", False),
        ("09:00-17:00", "Europe/Berlin", "2026-11-23T16:00Z", False),
        ("09:00-17:00", "Europe/Berlin", "2026-07-20T07:00Z", True),
        ("19:00-07:00", "Europe/Tallinn", "2026-11-23T04:59Z", True),
        ("19:00-07:00", "Europe/Tallinn", "2026-11-23T05:00Z", False),
        ("17:00-24:00", "Europe/London", "2026-11-23T23:59Z", True),
        ("17:00-24:00", "Europe/London", "2026-11-24T00:00Z", False),
        ("Mon-Sat 14:00-20:00", "Europe/Berlin", "2026-11-22T15:00Z", False),
        ("Mon-Sat 14:00-20:00", "Europe/Berlin", "2026-11-23T15:00Z", True),
        ("Sat-Sun 10:00-12:00; Wed 10:00-12:00", "UTC", "2026-11-25T11:00Z", True),
        ("Sat-Mon 22:00-02:00", "UTC", "2026-11-24T01:00Z", True),
        ("Sat-Mon 22:00-02:00", "UTC", "2026-11-24T23:00Z", False),
        ("15:00-24:00", None, "2026-11-23T12:00Z", None),
    ],
)
def test_open_by_the_lines_own_clock(
    hours: str, zone: str | None, moment: str, answers: bool | None
) -> None:
    """In summer and winter, past midnight, on the days it says; without a clock nobody knows."""
    assert read_opening(hours, zone).open_at(datetime.fromisoformat(moment)) is answers


@pytest.mark.parametrize(
    "hours",
    ["", "see site", "9-17", "25:00-26:00", "Mon-Fri", "Fun 10:00-12:00", "10:00-12:00;", "24/8"],
)
def test_other_hours_are_refused(hours: str) -> None:
    """Guessing would send somebody to a line that is closed."""
    with pytest.raises(UnclearHoursError):
        read_opening(hours)


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../etc/passwd", "ET"])
def test_a_clock_that_is_none_is_refused(zone: str) -> None:
    """Abbreviations are several clocks."""
    with pytest.raises(UnclearHoursError):
        read_opening("10:00-12:00", zone)


@given(st.text(max_size=40))
def test_no_text_breaks_the_reader(text: str) -> None:
    """It is read, or refused as unclear."""
    try:
        opening = read_opening(text, "UTC")
    except UnclearHoursError:
        return
    assert opening.open_at(datetime(2026, 11, 23, tzinfo=UTC)) in (True, False)


@pytest.mark.parametrize(
    ("language", "hours", "said"),
    [
        ("en", "24/7", "any hour"),
        ("de", "24/7", "rund um die Uhr"),
        ("de", "Mon-Sat 14:00-20:00", "Mo.–Sa. 14:00–20:00"),
        ("es", "Sat 10:00-14:00", "sáb 10:00–14:00"),
        ("de", "Mon-Sun 10:00-14:00", "10:00–14:00"),
    ],
)
def test_hours_are_told_in_the_members_language(language: str, hours: str, said: str) -> None:
    """Nobody reads "Mon-Sat" who does not speak English."""
    assert hours_of(read_opening(hours), TEXTS, language) == said


def test_a_country_of_several_clocks_needs_the_city() -> None:
    """10 o'clock in New York is no 10 o'clock in Los Angeles."""
    opening = read_opening("10:00-22:00", "America/New_York")

    assert hours_of(opening, TEXTS, "de", city=True) == "10:00–22:00 (New York)"
