"""From the outbox to the platform: what arrives, when, how often, in which order."""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from adapters.memory import UNHURRIED, MemoryAdapter
from bot.clock import ManualClock
from bot.delivery.planner import Planner
from bot.delivery.sender import ANSWERS, CRISIS, LEASE, REST, Sender
from bot.feature import Arrived
from bot.metrics import Metrics
from bot.platform import (
    Action,
    Address,
    Audience,
    Outcome,
    Pace,
    Receipt,
    Say,
    new_key,
    send_to_data,
)
from bot.richtext import paragraph, plain
from storage import members, outbox
from storage.database import Database, Transaction, open_database
from storage.ids import new_id
from storage.outbox import Claimed, Draft, State
from storage.tables import outbox as rows
from storage.tables import schedules
from tests.support.queued import message
from tests.support.stores import MASTER
from tests.support.texts import own_features, own_texts
from tests.support.world import MONDAY_NOON, World, running

TUESDAY = MONDAY_NOON + timedelta(days=1)
QUESTION = "Which word is nearest?"
UNHEARD = Receipt(outcome=Outcome.UNKNOWN, reason="no answer")
LATER = Receipt(outcome=Outcome.RETRY, retry_after=10.0)
GONE = Receipt(outcome=Outcome.GONE)


class Platform(MemoryAdapter):
    """One that can keep the bot waiting, or lose what it is given."""

    def __init__(self, pace: Pace = UNHURRIED) -> None:
        super().__init__(pace=pace)
        self.gates: dict[str, asyncio.Event] = {}
        self.breaks_on: str | None = None

    async def perform(self, action: Action) -> Receipt:
        assert isinstance(action, Say)
        if plain(action.body) == self.breaks_on:
            raise ConnectionResetError
        if gate := self.gates.get(action.to.user or ""):
            await gate.wait()
        return await super().perform(action)


class Desk:
    """A sender with nothing around it but rows, a platform and its clocks."""

    def __init__(
        self,
        database: Database,
        platform: Platform,
        monotonic: Callable[[], float] | None = None,
    ) -> None:
        self.database = database
        self.seconds = 0.0  # on the clock that paces, unless another one does
        self.monotonic = monotonic or (lambda: self.seconds)
        self.platform = platform
        self.clock = ManualClock(MONDAY_NOON)
        self.arrived: dict[str, Arrived] = {}
        self.sender = self.new_sender()

    def new_sender(self) -> Sender:
        return Sender(
            database=self.database,
            adapter=self.platform,
            writes={},
            texts=own_texts(),
            clock=self.clock,
            metrics=Metrics(),
            owner=new_key(),
            monotonic=self.monotonic,
            arrived=self.arrived,
            wake_all=lambda: self.sender.wake(),
        )

    async def put(
        self, *texts: str, to: str = "ada", lane: int = REST, expires: datetime | None = None
    ) -> None:
        """Queue messages, and wake the sender as the core does."""

        def work(tx: Transaction) -> None:
            who, now = Address("memory", user=to), self.clock.now()
            outbox.add(
                tx,
                [message(tx, who, text, now, lane=lane, expires=expires) for text in texts],
                now,
            )

        await self.database.write(work)
        self.sender.wake()

    async def pass_time(self, span: timedelta) -> None:
        """Let time go by, and everything be sent that may be."""
        self.clock.move_by(span)
        await self.sender.settled()

    async def states(self) -> list[tuple[str, int]]:
        """State and counted attempts of each row, in the order they were queued."""
        return await self.database.read(
            lambda tx: [
                (state, attempts)
                for state, attempts in tx.execute(
                    select(rows.c.state, rows.c.attempts).order_by(rows.c.id)
                )
            ]
        )


@asynccontextmanager
async def sending(desk: Desk) -> AsyncIterator[None]:
    """The desk's sender works until the block ends."""
    task = asyncio.create_task(desk.sender.run())
    try:
        yield
    finally:
        for gate in desk.platform.gates.values():
            gate.set()
        desk.sender.stop()
        await task


