"""Members, their days, and a bot that dies again and again; afterwards everything is counted.

What should have happened is worked out here, from what the members said and from the calendar;
what did happen is what the platform showed. The bot's tables are asked for the effects of events
and for what it says it gave up.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import signal
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from datetime import time as wall_time
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from storage import members, schedules
from storage.database import Database, Transaction, open_database
from storage.outbox import OPEN, State
from storage.tables import checkins, consents, outbox, persons
from tests.crash.child import DIED, PLATFORM, Life, live
from tests.crash.platform import Platform
from tests.support.stores import MASTER

FAILPOINTS = (
    "planner-selected",
    "planner-before-commit",
    "sender-claimed",
    "sender-sent",
    "sender-settled",
    "event-handled",
    "event-applied",
    "before-commit",
    "after-commit",
)
KILL_9 = "kill -9"
BEGIN = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
PATIENCE = 60.0  # real seconds that a bot may take until nothing is left to do
POLL = 0.01
NOTES_ON = "checkin notes on"

# The server imports everything once; each life is a fork of it, and starts in a moment.
_processes = multiprocessing.get_context("forkserver")
_processes.set_forkserver_preload(["tests.crash.child"])


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who wants to be asked every day."""

    name: str
    hour: wall_time
    zone: str

    def due_between(self, after: datetime, until: datetime) -> dict[str, datetime]:
        """The local dates whose hour comes in a span, with the moment; no clock changes in it."""
        zone = ZoneInfo(self.zone)
        day, found = after.astimezone(zone).date(), {}
        while (moment := datetime.combine(day, self.hour, zone)) <= until:
            if moment > after:
                found[day.isoformat()] = moment.astimezone(UTC)
            day += timedelta(days=1)
        return found


@dataclass(frozen=True, slots=True)
class Doom:
    """How a life ends.

    Args:
        at: a checkpoint, or `KILL_9`.
        nth: at which visit to the checkpoint.
        seconds: after how long, with `KILL_9`.
    """

    at: str
    nth: int = 1
    seconds: float = 0.0


@dataclass(slots=True, kw_only=True)
class Figures:
    """What a rehearsal came to.

    Args:
        due: check-ins that members wanted. lost: of those, neither shown nor reported.
        reported: check-ins and answers that were not shown, and stand in the outbox as such.
        doubled: messages beyond the first for one member and date, or for one event.
        unanswered: events without an answer, beyond those reported.
        misapplied: effects of events that are missing or there twice; questions nobody wanted.
        absorbed: repeated sends that the platform recognised by their key.
        looked_up: times that the bot read the platform's history before a repeated send.
    """

    kills: dict[str, int]
    due: int = 0
    lost: int = 0
    reported: int = 0
    doubled: int = 0
    events: int = 0
    unanswered: int = 0
    misapplied: int = 0
    absorbed: int = 0
    looked_up: int = 0

    @property
    def faults(self) -> int:
        """What must never happen, added up."""
        return self.lost + self.doubled + self.unanswered + self.misapplied


