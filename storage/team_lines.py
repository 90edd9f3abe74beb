"""Private lines between members and teams: who writes to whom, never what was written.

Words live in rows of the outbox until they are delivered, and in a line that its member has not
yet agreed to open.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, Select, delete, func, insert, select, update

from storage.database import Transaction
from storage.ids import new_id
from storage.outbox import State
from storage.tables import outbox, team_line_blocks, team_line_places, team_lines

MATTER = "team_lines.matter"
MESSAGE = "team_line_places.message"

Account = tuple[str, str]
"""A platform and the account's id there."""


class Stage(StrEnum):
    """ASKED: the member has not said yes yet. CLOSED: remembered for a few days, then forgotten."""

    ASKED = "asked"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line.

    Args:
        alias: what the team calls a member who gives no name; 0 until the line is open.
        apart: with some of the team in private, and not in the staff room.
        words: what the member wrote before they agreed; None once it is on its way.
        report: it begins with a report.
        about: accounts of the one of the team whom it is about.
        helpers: the rows of the roster who read it, if it is apart.
        claimant: who of the team is on it.
        listens_until: until then what the member writes goes to the team.
        waits_since: when the member wrote what nobody has answered yet.
    """

    id: int
    community: int
    person: int
    alias: int = 0
    named: bool = False
    apart: bool = False
    stage: Stage = Stage.ASKED
    words: str | None = None
    report: bool = False
    about: tuple[Account, ...] = ()
    helpers: tuple[int, ...] = ()
    claimant: Account | None = None
    written: int = 0
    counted_since: datetime
    opened_at: datetime
    listens_until: datetime | None = None
    waits_since: datetime | None = None
    closed_at: datetime | None = None


def put(tx: Transaction, line: Line) -> None:
    """Write a line, new or anew."""
    matter = {
        "words": line.words,
        "report": line.report,
        "about": line.about,
        "helpers": line.helpers,
        "claimant": line.claimant,
        "written": line.written,
        "counted_since": line.counted_since.isoformat(),
    }
    row = {
        "id": line.id,
        "community": line.community,
        "person": line.person,
        "alias": line.alias,
        "named": line.named,
        "apart": line.apart,
        "stage": line.stage.value,
        "matter": tx.key_of(line.person).seal_text(MATTER, line.id, json.dumps(matter)),
        "opened_at": line.opened_at,
        "listens_until": line.listens_until,
        "waits_since": line.waits_since,
        "closed_at": line.closed_at,
    }
    changed = tx.execute(update(team_lines).where(team_lines.c.id == line.id).values(**row))
    if changed.rowcount == 0:
        tx.execute(insert(team_lines), row)


def with_id(tx: Transaction, id: int) -> Line | None:
    """A line; None once it is forgotten."""
    return next(iter(_read(tx, select(team_lines).where(team_lines.c.id == id))), None)


def of_person(tx: Transaction, person: int) -> list[Line]:
    """All that is known of a member's lines, the newest first."""
    mine = select(team_lines).where(team_lines.c.person == person)
    return _read(tx, mine.order_by(team_lines.c.opened_at.desc(), team_lines.c.id.desc()))


def open_in(tx: Transaction, community: int) -> list[Line]:
    """The open lines of a community, but for those apart; the oldest first."""
    there = select(team_lines).where(
        team_lines.c.community == community,
        team_lines.c.stage == Stage.OPEN.value,
        team_lines.c.apart.is_(False),
    )
    return _read(tx, there.order_by(team_lines.c.opened_at, team_lines.c.id))


def rest_others(tx: Transaction, person: int, but: int) -> None:
    """A member's words go to one line at a time."""
    tx.execute(
        update(team_lines)
        .where(team_lines.c.person == person, team_lines.c.id != but)
        .values(listens_until=None)
    )


def change(tx: Transaction, line: Line, **changes: Any) -> Line:
    """Write a line with some of it changed. Returns: the line as it is now."""
    changed = replace(line, **changes)
    put(tx, changed)
    return changed


def forget(tx: Transaction, id: int) -> None:
    """Nothing of a line stays, but for blocks and for looked-up names."""
    tx.execute(delete(team_lines).where(team_lines.c.id == id))


