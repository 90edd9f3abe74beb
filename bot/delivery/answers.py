"""Answers that nothing waits for, and what handlers send, as outbox rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.delivery.messages import row_of
from bot.delivery.sender import ANSWERS, REST
from bot.platform import (
    Address,
    Audience,
    Chose,
    Reply,
    Say,
    Send,
    TookBack,
    new_key,
)
from bot.turn import Turn
from storage import outbox

LIVES = timedelta(days=1)


def enqueue(turn: Turn, actions: Sequence[Reply | Send]) -> None:
    """Write the actions as rows of the event's own transaction."""
    outbox.add(turn.tx, [_draft(turn, action) for action in actions], turn.now)


def as_send(reply: Reply) -> Say:
    """An answer that nothing waits for, as a message; private ones go to direct messages."""
    event = reply.to
    private = reply.audience is not Audience.PUBLIC and not event.direct
    to = Address(event.actor.platform, user=event.actor.user) if private else event.where
    audience = reply.audience if reply.audience is Audience.PUBLIC else Audience.DIRECT
    pressed = isinstance(event, TookBack) or (isinstance(event, Chose) and not event.typed)
    shown = event.message if pressed and reply.replaces and not private else None
    return Say(
        to=to,
        body=reply.body,
        audience=audience,
        choices=reply.choices,
        attachments=reply.attachments,
        answers=None if private or shown else event.message,
        asked=event.where if private else None,
        edits=shown,
        key=new_key(),
    )


def _draft(turn: Turn, action: Reply | Send) -> outbox.Draft:
    lane = ANSWERS if isinstance(action, Reply) else REST
    send = as_send(action) if isinstance(action, Reply) else action
    person = turn.member.id if turn.member else None
    expires = turn.now + LIVES
    return row_of(turn.tx, send, lane=lane, due=turn.now, expires=expires, person=person)
