"""Buddies: profiles, pairs, what they carry, rounds."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
)

from storage.tables.base import Id, Instant, community_column, id_column, metadata, person_column

buddy_profiles = Table(
    "buddy_profiles",
    metadata,
    id_column(),
    person_column(nullable=False, index=True),
    community_column(nullable=False),
    Column("pool", Text, nullable=False),  # peer, family
    Column("state", Text, nullable=False),  # see storage.buddies.State
    Column("profile", LargeBinary, nullable=False),  # sealed: what they said of themselves
    Column("since", Instant, nullable=False),
    Column("resting_until", Instant),  # with the state resting; None: until they come back
    Column("silences", Integer, nullable=False),  # proposals in a row that they did not answer
    Column("waited", Integer, nullable=False),  # rounds without a buddy
    Column("first_in_line", Boolean, nullable=False),  # their buddy ended it
    UniqueConstraint("community", "person"),
)

buddy_mentors = Table(
    "buddy_mentors",
    metadata,
    id_column(),
    person_column(nullable=False, index=True),
    community_column(nullable=False),
    Column("state", Text, nullable=False),  # asked, approved, resting
    Column("profile", LargeBinary, nullable=False),  # sealed
    Column("capacity", Integer, nullable=False),
    Column("since", Instant, nullable=False),
    Column("resting_until", Instant),
    UniqueConstraint("community", "person"),
)

buddy_pairs = Table(
    "buddy_pairs",
    metadata,
    id_column(),
    community_column(nullable=False, index=True),
    Column("kind", Text, nullable=False),  # buddies, mentoring
    Column("state", Text, nullable=False),  # see storage.buddy_pairs.Stage
    Column("proposed_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("began_at", Instant),
    Column("ended_at", Instant),
    Column("ending", Text),  # see storage.buddy_pairs.Ending
    Column("way", Text),  # thread, room, relay
    Column("room", LargeBinary),  # sealed: where they meet
    Column("room_index", LargeBinary, index=True),  # keyed hash
    Column("relaxed", Text, nullable=False),  # JSON: what gave way, by both's consent
    Column("companion", LargeBinary),  # sealed, until the room is there: who will be with them
)

buddy_pair_members = Table(
    "buddy_pair_members",
    metadata,
    Column(
        "pair",
        BigInteger,
        ForeignKey("buddy_pairs.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    person_column(primary_key=True, autoincrement=False, index=True),
    Column("mentors", Boolean, nullable=False),  # in mentoring, who is the mentor
    Column("said", Text),  # yes, no
    Column("keeps", Boolean, nullable=False),  # they want it to last
    Column("shows_account", Boolean, nullable=False),  # across platforms
    Column("wrote_at", Instant),  # when they last wrote, as far as it is seen
)

buddy_lives = Table(
    "buddy_lives",
    metadata,
    Column(
        "pair",
        BigInteger,
        ForeignKey("buddy_pairs.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("minutes", Integer, nullable=False),  # how long they talk
    Column("a_week", Integer, nullable=False),  # up to how often
    Column("times", LargeBinary, nullable=False),  # sealed: what was offered, and who chose what
)

buddy_talks = Table(
    "buddy_talks",
    metadata,
    person_column(primary_key=True, autoincrement=False),
    Column(
        "pair",
        BigInteger,
        ForeignKey("buddy_pairs.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("until", Instant, nullable=False),  # their words are carried until then
)

buddy_carried = Table(
    "buddy_carried",
    metadata,
    Column("message_index", LargeBinary, primary_key=True),  # of the bot's message on the platform
    person_column(nullable=False, index=True),  # who got it
    Column(
        "pair",
        BigInteger,
        ForeignKey("buddy_pairs.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("at", Instant, nullable=False),
)

buddy_blocks = Table(
    "buddy_blocks",
    metadata,
    person_column(primary_key=True, autoincrement=False),
    Column(
        "against",
        Id,
        ForeignKey("persons.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
        index=True,
    ),
    Column("at", Instant, nullable=False),
)

buddy_reports = Table(
    "buddy_reports",
    metadata,
    id_column(),
    community_column(nullable=False),
    Column("pair", BigInteger, ForeignKey("buddy_pairs.id", ondelete="CASCADE"), nullable=False),
    person_column(nullable=False, index=True),  # who reports
    Column("about", Id, ForeignKey("persons.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("words", LargeBinary),  # sealed under the system's key
    Column("at", Instant, nullable=False),
    Column("looked_at", Instant),
    Column("looked_by", LargeBinary),  # keyed hash of the account
)

buddy_rounds = Table(
    "buddy_rounds",
    metadata,
    id_column(),
    community_column(nullable=False, index=True),
    Column("wave", Integer, nullable=False),  # 1 to 3
    Column("state", Text, nullable=False),  # previewed, running, done, let_go
    Column("at", Instant, nullable=False),
    Column("plan", LargeBinary, nullable=False),  # sealed: who with whom, until it goes out
    Column("numbers", Text, nullable=False),  # JSON: counts, and the bound
)

buddy_settings = Table(
    "buddy_settings",
    metadata,
    community_column(primary_key=True, autoincrement=False),
    Column("cadence", Text, nullable=False),  # weekly, fortnightly, monthly, off
    Column("weekday", Integer, nullable=False),  # 0 is Monday
    Column("hour", Text, nullable=False),  # "18:00", on the community's clock
    Column("newcomer_days", Integer, nullable=False),  # supporters only for so long; 0: at once
)
