"""A member's way on Discord through the whole core: joining, being asked, answering."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from discord import AppCommandOptionType

from adapters.discord import DiscordAdapter
from bot.checkins.where import CheckInRoom, CheckInRooms, Where, fixed
from bot.clock import MovableClock
from bot.commands import FirstResponse
from bot.core import Core, StoredState
from bot.features import Around, wired
from bot.metrics import Metrics
from bot.platform import Address
from storage import members
from storage.database import Transaction, open_database
from storage.encryption import MasterKey
from tests.discord_standin import MODERATE_MEMBERS, Member, Standin, labels
from tests.discord_standin.hurry import hurried
from tests.support.databases import with_tables
from tests.support.discord_people import sign_up
from tests.support.texts import own_places, own_texts

pytestmark = pytest.mark.e2e

MESSAGES = "/channels/{channel_id}/messages"
BERLIN = ZoneInfo("Europe/Berlin")


class Bot:
    """The whole core on a stand-in for Discord, stopped and started like a process."""

    def __init__(self, discord: Standin, path: Path, where: Where | None = None) -> None:
        self.discord = discord
        self.where = where
        self.path = path
        self.clock = MovableClock()

    async def __aenter__(self) -> Bot:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def start(self) -> None:
        self._hurry = ExitStack()
        self._hurry.enter_context(hurried())
        texts = own_texts()
        master = MasterKey.from_base64("A" * 43 + "=")
        url = with_tables(f"sqlite:///{self.path / 'handrail.db'}", master)
        self.database = open_database(url, master)
        adapter = DiscordAdapter(
            token=self.discord.token,
            guilds=(str(self.discord.guild.id),),
            texts=texts,
            state=StoredState(self.database, "discord"),
            now=self.clock.now,
            api_base=self.discord.api_base,
            gateway=self.discord.gateway_url,
            guild_ready_timeout=0.05,
        )
        rooms = CheckInRooms()
        if self.where is not None:
            rooms = fixed(await self.database.write(self._check_in_room))
            await self.database.write(lambda tx: rooms.set_up_posts(tx, self.clock.now()))
        self.core = Core(
            database=self.database,
            adapters=[adapter],
            features=wired(Around(texts=texts, checkin_rooms=rooms, places=own_places())).features,
            texts=texts,
            clock=self.clock,
            metrics=Metrics(),
        )
        self._stop = asyncio.Event()
        self._running = asyncio.create_task(self.core.run(self._stop))
        await self.discord.until(lambda: adapter.connected or self._running.done(), "connected")

    def _check_in_room(self, tx: Transaction) -> CheckInRoom:
        """The community of the guild asks its members there, at half past eight in Berlin."""
        assert self.where is not None
        community = members.put_community(
            tx,
            name="Harbour",
            language="en",
            country="US",
            zone="Europe/Berlin",
            spaces_of=[("discord", str(self.discord.guild.id))],
        )
        return CheckInRoom(
            community=community,
            address=Address("discord", channel=str(self.discord.general.id)),
            usual=self.where,
            threads=True,
            hour=time(8, 30),
            zone="Europe/Berlin",
            language="en",
        )

    def first_response(self, used: str) -> FirstResponse:
        """What the table declares for a command of the menus."""
        table = {c.name: c for c in self.core.table}
        command = table.get(used) or table[used.removesuffix(" show")]
        return command.first_response

    async def stop(self) -> None:
        self._stop.set()
        await self._running
        await self.database.close()
        self._hurry.close()

    async def move_to(self, moment: datetime) -> None:
        self.discord.clock.advance((moment - self.clock.now()).total_seconds())
        self.clock.move_to(moment)
        await self.core.look_again()
        await self.core.settled()


async def newest(member: Member, words: str) -> str:
    """What the member's newest direct message says, once it has these words."""
    await member._standin.until(lambda: words in " ".join(member.texts()[-1:]), words)
    return member.texts()[-1]


