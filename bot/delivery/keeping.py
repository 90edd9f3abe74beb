"""How long things are kept before they are let go by themselves.

Operators may shorten these times, never lengthen them: members have read them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from storage import (
    access_log,
    audit,
    buddy_pairs,
    checkins,
    conversations,
    episodes,
    handed,
    inbox,
    linking,
    outbox,
)
from storage.database import Transaction

SETTLED = timedelta(days=30)
EVENTS = timedelta(days=14)
HANDED = timedelta(days=14)
"""How long words that were handed over with a report wait for two moderators."""
ASKED = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """Since when what may be let go.

    Args:
        notes: what members wrote beside a day. answers: the day's word and all beside it.
        crises: that somebody was in danger, and what the team did.
        acts: what the team did with its commands. views: who saw what members shared.
        pairs: who were buddies of whom; not before somebody could be proposed to them again.
    """

    notes: timedelta = timedelta(days=365)
    answers: timedelta = timedelta(days=1095)
    crises: timedelta = timedelta(days=90)
    acts: timedelta = timedelta(days=365)
    views: timedelta = timedelta(days=365)
    pairs: timedelta = timedelta(days=365)


def let_go(tx: Transaction, keeping: Keeping, now: datetime) -> None:
    """Remove what has served its time."""
    outbox.expire_overdue(tx, now)
    outbox.forget_settled(tx, now - SETTLED)
    inbox.forget(tx, now - EVENTS)
    conversations.forget_old(tx, now)
    linking.forget_old(tx, now)
    episodes.forget(tx, now - keeping.crises)
    handed.forget(tx, now - HANDED, asked_before=now - ASKED)
    audit.forget(tx, now - keeping.acts)
    access_log.forget(tx, now - keeping.views)
    buddy_pairs.forget_over(tx, now - keeping.pairs)
    checkins.forget_old(
        tx, notes=(now - keeping.notes).date(), answers=(now - keeping.answers).date()
    )
