"""A meeting, from the words that add it to the reminder: Matrix, Discord and the playground."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, async_playwright, expect

from bot.checkins.where import Where
from tests.discord_standin import MODERATE_MEMBERS, Member, Standin, labels
from tests.e2e.matrix_support import Member as MatrixMember
from tests.e2e.test_discord_member import BERLIN, newest
from tests.e2e.test_discord_member import Bot as DiscordBot
from tests.support.chromium import launch_arguments
from tests.support.process import Bot, until_tomorrow
from tests.support.synapse import Homeserver

pytestmark = pytest.mark.e2e

PATIENCE = 15_000  # milliseconds


async def test_on_matrix(synapse: Homeserver, tmp_path: Path) -> None:
    """Added in a room by somebody with power, confirmed in private, reminded after a kill -9."""
    account = synapse.register("handrail")
    bot_id = account.user_id
    async with (
        MatrixMember(synapse, synapse.register("mo"), tmp_path / "mo") as mo,
        MatrixMember(synapse, synapse.register("ada"), tmp_path / "ada") as ada,
    ):
        general = await mo.open_room(bot_id, ada.id, name="General")
        config = (
            f'[matrix]\nhomeserver = "{synapse.url}"\nuser_id = "{bot_id}"\ninvites = "anyone"\n'
            f'[[community]]\nname = "Harbour"\nspaces = ["matrix:{general}"]\n'
            'time_zone = "Europe/Berlin"\n'
        )
        bot = Bot(tmp_path / "bot", config, {"HANDRAIL_MATRIX_PASSWORD": account.password})

        def private(who: MatrixMember) -> list[str]:
            return who.read(who.room_with(bot_id) or "", bot_id)

        async def say(who: MatrixMember, words: str, answer: str, room: str = "") -> None:
            before = len(private(who))
            await who.say(room or who.room_with(bot_id) or "", words)
            await who.wait_until(lambda: any(answer in text for text in private(who)[before:]))

        try:
            await bot.start()
            await mo.is_in(bot_id, general)
            await ada.is_in(bot_id, general)
            await say(mo, "!meeting add every day 9:30 Newcomers", "Is that right?", general)
            await say(mo, "yes", "is on the list")
            assert mo.read(general, bot_id) == []

            await say(ada, "!start", "I'm 18 or older", general)
            await say(ada, "I'm 18 or older: begin", "At what time")
            await say(ada, "20:00", "town or city")
            await say(ada, "New York", "right?")
            await say(ada, "yes", "You're in")
            await say(ada, "!meeting add every day 9:30 Mine", "moderators", general)
            await say(ada, "meetings", "9:30\u202fAM in Berlin")
            await say(ada, "remind me Newcomers", "30 minutes before")

            bot.kill()
            await bot.start(clock_ahead=until_tomorrow(9))
            await ada.wait_until(lambda: [t for t in private(ada) if "reminder." in t])
            (reminder,) = [text for text in private(ada) if "reminder." in text]
            assert reminder.startswith("Your 3:30\u202fAM reminder.")
            assert "Newcomers" not in reminder
            await say(ada, "coming Newcomers", "Noted")
            await say(ada, "meetings Newcomers", "one is coming")
        finally:
            code = bot.stop()
    assert code == 0
    assert "Newcomers" not in bot.log


async def test_on_discord(tmp_path: Path) -> None:
    """Buttons and slash commands; members see the hour on their own clients' clocks."""
    async with Standin.running() as discord, DiscordBot(discord, tmp_path, Where.DM) as bot:
        mo = discord.member("Mo")
        team = discord.world.role(discord.guild, "team", MODERATE_MEMBERS)
        discord.guild.members[mo.id].add(team.id)
        ana = discord.member("Ana")
        used = await mo.slash("meeting add", {"said": "every day 9:30 Newcomers"})
        asked = await used.message()
        assert "Is that right?" in Member.read(discord, asked).text
        assert ana.texts(discord.general) == []
        await (await mo.press(asked, "Yes, add it")).message()

        welcome = await (await ana.slash("start")).message()
        form = await ana.press(welcome, labels(welcome)[0])
        sure = await (await ana.submit_modal(form, {"place": "Berlin", "hour": "20:00"})).message()
        await (await ana.press(sure, labels(sure)[0])).replaced()

        listed = await (await ana.slash("meetings")).message()
        assert "<t:" in listed.content
        card = await (await ana.press(listed, labels(listed)[0])).message()
        coming = await (await ana.press(card, "I'm coming")).message()
        assert "Noted" in Member.read(discord, coming).text
        await (await ana.press(card, "Remind me")).message()
        file = await (await ana.press(card, "Calendar file")).message()
        assert file.attachments

        morning = datetime.now(BERLIN).replace(hour=9, minute=0, second=0, microsecond=0)
        await bot.move_to((morning + timedelta(days=1)).astimezone(UTC))
        told = await newest(ana, "reminder.")
        assert told.startswith("Your 9:30\u202fAM reminder.")
        assert "Newcomers" not in told
        assert discord.complaints == []
        assert discord.own_faults == []


async def _window(browser: Browser, url: str, account: str) -> Page:
    context = await browser.new_context(locale="en-US", timezone_id="America/Chicago")
    await context.add_init_script(f"sessionStorage.setItem('account', '{account}')")
    page = await context.new_page()
    page.set_default_timeout(PATIENCE)
    await page.goto(url)
    return page


async def _write(page: Page, text: str, answer: str) -> None:
    await page.get_by_role("textbox", name="Write").fill(text)
    await page.keyboard.press("Enter")
    await expect(page.locator("#log").get_by_text(answer).last).to_be_visible()


@pytest.mark.browser
async def test_in_the_playground(chromium_path: Path, tmp_path: Path) -> None:
    """The demo's door "Meetings" leads to what its moderator added."""
    bot = Bot(tmp_path / "bot", "[playground]\nenabled = true\n", {"HANDRAIL_KEY": "A" * 43 + "="})
    await bot.start()
    try:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(
                executable_path=chromium_path, args=launch_arguments()
            )
            expect.set_options(timeout=PATIENCE)
            mo = await _window(browser, bot.url, "moderator-1")
            await mo.get_by_role("navigation").get_by_role("button", name="staff").click()
            await _write(mo, "!meeting add every day 7 pm Newcomers", "Is that right?")
            await mo.locator("#log").get_by_role("button", name="Yes, add it").click()
            await expect(mo.locator("#log").get_by_text("is on the list")).to_be_visible()

            ada = await _window(browser, bot.url, "member-1")
            log = ada.locator("#log")
            await ada.get_by_role("button", name="Start", exact=True).click()
            await log.get_by_role("button", name="I'm 18 or older: begin").click()
            form = ada.get_by_role("dialog")
            await form.get_by_role("combobox").or_(form.get_by_role("textbox")).last.fill("Chicago")
            await form.get_by_role("button", name="Send").click()
            await log.get_by_role("button", name="Yes, ask me at that hour").click()
            await expect(log.get_by_text("You're in.")).to_be_visible()
            await _write(ada, "meetings Newcomers", "every day at 7:00")
            await log.get_by_role("button", name="Remind me").last.click()
            await expect(log.get_by_text("30 minutes before it begins")).to_be_visible()
            await ada.get_by_role("button", name="Tomorrow").click()
            await expect(log.get_by_text("Hi, it's your 9:00")).to_be_visible()
            await _write(ada, "calendar", f"{bot.url}/calendar/")
            await browser.close()
    finally:
        code = bot.stop()
    assert code == 0
