"""Looking back: pictures to be drawn, and what was told of a community."""

from __future__ import annotations

from sqlalchemy import Column, Date, Integer, LargeBinary, Table

from storage.tables.base import Instant, community_column, id_column, metadata, person_column

# Gone as soon as the picture is written as a message.
picture_wishes = Table(
    "picture_wishes",
    metadata,
    id_column(),
    person_column(nullable=False, index=True),
    Column("wish", LargeBinary, nullable=False),  # sealed: which picture, and where to
    Column("asked_at", Instant, nullable=False),
    Column("tries", Integer, nullable=False),
)

# One number a community, about its last whole week; no person can be told from it.
told_counts = Table(
    "told_counts",
    metadata,
    community_column(primary_key=True, autoincrement=False),
    Column("week", Date, nullable=False),  # its Monday
    Column("counted", Integer, nullable=False),  # members, when what is told last changed
    Column("told", Integer, nullable=False),  # a multiple of five; 0: too few to tell
)
