"""Meetings: their rules, who comes, who chairs, how they are hosted."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
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

from storage.tables.base import Instant, community_column, id_column, metadata, person_column

meetings = Table(
    "meetings",
    metadata,
    id_column(),
    community_column(nullable=False, index=True),
    Column("state", Text, nullable=False),  # see storage.meetings.State
    Column("series", Text, nullable=False),  # JSON: wall time, zone, rule, length, exceptions
    Column("card", LargeBinary, nullable=False),  # sealed: name, topic, place, link, passcode
    Column("capacity", Integer),  # None: everybody fits in
    Column("paused_until", Date),  # first date, on the meeting's clock, that takes place again
    Column("sequence", Integer, nullable=False, default=0),  # goes up with each change
    Column("changed_at", Instant, nullable=False),
    Column("told_until", Instant),  # reminders due by then are written
    Column("told_to", BigInteger),  # and of the next ones those of persons up to this id
    Column("made_by", LargeBinary),  # of a draft: keyed hash of the account that may confirm it
    Column("source", Text),  # the file or feed that it comes from
    Column("source_id", Text),  # keyed hash of what that calls it
    Column("imported", LargeBinary),  # sealed: what the source said last
    UniqueConstraint("community", "source", "source_id"),
)

meeting_answers = Table(
    "meeting_answers",
    metadata,
    id_column(),
    Column(
        "meeting",
        BigInteger,
        ForeignKey("meetings.id", ondelete="CASCADE"),
        nullable=False,
    ),
    Column("occurrence", Text, nullable=False),  # its wall start by the rule, "20261124T1900"
    person_column(nullable=False, index=True),
    Column("answer", Text, nullable=False),  # coming, maybe, waiting
    Column("at", Instant, nullable=False),
    UniqueConstraint("meeting", "occurrence", "person"),
)

meeting_reminders = Table(
    "meeting_reminders",
    metadata,
    id_column(),
    community_column(nullable=False),
    person_column(nullable=False),
    Column("meeting", BigInteger, ForeignKey("meetings.id", ondelete="CASCADE"), index=True),
    Column("topic_index", LargeBinary),  # keyed hash: every meeting of a topic, instead of one
    Column("topic", LargeBinary),  # sealed
    Column("minutes", Integer, nullable=False),  # how long before the start
    UniqueConstraint("person", "meeting"),
    UniqueConstraint("person", "community", "topic_index"),
)

meeting_chairs = Table(
    "meeting_chairs",
    metadata,
    Column(
        "meeting",
        BigInteger,
        ForeignKey("meetings.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("occurrence", Text, primary_key=True),  # as in meeting_answers
    person_column(nullable=False, index=True),
    Column("here", Boolean, nullable=False),  # they said so shortly before it begins
    Column("in_turn", Boolean, nullable=False),  # it fell to them by the rota
    Column("at", Instant, nullable=False),
)

meeting_rota = Table(
    "meeting_rota",
    metadata,
    Column(
        "meeting",
        BigInteger,
        ForeignKey("meetings.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    person_column(primary_key=True, autoincrement=False, index=True),
    Column("led", Text, nullable=False),  # the last occurrence that fell to them, or ""
    Column("at", Instant, nullable=False),
)

meeting_declines = Table(
    "meeting_declines",
    metadata,
    Column(
        "meeting",
        BigInteger,
        ForeignKey("meetings.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("occurrence", Text, primary_key=True),  # as in meeting_answers
    person_column(primary_key=True, autoincrement=False, index=True),
)

meeting_rests = Table(
    "meeting_rests",
    metadata,
    person_column(primary_key=True, autoincrement=False),
    Column("until", Instant),  # reminders rest until then; None: until the member goes on
)

calendar_feeds = Table(
    "calendar_feeds",
    metadata,
    person_column(primary_key=True, autoincrement=False),
    Column("token_index", LargeBinary, nullable=False, unique=True),  # keyed hash of the address
    Column("named", Boolean, nullable=False),  # whether entries show what the meetings are called
    Column("made_at", Instant, nullable=False),
)

hosted_meetings = Table(
    "hosted_meetings",
    metadata,
    Column(
        "meeting",
        BigInteger,
        ForeignKey("meetings.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("room_index", LargeBinary, nullable=False, index=True),  # keyed hash
    Column("room", LargeBinary, nullable=False),  # sealed
    Column("wishes", LargeBinary, nullable=False),  # sealed: how it is held; readings, notes
)

hosted_sessions = Table(
    "hosted_sessions",
    metadata,
    id_column(),
    Column(
        "meeting",
        BigInteger,
        ForeignKey("hosted_meetings.meeting", ondelete="CASCADE"),
        nullable=False,
    ),
    Column("occurrence", Text, nullable=False),  # as in meeting_answers
    Column("stage", Text, nullable=False),  # see storage.hosting.Stage
    Column("starts", Instant, nullable=False),
    Column("ends", Instant, nullable=False),  # later where it was extended
    Column("course", LargeBinary, nullable=False),  # sealed: topic, who has the floor, who leads
    Column("awaited", Text, nullable=False),  # keys of changes of rights that are still under way
    UniqueConstraint("meeting", "occurrence"),
)

hosted_hands = Table(
    "hosted_hands",
    metadata,
    id_column(),
    Column(
        "session",
        BigInteger,
        ForeignKey("hosted_sessions.id", ondelete="CASCADE"),
        nullable=False,
    ),
    Column("who_index", LargeBinary, nullable=False, index=True),  # keyed hash of the account
    Column("who", LargeBinary, nullable=False),  # sealed
    UniqueConstraint("session", "who_index"),
)

hosted_met = Table(
    "hosted_met",
    metadata,
    Column(
        "session",
        BigInteger,
        ForeignKey("hosted_sessions.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("who_index", LargeBinary, primary_key=True, index=True),  # keyed hash of the account
)