@dataclass(slots=True, kw_only=True)
class Rehearsal:
    """A platform with members, and a bot.

    Args:
        trust: seconds for which the bot counts on the platform to recognise a key.
        database: never written to from here.
        dooms: how one life after the other ends; after the last one the bot lives on.
        while_dead: called when the bot has died, before it is started again.
    """

    url: str
    wire: Path
    platform: Platform
    members: Sequence[Member]
    trust: float
    database: Database
    dooms: Iterator[Doom] = field(default_factory=lambda: iter(()))
    while_dead: Callable[[], None] = lambda: None
    kills: Counter[str] = field(default_factory=Counter)
    lives: list[ForkServerProcess] = field(default_factory=list)
    bot: ForkServerProcess | None = None
    _doom: Doom | None = None
    _joined: dict[str, datetime] = field(default_factory=dict)

    # --- the days of the members

    async def everybody_joins(self) -> None:
        """Sign up question by question; the bot has to remember where each of them stood."""
        for member in self.members:
            self.platform.press(member.name, "join", "adult")
        await self.settle()
        for member in self.members:
            self.platform.say(member.name, f"{member.hour:%H:%M}")
        await self.settle()
        for member in self.members:
            self.platform.say(member.name, member.zone)
        await self.settle()
        for member in self.members:
            sure = f"join-sure/{member.hour:%H:%M}/{member.zone}"
            self.platform.press(member.name, sure, "yes")
            self._joined[member.name] = self.platform.now
        await self.settle()

    def let_the_next_be_due(self) -> None:
        """Time passes until the next check-in."""
        now = self.platform.now
        tomorrow = now + timedelta(days=1)
        due = [m for each in self.members for m in each.due_between(now, tomorrow).values()]
        self.platform.move_to(min(due))

    def all_say_something(self, who: Iterable[Member]) -> None:
        """Each answers the last question, or says that notes may be kept.

        Who was asked twice since their last answer gives one: after three days of silence a gentle
        message would stand in the place of a question.
        """
        asked = {shown.to: shown.day for shown in self.platform.shown if shown.day}
        silent = {name for name, days in self._unanswered().items() if len(days) >= 2}
        for member in dict.fromkeys([*who, *(m for m in self.members if m.name in silent)]):
            answers = member.name in silent or self.platform.random.random() < 0.5
            if member.name in asked and answers:
                self.platform.press(member.name, f"checkin/{asked[member.name]}", "good")
            else:
                self.platform.say(member.name, NOTES_ON)

    def _unanswered(self) -> dict[str, set[str]]:
        """The dates that each was asked about since the last that they answered."""
        last = {
            event["who"]: event["prompt"].partition("/")[2]
            for event in self.platform.said.values()
            if event.get("prompt", "").startswith("checkin/")
        }
        found: dict[str, set[str]] = defaultdict(set)
        for shown in self.platform.shown:
            if shown.day > last.get(shown.to, ""):
                found[shown.to].add(shown.day)
        return found

    # --- the lives of the bot

    async def settle(self) -> None:
        """Let the bot work, and start it when it has died, until nothing is left to do."""
        deadline = time.monotonic() + PATIENCE
        while True:
            self._keep_alive()
            left, waits_until = await self.database.read(self.left)
            if left == 0 and not self.platform.unacknowledged:
                return
            if waits_until is not None and waits_until > self.platform.now:
                self.platform.move_to(waits_until)
            if time.monotonic() > deadline:
                raise TimeoutError(f"{left} rows are left to do")
            await asyncio.sleep(POLL)

    async def end_life(self) -> None:
        """Ask the bot to end by itself; the next one begins with the next doom."""
        bot, self.bot = self.bot, None
        if bot is None:
            return
        async with asyncio.timeout(PATIENCE):
            while bot.is_alive():
                self.platform.stop_bots()  # again: it may not have been there yet
                await asyncio.sleep(POLL)
        if bot.exitcode != 0:
            self._bury(bot)

    def begin_life(
        self,
        doom: Doom | None = None,
        *,
        freezes: bool = False,
        sleeps: float = 0.0,
        role: str = "all",
    ) -> ForkServerProcess:
        """Start a bot. Returns: its process."""
        life = Life(
            database=self.url,
            wire=str(self.wire),
            in_doubt_seconds=self.trust,
            dies_at=doom.at if doom is not None and doom.at != KILL_9 else "",
            nth=doom.nth if doom is not None else 1,
            freezes=freezes,
            sleeps=sleeps,
            role=role,
        )
        bot = _processes.Process(target=live, args=(life,), daemon=True)
        bot.start()
        self.lives.append(bot)
        if doom is not None and doom.at == KILL_9:
            asyncio.get_running_loop().call_later(doom.seconds, _kill, bot)
        return bot

    def _keep_alive(self) -> None:
        if self.bot is not None and self.bot.is_alive():
            return
        if self.bot is not None:
            self._bury(self.bot)
            self.while_dead()
        self._doom = next(self.dooms, None)
        self.bot = self.begin_life(self._doom)

    def left(self, tx: Transaction) -> tuple[int, datetime | None]:
        """How much is left to do; when all of it waits for a moment, that moment."""
        due = schedules.next_due(tx)
        to_plan = int(due is not None and due <= self.platform.now)
        open_rows = tx.execute(
            select(outbox.c.state, outbox.c.not_before).where(outbox.c.state.in_(OPEN))
        ).all()
        wait = to_plan == 0 and open_rows and all(s == State.WAITING for s, _ in open_rows)
        return to_plan + len(open_rows), min(m for _, m in open_rows) if wait else None

    def _bury(self, bot: ForkServerProcess) -> None:
        if bot.exitcode == DIED and self._doom is not None:
            self.kills[self._doom.at] += 1
        elif bot.exitcode == -signal.SIGKILL:
            self.kills[KILL_9] += 1
        else:
            raise RuntimeError(f"nobody killed the bot, and it ended with {bot.exitcode}")

    # --- the count

    def check_ins_shown(self) -> Counter[tuple[str, str]]:
        """How often each member was asked about each local date."""
        return Counter((each.to, each.day) for each in self.platform.shown if each.day)

    async def figures(self) -> Figures:
        """Hold what should have happened against what did. Call after `end_life`."""
        found = Figures(kills=dict(self.kills), events=len(self.platform.said))
        found.absorbed, found.looked_up = self.platform.absorbed, self.platform.looked_up
        await self.database.read(lambda tx: self._count_check_ins(tx, found))
        await self.database.read(lambda tx: self._count_answers(tx, found))
        await self.database.read(lambda tx: self._count_effects(tx, found))
        return found

    def _count_check_ins(self, tx: Transaction, found: Figures) -> None:
        shown = self.check_ins_shown()
        found.doubled += sum(count - 1 for count in shown.values())
        for member in self.members:
            person = members.member_with(tx, PLATFORM, member.name)
            for day in member.due_between(self._joined[member.name], self.platform.now):
                found.due += 1
                if shown.pop((member.name, day), 0):
                    continue
                key = f"checkin:{person.id if person else 0}:{day}"
                state = tx.execute(select(outbox.c.state).where(outbox.c.dedupe_key == key))
                if state.scalar() in (State.UNCERTAIN, State.DEAD):
                    found.reported += 1
                else:
                    found.lost += 1
        found.misapplied += len(shown)  # questions that nobody wanted

    def _count_answers(self, tx: Transaction, found: Figures) -> None:
        wanted = Counter((event["who"], event["id"]) for event in self.platform.said.values())
        got = Counter((each.to, each.about) for each in self.platform.shown if not each.day)
        given_up = tx.execute(
            select(func.count())
            .select_from(outbox)
            .where(outbox.c.kind == "message", outbox.c.state.in_([State.UNCERTAIN, State.DEAD]))
        ).scalar_one()
        missing = (wanted - got).total()
        found.doubled += (got - wanted).total()
        found.reported += min(missing, given_up)
        found.unanswered += max(0, missing - given_up)

    def _count_effects(self, tx: Transaction, found: Figures) -> None:
        """Each yes to notes adds a row, so that one applied twice shows."""
        said = self.platform.said.values()
        should = {
            "people": len(self.members),
            "notes": sum(event.get("text") == NOTES_ON for event in said),
            "days": len({(e["who"], e["prompt"]) for e in said if e.get("choice") == "good"}),
        }
        notes = select(consents.c.id).where(consents.c.purpose == "notes")
        did = {
            "people": len(tx.execute(select(persons.c.id)).all()),
            "notes": len(tx.execute(notes).all()),
            "days": len(tx.execute(select(checkins.c.id)).all()),
        }
        found.misapplied += sum(abs(did[each] - should[each]) for each in should)


def _kill(bot: ForkServerProcess) -> None:
    if bot.is_alive():
        bot.kill()


@asynccontextmanager
async def rehearsing(
    url: str,
    people: Sequence[Member],
    platform: Platform,
    *,
    trust: float = 86_400.0,
) -> AsyncIterator[Rehearsal]:
    """A rehearsal on an empty database; whatever still lives at the end is killed."""
    database = open_database(url, MASTER)
    with tempfile.TemporaryDirectory(prefix="handrail") as directory:
        wire = Path(directory, "wire")
        made = Rehearsal(
            url=url, wire=wire, platform=platform, members=people, trust=trust, database=database
        )
        async with platform.open(wire):
            try:
                yield made
            finally:
                for bot in made.lives:
                    _kill(bot)
                await database.close()
