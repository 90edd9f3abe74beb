"""The running whole: router, planner, senders and adapters around one database.

`bot.app` builds it from the settings; tests and benchmarks build it around adapters of theirs.
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any, Protocol

import structlog

from bot.clock import Clock
from bot.commands import CommandTable
from bot.delivery.keeping import Keeping
from bot.delivery.planner import Planner
from bot.delivery.quiet import Waits, nothing_waits
from bot.delivery.sender import Sender
from bot.delivery.ticker import Ticker
from bot.feature import Feature
from bot.limits import Limits
from bot.metrics import Metrics
from bot.platform import Adapter, AdapterState, AdapterStopped, Sink
from bot.router import Router
from bot.texts import Texts
from storage import adapter_state
from storage.database import Database
from storage.errors import StorageError

log = structlog.get_logger(__name__)

DRAIN = 8.0  # seconds that what is under way may take at the end
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 300.0  # seconds between starts of an adapter
STEADY = 600.0  # seconds after which an adapter counts as running well
STALLED = timedelta(minutes=2)


class Ahead(Protocol):
    """What every event passes before it comes to the router."""

    def stand_before(
        self, router: Router, adapters: Mapping[str, Adapter], table: CommandTable
    ) -> Sink:
        """Where adapters hand their events, in the router's place."""

    async def begin(self) -> None:
        """Get to know what there is, before the first event."""

    async def run(self) -> None:
        """What it does besides, until cancelled."""


