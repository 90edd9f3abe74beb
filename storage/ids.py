"""Row ids, made before the insert: what is sealed in a row is bound to the row's id."""

from __future__ import annotations

import os
import secrets
import threading
import time
from collections.abc import Iterable, Iterator

_EPOCH = 1_577_836_800  # 1 January 2020 UTC, in seconds since 1970
_COUNTER_BITS = 31
_COUNTER = (1 << _COUNTER_BITS) - 1
_TOO_LARGE, _DIGITS = 1 << 63, 20  # for a database's integer


class IdSource:
    """Ids of one process.

    An id is seconds since 2020 and a counter. The counter starts at a random place each second,
    so that two processes do not meet, and never repeats within one.
    """

    def __init__(self) -> None:
        self.start_anew()

    def start_anew(self) -> None:
        self._lock = threading.Lock()
        self._second = 0
        self._counter = 0

    def take(self, count: int) -> list[int]:
        """`count` ids, at most 2**31 within a second."""
        with self._lock:
            # A clock that is set back does not lead back to a second that was counted before.
            second = max(int(time.time()) - _EPOCH, self._second)
            if second != self._second:
                self._second = second
                self._counter = secrets.randbits(_COUNTER_BITS)
            first = self._counter
            self._counter += count
        high = second << _COUNTER_BITS
        return [high | (first + step & _COUNTER) for step in range(count)]


_source = IdSource()
# A forked child would go on with its parent's counter.
os.register_at_fork(after_in_child=_source.start_anew)


def new_id() -> int:
    """An id for a new row: positive, below 2**63, later ones mostly larger.

    Above 2**53, so as a string in JSON that a browser reads.
    """
    return _source.take(1)[0]


def new_ids(count: int) -> list[int]:
    """`count` of them at once."""
    return _source.take(count)


def read_id(written: str) -> int | None:
    """The id that somebody wrote, or that a prompt carries; None if it is none."""
    id = int(written) if written.isdecimal() and len(written) < _DIGITS else _TOO_LARGE
    return id if id < _TOO_LARGE else None


def batched(ids: Iterable[int], size: int = 1_000) -> Iterator[list[int]]:
    """Ids in lists short enough for one statement."""
    all_of_them = list(ids)
    for start in range(0, len(all_of_them), size):
        yield all_of_them[start : start + size]
