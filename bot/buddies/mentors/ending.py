"""`mentor end`: one mentoring, or being a mentor at all; asked once more before it happens."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.buddies.mentors.standing import (
    CARRYING,
    COOL_OFF,
    PURPOSE,
    mentorings,
    require_places,
)
from bot.buddies.pairing.ending import end
from bot.buddies.parts import Parts
from bot.delivery.messages import send
from bot.platform import Action, Choice, Choices
from bot.turn import ChoiceGoneError, Turn
from storage import buddies, buddy_pairs, members, schedules
from storage.buddies import Mentor, MentorState
from storage.buddy_pairs import Ending, Pair, Stage
from storage.database import Transaction
from storage.ids import read_id
from storage.outbox import Draft

WHICH, SURE = "mentor-end", "mentor-ending"
ALL = "all"
MOST = 20


def parts() -> Parts:
    """This module's share of the feature."""
    return Parts(prompts={WHICH: which, SURE: sure})


def ask(turn: Turn) -> Sequence[Action]:
    """`mentor end [name]`: which mentoring, or all of it; in a pair's own room it means that."""
    if all(each.state is MentorState.ASKED for each in require_places(turn)):
        return [_ask_all(turn)]
    found = mentorings(turn.tx, turn.person.id, Stage.TOGETHER)
    meant = _meant(turn, found)
    if len(meant) == 1:
        return [_ask_one(turn, meant[0])]
    if not found:
        return [_ask_all(turn)]
    options = tuple(
        Choice(id=str(pair.id), label=turn.line("mentor-end-since", day=_since(turn, pair)))
        for pair in found[:MOST]
    )
    everything = turn.option(ALL, "mentor-end-all")
    return [turn.answer("mentor-end-which", Choices(prompt=WHICH, options=(*options, everything)))]


def which(turn: Turn) -> Sequence[Action]:
    """The one that was meant."""
    if turn.choice == ALL:
        return [_ask_all(turn)]
    return [_ask_one(turn, _mine(turn, turn.choice))]


def sure(turn: Turn) -> Sequence[Action]:
    """Whether they mean it."""
    if turn.choice != "yes":
        return [turn.answer("mentor-goes-on")]
    me = turn.person.id
    if turn.detail != ALL:
        pair = _mine(turn, turn.detail)
        send(turn, end(turn.tx, pair, Ending.ENDED, me, turn.now))
        return [turn.answer("mentor-ended", days=COOL_OFF.days)]
    for place in require_places(turn):
        send(turn, end_all(turn.tx, place, turn.now))
    return [turn.answer("mentor-ended-all")]


def end_all(tx: Transaction, mentor: Mentor, now: datetime) -> list[Draft]:
    """They mentor in that community no more, and what they said for it is removed.

    Returns: rows that tell those they walked with, gently; the caller adds them.
    """
    me = mentor.person
    drafts = [
        draft
        for pair in mentorings(tx, me, Stage.PROPOSED, Stage.TOGETHER)
        if pair.community == mentor.community
        for draft in end(tx, pair, Ending.ENDED, me, now)
    ]
    buddies.remove_mentor(tx, mentor.community, me)
    if not buddies.mentors_of(tx, me):
        members.withdraw_consent(tx, me, PURPOSE, now)
        schedules.remove(tx, CARRYING, me)
    return drafts


def _ask_one(turn: Turn, pair: Pair) -> Action:
    return turn.answer("mentor-end-sure", _yes_or_no(turn, str(pair.id)))


def _ask_all(turn: Turn) -> Action:
    taken = len(mentorings(turn.tx, turn.person.id, Stage.TOGETHER))
    return turn.answer("mentor-end-all-sure", _yes_or_no(turn, ALL), count=taken)


def _yes_or_no(turn: Turn, detail: str) -> Choices:
    options = (
        turn.option("yes", "mentor-end-yes", tone="danger"),
        turn.option("no", "mentor-end-no"),
    )
    return Choices(prompt=f"{SURE}/{detail}", options=options)


def _meant(turn: Turn, found: Sequence[Pair]) -> Sequence[Pair]:
    """That of the room in which it is said, or of the account that was named."""
    where = turn.event.where
    if where.channel is not None:
        here = buddy_pairs.in_room(turn.tx, where.platform, where.channel)
        if here is not None and here.id in {each.id for each in found}:
            return [here]
    named = (turn.words("mentee") or "").strip("<@!> ").casefold()
    return [pair for pair in found if named and named in _accounts(turn, pair)]


def _accounts(turn: Turn, pair: Pair) -> set[str]:
    """The accounts of a mentee, where the mentor sees them; else guessing would tell who it is."""
    return {
        account.user.strip("@").casefold()
        for other in pair.others(turn.person.id)
        if pair.way in ("thread", "room") or other.shows_account
        for account in members.accounts_of(turn.tx, other.person)
    }


def _mine(turn: Turn, written: str) -> Pair:
    """One of their own mentorings that still is. Raises: ChoiceGoneError."""
    id = read_id(written)
    for pair in mentorings(turn.tx, turn.person.id, Stage.TOGETHER):
        if pair.id == id:
            return pair
    raise ChoiceGoneError("no mentoring of theirs")


def _since(turn: Turn, pair: Pair) -> str:
    began = pair.began_at or pair.proposed_at
    return turn.day_words(began.astimezone(turn.zone).date())
