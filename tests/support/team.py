"""A community with a team: its rooms, its people, and a clock that is moved."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from adapters.memory import MemoryAdapter, Shown
from bot.crisis.detector import Level, Subject, Verdict
from bot.crisis.team import drill
from bot.crisis.watching.detectors import Classifier
from bot.crisis.watching.knowing import Rooms, StaffRoom
from bot.platform import Address, Change, Chose, MemberChanged, Said
from storage import duty, episodes, members, schedules
from storage.database import Transaction, open_database
from storage.encryption import MasterKey
from storage.episodes import Episode
from tests.support.databases import with_tables
from tests.support.world import MONDAY_NOON, World, running

MASTER = MasterKey.from_base64("A" * 43 + "=")
SPACE = "harbour"
STAFF = Address("memory", space=SPACE, channel="staff")
GENERAL = Address("memory", space=SPACE, channel="general")


VERDICTS: Mapping[str, tuple[Level, str]] = {
    "gravely": (Level.EMERGENCY, "suicide"),
    "badly": (Level.HIGH, "suicide"),
    "at home": (Level.HIGH, "domestic_violence"),
}


class Words:
    """Tells how grave a message is by one word in it; rules are named after the word."""

    def __init__(self, terms: tuple[tuple[str, Level], ...], silenced: frozenset[str]) -> None:
        self._terms = terms
        self._silenced = silenced

    def classify(self, text: str, language: str | None = None) -> Verdict:
        for term, level in self._terms:
            if term in text:
                return _verdict(level, "suicide", "own-term")
        for word, (level, topic) in VERDICTS.items():
            rule = word.replace(" ", "-")
            if word in text and rule not in self._silenced:
                return _verdict(level, topic, rule)
        if "kys" in text:
            return _verdict(Level.NONE, "abuse", "abuse")
        return Verdict(level=Level.NONE, subject=Subject.NONE, score=0.0)


def _verdict(level: Level, topic: str, rule: str) -> Verdict:
    return Verdict(
        level=level,
        subject=Subject.SELF,
        score=1.0,
        reasons=(rule,),
        topics=(topic,),
        language="en",
    )


def detector(terms: tuple[tuple[str, Level], ...], silenced: frozenset[str]) -> Classifier:
    """The same for every community."""
    return Words(terms, silenced)


@dataclass(slots=True)
class Community:
    """The running whole, with what happens in it."""

    world: World
    id: int

    # --- the team

    async def command(self, who: str, text: str, *, moderator: bool = True) -> str:
        """One of the team says something to the bot in the staff room. Returns: the answer."""
        said = Said(**self._event(who, STAFF, moderator), text=text, addressed=True)
        await self._take(said)
        return self.in_staff_room[-1]

    async def press(
        self,
        who: str,
        choice: str,
        *,
        moderator: bool = True,
        room: Address = STAFF,
        shown: Shown | None = None,
    ) -> str:
        """One of the team presses a button in the staff room. Returns: the newest message there."""
        shown = shown or self.offering(choice)
        assert shown.choices is not None
        event = self._event(who, room, moderator) | {"message": shown.id}
        await self._take(Chose(**event, prompt=shown.choices.prompt, choice=choice))
        return self.in_staff_room[-1]

    async def choose(self, who: str, prompt: str, choice: str, **more: Any) -> None:
        """A choice that nothing offers."""
        event = self._event(who, STAFF, more.pop("moderator", True)) | more
        await self._take(Chose(**event, prompt=prompt, choice=choice))

    async def gets_ready(self, *on: str, off: Sequence[str] = ()) -> None:
        """These are on the roster, on duty or off, and the drill is passed."""
        now = self.world.clock.now()

        def write(tx: Transaction) -> None:
            for who in (*on, *off):
                helper = duty.enlist(tx, self.id, "memory", who, zone="America/New_York")
                duty.put(tx, replace(helper, on=who in on))
            drill.passed(tx, self.id, now)

        await self.world.database.write(write)
        await self.look()

    @property
    def in_staff_room(self) -> list[str]:
        return self.world.platform.read("staff")

    @property
    def alert(self) -> str:
        """The first message of the staff room since it was last cleared: the alert."""
        return self.in_staff_room[0]

    def offering(self, choice: str) -> Shown:
        """The newest message of the staff room with that button."""
        return self.world.platform.offering("staff", choice)

    # --- members

    async def says(self, who: str, text: str, *, room: Address | None = None) -> None:
        """A member writes in a room, or to the bot alone."""
        where = room or Address("memory", user=who)
        event = self._event(who, where, moderator=False) | {"spaces": (SPACE,), "waiting": None}
        direct = room is None
        await self._take(Said(**event, text=text, direct=direct, addressed=direct))

    def seen_by(self, who: str) -> list[str]:
        """A member's direct messages."""
        return self.world.platform.read(who)

    async def pressed_by(self, who: str, choice: str) -> None:
        """A member presses a button in their direct messages."""
        await self.world.platform.press(who, choice)
        await self.world.settle()

    async def leaves(
        self,
        who: str,
        *,
        change: Change = Change.LEFT,
        space: str = SPACE,
        still_in: tuple[str, ...] = (),
    ) -> None:
        """Somebody leaves a space, or is banned from it.

        Args:
            still_in: spaces that they share with the bot as before.
        """
        event = self.world.platform.event(who, Address("memory", space=space))
        event |= {"spaces": still_in, "waiting": None}
        await self.world.core.take(MemberChanged(**event, change=change))
        await self.world.settle()

    # --- time, and what is kept

    async def passes(self, **span: Any) -> None:
        await self.world.move_by(**span)
        await self.look()

    async def look(self) -> None:
        """The watch looks at the team anew, as it does every few seconds."""
        await self.world.watch.look()

    async def episodes(self) -> list[Episode]:
        return await self.world.database.read(lambda tx: episodes.unsettled(tx, self.id))

    async def waits_for(self, kind: str, subject: int) -> datetime | None:
        """When a step is due."""
        found = await self.world.database.read(lambda tx: schedules.schedule_of(tx, kind, subject))
        return found.next_due if found else None

    def _event(self, who: str, where: Address, moderator: bool) -> dict[str, Any]:
        roles = frozenset({"moderator"}) if moderator else frozenset[str]()
        return self.world.platform.event(who, where) | {"roles": roles}

    async def _take(self, event: Said | Chose) -> None:
        await self.world.core.take(event)
        await self.world.settle()


