"""Two people who are one: everything of the second is made the first one's, under their key.

It goes by the tables themselves, so that a new table needs nothing here: sealed columns are named
`table.column` and sealed under the row's id, or under the person's where the row has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Column, LargeBinary, Row, Table, and_, delete, select, update
from sqlalchemy.exc import IntegrityError

from storage.database import Transaction
from storage.encryption import Key
from storage.errors import SealBrokenError
from storage.tables import buddy_pair_members, metadata, outbox, persons, schedules, sleeping_rules


def merge(tx: Transaction, second: int, first: int) -> None:
    """Make all that `second` has `first`'s, and destroy the key of `second`.

    Where there can be but one of something (the answer of a day, a plan, a membership), what
    `first` has stays. Where and in which language they are written to stays `first`'s as well.
    """
    old, new = tx.key_of(second), tx.key_of(first)
    for table, columns in _of_people():
        for column in columns:
            for row in tx.execute(select(table).where(column == second)).all():
                _move(tx, table, column, row, (old, new), first)
    for table in (schedules, outbox, sleeping_rules):
        _rename_subject(tx, table, second, first)
    tx.execute(delete(persons).where(persons.c.id == second))
    tx.destroy_key(second)


def are_a_pair(tx: Transaction, one: int, other: int) -> bool:
    """Whether the two were ever proposed to each other: then they cannot be one."""
    theirs = select(buddy_pair_members.c.pair).where(buddy_pair_members.c.person == one)
    both = select(buddy_pair_members.c.pair).where(
        buddy_pair_members.c.person == other, buddy_pair_members.c.pair.in_(theirs)
    )
    return tx.execute(both.limit(1)).first() is not None


def _of_people() -> Iterator[tuple[Table, Sequence[Column[Any]]]]:
    """Each table with its columns that name a person; the person's own row apart."""
    for table in metadata.sorted_tables:
        columns = [
            column
            for column in table.c
            if any(key.column is persons.c.id for key in column.foreign_keys)
        ]
        if columns:
            yield table, columns


def _move(
    tx: Transaction,
    table: Table,
    column: Column[Any],
    row: Row[Any],
    keys: tuple[Key, Key],
    first: int,
) -> None:
    """One row, or nothing of it where there is one in its place already."""
    here = and_(*(own == row._mapping[own.name] for own in table.primary_key))
    values: dict[str, Any] = {column.name: first}
    if column.name == "person":
        number = row._mapping["id"] if "id" in table.c else row._mapping["person"]
        follows = number if "id" in table.c else first
        for sealed in table.c:
            found = row._mapping[sealed.name]
            if isinstance(sealed.type, LargeBinary) and found is not None:
                name = f"{table.name}.{sealed.name}"
                values[sealed.name] = _resealed(keys, name, number, follows, found)
    try:
        with tx.savepoint():
            tx.execute(update(table).where(here).values(**values))
    except IntegrityError:
        tx.execute(delete(table).where(here))


def _resealed(keys: tuple[Key, Key], column: str, number: int, follows: int, found: bytes) -> bytes:
    """The same under the other key; keyed hashes, and what is the system's, stay as they are."""
    try:
        return keys[1].seal(column, follows, keys[0].open(column, number, found))
    except SealBrokenError:
        return found


def _rename_subject(tx: Transaction, table: Table, second: int, first: int) -> None:
    """Rules and rows that are about the person by their subject."""
    ids = tx.execute(select(table.c.id).where(table.c.subject == second)).scalars().all()
    for id in ids:
        try:
            with tx.savepoint():
                tx.execute(update(table).where(table.c.id == id).values(subject=first))
        except IntegrityError:
            tx.execute(delete(table).where(table.c.id == id))
