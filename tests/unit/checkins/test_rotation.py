"""Prompts take turns: each once before any comes again, in an order of the member's own."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.checkins.prompts.rotation import MONDAY, in_turn, pool, turns_until
from storage.checkin_prompts import Prompt
from storage.schedules import EVERY_DAY

masks = st.integers(1, EVERY_DAY)
dates = st.dates(date(2024, 1, 1), date(2040, 12, 31))
WEDNESDAY = date(2026, 11, 25)


def prompt(id: int, slot: str = "day", days: int = EVERY_DAY, on_day: date | None = None) -> Prompt:
    return Prompt(
        id=id, community=1, number=id, slot=slot, days=days, on_day=on_day, words={"en": "?"}
    )


@given(st.integers(1, 2**40), st.integers(1, 30), masks, dates)
def test_no_prompt_comes_again_before_all_had_their_turn(
    person: int, count: int, days: int, start: date
) -> None:
    """On the days on which they are asked, whichever these are."""
    asked = [day for n in range(7 * count) if days >> (day := start + timedelta(n)).weekday() & 1]
    shown = [in_turn(range(count), person, turns_until(day, days)) for day in asked[:count]]

    assert sorted(shown) == list(range(count))


@given(masks, dates)
def test_turns_count_the_days_that_are_asked(days: int, day: date) -> None:
    """One more after a day that is asked, none after another."""
    asked = days >> day.weekday() & 1

    assert turns_until(day + timedelta(days=1), days) - turns_until(day, days) == asked


def test_turns_begin_on_a_monday() -> None:
    """What "bit 0 is Monday" rests on."""
    assert MONDAY.weekday() == 0
    assert turns_until(MONDAY, EVERY_DAY) == 0


def test_members_have_orders_of_their_own() -> None:
    """Not everybody in a room reads the same on the same day."""
    shown = {in_turn(range(20), person, 5) for person in range(50)}

    assert len(shown) > 5


@pytest.mark.parametrize(
    ("prompts", "slots", "expected"),
    [
        pytest.param([], ("day",), [], id="none"),
        pytest.param([prompt(1), prompt(2)], ("day",), [1, 2], id="any day"),
        pytest.param(
            [prompt(1), prompt(2, days=0b100)], ("day",), [2], id="Wednesday's own before any day's"
        ),
        pytest.param([prompt(1, days=0b10)], ("day",), [], id="Tuesday's"),
        pytest.param(
            [prompt(1, days=0b100), prompt(2, on_day=WEDNESDAY)], ("day",), [2], id="the very day"
        ),
        pytest.param([prompt(1, on_day=date(2026, 12, 24))], ("day",), [], id="another day"),
        pytest.param([prompt(1), prompt(2, "morning")], ("week", "morning"), [2], id="the slot"),
        pytest.param(
            [prompt(1), prompt(2, "week", days=0b100)], ("week", "day"), [2], id="the week's end"
        ),
    ],
)
def test_which_may_come(prompts: list[Prompt], slots: tuple[str, ...], expected: list[int]) -> None:
    """Asked on Wednesday, 25 November 2026."""
    assert [each.id for each in pool(prompts, WEDNESDAY, slots)] == expected
