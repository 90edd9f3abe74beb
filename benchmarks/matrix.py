"""Many encrypted direct messages on a real homeserver: starting, coming back, answering.

1. Synapse starts on loopback. Accounts open rooms with the bot; a spare device of the bot's
   account joins them.
2. The bot starts for the first time. Every account signs up, and says a word in each of its
   rooms, so that there are keys for all of them.
3. The bot is stopped and started a few times, with nothing to catch up on. After each start every
   account says a word, one after the other; the room's key has to be made anew for the answer.
4. They go on, a word at a time, each answered by one message.

The bot is the real process, `handrail run` on SQLite. Its memory is read from the system: the most
it ever had, after all rooms were used, and what it has when it is ready again. Members are clients
of matrix-nio in this process, on the same cores.
"""

from __future__ import annotations

import asyncio
import itertools
import statistics
import tempfile
import time
from collections.abc import Awaitable, Iterable, Sequence
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import click

from adapters.matrix.api import Homeserver as Api
from adapters.matrix.updates import Sync
from tests.e2e.matrix_support import Member
from tests.support.process import Bot
from tests.support.synapse import Account, Homeserver

ROOMS_AN_ACCOUNT = 50
AT_ONCE = 8
RESTARTS = 5
WORDS = 200
SYNCS = 20
WORD = "checkin history"
SIGNING_UP = (
    ("start", "18 or older"),
    ("I'm 18 or older: begin", "At what time"),
    ("9:00", "town or city"),
    ("Berlin", "right?"),
    ("yes", "You're in"),
    ("checkin now", "right now?"),
    ("okay", "Noted"),
)
PATIENCE = 60.0
_ENCRYPTION = {
    "type": "m.room.encryption",
    "state_key": "",
    "content": {"algorithm": "m.megolm.v1.aes-sha2"},
}


def run(rooms: int) -> dict[str, Any]:
    """Measure with so many rooms."""
    with tempfile.TemporaryDirectory() as folder:
        (root := Path(folder) / "homeserver").mkdir()
        homeserver = Homeserver(root)
        homeserver.start()
        try:
            return asyncio.run(_measure(homeserver, rooms, Path(folder)))
        finally:
            homeserver.stop()


