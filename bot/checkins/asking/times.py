"""When a member is asked: the hour, the days, a pause."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

from bot.checkins.days import name_days, said_days
from bot.checkins.plans import first_day, next_in_words, rule_of
from bot.checkins.question import AGAIN, EVENING, KIND
from bot.delivery import rules
from bot.platform import Action, Choice, Choices
from bot.turn import COMMAND_PROMPT, Turn
from storage import checkins, schedules
from storage.members import Member


def begin(turn: Turn, member: Member, at: time) -> str:
    """Set up a new member's check-ins. Returns: the first one's day and hour in words."""
    checkins.make_plan(turn.tx, member.id)
    rule = rules.set_daily(
        turn.tx, kind=KIND, person=member.id, at=at, zone=member.zone, now=turn.now
    )
    return next_in_words(turn, rule, member)


def at(turn: Turn) -> Sequence[Action]:
    """`checkin time <hour>`: when to be asked."""
    hour, rule = turn.hour("at"), rule_of(turn)
    checkins.heard(turn.tx, turn.person.id)
    changed = rules.set_daily(
        turn.tx,
        kind=KIND,
        person=turn.person.id,
        at=hour,
        zone=turn.zone,
        now=turn.now,
        days=rule.days,
        not_before=first_day(turn, rule),
    )
    return [turn.answer("checkin-time-set", next=next_in_words(turn, changed, turn.person))]


def on_days(turn: Turn) -> Sequence[Action]:
    """`checkin days <days>`: on which days of the week."""
    rule_of(turn)
    return ask_on(turn, said_days(turn, turn.words("days") or ""))


def ask_on(turn: Turn, days: int) -> Sequence[Action]:
    """Ask on these days of the week from now on; bit 0 is Monday."""
    rule = rule_of(turn)
    checkins.heard(turn.tx, turn.person.id)
    changed = rules.set_daily(
        turn.tx,
        kind=KIND,
        person=turn.person.id,
        at=rule.wall_time or time(9),
        zone=turn.zone,
        now=turn.now,
        days=days,
        not_before=first_day(turn, rule),
    )
    return [
        turn.answer(
            "checkin-days-set",
            days=name_days(days, turn.language),
            next=next_in_words(turn, changed, turn.person),
        )
    ]


def pause(turn: Turn) -> Sequence[Action]:
    """`checkin pause [until <day>]`: ask nothing before that day; the plan stays."""
    rule = rule_of(turn)
    until = turn.day("until") if turn.words("until") else None
    checkins.heard(turn.tx, turn.person.id)
    for each in (rule, schedules.schedule_of(turn.tx, EVENING, turn.person.id)):
        if each is not None:
            rules.pause(turn.tx, each, until, turn.zone, turn.now)
    schedules.remove(turn.tx, AGAIN, turn.person.id)
    if until is None:
        return [turn.answer("checkin-paused-open", resume_choice(turn))]
    return [turn.answer("checkin-paused", resume_choice(turn), until=turn.day_words(until))]


def resume(turn: Turn) -> Sequence[Action]:
    """`checkin resume`: go on asking."""
    checkins.heard(turn.tx, turn.person.id)
    woken = rules.wake(turn.tx, rule_of(turn), turn.zone, turn.now)
    evening = schedules.schedule_of(turn.tx, EVENING, turn.person.id)
    if evening is not None:
        rules.wake(turn.tx, evening, turn.zone, turn.now)
    return [turn.answer("checkin-resumed", next=next_in_words(turn, woken, turn.person))]


def resume_choice(turn: Turn) -> Choices:
    """A button to go on."""
    option = Choice(id="checkin resume", label=turn.line("checkin-resume-button"))
    return Choices(prompt=COMMAND_PROMPT, options=(option,))
