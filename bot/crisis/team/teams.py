"""A community's team: its rooms, who belongs to it, and messages that go ahead of all others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.commands import Role
from bot.crisis.team import duty
from bot.crisis.team.alerts import Reader
from bot.crisis.watching.knowing import RoomsOf, StaffRoom
from bot.errors import HandrailError
from bot.platform import Address, Event
from bot.richtext import Mention
from bot.turn import Turn
from storage import duty as roster
from storage import members
from storage.database import Transaction
from storage.episodes import Where
from storage.members import Community


class NotStaffRoomError(HandrailError):
    """Something for the team, from somewhere else or by somebody else."""

    text_id = "error-not-staff"


@dataclass(frozen=True, slots=True)
class Team:
    """A community with the rooms in which its team is alerted."""

    community: Community
    rooms: tuple[StaffRoom, ...]
    emergency: str | None = None

    def reader(self, room: StaffRoom) -> Reader:
        """For whom something in a room of theirs is written."""
        return Reader(
            platform=room.address.platform,
            language=room.language,
            zone=self.community.zone,
            emergency=self.emergency,
        )

    def room_at(self, event: Event) -> StaffRoom | None:
        """The staff room that an event comes from, be it from a thread there."""
        places = {event.where.channel, event.thread_of} - {None}
        return next(
            (
                room
                for room in self.rooms
                if room.address.platform == event.where.platform and room.address.channel in places
            ),
            None,
        )


class Teams:
    """Finds teams.

    Args:
        emergency_of: the emergency number of a country, by its ISO 3166 code.
    """

    def __init__(self, rooms_of: RoomsOf, emergency_of: Callable[[str | None], str | None]) -> None:
        self._rooms_of = rooms_of
        self._emergency_of = emergency_of

    def of_id(self, tx: Transaction, community: int | None) -> Team | None:
        """The team of a community; None if there is no such community."""
        found = members.community(tx, community) if community is not None else None
        return self._team(tx, found) if found is not None else None

    def at(self, turn: Turn) -> tuple[Team, StaffRoom]:
        """The team in whose room something was said or pressed, by one of them.

        One of them is a moderator there, or stands on the roster. Raises: NotStaffRoomError.
        """
        for community in self._around(turn):
            team = self._team(turn.tx, community)
            room = team.room_at(turn.event)
            if room is None:
                continue
            if turn.role >= Role.MODERATOR or self._is_helper(turn, community.id):
                return team, room
        raise NotStaffRoomError("not in a staff room, or not one of the team")

    def mine(self, turn: Turn) -> Team:
        """The team that somebody speaks for: here, or from direct messages where they help."""
        if not turn.event.direct:
            return self.at(turn)[0]
        actor = turn.actor
        helping = roster.everywhere(turn.tx, actor.platform, actor.user or "")
        if len(helping) == 1 and (team := self.of_id(turn.tx, helping[0].community)) is not None:
            return team
        raise NotStaffRoomError("in direct messages, and on no roster or on several")

    def grants(self, turn: Turn) -> Role:
        """Whoever stands on a roster may give the team's commands; which team is asked later."""
        actor = turn.actor
        on_some = roster.everywhere(turn.tx, actor.platform, actor.user or "")
        return Role.PEER_SUPPORTER if on_some else Role.ANYONE

    def _around(self, turn: Turn) -> Iterator[Community]:
        """Those that the place belongs to, then all: a staff room may stand outside any space."""
        yield from turn.communities
        yield from members.all_communities(turn.tx)[0]

    def _team(self, tx: Transaction, community: Community) -> Team:
        rooms = self._rooms_of(tx, community.id).staff
        return Team(community, rooms, self._emergency_of(community.country))

    def _is_helper(self, turn: Turn, community: int) -> bool:
        actor = turn.actor
        found = roster.helper_with(turn.tx, community, actor.platform, actor.user or "")
        return found is not None


def mention_of(tx: Transaction, community: int, who: Where | None) -> Mention | None:
    """An account among its own team, by the name that they gave."""
    if who is None:
        return None
    platform, _space, _channel, user = who
    helper = roster.helper_with(tx, community, platform, user or "")
    return duty.mention(helper) if helper else Mention(platform, user or "", user or "")


def account_of(address: Address) -> Where:
    """An account, without the room in which it acted."""
    return address.platform, None, None, address.user
