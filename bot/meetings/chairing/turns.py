"""`rota`: who leads in the weeks ahead, as facilitators see and change it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.errors import HandrailError
from bot.meetings import agenda, which
from bot.meetings.agenda import Held
from bot.meetings.attending.browsing import BUTTONS, SHOWN
from bot.meetings.chairing import rota
from bot.meetings.chairing.answering import Answering, answer_about, leads, tell_freed
from bot.meetings.chairing.asking import when_of
from bot.meetings.keeping.changing import save
from bot.meetings.keeping.details import WANTED
from bot.meetings.telling import planning
from bot.platform import Action, Choice, Choices
from bot.richtext import Body, Bullets, Mention, Span, Spans, Text
from bot.turn import ChoiceGoneError, Turn
from storage import meeting_chairs, meetings, members
from storage.meeting_chairs import Chair
from storage.meetings import Meeting

PROMPT = "meeting-rota"


class NobodyLeadsError(HandrailError):
    """Nobody leads it on that day."""

    text_id = "meeting-rota-nobody"


class Turns:
    """Shows and changes rotas."""

    def __init__(self, answering: Answering) -> None:
        self._answering = answering

    def show(self, turn: Turn) -> Sequence[Action]:
        """`rota [<meeting>]`: who leads in the next four weeks, and what is open."""
        if turn.words("meeting"):
            found = [which.named(turn, "meeting")[0]]
        else:
            which.community_of(turn)
            found = [each for each in which.alive(turn) if each.card.chair == WANTED]
        if not any(each.card.chair == WANTED for each in found):
            return [turn.answer("meeting-rota-none")]
        return [self._shown(turn, found)]

    def _shown(self, turn: Turn, found: Sequence[Meeting]) -> Action:
        taken = meeting_chairs.chairs(turn.tx, [each.id for each in found])
        ahead = agenda.between(found, turn.now, turn.now + rota.AHEAD)
        lines = tuple(_line(turn, held, taken) for held in ahead[:SHOWN])
        body: Body = (*turn.body("meeting-rota"), Bullets(lines))
        if len(ahead) > SHOWN:
            body = (*body, *turn.body("meeting-rota-more", count=len(ahead) - SHOWN))
        free = [held for held in ahead if (held.meeting.id, held.key) not in taken][:BUTTONS]
        options = tuple(
            Choice(
                id=f"{held.meeting.id}/{held.key}",
                label=turn.line("meeting-rota-take", when=_short(turn, held)),
            )
            for held in free
        )
        choices = Choices(prompt=f"{PROMPT}/{_mark(turn)}", options=options) if options else None
        return turn.show(body, choices)

    def chosen(self, turn: Turn) -> Sequence[Action]:
        """A date that is open, taken by whoever the rota was shown to."""
        id, _, key = turn.choice.partition("/")
        meeting = meetings.named(turn.tx, id)
        if meeting is None or turn.detail != _mark(turn) or not which.is_theirs(turn, meeting):
            raise ChoiceGoneError("not shown to them")
        held = which.held_at(turn, meeting, key)
        if meeting_chairs.chair_of(turn.tx, meeting.id, key) is not None:
            return [answer_about(turn, held, "meeting-chair-taken")]
        leads(turn, held)
        return [answer_about(turn, held, "meeting-chair-yours")]

    def join(self, turn: Turn) -> Sequence[Action]:
        """`rota join <meeting>`: lead it in turn with others."""
        meeting, _ = which.named(turn, "meeting")
        person = turn.person.id
        members.add_membership(turn.tx, person, meeting.community, turn.now)
        if meeting.card.chair != WANTED:
            meeting = save(turn, meeting, card=replace(meeting.card, chair=WANTED))
        rota.join(turn.tx, meeting, person, turn.now)
        planning.wake(turn.tx, meeting, turn.now)
        own = [
            held
            for held in agenda.between([meeting], turn.now, turn.now + rota.AHEAD)
            if _leads(meeting_chairs.chair_of(turn.tx, meeting.id, held.key), person)
        ]
        dates = "; ".join(_short(turn, held) for held in own)
        return [
            turn.answer(
                "meeting-rota-joined", name=meeting.card.name, dates=dates or "–", count=len(own)
            )
        ]

    def leave(self, turn: Turn) -> Sequence[Action]:
        """`rota leave <meeting>`: take no more turns; needs no reason."""
        meeting, _ = which.named(turn, "meeting")
        rota.leave(turn.tx, meeting, turn.person.id, turn.now)
        planning.wake(turn.tx, meeting, turn.now)
        return [turn.answer("meeting-rota-left", name=meeting.card.name)]

    def free(self, turn: Turn) -> Sequence[Action]:
        """`rota free <meeting> [<day>]`: whoever leads it then does not; somebody else may."""
        meeting, words = which.named(turn, "meeting", "day")
        held = which.of_day(turn, meeting, words) if words else which.next_of(turn, meeting)
        chair = meeting_chairs.chair_of(turn.tx, meeting.id, held.key)
        if chair is None:
            raise NobodyLeadsError(f"meeting {meeting.id}")
        self._answering.released(turn, held)
        if turn.member is None or turn.member.id != chair.person:
            tell_freed(turn, held, chair.person)
        after = meeting_chairs.chair_of(turn.tx, meeting.id, held.key)
        text_id = "meeting-rota-freed" if after is None else "meeting-rota-falls"
        return [answer_about(turn, held, text_id)]


def _line(turn: Turn, held: Held, taken: Mapping[tuple[int, str], Chair]) -> Spans:
    when = when_of(turn.texts, turn.language, held)
    before = Text(f"{when}, {held.meeting.card.name}: ")
    return before, _who(turn, taken.get((held.meeting.id, held.key)))


def _who(turn: Turn, chair: Chair | None) -> Span:
    """Whoever leads, as the reader knows them: by their account on the same platform."""
    if chair is None:
        return Text(turn.line("meeting-rota-open"))
    if turn.member is not None and chair.person == turn.member.id:
        return Text(turn.line("meeting-rota-you"))
    for each in members.accounts_of(turn.tx, chair.person):
        if each.platform == turn.actor.platform:
            return Mention(each.platform, each.user, each.user, quiet=True)
    return Text(turn.line("meeting-rota-somebody"))


def _short(turn: Turn, held: Held) -> str:
    local = held.at.start.astimezone(agenda.series_of(held.meeting).clock())
    return turn.texts.when(turn.language, local.date(), "short")


def _leads(chair: Chair | None, person: int) -> bool:
    return chair is not None and chair.person == person


def _mark(turn: Turn) -> str:
    """What only whoever was shown the rota can send back; their role need not be known again."""
    actor = turn.actor
    return turn.tx.keys.index(f"rota:{actor.platform}:{actor.user}").hex()[:16]
