"""How many inputs a fuzz test makes: few in every run of the suite, many in `make fuzz`."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TypeVar

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import SearchStrategy

LONG = os.environ.get("HANDRAIL_EXAMPLES") == "long"

T = TypeVar("T")

Counted = Callable[[str, object], None]
"""Takes how many inputs a test made, by what they were for: pytest's `record_property`, whose
values `tests.fuzz.table` adds up."""


def inputs(short: int, long: int) -> settings:
    """Settings for so many inputs; the short form throws the same ones in every run.

    Nothing is shrunk or repeated: what is thrown at a running core changes it.
    """
    return settings(
        max_examples=long if LONG else short,
        derandomize=not LONG,
        database=None,
        deadline=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )


def throw(each: SearchStrategy[T], at: Callable[[T], object], *, short: int, long: int) -> int:
    """Give so many inputs to a function. Returns: how many it was given."""
    thrown = 0

    @inputs(short, long)
    @given(each)
    def one(value: T) -> None:
        nonlocal thrown
        thrown += 1
        at(value)

    one()
    return thrown
