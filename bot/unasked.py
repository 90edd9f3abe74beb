"""What waits for the end of a member's quiet hours, of all that the features send.

Left out, and so never held back: replies and calls in a crisis, answers to what a member said or
pressed, what comes at an hour that they chose (the check-in, the look back in the evening, the
reminder of a meeting or of a talk), and the line to the team, which the member opened. A test asks
for every kind of row where it stands.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from bot.buddies.mentors import news as mentoring
from bot.buddies.mentors.standing import CARRYING
from bot.buddies.pairing import telling as pairing
from bot.buddies.pairing.asking import PROPOSAL
from bot.buddies.relay import carrying, news
from bot.buddies.rounds import going_out as rounds
from bot.checkins.dates import planning as milestones
from bot.checkins.dates import remembering
from bot.checkins.goals import reviewing
from bot.checkins.looking_back import summary
from bot.checkins.missing.planning import HEARER
from bot.checkins.missing.silence import Step
from bot.checkins.sharing.showing import CARD
from bot.communities.effective import Effective
from bot.communities.values import hours_of
from bot.delivery import messages
from bot.delivery.quiet import Unasked
from bot.meetings import agenda
from bot.meetings.telling import messages as meeting_messages
from bot.meetings.telling import rows as meeting_rows
from bot.members import pin
from storage import broadcasts, buddy_lives, buddy_pairs, meetings, members
from storage.database import Transaction
from storage.outbox import Claimed
from storage.quiet import Hours

AWAKE = timedelta(hours=1)
"""So long after they wrote to their buddy themselves, the buddy's words reach them at once."""
SOON = timedelta(hours=1)
"""A change of what begins sooner after the quiet hours is told during them."""
_AT_ONCE = ("lost", "talk-over", "soon")
"""Of the news of buddies: what follows from what they did just now, and the talk they agreed on."""


def _always(tx: Transaction, row: Claimed, now: datetime, until: datetime) -> bool:
    return True


def _words(tx: Transaction, row: Claimed, now: datetime, until: datetime) -> bool:
    """A buddy's words, unless the reader is talking with them."""
    reader = row.person or 0
    talk = buddy_lives.talk_of(tx, reader)
    if talk is not None and now < talk.until:
        return False
    pair = buddy_pairs.with_id(tx, row.subject)
    if pair is None:
        return True
    wrote = next((each.wrote_at for each in pair.partners if each.person == reader), None)
    return wrote is None or now - wrote >= AWAKE


def _news(tx: Transaction, row: Claimed, now: datetime, until: datetime) -> bool:
    return (row.detail or "").partition(":")[0] not in _AT_ONCE


def _meeting(tx: Transaction, row: Claimed, now: datetime, until: datetime) -> bool:
    """News of a series, and of one meeting that is far enough ahead."""
    what, _, key = (row.detail or "").partition("/")
    if what in meeting_messages.OF_SERIES:
        return True
    meeting = meetings.get(tx, row.subject)
    if meeting is None or what not in meeting_messages.OF_CHANGE:
        return False
    held = agenda.named(meeting, key)
    begins = [agenda.moment_of(meeting, key), *([held.at.start] if held is not None else [])]
    return min(begins) >= until + SOON or max(begins) <= now


UNASKED: Mapping[str, Unasked] = {
    PROPOSAL: _always,
    pairing.TOLD: _always,
    rounds.LEFT: _always,
    carrying.KIND: _words,
    news.KIND: _news,
    mentoring.TOLD: _always,
    CARRYING: _always,
    Step.WORD.value: _always,
    Step.SLEEP.value: _always,
    HEARER: _always,
    milestones.KIND: _always,
    remembering.KIND: _always,
    reviewing.KIND: _always,
    summary.KIND: _always,
    CARD: _always,
    meeting_rows.KIND: _meeting,
    pin.GONE: _always,
    broadcasts.KIND: _always,
    messages.KIND: _always,  # but for answers: see `QuietHours`
}
"""By kind of outbox row."""


def usual(effective: Effective, tx: Transaction, people: Collection[int]) -> dict[int, Hours]:
    """The quiet hours of these people's communities; of several that have some, the oldest's."""
    said = {
        id: hours
        for id, settings in effective.everywhere(tx, ["quiet_hours"]).items()
        if (hours := hours_of(settings["quiet_hours"])) is not None
    }
    if not said:
        return {}
    found: dict[int, Hours] = {}
    for person, communities in members.communities_by_person(tx, sorted(people)).items():
        theirs = sorted(communities & said.keys())
        if theirs:
            found[person] = said[theirs[0]]
    return found
