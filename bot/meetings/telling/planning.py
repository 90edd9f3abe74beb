"""When there is something to do about a meeting: reminders, the way in, showing what comes next.

Each meeting has one schedule, whose moment is the next one at which anything is due. It is worked
out anew every time, from the series: so nothing that waits can be out of date, and a clock change
in between is right.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import takewhile

from bot.delivery import rules
from bot.meetings import agenda
from bot.meetings.agenda import Held
from bot.meetings.chairing.asking import Asking
from bot.meetings.chairing.stages import next_stage
from bot.meetings.telling import mirroring, reminders
from bot.meetings.telling.mirroring import Mirrors
from bot.meetings.telling.rows import KIND, Wanted, to_people
from storage import (
    meeting_answers,
    meeting_chairs,
    meeting_reminders,
    meetings,
    outbox,
    schedules,
)
from storage.database import Transaction
from storage.meeting_answers import Answer
from storage.meetings import Meeting, State
from storage.outbox import Draft
from storage.schedules import Due

WAY_IN_MINUTES = 15
"""How long before the start those who come are given the link."""
ANNOUNCED_MINUTES = 30
"""How long before the start a room is told."""
AT_ONCE = 2_000
"""Persons who are reminded by one transaction, so that others need not wait for it."""


Announce = Callable[[Transaction, Held, datetime, str], Sequence[Draft]]
"""What is said of an occurrence in its meeting's room, at a moment and under a dedupe key."""


def wake(tx: Transaction, meeting: Meeting, now: datetime) -> None:
    """Look at the meeting anew, as soon as may be; after every change to it or its reminders."""
    meetings.set_told(tx, meeting.id, meeting.told_until, None)
    _look_at(tx, meeting, now, now)


def wake_all(tx: Transaction, now: datetime) -> int:
    """Look at every meeting anew, after the zone data changed. Returns: how many."""
    found = meetings.get_all(tx, meetings.planned(tx))
    for meeting in found.values():
        wake(tx, meeting, now)
    return len(found)


def _look_at(tx: Transaction, meeting: Meeting, moment: datetime, now: datetime) -> None:
    """Have the planner look at a meeting at a moment."""
    # A new row each time: the planner forgets the row of what happens once and has happened.
    schedules.remove(tx, KIND, meeting.id)
    rules.set_once(tx, kind=KIND, subject=meeting.id, at=moment, day=now.date(), zone="UTC")


def plan(
    tx: Transaction,
    due: Sequence[Due],
    now: datetime,
    mirrors: Mirrors,
    asking: Asking,
    announce: Announce,
) -> list[Draft]:
    """What is to be said about the meetings that are due, and when each is looked at again."""
    found = meetings.get_all(tx, [each.subject for each in due])
    drafts: list[Draft] = []
    for each in due:
        meeting = found.get(each.subject)
        if meeting is None or meeting.state not in (State.ON, State.PAUSED):
            schedules.remove(tx, KIND, each.subject)
            if meeting is not None and meeting.state is State.ENDED:
                drafts += mirroring.show(tx, mirrors, meeting, now)
            continue
        # In the middle of a long list the moment stays the same until its end.
        until = each.due if meeting.told_to is not None else now
        rows, last = _reminders(tx, meeting, until, now)
        drafts += rows
        if last is not None:
            meetings.set_told(tx, meeting.id, meeting.told_until, last)
            _look_at(tx, meeting, until, now)
            continue
        drafts += _ways_in(tx, meeting, now)
        drafts += asking.plan(tx, meeting, until, now)
        for held in due_now(meeting, ANNOUNCED_MINUTES, until, now):
            key = _key(f"meeting-room:{meeting.id}:{held.key}", held)
            drafts += announce(tx, held, now, key)
        drafts += mirroring.show(tx, mirrors, meeting, now)
        meetings.set_told(tx, meeting.id, until, None)
        _forget_past(tx, meeting, now)
        schedules.remove(tx, KIND, meeting.id)
        if (moment := next_look(meeting, _leads(tx, meeting), until)) is not None:
            _look_at(tx, meeting, moment, now)
    return drafts


def next_look(meeting: Meeting, leads: Collection[int], after: datetime) -> datetime | None:
    """The next moment at which something is due: a reminder, the way in, or an end.

    Args:
        leads: minutes before the start at which anybody is to be told.
    """
    moments = []
    for lead in leads:
        before = timedelta(minutes=lead)
        moments += [held.at.start - before for held in agenda.following(meeting, after + before)]
    if (current := agenda.unfinished(meeting, after)) is not None:
        moments.append(current.at.end)
    if (stage := next_stage(meeting, after)) is not None:
        moments.append(stage)
    return min(moments, default=None)


