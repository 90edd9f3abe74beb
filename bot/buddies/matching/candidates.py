"""Pairs worth considering: all that may be in a small pool, the best of many in a large one.

In a large pool people stand in buckets of a language and a topic, sorted in a few ways; each is
scored with the neighbours. Whoever has few candidates then is scored with everybody.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from bot.buddies.matching.scoring import Ints, People, Scored

DENSE = 2_500
"""Up to so many people, everybody is scored with everybody."""
FEW = 6
"""Whoever has fewer candidates is scored with everybody."""
_AT_ONCE = 2_000_000  # pairs


def everybody(people: People, pool: Ints, *, relaxing: bool) -> Scored:
    """All pairs of a pool that may be."""
    parts, count = [_none()], len(pool)
    rows = max(1, _AT_ONCE // max(count, 1))
    for start in range(0, count, rows):
        first = np.arange(start, min(start + rows, count))
        later = count - 1 - first
        one = np.repeat(first, later)
        other = one + 1 + _runs(later)
        parts.append(people.feasible(pool[one], pool[other], relaxing=relaxing)[0])
    return _ordered(Scored.joined(parts))


def for_some(people: People, some: Ints, pool: Ints) -> tuple[Scored, dict[int, str]]:
    """The best pairs of these with anybody of their pool, with what consent makes possible.

    Returns: them, and for whoever has none the wish at which the last fell away.
    """
    parts, why = [_none()], {}
    for one in some:
        others = pool[pool != one]
        if not len(others):
            why[int(one)] = "alone"
            continue
        found, wish = people.feasible(np.full(len(others), one), others, relaxing=True)
        if wish:
            why[int(one)] = wish
        parts.append(best_of_second(Scored(found.b, found.a, found.score, found.relaxed), FEW))
    return joined(people, parts), why


def near(people: People, pool: Ints, *, window: int, keep: int) -> Scored:
    """The best of each person's neighbours, as far as the window reaches in each direction."""
    members, buckets = _buckets(people, pool)
    best = np.empty(0, dtype=np.int64)
    for keys in _sortings(people, members):
        order = np.lexsort((*keys, buckets))
        sorted_members, sorted_buckets = members[order], buckets[order]
        parts, waiting = [best], 0
        for distance in range(1, window + 1):
            together = sorted_buckets[:-distance] == sorted_buckets[distance:]
            if not together.any():
                break
            a, b = sorted_members[:-distance][together], sorted_members[distance:][together]
            parts.append(_coded(people.feasible(a, b)[0]))
            waiting += len(parts[-1])
            if waiting > _AT_ONCE:
                parts, waiting = [_best_of_each(np.concatenate(parts), keep)], 0
        best = _best_of_each(np.concatenate(parts), keep)
    return joined(people, [_decoded(best)])


def joined(people: People, parts: list[Scored]) -> Scored:
    """All of them, each pair once, the smaller index first, in order."""
    found = _ordered(Scored.joined(parts))
    _, first = np.unique(found.a * people.count + found.b, return_index=True)
    return found.only(first)


def with_few(people: People, pool: Ints, found: Scored) -> Ints:
    """Those of a pool with few candidates."""
    degree = np.bincount(np.concatenate([found.a, found.b]), minlength=people.count)
    return pool[degree[pool] < FEW]


def thinned(people: People, found: Scored, keep: int) -> Scored:
    """The best so many of each person; what is among the best of one of the two stays."""
    return joined(people, [_decoded(_best_of_each(_coded(found), keep))])


def best_of_second(found: Scored, keep: int) -> Scored:
    """The best so many of each person who stands second, the two in their places."""
    kept = _decoded(_best_of_each(_code(found.b, found.a, found), keep))
    return Scored(kept.b, kept.a, kept.score, kept.relaxed)


def best_neighbours(found: Scored, count: int, keep: int) -> tuple[Ints, Ints]:
    """Who fits each of `count` people best, one after the other, and where each one's begin."""
    best = _best_of_each(_coded(found), keep)
    starts = np.searchsorted(best >> _OWN, np.arange(count + 1))
    return starts, _decoded(best).b


