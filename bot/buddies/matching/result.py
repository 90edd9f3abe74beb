"""What came out: pairs, trios, mentoring, and who was left, with why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.buddies.matching.profiles import Consent


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people, how well they fit, and what had to be relaxed for it."""

    a: str
    b: str
    score: int
    relaxed: tuple[Consent, ...] = ()


@dataclass(frozen=True, slots=True)
class Mentoring:
    """A mentor with somebody who asked for one."""

    mentor: str
    seeker: str
    score: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """A round.

    Args:
        unmatched: by id, why: `language`, `gender`, `blocked`, `topic`, `stage`, `hours` or
            `past` for the wish at which the last possible buddy fell away; `taken` if all who
            would fit are with others; `alone` if nobody else is in the pool.
        total: the scores of all pairs together.
        upper_bound: no set of at least as many pairs, among the candidates, has a higher total.
        candidates: pairs that were considered.
    """

    pairs: tuple[Pair, ...]
    trios: tuple[tuple[str, str, str], ...]
    mentoring: tuple[Mentoring, ...]
    unmatched: dict[str, str]
    total: int
    upper_bound: float
    candidates: int
    considered: tuple[tuple[str, str, int], ...] = ()

    def to_data(self) -> dict[str, Any]:
        """JSON-ready, as `handrail buddies match` prints it."""
        return {
            "pairs": [[p.a, p.b, p.score, [str(each) for each in p.relaxed]] for p in self.pairs],
            "trios": [list(trio) for trio in self.trios],
            "mentoring": [[m.mentor, m.seeker, m.score] for m in self.mentoring],
            "unmatched": [{"id": id, "reason": why} for id, why in self.unmatched.items()],
            "total": self.total,
            "upper_bound": round(self.upper_bound, 3),
            "candidates": self.candidates,
        }
