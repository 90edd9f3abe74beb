"""How people stand to each other: who is with whom, and who is kept apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from storage import buddies, buddy_pairs
from storage.buddy_pairs import Ending, Pair, Stage
from storage.database import Transaction

APART = timedelta(weeks=26)
"""How long two are not proposed to each other again after one of them said no."""


def together(tx: Transaction, person: int) -> list[Pair]:
    """Somebody's pairs that both said yes to, mentoring as well, the newest first."""
    return buddy_pairs.of_person(tx, person, Stage.TOGETHER)


def kept_apart(tx: Transaction, community: int, now: datetime) -> Mapping[int, frozenset[int]]:
    """Whom not to propose to whom, both ways: after a block, and for a while after a no.

    Nobody may be told of it, nor why.
    """
    apart: dict[int, set[int]] = {}

    def part(one: int, other: int) -> None:
        apart.setdefault(one, set()).add(other)
        apart.setdefault(other, set()).add(one)

    people = {each.person for each in buddies.seekers(tx, community)}
    people |= {each.person for each in buddies.mentors(tx, community)}
    for person, against in buddies.blocks_among(tx, people):
        part(person, against)
    for pair in buddy_pairs.of_community(tx, community, Stage.OVER):
        if _keeps_apart(pair, now):
            for one in pair.partners:
                for other in pair.others(one.person):
                    part(one.person, other.person)
    return {person: frozenset(others) for person, others in apart.items()}


def are_apart(tx: Transaction, community: int, people: Sequence[int], now: datetime) -> bool:
    """Whether any two of these few are kept apart; as `kept_apart`, which looks at everybody."""
    among = set(people)
    if any({*both} <= among for both in buddies.blocks_among(tx, people)):
        return True
    return any(
        pair.community == community
        and _keeps_apart(pair, now)
        and any(other.person in among for other in pair.others(one))
        for one in people
        for pair in buddy_pairs.of_person(tx, one, Stage.OVER)
    )


_NO = (Ending.DECLINED, Ending.BLOCKED, Ending.REPORTED)


def _keeps_apart(pair: Pair, now: datetime) -> bool:
    """Whether it ended with a no, not long ago."""
    return pair.ending in _NO and pair.ended_at is not None and pair.ended_at > now - APART
