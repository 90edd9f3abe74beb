"""What a community has taught the detector: own terms, silenced rules, how often rules were right.

Nothing here is about a person, but for who proposed to silence a rule: a keyed hash.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select, update

from storage.database import Transaction
from storage.ids import new_id
from storage.tables import own_terms, rule_counts, silences

TERM = "own_terms.term"

# --- own terms


def terms(tx: Transaction, community: int | None = None) -> list[tuple[int, str]]:
    """The terms that communities added, as (community, term), of one or of all, oldest first."""
    found = select(own_terms).order_by(own_terms.c.id)
    if community is not None:
        found = found.where(own_terms.c.community == community)
    return [
        (row.community, tx.keys.system.open_text(TERM, row.id, row.term))
        for row in tx.execute(found)
    ]


def add_term(tx: Transaction, community: int, term: str) -> bool:
    """Add a term. False if the community has it already."""
    if (community, term) in terms(tx, community):
        return False
    row = new_id()
    sealed = tx.keys.system.seal_text(TERM, row, term)
    tx.execute(insert(own_terms).values(id=row, community=community, term=sealed))
    return True


def remove_term(tx: Transaction, community: int, term: str) -> bool:
    """Remove a term. False if the community has none such."""
    mine = select(own_terms).where(own_terms.c.community == community)
    for row in tx.execute(mine).all():
        if tx.keys.system.open_text(TERM, row.id, row.term) == term:
            tx.execute(delete(own_terms).where(own_terms.c.id == row.id))
            return True
    return False


# --- silenced rules


@dataclass(frozen=True, slots=True)
class Silence:
    """One moderator's wish that a rule alerts no more; it counts once another has agreed."""

    community: int
    rule: str
    proposed_by: bytes
    proposed_at: datetime
    agreed_at: datetime | None


def silences_of(tx: Transaction, community: int | None = None) -> list[Silence]:
    """Wishes and what became of them, of one community or of all, by rule."""
    found = select(
        silences.c.community,
        silences.c.rule,
        silences.c.proposed_by,
        silences.c.proposed_at,
        silences.c.agreed_at,
    ).order_by(silences.c.community, silences.c.rule)
    if community is not None:
        found = found.where(silences.c.community == community)
    return [Silence(*row) for row in tx.execute(found)]


def propose_silence(tx: Transaction, community: int, rule: str, by: bytes, now: datetime) -> None:
    """Write one moderator's wish, in place of an earlier one."""
    lift_silence(tx, community, rule)
    row = {"community": community, "rule": rule, "proposed_by": by, "proposed_at": now}
    tx.execute(insert(silences), row)


def agree_to_silence(tx: Transaction, community: int, rule: str, now: datetime) -> None:
    """Another moderator wishes it too: the rule alerts no more."""
    tx.execute(
        update(silences)
        .where(silences.c.community == community, silences.c.rule == rule)
        .values(agreed_at=now)
    )


def forget_proposer(tx: Transaction, accounts: Sequence[bytes]) -> None:
    """Whoever has one of these accounts proposed nothing any more; what they proposed stays."""
    theirs = silences.c.proposed_by.in_(accounts)
    tx.execute(update(silences).where(theirs).values(proposed_by=b""))


def lift_silence(tx: Transaction, community: int, rule: str) -> bool:
    """The rule alerts again, and nobody wishes otherwise. False if nobody did."""
    gone = tx.execute(
        delete(silences).where(silences.c.community == community, silences.c.rule == rule)
    )
    return gone.rowcount > 0


# --- how often rules were right


@dataclass(frozen=True, slots=True)
class Counted:
    """How often the team called a rule's alerts right or wrong."""

    rule: str
    right: int
    wrong: int


def count(tx: Transaction, community: int, rules: Iterable[str], *, right: bool) -> None:
    """The team has judged an alert that these rules raised."""
    column = rule_counts.c.right if right else rule_counts.c.wrong
    for rule in rules:
        new = {"community": community, "rule": rule, "right": 0, "wrong": 0}
        tx.insert_new(rule_counts, [new])
        tx.execute(
            update(rule_counts)
            .where(rule_counts.c.community == community, rule_counts.c.rule == rule)
            .values({column: column + 1})
        )


def counts(tx: Transaction, community: int) -> list[Counted]:
    """Every rule that was judged, the one with most wrong alerts first."""
    rows = tx.execute(
        select(rule_counts.c.rule, rule_counts.c.right, rule_counts.c.wrong)
        .where(rule_counts.c.community == community)
        .order_by(rule_counts.c.wrong.desc(), rule_counts.c.rule)
    )
    return [Counted(*row) for row in rows]
