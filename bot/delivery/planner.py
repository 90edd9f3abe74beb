"""Schedules that are due become outbox rows.

Each batch is one transaction: the rows are written under their dedupe keys and the schedules
move on, or neither happens. Any number of processes may plan.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache, partial

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot import wall_time
from bot.clock import Clock
from bot.feature import Plan
from storage import outbox, schedules
from storage.database import Database, Transaction
from storage.schedules import Due

log = structlog.get_logger(__name__)

Occurrence = tuple[date, datetime]
"""A local date, and the moment in UTC that it means."""

BATCH = 250
MOST_MISSED = 7
PUT_OFF = timedelta(hours=1)
LONGEST_SLEEP = timedelta(seconds=15)


class Planner:
    """Works through what is due.

    Args:
        plans: by kind of schedule.
        late: told by how many seconds the oldest of what is planned came late.
        checkpoint: told the names of the moments at which a crash is rehearsed.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        plans: Mapping[str, Plan],
        late: Callable[[float], None] = lambda seconds: None,
        checkpoint: Callable[[str], None] = lambda name: None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._plans = plans
        self._late = late
        self._checkpoint = checkpoint

    async def tick(self) -> int:
        """Plan everything that is due. Returns: how many schedules were."""
        planned = 0
        while True:
            now = self._clock.now()
            due = await self._database.read(schedules.next_due)
            if due is None or due > now:
                return planned
            self._late((now - due).total_seconds())
            count = await self._database.write(partial(self._plan_some, now=now), alone=True)
            planned += count
            if count == 0:  # another planner has them
                return planned

    async def next_due(self) -> datetime | None:
        """When there is something to plan again."""
        return await self._database.read(schedules.next_due)

    def _plan_some(self, tx: Transaction, now: datetime) -> int:
        due = schedules.due_before(tx, now, BATCH)
        self._checkpoint("planner-selected")
        by_kind: dict[str, list[Due]] = defaultdict(list)
        for each in due:
            by_kind[each.kind].append(each)
        for some in by_kind.values():
            self._plan(tx, some, now)
        self._checkpoint("planner-before-commit")
        return len(due)

    def _plan(self, tx: Transaction, some: Sequence[Due], now: datetime) -> None:
        """Plan rules of one kind; one that cannot be planned is found by halves and put off."""
        try:
            with tx.savepoint():
                come: list[Due] = []
                moves: list[tuple[Due, Occurrence | None]] = []
                for each in some:
                    told, following = occurrences(each, now)
                    come += told
                    moves.append((each, following))
                outbox.add(tx, self._plans[some[0].kind](tx, come, now), now)
                schedules.advance(tx, moves)
                schedules.forget_spent(tx, [each.id for each in some if each.wall_time is None])
        except SQLAlchemyError:
            raise  # the database's trouble, not the rule's
        except Exception:
            if len(some) == 1:
                log.exception("rule_not_planned", row=some[0].id)
                schedules.advance(tx, [(some[0], (some[0].day, now + PUT_OFF))])
                return
            half = len(some) // 2
            self._plan(tx, some[:half], now)
            self._plan(tx, some[half:], now)

    async def recompute(self) -> int:
        """Work out every pending moment anew, after the zone data changed. Returns: how many."""
        last, count = 0, 0
        while True:
            page = await self._database.write(partial(_recompute, after=last))
            if not page:
                return count
            last, count = page[-1].id, count + len(page)


def occurrences(due: Due, now: datetime) -> tuple[list[Due], Occurrence | None]:
    """What has come due by now, oldest first, and what comes next; None if nothing does.

    After a long absence only the newest few are told; a plan writes those that are too late to
    be asked as expired, so that they are seen.
    """
    come = deque([due], maxlen=MOST_MISSED)
    if due.wall_time is None:
        return list(come), None
    following = _next(due.due, due.wall_time, due.days, due.zone)
    while following[1] <= now:
        come.append(replace(due, day=following[0], due=following[1]))
        following = _next(following[1], due.wall_time, due.days, due.zone)
    return list(come), following


@lru_cache(maxsize=2048)
def _next(after: datetime, at: time, days: int, zone: str) -> Occurrence:
    """Many members share an hour and a zone."""
    return wall_time.next_due(after, at, days, wall_time.zone_named(zone))


def _recompute(tx: Transaction, after: int) -> list[Due]:
    page = schedules.awake_after(tx, after, BATCH)
    moves = []
    for each in page:
        if each.wall_time is not None:
            moment = wall_time.due_on(each.day, each.wall_time, wall_time.zone_named(each.zone))
            moves.append((each, (each.day, moment)))
    schedules.advance(tx, moves)
    return page
