"""How mentors carry it: asked every four weeks, and what they answer is theirs.

The team hears that it is heavy only where the mentor says so, and never more than that.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from bot.buddies.mentors.naming import mention
from bot.buddies.mentors.news import option
from bot.buddies.mentors.own import StillWaitingError, lighten
from bot.buddies.mentors.standing import (
    CARRYING,
    HEARD,
    change,
    mentorings,
    require_places,
    stands,
    without,
)
from bot.buddies.pairing.telling import ready
from bot.buddies.parts import Parts
from bot.delivery.messages import direct, planned_for_each, send
from bot.delivery.sender import REST
from bot.feature import StaffOf
from bot.platform import Action, Audience, Choices, Say, Send
from bot.richtext import Paragraph, Text
from bot.texts import Texts
from bot.turn import ChoiceGoneError, Turn
from storage import buddies, members
from storage.buddies import Mentor, MentorState
from storage.buddy_pairs import Stage
from storage.database import Transaction
from storage.members import Recipient
from storage.outbox import Claimed, Draft
from storage.schedules import Due

EVERY = 4
"""Weeks from one question to the next."""
LIVES = timedelta(days=3)
ANSWERS = ("fine", "heavy", "lower")


class Carrying:
    """Asks, and listens.

    Args:
        staff_of: where the team hears it, of those who want that.
    """

    def __init__(self, staff_of: StaffOf) -> None:
        self._staff_of = staff_of

    def parts(self) -> Parts:
        """This module's share of the feature."""
        return Parts(
            prompts={CARRYING: self.answered},
            plans={CARRYING: plan},
            writes={CARRYING: write},
        )

    def load(self, turn: Turn) -> Sequence[Action]:
        """`mentor load`: the monthly question, now."""
        _mentors(turn)
        return [turn.answer("mentor-load", _options(turn, *ANSWERS))]

    def answered(self, turn: Turn) -> Sequence[Action]:
        """Fine, heavy, or fewer at once; and whether the team may know that it is heavy."""
        mentors = _mentors(turn)
        answers: dict[str, Callable[[Turn, Sequence[Mentor]], Sequence[Action]]] = {
            "fine": _fine,
            "heavy": _heavy,
            "lower": _lower,
            "tell": self._tell,
            "keep": _keep,
        }
        answer = answers.get(turn.choice)
        if answer is None:
            raise ChoiceGoneError("no such answer")
        return answer(turn, mentors)

    def _tell(self, turn: Turn, mentors: Sequence[Mentor]) -> Sequence[Action]:
        """They want the team to know."""
        for mentor in mentors:
            change(turn.tx, mentor, said={**mentor.said, HEARD: turn.today.isoformat()})
            if HEARD not in mentor.said:
                self._tell_team(turn, mentor)
        return [turn.answer("mentor-heard")]

    def _tell_team(self, turn: Turn, mentor: Mentor) -> None:
        for address, language in self._staff_of(turn.tx, mentor.community):
            name = mention(turn.tx, mentor.community, mentor.person, address.platform)
            words = Text(" " + turn.texts.line(language, "mentor-team-hears"))
            say = Say(
                to=address, body=(Paragraph((name, words)),), audience=Audience.PUBLIC, rings=True
            )
            send(turn, [ready(turn.tx, say, 0, turn.now)])


def _fine(turn: Turn, mentors: Sequence[Mentor]) -> Sequence[Action]:
    for mentor in mentors:
        change(turn.tx, mentor, said=without(mentor, HEARD))
    return [turn.answer("mentor-fine")]


def _heavy(turn: Turn, mentors: Sequence[Mentor]) -> Sequence[Action]:
    """What would help; nothing of it is kept unless they want the team to know."""
    return [turn.answer("mentor-heavy", _options(turn, "lower", "tell", "keep"))]


def _lower(turn: Turn, mentors: Sequence[Mentor]) -> Sequence[Action]:
    lightened = [lighten(turn, mentor) for mentor in mentors]
    count = max(each.capacity for each in lightened)
    return [turn.answer("mentor-lowered", _options(turn, "tell", "keep"), count=count)]


def _keep(turn: Turn, mentors: Sequence[Mentor]) -> Sequence[Action]:
    """It stays between us; what the team might have known before, it knows no longer."""
    for mentor in mentors:
        change(turn.tx, mentor, said=without(mentor, HEARD))
    return [turn.answer("mentor-kept")]


def _mentors(turn: Turn) -> list[Mentor]:
    """Where the team said yes. Raises: NotMentorError, StillWaitingError."""
    found = [each for each in require_places(turn) if each.state is not MentorState.ASKED]
    if not found:
        raise StillWaitingError(f"person {turn.person.id} waits for the team")
    return found


def _options(turn: Turn, *choices: str) -> Choices:
    return Choices(
        prompt=CARRYING,
        options=tuple(turn.option(each, f"mentor-load-{each}") for each in choices),
    )


# --- every four weeks


def plan(tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
    """Whoever walks with somebody is asked, every fourth week since the team said yes."""
    due = [each for each in due if each.due + LIVES > now and _is_turn(tx, each)]
    return planned_for_each(tx, due, kind=CARRYING, lane=REST, fresh_for=LIVES, now=now)


def _is_turn(tx: Transaction, due: Due) -> bool:
    mentors = [
        each
        for each in buddies.mentors_of(tx, due.subject)
        if each.state is not MentorState.ASKED and stands(tx, each)
    ]
    if not mentors or not mentorings(tx, due.subject, Stage.TOGETHER):
        return False
    weeks = round((due.due - min(each.since for each in mentors)) / timedelta(weeks=1))
    return weeks > 0 and weeks % EVERY == 0


def write(tx: Transaction, texts: Texts, rows: Sequence[Claimed]) -> Mapping[int, Send | None]:
    """The questions of claimed rows."""
    people = members.recipients(tx, [row.person for row in rows if row.person is not None])
    return {row.id: _question(texts, row, people.get(row.person or 0)) for row in rows}


def _question(texts: Texts, row: Claimed, to: Recipient | None) -> Say | None:
    if to is None or to.stopped:
        return None
    options = tuple(option(texts, to.language, each, f"mentor-load-{each}") for each in ANSWERS)
    return Say(
        to=direct(to),
        body=texts.body(to.language, "mentor-load"),
        audience=Audience.DIRECT,
        choices=Choices(prompt=CARRYING, options=options, language=to.language),
        rings=True,
        key=row.send_id,
    )
