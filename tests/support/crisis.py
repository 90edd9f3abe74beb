"""A community with a team, for tests of crises; and messages whose gravity is not in question."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from adapters.memory import MemoryAdapter
from bot.crisis.detector import Level, Subject, Verdict
from bot.crisis.watching.detectors import DetectorWith
from bot.crisis.watching.knowing import Rooms, RoomsOf, StaffRoom
from bot.platform import Address
from storage import duty, members
from storage.database import Transaction
from tests.support.world import World, running

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


def put_team(
    tx: Transaction,
    where: Address,
    people: Sequence[str],
    now: datetime,
    *,
    country: str | None = "US",
    zone: str = "America/New_York",
    on: bool = True,
    drilled: bool = True,
) -> int:
    """A community in the space `where`, with these people as its team. Returns: its id.

    Args:
        on: they are on duty. drilled: they passed their drill yesterday.
    """
    community = members.put_community(
        tx,
        name="Harbour",
        language="en",
        country=country,
        zone=zone,
        spaces_of=[(where.platform, where.space or "")],
    )
    for user in people:
        helper = duty.enlist(tx, community, where.platform, user, zone="UTC")
        duty.put(tx, replace(helper, on=on))
    if drilled:
        duty.pass_drill(tx, community, now - timedelta(days=1))
    return community


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
            now, country = world.clock.now(), self._country
            where = Address("memory", space=SPACE)
            community = put_team(
                tx, where, [HELPER], now, country=country, on=on_duty, drilled=drilled
            )
            helper = duty.enlist(tx, community, "memory", HELPER, zone="UTC")
            duty.put(tx, replace(helper, name="Sam"))
            return community

        self.community = await world.database.write(make)
        await world.watch.begin()


@asynccontextmanager
async def gathered(
    folder: Path,
    team: Team,
    *,
    forms: bool = False,
    detector_with: DetectorWith = agreed,
    on_duty: bool = True,
    drilled: bool = True,
) -> AsyncIterator[World]:
    """A core with that team, on a platform where nothing waits for an answer unless it has forms.

    The other arguments are those of `running` and of `Team.gather`.
    """
    async with running(
        f"sqlite:///{folder / 'h.db'}",
        platform=MemoryAdapter(forms=forms),
        rooms_of=team.rooms_of,
        detector_with=detector_with,
    ) as made:
        await team.gather(made, on_duty=on_duty, drilled=drilled)
        yield made
