"""Which features there are, and what one asks of another."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import bot.buddies.feature
import bot.checkins.commands
import bot.crisis.lines.community_lines
import bot.crisis.lines.help_now
import bot.crisis.resources.browsing
import bot.crisis.team.crew
import bot.crisis.watching.aftercare
import bot.meetings.commands
import bot.meetings.hosting.commands
import bot.members.commands
import bot.moderation.staff
import bot.privacy.commands
from bot.buddies.pairing.introducing import RoomBelow
from bot.buddies.relay.noticing import Noticing
from bot.buddies.rounds.working import Working
from bot.checkins.days import name_days, read_days
from bot.checkins.where import NO_ROOMS, CheckInRooms
from bot.clock import Clock
from bot.commands import Command, CommandTable
from bot.crisis.lines.helplines import HelpLines
from bot.crisis.team import duty
from bot.crisis.team.alerting import Alerting
from bot.crisis.team.crew import emergency_number
from bot.crisis.watching.answering import Answering
from bot.crisis.watching.detectors import DetectorWith, detector_with_terms
from bot.crisis.watching.knowing import Knowing, Looking, RoomsOf, configured
from bot.crisis.watching.rooms import ReadAlong
from bot.crisis.watching.watch import Watch
from bot.feature import Feature, StaffOf
from bot.meetings.attending import resting
from bot.meetings.hosting.listening import Listening
from bot.meetings.hosting.running import Running
from bot.meetings.telling.mirroring import NO_MIRRORS, Mirrors
from bot.moderation.staff import StaffRoom
from bot.places import Places
from bot.platform import Action, Adapter, Address, Sink
from bot.privacy import erasing
from bot.privacy.holding import Holding
from bot.privacy.shedding import Shedding
from bot.router import Router
from bot.texts import Texts
from bot.turn import Turn
from storage.database import Database, Transaction

NO_TEAMS = configured({})


@dataclass(frozen=True, slots=True)
class Wired:
    """Every feature, and what stands before the router."""

    features: tuple[Feature, ...]
    watch: Callable[[Database, Clock], Listeners]


class Listeners:
    """What events pass ahead of the router: the watch, then whoever reads along.

    Beside them the rounds of buddies are worked on, and what else goes on by itself.

    Args:
        beside: begins each of that.
    """

    def __init__(
        self,
        watch: Watch,
        listening: Listening,
        rounds: Working,
        noticing: Noticing,
        *beside: Callable[[], Coroutine[Any, Any, None]],
    ) -> None:
        self._beside = beside
        self._watch = watch
        self._listening = listening
        self.rounds = rounds
        self.noticing = noticing

    def stand_before(
        self, router: Router, adapters: Mapping[str, Adapter], table: CommandTable
    ) -> Sink:
        """Take events in the router's place."""
        watched = self._watch.stand_before(router, adapters, table)
        return self.noticing.behind(self._listening.behind(watched))

    async def begin(self) -> None:
        """Get to know the communities and the rooms of meetings."""
        await self._watch.begin()
        await self._listening.look()
        await self.noticing.look()

    async def run(self) -> None:
        """Keep both pictures fresh, and do what goes on beside them."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._watch.run())
            tasks.create_task(self._listening.run())
            tasks.create_task(self.noticing.run())
            tasks.create_task(self.rounds.run())
            for begin in self._beside:
                tasks.create_task(begin())

    async def look(self) -> None:
        """Read at once what was changed."""
        await self._watch.look()
        await self._listening.look()
        await self.noticing.look()

    async def written(self) -> None:
        """Wait until everything that was answered is recorded."""
        await self._watch.written()


def all_features(
    staff_rooms: Sequence[StaffRoom] = (),
    places: Places | None = None,
    checkin_rooms: CheckInRooms = NO_ROOMS,
) -> tuple[Feature, ...]:
    """Every feature, where no room is watched; for the arguments see `wired`."""
    return wired(Texts(), staff_rooms, places, checkin_rooms).features


def wired(
    texts: Texts,
    staff_rooms: Sequence[StaffRoom] = (),
    places: Places | None = None,
    checkin_rooms: CheckInRooms = NO_ROOMS,
    rooms_of: RoomsOf = NO_TEAMS,
    pages_of: Mapping[int, int] | None = None,
    detector_with: DetectorWith = detector_with_terms,
    mirrors: Mirrors = NO_MIRRORS,
    calendar_base: str | None = None,
    checkpoint: Callable[[str], None] = lambda name: None,
    buddy_rooms: RoomBelow = lambda tx, community, platform: Address(platform),
) -> Wired:
    """Every feature, wired.

    Args:
        staff_rooms: where the teams of the communities talk.
        places: those that are known; None makes them anew.
        checkin_rooms: where members can be asked besides direct messages.
        rooms_of: a community's staff rooms and watched rooms.
        pages_of: how many pagers a community has, by its id.
        detector_with: the detector as a community wants it.
        mirrors: where communities want their meetings shown as a platform's own events.
        calendar_base: the web server's address as members reach it; None: there are no feeds.
        checkpoint: told the names of the moments at which a crash is rehearsed.
        buddy_rooms: below which address rooms for two buddies are opened.
    """
    places = places or Places()
    directory = HelpLines()
    helping = bot.crisis.lines.help_now.Helping(directory, places)
    looking = Looking(rooms_of, duty.standing(rooms_of))
    staff = Alerting(texts, lambda code: emergency_number(directory, code))
    read_along = ReadAlong(looking)
    staff_of = _staff_of(rooms_of)
    hosting = Running(texts, staff_of)
    features: tuple[Feature, ...] = (
        _also(
            bot.members.commands.feature(
                places,
                begin_check_ins=bot.checkins.commands.begin,
                youth=helping.youth,
                read_along=read_along,
            ),
            bot.buddies.feature.ALSO,
            {"pause": resting.pause, "resume": resting.resume},
            {"start": erasing.decide_first},
        ),
        # Before check-ins: "okay" may be for the buddy to whom somebody is talking.
        bot.buddies.feature.feature(staff_of, buddy_rooms),
        bot.checkins.commands.feature(checkin_rooms),
        bot.meetings.commands.feature(
            texts,
            places,
            staff_of=staff_of,
            mirrors=mirrors,
            calendar_base=calendar_base,
        ),
        bot.meetings.hosting.commands.feature(texts, hosting, staff_of),
        bot.crisis.lines.help_now.feature(helping),
        bot.crisis.watching.aftercare.feature(
            bot.crisis.watching.aftercare.Aftercare(helping, looking, staff), read_along
        ),
        bot.crisis.team.crew.feature(
            directory,
            rooms_of,
            pages_of or {},
            read_days=_read_days,
            name_days=name_days,
        ),
        bot.crisis.lines.community_lines.feature(helping.directory),
        bot.crisis.resources.browsing.feature(helping),
        bot.moderation.staff.feature(staff_rooms),
    )

    features = tuple(
        replace(each, plans={kind: hosting.beside(plan) for kind, plan in each.plans.items()})
        if each.name == "meetings"
        else each
        for each in features
    )

    shedding = Shedding()
    holding = Holding(
        export=lambda tx, person: {each.name: each.export(tx, person) for each in features},
        erase=lambda tx, person: erase(tx, features, person),
    )
    features = (*features, bot.privacy.commands.feature(texts, holding, shedding.note))

    def watch(database: Database, clock: Clock) -> Listeners:
        watching = Watch(
            database=database,
            clock=clock,
            texts=texts,
            knowing=Knowing(database, clock, looking, detector_with),
            answering=Answering(texts, directory),
            staff=staff,
            helping=helping,
            places=places,
            checkpoint=checkpoint,
        )
        rounds = Working(database, clock, texts, staff_of, checkpoint=checkpoint)
        return Listeners(
            watching,
            Listening(database, texts),
            rounds,
            Noticing(database),
            partial(shedding.run, database),
        )

    return Wired(features, watch)


def _also(feature: Feature, *others: Mapping[str, Callable[[Turn], None]]) -> Feature:
    """A feature whose commands have the parts of others done first, by the command's name.

    All in the same transaction: where one refuses, nothing has happened.
    """

    def with_parts(command: Command) -> Command:
        parts = [other[command.name] for other in others if command.name in other]
        handler = command.handler

        def together(turn: Turn) -> Sequence[Action]:
            for part in parts:
                part(turn)
            return handler(turn)

        return replace(command, handler=together) if parts else command

    return replace(feature, commands=tuple(map(with_parts, feature.commands)))


def _staff_of(rooms_of: RoomsOf) -> StaffOf:
    """Where a community's team talks, and in which language."""

    def staff_of(tx: Transaction, community: int) -> Sequence[tuple[Address, str]]:
        return [(room.address, room.language) for room in rooms_of(tx, community).staff]

    return staff_of


def erase(tx: Transaction, features: Sequence[Feature], person: int) -> None:
    """Remove everything that is held about a member, in every feature; `members` comes last.

    It removes their accounts, by which rosters, alerts that they took and help lines that they
    checked are found, and the key with which what is sealed for them is read.
    """
    for feature in sorted(features, key=lambda each: each.name == "members"):
        feature.erase(tx, person)


def _read_days(turn: Turn, words: str) -> int:
    """Days of the week, with what the member's language calls several of them."""
    every, weekdays, weekend = (
        turn.line(f"checkin-days-{name}") for name in ("every", "weekdays", "weekend")
    )
    return read_days(words, turn.language, every, weekdays, weekend)
