"""The only place that knows what time it is.

Everything else asks a `Clock`, or is told a moment.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

OnMove = Callable[[datetime], None]


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """This moment: aware, in UTC. May be asked from any thread."""


def _machine_time() -> datetime:
    return datetime.now(UTC)


class SystemClock:
    """The machine's clock, shifted by `offset` in rehearsals."""

    def __init__(self, offset: timedelta = timedelta(0)) -> None:
        self._offset = offset

    def now(self) -> datetime:
        return _machine_time() + self._offset


class MovableClock:
    """Runs like the machine's clock, and can be moved on; for the playground and for tests.

    Args:
        start: what it shows at first, aware; the machine's time if None.
        offset: added to that.
        machine: what it runs with.

    Raises: ValueError if `start` is naive.
    """

    def __init__(
        self,
        start: datetime | None = None,
        offset: timedelta = timedelta(0),
        *,
        machine: Callable[[], datetime] = _machine_time,
    ) -> None:
        if start is not None:
            offset += _aware(start) - machine()
        self._machine = machine
        self._offset = offset
        self._listeners: list[OnMove] = []

    def now(self) -> datetime:
        return (self._machine() + self._offset).astimezone(UTC)

    def on_move(self, listener: OnMove) -> None:
        """Have `listener` called with the new time after each move, in order of registration."""
        self._listeners.append(listener)

    def move_to(self, moment: datetime) -> None:
        """Move on to `moment`, and tell the listeners.

        Raises: ValueError if `moment` lies in the past or is naive.
        """
        ahead = _aware(moment) - self.now()
        if ahead < timedelta(0):
            raise ValueError(f"the clock moves forward only, not by {ahead}")
        self._offset += ahead
        for listener in self._listeners:
            listener(self.now())

    def move_by(self, span: timedelta) -> None:
        """Move on by `span`. Raises: ValueError if it is negative."""
        self.move_to(self.now() + span)


class ManualClock(MovableClock):
    """Stands still until it is moved; for tests. Raises: ValueError if `now` is naive."""

    def __init__(self, now: datetime) -> None:
        super().__init__(start=now, machine=lambda: now)


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return moment
