"""Repetition, decay and cooldown."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.crisis.detector import Level, Recent, Subject, Verdict

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def said(level: Level, subject: Subject = Subject.SELF) -> Verdict:
    return Verdict(level=level, subject=subject, score=0.5)


def after(minutes: float) -> datetime:
    return NOON + timedelta(minutes=minutes)


def test_the_third_concern_within_the_hour_counts_as_high() -> None:
    """Somebody who says it again and again has not been heard."""
    recent = Recent()

    levels = [recent.standing("ann", said(Level.CONCERN), after(m)).level for m in (0, 5, 10)]

    assert levels == [Level.CONCERN, Level.CONCERN, Level.HIGH]


def test_concerns_far_apart_stay_concerns() -> None:
    """A hard week is no escalation."""
    recent = Recent()

    levels = [recent.standing("ann", said(Level.CONCERN), after(m)).level for m in (0, 300, 600)]

    assert levels == [Level.CONCERN] * 3


def test_the_same_level_is_not_answered_twice_in_a_row() -> None:
    """Ten copies of one answer push away the person it is for."""
    recent = Recent()

    answers = [recent.standing("ann", said(Level.HIGH), after(m)).answer for m in (0, 10, 31)]

    assert answers == [True, False, True]


def test_a_rise_is_always_answered() -> None:
    """No cooldown may stand between a member and an emergency."""
    recent = Recent()
    rising = (Level.CONCERN, Level.HIGH, Level.EMERGENCY)

    assert [recent.standing("ann", said(level), NOON).answer for level in rising] == [True] * 3


def test_a_lower_level_does_not_reopen_what_was_answered() -> None:
    """After an emergency was answered a concern within minutes adds nothing."""
    recent = Recent()
    recent.standing("ann", said(Level.EMERGENCY), NOON)

    assert not recent.standing("ann", said(Level.CONCERN), after(2)).answer


def test_members_and_those_they_speak_of_are_kept_apart() -> None:
    """Worry about a friend must not hide one's own trouble, nor anybody else's."""
    recent = Recent()
    recent.standing("ann", said(Level.HIGH, Subject.OTHER), NOON)

    assert recent.standing("ann", said(Level.HIGH), NOON).answer
    assert recent.standing("bea", said(Level.HIGH), NOON).answer


def test_what_is_harmless_leaves_no_trace() -> None:
    """Small talk neither counts nor is answered."""
    recent = Recent()

    for minute in range(50):
        standing = recent.standing("ann", said(Level.NONE, Subject.NONE), after(minute))
        assert (standing.level, standing.answer) == (Level.NONE, False)
    assert recent.standing("ann", said(Level.CONCERN), after(50)).level is Level.CONCERN


def test_forgetting_begins_anew() -> None:
    """Who leaves is not remembered."""
    recent = Recent()
    recent.standing("ann", said(Level.HIGH), NOON)

    recent.forget("ann")

    assert recent.standing("ann", said(Level.HIGH), NOON).answer
