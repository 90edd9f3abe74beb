"""Help lines as somebody meets them: the real bot, a real browser."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.async_api import Page, async_playwright, expect

from tests.support.chromium import launch_arguments
from tests.support.process import Bot

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

PATIENCE = 15_000  # milliseconds
SHOTS = os.environ.get("HANDRAIL_SCREENSHOTS")  # a folder to keep pictures in, for the docs


async def _picture(page: Page, name: str) -> None:
    if SHOTS:
        await page.screenshot(path=Path(SHOTS) / f"{name}.png")


async def _say(page: Page, words: str) -> None:
    await page.get_by_role("textbox", name="Write to Handrail").fill(words)
    await page.keyboard.press("Enter")


async def test_a_stranger_finds_help_by_buttons_and_words(
    chromium_path: Path, tmp_path: Path
) -> None:
    """Without joining: the lines, in writing, of another country, by topic, all there is."""
    bot = Bot(tmp_path / "bot", "[playground]\nenabled = true\n", {"HANDRAIL_KEY": "A" * 43 + "="})
    await bot.start()
    try:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(
                executable_path=chromium_path, args=launch_arguments()
            )
            page = await browser.new_page(locale="en-US", viewport={"width": 1120, "height": 880})
            page.set_default_timeout(PATIENCE)
            expect.set_options(timeout=PATIENCE)
            await page.goto(bot.url)
            await page.get_by_role("navigation").get_by_role("button", name="Handrail").click()
            log = page.locator("#log")
            newest = log.get_by_role("article").last

            await _say(page, "HELP")
            await expect(newest).to_contain_text("If a life is in danger (United States): call 911")
            await expect(newest).to_contain_text("call 988, text 988, chat")
            await expect(newest.get_by_role("listitem")).to_have_count(3)
            await _picture(page, "help-now")

            await page.get_by_role("button", name="I'd rather write").last.click()
            await expect(newest).to_contain_text("text 988, chat")
            await page.get_by_role("button", name="Another country").last.click()
            form = page.get_by_role("dialog")
            await form.get_by_role("textbox").fill("Japan")
            await form.get_by_role("button", name="Send").click()
            await expect(newest).to_contain_text("call 119")
            await expect(newest).to_contain_text("the police: 110")

            await _say(page, "help now")
            await expect(newest).to_contain_text("call 911")
            await page.get_by_role("button", name="For something else").last.click()
            await _picture(page, "help-now-topics")
            await page.get_by_role("button", name="overdose", exact=True).click()
            await expect(newest).to_contain_text("Never Use Alone")
            await _picture(page, "help-now-topic")

            await _say(page, "resources")
            await page.get_by_role("button", name="Show me everything").click()
            await expect(newest).to_contain_text("page 1 of")
            await page.get_by_role("button", name="More", exact=True).last.click()
            await expect(newest).to_contain_text("page 2 of")
            await _picture(page, "resources")
            await browser.close()
    finally:
        code = bot.stop()
    assert code == 0
