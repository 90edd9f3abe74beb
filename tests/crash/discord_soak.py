"""The bot on Discord, killed again and again: `python -m tests.crash.discord_soak`.

Discord is the stand-in; it lives on. Each life of the bot finds messages to send, and ends by
SIGKILL or at a named moment. Some requests break. While the bot is dead, time passes: often
nothing, sometimes more than the minutes for which Discord recognises a nonce. Members write
meanwhile. In the end the messages that members see are counted.
"""

from __future__ import annotations

import argparse
import asyncio
import dataclasses
import json
import multiprocessing
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from bot.platform import Address
from storage import outbox
from storage.database import Transaction, open_database
from storage.outbox import OPEN, State
from tests.crash.discord_child import Life, live
from tests.discord_standin import Fault, Member, Standin
from tests.support.queued import message
from tests.support.stores import MASTER

MOMENTS = ("sender-claimed", "sender-sent", "sender-settled", "event-handled", "event-applied")
KILL_9 = "kill -9"
MEMBERS = 12
A_LIFE = 8  # messages that a life finds
ABSENCE = timedelta(minutes=10)
PATIENCE = 120.0
CATCHING_UP = 30.0  # seconds, on a busy machine
NUMBERED = "message number "
MESSAGES = "/channels/*/messages"

_processes = multiprocessing.get_context("forkserver")
_processes.set_forkserver_preload(["tests.crash.discord_child"])


# --- what is done to it


@dataclass(slots=True, kw_only=True)
class Figures:
    """What came of it.

    Args:
        sent: messages that members were to see. lost: neither seen nor reported.
        doubled: seen more than once. reported: not seen, and the outbox says so.
        absorbed: repeats that the nonce made harmless.
        written: what members wrote to the bot. unanswered: of those. answered_twice: of those.
        complaints: of the judges.
    """

    kills: dict[str, int] = field(default_factory=dict)
    sent: int = 0
    lost: int = 0
    doubled: int = 0
    reported: int = 0
    absorbed: int = 0
    written: int = 0
    unanswered: int = 0
    answered_twice: int = 0
    complaints: list[str] = field(default_factory=list)

    @property
    def faults(self) -> int:
        """What must never happen, added up."""
        wrong = self.lost + self.doubled + self.unanswered + self.answered_twice
        return wrong + len(self.complaints)


