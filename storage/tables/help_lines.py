"""Help lines and other help."""

from __future__ import annotations

from sqlalchemy import Column, LargeBinary, Table, Text

from storage.tables.base import Instant, community_column, id_column, metadata, person_column

help_choices = Table(
    "help_choices",
    metadata,
    person_column(primary_key=True, autoincrement=False),
    Column("country", Text),  # ISO 3166, two letters; None: the community's, or the clock's
    Column("prefers", Text),  # text, call; None: either
    Column("asked_at", Instant),  # when we asked whether the country is right; once is enough
)

local_lines = Table(
    "local_lines",
    metadata,
    id_column(),
    community_column(nullable=False, index=True),
    Column("country", Text),  # None: the community has none
    Column("line", Text, nullable=False),  # JSON; public facts
    Column("added_at", Instant, nullable=False),
)

line_checks = Table(
    "line_checks",
    metadata,
    id_column(),
    # None: the operator's, which counts for every community.
    community_column(index=True),
    Column("line", Text, nullable=False),  # tells lines apart, and changes with their facts
    Column("checked_at", Instant, nullable=False),
    Column("who", LargeBinary),  # sealed; None once they are erased
    Column("who_index", LargeBinary),  # of their account, if they have one
)

listed_services = Table(
    "listed_services",
    metadata,
    id_column(),
    community_column(nullable=False, index=True),
    Column("service", Text, nullable=False),  # JSON; public facts
    Column("about", Text, nullable=False),  # what it is found by, in lower case without accents
    Column("places", Text, nullable=False),  # where it is, likewise
)