@pytest.fixture
async def platform() -> Platform:
    made = Platform()
    made.connected = True
    return made


@pytest.fixture
async def idle(database_url: str, platform: Platform) -> AsyncIterator[Desk]:
    """A desk whose sender does not work yet."""
    database = open_database(database_url, MASTER)
    yield Desk(database, platform)
    await database.close()


@pytest.fixture
async def desk(idle: Desk) -> AsyncIterator[Desk]:
    async with sending(idle):
        yield idle


@pytest.fixture
async def world(database_url: str) -> AsyncIterator[World]:
    async with running(database_url, master=MASTER) as made:
        await made.join("ada", hour="9:00", place="Berlin")
        yield made


async def until(seen: Callable[[], bool]) -> None:
    """Let the others work until something is seen."""
    async with asyncio.timeout(60):
        while not seen():  # noqa: ASYNC110
            await asyncio.sleep(0.001)


def questions(world: World, user: str = "ada") -> int:
    return sum(QUESTION in text for text in world.platform.read(user))


async def states_of_check_ins(world: World) -> list[str]:
    statement = select(rows.c.state).where(rows.c.kind == "checkin").order_by(rows.c.due)
    return await world.database.read(lambda tx: list(tx.execute(statement).scalars()))


def always(receipt: Receipt) -> Callable[[Action], Receipt]:
    return lambda action: receipt


# --- what follows


@pytest.mark.parametrize(
    ("receipt", "follows"),
    [(None, ["the room", "it is open"]), (GONE, ["the room", "it could not be"])],
    ids=["arrived", "gone"],
)
async def test_what_follows_from_a_message_is_sent_with_its_end(
    desk: Desk, platform: Platform, receipt: Receipt | None, follows: list[str]
) -> None:
    """Whoever opened a room hears where, in the transaction that records it, and goes on."""
    first = await desk.database.write(lambda tx: _queued(tx, "the room", desk.clock.now()))

    def told(tx: Transaction, row: Claimed, receipt: Receipt, now: datetime) -> list[Draft]:
        if row.send_id != first:
            return []
        words = "it is open" if receipt.outcome is Outcome.SENT else "it could not be"
        return [message(tx, Address("memory", user="bo"), words, now, lane=REST)]

    desk.arrived["message"] = told
    platform.script = lambda action: receipt if action.key == first else None
    desk.sender.wake()
    await desk.sender.settled()

    assert platform.read("ada") + platform.read("bo") == follows[receipt is GONE :]


def _queued(tx: Transaction, words: str, now: datetime) -> str:
    draft = message(tx, Address("memory", user="ada"), words, now, lane=REST)
    outbox.add(tx, [draft], now)
    return draft.send_id


# --- how fast


async def test_no_more_goes_out_than_the_platform_allows(idle: Desk, platform: Platform) -> None:
    """A burst of five after a rest, then one a second, whatever is waiting."""
    platform.pace = Pace(per_minute=60, burst=5, concurrent=4, in_doubt_seconds=60)
    desk = Desk(idle.database, platform)
    sent_at: list[float] = []
    platform.script = lambda action: sent_at.append(desk.seconds)
    for n in range(12):
        await desk.put("hello", to=f"member{n}")

    async with sending(desk):
        await until(lambda: len(sent_at) == 5)
        for second in range(1, 8):
            desk.seconds = float(second)
            desk.sender.wake()
            await until(lambda: len(sent_at) >= 5 + desk.seconds)

    assert sent_at == [0.0] * 5 + [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]


async def test_a_budget_that_fills_up_again_is_noticed(idle: Desk, platform: Platform) -> None:
    """Also right after a look found it spent: nobody else wakes the sender."""
    platform.pace = Pace(per_minute=60, burst=1, concurrent=4, in_doubt_seconds=60)
    looks = itertools.count()
    desk = Desk(idle.database, platform, monotonic=lambda: 0.3 * next(looks))
    await desk.put(*["hello"] * 10)

    async with sending(desk):
        await until(lambda: len(platform.read("ada")) == 10)


