"""What happens by time: schedules, the outbox, what came in, what adapters remember."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.tables.base import Instant, id_column, metadata, person_column

schedules = Table(
    "schedules",
    metadata,
    id_column(),
    Column("kind", Text, nullable=False),
    Column("subject", BigInteger, nullable=False),  # what it is about; a person's id for check-ins
    person_column(index=True),
    Column("zone", Text),  # where no person's zone counts
    Column("wall_time", Text),  # "09:00", the local hour
    Column("days", Integer),  # bit 0 is Monday
    Column("next_day", Date),  # the local date of the next occurrence
    Column("next_due", Instant),  # None: asleep
    Column("paused_until", Date),  # first local date that counts again
    Column("version", Integer, nullable=False, default=0),
    UniqueConstraint("kind", "subject"),
    Index("ix_schedules_next_due", "next_due", sqlite_where=text("next_due IS NOT NULL")),
)

outbox = Table(
    "outbox",
    metadata,
    id_column(),
    Column("send_id", Text, nullable=False),
    Column("dedupe_key", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("subject", BigInteger, nullable=False),
    person_column(index=True),
    Column("platform", Text, nullable=False),
    Column("lane", Integer, nullable=False),  # 0 crisis, 1 answers, 2 the rest
    Column("detail", Text),  # what its feature needs to write it (a local date); never personal
    Column("payload", LargeBinary),  # sealed; None: its feature writes it when it is sent
    Column("due", Instant, nullable=False),
    Column("expires", Instant),
    Column("state", Text, nullable=False),  # see storage.outbox.State
    Column("not_before", Instant, nullable=False),  # while leased: when the lease ends
    Column("attempts", Integer, nullable=False, default=0),
    Column("doubt_since", Instant),  # first attempt that may have been seen
    Column("lease_by", Text),
    Column("reason", Text),  # a code, never text
    Column("settled_at", Instant),
    Index(
        "ix_outbox_open",
        "platform",
        "lane",
        "not_before",
        sqlite_where=text("state IN ('waiting', 'leased')"),
        postgresql_where=text("state IN ('waiting', 'leased')"),
    ),
)

inbox = Table(
    "inbox",
    metadata,
    Column("event", LargeBinary, primary_key=True),  # keyed hash of platform and event id
    Column("at", Instant, nullable=False, index=True),
)

conversations = Table(
    "conversations",
    metadata,
    Column("place", LargeBinary, primary_key=True),  # keyed hash of account and room
    Column("id", BigInteger, nullable=False),
    person_column(index=True),
    Column("state", LargeBinary, nullable=False),  # sealed
    Column("expires", Instant, nullable=False, index=True),
)

adapter_state = Table(
    "adapter_state",
    metadata,
    id_column(),
    Column("adapter", Text, nullable=False),
    Column("key_index", LargeBinary, nullable=False),
    Column("entry", LargeBinary, nullable=False),  # sealed: key and value
    Column("family", LargeBinary, nullable=False),  # keyed hash of the key's first part
    UniqueConstraint("adapter", "key_index"),
    Index("ix_adapter_state_family", "adapter", "family"),
)

facts = Table(
    "facts",
    metadata,
    Column("name", Text, primary_key=True),  # zone data version, and the like
    Column("value", Text, nullable=False),
)