async def test_a_member_joins_is_asked_and_answers(tmp_path: Path) -> None:
    """From `/start` in a channel to the answered check-in, across a restart."""
    async with Standin.running() as discord, Bot(discord, tmp_path) as bot:
        ana = discord.member("Ana")
        done = await sign_up(ana)
        assert "You're in" in Member.read(discord, done).text
        assert discord.member("Ben").texts(discord.general) == []

        morning = datetime.now(BERLIN).replace(hour=9, minute=0, second=0, microsecond=0)
        await bot.move_to((morning + timedelta(days=1)).astimezone(UTC))
        assert "Which word is nearest?" in await newest(ana, "Which word")
        question = ana.seen()[-1]
        assert labels(question)[:2] == ["good", "okay"]

        await bot.stop()
        await bot.start()
        await bot.core.look_again()
        answered = await ana.press(question, "good")
        await answered.replaced()
        await ana.dm("checkin history")
        await newest(ana, "good")
        await ana.dm("checkin extras gratitude on")
        await newest(ana, "on. Below each day's word")
        beside = await (await ana.press(question, "Change the word")).message()
        hard = await ana.press(beside, "rough")
        assert "Days like this are allowed" in Member.read(discord, await hard.replaced()).text
        assert "would a person help" in await newest(ana, "would a person help")
        modal = await ana.press(beside, "Something good")
        kept = await (await ana.submit_modal(modal, {"words": "a quiet minute"})).message()
        assert "Kept, for you" in Member.read(discord, kept).text

        posted = [call.body["content"] for call in discord.sent("POST", MESSAGES)]
        assert sum("Which word" in content for content in posted) == 1
        assert "good" not in labels(question)
        assert discord.complaints == []
        assert discord.own_faults == []


def _some(option: dict[str, Any], somebody: Member) -> Any:
    """A value that Discord's own form would let through."""
    if option["type"] == AppCommandOptionType.user.value:
        return str(somebody.person.id)
    return (option.get("choices") or [{"value": "tomorrow"}])[0]["value"]


async def tomorrow_at_nine(bot: Bot) -> None:
    morning = datetime.now(BERLIN).replace(hour=9, minute=0, second=0, microsecond=0)
    await bot.move_to((morning + timedelta(days=1)).astimezone(UTC))


async def test_a_channel_has_one_post_a_day_and_each_answers_alone(tmp_path: Path) -> None:
    """Nobody is written to; whoever presses is asked and answered where no one else sees it."""
    async with Standin.running() as discord, Bot(discord, tmp_path, Where.CHANNEL) as bot:
        ana, ben = discord.member("Ana"), discord.member("Ben")
        await sign_up(ana)
        before = ana.texts()
        await tomorrow_at_nine(bot)
        posts = [m for m in discord.member("Ben").seen(discord.general) if labels(m)]
        assert [labels(post) for post in posts] == [["Check in"]]

        await bot.stop()
        await bot.start()
        await bot.core.look_again()
        question = await (await ana.press(posts[0], "Check in")).message()
        assert question.ephemeral
        pressed = await ana.press(question, "low")
        assert "Noted: low" in Member.read(discord, await pressed.replaced()).text
        assert labels(posts[0]) == ["Check in"]
        assert [m for m in ben.seen(discord.general)] == posts
        stranger = await (await ben.press(posts[0], "Check in")).message()

        assert stranger.ephemeral
        assert ana.texts() == before
        assert discord.complaints == []
        assert discord.own_faults == []


async def test_a_member_may_be_asked_in_a_private_thread(tmp_path: Path) -> None:
    """One thread for all days; the answer is seen by the member alone, not by the team in it."""
    async with Standin.running() as discord, Bot(discord, tmp_path, Where.DM) as bot:
        ana = discord.member("Ana")
        await sign_up(ana)
        said = await (await ana.slash("checkin where", {"spot": "thread"})).text()
        await ana.slash("checkin prompt", {"words": "Did I call Sam?"})
        assert "The team can read a thread" in said
        before = ana.texts()
        for day in (1, 2):
            morning = datetime.now(BERLIN).replace(hour=9, minute=0, second=0, microsecond=0)
            await bot.move_to((morning + timedelta(days=day)).astimezone(UTC))
        (thread,) = [c for c in discord.world.channels.values() if c.is_thread]
        questions = ana.seen(thread)
        answer = await (await ana.press(questions[0], "low")).message()

        assert ana.id in thread.members
        assert len(questions) == 2
        assert not any("Did I call Sam?" in text for text in ana.texts(thread)[:2])
        assert answer.ephemeral
        assert ana.texts() == before
        assert discord.complaints == []
        assert discord.own_faults == []