async def test_a_crisis_reply_overtakes_ten_thousand_messages(
    idle: Desk, platform: Platform
) -> None:
    """Neither a spent budget nor a platform that hangs on the rest holds it up."""
    platform.pace = Pace(per_minute=60, burst=20, concurrent=4, in_doubt_seconds=60)
    platform.gates["crowd"] = asyncio.Event()
    desk = Desk(idle.database, platform)
    await desk.put(*["news"] * 10_000, to="crowd")

    async with sending(desk):
        await until(lambda: desk.sender._budget.available() == 0)
        await desk.put("Call 112", to="ada", lane=CRISIS)
        await until(lambda: "Call 112" in platform.read("ada"))
        assert platform.read("crowd") == []


async def test_an_answer_does_not_wait_for_what_was_queued_before_it(
    idle: Desk, platform: Platform
) -> None:
    """Who talks with the bot does not notice that a thousand others are being asked."""
    platform.pace = Pace(per_minute=60, burst=20, concurrent=4, in_doubt_seconds=60)
    platform.gates["crowd"] = asyncio.Event()
    desk = Desk(idle.database, platform)
    await desk.put(*["news"] * 1_000, to="crowd")

    async with sending(desk):
        await until(lambda: desk.sender._budget.available() == 0)
        await desk.put("You're welcome", to="ada", lane=ANSWERS)
        await until(lambda: platform.read("ada") == ["You're welcome"])


# --- in which order


async def test_one_address_reads_its_messages_in_order(desk: Desk, platform: Platform) -> None:
    """Also where the first of them has to wait, and others come later."""
    answers = iter([LATER, UNHEARD])
    platform.script = lambda action: next(answers, None)

    await desk.put("1", "2", "3")
    await desk.sender.settled()
    await desk.put("4")
    await desk.sender.settled()
    for _ in range(4):
        await desk.pass_time(timedelta(seconds=10))

    assert platform.read("ada") == ["1", "2", "3", "4"]


async def test_a_later_message_does_not_overtake_one_that_is_on_its_way(
    desk: Desk, platform: Platform
) -> None:
    """The platform takes long for the first; the second is queued meanwhile."""
    gate = platform.gates["ada"] = asyncio.Event()
    await desk.put("1", lane=ANSWERS)
    await until(lambda: bool(desk.sender._last))
    del platform.gates["ada"]  # only the first waits
    await desk.put("2", lane=ANSWERS)
    await desk.put("hello", to="bo", lane=ANSWERS)
    await until(lambda: platform.read("bo") == ["hello"])

    gate.set()
    await desk.sender.settled()

    assert platform.read("ada") == ["1", "2"]


# --- when something is wrong


async def test_a_platform_that_says_later_is_asked_as_often_as_it_takes(
    desk: Desk, platform: Platform
) -> None:
    """ "Later" is no attempt: ten of them leave the row as fresh as it was."""
    answers = iter([LATER] * 10)
    platform.script = lambda action: next(answers, None)
    await desk.put("hello")

    for _ in range(10):
        await desk.sender.settled()
        assert await desk.states() == [(State.WAITING, 0)]
        await desk.pass_time(timedelta(seconds=9))
        assert platform.read("ada") == []
        await desk.pass_time(timedelta(seconds=1))

    assert platform.read("ada") == ["hello"]
    assert await desk.states() == [(State.SENT, 1)]


async def test_after_five_tries_without_an_answer_a_message_is_set_aside(
    desk: Desk, platform: Platform
) -> None:
    """An operator sees it among the dead; the member saw it once, not five times."""
    platform.script = always(UNHEARD)
    await desk.put("hello")

    for tries in range(1, 5):
        await desk.sender.settled()
        assert await desk.states() == [(State.WAITING, tries)]
        await desk.pass_time(timedelta(minutes=1))
    await desk.pass_time(timedelta(days=1))

    assert platform.performed == 5
    assert platform.read("ada") == ["hello"]
    counts = await desk.database.read(outbox.count_by_state)
    assert counts == {("memory", State.DEAD): 1}


