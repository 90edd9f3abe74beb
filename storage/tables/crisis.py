"""Crises: episodes, who answers them, what communities teach the detector."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
)

from storage.tables.base import Instant, community_column, id_column, metadata, person_column

episodes = Table(
    "episodes",
    metadata,
    id_column(),
    community_column(index=True),
    person_column(index=True),
    Column("actor_index", LargeBinary, nullable=False, index=True),
    Column("matter", LargeBinary, nullable=False),  # sealed; see storage.episodes
    Column("direct", Boolean, nullable=False),
    Column("language", Text, nullable=False),
    Column("level", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("raised_at", Instant, nullable=False),
    Column("reach", Text, nullable=False),
    Column("told", Boolean, nullable=False),
    Column("state", Text, nullable=False),
    Column("claimed_at", Instant),
    Column("claim_ends", Instant),
    Column("drill", Boolean, nullable=False),
    Column("settled_at", Instant),
)

soft_offers = Table(
    "soft_offers",
    metadata,
    Column("actor_index", LargeBinary, primary_key=True),
    person_column(index=True),
    Column("at", Instant, nullable=False),
    Column("wanted", Boolean, nullable=False),
)

helpers = Table(
    "helpers",
    metadata,
    id_column(),
    community_column(nullable=False),
    Column("account_index", LargeBinary, nullable=False, index=True),
    Column("card", LargeBinary, nullable=False),  # sealed; account, name, hours, zone
    Column("rank", Integer, nullable=False),  # the order of calling
    Column("on_duty", Boolean),  # what they said last; None: their hours count
    Column("until", Instant),  # when that ends
    UniqueConstraint("community", "account_index"),
)

drills = Table(
    "drills",
    metadata,
    community_column(primary_key=True, autoincrement=False),
    Column("passed_at", Instant, nullable=False),
)

own_terms = Table(
    "own_terms",
    metadata,
    id_column(),
    community_column(nullable=False),
    Column("term", LargeBinary, nullable=False),  # sealed
)

silences = Table(
    "silences",
    metadata,
    community_column(primary_key=True, autoincrement=False),
    Column("rule", Text, primary_key=True),
    Column("proposed_by", LargeBinary, nullable=False),  # keyed hash of an account
    Column("proposed_at", Instant, nullable=False),
    Column("agreed_at", Instant),  # set: another moderator agreed, and it counts
)

rule_counts = Table(
    "rule_counts",
    metadata,
    community_column(primary_key=True, autoincrement=False),
    Column("rule", Text, primary_key=True),
    Column("right", Integer, nullable=False),
    Column("wrong", Integer, nullable=False),
)
