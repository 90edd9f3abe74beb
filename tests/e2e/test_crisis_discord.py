"""Somebody in danger on Discord: the whole core on a stand-in for it."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path

import pytest

from adapters.discord import DiscordAdapter
from bot.clock import MovableClock
from bot.core import Core, StoredState
from bot.crisis.watching.knowing import Rooms, StaffRoom
from bot.features import Around, wired
from bot.listeners import Listeners
from bot.metrics import Metrics
from bot.platform import Address
from storage import episodes
from storage.database import Database, open_database
from storage.encryption import MasterKey
from tests.discord_standin import Member, Standin, labels
from tests.discord_standin.faults import Fault
from tests.discord_standin.hurry import hurried
from tests.discord_standin.world import Channel
from tests.support.crisis import AT_HOME, GRAVE, agreed, put_team
from tests.support.databases import with_tables
from tests.support.texts import own_places, own_texts

pytestmark = pytest.mark.e2e


class Harbour:
    """A guild with a watched channel and a staff channel, and the bot in it."""

    def __init__(
        self, discord: Standin, staff: Channel, database: Database, watch: Listeners
    ) -> None:
        self.discord = discord
        self.watch = watch
        self.staff = staff
        self.database = database
        self.ana = discord.member("Ana")
        self.ben = discord.member("Ben")
        self.owner = discord.owner

    async def reply_to(self, member: Member, count: int = 1) -> str:
        """The `count`-th of a member's direct messages from the bot."""
        return Member.read(self.discord, await member.sees(count)).text

    async def alert(self, count: int = 1) -> str:
        """What the team reads."""
        return Member.read(self.discord, await self.owner.sees(count, self.staff)).text

    async def follow_up(self, count: int = 1) -> str:
        """What the team reads in the thread of the first alert."""
        alert, channels = await self.owner.sees(1, self.staff), self.discord.world.channels
        await self.discord.until(lambda: alert.id in channels, "a thread below the alert")
        return Member.read(self.discord, await self.owner.sees(count, channels[alert.id])).text


@asynccontextmanager
async def harbour(path: Path) -> AsyncIterator[Harbour]:
    """Runs until the block ends."""
    clock, texts = MovableClock(), own_texts()
    master = MasterKey.from_base64("A" * 43 + "=")
    database = open_database(with_tables(f"sqlite:///{path / 'handrail.db'}", master), master)
    async with Standin.running() as discord:
        staff = discord.world.text_channel(discord.guild, "staff")
        general = ("discord", str(discord.general.id))
        room = StaffRoom(Address("discord", str(discord.guild.id), str(staff.id)), "en")
        rooms = Rooms(staff=(room,), watched=frozenset({general}))

        here, who = Address("discord", space=str(discord.guild.id)), str(discord.owner.id)
        await database.write(lambda tx: put_team(tx, here, [who], clock.now(), zone="UTC"))
        adapter = DiscordAdapter(
            token=discord.token,
            guilds=(str(discord.guild.id),),
            texts=texts,
            state=StoredState(database, "discord"),
            now=clock.now,
            message_content=True,
            api_base=discord.api_base,
            gateway=discord.gateway_url,
            guild_ready_timeout=0.05,
        )
        whole = wired(
            Around(
                texts=texts,
                places=own_places(),
                rooms_of=lambda tx, each: rooms,
                detector_with=agreed,
            )
        )
        watch = whole.watch(database, clock)
        core = Core(
            database=database,
            adapters=[adapter],
            features=whole.features,
            texts=texts,
            clock=clock,
            metrics=Metrics(),
            ahead=watch,
        )
        stop = asyncio.Event()
        with ExitStack() as stack:
            stack.enter_context(hurried())
            running = asyncio.create_task(core.run(stop))
            await discord.until(lambda: adapter.connected or running.done(), "connected")
            try:
                yield Harbour(discord, staff, database, watch)
            finally:
                stop.set()
                await running
                await database.close()


