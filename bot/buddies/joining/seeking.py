"""Somebody's place among the buddies of a community, and their yes to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.buddies.joining.items import Said
from bot.errors import HandrailError
from bot.members.joining import consent_to
from bot.turn import ChoiceGoneError, Turn
from storage import buddies, members
from storage.buddies import Seeker, State
from storage.ids import read_id
from storage.members import Community

PURPOSE = "buddy"
READY = "ready"
"""Beside what they said of themselves: they have seen it as a whole and want a buddy."""
READ = ("joining-welcome", "joining-who-sees")
"""What their yes is to."""


class NotAmongError(HandrailError):
    """They are not among the buddies."""

    text_id = "joining-not-among"


class NoCommunityError(HandrailError):
    """They belong to no community in which they could be paired."""

    text_id = "joining-no-community"


def communities(turn: Turn) -> Sequence[Community]:
    """Where they could look for a buddy: here, or in any community of theirs."""
    if turn.event.where.space and turn.communities:
        return turn.communities[:1]
    return members.communities_of(turn.tx, turn.person.id) or turn.communities


def places(turn: Turn) -> list[Seeker]:
    """Where they are among the buddies.

    A row without anything said is none: it holds that a moderator is still to look.
    """
    return [each for each in buddies.seekers_of(turn.tx, turn.person.id) if each.said]


def place_in(turn: Turn, community: int) -> Seeker | None:
    """Their place in a community."""
    return next((each for each in places(turn) if each.community == community), None)


def require_seekers(turn: Turn) -> list[Seeker]:
    """Their places: that of the community they speak in, else all. Raises: NotAmongError."""
    found = places(turn)
    if turn.event.where.space and turn.communities:
        here = turn.communities[0].id
        found = [each for each in found if each.community == here] or found
    if not found:
        raise NotAmongError(f"person {turn.person.id} seeks no buddy")
    return found


def seeker_in(turn: Turn, community: str) -> Seeker:
    """Their place in the community that a prompt names. Raises: NotAmongError."""
    found = place_in(turn, community_id(community))
    if found is None:
        raise NotAmongError(f"person {turn.person.id} seeks no buddy there")
    return found


def community_id(words: str) -> int:
    """The community that a prompt names. Raises: ChoiceGoneError."""
    id = read_id(words)
    if id is None:
        raise ChoiceGoneError("the prompt names no community")
    return id


def begin(turn: Turn, community: int) -> Seeker:
    """A profile to be filled in, and their yes to what they read."""
    say_yes(turn)
    before = buddies.seeker(turn.tx, community, turn.person.id)
    seeker = Seeker(
        person=turn.person.id,
        community=community,
        state=before.state if before is not None else State.RESTING,
        said={"languages": [turn.language]},
        since=turn.now,
    )
    buddies.put_seeker(turn.tx, seeker)
    return seeker


def say(turn: Turn, seeker: Seeker, item: str, answers: Sequence[str]) -> Seeker:
    """Keep an answer."""
    said: dict[str, Any] = {**seeker.said, item: list(answers)}
    pool = answers[0] if item == "pool" else seeker.pool
    return buddies.change_seeker(turn.tx, seeker, said=said, pool=pool)


def look(turn: Turn, seeker: Seeker) -> Seeker:
    """From now on a buddy is looked for."""
    resting = seeker.state is State.RESTING
    return buddies.change_seeker(
        turn.tx,
        seeker,
        state=State.LOOKING if resting else seeker.state,
        resting_until=None,
        said={**seeker.said, READY: True},
    )


def forget(turn: Turn, seeker: Seeker) -> None:
    """What they said is gone; that a moderator is still to look stays, over leaving and coming."""
    if seeker.state is State.FROZEN:
        buddies.change_seeker(turn.tx, seeker, said={}, resting_until=None)
    else:
        buddies.remove_seeker(turn.tx, seeker.community, seeker.person)


def is_ready(said: Said) -> bool:
    """Whether they have seen their profile as a whole, and want a buddy."""
    return bool(said.get(READY))


def say_yes(turn: Turn) -> None:
    """Record it."""
    consent_to(turn, turn.person, PURPOSE, *READ)


def has_said_yes(turn: Turn) -> bool:
    """Whether it stands."""
    return members.has_consent(turn.tx, turn.person.id, PURPOSE)


def take_back(turn: Turn) -> None:
    """They no longer say yes to it."""
    members.withdraw_consent(turn.tx, turn.person.id, PURPOSE, turn.now)
