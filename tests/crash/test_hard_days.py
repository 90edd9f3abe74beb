"""An hour without the platform, clocks that jump, repeated events, poison, a sick database."""

from __future__ import annotations

import asyncio
import random
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Table, func, select

from adapters.memory import MemoryAdapter
from bot.platform import Action, Chose, Event, Outcome, Receipt, Said, Say
from bot.richtext import plain
from storage import engines, outbox
from storage.database import Transaction
from storage.errors import StorageError, StorageFullError
from storage.outbox import OPEN, State
from storage.tables import checkins, consents
from tests.support.person import Person
from tests.support.queued import message
from tests.support.world import World, running

pytestmark = pytest.mark.crash

TUESDAY_NINE = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)  # nine in Berlin
QUESTION = "Which word is nearest?"
DAY = timedelta(days=1)
LATER = Receipt(outcome=Outcome.RETRY, retry_after=30.0)
LOST = Receipt(outcome=Outcome.UNKNOWN, reason="no answer")


class Asking(MemoryAdapter):
    """Remembers which local date each person was asked about."""

    def __init__(self, *, forms: bool = True) -> None:
        super().__init__(forms=forms)
        self.asked: Counter[tuple[str, str]] = Counter()
        self.poisoned: frozenset[str] = frozenset()

    async def perform(self, action: Action) -> Receipt:
        if not isinstance(action, Say):
            return await super().perform(action)
        if plain(action.body) in self.poisoned:
            raise ConnectionResetError
        receipt = await super().perform(action)
        prompt = action.choices.prompt if action.choices else ""
        if receipt.outcome is Outcome.SENT and prompt.startswith("checkin/"):
            self.asked[action.to.user or "", prompt.partition("/")[2]] += 1
        return receipt


async def by_state(world: World) -> dict[str, int]:
    rows = await world.database.read(outbox.count_by_state)
    return {state: count for (_, state), count in rows.items()}


def count(tx: Transaction, table: Table, purpose: str | None = None) -> int:
    """Rows of a table; of consents, those for one purpose."""
    rows = select(func.count()).select_from(table)
    if purpose is not None:
        rows = rows.where(table.c.purpose == purpose)
    return int(tx.execute(rows).scalar_one())


# --- an hour without the platform


@pytest.mark.parametrize("trouble", ["not connected", "asks to wait"])
async def test_an_outage_of_an_hour_costs_nobody_their_question(
    database_url: str, trouble: str
) -> None:
    """What came due meanwhile, and what had been asked for, goes out once when it is over."""
    platform = Asking()
    people = [f"member{n}" for n in range(12)]
    async with running(database_url, platform=platform) as world:
        for name in people:
            await world.join(name, hour="9:00", place="Berlin")
        if trouble == "not connected":
            platform.connected = False
        else:
            platform.script = lambda action: LATER
        for minutes in range(0, 61, 5):
            world.clock.move_to(TUESDAY_NINE + timedelta(minutes=minutes))
            await world.core.ticker.tick()
            world.core.wake()
            await asyncio.sleep(0)
        assert not platform.asked

        platform.connected, platform.script = True, None
        await world.move_by(minutes=5)
        states = await by_state(world)

    assert platform.asked == Counter({(name, "2026-11-24"): 1 for name in people})
    assert set(states) == {State.SENT.value}


# --- clocks that jump


def jump(world: World, span: timedelta) -> None:
    """The machine's clock was wrong, or is set right."""
    world.clock._offset += span


@pytest.mark.parametrize("first", [-DAY, DAY], ids=["back", "on"])
@pytest.mark.parametrize("put_right", [True, False], ids=["put right", "stays so"])
async def test_a_clock_that_jumps_a_day_asks_about_no_date_twice(
    database_url: str, first: timedelta, put_right: bool
) -> None:
    """And a week later everybody is asked each day again; what was let go says so."""
    platform = Asking()
    async with running(database_url, platform=platform) as world:
        await world.join("ada", hour="9:00", place="Berlin")
        await world.move_to(TUESDAY_NINE)
        await world.move_by(minutes=30)

        jump(world, first)
        await world.move_by(minutes=1)
        if put_right:
            jump(world, -first)
            await world.move_by(minutes=1)
        for _ in range(9 * 24):
            await world.move_by(hours=1)
        last_days = [(world.clock.now() - n * DAY).date().isoformat() for n in range(1, 5)]
        states = await by_state(world)

    assert set(platform.asked.values()) == {1}
    assert {day for _, day in platform.asked} >= set(last_days)
    assert set(states) <= {State.SENT.value, State.EXPIRED.value}
    assert states.get(State.EXPIRED.value, 0) <= 1


# --- events that come twice and in any order


