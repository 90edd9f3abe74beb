"""Who keeps the names behind a team's lines, how answers are signed, and whose name was looked up.

Keepers need not have joined: their accounts are sealed under the system's key, and found by a
keyed hash.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update

from storage import duty
from storage.database import Transaction
from storage.ids import new_id
from storage.tables import (
    outbox,
    team_line_blocks,
    team_line_keepers,
    team_line_lookups,
    team_line_manners,
    team_lines,
)
from storage.team_lines import Account, Line, reporter

ACCOUNT = "team_line_keepers.account"
KEEPER = "team_line_lookups.keeper"


def keepers(tx: Transaction, community: int) -> list[Account]:
    """The accounts of a community's keepers of names."""
    rows = tx.execute(
        select(team_line_keepers.c.id, team_line_keepers.c.account)
        .where(team_line_keepers.c.community == community)
        .order_by(team_line_keepers.c.id)
    )
    found = [json.loads(tx.keys.system.open_text(ACCOUNT, id, sealed)) for id, sealed in rows]
    return [(platform, user) for platform, user in found]


def is_keeper(tx: Transaction, community: int, account: Account) -> bool:
    """Whether somebody keeps the names of a community."""
    return account in keepers(tx, community)


def add(tx: Transaction, community: int, account: Account) -> None:
    """Somebody keeps the names from now on; whoever does already goes on."""
    id = new_id()
    row = {
        "id": id,
        "community": community,
        "account_index": duty.account_index(tx, *account),
        "account": tx.keys.system.seal_text(ACCOUNT, id, json.dumps(account)),
    }
    tx.insert_new(team_line_keepers, [row])


def remove(tx: Transaction, community: int, account: Account) -> None:
    """Somebody keeps the names no longer."""
    tx.execute(
        delete(team_line_keepers).where(
            team_line_keepers.c.community == community,
            team_line_keepers.c.account_index == duty.account_index(tx, *account),
        )
    )


def note_lookup(tx: Transaction, line: Line, by: Account, now: datetime) -> None:
    """A keeper has looked up the name of who writes on a line."""
    id = new_id()
    tx.execute(
        insert(team_line_lookups).values(
            id=id,
            community=line.community,
            person=line.person,
            alias=line.alias,
            keeper=tx.keys.system.seal_text(KEEPER, id, json.dumps(by)),
            at=now,
        )
    )


def lookups(tx: Transaction, community: int) -> list[tuple[datetime, int, Account]]:
    """When whose name was looked up, by the number of the line, and by whom; the newest first."""
    rows = tx.execute(
        select(team_line_lookups)
        .where(team_line_lookups.c.community == community)
        .order_by(team_line_lookups.c.at.desc())
    )
    found = []
    for row in rows:
        platform, user = json.loads(tx.keys.system.open_text(KEEPER, row.id, row.keeper))
        found.append((row.at, row.alias, (platform, user)))
    return found


def signs(tx: Transaction, community: int) -> bool:
    """Whether answers bear the name of who wrote them."""
    found = tx.execute(
        select(team_line_manners.c.signed).where(team_line_manners.c.community == community)
    ).scalar()
    return bool(found)


def sign(tx: Transaction, community: int, *, signed: bool) -> None:
    """Choose whether answers bear the name of who wrote them."""
    _manners(tx, community)
    mine = team_line_manners.c.community == community
    tx.execute(update(team_line_manners).where(mine).values(signed=signed))


def next_alias(tx: Transaction, community: int) -> int:
    """A number that no line of this community has had."""
    _manners(tx, community)
    mine = team_line_manners.c.community == community
    raised = update(team_line_manners).where(mine)
    alias: int = tx.execute(
        raised.values(last_alias=team_line_manners.c.last_alias + 1).returning(
            team_line_manners.c.last_alias
        )
    ).scalar_one()
    return alias


def _manners(tx: Transaction, community: int) -> None:
    row = {"community": community, "signed": False, "last_alias": 0}
    tx.insert_new(team_line_manners, [row])


# --- what is held about a member


def export(tx: Transaction, person: int) -> dict[str, Any]:
    """Lines, blocks and looked-up names of a member, JSON-ready."""

    def some(table: Any, *columns: str) -> list[dict[str, Any]]:
        rows = tx.execute(select(table).where(table.c.person == person)).mappings()
        return [{each: _ready(row[each]) for each in columns} for row in rows]

    keeps = team_line_keepers.c.account_index.in_(duty.indexes_of(tx, person))
    return {
        "lines": some(team_lines, "stage", "named", "apart", "opened_at", "closed_at"),
        "blocked": some(team_line_blocks, "at"),
        "looked_up": some(team_line_lookups, "at"),
        "keeps_names": len(tx.execute(select(team_line_keepers.c.id).where(keeps)).all()),
    }


def erase(tx: Transaction, person: int) -> None:
    """Remove all of it; their accounts must still be there to find keepers by."""
    indexes = duty.indexes_of(tx, person)
    mine = select(team_lines.c.id).where(team_lines.c.person == person)
    words = outbox.c.kind.startswith("line-")
    tx.execute(delete(outbox).where(outbox.c.subject.in_(mine), words))
    reports = outbox.c.subject.in_(map(reporter, indexes))
    tx.execute(delete(outbox).where(reports, outbox.c.kind == "message"))
    tx.execute(delete(team_line_keepers).where(team_line_keepers.c.account_index.in_(indexes)))
    for table in (team_lines, team_line_blocks, team_line_lookups):
        tx.execute(delete(table).where(table.c.person == person))


def _ready(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value