class Core:
    """Everything that runs, and its order of coming and going.

    Args:
        sends_elsewhere: platforms whose outbox another process of the same account empties.
        ahead: looks at every event first.
        pager: only sends; without another adapter that goes on, it is no reason to run.
        limits: how much people may ask; None: as much as they like.
        keeping: how long what is done is kept.
        waits: what is not sent before the end of quiet hours.
    """

    def __init__(
        self,
        *,
        database: Database,
        adapters: Sequence[Adapter],
        features: Sequence[Feature],
        texts: Texts,
        clock: Clock,
        metrics: Metrics,
        announce: Callable[[str], None] = lambda line: None,
        first_pause: float = FIRST_PAUSE,
        sends_elsewhere: frozenset[str] = frozenset(),
        ahead: Ahead | None = None,
        pager: Adapter | None = None,
        limits: Limits | None = None,
        keeping: Keeping = Keeping(),  # noqa: B008 -- frozen
        waits: Waits = nothing_waits,
        checkpoint: Callable[[str], None] = lambda name: None,
    ) -> None:
        self.table = CommandTable(
            [command for feature in features for command in feature.commands],
            [form for feature in features for form in feature.forms],
        )
        self._database = database
        self._hearing = tuple(adapters)
        everywhere = (*adapters, *([pager] if pager is not None else []))
        self._adapters = {adapter.platform: adapter for adapter in everywhere}
        self._clock = clock
        self._announce = announce
        self._first_pause = first_pause
        self._stopped: dict[str, str] = {}
        self.planner = Planner(
            database,
            clock,
            {kind: plan for feature in features for kind, plan in feature.plans.items()},
            metrics.planned,
            checkpoint,
        )
        self.ticker = Ticker(database, self.planner, clock, self.wake, keeping)
        owner = secrets.token_hex(8)
        self._senders = {
            platform: Sender(
                database=database,
                adapter=adapter,
                writes={kind: w for feature in features for kind, w in feature.writes.items()},
                arrived={kind: a for feature in features for kind, a in feature.arrived.items()},
                waits=waits,
                wake_all=self.wake,
                texts=texts,
                clock=clock,
                metrics=metrics,
                owner=owner,
                monotonic=time.monotonic,
                checkpoint=checkpoint,
            )
            for platform, adapter in self._adapters.items()
            if platform not in sends_elsewhere
        }
        self.router = Router(
            database=database,
            features=features,
            table=self.table,
            adapters=self._adapters,
            texts=texts,
            clock=clock,
            metrics=metrics,
            wake=self._written,
            limits=limits,
            checkpoint=checkpoint,
        )
        self._ahead = ahead
        self._begun = False
        self.take: Sink = (
            ahead.stand_before(self.router, self._adapters, self.table)
            if ahead is not None
            else self.router.take
        )

    def wake(self) -> None:
        """Something may be due on any platform."""
        for sender in self._senders.values():
            sender.wake()

    async def look_again(self) -> None:
        """The clock was moved: plan and send what is due by now."""
        await self.ticker.tick()
        self.wake()

    async def settled(self) -> None:
        """Wait until nothing is left to be sent now."""
        for sender in self._senders.values():
            await sender.settled()

    async def begin(self) -> None:
        """Get ready to take events, once; `run` does so if nobody did."""
        if self._ahead is not None and not self._begun:
            await self._ahead.begin()
        self._begun = True

    async def run(self, stop: asyncio.Event) -> None:
        """Run until `stop`, then finish what is under way, within ten seconds.

        Raises: AdapterStopped if no adapter can go on.
        """
        await self.begin()
        self.ticker.start()
        senders = [asyncio.create_task(_keep_sending(each)) for each in self._senders.values()]
        adapters = [asyncio.create_task(self._keep(each)) for each in self._hearing]
        looking = asyncio.create_task(_keep_looking(self._ahead))
        stopping: asyncio.Future[Any] = asyncio.create_task(stop.wait())
        everybody: asyncio.Future[Any] = asyncio.gather(*adapters)
        try:
            ends = [stopping, everybody] if adapters else [stopping]
            await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
            if adapters and everybody.done() and not stopping.done():
                raise AdapterStopped("; ".join(self._stopped.values()), permanent=True)
        finally:
            self.ticker.stop()
            for sender in self._senders.values():
                sender.stop()
            if senders:
                await asyncio.wait(senders, timeout=DRAIN)
            for task in (*senders, *adapters, stopping, looking):
                task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await everybody
            await asyncio.gather(*senders, return_exceptions=True)
            for adapter in self._adapters.values():
                await adapter.close()

    def connected(self) -> Mapping[str, bool]:
        """Whether events flow, by platform."""
        return {platform: adapter.connected for platform, adapter in self._adapters.items()}

    async def health(self) -> Mapping[str, str | None]:
        """What works, by part: None, or what is wrong in a few words."""
        parts: dict[str, str | None] = {"database": None, "planner": None}
        try:
            await self._database.probe()
        except StorageError as error:
            parts["database"] = type(error).__name__
        ticked = self.ticker.last_tick
        if ticked is None or self._clock.now() - ticked > STALLED:
            parts["planner"] = "no tick for a while"
        for platform, adapter in self._adapters.items():
            down = self._stopped.get(platform, "not connected")
            parts[platform] = None if adapter.connected else down
        return parts

    async def _keep(self, adapter: Adapter) -> None:
        """Keep an adapter running: start it again after each fall, ever less eagerly."""
        pause = self._first_pause
        while True:
            began = time.monotonic()
            try:
                await adapter.run(self.take, self.table)
                reason = "ended"
            except AdapterStopped as error:
                reason = str(error)
                self._announce(f"{adapter.platform}: {reason}")
                if error.permanent:
                    self._stopped[adapter.platform] = reason
                    log.error("adapter_stopped_for_good", platform=adapter.platform)
                    return
            except Exception:
                log.exception("adapter_broke", platform=adapter.platform)
                reason = "an error of ours; see the log"
            self._stopped[adapter.platform] = reason
            if time.monotonic() - began > STEADY:
                pause = self._first_pause
            log.warning("adapter_restarts", platform=adapter.platform, seconds=pause)
            await asyncio.sleep(pause)
            self._stopped.pop(adapter.platform, None)
            pause = min(pause * 2, LONGEST_PAUSE)

    def _written(self, platforms: frozenset[str]) -> None:
        """An event was applied: its rows can go out, and schedules may have changed."""
        for platform in platforms:
            if platform in self._senders:
                self._senders[platform].wake()
        self.ticker.nudge()


async def _keep_looking(ahead: Ahead | None) -> None:
    """Keep what stands before the router running until cancelled."""
    while ahead is not None:
        try:
            await ahead.run()
        except Exception:
            log.exception("watch_broke")
        await asyncio.sleep(FIRST_PAUSE)


async def _keep_sending(sender: Sender) -> None:
    """Keep a sender running until it is told to stop."""
    while True:
        try:
            return await sender.run()
        except Exception:
            log.exception("sender_broke")
            await asyncio.sleep(FIRST_PAUSE)


class StoredState(AdapterState):
    """An adapter's memory, in the database."""

    def __init__(self, database: Database, adapter: str) -> None:
        self._database = database
        self._adapter = adapter

    async def get(self, key: str) -> bytes | None:
        return await self._database.read(lambda tx: adapter_state.get(tx, self._adapter, key))

    async def put(self, entries: Mapping[str, bytes | None]) -> None:
        await self._database.write(lambda tx: adapter_state.put(tx, self._adapter, entries))

    async def all(self, prefix: str) -> dict[str, bytes]:
        return await self._database.read(
            lambda tx: adapter_state.all_with(tx, self._adapter, prefix)
        )
