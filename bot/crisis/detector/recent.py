"""What a member said of late: repetition weighs more, and nobody hears the same thing twice.

Kept in memory only and forgotten after a day; a restart begins anew.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.crisis.detector.verdict import Level, Subject, Verdict
from bot.newest import Newest

HALF_LIFE = timedelta(hours=2)
"""In which what was said loses half its weight."""
WEIGHTS = {Level.CONCERN: 1.0, Level.HIGH: 2.0, Level.EMERGENCY: 4.0}
REPEATED = 2.6
"""The weight at which concern becomes high: the third concern within the hour."""
COOLDOWN = {
    Level.CONCERN: timedelta(hours=24),
    Level.HIGH: timedelta(minutes=30),
    Level.EMERGENCY: timedelta(minutes=5),
}
"""For how long the same level, or a lower one, is not answered again. A rise always is."""
KEPT = timedelta(hours=24)
MOST = 10_000
"""Members remembered at once; those who have been quiet longest go first."""


@dataclass(frozen=True, slots=True)
class Past:
    """What is remembered of one member: no words, only weight and time."""

    weight: float
    at: datetime
    answered: Level
    """The level that was answered last."""
    answered_at: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """What a message means after those before it."""

    level: Level
    answer: bool
    """False while an answer at this level or above is still fresh."""
    repeated: bool
    """Whether repetition raised the level."""


def follow(past: Past | None, level: Level, now: datetime) -> tuple[Past | None, Standing]:
    """What a message of this level means now, and what to remember of it.

    Args:
        past: what was remembered of the member; None for nothing.
        now: an aware datetime, not before the last one.
    """
    if level is Level.NONE:
        return past, Standing(level, answer=False, repeated=False)
    if past is not None and now - past.at > KEPT:
        past = None
    weight = WEIGHTS[level]
    if past is not None:
        weight += past.weight * 0.5 ** (max(now - past.at, timedelta(0)) / HALF_LIFE)
    repeated = level is Level.CONCERN and weight >= REPEATED
    if repeated:
        level = Level.HIGH
    fresh = past is not None and (
        level <= past.answered and now - past.answered_at < COOLDOWN[past.answered]
    )
    if fresh and past is not None:
        remembered = Past(weight, now, past.answered, past.answered_at)
    else:
        remembered = Past(weight, now, level, now)
    return remembered, Standing(level, answer=not fresh, repeated=repeated)


class Recent:
    """The recent past of every member, by whom they spoke of."""

    def __init__(self) -> None:
        self._pasts: Newest[tuple[Hashable, Subject], Past] = Newest(MOST)

    def standing(self, member: Hashable, verdict: Verdict, now: datetime) -> Standing:
        """What a verdict means after those before it; remembers it."""
        key = (member, verdict.subject)
        past, standing = follow(self._pasts.get(key), verdict.level, now)
        if past is not None:
            self._pasts[key] = past
        return standing

    def forget(self, member: Hashable) -> None:
        """Nothing of a member is kept: they asked for it, or left."""
        for subject in Subject:
            self._pasts.pop((member, subject), None)
