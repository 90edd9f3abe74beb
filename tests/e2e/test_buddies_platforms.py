"""Two members become buddies on each platform, and across two: the real bot, real platforms.

From looking for a buddy by the shortest way to words between the two, and a block, after which
nothing flows.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.async_api import Locator, Page, expect

from tests.discord_standin import MODERATE_MEMBERS, Channel, Member, Message, Standin, labels
from tests.e2e.matrix_support import Member as MatrixMember
from tests.support.discord_people import config_for, sign_up
from tests.support.playground import browsing, go, window, write
from tests.support.process import Bot
from tests.support.synapse import Homeserver

pytestmark = pytest.mark.e2e

LOOKING = "I'm looking for somebody for you."
PROPOSED = "Somebody here might suit you as a buddy"
NOBODY = "nobody at the other end right now"


# --- on Discord


@dataclass
class OnDiscord:
    """Somebody's direct messages with the bot, on Discord."""

    discord: Standin
    member: Member

    async def says(self, words: str, answer: str) -> None:
        before = len(self.member.texts())
        await self.member.dm(words)
        await self.sees(answer, before)

    async def replies(self, to: str, words: str) -> None:
        """Answer a message of the bot, as Discord's clients do it."""
        found = [m for m in self.member.seen() if to in Member.read(self.discord, m).text]
        world, where = self.discord.world, found[-1].channel
        answer = world.post(where, self.member.person, words, reference=found[-1].id)
        await self.discord.announce(answer)

    async def taps(self, label: str) -> None:
        """Press a button or an option of the newest message that has it."""

        def found() -> list[Message]:
            return [each for each in self.member.seen() if label in labels(each)]

        await self.discord.until(found, f"a button {label!r}", 60)
        await self.member.press(found()[-1], label)

    async def sees(self, words: str, after: int = 0) -> None:
        await self.discord.until(
            lambda: any(words in text for text in self.member.texts()[after:]), words, 30
        )

    async def joins(self) -> None:
        """Sign up, and look for a buddy."""
        await sign_up(self.member)
        await self.says("buddy join", "")
        for label in ("Begin", "Alcohol", "Done", "Weekday evenings, 5–10 pm", "Done"):
            await self.taps(label)
        await self.taps("Look for somebody")
        await self.sees(LOOKING)


def settings_of(discord: Standin) -> str:
    return config_for(discord) + "message_content = true\n"


async def ask_the_two(discord: Standin) -> None:
    """A moderator looks at who would fit, and has the first two asked."""
    team = discord.world.role(discord.guild, "team", MODERATE_MEMBERS)
    mo = OnDiscord(discord, discord.member("Mo", team))
    await mo.member.slash("buddies preview")
    await mo.taps("Ask pair 1")


async def test_on_discord(tmp_path: Path) -> None:
    """They meet in a private thread; after a block it is closed."""
    async with Standin.running() as discord:
        config = settings_of(discord) + (
            f'[[community]]\nname = "Harbour"\nspaces = ["discord:{discord.guild.id}"]\n'
            f'time_zone = "Europe/Berlin"\nbuddy_room = "discord:{discord.general.id}"\n'
        )
        ana, ben = (OnDiscord(discord, discord.member(name)) for name in ("Ana", "Ben"))
        bot = Bot(tmp_path / "bot", config, {"HANDRAIL_DISCORD_TOKEN": discord.token})
        try:
            await bot.start()
            await ana.joins()
            await ben.joins()
            await ask_the_two(discord)
            for who in (ana, ben):
                await who.sees(PROPOSED)
                assert not any("Ana" in text or "Ben" in text for text in who.member.texts())
                await who.taps("Yes, gladly")

            def threads() -> list[Channel]:
                return [each for each in discord.world.channels.values() if each.is_thread]

            (thread,) = await discord.until(threads, "a thread", 60)
            await discord.until(lambda: ana.member.texts(thread), "first words", 60)
            assert "What would you like to be called here?" in ana.member.texts(thread)[0]
            await ben.sees("opened a private room")
            await ana.member.say("Hello Ben", thread)
            assert [m.content for m in discord.world.visible_to(thread, ben.member.person)][
                -1:
            ] == ["Hello Ben"]

            before = len(ben.member.texts())
            await ana.says("buddy block", "They aren't told")
            await discord.until(lambda: thread.archived, "the thread closed", 60)
            await ben.says("buddy talk", NOBODY)
            assert len(ben.member.texts()) == before + 1
            assert discord.complaints == []
            assert discord.own_faults == []
        finally:
            code = bot.stop()
    assert code == 0
    for secret in ("Hello Ben", str(ana.member.id), str(ben.member.id)):
        assert secret not in bot.log


