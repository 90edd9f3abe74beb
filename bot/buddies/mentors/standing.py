"""How somebody stands as a mentor: with whom they walk, and how many more they can take."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from bot.buddies.joining.seeking import NotAmongError
from bot.members.joining import consent_to
from bot.turn import Turn
from storage import buddies, buddy_pairs, members, schedules
from storage.buddies import Mentor, MentorState, Seeker, State, Ways
from storage.buddy_pairs import Pair, Stage
from storage.database import Transaction

PURPOSE = "mentor"
"""The consent to walk with others; a general `stop` takes it back with all others."""
READ = ("mentor-expected", "mentor-who-sees")
"""What that yes is to; that they have lived with it for a year stands on the button."""
CARRYING = "mentor-carrying"
"""The kind of the weekly rule behind the monthly question, which `pause` and `stop` are about."""
MENTORING = "mentoring"

COOL_OFF = timedelta(days=14)
"""How long nobody new is proposed to a mentor after a mentoring ended, unless they ask."""

ABOUT = "about"
"""Beside what they said of themselves: words for the team, until it has decided."""
READY = "ready"
"""Likewise: when they asked for somebody new in spite of the cool-off, in ISO 8601."""
HEARD = "heard"
"""Likewise: the date on which they let the team know that it is heavy, in ISO 8601."""


class NotMentorError(NotAmongError):
    """They are no mentor, and did not ask to be one."""

    text_id = "mentor-not-one"


def places(turn: Turn) -> list[Mentor]:
    """Where they mentor or asked to: in the community they speak in, else all. May be empty."""
    found = [each for each in buddies.mentors_of(turn.tx, turn.person.id) if stands(turn.tx, each)]
    if turn.event.where.space and turn.communities:
        here = turn.communities[0].id
        found = [each for each in found if each.community == here] or found
    return found


def require_places(turn: Turn) -> list[Mentor]:
    """As `places`. Raises: NotMentorError."""
    found = places(turn)
    if not found:
        raise NotMentorError(f"person {turn.person.id} mentors nowhere")
    return found


def stands(tx: Transaction, mentor: Mentor) -> bool:
    """Whether they still want it: their yes stands, and they are in the community."""
    return members.has_consent(tx, mentor.person, PURPOSE) and any(
        each.id == mentor.community for each in members.communities_of(tx, mentor.person)
    )


def say_yes(turn: Turn) -> None:
    """Record that they want it."""
    consent_to(turn, turn.person, PURPOSE, *READ)


def change(tx: Transaction, mentor: Mentor, **changes: Any) -> Mentor:
    """The same with changes, written."""
    changed = replace(mentor, **changes)
    buddies.put_mentor(tx, changed)
    return changed


def without(mentor: Mentor, *names: str) -> dict[str, Any]:
    """What they said, without some of it."""
    return {name: value for name, value in mentor.said.items() if name not in names}


# --- with whom they walk


def mentorings(tx: Transaction, person: int, *stages: Stage) -> list[Pair]:
    """Where somebody is the mentor, the newest first, in all communities: it is one load."""
    return [
        pair
        for pair in buddy_pairs.of_person(tx, person, *stages)
        if pair.kind == MENTORING and pair.partner(person).mentors
    ]


def free_places(tx: Transaction, mentor: Mentor) -> int:
    """How many more they could take; who is being asked right now counts as taken."""
    taken = mentorings(tx, mentor.person, Stage.PROPOSED, Stage.TOGETHER)
    return max(0, mentor.capacity - len(taken))


# --- when they take nobody new


def rests(mentor: Mentor, now: datetime) -> bool:
    """Whether they want nobody new at the moment."""
    if mentor.state is not MentorState.RESTING:
        return False
    return mentor.resting_until is None or mentor.resting_until > now


def cools_until(tx: Transaction, mentor: Mentor, now: datetime) -> datetime | None:
    """Until when nobody new is proposed after a mentoring ended; None: it is long past, or waived.

    It is the same whoever ended it, and why: it tells a mentor nothing that they do not know.
    """
    ready = mentor.said.get(READY)
    since = datetime.fromisoformat(ready) if ready else None
    ends = [
        pair.ended_at + COOL_OFF
        for pair in mentorings(tx, mentor.person, Stage.OVER)
        if pair.began_at is not None
        and pair.ended_at is not None
        and (since is None or pair.ended_at > since)
    ]
    latest = max(ends, default=now)
    return latest if latest > now else None


def _is_available(tx: Transaction, mentor: Mentor, now: datetime) -> bool:
    """Whether somebody new may be proposed to them."""
    if mentor.state is MentorState.ASKED or rests(mentor, now) or not stands(tx, mentor):
        return False
    member = members.recipients(tx, [mentor.person]).get(mentor.person)
    if member is None or member.stopped or not member.account.reachable:
        return False
    seeker = buddies.seeker(tx, mentor.community, mentor.person)
    if seeker is not None and seeker.state is State.FROZEN:
        return False
    return cools_until(tx, mentor, now) is None and not _pauses(tx, mentor.person, now.date())


def _pauses(tx: Transaction, person: int, today: date) -> bool:
    """Whether the general `pause` holds."""
    rule = schedules.schedule_of(tx, CARRYING, person)
    if rule is None:
        return False
    return rule.next_due is None or (rule.paused_until is not None and rule.paused_until > today)


# --- what rounds ask


def mentor_profiles(tx: Transaction, community: int, now: datetime) -> list[tuple[Mentor, int]]:
    """The mentors to whom somebody may be proposed now, and how many more each can take."""
    free = [
        (mentor, free_places(tx, mentor))
        for mentor in buddies.mentors(tx, community)
        if _is_available(tx, mentor, now)
    ]
    return [(mentor, count) for mentor, count in free if count > 0]


def is_newcomer(seeker: Seeker, now: datetime, ways: Ways) -> bool:
    """Whether they are in their first days, for which a community wants mentors only."""
    return now - seeker.since < timedelta(days=ways.newcomer_days)
