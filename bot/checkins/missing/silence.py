"""Counting unanswered questions, and what is due after how many. Pure."""

from __future__ import annotations

from enum import StrEnum

from storage.checkins import Silence

LONGEST = 14
"""Unanswered questions after which nothing more is asked."""
MOST_PATIENCE = LONGEST - 1


class Step(StrEnum):
    """What goes out at the hour of a question; the values are kinds of outbox rows."""

    ASK = "checkin"
    WORD = "checkin-missing"
    SLEEP = "checkin-asleep"


def step(silence: Silence) -> Step:
    """What goes out to somebody who has been silent so long.

    One unanswered question changes nothing. WORD and SLEEP each come once in a silence, since
    the count passes each number once until an answer sets it back.
    """
    if silence.unanswered >= LONGEST:
        return Step.SLEEP
    if silence.patience and silence.unanswered == silence.patience:
        return Step.WORD
    return Step.ASK


def is_told_of(silence: Silence) -> bool:
    """Whether a buddy hears of it: one question after the word that nobody answered."""
    return bool(silence.patience) and silence.unanswered == silence.patience + 1
