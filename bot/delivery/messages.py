"""What is written already and waits to be sent, as a row of the outbox."""

from __future__ import annotations

import json
from datetime import timedelta

from bot.delivery.sender import CRISIS
from bot.platform import Send, send_to_data
from bot.turn import Turn
from storage import outbox
from storage.ids import new_id

KIND = "message"
URGENT_FOR = timedelta(hours=1)
"""How long a call for help is of use."""


def row_of(
    turn: Turn, send: Send, *, person: int | None, lane: int, lives: timedelta
) -> outbox.Draft:
    """A row that holds the whole message, sealed; it goes once, whatever is tried again.

    Args:
        person: the member it is for: under their key, and cancelled by their `stop`; None for
            what concerns others, under the system's.
        lane: see `bot.delivery.sender`.
        lives: after that time from now it is not sent any more.
    """
    row = new_id()
    key = turn.tx.key_of(person) if person is not None else turn.tx.keys.system
    return outbox.Draft(
        id=row,
        send_id=send.key,
        dedupe_key=send.key,
        kind=KIND,
        subject=person or 0,
        person=person,
        platform=send.to.platform,
        lane=lane,
        payload=key.seal(outbox.SEALED, row, json.dumps(send_to_data(send)).encode()),
        due=turn.now,
        expires=turn.now + lives,
    )


def hurry(turn: Turn, send: Send, *, person: int | None = None) -> None:
    """Send ahead of everything else, from the event's own transaction."""
    outbox.add(
        turn.tx, [row_of(turn, send, person=person, lane=CRISIS, lives=URGENT_FOR)], turn.now
    )
    turn.wakes.add(send.to.platform)
