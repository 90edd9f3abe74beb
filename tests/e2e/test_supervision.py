"""Adapters fall; the rest goes on, and `/readyz` says so."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from adapters.memory import MemoryAdapter
from bot.commands import CommandTable
from bot.platform import AdapterStopped, Sink
from tests.support.world import running


class Falling(MemoryAdapter):
    """An adapter that falls as often as it is told to before it runs well."""

    def __init__(self, *falls: Exception) -> None:
        super().__init__()
        self.falls = list(falls)
        self.fallen = asyncio.Event()

    async def run(self, sink: Sink, commands: CommandTable) -> None:
        if self.falls:
            self.fallen.set()
            raise self.falls.pop(0)
        await super().run(sink, commands)


async def test_an_adapter_that_falls_is_started_again(tmp_path: Path) -> None:
    """A lost connection or an error of ours ends neither the adapter nor the bot."""
    platform = Falling(AdapterStopped("the homeserver is away"), RuntimeError("a bug"))

    async with running(f"sqlite:///{tmp_path / 'h.db'}", platform=platform, pause=0.01) as world:
        await world.join("ada")

        assert (await world.core.health())["memory"] is None


async def test_an_adapter_that_stopped_for_good_ends_the_bot_with_its_reason(
    tmp_path: Path,
) -> None:
    """With a wrong token nothing is left to do but to say how to mend it."""
    platform = Falling(AdapterStopped("the token is wrong: mend it", permanent=True))

    async def run() -> None:
        async with running(f"sqlite:///{tmp_path / 'h.db'}", platform=platform, ready=False) as w:
            await w.ended

    with pytest.raises(AdapterStopped, match="the token is wrong: mend it"):
        await run()


async def test_readiness_names_what_is_down(tmp_path: Path) -> None:
    """While an adapter is away, the database and the planner are still said to be well."""
    platform = Falling(AdapterStopped("the homeserver is away"))

    async with running(
        f"sqlite:///{tmp_path / 'h.db'}", platform=platform, pause=3600, ready=False
    ) as world:
        await platform.fallen.wait()
        await world.core.look_again()
        health = await world.core.health()

    assert health["memory"] == "the homeserver is away"
    assert health["database"] is None
    assert health["planner"] is None
