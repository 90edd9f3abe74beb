"""One round: candidates, pairs, trios, mentors, and why the others are left."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np

from bot.buddies.matching import candidates
from bot.buddies.matching.exact import exact
from bot.buddies.matching.fractional import near_best, upper_bound
from bot.buddies.matching.mentors import with_mentors
from bot.buddies.matching.profiles import Consent, Pool, Profile
from bot.buddies.matching.result import Matching, Mentoring, Pair
from bot.buddies.matching.scoring import Ints, People, Scored, relaxed_of

EXACT = 2_000
"""Up to so many people, a pool is solved exactly."""
KEEP = 12
"""Candidates that each person keeps where not everybody is considered."""
WINDOWS = ((20_000, 20, 120), (10_000_000, 15, 60))
"""Up to how many people, how many candidates are kept and how far neighbours are looked at."""


def match(
    profiles: Sequence[Profile], *, seed: int = 0, dense: bool = False, keep_edges: bool = False
) -> Matching:
    """Pair people: most pairs first, then nothing relaxed, then who waited longest, then the fit.

    Args:
        seed: decides between equals; the order of the profiles never does.
        dense: consider every pair that may be; for comparison, slow above some thousands.
        keep_edges: tell every candidate in the result.
    """
    people = People(_shuffled(profiles, seed))
    pairs: list[Pair] = []
    trios: list[tuple[str, str, str]] = []
    unmatched: dict[str, str] = {}
    bound, considered = 0.0, []
    for pool in (Pool.PEER, Pool.FAMILY):
        members = _seeking(people, _in_pool(people, pool))
        found, why = _candidates(people, members, dense)
        chosen = found.only(exact(found) if len(members) <= EXACT else near_best(found))
        bound += upper_bound(found, len(chosen)) if len(found) else 0.0
        in_trios, left_over = _trios(people, found, chosen, members)
        trios += in_trios
        pairs += _named(people, chosen, in_trios)
        unmatched |= {people.ids[one]: why.get(one, "taken") for one in left_over}
        considered.append(found)
    everything = Scored.joined(considered)
    mentoring = with_mentors(people, _in_pool(people, Pool.MENTOR), _seekers(people))
    return Matching(
        pairs=tuple(sorted(pairs, key=lambda pair: (pair.a, pair.b))),
        trios=tuple(sorted(trios)),
        mentoring=_mentoring(people, mentoring),
        unmatched=dict(sorted(unmatched.items())),
        total=sum(pair.score for pair in pairs),
        upper_bound=bound,
        candidates=len(everything),
        considered=_edges(people, everything) if keep_edges else (),
    )


def _shuffled(profiles: Sequence[Profile], seed: int) -> list[Profile]:
    """In an order of their own, so that whoever signs up first has no advantage."""
    return sorted(profiles, key=lambda each: hashlib.sha256(f"{seed}:{each.id}".encode()).digest())


def _in_pool(people: People, pool: Pool) -> Ints:
    return np.flatnonzero(people.pool == list(Pool).index(pool))


def _seeking(people: People, pool: Ints) -> Ints:
    """Those of a pool who seek a buddy."""
    return np.array([one for one in pool if not people.profiles[one].mentor_only], dtype=np.int64)


def _seekers(people: People) -> Ints:
    return np.array(
        [
            number
            for number, each in enumerate(people.profiles)
            if each.seeks_mentor and each.pool is not Pool.MENTOR
        ],
        dtype=np.int64,
    )


def _candidates(people: People, pool: Ints, dense: bool) -> tuple[Scored, dict[int, str]]:
    if dense or len(pool) <= candidates.DENSE:
        found = candidates.everybody(people, pool, relaxing=True)
        if not dense:
            found = candidates.thinned(people, found, KEEP)
    else:
        _, keep, window = next(each for each in WINDOWS if len(pool) <= each[0])
        found = candidates.near(people, pool, window=window, keep=keep)
    few = candidates.with_few(people, pool, found)
    added, why = candidates.for_some(people, few, pool)
    return (found if dense else candidates.joined(people, [found, added])), why


def _trios(
    people: People, found: Scored, chosen: Scored, members: Ints
) -> tuple[list[tuple[str, str, str]], list[int]]:
    """Who is left joins a pair where all three agreed and all fit; and who is left then."""
    partner = dict(zip(chosen.a.tolist(), chosen.b.tolist(), strict=True))
    partner |= {b: a for a, b in partner.items()}
    left = [one for one in members.tolist() if one not in partner]
    around: dict[int, set[int]] = {one: set() for one in left if _agrees(people, one)}
    for a, b in zip(found.a.tolist(), found.b.tolist(), strict=True):
        if a in around:
            around[a].add(b)
        if b in around:
            around[b].add(a)
    trios: list[tuple[str, str, str]] = []
    taken: set[int] = set()
    for one, fitting in around.items():
        for a in sorted(fitting):
            b = partner.get(a)
            if b in fitting and not taken & {a, b} and _agrees(people, a) and _agrees(people, b):
                taken |= {one, a, b}
                first, second, third = sorted(people.ids[each] for each in (one, a, b))
                trios.append((first, second, third))
                break
    return trios, [one for one in left if one not in taken]


def _agrees(people: People, one: int) -> bool:
    return Consent.TRIO in people.profiles[one].consents_to


def _named(people: People, chosen: Scored, trios: list[tuple[str, str, str]]) -> list[Pair]:
    in_trios = {id for trio in trios for id in trio}
    pairs = []
    for a, b, score, relaxed in zip(
        chosen.a.tolist(),
        chosen.b.tolist(),
        chosen.score.tolist(),
        chosen.relaxed.tolist(),
        strict=True,
    ):
        one, other = sorted((people.ids[a], people.ids[b]))
        if one not in in_trios:
            pairs.append(Pair(one, other, score, relaxed_of(relaxed)))
    return pairs


def _mentoring(people: People, found: Scored) -> tuple[Mentoring, ...]:
    named = (
        Mentoring(people.ids[a], people.ids[b], score)
        for a, b, score in zip(
            found.a.tolist(), found.b.tolist(), found.score.tolist(), strict=True
        )
    )
    return tuple(sorted(named, key=lambda each: (each.mentor, each.seeker)))


def _edges(people: People, found: Scored) -> tuple[tuple[str, str, int], ...]:
    return tuple(
        (people.ids[a], people.ids[b], score)
        for a, b, score in zip(
            found.a.tolist(), found.b.tolist(), found.score.tolist(), strict=True
        )
    )
