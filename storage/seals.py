"""Whether the keys of a database open what is sealed in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Connection, RowMapping, Table, select

from storage.data_map import is_sealed
from storage.encryption import Key, Keyring, MasterKey
from storage.errors import MissingKeyError, SealBrokenError
from storage.rotation import unlocked
from storage.tables import metadata, person_keys, system_keys

_KEY_TABLES = (system_keys, person_keys)


def open_one_of_each(connection: Connection, master: MasterKey) -> tuple[str, ...]:
    """Open one value of each sealed column of each table. Returns: the tables that have any.

    Raises: SealBrokenError, WrongKeyError, MissingKeyError.
    """
    ring = unlocked(connection, master)
    if ring is None:
        raise MissingKeyError("the system's keys are not there")
    found = []
    for table in metadata.sorted_tables:
        if table in _KEY_TABLES:
            continue
        opened = [_open_one(connection, ring, table, each) for each in table.c if is_sealed(each)]
        if any(opened):
            found.append(table.name)
    return tuple(found)


def _open_one(connection: Connection, ring: Keyring, table: Table, column: Column[Any]) -> bool:
    """Returns: whether there is any. Which key it is is tried."""
    wanted = select(table).where(column.is_not(None)).limit(1)
    row = connection.execute(wanted).mappings().one_or_none()
    if row is None:
        return False
    name, number = f"{table.name}.{column.name}", _number(table, row)
    for key in _keys(connection, ring, row):
        try:
            key.open(name, number, row[column.name])
        except SealBrokenError:
            continue
        return True
    raise SealBrokenError(name, number)


def _number(table: Table, row: RowMapping) -> int:
    """The row's id; in tables keyed otherwise, the number that tells rows apart."""
    number: int = row["id"] if "id" in table.c else row[next(iter(table.primary_key)).name]
    return number


def _keys(connection: Connection, ring: Keyring, row: RowMapping) -> Iterator[Key]:
    yield ring.system
    if (person := row.get("person")) is not None:
        whose = select(person_keys.c.wrapped).where(person_keys.c.person == person)
        if (wrapped := connection.execute(whose).scalar_one_or_none()) is not None:
            yield ring.person_key(person, wrapped)
