"""A community with a team, for tests of crises; and messages whose gravity is not in question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta

from bot.crisis.detector import Level, Subject, Verdict
from bot.crisis.watching.knowing import Rooms, RoomsOf, StaffRoom
from bot.platform import Address
from storage import duty, members
from storage.database import Transaction
from tests.support.world import World

SPACE = "guild"
GENERAL = Address("memory", space=SPACE, channel="general")
LOUNGE = Address("memory", space=SPACE, channel="lounge")
STAFF = Address("memory", space=SPACE, channel="staff")
HELPER = "sam"

URGENT = "I took all of them, goodbye everyone"
GRAVE = "I don't want to live any more"
LOW = "everything is too much lately"
AT_HOME = "he hit me again and he is in the next room"
ABOUT_A_FRIEND = "my friend says he is going to end it"
A_FRIEND_LIES_THERE = "my friend took too much and does not breathe"
URGE = "I'm about to use again and can't stop"
CUTTING = "I cut myself again"
ABUSE = "kys, nobody wants you here"
EVERYDAY = "see you at the meeting tonight"

TOLD = {
    URGENT: (Level.EMERGENCY, Subject.SELF, ("overdose", "suicide"), "en"),
    GRAVE: (Level.HIGH, Subject.SELF, ("suicide",), "en"),
    LOW: (Level.CONCERN, Subject.SELF, (), "en"),
    AT_HOME: (Level.HIGH, Subject.SELF, ("domestic_violence",), "en"),
    ABOUT_A_FRIEND: (Level.HIGH, Subject.OTHER, ("suicide",), "en"),
    A_FRIEND_LIES_THERE: (Level.EMERGENCY, Subject.OTHER, ("overdose",), "en"),
    URGE: (Level.HIGH, Subject.SELF, ("substance",), "en"),
    CUTTING: (Level.HIGH, Subject.SELF, ("self_harm",), "en"),
    ABUSE: (Level.CONCERN, Subject.OTHER, ("abuse",), "en"),
    "Ich will nicht mehr leben": (Level.HIGH, Subject.SELF, ("suicide",), "de"),
    "Je veux mourir": (Level.HIGH, Subject.SELF, ("suicide",), "fr"),
}


@dataclass(frozen=True, slots=True)
class Agreed:
    """Says of the messages above what everybody would; what the detector makes of words has tests
    of its own."""

    told: Mapping[str, tuple[Level, Subject, tuple[str, ...], str]] = field(
        default_factory=lambda: TOLD
    )

    def classify(self, text: str, language: str | None = None) -> Verdict:
        for words, (level, subject, topics, spoken) in self.told.items():
            if words in text:
                return Verdict(
                    level=level,
                    subject=subject,
                    score=level / 3,
                    reasons=(f"{topics[0]}-plain",) if topics else (),
                    topics=topics,
                    language=spoken,
                )
        return Verdict(level=Level.NONE, subject=Subject.NONE, score=0.0)


def agreed(terms: object = (), silenced: object = frozenset()) -> Agreed:
    """For `running(detector_with=…)`."""
    return Agreed()


class Team:
    """One community with a staff room and a watched room.

    `rooms_of` goes into `running`; `gather` then makes the community, with somebody on duty.
    """

    def __init__(self, *, country: str | None = "US", soft_offers: bool = False) -> None:
        self.community = 0
        self._country = country
        self._rooms = Rooms(
            staff=(StaffRoom(STAFF, "en"),),
            watched=frozenset({("memory", "general")}),
            soft_offers=soft_offers,
        )

    @property
    def rooms_of(self) -> RoomsOf:
        return lambda tx, community: self._rooms if community == self.community else Rooms()

    async def gather(self, world: World, *, on_duty: bool = True, drilled: bool = True) -> None:
        """The community is there, its roster and its drill; the watch knows of them."""

        def make(tx: Transaction) -> int:
            community = members.put_community(
                tx,
                name="Harbour",
                language="en",
                country=self._country,
                zone="America/New_York",
                spaces_of=[("memory", SPACE)],
            )
            helper = duty.enlist(tx, community, "memory", HELPER, zone="UTC")
            duty.put(tx, replace(helper, name="Sam", on=on_duty))
            if drilled:
                duty.pass_drill(tx, community, world.clock.now() - timedelta(days=1))
            return community

        self.community = await world.database.write(make)
        await world.watch.begin()
