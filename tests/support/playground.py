"""The playground as people meet it: the real bot, and browser windows that show it."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Browser, Page, async_playwright, expect

from tests.support.chromium import launch_arguments
from tests.support.process import Bot

PATIENCE = 60_000  # milliseconds, on a busy machine
SHOTS = os.environ.get("HANDRAIL_SCREENSHOTS")  # a folder to keep pictures in, for the docs


@asynccontextmanager
async def playing(folder: Path, chromium: Path) -> AsyncIterator[tuple[Bot, Browser]]:
    """A bot with nothing but the playground, and a browser; in the end the bot stops well."""
    bot = Bot(folder / "bot", "[playground]\nenabled = true\n", {"HANDRAIL_KEY": "A" * 43 + "="})
    await bot.start()
    try:
        async with browsing(chromium) as browser:
            yield bot, browser
    finally:
        code = bot.stop()
    assert code == 0


@asynccontextmanager
async def browsing(chromium: Path) -> AsyncIterator[Browser]:
    """A browser whose pages are waited for as long as a busy machine takes."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=chromium, args=launch_arguments()
        )
        expect.set_options(timeout=PATIENCE)
        yield browser
        await browser.close()


async def window(browser: Browser, url: str, account: str = "") -> Page:
    """A window of its own, in Chicago; it shows the demo as `account` sees it, if that is given."""
    context = await browser.new_context(
        locale="en-US", timezone_id="America/Chicago", viewport={"width": 1120, "height": 880}
    )
    if account:
        await context.add_init_script(f"sessionStorage.setItem('account', '{account}')")
    page = await context.new_page()
    page.set_default_timeout(PATIENCE)
    await page.goto(url)
    return page


async def go(page: Page, room: str) -> None:
    """Open a room, or the conversation with the bot."""
    await page.get_by_role("navigation").get_by_role("button", name=room).click()


async def write(page: Page, text: str) -> None:
    """Say something where the page is."""
    await page.get_by_role("textbox", name="Write").fill(text)
    await page.keyboard.press("Enter")


async def picture(page: Page, name: str) -> None:
    """Keep a picture, if pictures are wanted."""
    if SHOTS:
        await page.screenshot(path=Path(SHOTS) / f"{name}.png")
