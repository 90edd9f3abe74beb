"""`buddy words`: who has reported a buddy hands over what was written, if they want to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.buddies.pairing.reporting import Reporting
from bot.buddies.parts import Parts
from bot.commands import Command, Field, Form, Kind
from bot.errors import HandrailError
from bot.feature import StaffOf
from bot.platform import Action, Choices, FormFilled
from bot.turn import Turn
from storage import buddies, handed
from storage.buddies import Report

PROMPT = "buddy-words-hand"
LONGEST = 1500  # characters; as many as are carried at once
FORM = Form(
    name="handed-words", fields=(Field(name="words", kind=Kind.LONG_TEXT, longest=LONGEST),)
)
AFTER_A_REPORT = timedelta(days=14)
AT_MOST = 5
"""How much of somebody's may wait to be read."""


class TooMuchError(HandrailError):
    """The team has enough to read."""

    text_id = "handed-too-much"


class Handing:
    """Takes words in."""

    def __init__(self, staff_of: StaffOf) -> None:
        self._reporting = Reporting(staff_of)

    def parts(self) -> Parts:
        """This module's share of the feature."""
        return Parts(
            commands=(Command(name="buddy words", handler=self.begin),),
            forms=(FORM,),
            prompts={PROMPT: self.chosen},
        )

    def begin(self, turn: Turn) -> Sequence[Action]:
        """What happens with such words, before anything is handed over."""
        if _reported(turn) is None:
            return [turn.answer("handed-no-report")]
        options = (
            turn.option("hand", "handed-hand", form=FORM.name),
            turn.option("keep", "handed-keep"),
        )
        return [turn.answer("handed-how", Choices(prompt=PROMPT, options=options))]

    def chosen(self, turn: Turn) -> Sequence[Action]:
        """The words, or none."""
        report = _reported(turn)
        if report is None:
            return [turn.answer("handed-no-report")]
        if not isinstance(turn.event, FormFilled):
            if turn.choice == "hand":
                return [turn.ask(FORM.name, PROMPT)]
            return [turn.answer("handed-kept")]
        person, words = turn.person.id, turn.words("words")
        if words is None:
            return [turn.answer("handed-kept")]
        if handed.count_of(turn.tx, person) >= AT_MOST:
            raise TooMuchError(f"person {person} has handed over enough")
        handed.hand_over(
            turn.tx,
            community=report.community,
            pair=report.pair,
            person=person,
            about=report.about,
            words=words,
            now=turn.now,
        )
        self._reporting.alert(turn, report.community, report.about, "handed-waits")
        return [turn.answer("handed-done")]


def _reported(turn: Turn) -> Report | None:
    """Their newest report, if it is not too long ago."""
    mine = buddies.reports_by(turn.tx, turn.person.id)
    return next((each for each in mine if turn.now - each.at < AFTER_A_REPORT), None)
