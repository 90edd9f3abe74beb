"""Running it for years: when it was away, what operators are warned of, who has left."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Table, Text, UniqueConstraint

from storage.tables.base import Id, Instant, community_column, id_column, metadata, person_column

signs_of_life = Table(
    "signs_of_life",
    metadata,
    Column("platform", Text, primary_key=True),
    Column("at", Instant, nullable=False),  # when events were last known to flow
)

outages = Table(
    "outages",
    metadata,
    id_column(),
    Column("platform", Text, nullable=False),
    Column("cause", Text, nullable=False),  # away: nothing was read; database: nothing was kept
    Column("began", Instant, nullable=False),
    Column("ended", Instant, nullable=False, index=True),
    UniqueConstraint("platform", "began"),
)

alarms = Table(
    "alarms",
    metadata,
    Column("name", Text, primary_key=True),  # disk:data, certificate:matrix
    Column("since", Instant, nullable=False),
    Column("told_at", Instant, nullable=False),
)

lost_spaces = Table(
    "lost_spaces",
    metadata,
    Column(
        "space",
        Id,
        ForeignKey("spaces.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("since", Instant, nullable=False),
)

sleeping_communities = Table(
    "sleeping_communities",
    metadata,
    community_column(primary_key=True, autoincrement=False),
    Column("since", Instant, nullable=False),
    Column("erased_at", Instant, nullable=False),  # when its data is to be erased
)

# What happens once and came due while its community slept; planned when it wakes.
sleeping_rules = Table(
    "sleeping_rules",
    metadata,
    id_column(),
    community_column(nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("subject", Id, nullable=False),
    person_column(index=True),
    Column("zone", Text, nullable=False),
    Column("day", Date, nullable=False),
    Column("due", Instant, nullable=False),
    UniqueConstraint("kind", "subject"),
)

member_rests = Table(
    "member_rests",
    metadata,
    person_column(primary_key=True, autoincrement=False),
    community_column(primary_key=True, autoincrement=False),
    Column("since", Instant, nullable=False),
    Column("banned", Boolean, nullable=False),  # by the platform; else the team said so
    # What the rest ended, so that waking brings back that and nothing else.
    Column("here", Boolean, nullable=False),
    Column("everywhere", Boolean, nullable=False),
)