def due_now(meeting: Meeting, lead: int, until: datetime, now: datetime) -> Iterator[Held]:
    """The occurrences that are `lead` minutes ahead, or less, and were not at the last look."""
    before = timedelta(minutes=lead)
    since = max(now, meeting.told_until + before) if meeting.told_until is not None else now
    for each in takewhile(
        lambda one: one.start <= until + before, agenda.occurrences(meeting, since)
    ):
        if each.start > since:
            yield Held(meeting, each)


def _leads(tx: Transaction, meeting: Meeting) -> list[int]:
    found = meeting_reminders.minutes_wanted(tx, meeting.id, meeting.community, meeting.card)
    ways_in = [WAY_IN_MINUTES] if meeting.card.link else []
    announced = [ANNOUNCED_MINUTES] if meeting.card.room else []
    return [*found, *ways_in, *announced]


def _reminders(
    tx: Transaction, meeting: Meeting, until: datetime, now: datetime
) -> tuple[list[Draft], int | None]:
    """Reminders that are due, and the last person if there are more behind."""
    wanted = meeting_reminders.minutes_wanted(tx, meeting.id, meeting.community, meeting.card)
    held = {lead: list(due_now(meeting, lead, until, now)) for lead in wanted}
    due = [lead for lead, some in held.items() if some]
    if not due:
        return [], None
    people = meeting_reminders.wanting(
        tx,
        meeting.id,
        meeting.community,
        meeting.card,
        now=now,
        minutes=due,
        after=meeting.told_to or 0,
        limit=AT_ONCE,
    )
    told = [
        (reminder, each)
        for lead in due
        for each in held[lead]
        for reminder in reminders.plan(
            meeting.id, each.at, [one for one in people if one[1] == lead], now
        )
    ]
    drafts = to_people(
        tx,
        meeting,
        [
            (one.person, f"remind/{held.key}", _key(one.key, held), one.due, one.expires)
            for one, held in told
        ],
    )
    return drafts, people[-1][0] if len(people) == AT_ONCE else None


def _key(key: str, held: Held) -> str:
    """A reminder's key; who was reminded before the meeting was moved is reminded anew."""
    moved = {each.original: each.start for each in agenda.series_of(held.meeting).moved}
    start = moved.get(held.at.original)
    return f"{key}:{start:%Y%m%dT%H%M}" if start is not None else key


def way_in_is_open(held: Held, now: datetime) -> bool:
    """Whether those who come are given the link by now."""
    return held.at.start - timedelta(minutes=WAY_IN_MINUTES) <= now < held.at.end


def _ways_in(tx: Transaction, meeting: Meeting, now: datetime) -> list[Draft]:
    """The link, for those who come and have not had it; anew if it has changed."""
    if not meeting.card.link:
        return []
    soon = now + timedelta(minutes=WAY_IN_MINUTES, seconds=1)
    current = agenda.unfinished(meeting, now)
    held = {each.key: each for each in (current, *agenda.between([meeting], now, soon)) if each}
    wanted = [
        _way_in(tx, each, person, now)
        for each in held.values()
        if way_in_is_open(each, now)
        for person, _ in meeting_answers.who_said(tx, meeting.id, each.key, Answer.COMING)
    ]
    return to_people(tx, meeting, wanted)


def way_in_given(tx: Transaction, held: Held, person: int, now: datetime) -> None:
    """This person has just been given the link, so that no message with it need follow."""
    drafts = to_people(tx, held.meeting, [_way_in(tx, held, person, now)])
    outbox.add(tx, [replace(each, state=outbox.State.CANCELLED) for each in drafts], now)


def _way_in(tx: Transaction, held: Held, person: int, now: datetime) -> Wanted:
    card = held.meeting.card
    version = tx.keys.index(f"way in:{card.link}:{card.passcode}").hex()[:8]
    key = f"meeting-in:{held.meeting.id}:{held.key}:{version}:{person}"
    return person, f"in/{held.key}", _key(key, held), now, held.at.end


def _forget_past(tx: Transaction, meeting: Meeting, now: datetime) -> None:
    """Who came to what is over by more than a day is nobody's business."""
    clock = agenda.series_of(meeting).clock()
    yesterday = now.astimezone(clock).replace(tzinfo=None) - timedelta(days=1)
    meeting_answers.forget_answers(tx, meeting.id, f"{yesterday:%Y%m%dT%H%M}")
    meeting_chairs.forget(tx, meeting.id, f"{yesterday:%Y%m%dT%H%M}")


def changed(meeting: Meeting, now: datetime, **what: object) -> Meeting:
    """The meeting with a change that members and calendars see; its reminders are planned anew."""
    return replace(
        meeting,
        **what,  # type: ignore[arg-type]
        sequence=meeting.sequence + 1,
        changed_at=now,
        told_until=None,
        told_to=None,
    )
