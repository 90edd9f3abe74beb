"""One gateway and three workers on one PostgreSQL: killed, paused, and of two releases at once."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, time, timedelta
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import psutil
import pytest
from sqlalchemy import create_engine, text

from storage import outbox
from storage.database import open_database
from storage.encryption import MasterKey
from storage.outbox import State
from tests.crash.child import DIED
from tests.crash.platform import Platform
from tests.crash.rehearsal import BEGIN, POLL, Doom, Member, Rehearsal, rehearsing
from tests.discord_standin import Member as Person
from tests.discord_standin import Standin
from tests.support.discord_people import config_for, sign_up
from tests.support.postgres import PostgresServer
from tests.support.process import Bot, until_tomorrow
from tests.support.world import running

pytestmark = pytest.mark.crash

PATIENCE = 120.0  # real seconds, on a busy machine
MANY = tuple(Member(f"member{n}", time(9, 0), "Europe/Berlin") for n in range(200))
FEW = MANY[:3]
WINDOW = timedelta(minutes=5)
KEY = "A" * 43 + "="


@pytest.fixture
def on_postgres(postgres: PostgresServer, postgres_tables: str) -> Iterator[str]:
    """The URL of a PostgreSQL database without rows."""
    name = postgres.create_database(postgres_tables)
    yield postgres.url(name)
    postgres.drop_database(name)


class Installation:
    """A gateway and three workers; who dies is started again."""

    def __init__(self, rehearsal: Rehearsal) -> None:
        self.rehearsal = rehearsal
        self.ended: list[int | None] = []
        self._running: dict[str, ForkServerProcess] = {}

    async def begin(self, **dooms: Doom) -> None:
        """Start all four, each with its own end, and wait until they are there.

        Whoever dies at once is not waited for: its doom is at work, not at its start.
        """
        for name in ("gateway", "worker1", "worker2", "worker3"):
            self._begin(name, dooms.get(name))
        platform = self.rehearsal.platform
        async with asyncio.timeout(PATIENCE):
            while platform.bots < 1 or platform.workers < 3:  # noqa: ASYNC110
                await asyncio.sleep(POLL)

    def kill(self, name: str) -> None:
        """No chance to say goodbye."""
        self._running[name].kill()

    async def settle(self) -> None:
        """Until nothing is left to plan, to send or to answer."""
        platform, database = self.rehearsal.platform, self.rehearsal.database
        async with asyncio.timeout(PATIENCE):
            while True:
                self._bury_the_dead()
                left, waits_until = await database.read(self.rehearsal.left)
                if not left and not platform.unacknowledged:
                    return
                if waits_until is not None and waits_until > platform.now:
                    platform.move_to(waits_until)
                await asyncio.sleep(POLL)

    async def end(self) -> None:
        """Ask all of them to end, in good order."""
        async with asyncio.timeout(PATIENCE):
            while any(each.is_alive() for each in self._running.values()):
                self.rehearsal.platform.stop_bots()
                await asyncio.sleep(POLL)
        assert {each.exitcode for each in self._running.values()} <= {0, DIED, -signal.SIGKILL}
        self._running.clear()

    def _begin(self, name: str, doom: Doom | None = None) -> None:
        role = "gateway" if name == "gateway" else "worker"
        self._running[name] = self.rehearsal.begin_life(doom, role=role)

    def _bury_the_dead(self) -> None:
        for name, process in list(self._running.items()):
            if not process.is_alive():
                self.ended.append(process.exitcode)
                self._begin(name)


@asynccontextmanager
async def everybody(
    url: str, members: tuple[Member, ...], platform: Platform, trust: float = 86_400.0
) -> AsyncIterator[Rehearsal]:
    """A rehearsal in which everybody has joined, and no bot runs."""
    async with rehearsing(url, members, platform, trust=trust) as made:
        await made.everybody_joins()
        await made.end_life()
        yield made


async def test_whoever_of_four_processes_is_killed_everybody_is_asked_once(
    on_postgres: str,
) -> None:
    """Workers die in the middle of planning, the gateway while it sends; others go on."""
    platform = Platform(now=BEGIN, remembers=timedelta(days=1))
    async with everybody(on_postgres, MANY, platform) as rehearsal:
        bots = Installation(rehearsal)
        await bots.begin(
            gateway=Doom("sender-sent", nth=40),
            worker1=Doom("planner-before-commit"),
            worker2=Doom("after-commit"),
        )
        rehearsal.let_the_next_be_due()
        await asyncio.sleep(0.05)
        bots.kill("worker3")
        await bots.settle()
        rehearsal.let_the_next_be_due()
        bots.kill("gateway")
        await bots.settle()
        await bots.end()

        figures = await rehearsal.figures()

    assert bots.ended.count(DIED) >= 1
    assert bots.ended.count(-signal.SIGKILL) == 2
    assert figures.due == 2 * len(MANY)
    assert figures.faults == figures.reported == 0, figures


async def test_a_gateway_that_was_paused_for_long_repeats_nothing_when_it_wakes(
    on_postgres: str,
) -> None:
    """It claimed, was paused, and was replaced; by now the platform has forgotten the keys."""
    platform = Platform(now=BEGIN, remembers=WINDOW)
    async with everybody(on_postgres, FEW, platform, trust=WINDOW.total_seconds()) as rehearsal:
        away = 2 * WINDOW
        paused = rehearsal.begin_life(
            Doom("sender-claimed"), freezes=True, sleeps=away.total_seconds(), role="gateway"
        )
        assert paused.pid is not None
        async with asyncio.timeout(PATIENCE):
            while not platform.bots:  # noqa: ASYNC110
                await asyncio.sleep(POLL)
            rehearsal.let_the_next_be_due()
            while psutil.Process(paused.pid).status() != psutil.STATUS_STOPPED:  # noqa: ASYNC110
                await asyncio.sleep(POLL)
        await rehearsal.settle()  # another takes over, and sends
        platform.move_to(platform.now + away)

        os.kill(paused.pid, signal.SIGCONT)
        async with asyncio.timeout(PATIENCE):
            while paused.is_alive():
                platform.stop_bots()
                await asyncio.sleep(POLL)
        rehearsal.bot = None
        figures = await rehearsal.figures()

    assert paused.exitcode == 0
    assert figures.due == len(FEW)
    assert figures.faults == figures.reported == 0, figures


async def test_workers_plan_and_only_the_gateway_sends(on_postgres: str, tmp_path: Path) -> None:
    """The real programme: `--role worker` three times, one of them killed, then the gateway."""
    async with Standin.running() as discord:
        config = config_for(discord) + f'[storage]\nurl = "{on_postgres}"\n'
        secrets = {"HANDRAIL_DISCORD_TOKEN": discord.token, "HANDRAIL_KEY": KEY}
        gateway = Bot(tmp_path / "gateway", config, secrets, role="gateway")
        workers = [
            Bot(tmp_path / f"worker{n}", config, secrets, role="worker") for n in range(1, 4)
        ]
        database = open_database(on_postgres, MasterKey.from_base64(KEY))
        try:
            await gateway.start()
            people = [discord.member(name) for name in ("Ana", "Bo", "Cy")]
            for person in people:
                await sign_up(person)
            gateway.kill()

            await asyncio.gather(*(each.start(clock_ahead=until_tomorrow(9)) for each in workers))
            workers[0].kill()
            async with asyncio.timeout(PATIENCE):
                while (await database.read(outbox.count_by_state)).get(  # noqa: ASYNC110
                    ("discord", State.WAITING.value), 0
                ) < len(people):
                    await asyncio.sleep(0.05)
            before = [asked(person) for person in people]
            workers[1].kill()
            await gateway.start(clock_ahead=until_tomorrow(9))
            await discord.until(lambda: all(asked(each) for each in people), "asked", PATIENCE)
            after = [asked(person) for person in people]
        finally:
            codes = [each.stop() for each in (gateway, *workers)]
            await database.close()

    assert before == [0, 0, 0]
    assert after == [1, 1, 1]
    assert codes == [0, 0, 0, 0]


def asked(person: Person) -> int:
    return sum("it's your" in text for text in person.texts())


async def test_a_running_process_goes_on_while_the_next_release_widens_the_tables(
    database_url: str,
) -> None:
    """Expand first: columns that may be empty, and tables, disturb no process that is running."""
    async with running(database_url) as world:
        for n in range(6):  # often enough for statements to be prepared on the server
            await world.join(f"member{n}")

        engine = create_engine(database_url)
        with engine.begin() as connection:
            for name in ("persons", "accounts", "schedules", "outbox", "checkins", "facts"):
                connection.execute(text(f"ALTER TABLE {name} ADD COLUMN of_the_next_release TEXT"))
            connection.execute(text("CREATE TABLE of_the_next_release (id BIGINT PRIMARY KEY)"))
        engine.dispose()
        await world.join("late")
        await world.move_to(datetime(2026, 11, 24, 8, 0, tzinfo=UTC))
        people = [*(f"member{n}" for n in range(6)), "late"]
        questions = [
            sum("Which word is nearest?" in shown for shown in world.platform.read(each))
            for each in people
        ]
        answered = []
        for each in people:
            await world.platform.press(each, "okay")
            answered.append(world.last(each))
        await world.settle()
        rows = await world.database.read(outbox.count_by_state)

    assert questions == [1] * 7
    assert all("Noted: okay" in each for each in answered), answered
    assert set(rows) == {("memory", State.SENT.value)}
