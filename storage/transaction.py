"""What a piece of work gets to read and write with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVarTuple, overload

from sqlalchemy import (
    Connection,
    CursorResult,
    Executable,
    Insert,
    Table,
    bindparam,
    delete,
    insert,
    select,
)

from storage.encryption import Key, Keyring
from storage.engines import Dialect
from storage.errors import NoKeyError
from storage.ids import batched
from storage.rotation import follow_newest
from storage.tables import person_keys

if TYPE_CHECKING:
    from sqlalchemy.sql.selectable import TypedReturnsRows

_Columns = TypeVarTuple("_Columns")

Parameters = Mapping[str, Any] | Sequence[Mapping[str, Any]]


_KEY_OF = select(person_keys.c.wrapped).where(person_keys.c.person == bindparam("whose"))
_KEYS_OF = select(person_keys.c.person, person_keys.c.wrapped).where(
    person_keys.c.person.in_(bindparam("whose", expanding=True))
)
_ADD_KEY = insert(person_keys)
_DESTROY_KEY = delete(person_keys).where(person_keys.c.person == bindparam("whose"))


class Transaction:
    """An open transaction and the keys to what is sealed.

    Good until the work that got it returns. The work neither commits nor rolls back: it returns,
    or raises.
    """

    __slots__ = ("_connection", "_people", "dialect", "keys")

    def __init__(self, connection: Connection, keys: Keyring, dialect: Dialect) -> None:
        self._connection = connection
        self._people: dict[int, Key] = {}
        self.keys = keys
        self.dialect = dialect

    @overload
    def execute(
        self, statement: TypedReturnsRows[*_Columns], parameters: Parameters | None = None
    ) -> CursorResult[*_Columns]: ...

    @overload
    def execute(
        self, statement: Executable, parameters: Parameters | None = None
    ) -> CursorResult[*tuple[Any, ...]]: ...

    def execute(
        self, statement: Executable, parameters: Parameters | None = None
    ) -> CursorResult[*tuple[Any, ...]]:
        """Runs a statement; a sequence of parameters runs it once for each.

        Where it counts, keep the statement in a constant with `bindparam` and give the values as
        `parameters`: building a statement takes Python about four times as long as running it.

        Raises: what SQLAlchemy raises; `write` and `read` turn what concerns operators into a
            StorageError.
        """
        return self._connection.execute(statement, parameters)

    def insert_new(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> int:
        """Inserts those rows that break no unique constraint; returns how many were new.

        All rows have the same columns.
        """
        if not rows:
            return 0
        given = rows if len(rows) > 1 else rows[0]
        return self._connection.execute(_inserting_new(table, self.dialect), given).rowcount

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """What happens inside is undone if it raises, the rest of the work is not."""
        with self._connection.begin_nested():
            yield

    def key_of(self, person: int) -> Key:
        """The person's data key. Raises NoKeyError once the person is erased."""
        key = self._people.get(person)
        if key is None:
            wrapped = self._connection.execute(_KEY_OF, {"whose": person}).scalar_one_or_none()
            if wrapped is None:
                raise NoKeyError(person)
            key = self._people[person] = self.keys.person_key(person, wrapped)
        return key

    def keys_of(self, people: Sequence[int]) -> dict[int, Key]:
        """The data keys of many; whoever is erased is left out."""
        missing = [person for person in dict.fromkeys(people) if person not in self._people]
        for some in batched(missing):
            for person, wrapped in self._connection.execute(_KEYS_OF, {"whose": some}):
                self._people[person] = self.keys.person_key(person, wrapped)
        return {person: key for person in people if (key := self._people.get(person))}

    def create_key(self, person: int) -> Key:
        """A data key for a new person, stored. Raises IntegrityError if there is one already."""
        return self.create_keys([person])[person]

    def create_keys(self, people: Sequence[int]) -> dict[int, Key]:
        """Data keys for many new people."""
        follow_newest(self._connection, self.keys)
        made = {person: self.keys.new_person_key(person) for person in people}
        rows = [
            {"person": person, "kid": self.keys.kid, "wrapped": wrapped}
            for person, (_, wrapped) in made.items()
        ]
        if rows:
            self._connection.execute(_ADD_KEY, rows)
        keys = {person: key for person, (key, _) in made.items()}
        self._people |= keys
        return keys

    def destroy_key(self, person: int) -> None:
        """Makes what is sealed for the person unreadable, for good.

        On SQLite the key's bytes may stay in the write-ahead log until
        `Database.shed_deleted`.
        """
        self._connection.execute(_DESTROY_KEY, {"whose": person})
        self._people.pop(person, None)


@cache
def _inserting_new(table: Table, dialect: Dialect) -> Insert:
    made: Insert
    if dialect == "sqlite":
        from sqlalchemy.dialects import sqlite

        made = sqlite.insert(table).on_conflict_do_nothing()
    else:
        from sqlalchemy.dialects import postgresql

        made = postgresql.insert(table).on_conflict_do_nothing()
    # Else SQLAlchemy does not tell how many rows an INSERT has added.
    return made.execution_options(preserve_rowcount=True)
