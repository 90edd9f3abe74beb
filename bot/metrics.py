"""Figures for Prometheus, in a registry of their own.

Labels are platforms, states and outcomes: never a person, a room or a community.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    generate_latest,
)
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

CONTENT_TYPE = CONTENT_TYPE_PLAIN_0_0_4

_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
_LAG_SECONDS = (0.1, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 300.0, 900.0, 3600.0)


class Metrics:
    """What one process counts. Times are in seconds."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry(auto_describe=True)
        ProcessCollector(registry=self._registry)  # memory, CPU, open files
        self._outbox = self._gauge("outbox_rows", "Outbox rows by state.", "state")
        self._oldest = self._gauge(
            "outbox_oldest_due_seconds", "Age of the oldest row that is due and not sent."
        )
        self._connected = self._gauge(
            "adapter_connected", "1 while events of the platform flow, else 0.", "platform"
        )
        self._rehearsal = self._gauge("rehearsal", "1 in a rehearsal, where the clock is shifted.")
        self._alarms = self._gauge("alarms", "What the operator should mend, by kind.", "kind")
        self._backup = self._gauge(
            "backup_last_timestamp_seconds", "When the latest backup was made, 0 before any."
        )
        self._sent = Counter(
            "handrail_sent",
            "Attempts to send, by platform and outcome.",
            ("platform", "outcome"),
            registry=self._registry,
        )
        self._handled = Histogram(
            "handrail_event_seconds",
            "From an event's arrival to the answer, by platform.",
            ("platform",),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._lag = Histogram(
            "handrail_planner_lag_seconds",
            "How long schedules had been due when they were planned, the oldest of each batch.",
            buckets=_LAG_SECONDS,
            registry=self._registry,
        )

    def sent(self, platform: str, outcome: str) -> None:
        """One attempt to send has ended with `outcome`, a value of `bot.platform.Outcome`."""
        self._sent.labels(platform, outcome).inc()

    def event_handled(self, platform: str, seconds: float) -> None:
        """One event was handled, answer included."""
        self._handled.labels(platform).observe(seconds)

    def planned(self, lag: float) -> None:
        """A batch was planned whose oldest schedule had been due for `lag` seconds."""
        self._lag.observe(max(lag, 0.0))

    def outbox(self, rows: Mapping[str, int], oldest_due: float) -> None:
        """How the outbox stands.

        Args:
            rows: how many, by state; a state that is missing has none.
            oldest_due: age in seconds of the oldest row that is due and not sent, 0 without one.
        """
        self._outbox.clear()
        for state, count in rows.items():
            self._outbox.labels(state).set(count)
        self._oldest.set(max(oldest_due, 0.0))

    def adapter_connected(self, platform: str, connected: bool) -> None:
        """Events of the platform flow, or no longer do."""
        self._connected.labels(platform).set(connected)

    def backed_up(self, moment: datetime) -> None:
        """When the latest backup was made."""
        self._backup.set(moment.timestamp())

    def rehearsing(self, rehearsal: bool) -> None:
        """Whether this process runs a rehearsal."""
        self._rehearsal.set(rehearsal)

    def alarms(self, kinds: Mapping[str, int]) -> None:
        """How many things of each kind the operator should mend."""
        for kind, count in kinds.items():
            self._alarms.labels(kind).set(count)

    def exposition(self) -> bytes:
        """All figures in the text format that Prometheus reads; its type is `CONTENT_TYPE`."""
        return generate_latest(self._registry)

    def _gauge(self, name: str, meaning: str, *labels: str) -> Gauge:
        return Gauge(f"handrail_{name}", meaning, labels, registry=self._registry)
