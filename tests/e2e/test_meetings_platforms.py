"""A meeting on Matrix, Discord and the playground.

From the words that add it to the reminder, which keeps the meeting's own hour over a clock change;
to nobody there at the start; and to an occurrence that does not take place.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.async_api import Page, expect

from bot.checkins.where import Where
from tests.discord_standin import MODERATE_MEMBERS, Member, Standin, labels
from tests.e2e.matrix_support import Member as MatrixMember
from tests.e2e.matrix_support import matrix_bot
from tests.e2e.test_discord_member import BERLIN, newest
from tests.e2e.test_discord_member import Bot as DiscordBot
from tests.support.discord_people import sign_up
from tests.support.playground import go, playing, window, write
from tests.support.synapse import Homeserver

pytestmark = pytest.mark.e2e

NEW_YORK = ZoneInfo("America/New_York")


def day_of_another_hour(zone: ZoneInfo, seen_from: ZoneInfo | None = None) -> date:
    """The first date to come on which noon is at another hour than today: in UTC, or elsewhere."""

    def hour(day: date) -> int:
        return datetime.combine(day, time(12), zone).astimezone(seen_from or UTC).hour

    today = datetime.now(UTC).date()
    ahead = (today + timedelta(days=number) for number in range(2, 400))
    return next(day for day in ahead if hour(day) != hour(today))


def until(day: date, hour: int, minute: int, zone: ZoneInfo) -> timedelta:
    """From now to that moment."""
    return datetime.combine(day, time(hour, minute), zone) - datetime.now(UTC)


def hour_seen(day: date, hour: int, zone: ZoneInfo, seen_from: ZoneInfo, minute: int = 0) -> str:
    """What a clock elsewhere shows then."""
    there = datetime.combine(day, time(hour, minute), zone).astimezone(seen_from)
    return f"{there:%I:%M\u202f%p}".lstrip("0")


async def test_on_matrix(synapse: Homeserver, tmp_path: Path) -> None:
    """Added in a room by somebody with power, confirmed in private, reminded after a kill -9."""
    day = day_of_another_hour(BERLIN, NEW_YORK)
    account = synapse.register("handrail")
    bot_id = account.user_id
    async with (
        MatrixMember(synapse, synapse.register("mo"), tmp_path / "mo") as mo,
        MatrixMember(synapse, synapse.register("ada"), tmp_path / "ada") as ada,
    ):
        general = await mo.open_room(bot_id, ada.id, name="General")
        community = (
            f'[[community]]\nname = "Harbour"\nspaces = ["matrix:{general}"]\n'
            f'time_zone = "Europe/Berlin"\nstaff_room = "matrix:{general}"\n'
        )
        bot = matrix_bot(tmp_path / "bot", synapse.url, account, community)

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
            assert not [text for text in mo.read(general, bot_id) if "Newcomers" in text]

            await say(ada, "!start", "I'm 18 or older", general)
            await say(ada, "I'm 18 or older: begin", "At what time")
            await say(ada, "20:00", "town or city")
            await say(ada, "New York", "right?")
            await say(ada, "yes", "You're in")
            await say(ada, "!meeting add every day 9:30 Mine", "moderators", general)
            await say(ada, "meetings", "9:30\u202fAM in Berlin")
            await say(ada, "remind me Newcomers", "30 minutes before")

            bot.kill()
            await bot.start(clock_ahead=until(day, 9, 1, BERLIN))
            await ada.wait_until(lambda: [t for t in private(ada) if "reminder." in t])
            (reminder,) = [text for text in private(ada) if "reminder." in text]
            begins = hour_seen(day, 9, BERLIN, NEW_YORK, 30)
            assert begins != "3:30\u202fAM"
            assert reminder.startswith(f"Your {begins} reminder.")
            assert "Newcomers" not in reminder
            await say(ada, "coming Newcomers", "Noted")
            await say(ada, "meetings Newcomers", "one is coming")
            await say(mo, "!meeting edit Newcomers chair yes", "is changed", general)

            bot.kill()
            await bot.start(clock_ahead=until(day, 9, 36, BERLIN))
            await ada.wait_until(lambda: private(ada)[-1].startswith(f"Your {begins}: so far"))
            await mo.wait_until(
                lambda: [t for t in mo.read(general, bot_id) if "Can anyone step in now?" in t]
            )
            await say(mo, "!meeting skip Newcomers", "doesn't take place", general)
            await ada.wait_until(lambda: "doesn't take place" in private(ada)[-1])
            assert "Newcomers" not in private(ada)[-1]
        finally:
            code = bot.stop()
    assert code == 0
    assert "Newcomers" not in bot.log


async def test_on_discord(tmp_path: Path) -> None:
    """Buttons and slash commands; members see the hour on their own clients' clocks."""
    day = day_of_another_hour(BERLIN)
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

        await sign_up(ana, hour="20:00")

        listed = await (await ana.slash("meetings")).message()
        assert "<t:" in listed.content
        card = await (await ana.press(listed, labels(listed)[0])).message()
        coming = await (await ana.press(card, "I'm coming")).message()
        assert "Noted" in Member.read(discord, coming).text
        await (await ana.press(card, "Remind me")).message()
        file = await (await ana.press(card, "Calendar file")).message()
        assert file.attachments

        begins = datetime.combine(day, time(9, 30), BERLIN)
        await bot.move_to((begins - timedelta(minutes=30)).astimezone(UTC))
        told = await newest(ana, "reminder.")
        assert told.startswith("Your 9:30\u202fAM reminder.")
        assert f"{begins.astimezone(UTC):%Y-%m-%d %H:%M} UTC" in told
        assert "Newcomers" not in told

        await (await ana.slash("coming", {"meeting": "Newcomers"})).message()
        chair = {"meeting": "Newcomers", "detail": "chair", "value": "yes"}
        await (await mo.slash("meeting edit", chair)).message()
        await bot.move_to((begins + timedelta(minutes=6)).astimezone(UTC))
        assert (await newest(ana, "so far")).startswith("Your 9:30\u202fAM: so far nobody")
        await (await mo.slash("meeting skip", {"meeting": "Newcomers"})).message()
        assert "Newcomers" not in await newest(ana, "doesn't take place")
        assert discord.complaints == []
        assert discord.own_faults == []


