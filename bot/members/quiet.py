"""`quiet`: hours in which nothing unasked comes to a member, on their own clock.

What can wait is put off by `bot.delivery.quiet`, whichever feature it comes from; here a member
says from when until when, and reads what comes all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import time

from bot.commands import Argument, Command, Kind
from bot.delivery.quiet import Usual
from bot.feature import Feature
from bot.platform import Action, Choices
from bot.reading import read_hours
from bot.reading.words import plain
from bot.richtext import Body
from bot.turn import ChoiceGoneError, Turn
from storage import quiet
from storage.database import Transaction
from storage.quiet import Hours

PROMPT = "quiet"
OFF, USUAL = "off", "usual"

OwnHours = Callable[[Transaction, int], Sequence[time]]
"""The hours at which a member wants to be asked."""


def feature(usual: Usual, own_hours: OwnHours) -> Feature:
    """The feature of quiet hours.

    Args:
        usual: the quiet hours of people's communities.
        own_hours: when a member wants to be asked, be it quiet or not.
    """
    resting = Resting(usual, own_hours)
    return Feature(
        name="quiet",
        commands=(
            Command(
                name="quiet",
                handler=resting.said,
                arguments=(Argument(name="resting-hours", kind=Kind.TEXT, required=False),),
                aliases=("quiet hours",),
            ),
        ),
        prompts={PROMPT: resting.pressed},
        export=quiet.export,
        erase=quiet.erase,
    )


class Resting:
    """Reads, keeps, tells. Args: as `feature`."""

    def __init__(self, usual: Usual, own_hours: OwnHours) -> None:
        self._usual = usual
        self._own_hours = own_hours

    def said(self, turn: Turn) -> Sequence[Action]:
        """`quiet [<from> <until> | off | usual]`."""
        words = turn.words("resting-hours")
        if words is None:
            return [self._shown(turn)]
        for choice in (OFF, USUAL):
            if plain(words) in _typed(turn, choice):
                return self._chosen(turn, choice)
        begins, ends = read_hours(words, turn.language)
        quiet.choose(turn.tx, turn.person.id, Hours(begins, ends))
        _look_again(turn)
        return [self._told(turn, "quiet-set", Hours(begins, ends))]

    def pressed(self, turn: Turn) -> Sequence[Action]:
        """The buttons below: none, or the community's."""
        if turn.choice not in (OFF, USUAL):
            raise ChoiceGoneError("no such choice")
        return self._chosen(turn, turn.choice)

    def _chosen(self, turn: Turn, choice: str) -> Sequence[Action]:
        if choice == OFF:
            quiet.choose(turn.tx, turn.person.id, None)
            _look_again(turn)
            return [turn.answer("quiet-off")]
        quiet.erase(turn.tx, turn.person.id)
        _look_again(turn)
        return [self._shown(turn)]

    def _shown(self, turn: Turn) -> Action:
        """What counts, and how to change it."""
        me = turn.person.id
        wish, usual = quiet.wishes(turn.tx, [me])[me], self._usual(turn.tx, [me]).get(me)
        if wish.chosen and wish.hours is not None:
            return self._told(turn, "quiet-shown", wish.hours)
        if not wish.chosen and usual is not None:
            return self._told(turn, "quiet-shown-usual", usual)
        return turn.answer("quiet-none", _offered(turn, USUAL) if usual is not None else None)

    def _told(self, turn: Turn, text_id: str, hours: Hours) -> Action:
        """The hours in words, and what comes all the same."""
        begins, ends = turn.clock_words(hours.begins), turn.clock_words(hours.ends)
        body = turn.body(text_id, begins=begins, ends=ends) + turn.body("quiet-what")
        body += self._asked_within(turn, hours)
        return turn.show(body, _offered(turn, OFF))

    def _asked_within(self, turn: Turn, hours: Hours) -> Body:
        """A question at an hour of their own comes then, too: they chose it."""
        inside = [
            each for each in self._own_hours(turn.tx, turn.person.id) if _is_within(hours, each)
        ]
        if not inside:
            return ()
        return turn.body("quiet-own-hour", at=turn.clock_words(min(inside)), count=len(inside))


def _is_within(hours: Hours, at: time) -> bool:
    """Whether a wall time lies in these hours."""
    if hours.begins < hours.ends:
        return hours.begins <= at < hours.ends
    return at >= hours.begins or at < hours.ends


def _typed(turn: Turn, choice: str) -> set[str]:
    """What means a choice when typed."""
    return {choice, *turn.option(choice, f"quiet-choice-{choice}").words}


def _offered(turn: Turn, *choices: str) -> Choices:
    options = tuple(turn.option(each, f"quiet-choice-{each}") for each in choices)
    return Choices(prompt=PROMPT, options=options)


def _look_again(turn: Turn) -> None:
    """What waits by what counted before is looked at anew."""
    turn.wakes |= quiet.release(turn.tx, turn.now, person=turn.person.id)
