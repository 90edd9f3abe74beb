"""The rows of lines in the outbox."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.delivery.sender import ANSWERS
from bot.platform import new_key
from storage import buddy_lives, outbox
from storage.database import Transaction
from storage.ids import new_id
from storage.outbox import Claimed, Draft
from storage.team_lines import Line

ROOT, WORDS, ANSWER, COPY, NOTE, TOLD = (
    "line-root",
    "line-words",
    "line-answer",
    "line-copy",
    "line-note",
    "line-told",
)
LIVES = timedelta(days=3)
HELD = timedelta(minutes=5)
"""How long words wait for the beginning of their thread; then they go to the room itself."""
LISTENS = timedelta(hours=2)
"""So long after the last word of either side, what the member writes goes to the team."""


def row_of(
    tx: Transaction,
    line: Line,
    kind: str,
    dedupe: str,
    person: int | None,
    platform: str,
    detail: str,
    due: datetime,
    content: Mapping[str, Any] | None,
) -> Draft:
    """A row of a line.

    Args:
        person: under whose key it is; None for the system's.
        detail: which spot, or what is said; see `showing`.
        content: words, and who wrote them.
    """
    row = new_id()
    key = tx.key_of(person) if person is not None else tx.keys.system
    sealed = json.dumps(content) if content is not None else None
    return Draft(
        id=row,
        send_id=new_key(),
        dedupe_key=dedupe,
        kind=kind,
        subject=line.id,
        person=person,
        platform=platform,
        lane=ANSWERS,  # people wait for each other's words
        detail=detail,
        payload=key.seal_text(outbox.SEALED, row, sealed) if sealed else None,
        due=due,
        expires=due + LIVES,
    )


def content_of(tx: Transaction, row: Claimed) -> dict[str, Any] | None:
    """The words of a claimed row, and who wrote them."""
    if row.payload is None:
        return None
    key = tx.key_of(row.person) if row.person is not None else tx.keys.system
    content: dict[str, Any] = json.loads(key.open_text(outbox.SEALED, row.id, row.payload))
    return content


def talks_elsewhere(tx: Transaction, line: Line) -> bool:
    """Whether the member chose that their words go to somebody else."""
    return buddy_lives.talk_of(tx, line.person) is not None
