"""Faults on demand, and rate limits with the headers that Discord sends."""

from __future__ import annotations

import math
import time
from collections import defaultdict, deque
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any, Literal

Cut = Literal["before", "after"]


@dataclass
class Fault:
    """What goes wrong with the next matching requests.

    Args:
        method, path: of the request; the path below `/api/v10`, with `*` for anything.
        times: how many requests it befalls.
        skip: how many matching ones pass first.
        status, code: an error answer; nothing is done.
        retry_after: seconds, for status 429; `everywhere`: it is the global limit.
        via: False leaves out the `Via` header, as a ban by the network in front does.
        cut: the connection drops before the request takes effect, or after.
        delay: seconds before it is handled.
    """

    method: str = "*"
    path: str = "*"
    times: int = 1
    skip: int = 0
    status: int | None = None
    code: int = 0
    retry_after: float = 1.0
    everywhere: bool = False
    via: bool = True
    cut: Cut | None = None
    delay: float = 0.0

    def befalls(self, method: str, path: str) -> bool:
        """Whether this request is hit; counts it."""
        if self.times <= 0 or self.method not in ("*", method):
            return False
        if not fnmatchcase(path, self.path):
            return False
        if self.skip:
            self.skip -= 1
            return False
        self.times -= 1
        return True


@dataclass
class Limits:
    """Sliding windows per route and channel, and one for everything but interactions.

    Attributes:
        per_route: requests per `window` seconds; Discord's for messages is 5 in 5 s.
        everything: requests a second; Discord's is 50.
        new_dms: direct-message channels a minute, before 40003. Discord publishes no number.
        caused: how many requests a limit turned away.
    """

    per_route: int = 10_000
    window: float = 5.0
    everything: int = 100_000
    new_dms: int = 100_000
    caused: int = 0
    _hits: dict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def headers(self, bucket: str) -> dict[str, str]:
        now = time.monotonic()
        hits = self._recent(bucket, now, self.window)
        reset = max(0.0, hits[0] + self.window - now) if hits else self.window
        return {
            "Via": "1.1 google",
            "X-RateLimit-Limit": str(self.per_route),
            "X-RateLimit-Remaining": str(max(0, self.per_route - len(hits))),
            "X-RateLimit-Reset": f"{time.time() + reset:.3f}",
            "X-RateLimit-Reset-After": f"{reset:.3f}",
            "X-RateLimit-Bucket": bucket.encode().hex()[:32],
        }

    def take(self, bucket: str, *, counts_globally: bool) -> tuple[float, bool] | None:
        """None if the request may pass; else seconds to wait, and whether for everything."""
        now = time.monotonic()
        if counts_globally:
            hits = self._recent("everything", now, 1.0)
            if len(hits) >= self.everything:
                self.caused += 1
                return hits[0] + 1.0 - now, True
        own = self._recent(bucket, now, self.window)
        if len(own) >= self.per_route:
            self.caused += 1
            return own[0] + self.window - now, False
        own.append(now)
        if counts_globally:
            self._hits["everything"].append(now)
        return None

    def may_open(self) -> bool:
        """Whether one more direct-message channel may be opened; counts it."""
        now = time.monotonic()
        opened = self._recent("new direct messages", now, 60.0)
        if len(opened) >= self.new_dms:
            self.caused += 1
            return False
        opened.append(now)
        return True

    def _recent(self, bucket: str, now: float, window: float) -> deque[float]:
        hits = self._hits[bucket]
        while hits and hits[0] <= now - window:
            hits.popleft()
        return hits


def too_many(retry_after: float, *, everywhere: bool) -> dict[str, Any]:
    """The body of a 429."""
    return {
        "message": "You are being rate limited.",
        "retry_after": round(retry_after, 3),
        "global": everywhere,
    }


def limited(retry_after: float, *, everywhere: bool) -> dict[str, str]:
    """What the headers of a 429 add."""
    headers = {
        # Whole seconds, as HTTP has it; the body is more exact.
        "Retry-After": str(math.ceil(retry_after)),
        "X-RateLimit-Scope": "global" if everywhere else "user",
    }
    return headers | ({"X-RateLimit-Global": "true"} if everywhere else {})
