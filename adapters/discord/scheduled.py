"""A server's own events: one for each subject, edited and cancelled with it.

Discord knows no nonce for events, and starts and ends those that are held elsewhere by itself. So
which event shows a subject is remembered, and after a crash an event is known again by its name and
beginning among those that the bot made and that show nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import discord

from adapters.discord import markdown
from adapters.discord.memory import Memory
from bot.platform import CancelEvent, Outcome, Receipt, ShowEvent

_SUBJECT, _EVENT = "event|", "shows|"
_SCHEDULED, _ACTIVE, _COMPLETED, _CANCELLED = 1, 2, 3, 4
_EXTERNAL, _MEMBERS_ONLY = 3, 2
_LONGEST_TITLE, _LONGEST_PLACE, _LONGEST_ABOUT = 100, 100, 1000
_UNKNOWN_EVENT, _FINISHED = 10070, 180000

MOST_EVENTS = 90
"""Of the 100 to come that a server may have; the others are left to its people."""

Json = dict[str, Any]


class ScheduledEvents:
    """Shows subjects as server events.

    Args:
        offset: what the bot's clock is ahead of Discord's, in rehearsals.
    """

    def __init__(self, client: discord.Client, memory: Memory, offset: timedelta) -> None:
        self._client = client
        self._memory = memory
        self._offset = offset

    async def show(self, wanted: ShowEvent) -> Receipt:
        """Show it, in place of what the subject showed before.

        Raises: FAILURES of receipts, ValueError.
        """
        guild = int(wanted.to.space or 0)
        wanted = replace(
            wanted, starts=wanted.starts - self._offset, ends=wanted.ends - self._offset
        )
        body = _body(wanted)
        http: Any = self._client.http  # by id, since the server may be another shard's
        there: Sequence[Json] = await http.get_scheduled_events(guild, with_user_count=False)
        shown = await self._shown(guild, wanted, there)
        if shown is None:
            if wanted.starts <= datetime.now(UTC):
                return Receipt(outcome=Outcome.REFUSED, reason="it has begun")
            if len(there) >= MOST_EVENTS:
                return Receipt(outcome=Outcome.REFUSED, reason="too many events")
            shown = await http.create_guild_scheduled_event(guild, **body)
        elif shown["status"] == _SCHEDULED and not _same(shown, body):
            shown = await http.edit_scheduled_event(guild, int(shown["id"]), **body)
        await self._remember(guild, wanted.subject, str(shown["id"]))
        return Receipt(outcome=Outcome.SENT, message=str(shown["id"]))

    async def perform(self, wanted: ShowEvent | CancelEvent) -> Receipt:
        """Either of the two. Raises: as they do."""
        if isinstance(wanted, CancelEvent):
            return await self.cancel(wanted)
        return await self.show(wanted)

    async def cancel(self, wanted: CancelEvent) -> Receipt:
        """Cancel it, or end it if it has begun; one that is no more counts as cancelled.

        Raises: FAILURES of receipts, ValueError.
        """
        guild = int(wanted.to.space or 0)
        known = await self._memory.get(_subject_key(guild, wanted.subject))
        if known is None:
            return Receipt(outcome=Outcome.SENT, reason="nothing was shown")
        event = known.decode()
        http: Any = self._client.http
        try:
            shown: Json = await http.get_scheduled_event(guild, int(event), with_user_count=False)
            over = {_SCHEDULED: _CANCELLED, _ACTIVE: _COMPLETED}.get(int(shown["status"]))
            if over is not None:
                await http.edit_scheduled_event(guild, int(event), status=over)
        except discord.HTTPException as error:
            if error.code not in (_UNKNOWN_EVENT, _FINISHED):
                raise
        await self._memory.put(
            {_subject_key(guild, wanted.subject): None, f"{_EVENT}{event}": None}
        )
        return Receipt(outcome=Outcome.SENT, message=event)

    async def _shown(self, guild: int, wanted: ShowEvent, there: Sequence[Json]) -> Json | None:
        """The event that shows the subject; an occurrence that has begun ends by itself."""
        stored = await self._memory.get(_subject_key(guild, wanted.subject))
        known = stored.decode() if stored is not None else ""
        for event in there:
            now = _moment(event, "scheduled_start_time") == wanted.starts
            if str(event["id"]) == known and (event["status"] == _SCHEDULED or now):
                return event
        me = str(self._client.user.id) if self._client.user else ""
        title = markdown.cut(wanted.title, _LONGEST_TITLE)
        for event in there:
            alike = event["name"] == title and str(event.get("creator_id")) == me
            alike = alike and _moment(event, "scheduled_start_time") == wanted.starts
            if alike and await self._memory.get(f"{_EVENT}{event['id']}") is None:
                return event
        return None

    async def _remember(self, guild: int, subject: str, event: str) -> None:
        key = _subject_key(guild, subject)
        before = await self._memory.get(key)
        if before is not None and before.decode() == event:
            return
        entries: dict[str, bytes | None] = {
            key: event.encode(),
            f"{_EVENT}{event}": subject.encode(),
        }
        if before is not None:
            entries[f"{_EVENT}{before.decode()}"] = None
        await self._memory.put(entries)


def _body(wanted: ShowEvent) -> Json:
    """Raises: ValueError for what is no event."""
    if wanted.ends <= wanted.starts:
        raise ValueError("it ends before it begins")
    return {
        "name": markdown.cut(wanted.title, _LONGEST_TITLE),
        "description": markdown.cut(markdown.escape(wanted.about), _LONGEST_ABOUT),
        "privacy_level": _MEMBERS_ONLY,
        "entity_type": _EXTERNAL,
        "entity_metadata": {"location": markdown.cut(wanted.where, _LONGEST_PLACE)},
        "channel_id": None,
        "scheduled_start_time": wanted.starts.astimezone(UTC).isoformat(),
        "scheduled_end_time": wanted.ends.astimezone(UTC).isoformat(),
    }


def _same(shown: Json, body: Json) -> bool:
    """Whether nothing would change: an edit tells everybody who is interested."""
    place = (shown.get("entity_metadata") or {}).get("location")
    return (
        shown["name"] == body["name"]
        and (shown.get("description") or "") == body["description"]
        and place == body["entity_metadata"]["location"]
        and all(
            _moment(shown, key) == datetime.fromisoformat(body[key])
            for key in ("scheduled_start_time", "scheduled_end_time")
        )
    )


def _moment(event: Json, key: str) -> datetime | None:
    written = event.get(key)
    return datetime.fromisoformat(written) if written else None


def _subject_key(guild: int, subject: str) -> str:
    return f"{_SUBJECT}{guild}|{subject}"
