"""What every table is made of."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, Column, Dialect, ForeignKey, Integer, MetaData, TypeDecorator

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


class Instant(TypeDecorator[datetime]):
    """An aware datetime, kept as milliseconds since 1970 in UTC. Refuses naive ones."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return (value - _EPOCH) // _MILLISECOND

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        return None if value is None else _EPOCH + timedelta(milliseconds=value)


# On SQLite only a column declared INTEGER is the row's own key, without an index beside it.
Id = BigInteger().with_variant(Integer(), "sqlite")


def id_column() -> Column[int]:
    """The row's own id; the application makes it before the insert."""
    return Column("id", Id, primary_key=True, autoincrement=False)


def person_column(**options: Any) -> Column[int]:
    """The person a row belongs to; erasing the person erases the row."""
    return Column("person", Id, ForeignKey("persons.id", ondelete="CASCADE"), **options)


def community_column(**options: Any) -> Column[int]:
    """The community a row belongs to; removing the community removes the row."""
    return Column("community", Id, ForeignKey("communities.id", ondelete="CASCADE"), **options)
