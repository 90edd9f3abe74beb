"""Pairs that a facilitator makes and parts: both are still asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.buddies.joining.profiles import profile_of
from bot.buddies.matching.profiles import Profile
from bot.buddies.pairing.ending import end
from bot.buddies.rounds.going_out import open_pairs, propose_by_hand
from bot.buddies.rounds.people import MENTOR, person_of
from storage import buddies, buddy_rounds, members
from storage.buddies import MentorState
from storage.buddy_pairs import Ending
from storage.database import Transaction
from storage.outbox import Draft

_AROUND = "<@!>"


def person_called(tx: Transaction, community: int, platform: str, words: str) -> int | None:
    """The person among a community's buddies and mentors whose account that is.

    Args:
        platform: where it was said; accounts there come before others of the same id.
        words: an account's id, or a mention of it.
    """
    typed = words.strip()
    bare = typed.strip(_AROUND)
    names = dict.fromkeys((typed, bare, typed.casefold(), bare.casefold()))
    others = [each for each in buddy_rounds.platforms(tx, community) if each != platform]
    for some in ([platform], others):
        found = {
            member.id
            for each in some
            for name in names
            if name and (member := members.member_with(tx, each, name)) is not None
            if _is_among(tx, community, member.id)
        }
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _is_among(tx: Transaction, community: int, person: int) -> bool:
    return any(each.community == community for each in buddies.seekers_of(tx, person)) or any(
        each.community == community for each in buddies.mentors_of(tx, person)
    )


def ids_of(tx: Transaction, community: int, one: int, other: int) -> list[str]:
    """The two as the engine names them: as mentor, who mentors and looks for nobody."""
    ids = []
    for person in (one, other):
        mentor = buddies.mentor(tx, community, person)
        mentors = mentor is not None and mentor.state is MentorState.APPROVED
        seeks = buddies.seeker(tx, community, person) is not None
        ids.append(f"{MENTOR}{person}" if mentors and not seeks else str(person))
    return ids


def pair(
    tx: Transaction,
    community: int,
    ids: Sequence[str],
    now: datetime,
    companion: tuple[str, str] | None = None,
) -> Sequence[Draft]:
    """Ask two. Returns: the rows, in the outbox already; none where they cannot be asked.

    What binds everybody binds here too: their own wishes about language and gender, and that
    peers and family stay among themselves. Topics, stages and hours are the facilitator's matter.

    Args:
        companion: the account of somebody of the team who is to be in their room, if they agree.
    """
    if len(set(map(person_of, ids))) < len(ids):
        return []
    mentors = sum(id.startswith(MENTOR) for id in ids)
    if mentors > 1:
        return []
    if mentors == 0 and not _may_meet(tx, community, ids, now):
        return []
    reached = members.recipients(tx, [person_of(id) for id in ids]).values()
    if companion is not None and {each.account.platform for each in reached} != {companion[0]}:
        return []  # there is no room for all three
    return propose_by_hand(tx, community, ids, now, companion)


def part(tx: Transaction, community: int, person: int, now: datetime) -> list[Draft]:
    """End what somebody is in; the others are told gently, and come first in the next round."""
    drafts: list[Draft] = []
    for each in open_pairs(tx, community, person):
        drafts += end(tx, each, Ending.ENDED, None, now)
    return drafts


def _may_meet(tx: Transaction, community: int, ids: Sequence[str], now: datetime) -> bool:
    profiles = []
    reached = members.recipients(tx, [person_of(id) for id in ids])
    for id in ids:
        seeker = buddies.seeker(tx, community, person_of(id))
        to = reached.get(person_of(id))
        if seeker is None or to is None:
            return False
        zone = ZoneInfo(to.zone)
        profiles.append(profile_of(seeker, zone, blocks=frozenset(), past={}, waited=0, now=now))
    return all(
        _suit(one, other) for place, one in enumerate(profiles) for other in profiles[:place]
    )


def _suit(one: Profile, other: Profile) -> bool:
    if one.pool is not other.pool:
        return False
    if one.languages and other.languages and not {*one.languages} & {*other.languages}:
        return False
    if "same" in (one.gender_rule, other.gender_rule):
        return bool(one.gender) and one.gender == other.gender
    return True
