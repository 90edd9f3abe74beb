"""Who of a community's team can be called, in which order, and when a drill was last passed.

Helpers need not have joined, so what tells about them is sealed under the system's key and found
by the keyed hash of their account.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, delete, func, insert, select, update

from storage.database import Transaction
from storage.ids import new_id
from storage.tables import accounts, drills, helpers

CARD = "helpers.card"


@dataclass(frozen=True, slots=True)
class Hours:
    """A span of a week that somebody is usually there.

    Args:
        days: on which it begins; bit 0 is Monday.
        begins, ends: "18:00", on the helper's own clock; an end that is not later than the
            beginning is on the next day.
    """

    days: int
    begins: str
    ends: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Helper:
    """Somebody of the team who can be called.

    Args:
        name: what members may be told; None: "somebody from the team".
        zone: the IANA zone in which the hours are meant.
        rank: the place in the order of calling, smaller first.
        on: what they said last: on duty or not; None: their hours count.
        until: when what they said ends; None: it stands.
    """

    id: int
    community: int
    platform: str
    user: str
    name: str | None = None
    hours: tuple[Hours, ...] = ()
    zone: str = "UTC"
    rank: int = 0
    on: bool | None = None
    until: datetime | None = None


_ALL = select(helpers).order_by(helpers.c.community, helpers.c.rank, helpers.c.id)


def roster(tx: Transaction, community: int | None = None) -> list[Helper]:
    """Everybody of one community or of all, in the order of calling."""
    found = _ALL if community is None else _ALL.where(helpers.c.community == community)
    return list(_read(tx, tx.execute(found)))


def helper_with(tx: Transaction, community: int, platform: str, user: str) -> Helper | None:
    """The helper of a community who has this account."""
    mine = _with_account(tx, platform, user).where(helpers.c.community == community)
    return next(_read(tx, tx.execute(mine)), None)


def everywhere(tx: Transaction, platform: str, user: str) -> list[Helper]:
    """Where somebody helps: once for each community."""
    return list(_read(tx, tx.execute(_with_account(tx, platform, user))))


def put(tx: Transaction, helper: Helper) -> None:
    """Write a helper, new or anew."""
    row = _row(tx, helper)
    changed = tx.execute(update(helpers).where(helpers.c.id == helper.id).values(**row))
    if changed.rowcount == 0:
        tx.execute(insert(helpers), row)


def enlist(tx: Transaction, community: int, platform: str, user: str, *, zone: str) -> Helper:
    """Put somebody on the roster, behind the others; who is there stays as they are."""
    known = helper_with(tx, community, platform, user)
    if known is not None:
        return known
    last = tx.execute(
        select(func.coalesce(func.max(helpers.c.rank), 0)).where(helpers.c.community == community)
    ).scalar_one()
    helper = Helper(
        id=new_id(), community=community, platform=platform, user=user, zone=zone, rank=last + 1
    )
    put(tx, helper)
    return helper


def reorder(tx: Transaction, community: int, first: Sequence[int]) -> None:
    """Call these helpers first, in this order; the others stay behind them in theirs."""
    others = [each.id for each in roster(tx, community) if each.id not in first]
    for rank, id in enumerate([*first, *others], start=1):
        tx.execute(update(helpers).where(helpers.c.id == id).values(rank=rank))


def remove(tx: Transaction, id: int) -> None:
    """Somebody is on the roster no longer."""
    tx.execute(delete(helpers).where(helpers.c.id == id))


# --- drills


def drills_passed(tx: Transaction) -> dict[int, datetime]:
    """When each community last passed one."""
    rows = tx.execute(select(drills.c.community, drills.c.passed_at))
    return {community: passed_at for community, passed_at in rows}


def pass_drill(tx: Transaction, community: int, now: datetime) -> None:
    """The team of a community answered a drill in time."""
    tx.execute(delete(drills).where(drills.c.community == community))
    tx.execute(insert(drills).values(community=community, passed_at=now))


# --- what is held about a member who helps


def export(tx: Transaction, person: int) -> list[dict[str, Any]]:
    """The places of a member on rosters, JSON-ready."""
    mine = _ALL.where(helpers.c.account_index.in_(_accounts_of(person)))
    return [
        {
            "name": each.name,
            "hours": [[hours.days, hours.begins, hours.ends] for hours in each.hours],
            "zone": each.zone,
            "on": each.on,
            "until": each.until.isoformat() if each.until else None,
        }
        for each in _read(tx, tx.execute(mine))
    ]


def erase(tx: Transaction, person: int) -> None:
    """Take a member off all rosters; their accounts must still be there to find them by."""
    tx.execute(delete(helpers).where(helpers.c.account_index.in_(_accounts_of(person))))


# --- rows


def account_index(tx: Transaction, platform: str, user: str) -> bytes:
    """What an account is found by; the same as of members' accounts."""
    return tx.keys.index(f"{platform}:{user}")


def indexes_of(tx: Transaction, person: int) -> list[bytes]:
    """What a member's accounts are found by."""
    return [index for (index,) in tx.execute(_accounts_of(person))]


def _accounts_of(person: int) -> Select[bytes]:
    return select(accounts.c.user_index).where(accounts.c.person == person)


def _with_account(tx: Transaction, platform: str, user: str) -> Select[Any]:
    return _ALL.where(helpers.c.account_index == account_index(tx, platform, user))


def _row(tx: Transaction, helper: Helper) -> dict[str, Any]:
    card = {
        "platform": helper.platform,
        "user": helper.user,
        "name": helper.name,
        "hours": [[hours.days, hours.begins, hours.ends] for hours in helper.hours],
        "zone": helper.zone,
    }
    return {
        "id": helper.id,
        "community": helper.community,
        "account_index": account_index(tx, helper.platform, helper.user),
        "card": tx.keys.system.seal_text(CARD, helper.id, json.dumps(card)),
        "rank": helper.rank,
        "on_duty": helper.on,
        "until": helper.until,
    }


def _read(tx: Transaction, rows: Iterable[Row[Any]]) -> Iterator[Helper]:
    for row in rows:
        card = json.loads(tx.keys.system.open_text(CARD, row.id, row.card))
        yield Helper(
            id=row.id,
            community=row.community,
            platform=card["platform"],
            user=card["user"],
            name=card["name"],
            hours=tuple(Hours(*each) for each in card["hours"]),
            zone=card["zone"],
            rank=row.rank,
            on=row.on_duty,
            until=row.until,
        )
