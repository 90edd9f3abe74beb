"""Discord's limits on an account in all, kept ahead of time."""

from __future__ import annotations

import asyncio

import pytest

from adapters.discord.receipts import HeldError
from adapters.discord.traffic import Traffic, unasked


class Watch:
    """Seconds that pass by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def waits(traffic: Traffic) -> bool:
    """Whether the next request would have to wait."""

    async def turn() -> None:
        task = asyncio.ensure_future(traffic.turn())
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        if task.done():
            task.result()
            return
        task.cancel()
        raise TimeoutError

    try:
        asyncio.run(turn())
    except TimeoutError:
        return True
    return False


def test_no_second_sees_more_requests_than_allowed() -> None:
    """Evenly spread: what is on its way for a while cannot meet in one second either."""
    watch = Watch()
    traffic = Traffic(per_second=50, monotonic=watch)
    began: list[float] = []
    for _ in range(4000):
        watch.now += 0.001
        if not waits(traffic):
            began.append(watch.now)

    for first in began:
        assert sum(first <= moment < first + 1.0 for moment in began) <= 50
    assert len(began) > 4 * 40


def test_what_somebody_waits_for_goes_ahead() -> None:
    """Answers, also to somebody in a crisis, find a place while check-ins take all they may."""
    traffic = Traffic(per_second=50, monotonic=Watch())

    with unasked():
        assert [waits(traffic) for _ in range(3)] == [False, True, True]
    assert [waits(traffic) for _ in range(4)] == [False] * 4
    assert [waits(traffic) for _ in range(4)][-1]


def test_sending_rests_before_refusals_get_the_address_banned() -> None:
    """What nobody waits for rests first; after ten minutes refusals count no more."""
    watch = Watch()
    traffic = Traffic(most_refused=10, monotonic=watch)
    for _ in range(5):
        traffic.note(403)
    with unasked(), pytest.raises(HeldError) as held:
        waits(traffic)
    assert held.value.seconds == pytest.approx(600)
    assert not waits(traffic)

    for status in (401, 403, 429, 429, 429):
        traffic.note(status)
    with pytest.raises(HeldError):
        waits(traffic)
    watch.now += 601
    assert not waits(traffic)


def test_only_our_own_refusals_count() -> None:
    """A limit that a whole channel shares is not ours, and errors of Discord's are none."""
    traffic = Traffic(most_refused=1, monotonic=Watch())
    traffic.note(429, shared=True)
    for status in (200, 204, 400, 404, 500, 503):
        traffic.note(status)

    assert not waits(traffic)


def test_while_the_network_in_front_turns_us_away_nothing_is_tried() -> None:
    watch = Watch()
    traffic = Traffic(monotonic=watch)
    traffic.note(429, banned_for=300)

    with pytest.raises(HeldError) as held:
        waits(traffic)
    assert held.value.seconds == pytest.approx(300)
    watch.now += 301
    assert not waits(traffic)
