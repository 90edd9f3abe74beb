"""Times that two have in common, and the rhythm that they agree on."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.buddies.joining.hours import WEEK
from bot.buddies.relay.rhythm import RhythmUnclearError, read_rhythm
from bot.buddies.relay.times import NOTICE, OFFERED, pick
from storage.buddy_lives import Life

NOW = datetime(2026, 11, 23, 12, 20, tzinfo=UTC)  # a Monday


def hours(*free: tuple[int, int]) -> str:
    """A week with these hours, each by its weekday from Monday and its hour, in UTC."""
    return "".join("1" if divmod(n, 24) in free else "0" for n in range(WEEK))


def test_times_are_common_hours_on_different_days_and_never_too_soon() -> None:
    """A suggestion for in an hour helps nobody; three on one day are one."""
    free = [(day, hour) for day in range(7) for hour in (13, 17, 18, 19)]

    offered = pick(hours(*free), NOW)

    assert len(offered) == OFFERED
    assert len({each.date() for each in offered}) == OFFERED
    assert all((each.weekday(), each.hour) in free for each in offered)
    assert all(NOW + NOTICE <= each <= NOW + timedelta(days=7) for each in offered)


def test_the_one_common_hour_is_found_wherever_it_lies() -> None:
    """On any day of the coming week, at any hour, once there is notice enough."""
    for day in range(7):
        for hour in range(24):
            found = pick(hours((day, hour)), NOW)
            reached = [
                NOW.replace(hour=hour, minute=0) + timedelta(days=(day - NOW.weekday()) % 7 + week)
                for week in (0, 7)
            ]
            within = [t for t in reached if NOW + NOTICE < t < NOW + timedelta(days=6, hours=23)]
            assert list(found) == within or (not within and len(found) <= 1)


def test_without_a_common_hour_there_is_nothing_to_offer() -> None:
    assert pick("0" * WEEK, NOW) == ()


@pytest.mark.parametrize(
    ("words", "rhythm"),
    [
        ("45 minutes, 2 a week", (45, 2)),
        ("1 pro Woche, 30 Minuten", (30, 1)),
        ("60", (60, 2)),
        ("3", (45, 3)),
        ("20 minutos, 7 por semana", (20, 7)),
    ],
)
def test_a_rhythm_is_two_numbers_in_any_words(words: str, rhythm: tuple[int, int]) -> None:
    """Whichever is left out stays as it is."""
    assert read_rhythm(words, Life(pair=1)) == rhythm


@pytest.mark.parametrize(
    "words", ["now and then", "500 2", "0", "45 0", "9", "1 2 3", "8 9", "1000"]
)
def test_what_is_no_rhythm_is_not_guessed(words: str) -> None:
    """An example to copy is better than a wrong guess."""
    with pytest.raises(RhythmUnclearError):
        read_rhythm(words, Life(pair=1))
