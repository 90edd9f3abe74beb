"""A member in need and a moderator, each at their own page: the real bot, a real browser."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from tests.contract.test_pager import Receiver, receiving
from tests.support.playground import PATIENCE, browsing, go, picture, window
from tests.support.process import Bot

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

CONFIG = """
[playground]
enabled = true
[[community]]
name = "Demo"
spaces = ["playground:demo"]
country = "US"
time_zone = "America/New_York"
"""


@pytest.fixture
async def pager() -> AsyncIterator[Receiver]:
    async with receiving() as made:
        yield made


@pytest.fixture
async def bot(tmp_path: Path, pager: Receiver) -> AsyncIterator[Bot]:
    secrets = {"HANDRAIL_KEY": "A" * 43 + "=", "HANDRAIL_COMMUNITY_PAGES": pager.address}
    bot = Bot(tmp_path / "bot", CONFIG, secrets)
    await bot.start()
    yield bot
    assert bot.stop() == 0
    assert str(pager.port) not in bot.log, "the addresses of pagers are secrets"


async def test_a_member_is_seen_by_a_human(chromium_path: Path, bot: Bot, pager: Receiver) -> None:
    """Duty, a drill, a message in a room, the alert, the claim; a power cut in between."""
    async with browsing(chromium_path) as browser:
        mo, ada = await opened(browser, bot, "Mo"), await opened(browser, bot, "Ada")
        await go(mo, "staff")
        await write(mo, "/duty on")
        await shows(mo, "You're on duty")
        await write(mo, "/duty name Mo")
        await shows(mo, "Mo from the team")
        await write(mo, "/crisis drill")
        await shows(mo, "Drill: nobody is in danger.")
        await picture(mo, "alerts-drill")
        await button(mo, "I'm on it").click()
        await shows(mo, "Drill passed.")
        await page_of(pager)
        bot.kill()
        await bot.start()
        for page in (mo, ada):
            await page.goto(bot.url)
        await person(mo, "Mo")
        await person(ada, "Ada")

        await go(ada, "general")
        await write(ada, "i want to kill myself")
        await shows(ada, "A private note")
        await go(ada, "Handrail")
        await go(mo, "staff")
        alert = mo.locator("#log").get_by_role("article").filter(has_text="suicide").last
        await expect(alert.get_by_text("can you have a look?")).to_be_visible()
        await expect(alert.get_by_text("@Ada")).to_be_visible()
        await expect(alert.get_by_text("kill myself")).to_have_count(0)
        await picture(mo, "alerts-alert")
        await button(mo, "I'm on it").click()
        await expect(alert.get_by_text("is on it, since")).to_be_visible()
        await expect(
            ada.locator("#log").get_by_text("Mo from the team of Demo has seen this")
        ).to_be_visible()
        await picture(mo, "alerts-claimed")
        await picture(ada, "alerts-seen")
        await button(ada, "Write to me tomorrow").click()
        await shows(ada, "about this time tomorrow")

        await button(mo, "Handled").click()
        await expect(alert.get_by_text("Handled:")).to_be_visible()
        for _ in range(24):
            await mo.get_by_role("button", name="+ 1 hour").click()
        await shows(mo, "how they are today?")
        await expect(
            ada.locator("#log").get_by_text("You asked me to write today.")
        ).to_be_visible()
        await picture(ada, "alerts-tomorrow")


async def opened(browser: Browser, bot: Bot, name: str) -> Page:
    """A page of one of the demo's people."""
    page = await window(browser, bot.url)
    await person(page, name)
    return page


async def person(page: Page, name: str) -> None:
    await page.locator("#people").get_by_role("button", name=name).click()


async def write(page: Page, words: str) -> None:
    await page.locator("main").get_by_role("textbox").fill(words)
    await page.keyboard.press("Escape")
    await page.keyboard.press("Enter")


def button(page: Page, name: str) -> Locator:
    return page.locator("#log").get_by_role("button", name=name, exact=True).last


async def shows(page: Page, words: str) -> None:
    await expect(page.locator("#log").get_by_text(words)).to_be_visible()


async def page_of(pager: Receiver) -> None:
    """Wait for the page of the drill, the only one there is."""
    await asyncio.wait_for(pager.arrived.wait(), PATIENCE / 1000)
    assert [got["message"][:11] for got in pager.got] == ["Drill. Demo"]
