"""What a team sees of its mentors, and the first days that belong to them.

Who mentors, how many, since when, and who wanted the team to know that it is heavy; never with
whom, and never what is talked about.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.buddies.mentors.approving import buttons, request
from bot.buddies.mentors.ending import end_all
from bot.buddies.mentors.naming import mention
from bot.buddies.mentors.news import tell
from bot.buddies.mentors.standing import (
    HEARD,
    cools_until,
    free_places,
    mentorings,
    rests,
    stands,
)
from bot.buddies.rounds.by_hand import person_called
from bot.commands import Role
from bot.delivery.messages import send
from bot.errors import HandrailError
from bot.platform import Action
from bot.richtext import Bullets, Spans, Text
from bot.turn import Turn
from storage import buddies
from storage.buddies import Mentor, MentorState
from storage.buddy_pairs import Stage

MOST_DAYS = 365


class NoCommunityHereError(HandrailError):
    """Said where no community is to be seen."""

    text_id = "mentors-nowhere"


class UnclearDaysError(HandrailError):
    """No number of days, or more than a year."""

    text_id = "newcomers-unclear"


def mentors(turn: Turn) -> Sequence[Action]:
    """`buddies mentors`: for those who look after the mentors."""
    found = [each for each in buddies.mentors(turn.tx, _here(turn)) if stands(turn.tx, each)]
    waiting = [each for each in found if each.state is MentorState.ASKED]
    active = [each for each in found if each.state is not MentorState.ASKED]
    body = turn.body("mentors-list" if active else "mentors-nobody")
    if active:
        body += (Bullets(tuple(_line(turn, each) for each in active)),)
    if waiting:
        body += turn.body("mentors-waiting", count=len(waiting))
    if not waiting or turn.role < Role.MODERATOR:
        return [turn.show(body)]
    body += request(turn.tx, turn.texts, turn.language, waiting[0])
    return [turn.show(body, buttons(turn.texts, turn.language, waiting[0]))]


def _line(turn: Turn, mentor: Mentor) -> Spans:
    taken = [
        pair
        for pair in mentorings(turn.tx, mentor.person, Stage.TOGETHER)
        if pair.community == mentor.community
    ]
    words = [
        turn.line(
            "mentors-line",
            count=len(taken),
            since=turn.texts.when(turn.language, mentor.since.date(), "short"),
        )
    ]
    if rests(mentor, turn.now):
        words.append(turn.line("mentors-line-rests"))
    elif cools_until(turn.tx, mentor, turn.now) is not None:
        words.append(turn.line("mentors-line-cools"))
    else:
        words.append(turn.line("mentors-line-free", count=free_places(turn.tx, mentor)))
    if said_on := mentor.said.get(HEARD):
        day = turn.texts.when(turn.language, date.fromisoformat(said_on), "short")
        words.append(turn.line("mentors-line-heavy", day=day))
    name = mention(turn.tx, mentor.community, mentor.person, turn.actor.platform)
    return (name, Text(": " + " ".join(words)))


def relieve(turn: Turn) -> Sequence[Action]:
    """`buddies relieve <mentor>`: they mentor no more; they and those they walk with are told."""
    community = _here(turn)
    platform, words = turn.actor.platform, turn.words("mentor") or ""
    person = person_called(turn.tx, community, platform, words)
    mentor = buddies.mentor(turn.tx, community, person) if person is not None else None
    if mentor is None or mentor.state is MentorState.ASKED:
        return [turn.answer("mentors-nobody-called")]
    send(turn, end_all(turn.tx, mentor, turn.now))
    send(turn, tell(turn.tx, mentor, "relieve", turn.now))
    return [turn.answer("mentors-relieved")]


def newcomers(turn: Turn) -> Sequence[Action]:
    """`buddies newcomers [days]`: how long somebody new is paired with mentors only."""
    community = _here(turn)
    ways = buddies.ways(turn.tx, community)
    if turn.words("newcomer-days") is None:
        text_id = "newcomers-are" if ways.newcomer_days else "newcomers-off"
        return [turn.answer(text_id, count=ways.newcomer_days)]
    days = _days(turn)
    buddies.set_ways(turn.tx, community, replace(ways, newcomer_days=days))
    return [turn.answer("newcomers-set" if days else "newcomers-set-off", count=days)]


def _days(turn: Turn) -> int:
    words = (turn.words("newcomer-days") or "").split()[0]
    if not words.isdecimal() or int(words) > MOST_DAYS:
        raise UnclearDaysError(f"no days in {len(words)} characters", most=MOST_DAYS)
    return int(words)


def _here(turn: Turn) -> int:
    """The community for which somebody of the team speaks. Raises: NoCommunityHereError."""
    if not turn.communities:
        raise NoCommunityHereError("no community around")
    return turn.communities[0].id
