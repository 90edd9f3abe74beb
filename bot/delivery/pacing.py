"""How fast one platform account may send."""

from __future__ import annotations

from collections.abc import Callable

from bot.platform import Pace


class Budget:
    """A bucket of tokens that refills evenly.

    Args:
        monotonic: seconds; the process's own, since limits do not follow a moved clock.
    """

    def __init__(self, pace: Pace, monotonic: Callable[[], float]) -> None:
        self._per_second = pace.per_minute / 60
        self._burst = pace.burst
        self._monotonic = monotonic
        self._tokens = float(pace.burst)
        self._filled_at = monotonic()

    def available(self) -> int:
        """How many may go now."""
        now = self._monotonic()
        self._tokens = min(self._burst, self._tokens + (now - self._filled_at) * self._per_second)
        self._filled_at = now
        return int(self._tokens)

    def spend(self, count: int) -> None:
        """Take tokens for what is being sent; a negative count gives back."""
        self._tokens -= count

    def seconds_until_next(self) -> float:
        """How long until one more may go; 0 if one may go now."""
        missing = 1 - self._tokens
        return 0.0 if self.available() >= 1 else max(0.0, missing / self._per_second)
