"""Small goals of a member's own."""

from __future__ import annotations

from sqlalchemy import Column, Date, LargeBinary, Table, Text

from storage.tables.base import Instant, id_column, metadata, person_column

goals = Table(
    "goals",
    metadata,
    id_column(),
    person_column(nullable=False, index=True),
    Column("card", LargeBinary, nullable=False),  # sealed: words and steps
    Column("state", Text, nullable=False),  # open, done or let_go
    Column("review", Date),  # on the member's calendar; None: never asked about
    Column("added_at", Instant, nullable=False),
)