@pytest.mark.parametrize("forms", [True, False], ids=["waiting", "durable"])
async def test_events_that_come_twice_and_in_any_order_are_applied_once(
    database_url: str, forms: bool
) -> None:
    """Each is answered once, its effect is there once, whatever came before it."""
    platform = Asking(forms=forms)
    chance = random.Random(20261121)
    people = [f"member{n}" for n in range(10)]
    async with running(database_url, platform=platform) as world:
        for name in people:
            await Person(world, name).join()
        await world.move_to(TUESDAY_NINE)
        events: list[Event] = []
        for name in people:
            for words in ("checkin notes on", "help", "checkin history"):
                said = Said(**platform.event(name), direct=True, addressed=True, text=words)
                events.append(said)
            press = platform.event(name)
            events.append(Chose(**press, direct=True, prompt="checkin/2026-11-24", choice="good"))
        shown = {name: len(platform.rooms[name]) for name in people}
        handed = [event for event in events for _ in range(chance.randint(1, 3))]
        chance.shuffle(handed)
        await asyncio.gather(*(world.core.take(event) for event in handed))
        await world.settle()
        answers = Counter(
            each.answers for name in people for each in platform.rooms[name][shown[name] :]
        )

        notes = await world.database.read(lambda tx: count(tx, consents, "notes"))
        days = await world.database.read(lambda tx: count(tx, checkins))

    assert len(handed) > len(events)
    assert (notes, days) == (len(people), len(people))
    assert max(answers.values()) == 1 or forms


# --- poison


async def test_one_message_in_a_thousand_is_poison_and_delays_nobody(database_url: str) -> None:
    """Tried five times, then set aside for an operator; the others do not wait a second."""
    platform = Asking()
    platform.poisoned = frozenset({"poison"})
    async with running(database_url, platform=platform) as world:
        now = world.clock.now()

        def put(tx: Transaction) -> None:
            drafts = [
                message(tx, platform.direct(f"m{n}"), "hello" if n % 1000 else "poison", now)
                for n in range(2000)
            ]
            outbox.add(tx, drafts, now)

        await world.database.write(put)
        world.core.wake()
        await world.settle()  # the clock stands still all the while
        arrived = sum(platform.read(f"m{n}") == ["hello"] for n in range(2000))
        first = await by_state(world)
        for _ in range(8):
            await world.move_by(minutes=1)
        last = await by_state(world)

    assert arrived == 1998
    assert first == {State.SENT.value: 1998, State.WAITING.value: 2}
    assert last == {State.SENT.value: 1998, State.DEAD.value: 2}


# --- a sick database


@contextmanager
def locked(world: World, file: Path) -> Iterator[None]:
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


@contextmanager
def read_only(world: World, _file: Path) -> Iterator[None]:
    """The connection that writes may not."""

    def tell(on: bool) -> None:
        connection = world.database._engines[0].raw_connection()
        connection.cursor().execute(f"PRAGMA query_only = {on:d}")
        connection.close()

    tell(True)
    try:
        yield
    finally:
        tell(False)


@contextmanager
def full(world: World, _file: Path) -> Iterator[None]:
    """Each write is told that there is no room; a disk of our own to fill we have none."""

    async def write(*given: object, **more: object) -> object:
        raise StorageFullError("database or disk is full")

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(world.database, "write", write)
        yield


Trouble = Callable[[World, Path], AbstractContextManager[None]]
TROUBLES: dict[str, tuple[str, Trouble]] = {
    "locked": ("StorageBusyError", locked),
    "read-only": ("ReadOnlyError", read_only),
    "full": ("StorageFullError", full),
}


@pytest.mark.parametrize("kind", TROUBLES)
async def test_a_sick_database_is_named_by_readiness_and_recovers_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """Nobody restarts anything: what was acknowledged is there, what was not is taken again."""
    monkeypatch.setattr(engines, "_WAIT_SECONDS", 0.05)
    named, trouble = TROUBLES[kind]
    file = tmp_path / "h.db"
    platform = Asking(forms=False)
    async with running(f"sqlite:///{file}", platform=platform) as world:
        await Person(world).join()
        event = platform.event("ada")
        said = Said(**event, direct=True, addressed=True, text="checkin notes on")
        await world.core.look_again()
        with trouble(world, file):
            sick = await world.core.health()
            with pytest.raises(StorageError):
                await world.core.take(said)
        well = await world.core.health()
        await world.core.take(said)  # the platform hands it over again
        await world.settle()
        await world.move_to(TUESDAY_NINE)
        kept = await world.database.read(lambda tx: count(tx, consents, "notes"))
        left = {state for state in await by_state(world) if state in OPEN}

    assert kept == 1
    assert sick["database"] == named
    assert well["database"] is None
    assert platform.asked == Counter({("ada", "2026-11-24"): 1})
    assert left == set()
