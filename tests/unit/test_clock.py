"""What time it is, and waiting for it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
import time_machine

from bot.clock import ManualClock, MovableClock, SystemClock

NINE = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_the_system_clock_is_the_machines() -> None:
    """Without an offset, the bot and the machine agree."""
    with time_machine.travel(NINE, tick=False):
        assert SystemClock().now() == NINE
        assert SystemClock().now().tzinfo is UTC


def test_a_rehearsal_shifts_the_system_clock() -> None:
    """HANDRAIL_CLOCK_OFFSET may point either way."""
    with time_machine.travel(NINE, tick=False):
        assert SystemClock(HOUR).now() == NINE + HOUR
        assert SystemClock(-HOUR).now() == NINE - HOUR


def test_a_movable_clock_runs_on_from_where_it_was_moved() -> None:
    """The playground's clock is never frozen: real minutes are added."""
    machine = NINE
    clock = MovableClock(start=datetime(2027, 1, 1, tzinfo=UTC), machine=lambda: machine)

    machine += HOUR
    assert clock.now() == datetime(2027, 1, 1, 1, 0, tzinfo=UTC)

    clock.move_to(datetime(2027, 1, 2, 9, 0, tzinfo=UTC))
    machine += HOUR
    assert clock.now() == datetime(2027, 1, 2, 10, 0, tzinfo=UTC)


def test_a_movable_clock_may_start_shifted() -> None:
    """The offset counts with and without a start."""
    assert MovableClock(offset=HOUR, machine=lambda: NINE).now() == NINE + HOUR
    assert MovableClock(NINE, HOUR, machine=lambda: NINE - HOUR).now() == NINE + HOUR


def test_the_clock_never_goes_back() -> None:
    """What has been due once must not come again."""
    clock = ManualClock(NINE)
    with pytest.raises(ValueError, match="forward only"):
        clock.move_to(NINE - timedelta(microseconds=1))
    with pytest.raises(ValueError, match="forward only"):
        clock.move_by(-HOUR)
    assert clock.now() == NINE


def test_a_moment_without_a_zone_is_refused() -> None:
    """Nobody could say which moment it is."""
    naive = NINE.replace(tzinfo=None)
    with pytest.raises(ValueError, match="zone"):
        ManualClock(naive)
    with pytest.raises(ValueError, match="zone"):
        ManualClock(NINE).move_to(naive)


def test_moments_of_other_zones_are_told_in_utc() -> None:
    """`now` is in UTC whatever zone the clock was set by."""
    clock = ManualClock(NINE.astimezone(timezone(HOUR)))
    assert (clock.now(), clock.now().tzinfo) == (NINE, UTC)


def test_listeners_hear_of_every_move() -> None:
    """The page shows the new time, and what is due gets planned."""
    heard: list[datetime] = []
    clock = ManualClock(NINE)
    clock.on_move(heard.append)
    clock.on_move(lambda now: heard.append(now + HOUR))

    clock.move_by(HOUR)

    assert heard == [NINE + HOUR, NINE + 2 * HOUR]
