"""A guild's scheduled events: at most 100 to come, none that begins in the past."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tests.discord_standin.interactions import ApiError
from tests.discord_standin.world import Guild, World

Json = dict[str, Any]

SCHEDULED, ACTIVE, COMPLETED, CANCELLED = 1, 2, 3, 4
EXTERNAL, MEMBERS_ONLY = 3, 2
MOST = 100
_NEXT = {SCHEDULED: (ACTIVE, CANCELLED), ACTIVE: (COMPLETED,)}


def create(guild: Guild, asked: Json, world: World) -> Json:
    """Raises: ApiError (30038, 50035)."""
    if sum(event["status"] in (SCHEDULED, ACTIVE) for event in guild.scheduled.values()) >= MOST:
        raise ApiError(400, 30038, "Maximum number of guild scheduled events reached (100)")
    event: Json = {
        "id": str(world.new_id()),
        "guild_id": str(guild.id),
        "name": asked["name"],
        "description": asked.get("description"),
        "channel_id": asked.get("channel_id"),
        "creator_id": str(world.bot.id),
        "image": None,
        "scheduled_start_time": asked["scheduled_start_time"],
        "scheduled_end_time": asked.get("scheduled_end_time"),
        "status": SCHEDULED,
        "entity_type": asked["entity_type"],
        "entity_id": None,
        "recurrence_rule": asked.get("recurrence_rule"),
        "privacy_level": asked["privacy_level"],
        "entity_metadata": asked.get("entity_metadata"),
    }
    _check(event, world)
    guild.scheduled[int(event["id"])] = event
    return event


def edit(guild: Guild, event_id: int, asked: Json, world: World) -> Json:
    """Raises: ApiError (10070, 50035, 180000)."""
    event = find(guild, event_id)
    status = asked.get("status") or event["status"]
    if event["status"] in (COMPLETED, CANCELLED):
        raise ApiError(400, 180000, "Cannot update a finished event")
    if status != event["status"] and status not in _NEXT[event["status"]]:
        raise ApiError(400, 50035, f"status: not from {event['status']} to {status}")
    changed = event | {key: value for key, value in asked.items() if key in event}
    changed["status"] = status
    moved = changed["scheduled_start_time"] != event["scheduled_start_time"]
    if status == event["status"]:
        _check(changed, world, begins_later=moved)
    guild.scheduled[event_id] = changed
    return changed


def find(guild: Guild, event_id: int) -> Json:
    """Raises: ApiError (10070)."""
    event = guild.scheduled.get(event_id)
    if event is None:
        raise ApiError(404, 10070, "Unknown Guild Scheduled Event")
    return event


def begin_and_end(guild: Guild, world: World) -> None:
    """What Discord does by itself with events that are held elsewhere."""
    now = world.clock.now()
    for event in guild.scheduled.values():
        if event["entity_type"] != EXTERNAL:
            continue
        if (
            event["status"] == SCHEDULED
            and datetime.fromisoformat(event["scheduled_start_time"]) <= now
        ):
            event["status"] = ACTIVE
        if event["status"] == ACTIVE and datetime.fromisoformat(event["scheduled_end_time"]) <= now:
            event["status"] = COMPLETED


def shown(event: Json) -> Json:
    """As REST answers; the gateway leaves the exceptions out."""
    return event | {"guild_scheduled_event_exceptions": []}


def _check(event: Json, world: World, *, begins_later: bool = True) -> None:
    if event["privacy_level"] != MEMBERS_ONLY:
        raise ApiError(400, 50035, "privacy_level: 2 is the only one")
    starts = datetime.fromisoformat(event["scheduled_start_time"])
    if begins_later and starts <= world.clock.now():
        raise ApiError(400, 50035, "scheduled_start_time: Cannot schedule event in the past")
    ends = event["scheduled_end_time"]
    if ends is not None and datetime.fromisoformat(ends) <= starts:
        raise ApiError(400, 50035, "scheduled_end_time: before it starts")
    if event["entity_type"] != EXTERNAL:
        return
    place = (event["entity_metadata"] or {}).get("location") or ""
    if not 1 <= len(place) <= 100:
        raise ApiError(400, 50035, "entity_metadata.location: 1 to 100 characters")
    if ends is None:
        raise ApiError(400, 50035, "scheduled_end_time: needed for an external event")
