"""Somebody writes it into a room of the playground: the real bot, three real browser windows."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.support.playground import go, picture, playing, window, write

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

GRAVE = "I don't want to live any more, I am going to kill myself tonight"


async def test_the_writer_alone_is_answered_and_the_team_is_called(
    chromium_path: Path, tmp_path: Path
) -> None:
    """A team that passed its drill, a member in danger, and somebody else who sees nothing."""
    async with playing(tmp_path, chromium_path) as (bot, browser):
        mo = await window(browser, bot.url, "moderator-1")
        await go(mo, "staff")
        await write(mo, "!duty on")
        log = mo.locator("#log")
        await expect(log.get_by_text("duty").last).to_be_visible()
        await write(mo, "!crisis drill")
        await log.get_by_role("button", name="I'm on it").last.click()
        await expect(log.get_by_text("passed").last).to_be_visible()

        ada = await window(browser, bot.url, "member-1")
        ben = await window(browser, bot.url, "member-2")
        await go(ada, "general")
        await go(ben, "general")
        await write(ben, "good morning")
        await expect(ada.locator("#log").get_by_text("good morning")).to_be_visible()
        await write(ada, GRAVE)
        await expect(ben.locator("#log").get_by_text(GRAVE)).to_be_visible()

        mine = ada.locator("#log")
        await expect(mine.get_by_text("A private note, only for you.")).to_be_visible()
        await expect(mine.get_by_text("I'm alerting the team of Demo")).to_be_visible()
        await picture(ada, "crisis-reply")
        alert = log.get_by_text("danger").last
        await expect(alert).to_be_visible()
        await picture(mo, "crisis-alert")
        assert await log.get_by_text(GRAVE).count() == 0

        await log.get_by_role("button", name="I'm on it").last.click()
        await go(ada, "Handrail")
        await expect(mine.get_by_text("has seen")).to_be_visible()
        await picture(ada, "crisis-claimed")
        assert await ben.locator("#log").get_by_text("private note").count() == 0
        await go(ben, "Handrail")
        assert await ben.locator("#log").get_by_text("private note").count() == 0
