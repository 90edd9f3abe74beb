"""Somebody is left out of rounds until a moderator has looked; they are not told."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.buddies.joining.seeking import is_ready
from storage import buddies, buddy_pairs
from storage.buddies import Seeker, State
from storage.buddy_pairs import Ending, Pair, Stage
from storage.database import Transaction

BLOCKS = 2
"""By so many people somebody may be blocked before a moderator is to look."""


def freeze(tx: Transaction, community: int, person: int, now: datetime) -> None:
    """Leave somebody out of what is to come; what they are asked right now comes to nothing."""
    seeker = buddies.seeker(tx, community, person)
    if seeker is None:
        # Somebody who only mentors, or has just left: it has to be remembered somewhere.
        seeker = Seeker(person=person, community=community, said={}, since=now)
    buddies.put_seeker(tx, replace(seeker, state=State.FROZEN, resting_until=None))
    for pair in buddy_pairs.of_person(tx, person, Stage.PROPOSED):
        if pair.community == community:
            buddy_pairs.put(tx, replace(pair, ending=pair.ending or Ending.REPORTED))


def to_be_looked_at(tx: Transaction, pair: Pair, person: int) -> bool:
    """Whether something of somebody that came up in a pair needs a moderator's eye."""
    people = [each.person for each in pair.partners]
    blocked = any(against == person for by, against in buddies.blocks_among(tx, people))
    often = blocked and buddies.blocked_by(tx, person) >= BLOCKS
    return often or bool(buddies.open_reports(tx, pair.community, person))


def freeze_after(tx: Transaction, pair: Pair, person: int, now: datetime) -> bool:
    """After a block or report: have somebody left out if a moderator is to look.

    While they are only asked nothing changes until that expires, when this is called again: they
    are not free anyway, and could tell that it was not silence.

    Returns: whether a moderator is to look.
    """
    needed = to_be_looked_at(tx, pair, person)
    if needed and pair.stage is not Stage.PROPOSED:
        freeze(tx, pair.community, person, now)
    return needed


def thaw(tx: Transaction, seeker: Seeker) -> None:
    """A moderator has looked, and nothing stands in the way."""
    if seeker.said:
        ready = is_ready(seeker.said)
        buddies.change_seeker(tx, seeker, state=State.LOOKING if ready else State.RESTING)
    else:
        buddies.remove_seeker(tx, seeker.community, seeker.person)
