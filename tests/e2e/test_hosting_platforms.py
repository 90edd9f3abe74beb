"""A meeting in chat with the real process, killed at each turn: playground, Discord, Matrix."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.contract.rooms_playground import Page, words
from tests.discord_standin import (
    MANAGE_ROLES,
    MODERATE_MEMBERS,
    SEND_MESSAGES,
    ClientRefuses,
    Member,
    Standin,
)
from tests.e2e.matrix_support import Member as MatrixMember
from tests.support.process import Bot
from tests.support.synapse import Homeserver

pytestmark = pytest.mark.e2e

BERLIN = ZoneInfo("Europe/Berlin")
ADD = "every day 9:30 Newcomers"
BEFORE, START, END = time(9, 26), time(9, 30, 5), time(10, 30, 5)
IS_OPEN, IS_OVER = "Newcomers is open", "Newcomers is over, and the room closes"


def ahead(at: time) -> timedelta:
    """From now to that hour of tomorrow in Berlin."""
    now = datetime.now(UTC)
    tomorrow = now.astimezone(BERLIN).date() + timedelta(days=1)
    return datetime.combine(tomorrow, at, BERLIN) - now


def once(texts: list[str], *beginnings: str) -> None:
    """Each is there exactly once, in that order."""
    places = [[n for n, text in enumerate(texts) if each in text] for each in beginnings]
    assert all(len(found) == 1 for found in places), (texts, places)
    assert places == sorted(places)


# --- the playground


@asynccontextmanager
async def page(bot: Bot, account: str) -> AsyncIterator[Page]:
    made = Page(f"{bot.url}/", account)
    await made.open()
    try:
        yield made
    finally:
        await made.close()


def shown(seen: Page) -> list[str]:
    """What the bot says to all in the channel."""
    return [
        words(each)
        for each in seen.shown("general")
        if each["author"] is None and not each["only_you"]
    ]


def closed(seen: Page) -> bool:
    (room,) = [room for room in seen.world["rooms"] if room["id"] == "general"]
    return bool(room["closed"])


async def write(who: Page, text: str, answer: str) -> dict[str, Any]:
    """Write in the channel. Returns: the bot's message that holds the answer."""
    heard = await who.do(type="say", room="general", text=text)
    assert "problem" not in heard

    def found() -> list[dict[str, Any]]:
        said = [each for each in who.messages.values() if each["author"] is None]
        return [each for each in said if answer in words(each)]

    await who.until(found)
    return found()[-1]


async def test_in_the_playground(tmp_path: Path) -> None:
    """The bot keeps the channel closed between meetings, and opens it for one."""
    bot = Bot(tmp_path / "bot", "[playground]\nenabled = true\n", {"HANDRAIL_KEY": "A" * 43 + "="})
    await bot.start()
    try:
        async with page(bot, "moderator-1") as mo, page(bot, "member-1") as ada:
            asked = await write(
                mo, "!meeting add every day 9:30 Berlin time Newcomers", "Is that right?"
            )
            await mo.do(type="press", message=asked["id"], choice="yes")
            await write(mo, "!host room Newcomers closed", "I keep it closed")
            await write(mo, "!host set Newcomers opening Welcome, all.", "Noted for")
            await ada.until(lambda: closed(ada))
            refused = await ada.do(type="say", room="general", text="Hello?")
            assert refused["problem"] == "room"
            assert not closed(mo)
        bot.kill()
        await bot.start(clock_ahead=ahead(BEFORE))
        async with page(bot, "member-1") as ada:
            await ada.until(lambda: any("begins in" in text for text in shown(ada)))
        bot.kill()
        await bot.start(clock_ahead=ahead(START))
        async with page(bot, "member-1") as ada, page(bot, "member-2") as ben:
            await ada.until(lambda: any(IS_OPEN in text for text in shown(ada)))
            await ada.until(lambda: not closed(ada))
            await write(ada, "!", "the word is yours")
            await write(ben, "!", "you're next")
            await write(ada, "done", "the word is yours")
            await ben.until(lambda: sum("the word is yours" in text for text in shown(ben)) == 2)
        bot.kill()
        await bot.start(clock_ahead=ahead(END))
        async with page(bot, "member-1") as ada:
            await ada.until(lambda: closed(ada))
            await ada.until(lambda: any(IS_OVER in text for text in shown(ada)))
            once(shown(ada), "begins in", "Welcome, all.", IS_OPEN, IS_OVER)
    finally:
        code = bot.stop()
    assert code == 0
    for secret in ("Newcomers", "Welcome, all"):
        assert secret not in bot.log


# --- Discord


