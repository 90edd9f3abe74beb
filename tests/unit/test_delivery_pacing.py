"""How fast an account may send."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.pacing import Budget
from bot.platform import Pace


class Watch:
    """Seconds that pass when they are told to."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def budget(watch: Watch, per_minute: float, burst: int) -> Budget:
    pace = Pace(per_minute=per_minute, burst=burst, concurrent=1, in_doubt_seconds=60)
    return Budget(pace, watch)


@given(
    per_minute=st.floats(1, 6000),
    burst=st.integers(1, 50),
    steps=st.lists(st.tuples(st.floats(0, 120), st.integers(0, 60)), min_size=1, max_size=40),
)
def test_no_span_of_time_sees_more_than_a_burst_and_the_rate(
    per_minute: float, burst: int, steps: list[tuple[float, int]]
) -> None:
    """Whenever one asks and however much one takes of what is offered."""
    watch = Watch()
    made = budget(watch, per_minute, burst)
    taken: list[tuple[float, int]] = []
    for wait, wanted in steps:
        watch.seconds += wait
        count = min(wanted, made.available())
        made.spend(count)
        taken.append((watch.seconds, count))

    for first, (begin, _) in enumerate(taken):
        total = 0
        for end, count in taken[first:]:
            total += count
            assert total <= burst + (end - begin) * per_minute / 60 + 1e-6


@given(per_minute=st.floats(1, 6000), burst=st.integers(1, 50))
def test_after_the_wait_that_it_names_one_more_may_go(per_minute: float, burst: int) -> None:
    """Neither much earlier nor much later."""
    watch = Watch()
    made = budget(watch, per_minute, burst)
    made.spend(made.available())
    wait = made.seconds_until_next()

    watch.seconds += wait * 0.99
    assert made.available() == 0
    watch.seconds += wait * 0.01 + 1e-6
    assert made.available() == 1
    assert made.seconds_until_next() == 0.0


def test_a_long_rest_allows_no_more_than_a_burst() -> None:
    """A quiet night is not saved up for the morning."""
    watch = Watch()
    made = budget(watch, 60, 5)
    made.spend(5)

    watch.seconds += 86_400

    assert made.available() == 5
