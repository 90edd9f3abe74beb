"""A logistic regression with few and sparse features per row."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

STEPS = 300
"""At most; with fewer than some hundred the weights of rare features are not there yet."""

Floats = NDArray[np.float64]


def fitted(
    present: Sequence[Sequence[int]],
    *,
    size: int,
    scale: Floats,
    label: Floats,
    counts: Floats,
    smoothing: float,
) -> tuple[Floats, float]:
    """The weights and the bias of least loss.

    Args:
        present: for each row the numbers of its features, one as often as it stands there.
        size: how many features there are.
        scale: for each row, by what the sum of its weights is multiplied.
        label: for each row 0 or 1.
        counts: for each row how much it counts.
        smoothing: of the quadratic penalty on the weights.
    """
    lengths = [len(numbers) for numbers in present]
    column = np.concatenate([np.array(numbers, dtype=np.int64) for numbers in present])
    ends = np.concatenate([[0], np.cumsum(lengths)])
    rows = csr_matrix((np.repeat(scale, lengths), column, ends), shape=(len(present), size))

    def loss(point: Floats) -> tuple[float, Floats]:
        weights, bias = point[:-1], point[-1]
        total = rows @ weights + bias
        value = float(counts @ (np.logaddexp(0.0, total) - label * total))
        error = counts * (1.0 / (1.0 + np.exp(-total)) - label)
        slope = np.append(rows.T @ error + smoothing * weights, error.sum())
        return value + smoothing / 2 * float(weights @ weights), slope

    start = np.append(np.zeros(size), -2.0)
    options = {"maxiter": STEPS, "maxfun": 2 * STEPS}
    point: Floats = minimize(loss, start, jac=True, method="L-BFGS-B", options=options).x
    return point[:-1], float(point[-1])
