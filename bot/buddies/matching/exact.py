"""Most pairs, and among those the highest total: an exact matching of a small graph."""

from __future__ import annotations

import numpy as np
import rustworkx

from bot.buddies.matching.scoring import Ints, Scored


def exact(found: Scored) -> Ints:
    """The places in `found` of the pairs of a best matching.

    Edmonds' blossom algorithm with Galil's weights (Galil 1986), as rustworkx has it.
    """
    if not len(found):
        return np.empty(0, dtype=np.int64)
    nodes, places = np.unique(np.concatenate([found.a, found.b]), return_inverse=True)
    ends_a, ends_b = np.split(places, 2)
    lowest = int(found.score.min()) - 1  # a constant on every edge changes nothing here
    graph: rustworkx.PyGraph[int, int] = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(len(nodes)))
    graph.add_edges_from(
        list(
            zip(
                ends_a.tolist(),
                ends_b.tolist(),
                (found.score - lowest).tolist(),
                strict=True,
            )
        )
    )
    place = {
        pair: number
        for number, pair in enumerate(zip(ends_a.tolist(), ends_b.tolist(), strict=True))
    }
    chosen = rustworkx.max_weight_matching(graph, max_cardinality=True, weight_fn=int)
    return np.array(
        sorted(place[pair] if pair in place else place[pair[::-1]] for pair in chosen),
        dtype=np.int64,
    )
