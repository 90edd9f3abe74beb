"""A member's check-in hour and rest, for what else comes by it."""

from __future__ import annotations

from datetime import date, time, timedelta

from bot.checkins import question
from storage import schedules
from storage.database import Transaction

USUAL_HOUR = time(9)


def hour_of(tx: Transaction, person: int) -> time:
    """The member's check-in hour; 9:00 for those who have none."""
    rule = schedules.schedule_of(tx, question.KIND, person)
    return rule.wall_time if rule is not None and rule.wall_time is not None else USUAL_HOUR


def resting(tx: Transaction, person: int, day: date) -> bool:
    """Whether a member who has a daily check-in lets it rest on that day, or it sleeps."""
    rule = schedules.schedule_of(tx, question.KIND, person)
    if rule is None:
        return False
    # One day ahead is no pause: an hour that was changed today counts from tomorrow on.
    paused = rule.paused_until is not None and rule.paused_until > day + timedelta(days=1)
    return rule.next_due is None or paused
