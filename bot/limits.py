"""How much one person, and one place, may ask of the bot before they are asked to slow down.

Generous: nobody who writes by hand meets it. It is there so that a broken client, or somebody who
means harm, takes nothing from the others.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from bot.newest import Newest
from bot.platform import Event

REMEMBERED = 10_000


class Verdict(Enum):
    """What is to be done with an event."""

    TAKE = auto()
    SPEAK = auto()  # too many: say so, this once
    DROP = auto()  # too many, and they know


@dataclass(frozen=True, slots=True)
class Rate:
    """So many at once, then so many a minute."""

    burst: int
    per_minute: float


PERSON = Rate(burst=300, per_minute=60)
PLACE = Rate(burst=3000, per_minute=3000)


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float
    told: bool = False


class Limits:
    """Counts what comes in.

    Args:
        monotonic: seconds that only go forward.
    """

    def __init__(
        self, monotonic: Callable[[], float], person: Rate = PERSON, place: Rate = PLACE
    ) -> None:
        self._monotonic = monotonic
        self._person = person
        self._place = place
        self._people: Newest[tuple[str, str], _Bucket] = Newest(REMEMBERED)
        self._places: Newest[tuple[str, str], _Bucket] = Newest(REMEMBERED)

    def judge(self, event: Event) -> Verdict:
        """Whether an event is taken. Help lines, and what was answered already, are not judged."""
        actor, where = event.actor, event.where
        verdict = self._of(self._people, (actor.platform, actor.user or ""), self._person)
        if verdict is Verdict.TAKE and where.space is not None:
            verdict = self._of(self._places, (where.platform, where.space), self._place)
        return verdict

    def _of(
        self, buckets: Newest[tuple[str, str], _Bucket], key: tuple[str, str], rate: Rate
    ) -> Verdict:
        now = self._monotonic()
        bucket = buckets.get(key) or _Bucket(rate.burst, now)
        grown = bucket.left + (now - bucket.at) * rate.per_minute / 60
        bucket.left, bucket.at = min(float(rate.burst), grown), now
        buckets[key] = bucket
        if bucket.left >= 1:
            bucket.left -= 1
            # Who has waited a while is told anew when it happens again.
            bucket.told = bucket.told and bucket.left < rate.burst / 10
            return Verdict.TAKE
        if bucket.told:
            return Verdict.DROP
        bucket.told = True
        return Verdict.SPEAK


class Allowance:
    """So many at once, then so many a minute, for each of those who come.

    Args:
        monotonic: seconds that only go forward.
    """

    def __init__(self, monotonic: Callable[[], float], rate: Rate) -> None:
        self._monotonic = monotonic
        self._rate = rate
        self._left: Newest[str, tuple[float, float]] = Newest(REMEMBERED)

    def is_left(self, who: str) -> bool:
        """Whether there is any, without taking of it."""
        return self._now(who) >= 1

    def take(self, who: str) -> bool:
        """Take one. Returns: whether there was any."""
        left = self._now(who)
        self._left[who] = (left - 1 if left >= 1 else left, self._monotonic())
        return left >= 1

    def _now(self, who: str) -> float:
        now = self._monotonic()
        left, at = self._left.get(who, (float(self._rate.burst), now))
        return min(float(self._rate.burst), left + (now - at) * self._rate.per_minute / 60)
