"""Small facts about the installation itself, such as the version of the zone data."""

from __future__ import annotations

from sqlalchemy import delete, insert, select

from storage.database import Transaction
from storage.tables import facts


def get(tx: Transaction, name: str) -> str | None:
    """The value of a fact."""
    found: str | None = tx.execute(select(facts.c.value).where(facts.c.name == name)).scalar()
    return found


def put(tx: Transaction, name: str, value: str) -> None:
    """Write a fact in place of the earlier one."""
    tx.execute(delete(facts).where(facts.c.name == name))
    tx.execute(insert(facts).values(name=name, value=value))
