"""One life of the bot on a stand-in for Discord, in a process of its own."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import structlog

from adapters.discord import DiscordAdapter
from bot.clock import SystemClock
from bot.core import Core, StoredState
from bot.metrics import Metrics
from storage.database import Database
from tests.crash.child import DIED
from tests.support.stores import MASTER
from tests.support.texts import own_features, own_texts


@dataclass(frozen=True, slots=True)
class Life:
    """What a life is given. `dies_at`: a checkpoint, at its nth visit; empty: nowhere."""

    database: str
    token: str
    guild: str
    api_base: str
    gateway: str
    ahead: timedelta
    dies_at: str = ""
    nth: int = 1


def live(life: Life) -> None:
    """Run the whole core on the stand-in until SIGTERM."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    asyncio.run(_live(life))


async def _live(life: Life) -> None:
    texts, clock, dies = own_texts(), SystemClock(life.ahead), _dies(life)
    database = Database.open(life.database, MASTER, checkpoint=dies)
    adapter = DiscordAdapter(
        token=life.token,
        guilds=(life.guild,),
        texts=texts,
        state=StoredState(database, "discord"),
        now=clock.now,
        new_dms_per_minute=600,
        # No more rows are claimed than are soon sent, as with the pace that operators set.
        dms_per_minute=1_200,
        api_base=life.api_base,
        gateway=life.gateway,
        guild_ready_timeout=0.05,
    )
    core = Core(
        database=database,
        adapters=[adapter],
        features=own_features(),
        texts=texts,
        clock=clock,
        metrics=Metrics(),
        checkpoint=dies,
    )
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    await core.run(stop)
    await database.close()


def _dies(life: Life) -> Callable[[str], None]:
    left, lock = [life.nth], threading.Lock()

    def checkpoint(name: str) -> None:
        if name != life.dies_at:
            return
        with lock:
            left[0] -= 1
            if left[0] == 0:
                os._exit(DIED)

    return checkpoint
