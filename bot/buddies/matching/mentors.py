"""Mentors with those who asked for one: most seekers first, then the best fit."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from bot.buddies.matching.candidates import best_of_second
from bot.buddies.matching.scoring import Ints, People, Scored

KEEP = 100
"""Candidates that each seeker keeps."""
_AT_ONCE = 2_000_000
_SEEKER = 1_000_000.0
"""What a seeker with a mentor counts beside the fit and the waiting."""


def with_mentors(people: People, mentors: Ints, seekers: Ints) -> Scored:
    """Mentors (`a`) and seekers (`b`), each mentor within capacity."""
    found = _candidates(people, mentors, seekers)
    if not len(found):
        return found
    slots = np.array([people.profiles[each].capacity for each in mentors])
    first_slot = np.r_[0, np.cumsum(slots)]
    mentor_place, seeker_place = _places(mentors, people.count), _places(seekers, people.count)
    # A row a seeker, a column a mentor's slot; and a column of their own for whoever gets none.
    taken = slots[mentor_place[found.a]]
    edge = np.repeat(np.arange(len(found)), taken)
    within = np.arange(len(edge)) - np.repeat(np.cumsum(taken) - taken, taken)
    rows = np.r_[seeker_place[found.b][edge], np.arange(len(seekers))]
    total = int(first_slot[-1])
    columns = np.r_[
        first_slot[mentor_place[found.a]][edge] + within, total + np.arange(len(seekers))
    ]
    waited = people.debt[found.b]
    worth = np.r_[(_SEEKER + waited + found.score)[edge], np.ones(len(seekers))]
    graph = csr_matrix((worth, (rows, columns)), shape=(len(seekers), total + len(seekers)))
    chosen_rows, chosen_columns = min_weight_full_bipartite_matching(graph, maximize=True)
    real = chosen_columns < total
    chosen = np.searchsorted(first_slot, chosen_columns[real], side="right") - 1
    given = np.full(people.count, -1, dtype=np.int64)
    given[seekers[chosen_rows[real]]] = mentors[chosen]
    return found.only(given[found.b] == found.a)


def _candidates(people: People, mentors: Ints, seekers: Ints) -> Scored:
    free = np.array([people.profiles[each].capacity > 0 for each in mentors], dtype=bool)
    able = mentors[free]
    nobody = np.empty(0, dtype=np.int64)
    parts = [Scored(nobody, nobody, nobody, np.empty(0, dtype=np.int64))]
    rows = max(1, _AT_ONCE // max(len(able), 1))
    for start in range(0, len(seekers), rows):
        some = seekers[start : start + rows]
        a, b = np.tile(able, len(some)), np.repeat(some, len(able))
        parts.append(best_of_second(people.feasible(a, b, mentoring=True)[0], KEEP))
    return Scored.joined(parts)


def _places(those: Ints, count: int) -> Ints:
    place = np.full(count, -1, dtype=np.int64)
    place[those] = np.arange(len(those))
    return place