@asynccontextmanager
async def community(
    folder: Path,
    *,
    now: datetime = MONDAY_NOON,
    platform: MemoryAdapter | None = None,
    staff: Sequence[StaffRoom] = (StaffRoom(STAFF, "en"),),
    pages: int = 0,
    **options: Any,
) -> AsyncIterator[Community]:
    """A community whose team talks in `staff` and watches `general`.

    Args:
        staff: the rooms of the team.
        pages: how many pagers the team has.
    """

    def rooms_of(tx: Transaction, asked: int) -> Rooms:
        return Rooms(staff=tuple(staff), watched=frozenset({("memory", "general")}))

    async with running(
        _url(folder),
        now=now,
        platform=platform,
        master=MASTER,
        rooms_of=rooms_of,
        detector_with=detector,
        pages_of={await put_community(folder): pages} if pages else None,
        **options,
    ) as world:
        made = Community(world, await world.database.write(_put))
        await made.look()
        yield made


async def put_community(folder: Path) -> int:
    """Make the community before anything runs. Returns: its id."""
    database = open_database(with_tables(_url(folder), MASTER), MASTER)
    try:
        return await database.write(_put)
    finally:
        await database.close()


def _url(folder: Path) -> str:
    return f"sqlite:///{folder / 'h.db'}"


def _put(tx: Transaction) -> int:
    return members.put_community(
        tx,
        name="Harbour House",
        language="en",
        country="US",
        zone="America/New_York",
        spaces_of=[("memory", SPACE)],
    )
