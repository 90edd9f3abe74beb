"""Which features there are, and what one asks of another."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

import bot.buddies.feature
import bot.checkins.commands
import bot.checkins.dates.feature
import bot.checkins.goals.commands
import bot.checkins.goals.reviewing
import bot.checkins.looking_back.commands
import bot.checkins.sharing.commands
import bot.communities.commands
import bot.communities.leaving.feature
import bot.crisis.lines.community_lines
import bot.crisis.lines.help_now
import bot.crisis.resources.browsing
import bot.crisis.team.crew
import bot.crisis.watching.aftercare
import bot.meetings.commands
import bot.meetings.hosting.commands
import bot.members.commands
import bot.members.linking
import bot.members.pin
import bot.members.resting
import bot.members.tidying
import bot.moderation.staff
import bot.operating.alarms.telling
import bot.privacy.commands
import bot.teamline.feature
from bot.buddies.pairing import ending
from bot.buddies.pairing.introducing import RoomBelow
from bot.buddies.relay.noticing import Noticing
from bot.buddies.rounds.working import Working
from bot.checkins.answering.hard import Ways
from bot.checkins.dates.offers import Offers, no_offers
from bot.checkins.dates.sharing import date_items
from bot.checkins.days import name_days, read_days
from bot.checkins.looking_back.pictures import Draws, Pictures
from bot.checkins.sharing import ending as sharing_ending
from bot.checkins.sharing.items import own_items
from bot.checkins.sharing.telling import tells, told_of
from bot.checkins.where import NO_ROOMS, CheckInRooms
from bot.clock import Clock
from bot.commands import Command, CommandTable, Handler
from bot.communities.effective import Effective
from bot.communities.leaving.sleeping import respecting_sleep
from bot.communities.using import where_used
from bot.crisis.lines.community_lines import TeamLines
from bot.crisis.lines.helplines import HelpLines
from bot.crisis.team import duty
from bot.crisis.team import leaving as team_leaving
from bot.crisis.team.alerting import Alerting
from bot.crisis.team.alerts import link_to
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
from bot.meetings.telling.mirroring import Mirrors, no_mirrors
from bot.moderation.staff import StaffRooms
from bot.places import Places
from bot.platform import Action, Adapter, Address, Sink
from bot.privacy import erasing, showing
from bot.privacy.holding import Holding
from bot.privacy.shedding import Shedding
from bot.router import Router
from bot.teamline.listening import Listening as BelowLines
from bot.texts import Texts
from bot.turn import Turn
from storage import buddies, buddy_pairs, dates, meetings
from storage.buddy_pairs import Stage
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
        pictures: draws what members wished for; None: nothing is drawn.
    """

    def __init__(
        self,
        watch: Watch,
        listening: Listening,
        rounds: Working,
        noticing: Noticing,
        below: BelowLines,
        *beside: Callable[[], Coroutine[Any, Any, None]],
        pictures: Pictures | None = None,
    ) -> None:
        self._beside = beside
        self._watch = watch
        self._listening = listening
        self.rounds = rounds
        self.noticing = noticing
        self._below = below
        self.pictures = pictures

    def stand_before(
        self, router: Router, adapters: Mapping[str, Adapter], table: CommandTable
    ) -> Sink:
        """Take events in the router's place."""
        if self.pictures is not None:
            self.pictures.written = router.written
        watched = self._watch.stand_before(router, adapters, table)
        return self._below.behind(self.noticing.behind(self._listening.behind(watched)))

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
            if self.pictures is not None:
                tasks.create_task(self.pictures.run())
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
    staff_rooms: StaffRooms = bot.moderation.staff.no_rooms,
    places: Places | None = None,
    checkin_rooms: CheckInRooms = NO_ROOMS,
) -> tuple[Feature, ...]:
    """Every feature, where no room is watched; for the arguments see `wired`."""
    return wired(Texts(), staff_rooms, places, checkin_rooms).features


