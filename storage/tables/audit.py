"""What teams did with their commands: written once, never changed."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, Table, Text, UniqueConstraint

from storage.tables.base import Id, Instant, community_column, id_column, metadata

audit_entries = Table(
    "audit_entries",
    metadata,
    id_column(),
    community_column(nullable=False),
    Column("number", Integer, nullable=False),  # in the community, from 1
    Column("command", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column(  # None: no member, or erased since
        "actor_person", Id, ForeignKey("persons.id", ondelete="SET NULL"), index=True
    ),
    Column("actor_index", LargeBinary, index=True),  # keyed hash of the account; None: erased since
    Column("actor", LargeBinary),  # sealed under the system's key; None: erased since
    Column("link", LargeBinary, nullable=False),  # keyed hash over this entry and the one before
    UniqueConstraint("community", "number"),
)