async def test_a_message_the_platform_chokes_on_delays_nobody_else(
    desk: Desk, platform: Platform
) -> None:
    """The adapter breaks on one of three; the others arrive at once."""
    platform.breaks_on = "poison"
    await desk.put("hello", to="ada")
    await desk.put("poison", to="bo")
    await desk.put("hello", to="cy")

    await desk.sender.settled()

    assert (platform.read("ada"), platform.read("cy")) == (["hello"], ["hello"])
    assert await desk.states() == [(State.SENT, 1), (State.WAITING, 1), (State.SENT, 1)]


async def test_a_message_that_cannot_be_opened_delays_nobody_else(
    idle: Desk, platform: Platform
) -> None:
    """Damaged bytes in one row: it is set aside, and the others arrive at once."""
    for n in range(9):
        await idle.put("hello", to=f"member{n}")
    second = select(rows.c.id).order_by(rows.c.id).limit(1).offset(1).scalar_subquery()
    damage = update(rows).where(rows.c.id == second).values(payload=b"x" * 80)
    await idle.database.write(lambda tx: tx.execute(damage).rowcount)

    async with sending(idle):
        await idle.sender.settled()

    arrived = [n for n in range(9) if platform.read(f"member{n}")]
    assert arrived == [0, 2, 3, 4, 5, 6, 7, 8]
    states = [state for state, _ in await idle.states()]
    assert states == [State.SENT, State.DEAD, *[State.SENT] * 7]


async def test_what_is_late_is_not_sent_and_says_so(idle: Desk, platform: Platform) -> None:
    """The platform was away until a message had served its time."""
    platform.connected = False
    await idle.put("good morning", expires=MONDAY_NOON + timedelta(hours=3))
    async with sending(idle):
        idle.clock.move_by(timedelta(hours=3))
        platform.connected = True
        await idle.sender.settled()

    assert platform.read("ada") == []
    counts = await idle.database.read(outbox.count_by_state)
    assert counts == {("memory", State.EXPIRED): 1}


async def test_a_slow_platform_is_not_given_everything_again_when_it_wakes(
    idle: Desk, platform: Platform
) -> None:
    """While one message hangs, the one behind it outlives five leases, untried."""
    platform.pace = Pace(per_minute=6000, burst=100, concurrent=1, in_doubt_seconds=86_400)
    desk = Desk(idle.database, platform)
    platform.gates["slow"] = asyncio.Event()
    await desk.put("hello", to="slow")
    await desk.put("hello", to="ada")
    async with sending(desk):
        await until(lambda: bool(desk.sender._last))
        for leases in range(1, 6):
            async with asyncio.timeout(60):
                while (await desk.states())[1] != (State.LEASED, leases):  # noqa: ASYNC110
                    await asyncio.sleep(0.001)
            desk.clock.move_by(LEASE)
            desk.sender.wake()
        given = platform.performed
        platform.gates.pop("slow").set()
        await desk.sender.settled()

    assert platform.read("ada") == ["hello"]
    assert platform.performed - given <= 4
    assert [state for state, _ in await desk.states()] == [State.SENT, State.SENT]


async def test_the_end_does_not_wait_longer_than_what_is_under_way(
    idle: Desk, platform: Platform
) -> None:
    """Asked to stop, a sender records its last receipt and is gone."""
    gate = platform.gates["ada"] = asyncio.Event()
    task = asyncio.create_task(idle.sender.run())
    await idle.put("hello")
    await until(lambda: bool(idle.sender._last))

    idle.sender.stop()
    gate.set()
    async with asyncio.timeout(60):
        await task

    assert await idle.states() == [(State.SENT, 1)]


# --- beyond what the platform remembers


