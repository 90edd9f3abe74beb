"""Whether something takes more than its fair time for more of the same."""

from __future__ import annotations

from collections.abc import Callable
from time import thread_time

_SOON = 0.03  # seconds of computing; what is done by then is compared with nothing
_DOUBLED = 3.0  # a square takes four times as long for twice as much
_TRIES = 3  # the best of them counts: whatever else went on in this thread


def grows_too_fast(work: Callable[[int], Callable[[], object]], size: int) -> bool:
    """Compare a size with twice and four times as much; both steps have to be too large.

    By the clock of this thread, so that the load of the machine changes nothing.

    Args:
        work: prepares what is to be measured, for a size.
    """
    once = _seconds(work, size, 1)
    if once < _SOON:
        return False
    once = min(once, _seconds(work, size, _TRIES - 1))
    twice = _seconds(work, 2 * size, _TRIES)
    return twice > _DOUBLED * once and _seconds(work, 4 * size, _TRIES) > _DOUBLED * twice


def _seconds(work: Callable[[int], Callable[[], object]], size: int, tries: int) -> float:
    done = work(size)
    took = []
    for _ in range(tries):
        began = thread_time()
        done()
        took.append(thread_time() - began)
    return min(took)
