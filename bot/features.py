"""Which features there are, and what one asks of another."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import bot.checkins.commands
import bot.crisis.lines.community_lines
import bot.crisis.lines.help_now
import bot.crisis.resources.browsing
import bot.crisis.team.crew
import bot.crisis.watching.aftercare
import bot.meetings.commands
import bot.members.commands
import bot.moderation.staff
from bot.checkins.days import name_days, read_days
from bot.checkins.where import NO_ROOMS, CheckInRooms
from bot.clock import Clock
from bot.crisis.lines.helplines import HelpLines
from bot.crisis.team import duty
from bot.crisis.team.alerting import Alerting
from bot.crisis.team.crew import emergency_number
from bot.crisis.watching.answering import Answering
from bot.crisis.watching.detectors import DetectorWith, detector_with_terms
from bot.crisis.watching.knowing import Knowing, Looking, RoomsOf, configured
from bot.crisis.watching.rooms import ReadAlong
from bot.crisis.watching.watch import Watch
from bot.feature import Feature
from bot.meetings.mirroring import NO_MIRRORS, Mirrors
from bot.moderation.staff import StaffRoom
from bot.places import Places
from bot.texts import Texts
from bot.turn import Turn
from storage.database import Database, Transaction

NO_TEAMS = configured({})


@dataclass(frozen=True, slots=True)
class Wired:
    """Every feature, and the watch that stands before the router."""

    features: tuple[Feature, ...]
    watch: Callable[[Database, Clock], Watch]


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
    """
    places = places or Places()
    directory = HelpLines()
    helping = bot.crisis.lines.help_now.Helping(directory, places)
    looking = Looking(rooms_of, duty.standing(rooms_of))
    staff = Alerting(texts, lambda code: emergency_number(directory, code))
    read_along = ReadAlong(looking)
    features = (
        bot.members.commands.feature(
            places,
            begin_check_ins=bot.checkins.commands.begin,
            youth=helping.youth,
            read_along=read_along,
        ),
        bot.checkins.commands.feature(checkin_rooms),
        bot.meetings.commands.feature(
            texts,
            places,
            staff_of=lambda tx, community: [
                (room.address, room.language) for room in rooms_of(tx, community).staff
            ],
            mirrors=mirrors,
            calendar_base=calendar_base,
        ),
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

    def watch(database: Database, clock: Clock) -> Watch:
        return Watch(
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

    return Wired(features, watch)


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