async def test_what_is_found_in_the_history_is_not_sent_again(
    desk: Desk, platform: Platform
) -> None:
    """The platform forgot the key; it would show the message a second time."""
    platform.pace = Pace(per_minute=6000, burst=100, concurrent=8, in_doubt_seconds=60)
    platform.script = always(UNHEARD)
    await desk.put("hello")
    await desk.sender.settled()

    await desk.pass_time(timedelta(minutes=2))

    assert platform.performed == 1
    assert await desk.states() == [(State.SENT, 2)]


async def test_what_was_surely_not_sent_is_sent(desk: Desk, platform: Platform) -> None:
    """Too late for the platform to know the key; its history shows that there is nothing."""
    platform.pace = Pace(per_minute=6000, burst=100, concurrent=8, in_doubt_seconds=60)
    platform.breaks_on = "hello"
    await desk.put("hello")
    await desk.sender.settled()

    platform.breaks_on = None
    await desk.pass_time(timedelta(minutes=2))

    assert platform.read("ada") == ["hello"]
    assert await desk.states() == [(State.SENT, 2)]


@pytest.mark.parametrize(
    ("lane", "state", "seen"),
    [
        pytest.param(REST, State.UNCERTAIN, [], id="a reminder is rather missed than doubled"),
        pytest.param(CRISIS, State.SENT, ["hello"], id="a crisis reply rather doubled than missed"),
    ],
)
async def test_what_may_have_been_sent_and_is_not_found(
    desk: Desk, platform: Platform, lane: int, state: State, seen: list[str]
) -> None:
    """Nobody can tell any more: what it was decides."""
    platform.pace = Pace(per_minute=6000, burst=100, concurrent=8, in_doubt_seconds=60)
    platform.tells = False
    platform.breaks_on = "hello"
    await desk.put("hello", lane=lane)
    await desk.sender.settled()

    platform.breaks_on = None
    await desk.pass_time(timedelta(minutes=2))

    assert platform.read("ada") == seen
    assert await desk.states() == [(state, 2)]


# --- through the whole core


async def test_who_says_stop_before_a_question_goes_out_is_not_asked(world: World) -> None:
    """The row was there already, waiting for the platform."""
    world.platform.script = always(LATER)
    await world.move_to(datetime(2026, 11, 24, 8, 0, tzinfo=UTC))
    world.platform.script = None

    await world.platform.say("ada", "stop")
    await world.move_by(minutes=5)

    assert questions(world) == 0
    assert await states_of_check_ins(world) == [State.CANCELLED]


async def test_who_pauses_before_a_question_goes_out_is_not_asked(world: World) -> None:
    """A pause takes back what waits, too."""
    world.platform.script = always(LATER)
    await world.move_to(datetime(2026, 11, 24, 8, 0, tzinfo=UTC))
    world.platform.script = None

    await world.platform.say("ada", "checkin pause")
    await world.move_by(minutes=5)

    assert questions(world) == 0
    assert await states_of_check_ins(world) == [State.CANCELLED]


async def test_a_question_that_cannot_go_out_for_three_hours_is_let_go(world: World) -> None:
    """No "good morning" at noon; the outbox says that it expired."""
    world.platform.script = always(LATER)
    await world.move_to(datetime(2026, 11, 24, 8, 0, tzinfo=UTC))
    world.platform.script = None

    await world.move_by(hours=3)

    assert questions(world) == 0
    assert await states_of_check_ins(world) == [State.EXPIRED]


async def test_who_cannot_be_reached_is_left_alone_until_they_speak(world: World) -> None:
    """They blocked the bot; a word from them opens the door again."""
    world.platform.script = always(GONE)
    await world.move_to(datetime(2026, 11, 24, 8, 0, tzinfo=UTC))
    world.platform.script = None
    tried = world.platform.performed

    await world.move_by(days=1)
    assert world.platform.performed == tried
    await world.platform.say("ada", "help")
    await world.move_by(days=1)

    assert questions(world) == 1
    assert await states_of_check_ins(world) == [State.DEAD, State.CANCELLED, State.SENT]