# --- on Matrix, with somebody on Discord


@dataclass
class OnMatrix:
    """Somebody's direct messages with the bot, on Matrix."""

    member: MatrixMember
    bot: str
    room: str

    @property
    def seen(self) -> list[str]:
        return self.member.read(self.room, self.bot)

    async def says(self, words: str, answer: str) -> None:
        before = len(self.seen)
        await self.member.say(self.room, words)
        await self.member.wait_until(lambda: any(answer in text for text in self.seen[before:]))

    async def sees(self, words: str) -> None:
        await self.member.wait_until(lambda: any(words in text for text in self.seen))

    async def joins(self) -> None:
        """Go on from the welcome, and look for a buddy."""
        await self.sees("I'm 18 or older")
        await self.says("I'm 18 or older: begin", "At what time")
        await self.says("9:00", "town or city")
        await self.says("Berlin", "right?")
        await self.says("yes", "You're in")
        await self.says("buddy join", "Begin")
        await self.says("Begin", "Alcohol")
        await self.says("alcohol, anxiety", "evenings")
        await self.says("evenings, weekend mornings", "This is your profile")
        await self.says("Look for somebody", LOOKING)


async def test_across_matrix_and_discord(synapse: Homeserver, tmp_path: Path) -> None:
    """The bot carries their words; a crash neither doubles nor loses one; a block ends it."""
    account = synapse.register("handrail")
    bot_id = account.user_id
    async with (
        Standin.running() as discord,
        MatrixMember(synapse, synapse.register("mo"), tmp_path / "mo") as mo,
        MatrixMember(synapse, synapse.register("ada"), tmp_path / "ada") as client,
    ):
        general = await mo.open_room(bot_id, client.id, name="General")
        config = (
            f'[matrix]\nhomeserver = "{synapse.url}"\nuser_id = "{bot_id}"\ninvites = "anyone"\n'
            + settings_of(discord)
            + f'[[community]]\nname = "Harbour"\ntime_zone = "Europe/Berlin"\n'
            f'spaces = ["discord:{discord.guild.id}", "matrix:{general}"]\n'
        )
        secrets = {
            "HANDRAIL_DISCORD_TOKEN": discord.token,
            "HANDRAIL_MATRIX_PASSWORD": account.password,
        }
        bot = Bot(tmp_path / "bot", config, secrets)
        ana = OnDiscord(discord, discord.member("Ana"))
        try:
            await bot.start()
            await client.is_in(bot_id, general)
            await client.say(general, "!start")
            await client.wait_until(lambda: client.room_with(bot_id))
            ada = OnMatrix(client, bot_id, client.room_with(bot_id) or "")
            await ada.joins()
            await ana.joins()
            await ask_the_two(discord)
            await ada.sees(PROPOSED)
            await ada.says("yes", "you'll hear from me")
            await ana.taps("Yes, gladly")
            await ada.sees("I carry your words")
            await ana.sees("I carry your words")

            await ana.says("buddy say **Hello** @everyone", "Passed on")
            await ada.sees("> **Hello** @everyone")
            await ada.says("buddy rhythm", "45 minutes")
            (hello,) = [m.id for m in client.messages(ada.room, bot_id) if "**Hello**" in m.text]
            relation = {"m.relates_to": {"m.in_reply_to": {"event_id": hello}}}
            await client.say(ada.room, "You too", **relation)
            await ana.sees("> You too")
            await ana.says("buddy rhythm", "45 minutes")
            await ana.replies("> You too", "How is your day?")
            await ada.sees("> How is your day?")
            await ada.says("buddy talk", "I pass on what you write here")
            await client.say(ada.room, "Hi, nice to meet you")
            bot.kill()
            await bot.start()
            await ana.sees("Hi, nice to meet you")
            await client.say(ada.room, "and still here")
            await ana.sees("and still here")
            for words in ("Hi, nice to meet you", "and still here"):
                assert sum(words in text for text in ana.member.texts()) == 1
            assert not any("Ana" in text or str(ana.member.id) in text for text in ada.seen)
            assert not any("@ada" in text for text in ana.member.texts())

            await ana.says("buddy block", "They aren't told")
            await ada.says("are you there?", NOBODY)
            assert not any("are you there?" in text for text in ana.member.texts())
            assert discord.complaints == []
            assert discord.own_faults == []
            assert client.unreadable == []
        finally:
            code = bot.stop()
    assert code == 0
    for secret in ("nice to meet", "Hello", client.id, str(ana.member.id)):
        assert secret not in bot.log


