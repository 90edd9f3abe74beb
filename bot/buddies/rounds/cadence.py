"""When rounds are: by themselves on a community's day, unless its team pauses them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot import wall_time
from bot.buddies.parts import Parts
from bot.buddies.rounds import waves
from storage import buddies, buddy_rounds, members, schedules
from storage.buddies import Ways
from storage.database import Transaction
from storage.ids import new_id
from storage.outbox import Draft
from storage.schedules import Due, Schedule

ROUND = "buddies-round"
CADENCES = ("weekly", "fortnightly", "monthly", "off")
LATE = timedelta(days=3)
"""How late a round may begin by itself, after the bot was away."""
OPEN_END = date.max
AT_LEAST = {
    "weekly": timedelta(days=4),
    "fortnightly": timedelta(days=10),
    "monthly": timedelta(days=14),
}
"""Between the beginning of a round, by whomever, and one that comes by itself."""
_FIRST_WEEK = 7
_LOOKED_AT = 6  # weeks ahead in which a round of any cadence comes


def parts() -> Parts:
    """This module's share of the feature."""
    return Parts(plans={ROUND: plan_rounds})


def plan_rounds(tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
    """A community's day has come: its round begins, where this is one of its weeks."""
    for community, each in {each.subject: each for each in due}.items():
        local = each.due.astimezone(wall_time.zone_named(each.zone)).date()
        cadence = buddies.ways(tx, community).cadence
        if now - each.due <= LATE and is_its_week(tx, community, cadence, local, each.due):
            waves.begin_round(tx, community, now)
    return []


def arrange(tx: Transaction, community: int, now: datetime) -> None:
    """Have rounds come by a community's ways, from the next such hour on; a pause stays."""
    found = members.community(tx, community)
    if found is None:
        return
    ways, zone = buddies.ways(tx, community), wall_time.zone_named(found.zone)
    at = time.fromisoformat(ways.hour)
    until = paused_until(tx, community, now)
    day: date | None = None
    due: datetime | None = None
    if ways.cadence != "off" and until != OPEN_END:
        after = now
        if until is not None:
            after = max(now, wall_time.due_on(until, time(), zone) - timedelta(milliseconds=1))
        day, due = wall_time.next_due(after, at, 1 << ways.weekday, zone)
    rule = Schedule(
        id=new_id(),
        kind=ROUND,
        subject=community,
        person=None,
        wall_time=at,
        days=1 << ways.weekday,
        next_day=day,
        next_due=due,
        paused_until=until,
    )
    schedules.put(tx, rule, zone=found.zone)


def change_ways(tx: Transaction, community: int, ways: Ways, now: datetime) -> None:
    """Keep how a community pairs, and go by it."""
    buddies.set_ways(tx, community, ways)
    arrange(tx, community, now)


def pause(tx: Transaction, community: int, until: date | None, now: datetime) -> None:
    """No rounds before that local date (None: until somebody says so); pairs go on.

    What has not gone out is let go; who waited is not counted for it.
    """
    _set_pause(tx, community, until or OPEN_END, now)
    waves.let_go(tx, community, "asked", "previewed", "running")
    schedules.remove(tx, waves.WAVE, community)


def resume(tx: Transaction, community: int, now: datetime) -> None:
    """Rounds go on."""
    _set_pause(tx, community, None, now)


def _set_pause(tx: Transaction, community: int, until: date | None, now: datetime) -> None:
    arrange(tx, community, now)
    rule = schedules.schedule_of(tx, ROUND, community)
    if rule is not None:
        zone = _zone(tx, community)
        schedules.put(tx, replace(rule, paused_until=until), zone=zone)
        arrange(tx, community, now)


def paused_until(tx: Transaction, community: int, now: datetime) -> date | None:
    """The first local date on which rounds come again, `OPEN_END` if nobody knows; None: now."""
    rule = schedules.schedule_of(tx, ROUND, community)
    if rule is None or rule.paused_until is None:
        return None
    today = now.astimezone(wall_time.zone_named(_zone(tx, community))).date()
    return rule.paused_until if rule.paused_until > today else None


def next_round(tx: Transaction, community: int, now: datetime) -> datetime | None:
    """When the next round begins by itself; None if none does."""
    ways, until = buddies.ways(tx, community), paused_until(tx, community, now)
    if ways.cadence == "off" or until == OPEN_END:
        return None
    zone, at = wall_time.zone_named(_zone(tx, community)), time.fromisoformat(ways.hour)
    due = max(now, wall_time.due_on(until, time(), zone)) if until else now
    for _ in range(_LOOKED_AT):
        day, due = wall_time.next_due(due, at, 1 << ways.weekday, zone)
        if is_its_week(tx, community, ways.cadence, day, due):
            break
    return due


def is_its_week(tx: Transaction, community: int, cadence: str, day: date, due: datetime) -> bool:
    """Whether a round begins on that one of a community's days."""
    if cadence == "off" or (cadence == "monthly" and day.day > _FIRST_WEEK):
        return False
    begun = buddy_rounds.begun(tx, community)
    return not begun or due - begun[0] >= AT_LEAST[cadence]


def _zone(tx: Transaction, community: int) -> str:
    found = members.community(tx, community)
    return found.zone if found is not None else "UTC"
