"""What has served its time is let go by itself."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.settings.keys import RetentionSettings
from storage import members
from storage.database import Transaction
from tests.support.texts import own_features
from tests.support.world import World, running


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with running(f"sqlite:///{tmp_path / 'handrail.db'}") as made:
        await made.join("ada")
        await made.platform.say("ada", "checkin notes on")
        await made.platform.say("ada", "okay")
        await made.platform.say("ada", "note by the sea")
        yield made


async def held(world: World) -> str:
    """What the check-ins hold about Ada."""

    def export(tx: Transaction) -> str:
        ada = members.member_with(tx, "memory", "ada")
        assert ada is not None
        checkins = next(each for each in own_features() if each.name == "checkins")
        return str(checkins.export(tx, ada.id))

    return await world.database.read(export)


async def test_notes_go_after_a_year_and_words_after_three(world: World) -> None:
    """Nobody has to remember to delete what they no longer need; the days stay longer."""
    await world.move_by(days=300)
    await world.core.ticker.tidy()
    assert "by the sea" in await held(world)

    await world.move_by(days=100)
    await world.core.ticker.tidy()
    assert "by the sea" not in await held(world)
    assert "okay" in await held(world)

    await world.move_by(days=800)
    await world.core.ticker.tidy()
    assert "okay" not in await held(world)


def test_an_operator_may_shorten_and_never_lengthen() -> None:
    """Members have read how long things are kept."""
    assert RetentionSettings(notes_days=30).notes_days == 30
    for key in RetentionSettings.model_fields:
        with pytest.raises(ValidationError):
            RetentionSettings(**{key: getattr(RetentionSettings(), key) + 1})
