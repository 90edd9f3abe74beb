"""Looking for a buddy on Discord: taps, words of one's own, and the menus."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.checkins.where import Where
from storage import buddies, members
from storage.buddies import Seeker, State
from storage.database import Transaction
from tests.discord_standin import Member, Message, Standin, labels
from tests.e2e.test_discord_member import Bot
from tests.support.discord_people import sign_up

pytestmark = pytest.mark.e2e


async def test_a_member_finds_their_way_to_a_search_by_tapping(tmp_path: Path) -> None:
    """One private message that changes with every tap; one form for words of their own."""
    async with Standin.running() as discord, Bot(discord, tmp_path, Where.DM) as bot:
        ana = discord.member("Ana")
        await sign_up(ana)
        shown = await (await ana.slash("buddy join")).message()
        assert shown.ephemeral

        async def tap(message: Message, button: str) -> Message:
            return await (await ana.press(message, button)).replaced()

        shown = await tap(shown, "Begin")
        shown = await tap(shown, "Grief")
        assert "✓ Grief" in labels(shown)
        form = await ana.press(shown, "In my own words")
        shown = await (await ana.submit_modal(form, {"words": "night shifts"})).replaced()
        assert "Chosen so far: Grief; night shifts" in Member.read(discord, shown).text
        shown = await tap(shown, "Done")
        shown = await tap(shown, "Any time")
        shown = await tap(shown, "Done")
        assert "That's enough" in Member.read(discord, shown).text
        looking = await ana.press(shown, "Look for somebody")
        assert "I'm looking for somebody" in await looking.text()

        def seeker(tx: Transaction) -> Seeker:
            found = members.member_with(tx, "discord", str(ana.id))
            assert found is not None
            return buddies.seekers_of(tx, found.id)[0]

        found = await bot.database.read(seeker)
        assert found.state is State.LOOKING
        assert found.said["topics"] == ["grief", "=night shifts"]
        told = await ana.slash("buddy profile", {"item": "stage"})
        assert "Where are you on your way" in await told.text()
        assert discord.complaints == []
        assert discord.own_faults == []