async def _write(page: Page, text: str, answer: str) -> None:
    await write(page, text)
    await expect(page.locator("#log").get_by_text(answer).last).to_be_visible()


async def _turn(page: Page, day: date, hour: time) -> None:
    """Turn the playground's clock forward to that moment, on the page's own clock."""
    await page.get_by_label("Another time").fill(f"{day}T{hour:%H:%M}")
    await page.get_by_role("button", name="Go", exact=True).click()


@pytest.mark.browser
async def test_in_the_playground(chromium_path: Path, tmp_path: Path) -> None:
    """The demo's door "Meetings" leads to what its moderator added."""
    day = day_of_another_hour(NEW_YORK)
    async with playing(tmp_path, chromium_path) as (bot, browser):
        mo = await window(browser, bot.url, "moderator-1")
        await go(mo, "staff")
        await _write(mo, "!meeting add every day 7 pm Newcomers", "Is that right?")
        await mo.locator("#log").get_by_role("button", name="Yes, add it").click()
        await expect(mo.locator("#log").get_by_text("is on the list")).to_be_visible()

        ada = await window(browser, bot.url, "member-1")
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

        await _turn(ada, day, time(17, 31))
        await expect(log.get_by_text("Your 6:00\u202fPM reminder.")).to_be_visible()
        await _write(ada, "coming Newcomers", "Noted")
        await _write(mo, "!meeting edit Newcomers chair yes", "is changed")
        await _turn(ada, day, time(18, 6))
        await expect(log.get_by_text("Your 6:00\u202fPM: so far nobody")).to_be_visible()
        await expect(mo.locator("#log").get_by_text("step in now")).to_be_visible()
        await _write(mo, "!meeting skip Newcomers", "doesn't take place")
        await expect(log.get_by_text("doesn't take place")).to_be_visible()
