"""Things that happen without anybody speaking to the bot: every feature that asks hears of them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from adapters.memory import MemoryAdapter
from bot.clock import ManualClock
from bot.core import Core
from bot.feature import Feature
from bot.metrics import Metrics
from bot.platform import Action, Address, Audience, Change, MemberChanged, Say
from bot.richtext import paragraph
from bot.turn import Turn
from storage.database import open_database
from storage.encryption import MasterKey
from tests.support.databases import with_tables
from tests.support.texts import own_texts
from tests.support.world import MONDAY_NOON

ROOM = Address("memory", space="home", channel="staff")


def listening(name: str, hears: Callable[[Turn], Sequence[Action]]) -> Feature:
    return Feature(
        name=name,
        notices={MemberChanged: hears},
        export=lambda tx, person: {},
        erase=lambda tx, person: None,
    )


def saying(words: str) -> Callable[[Turn], Sequence[Action]]:
    say = Say(to=ROOM, body=paragraph(words), audience=Audience.PUBLIC)
    return lambda turn: [say]


async def test_two_features_hear_of_the_same(tmp_path: Path) -> None:
    """Neither knows of the other, and neither takes it away."""
    clock, platform = ManualClock(MONDAY_NOON), MemoryAdapter()
    platform.now = clock.now
    master = MasterKey.from_base64("A" * 43 + "=")
    database = open_database(with_tables(f"sqlite:///{tmp_path / 'h.db'}", master), master)
    core = Core(
        database=database,
        adapters=[platform],
        features=[listening("one", saying("first")), listening("two", saying("second"))],
        texts=own_texts(),
        clock=clock,
        metrics=Metrics(),
    )
    stop = asyncio.Event()
    running = asyncio.create_task(core.run(stop))
    try:
        await platform.ready()
        left = platform.event("ada", Address("memory", space="home")) | {"waiting": None}
        await core.take(MemberChanged(**left, change=Change.LEFT))
        await core.settled()

        assert sorted(platform.read("staff")) == ["first", "second"]
    finally:
        stop.set()
        await running
        await database.close()