async def _measure(homeserver: Homeserver, rooms: int, folder: Path) -> dict[str, Any]:
    account = homeserver.register("handrail")
    async with AsyncExitStack() as stack:
        spare = await _logged_in(homeserver, account, stack)
        accounts = [homeserver.register() for _ in range(-(-rooms // ROOMS_AN_ACCOUNT))]
        opened = await _rooms(homeserver, accounts, rooms, account.user_id, spare)
        bot = Bot(
            folder / "bot",
            f'[matrix]\nhomeserver = "{homeserver.url}"\nuser_id = "{account.user_id}"\n'
            'invites = "anyone"\n',
            {"HANDRAIL_MATRIX_PASSWORD": account.password},
        )
        first_sync = await _started(bot)
        stack.callback(bot.stop)
        talks = []
        for number, (member, its_rooms) in enumerate(zip(accounts, opened, strict=True)):
            client = Member(homeserver, member, folder / f"member-{number}")
            await stack.enter_async_context(client)
            talks.append([Talk(client, room, account.user_id) for room in its_rooms])
        await _prepare(talks)
        most, ready = [_memory(bot, "VmHWM")], []
        # The room that somebody wrote in last is where their direct messages are.
        homes, restarts, first = [own[-1] for own in talks], [], []
        for _ in range(RESTARTS):
            bot.stop()
            restarts.append(await _started(bot))
            ready.append(_memory(bot, "VmRSS"))
            first += [await talk.word() for talk in homes]
        words = itertools.islice(itertools.cycle(homes), WORDS)
        more = [await talk.word() for talk in words]
        syncs = await _syncs(spare, homes)
        most.append(_memory(bot, "VmHWM"))
        return {
            "rooms": rooms,
            "accounts": len(accounts),
            "first_sync_seconds": round(first_sync, 2),
            "restart_ready_seconds": round(statistics.median(restarts), 2),
            "restart_slowest_seconds": round(max(restarts), 2),
            "incremental_ms": round(statistics.median(syncs) * 1000, 1),
            **_percentiles("reply", more),
            **_percentiles("first_reply", first),
            "rss_ready_mib": max(ready),
            "rss_mib": max(most),
        }


# --- the homeserver


async def _logged_in(homeserver: Homeserver, account: Account, stack: AsyncExitStack) -> Api:
    """A client without keys; the stack closes it."""
    api = Api(homeserver.url)
    stack.push_async_callback(api.close)
    answer = await api.call(
        "POST",
        "login",
        body={
            "type": "m.login.password",
            "identifier": {"type": "m.id.user", "user": account.user_id},
            "password": account.password,
        },
    )
    api.token = str(answer["access_token"])
    return api


async def _rooms(
    homeserver: Homeserver, accounts: Sequence[Account], rooms: int, bot: str, spare: Api
) -> list[list[str]]:
    """Encrypted rooms of each account with the bot, which has joined them."""
    progress = Progress("rooms", rooms)

    async def opened(owner: Api) -> str:
        wanted = {
            "preset": "trusted_private_chat",
            "is_direct": True,
            "invite": [bot],
            "initial_state": [_ENCRYPTION],
        }
        room = str(
            (await owner.call("POST", "createRoom", body=wanted, seconds=PATIENCE))["room_id"]
        )
        await spare.call("POST", "join", room, body={}, seconds=PATIENCE)
        progress.step()
        return room

    async with AsyncExitStack() as stack:
        owners = [await _logged_in(homeserver, each, stack) for each in accounts]
        listed = list(itertools.islice(itertools.cycle(owners), rooms))
        ids = await _gathered(map(opened, listed))
        for owner in owners:
            await owner.call("POST", "logout", body={})
    return [ids[number :: len(owners)] for number in range(len(owners))]


async def _syncs(spare: Api, talks: Sequence[Talk]) -> list[float]:
    """How long a sync takes that has news from one room, as the bot asks for it."""
    updates, taken = Sync(spare), []
    since = str((await updates.next(None, patience=0))["next_batch"])
    for talk in itertools.islice(itertools.cycle(talks), SYNCS):
        await talk.word()
        began = time.perf_counter()
        since = str((await updates.next(since, patience=0))["next_batch"])
        taken.append(time.perf_counter() - began)
    return taken


# --- the bot


async def _started(bot: Bot) -> float:
    """Seconds from the start of the process until it is ready."""
    began = time.perf_counter()
    await bot.start()
    return time.perf_counter() - began


def _memory(bot: Bot, line: str) -> int:
    """MiB. Source: proc(5), /proc/pid/status."""
    status = Path(f"/proc/{bot.pid}/status").read_text()
    (kib,) = [row.split()[1] for row in status.splitlines() if row.startswith(f"{line}:")]
    return round(int(kib) / 1024)


# --- the members


class Talk(NamedTuple):
    """A member's conversation with the bot in one room."""

    member: Member
    room: str
    bot: str

    async def word(self) -> float:
        """Say the word. Returns: seconds until its answer is seen."""
        before = len(self._read())
        began = time.perf_counter()
        await self.member.say(self.room, WORD)
        await self.member.wait_until(lambda: len(self._read()) > before, PATIENCE)
        return time.perf_counter() - began

    async def sign_up(self) -> None:
        for words, answer in SIGNING_UP:
            await self.member.say(self.room, words)
            await self.member.wait_until(partial(self._shows, answer), PATIENCE)

    def _shows(self, words: str) -> bool:
        return any(words in text for text in self._read())

    def _read(self) -> list[str]:
        return self.member.read(self.room, self.bot)


async def _prepare(talks: Sequence[Sequence[Talk]]) -> None:
    """Every member signs up, then says a word in each room; members side by side."""
    progress = Progress("words", sum(map(len, talks)))

    async def one(talks: Sequence[Talk]) -> None:
        await talks[0].sign_up()
        for talk in talks:
            await talk.word()
            progress.step()

    await _gathered(map(one, talks))


# --- small things


async def _gathered(work: Iterable[Awaitable[Any]]) -> list[Any]:
    """All results, a few at a time."""
    gate = asyncio.Semaphore(AT_ONCE)

    async def gated(one: Awaitable[Any]) -> Any:
        async with gate:
            return await one

    return await asyncio.gather(*map(gated, work))


class Progress:
    """A line on stderr at every tenth."""

    def __init__(self, what: str, whole: int) -> None:
        self._what, self._whole, self._done = what, whole, 0
        self._began = time.perf_counter()

    def step(self) -> None:
        self._done += 1
        if self._done % max(1, self._whole // 10) == 0:
            seconds = time.perf_counter() - self._began
            click.echo(f"{self._what}: {self._done} of {self._whole}, {seconds:.0f} s", err=True)


def _percentiles(name: str, taken: Sequence[float]) -> dict[str, float]:
    cuts = statistics.quantiles(taken, n=100, method="inclusive")
    return {
        f"{name}_p50_ms": round(cuts[49] * 1000),
        f"{name}_p99_ms": round(cuts[98] * 1000),
    }