# A candidate as one number, once for each of the two: whose it is, then how good (the best first),
# then with whom, then what is relaxed. Sorting many of them so is quick, and they need little room.
# With whom is told from one's own place on, all around: else all who fit equally well would keep
# the same few, and nobody would be left for the others.
_OTHER, _SCORE, _OWN = 4, 24, 44
_AROUND = (1 << _SCORE - _OTHER) - 1
_BEST = 200_000


def _coded(found: Scored) -> Ints:
    return np.concatenate([_code(found.a, found.b, found), _code(found.b, found.a, found)])


def _code(own: Ints, other: Ints, found: Scored) -> Ints:
    ahead = (other - own) & _AROUND
    return own << _OWN | (_BEST - found.score) << _SCORE | ahead << _OTHER | found.relaxed


def _decoded(codes: Ints) -> Scored:
    own = codes >> _OWN
    return Scored(
        own,
        (own + (codes >> _OTHER)) & _AROUND,
        _BEST - ((codes >> _SCORE) & ((1 << _OWN - _SCORE) - 1)),
        codes & ((1 << _OTHER) - 1),
    )


def _best_of_each(codes: Ints, keep: int) -> Ints:
    if not len(codes):
        return codes
    codes = np.sort(codes)
    codes = codes[np.r_[True, codes[1:] != codes[:-1]]]
    own = codes >> _OWN
    starts = np.flatnonzero(np.r_[True, own[1:] != own[:-1]])
    return codes[_runs(np.diff(np.r_[starts, len(codes)])) < keep]


def _runs(lengths: Ints) -> Ints:
    """0, 1, 2, … for each length, one after the other."""
    ends = np.cumsum(lengths)
    return np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - lengths, lengths)


def _ordered(found: Scored) -> Scored:
    return Scored(
        np.minimum(found.a, found.b), np.maximum(found.a, found.b), found.score, found.relaxed
    )


def _none() -> Scored:
    empty = np.empty(0, dtype=np.int64)
    return Scored(empty, empty, empty, np.empty(0, dtype=np.int64))


def _buckets(people: People, pool: Ints) -> tuple[Ints, Ints]:
    """Who stands in which bucket, as two columns; whoever takes any topic stands in all."""
    members, buckets = [], []
    languages = _bits_set(people.languages[pool])
    topics = _bits_set(people.topics[pool])
    for language, speaks in enumerate(languages):
        speaking = speaks | people.any_language[pool]
        for topic, has in enumerate(topics):
            inside = pool[speaking & (has | people.any_topic[pool])]
            members.append(inside)
            buckets.append(np.full(len(inside), language * len(topics) + topic))
    return np.concatenate(members), np.concatenate(buckets)


def _bits_set(bits: np.ndarray) -> list[np.ndarray]:
    """For each bit that anybody has, who has it; one column of nobody if there is none."""
    columns = [
        (bits[:, word] >> np.uint64(bit)) & np.uint64(1) > 0
        for word in range(bits.shape[1])
        for bit in range(64)
    ]
    return [column for column in columns if column.any()] or [np.zeros(len(bits), dtype=bool)]


def _sortings(people: People, members: Ints) -> Iterator[tuple[np.ndarray, ...]]:
    """Ways to put like beside like; the last key of each counts most."""
    angle = _middle_of_day(people)[members]
    stage = people.stage[members]
    topics = people.topics[members, 0]
    yield angle, stage
    yield stage, angle.round(1)
    yield angle.round(), stage, topics


def _middle_of_day(people: People) -> np.ndarray:
    """Around which hour of the day somebody is free, as an angle."""
    day = np.zeros((people.count, 24))
    for hour in range(168):
        word, bit = divmod(hour, 64)
        day[:, hour % 24] += (people.hours[:, word] >> np.uint64(bit)) & np.uint64(1)
    turn = np.exp(2j * np.pi * np.arange(24) / 24)
    angle: np.ndarray = np.angle(day @ turn)
    return angle
