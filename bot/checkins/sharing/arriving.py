"""What became of the messages that show something: they are remembered, so that they can go."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.checkins.sharing.ending import remove
from bot.platform import Outcome, Receipt
from storage import access_log, members, shares
from storage.access_log import Access, How
from storage.database import Transaction
from storage.outbox import Claimed, Draft
from storage.shares import Share, Showing


def card_arrived(tx: Transaction, row: Claimed, receipt: Receipt, now: datetime) -> Sequence[Draft]:
    """Remember the message, so that it can be removed; at once, where it was taken back."""
    if receipt.outcome not in (Outcome.SENT, Outcome.DEGRADED) or receipt.message is None:
        return []
    share = shares.with_id(tx, row.subject)
    place = _place_of(tx, row, receipt, share)
    if place is None:
        return []
    showing = Showing(
        share=row.subject,
        person=share.person if share else None,
        other=row.person,
        place=place,
        message=receipt.message,
        at=now,
    )
    known = {(each.place, each.message) for each in shares.showings_of(tx, row.subject)}
    if (showing.place, showing.message) in known:
        return []  # told again after a crash
    shares.add_showing(tx, showing)
    return [] if share is not None and share.stands else [remove(tx, showing, now)]


def post_arrived(tx: Transaction, row: Claimed, receipt: Receipt, now: datetime) -> Sequence[Draft]:
    """The same; and everybody in the channel may have seen it."""
    before = len(shares.showings_of(tx, row.subject))
    drafts = card_arrived(tx, row, receipt, now)
    share = shares.with_id(tx, row.subject)
    if share is not None and len(shares.showings_of(tx, row.subject)) > before:
        note(tx, share, date.fromisoformat(row.detail or ""), How.DELIVERED, now)
    return drafts


def note(tx: Transaction, share: Share, day: date, how: How, now: datetime) -> None:
    """Write into the owner's access log that the reader has seen it."""
    seen = Access(
        person=share.person,
        viewer=share.other,
        reader=share.reader.value,
        item=share.item,
        day=day,
        how=how,
        at=now,
    )
    access_log.add(tx, seen)


def _place_of(
    tx: Transaction, row: Claimed, receipt: Receipt, share: Share | None
) -> tuple[str, str | None, str | None, str | None] | None:
    """Where a message arrived."""
    if row.person is not None:
        to = members.recipients(tx, [row.person]).get(row.person)
        if to is None:
            return None
        return to.account.platform, None, receipt.channel, to.account.user
    if share is None or share.place is None:
        return None
    platform, space, channel, user = share.place
    return platform, space, receipt.channel or channel, user
