"""A PIN and a share on the page, as people meet them: the real bot, two windows of a browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.support.playground import go, picture, playing, window, write

pytestmark = [pytest.mark.e2e, pytest.mark.browser]


async def joined(page: Page) -> None:
    """Sign up, with what the form suggests."""
    await go(page, "Handrail")
    await write(page, "start")
    await page.get_by_role("button", name="I'm 18 or older: begin").click()
    form = page.get_by_role("dialog")
    await form.get_by_role("combobox").or_(form.get_by_role("textbox")).last.fill("Chicago")
    await form.get_by_role("button", name="Send").click()
    await page.get_by_role("button", name="Yes, ask me at that hour").click()
    await expect(page.locator("#log").get_by_text("You're in.")).to_be_visible()


async def test_a_pin_and_a_share(chromium_path: Path, tmp_path: Path) -> None:
    """Shown first, shared by a press, opened, taken back; the list of it is behind the PIN."""
    async with playing(tmp_path, chromium_path) as (bot, browser):
        ada, ben = (
            await window(browser, bot.url, "member-1"),
            await window(browser, bot.url, "member-2"),
        )
        hers, his = ada.locator("#log"), ben.locator("#log")
        await joined(ada)
        await joined(ben)

        await write(ada, "okay")
        await expect(hers.get_by_text("Noted: okay.")).to_be_visible()
        await write(ada, "share today with member-2 for a week")
        await expect(hers.get_by_text("Nothing is shared yet.")).to_be_visible()
        await picture(ada, "sharing")
        assert await his.get_by_text("something for you to look at").count() == 0
        await ada.get_by_role("button", name="Share it").click()
        await expect(his.get_by_text("something for you to look at")).to_be_visible()
        await ben.get_by_role("button", name="Look", exact=True).click()
        await expect(his.get_by_text(": okay")).to_be_visible()

        await write(ada, "pin set")
        await ada.get_by_role("button", name="Choose the PIN").click()
        await ada.get_by_role("dialog").get_by_role("textbox").fill("4711")
        await ada.get_by_role("dialog").get_by_role("button", name="Send").click()
        await expect(hers.get_by_text("from now on I ask for your PIN")).to_be_visible()
        await write(ada, "share list")
        await expect(hers.get_by_text("Your PIN first, please.")).to_be_visible()
        assert await hers.get_by_text("You share:").count() == 0
        await picture(ada, "pin")
        await write(ada, "4711")
        await expect(hers.get_by_text("You share:")).to_be_visible()
        await expect(hers.get_by_text("4711", exact=True)).to_have_count(0)

        await write(ada, "share stop")
        await expect(hers.get_by_text("Taken back:")).to_be_visible()
        await expect(his.get_by_text(": okay")).to_have_count(0)

        await write(ada, "tidy all")
        await expect(hers.get_by_text("Tidying up what I wrote here")).to_be_visible()
        await expect(hers.get_by_text("Noted: okay.")).to_have_count(0)
