"""What an adapter must remember (a sync token, a room), sealed, found by keyed hash."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, delete, select

from storage.database import Transaction
from storage.ids import new_id
from storage.tables import adapter_state

ENTRY = "adapter_state.entry"


def _family(key: str) -> str:
    return key.split("/", 1)[0]


def get(tx: Transaction, adapter: str, key: str) -> bytes | None:
    """The value of one key."""
    index = tx.keys.index(f"state:{adapter}:{key}")
    found = _read(
        tx,
        select(adapter_state.c.id, adapter_state.c.entry).where(
            adapter_state.c.adapter == adapter, adapter_state.c.key_index == index
        ),
    )
    return found.get(key)


def all_with(tx: Transaction, adapter: str, prefix: str) -> dict[str, bytes]:
    """Every key that begins with a prefix; its part before the first slash must be whole."""
    statement = select(adapter_state.c.id, adapter_state.c.entry).where(
        adapter_state.c.adapter == adapter
    )
    if "/" in prefix:
        family = tx.keys.index(f"family:{adapter}:{_family(prefix)}")
        statement = statement.where(adapter_state.c.family == family)
    found = _read(tx, statement.order_by(adapter_state.c.id))
    return {key: value for key, value in found.items() if key.startswith(prefix)}


def put(tx: Transaction, adapter: str, entries: Mapping[str, bytes | None]) -> None:
    """Write all entries; None forgets a key."""
    indexes = {key: tx.keys.index(f"state:{adapter}:{key}") for key in entries}
    tx.execute(
        delete(adapter_state).where(
            adapter_state.c.adapter == adapter, adapter_state.c.key_index.in_(indexes.values())
        )
    )
    rows = []
    for key, value in entries.items():
        if value is not None:
            row = new_id()
            entry = len(key.encode()).to_bytes(4) + key.encode() + value
            rows.append(
                {
                    "id": row,
                    "adapter": adapter,
                    "key_index": indexes[key],
                    "family": tx.keys.index(f"family:{adapter}:{_family(key)}"),
                    "entry": tx.keys.system.seal(ENTRY, row, entry),
                }
            )
    if rows:
        tx.execute(adapter_state.insert(), rows)


def _read(tx: Transaction, statement: Select[Any]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for row, sealed in tx.execute(statement):
        entry = tx.keys.system.open(ENTRY, row, sealed)
        length = int.from_bytes(entry[:4])
        found[entry[4 : 4 + length].decode()] = entry[4 + length :]
    return found
