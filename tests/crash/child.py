"""One life of the bot, in a process of its own: it ends when it is told to, or at a named moment.

Its platform lives in the parent, on the other end of a socket, and so survives it.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any

import structlog

from bot.clock import ManualClock
from bot.core import Core
from bot.crisis.watching.knowing import Rooms, StaffRoom
from bot.features import Around, wired
from bot.metrics import Metrics
from bot.platform import (
    Ability,
    Action,
    Address,
    Chose,
    Event,
    NotSent,
    Outcome,
    Pace,
    Receipt,
    Said,
    Say,
    Sink,
)
from storage.database import Database
from tests.support.crisis import agreed
from tests.support.stores import MASTER
from tests.support.texts import own_places, own_texts

if TYPE_CHECKING:
    from bot.commands import CommandTable

PLATFORM = "wire"
SPACE, STAFF = "harbour", "staff"
DIED = 70  # exit status of a life that ended at its moment

# Read before the processes of the lives are forked, for all of them.
own_texts()
own_places()


@dataclass(frozen=True, slots=True)
class Life:
    """What a life is given.

    Args:
        wire: path of the platform's socket.
        in_doubt_seconds: how long the adapter trusts the platform to recognise a key.
        dies_at: the name of a checkpoint; empty: it lives until told to stop.
        nth: it dies when it comes there for the nth time.
        freezes: it stops there instead (SIGSTOP), and may be woken again.
        sleeps: seconds by which its clock is on when it is woken.
        role: all; gateway, which also plans; or worker, which hears of no events and sends nothing.
    """

    database: str
    wire: str
    in_doubt_seconds: float
    dies_at: str = ""
    nth: int = 1
    freezes: bool = False
    sleeps: float = 0.0
    role: str = "all"


def live(life: Life) -> None:
    """Run the whole core around the platform on the wire."""
    # Only what is wrong with the bot itself is worth reading here.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    asyncio.run(_live(life))


async def _live(life: Life) -> None:
    reader, writer = await asyncio.open_unix_connection(life.wire)
    first = json.loads(await reader.readline())
    clock = ManualClock(datetime.fromisoformat(first["clock"]))
    checkpoint = _Fate(life, clock)
    database = Database.open(life.database, MASTER, checkpoint=checkpoint)
    stop = asyncio.Event()
    works = life.role == "worker"
    adapter = Wire(reader, writer, life.in_doubt_seconds, clock, stop, hears=not works)
    texts = own_texts()
    rooms = Rooms(staff=(StaffRoom(Address(PLATFORM, channel=STAFF), "en"),))
    whole = wired(
        Around(
            texts=texts,
            places=own_places(),
            rooms_of=lambda tx, community: rooms,
            detector_with=agreed,
            checkpoint=checkpoint,
        )
    )
    core = Core(
        database=database,
        adapters=[] if works else [adapter],
        features=whole.features,
        texts=texts,
        clock=clock,
        metrics=Metrics(),
        ahead=whole.watch(database, clock),
        checkpoint=checkpoint,
    )
    adapter.moved = core.look_again
    following = asyncio.create_task(adapter.run(core.take, core.table)) if works else None
    await core.run(stop)
    if following is not None:
        following.cancel()
    await database.close()


class _Fate:
    """Ends the process at the nth visit to a checkpoint. Called from several threads."""

    def __init__(self, life: Life, clock: ManualClock) -> None:
        self._life = life
        self._clock = clock
        self._left = life.nth
        self._lock = threading.Lock()

    def __call__(self, name: str) -> None:
        if name != self._life.dies_at:
            return
        with self._lock:
            self._left -= 1
            if self._left:
                return
            if self._life.freezes:
                os.kill(os.getpid(), signal.SIGSTOP)
                self._clock.move_by(timedelta(seconds=self._life.sleeps))
            else:
                os._exit(DIED)


class Wire:
    """The adapter: JSON lines to and from the platform in the parent."""

    platform = PLATFORM

    def __init__(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        in_doubt_seconds: float,
        clock: ManualClock,
        stop: asyncio.Event,
        *,
        hears: bool = True,
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._clock = clock
        self._stop = stop
        self._hears = hears
        self._numbers = count()
        self._asked: dict[int, asyncio.Future[Any]] = {}
        self._handing_over: set[asyncio.Task[None]] = set()
        self.connected = False
        self.moved: Callable[[], Any] = lambda: None
        self.pace = Pace(
            per_minute=60_000, burst=1000, concurrent=8, in_doubt_seconds=in_doubt_seconds
        )

    def abilities(self, where: Address) -> frozenset[Ability]:
        return frozenset()

    async def run(self, sink: Sink, commands: CommandTable) -> None:
        self.connected = True
        self._tell({"ready": self._hears})
        while line := await self._reader.readline():
            match json.loads(line):
                case {"clock": moment}:
                    self._clock.move_to(max(datetime.fromisoformat(moment), self._clock.now()))
                    self._begin(self.moved())
                case {"event": data}:
                    self._begin(self._hand_over(sink, _event(data)))
                case {"asked": number, "receipt": data}:
                    receipt = Receipt(**data | {"outcome": Outcome(data["outcome"])})
                    self._asked.pop(number).set_result(receipt)
                case {"asked": number, "not_sent": sure}:
                    self._asked.pop(number).set_result(NotSent() if sure else None)
                case {"stop": True}:
                    self._stop.set()
        os._exit(1)  # the parent is gone

    async def perform(self, action: Action) -> Receipt:
        assert isinstance(action, Say)
        receipt: Receipt = await self._ask(
            {
                "perform": action.key,
                "to": action.to.user or action.to.channel,
                "about": action.answers or action.edits,
                "prompt": action.choices.prompt if action.choices else "",
                "rings": action.rings,
            }
        )
        return receipt

    async def find_sent(self, key: str, to: Address, since: datetime) -> Receipt | NotSent | None:
        found: Receipt | NotSent | None = await self._ask({"find": key})
        return found

    async def can_reach(self, user: Address) -> bool:
        return True

    async def close(self) -> None:
        self._writer.close()

    async def _hand_over(self, sink: Sink, event: Event) -> None:
        await sink(event)
        self._tell({"applied": event.id})

    async def _ask(self, question: dict[str, Any]) -> Any:
        number = next(self._numbers)
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._asked[number] = answer
        self._tell(question | {"asked": number})
        return await answer

    def _tell(self, message: dict[str, Any]) -> None:
        self._writer.write(json.dumps(message).encode() + b"\n")

    def _begin(self, work: Any) -> None:
        task = asyncio.ensure_future(work)
        self._handing_over.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._handing_over.discard(task)
        if not task.cancelled() and task.exception() is not None:
            structlog.get_logger().error("life_broke", exc_info=task.exception())
            os._exit(1)


def _event(data: dict[str, Any]) -> Event:
    who, room = Address(PLATFORM, user=data["who"]), data.get("room")
    common = {
        "id": data["id"],
        "at": datetime.fromisoformat(data["at"]),
        "where": Address(PLATFORM, space=SPACE, channel=room) if room else who,
        "actor": who,
        "roles": frozenset({"moderator"} if room else ()),
        "direct": not room,
        "spaces": (SPACE,),
        "message": data["id"],
    }
    if "text" in data:
        return Said(**common, addressed=True, text=data["text"])
    return Chose(**common, prompt=data["prompt"], choice=data["choice"])
