"""Whose meetings somebody speaks of, and which one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot import reading
from bot.delivery.messages import send
from bot.errors import HandrailError
from bot.meetings import agenda, times
from bot.meetings.agenda import Held
from bot.meetings.recurrence.series import moment
from bot.meetings.telling import rows
from bot.meetings.words.naming import meant
from bot.turn import ChoiceGoneError, Turn
from storage import meetings, members
from storage.meetings import Meeting, State
from storage.members import Community

SHOWN = 3  # dates


class NoCommunityError(HandrailError):
    """Said where no community is known, such as in direct messages by somebody of none."""

    text_id = "meeting-no-community"


class OverError(HandrailError):
    """That occurrence is over, or does not take place."""

    text_id = "meeting-over"


class NoneAheadError(HandrailError):
    """The meeting has no occurrence to come."""

    text_id = "meeting-none-ahead"


class NotThatDayError(HandrailError):
    """The meeting does not take place on that day."""

    text_id = "meeting-not-that-day"


def community_of(turn: Turn) -> Community:
    """The community of the place. Raises: NoCommunityError."""
    if not turn.communities:
        raise NoCommunityError("no community here")
    return turn.communities[0]


def alive(turn: Turn) -> Sequence[Meeting]:
    """The meetings of the place's communities, in the order of their list."""
    return meetings.of_communities(
        turn.tx, [each.id for each in turn.communities], State.ON, State.PAUSED
    )


def named(turn: Turn, *arguments: str) -> tuple[Meeting, str]:
    """The meeting that the given words begin with, and the rest of them.

    A name of several words may reach into the next argument where nobody puts it between quotes.
    Raises: NoSuchMeetingError, SeveralMeetingsError, NoCommunityError.
    """
    community_of(turn)
    line = " ".join(filter(None, (turn.words(each) for each in arguments)))
    return meant(line, alive(turn))


def chosen(turn: Turn) -> Held:
    """The occurrence that a prompt is about. Raises: OverError, ChoiceGoneError."""
    id, _, key = turn.detail.partition("/")
    meeting = meetings.named(turn.tx, id)
    if meeting is None or meeting.state is State.DRAFT or not is_theirs(turn, meeting):
        raise ChoiceGoneError("no such meeting here")
    return held_at(turn, meeting, key)


def held_at(turn: Turn, meeting: Meeting, key: str) -> Held:
    """The occurrence of that key, if it takes place and is not over. Raises: OverError."""
    held = agenda.named(meeting, key)
    if held is None or held.at.end <= turn.now:
        raise OverError(f"meeting {meeting.id}")
    if next(agenda.occurrences(meeting, held.at.start), None) is None:
        raise OverError(f"meeting {meeting.id} is {meeting.state}")
    return held


def is_theirs(turn: Turn, meeting: Meeting) -> bool:
    """Whether the meeting belongs to a community of the place or the person."""
    mine = {each.id for each in turn.communities}
    if turn.member is not None:
        mine |= {each.id for each in members.communities_of(turn.tx, turn.member.id)}
    return meeting.community in mine


def next_of(turn: Turn, meeting: Meeting) -> Held:
    """The occurrence under way, else the next. Raises: NoneAheadError."""
    held = agenda.unfinished(meeting, turn.now)
    if held is None:
        raise NoneAheadError(f"meeting {meeting.id}")
    return held


def tell_about(turn: Turn, meeting: Meeting, what: str, key: str = "") -> int:
    """Tell those who asked to be reminded, or said they come, of a change; but not its author.

    Returns: how many.
    """
    people = rows.concerned(turn.tx, meeting, key or None, turn.now)
    people.discard(turn.member.id if turn.member else 0)
    return tell(turn, meeting, f"{what}/{key}" if key else what, people)


def tell(turn: Turn, meeting: Meeting, what: str, people: set[int]) -> int:
    """Tell some people of a change. Returns: how many."""
    return send(turn, rows.tell(turn.tx, meeting, what, people, turn.now))


def day_of(turn: Turn, meeting: Meeting, words: str) -> date:
    """A day on the meeting's own clock. Raises: UnclearDayError."""
    today = turn.now.astimezone(agenda.series_of(meeting).clock()).date()
    return reading.read_day(words, today, turn.language)


def of_day(turn: Turn, meeting: Meeting, words: str) -> Held:
    """The occurrence of a day on the meeting's own clock. Raises: NotThatDayError."""
    day, clock = day_of(turn, meeting, words), agenda.series_of(meeting).clock()
    since = moment(datetime.combine(day, datetime.min.time()), clock)
    found = agenda.between([meeting], max(since, turn.now), since + timedelta(days=2))
    for held in found:
        if held.at.start.astimezone(clock).date() == day:
            return held
    raise NotThatDayError(f"meeting {meeting.id}", dates=dates_of(turn, meeting))


def dates_of(turn: Turn, meeting: Meeting) -> str:
    """The next dates, on the meeting's own clock; of a draft too."""
    as_if_on = replace(meeting, state=State.ON) if meeting.state is State.DRAFT else meeting
    ahead = [held.at.start for held in agenda.following(as_if_on, turn.now, SHOWN)]
    zone = agenda.series_of(meeting).zone or "UTC"
    return times.dates(turn.texts, turn.language, ahead, zone) or "–"
