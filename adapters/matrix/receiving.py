"""The sync loop: what happens on the homeserver becomes events, none lost, none forged.

1. A sync is asked for with the token of the last one that was applied.
2. Keys and members in it are taken in; what is encrypted is decrypted.
3. Each event goes to the sink, which returns when it is durably applied. Rooms go side by side,
   the events of one room in order.
4. Only then is the new token stored. After a crash the same events come again, with the same ids.

Source: spec, "Syncing".
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

import structlog

from adapters.matrix import history
from adapters.matrix.api import MatrixError, UnreachableError
from adapters.matrix.comings import Comings, came_in
from adapters.matrix.incoming import Reader
from adapters.matrix.invites import Invites
from adapters.matrix.room import Room
from adapters.matrix.session import Session
from adapters.matrix.timeline import Timeline
from bot.platform import AdapterStopped, Event, Sink

log = structlog.get_logger(__name__)

T = TypeVar("T")

_TOKEN = "sync"  # noqa: S105 - the name it is stored under
_LONG_POLL_SECONDS = 30
_BACKOFF_AT_MOST = 60.0
_SINK_WAITS = (0.5, 1.0, 2.0, 4.0, 8.0)
_TRIES_OF_SYNC = 5
_ROOMS_AT_ONCE = 16


class _StoppingError(Exception):
    """The adapter is being closed."""


class Receiver:
    """Receives with one session until it is stopped.

    Args:
        on_connection: told whether events flow.
        open_to_all: whoever invites the bot into a room of theirs begins a community.
    """

    def __init__(
        self,
        session: Session,
        reader: Reader,
        invites: Invites,
        sink: Sink,
        on_connection: Callable[[bool], None],
        *,
        open_to_all: bool = False,
    ) -> None:
        self._session = session
        self._comings = Comings(session, reader, invites, self._hand_on, open_to_all=open_to_all)
        self._timeline = Timeline(session, reader, self._comings, self._hand_on)
        self._sink = sink
        self._on_connection = on_connection
        self._stopping = asyncio.Event()
        self._gate = asyncio.Semaphore(_ROOMS_AT_ONCE)

    def stop(self) -> None:
        self._stopping.set()

    async def run(self) -> None:
        """Receive until `stop`. Raises: AdapterStopped."""
        try:
            await self._run()
        except _StoppingError:
            return
        finally:
            self._on_connection(False)

    async def _run(self) -> None:
        stored = await self._session.state.get(_TOKEN)
        since = saved = stored.decode() if stored else None
        failures, listed_loaded, waits = 0, False, False
        while not self._stopping.is_set():
            try:
                if not listed_loaded:
                    await self._until_stopped(self._session.rooms.load_listed())
                    listed_loaded = True
                raw = await self._until_stopped(self._ask(since, waits=waits))
                await self._apply(raw, since, give_up=failures >= _TRIES_OF_SYNC)
            except (MatrixError, UnreachableError) as error:
                self._on_connection(False)
                # The next one is answered at once: it tells whether all is well again.
                failures, waits = failures + 1, False
                await self._recover(error, failures)
                continue
            failures, waits = 0, True
            self._on_connection(True)
            since = str(raw["next_batch"])
            changed = self._session.prompts.unsaved()
            if since != saved and not self._session.unread:
                changed[_TOKEN] = since.encode()
                saved = since
            if changed:
                await self._session.state.put(changed)

    async def _ask(self, since: str | None, *, waits: bool) -> dict[str, Any]:
        patience = _LONG_POLL_SECONDS if waits else 0.0
        if self._session.unread:
            patience = max(0.1, min(patience, self._session.unread.seconds_left))
        return await self._session.updates.next(since, patience=patience)

    async def _recover(self, error: MatrixError | UnreachableError, failures: int) -> None:
        """Wait, longer each time; a token that has expired is replaced. Raises: AdapterStopped."""
        if isinstance(error, MatrixError) and error.code == "M_UNKNOWN_TOKEN":
            await self._until_stopped(self._session.login.renew())
            return
        wait = min(_BACKOFF_AT_MOST, 2.0 ** min(failures - 1, 10))
        asked = error.retry_after if isinstance(error, MatrixError) else None
        wait = max(wait * random.uniform(0.5, 1), asked or 0)  # noqa: S311 - only spreads load
        log.warning("matrix_sync_waits", error=str(error), failures=failures, seconds=round(wait))
        await self._until_stopped(asyncio.sleep(wait))

    async def _until_stopped(self, work: Coroutine[Any, Any, T]) -> T:
        """The work's result. Raises: _StoppingError as soon as the adapter is stopped."""
        task = asyncio.ensure_future(work)
        stopped = asyncio.ensure_future(self._stopping.wait())
        try:
            await asyncio.wait({task, stopped}, return_when=asyncio.FIRST_COMPLETED)
            if not task.done():
                raise _StoppingError
            return task.result()
        finally:
            for running in (task, stopped):
                running.cancel()
            await asyncio.gather(task, stopped, return_exceptions=True)

    # --- one sync

    async def _apply(self, raw: dict[str, Any], since: str | None, *, give_up: bool) -> None:
        """Apply a sync. What was said before an account's very first one is older than the bot.

        Args:
            give_up: pass over a room that cannot be read; it was tried before.

        Raises: MatrixError, UnreachableError: to be applied again.
        """
        session = self._session
        timelines = await session.crypto.take(raw)
        rooms = raw.get("rooms", {})
        jobs = [self._read_held()]
        for room_id, room in rooms.get("invite", {}).items():
            jobs.append(self._comings.invited(room_id, room))
        if since is not None:
            for room_id, room in rooms.get("join", {}).items():
                events = timelines.get(room_id, [])
                jobs.append(self._room(room_id, room, events, since, give_up=give_up))
        for room_id, room in rooms.get("leave", {}).items():
            jobs.append(self._comings.put_out(room_id, _events(room, "timeline")))
        for result in await asyncio.gather(*map(self._guarded, jobs), return_exceptions=True):
            if isinstance(result, BaseException):
                raise result
        await session.crypto.keep_up(raw.get("device_unused_fallback_key_types"))

    async def _room(
        self,
        room_id: str,
        raw: dict[str, Any],
        events: list[dict[str, Any]],
        since: str,
        *,
        give_up: bool,
    ) -> None:
        async with self._gate:
            try:
                room, events = await self._entered(room_id, raw, events, since)
            except (MatrixError, UnreachableError) as error:
                if isinstance(error, MatrixError) and error.status in (403, 404):
                    return  # the bot is out again already
                if not give_up:
                    raise
                log.error("matrix_room_passed_over", error=str(error), events=len(events))
                return
            for event in _since_joining(events, self._session.me):
                if "state_key" in event:
                    room.learn([event])
                await self._guarded(self._timeline.read(room, event))

    async def _entered(
        self, room_id: str, raw: dict[str, Any], events: list[dict[str, Any]], since: str
    ) -> tuple[Room, list[dict[str, Any]]]:
        """The room, and what happened in it since the last sync, gaps filled."""
        rooms, state = self._session.rooms, _events(raw, "state")
        if rooms.known(room_id) is None and any(map(_is_creation, [*state, *events])):
            room = rooms.learn(room_id, [*state, *events])
            assert room is not None  # noqa: S101 - its creation is among the events
            await self._session.direct.note_own(room)
            return room, events
        room = rooms.learn(room_id, state) or await rooms.load(room_id)
        timeline = raw.get("timeline", {})
        if timeline.get("limited") and timeline.get("prev_batch"):
            missed = await history.missed(
                self._session.homeserver, room_id, timeline["prev_batch"], since
            )
            events = [*missed, *events]
        return room, events

    async def _read_held(self) -> None:
        """Messages whose keys have come since, and those that are given up on."""
        readable, late = self._session.unread.due()
        for room_id, opened in readable:
            room = self._session.rooms.known(room_id)
            if room is not None:
                await self._guarded(self._timeline.read(room, opened))
        for held in late:
            room = self._session.rooms.known(held.room_id)
            if room is not None:
                await self._guarded(self._timeline.report_unread(room, held.raw))

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        """One event that cannot be handled must not hold up all others."""
        try:
            await work
        except (AdapterStopped, _StoppingError, MatrixError, UnreachableError):
            raise
        except Exception as error:
            log.error("matrix_event_dropped", step="read", error=type(error).__name__)

    # --- to the core

    async def _hand_on(self, event: Event) -> None:
        """Returns when the core has applied the event.

        Raises: AdapterStopped if the core cannot, so that the token stays behind it.
        """
        for wait in (*_SINK_WAITS, None):
            try:
                await self._sink(event)
                return
            except Exception as error:
                log.error("event_not_applied", error=type(error).__name__)
                if wait is None:
                    raise AdapterStopped(
                        "events from Matrix cannot be stored; see the errors before this line"
                    ) from error
                await self._until_stopped(asyncio.sleep(wait))


def _events(room: dict[str, Any], part: str) -> list[dict[str, Any]]:
    listed = room.get(part, {}).get("events", [])
    return [event for event in listed if isinstance(event, dict)]


def _is_creation(event: dict[str, Any]) -> bool:
    return event.get("type") == "m.room.create"


def _since_joining(events: list[dict[str, Any]], me: str) -> list[dict[str, Any]]:
    """The events from the bot's own coming in; all of them if it was in before."""
    for index in range(len(events) - 1, -1, -1):
        event = events[index]
        if event.get("state_key") == me and came_in(event):
            return events[index:]
    return events
