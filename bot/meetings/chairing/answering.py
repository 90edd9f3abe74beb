"""What people answer: I can, I'm here, I can't."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.delivery.messages import send
from bot.meetings import which
from bot.meetings.agenda import Held
from bot.meetings.chairing import rota
from bot.meetings.chairing.asking import Asking, expecting, when_of
from bot.meetings.chairing.stages import CHECKED_BEFORE, LOOKED_AHEAD, PATIENCE
from bot.meetings.telling import rows
from bot.platform import Action, Audience, Choice, Choices, Reply
from bot.texts import Texts
from bot.turn import ChoiceGoneError, Turn
from storage import meeting_chairs, meetings

CHECK, TURN, STAND_IN = "meeting-chair-here", "meeting-turn", "meeting-stand-in"

OFFERED = {
    "check": (CHECK, ("here", "cannot")),
    "turn": (TURN, ("fine", "cannot")),
    "standin": (STAND_IN, ("take", "busy")),
}
"""What can be answered in direct messages: the prompt, and the choices."""


class Answering:
    """Takes the answers."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def volunteer(self, turn: Turn) -> Sequence[Action]:
        """`meeting host <meeting> [<day>]`: the one who says it leads the next, or that day's."""
        meeting, words = which.named(turn, "meeting", "day")
        held = which.of_day(turn, meeting, words) if words else which.next_of(turn, meeting)
        leads(turn, held)
        return [answer_about(turn, held, "meeting-chair-yours")]

    def taken(self, turn: Turn) -> Sequence[Action]:
        """Somebody can, says a button in a team's room."""
        held = _held(turn, turn.choice.partition("/")[2])
        here = (turn.event.where.platform, turn.event.where.channel)
        rooms = self._asking.staff_of(turn.tx, held.meeting.community)
        if here not in [(room.platform, room.channel) for room, _ in rooms]:
            raise ChoiceGoneError("not in a team's room")
        turn.person  # noqa: B018 -- members only
        chair = meeting_chairs.chair_of(turn.tx, held.meeting.id, held.key)
        if chair is None or (held.at.start <= turn.now and not chair.here):
            leads(turn, held)
        # A list of dates stays, so that somebody else can take another.
        alone = turn.choice == "take"
        told = answer_about(turn, held, "meeting-chair-taken", replaces=alone)
        return [_public(told)]

    def checked(self, turn: Turn) -> Sequence[Action]:
        """The answer of whoever leads: a day before, or shortly before it begins."""
        held = _held(turn)
        chair = meeting_chairs.chair_of(turn.tx, held.meeting.id, held.key)
        if chair is None or chair.person != turn.person.id:
            raise ChoiceGoneError("somebody else leads it")
        match turn.choice:
            case "fine":
                return [turn.answer("meeting-chair-fine")]
            case "here":
                meeting_chairs.set_here(turn.tx, held.meeting.id, held.key)
                _tell_arrival(turn, held)
                return [turn.answer("meeting-chair-thanks")]
            case "cannot":
                self.released(turn, held)
                return [turn.answer("meeting-chair-released")]
        raise ChoiceGoneError("no such answer")

    def stands_in(self, turn: Turn) -> Sequence[Action]:
        """Somebody of the rota is asked at the start, when nobody is there."""
        held = _held(turn)
        on_rota = [each.person for each in meeting_chairs.volunteers(turn.tx, held.meeting.id)]
        if turn.person.id not in on_rota:
            raise ChoiceGoneError("not on the rota")
        if turn.choice != "take":
            return [turn.answer("meeting-chair-not-now")]
        chair = meeting_chairs.chair_of(turn.tx, held.meeting.id, held.key)
        if chair is not None and chair.here:
            return [answer_about(turn, held, "meeting-chair-taken")]
        leads(turn, held)
        return [turn.answer("meeting-chair-thanks")]

    def released(self, turn: Turn, held: Held) -> None:
        """Whoever leads cannot: it falls to the next of the rota, else the team is asked."""
        instead = rota.release(turn.tx, held.meeting, held.key, turn.now)
        if instead is not None:
            drafts = rows.tell_once(turn.tx, held, f"turn/{held.key}", {instead}, turn.now)
        elif held.at.start - LOOKED_AHEAD <= turn.now:
            again = f"{turn.now:%d%H%M%S}"
            drafts = self._asking.ask_team(turn.tx, held, "soon", turn.now, again)
        else:
            drafts = []
        send(turn, drafts)


def leads(turn: Turn, held: Held) -> None:
    """The actor leads an occurrence; whoever did before is told. Raises: as `turn.person`."""
    before = meeting_chairs.chair_of(turn.tx, held.meeting.id, held.key)
    if before is not None and before.person != turn.person.id:
        tell_freed(turn, held, before.person)
    # Who takes it this late is there.
    here = held.at.start - CHECKED_BEFORE <= turn.now
    meeting_chairs.put(turn.tx, held.meeting.id, held.key, turn.person.id, here=here, now=turn.now)
    _tell_arrival(turn, held)


def tell_freed(turn: Turn, held: Held, person: int) -> None:
    """Somebody need not lead an occurrence any more."""
    told = rows.tell(turn.tx, held.meeting, f"freed/{held.key}", {person}, turn.now)
    send(turn, told)


def _tell_arrival(turn: Turn, held: Held) -> None:
    """Members were told that nobody is there; somebody is after all."""
    if held.at.start + PATIENCE <= turn.now:
        people = expecting(turn.tx, held)
        told = rows.tell_once(turn.tx, held, f"arrived/{held.key}", people, turn.now)
        send(turn, told)


def choices_of(texts: Texts, language: str, held: Held, what: str) -> Choices:
    """What can be answered to a question in direct messages; see `OFFERED`."""
    prompt, wanted = OFFERED[what]
    options = tuple(
        Choice(id=each, label=texts.line(language, f"meeting-chair-answer-{each}"))
        for each in wanted
    )
    return Choices(
        prompt=f"{prompt}/{held.meeting.id}/{held.key}", options=options, language=language
    )


def _held(turn: Turn, key: str = "") -> Held:
    """The occurrence that a prompt is about; or its choice, where that names it."""
    id, _, asked = turn.detail.partition("/")
    meeting = meetings.named(turn.tx, id)
    if meeting is None:
        raise ChoiceGoneError("no such meeting")
    return which.held_at(turn, meeting, asked or key)


def answer_about(turn: Turn, held: Held, text_id: str, *, replaces: bool = False) -> Reply:
    """An answer that names a meeting and when it is."""
    when = when_of(turn.texts, turn.language, held)
    return turn.answer(text_id, replaces=replaces, name=held.meeting.card.name, when=when)


def _public(reply: Reply) -> Reply:
    return replace(reply, audience=Audience.PUBLIC)
