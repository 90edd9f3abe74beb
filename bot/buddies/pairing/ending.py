"""The end of a pair, and what it means for those who were in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.buddies.joining.seeking import PURPOSE
from bot.buddies.pairing.telling import News, ready, tell
from bot.buddies.parts import Parts
from bot.buddies.relay.life import end_life
from bot.delivery import rules
from bot.delivery.messages import send
from bot.platform import Action, Address, Change, CloseRoom, MemberChanged
from bot.turn import Turn
from storage import buddies, buddy_pairs, members
from storage.buddies import State
from storage.buddy_pairs import Ending, Pair, Stage
from storage.database import Transaction
from storage.outbox import Draft
from storage.schedules import Due

GONE = "buddy-gone"
"""The step that ends a pair of whom somebody is not there any more."""

PARTED = "buddy-parted"
"""By this kind of schedule other features hear, at once, that a pair is over."""

SILENT = (Ending.BLOCKED, Ending.REPORTED)
"""Ends of which the other one is told nothing, and after which they are not first in line."""

_AWAY = (Change.LEFT, Change.BANNED, Change.DELETED)


def parts() -> Parts:
    """This module's share of the feature."""
    return Parts(plans={GONE: plan_gone}, notices=((MemberChanged, noticed),))


def end(tx: Transaction, pair: Pair, ending: Ending, by: int | None, now: datetime) -> list[Draft]:
    """End a pair. One that is only proposed is as good as over, and looks open until it expires.

    Args:
        by: who wanted it; None: the team, or nobody who is still there.

    Returns: rows for the outbox, which the caller adds.
    """
    if pair.stage is Stage.PROPOSED:
        partners = tuple(
            replace(each, said="no") if each.person == by else each for each in pair.partners
        )
        buddy_pairs.put(tx, replace(pair, partners=partners, ending=pair.ending or ending))
    if pair.stage is not Stage.TOGETHER:
        return []
    end_life(tx, pair)
    pair = replace(pair, stage=Stage.OVER, ending=ending, ended_at=now)
    buddy_pairs.put(tx, pair)
    rules.set_once(tx, kind=PARTED, subject=pair.id, at=now, zone="UTC")
    others = [each.person for each in pair.partners if each.person != by]
    if pair.kind == "buddies":
        if by is not None:
            _stand(tx, pair, by, State.LOOKING if ending is Ending.REMATCHED else State.RESTING)
        for person in others:
            _stand(tx, pair, person, State.LOOKING, first=ending not in SILENT)
    drafts = []
    if pair.room is not None:
        platform, space, channel = pair.room
        drafts.append(ready(tx, CloseRoom(to=Address(platform, space, channel)), pair.id, now))
    if ending not in SILENT:
        drafts += tell(tx, pair, others, News.ENDED, now)
    return drafts


def _stand(tx: Transaction, pair: Pair, person: int, state: State, *, first: bool = False) -> None:
    """How somebody stands after a pair; who rests or is frozen stays so."""
    seeker = buddies.seeker(tx, pair.community, person)
    if seeker is not None and seeker.state is State.PAIRED:
        buddies.change_seeker(tx, seeker, state=state, first_in_line=first)


# --- somebody goes


def leave(tx: Transaction, person: int, community: int, now: datetime) -> list[Draft]:
    """Somebody is no longer among a community's buddies: their pairs there end gently.

    That a moderator is to look at something first outlives it, without what they said.
    """
    drafts = _end_all(tx, person, [community], now)
    seeker = buddies.seeker(tx, community, person)
    if seeker is not None and seeker.state is State.FROZEN:
        buddies.change_seeker(tx, seeker, said={}, silences=0, waited=0, first_in_line=False)
    else:
        buddies.remove_seeker(tx, community, person)
    buddies.remove_mentor(tx, community, person)
    return drafts


def put_to_rest(tx: Transaction, person: int, community: int, now: datetime) -> list[Draft]:
    """A team has put somebody to rest: their pairs there end gently; their profile stays.

    Returns: rows that tell the others; the caller adds them.
    """
    return _end_all(tx, person, [community], now)


def stopped(turn: Turn) -> None:
    """`stop`: their pairs end gently."""
    if turn.member is None or turn.member.stopped_at is not None:
        return
    person = turn.member.id
    here = turn.words("what") == "here" and bool(turn.communities)
    of = [turn.communities[0].id] if here else _communities_of(turn.tx, person)
    send(turn, _end_all(turn.tx, person, of, turn.now))


def noticed(turn: Turn) -> Sequence[Action]:
    """Somebody left a community; who left one of its several spaces is still there."""
    event = turn.event
    if not isinstance(event, MemberChanged) or event.change not in _AWAY or turn.member is None:
        return []
    person = turn.member.id
    for community in turn.left:
        send(turn, leave(turn.tx, person, community, turn.now))
    if not any(each.said for each in buddies.seekers_of(turn.tx, person)):
        members.withdraw_consent(turn.tx, person, PURPOSE, turn.now)
    return []


def _end_all(tx: Transaction, person: int, of: Sequence[int], now: datetime) -> list[Draft]:
    return [
        draft
        for pair in buddy_pairs.of_person(tx, person, Stage.PROPOSED, Stage.TOGETHER)
        if pair.community in of
        for draft in end(tx, pair, Ending.LEFT, person, now)
    ]


def _communities_of(tx: Transaction, person: int) -> list[int]:
    of = {each.community for each in buddy_pairs.of_person(tx, person)}
    return [*of | {each.community for each in buddies.seekers_of(tx, person)}]


def plan_gone(tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
    """Whoever is left of a pair is told gently."""
    drafts: list[Draft] = []
    for each in due:
        pair = buddy_pairs.with_id(tx, each.subject)
        if pair is not None:
            drafts += end(tx, pair, Ending.LEFT, None, now)
    return drafts


def part_from_erased(tx: Transaction, pair: Pair) -> None:
    """Somebody of a pair is being erased: as soon as may be, it ends for the others."""
    when = pair.began_at or pair.proposed_at  # long due, since no clock is at hand here
    rules.set_once(tx, kind=GONE, subject=pair.id, at=when, zone="UTC")
