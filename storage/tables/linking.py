"""Codes by which somebody shows that two accounts are theirs."""

from __future__ import annotations

from sqlalchemy import Column, LargeBinary, Table

from storage.tables.base import Instant, id_column, metadata, person_column

link_codes = Table(
    "link_codes",
    metadata,
    id_column(),
    person_column(nullable=False, unique=True),  # who made it; one at a time
    Column("code_index", LargeBinary, nullable=False, unique=True),  # keyed hash
    Column("made_on", LargeBinary, nullable=False),  # sealed: the account that made it
    Column("other", LargeBinary),  # sealed: the account on which it was typed and said yes to
    Column("expires", Instant, nullable=False),
)
