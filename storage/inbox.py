"""Events that were applied, so that none is applied twice."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select

from storage.database import Transaction
from storage.tables import inbox


def record(tx: Transaction, platform: str, event: str, now: datetime) -> bool:
    """Note an event, in the transaction of its effect. False: it was applied before."""
    index = tx.keys.index(f"event:{platform}:{event}")
    return tx.insert_new(inbox, [{"event": index, "at": now}]) == 1


def has(tx: Transaction, platform: str, event: str) -> bool:
    """Whether an event was applied."""
    index = tx.keys.index(f"event:{platform}:{event}")
    return tx.execute(select(inbox.c.event).where(inbox.c.event == index)).first() is not None


def forget(tx: Transaction, before: datetime) -> None:
    """Remove notes that are older than any platform repeats itself."""
    tx.execute(delete(inbox).where(inbox.c.at < before))
