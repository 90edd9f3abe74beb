"""Who is who: people, their accounts, communities, consents."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
)

from storage.tables.base import Instant, community_column, id_column, metadata, person_column

persons = Table(
    "persons",
    metadata,
    id_column(),
    Column("language", Text, nullable=False),
    Column("zone", Text, nullable=False),  # IANA; the only place a person's zone stands
    Column("adult_since", Instant, nullable=False),  # when 18+ was attested
    Column("joined_at", Instant, nullable=False),
    Column("stopped_at", Instant),  # set: nothing is sent until they start again
    Column("main_account", BigInteger, nullable=False),  # where direct messages go
)

accounts = Table(
    "accounts",
    metadata,
    id_column(),
    person_column(nullable=False, index=True),
    Column("platform", Text, nullable=False),
    Column("user_index", LargeBinary, nullable=False),
    Column("user", LargeBinary, nullable=False),  # sealed
    Column("reachable", Boolean, nullable=False, default=True),
    UniqueConstraint("platform", "user_index"),
)

communities = Table(
    "communities",
    metadata,
    id_column(),
    Column("name", LargeBinary, nullable=False),  # sealed
    Column("language", Text, nullable=False),
    Column("country", Text),  # ISO 3166, two letters
    Column("zone", Text, nullable=False),
    Column("listed", Boolean, nullable=False, default=True),
)

spaces = Table(
    "spaces",
    metadata,
    id_column(),
    community_column(nullable=False),
    Column("platform", Text, nullable=False),
    Column("space_index", LargeBinary, nullable=False),
    Column("follows", LargeBinary),  # the space that this one replaced, by its index
    UniqueConstraint("platform", "space_index"),
)

memberships = Table(
    "memberships",
    metadata,
    person_column(primary_key=True, autoincrement=False),
    community_column(primary_key=True, autoincrement=False),
    Column("joined_at", Instant, nullable=False),
    Column("stopped_at", Instant),  # set: nothing of this community
)

consents = Table(
    "consents",
    metadata,
    id_column(),
    person_column(nullable=False, index=True),
    Column("purpose", Text, nullable=False),  # checkins, notes, buddy, moderator_alerts
    Column("text_hash", Text, nullable=False),  # of the text that was read, with its language
    Column("language", Text, nullable=False),
    Column("platform", Text, nullable=False),
    Column("given_at", Instant, nullable=False),
    Column("withdrawn_at", Instant),
)
