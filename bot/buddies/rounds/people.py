"""Who takes part in a round, as the engine takes them."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.buddies.joining.profiles import mentor_profile_of, profile_of
from bot.buddies.joining.resting import is_available, rests
from bot.buddies.matching.profiles import Pool, Profile
from bot.buddies.mentors.standing import is_newcomer, mentor_profiles
from bot.buddies.pairing.standing import kept_apart
from storage import buddies, buddy_pairs, buddy_rounds, members
from storage.buddies import Seeker, State
from storage.buddy_pairs import Ending, Pair, Stage
from storage.database import Transaction
from storage.members import Recipient

SMALL = 20
"""Below so many who look, coarse traits tell who somebody is: a facilitator pairs by hand."""
FIRST = 8
"""As how many rounds it counts that a buddy went: who is left comes before all others."""
REMEMBERED = timedelta(weeks=60)
MENTOR = "m"
"""Before a person's id: as a mentor, who may look for a buddy as well."""
_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class Looking:
    """Everybody in a round. Args: large: pools in which pairs are made without a facilitator."""

    profiles: tuple[Profile, ...]
    large: frozenset[str]

    @property
    def fingerprint(self) -> str:
        """The same as long as nobody has come, gone or changed anything that matters."""
        told = hashlib.sha256()
        for line in sorted(map(line_of, self.profiles)):
            told.update(line.encode() + b"\n")
        return told.hexdigest()


def person_of(id: str) -> int:
    """The person behind an id of the engine."""
    return int(id.removeprefix(MENTOR))


def gather(tx: Transaction, community: int, now: datetime) -> Looking:
    """Everybody who can be asked now.

    Left out: who is frozen, rests, stopped, cannot be reached, or is in a pair already. Whoever
    has a buddy and wants a mentor is there for that alone, as are newcomers where a community
    keeps their first days for mentors.
    """
    seekers, mentors = buddies.seekers(tx, community), buddies.mentors(tx, community)
    everybody = [each.person for each in seekers] + [each.person for each in mentors]
    reached = _recipients(tx, everybody)
    here, ways = buddy_rounds.belonging(tx, community), buddies.ways(tx, community)
    taken, past = buddy_rounds.taken(tx), _past(tx, community, now)
    accompanied = _accompanied(tx, community)
    apart = kept_apart(tx, community, now)

    def blocks(person: int) -> frozenset[str]:
        others = [*apart.get(person, ()), person]
        return frozenset(id for other in others for id in (str(other), f"{MENTOR}{other}"))

    profiles = []
    for seeker in seekers:
        to = reached.get(seeker.person)
        if to is None or not _can_be_asked(seeker, to, now) or seeker.person not in here:
            continue
        profile = profile_of(
            seeker,
            ZoneInfo(to.zone),
            blocks=blocks(seeker.person),
            past=past.get(seeker.person, {}),
            waited=max(seeker.waited, FIRST) if seeker.first_in_line else seeker.waited,
            now=now,
        )
        is_new = is_newcomer(seeker, now, ways)
        has_buddy = seeker.person in taken or seeker.state is State.PAIRED
        wants_mentor = (profile.seeks_mentor or is_new) and seeker.person not in accompanied
        if wants_mentor or not (is_new or has_buddy):
            mentor_only = is_new or has_buddy
            profiles.append(replace(profile, seeks_mentor=wants_mentor, mentor_only=mentor_only))
    for mentor, free in mentor_profiles(tx, community, now):
        to = reached[mentor.person]
        profile = mentor_profile_of(
            mentor, ZoneInfo(to.zone), now=now, blocks=blocks(mentor.person)
        )
        profiles.append(replace(profile, id=f"{MENTOR}{mentor.person}", capacity=free))
    return Looking(tuple(profiles), _large(profiles))


def _can_be_asked(seeker: Seeker, to: Recipient, now: datetime) -> bool:
    if seeker.state is State.PAIRED:  # for a mentor, beside their buddy
        return not (to.stopped or rests(seeker, now)) and to.account.reachable
    return is_available(seeker, to, now)


def _large(profiles: Sequence[Profile]) -> frozenset[str]:
    looking = Counter(str(each.pool) for each in profiles if each.pool is not Pool.MENTOR)
    return frozenset(pool for pool, count in looking.items() if count >= SMALL)


def _recipients(tx: Transaction, people: Sequence[int]) -> dict[int, Recipient]:
    found: dict[int, Recipient] = {}
    for start in range(0, len(people), _AT_ONCE):
        found |= members.recipients(tx, people[start : start + _AT_ONCE])
    return found


def _past(tx: Transaction, community: int, now: datetime) -> Mapping[int, dict[str, int]]:
    """With whom people were, or did not come together for want of an answer: rounds ago."""
    begun = buddy_rounds.begun(tx, community)
    past: dict[int, dict[str, int]] = {}
    for pair in buddy_pairs.of_community(tx, community, Stage.OVER):
        if pair.kind == "buddies" and _counts(pair) and pair.proposed_at > now - REMEMBERED:
            ago = sum(at > pair.proposed_at for at in begun)
            for one in pair.partners:
                for other in pair.others(one.person):
                    past.setdefault(one.person, {})[str(other.person)] = ago
    return past


def _counts(pair: Pair) -> bool:
    return pair.began_at is not None or pair.ending is Ending.SILENT


def _accompanied(tx: Transaction, community: int) -> set[int]:
    """Who has a mentor, or is asked about one."""
    return {
        each.person
        for pair in buddy_pairs.of_community(tx, community, Stage.PROPOSED, Stage.TOGETHER)
        if pair.kind != "buddies"
        for each in pair.partners
        if not each.mentors
    }


# --- as lines


def line_of(profile: Profile) -> str:
    """A profile as the engine reads it; what is neutral is left out."""
    return json.dumps(dict(_told(profile)), separators=(",", ":"), sort_keys=True)


def _told(profile: Profile) -> Iterator[tuple[str, Any]]:
    for each in fields(profile):
        value = getattr(profile, each.name)
        if each.name == "id" or value != getattr(_NEUTRAL, each.name):
            yield each.name, _ready(value)


def _ready(value: Any) -> Any:
    match value:
        case frozenset():
            return sorted(value)
        case tuple():
            return list(value)
        case _:
            return value


_NEUTRAL = Profile(id="")
