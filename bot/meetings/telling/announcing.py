"""A line in a room shortly before a meeting begins, for those who want no direct messages.

It has no buttons: what somebody presses below a message in a room may be seen by all.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from bot.errors import HandrailError
from bot.meetings import agenda, times, which
from bot.meetings.agenda import Held
from bot.meetings.telling import planning, rows
from bot.platform import Action, Address, Audience, Say
from bot.richtext import Bold, Moment, Paragraph, Text
from bot.texts import Texts
from bot.turn import Turn
from storage import meetings, members
from storage.database import Transaction
from storage.meetings import Meeting
from storage.outbox import Draft


class NoRoomError(HandrailError):
    """Said in direct messages, which are no room."""

    text_id = "meeting-announce-where"


def announce(turn: Turn) -> Sequence[Action]:
    """`meeting announce <meeting> [off]`: in the room where it is said, before each occurrence."""
    meeting, words = which.named(turn, "meeting", "wanted")
    if words == "off":
        _save(turn, meeting, "")
        return [turn.answer("meeting-announce-off", name=meeting.card.name)]
    where = turn.event.where
    if turn.event.direct or where.channel is None:
        raise NoRoomError("not in a room")
    _save(turn, meeting, json.dumps([where.platform, where.space, where.channel]))
    return [
        turn.answer(
            "meeting-announce-on", name=meeting.card.name, minutes=planning.ANNOUNCED_MINUTES
        )
    ]


def _save(turn: Turn, meeting: Meeting, room: str) -> None:
    after = replace(meeting, card=replace(meeting.card, room=room))
    meetings.put(turn.tx, after)
    planning.wake(turn.tx, after, turn.now)


def said(tx: Transaction, texts: Texts, held: Held, now: datetime, key: str) -> list[Draft]:
    """The line for the meeting's room; none where it has no room."""
    meeting = held.meeting
    if not meeting.card.room:
        return []
    community = members.community(tx, meeting.community)
    language = texts.language_for(community.language if community is not None else None)
    platform, space, channel = json.loads(meeting.card.room)
    zone = agenda.series_of(meeting).zone or "UTC"
    start = held.at.start
    there = times.dates(texts, language, [start], zone)
    universal = texts.when(language, start.astimezone(UTC))
    when = Moment(start, "datetime", f"{there} ({times.city(zone)}), {universal} UTC")
    first = Paragraph((Bold(meeting.card.name), Text(" · "), when))
    say = Say(
        to=Address(platform, space=space, channel=channel),
        body=(first, *texts.body(language, "meeting-announced")),
        audience=Audience.PUBLIC,
        rings=True,
    )
    return [rows.to_rooms(tx, meeting, say, key, now, start)]
