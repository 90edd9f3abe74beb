"""Whose turn it is: each prompt once before any comes again, in an order of the member's own.

Pure. Nothing is remembered: the order follows from the member and the prompts, the place in it
from how many of the member's days there have been.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from storage.checkin_prompts import Prompt

MONDAY = date(1970, 1, 5)

T = TypeVar("T", str, int)


def turns_until(day: date, days: int) -> int:
    """How many of these days of the week there have been since a fixed Monday, before `day`.

    Args:
        days: bit 0 is Monday.
    """
    weeks, weekday = divmod((day - MONDAY).days, 7)
    return weeks * days.bit_count() + (days & ((1 << weekday) - 1)).bit_count()


def in_turn(some: Sequence[T], person: int, turn: int) -> T:
    """The one whose turn it is. Any `len(some)` turns in a row show each of them once."""
    order = sorted(some, key=lambda each: hashlib.sha256(f"{person}:{each}".encode()).digest())
    return order[turn % len(order)]


def pool(prompts: Sequence[Prompt], day: date, slots: Sequence[str]) -> list[Prompt]:
    """Those that may come on a day: what was set for that very day, else the narrowest set.

    Args:
        slots: what kind is wanted; the first of which there is one for the day.
    """
    if on_day := [each for each in prompts if each.on_day == day and each.slot in slots]:
        return on_day
    for slot in slots:
        fitting = [
            each
            for each in prompts
            if each.slot == slot and each.on_day is None and each.days >> day.weekday() & 1
        ]
        if fitting:
            # Sets of equal days take turns among themselves only, or one could come twice.
            narrowest = min((each.days.bit_count(), each.days) for each in fitting)[1]
            return [each for each in fitting if each.days == narrowest]
    return []
