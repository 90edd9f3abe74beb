"""Opening new direct messages slowly, so that Discord does not stop the bot."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from adapters.discord.ramp import Ramp

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def openings(ramp: Ramp, count: int, start: datetime = NOON) -> list[float]:
    """Seconds after which each of `count` people, all wanted at once, is written to."""
    return [ramp.wait(f"p{number}", start) for number in range(count)]


def test_a_few_go_at_once_and_the_rest_ever_faster_up_to_the_full_pace() -> None:
    moments = openings(Ramp(10, jitter=lambda: 1.0), 60)
    distances = [after - before for before, after in pairwise(moments)]

    assert moments[:5] == [0.0] * 5
    assert distances[6] > 15
    assert distances[6:30] == sorted(distances[6:30], reverse=True)
    assert distances[-1] == pytest.approx(6.0)


def test_everybody_has_a_moment_of_their_own_and_keeps_it() -> None:
    """Whoever comes too early is told the same moment, and is not let in before."""
    ramp = Ramp(10, jitter=lambda: 1.0)
    openings(ramp, 5)
    first, second = ramp.wait("ana", NOON), ramp.wait("ben", NOON)

    assert 0 < first < second
    later = NOON + timedelta(seconds=first / 2)
    assert ramp.wait("ana", later) == pytest.approx(first / 2)
    assert ramp.wait("ana", NOON + timedelta(seconds=first)) == 0.0


def test_the_beat_is_never_steady() -> None:
    moments = openings(Ramp(60), 120)
    distances = {round(after - before, 3) for before, after in pairwise(moments[60:])}

    assert len(distances) > 50


def test_nobody_is_promised_a_moment_far_away() -> None:
    """A row that waits for hours has expired by then; its moment would be lost to others."""
    waits = openings(Ramp(1, jitter=lambda: 1.0), 200)

    assert max(waits) <= 30 * 60


def test_after_a_rest_it_begins_slowly() -> None:
    ramp = Ramp(10, jitter=lambda: 1.0)
    openings(ramp, 40)
    resting = NOON + timedelta(hours=1)
    ramp.begin_anew(resting)

    waits = [ramp.wait(f"q{number}", resting) for number in range(3)]

    assert waits[0] == 0.0
    assert waits[1] > 15
    assert waits[2] > waits[1] + 15
