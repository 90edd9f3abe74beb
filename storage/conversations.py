"""Where a conversation of several questions stands; survives a restart, forgets itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, select

from storage.database import Transaction
from storage.ids import new_id
from storage.tables import conversations

STATE = "conversations.state"

_STATE_OF = select(conversations.c.id, conversations.c.state).where(
    conversations.c.place == bindparam("at"), conversations.c.expires > bindparam("now_is")
)
_END = delete(conversations).where(conversations.c.place == bindparam("at"))


def _place(tx: Transaction, platform: str, user: str) -> bytes:
    return tx.keys.index(f"conversation:{platform}:{user}")


def put(
    tx: Transaction, platform: str, user: str, state: Mapping[str, Any], expires: datetime
) -> None:
    """Remember where the conversation with an account stands.

    Sealed under the system's key: it may happen before the person has one.
    """
    place, row = _place(tx, platform, user), new_id()
    tx.execute(_END, {"at": place})
    sealed = tx.keys.system.seal(STATE, row, json.dumps(state).encode())
    tx.execute(insert(conversations).values(place=place, id=row, state=sealed, expires=expires))


def state_of(tx: Transaction, platform: str, user: str, now: datetime) -> dict[str, Any] | None:
    """Where the conversation with an account stands; None if there is none, or it grew old."""
    row = tx.execute(_STATE_OF, {"at": _place(tx, platform, user), "now_is": now}).one_or_none()
    if row is None:
        return None
    state: dict[str, Any] = json.loads(tx.keys.system.open(STATE, row.id, row.state))
    return state


def end(tx: Transaction, platform: str, user: str) -> None:
    """Forget the conversation with an account."""
    tx.execute(_END, {"at": _place(tx, platform, user)})


def forget_old(tx: Transaction, now: datetime) -> None:
    """Remove conversations that nobody went on with."""
    tx.execute(delete(conversations).where(conversations.c.expires <= now))
