"""A member's own rule: when the question comes next."""

from __future__ import annotations

from datetime import date, timedelta

from bot.checkins.question import KIND
from bot.errors import HandrailError
from bot.turn import Turn
from storage import schedules
from storage.members import Member
from storage.schedules import Schedule


class NoPlanError(HandrailError):
    """They never asked to be checked in on."""

    text_id = "checkin-no-plan"


class TooManyWordsError(HandrailError):
    """More characters than a note, a prompt or the like holds."""

    text_id = "form-too-long"


def rule_of(turn: Turn) -> Schedule:
    """When the member is asked. Raises: NoPlanError."""
    rule = schedules.schedule_of(turn.tx, KIND, turn.person.id)
    if rule is None:
        raise NoPlanError(f"person {turn.person.id} has no plan")
    return rule


def first_day(turn: Turn, rule: Schedule) -> date:
    """The first day on which a changed rule asks: in no pause, and no day for a second time."""
    today = turn.now.astimezone(turn.zone).date()
    behind = rule.next_day is not None and rule.next_day > today
    first = today + timedelta(days=1) if behind else today
    return max(first, rule.paused_until or first)


def next_in_words(turn: Turn, rule: Schedule, member: Member) -> str:
    """Day and hour of the next question, on the member's clock."""
    if rule.next_due is None:
        return "–"
    local = rule.next_due.astimezone(member.zone)
    return turn.texts.when(turn.language, local, "datetime")


def fitting(words: str, longest: int, what: str) -> str:
    """The words, if they are not too many. Raises: TooManyWordsError."""
    if len(words) > longest:
        raise TooManyWordsError(what, given=len(words), longest=longest)
    return words