class Soak:
    """One stand-in, one database, many lives."""

    def __init__(self, discord: Standin, url: str, chance: random.Random) -> None:
        self._discord = discord
        self._url = url
        self._chance = chance
        self._database = open_database(url, MASTER)
        self._people = [discord.member(f"member-{number}") for number in range(MEMBERS)]
        self._wanted: dict[str, Member] = {}
        self._wrote: Counter[str] = Counter()
        self._kills: Counter[str] = Counter()
        for person in self._people:
            discord.world.open_dm(person.person)

    async def run(self, kills: int) -> Figures:
        """Live and die so often, then live on until nothing is left to do."""
        await self._calm_life(everybody_writes=True)
        while self._kills.total() < kills:
            await self._queue()
            self._break_something()
            await self._one_life()
            if self._chance.random() < 0.3:
                self._discord.clock.advance(ABSENCE.total_seconds())
        self._discord.faults.clear()
        await self._calm_life()
        figures = await self._figures()
        await self._database.close()
        return figures

    async def _queue(self) -> None:
        people = [self._chance.choice(self._people) for _ in range(A_LIFE)]
        texts = [f"{NUMBERED}{len(self._wanted) + number}" for number in range(A_LIFE)]
        self._wanted |= dict(zip(texts, people, strict=True))
        rows = list(zip(people, texts, strict=True))
        await self._database.write(partial(_write, rows=rows, now=self._discord.clock.now()))

    def _break_something(self) -> None:
        """One request in a life or two ends badly; some histories show no nonces."""
        self._discord.history_has_nonces = self._chance.random() < 0.7
        self._discord.faults[:] = [
            self._chance.choice(
                [
                    Fault("POST", MESSAGES, cut="before", skip=self._chance.randint(0, 6)),
                    Fault("POST", MESSAGES, cut="after", skip=self._chance.randint(0, 6)),
                    Fault("POST", MESSAGES, status=503, skip=self._chance.randint(0, 6)),
                    Fault("POST", MESSAGES, status=429, retry_after=0.2),
                    Fault("POST", "/users/@me/channels", cut="after"),
                ]
            )
        ]

    async def _one_life(self) -> None:
        at = self._chance.choice((*MOMENTS, KILL_9, KILL_9))
        bot = self._begin("" if at == KILL_9 else at, self._chance.randint(1, 5))
        # Most lives end when the bot is at work; some before it has come so far.
        starts_within = self._chance.choice((1.0, PATIENCE, PATIENCE, PATIENCE))
        end = time.monotonic() + starts_within
        spoke = False
        while bot.is_alive() and time.monotonic() < end:
            if not spoke and self._discord.gateway.sessions:
                spoke = True
                end = time.monotonic() + self._chance.uniform(0.05, 1.2)
                for person in self._chance.sample(self._people, 2):
                    await self._write_to_it(person)
            await asyncio.sleep(0.01)
        if bot.is_alive():
            at = KILL_9
            bot.kill()
        await asyncio.to_thread(bot.join)
        self._kills[at] += 1
        if self._chance.random() < 0.5:
            await self._write_to_it(self._chance.choice(self._people))

    async def _write_to_it(self, person: Member) -> None:
        self._wrote[str(person.id)] += 1
        await person.dm("help now")

    def _begin(self, dies_at: str = "", nth: int = 1) -> ForkServerProcess:
        discord = self._discord
        life = Life(
            database=self._url,
            token=discord.token,
            guild=str(discord.guild.id),
            api_base=discord.api_base,
            gateway=discord.gateway_url,
            ahead=timedelta(seconds=discord.clock.shift),
            dies_at=dies_at,
            nth=nth,
        )
        bot = _processes.Process(target=live, args=(life,), daemon=True)
        bot.start()
        return bot

    async def _calm_life(self, *, everybody_writes: bool = False) -> None:
        """Until nothing is left to do. Who never wrote cannot be known to have written meanwhile:
        Discord lists no direct messages, so everybody has done so once."""
        bot = self._begin()
        try:
            async with asyncio.timeout(PATIENCE):
                await self._discord.connected(PATIENCE)
                if everybody_writes:
                    for person in self._people:
                        await self._write_to_it(person)
                await self._all_done()
            bot.terminate()
            await asyncio.to_thread(bot.join, 20)
        finally:
            if bot.is_alive():
                bot.kill()

    async def _all_done(self) -> None:
        """What was written while the bot was away it looks for once it is connected.

        Each message to be sent, and each answer, has a row; some end as uncertain.
        """
        end = time.monotonic() + CATCHING_UP
        while True:
            rows = await self._database.read(outbox.count_by_state)
            caught_up = sum(rows.values()) >= len(self._wanted) + self._wrote.total()
            still_open = sum(count for (_, state), count in rows.items() if state in OPEN)
            if not still_open and (caught_up or time.monotonic() > end):
                return
            await asyncio.sleep(0.1)

    def _answers(self) -> Counter[str]:
        """How many answers each person reads."""
        return Counter(
            {
                str(person.id): sum(not text.startswith(NUMBERED) for text in person.texts())
                for person in self._people
            }
        )

    def _unanswered(self) -> int:
        return (self._wrote - self._answers()).total()

    async def _figures(self) -> Figures:
        seen = Counter(text for person in self._people for text in person.texts())
        rows = await self._database.read(outbox.count_by_state)
        gone = sum(rows.get(("discord", s.value), 0) for s in (State.UNCERTAIN, State.DEAD))
        unseen = sum(seen[text] == 0 for text in self._wanted)
        missing = unseen + self._unanswered()
        nonces = Counter(
            call.body["nonce"]
            for call in self._discord.sent("POST", "/channels/{channel_id}/messages")
            if call.status == 200 and call.body.get("nonce")
        )
        return Figures(
            kills=dict(self._kills),
            sent=len(self._wanted),
            lost=max(0, unseen - gone),
            doubled=sum(count - 1 for text, count in seen.items() if text in self._wanted),
            reported=min(gone, missing),
            absorbed=sum(count - 1 for count in nonces.values()),
            written=self._wrote.total(),
            unanswered=max(0, self._unanswered() - max(0, gone - unseen)),
            answered_twice=(self._answers() - self._wrote).total(),
            complaints=sorted({*self._discord.complaints, *self._discord.own_faults}),
        )


def _write(tx: Transaction, rows: Sequence[tuple[Member, str]], now: datetime) -> None:
    drafts = [
        message(tx, Address("discord", user=str(person.id)), text, now) for person, text in rows
    ]
    outbox.add(tx, drafts, now)


async def soak(kills: int, seed: int, folder: Path) -> Figures:
    """Kill it so often. Returns: the figures."""
    async with Standin.running() as discord:
        url = f"sqlite:///{folder / 'handrail.db'}"
        return await Soak(discord, url, random.Random(seed)).run(kills)


def main(given: Sequence[str] | None = None) -> int:
    """Returns: the exit status, 1 if anything was lost or doubled."""
    parser = argparse.ArgumentParser(prog="python -m tests.crash.discord_soak", description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--minutes", type=float, default=0, help="again and again, for so long")
    parser.add_argument("--seed", type=int, default=None, help="the same dooms again")
    options = parser.parse_args(given)
    seed = options.seed if options.seed is not None else random.SystemRandom().randrange(2**32)
    end, faults = time.monotonic() + options.minutes * 60, 0
    while True:
        faults += _soak_and_tell(options.kills, seed)
        seed += 1
        if time.monotonic() >= end:
            return int(faults > 0)


def _soak_and_tell(kills: int, seed: int) -> int:
    """One line of figures. Returns: the faults."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(soak(kills, seed, Path(folder)))
    report = dataclasses.asdict(found) | {
        "seed": seed,
        "killed": sum(found.kills.values()),
        "faults": found.faults,
        "seconds": round(time.monotonic() - began, 1),
    }
    sys.stdout.write(json.dumps(report) + "\n")
    sys.stdout.flush()
    return found.faults


if __name__ == "__main__":
    sys.exit(main())
