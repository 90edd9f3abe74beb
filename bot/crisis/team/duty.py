"""Who of the team is on duty, who is called in which order, and whether a community is watched."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from bot.crisis.detector import Level
from bot.crisis.watching.knowing import RoomsOf, Standing, StandingOf
from bot.richtext import Mention
from bot.wall_time import zone_named
from storage import crisis_rules, duty
from storage.database import Transaction
from storage.duty import Helper, Hours

DRILL_HOLDS = timedelta(days=31)
"""How long a passed drill says that the team can be reached."""

OWN_TERM = Level.HIGH
"""What a term of a community's own asks for: a person."""


def is_on(helper: Helper, now: datetime) -> bool:
    """Whether somebody is on duty: what they said last, while it stands, else their hours."""
    if helper.on is not None and (helper.until is None or now < helper.until):
        return helper.on
    local = now.astimezone(zone_named(helper.zone)).replace(tzinfo=None)
    return any(_covers(hours, local) for hours in helper.hours)


def _covers(hours: Hours, local: datetime) -> bool:
    begins, ends = time.fromisoformat(hours.begins), time.fromisoformat(hours.ends)
    today, yesterday = local.weekday(), (local.weekday() - 1) % 7
    clock = local.time()
    if begins < ends:
        return bool(hours.days >> today & 1) and begins <= clock < ends
    return (bool(hours.days >> today & 1) and clock >= begins) or (
        bool(hours.days >> yesterday & 1) and clock < ends
    )


def on_duty(roster: Sequence[Helper], now: datetime) -> list[Helper]:
    """Those on duty, in the order of calling."""
    return [helper for helper in roster if is_on(helper, now)]


def calling_order(roster: Sequence[Helper], now: datetime) -> list[Helper]:
    """Whom to call one after another: those on duty first, then the rest of the list."""
    on = on_duty(roster, now)
    return on + [helper for helper in roster if helper not in on]


def mention(helper: Helper) -> Mention:
    """The helper among their own team."""
    return Mention(helper.platform, helper.user, helper.name or helper.user)


def standing(rooms_of: RoomsOf) -> StandingOf:
    """How communities stand, by their roster, drills, and what they taught the detector."""

    def of(tx: Transaction, community: int, now: datetime) -> Standing:
        roster = duty.roster(tx, community)
        on = on_duty(roster, now)
        passed_at = duty.drills_passed(tx).get(community)
        drilled = passed_at is not None and now - passed_at <= DRILL_HOLDS
        return Standing(
            watching=bool(rooms_of(tx, community).staff and roster and drilled),
            on_duty=bool(on),
            first=mention(on[0]) if on else None,
            silenced=frozenset(
                each.rule
                for each in crisis_rules.silences_of(tx, community)
                if each.agreed_at is not None
            ),
            terms=tuple((term, OWN_TERM) for _, term in crisis_rules.terms(tx, community)),
        )

    return of