async def test_where_no_thread_can_be_opened_the_question_comes_by_direct_message(
    tmp_path: Path,
) -> None:
    """A missing permission costs nobody their check-in."""
    async with Standin.running() as discord, Bot(discord, tmp_path, Where.THREAD) as bot:
        ana = discord.member("Ana")
        await sign_up(ana)
        discord.guild.bot_lacks.add("create_private_threads")
        await tomorrow_at_nine(bot)

        assert "Which word" in await newest(ana, "Which word")


async def test_whose_direct_messages_closed_is_offered_another_place(tmp_path: Path) -> None:
    """And gets the question there from then on."""
    async with Standin.running() as discord, Bot(discord, tmp_path, Where.DM) as bot:
        ana = discord.member("Ana")
        await sign_up(ana)
        ana.person.dms = "closed"
        await tomorrow_at_nine(bot)
        asked = await ana.slash("checkin now")
        offer = await asked.message(2)
        assert labels(offer) == ["A private thread"]
        await (await ana.press(offer, "A private thread")).message()
        morning = datetime.now(BERLIN).replace(hour=9, minute=0, second=0, microsecond=0)
        await bot.move_to((morning + timedelta(days=2)).astimezone(UTC))
        (thread,) = [c for c in discord.world.channels.values() if c.is_thread]

        assert "Which word" in ana.texts(thread)[-1]


async def test_who_wrote_while_the_bot_was_down_is_answered_once(tmp_path: Path) -> None:
    """Somebody asks for help lines at night, during an update: the answer comes, and once."""
    async with Standin.running() as discord, Bot(discord, tmp_path) as bot:
        ana = discord.member("Ana")
        await ana.dm("hello")
        await ana.sees(1)
        await bot.core.settled()
        before = len(ana.texts())

        await bot.stop()
        await ana.dm("help now")
        await bot.start()
        await ana.sees(before + 1)
        await bot.core.settled()
        answers = ana.texts()[before:]
        await bot.stop()
        await bot.start()
        await ana.dm("language deutsch")
        await ana.sees(before + len(answers) + 1)
        await bot.core.settled()

        assert sum(text == answers[0] for text in ana.texts()) == 1
        assert discord.complaints == []
        assert discord.own_faults == []


@pytest.mark.parametrize("where", ["guild", "dm"])
@pytest.mark.parametrize("role", ["stranger", "member", "moderator", "owner"])
async def test_every_command_is_answered_whoever_gives_it_wherever(
    tmp_path: Path, role: str, where: str
) -> None:
    """Generated from the menus: a form or an answer, never an error, and private in a server."""
    async with Standin.running() as discord, Bot(discord, tmp_path) as bot:
        who = discord.owner if role == "owner" else discord.member("Ana")
        if role == "moderator":
            team = discord.world.role(discord.guild, "team", MODERATE_MEMBERS)
            who = discord.member("Ana", team)
        if role != "stranger":
            await sign_up(who)
        place = discord.general if where == "guild" else discord.world.open_dm(who.person)
        for name, leaf in leaves(discord.commands[discord.guild.id]):
            args = {
                option["name"]: _some(option, discord.owner)
                for option in leaf.get("options", [])
                if option.get("required")
            }
            use = await who.slash(name, args, channel=place)
            if use.interaction.modal is not None:
                continue
            answer = await use.message()
            said = Member.read(discord, answer).text
            assert said, name
            assert "my mistake" not in said, name
            if where == "dm" or bot.first_response(name) is not FirstResponse.PUBLIC:
                assert answer.ephemeral is (where == "guild"), name

        assert discord.complaints == []
        assert discord.own_faults == []


def leaves(commands: list[dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every command as one types it, with its arguments; not those of a message's own menu."""
    for command in commands:
        if command.get("type", 1) != 1:
            continue
        subs = [option for option in command.get("options", []) if option["type"] == 1]
        for sub in subs:
            yield f"{command['name']} {sub['name']}", sub
        if not subs:
            yield command["name"], command
