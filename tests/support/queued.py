"""Messages put straight into the outbox, as a feature leaves them there."""

from __future__ import annotations

import json
from datetime import datetime

from bot.delivery.sender import REST
from bot.platform import Address, Audience, Say, new_key, send_to_data
from bot.richtext import paragraph
from storage import outbox
from storage.database import Transaction
from storage.ids import new_id
from storage.outbox import Draft


def message(
    tx: Transaction,
    to: Address,
    text: str,
    due: datetime,
    *,
    lane: int = REST,
    edits: str | None = None,
    rings: bool = False,
    expires: datetime | None = None,
) -> Draft:
    """One direct message, for `outbox.add`."""
    send = Say(
        to=to,
        body=paragraph(text),
        audience=Audience.DIRECT,
        edits=edits,
        rings=rings,
        key=new_key(),
    )
    row, data = new_id(), json.dumps(send_to_data(send)).encode()
    return Draft(
        id=row,
        send_id=send.key,
        dedupe_key=send.key,
        kind="message",
        subject=0,
        person=None,
        platform=to.platform,
        lane=lane,
        payload=tx.keys.system.seal(outbox.SEALED, row, data),
        due=due,
        expires=expires,
    )
