"""A member's way on Discord through the whole core: joining, being asked, answering."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from adapters.discord import DiscordAdapter
from bot.clock import MovableClock
from bot.commands import FirstResponse
from bot.core import Core, StoredState
from bot.features import all_features
from bot.metrics import Metrics
from bot.texts import Texts
from storage.database import open_database
from storage.encryption import MasterKey
from tests.discord_standin import MODERATE_MEMBERS, Member, Standin, labels

pytestmark = pytest.mark.e2e

MESSAGES = "/channels/{channel_id}/messages"
BERLIN = ZoneInfo("Europe/Berlin")


class Bot:
    """The whole core on a stand-in for Discord, stopped and started like a process."""

    def __init__(self, discord: Standin, path: Path) -> None:
        self.discord = discord
        self.path = path
        self.clock = MovableClock()

    async def __aenter__(self) -> Bot:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def start(self) -> None:
        texts = Texts()
        master = MasterKey.from_base64("A" * 43 + "=")
        self.database = open_database(f"sqlite:///{self.path / 'handrail.db'}", master)
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
        self.core = Core(
            database=self.database,
            adapters=[adapter],
            features=all_features(),
            texts=texts,
            clock=self.clock,
            metrics=Metrics(),
        )
        self._stop = asyncio.Event()
        self._running = asyncio.create_task(self.core.run(self._stop))
        await self.discord.until(lambda: adapter.connected or self._running.done(), "connected")

    def first_response(self, used: str) -> FirstResponse:
        """What the table declares for a command of the menus."""
        table = {c.name: c for f in all_features() for c in f.commands}
        command = table.get(used) or table[used.removesuffix(" show")]
        return command.first_response

    async def stop(self) -> None:
        self._stop.set()
        await self._running
        await self.database.close()

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
        welcome = await (await ana.slash("start")).message()
        form = await ana.press(welcome, labels(welcome)[0])
        sure = await (await ana.submit_modal(form, {"place": "Berlin", "hour": "9:00"})).message()
        done = await (await ana.press(sure, labels(sure)[0])).replaced()
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

        posted = [call.body["content"] for call in discord.sent("POST", MESSAGES)]
        assert sum("Which word" in content for content in posted) == 1
        assert "good" not in labels(question)
        assert discord.complaints == []
        assert discord.own_faults == []


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
            await joined(who)
        place = discord.general if where == "guild" else discord.world.open_dm(who.person)
        for name, leaf in leaves(discord.commands[discord.guild.id]):
            args = {
                option["name"]: (option.get("choices") or [{"value": "tomorrow"}])[0]["value"]
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


async def joined(who: Member) -> None:
    """Through `/start` and its form."""
    welcome = await (await who.slash("start")).message()
    form = await who.press(welcome, labels(welcome)[0])
    sure = await (await who.submit_modal(form, {"place": "Berlin", "hour": "9:00"})).message()
    await (await who.press(sure, labels(sure)[0])).replaced()


def leaves(commands: list[dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every command as one types it, with its arguments."""
    for command in commands:
        subs = [option for option in command.get("options", []) if option["type"] == 1]
        for sub in subs:
            yield f"{command['name']} {sub['name']}", sub
        if not subs:
            yield command["name"], command
