"""Check-ins."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
)

from storage.tables.base import Id, Instant, community_column, id_column, metadata, person_column

checkin_plans = Table(
    "checkin_plans",
    metadata,
    person_column(primary_key=True, autoincrement=False),
    Column("prompt", LargeBinary),  # sealed; the member's own words
    Column("asleep", Boolean, nullable=False, default=False),
    Column("place", Text),  # dm, channel or thread; None: as usual in the community
    Column("plain", Boolean, nullable=False, default=False),  # no prompt beside the question
    Column("unanswered", Integer, nullable=False, default=0),  # questions in a row, up to today
    Column("patience", Integer, nullable=False, default=3),  # of them before a word; 0: never
)

checkins = Table(
    "checkins",
    metadata,
    id_column(),
    person_column(nullable=False),
    Column("day", Date, nullable=False),  # on the member's calendar
    Column("word", LargeBinary, nullable=False),  # sealed
    Column("note", LargeBinary),  # sealed, as what follows: each only after a yes to keeping it
    Column("feelings", LargeBinary),
    Column("craving", LargeBinary),
    Column("sleep", LargeBinary),
    Column("gratitude", LargeBinary),
    Column("intention", LargeBinary),
    Column("answered_at", Instant, nullable=False),
    UniqueConstraint("person", "day"),
)

# What a community asks beside the five words.
checkin_prompts = Table(
    "checkin_prompts",
    metadata,
    id_column(),
    community_column(nullable=False),
    Column("number", Integer, nullable=False),  # what the team calls it
    Column("slot", Text, nullable=False),  # day, week, morning or evening
    Column("days", Integer, nullable=False),  # bit 0 is Monday
    Column("on_day", Date),  # set: on this day only
    Column("words", LargeBinary, nullable=False),  # sealed; by language
    Column("retired", Boolean, nullable=False, default=False),
    UniqueConstraint("community", "number"),
)

# Who is told when somebody has been silent; only after both said yes.
checkin_hearers = Table(
    "checkin_hearers",
    metadata,
    person_column(primary_key=True, autoincrement=False),
    Column(
        "hearer",
        Id,
        ForeignKey("persons.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
        index=True,
    ),
    Column("agreed_at", Instant),  # None: the hearer has not said yes
)

checkin_groups = Table(
    "checkin_groups",
    metadata,
    id_column(),
    community_column(nullable=False),
    Column("room_index", LargeBinary, nullable=False, unique=True),
    Column("room", LargeBinary, nullable=False),  # sealed
    Column("way", Text, nullable=False),  # thread or poll
)

# Kept until the next one opens; the voter's hash is good for this room and day only.
checkin_group_votes = Table(
    "checkin_group_votes",
    metadata,
    Column(
        "group",
        Id,
        ForeignKey("checkin_groups.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("day", Date, primary_key=True),
    Column("voter", LargeBinary, primary_key=True),
    Column("word", Text, nullable=False),
)
