"""What a team is told of the weeks of its community, and pictures of it that are to be drawn."""

from __future__ import annotations

from sqlalchemy import Column, Date, Integer, LargeBinary, Table

from storage.tables.base import Instant, community_column, id_column, metadata

# No person can be told from it; see `bot.checkins.looking_back.counts`.
told_weeks = Table(
    "told_weeks",
    metadata,
    community_column(primary_key=True, autoincrement=False),
    Column("week", Date, primary_key=True),  # its Monday
    Column("told", Integer, nullable=False),  # a multiple of five; 0: too few to tell
)

# Gone as soon as the picture is written as a message.
trend_wishes = Table(
    "trend_wishes",
    metadata,
    id_column(),
    community_column(nullable=False, index=True),
    Column("wish", LargeBinary, nullable=False),  # sealed: in which staff room, in which language
    Column("asked_at", Instant, nullable=False),
    Column("tries", Integer, nullable=False),
)
