"""What became of an action."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Right(StrEnum):
    """What the bot may do in a room.

    SEE: read what is said. WRITE: say something. HISTORY: read what was said before. THREADS: open
    threads, private ones too.
    """

    SEE = "see"
    WRITE = "write"
    HISTORY = "history"
    THREADS = "threads"


class Outcome(StrEnum):
    """How an attempt to perform an action ended.

    SENT: there. DEGRADED: there, with less than asked for. REFUSED: the platform will never
    take this one. GONE: the person or room cannot be reached any more. RETRY: later, nothing
    was sent. UNSUPPORTED: the platform has no such thing. UNKNOWN: it may have been sent.
    """

    SENT = "sent"
    DEGRADED = "degraded"
    REFUSED = "refused"
    GONE = "gone"
    RETRY = "retry"
    UNSUPPORTED = "unsupported"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What became of an action.

    Args:
        message: the platform's id of what was sent.
        channel: the room it went to, if the adapter had to find or open it.
        retry_after: seconds to wait, with RETRY.
        reason: a short code for operators (an HTTP status, an error code); never text or names.
        rights: what the bot may do there, for a `LookAt`.
    """

    outcome: Outcome
    message: str | None = None
    channel: str | None = None
    retry_after: float | None = None
    reason: str = ""
    rights: frozenset[Right] = frozenset()


@dataclass(frozen=True, slots=True)
class NotSent:
    """What was looked for in a room's history was surely never sent there."""
