"""What members show to others, who has seen it, and the PIN before it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, Date, ForeignKey, Integer, LargeBinary, Table, Text

from storage.tables.base import Id, Instant, id_column, metadata, person_column


def _somebody_else(name: str, ondelete: str = "CASCADE", **options: Any) -> Column[int]:
    """Another person whom a row is about."""
    return Column(name, Id, ForeignKey("persons.id", ondelete=ondelete), **options)


shares = Table(
    "shares",
    metadata,
    id_column(),
    person_column(nullable=False, index=True),  # whose it is
    Column("item", Text, nullable=False),  # today, note, ...
    Column("reader", Text, nullable=False),  # buddy, member or channel
    _somebody_else("other", index=True),  # who may see it; None: a channel
    Column("pair", BigInteger),  # of buddies
    Column("community", BigInteger),
    Column("place", LargeBinary),  # sealed: the channel
    Column("preview", LargeBinary),  # keyed hash of what was shown before the yes
    Column("asked_at", Instant, nullable=False),
    Column("days", Integer, nullable=False),
    Column("until", Instant),  # None: the owner has not said yes yet
    Column("told_on", Date),  # the last day of the owner's that the reader was told of
    Column("ended_at", Instant),  # kept a while, for what arrives late to be removed
)

share_showings = Table(
    "share_showings",
    metadata,
    id_column(),
    person_column(index=True),  # whose it is; None: erased, and this is to be removed
    _somebody_else("other", index=True),
    Column("share", BigInteger, nullable=False, index=True),
    Column("message", LargeBinary, nullable=False),  # sealed by the system: where, and its id
    Column("at", Instant, nullable=False),
)

share_mutes = Table(
    "share_mutes",
    metadata,
    person_column(primary_key=True, autoincrement=False),  # who wants to see nothing
    _somebody_else("other", primary_key=True, autoincrement=False),  # of whom
)

access_log = Table(
    "access_log",
    metadata,
    id_column(),
    person_column(nullable=False, index=True),  # whose it is
    _somebody_else("viewer", "SET NULL", index=True),  # None: a channel, or somebody erased
    Column("seen", LargeBinary, nullable=False),  # sealed: what it was
    Column("how", Text, nullable=False),  # delivered or opened
    Column("at", Instant, nullable=False),
)

pins = Table(
    "pins",
    metadata,
    person_column(primary_key=True, autoincrement=False),
    Column("hash", LargeBinary),  # sealed: salt and scrypt; None: they have no PIN
    Column("set_at", Instant),
    Column("wrong", Integer, nullable=False, default=0),  # wrong ones since the last right one
    Column("rests_until", Instant),  # no PIN is tried before
    Column("goes_at", Instant),  # it was forgotten, and is taken off then
    Column("changes_until", Instant),  # the old one was given: another may be chosen
    Column("question", LargeBinary),  # sealed: what a PIN is wanted for
    Column("question_until", Instant),
)

pin_openings = Table(
    "pin_openings",
    metadata,
    Column("place", LargeBinary, primary_key=True),  # keyed hash of the account
    person_column(nullable=False, index=True),
    Column("until", Instant, nullable=False),
)
