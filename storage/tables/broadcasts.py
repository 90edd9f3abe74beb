"""Messages of a team to all its members, while they go out, and who wants none."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, LargeBinary, Table, Text

from storage.tables.base import Instant, community_column, id_column, metadata, person_column

broadcasts = Table(
    "broadcasts",
    metadata,
    id_column(),
    community_column(nullable=False, index=True),
    Column("state", Text, nullable=False),  # see storage.broadcasts.State
    Column("words", LargeBinary, nullable=False),  # sealed
    Column("made_by", LargeBinary),  # of a preview: keyed hash of the account that may confirm it
    Column("at", Instant, nullable=False),  # when it was previewed, then when it was confirmed
    Column("told_to", BigInteger, nullable=False),  # rows are written for persons up to this id
)

broadcast_refusals = Table(
    "broadcast_refusals",
    metadata,
    person_column(primary_key=True, autoincrement=False),
    community_column(primary_key=True, autoincrement=False),
    Column("since", Instant, nullable=False),
)
