"""Who was erased, so that no backup brings them back."""

from __future__ import annotations

from sqlalchemy import Column, LargeBinary, Table

from storage.tables.base import Instant, metadata

erasures = Table(
    "erasures",
    metadata,
    Column("person_index", LargeBinary, primary_key=True),  # keyed hash of the person's id
    Column("at", Instant, nullable=False),
)
