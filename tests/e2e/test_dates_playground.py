"""A milestone and a lapse as a member meets them: the real bot, a real browser, buttons."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Locator, Page, expect

from tests.support.playground import browsing, go, picture, window
from tests.support.process import Bot

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

CONFIG = """
[playground]
enabled = true
[[community]]
name = "Demo"
spaces = ["playground:demo"]
time_zone = "America/New_York"
milestone_room = "playground:general"
"""


async def test_a_milestone_is_shared_and_taken_back_and_a_lapse_told(
    chromium_path: Path, tmp_path: Path
) -> None:
    """Asked, kept, previewed, posted, taken back; then a lapse, which the room never sees."""
    bot = Bot(tmp_path / "bot", CONFIG, {"HANDRAIL_KEY": "A" * 43 + "="})
    await bot.start()
    try:
        async with browsing(chromium_path) as browser:
            page = await window(browser, bot.url)
            await join(page)
            await write(page, "date add sober since 29 days ago")
            await shows(page, "That makes 29 days.")
            await page.get_by_role("button", name="Tomorrow").click()
            await shows(page, "30 days today")
            await picture(page, "milestone")
            await button(page, "Yes").click()
            await button(page, "Share it").click()
            await shows(page, "These exact words would stand in your community's room")
            await picture(page, "milestone-preview")
            await button(page, "Post it").click()
            await shows(page, "It will be there in a moment.")
            await go(page, "general")
            await shows(page, "wanted to share this with you: 30 days.")
            await go(page, "Handrail")
            await button(page, "Take it back").click()
            await shows(page, "Taken back.")

            await write(page, "lapse yesterday")
            await shows(page, "are you safe right now?")
            await picture(page, "lapse")
            await button(page, "I'm safe").click()
            await shows(page, "nothing is taken away")
            await go(page, "general")
            await expect(page.locator("#log").get_by_text("30 days")).to_have_count(0)
            await expect(page.locator("#log").get_by_text("lapse")).to_have_count(0)
    finally:
        code = bot.stop()
    assert code == 0


async def join(page: Page) -> None:
    await page.get_by_role("button", name="Start", exact=True).click()
    await page.get_by_role("button", name="I'm 18 or older: begin").click()
    form = page.get_by_role("dialog")
    await form.get_by_role("combobox").or_(form.get_by_role("textbox")).last.fill("Chicago")
    await form.get_by_role("button", name="Send").click()
    await page.get_by_role("button", name="Yes, ask me at that hour").click()
    await shows(page, "You're in.")


async def write(page: Page, words: str) -> None:
    await page.locator("main").get_by_role("textbox").fill(words)
    await page.keyboard.press("Escape")
    await page.keyboard.press("Enter")


def button(page: Page, name: str) -> Locator:
    return page.locator("#log").get_by_role("button", name=name, exact=True).last


async def shows(page: Page, words: str) -> None:
    await expect(page.locator("#log").get_by_text(words).last).to_be_visible()
