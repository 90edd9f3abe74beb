"""Every table.

Sealed columns (`LargeBinary`, named after what they hold) are AES-GCM under the data key of the
person in the row's `person` column, or of the system where there is none; see `encryption`.
Columns named `…_index` are keyed hashes for finding a platform id without storing it.
"""

from storage.tables.audit import audit_entries
from storage.tables.base import Instant, metadata
from storage.tables.broadcasts import broadcast_refusals, broadcasts
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
from storage.tables.checkins import (
    checkin_group_votes,
    checkin_groups,
    checkin_hearers,
    checkin_plans,
    checkin_prompts,
    checkins,
)
from storage.tables.communities import community_settings, set_ups
from storage.tables.crisis import (
    drills,
    episodes,
    helpers,
    own_terms,
    rule_counts,
    silences,
    soft_offers,
)
from storage.tables.dates import dates, lapses, milestones
from storage.tables.delivery import adapter_state, conversations, facts, inbox, outbox, schedules
from storage.tables.erasures import erasures
from storage.tables.goals import goals
from storage.tables.handed import handed_words
from storage.tables.help_lines import help_choices, line_checks, listed_services, local_lines
from storage.tables.keys import person_keys, system_keys
from storage.tables.linking import link_codes
from storage.tables.looking_back import picture_wishes, told_counts
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
from storage.tables.operating import (
    alarms,
    lost_spaces,
    member_rests,
    outages,
    signs_of_life,
    sleeping_communities,
    sleeping_rules,
)
from storage.tables.people import accounts, communities, consents, memberships, persons, spaces
from storage.tables.quiet import quiet_hours
from storage.tables.sharing import (
    access_log,
    pin_openings,
    pins,
    share_mutes,
    share_showings,
    shares,
)
from storage.tables.team_lines import (
    team_line_blocks,
    team_line_keepers,
    team_line_lookups,
    team_line_manners,
    team_line_places,
    team_lines,
)
from storage.tables.trends import told_weeks, trend_wishes

__all__ = [
    "Instant",
    "access_log",
    "accounts",
    "adapter_state",
    "alarms",
    "audit_entries",
    "broadcast_refusals",
    "broadcasts",
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
    "checkin_group_votes",
    "checkin_groups",
    "checkin_hearers",
    "checkin_plans",
    "checkin_prompts",
    "checkins",
    "communities",
    "community_settings",
    "consents",
    "conversations",
    "dates",
    "drills",
    "episodes",
    "erasures",
    "facts",
    "goals",
    "handed_words",
    "help_choices",
    "helpers",
    "hosted_hands",
    "hosted_meetings",
    "hosted_met",
    "hosted_sessions",
    "inbox",
    "lapses",
    "line_checks",
    "link_codes",
    "listed_services",
    "local_lines",
    "lost_spaces",
    "meeting_answers",
    "meeting_chairs",
    "meeting_declines",
    "meeting_reminders",
    "meeting_rests",
    "meeting_rota",
    "meetings",
    "member_rests",
    "memberships",
    "metadata",
    "milestones",
    "outages",
    "outbox",
    "own_terms",
    "person_keys",
    "persons",
    "picture_wishes",
    "pin_openings",
    "pins",
    "quiet_hours",
    "rule_counts",
    "schedules",
    "set_ups",
    "share_mutes",
    "share_showings",
    "shares",
    "signs_of_life",
    "silences",
    "sleeping_communities",
    "sleeping_rules",
    "soft_offers",
    "spaces",
    "system_keys",
    "team_line_blocks",
    "team_line_keepers",
    "team_line_lookups",
    "team_line_manners",
    "team_line_places",
    "team_lines",
    "told_counts",
    "told_weeks",
    "trend_wishes",
]
