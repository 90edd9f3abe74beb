"""Check-ins."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, LargeBinary, Table, Text, UniqueConstraint

from storage.tables.base import Instant, id_column, metadata, person_column

checkin_plans = Table(
    "checkin_plans",
    metadata,
    person_column(primary_key=True, autoincrement=False),
    Column("prompt", LargeBinary),  # sealed; the member's own words
    Column("asleep", Boolean, nullable=False, default=False),
    Column("place", Text),  # dm, channel or thread; None: as usual in the community
)

checkins = Table(
    "checkins",
    metadata,
    id_column(),
    person_column(nullable=False),
    Column("day", Date, nullable=False),  # on the member's calendar
    Column("word", LargeBinary, nullable=False),  # sealed
    Column("note", LargeBinary),  # sealed
    Column("answered_at", Instant, nullable=False),
    UniqueConstraint("person", "day"),
)
