"""A line between a member and the team on real platforms, with a kill -9 in the middle."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.discord_standin import Channel, Member, Standin
from tests.e2e.matrix_support import Member as MatrixMember
from tests.e2e.test_buddies_platforms import OnDiscord, settings_of
from tests.support.discord_people import sign_up
from tests.support.playground import browsing, go, window, write
from tests.support.process import Bot
from tests.support.synapse import Homeserver

pytestmark = pytest.mark.e2e

UNKIND = "nobody wants you here"


async def test_from_discord_to_a_team_on_discord_and_matrix(
    synapse: Homeserver, tmp_path: Path
) -> None:
    """Both rooms read the member; either answers; a power cut neither loses nor doubles a word."""
    account = synapse.register("handrail")
    bot_id = account.user_id
    async with (
        Standin.running() as discord,
        MatrixMember(synapse, synapse.register("mo"), tmp_path / "mo") as mo,
    ):
        office = await mo.open_room(bot_id, name="Staff")
        staff = discord.world.text_channel(discord.guild, "staff")
        config = (
            f'[matrix]\nhomeserver = "{synapse.url}"\nuser_id = "{bot_id}"\ninvites = "anyone"\n'
            + settings_of(discord)
            + '[[community]]\nname = "Harbour"\ntime_zone = "Europe/Berlin"\n'
            f'spaces = ["discord:{discord.guild.id}", "matrix:{office}"]\n'
            f'staff_room = ["discord:{staff.id}", "matrix:{office}"]\n'
        )
        secrets = {
            "HANDRAIL_DISCORD_TOKEN": discord.token,
            "HANDRAIL_MATRIX_PASSWORD": account.password,
        }
        bot = Bot(tmp_path / "bot", config, secrets)
        ana, owner = OnDiscord(discord, discord.member("Ana")), discord.owner

        def in_office(words: str) -> list[str]:
            return [text for text in mo.read(office, bot_id) if words in text]

        try:
            await bot.start()
            await mo.is_in(bot_id, office)
            await sign_up(ana.member)
            await ana.says("team could somebody look at this", "with your name, or without?")
            await ana.taps("Without my name")
            await ana.sees("On its way to the team of Harbour, without your name")
            await mo.wait_until(lambda: in_office("> could somebody look at this"))
            (root,) = [m.id for m in mo.messages(office, bot_id) if "would like to" in m.text]
            await mo.say(office, "who knows them?")
            await mo.say(office, "// nobody yet", **in_thread(root))
            await mo.say(office, "we are on our way", **in_thread(root))
            await ana.sees("> we are on our way")
            await mo.wait_until(lambda: in_office("Delivered."))

            begun = await owner.sees(1, staff)
            thread = discord.world.channels[begun.id]
            await discord.until(lambda: any_of(owner, thread, "> we are on our way"), "a copy", 60)
            await ana.member.dm("thank you")
            bot.kill()
            await bot.start()
            await mo.wait_until(lambda: in_office("> thank you"), 60)
            await discord.until(lambda: any_of(owner, thread, "> thank you"), "carried", 60)
            await owner.say("good night then", thread)
            await ana.sees("> good night then")
            await mo.wait_until(lambda: in_office("> good night then"), 60)

            assert len(in_office("> thank you")) == 1
            for words in ("> could somebody look at this", "> thank you", "> good night then"):
                assert len(in_office(words)) == 1
            for words in ("> we are on our way", "> good night then"):
                assert sum(words in text for text in ana.member.texts()) == 1
            assert not any("nobody yet" in t or "who knows" in t for t in ana.member.texts())
            assert str(ana.member.id) not in "".join(mo.read(office, bot_id))

            message = await discord.member("Eve").say(UNKIND)
            use = await ana.member.choose_at(message, "Report to the team")
            assert "The team gets to see it" in await use.text()
            await mo.wait_until(lambda: in_office(UNKIND), 60)
            await discord.until(lambda: any_of(owner, staff, UNKIND), "the report", 60)
            assert discord.complaints == []
        finally:
            code = bot.stop()
    assert code == 0
    for secret in ("on our way", "thank you", UNKIND, str(ana.member.id)):
        assert secret not in bot.log


def in_thread(root: str) -> dict[str, Any]:
    """What a client adds to what is written in a thread."""
    relation = {"rel_type": "m.thread", "event_id": root, "is_falling_back": True}
    return {"m.relates_to": relation | {"m.in_reply_to": {"event_id": root}}}


def any_of(member: Member, channel: Channel, words: str) -> bool:
    """Whether somebody reads these words of the bot there."""
    return any(words in text for text in member.texts(channel))


async def shows(page: Page, words: str) -> None:
    await expect(page.locator("#log").get_by_text(words).last).to_be_visible(timeout=30_000)


@pytest.mark.browser
async def test_in_the_playground(chromium_path: Path, tmp_path: Path) -> None:
    """Where there are no threads, the button below the first message answers."""
    bot = Bot(tmp_path / "bot", "[playground]\nenabled = true\n", {"HANDRAIL_KEY": "A" * 43 + "="})
    await bot.start()
    try:
        async with browsing(chromium_path) as browser:
            ada, mo = [await window(browser, bot.url, each) for each in ("member-1", "moderator-1")]
            await ada.get_by_role("button", name="Start", exact=True).click()
            await tap(ada, "I'm 18 or older: begin")
            await fill(ada, "Chicago")
            await tap(ada, "Yes, ask me at that hour", "You're in.")
            await write(ada, "talk")
            await tap(ada, "The team here", "with your name, or without?")
            await tap(ada, "Without my name", "is open, without your name")
            await write(ada, "is somebody there")
            await shows(ada, "To the team.")

            await go(mo, "staff")
            await shows(mo, "is somebody there")
            bot.kill()
            await bot.start()
            for page, room in ((ada, "Handrail"), (mo, "staff")):
                await page.goto(bot.url)
                await go(page, room)
            await tap(mo, "Answer")
            await fill(mo, "yes, we are")
            await shows(ada, "yes, we are")
            await shows(mo, "Delivered.")
            await write(ada, "team close")
            await shows(mo, "has closed the line")
            words = mo.locator("#log").get_by_text("is somebody there")
            await expect(words).to_have_count(1)
    finally:
        code = bot.stop()
    assert code == 0


async def tap(page: Page, label: str, answer: str = "") -> None:
    await page.locator("#log").get_by_role("button", name=label, exact=True).last.click()
    if answer:
        await shows(page, answer)


async def fill(page: Page, words: str) -> None:
    form = page.get_by_role("dialog")
    await form.get_by_role("combobox").or_(form.get_by_role("textbox")).last.fill(words)
    await form.get_by_role("button", name="Send").click()
