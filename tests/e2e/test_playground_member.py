"""A member's first days in the playground: the real bot, a real browser, kill -9."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.support.playground import go, picture, playing, window, write

pytestmark = [pytest.mark.e2e, pytest.mark.browser]


async def test_a_member_signs_up_is_asked_and_answers(chromium_path: Path, tmp_path: Path) -> None:
    """From `make run` to the answered check-in; after a power cut nobody is asked twice."""
    async with playing(tmp_path, chromium_path) as (bot, browser):
        page = await window(browser, bot.url)
        log = page.locator("#log")

        await page.get_by_role("button", name="Start", exact=True).click()
        await expect(log.get_by_text("Hi, I'm Handrail.")).to_be_visible()
        await picture(page, "welcome")
        await page.get_by_role("button", name="I'm 18 or older: begin").click()
        form = page.get_by_role("dialog")
        await form.get_by_role("combobox").or_(form.get_by_role("textbox")).last.fill("Chicago")
        await picture(page, "form")
        await form.get_by_role("button", name="Send").click()
        await expect(log.get_by_text("for you, right?")).to_be_visible()
        await page.get_by_role("button", name="Yes, ask me at that hour").click()
        await expect(log.get_by_text("You're in.")).to_be_visible()

        await page.get_by_role("button", name="Tomorrow").click()
        await expect(log.get_by_text("Hi, it's your 9:00")).to_be_visible()
        await picture(page, "playground")
        await page.get_by_role("button", name="okay", exact=True).click()
        await expect(log.get_by_text("Noted: okay.")).to_be_visible()

        bot.kill()
        await bot.start()
        await page.goto(bot.url)
        await go(page, "Handrail")
        await expect(log.get_by_text("Noted: okay.")).to_be_visible()
        assert await log.get_by_text("Hi, it's your 9:00").count() == 0
        await write(page, "checkin history")
        await expect(log.get_by_text("1 in all")).to_be_visible()

        # All by keyboard: a hard word, something to try, something good in one's own words.
        await write(page, "checkin extras gratitude on")
        await write(page, "checkin now")
        await by_key(page, "rough")
        await expect(log.get_by_text("would a person help")).to_be_visible()
        await by_key(page, "Something to try")
        await expect(log.get_by_text("some people try")).to_be_visible()
        await by_key(page, "Something good")
        await page.get_by_role("dialog").get_by_role("textbox").press_sequentially("rain")
        await by_key(page, "Send")
        await expect(log.get_by_text("Kept, for you.")).to_be_visible()


async def by_key(page: Page, name: str) -> None:
    """Presses a button with the keyboard alone."""
    button = page.get_by_role("button", name=name, exact=True).last
    await button.focus()
    await page.keyboard.press("Enter")
