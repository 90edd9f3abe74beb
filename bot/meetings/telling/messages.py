"""What a member reads about a meeting in direct messages: reminders, the way in, changes.

The first line of each is safe on a lock screen that somebody else reads: it tells an hour, not
what the meeting is or is called.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from bot.delivery.messages import direct
from bot.meetings import agenda, times
from bot.meetings.agenda import Held
from bot.meetings.attending.cards import CHANGE_CHOICES, REMINDER_CHOICES, choices, way_in
from bot.meetings.chairing import answering, reporting
from bot.platform import Audience, Choices, Say, Send
from bot.richtext import Body, Paragraph
from bot.texts import Texts
from bot.wall_time import zone_named
from storage import meeting_answers, meeting_chairs, meeting_reminders, meetings, members
from storage.database import Transaction
from storage.meeting_answers import Answer
from storage.meetings import Meeting
from storage.members import Recipient
from storage.outbox import Claimed

REMIND, WAY_IN, PLACE = "remind", "in", "place"
CHECK, TURN, STAND_IN, REPORT = "check", "turn", "standin", "report"
ABSENT, ARRIVED = "absent", "arrived"
CANCELLED, MOVED, RESTORED, FREED = "cancelled", "moved", "restored", "freed"
OF_SERIES = ("changed", "ended", "paused", "resumed")
"""Changes that are about no single occurrence."""
OF_CHANGE = (CANCELLED, MOVED, RESTORED, FREED)
"""Changes of one."""
_OF_ONE = (REMIND, WAY_IN, PLACE, CHECK, TURN, STAND_IN, REPORT, ABSENT, ARRIVED)
"""What is only said of an occurrence that takes place."""


def write(tx: Transaction, texts: Texts, rows: Sequence[Claimed]) -> Mapping[int, Send | None]:
    """The messages of claimed rows; None for who has stopped, or for what is no longer so."""
    found = meetings.get_all(tx, {row.subject for row in rows})
    recipients = members.recipients(tx, [row.person for row in rows if row.person is not None])
    by_wish: dict[tuple[int, str], list[Claimed]] = defaultdict(list)
    for row in rows:
        by_wish[row.subject, row.detail or ""].append(row)
    written: dict[int, Send | None] = {row.id: None for row in rows}
    for (subject, detail), some in by_wish.items():
        meeting = found.get(subject)
        if meeting is None:
            continue
        what, _, key = detail.partition("/")
        held = agenda.named(meeting, key) if key else None
        people = _who_still(tx, meeting, what, key, held, some)
        said: dict[tuple[str, str], tuple[Body, Choices | None]] = {}
        for row in some:
            to = recipients.get(row.person or 0)
            if to is None or to.stopped or not to.account.reachable or row.person not in people:
                continue
            # Many share a language and a zone.
            reader = to.language, to.zone
            if reader not in said:
                said[reader] = _said(texts, to, meeting, what, key, held)
            body, options = said[reader]
            written[row.id] = Say(
                to=direct(to),
                body=body,
                audience=Audience.DIRECT,
                choices=options,
                rings=True,
                key=row.send_id,
            )
    return written


def _who_still(
    tx: Transaction,
    meeting: Meeting,
    what: str,
    key: str,
    held: Held | None,
    some: Sequence[Claimed],
) -> set[int]:
    """Those for whom it is still so."""
    people = [row.person or 0 for row in some]
    there = meeting_reminders.in_community(tx, meeting.community, people)
    if what not in _OF_ONE:
        return there
    if held is None or next(agenda.occurrences(meeting, held.at.start), None) != held.at:
        return set()
    if what == REMIND:
        wanting = meeting_reminders.wanting(
            tx,
            meeting.id,
            meeting.community,
            meeting.card,
            now=max(row.doubt_since for row in some),
            people=people,
        )
        return {person for person, _ in wanting}
    chair = meeting_chairs.chair_of(tx, meeting.id, key)
    if what in (CHECK, STAND_IN, ABSENT) and chair is not None and chair.here:
        return set()  # somebody came in the meantime
    if what in (CHECK, TURN, REPORT):
        return there & {chair.person} if chair is not None else set()
    if what in (STAND_IN, ABSENT, ARRIVED):
        return there
    coming = meeting_answers.who_said(tx, meeting.id, key, Answer.COMING)
    return there & {person for person, _ in coming}


def _said(
    texts: Texts,
    to: Recipient,
    meeting: Meeting,
    what: str,
    key: str,
    held: Held | None,
) -> tuple[Body, Choices | None]:
    language, own = to.language, zone_named(to.zone)
    if what in OF_SERIES:
        return texts.body(language, f"meeting-told-{what}", name=meeting.card.name), None
    if held is None:  # cancelled: only its old hour is left
        hour, day = _old_hour(texts, language, meeting, key, own)
        return texts.body(language, "meeting-told-cancelled", time=hour, day=day), None
    start = held.at.start
    hour = texts.when(language, start.astimezone(own))
    day = texts.when(language, start.astimezone(own).date(), "short")
    shown = Paragraph(times.when(texts, language, start, own, agenda.series_of(meeting).zone or ""))
    if what == REMIND:
        offered = choices(texts, language, held, REMINDER_CHOICES)
        return (*texts.body(language, "meeting-told-remind", time=hour), shown), offered
    if what == WAY_IN:
        first = texts.body(language, "meeting-told-way-in", time=hour)
        return (*first, *way_in(texts, language, meeting.card)), None
    if what in answering.OFFERED:
        asked = answering.choices_of(texts, language, held, what)
        first = texts.body(language, f"meeting-told-{what}", time=hour, day=day)
        return (*first, shown), asked
    if what == REPORT:
        asked = reporting.choices_of(texts, language, held)
        return texts.body(language, "meeting-told-report", time=hour), asked
    if what == FREED:
        return texts.body(language, "meeting-told-freed", time=hour, day=day), None
    offered = choices(texts, language, held, CHANGE_CHOICES)
    if what in (ABSENT, ARRIVED):
        return texts.body(language, f"meeting-told-{what}", time=hour), offered
    if what == RESTORED:
        return (*texts.body(language, "meeting-told-restored", time=hour), shown), offered
    if what == MOVED:
        hour, day = _old_hour(texts, language, meeting, key, own)
        return (*texts.body(language, "meeting-told-moved", time=hour, day=day), shown), offered
    return (*texts.body(language, "meeting-told-place", time=hour), shown), offered


def _old_hour(
    texts: Texts, language: str, meeting: Meeting, key: str, own: ZoneInfo
) -> tuple[str, str]:
    """The hour and the day that an occurrence had by the rule, on the reader's clock."""
    start = agenda.moment_of(meeting, key).astimezone(own)
    return texts.when(language, start), texts.when(language, start.date(), "short")
