"""A sign from somebody whose check-in fell asleep: it goes on, and they are told so."""

from __future__ import annotations

from bot.checkins.missing.silence import LONGEST
from bot.checkins.plans import next_in_words
from bot.checkins.question import EVENING, KIND
from bot.delivery import rules
from bot.platform import Action, Choice, Choices
from bot.turn import COMMAND_PROMPT, Turn
from storage import checkins, schedules


def heard(turn: Turn) -> list[Action]:
    """The silence is over. What fell asleep by itself is woken; who said stop is not asked again.

    Returns: what else they are told, with a button for who would rather have it quiet.
    """
    person = turn.person
    silence = checkins.silences(turn.tx, [person.id]).get(person.id)
    checkins.heard(turn.tx, person.id)
    if silence is None or not silence.asleep or silence.unanswered < LONGEST:
        return []
    rule = schedules.schedule_of(turn.tx, KIND, person.id)
    if rule is None or rule.next_due is not None:
        return []
    woken = rules.wake(turn.tx, rule, turn.zone, turn.now)
    evening = schedules.schedule_of(turn.tx, EVENING, person.id)
    if evening is not None:
        rules.wake(turn.tx, evening, turn.zone, turn.now)
    quiet = Choice(id="checkin pause", label=turn.line("missing-quiet"))
    choices = Choices(prompt=COMMAND_PROMPT, options=(quiet,))
    return [turn.answer("missing-woken", choices, next=next_in_words(turn, woken, person))]
