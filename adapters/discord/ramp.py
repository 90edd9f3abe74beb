"""When a new direct-message channel may be opened.

Discord publishes no number; bots that open many at once are stopped (40003) or quarantined. So new
ones begin slowly, a few at once at most, never in a steady beat, and each gets a moment of its own:
whoever comes too early is told when it is their turn, instead of everybody trying again together.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime, timedelta

_SLOWEST = 4.0
_STEPS = 30
_HORIZON = timedelta(minutes=30)
_KEPT = timedelta(minutes=10)


class Ramp:
    """The turns of one account.

    It begins at a quarter of the rate and reaches it with the thirtieth channel.

    Args:
        per_minute: new channels, once it goes at its full pace.
        jitter: a factor around 1 for each distance.
    """

    def __init__(
        self,
        per_minute: float,
        jitter: Callable[[], float] = lambda: random.uniform(0.7, 1.3),  # noqa: S311
    ) -> None:
        self._per_minute = per_minute
        self._jitter = jitter
        self._at_once = max(2, int(per_minute // 2))
        self._given = 0
        # How many may go at once before the others wait; regained by not using a turn.
        self._spare = self._at_once - 1.0
        self._next: datetime | None = None
        self._turns: dict[str, datetime] = {}

    def wait(self, who: str, now: datetime) -> float:
        """Seconds until this person's channel may be opened; 0 if it may be now."""
        self._forget_missed(now)
        turn = self._turns.get(who)
        if turn is None:
            turn = self._first_free(now)
            if turn - now > _HORIZON:  # too far to promise a moment
                return _HORIZON.total_seconds() * self._jitter()
            self._give(turn, now)
            self._turns[who] = turn
        if turn > now:
            return (turn - now).total_seconds()
        del self._turns[who]
        return 0.0

    def note_asked(self, now: datetime) -> None:
        """One was opened out of turn, since its person asked for it; the others wait for it."""
        self._give(self._first_free(now), now)

    def begin_anew(self, at: datetime) -> None:
        """After a rest until `at`: slowly again, and not several at once."""
        self._given = 0
        self._at_once, self._spare = 1, 0.0
        self._turns.clear()
        self._next = at

    def _first_free(self, now: datetime) -> datetime:
        if self._next is None or self._next < now:
            if self._next is not None:
                unused = (now - self._next) / self._distance()
                self._spare = min(self._at_once - 1.0, self._spare + unused)
            self._next = now
        return now if self._spare >= 1 else self._next

    def _give(self, turn: datetime, now: datetime) -> None:
        self._given += 1
        if turn == now and self._spare >= 1:
            self._spare -= 1
        else:
            self._next = turn + self._distance() * self._jitter()

    def _distance(self) -> timedelta:
        slowness = _SLOWEST - (_SLOWEST - 1) * min(1.0, self._given / _STEPS)
        return timedelta(seconds=60 / self._per_minute * slowness)

    def _forget_missed(self, now: datetime) -> None:
        for who, turn in list(self._turns.items()):
            if now - turn < _KEPT:
                break  # they were given in order
            del self._turns[who]
