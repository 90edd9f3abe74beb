"""What is on: `meetings`, today, this week, now, by topic; and one meeting in full."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta, tzinfo

from bot.meetings import agenda, which
from bot.meetings.agenda import Held
from bot.meetings.attending import cards
from bot.platform import Action, Choice, Choices
from bot.reading.words import forms, plain
from bot.richtext import Body, Bullets
from bot.turn import ChoiceGoneError, Turn
from bot.wall_time import zone_named
from storage import meeting_answers, meetings
from storage.meetings import Meeting

PROMPT = "meetings"
SHOWN = 15
BUTTONS = 8
LONGEST_LABEL = 80
VIEWS = ("today", "week", "now")


def show(turn: Turn) -> Sequence[Action]:
    """`meetings [today|week|now|<topic or name>]`: what is on; a week, if nothing is said."""
    said = plain(turn.words("which") or "")
    known = which.alive(turn)
    if not turn.communities:
        return [turn.answer("meetings-nowhere", turn.doors())]
    if not known:
        return [turn.answer("meetings-none-yet", turn.doors())]
    view = next((each for each in VIEWS if said in _called(turn, each)), None)
    if said and view is None:
        return _by_words(turn, known, said)
    return _view(turn, known, view or "week")


def chosen(turn: Turn) -> Sequence[Action]:
    """A view, or one of the meetings of the list."""
    if turn.choice in VIEWS:
        return _view(turn, which.alive(turn), turn.choice)
    id, _, key = turn.choice.partition("/")
    meeting = meetings.named(turn.tx, id)
    if meeting is None or not which.is_theirs(turn, meeting):
        raise ChoiceGoneError("no such meeting here")
    return [full(turn, which.held_at(turn, meeting, key))]


def full(turn: Turn, held: Held, *, replaces: bool = False) -> Action:
    """One occurrence in full, with what can be done."""
    counts = meeting_answers.count_answers(turn.tx, [held.meeting.id])
    mine = None
    if turn.member is not None:
        mine = meeting_answers.answers_of(turn.tx, turn.member.id).get((held.meeting.id, held.key))
    body = cards.full(turn.texts, turn.language, held, clock_of(turn, held.meeting), counts, mine)
    offered = cards.choices(turn.texts, turn.language, held, cards.CARD_CHOICES)
    return turn.show(body, offered, replaces=replaces)


def clock_of(turn: Turn, meeting: Meeting) -> tzinfo:
    """The reader's own clock; the meeting's, for those who have not joined."""
    if turn.member is not None:
        return turn.member.zone
    return zone_named(agenda.series_of(meeting).zone or "UTC")


def _called(turn: Turn, view: str) -> tuple[str, ...]:
    return forms([view, *turn.line(f"meetings-view-{view}.words").split(",")])


def _by_words(turn: Turn, known: Sequence[Meeting], said: str) -> Sequence[Action]:
    """Meetings of a topic or kind, else of a name."""
    about = [each for each in known if said in _topics(each)]
    about = about or [each for each in known if said in plain(each.card.name)]
    if not about:
        return [turn.answer("meetings-none-such", _views(turn), words=turn.words("which") or "")]
    ahead = [held for each in about if (held := agenda.unfinished(each, turn.now)) is not None]
    if len(ahead) == 1:
        return [full(turn, ahead[0])]
    ahead.sort(key=lambda held: held.at.start)
    return [_list(turn, "about", ahead)]


def _topics(meeting: Meeting) -> set[str]:
    card = meeting.card
    return {plain(card.topic), plain(card.kind), *map(plain, card.labels.split(", "))}


def _view(turn: Turn, known: Sequence[Meeting], view: str) -> Sequence[Action]:
    now = agenda.on_now(known, turn.now)
    if view == "now":
        return [_list(turn, "now", now)]
    own = turn.member.zone if turn.member else zone_named(which.community_of(turn).zone)
    local = turn.now.astimezone(own)
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    until = midnight + timedelta(days=1 if view == "today" else 7)
    ahead = agenda.between(known, turn.now, until)
    under_way = [held for held in now if held not in ahead]
    return [_list(turn, view, [*under_way, *ahead])]


def _list(turn: Turn, view: str, found: Sequence[Held]) -> Action:
    if not found:
        return turn.answer(f"meetings-nothing-{view}", _views(turn))
    counts = meeting_answers.count_answers(turn.tx, {held.meeting.id for held in found})
    lines = tuple(
        cards.line(turn.texts, turn.language, held, clock_of(turn, held.meeting), counts)
        for held in found[:SHOWN]
    )
    body: Body = (*turn.body(f"meetings-list-{view}"), Bullets(lines))
    if len(found) > SHOWN:
        body = (*body, *turn.body("meetings-more", count=len(found) - SHOWN))
    options = tuple(_button(turn, held) for held in found[:BUTTONS])
    return turn.show(body, Choices(prompt=PROMPT, options=(*options, *_views(turn).options)))


def _button(turn: Turn, held: Held) -> Choice:
    start = held.at.start.astimezone(clock_of(turn, held.meeting))
    when = turn.texts.when(turn.language, start, "datetime")
    label = f"{held.meeting.card.name[: LONGEST_LABEL - len(when) - 3]} · {when}"
    return Choice(id=f"{held.meeting.id}/{held.key}", label=label)


def _views(turn: Turn) -> Choices:
    options = tuple(turn.option(view, f"meetings-view-{view}") for view in VIEWS)
    return Choices(prompt=PROMPT, options=options)
