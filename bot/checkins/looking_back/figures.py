"""What somebody's days say, beside nothing but their own days. Pure.

Words are counted in steps from 1 (rough) to 5 (good); "not today" is an answer without a step.
Where an average is taken it is of steps, which is rough: so nothing is told by a difference that is
smaller than `NOTABLE`, nor from fewer days than `ENOUGH`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from statistics import fmean
from typing import TypeVar
from zoneinfo import ZoneInfo

from storage.checkin_history import Answer

STEPS = {"rough": 1, "low": 2, "mixed": 3, "okay": 4, "good": 5}
ENOUGH = 3  # days with a word
NOTABLE = 0.4  # of a step
BY_DAY_UP_TO = 28  # days; a longer course goes by weeks
LEAST_DAYS = 14  # that a picture shows
_STILL_JOINED = 3  # days or weeks apart

Group = TypeVar("Group")


class Part(StrEnum):
    """A part of the day, by the hour at which it begins."""

    MORNING = "morning"  # 5
    AFTERNOON = "afternoon"  # 12
    EVENING = "evening"  # 18
    NIGHT = "night"  # 22


@dataclass(frozen=True, slots=True)
class Step:
    """A day or a week of a course.

    Args:
        first: its first day. mean, low, high: of the steps in it.
        joined: close enough to the one before that a line may lead there.
    """

    first: date
    mean: float
    low: int
    high: int
    joined: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Somebody's days from `first` to `last`, both included.

    Args:
        since: the first day with an answer; what lies before it is not looked at.
        answers: oldest first.
        by_week: whether `course` goes by weeks (from Monday), else by days.
        weekdays: Monday first; how far each lies above or below their own average, in steps; None
            where there are too few.
        parts: the same for parts of the day, of answers given on the day itself.
    """

    first: date
    since: date
    last: date
    answers: tuple[Answer, ...]
    by_week: bool
    course: tuple[Step, ...]
    weekdays: tuple[float | None, ...]
    parts: tuple[float | None, ...]


def look(answers: Sequence[Answer], first: date, today: date, zone: ZoneInfo) -> Look:
    """What the days from `first` to `today` say; it begins about the first answer among them.

    Args:
        answers: oldest first, one a day.
        zone: by whose clock an answer was given in the morning or at night.
    """
    within = tuple(answer for answer in answers if first <= answer.day <= today)
    since = within[0].day if within else today
    begins = min(since, today - timedelta(days=LEAST_DAYS - 1))
    by_week = (today - begins).days >= BY_DAY_UP_TO
    if by_week:
        begins = monday_of(begins)
    weekdays = _beside_own(within, lambda answer: answer.day.weekday(), range(7))
    parts = _beside_own(within, lambda answer: part_of(answer, zone), Part)
    return Look(
        first=begins,
        since=since,
        last=today,
        answers=within,
        by_week=by_week,
        course=_course(within, by_week),
        weekdays=weekdays,
        parts=parts,
    )


def part_of(answer: Answer, zone: ZoneInfo) -> Part | None:
    """When on its own day an answer was given; None if it was given or changed later."""
    local: datetime = answer.answered_at.astimezone(zone)
    if local.date() != answer.day:
        return None
    if 5 <= local.hour < 12:
        return Part.MORNING
    if 12 <= local.hour < 18:
        return Part.AFTERNOON
    return Part.EVENING if 18 <= local.hour < 22 else Part.NIGHT


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def difference(now: Iterable[Answer], before: Iterable[Answer]) -> float | None:
    """How far some days lie above or below others, in steps; None where there are too few."""
    these, those = _steps(now), _steps(before)
    if len(these) < ENOUGH or len(those) < ENOUGH:
        return None
    return fmean(these) - fmean(those)


def _steps(answers: Iterable[Answer]) -> list[int]:
    return [STEPS[answer.word] for answer in answers if answer.word in STEPS]


def _course(answers: Sequence[Answer], by_week: bool) -> tuple[Step, ...]:
    apart = timedelta(days=7 if by_week else 1) * _STILL_JOINED
    grouped: dict[date, list[int]] = {}
    for answer in answers:
        if answer.word in STEPS:
            first = monday_of(answer.day) if by_week else answer.day
            grouped.setdefault(first, []).append(STEPS[answer.word])
    course: list[Step] = []
    for first, steps in grouped.items():
        joined = bool(course) and first - course[-1].first < apart
        course.append(Step(first, fmean(steps), min(steps), max(steps), joined))
    return tuple(course)


def _beside_own(
    answers: Sequence[Answer],
    group_of: Callable[[Answer], Group | None],
    groups: Iterable[Group],
) -> tuple[float | None, ...]:
    """How far each group's average lies from that of all of them."""
    grouped: dict[Group, list[int]] = {}
    for answer in answers:
        group = group_of(answer)
        if group is not None and answer.word in STEPS:
            grouped.setdefault(group, []).append(STEPS[answer.word])
    everything = [step for steps in grouped.values() for step in steps]
    return tuple(
        fmean(grouped[group]) - fmean(everything) if len(grouped.get(group, ())) >= ENOUGH else None
        for group in groups
    )
