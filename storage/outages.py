"""When the bot was away, what came of that, and what its operator is warned of."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, and_, bindparam, delete, func, insert, or_, select, update

from storage.database import Transaction
from storage.ids import new_id
from storage.leaving import belongs_to
from storage.outbox import OPEN, State
from storage.tables import alarms, memberships, outages, outbox, signs_of_life, spaces

AWAY, NOT_KEPT = "away", "database"
"""Why rooms were not looked after: no events came in, or nothing could be kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outage:
    """A span in which one platform was not looked after.

    Args:
        cause: `AWAY` or `NOT_KEPT`.
        began: when all was last known to be well. ended: when it was again.
    """

    id: int
    platform: str
    cause: str
    began: datetime
    ended: datetime


@dataclass(frozen=True, slots=True)
class Toll:
    """What an outage did to the messages of a community that were due in it."""

    late: int
    let_go: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something that the operator was warned of and that is not well yet."""

    name: str
    since: datetime
    told_at: datetime


def last_sign(tx: Transaction, platform: str) -> datetime | None:
    """When events of a platform were last known to flow; None: never."""
    found: datetime | None = tx.execute(
        select(signs_of_life.c.at).where(signs_of_life.c.platform == platform)
    ).scalar()
    return found


def sign(tx: Transaction, platform: str, at: datetime) -> None:
    """Events of a platform flow, and can be kept."""
    known = update(signs_of_life).where(signs_of_life.c.platform == platform).values(at=at)
    if tx.execute(known).rowcount == 0:
        tx.insert_new(signs_of_life, [{"platform": platform, "at": at}])


def add(tx: Transaction, outage: Outage) -> bool:
    """Note an outage, once. Returns: whether it is new."""
    row = {
        "id": outage.id,
        "platform": outage.platform,
        "cause": outage.cause,
        "began": outage.began,
        "ended": outage.ended,
    }
    return tx.insert_new(outages, [row]) == 1


def get(tx: Transaction, id: int) -> Outage | None:
    """The outage of that id."""
    row = tx.execute(select(outages).where(outages.c.id == id)).mappings().one_or_none()
    return Outage(**row) if row is not None else None


def new(platform: str, cause: str, began: datetime, ended: datetime) -> Outage:
    """An outage that is not noted yet."""
    return Outage(id=new_id(), platform=platform, cause=cause, began=began, ended=ended)


def forget(tx: Transaction, before: datetime) -> None:
    """Remove what ended before a moment."""
    tx.execute(delete(outages).where(outages.c.ended < before))


def communities_on(tx: Transaction, platform: str) -> list[int]:
    """The communities that have a space on a platform."""
    return list(
        tx.execute(
            select(spaces.c.community).where(spaces.c.platform == platform).distinct()
        ).scalars()
    )


def toll(tx: Transaction, outage: Outage, community: int) -> Toll:
    """Counts the messages that were due in an outage, to a community's members and about it."""
    late, let_go, waiting = tx.execute(
        _TOLL,
        {
            "on_platform": outage.platform,
            "whose": community,
            "from": outage.began,
            "until": outage.ended,
        },
    ).one()
    return Toll(late or 0, let_go or 0, waiting or 0)


def _toll() -> Select[int, int, int]:
    of_members = select(memberships.c.person).where(memberships.c.community == bindparam("whose"))
    late = and_(outbox.c.state == State.SENT.value, outbox.c.settled_at >= bindparam("until"))
    return select(
        func.count().filter(late),
        func.count().filter(outbox.c.state == State.EXPIRED.value),
        func.count().filter(outbox.c.state.in_([each.value for each in OPEN])),
    ).where(
        outbox.c.platform == bindparam("on_platform"),
        outbox.c.due >= bindparam("from"),
        outbox.c.due < bindparam("until"),
        or_(outbox.c.person.in_(of_members), belongs_to(outbox.c.subject, bindparam("whose"))),
    )


_TOLL = _toll()


def is_stuck(tx: Transaction, platforms: Collection[str], before: datetime) -> bool:
    """Whether an answer or a call for help has been waiting to be sent since before a moment.

    The rest may wait: it is paced on purpose.
    """
    stuck = tx.execute(_STUCK, {"platforms": list(platforms), "moment": before})
    return stuck.first() is not None


_STUCK = (
    select(outbox.c.id)
    .where(
        outbox.c.platform.in_(bindparam("platforms", expanding=True)),
        outbox.c.lane < 2,
        outbox.c.state.in_([each.value for each in OPEN]),
        outbox.c.not_before < bindparam("moment"),
    )
    .limit(1)
)


# --- what operators are warned of


def standing_alarms(tx: Transaction) -> dict[str, Alarm]:
    """What is not well yet, by name."""
    rows = tx.execute(select(alarms.c.name, alarms.c.since, alarms.c.told_at))
    return {name: Alarm(name, since, told_at) for name, since, told_at in rows}


def put_alarm(tx: Transaction, alarm: Alarm) -> None:
    """Note that the operator was told."""
    end_alarm(tx, alarm.name)
    tx.execute(insert(alarms).values(name=alarm.name, since=alarm.since, told_at=alarm.told_at))


def end_alarm(tx: Transaction, name: str) -> None:
    """It is well again."""
    tx.execute(delete(alarms).where(alarms.c.name == name))
