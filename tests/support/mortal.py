"""A bot that may die at any moment, over a platform and a database that outlive it."""

from __future__ import annotations

import asyncio
import os
import tempfile
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine

from adapters.memory import MemoryAdapter
from bot.clock import ManualClock
from bot.core import Core
from bot.metrics import Metrics
from bot.platform import Action, Event, Receipt
from storage.database import Database, open_database
from tests.crash.rehearsal import FAILPOINTS
from tests.support.databases import with_tables
from tests.support.stores import MASTER
from tests.support.texts import own_features, own_texts

TEXTS, FEATURES = own_texts(), own_features()
# In memory where there is such a place: these databases outlive no example.
SHORT_LIVED = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


class DiedError(BaseException):
    """The process is gone: nothing that it was about to do happens."""


class Fate:
    """Lets the process die at the nth visit to a checkpoint, and do nothing afterwards."""

    def __init__(self) -> None:
        self.died = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._lock = threading.Lock()
        self._at, self._left, self.dead = "", 0, False

    def arm(self, at: str, nth: int) -> None:
        self._at, self._left = at, nth

    @contextmanager
    def rests(self) -> Iterator[None]:
        """What the test itself does meanwhile is no visit."""
        at, self._at = self._at, ""
        yield
        self._at = at

    def __call__(self, name: str) -> None:
        with self._lock:
            if name == self._at and not self.dead:
                self._left -= 1
                self.dead = self._left == 0
            if self.dead:
                self._loop.call_soon_threadsafe(self.died.set)
                if name != "after-commit":  # the writers' thread has to live on, to be closed
                    raise DiedError


def deaths(quiet: int) -> st.SearchStrategy[tuple[str, int]]:
    """What to arm a `Fate` with: `quiet` lives that go on beside one of each death."""
    return st.sampled_from([("", 1)] * quiet + [(name, n) for name in FAILPOINTS for n in (1, 2)])


class LastingPlatform(MemoryAdapter):
    """Lives on when the bot dies; a dead process sends nothing."""

    def __init__(self) -> None:
        super().__init__(forms=False)
        self.fate: Fate | None = None

    async def perform(self, action: Action) -> Receipt:
        if self.fate is not None:
            self.fate("platform")
        return await self.take(action)

    async def take(self, action: Action) -> Receipt:
        """What the platform does with what a living process asked for."""
        return await super().perform(action)


class MortalBot(RuleBasedStateMachine):
    """Runs the real core, lets it die as its fate wants, and starts it again."""

    def __init__(self, begin: datetime, platform: LastingPlatform) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.directory = tempfile.TemporaryDirectory(dir=SHORT_LIVED)
        self.url = self.new_url()
        self.clock = ManualClock(begin)
        self.platform = platform
        self.platform.now = self.clock.now
        self.crashes = 0
        self.events = 0
        self._started = False

    def new_url(self) -> str:
        """Of a database without rows."""
        return f"sqlite:///{Path(self.directory.name, 'handrail.db')}"

    async def start(self) -> None:
        self._started = True
        self.fate = self.platform.fate = Fate()
        self.database: Database = open_database(
            with_tables(self.url, MASTER), MASTER, migrate=False, checkpoint=self.fate
        )
        self.core = Core(
            database=self.database,
            adapters=[self.platform],
            features=FEATURES,
            texts=TEXTS,
            clock=self.clock,
            metrics=Metrics(),
            checkpoint=self.fate,
        )
        asyncio.get_running_loop().set_exception_handler(lambda loop, context: None)
        self._stop = asyncio.Event()
        self._running = asyncio.create_task(self.core.run(self._stop))
        await self.platform.ready()

    async def _drop(self) -> None:
        """What a power cut leaves: the database and the platform."""
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await self.database.close()

    async def work(self, deed: Coroutine[Any, Any, object] | None = None) -> bool:
        """Do something and let the bot work; False if it died of it, and was started again."""
        task = asyncio.create_task(self._and_settle(deed))
        died = asyncio.create_task(self.fate.died.wait())
        async with asyncio.timeout(60):
            await asyncio.wait([task, died], return_when=asyncio.FIRST_COMPLETED)
        if not self.fate.dead:  # it may have died of something else, after the deed
            died.cancel()
            await task
            return True
        self.crashes += 1
        await self._drop()
        await self.start()
        await self.work()
        return False

    async def _and_settle(self, deed: Coroutine[Any, Any, object] | None) -> None:
        if deed is not None:
            await deed
        await self.core.look_again()
        await self.core.settled()

    async def until_done(self, deed: Callable[[], Coroutine[Any, Any, object]]) -> None:
        """Do it again for as long as the bot dies of it."""
        while not await self.work(deed()):
            pass

    def hand(self, make: Callable[..., Event], who: str, **more: Any) -> None:
        """The platform hands an event over until it is taken."""
        self.events += 1
        about = self.platform.event(who) | {"id": f"event{self.events}", "direct": True} | more
        event = make(**about)
        self.runner.run(self.until_done(lambda: self.core.router.take(event)))

    def teardown(self) -> None:
        try:
            if self._started:
                self.fate.arm("", 0)
                self.runner.run(self.end())
        finally:
            self.runner.close()
            self.directory.cleanup()

    async def end(self) -> None:
        """Stop in order."""
        self._stop.set()
        await self._running
        await self.database.close()
