"""Every table.

Sealed columns (`LargeBinary`, named after what they hold) are AES-GCM under the data key of the
person in the row's `person` column, or of the system where there is none; see `encryption`.
Columns named `…_index` are keyed hashes for finding a platform id without storing it.
"""

from storage.tables.base import Instant, metadata
from storage.tables.buddies import (
    buddy_blocks,
    buddy_carried,
    buddy_lives,
    buddy_mentors,
    buddy_pair_members,
    buddy_pairs,
    buddy_profiles,
    buddy_reports,
    buddy_rounds,
    buddy_settings,
    buddy_talks,
)
from storage.tables.checkins import checkin_plans, checkins
from storage.tables.crisis import (
    drills,
    episodes,
    helpers,
    own_terms,
    rule_counts,
    silences,
    soft_offers,
)
from storage.tables.delivery import adapter_state, conversations, facts, inbox, outbox, schedules
from storage.tables.help_lines import help_choices, line_checks, listed_services, local_lines
from storage.tables.keys import person_keys, system_keys
from storage.tables.meetings import (
    calendar_feeds,
    hosted_hands,
    hosted_meetings,
    hosted_met,
    hosted_sessions,
    meeting_answers,
    meeting_chairs,
    meeting_declines,
    meeting_reminders,
    meeting_rests,
    meeting_rota,
    meetings,
)
from storage.tables.people import accounts, communities, consents, memberships, persons, spaces

__all__ = [
    "Instant",
    "accounts",
    "adapter_state",
    "buddy_blocks",
    "buddy_carried",
    "buddy_lives",
    "buddy_mentors",
    "buddy_pair_members",
    "buddy_pairs",
    "buddy_profiles",
    "buddy_reports",
    "buddy_rounds",
    "buddy_settings",
    "buddy_talks",
    "calendar_feeds",
    "checkin_plans",
    "checkins",
    "communities",
    "consents",
    "conversations",
    "drills",
    "episodes",
    "facts",
    "help_choices",
    "helpers",
    "hosted_hands",
    "hosted_meetings",
    "hosted_met",
    "hosted_sessions",
    "inbox",
    "line_checks",
    "listed_services",
    "local_lines",
    "meeting_answers",
    "meeting_chairs",
    "meeting_declines",
    "meeting_reminders",
    "meeting_rests",
    "meeting_rota",
    "meetings",
    "memberships",
    "metadata",
    "outbox",
    "own_terms",
    "person_keys",
    "persons",
    "rule_counts",
    "schedules",
    "silences",
    "soft_offers",
    "spaces",
    "system_keys",
]
