"""Unanswered questions: a gentle word once, rest after two weeks, nothing after one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.checkins.missing.silence import LONGEST, MOST_PATIENCE, Step, is_told_of, step
from storage.checkins import Silence

patiences = st.integers(0, MOST_PATIENCE)
days = st.lists(st.sampled_from(["silent", "answers", "paused"]), max_size=80)


def lived(patience: int, some: list[str]) -> list[tuple[Step, bool]]:
    """What goes out, day after day, as the planner counts it; "paused" is a day without."""
    silence, told = Silence(patience=patience), []
    for day in some:
        if day == "paused":
            continue
        what = step(silence)
        told.append((what, is_told_of(silence)))
        if what is Step.SLEEP:
            break
        silence = replace(silence, unanswered=silence.unanswered + 1)
        if day == "answers":
            silence = replace(silence, unanswered=0)
    return told


@pytest.mark.parametrize(
    ("unanswered", "patience", "expected"),
    [
        pytest.param(0, 3, Step.ASK, id="nothing is missing"),
        pytest.param(1, 3, Step.ASK, id="one: nothing happens"),
        pytest.param(3, 3, Step.WORD, id="as many as they chose"),
        pytest.param(4, 3, Step.ASK, id="after the word the question comes as before"),
        pytest.param(3, 0, Step.ASK, id="they want no word"),
        pytest.param(14, 3, Step.SLEEP, id="two weeks"),
        pytest.param(14, 0, Step.SLEEP, id="two weeks, and no word before"),
    ],
)
def test_what_goes_out_after_some_silence(unanswered: int, patience: int, expected: Step) -> None:
    """By how many questions were not answered, and how many they wanted to wait."""
    assert step(Silence(unanswered=unanswered, patience=patience)) is expected


@given(patiences, days)
def test_each_is_said_at_most_once_in_a_silence(patience: int, some: list[str]) -> None:
    """However a silence goes on: one word, one buddy told, one good night, in this order."""
    for silence in " ".join(some).split("answers"):
        told = lived(patience, silence.split())
        steps = [what for what, _ in told]
        assert steps.count(Step.WORD) <= 1
        assert steps.count(Step.SLEEP) <= 1
        assert sum(heard for _, heard in told) <= 1
        if any(heard for _, heard in told):
            assert steps.index(Step.WORD) + 1 == [heard for _, heard in told].index(True)


@given(patiences.filter(lambda patience: patience != 1), st.integers(0, 20))
def test_one_missed_day_changes_nothing(patience: int, before: int) -> None:
    """Between two answers there is never a word for one day, unless they chose just that."""
    told = lived(patience, ["answers"] * before + ["silent", "answers"])

    assert {what for what, _ in told} == {Step.ASK}


@given(patiences, days, st.integers(0, 30))
def test_a_pause_is_no_silence(patience: int, some: list[str], pause: int) -> None:
    """Days on which nobody asked change nothing, however many they are."""
    half = len(some) // 2
    paused = [*some[:half], *["paused"] * pause, *some[half:]]

    assert lived(patience, paused) == lived(patience, some)


@given(patiences)
def test_sleep_comes_in_the_end(patience: int) -> None:
    """After fourteen questions, whatever they chose."""
    told = lived(patience, ["silent"] * 40)

    assert len(told) == LONGEST + 1
    assert told[-1][0] is Step.SLEEP
