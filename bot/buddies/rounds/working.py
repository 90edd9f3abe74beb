"""What rounds need besides: the engine, and proposals going out. It runs beside everything else.

What is to be done stands in `buddy_rounds`, never here: whoever is killed or overtaken by another
process has lost nothing, and what was begun and not written begins again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import structlog

from bot.beside import keep_working
from bot.buddies.matching.profiles import Pool
from bot.buddies.pairing.telling import ready
from bot.buddies.rounds import cadence, engine, going_out, people, previewing, waves
from bot.buddies.rounds.engine import Engine
from bot.buddies.rounds.numbers import count
from bot.buddies.rounds.people import Looking
from bot.buddies.rounds.waves import Asked
from bot.clock import Clock
from bot.feature import StaffOf
from bot.texts import Texts
from storage import buddy_rounds, members, outbox
from storage.buddy_rounds import Round
from storage.database import Database, Transaction
from storage.errors import StorageError

log = structlog.get_logger(__name__)

LOOK_AGAIN = 2.0  # seconds
_KEPT_TO_ITSELF = {"blocked": "taken"}
"""Nobody is told, nor counted, that people are kept apart."""


class Working:
    """Does what rounds ask for.

    Args:
        staff_of: where a community's team talks.
        checkpoint: told the names of the moments at which a crash is rehearsed.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        texts: Texts,
        staff_of: StaffOf,
        *,
        match: Engine = engine.match,
        checkpoint: Callable[[str], None] = lambda name: None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._texts = texts
        self._staff_of = staff_of
        self._match = match
        self._checkpoint = checkpoint
        self._one_at_a_time = asyncio.Lock()

    async def run(self) -> None:
        """Work until cancelled."""
        await keep_working(self.work, "rounds", LOOK_AGAIN)

    async def work(self) -> None:
        """Do all that there is to do."""
        async with self._one_at_a_time:
            if await self._database.read(self._needs_order):
                await self._database.write(self._put_in_order)
            while to_do := await self._database.read(_to_do):
                await self._go_on(to_do[0])

    def _needs_order(self, tx: Transaction) -> bool:
        return bool(self._stale(tx) or buddy_rounds.without_schedule(tx, cadence.ROUND))

    def _put_in_order(self, tx: Transaction) -> None:
        """Communities in which somebody looks have their day; old previews are let go."""
        for community in buddy_rounds.without_schedule(tx, cadence.ROUND):
            cadence.arrange(tx, community, self._clock.now())
        for wave in self._stale(tx):
            waves.let_go(tx, wave.community, wave.state)

    def _stale(self, tx: Transaction) -> list[Round]:
        now = self._clock.now()
        shown = buddy_rounds.in_state(tx, "previewed")
        return [each for each in shown if not waves.may_go_out(each, now)]

    async def _go_on(self, wave: Round) -> None:
        try:
            if wave.state == "asked" or wave.plan.get("unchecked"):
                await self._work_out(wave)
            else:
                now = self._clock.now()
                send = partial(going_out.send_some, id=wave.id, now=now)
                await self._database.write(send, alone=True)
                self._checkpoint("buddies-sent-some")
        except StorageError:
            raise  # the database's trouble: it is still to be done
        except Exception:
            log.exception("round_broke", row=wave.id, community=wave.community)
            await self._database.write(partial(self._give_up, id=wave.id))

    async def _work_out(self, wave: Round) -> None:
        now = self._clock.now()
        gather = partial(people.gather, community=wave.community, now=now)
        looking = await self._database.read(gather)
        fingerprint = await asyncio.to_thread(lambda: looking.fingerprint)
        if wave.state == "running":
            check = partial(self._checked, id=wave.id, fingerprint=fingerprint)
            await self._database.write(check)
            return
        found = await self._match(looking.profiles)
        self._checkpoint("buddies-matched")
        keep = partial(
            self._keep, id=wave.id, looking=looking, fingerprint=fingerprint, found=found
        )
        await self._database.write(keep, alone=True)

    # --- in the writer's thread

    def _checked(self, tx: Transaction, id: int, fingerprint: str) -> None:
        """What was previewed goes out, or is worked out anew where people have changed."""
        wave = buddy_rounds.held(tx, id)
        if wave is None or wave.state != "running" or not wave.plan.get("unchecked"):
            return
        plan = {name: value for name, value in wave.plan.items() if name != "unchecked"}
        if wave.plan["people"] == fingerprint:
            plan["began"] = self._clock.now().isoformat()
            buddy_rounds.put(tx, replace(wave, plan=plan))
            return
        asked = Asked.of(plan)
        waves.let_go(tx, wave.community, "running")
        if asked is not None:
            self._tell(tx, wave, previewing.changed(self._texts, asked))
            waves.begin_preview(tx, wave.community, asked, self._clock.now())

    def _keep(
        self,
        tx: Transaction,
        id: int,
        looking: Looking,
        fingerprint: str,
        found: Mapping[str, Any],
    ) -> None:
        """Write down what the engine has found, and tell who asked."""
        wave = buddy_rounds.held(tx, id)
        if wave is None or wave.state != "asked":
            return
        pools = waves.pools_of(wave.plan, looking.large)
        left = _left(looking, found, pools)
        plan = {
            **wave.plan,
            "pools": sorted(pools),
            "people": fingerprint,
            "groups": _groups(looking, found, pools, inside=True),
            "suggested": [ids for ids, _ in _groups(looking, found, pools, inside=False)],
            "left": left,
            "proposed": 0,
        }
        numbers = count(looking.profiles, found, pools, left)
        shows = wave.plan["then"] == "show"
        if not shows and wave.wave == 1:
            plan["left"] = left | _in_small_groups(looking, pools)
        wave = replace(
            wave,
            state="previewed" if shows else "running",
            at=self._clock.now(),
            plan=plan,
            numbers=numbers,
        )
        buddy_rounds.put(tx, wave)
        asked = Asked.of(plan)
        if asked is not None:
            self._tell(tx, wave, previewing.preview(tx, self._texts, asked, wave))
        elif wave.wave == 1 and (numbers["looking"] or numbers["small"]):
            for room, language in self._staff_of(tx, wave.community):
                self._tell(tx, wave, previewing.to_staff(self._texts, room, language, wave))

    def _give_up(self, tx: Transaction, id: int) -> None:
        wave = buddy_rounds.held(tx, id)
        if wave is None:
            return
        buddy_rounds.put(tx, replace(wave, state="let_go", plan={}))
        asked = Asked.of(wave.plan)
        if asked is not None:
            self._tell(tx, wave, previewing.broken(self._texts, asked))

    def _tell(self, tx: Transaction, wave: Round, say: Any) -> None:
        now = self._clock.now()
        draft = replace(ready(tx, say, wave.id, now), expires=now + _USEFUL)
        outbox.add(tx, [draft], now)


