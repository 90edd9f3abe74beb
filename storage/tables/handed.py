"""Words between two buddies that one of them handed over with a report."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, LargeBinary, Table

from storage.tables.base import Id, Instant, community_column, id_column, metadata, person_column

# Gone as soon as two of the team have read them, and after two weeks in any case.
handed_words = Table(
    "handed_words",
    metadata,
    id_column(),
    community_column(nullable=False, index=True),
    Column("pair", BigInteger, ForeignKey("buddy_pairs.id", ondelete="CASCADE"), nullable=False),
    person_column(nullable=False, index=True),  # who handed them over
    Column("about", Id, ForeignKey("persons.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("words", LargeBinary, nullable=False),  # sealed under the key of who handed them over
    Column("at", Instant, nullable=False),
    Column("asked_at", Instant),  # when a moderator asked to read them; None: nobody did
    Column("asked_index", LargeBinary),  # keyed hash of their account
    Column(  # None: no member, or erased since
        "asked_person", Id, ForeignKey("persons.id", ondelete="SET NULL"), index=True
    ),
    Column("asked_by", LargeBinary),  # sealed under the system's key: where they are answered
    Column("reason", LargeBinary),  # sealed under the system's key
)
