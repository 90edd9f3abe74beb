"""Pairing: how near to the best there can be, how fast, and who waits over twelve rounds.

In the same run a plain shuffle, the best edges first, networkx (few members) and the exact optimum:
up to 2,000 members of every pair that may be, up to 10,000 of the candidates.
"""

from __future__ import annotations

import gc
import random
import resource
from collections import Counter
from dataclasses import replace
from typing import Any

import networkx
import numpy as np

from benchmarks.communities import community
from bot.buddies.matching import Matching, Pool, Profile
from bot.buddies.matching.exact import exact
from bot.buddies.matching.matching import match
from bot.buddies.matching.profiles import Consent
from bot.buddies.matching.scoring import REPEAT_WINDOW, People, Scored

DENSE_UP_TO = 2_000
EXACT_UP_TO = 10_000
NETWORKX_UP_TO = 300
ROUNDS, PRESENT = 12, 0.85
AGREES = frozenset({Consent.REPEAT, Consent.TEXT_ONLY})


def run(members: int, rounds: bool) -> dict[str, Any]:
    """The figures for so many members, and of the rounds if wanted."""
    profiles = community(members)
    before = _cpu()
    found = match(profiles, keep_edges=True)
    spent = _cpu() - before
    figures: dict[str, Any] = {
        "members": members,
        "cpu_seconds": round(spent, 2),
        "peak_mib": _peak(),
        "pairs": len(found.pairs),
        "total": found.total,
        "upper_bound": round(found.upper_bound),
        "gap_percent": round(100 * (1 - found.total / found.upper_bound), 4),
        "candidates": found.candidates,
        "mentoring": len(found.mentoring),
        "left": len(found.unmatched),
        "left_why": dict(Counter(found.unmatched.values())),
        "hard_violations": _violations(profiles, found),
    }
    figures |= _others(profiles, found)
    if rounds:
        figures["rounds"] = _rounds(profiles)
    return figures


def _others(profiles: list[Profile], found: Matching) -> dict[str, Any]:
    people = People(profiles)
    edges = sorted(found.considered, key=lambda edge: -edge[2])
    figures: dict[str, Any] = {
        "shuffle": _shuffle(people),
        "greedy": _greedy(edges),
    }
    if people.count <= EXACT_UP_TO:
        pairs, total, seconds = _exactly(people, edges)
        figures["of_candidates"] = {
            "pairs": pairs,
            "total": total,
            "cpu_seconds": seconds,
            "percent_of_pairs": round(100 * len(found.pairs) / pairs, 3),
            "percent_of_total": round(100 * found.total / total, 3),
        }
    if people.count <= DENSE_UP_TO:
        before = _cpu()
        dense = match(profiles, dense=True)
        figures["of_all_pairs"] = {
            "pairs": len(dense.pairs),
            "total": dense.total,
            "cpu_seconds": round(_cpu() - before, 2),
            "percent_of_pairs": round(100 * len(found.pairs) / len(dense.pairs), 3),
            "percent_of_total": round(100 * found.total / dense.total, 3),
        }
    if people.count <= NETWORKX_UP_TO:
        figures["networkx"] = _networkx(edges)
    return figures


def _exactly(people: People, edges: list[tuple[str, str, int]]) -> tuple[int, int, float]:
    column = [np.array(values, dtype=np.int64) for values in zip(
        *((people.index[a], people.index[b], score) for a, b, score in edges), strict=True
    )]  # fmt: skip
    before = _cpu()
    scored = Scored(column[0], column[1], column[2], np.zeros(len(edges), dtype=np.int64))
    chosen = exact(scored)
    return len(chosen), int(scored.score[chosen].sum()), round(_cpu() - before, 2)


def _greedy(edges: list[tuple[str, str, int]]) -> dict[str, Any]:
    taken: set[str] = set()
    pairs = total = 0
    for a, b, score in edges:
        if a not in taken and b not in taken:
            taken |= {a, b}
            pairs, total = pairs + 1, total + score
    return {"pairs": pairs, "total": total}


def _shuffle(people: People) -> dict[str, Any]:
    """What bots do that pair whoever stands beside each other in a shuffled list."""
    peers = np.flatnonzero(people.pool != list(Pool).index(Pool.MENTOR))
    order = np.random.default_rng(1).permutation(peers)
    half = len(order) // 2
    may, _ = people.feasible(order[:half], order[half : 2 * half])
    return {"pairs": half, "that_may_be": len(may), "total": int(may.score.sum())}


def _networkx(edges: list[tuple[str, str, int]]) -> dict[str, Any]:
    graph = networkx.Graph()
    graph.add_weighted_edges_from(edges)
    before = _cpu()
    chosen = networkx.max_weight_matching(graph, maxcardinality=True)
    return {
        "pairs": len(chosen),
        "total": sum(graph[a][b]["weight"] for a, b in chosen),
        "cpu_seconds": round(_cpu() - before, 2),
    }


def _violations(profiles: list[Profile], found: Matching) -> int:
    """Pairs that may not be, looked at by themselves."""
    people = People(profiles)
    a = np.array([people.index[pair.a] for pair in found.pairs], dtype=np.int64)
    b = np.array([people.index[pair.b] for pair in found.pairs], dtype=np.int64)
    may, _ = people.feasible(a, b, relaxing=True)
    twice = len(found.pairs) * 2 - len({id for pair in found.pairs for id in (pair.a, pair.b)})
    return len(found.pairs) - len(may) + twice


def _rounds(profiles: list[Profile]) -> dict[str, Any]:
    """Twelve rounds: who is left, how long, and how often two meet again.

    Everybody agrees to a repeat and to writing only, if nobody fits otherwise.
    """
    chance = random.Random(7)
    waited: Counter[str] = Counter()
    past: dict[str, dict[str, int]] = {each.id: {} for each in profiles}
    hopeless = _without_anybody(profiles)
    left = present_in_all = repeats = pairs = 0
    long: set[str] = set()
    for number in range(ROUNDS):
        here = [each for each in profiles if chance.random() < PRESENT]
        asked = [
            replace(
                each,
                waited=waited[each.id],
                past=past[each.id],
                consents_to=AGREES,
            )
            for each in here
        ]
        found = match(asked, seed=number)
        for each in past.values():
            for other in list(each):
                each[other] += 1
        for pair in found.pairs:
            pairs += 1
            repeats += past[pair.a].get(pair.b, REPEAT_WINDOW + 1) <= REPEAT_WINDOW
            past[pair.a][pair.b] = past[pair.b][pair.a] = 0
            waited[pair.a] = waited[pair.b] = 0
        for id in found.unmatched:
            waited[id] += 1
            if waited[id] >= 3 and id not in hopeless:
                long.add(id)
        left += len(found.unmatched)
        present_in_all += sum(each.pool is not Pool.MENTOR for each in here)
    return {
        "left_percent": round(100 * left / present_in_all, 2),
        "waited_three_rounds": len(long),
        "without_anybody": len(hopeless),
        "repeats_percent": round(100 * repeats / max(pairs, 1), 2),
    }


def _without_anybody(profiles: list[Profile]) -> set[str]:
    """Whom nobody fits, even in writing only."""
    willing = [replace(each, consents_to=frozenset({Consent.TEXT_ONLY})) for each in profiles]
    found = match(willing, dense=len(willing) <= DENSE_UP_TO)
    return {id for id, why in found.unmatched.items() if why != "taken"}


def _cpu() -> float:
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in spent)


def _peak() -> int:
    gc.collect()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
