"""Every feature, with what it asks of the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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
    together,
)
from bot.buddies.pairing import ending
from bot.checkins.answering.hard import Ways
from bot.checkins.days import name_days, said_days
from bot.checkins.sharing import ending as sharing_ending
from bot.checkins.sharing.telling import tells, told_of
from bot.checkins.where import CheckInRooms
from bot.clock import Clock
from bot.communities.leaving.sleeping import respecting_sleep
from bot.crisis.lines.community_lines import TeamLines
from bot.crisis.team import duty
from bot.crisis.team import leaving as team_leaving
from bot.crisis.watching.aftercare import Aftercare
from bot.delivery.quiet import Waits
from bot.feature import Feature
from bot.features.around import Around
from bot.features.erasing import erase
from bot.features.listening import listeners
from bot.features.shared import Shared, shared_by
from bot.joining import also, keeping_still, leading_to
from bot.listeners import Listeners
from bot.meetings import looking_over
from bot.meetings.attending import resting
from bot.moderation import picturing
from bot.moderation.reporting import Reporting, no_picture
from bot.moderation.status import Status
from bot.privacy import erasing, showing
from bot.privacy.holding import Holding
from storage import quiet
from storage.database import Database, Transaction


@dataclass(frozen=True, slots=True)
class Wired:
    """Every feature, what stands before the router, and what waits while it is quiet hours."""

    features: tuple[Feature, ...]
    watch: Callable[[Database, Clock], Listeners]
    waits: Waits


def all_features() -> tuple[Feature, ...]:
    """Every feature, where no community has a room: to erase somebody by, and to measure."""
    return wired(Around()).features


def wired(around: Around) -> Wired:
    """Every feature; who hears words first comes first."""
    shared = shared_by(around)
    features = [
        *_for_members(around, shared),
        *_meetings(around, shared),
        *_crisis(around, shared),
        bot.moderation.staff.feature(around.staff_rooms),
        # Behind all others that hear words: a line that rests asks what they are for.
        shared.lines.feature,
    ]
    tell = tells(shared.items, buddies_of=buddies_of, apart=apart)
    features = [told_of(each, tell) if each.name == "checkins" else each for each in features]
    features = [respecting_sleep(keeping_still(each, around.effective)) for each in features]
    features.extend(_for_communities(around, shared))
    features.extend(_privacy(around, shared, features))  # which hold something themselves
    return Wired(tuple(features), partial(listeners, around, shared), shared.quiet_hours.waits)


def _for_members(around: Around, shared: Shared) -> Iterable[Feature]:
    """Joining, buddies, check-ins and what stands around them."""
    yield also(
        leading_to(
            bot.members.commands.feature(
                around.places,
                begin_check_ins=bot.checkins.commands.begin,
                youth=shared.helping.youth,
                read_along=shared.read_along,
            ),
            {"talk": shared.lines.talk},
        ),
        bot.buddies.feature.ALSO,
        shared.lines.also,
        {"pause": resting.pause, "resume": resting.resume},
        {"start": erasing.decide_first},
        {"stop": sharing_ending.stopped},
        bot.checkins.commands.ALSO,
    )
    # Before buddies: digits that were asked for never go on to the buddy.
    yield bot.members.pin.feature()
    yield bot.members.tidying.feature()
    yield bot.members.quiet.feature(shared.quiet_hours.usual, own_hours)
    # Before check-ins: "okay" may be for the buddy to whom somebody is talking.
    yield bot.buddies.feature.feature(shared.staff_of, around.buddy_rooms)
    yield also(
        bot.checkins.commands.feature(
            around.checkin_rooms,
            texts=around.texts,
            ways=Ways(buddy=lambda turn: bool(together(turn.tx, turn.person.id))),
            together_with=together,
            lines=bot.checkins.goals.reviewing.beside(around.texts),
        ),
        bot.checkins.dates.feature.also(around.date_offers),
        bot.checkins.goals.commands.ALSO,
    )
    yield bot.checkins.dates.feature.feature(around.date_offers)
    yield bot.checkins.goals.commands.feature()
    yield bot.checkins.looking_back.commands.feature(draws=around.drawing is not None)
    yield bot.checkins.sharing.commands.feature(
        around.texts,
        shared.items,
        buddies_of=buddies_of,
        apart=apart,
        parted=ending.PARTED,
        partners_of=partners_of,
    )


def _meetings(around: Around, shared: Shared) -> Iterable[Feature]:
    meetings = bot.meetings.commands.feature(
        around.texts,
        around.places,
        staff_of=shared.staff_of,
        mirrors=around.mirrors,
        calendar_base=around.calendar_base,
    )
    beside = shared.hosting.beside
    yield replace(meetings, plans={kind: beside(plan) for kind, plan in meetings.plans.items()})
    yield bot.meetings.hosting.commands.feature(around.texts, shared.hosting, shared.staff_of)


def _crisis(around: Around, shared: Shared) -> Iterable[Feature]:
    """Help lines, what follows a reply, and the team that is called."""
    yield bot.crisis.lines.help_now.feature(shared.helping)
    yield bot.crisis.watching.aftercare.feature(
        Aftercare(shared.helping, shared.looking, shared.staff), shared.read_along
    )
    yield bot.crisis.team.crew.feature(
        around.directory,
        around.rooms_of,
        around.pages_of,
        read_days=said_days,
        name_days=name_days,
    )
    yield bot.crisis.lines.community_lines.feature(around.directory)
    yield bot.crisis.resources.browsing.feature(shared.helping)


def _for_communities(around: Around, shared: Shared) -> Iterable[Feature]:
    """Their set-up, their end, and what their teams look at."""
    unchecked = TeamLines(around.directory).unchecked
    # Before who is invited anew is welcomed: they may only have slept.
    yield around.leaving(shared.staff_of)
    yield bot.communities.commands.feature(
        around.effective,
        around.texts,
        around.places,
        unchecked=unchecked,
        changed=partial(_community_changed, around.checkin_rooms),
        open_to_all=around.open_to_all,
    )
    yield bot.members.resting.feature(
        (
            ending.put_to_rest,
            sharing_ending.put_to_rest,
            resting.put_to_rest,
            team_leaving.put_to_rest,
        )
    )
    yield bot.operating.alarms.telling.feature(around.texts, shared.staff_of)
    wish = partial(picturing.wish, staff_of=shared.staff_of)
    yield respecting_sleep(
        bot.moderation.dashboard.feature(
            Status(
                health=around.health,
                without_host=looking_over.without_host,
                unchecked=unchecked,
                on_duty=duty.on_duty,
            ),
            Reporting(
                checked_in=checked_in,
                held_and_skipped=looking_over.held_and_skipped,
                picture=wish if around.drawing is not None else no_picture,
            ),
            paused,
        )
    )


def _community_changed(rooms: CheckInRooms, tx: Transaction, now: datetime) -> None:
    """What follows when what counts for a community is another from now on."""
    rooms.set_up_posts(tx, now)
    quiet.release(tx, now)


def _privacy(around: Around, shared: Shared, features: Sequence[Feature]) -> list[Feature]:
    """Linking and privacy, which are about what all the others hold."""
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
    return [
        bot.members.linking.feature(partial(showing.held, holding=holding)),
        bot.privacy.commands.feature(around.texts, holding, shared.shedding.note),
    ]
