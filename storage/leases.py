"""Which process serves an account: a row that its holder renews, and that runs out with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import delete, select, update

from storage.database import Transaction
from storage.tables import facts


@dataclass(frozen=True, slots=True)
class Lease:
    """As it stands. `holder` names a process; never personal."""

    holder: str
    until: datetime


def take(
    tx: Transaction,
    name: str,
    wanted: Lease,
    now: datetime,
    has_ended: Callable[[str], bool] = lambda holder: False,
) -> Lease | None:
    """Take or renew a lease. Returns: None if it is ours now, else the one that stands.

    Args:
        has_ended: whether another holder is surely no more, so that its lease need not run out.
    """
    row = _row(name)
    fresh = f"{wanted.holder} {wanted.until.timestamp():.3f}"
    written: str | None = tx.execute(select(facts.c.value).where(facts.c.name == row)).scalar()
    if written is None:
        added = tx.insert_new(facts, [{"name": row, "value": fresh}])
        return None if added else take(tx, name, wanted, now, has_ended)
    stands = _read(written)
    if stands.holder != wanted.holder and stands.until > now and not has_ended(stands.holder):
        return stands
    # Only from what was read: of two that find it run out, one gets it.
    changed = tx.execute(
        update(facts).where(facts.c.name == row, facts.c.value == written).values(value=fresh)
    )
    return None if changed.rowcount else take(tx, name, wanted, now, has_ended)


def give_back(tx: Transaction, name: str, holder: str) -> None:
    """Let others have it at once; nothing if it is another's by now."""
    tx.execute(
        delete(facts).where(
            facts.c.name == _row(name), facts.c.value.startswith(f"{holder} ", autoescape=True)
        )
    )


def _row(name: str) -> str:
    return f"lease:{name}"


def _read(written: str) -> Lease:
    holder, _, until = written.rpartition(" ")
    return Lease(holder, datetime.fromtimestamp(float(until), UTC))
