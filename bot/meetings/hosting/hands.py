"""Who speaks, and who would like to: one after the other, by raised hands.

Nothing stops anybody from speaking without it; the queue only helps to be heard.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.delivery.messages import send
from bot.meetings.hosting.here import Here, look, open_here
from bot.meetings.hosting.running import Running
from bot.meetings.hosting.saying import DONE, RAISE, named
from bot.platform import Action, Audience, Chose
from bot.richtext import Body, Paragraph, Span, Text
from bot.turn import ChoiceGoneError, Turn
from storage import hosting, hosting_people

_CALLED_FOR = timedelta(minutes=10)


class Hands:
    """Raised hands, and the floor."""

    def __init__(self, running: Running) -> None:
        self._running = running

    def chosen(self, turn: Turn) -> Sequence[Action]:
        """A button below the meeting's first message."""
        match turn.choice:
            case choice if choice == RAISE:
                return self.raised(turn)
            case choice if choice == DONE:
                return self.done(turn)
        raise ChoiceGoneError("no such button")

    def raised(self, turn: Turn) -> Sequence[Action]:
        """`hand`, `!` or the button: the floor if nobody has it, else a place in the queue."""
        here = open_here(turn, self._running)
        session, user = here.session, turn.actor.user or ""
        hosting_people.meet(turn.tx, session.id, turn.actor.platform, user)
        if session.course.speaker == user:
            return self._told(turn, "hosting-hand-yours")
        hosting_people.raise_hand(turn.tx, session.id, turn.actor.platform, user)
        queue = hosting_people.hands(turn.tx, session.id)
        if not session.course.speaker:
            self._pass_on(turn, here)
            return self._told(turn, "hosting-hand-now") if _waits(turn) else []
        return self._told(turn, "hosting-hand-up", number=list(queue).index(user) + 1)

    def lowered(self, turn: Turn) -> Sequence[Action]:
        """`lower hand`: they would rather listen."""
        here = open_here(turn, self._running)
        user = turn.actor.user or ""
        hosting_people.lower_hand(turn.tx, here.session.id, turn.actor.platform, user)
        return self._told(turn, "hosting-hand-down")

    def done(self, turn: Turn) -> Sequence[Action]:
        """`done`: whoever speaks has said what they wanted to; for others it lowers the hand."""
        here = open_here(turn, self._running)
        if here.session.course.speaker != (turn.actor.user or ""):
            return self.lowered(turn)
        self._pass_on(turn, here)
        return self._told(turn, "hosting-hand-thanks") if _waits(turn) else []

    def done_by_words(self, turn: Turn) -> Sequence[Action]:
        """A sign of whoever has the floor; just a word of anybody else."""
        here = open_here(turn, self._running)
        return self.done(turn) if here.session.course.speaker == (turn.actor.user or "") else []

    def next(self, turn: Turn) -> Sequence[Action]:
        """`host next`: the floor goes to the next hand."""
        here = open_here(turn, self._running)
        self._pass_on(turn, here)
        return [turn.answer("hosting-next-done")]

    def queue(self, turn: Turn) -> Sequence[Action]:
        """`host queue`: who speaks and who waits; only whoever asks sees it."""
        here = open_here(turn, self._running)
        speaker = here.session.course.speaker
        waiting = hosting_people.hands(turn.tx, here.session.id)
        if not speaker and not waiting:
            return [turn.answer("hosting-queue-empty")]
        body: Body = ()
        if speaker:
            body += (self._line(turn, "hosting-queue-speaks", [speaker]),)
        if waiting:
            body += (self._line(turn, "hosting-queue-waits", waiting),)
        return [turn.show(body)]

    # --- the floor

    def _pass_on(self, turn: Turn, here: Here) -> None:
        """Give the floor to the first raised hand; to nobody if there is none."""
        place, session = here.place, here.session
        queue = hosting_people.hands(turn.tx, session.id)
        user = queue[0] if queue else ""
        shares = session.course.shares + 1
        course = replace(
            session.course, speaker=user, since=turn.now.isoformat() if user else "", shares=shares
        )
        hosting.save(turn.tx, replace(session, course=course))
        platform = turn.actor.platform
        if user:
            hosting_people.lower_hand(turn.tx, session.id, platform, user)
            called = Paragraph((named(platform, user), Text(": ")))
            first, *rest = place.body("hosting-floor-yours")
            spans = first.spans if isinstance(first, Paragraph) else ()
            body: Body = (Paragraph((*called.spans, *spans)), *rest)
        else:
            body = place.body("hosting-floor-free")
        if user or session.course.speaker:
            key = place.key(session, f"floor:{shares}")
            expires = turn.now + _CALLED_FOR
            send(turn, [place.say(key, body, expires, rings=bool(user))])
        look(turn, self._running, place.meeting.id)

    def _line(self, turn: Turn, text_id: str, users: Sequence[str]) -> Paragraph:
        platform = turn.actor.platform
        spans: list[Span] = [Text(turn.line(text_id) + " ")]
        for number, user in enumerate(users):
            spans += [Text(", ")] if number else []
            spans.append(named(platform, user, quiet=True))
        return Paragraph(tuple(spans))

    def _told(self, turn: Turn, text_id: str, **values: int) -> list[Action]:
        """In private where somebody pressed or commanded, else where they said it."""
        if _waits(turn) or isinstance(turn.event, Chose):
            return [turn.show(turn.body(text_id, **values))]
        return [replace(turn.show(turn.body(text_id, **values)), audience=Audience.PUBLIC)]


def _waits(turn: Turn) -> bool:
    return turn.event.waiting is not None
