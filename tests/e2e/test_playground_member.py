"""A member's first days in the playground: the real bot, a real browser, kill -9."""

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


async def test_a_member_signs_up_is_asked_and_answers(chromium_path: Path, tmp_path: Path) -> None:
    """From `make run` to the answered check-in; after a power cut nobody is asked twice."""
    bot = Bot(tmp_path / "bot", "[playground]\nenabled = true\n", {"HANDRAIL_KEY": "A" * 43 + "="})
    await bot.start()
    try:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(
                executable_path=chromium_path, args=launch_arguments()
            )
            context = await browser.new_context(
                locale="en-US",
                timezone_id="America/Chicago",
                viewport={"width": 1120, "height": 880},
            )
            page = await context.new_page()
            page.set_default_timeout(PATIENCE)
            expect.set_options(timeout=PATIENCE)
            await page.goto(bot.url)
            log = page.locator("#log")

            await page.get_by_role("button", name="Start", exact=True).click()
            await expect(log.get_by_text("Hi, I'm Handrail.")).to_be_visible()
            await _picture(page, "welcome")
            await page.get_by_role("button", name="I'm 18 or older: begin").click()
            form = page.get_by_role("dialog")
            await form.get_by_role("combobox").or_(form.get_by_role("textbox")).last.fill("Chicago")
            await _picture(page, "form")
            await form.get_by_role("button", name="Send").click()
            await expect(log.get_by_text("for you, right?")).to_be_visible()
            await page.get_by_role("button", name="Yes, ask me at that hour").click()
            await expect(log.get_by_text("You're in.")).to_be_visible()

            await page.get_by_role("button", name="Tomorrow").click()
            await expect(log.get_by_text("Hi, it's your 9:00")).to_be_visible()
            await _picture(page, "playground")
            await page.get_by_role("button", name="okay", exact=True).click()
            await expect(log.get_by_text("Noted: okay.")).to_be_visible()

            bot.kill()
            await bot.start()
            await page.goto(bot.url)
            await page.get_by_role("navigation").get_by_role("button", name="Handrail").click()
            await expect(log.get_by_text("Noted: okay.")).to_be_visible()
            assert await log.get_by_text("Hi, it's your 9:00").count() == 0
            await page.get_by_role("textbox", name="Write to Handrail").fill("checkin history")
            await page.keyboard.press("Enter")
            await expect(log.get_by_text("1 in all")).to_be_visible()
            await browser.close()
    finally:
        code = bot.stop()
    assert code == 0
