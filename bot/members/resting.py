"""A team puts a member to rest: nothing is sent to them, nothing announced, nobody counts them.

For members who were banned or have died. What ends is what a `stop` of their own would end, here
or, where this was their last community, everywhere: every feature respects that already. Unlike a
`stop` it takes no consent back, so that `member wake` brings all of it again; only a pair of
buddies that has ended stays so. Somebody who writes `start` themselves gets what is their own
again, their check-ins and help lines, but nothing of the community.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import structlog

from bot.commands import Argument, Command, Kind, Role
from bot.delivery import rules
from bot.delivery.messages import send
from bot.errors import HandrailError
from bot.feature import Feature
from bot.platform import Action, Change, MemberChanged
from bot.turn import Turn
from bot.wall_time import zone_named
from storage import members, outbox, resting, schedules
from storage.database import Transaction
from storage.members import Community
from storage.outbox import Draft
from storage.resting import Rest

log = structlog.get_logger(__name__)

RestToo = Callable[[Transaction, int, int, datetime], Sequence[Draft]]
"""What a feature does when a person rests in a community; returns rows that tell others."""

_AROUND = "<@!> "


class NobodyCalledError(HandrailError):
    """Nobody of that name belongs to the community; a name that is near must not be taken."""

    text_id = "rest-nobody-called"


def feature(too: Sequence[RestToo] = ()) -> Feature:
    """The resting feature. Args: too: what other features do when somebody is put to rest."""
    putting = Putting(too)
    who = Argument(name="resting", kind=Kind.MEMBER)
    return Feature(
        name="resting",
        commands=(
            Command(
                name="member rest", handler=putting.rest, arguments=(who,), needs=Role.MODERATOR
            ),
            Command(
                name="member wake", handler=putting.wake, arguments=(who,), needs=Role.MODERATOR
            ),
        ),
        notices={MemberChanged: putting.noticed},
        export=export,
        erase=lambda tx, person: None,  # goes with the person
    )


def export(tx: Transaction, person: int) -> list[dict[str, Any]]:
    """Where and since when somebody rests, JSON-ready."""
    return [
        {"since": each.since.isoformat(), "banned": each.banned}
        for each in resting.of_person(tx, person)
    ]


class Putting:
    """Puts members to rest and wakes them. Args: too: what other features do."""

    def __init__(self, too: Sequence[RestToo]) -> None:
        self._too = too

    def rest(self, turn: Turn) -> Sequence[Action]:
        """`member rest <member>`: nothing more is sent to them; others are told nothing of it."""
        community = _here(turn)
        person = _called(turn, community)
        if resting.of(turn.tx, person, community.id) is not None:
            return [turn.answer("rest-already")]
        rest = self._put(turn, person, community.id, banned=False)
        if rest is not None and rest.everywhere:
            return [turn.answer("rest-everywhere")]
        return [turn.answer("rest-here")]

    def wake(self, turn: Turn) -> Sequence[Action]:
        """`member wake <member>`: all of it again, but for what they had stopped themselves."""
        community = _here(turn)
        person = _called(turn, community)
        rest = resting.of(turn.tx, person, community.id)
        if rest is None:
            return [turn.answer("rest-not-resting")]
        _wake(turn, rest)
        return [turn.answer("rest-woken")]

    def noticed(self, turn: Turn) -> Sequence[Action]:
        """The platform banned somebody, or let them in again."""
        event, member = turn.event, turn.member
        if not isinstance(event, MemberChanged) or event.own or member is None:
            return []
        if event.change is Change.BANNED:
            for community in turn.left:
                self._put(turn, member.id, community, banned=True)
        elif event.change is Change.JOINED and event.where.space is not None:
            here = {each.id for each in turn.communities}
            for rest in resting.of_person(turn.tx, member.id):
                if rest.banned and rest.community in here:
                    _wake(turn, rest)
        return []

    def _put(self, turn: Turn, person: int, community: int, *, banned: bool) -> Rest | None:
        tx, now = turn.tx, turn.now
        rest = resting.put_to_rest(tx, person, community, banned=banned, now=now)
        if rest is None:
            return None
        drafts = [draft for each in self._too for draft in each(tx, person, community, now)]
        if rest.everywhere:
            for schedule in schedules.of_person(tx, person):
                rules.sleep(tx, schedule)
            outbox.cancel_all_of(tx, person, now)
        send(turn, [each for each in drafts if each.person != person])
        log.info("member_rests", community=community)
        return rest


def _wake(turn: Turn, rest: Rest) -> None:
    resting.wake(turn.tx, rest)
    if not rest.everywhere:
        return
    found = members.recipients(turn.tx, [rest.person]).get(rest.person)
    if found is None or found.stopped:
        return
    for schedule in schedules.of_person(turn.tx, rest.person):
        rules.wake(turn.tx, schedule, zone_named(found.zone), turn.now)


def _here(turn: Turn) -> Community:
    if turn.event.where.space is None or not turn.communities:
        raise NobodyCalledError("said where no community is known")
    return turn.communities[0]


def _called(turn: Turn, community: Community) -> int:
    """The member of a community whose account was named, by its id or a mention."""
    typed = (turn.words("resting") or "").strip()
    for name in dict.fromkeys((typed, typed.strip(_AROUND), typed.casefold())):
        found = members.member_with(turn.tx, turn.actor.platform, name)
        if found is not None and resting.belongs(turn.tx, found.id, community.id):
            return found.id
    raise NobodyCalledError(f"nobody found by {len(typed)} characters")
