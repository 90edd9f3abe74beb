"""What an operator may look at and do with messages: never the words, nor to whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, case, or_, select, update

from storage.outbox import State
from storage.tables import outbox
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Listed:
    """A message as its state tells of it."""

    id: int
    state: str
    platform: str
    kind: str
    lane: int  # 0 crisis, 1 answers, 2 the rest
    due: datetime
    expires: datetime | None
    attempts: int
    reason: str | None


_LISTED = (
    outbox.c.id,
    outbox.c.state,
    outbox.c.platform,
    outbox.c.kind,
    outbox.c.lane,
    outbox.c.due,
    outbox.c.expires,
    outbox.c.attempts,
    outbox.c.reason,
)

_NEEDS_A_LOOK = (State.DEAD, State.UNCERTAIN)
_MAY_GO = (*_NEEDS_A_LOOK, State.WAITING)


def listed(tx: Transaction, states: Sequence[State], at_most: int) -> list[Listed]:
    """Messages in these states; crisis first, then the longest due."""
    rows = tx.execute(
        select(*_LISTED)
        .where(outbox.c.state.in_([each.value for each in states]))
        .order_by(case((outbox.c.lane == 0, 0), else_=1), outbox.c.due)
        .limit(at_most)
    )
    return [Listed(*row) for row in rows]


def retry(tx: Transaction, ids: Sequence[int] | None, now: datetime) -> int:
    """Have dead messages tried again, with the same send id; None: all. Returns: how many.

    What would come too late stays dead, and so does what nobody has the words of any more.
    """
    changed = tx.execute(
        update(outbox)
        .where(
            outbox.c.state == State.DEAD.value,
            or_(outbox.c.expires.is_(None), outbox.c.expires > now),
            *_of(ids),
        )
        .values(
            state=State.WAITING.value,
            not_before=now,
            attempts=0,
            doubt_since=None,
            settled_at=None,
            reason=None,
        )
    )
    return changed.rowcount


def discard(tx: Transaction, ids: Sequence[int] | None, now: datetime) -> int:
    """Let go of messages and forget their words. Returns: how many.

    Args:
        ids: dead, uncertain or waiting ones; what is being sent right now stays. None: all that are
            dead or uncertain.
    """
    states = _NEEDS_A_LOOK if ids is None else _MAY_GO
    changed = tx.execute(
        update(outbox)
        .where(outbox.c.state.in_([each.value for each in states]), *_of(ids))
        .values(state=State.CANCELLED.value, settled_at=now, payload=None)
    )
    return changed.rowcount


def _of(ids: Sequence[int] | None) -> list[ColumnElement[bool]]:
    return [] if ids is None else [outbox.c.id.in_(ids)]