async def test_a_room_that_is_gone_does_not_cost_a_member_their_question(world: World) -> None:
    """The bot was thrown out of a room while it answered there; direct messages still arrive."""
    room = Address("memory", space="club", channel="lobby")

    def answer_there(tx: Transaction) -> None:
        member = members.member_with(tx, "memory", "ada")
        assert member is not None
        row, key = new_id(), new_key()
        say = Say(to=room, body=paragraph("Hello"), audience=Audience.PUBLIC, key=key)
        payload = json.dumps(send_to_data(say)).encode()
        draft = Draft(
            id=row,
            send_id=key,
            dedupe_key=key,
            kind="message",
            subject=member.id,
            person=member.id,
            platform="memory",
            lane=ANSWERS,
            payload=tx.key_of(member.id).seal(outbox.SEALED, row, payload),
            due=world.clock.now(),
            expires=None,
        )
        outbox.add(tx, [draft], world.clock.now())

    world.platform.script = always(GONE)
    tried = world.platform.performed
    await world.database.write(answer_there)
    await world.settle()
    assert world.platform.performed == tried + 1
    world.platform.script = None

    await world.move_to(datetime(2026, 11, 24, 8, 0, tzinfo=UTC))

    assert questions(world) == 1


async def test_who_travels_and_then_wants_more_days_is_asked_the_next_day(world: World) -> None:
    """Arriving somewhere is no pause."""
    await world.platform.say("ada", "checkin days sun")
    await world.platform.say("ada", "place Auckland")
    await world.platform.say("ada", "checkin days daily")

    await world.move_to(datetime(2026, 11, 24, 20, 0, tzinfo=UTC))  # Wednesday there, nine o'clock

    assert questions(world) == 1


async def test_after_days_away_only_the_question_of_the_hour_is_asked(database_url: str) -> None:
    """What was missed stands in the outbox as expired, day by day."""
    async with running(database_url) as world:
        await world.join("ada", hour="9:00", place="Berlin")
        platform = world.platform
    back = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)  # an hour after Friday's question was due
    async with running(database_url, now=back, platform=platform) as world:
        await world.move_by(minutes=1)

        assert questions(world) == 1
        expired = [State.EXPIRED] * 3
        assert await states_of_check_ins(world) == [*expired, State.SENT]


@pytest.mark.parametrize(
    "trouble",
    [
        pytest.param({"kind": "no-longer-known"}, id="a kind that no feature plans"),
        pytest.param({"zone": "Atlantis/Capital"}, id="a zone that is gone"),
    ],
)
async def test_a_rule_that_cannot_be_planned_holds_up_nobody(
    world: World, trouble: dict[str, str]
) -> None:
    """It is tried again later; everybody else is asked in time."""
    asked = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
    broken = {"kind": "checkin", "zone": "UTC"} | trouble
    insert = schedules.insert().values(
        id=new_id(),
        subject=0,
        wall_time="09:00",
        days=0b1111111,
        next_day=asked.date(),
        next_due=asked - timedelta(minutes=1),
        **broken,
    )
    await world.database.write(lambda tx: tx.execute(insert).rowcount)

    await world.move_to(asked)

    assert questions(world) == 1


async def test_two_processes_that_plan_at_once_ask_once(world: World, database_url: str) -> None:
    """Planners need no leader."""
    names = [f"member{n}" for n in range(20)]
    for name in names:
        await world.join(name, hour="9:00", place="Berlin")
    other = open_database(database_url, MASTER, migrate=False)
    plans = {kind: plan for feature in own_features() for kind, plan in feature.plans.items()}
    second = Planner(other, world.clock, plans)
    world.clock.move_to(datetime(2026, 11, 24, 8, 0, tzinfo=UTC))

    planned = await asyncio.gather(second.tick(), world.core.look_again(), second.tick())
    await world.settle()
    await other.close()

    assert planned[0] + planned[2] <= len(names) + 1
    assert [questions(world, name) for name in ["ada", *names]] == [1] * 21