# --- in the playground


def log(page: Page) -> Locator:
    return page.locator("#log")


async def tap(page: Page, label: str, answer: str) -> None:
    await log(page).get_by_role("button", name=label, exact=True).last.click()
    await expect(log(page).get_by_text(answer).last).to_be_visible()


async def joins(page: Page) -> None:
    """Sign up, and look for a buddy."""
    await page.get_by_role("button", name="Start", exact=True).click()
    await log(page).get_by_role("button", name="I'm 18 or older: begin").click()
    form = page.get_by_role("dialog")
    await form.get_by_role("combobox").or_(form.get_by_role("textbox")).last.fill("Chicago")
    await form.get_by_role("button", name="Send").click()
    await tap(page, "Yes, ask me at that hour", "You're in.")
    await write(page, "buddy join")
    for label in ("Begin", "Alcohol", "Done", "Weekday evenings, 5–10 pm"):
        await tap(page, label, "")
    await tap(page, "Done", "This is your profile")
    await tap(page, "Look for somebody", LOOKING)


@pytest.mark.browser
async def test_in_the_playground(chromium_path: Path, tmp_path: Path) -> None:
    """Two windows, a private room for two, and its end."""
    bot = Bot(tmp_path / "bot", "[playground]\nenabled = true\n", {"HANDRAIL_KEY": "A" * 43 + "="})
    await bot.start()
    try:
        async with browsing(chromium_path) as browser:
            ada, ben = [await window(browser, bot.url, f"member-{each}") for each in (1, 2)]
            for page in (ada, ben):
                await joins(page)
            mo = await window(browser, bot.url, "moderator-1")
            await go(mo, "staff")
            await write(mo, "/buddies preview")
            await go(mo, "Handrail")
            await tap(mo, "Ask pair 1", "asked in private")
            for page in (ada, ben):
                await expect(log(page).get_by_text(PROPOSED)).to_be_visible()
                await log(page).get_by_role("button", name="Yes, gladly", exact=True).click()
            for page in (ada, ben):
                await expect(log(page).get_by_text("opened a private room")).to_be_visible()
                await go(page, "A place for you")
                await expect(
                    log(page).get_by_text("What would you like to be called")
                ).to_be_visible()
            await write(ada, "Hello there")
            await expect(log(ben).get_by_text("Hello there")).to_be_visible()
            await go(ada, "Handrail")
            await write(ada, "buddy block")
            await expect(log(ada).get_by_text("They aren't told")).to_be_visible()
            await go(ben, "Handrail")
            await write(ben, "buddy talk")
            await expect(log(ben).get_by_text(NOBODY)).to_be_visible()
            await expect(log(ben).get_by_text("goes on alone")).to_have_count(0)
    finally:
        code = bot.stop()
    assert code == 0
    assert "Hello there" not in bot.log
