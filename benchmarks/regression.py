"""A logistic regression with few and sparse features per row, in numpy alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

STEPS = 45
REMEMBERED = 8
"""Steps from which the curvature is guessed."""

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
    column = np.concatenate([np.array(numbers, dtype=np.int64) for numbers in present])
    row = np.repeat(np.arange(len(present)), [len(numbers) for numbers in present])

    def loss(point: Floats) -> tuple[float, Floats]:
        weights, bias = point[:-1], point[-1]
        total = np.bincount(row, weights=weights[column], minlength=len(present)) * scale + bias
        value = float(counts @ (np.logaddexp(0.0, total) - label * total))
        error = counts * (1.0 / (1.0 + np.exp(-total)) - label)
        slope: Floats = np.append(smoothing * weights, error.sum())
        slope[:-1] += np.bincount(column, weights=(error * scale)[row], minlength=size)
        return value + smoothing / 2 * float(weights @ weights), slope

    point = _least(loss, np.append(np.zeros(size), -2.0))
    return point[:-1], float(point[-1])


def _least(loss: Callable[[Floats], tuple[float, Floats]], point: Floats) -> Floats:
    """Where a smooth convex function is least, nearly (Nocedal & Wright, algorithm 7.5)."""
    value, slope = loss(point)
    past: list[tuple[Floats, Floats]] = []
    for _ in range(STEPS):
        way = slope.copy()
        parts = []
        for moved, turned in reversed(past):
            part = (moved @ way) / (turned @ moved)
            parts.append(part)
            way -= part * turned
        if past:
            moved, turned = past[-1]
            way *= (moved @ turned) / (turned @ turned)
        else:
            way /= np.linalg.norm(slope)
        for (moved, turned), part in zip(past, reversed(parts), strict=True):
            way += moved * (part - (turned @ way) / (turned @ moved))
        step = 1.0
        while True:
            there = point - step * way
            new_value, new_slope = loss(there)
            if new_value <= value - 1e-4 * step * (slope @ way) or step < 1e-3:
                break
            step /= 2
        if (there - point) @ (new_slope - slope) > 0:
            past = [*past[1 - REMEMBERED :], (there - point, new_slope - slope)]
        point, value, slope = there, new_value, new_slope
    return point
