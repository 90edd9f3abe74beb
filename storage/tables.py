"""Every table, in one place.

Sealed columns (`LargeBinary`, named after what they hold) are AES-GCM under the data key of the
person in the row's `person` column, or of the system where there is none; see `encryption`.
Columns named `…_index` are keyed hashes for finding a platform id without storing it.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


class Instant(TypeDecorator[datetime]):
    """An aware datetime, kept as milliseconds since 1970 in UTC. Refuses naive ones."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return (value - _EPOCH) // _MILLISECOND

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        return None if value is None else _EPOCH + timedelta(milliseconds=value)


# On SQLite only a column declared INTEGER is the row's own key, without an index beside it.
Id = BigInteger().with_variant(Integer(), "sqlite")


def _id() -> Column[int]:
    return Column("id", Id, primary_key=True, autoincrement=False)


def _person(**options: Any) -> Column[int]:
    """The person a row belongs to; erasing the person erases the row."""
    return Column("person", Id, ForeignKey("persons.id", ondelete="CASCADE"), **options)


# --- keys: backed up apart from the rest

system_keys = Table(
    "system_keys",
    metadata,
    Column("name", Text, primary_key=True),
    Column("kid", Text, nullable=False),
    Column("wrapped", LargeBinary, nullable=False),
)

person_keys = Table(
    "person_keys",
    metadata,
    Column("person", Id, primary_key=True, autoincrement=False),
    Column("kid", Text, nullable=False),
    Column("wrapped", LargeBinary, nullable=False),
)

# --- who is who

persons = Table(
    "persons",
    metadata,
    _id(),
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
    _id(),
    _person(nullable=False, index=True),
    Column("platform", Text, nullable=False),
    Column("user_index", LargeBinary, nullable=False),
    Column("user", LargeBinary, nullable=False),  # sealed
    Column("reachable", Boolean, nullable=False, default=True),
    UniqueConstraint("platform", "user_index"),
)

communities = Table(
    "communities",
    metadata,
    _id(),
    Column("name", LargeBinary, nullable=False),  # sealed
    Column("language", Text, nullable=False),
    Column("country", Text),  # ISO 3166, two letters
    Column("zone", Text, nullable=False),
    Column("listed", Boolean, nullable=False, default=True),
)

spaces = Table(
    "spaces",
    metadata,
    _id(),
    Column(
        "community", BigInteger, ForeignKey("communities.id", ondelete="CASCADE"), nullable=False
    ),
    Column("platform", Text, nullable=False),
    Column("space_index", LargeBinary, nullable=False),
    Column("follows", LargeBinary),  # the space that this one replaced, by its index
    UniqueConstraint("platform", "space_index"),
)

