"""A community set up from nothing to a first check-in, without a file, on each platform."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.async_api import expect

from adapters.discord import DiscordAdapter
from bot.clock import MovableClock
from bot.communities.effective import Effective
from bot.core import Core, StoredState
from bot.features import Around, wired
from bot.metrics import Metrics
from bot.served import Served
from storage.database import open_database
from storage.encryption import MasterKey
from tests.discord_standin import Member, Standin, labels
from tests.discord_standin.hurry import hurried
from tests.e2e.matrix_support import Member as MatrixMember
from tests.e2e.test_alerts_playground import button, opened, shows
from tests.e2e.test_alerts_playground import write as type_in
from tests.support.databases import with_tables
from tests.support.discord_people import sign_up
from tests.support.playground import go, picture, playing
from tests.support.process import Bot
from tests.support.synapse import Homeserver
from tests.support.texts import own_places, own_texts

pytestmark = pytest.mark.e2e


async def test_on_discord(tmp_path: Path) -> None:
    """The owner is written to, names a channel, and a member checks in."""
    clock, texts = MovableClock(), own_texts()
    master = MasterKey.from_base64("A" * 43 + "=")
    database = open_database(with_tables(f"sqlite:///{tmp_path / 'h.db'}", master), master)
    served = Served(Effective(), texts)
    async with Standin.running() as discord:
        staff = discord.world.text_channel(discord.guild, "staff")
        adapter = DiscordAdapter(
            token=discord.token,
            guilds=(),
            texts=texts,
            state=StoredState(database, "discord"),
            now=clock.now,
            open_to_all=True,
            api_base=discord.api_base,
            gateway=discord.gateway_url,
            guild_ready_timeout=0.05,
        )
        core = Core(
            database=database,
            adapters=[adapter],
            features=wired(
                Around(
                    texts=texts,
                    staff_rooms=served.staff_rooms,
                    places=own_places(),
                    checkin_rooms=served.checkin_rooms,
                    rooms_of=served.rooms_of,
                    effective=served.effective,
                    open_to_all=True,
                )
            ).features,
            texts=texts,
            clock=clock,
            metrics=Metrics(),
        )
        stop = asyncio.Event()
        with ExitStack() as stack:
            stack.enter_context(hurried())
            running = asyncio.create_task(core.run(stop))
            try:
                await discord.until(lambda: adapter.connected or running.done(), "connected")
                await _set_up_on_discord(discord, staff)
            finally:
                stop.set()
                await running
                await database.close()
        assert discord.complaints == []


async def _set_up_on_discord(discord: Standin, staff: object) -> None:
    def read(message: object) -> str:
        return Member.read(discord, message).text  # type: ignore[arg-type]

    owner = discord.owner
    welcome = await owner.sees()
    assert "thank you for bringing me to" in read(welcome)
    first = await (await owner.press(welcome, "Set up")).message()
    form = await owner.press(first, "Write it down")
    step = await (await owner.submit_modal(form, {"words": f"<#{staff.id}>"})).message()  # type: ignore[attr-defined]
    assert "2 of 8" in read(step)
    await discord.until(
        lambda: any("A test, nothing to do" in t for t in owner.texts(staff)),  # type: ignore[arg-type]
        "the test message",
    )
    for number in range(3, 9):
        step = await (await owner.press(step, "Go on")).replaced()
        assert f"{number} of 8" in read(step)
    done = await (await owner.press(step, "Not yet")).message()
    assert "is set up" in read(done)

    ana = discord.member("Ana")
    await sign_up(ana)
    asked = await (await ana.slash("checkin now")).message()
    assert "good" in labels(asked)


async def test_on_matrix(synapse: Homeserver, tmp_path: Path) -> None:
    """Everything is typed, in a private room, encrypted; a crash in between loses no step."""
    account = synapse.register("handrail")
    bot = Bot(
        tmp_path / "bot",
        f'communities = "open"\n[matrix]\nhomeserver = "{synapse.url}"\n'
        f'user_id = "{account.user_id}"\n',
        {"HANDRAIL_MATRIX_PASSWORD": account.password},
    )
    async with MatrixMember(synapse, synapse.register("olga"), tmp_path / "olga") as olga:
        try:
            await bot.start()
            space = await olga.open_room(name="Lighthouse", space=True)
            staff = await olga.open_room(name="staff")
            await olga.client.room_put_state(
                space, "m.space.child", {"via": ["localhost"]}, state_key=staff
            )
            await olga.client.room_invite(space, account.user_id)

            def private() -> list[str]:
                rooms = [room for room in olga.client.rooms if room not in (space, staff)]
                return [text for room in rooms for text in olga.read(room, account.user_id)]

            await olga.wait_until(lambda: any("Lighthouse" in text for text in private()))
            await olga.client.room_invite(staff, account.user_id)
            await olga.is_in(account.user_id, staff)
            (direct,) = (room for room in olga.client.rooms if room not in (space, staff))

            async def say(words: str, answer: str) -> None:
                before = len(private())
                await olga.say(direct, words)
                await olga.wait_until(lambda: any(answer in t for t in private()[before:]))

            await say("community setup", "1 of 8")
            await say("write", "Which room")
            bot.kill()
            await bot.start()
            await say(staff, "2 of 8")
            await olga.wait_until(
                lambda: any("A test" in text for text in olga.read(staff, account.user_id))
            )
            for number in range(3, 9):
                await say("go on", f"{number} of 8")
            await say("not yet", "is set up")
            await say("start", "I'm 18 or older")
            await say("I'm 18 or older: begin", "At what time")
            await say("9:00", "town or city")
            await say("Berlin", "right?")
            await say("yes", "You're in")
            await say("checkin now", "nearest")
        finally:
            code = bot.stop()
    assert code == 0
    for secret in (space, staff, olga.id, "Lighthouse"):
        assert secret not in bot.log


@pytest.mark.browser
async def test_on_the_playground(chromium_path: Path, tmp_path: Path) -> None:
    """The demo works at once, and can be set up on its page as any community."""
    async with playing(tmp_path, chromium_path) as (bot, browser):
        mo = await opened(browser, bot, "Mo")
        await go(mo, "staff")
        await type_in(mo, "/community setup")
        await shows(mo, "1 of 8")
        await picture(mo, "setup-staff-room")
        await button(mo, "This room").click()
        await shows(mo, "2 of 8")
        for number in range(3, 9):
            await button(mo, "Go on").click()
            await expect(mo.locator("#log").get_by_text(f"{number} of 8")).to_be_visible()
        await picture(mo, "setup-help-lines")
        await button(mo, "Not yet").click()
        await shows(mo, "is set up")
        await shows(mo, "A test, nothing to do")
        await expect(mo.locator("#log").get_by_text("**")).to_have_count(0)
        await picture(mo, "setup-done")
