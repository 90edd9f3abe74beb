"""Wrapped keys; backed up apart from the rest."""

from __future__ import annotations

from sqlalchemy import Column, LargeBinary, Table, Text

from storage.tables.base import Id, metadata

system_keys = Table(
    "system_keys",
    metadata,
    Column("name", Text, primary_key=True),
    Column("kid", Text, nullable=False),
    Column("wrapped", LargeBinary, nullable=False),
)

person_keys = Table(
    "person_keys",
    metadata,
    Column("person", Id, primary_key=True, autoincrement=False),
    Column("kid", Text, nullable=False),
    Column("wrapped", LargeBinary, nullable=False),
)
