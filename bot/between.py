"""What one feature asks of another, answered from the storage."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime, time

from bot.checkins.looking_back.counts import told
from bot.checkins.question import EVENING
from bot.checkins.question import KIND as CHECKIN
from bot.crisis.watching.knowing import RoomsOf
from bot.feature import StaffOf
from bot.platform import Address
from storage import buddies, buddy_pairs, dates, meeting_reminders, schedules
from storage.buddy_pairs import Stage
from storage.database import Transaction
from storage.members import Community


def shown_dates(tx: Transaction, person: int) -> list[tuple[date, str]]:
    """A member's dates that may stand in what they hold towards others."""
    return [(each.since, each.name) for each in dates.dates_of(tx, person) if each.shown]


def own_hours(tx: Transaction, person: int) -> list[time]:
    """The hours at which somebody wants to be asked, on their own clock."""
    found = (schedules.schedule_of(tx, kind, person) for kind in (CHECKIN, EVENING))
    return [each.wall_time for each in found if each and each.wall_time and each.next_due]


def together(tx: Transaction, person: int) -> frozenset[int]:
    """With whom somebody is together as buddies at this moment."""
    pairs = buddy_pairs.of_person(tx, person, Stage.TOGETHER)
    return frozenset(
        other.person for pair in pairs if pair.kind == "buddies" for other in pair.others(person)
    )


def buddies_of(tx: Transaction, person: int) -> list[tuple[int, int]]:
    """Somebody's buddies at this moment: the pair, and the other one; the newest pair first.

    A mentor or a mentee comes behind them.
    """
    pairs = buddy_pairs.of_person(tx, person, Stage.TOGETHER)
    return [
        (pair.id, other.person)
        for pair in sorted(pairs, key=lambda each: each.kind != "buddies")
        for other in pair.others(person)
    ]


def partners_of(tx: Transaction, pair: int) -> list[int]:
    """Who are, or were, in a pair of buddies."""
    found = buddy_pairs.with_id(tx, pair)
    return [each.person for each in found.partners] if found is not None else []


def paused(tx: Transaction, people: Collection[int], now: datetime) -> set[int]:
    """Who of some people has said `pause`, and rests at this moment."""
    rests = meeting_reminders.rests(tx, people)
    return {person for person, until in rests.items() if until is None or until > now}


def checked_in(tx: Transaction, community: Community, now: datetime) -> tuple[date, int]:
    """The Monday of the last whole week, and what a team is told of who checked in; 0: nothing."""
    last = told(tx, community, now)
    return last.week, last.told


def apart(tx: Transaction, one: int, other: int) -> bool:
    """Whether one of two has blocked the other."""
    blocks = buddies.blocks_among(tx, [one])
    return (one, other) in blocks or (other, one) in blocks


def staff_in(rooms_of: RoomsOf) -> StaffOf:
    """Where a community's team talks, and in which language."""

    def staff_of(tx: Transaction, community: int) -> Sequence[tuple[Address, str]]:
        return [(room.address, room.language) for room in rooms_of(tx, community).staff]

    return staff_of
