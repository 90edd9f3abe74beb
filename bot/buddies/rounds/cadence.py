"""When rounds are: by themselves on a community's day, in three waves, or when a moderator says.

A wave is a row in `buddy_rounds`. What is to be done with it stands in its state, so that whoever
comes next can go on with it: "asked" (the engine is to be run), "running" (proposals go out).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from bot import wall_time
from bot.buddies.pairing.proposing import LIVES
from bot.buddies.parts import Parts
from bot.delivery import rules
from bot.platform import Address
from storage import buddies, buddy_pairs, buddy_rounds, members, schedules
from storage.buddies import Ways
from storage.buddy_pairs import Round
from storage.database import Transaction
from storage.ids import new_id
from storage.outbox import Draft
from storage.schedules import Due, Schedule

ROUND, WAVE = "buddies-round", "buddies-wave"
CADENCES = ("weekly", "fortnightly", "monthly", "off")
WAVES = 3
BREATH = timedelta(minutes=10)
"""Between the end of what was proposed and the next wave."""
FRESH = timedelta(days=1)
"""How long a preview can go out."""
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Who wants the numbers, and in which language.

    Args:
        to: their account. where: the room they asked in; None: in direct messages.
        may_send: a moderator; a facilitator may pair by hand.
    """

    to: Address
    where: Address | None
    language: str
    may_send: bool

    def as_data(self) -> dict[str, Any]:
        """JSON-ready."""
        return {
            "to": [self.to.platform, self.to.user],
            "where": astuple(self.where) if self.where is not None else None,
            "language": self.language,
            "may_send": self.may_send,
        }

    @staticmethod
    def of(plan: Mapping[str, Any]) -> Asked | None:
        """Who asked for a wave; None: nobody, it came by itself."""
        data = plan.get("asked")
        if data is None:
            return None
        platform, user = data["to"]
        return Asked(
            to=Address(platform, user=user),
            where=Address(*data["where"]) if data["where"] is not None else None,
            language=data["language"],
            may_send=data["may_send"],
        )


def parts() -> Parts:
    """This module's share of the feature."""
    return Parts(plans={ROUND: plan_rounds, WAVE: plan_waves})


# --- beginning, going on, ending


def begin_round(tx: Transaction, community: int, now: datetime) -> None:
    """A round that goes out by itself; nothing where one is on its way."""
    for each in buddy_rounds.in_state(tx, "asked", community=community):
        if each.wave > 1:  # late, after the bot was away
            buddy_pairs.put_round(tx, replace(each, state="let_go", plan={}))
            _count(tx, each)
    if is_under_way(tx, community):
        return
    end_round(tx, community)
    let_go(tx, community, "previewed")
    _ask(tx, community, 1, now, {"then": "send"})


def begin_preview(tx: Transaction, community: int, asked: Asked, now: datetime) -> None:
    """Work out a round for somebody to look at."""
    let_go(tx, community, "previewed")
    _ask(tx, community, 1, now, {"then": "show", "asked": asked.as_data()})


def send_out(tx: Transaction, preview: Round, now: datetime) -> None:
    """What was previewed goes out, if nobody has come, gone or changed since."""
    end_round(tx, preview.community)
    plan = {**preview.plan, "unchecked": True}
    buddy_pairs.put_round(tx, replace(preview, state="running", at=now, plan=plan))


def let_go(tx: Transaction, community: int, *states: str) -> None:
    """Forget waves that have not gone out."""
    for each in buddy_rounds.in_state(tx, *states, community=community):
        buddy_pairs.put_round(tx, replace(each, state="let_go", plan={}))


def is_under_way(tx: Transaction, community: int) -> bool:
    """Whether a wave is worked out or going out right now."""
    return bool(buddy_rounds.in_state(tx, "asked", "running", community=community))


def wave_over(tx: Transaction, wave: Round, proposed: int, now: datetime) -> None:
    """All of a wave has gone out: the next one comes when its proposals have expired."""
    plan = {"began": wave.plan["began"], "pools": wave.plan["pools"]}
    buddy_pairs.put_round(tx, replace(wave, state="done", plan=plan))
    if proposed:
        at = now + LIVES + BREATH
        rules.set_once(tx, kind=WAVE, subject=wave.community, at=at, zone="UTC")
    else:
        _count(tx, wave)


def end_round(tx: Transaction, community: int) -> None:
    """No more waves; whoever was left has waited one round more."""
    last = buddy_rounds.last_done(tx, community)
    if last is not None and schedules.schedule_of(tx, WAVE, community) is not None:
        schedules.remove(tx, WAVE, community)
        _count(tx, last)


def _count(tx: Transaction, last: Round) -> None:
    began, pools = datetime.fromisoformat(last.plan["began"]), last.plan["pools"]
    buddy_rounds.count_waited(tx, last.community, pools, began)


def _ask(
    tx: Transaction, community: int, wave: int, now: datetime, plan: Mapping[str, Any]
) -> None:
    whole = {"began": now.isoformat(), **plan}
    buddy_pairs.put_round(
        tx, Round(community=community, wave=wave, state="asked", at=now, plan=whole, numbers={})
    )


def plan_rounds(tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
    """A community's day has come: its round begins, where this is one of its weeks."""
    for community, each in {each.subject: each for each in due}.items():
        local = each.due.astimezone(wall_time.zone_named(each.zone)).date()
        cadence = buddies.ways(tx, community).cadence
        if now - each.due <= LATE and is_its_week(tx, community, cadence, local, each.due):
            begin_round(tx, community, now)
    return []


def plan_waves(tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
    """What was proposed has expired or was answered: those left are matched again."""
    for each in due:
        last = buddy_rounds.last_done(tx, each.subject)
        if last is None or is_under_way(tx, each.subject):
            continue
        if last.wave < WAVES:
            plan = {"then": "send", "began": last.plan["began"], "pools": last.plan["pools"]}
            _ask(tx, each.subject, last.wave + 1, now, plan)
        else:
            _count(tx, last)
    return []


# --- a community's day


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
    let_go(tx, community, "asked", "previewed", "running")
    schedules.remove(tx, WAVE, community)


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


def may_go_out(wave: Round, now: datetime) -> bool:
    """Whether what was previewed is fresh enough."""
    return wave.state == "previewed" and now - wave.at <= FRESH


def pools_of(plan: Mapping[str, Any], large: Collection[str]) -> frozenset[str]:
    """Pools in which a wave makes pairs: those that were large when its round began."""
    return frozenset(plan.get("pools", large))
