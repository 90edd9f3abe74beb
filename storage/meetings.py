"""Meetings of communities: what they are, when, and where they came from."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import RowMapping, Select, delete, insert, select, update

from storage.database import Transaction
from storage.ids import read_id
from storage.tables import accounts, meetings

CARD = "meetings.card"
IMPORTED = "meetings.imported"


class State(StrEnum):
    """Where a meeting stands.

    DRAFT: nobody has confirmed it. LEFT_OUT: a draft from a file that nobody wanted; kept, so that
    reading the file again does not bring it back. PAUSED: until `paused_until`, or until resumed.
    """

    DRAFT = "draft"
    LEFT_OUT = "left_out"
    ON = "on"
    PAUSED = "paused"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a meeting is, apart from when.

    Args:
        kind: open, closed, topic, family, newcomers, workshop, social, one-on-one; or "".
        labels: what a directory says of its kind, in codes of its own.
        place: where members meet in public words, such as a room's name.
        link, passcode: only for those who said they come.
        room: where it is announced, as JSON: platform, space, channel.
        chair: "wanted" where somebody has to lead it, else "".
        report: "no" where whoever led it is not asked how it was.
    """

    name: str
    topic: str = ""
    kind: str = ""
    labels: str = ""
    about: str = ""
    place: str = ""
    link: str = ""
    passcode: str = ""
    room: str = ""
    chair: str = ""
    report: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What a source said last.

    Args:
        series: JSON as in `Meeting.series`, where the zone may be null; None where it left the day
            or the time open.
        questions: what a person has to look at: what about, and what the question shows, by name.
    """

    card: Card
    series: str | None
    questions: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting, single or recurring.

    Args:
        series: JSON; wall times on its own clock, see `bot.meetings.recurrence`. "" while a draft
            has no day or time.
        sequence: goes up with each change that members and calendars see.
        told_until: reminders that were due by then are written; None: nothing is yet.
        told_to: of those due next, the ones of persons up to this id are.
        source: the file or feed that it comes from. source_id: its `source_mark` there.
        made_by: of a draft, who may confirm it; see `mark_of`.
    """

    id: int
    community: int
    state: State
    series: str
    card: Card
    changed_at: datetime
    capacity: int | None = None
    paused_until: date | None = None
    sequence: int = 0
    told_until: datetime | None = None
    told_to: int | None = None
    made_by: bytes | None = None
    source: str | None = None
    source_id: str | None = None
    imported: Imported | None = field(default=None, compare=False)


def mark_of(tx: Transaction, platform: str, user: str) -> bytes:
    """What tells whether a draft is of this account."""
    return tx.keys.index(f"{platform}:{user}")


def source_mark(tx: Transaction, source_id: str) -> str:
    """What a meeting of a source is known by; a slug may be its name, so it is not kept itself."""
    return tx.keys.index(f"source:{source_id}").hex()


def put(tx: Transaction, meeting: Meeting) -> None:
    """Write a meeting, new or anew."""
    row = _row(tx, meeting)
    if tx.execute(update(meetings).where(meetings.c.id == meeting.id).values(**row)).rowcount == 0:
        tx.execute(insert(meetings), row)


def get(tx: Transaction, id: int) -> Meeting | None:
    """The meeting of that id."""
    return next(iter(_read(tx, select(meetings).where(meetings.c.id == id))), None)


def named(tx: Transaction, written: str) -> Meeting | None:
    """The meeting of an id as a prompt carries it; None if there is no such."""
    id = read_id(written)
    return get(tx, id) if id is not None else None


def get_all(tx: Transaction, ids: Collection[int]) -> dict[int, Meeting]:
    """Those of these ids that there are."""
    found = _read(tx, select(meetings).where(meetings.c.id.in_(set(ids))))
    return {each.id: each for each in found}


def of_communities(
    tx: Transaction, communities: Collection[int], *states: State
) -> Sequence[Meeting]:
    """The meetings of some communities that are in one of these states, oldest first."""
    wanted = select(meetings).where(
        meetings.c.community.in_(set(communities)), meetings.c.state.in_(states)
    )
    return _read(tx, wanted.order_by(meetings.c.id))


def from_source(tx: Transaction, community: int, source: str) -> dict[str, Meeting]:
    """What came from a source, by its `source_mark`; also drafts and what has ended."""
    wanted = select(meetings).where(meetings.c.community == community, meetings.c.source == source)
    return {each.source_id or "": each for each in _read(tx, wanted)}


def planned(tx: Transaction) -> list[int]:
    """The ids of all meetings that take place or may again."""
    alive = meetings.c.state.in_((State.ON, State.PAUSED))
    return [id for (id,) in tx.execute(select(meetings.c.id).where(alive))]


def set_told(tx: Transaction, meeting: int, until: datetime | None, to: int | None) -> None:
    """Up to when, and in that moment up to whom, reminders are written."""
    tx.execute(
        update(meetings).where(meetings.c.id == meeting).values(told_until=until, told_to=to)
    )


def remove(tx: Transaction, meeting: int) -> None:
    """Forget a draft."""
    tx.execute(delete(meetings).where(meetings.c.id == meeting))


def erase(tx: Transaction, person: int) -> None:
    """Remove the drafts that only this member could confirm."""
    mine = select(accounts.c.user_index).where(accounts.c.person == person)
    tx.execute(
        delete(meetings).where(
            meetings.c.state == State.DRAFT,
            meetings.c.source.is_(None),
            meetings.c.made_by.in_(mine),
        )
    )
    tx.execute(update(meetings).where(meetings.c.made_by.in_(mine)).values(made_by=None))


# --- rows


def _row(tx: Transaction, meeting: Meeting) -> dict[str, Any]:
    key = tx.keys.system
    imported = meeting.imported
    row = {
        name: getattr(meeting, name)
        for name in Meeting.__slots__
        if name not in ("card", "imported")
    }
    row["card"] = key.seal_text(CARD, meeting.id, json.dumps(asdict(meeting.card)))
    row["imported"] = (
        key.seal_text(IMPORTED, meeting.id, json.dumps(asdict(imported))) if imported else None
    )
    return row


def _read(tx: Transaction, wanted: Select[Any]) -> list[Meeting]:
    return [_meeting(tx, row) for row in tx.execute(wanted).mappings()]


def _meeting(tx: Transaction, row: RowMapping) -> Meeting:
    given = {name: row[name] for name in Meeting.__slots__}
    given["state"] = State(row["state"])
    given["card"] = _card(tx, row["id"], row["card"])
    if row["imported"] is not None:
        said = json.loads(tx.keys.system.open_text(IMPORTED, row["id"], row["imported"]))
        given["imported"] = Imported(
            card=Card(**said["card"]),
            series=said["series"],
            questions=tuple(
                (about, tuple((name, value) for name, value in values))
                for about, values in said["questions"]
            ),
        )
    return Meeting(**given)


def _card(tx: Transaction, id: int, sealed: bytes) -> Card:
    return Card(**json.loads(tx.keys.system.open_text(CARD, id, sealed)))
