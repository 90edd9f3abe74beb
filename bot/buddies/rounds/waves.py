"""The waves of a round: asked for, worked out, going out, followed by the next.

A wave is a row in `buddy_rounds`. What is to be done with it stands in its state, so that whoever
comes next can go on with it: "asked" (the engine is to be run), "running" (proposals go out).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.buddies.pairing.proposing import LIVES
from bot.buddies.parts import Parts
from bot.delivery import rules
from bot.platform import Address
from storage import buddy_rounds, schedules
from storage.buddy_rounds import Round
from storage.database import Transaction
from storage.outbox import Draft
from storage.schedules import Due

WAVE = "buddies-wave"
WAVES = 3
BREATH = timedelta(minutes=10)
"""Between the end of what was proposed and the next wave."""
FRESH = timedelta(days=1)
"""How long a preview can go out."""


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
    return Parts(plans={WAVE: plan_waves})


# --- beginning, going on, ending


def begin_round(tx: Transaction, community: int, now: datetime) -> None:
    """A round that goes out by itself; nothing where one is on its way."""
    for each in buddy_rounds.in_state(tx, "asked", community=community):
        if each.wave > 1:  # late, after the bot was away
            buddy_rounds.put(tx, replace(each, state="let_go", plan={}))
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


def send_out(tx: Transaction, preview: Round, asked: Asked, now: datetime) -> None:
    """What was previewed goes out, if nobody has come, gone or changed since.

    Args: asked: who sends it, and hears if it did not go out.
    """
    end_round(tx, preview.community)
    plan = {**preview.plan, "asked": asked.as_data(), "unchecked": True}
    buddy_rounds.put(tx, replace(preview, state="running", at=now, plan=plan))


def let_go(tx: Transaction, community: int, *states: str) -> None:
    """Forget waves that have not gone out."""
    for each in buddy_rounds.in_state(tx, *states, community=community):
        buddy_rounds.put(tx, replace(each, state="let_go", plan={}))


def is_under_way(tx: Transaction, community: int) -> bool:
    """Whether a wave is worked out or going out right now."""
    return bool(buddy_rounds.in_state(tx, "asked", "running", community=community))


def wave_over(tx: Transaction, wave: Round, proposed: int, now: datetime) -> None:
    """All of a wave has gone out: the next one comes when its proposals have expired."""
    plan = {"began": wave.plan["began"], "pools": wave.plan["pools"]}
    buddy_rounds.put(tx, replace(wave, state="done", plan=plan))
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
    buddy_rounds.put(
        tx, Round(community=community, wave=wave, state="asked", at=now, plan=whole, numbers={})
    )


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


def may_go_out(wave: Round, now: datetime) -> bool:
    """Whether what was previewed is fresh enough."""
    return wave.state == "previewed" and now - wave.at <= FRESH


def pools_of(plan: Mapping[str, Any], large: Collection[str]) -> frozenset[str]:
    """Pools in which a wave makes pairs: those that were large when its round began."""
    return frozenset(plan.get("pools", large))
