"""Meetings that are held in a room's chat: where, how, and how far one that takes place has come.

Who takes part is in `hosting_people`.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import RowMapping, Select, delete, insert, select, update

from storage.database import Transaction
from storage.outbox import State
from storage.tables import (
    hosted_meetings,
    hosted_sessions,
    outbox,
)

ROOM, WISHES = "hosted_meetings.room", "hosted_meetings.wishes"
COURSE = "hosted_sessions.course"


class Stage(StrEnum):
    """How far it has come. WAITING: it was announced, and begins within minutes."""

    WAITING = "waiting"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """How a meeting is held.

    Args:
        closed_between: the bot closes its room between meetings too.
        share: minutes after which a speaker is gently told the time; 0 for never.
        greets: latecomers and newcomers are welcomed.
        role: what whoever leads is given for its duration; the platform's own id, "" for nothing.
        opening, closing: what is read at its beginning and end, in the community's own words.
        notes: texts that whoever leads can post, by a key word.
    """

    closed_between: bool = False
    share: int = 0
    greets: bool = True
    role: str = ""
    opening: str = ""
    closing: str = ""
    topic: str = ""
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hosted:
    """A meeting and its room."""

    meeting: int
    platform: str
    space: str | None
    channel: str
    wishes: Wishes = Wishes()


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What is known of a meeting only while it takes place.

    Args:
        leads: the account that leads it; its role is taken back at the end.
        speaker: the account that has the floor, since a moment (ISO 8601); "" for nobody.
        shares: how often somebody was given the floor.
        powerless: the bot lacks the right to open and close the room, and the team was told.
        by_hand: whoever leads opened it, so that its own time does not count.
    """

    topic: str = ""
    leads: str = ""
    speaker: str = ""
    since: str = ""
    shares: int = 0
    powerless: bool = False
    by_hand: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One meeting that takes place, did so lately, or is about to.

    Args:
        occurrence: its wall start by the rule, as in sign-ups.
        awaited: dedupe keys of changes of rights whose outcome is not known yet.
    """

    id: int
    meeting: int
    occurrence: str
    stage: Stage
    starts: datetime
    ends: datetime
    course: Course = Course()
    awaited: tuple[str, ...] = ()


def mark_of(tx: Transaction, platform: str, native_id: str) -> bytes:
    """What tells whether it is this account or room."""
    return tx.keys.index(f"{platform}:{native_id}")


# --- meetings and their rooms


def put(tx: Transaction, hosted: Hosted) -> None:
    """Write where and how a meeting is held."""
    key, meeting = tx.keys.system, hosted.meeting
    room = json.dumps([hosted.platform, hosted.space, hosted.channel])
    row = {
        "meeting": meeting,
        "room_index": mark_of(tx, hosted.platform, hosted.channel),
        "room": key.seal_text(ROOM, meeting, room),
        "wishes": key.seal_text(WISHES, meeting, json.dumps(asdict(hosted.wishes))),
    }
    found = update(hosted_meetings).where(hosted_meetings.c.meeting == meeting).values(**row)
    if tx.execute(found).rowcount == 0:
        tx.execute(insert(hosted_meetings), row)


def remove(tx: Transaction, meeting: int) -> None:
    """It is held in chat no longer."""
    tx.execute(delete(hosted_meetings).where(hosted_meetings.c.meeting == meeting))


def hosted(tx: Transaction, meeting: int) -> Hosted | None:
    """Where and how a meeting is held; None if not in chat."""
    found = _hosted(tx, select(hosted_meetings).where(hosted_meetings.c.meeting == meeting))
    return found[0] if found else None


def in_room(tx: Transaction, platform: str, channel: str) -> list[Hosted]:
    """The meetings that are held in a room."""
    mark = mark_of(tx, platform, channel)
    return _hosted(tx, select(hosted_meetings).where(hosted_meetings.c.room_index == mark))


def all_hosted(tx: Transaction) -> list[Hosted]:
    """Every meeting that is held in chat."""
    return _hosted(tx, select(hosted_meetings))


def hosted_among(tx: Transaction, meetings: Collection[int]) -> set[int]:
    """Those of some meetings that are held in chat."""
    wanted = hosted_meetings.c.meeting.in_(set(meetings))
    return set(tx.execute(select(hosted_meetings.c.meeting).where(wanted)).scalars())


def _hosted(tx: Transaction, wanted: Select[Any]) -> list[Hosted]:
    key, found = tx.keys.system, []
    for row in tx.execute(wanted.order_by(hosted_meetings.c.meeting)).mappings():
        meeting = row["meeting"]
        platform, space, channel = json.loads(key.open_text(ROOM, meeting, row["room"]))
        said = json.loads(key.open_text(WISHES, meeting, row["wishes"]))
        said["notes"] = tuple((word, text) for word, text in said["notes"])
        found.append(
            Hosted(
                meeting=meeting,
                platform=platform,
                space=space,
                channel=channel,
                wishes=Wishes(**said),
            )
        )
    return found


# --- sessions


def save(tx: Transaction, session: Session) -> None:
    """Write a session, new or anew."""
    row = {field.name: getattr(session, field.name) for field in fields(session)}
    course = json.dumps(asdict(session.course))
    row |= {
        "stage": session.stage.value,
        "course": tx.keys.system.seal_text(COURSE, session.id, course),
        "awaited": json.dumps(session.awaited),
    }
    found = update(hosted_sessions).where(hosted_sessions.c.id == session.id).values(**row)
    if tx.execute(found).rowcount == 0:
        tx.execute(insert(hosted_sessions), row)


def drop(tx: Transaction, session: int) -> None:
    """Forget a session."""
    tx.execute(delete(hosted_sessions).where(hosted_sessions.c.id == session))


def sessions_of(tx: Transaction, meetings: Collection[int]) -> list[Session]:
    """All sessions of some meetings, the earliest first."""
    wanted = select(hosted_sessions).where(hosted_sessions.c.meeting.in_(set(meetings)))
    rows = tx.execute(wanted.order_by(hosted_sessions.c.starts)).mappings()
    return [_session(tx, row) for row in rows]


def under_way(tx: Transaction, platform: str, channel: str) -> tuple[Hosted, Session] | None:
    """The meeting that is open in a room, else the one that is about to be; None if none is."""
    here = {each.meeting: each for each in in_room(tx, platform, channel)}
    alive = [each for each in sessions_of(tx, here) if each.stage is not Stage.CLOSED]
    alive.sort(key=lambda each: each.stage is not Stage.OPEN)
    return (here[alive[0].meeting], alive[0]) if alive else None


def forget_closed(tx: Transaction, meeting: int, before: datetime) -> None:
    """Forget what is long over, and whose changes of rights have come to an end."""
    tx.execute(
        delete(hosted_sessions).where(
            hosted_sessions.c.meeting == meeting,
            hosted_sessions.c.stage == Stage.CLOSED.value,
            hosted_sessions.c.ends < before,
            hosted_sessions.c.awaited == "[]",
        )
    )


def _session(tx: Transaction, row: RowMapping) -> Session:
    course = json.loads(tx.keys.system.open_text(COURSE, row["id"], row["course"]))
    return Session(
        id=row["id"],
        meeting=row["meeting"],
        occurrence=row["occurrence"],
        stage=Stage(row["stage"]),
        starts=row["starts"],
        ends=row["ends"],
        course=Course(**course),
        awaited=tuple(json.loads(row["awaited"])),
    )


def fate(tx: Transaction, dedupe_key: str) -> State | None:
    """Where a row of the outbox stands; None if there is none any more."""
    found = tx.execute(select(outbox.c.state).where(outbox.c.dedupe_key == dedupe_key)).scalar()
    return State(found) if found is not None else None


def cancel_unsent(tx: Transaction, dedupe_key: str, now: datetime) -> None:
    """Let go of a change that waits and that a later one undoes anyway."""
    tx.execute(
        update(outbox)
        .where(outbox.c.dedupe_key == dedupe_key, outbox.c.state == State.WAITING.value)
        .values(state=State.CANCELLED.value, settled_at=now, payload=None)
    )
