"""Two bots at once: one hangs, or dies beside the other, and the rows it held change hands."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Callable
from datetime import time, timedelta

import psutil
import pytest

from bot.delivery.sender import LEASE
from tests.crash.child import DIED
from tests.crash.platform import Platform
from tests.crash.rehearsal import BEGIN, POLL, Doom, Member, Rehearsal, rehearsing

pytestmark = pytest.mark.crash

MEMBERS = tuple(Member(name, time(9, 0), "Europe/Berlin") for name in ("ada", "bo", "cy"))


@pytest.fixture
async def rehearsal(database_url: str) -> AsyncIterator[Rehearsal]:
    platform = Platform(now=BEGIN, remembers=timedelta(days=1))
    async with rehearsing(database_url, MEMBERS, platform) as made:
        await made.everybody_joins()
        await made.end_life()
        yield made


async def until(seen: Callable[[], bool]) -> None:
    """Wait for another process."""
    async with asyncio.timeout(60):
        while not seen():  # noqa: ASYNC110
            await asyncio.sleep(POLL)


@pytest.mark.parametrize("moment", ["sender-claimed", "sender-sent"])
async def test_a_bot_that_hung_and_wakes_repeats_nothing_that_is_seen(
    rehearsal: Rehearsal, moment: str
) -> None:
    """A paused machine is replaced, then goes on with the rows it once held."""
    frozen = rehearsal.begin_life(Doom(moment), freezes=True)
    await until(lambda: rehearsal.platform.bots == 1)
    rehearsal.let_the_next_be_due()
    await until(lambda: psutil.Process(frozen.pid).status() == psutil.STATUS_STOPPED)

    await rehearsal.settle()  # another bot takes over and sends
    assert frozen.pid is not None
    os.kill(frozen.pid, signal.SIGCONT)
    await until(lambda: rehearsal.platform.absorbed >= len(MEMBERS) - (moment == "sender-sent"))
    await rehearsal.end_life()
    await asyncio.to_thread(frozen.join)

    figures = await rehearsal.figures()
    assert figures.due == len(MEMBERS)
    assert figures.faults == figures.reported == 0, figures


async def test_what_a_dead_bot_held_goes_out_when_its_lease_has_run_out(
    rehearsal: Rehearsal,
) -> None:
    """A bot that is running already frees nothing at a start of its own."""
    await rehearsal.settle()
    survivor = rehearsal.bot
    assert survivor is not None
    assert survivor.pid is not None
    await until(lambda: rehearsal.platform.bots == 1)
    rehearsal.platform.say("ada", "help")  # once it answers, its start is behind it
    await rehearsal.settle()
    os.kill(survivor.pid, signal.SIGSTOP)
    doomed = rehearsal.begin_life(Doom("sender-claimed"))
    await until(lambda: rehearsal.platform.bots == 2)
    rehearsal.let_the_next_be_due()
    await asyncio.to_thread(doomed.join)
    assert doomed.exitcode == DIED
    await until(lambda: rehearsal.platform.bots == 1)

    os.kill(survivor.pid, signal.SIGCONT)
    rehearsal.platform.say("ada", "help")
    await until(lambda: not rehearsal.platform.unacknowledged)
    held = len(rehearsal.check_ins_shown())
    rehearsal.platform.move_to(rehearsal.platform.now + LEASE)
    await rehearsal.settle()
    await rehearsal.end_life()

    figures = await rehearsal.figures()
    assert held == 0
    assert figures.due == len(MEMBERS)
    assert figures.faults == figures.reported == 0, figures
