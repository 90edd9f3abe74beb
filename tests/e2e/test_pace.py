"""The sender keeps the pace of a platform: no faster, and no slower."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest

from adapters.memory import MemoryAdapter
from bot.platform import Action, Address, Pace, Receipt
from storage import outbox
from storage.database import Transaction
from tests.support.queued import message
from tests.support.world import MONDAY_NOON, running

pytestmark = pytest.mark.e2e

COUNT, PER_MINUTE = 300, 9_000


class Slow(MemoryAdapter):
    """As over a network: what is sent is acknowledged a moment later."""

    async def perform(self, action: Action) -> Receipt:
        await asyncio.sleep(0.001)
        return await super().perform(action)


async def test_a_queue_drains_at_its_pace_and_never_falls_asleep(tmp_path: Path) -> None:
    """A budget that refills while the sender looks elsewhere must not leave it waiting."""
    pace = Pace(per_minute=PER_MINUTE, burst=2, concurrent=4, in_doubt_seconds=60)
    url = f"sqlite:///{tmp_path / 'handrail.db'}"
    async with running(url, platform=Slow(pace=pace)) as world:
        await world.database.write(_queue)
        began = time.monotonic()
        world.core.wake()
        async with asyncio.timeout(14):  # the longest sleep of a sender is 15 s
            await world.settle()
        took = time.monotonic() - began

    assert len(world.platform.rooms) == COUNT
    assert took > COUNT / PER_MINUTE * 60 * 0.9


def _queue(tx: Transaction) -> None:
    people = [Address("memory", user=f"member-{number}") for number in range(COUNT)]
    outbox.add(tx, [message(tx, each, "Hello", MONDAY_NOON) for each in people], MONDAY_NOON)