_USEFUL = timedelta(days=1)


def _to_do(tx: Transaction) -> list[Round]:
    open_ones = buddy_rounds.in_state(tx, "asked", "running")
    return [each for each in open_ones if members.community(tx, each.community) is not None]


def _groups(
    looking: Looking, found: Mapping[str, Any], pools: frozenset[str], *, inside: bool
) -> list[tuple[list[str], list[str]]]:
    """Who is asked together, and what gave way; the best fit first.

    Args:
        inside: in the pools in which pairs are made here; else in all others.
    """
    of = {each.id: str(each.pool) for each in looking.profiles}
    groups: list[tuple[int, list[str], list[str]]] = []
    for a, b, score, relaxed in found["pairs"]:
        groups.append((score, [a, b], relaxed))
    groups += [(0, list(trio), ["trio"]) for trio in found["trios"]]
    groups += [(score, [seeker, mentor], []) for mentor, seeker, score in found["mentoring"]]
    groups.sort(key=lambda each: (-each[0], each[1]))
    return [(ids, relaxed) for _, ids, relaxed in groups if (of[ids[0]] in pools) is inside]


def _left(looking: Looking, found: Mapping[str, Any], pools: frozenset[str]) -> dict[str, str]:
    """Who is left in the pools in which pairs are made, and why, as it may be said."""
    of = {each.id: str(each.pool) for each in looking.profiles}
    left = {each["id"]: each["reason"] for each in found["unmatched"]}
    with_mentor = {seeker for _, seeker, _ in found["mentoring"]}
    left |= {
        each.id: "mentor"
        for each in looking.profiles
        if each.mentor_only and each.pool is not Pool.MENTOR and each.id not in with_mentor
    }
    return {id: _KEPT_TO_ITSELF.get(why, why) for id, why in left.items() if of[id] in pools}


def _in_small_groups(looking: Looking, pools: frozenset[str]) -> dict[str, str]:
    return {
        each.id: going_out.SMALL
        for each in looking.profiles
        if each.pool is not Pool.MENTOR and str(each.pool) not in pools
    }
