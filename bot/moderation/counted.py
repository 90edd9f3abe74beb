"""Counts of members as a team may read them: none at which somebody could be told."""

from __future__ import annotations

K = 5


def about(count: int) -> int:
    """Rounded down to fives; 0 for five or fewer."""
    return count // K * K if count > K else 0
