"""A hard day leads to a person: offered once, never pushed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.checkins.answering import notes
from bot.checkins.prompts.rotation import in_turn
from bot.platform import Action, Choices
from bot.turn import ChoiceGoneError, Turn

HARD_DAY = "checkin-hard"
SKILLS = 6
"""How many things to try there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """What other features know of people who could help.

    Args:
        buddy: whether the member has one to talk to.
    """

    buddy: Callable[[Turn], bool] = lambda turn: False


@dataclass(frozen=True, slots=True)
class HardDay:
    """What follows one of the two lowest words, or a strong craving."""

    ways: Ways

    def offer(self, turn: Turn, day: date) -> Action:
        """People and things that might help; "just note it" is as good."""
        options = [turn.option("talk", "checkin-hard-team")]
        if self.ways.buddy(turn):
            options.insert(0, turn.option("buddy", "checkin-hard-buddy"))
        options += [
            turn.option("try", "checkin-hard-try"),
            turn.option("lines", "checkin-hard-lines"),
            turn.option("enough", "checkin-hard-enough"),
        ]
        prompt = f"{HARD_DAY}/{day.isoformat()}"
        return turn.answer("checkin-hard-offer", Choices(prompt=prompt, options=tuple(options)))

    def chosen(self, turn: Turn, day: date) -> Sequence[Action]:
        """One of these."""
        match turn.choice.partition("-"):
            case ("talk", _, _):
                return turn.say("talk")
            case ("buddy", _, _):
                return turn.say("buddy talk")
            case ("lines", _, _):
                return turn.say("help now")
            case ("enough", _, _):
                return [turn.answer("checkin-hard-noted")]
            case ("note", _, _):
                return notes.begin(turn, day)
            case ("try", _, number) if number == "" or number.isdecimal():
                return [_something_to_try(turn, day, int(number or 0))]
            case _:
                raise ChoiceGoneError("no such offer")


def _something_to_try(turn: Turn, day: date, which: int) -> Action:
    """One small thing; another one is a press away."""
    turns = day.toordinal() + which
    skill = in_turn(range(1, SKILLS + 1), turn.person.id, turns)
    options = (
        turn.option(f"try-{(which + 1) % SKILLS}", "checkin-try-another"),
        turn.option("talk", "checkin-hard-team"),
        turn.option("enough", "checkin-hard-enough"),
    )
    prompt = f"{HARD_DAY}/{day.isoformat()}"
    return turn.answer(f"checkin-try-{skill}", Choices(prompt=prompt, options=options))


NO_WAYS = Ways()
