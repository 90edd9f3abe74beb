"""Somebody writes it into a room of the playground: the real bot, three real browser windows."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, async_playwright, expect

from tests.support.chromium import launch_arguments
from tests.support.process import Bot

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

PATIENCE = 15_000  # milliseconds
SHOTS = os.environ.get("HANDRAIL_SCREENSHOTS")  # a folder to keep pictures in, for the docs
GRAVE = "I don't want to live any more, I am going to kill myself tonight"


async def _picture(page: Page, name: str) -> None:
    if SHOTS:
        await page.screenshot(path=Path(SHOTS) / f"{name}.png")


async def _window(browser: Browser, url: str, account: str) -> Page:
    """A window that shows the demo as one account sees it."""
    context = await browser.new_context(
        locale="en-US", timezone_id="America/Chicago", viewport={"width": 1120, "height": 880}
    )
    await context.add_init_script(f"sessionStorage.setItem('account', '{account}')")
    page = await context.new_page()
    page.set_default_timeout(PATIENCE)
    await page.goto(url)
    return page


async def _go(page: Page, room: str) -> None:
    await page.get_by_role("navigation").get_by_role("button", name=room).click()


async def _write(page: Page, text: str) -> None:
    await page.get_by_role("textbox", name="Write").fill(text)
    await page.keyboard.press("Enter")


async def test_the_writer_alone_is_answered_and_the_team_is_called(
    chromium_path: Path, tmp_path: Path
) -> None:
    """A team that passed its drill, a member in danger, and somebody else who sees nothing."""
    bot = Bot(tmp_path / "bot", "[playground]\nenabled = true\n", {"HANDRAIL_KEY": "A" * 43 + "="})
    await bot.start()
    try:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(
                executable_path=chromium_path, args=launch_arguments()
            )
            expect.set_options(timeout=PATIENCE)
            mo = await _window(browser, bot.url, "moderator-1")
            await _go(mo, "staff")
            await _write(mo, "!duty on")
            log = mo.locator("#log")
            await expect(log.get_by_text("duty").last).to_be_visible()
            await _write(mo, "!crisis drill")
            await log.get_by_role("button", name="I'm on it").last.click()
            await expect(log.get_by_text("passed").last).to_be_visible()

            ada = await _window(browser, bot.url, "member-1")
            ben = await _window(browser, bot.url, "member-2")
            await _go(ada, "general")
            await _go(ben, "general")
            await _write(ben, "good morning")
            await expect(ada.locator("#log").get_by_text("good morning")).to_be_visible()
            await _write(ada, GRAVE)
            await expect(ben.locator("#log").get_by_text(GRAVE)).to_be_visible()

            mine = ada.locator("#log")
            await expect(mine.get_by_text("A private note, only for you.")).to_be_visible()
            await expect(mine.get_by_text("I'm alerting the team of Demo")).to_be_visible()
            await _picture(ada, "crisis-reply")
            alert = log.get_by_text("danger").last
            await expect(alert).to_be_visible()
            await _picture(mo, "crisis-alert")
            assert await log.get_by_text(GRAVE).count() == 0

            await log.get_by_role("button", name="I'm on it").last.click()
            await _go(ada, "Handrail")
            await expect(mine.get_by_text("has seen")).to_be_visible()
            await _picture(ada, "crisis-claimed")
            assert await ben.locator("#log").get_by_text("private note").count() == 0
            await _go(ben, "Handrail")
            assert await ben.locator("#log").get_by_text("private note").count() == 0
            await browser.close()
    finally:
        code = bot.stop()
    assert code == 0
