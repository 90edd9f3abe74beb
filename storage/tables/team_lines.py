"""Private lines between members and the team of their community."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, LargeBinary, Table, Text
from sqlalchemy import UniqueConstraint as Unique

from storage.tables.base import (
    Id,
    Instant,
    community_column,
    id_column,
    metadata,
    person_column,
)

team_lines = Table(
    "team_lines",
    metadata,
    id_column(),
    community_column(nullable=False, index=True),
    person_column(nullable=False, index=True),
    Column("alias", Integer, nullable=False),  # what the team calls who gives no name; 0: not yet
    Column("named", Boolean, nullable=False),
    Column("apart", Boolean, nullable=False),  # with some of the team, in private
    Column("stage", Text, nullable=False),
    Column("matter", LargeBinary, nullable=False),  # sealed; see storage.team_lines
    Column("opened_at", Instant, nullable=False),
    Column("listens_until", Instant),  # until then the member's words go to the team
    Column("waits_since", Instant),  # when the member wrote what nobody has answered
    Column("closed_at", Instant),
)

team_line_places = Table(
    "team_line_places",
    metadata,
    id_column(),
    Column("line", Id, ForeignKey("team_lines.id", ondelete="CASCADE"), nullable=False),
    Column("spot", Text, nullable=False),  # which of the team's rooms, or whose direct messages
    Column("message_index", LargeBinary, index=True),  # of the message whose thread it is
    Column("message", LargeBinary),  # sealed
    Unique("line", "spot"),
)

team_line_blocks = Table(
    "team_line_blocks",
    metadata,
    community_column(primary_key=True, autoincrement=False),
    person_column(primary_key=True, autoincrement=False),
    Column("alias", Integer, nullable=False),
    Column("at", Instant, nullable=False),
)

team_line_lookups = Table(
    "team_line_lookups",
    metadata,
    id_column(),
    community_column(nullable=False),
    person_column(nullable=False, index=True),
    Column("alias", Integer, nullable=False),
    Column("keeper", LargeBinary, nullable=False),  # sealed; whose account it was
    Column("at", Instant, nullable=False),
)

team_line_keepers = Table(
    "team_line_keepers",
    metadata,
    id_column(),
    community_column(nullable=False),
    Column("account_index", LargeBinary, nullable=False),
    Column("account", LargeBinary, nullable=False),  # sealed
    Unique("community", "account_index"),
)

team_line_manners = Table(
    "team_line_manners",
    metadata,
    community_column(primary_key=True, autoincrement=False),
    Column("signed", Boolean, nullable=False),  # answers bear the name of who wrote them
    Column("last_alias", Integer, nullable=False),
)
