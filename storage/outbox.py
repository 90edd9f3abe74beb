"""What is to be sent: claimed under a lease, settled with what became of it.

A row lives from the commit that decided on it until its receipt. `send_id` goes to the platform
and stays the same through every attempt; `dedupe_key` says which wish it is, so that the same
wish is written once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Boolean, Select, bindparam, case, delete, func, or_, select, text, update

from storage.database import Transaction
from storage.tables import outbox

SEALED = "outbox.payload"
QUIET = "quiet"
"""The reason of a row that waits for the end of somebody's quiet hours; see `storage.quiet`."""


class State(StrEnum):
    """Where a row stands; the last five are final.

    UNCERTAIN: it may have arrived, and too long ago for the platform to tell. DEAD: refused, or
    tried too often; an operator may look at it and retry.
    """

    WAITING = "waiting"
    LEASED = "leased"
    SENT = "sent"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    DEAD = "dead"
    UNCERTAIN = "uncertain"


OPEN = (State.WAITING, State.LEASED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A row to be written.

    Args:
        lane: 0 crisis, 1 answers, 2 the rest.
        detail: what the feature of `kind` needs to write it; never personal.
        payload: None if the feature of `kind` writes the message when it is sent.
    """

    id: int
    send_id: str
    dedupe_key: str
    kind: str
    subject: int
    person: int | None
    platform: str
    lane: int
    detail: str | None = None
    payload: bytes | None = None
    due: datetime
    expires: datetime | None
    state: State = State.WAITING


@dataclass(frozen=True, slots=True)
class Claimed:
    """A row that this process holds until its lease ends.

    `attempts` counts this one; `doubt_since` is when the first attempt was claimed that nobody
    has settled.
    """

    id: int
    send_id: str
    kind: str
    subject: int
    person: int | None
    lane: int
    detail: str | None
    payload: bytes | None
    due: datetime
    expires: datetime | None
    attempts: int
    doubt_since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """What became of a claimed row.

    Args:
        not_before: with WAITING, when to try again.
        doubt_since: with WAITING, since when it may have been sent; None if it surely was not.
        attempts: how many attempts count so far.
    """

    id: int
    state: State
    at: datetime
    reason: str = ""
    not_before: datetime | None = None
    doubt_since: datetime | None = None
    attempts: int = 0


_FINAL_OF_DRAFT = (State.EXPIRED, State.CANCELLED)


def add(tx: Transaction, drafts: Sequence[Draft], now: datetime) -> int:
    """Write the rows whose wish is not there yet. Returns: how many were new."""
    if not drafts:
        return 0
    return tx.insert_new(
        outbox,
        [
            {
                "id": d.id,
                "send_id": d.send_id,
                "dedupe_key": d.dedupe_key,
                "kind": d.kind,
                "subject": d.subject,
                "person": d.person,
                "platform": d.platform,
                "lane": d.lane,
                "detail": d.detail,
                "payload": d.payload,
                "due": d.due,
                "expires": d.expires,
                "state": d.state.value,
                "not_before": d.due,
                "attempts": 0,
                "settled_at": now if d.state in _FINAL_OF_DRAFT else None,
            }
            for d in drafts
        ],
    )


_CLAIMED = (
    outbox.c.id,
    outbox.c.send_id,
    outbox.c.kind,
    outbox.c.subject,
    outbox.c.person,
    outbox.c.lane,
    outbox.c.detail,
    outbox.c.payload,
    outbox.c.due,
    outbox.c.expires,
    outbox.c.attempts,
    outbox.c.doubt_since,
)

# In the words of the partial index, without parameters: else neither database would use it.
_IS_OPEN = text("outbox.state IN ('waiting', 'leased')")


def _claimable() -> Select[Any]:
    return (
        select(outbox.c.id)
        .where(
            outbox.c.platform == bindparam("on_platform"),
            outbox.c.lane == bindparam("in_lane"),
            _IS_OPEN,
            outbox.c.not_before <= bindparam("now_is"),
        )
        .order_by(outbox.c.not_before)
        .limit(bindparam("at_most"))
    )


def _claim(picked: Any) -> Any:
    return (
        update(outbox)
        .where(outbox.c.id.in_(picked))
        .values(
            state=State.LEASED.value,
            lease_by=bindparam("owner"),
            not_before=bindparam("until"),
            attempts=outbox.c.attempts + 1,
            doubt_since=func.coalesce(outbox.c.doubt_since, bindparam("now_is")),
        )
        .returning(*_CLAIMED)
    )


# PostgreSQL may run a subquery once for each row, and what is locked is skipped the next time: then
# more are claimed than the limit. The rows of a CTE that locks are found once.
_PICKED = _claimable().with_for_update(skip_locked=True).cte("picked")

_CLAIM = {
    "sqlite": _claim(_claimable().scalar_subquery()),
    "postgresql": _claim(select(_PICKED.c.id).scalar_subquery()),
}


def claim(
    tx: Transaction,
    *,
    platform: str,
    lane: int,
    owner: str,
    now: datetime,
    lease: timedelta,
    limit: int,
) -> list[Claimed]:
    """Take up to `limit` rows that are due, or whose lease has run out; the longest due first."""
    rows = tx.execute(
        _CLAIM[tx.dialect],
        {
            "on_platform": platform,
            "in_lane": lane,
            "now_is": now,
            "at_most": limit,
            "owner": owner,
            "until": now + lease,
        },
    )
    claimed = [Claimed(*row) for row in rows]
    claimed.sort(key=lambda row: (row.due, row.id))
    return claimed


_HELD = (outbox.c.lease_by == bindparam("owner"), outbox.c.state == State.LEASED.value)

_FINISH = (
    update(outbox)
    .where(outbox.c.id.in_(bindparam("rows", expanding=True)), *_HELD)
    .values(
        state=bindparam("new_state"),
        reason=bindparam("why"),
        settled_at=bindparam("at"),
        payload=case((bindparam("keep", type_=Boolean), outbox.c.payload), else_=None),
    )
)

_PUT_BACK = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"), *_HELD)
    .values(
        state=State.WAITING.value,
        reason=bindparam("why"),
        not_before=bindparam("from"),
        doubt_since=bindparam("doubt"),
        attempts=bindparam("counted"),
    )
)


def settle(tx: Transaction, owner: str, settlements: Iterable[Settlement]) -> None:
    """Record what became of claimed rows; a final state forgets the message itself.

    A dead row keeps it, so that it can be retried. Rows that somebody else holds by now stay.
    """
    finished: dict[tuple[State, str], list[Settlement]] = defaultdict(list)
    put_back: list[dict[str, Any]] = []
    for each in settlements:
        if each.state in OPEN:
            put_back.append(
                {
                    "row": each.id,
                    "owner": owner,
                    "why": each.reason or None,
                    "from": each.not_before or each.at,
                    "doubt": each.doubt_since,
                    "counted": each.attempts,
                }
            )
        else:
            finished[each.state, each.reason].append(each)
    for (state, reason), some in finished.items():
        tx.execute(
            _FINISH,
            {
                "rows": [each.id for each in some],
                "owner": owner,
                "new_state": state.value,
                "why": reason or None,
                "at": max(each.at for each in some),
                "keep": state is State.DEAD,
            },
        )
    if put_back:
        tx.execute(_PUT_BACK, put_back)


def is_held(tx: Transaction, id: int, owner: str) -> bool:
    """Whether a row is still the owner's to send."""
    held = select(outbox.c.id).where(
        outbox.c.id == id, outbox.c.lease_by == owner, outbox.c.state == State.LEASED.value
    )
    return tx.execute(held).first() is not None


def take_over(tx: Transaction, platform: str, now: datetime) -> int:
    """Free the rows that an earlier process of the same account held when it ended."""
    freed = tx.execute(
        update(outbox)
        .where(outbox.c.platform == platform, outbox.c.state == State.LEASED.value)
        .values(not_before=now)
    )
    return freed.rowcount


def cancel_unsent(tx: Transaction, *, kind: str, person: int, now: datetime) -> int:
    """Let go of what waits for somebody who no longer wants it. What is being sent now arrives."""
    gone = tx.execute(
        update(outbox)
        .where(
            outbox.c.person == person,
            outbox.c.kind == kind,
            outbox.c.state == State.WAITING.value,
        )
        .values(state=State.CANCELLED.value, settled_at=now, payload=None)
    )
    return gone.rowcount


def cancel_all_of(tx: Transaction, person: int, now: datetime) -> int:
    """Let go of everything that waits for a person, except answers and crisis replies."""
    gone = tx.execute(
        update(outbox)
        .where(
            outbox.c.person == person,
            outbox.c.state == State.WAITING.value,
            outbox.c.lane == 2,
        )
        .values(state=State.CANCELLED.value, settled_at=now, payload=None)
    )
    return gone.rowcount


def expire_overdue(tx: Transaction, now: datetime) -> int:
    """Settle what nobody claimed in time."""
    gone = tx.execute(
        update(outbox)
        .where(outbox.c.state == State.WAITING.value, outbox.c.expires <= now)
        .values(state=State.EXPIRED.value, settled_at=now, payload=None)
    )
    return gone.rowcount


def forget_settled(tx: Transaction, before: datetime) -> int:
    """Remove rows that were settled before a moment."""
    gone = tx.execute(delete(outbox).where(outbox.c.settled_at < before))
    return gone.rowcount


_NEXT = select(func.min(outbox.c.not_before)).where(
    outbox.c.platform == bindparam("on_platform"), outbox.c.lane == bindparam("in_lane"), _IS_OPEN
)


def next_due(tx: Transaction, platform: str, lane: int) -> datetime | None:
    """When the next row of a lane may be claimed; None if there is none."""
    found: datetime | None = tx.execute(_NEXT, {"on_platform": platform, "in_lane": lane}).scalar()
    return found


def is_busy(tx: Transaction, platform: str, now: datetime) -> bool:
    """Whether anything is being sent, or could be."""
    row = tx.execute(
        select(outbox.c.id)
        .where(
            outbox.c.platform == platform,
            _IS_OPEN,
            or_(outbox.c.state == State.LEASED.value, outbox.c.not_before <= now),
        )
        .limit(1)
    )
    return row.first() is not None


def count_by_state(tx: Transaction) -> dict[tuple[str, str], int]:
    """How many rows there are, by platform and state."""
    rows = tx.execute(
        select(outbox.c.platform, outbox.c.state, func.count()).group_by(
            outbox.c.platform, outbox.c.state
        )
    )
    return {(platform, state): count for platform, state, count in rows}


def oldest_open(tx: Transaction, now: datetime) -> datetime | None:
    """The due moment of the row that has waited longest; None if nothing is overdue."""
    found: datetime | None = tx.execute(
        select(func.min(outbox.c.due)).where(
            _IS_OPEN,
            outbox.c.due <= now,
        )
    ).scalar()
    return found
