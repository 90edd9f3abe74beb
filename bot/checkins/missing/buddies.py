"""Who hears of a silence: a buddy, if the member wants it and the buddy is willing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.checkins.missing.planning import Missing, by_day
from bot.checkins.missing.telling import HEARING
from bot.checkins.plans import rule_of
from bot.delivery.messages import direct, row_of, send
from bot.delivery.sender import ANSWERS
from bot.platform import Action, Audience, Choice, Choices, Say
from bot.turn import ChoiceGoneError, Turn
from storage import checkin_hearers, members
from storage.ids import read_id

OPEN = timedelta(days=2)
"""How long the question to a buddy is of use."""


@dataclass(frozen=True, slots=True)
class Buddies:
    """`checkin buddy`."""

    missing: Missing

    def buddy(self, turn: Turn) -> Sequence[Action]:
        """`checkin buddy on|off`: whether a buddy hears of a silence."""
        rule_of(turn)
        if turn.words("switch") == "off":
            checkin_hearers.end_all(turn.tx, turn.person.id)
            return [turn.answer("hearing-ended")]
        others = self.missing.together(turn.tx, turn.person.id)
        if not others:
            return [turn.answer("hearing-nobody")]
        for other in others:
            checkin_hearers.ask(turn.tx, turn.person.id, other)
            self._ask(turn, other)
        return [turn.answer("hearing-asked")]

    def chosen(self, turn: Turn) -> Sequence[Action]:
        """The buddy's yes or no, or their wish to hear no more."""
        member = read_id(turn.detail)
        if member is None or turn.choice not in ("yes", "no", "off"):
            raise ChoiceGoneError("no such answer")
        me = turn.person.id
        if turn.choice == "yes":
            together = me in self.missing.together(turn.tx, member)
            if not together or not checkin_hearers.agree(turn.tx, member, me, turn.now):
                raise ChoiceGoneError("nobody asks for it any more")
            return [turn.answer("hearing-agreed", _off(turn, member))]
        checkin_hearers.end(turn.tx, member, me)
        return [turn.answer("hearing-off-done")]

    def _ask(self, turn: Turn, other: int) -> None:
        """Ask the buddy; nothing is told of anybody before their yes."""
        to = members.recipients(turn.tx, [other]).get(other)
        if to is None or to.stopped:
            return
        options = tuple(
            Choice(id=id, label=turn.texts.line(to.language, text_id))
            for id, text_id in (("yes", "hearing-yes"), ("no", "hearing-no"))
        )
        prompt = f"{HEARING}/{turn.person.id}"
        say = Say(
            to=direct(to),
            body=turn.texts.body(to.language, "hearing-ask"),
            audience=Audience.DIRECT,
            choices=Choices(prompt=prompt, options=options, language=to.language),
            rings=True,
        )
        due = by_day(turn.now, ZoneInfo(to.zone))
        row = row_of(
            turn.tx,
            say,
            lane=ANSWERS,
            due=due,
            expires=due + OPEN,
            person=other,
            key=f"{HEARING}:{turn.person.id}:{other}:{turn.today}",
            unasked=True,
        )
        send(turn, [row])


def _off(turn: Turn, member: int) -> Choices:
    return Choices(prompt=f"{HEARING}/{member}", options=(turn.option("off", "hearing-off"),))
