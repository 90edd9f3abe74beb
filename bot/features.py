"""Which features there are, and what one asks of another."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

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
import bot.members.quiet
import bot.members.resting
import bot.members.tidying
import bot.moderation.dashboard
import bot.moderation.staff
import bot.operating.alarms.telling
import bot.privacy.commands
import bot.teamline.feature
from bot.between import (
    apart,
    buddies_of,
    checked_in,
    own_hours,
    partners_of,
    paused,
    shown_dates,
    staff_in,
    together,
)
from bot.buddies.pairing import ending
from bot.buddies.pairing.introducing import RoomBelow
from bot.buddies.relay.noticing import Noticing
from bot.buddies.rounds.working import Working
from bot.checkins.answering.hard import Ways
from bot.checkins.dates.offers import Offers, no_offers
from bot.checkins.dates.sharing import date_items
from bot.checkins.days import name_days, said_days
from bot.checkins.looking_back.counts import course
from bot.checkins.looking_back.pictures import Draws, Pictures
from bot.checkins.looking_back.sharing import week_items
from bot.checkins.sharing import ending as sharing_ending
from bot.checkins.sharing.items import own_items
from bot.checkins.sharing.telling import tells, told_of
from bot.checkins.where import NO_ROOMS, CheckInRooms
from bot.clock import Clock
from bot.communities.effective import Effective
from bot.communities.leaving.sleeping import respecting_sleep
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
from bot.delivery.quiet import QuietHours, Waits
from bot.feature import Feature, StaffOf
from bot.joining import also, keeping_still, leading_to
from bot.listeners import Listeners
from bot.meetings import looking_over
from bot.meetings.attending import resting
from bot.meetings.hosting.listening import Listening
from bot.meetings.hosting.running import Running
from bot.meetings.telling.mirroring import Mirrors, no_mirrors
from bot.moderation import picturing
from bot.moderation.picturing import TrendPictures
from bot.moderation.reporting import Reporting, no_picture
from bot.moderation.staff import StaffRooms
from bot.moderation.status import Health, HealthOf, Status
from bot.places import Places
from bot.platform import Address
from bot.privacy import erasing, showing
from bot.privacy.holding import Holding
from bot.privacy.shedding import Shedding
from bot.teamline.listening import Listening as BelowLines
from bot.texts import Texts
from bot.unasked import UNASKED, usual
from storage import quiet
from storage.database import Database, Transaction

NO_TEAMS = configured({})


@dataclass(frozen=True, slots=True)
class Wired:
    """Every feature, what stands before the router, and what waits while it is quiet hours."""

    features: tuple[Feature, ...]
    watch: Callable[[Database, Clock], Listeners]
    waits: Waits


def all_features() -> tuple[Feature, ...]:
    """Every feature, where no community has a room: to erase somebody by, and to measure."""
    return wired(Texts()).features


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
    directory: HelpLines | None = None,
    health: HealthOf = Health,
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
        directory: the help lines; None reads those of the package.
        health: how the running bot is, as teams are told.
    """
    places = places or Places()
    effective = effective or Effective()
    directory = directory or HelpLines()
    helping = bot.crisis.lines.help_now.Helping(directory, places)
    looking = Looking(rooms_of, duty.standing(rooms_of))
    staff = Alerting(texts, lambda code: emergency_number(directory, code))
    read_along = ReadAlong(looking)
    staff_of = staff_in(rooms_of)
    hosting = Running(texts, staff_of)
    items = {**own_items(texts), **week_items(texts), **date_items(texts)}
    quiet_hours = QuietHours(UNASKED, partial(usual, effective))
    lines = bot.teamline.feature.team_line(staff_of, link_to, bot.members.commands.talk)
    features: tuple[Feature, ...] = (
        also(
            leading_to(
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
        bot.members.quiet.feature(quiet_hours.usual, own_hours),
        # Before check-ins: "okay" may be for the buddy to whom somebody is talking.
        bot.buddies.feature.feature(staff_of, buddy_rooms),
        also(
            bot.checkins.commands.feature(
                checkin_rooms,
                texts=texts,
                ways=Ways(buddy=lambda turn: bool(together(turn.tx, turn.person.id))),
                together_with=together,
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
            buddies_of=buddies_of,
            apart=apart,
            parted=ending.PARTED,
            partners_of=partners_of,
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
            read_days=said_days,
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
    tell = tells(items, buddies_of=buddies_of, apart=apart)
    features = tuple(told_of(each, tell) if each.name == "checkins" else each for each in features)
    features = tuple(keeping_still(each, effective) for each in features)
    features = (
        *map(respecting_sleep, features),
        leaving(staff_of),  # before who is invited anew is welcomed: they may only have slept
        bot.communities.commands.feature(
            effective,
            texts,
            places,
            unchecked=TeamLines(directory).unchecked,
            changed=partial(_community_changed, checkin_rooms),
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
        respecting_sleep(
            bot.moderation.dashboard.feature(
                Status(
                    health=health,
                    without_host=looking_over.without_host,
                    unchecked=TeamLines(directory).unchecked,
                    on_duty=duty.on_duty,
                ),
                Reporting(
                    checked_in=checked_in,
                    held_and_skipped=looking_over.held_and_skipped,
                    picture=partial(picturing.wish, staff_of=staff_of) if drawing else no_picture,
                ),
                paused,
            )
        ),
    )

    shedding = Shedding()
    holding = Holding(
        export=lambda tx, person: {each.name: each.export(tx, person) for each in features},
        erase=lambda tx, person: erase(tx, features, person),
        farewell=lambda tx, person, now: [
            send
            for each in features
            if each.farewell is not None
            for send in each.farewell(tx, person, now)
        ],
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
            trends=_trends(database, clock, texts, drawing, staff_of),
        )

    return Wired(features, watch, quiet_hours.waits)


def _community_changed(rooms: CheckInRooms, tx: Transaction, now: datetime) -> None:
    """What follows when what counts for a community is another from now on."""
    rooms.set_up_posts(tx, now)
    quiet.release(tx, now)


def _pictures(
    database: Database,
    clock: Clock,
    texts: Texts,
    drawing: Draws | None,
    checkpoint: Callable[[str], None],
) -> Pictures | None:
    if drawing is None:
        return None
    return Pictures(database, clock, texts, drawing, dates_of=shown_dates, checkpoint=checkpoint)


def _trends(
    database: Database,
    clock: Clock,
    texts: Texts,
    drawing: Draws | None,
    staff_of: StaffOf,
) -> TrendPictures | None:
    if drawing is None:
        return None
    return TrendPictures(
        database,
        clock,
        texts,
        drawing,
        checked_in=course,
        held_and_skipped=looking_over.held_and_skipped,
        staff_of=staff_of,
    )


def erase(tx: Transaction, features: Sequence[Feature], person: int) -> None:
    """Remove everything that is held about a member, in every feature; `members` comes last.

    It removes their accounts, by which rosters, alerts that they took and help lines that they
    checked are found, and the key with which what is sealed for them is read.
    """
    for feature in sorted(features, key=lambda each: each.name == "members"):
        feature.erase(tx, person)
