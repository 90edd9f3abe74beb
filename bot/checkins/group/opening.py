"""A check-in that a community does together: a team opens it in a room, every day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from zoneinfo import ZoneInfo

from bot.checkins.group.daily import GROUP
from bot.delivery import rules
from bot.errors import HandrailError
from bot.platform import Action
from bot.turn import Turn
from storage import checkin_groups, schedules

USUAL_HOUR = time(9)


class NoRoomError(HandrailError):
    """Said in direct messages, or where no community of ours is."""

    text_id = "group-no-room"


def group(turn: Turn) -> Sequence[Action]:
    """`checkin group thread|poll|off [hour]`: open one here every day, or none any more."""
    where = turn.event.where
    if turn.event.direct or where.channel is None or not turn.communities:
        raise NoRoomError("not said in a community's room")
    community = turn.communities[0]
    room = (where.platform, where.space, where.channel)
    if turn.words("style") == "off":
        ended = checkin_groups.end(turn.tx, room)
        if ended is not None:
            schedules.remove(turn.tx, GROUP, ended)
        return [turn.answer("group-ended")]
    hour = turn.hour("at") if turn.words("at") else USUAL_HOUR
    before = checkin_groups.end(turn.tx, room)
    if before is not None:
        schedules.remove(turn.tx, GROUP, before)
    made = checkin_groups.put(turn.tx, community.id, room, turn.words("style") or "thread")
    zone = ZoneInfo(community.zone)
    rule = rules.set_daily(
        turn.tx, kind=GROUP, person=None, subject=made.id, at=hour, zone=zone, now=turn.now
    )
    due = rule.next_due or turn.now
    first = turn.texts.when(turn.language, due.astimezone(zone), "datetime")
    return [turn.answer("group-opens", first=first)]
