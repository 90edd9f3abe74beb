"""Help lines as somebody meets them: the real bot, a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.support.playground import go, picture, playing, window, write

pytestmark = [pytest.mark.e2e, pytest.mark.browser]


async def test_a_stranger_finds_help_by_buttons_and_words(
    chromium_path: Path, tmp_path: Path
) -> None:
    """Without joining: the lines, in writing, of another country, by topic, all there is."""
    async with playing(tmp_path, chromium_path) as (bot, browser):
        page = await window(browser, bot.url)
        await go(page, "Handrail")
        log = page.locator("#log")
        newest = log.get_by_role("article").last

        await write(page, "HELP")
        await expect(newest).to_contain_text("If a life is in danger (United States): call 911")
        await expect(newest).to_contain_text("call 988, text 988, chat")
        await expect(newest.get_by_role("listitem")).to_have_count(3)
        await picture(page, "help-now")

        await page.get_by_role("button", name="I'd rather write").last.click()
        await expect(newest).to_contain_text("text 988, chat")
        await page.get_by_role("button", name="Another country").last.click()
        form = page.get_by_role("dialog")
        await form.get_by_role("textbox").fill("Japan")
        await form.get_by_role("button", name="Send").click()
        await expect(newest).to_contain_text("call 119")
        await expect(newest).to_contain_text("the police: 110")

        await write(page, "help now")
        await expect(newest).to_contain_text("call 911")
        await page.get_by_role("button", name="For something else").last.click()
        await picture(page, "help-now-topics")
        await page.get_by_role("button", name="overdose", exact=True).click()
        await expect(newest).to_contain_text("Never Use Alone")
        await picture(page, "help-now-topic")

        await write(page, "resources")
        await page.get_by_role("button", name="Show me everything").click()
        await expect(newest).to_contain_text("page 1 of")
        await page.get_by_role("button", name="More", exact=True).last.click()
        await expect(newest).to_contain_text("page 2 of")
        await picture(page, "resources")
