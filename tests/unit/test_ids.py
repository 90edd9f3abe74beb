"""Row ids."""

from __future__ import annotations

import os
import threading
from datetime import UTC, datetime

import time_machine

from storage.ids import IdSource, new_id, new_ids

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def test_ids_fit_a_signed_column_until_2155() -> None:
    assert 0 < new_id() < 2**63
    with time_machine.travel(datetime(2155, 12, 31, tzinfo=UTC), tick=False):
        assert max(IdSource().take(1_000)) < 2**63


def test_ids_of_one_process_never_meet() -> None:
    """Threads ask at the same moment."""
    taken: list[int] = []
    threads = [
        threading.Thread(target=lambda: taken.extend([*new_ids(500), new_id()])) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(taken)) == len(taken) == 8 * 501


def test_later_ids_are_larger() -> None:
    """The newest rows stand together in the index."""
    source = IdSource()
    with time_machine.travel(NOON, tick=False) as clock:
        (earlier,) = source.take(1)
        clock.shift(1)
        (later,) = source.take(1)
    assert later > earlier


def test_a_clock_set_back_repeats_no_id() -> None:
    source = IdSource()
    taken: list[int] = []
    with time_machine.travel(NOON, tick=False) as clock:
        for shift in (0, 1, -1, -3_600, 3_600):
            clock.shift(shift)
            taken += source.take(1_000)
    assert len(set(taken)) == 5_000


def test_a_forked_process_makes_other_ids() -> None:
    """A child must not go on with its parent's counter."""
    reading, writing = os.pipe()
    with time_machine.travel(NOON, tick=False):
        new_id()
        if (child := os.fork()) == 0:
            os.write(writing, str(new_id()).encode())
            os._exit(0)
        os.waitpid(child, 0)
        of_parent = new_ids(1_000)
    of_child = int(os.read(reading, 100))
    os.close(reading)
    os.close(writing)
    assert of_child not in of_parent