# --- where it is shown to the team


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line begins for the team.

    Args:
        spot: which of the team's rooms, or whose direct messages.
        message: the message whose thread it is; None where that is not known.
    """

    line: int
    spot: str
    message: str | None


def put_place(tx: Transaction, line: int, spot: str, platform: str, message: str | None) -> None:
    """Remember where a line begins; once for each spot."""
    id = new_id()
    index = tx.keys.index(f"{platform}:{message}") if message else None
    sealed = tx.keys.system.seal_text(MESSAGE, id, message) if message else None
    tx.insert_new(
        team_line_places,
        [{"id": id, "line": line, "spot": spot, "message_index": index, "message": sealed}],
    )


def places_of(tx: Transaction, line: int) -> dict[str, Place]:
    """Where a line begins, by spot."""
    found = tx.execute(select(team_line_places).where(team_line_places.c.line == line))
    places = [
        Place(
            row.line,
            row.spot,
            tx.keys.system.open_text(MESSAGE, row.id, row.message) if row.message else None,
        )
        for row in found
    ]
    return {each.spot: each for each in places}


def begun_by(tx: Transaction, platform: str, messages: Iterable[str]) -> tuple[int, str] | None:
    """The line, and the spot, that begins with one of these messages."""
    indexes = [tx.keys.index(f"{platform}:{message}") for message in messages]
    found = tx.execute(
        select(team_line_places.c.line, team_line_places.c.spot).where(
            team_line_places.c.message_index.in_(indexes)
        )
    ).first()
    return (found.line, found.spot) if found else None


# --- rows that wait for the place


def let_go(tx: Transaction, line: int, detail: str, held: timedelta, now: datetime) -> None:
    """What waited for the message whose thread it goes to goes now, in the order it was written.

    Args:
        held: how much later than it was written it was to go.
    """
    waiting = tx.execute(
        select(outbox.c.id, outbox.c.due).where(
            outbox.c.subject == line,
            outbox.c.detail == detail,
            outbox.c.state == State.WAITING.value,
            outbox.c.not_before > now,
        )
    ).all()
    for id, due in waiting:
        moved = {"due": due - held, "not_before": due - held}
        tx.execute(update(outbox).where(outbox.c.id == id).values(**moved))


def count_since(tx: Transaction, kind: str, subject: int, since: datetime) -> int:
    """How many rows of a kind were written about a subject since a moment."""
    return tx.execute(
        select(func.count())
        .select_from(outbox)
        .where(outbox.c.kind == kind, outbox.c.subject == subject, outbox.c.due > since)
    ).scalar_one()


def reporter(account_index: bytes) -> int:
    """Whoever reports a message, as a number that tells nobody who they are.

    Args:
        account_index: what their account is found by.
    """
    return int.from_bytes(account_index[:7])


# --- who may not write


def block(tx: Transaction, line: Line, now: datetime) -> None:
    """Nothing more from this member to the team of this community."""
    row = {"community": line.community, "person": line.person, "alias": line.alias, "at": now}
    tx.insert_new(team_line_blocks, [row])


def unblock(tx: Transaction, community: int, alias: int) -> bool:
    """Lift a block by the number that the team knows. Returns: whether there was one."""
    gone = tx.execute(
        delete(team_line_blocks).where(
            team_line_blocks.c.community == community, team_line_blocks.c.alias == alias
        )
    )
    return gone.rowcount > 0


def is_blocked(tx: Transaction, community: int, person: int) -> bool:
    """Whether the team takes nothing from this member."""
    found = tx.execute(
        select(team_line_blocks.c.at).where(
            team_line_blocks.c.community == community, team_line_blocks.c.person == person
        )
    )
    return found.first() is not None


def _read(tx: Transaction, query: Select[Any]) -> list[Line]:
    rows: Sequence[Row[Any]] = tx.execute(query).all()
    keys = tx.keys_of([row.person for row in rows])
    found = []
    for row in rows:
        if row.person not in keys:
            continue
        matter = json.loads(keys[row.person].open_text(MATTER, row.id, row.matter))
        found.append(
            Line(
                id=row.id,
                community=row.community,
                person=row.person,
                alias=row.alias,
                named=row.named,
                apart=row.apart,
                stage=Stage(row.stage),
                words=matter["words"],
                report=matter["report"],
                about=tuple((platform, user) for platform, user in matter["about"]),
                helpers=tuple(matter["helpers"]),
                claimant=tuple(matter["claimant"]) if matter["claimant"] else None,
                written=matter["written"],
                counted_since=datetime.fromisoformat(matter["counted_since"]),
                opened_at=row.opened_at,
                listens_until=row.listens_until,
                waits_since=row.waits_since,
                closed_at=row.closed_at,
            )
        )
    return found