def wired(
    texts: Texts,
    staff_rooms: StaffRooms = bot.moderation.staff.no_rooms,
    places: Places | None = None,
    checkin_rooms: CheckInRooms = NO_ROOMS,
    rooms_of: RoomsOf = NO_TEAMS,
    pages_of: Mapping[int, int] | None = None,
    detector_with: DetectorWith = detector_with_terms,
    mirrors: Mirrors = no_mirrors,
    calendar_base: str | None = None,
    checkpoint: Callable[[str], None] = lambda name: None,
    buddy_rooms: RoomBelow = lambda tx, community, platform: Address(platform),
    leaving: Callable[[StaffOf], Feature] = bot.communities.leaving.feature.feature,
    date_offers: Offers = no_offers,
    effective: Effective | None = None,
    open_to_all: bool = False,
    drawing: Draws | None = None,
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
        date_offers: what communities offer around milestones.
        leaving: what happens to communities that end.
        effective: what counts for communities; None: what they chose from chat.
        open_to_all: whether communities that nobody listed are taken in.
        drawing: what draws pictures; None: nothing is drawn, and none are promised.
    """
    places = places or Places()
    effective = effective or Effective()
    directory = HelpLines()
    helping = bot.crisis.lines.help_now.Helping(directory, places)
    looking = Looking(rooms_of, duty.standing(rooms_of))
    staff = Alerting(texts, lambda code: emergency_number(directory, code))
    read_along = ReadAlong(looking)
    staff_of = _staff_of(rooms_of)
    hosting = Running(texts, staff_of)
    items = {**own_items(texts), **date_items(texts)}
    lines = bot.teamline.feature.team_line(staff_of, link_to, bot.members.commands.talk)
    features: tuple[Feature, ...] = (
        _also(
            _leading_to(
                bot.members.commands.feature(
                    places,
                    begin_check_ins=bot.checkins.commands.begin,
                    youth=helping.youth,
                    read_along=read_along,
                ),
                {"talk": lines.talk},
            ),
            bot.buddies.feature.ALSO,
            lines.also,
            {"pause": resting.pause, "resume": resting.resume},
            {"start": erasing.decide_first},
            {"stop": sharing_ending.stopped},
            bot.checkins.commands.ALSO,
        ),
        # Before buddies: digits that were asked for never go on to the buddy.
        bot.members.pin.feature(),
        bot.members.tidying.feature(),
        # Before check-ins: "okay" may be for the buddy to whom somebody is talking.
        bot.buddies.feature.feature(staff_of, buddy_rooms),
        _also(
            bot.checkins.commands.feature(
                checkin_rooms,
                texts=texts,
                ways=Ways(buddy=lambda turn: bool(_together(turn.tx, turn.person.id))),
                together_with=_together,
                lines=bot.checkins.goals.reviewing.beside(texts),
            ),
            bot.checkins.dates.feature.also(date_offers),
            bot.checkins.goals.commands.ALSO,
        ),
        bot.checkins.dates.feature.feature(date_offers),
        bot.checkins.goals.commands.feature(),
        bot.checkins.looking_back.commands.feature(draws=drawing is not None),
        bot.checkins.sharing.commands.feature(
            texts,
            items,
            buddies_of=_buddies_of,
            apart=_apart,
            parted=ending.PARTED,
            partners_of=_partners_of,
        ),
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
        # Behind all others that hear words: a line that rests asks what they are for.
        lines.feature,
    )

    features = tuple(
        replace(each, plans={kind: hosting.beside(plan) for kind, plan in each.plans.items()})
        if each.name == "meetings"
        else each
        for each in features
    )
    tell = tells(items, buddies_of=_buddies_of, apart=_apart)
    features = tuple(told_of(each, tell) if each.name == "checkins" else each for each in features)
    features = tuple(_where_used(each, effective) for each in features)
    features = (
        *map(respecting_sleep, features),
        leaving(staff_of),  # before who is invited anew is welcomed: they may only have slept
        bot.communities.commands.feature(
            effective,
            texts,
            places,
            unchecked=TeamLines(directory).unchecked,
            changed=checkin_rooms.set_up_posts,
            open_to_all=open_to_all,
        ),
        bot.members.resting.feature(
            (
                ending.put_to_rest,
                sharing_ending.put_to_rest,
                resting.put_to_rest,
                team_leaving.put_to_rest,
            )
        ),
        bot.operating.alarms.telling.feature(texts, staff_of),
    )

    shedding = Shedding()
    holding = Holding(
        export=lambda tx, person: {each.name: each.export(tx, person) for each in features},
        erase=lambda tx, person: erase(tx, features, person),
    )
    features = (
        *features,
        bot.members.linking.feature(partial(showing.held, holding=holding)),
        bot.privacy.commands.feature(texts, holding, shedding.note),
    )

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
            BelowLines(database),
            partial(shedding.run, database),
            pictures=_pictures(database, clock, texts, drawing, checkpoint),
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


def _leading_to(feature: Feature, handlers: Mapping[str, Handler]) -> Feature:
    """A feature of which some commands, by their name, lead to others' parts."""
    return replace(
        feature,
        commands=tuple(
            replace(each, handler=handlers.get(each.name, each.handler))
            for each in feature.commands
        ),
    )


def _where_used(feature: Feature, effective: Effective) -> Feature:
    """A feature that keeps still where a community does without it."""

    def community_of(tx: Transaction, subject: int) -> int | None:
        meeting = meetings.get(tx, subject)
        return meeting.community if meeting is not None else None

    match feature.name:
        case "checkins":
            return where_used(feature, "checkins", effective.off, lambda tx, subject: subject)
        case "looking back":  # what is theirs can be read on; it is only not sent
            quiet = where_used(feature, "checkins", effective.off)
            return replace(quiet, commands=feature.commands, prompts=feature.prompts)
        case "buddies":
            return where_used(feature, "buddies", effective.off)
        case "meetings" | "hosting":
            return where_used(feature, "meetings", effective.off, community_of)
    return feature


def _pictures(
    database: Database,
    clock: Clock,
    texts: Texts,
    drawing: Draws | None,
    checkpoint: Callable[[str], None],
) -> Pictures | None:
    if drawing is None:
        return None
    return Pictures(database, clock, texts, drawing, dates_of=_shown_dates, checkpoint=checkpoint)


def _shown_dates(tx: Transaction, person: int) -> list[tuple[date, str]]:
    """A member's dates that may stand in what they hold towards others."""
    return [(each.since, each.name) for each in dates.dates_of(tx, person) if each.shown]


def _together(tx: Transaction, person: int) -> frozenset[int]:
    """With whom somebody is together as buddies at this moment."""
    pairs = buddy_pairs.of_person(tx, person, Stage.TOGETHER)
    return frozenset(
        other.person for pair in pairs if pair.kind == "buddies" for other in pair.others(person)
    )


def _buddies_of(tx: Transaction, person: int) -> list[tuple[int, int]]:
    """Somebody's buddies at this moment: the pair, and the other one; the newest pair first."""
    return [
        (pair.id, other.person)
        for pair in buddy_pairs.of_person(tx, person, Stage.TOGETHER)
        if pair.kind == "buddies"
        for other in pair.others(person)
    ]


def _partners_of(tx: Transaction, pair: int) -> list[int]:
    """Who are, or were, in a pair of buddies."""
    found = buddy_pairs.with_id(tx, pair)
    return [each.person for each in found.partners] if found is not None else []


def _apart(tx: Transaction, one: int, other: int) -> bool:
    """Whether one of two has blocked the other."""
    blocks = buddies.blocks_among(tx, [one])
    return (one, other) in blocks or (other, one) in blocks


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
