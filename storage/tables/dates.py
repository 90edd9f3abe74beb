"""Dates that matter to a member, what came between, and the milestones asked about."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, LargeBinary, Table, Text, UniqueConstraint

from storage.tables.base import Id, Instant, id_column, metadata, person_column

dates = Table(
    "dates",
    metadata,
    id_column(),
    person_column(nullable=False, index=True),
    Column("card", LargeBinary, nullable=False),  # sealed: name and day
    Column("shown", Boolean, nullable=False, default=False),  # may stand in pictures and the like
    Column("added_at", Instant, nullable=False),
)

lapses = Table(
    "lapses",
    metadata,
    id_column(),
    person_column(nullable=False, index=True),
    Column("dated", Id, ForeignKey("dates.id", ondelete="SET NULL"), index=True),
    Column("card", LargeBinary, nullable=False),  # sealed: day, and from when it goes on
    Column("note", LargeBinary),  # sealed
    Column("helped", LargeBinary),  # sealed; what had helped before
    Column("told_at", Instant, nullable=False),
)

milestones = Table(
    "milestones",
    metadata,
    id_column(),
    person_column(nullable=False, index=True),
    Column("dated", Id, ForeignKey("dates.id", ondelete="CASCADE"), nullable=False),
    Column("day_index", LargeBinary, nullable=False),  # keyed hash: one a day of each date
    Column("card", LargeBinary, nullable=False),  # sealed: day and code, which tell the date
    Column("answer", Text),  # yes or quiet; None: not yet
    Column("post", LargeBinary),  # sealed: where it was shared, as the member wished
    Column("chip", LargeBinary),  # sealed: the role that the member wears for it
    UniqueConstraint("dated", "day_index"),
)
