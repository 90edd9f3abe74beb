"""What somebody said of themselves, as the engine takes it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.buddies.joining.hours import free_hours
from bot.buddies.joining.items import ANY_TOPIC, OWN, Said, answer
from bot.buddies.matching import Pool, Profile
from bot.buddies.matching.profiles import Consent
from bot.reading.words import plain
from storage.buddies import Mentor, Seeker

NOBODY: frozenset[str] = frozenset()


def profile_of(
    seeker: Seeker,
    zone: ZoneInfo,
    *,
    blocks: frozenset[str],
    past: Mapping[str, int],
    waited: int,
    now: datetime,
) -> Profile:
    """A seeker for the engine.

    Args:
        zone: the member's own.
        blocks: `str` of the people they must not be paired with.
        past: by `str` of a person, how many rounds ago they were paired.
        waited: rounds without a buddy.
        now: aware; hours are those of the week that begins then.
    """
    return _profile(
        seeker.said,
        zone,
        now,
        id=str(seeker.person),
        pool=Pool(seeker.pool),
        blocks=blocks,
        past=dict(past),
        waited=waited,
        seeks_mentor="yes" in answer(seeker.said, "mentor"),
    )


def mentor_profile_of(
    mentor: Mentor,
    zone: ZoneInfo,
    *,
    now: datetime,
    mentees: int = 0,
    blocks: frozenset[str] = NOBODY,
) -> Profile:
    """A mentor for the engine.

    Args:
        mentees: whom they accompany already; the rest of their capacity is free.
    """
    return _profile(
        mentor.said,
        zone,
        now,
        id=str(mentor.person),
        pool=Pool.MENTOR,
        blocks=blocks,
        capacity=max(0, mentor.capacity - mentees),
    )


def _profile(said: Said, zone: ZoneInfo, now: datetime, **more: object) -> Profile:
    topics, hours = answer(said, "topics"), answer(said, "hours")
    gender = compared(answer(said, "gender"))
    return Profile(
        topics=compared(topics) - {ANY_TOPIC} if topics else None,
        any_topic=ANY_TOPIC in topics,
        stage=_number(said, "stage"),
        languages=answer(said, "languages") or None,
        free_hours=free_hours(hours, zone, now) if hours else None,
        text_only="text" in answer(said, "voice"),
        gender=min(gender, default=""),
        gender_rule="same" if gender and "same" in answer(said, "wish") else "any",
        age_band=_number(said, "age"),
        interests=compared(answer(said, "interests")),
        consents_to=frozenset(Consent(each) for each in answer(said, "agree")),
        **more,  # type: ignore[arg-type]
    )


def compared(answers: tuple[str, ...]) -> frozenset[str]:
    """Answers as two people's are compared: words of their own without case and accents."""
    return frozenset(
        OWN + plain(each.removeprefix(OWN)) if each.startswith(OWN) else each for each in answers
    )


def _number(said: Said, item: str) -> int | None:
    answers = answer(said, item)
    return int(answers[0]) if answers else None