async def test_the_writer_alone_is_answered_and_the_team_is_called(tmp_path: Path) -> None:
    """In a watched channel: a direct message to them, an alert with a link, nothing in public."""
    async with harbour(tmp_path) as here:
        written = await here.ana.say(GRAVE)

        reply, alert = await here.reply_to(here.ana), await here.alert()

        assert "988" in reply
        assert "with a link to your message" in reply
        assert "Ana" in alert
        assert GRAVE not in alert
        assert str(written.id) in (await here.owner.sees(1, here.staff)).content
        assert here.ben.texts(here.discord.general) == []
        assert here.ben.texts() == []
        assert set(labels(await here.ana.sees())) == {
            "Talk to someone",
            "More help",
            "You misread me",
        }


async def test_in_direct_messages_the_words_stay_between_the_two(tmp_path: Path) -> None:
    """Until the member says that the team may read them."""
    async with harbour(tmp_path) as here:
        await here.ana.dm(GRAVE)
        reply, alert = await here.ana.sees(), await here.alert()
        assert "without your words" in Member.read(here.discord, reply).text
        assert GRAVE not in alert

        form = await here.ana.press(reply, "Show the team what I wrote")
        await here.ana.submit_modal(form, {"words": "please read this, zebra"})

        assert "zebra" in await here.follow_up()


async def test_whose_direct_messages_are_closed_finds_a_button(tmp_path: Path) -> None:
    """The channel shows a line that names nothing; the reply opens for its writer alone."""
    async with harbour(tmp_path) as here:
        here.ana.person.dms = "closed"
        await here.ana.say(GRAVE)

        line = await here.ana.sees(1, here.discord.general)
        shown = Member.read(here.discord, line).text
        assert "988" not in shown
        assert "team" not in shown
        opened = await here.ana.press(line, labels(line)[0])

        assert "988" in await opened.text()
        assert not any("988" in text for text in here.ben.texts(here.discord.general))
        await here.alert()
        await here.watch.written()
        (one,) = await here.database.read(episodes.unsettled)
        assert one.reach == "offered"


async def test_discord_s_own_brake_on_direct_messages_holds_up_no_reply(tmp_path: Path) -> None:
    """What Discord does not let us send unasked is offered where they wrote."""
    async with harbour(tmp_path) as here:
        here.discord.faults.append(
            Fault("POST", "/users/@me/channels", status=403, code=40003, times=1)
        )
        await here.ana.say(GRAVE)

        line = await here.ana.sees(1, here.discord.general)
        opened = await here.ana.press(line, labels(line)[0])
        assert "988" in await opened.text()

        await here.ben.say(GRAVE)  # while direct messages rest
        line = await here.ben.sees(2, here.discord.general)
        opened = await here.ben.press(line, labels(line)[0])
        assert "988" in await opened.text()


async def test_with_a_locked_database_the_reply_and_the_alert_go_out(tmp_path: Path) -> None:
    """To somebody whom the bot never wrote to; once, also when it is well again."""
    async with harbour(tmp_path) as here:
        other = sqlite3.connect(tmp_path / "handrail.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await here.ana.say(GRAVE)
        assert "988" in await here.reply_to(here.ana)
        await here.alert()
        other.execute("ROLLBACK")
        other.close()

        await here.watch.written()
        await here.ben.dm("about")
        await here.reply_to(here.ben)
        assert len(await here.database.read(episodes.unsettled)) == 1
        assert sum("988" in text for text in here.ana.texts()) == 1
        assert len(here.owner.texts(here.staff)) == 1


async def test_danger_at_home_is_asked_about_first(tmp_path: Path) -> None:
    """Then shown, below the button."""
    async with harbour(tmp_path) as here:
        await here.ana.dm(AT_HOME)
        asked = await here.ana.sees()
        assert Member.read(here.discord, asked).text == "Safe to read here?"

        opened = await here.ana.press(asked, "Yes, show me")
        assert "It isn't your fault" in await opened.text()
