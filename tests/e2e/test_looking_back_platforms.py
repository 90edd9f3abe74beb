"""The picture of one's days as it arrives on each platform, from the real bot."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

import pytest
from nio.crypto.attachments import decrypt_attachment
from playwright.async_api import expect

from tests.discord_standin import Member as OnDiscord
from tests.discord_standin import Standin
from tests.e2e.matrix_support import Member, Seen, matrix_bot
from tests.support.discord_people import config_for, sign_up
from tests.support.playground import picture, playing, window, write
from tests.support.process import Bot
from tests.support.synapse import Homeserver

pytestmark = pytest.mark.e2e

DESCRIBED = "Chart of your check-ins"
PNG = b"\x89PNG"
DRAWN_WITHIN = 120.0  # seconds, on a busy machine


@pytest.mark.browser
async def test_the_page_shows_it_with_its_description(chromium_path: Path, tmp_path: Path) -> None:
    """A screen reader reads what the others see."""
    async with playing(tmp_path, chromium_path) as (bot, browser):
        page = await window(browser, bot.url)
        log = page.locator("#log")
        await page.get_by_role("button", name="Start", exact=True).click()
        await page.get_by_role("button", name="I'm 18 or older: begin").click()
        form = page.get_by_role("dialog")
        await form.get_by_role("combobox").or_(form.get_by_role("textbox")).last.fill("Chicago")
        await form.get_by_role("button", name="Send").click()
        await page.get_by_role("button", name="Yes, ask me at that hour").click()
        await expect(log.get_by_text("You're in.")).to_be_visible()
        await write(page, "okay")
        await expect(log.get_by_text("Noted: okay.")).to_be_visible()
        await write(page, "checkin history")
        await expect(log.get_by_text("A picture of it follows here.")).to_be_visible()

        shown = log.get_by_role("img", name=re.compile(DESCRIBED))
        await expect(shown).to_be_visible(timeout=DRAWN_WITHIN * 1_000)
        await picture(page, "looking-back")
        assert await shown.evaluate("image => image.naturalWidth") > 900


async def test_discord_shows_it_in_direct_messages(tmp_path: Path) -> None:
    """Asked for in a channel, it comes where only the member reads."""
    async with Standin.running() as discord:
        config = config_for(discord)
        bot = Bot(tmp_path / "bot", config, {"HANDRAIL_DISCORD_TOKEN": discord.token})
        try:
            await bot.start()
            ana = discord.member("Ana")
            await sign_up(ana)
            asked = await (await ana.slash("checkin now")).message()
            await (await ana.press(asked, "okay")).replaced()
            history = await (await ana.slash("checkin history")).message()
            assert "follows in your direct messages" in OnDiscord.read(discord, history).text

            def arrived() -> list[bytes]:
                return [data for message in ana.seen() for data in message.files.values()]

            await discord.until(arrived, "the picture", DRAWN_WITHIN)
            assert arrived()[0].startswith(PNG)
            (message,) = [message for message in ana.seen() if message.files]
            assert message.attachments[0]["description"].startswith(DESCRIBED)
            assert discord.complaints == []
        finally:
            code = bot.stop()
    assert code == 0


async def test_matrix_shows_it_encrypted(synapse: Homeserver, tmp_path: Path) -> None:
    """The homeserver keeps bytes that it cannot read."""
    account = synapse.register("handrail")
    bot = matrix_bot(tmp_path / "bot", synapse.url, account)
    async with Member(synapse, synapse.register("ada"), tmp_path / "ada") as ada:
        try:
            await bot.start()
            room = await ada.open_direct(account.user_id)
            await ada.is_in(account.user_id, room)
            for words, answer in (
                ("start", "I'm 18 or older"),
                ("I'm 18 or older: begin", "At what time"),
                ("9:00", "town or city"),
                ("Berlin", "right?"),
                ("yes", "You're in"),
                ("okay", "Noted: okay"),
                ("checkin history", "A picture of it follows here."),
            ):
                await ada.say(room, words)
                await ada.wait_until(partial(_read, ada, room, account.user_id, answer))
            await ada.wait_until(lambda: _images(ada, room, account.user_id), DRAWN_WITHIN)
            (image,) = _images(ada, room, account.user_id)
            assert image.encrypted
            assert image.text.startswith(DESCRIBED)
            file = image.content["file"]
            stored = await ada.client.download(file["url"])
            opened = decrypt_attachment(
                stored.body, file["key"]["k"], file["hashes"]["sha256"], file["iv"]
            )
            assert opened.startswith(PNG)
            assert not stored.body.startswith(PNG)
        finally:
            code = bot.stop()
    assert code == 0
    assert DESCRIBED not in bot.log


def _read(member: Member, room: str, bot: str, words: str) -> bool:
    return any(words in text for text in member.read(room, bot))


def _images(member: Member, room: str, bot: str) -> list[Seen]:
    shown = member.messages(room, bot)
    return [seen for seen in shown if seen.content.get("msgtype") == "m.image"]
