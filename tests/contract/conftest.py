"""Every platform's adapter, running."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from tests.contract.rooms_discord import discord_rooms
from tests.contract.rooms_matrix import matrix_rooms
from tests.contract.rooms_memory import memory_rooms
from tests.contract.rooms_playground import playground_rooms


@pytest.fixture(params=["memory", "playground", "discord", "matrix"])
async def rooms(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Any]:
    """A running adapter of each platform."""
    made: AbstractAsyncContextManager[Any]
    match request.param:
        case "memory":
            made = memory_rooms()
        case "playground":
            made = playground_rooms(tmp_path)
        case "discord":
            made = discord_rooms(tmp_path)
        case _:
            made = matrix_rooms(request.getfixturevalue("synapse"), tmp_path)
    async with made as running:
        yield running
