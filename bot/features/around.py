"""What the features find around them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import bot.communities.leaving.feature
from bot.buddies.pairing.introducing import RoomBelow
from bot.checkins.dates.offers import Offers, no_offers
from bot.checkins.where import NO_ROOMS, CheckInRooms
from bot.communities.effective import Effective
from bot.crisis.lines.helplines import HelpLines
from bot.crisis.watching.detectors import DetectorWith, detector_with_terms
from bot.crisis.watching.knowing import RoomsOf, configured
from bot.drawing.wishes import Draws
from bot.feature import Feature, StaffOf
from bot.meetings.telling.mirroring import Mirrors, no_mirrors
from bot.moderation.staff import StaffRooms, no_rooms
from bot.moderation.status import Health, HealthOf
from bot.places import Places
from bot.platform import Address
from bot.texts import Texts

NO_TEAMS = configured({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the features find around them; without more, no community has a room.

    Args:
        staff_rooms: where the teams of the communities talk.
        places: those that are known.
        checkin_rooms: where members can be asked besides direct messages.
        rooms_of: a community's staff rooms and watched rooms.
        pages_of: how many pagers a community has, by its id.
        detector_with: the detector as a community wants it.
        mirrors: where communities want their meetings shown as a platform's own events.
        calendar_base: the web server's address as members reach it; None: there are no feeds.
        checkpoint: told the names of the moments at which a crash is rehearsed.
        buddy_rooms: below which address rooms for two buddies are opened.
        date_offers: what communities offer around milestones.
        leaving: what happens to communities that end.
        effective: what counts for communities; else what they chose from chat.
        open_to_all: whether communities that nobody listed are taken in.
        drawing: what draws pictures; None: nothing is drawn, and none are promised.
        directory: the help lines; else those of the package.
        health: how the running bot is, as teams are told.
    """

    texts: Texts = field(default_factory=Texts)
    staff_rooms: StaffRooms = no_rooms
    places: Places = field(default_factory=Places)
    checkin_rooms: CheckInRooms = NO_ROOMS
    rooms_of: RoomsOf = NO_TEAMS
    pages_of: Mapping[int, int] = field(default_factory=dict)
    detector_with: DetectorWith = detector_with_terms
    mirrors: Mirrors = no_mirrors
    calendar_base: str | None = None
    checkpoint: Callable[[str], None] = lambda name: None
    buddy_rooms: RoomBelow = lambda tx, community, platform: Address(platform)
    leaving: Callable[[StaffOf], Feature] = bot.communities.leaving.feature.feature
    date_offers: Offers = no_offers
    effective: Effective = field(default_factory=Effective)
    open_to_all: bool = False
    drawing: Draws | None = None
    directory: HelpLines = field(default_factory=HelpLines)
    health: HealthOf = Health