memberships = Table(
    "memberships",
    metadata,
    _person(primary_key=True, autoincrement=False),
    Column(
        "community",
        BigInteger,
        ForeignKey("communities.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("joined_at", Instant, nullable=False),
    Column("stopped_at", Instant),  # set: nothing of this community
)

consents = Table(
    "consents",
    metadata,
    _id(),
    _person(nullable=False, index=True),
    Column("purpose", Text, nullable=False),  # checkins, notes, buddy, moderator_alerts
    Column("text_hash", Text, nullable=False),  # of the text that was read, with its language
    Column("language", Text, nullable=False),
    Column("platform", Text, nullable=False),
    Column("given_at", Instant, nullable=False),
    Column("withdrawn_at", Instant),
)

# --- what happens by time

schedules = Table(
    "schedules",
    metadata,
    _id(),
    Column("kind", Text, nullable=False),
    Column("subject", BigInteger, nullable=False),  # what it is about; a person's id for check-ins
    _person(index=True),
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
    _id(),
    Column("send_id", Text, nullable=False),
    Column("dedupe_key", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("subject", BigInteger, nullable=False),
    _person(index=True),
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
    _person(index=True),
    Column("state", LargeBinary, nullable=False),  # sealed
    Column("expires", Instant, nullable=False, index=True),
)

adapter_state = Table(
    "adapter_state",
    metadata,
    _id(),
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

# --- check-ins

checkin_plans = Table(
    "checkin_plans",
    metadata,
    _person(primary_key=True, autoincrement=False),
    Column("prompt", LargeBinary),  # sealed; the member's own words
    Column("asleep", Boolean, nullable=False, default=False),
    Column("place", Text),  # dm, channel or thread; None: as usual in the community
)

checkins = Table(
    "checkins",
    metadata,
    _id(),
    _person(nullable=False),
    Column("day", Date, nullable=False),  # on the member's calendar
    Column("word", LargeBinary, nullable=False),  # sealed
    Column("note", LargeBinary),  # sealed
    Column("answered_at", Instant, nullable=False),
    UniqueConstraint("person", "day"),
)

# --- crises

episodes = Table(
    "episodes",
    metadata,
    _id(),
    Column("community", BigInteger, ForeignKey("communities.id", ondelete="CASCADE"), index=True),
    _person(index=True),
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
    _person(index=True),
    Column("at", Instant, nullable=False),
    Column("wanted", Boolean, nullable=False),
)

# --- who answers crises

helpers = Table(
    "helpers",
    metadata,
    _id(),
    Column(
        "community", BigInteger, ForeignKey("communities.id", ondelete="CASCADE"), nullable=False
    ),
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
    Column(
        "community",
        BigInteger,
        ForeignKey("communities.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("passed_at", Instant, nullable=False),
)

# --- what communities teach the detector

own_terms = Table(
    "own_terms",
    metadata,
    _id(),
    Column(
        "community", BigInteger, ForeignKey("communities.id", ondelete="CASCADE"), nullable=False
    ),
    Column("term", LargeBinary, nullable=False),  # sealed
)

silences = Table(
    "silences",
    metadata,
    Column(
        "community",
        BigInteger,
        ForeignKey("communities.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("rule", Text, primary_key=True),
    Column("proposed_by", LargeBinary, nullable=False),  # keyed hash of an account
    Column("proposed_at", Instant, nullable=False),
    Column("agreed_at", Instant),  # set: another moderator agreed, and it counts
)

rule_counts = Table(
    "rule_counts",
    metadata,
    Column(
        "community",
        BigInteger,
        ForeignKey("communities.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("rule", Text, primary_key=True),
    Column("right", Integer, nullable=False),
    Column("wrong", Integer, nullable=False),
)

# --- help lines and other help

help_choices = Table(
    "help_choices",
    metadata,
    _person(primary_key=True, autoincrement=False),
    Column("country", Text),  # ISO 3166, two letters; None: the community's, or the clock's
    Column("prefers", Text),  # text, call; None: either
    Column("asked_at", Instant),  # when we asked whether the country is right; once is enough
)

local_lines = Table(
    "local_lines",
    metadata,
    _id(),
    Column(
        "community",
        BigInteger,
        ForeignKey("communities.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("country", Text),  # None: the community has none
    Column("line", Text, nullable=False),  # JSON; public facts
    Column("added_at", Instant, nullable=False),
)

line_checks = Table(
    "line_checks",
    metadata,
    _id(),
    # None: the operator's, which counts for every community.
    Column("community", BigInteger, ForeignKey("communities.id", ondelete="CASCADE"), index=True),
    Column("line", Text, nullable=False),  # tells lines apart, and changes with their facts
    Column("checked_at", Instant, nullable=False),
    Column("who", LargeBinary),  # sealed; None once they are erased
    Column("who_index", LargeBinary),  # of their account, if they have one
)

listed_services = Table(
    "listed_services",
    metadata,
    _id(),
    Column(
        "community",
        BigInteger,
        ForeignKey("communities.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("service", Text, nullable=False),  # JSON; public facts
    Column("about", Text, nullable=False),  # what it is found by, in lower case without accents
    Column("places", Text, nullable=False),  # where it is, likewise
)

# --- meetings

meetings = Table(
    "meetings",
    metadata,
    _id(),
    Column(
        "community",
        BigInteger,
        ForeignKey("communities.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
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
    _id(),
    Column(
        "meeting",
        BigInteger,
        ForeignKey("meetings.id", ondelete="CASCADE"),
        nullable=False,
    ),
    Column("occurrence", Text, nullable=False),  # its wall start by the rule, "20261124T1900"
    _person(nullable=False, index=True),
    Column("answer", Text, nullable=False),  # coming, maybe, waiting
    Column("at", Instant, nullable=False),
    UniqueConstraint("meeting", "occurrence", "person"),
)

meeting_reminders = Table(
    "meeting_reminders",
    metadata,
    _id(),
    Column(
        "community", BigInteger, ForeignKey("communities.id", ondelete="CASCADE"), nullable=False
    ),
    _person(nullable=False),
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
    _person(nullable=False, index=True),
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
    _person(primary_key=True, autoincrement=False, index=True),
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
    _person(primary_key=True, autoincrement=False, index=True),
)

meeting_rests = Table(
    "meeting_rests",
    metadata,
    _person(primary_key=True, autoincrement=False),
    Column("until", Instant),  # reminders rest until then; None: until the member goes on
)

calendar_feeds = Table(
    "calendar_feeds",
    metadata,
    _person(primary_key=True, autoincrement=False),
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
    _id(),
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
    _id(),
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

# --- buddies

buddy_profiles = Table(
    "buddy_profiles",
    metadata,
    _id(),
    _person(nullable=False, index=True),
    Column(
        "community", BigInteger, ForeignKey("communities.id", ondelete="CASCADE"), nullable=False
    ),
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
    _id(),
    _person(nullable=False, index=True),
    Column(
        "community", BigInteger, ForeignKey("communities.id", ondelete="CASCADE"), nullable=False
    ),
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
    _id(),
    Column(
        "community",
        BigInteger,
        ForeignKey("communities.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
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
    _person(primary_key=True, autoincrement=False, index=True),
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
    _person(primary_key=True, autoincrement=False),
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
    _person(nullable=False, index=True),  # who got it
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
    _person(primary_key=True, autoincrement=False),
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
    _id(),
    Column(
        "community", BigInteger, ForeignKey("communities.id", ondelete="CASCADE"), nullable=False
    ),
    Column("pair", BigInteger, ForeignKey("buddy_pairs.id", ondelete="CASCADE"), nullable=False),
    _person(nullable=False, index=True),  # who reports
    Column("about", Id, ForeignKey("persons.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("words", LargeBinary),  # sealed under the system's key
    Column("at", Instant, nullable=False),
    Column("looked_at", Instant),
    Column("looked_by", LargeBinary),  # keyed hash of the account
)

buddy_rounds = Table(
    "buddy_rounds",
    metadata,
    _id(),
    Column(
        "community",
        BigInteger,
        ForeignKey("communities.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("wave", Integer, nullable=False),  # 1 to 3
    Column("state", Text, nullable=False),  # previewed, running, done, let_go
    Column("at", Instant, nullable=False),
    Column("plan", LargeBinary, nullable=False),  # sealed: who with whom, until it goes out
    Column("numbers", Text, nullable=False),  # JSON: counts, and the bound
)

buddy_settings = Table(
    "buddy_settings",
    metadata,
    Column(
        "community",
        BigInteger,
        ForeignKey("communities.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("cadence", Text, nullable=False),  # weekly, fortnightly, monthly, off
    Column("weekday", Integer, nullable=False),  # 0 is Monday
    Column("hour", Text, nullable=False),  # "18:00", on the community's clock
    Column("newcomer_days", Integer, nullable=False),  # supporters only for so long; 0: at once
)
