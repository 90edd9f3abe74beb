"""What a member wants done about their silence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.checkins.asking.times import ask_on, resume_choice
from bot.checkins.days import MON_WED_FRI
from bot.checkins.missing.planning import fall_asleep
from bot.checkins.missing.silence import MOST_PATIENCE
from bot.checkins.plans import rule_of
from bot.checkins.question import KIND
from bot.delivery import rules
from bot.errors import HandrailError
from bot.platform import Action
from bot.reading.words import plain
from bot.turn import ChoiceGoneError, Turn
from storage import checkins, outbox

NEVER = ("0", "off", "never")
WEEK = timedelta(days=7)


class UnclearPatienceError(HandrailError):
    """Neither a number of questions nor "off"."""

    text_id = "missing-after-unclear"


def chosen(turn: Turn) -> Sequence[Action]:
    """A button below the gentle word."""
    rule = rule_of(turn)
    checkins.heard(turn.tx, turn.person.id)
    match turn.choice:
        case "yes":
            return [turn.answer("missing-goes-on")]
        case "less":
            fewer = MON_WED_FRI if rule.days.bit_count() > 3 else 1 << turn.today.weekday()
            return ask_on(turn, fewer)
        case "pause":
            until = turn.today + WEEK
            rules.pause(turn.tx, rule, until, turn.zone, turn.now)
            return [turn.answer("checkin-paused", resume_choice(turn), until=turn.day_words(until))]
        case "stop":
            fall_asleep(turn.tx, turn.person.id)
            outbox.cancel_unsent(turn.tx, kind=KIND, person=turn.person.id, now=turn.now)
            return [turn.answer("missing-stopped", resume_choice(turn))]
        case "talk":
            return turn.say("talk")
        case _:
            raise ChoiceGoneError("no such choice")


def after(turn: Turn) -> Sequence[Action]:
    """`checkin after <number>|off`: after how many unanswered questions there is a word."""
    rule_of(turn)
    said = plain(turn.words("questions") or "")
    if said in NEVER:
        count = 0
    elif said.isdecimal() and int(said) <= MOST_PATIENCE:
        count = int(said)
    else:
        raise UnclearPatienceError("no such number", most=MOST_PATIENCE)
    checkins.heard(turn.tx, turn.person.id)
    checkins.set_patience(turn.tx, turn.person.id, count)
    return [turn.answer("missing-after-set", count=count)]
