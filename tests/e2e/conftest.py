"""The worlds that most conversations are tried in."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from adapters.memory import MemoryAdapter
from tests.support.world import World, running


@pytest.fixture(params=["forms", "questions"])
async def world(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[World]:
    """On SQLite; on a platform with forms, and on one where questions come one by one."""
    platform = MemoryAdapter(forms=request.param == "forms")
    async with running(f"sqlite:///{tmp_path / 'handrail.db'}", platform=platform) as made:
        yield made


@pytest.fixture(params=["forms", "questions"])
async def everywhere(request: pytest.FixtureRequest, database_url: str) -> AsyncIterator[World]:
    """The same on both databases."""
    platform = MemoryAdapter(forms=request.param == "forms")
    async with running(database_url, platform=platform) as made:
        yield made
