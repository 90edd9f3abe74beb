"""`remind me`: of one meeting or of every meeting on a topic, as long before as one likes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot import reading
from bot.errors import HandrailError
from bot.meetings import agenda, times, which
from bot.meetings.agenda import Held
from bot.meetings.attending import browsing
from bot.meetings.telling import planning, rows
from bot.meetings.words.naming import NoSuchMeetingError, SeveralMeetingsError, meant
from bot.platform import Action, Choice, Choices
from bot.reading.words import plain
from bot.richtext import Body, Bullets, Paragraph, Text
from bot.turn import ChoiceGoneError, Turn
from storage import meeting_reminders, meetings, members, schedules
from storage.meeting_reminders import NOT_THIS_ONE, Wish
from storage.meetings import Meeting, State

PROMPT = "meeting-lead"
USUAL = 30  # minutes
LEADS = (10, 30, 60, 1440)  # minutes, to be tapped
_SPAN = re.compile(r"(?:^|\s)(\d.*)$")


class NoLeadError(HandrailError):
    """The words are not a while before a meeting."""

    text_id = "meeting-lead-unclear"


def remind(turn: Turn) -> Sequence[Action]:
    """`remind me <meeting or topic> [<minutes>]`."""
    turn.person  # noqa: B018 -- members only
    line = " ".join(filter(None, (turn.words("thing"), turn.words("before"))))
    found, rest = _found(turn, line)
    minutes = _minutes(turn, rest) if rest else USUAL
    if isinstance(found, str):
        community = which.community_of(turn)
        wish = Wish(person=turn.person.id, community=community.id, topic=found, minutes=minutes)
        return [_kept(turn, wish, _on_topic(turn, found))]
    return [_kept(turn, _wish(turn, found, minutes), [found])]


def offer_reminder(turn: Turn, held: Held) -> Sequence[Action]:
    """The button: the usual time at once, and others to choose."""
    return [_kept(turn, _wish(turn, held.meeting, USUAL), [held.meeting])]


def chosen(turn: Turn) -> Sequence[Action]:
    """Another time before the start, or none."""
    meeting = meetings.named(turn.tx, turn.detail)
    if meeting is None or meeting.state is State.DRAFT or not which.is_theirs(turn, meeting):
        raise ChoiceGoneError("no such meeting here")
    if turn.choice == "off":
        return [_no_more_of(turn, meeting)]
    if not turn.choice.isdecimal() or int(turn.choice) not in LEADS:
        raise ChoiceGoneError("no such time")
    return [_kept(turn, _wish(turn, meeting, int(turn.choice)), [meeting])]


def off(turn: Turn) -> Sequence[Action]:
    """`remind off [<meeting or topic>]`."""
    line = turn.words("thing")
    if line is None:
        meeting_reminders.remove_all(turn.tx, turn.person.id)
        return [turn.answer("meeting-remind-off-all")]
    found, _ = _found(turn, line)
    if isinstance(found, Meeting):
        return [_no_more_of(turn, found)]
    wish = Wish(
        person=turn.person.id, community=which.community_of(turn).id, topic=found, minutes=USUAL
    )
    meeting_reminders.remove(turn.tx, wish)
    return [turn.answer("meeting-remind-off", name=found)]


def show(turn: Turn) -> Sequence[Action]:
    """`remind list`: what one is reminded of."""
    wishes = [
        each
        for each in meeting_reminders.of_person(turn.tx, turn.person.id)
        if each.minutes > NOT_THIS_ONE
    ]
    if not wishes:
        return [turn.answer("meeting-remind-none")]
    known = meetings.get_all(turn.tx, [each.meeting for each in wishes if each.meeting])
    lines = tuple(
        (
            Text(
                turn.line(
                    "meeting-remind-line",
                    name=known[each.meeting].card.name if each.meeting else each.topic or "",
                    before=_span(turn, each.minutes),
                )
            ),
        )
        for each in wishes
    )
    return [turn.show((*turn.body("meeting-remind-list"), Bullets(lines)))]


def _found(turn: Turn, line: str) -> tuple[Meeting | str, str]:
    """The meeting or the topic that a line begins with, and the rest of it."""
    known = which.alive(turn)
    try:
        return meant(line, known)
    except (NoSuchMeetingError, SeveralMeetingsError):
        topics = {plain(each.card.topic): each.card.topic for each in known if each.card.topic}
        tokens = line.split()
        for size in range(len(tokens), 0, -1):
            topic = topics.get(plain(" ".join(tokens[:size])))
            if topic is not None:
                return topic, " ".join(tokens[size:])
        raise


def _on_topic(turn: Turn, topic: str) -> Sequence[Meeting]:
    community = which.community_of(turn).id
    return [
        each
        for each in which.alive(turn)
        if each.community == community and plain(each.card.topic) == plain(topic)
    ]


def _minutes(turn: Turn, words: str) -> int:
    """A while before the start: "15 minutes before", "1 h". Raises: NoLeadError."""
    match = _SPAN.search(words)
    said = match[1] if match else words
    for behind in turn.line("meeting-before-words").split(","):
        said = said.removesuffix(behind.strip()).strip()
    try:
        minutes = reading.read_span(said, turn.language).minutes
    except reading.UnclearSpanError:
        minutes = int(said) if said.isdecimal() and 0 < int(said) <= LEADS[-1] else None
    if minutes is None:
        raise NoLeadError(f"no while in {len(words)} characters")
    return minutes


def _wish(turn: Turn, meeting: Meeting, minutes: int) -> Wish:
    return Wish(
        person=turn.person.id, community=meeting.community, meeting=meeting.id, minutes=minutes
    )


def _no_more_of(turn: Turn, meeting: Meeting) -> Action:
    """No reminders of a meeting, not even for its topic's sake."""
    wish = _wish(turn, meeting, NOT_THIS_ONE)
    topics = {
        plain(each.topic)
        for each in meeting_reminders.of_person(turn.tx, wish.person)
        if each.topic
    }
    if plain(meeting.card.topic) in topics:
        meeting_reminders.put(turn.tx, wish)
    else:
        meeting_reminders.remove(turn.tx, wish)
    return turn.answer("meeting-remind-off", name=meeting.card.name)


