"""The bot was put out of a community: it sleeps, and is erased later unless the bot comes back.

A community with several spaces sleeps when the last of them is gone. While it sleeps nothing that
was planned for it goes out: meetings, rounds, duty, daily posts. What happens once is put by until
it wakes; what comes again and again comes again. A member's own check-ins are theirs and go on, as
do the words of two buddies to each other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from bot.communities.leaving.erasing import erase
from bot.delivery import rules
from bot.delivery.sender import REST
from bot.feature import Feature, Plan, StaffOf, Write
from bot.platform import (
    Action,
    Address,
    Audience,
    Change,
    Invited,
    MemberChanged,
    Say,
    Send,
)
from bot.texts import Texts
from bot.turn import Turn
from storage import leaving, schedules
from storage.database import Transaction
from storage.leaving import Sleep
from storage.outbox import Claimed, Draft
from storage.schedules import Due

log = structlog.get_logger(__name__)

ERASE = "community-erase"
"""The step at which a sleeping community is erased; its subject is the community."""
_GONE = (Change.LEFT, Change.BANNED, Change.DELETED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sleeping:
    """Puts communities to sleep and wakes them.

    Args:
        staff_of: where a community's team talks, and in which language.
        operator: where the operator reads, and in which language; None: only in the log.
        erased_after: how long a community sleeps before it is erased.
    """

    staff_of: StaffOf
    operator: tuple[Address, str] | None
    erased_after: timedelta

    def noticed(self, turn: Turn) -> Sequence[Action]:
        """The bot itself came to a space, or left one."""
        event = turn.event
        platform, space = event.where.platform, event.where.space
        if space is None:
            return []
        match event:
            case MemberChanged(own=True, change=change) if change in _GONE:
                lost = leaving.space_lost(turn.tx, platform, space, turn.now)
                return self._sleep(turn, lost) if lost is not None else []
            case MemberChanged(own=True, change=Change.JOINED) | Invited():
                found = leaving.space_found(turn.tx, platform, space)
                return self._wake(turn, found) if found is not None else []
        return []

    def _sleep(self, turn: Turn, community: int) -> Sequence[Action]:
        if leaving.has_a_space(turn.tx, community):
            return []
        sleep = Sleep(community, turn.now, turn.now + self.erased_after)
        if not leaving.put_to_sleep(turn.tx, sleep):
            return []
        rules.set_once(turn.tx, kind=ERASE, subject=community, at=sleep.erased_at, zone="UTC")
        log.warning("community_sleeps", community=community)
        if self.operator is None:
            return []
        room, language = self.operator
        day = turn.texts.when(language, sleep.erased_at.date(), "date")
        body = turn.texts.body(language, "leaving-operator-asleep", day=day)
        return [Say(to=room, body=body, audience=Audience.PUBLIC, rings=True)]

    def _wake(self, turn: Turn, community: int) -> Sequence[Action]:
        slept = leaving.wake(turn.tx, community)
        if slept is None:
            return []
        schedules.remove(turn.tx, ERASE, community)
        log.info("community_wakes", community=community)
        return [
            Say(
                to=room,
                body=turn.texts.body(
                    language,
                    "leaving-awake",
                    day=turn.texts.when(language, slept.since.date(), "date"),
                ),
                audience=Audience.PUBLIC,
            )
            for room, language in self.staff_of(turn.tx, community)
        ]

    def plan(self, tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
        """Erase the communities whose time is over, if they are still asleep."""
        asleep = leaving.sleeping(tx)
        for each in due:
            if each.subject in asleep:
                rooms = [room for room, _ in self.staff_of(tx, each.subject)]
                erase(tx, each.subject, rooms)
                log.warning("community_erased", community=each.subject)
        return []


def respecting_sleep(feature: Feature) -> Feature:
    """A feature of which nothing that was planned goes out for communities that sleep."""
    return replace(
        feature,
        plans={kind: _awake_only(plan) for kind, plan in feature.plans.items()},
        writes={kind: _written_awake(write) for kind, write in feature.writes.items()},
    )


def _awake_only(plan: Plan) -> Plan:
    def planned(tx: Transaction, due: Sequence[Due], now: datetime) -> Sequence[Draft]:
        asleep = leaving.sleeping(tx)
        if not asleep or not due:
            return plan(tx, due, now)
        of = leaving.owners(tx, [each.subject for each in due], list(asleep))
        for each in due:
            if each.subject in of and each.wall_time is None:
                leaving.put_by(tx, of[each.subject], each)
        awake = [each for each in due if each.subject not in of]
        return plan(tx, awake, now) if awake else []

    return planned


def _written_awake(write: Write) -> Write:
    def written(
        tx: Transaction, texts: Texts, rows: Sequence[Claimed]
    ) -> Mapping[int, Send | None]:
        asleep = leaving.sleeping(tx)
        if not asleep:
            return write(tx, texts, rows)
        planned = [row.subject for row in rows if row.lane == REST]
        of = leaving.owners(tx, planned, list(asleep))
        held = {row.id: None for row in rows if row.lane == REST and row.subject in of}
        awake = [row for row in rows if row.id not in held]
        return {**held, **(write(tx, texts, awake) if awake else {})}

    return written
