"""Where the rooms of communities come from: what counts for each, in the words of each feature.

Everything is read anew when it is asked for, so that what chat changes acts at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time

from bot.checkins.dates.milestones import read_marks
from bot.checkins.dates.offers import Offer
from bot.checkins.where import CheckInRoom, CheckInRooms, Where
from bot.communities.effective import Effective, Settings
from bot.crisis.watching.knowing import Rooms
from bot.crisis.watching.knowing import StaffRoom as AlertRoom
from bot.meetings.telling.mirroring import Mirror
from bot.moderation.staff import StaffRoom
from bot.platform import Address
from bot.texts import Texts
from storage import members
from storage.database import Transaction

DISCORD = "discord"
_CHECKIN_KEYS = ("checkin_room", "checkin_delivery", "checkin_hour")


@dataclass(frozen=True, slots=True)
class Served:
    """What features ask about communities."""

    effective: Effective
    texts: Texts

    def rooms_of(self, tx: Transaction, community: int) -> Rooms:
        """Where a team is alerted, and what is read along."""
        settings = self.effective.of(tx, community)
        return Rooms(
            staff=tuple(
                AlertRoom(_with_server(settings, room), settings["language"])
                for room in settings.staff
            ),
            watched=frozenset(
                (room.platform, room.channel or "") for room in settings.rooms("watched")
            ),
            soft_offers=settings["soft_offers"],
        )

    def staff_rooms(self, tx: Transaction) -> Sequence[StaffRoom]:
        """Those of all teams."""
        served = _served(tx)
        return [
            StaffRoom(room, settings["language"])
            for id, settings in self.effective.everywhere(tx, ["staff_room", "language"]).items()
            for room in settings.staff
            if id in served
        ]

    @property
    def checkin_rooms(self) -> CheckInRooms:
        """Where members are asked besides direct messages."""
        return CheckInRooms(self._checkin_rooms)

    def _checkin_rooms(self, tx: Transaction) -> list[CheckInRoom]:
        found = self.effective.everywhere(tx, _CHECKIN_KEYS)
        if not any(settings["checkin_room"] for settings in found.values()):
            return []
        served = _served(tx)
        return [
            CheckInRoom(
                community=id,
                address=Address(room.platform, channel=room.channel),
                usual=Where(settings["checkin_delivery"]),
                threads=room.platform == DISCORD,
                hour=time.fromisoformat(settings["checkin_hour"]),
                zone=served[id].zone,
                language=served[id].language,
            )
            for id, settings in found.items()
            if id in served
            for room in settings.usable("checkin_room")
        ]

    def buddy_room(self, tx: Transaction, community: int, platform: str) -> Address | None:
        """Below which channel rooms of two buddies are opened; only Discord needs one."""
        if platform != DISCORD:
            return Address(platform)
        settings = self.effective.of(tx, community)
        rooms = [
            _with_server(settings, room)
            for key in ("buddy_room", "checkin_room")
            for room in settings.usable(key)
            if room.platform == DISCORD
        ]
        return rooms[0] if rooms else None

    def mirror(self, tx: Transaction, community: int) -> Mirror | None:
        """Where meetings are shown among a platform's own events; so far only Discord has such."""
        settings = self.effective.of(tx, community)
        if not settings["meetings_as_events"]:
            return None
        return Mirror(
            tuple(
                Address(platform, space=space)
                for platform, space in settings.spaces
                if platform == DISCORD
            ),
            where=self.texts.line(settings["language"], "meeting-event-where"),
        )

    def offer(self, tx: Transaction, community: int) -> Offer:
        """What a community offers around milestones."""
        settings = self.effective.of(tx, community)
        servers = [space for platform, space in settings.spaces if platform == DISCORD]
        server = servers[0] if len(servers) == 1 else None
        chips = (each.split(f"={DISCORD}:") for each in settings["milestone_chips"])
        return Offer(
            marks=read_marks(settings["milestones"]) if settings["milestones"] else None,
            rooms={
                room.platform: _with_server(settings, room)
                for room in settings.usable("milestone_room")
            },
            chips={code: (Address(DISCORD, server), role) for code, role in chips if server},
        )


def _served(tx: Transaction) -> Mapping[int, members.Community]:
    return {each.id: each for each in members.all_communities(tx)[0]}


def _with_server(settings: Settings, room: Address) -> Address:
    """A Discord room with its server, where there can be but one."""
    servers = [space for platform, space in settings.spaces if platform == room.platform == DISCORD]
    if room.space is None and len(servers) == 1:
        return Address(room.platform, servers[0], room.channel)
    return room
