"""What members answer to the questions along the way; nothing of it is shared or kept."""

from __future__ import annotations

from collections.abc import Sequence

from bot.buddies.pairing.ending import end
from bot.buddies.relay import silence, talking
from bot.buddies.relay.life import PROMPT, RELAY, STILL, TALKED
from bot.buddies.relay.meaning import pair_named
from bot.delivery.messages import send
from bot.platform import Action, Choice, Choices
from bot.turn import COMMAND_PROMPT, ChoiceGoneError, Turn
from storage import schedules
from storage.buddy_pairs import Ending, Pair


def prompted(turn: Turn) -> Sequence[Action]:
    """Below a prompt: talk, or no more of these."""
    pair = pair_named(turn, turn.detail)
    if turn.choice == "talk":
        return talking.begin(turn, pair)
    if turn.choice != "stop":
        raise ChoiceGoneError("no such answer")
    schedules.remove(turn.tx, PROMPT, pair.id)
    return [turn.answer("together-prompts-stopped")]


def talked(turn: Turn) -> Sequence[Action]:
    """Whether they talked; behind a no, what might help."""
    pair = pair_named(turn, turn.detail)
    match turn.choice:
        case "yes":
            options = (
                turn.option("good", "together-good"),
                turn.option("unsure", "together-unsure"),
            )
            how = Choices(prompt=f"{TALKED}/{pair.id}", options=options)
            return [turn.answer("together-talked-how", how)]
        case "good":
            return [turn.answer("together-talked-good")]
        case "unsure":
            return [
                turn.answer("together-talked-unsure", _ways_out(turn, "buddy help", "buddy end"))
            ]
        case "no":
            ways = _ways_out(turn, "buddy times", "buddy silent", "buddy end")
            return [turn.answer("together-talked-not", ways)]
        case _:
            raise ChoiceGoneError("no such answer")


def still(turn: Turn) -> Sequence[Action]:
    """Whether it is still good; a no is asked once more, since it cannot be undone."""
    pair = pair_named(turn, turn.detail)
    match turn.choice:
        case "yes":
            return [turn.answer("together-still-good")]
        case "no":
            options = (
                turn.option("end", "together-still-end", tone="danger"),
                turn.option("yes", "together-still-keep"),
            )
            sure = Choices(prompt=f"{STILL}/{pair.id}", options=options)
            return [turn.answer("together-still-sure", sure)]
        case "end":
            send(turn, end(turn.tx, pair, Ending.ENDED, turn.person.id, turn.now))
            return [turn.answer("together-ended")]
        case _:
            raise ChoiceGoneError("no such answer")


def here(turn: Turn) -> Sequence[Action]:
    """The silent one answers: there, talking, or rather not."""
    pair = pair_named(turn, turn.detail)
    if turn.choice == "end":
        return turn.say("buddy end")
    said = silence.here(turn)
    return talking.begin(turn, pair) if turn.choice == "talk" and _carried(pair) else said


def help(turn: Turn) -> Sequence[Action]:
    """`buddy help`: my buddy is in danger, or I worry; what to do, and the lines."""
    team = Choice(id="talk", label=turn.line("together-help-team"))
    told = turn.answer("together-help", Choices(prompt=COMMAND_PROMPT, options=(team,)))
    return [told, *turn.say("help now")]


def _carried(pair: Pair) -> bool:
    return pair.way == RELAY


def _ways_out(turn: Turn, *commands: str) -> Choices:
    labels = {
        "buddy times": "together-way-times",
        "buddy silent": "together-way-silent",
        "buddy help": "together-way-help",
        "buddy end": "together-end",
    }
    options = tuple(Choice(id=each, label=turn.line(labels[each])) for each in commands)
    return Choices(prompt=COMMAND_PROMPT, options=options)
