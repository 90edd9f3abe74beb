"""Through the front door: the whole core, on both databases, with a platform in memory."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from tests.support.world import World, running


@pytest.fixture
async def world(database_url: str) -> AsyncIterator[World]:
    async with running(database_url) as made:
        yield made


async def test_a_member_joins_and_is_asked_the_next_morning(world: World) -> None:
    """Sign-up leads to one question at the member's own hour."""
    await world.join("ada", hour="9:00", place="Berlin")
    assert "You're in" in world.last("ada")

    await world.move_to(datetime(2026, 11, 24, 7, 59, tzinfo=UTC))
    assert "Which word" not in world.last("ada")

    await world.move_to(datetime(2026, 11, 24, 8, 0, tzinfo=UTC))
    assert "Which word is nearest?" in world.last("ada")
