"""What communities chose from chat, and who is setting one up."""

from __future__ import annotations

from sqlalchemy import Column, LargeBinary, Table, Text, UniqueConstraint

from storage.tables.base import Instant, community_column, id_column, metadata

community_settings = Table(
    "community_settings",
    metadata,
    id_column(),
    community_column(nullable=False),
    Column("key", Text, nullable=False),
    Column("value", LargeBinary, nullable=False),  # sealed; JSON
    UniqueConstraint("community", "key"),
)

set_ups = Table(
    "set_ups",
    metadata,
    id_column(),
    community_column(nullable=False, index=True),
    Column("who_index", LargeBinary, nullable=False, unique=True),  # their account
    Column("began_in", LargeBinary),  # sealed; the room in which they began, JSON
    Column("expires", Instant, nullable=False),
)