def _kept(turn: Turn, wish: Wish, about: Sequence[Meeting]) -> Action:
    members.add_membership(turn.tx, wish.person, wish.community, turn.now)
    meeting_reminders.put(turn.tx, wish)
    for meeting in about:
        _plan_anew(turn, meeting)
    name = wish.topic or about[0].card.name
    body: Body = turn.body(
        "meeting-remind-set" if wish.meeting else "meeting-remind-set-topic",
        name=name,
        before=_span(turn, wish.minutes),
    )
    ahead = [held for each in about for held in agenda.following(each, turn.now)]
    if ahead:
        body = (*body, *_next_reminder(turn, min(ahead, key=lambda held: held.at.start), wish))
    if wish.meeting is None:
        return turn.show(body)
    options = tuple(
        Choice(id=str(lead), label=_span(turn, lead)) for lead in LEADS if lead != wish.minutes
    )
    stop = turn.option("off", "meeting-remind-stop")
    return turn.show(body, Choices(prompt=f"{PROMPT}/{wish.meeting}", options=(*options, stop)))


def _plan_anew(turn: Turn, meeting: Meeting) -> None:
    """Plan with the new wish; what was due before it was made is not made up for."""
    row = schedules.schedule_of(turn.tx, rows.KIND, meeting.id)
    if row is None or row.next_due is None or row.next_due > turn.now:
        meetings.set_told(turn.tx, meeting.id, turn.now, None)
        meeting = replace(meeting, told_until=turn.now)
    planning.wake(turn.tx, meeting, turn.now)


def _next_reminder(turn: Turn, held: Held, wish: Wish) -> Body:
    """When the next one takes place, and whether its reminder would be late already."""
    clock = browsing.clock_of(turn, held.meeting)
    zone = agenda.series_of(held.meeting).zone or ""
    shown = times.when(turn.texts, turn.language, held.at.start, clock, zone)
    late = held.at.start - timedelta(minutes=wish.minutes) <= turn.now
    text_id = "meeting-remind-next-late" if late else "meeting-remind-next"
    return (Paragraph((Text(turn.line(text_id) + " "), *shown)),)


def _span(turn: Turn, minutes: int) -> str:
    if minutes % 1440 == 0:
        return turn.line("meeting-span-days", count=minutes // 1440)
    if minutes % 60 == 0:
        return turn.line("meeting-span-hours", count=minutes // 60)
    return turn.line("meeting-span-minutes", count=minutes)
