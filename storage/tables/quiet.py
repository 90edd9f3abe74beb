"""When members want nothing unasked."""

from __future__ import annotations

from sqlalchemy import Column, Table, Text

from storage.tables.base import metadata, person_column

quiet_hours = Table(
    "quiet_hours",
    metadata,
    person_column(primary_key=True, autoincrement=False),
    Column("begins", Text),  # "22:00" on their clock; None: no quiet, whatever their community's is
    Column("ends", Text),
)