async def test_on_discord(tmp_path: Path) -> None:
    """A channel closed by hand is opened by its overwrites, and they come back bit by bit."""
    async with Standin.running() as discord:
        guild, hall, world = discord.guild, discord.general, discord.world
        config = (
            f'[discord]\napi_base = "{discord.api_base}"\ngateway = "{discord.gateway_url}"\n'
            f"guilds = [{guild.id}]\nmessage_content = true\n"
            f'[[community]]\nname = "Harbour"\nspaces = ["discord:{guild.id}"]\n'
            'time_zone = "Europe/Berlin"\n'
        )
        guild.members[world.bot.id].add(world.role(guild, "bot", MANAGE_ROLES).id)
        mo = discord.member("Mo", world.role(guild, "team", MODERATE_MEMBERS))
        ana = discord.member("Ana")
        hall.overwrites = {
            guild.id: (0, 1 << 6, SEND_MESSAGES),
            world.bot.id: (1, SEND_MESSAGES, 0),
        }
        before = dict(hall.overwrites)

        async def sees(words: str) -> Any:
            return await discord.until(
                lambda: [m for m in ana.seen(hall) if words in Member.read(discord, m).text],
                words,
                30,
            )

        bot = Bot(tmp_path / "bot", config, {"HANDRAIL_DISCORD_TOKEN": discord.token})
        try:
            await bot.start()
            asked = await (await mo.slash("meeting add", {"said": ADD})).message()
            await (await mo.press(asked, "Yes, add it")).message()
            held = await mo.slash("host room", {"meeting": "Newcomers"})
            assert "is held in this room" in await held.text()
            form = await mo.slash("host set", {"meeting": "Newcomers", "part": "opening"})
            given = await form.text()
            assert given
            kept = await mo.slash(
                "host set", {"meeting": "Newcomers", "part": "opening", "content": "Welcome, all."}
            )
            assert "Noted" in await kept.text()
            with pytest.raises(ClientRefuses):
                await ana.say("Hello?")

            bot.kill()
            assert hall.overwrites == before
            await bot.start(clock_ahead=ahead(START))
            first = (await sees(IS_OPEN))[0]
            assert guild.may_write(ana.person, hall)
            up = await ana.press(first, "Raise a hand")
            assert "The word is yours" in await up.text()
            await sees("the word is yours")
            await ana.say("I am glad to be here")
            await ana.say("done")
            await sees("The word is free")
            bot.kill()
            await bot.start(clock_ahead=ahead(END))
            await sees(IS_OVER)
            await discord.until(lambda: hall.overwrites == before, "the rights", 60)
            once(ana.texts(hall), "Welcome, all.", IS_OPEN, IS_OVER)
            assert discord.complaints == []
            assert discord.own_faults == []
        finally:
            code = bot.stop()
    assert code == 0
    for secret in ("Newcomers", "Welcome, all", "glad", str(ana.id)):
        assert secret not in bot.log


# --- Matrix


async def test_on_matrix(synapse: Homeserver, tmp_path: Path) -> None:
    """A room closed by its power levels is opened, and they come back one by one."""
    account = synapse.register("handrail")
    bot_id = account.user_id
    async with (
        MatrixMember(synapse, synapse.register("mo"), tmp_path / "mo") as mo,
        MatrixMember(synapse, synapse.register("ada"), tmp_path / "ada") as ada,
    ):
        hall = await mo.open_room(bot_id, ada.id, name="Hall")
        config = (
            f'[matrix]\nhomeserver = "{synapse.url}"\nuser_id = "{bot_id}"\ninvites = "anyone"\n'
            f'[[community]]\nname = "Harbour"\nspaces = ["matrix:{hall}"]\n'
            'time_zone = "Europe/Berlin"\n'
        )
        bot = Bot(tmp_path / "bot", config, {"HANDRAIL_MATRIX_PASSWORD": account.password})

        async def levels() -> dict[str, Any]:
            answer = await mo.client.room_get_state_event(hall, "m.room.power_levels")
            return dict(answer.content)

        async def sees(words: str, count: int = 1) -> None:
            await ada.wait_until(
                lambda: sum(words in text for text in ada.read(hall, bot_id)) >= count
            )

        async def may_write() -> bool:
            content = {"msgtype": "m.text", "body": "I am glad to be here"}
            answer = await ada.client.room_send(
                hall, "m.room.message", content, ignore_unverified_devices=True
            )
            return hasattr(answer, "event_id")

        async def says(words: str, answer: str) -> None:
            """The moderator, answered in private."""
            private = mo.room_with(bot_id) or ""
            heard = len(mo.read(private, bot_id))
            await mo.say(private if words == "yes" else hall, words)
            await mo.wait_until(
                lambda: any(
                    answer in text for text in mo.read(mo.room_with(bot_id) or "", bot_id)[heard:]
                )
            )

        try:
            await bot.start()
            await mo.is_in(bot_id, hall)
            await ada.client.join(hall)
            closed_by_hand = await levels()
            closed_by_hand["users"] = closed_by_hand["users"] | {bot_id: 100}
            closed_by_hand["events_default"] = 50
            await mo.client.room_put_state(hall, "m.room.power_levels", closed_by_hand)
            await says(f"!meeting add {ADD}", "Is that right?")
            await says("yes", "is on the list")
            await says("!host room Newcomers", "is held in this room")
            await says("!host set Newcomers opening Welcome, all.", "Noted for")
            assert not await may_write()

            bot.kill()
            await bot.start(clock_ahead=ahead(START))
            await sees(IS_OPEN)
            assert await may_write()
            await ada.say(hall, "!")
            await sees("the word is yours")
            await ada.say(hall, "done")
            await sees("The word is free")
            bot.kill()
            await bot.start(clock_ahead=ahead(END))
            await sees(IS_OVER)
            for _ in range(600):
                if await levels() == closed_by_hand:
                    break
                await asyncio.sleep(0.05)
            assert await levels() == closed_by_hand
            assert not await may_write()
            once(ada.read(hall, bot_id), "Welcome, all.", IS_OPEN, IS_OVER)
        finally:
            code = bot.stop()
    assert code == 0
    for secret in ("Newcomers", "Welcome, all", "glad"):
        assert secret not in bot.log
