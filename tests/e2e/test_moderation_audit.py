"""What the team did with its commands can be read by the team."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support.team import Community, community


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[Community]:
    async with community(tmp_path) as made:
        await made.world.join("bo")
        yield made


async def test_commands_of_the_team_are_written_down(house: Community) -> None:
    """By name; what stood behind them may name members, and is not kept."""
    await house.command("bo", "crisis silence craving")
    await house.command("bo", "meetings")
    shown = await house.command("bo", "moderation audit")

    assert "crisis silence" in shown
    assert "craving" not in shown
    assert "– meetings" not in shown
    assert "bo" in shown
    assert "The log is whole" in shown


async def test_what_was_refused_was_not_done(house: Community) -> None:
    """Neither by somebody without the right, nor with words that mean nothing."""
    refused = await house.command("bo", "moderation audit", moderator=False)
    assert "moderators" in refused
    await house.command("bo", "crisis silence no-such-rule-at-all")

    assert "crisis silence" not in await house.command("bo", "moderation audit")
