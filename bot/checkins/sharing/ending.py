"""The end of what is shared: taken back, run out, or because the two are nothing to each other now.

What showed it is removed, where the platform lets the bot. Nobody is told of an end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.delivery import rules
from bot.delivery.messages import row_of, send
from bot.delivery.sender import REST
from bot.platform import Action, Address, Change, Delete, MemberChanged
from bot.turn import Turn
from storage import schedules, shares
from storage.database import Transaction
from storage.outbox import Draft
from storage.schedules import Due
from storage.shares import Reader, Share, Showing

OVER, FORGET, LEFT_OVER = "share-over", "share-forget", "share-left-over"
"""The time of a share is over, and long over; its owner was erased."""

PartnersOf = Callable[[Transaction, int], Sequence[int]]
"""Who are, or were, in a pair of buddies."""

REMEMBERED = timedelta(days=2)
"""How long after its end: longer than anything that shows it may wait to be sent."""

_AWAY = (Change.LEFT, Change.BANNED, Change.DELETED)


def end(tx: Transaction, some: Iterable[Share], now: datetime) -> list[Draft]:
    """Nobody sees these any more; what waits to be sent is not sent.

    Returns: rows that remove what shows them; the caller adds them.
    """
    drafts: list[Draft] = []
    for share in some:
        if not share.stands:
            continue
        shares.put(tx, replace(share, ended_at=now))
        schedules.remove(tx, OVER, share.id)
        rules.set_once(tx, kind=FORGET, subject=share.id, at=now + REMEMBERED, zone="UTC")
        drafts += [remove(tx, each, now) for each in shares.showings_of(tx, share.id)]
    return drafts


def remove(tx: Transaction, showing: Showing, now: datetime) -> Draft:
    """The row that removes a message, however late that is."""
    shares.remove_showing(tx, showing.id)
    gone = Delete(to=Address(*showing.place), message=showing.message)
    key = f"share-gone:{showing.id}"
    return row_of(tx, gone, lane=REST, due=now, expires=None, subject=showing.share, key=key)


# --- by time


def plan_over(tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
    """What has run out."""
    found = (shares.with_id(tx, each.subject) for each in due)
    return end(tx, [share for share in found if share is not None], now)


def plan_forget(tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
    """What ended so long ago that nothing can arrive late."""
    for each in due:
        shares.remove(tx, each.subject)
    return []


def plan_parted(
    tx: Transaction,
    due: Sequence[Due],
    now: datetime,
    *,
    partners_of: PartnersOf,
    may_see: Callable[[Transaction, Share], bool],
) -> list[Draft]:
    """Two are no buddies any more; if one blocked the other, nothing else is shown either."""
    drafts: list[Draft] = []
    for each in due:
        drafts += end(tx, shares.of_pair(tx, each.subject), now)
        for person in partners_of(tx, each.subject):
            left = [share for share in shares.with_person(tx, person) if share.stands]
            drafts += end(tx, [share for share in left if not may_see(tx, share)], now)
    return drafts


def plan_left_over(tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
    """Messages that showed something of somebody who was erased."""
    found = (shares.showing(tx, each.subject) for each in due)
    return [remove(tx, showing, now) for showing in found if showing is not None]


# --- somebody goes


def stopped(turn: Turn) -> None:
    """`stop`: nothing of theirs is shown any more, and nothing to them."""
    if turn.member is None or turn.member.stopped_at is not None:
        return
    here = turn.words("what") == "here" and bool(turn.communities)
    community = turn.communities[0].id if here else None
    send(turn, leave(turn.tx, turn.member.id, community, turn.now))


def noticed(turn: Turn) -> Sequence[Action]:
    """Somebody left a community."""
    event = turn.event
    if isinstance(event, MemberChanged) and event.change in _AWAY and turn.member is not None:
        for community in turn.left:
            send(turn, leave(turn.tx, turn.member.id, community, turn.now))
    return []


def put_to_rest(tx: Transaction, person: int, community: int, now: datetime) -> Sequence[Draft]:
    """A team put somebody to rest in a community."""
    return leave(tx, person, community, now)


def leave(tx: Transaction, person: int, community: int | None, now: datetime) -> list[Draft]:
    """Somebody is no longer there: what they show, and what is shown to them, ends.

    Args:
        community: what goes with a pair of buddies ends with the pair; None: all of it.
    """
    theirs = [
        share
        for share in shares.with_person(tx, person)
        if community is None or (share.community == community and share.reader is not Reader.BUDDY)
    ]
    return end(tx, theirs, now)


def erase(tx: Transaction, person: int) -> None:
    """Forget all of it; what shows it to others is removed as soon as may be."""
    for share in shares.of_owner(tx, person):
        schedules.remove(tx, OVER, share.id)
        schedules.remove(tx, FORGET, share.id)
    for showing in shares.part_showings_from(tx, person):
        # Long due, since no clock is at hand here.
        rules.set_once(tx, kind=LEFT_OVER, subject=showing.id, at=showing.at, zone="UTC")
    shares.erase(tx, person)
