"""A member's first days on Discord with the real process: kill -9 in between, asked once."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from tests.discord_standin import Member, Standin
from tests.support.discord_people import config_for, sign_up
from tests.support.process import Bot, until_tomorrow

pytestmark = pytest.mark.e2e


async def test_a_power_cut_asks_nobody_twice(tmp_path: Path) -> None:
    """Signed up by slash command and form, asked by direct message, answered by button."""
    async with Standin.running() as discord:
        config = config_for(discord)
        bot = Bot(tmp_path / "bot", config, {"HANDRAIL_DISCORD_TOKEN": discord.token})
        try:
            await bot.start()
            ana = discord.member("Ana")
            done = await sign_up(ana)
            assert "You're in" in Member.read(discord, done).text

            bot.kill()
            await bot.start(clock_ahead=until_tomorrow(9))
            await discord.until(lambda: _questions(ana), "the question", 60)
            bot.kill()
            await bot.start(clock_ahead=until_tomorrow(9) + timedelta(minutes=2))
            pressed = await ana.press(ana.seen()[-1], "okay")
            assert "Noted: okay" in Member.read(discord, await pressed.replaced()).text

            bot.kill()
            await bot.start(clock_ahead=until_tomorrow(9) + timedelta(minutes=5))
            history = await (await ana.slash("checkin history")).message()
            assert "1 in all" in Member.read(discord, history).text
            asked = [
                call
                for call in discord.sent("POST", "/channels/{channel_id}/messages")
                if "it's your" in call.body["content"]
            ]
            assert len({call.body["nonce"] for call in asked}) == 1
            assert len(_questions(ana)) <= 1
            assert discord.complaints == []
        finally:
            code = bot.stop()
    assert code == 0
    for secret in (discord.token, str(ana.id), "Ana"):
        assert secret not in bot.log


def _questions(member: Member) -> list[str]:
    return [text for text in member.texts() if "it's your" in text]


async def test_a_second_process_waits_until_the_first_is_gone(tmp_path: Path) -> None:
    """Started twice by mistake, one of them serves; when it is killed the other goes on."""
    async with Standin.running() as discord:
        config = f'{config_for(discord)}[storage]\nurl = "sqlite:///{tmp_path / "both.db"}"\n'
        secrets = {"HANDRAIL_DISCORD_TOKEN": discord.token, "HANDRAIL_KEY": "A" * 43 + "="}
        first, second = (Bot(tmp_path / name, config, secrets) for name in ("first", "second"))
        try:
            await first.start()
            (second.folder / "log").touch()
            following = asyncio.create_task(second.start())
            await discord.until(
                lambda: following.done() or "another Handrail process" in second.log, "waits", 30
            )
            waited = not following.done() and discord.gateway.identifies == 1
            first.kill()
            await following
            use = await discord.member("Ana").slash("help now")
            answered = await use.text()
        finally:
            first.stop()
            second.stop()

    assert waited
    assert "help" in answered.lower()
    assert discord.gateway.identifies == 2
