"""A near-best matching of a large graph, by linear programming, and the bound that certifies it.

The fractional matching is an assignment on the doubled graph. Its even cycles split into pairs; the
people of odd cycles, their best neighbours and everybody's present buddies form regions that are
solved exactly.
"""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from bot.buddies.matching.candidates import best_neighbours
from bot.buddies.matching.exact import exact
from bot.buddies.matching.scoring import RELAXED, Ints, Scored

PAIR = 1_000_000
"""What a pair counts beside its score."""
NEIGHBOURS = 8
ABOVE = 2_000
"""By how much a lift exceeds what giving way costs."""
REGION = 3_000
"""About so many people are solved at once."""
ROUNDS = 3


def upper_bound(found: Scored, pairs: int) -> float:
    """No matching of at least so many pairs has a higher total score.

    By Lagrange's relaxation: what a pair counts beside its score is taken off again for each.
    """
    if not len(found):
        return 0.0
    lifts = [0]
    if found.score.min() < 0:
        lifts += [each + ABOVE for each in RELAXED.values()]
    return min(_assignment(found, lift)[1] / 2 - lift * pairs for lift in lifts)


def near_best(found: Scored) -> Ints:
    """The places in `found` of the pairs of a matching close to the best."""
    if not len(found):
        return np.empty(0, dtype=np.int64)
    _, places = np.unique(np.concatenate([found.a, found.b]), return_inverse=True)
    a, b = np.split(places.astype(np.int64), 2)
    local = Scored(a, b, found.score, found.relaxed)
    successor, _ = _assignment(local, PAIR + max(0, -int(found.score.min())))
    mate, loose = _split_cycles(local, successor)
    for _ in range(ROUNDS):
        mate = _repaired(local, mate, loose)
        loose = np.flatnonzero(mate < 0)
    return _edges_of(local, mate)


def _assignment(found: Scored, lift: int) -> tuple[Ints, float]:
    """Each person's successor in a best fractional matching, and twice its value.

    People are 0 to n - 1; whoever is alone succeeds themselves.
    """
    count = int(max(found.a.max(), found.b.max())) + 1
    alone = np.arange(count)
    gain = (found.score + lift).astype(np.float64)
    # The solver takes zeros for missing edges; scores are whole numbers, so this makes none.
    value = np.concatenate([gain, gain, np.zeros(count)]) + 0.5
    graph = csr_matrix(
        (
            value,
            (np.concatenate([found.a, found.b, alone]), np.concatenate([found.b, found.a, alone])),
        ),
        shape=(count, count),
    )
    rows, columns = min_weight_full_bipartite_matching(graph, maximize=True)
    successor = np.empty(count, dtype=np.int64)
    successor[rows] = columns
    total = float(graph[rows, columns].sum()) - 0.5 * count
    return successor, total


def _split_cycles(found: Scored, successor: Ints) -> tuple[Ints, Ints]:
    """Mates (-1: none), and who stood on an odd cycle or alone."""
    score = {
        pair: int(value)
        for pair, value in zip(
            zip(found.a.tolist(), found.b.tolist(), strict=True), found.score.tolist(), strict=True
        )
    }

    def worth(one: int, other: int) -> int:
        return score[min(one, other), max(one, other)]

    mate = np.full(len(successor), -1, dtype=np.int64)
    loose: list[int] = []
    seen = np.zeros(len(successor), dtype=bool)
    following = successor.tolist()
    for start in range(len(following)):
        if seen[start]:
            continue
        cycle = [start]
        while (after := following[cycle[-1]]) != start:
            cycle.append(after)
        seen[cycle] = True
        if len(cycle) % 2:
            loose += cycle
            pairs = list(zip(cycle[0:-1:2], cycle[1:-1:2], strict=True))
        else:
            one = list(zip(cycle[0::2], cycle[1::2], strict=True))
            other = list(zip(cycle[1::2], cycle[2::2] + cycle[:1], strict=True))
            pairs = max(one, other, key=lambda those: sum(worth(*pair) for pair in those))
        for first, second in pairs:
            mate[first], mate[second] = second, first
    return mate, np.array(loose, dtype=np.int64)


def _repaired(found: Scored, mate: Ints, loose: Ints) -> Ints:
    """Better mates around the loose."""
    if not len(loose):
        return mate
    starts, neighbours = best_neighbours(found, len(mate), NEIGHBOURS)
    waiting = loose.tolist()
    while waiting:
        region: set[int] = set()
        while waiting and len(region) < REGION:
            one = waiting.pop()
            if one in region:
                continue
            around = {one, *neighbours[starts[one] : starts[one + 1]].tolist()}
            region |= around | {int(mate[each]) for each in around if mate[each] >= 0}
        mate = _solved(found, mate, np.array(sorted(region), dtype=np.int64))
    return mate


def _solved(found: Scored, mate: Ints, region: Ints) -> Ints:
    """The same with the region solved exactly; it holds the mates of all who are in it."""
    inside = np.zeros(len(mate), dtype=bool)
    inside[region] = True
    within = found.only(np.flatnonzero(inside[found.a] & inside[found.b]))
    pairs = within.only(exact(within))
    solved = mate.copy()
    solved[region] = -1
    solved[pairs.a], solved[pairs.b] = pairs.b, pairs.a
    return solved


def _edges_of(found: Scored, mate: Ints) -> Ints:
    return np.flatnonzero(mate[found.a] == found.b)
