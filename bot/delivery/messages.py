"""What waits to be sent, as rows of the outbox: written already, or when it is sent."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.delivery.sender import CRISIS
from bot.platform import Address, Send, new_key, send_to_data
from bot.turn import Turn
from storage import members, outbox
from storage.database import Transaction
from storage.ids import new_id
from storage.members import Recipient
from storage.outbox import Claimed, Draft, State
from storage.schedules import Due

KIND = "message"
URGENT_FOR = timedelta(hours=1)
"""How long a call for help is of use."""
UNASKED = "unasked"
"""The detail of a message that answers nothing: it waits for the end of quiet hours."""


def row_of(
    tx: Transaction,
    send: Send,
    *,
    lane: int,
    due: datetime,
    expires: datetime | None,
    person: int | None = None,
    subject: int | None = None,
    key: str | None = None,
    unasked: bool = False,
) -> Draft:
    """A row that holds the whole of what is sent, sealed; it goes once, whatever is tried again.

    Args:
        lane: see `bot.delivery.sender`.
        expires: after that moment it is not sent any more; None for what has to happen however
            late it is, such as closing a room.
        person: the member it is for: under their key, and cancelled by their `stop`; None for
            what concerns others, under the system's.
        subject: what it is about; else the person.
        key: rows of the same one are written once; else that of what is sent.
        unasked: it answers nothing that the member said, and waits for the end of quiet hours.
    """
    row = new_id()
    sealing = tx.key_of(person) if person is not None else tx.keys.system
    return Draft(
        id=row,
        send_id=send.key,
        dedupe_key=key or send.key,
        kind=KIND,
        subject=subject if subject is not None else person or 0,
        person=person,
        platform=send.to.platform,
        lane=lane,
        detail=UNASKED if unasked else None,
        payload=sealing.seal(outbox.SEALED, row, json.dumps(send_to_data(send)).encode()),
        due=due,
        expires=expires,
    )


def is_answer(row: Claimed) -> bool:
    """Whether it is a message that answers what somebody said; such never wait for anything."""
    return row.kind == KIND and row.detail != UNASKED


def planned(
    *,
    kind: str,
    key: str,
    subject: int,
    person: int | None,
    platform: str,
    lane: int,
    due: datetime,
    expires: datetime,
    now: datetime,
    detail: str | None = None,
) -> Draft:
    """A row whose message the feature of `kind` writes right before it is sent.

    Args:
        key: rows of the same one are written once.
        person: whose `stop` cancels it; None if it is for a room.
        lane: see `bot.delivery.sender`.
        expires: what is planned later than that is seen as expired, and not sent.
        detail: what is needed to write it; never personal.
    """
    return Draft(
        id=new_id(),
        send_id=new_key(),
        dedupe_key=key,
        kind=kind,
        subject=subject,
        person=person,
        platform=platform,
        lane=lane,
        detail=detail,
        due=due,
        expires=expires,
        state=State.WAITING if now < expires else State.EXPIRED,
    )


def planned_for_each(
    tx: Transaction,
    due: Sequence[Due],
    *,
    kind: str,
    lane: int,
    fresh_for: timedelta,
    now: datetime,
) -> list[Draft]:
    """A row for each person who is due and can be written to; `detail` is the local date."""
    platforms = members.platforms_of(tx, [each.subject for each in due])
    return [
        planned(
            key=f"{kind}:{each.subject}:{each.day.isoformat()}",
            kind=kind,
            subject=each.subject,
            person=each.subject,
            platform=platforms[each.subject],
            lane=lane,
            detail=each.day.isoformat(),
            due=each.due,
            expires=each.due + fresh_for,
            now=now,
        )
        for each in due
        if each.subject in platforms
    ]


def direct(to: Recipient) -> Address:
    """Somebody's direct messages, on the account where they are written to."""
    return Address(to.account.platform, user=to.account.user)


def send(turn: Turn, drafts: Sequence[Draft]) -> int:
    """Write rows from a handler, and have them sent. Returns: how many were new."""
    turn.wakes |= {draft.platform for draft in drafts}
    return outbox.add(turn.tx, drafts, turn.now)


def hurry(turn: Turn, what: Send, *, person: int | None = None) -> None:
    """Send ahead of everything else, from the event's own transaction."""
    expires = turn.now + URGENT_FOR
    row = row_of(turn.tx, what, lane=CRISIS, due=turn.now, expires=expires, person=person)
    send(turn, [row])
