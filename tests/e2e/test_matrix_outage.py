"""Crashes, restarts and a homeserver in trouble: every message is answered once."""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import re
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from babel import Locale

from adapters.matrix.api import Homeserver as Api
from bot.crisis.lines.helplines import HelpLines
from bot.platform import Address, Audience, Outcome, Said, Say
from bot.richtext import paragraph
from tests.contract.rooms_matrix import matrix_rooms
from tests.e2e.matrix_support import Member, matrix_bot
from tests.support.faulty_proxy import Fault, FaultyProxy
from tests.support.process import Bot
from tests.support.synapse import Account, Homeserver

CRASHES = int(os.environ.get("HANDRAIL_CRASHES", "3"))
"""`make soak` asks for ten; what else takes long is longer then, too."""

LONG = CRASHES > 3

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

PATIENCE = 120.0
"""Seconds for all answers of a burst; a homeserver's troubles are waited out."""

_DIRECTORY = HelpLines()
COUNTRIES = sorted(
    name
    for code in _DIRECTORY.codes
    if (country := _DIRECTORY.country(code))
    and country.emergency
    # Without those that begin like "for the …": how names are read is another test's matter.
    and not (name := Locale.parse("en").territories[code]).startswith("El ")
)
"""Countries with help lines: "help now Austria" has an answer that no other message has."""

BURST = min(20, (len(COUNTRIES) - 1) // CRASHES)

_EMERGENCY = re.compile(r"If a life is in danger \((.+)\): call")


class Conversation:
    """A member who asks for help lines of one country after the other, and counts the answers."""

    def __init__(self, member: Member, room_id: str, bot: str) -> None:
        self.member = member
        self._room = room_id
        self.bot = bot
        self._left = iter(COUNTRIES)
        self.asked: list[str] = []

    def next(self, count: int) -> list[str]:
        """Countries that were not asked for yet."""
        return list(itertools.islice(self._left, count))

    async def ask(self, countries: Sequence[str]) -> None:
        for country in countries:
            await self.member.say(self._room, f"help now {country}")
            self.asked.append(country)

    def answers(self) -> Counter[str]:
        """How often each country was answered for."""
        said = self.member.read(self._room, self.bot)
        return Counter(found[1] for text in said if (found := _EMERGENCY.match(text)))

    async def until_answered(self, countries: Sequence[str]) -> None:
        try:
            await self.member.wait_until(lambda: set(countries) <= set(self.answers()), PATIENCE)
        except TimeoutError:
            missing = sorted(set(countries) - set(self.answers()))
            unread = len(self.member.unreadable)
            pytest.fail(f"no answer for {missing}; {unread} messages could not be read")

    async def check(self) -> None:
        """Each was answered exactly once; the last one shows that nothing follows any more."""
        last = self.next(1)
        await self.ask(last)
        await self.until_answered(self.asked)
        assert self.answers() == Counter(self.asked)
        assert self.member.unreadable == []


@asynccontextmanager
async def _talking(
    synapse: Homeserver, tmp_path: Path, *, behind: str = "", name: str = "ada"
) -> AsyncIterator[tuple[Bot, Conversation]]:
    """A running bot, and a member who has opened direct messages with it."""
    account = synapse.register("handrail")
    bot = matrix_bot(tmp_path / "bot", behind or synapse.url, account)
    async with Member(synapse, synapse.register(name), tmp_path / name) as member:
        try:
            await bot.start()
            room_id = await member.open_direct(account.user_id)
            await member.is_in(account.user_id, room_id)
            yield bot, Conversation(member, room_id, account.user_id)
        finally:
            bot.stop()


@pytest.mark.timeout(600 if CRASHES <= 10 else 60 * CRASHES)
async def test_crashes_in_bursts_lose_and_repeat_nothing(
    synapse: Homeserver, tmp_path: Path
) -> None:
    """Killed in the middle of a burst, again and again: every answer comes once."""
    async with _talking(synapse, tmp_path) as (bot, talk):
        for crash in range(CRASHES):
            countries = talk.next(BURST)
            burst = asyncio.create_task(talk.ask(countries))
            # Half of the crashes by what was said, half by what was answered: 1 to all but one.
            before, enough = len(talk.asked), 1 + (BURST - 2) * crash // max(1, CRASHES - 1)
            if crash % 2:
                await talk.member.wait_until(
                    lambda n=enough, of=countries: sum(c in talk.answers() for c in of) >= n  # type: ignore[misc]
                )
            else:
                while len(talk.asked) < before + enough:  # noqa: ASYNC110
                    await asyncio.sleep(0.001)
            bot.kill()
            await bot.start()
            await burst
            await talk.until_answered(countries)

        await talk.check()
        assert len(talk.asked) == BURST * CRASHES + 1


async def test_a_homeserver_that_restarts_in_a_burst_costs_no_answer(
    synapse: Homeserver, tmp_path: Path
) -> None:
    """What was said before it went down is answered when it is back, and only once."""
    async with _talking(synapse, tmp_path) as (_, talk):
        first = talk.next(10)
        await talk.ask(first)
        synapse.kill()
        synapse.start()
        await talk.until_answered(first)
        await talk.ask(talk.next(5))
        await talk.check()


async def test_an_account_with_ordinary_limits_answers_everything_in_time(tmp_path: Path) -> None:
    """A homeserver that lets the bot send two messages a second is obeyed, and nothing is lost."""
    folder = tmp_path / "homeserver"
    folder.mkdir()
    strict = Homeserver(folder, rate_limits={"rc_message": {"per_second": 2, "burst_count": 4}})
    strict.start()
    try:
        async with _talking(strict, tmp_path) as (bot, talk):
            await _lift_limits(strict, talk.member.id)
            await talk.ask(talk.next(15 if LONG else 7))
            await talk.check()
            assert "dead" not in bot.log
    finally:
        strict.stop()


async def _lift_limits(homeserver: Homeserver, user: str) -> None:
    """For a member, who is meant to talk fast here."""
    admin = homeserver.register("admin", admin=True)
    api = Api(homeserver.url)
    api.token = (await api.call("POST", "login", body=_login(admin)))["access_token"]
    path = ("users", user, "override_ratelimit")
    await api.call("POST", *path, body={"messages_per_second": 0}, root="_synapse/admin/v1")
    await api.close()


def _login(account: Account) -> dict[str, Any]:
    identifier = {"type": "m.id.user", "user": account.user_id}
    return {"type": "m.login.password", "identifier": identifier, "password": account.password}


async def test_a_homeserver_that_asks_to_wait_is_not_asked_before(
    synapse: Homeserver, tmp_path: Path
) -> None:
    """A long "later" of the homeserver holds back all that goes to that room, for so long."""
    async with (
        FaultyProxy(synapse.url) as proxy,
        _talking(synapse, tmp_path, behind=proxy.url) as (_, talk),
    ):
        await talk.ask(talk.next(1))
        await talk.until_answered(talk.asked)
        sends: list[float] = []

        def later(method: str, path: str) -> Fault | None:
            if "/send/m.room.encrypted" not in path:
                return None
            sends.append(time.monotonic())
            body = {"errcode": "M_LIMIT_EXCEEDED", "retry_after_ms": 3000}
            return Fault(429, body) if len(sends) == 1 else None

        proxy.judge = later
        await talk.ask(talk.next(3))
        await talk.check()

        assert sends[1] - sends[0] >= 3


async def test_a_refused_send_tells_how_long_to_wait(synapse: Homeserver, tmp_path: Path) -> None:
    """The adapter does not wait itself: two hours are the outbox's business."""
    async with (
        FaultyProxy(synapse.url) as proxy,
        matrix_rooms(synapse, tmp_path, homeserver=proxy.url) as rooms,
    ):
        room = await rooms.direct()
        sends = []

        def later(method: str, path: str) -> Fault | None:
            if "/send/" not in path:
                return None
            sends.append(path)
            return Fault(429, {"errcode": "M_LIMIT_EXCEEDED", "retry_after_ms": 7_200_000})

        proxy.judge = later
        hello = Say(to=room.address, body=paragraph("Hello"), audience=Audience.DIRECT)
        receipt = await rooms.adapter.perform(hello)

        assert (receipt.outcome, receipt.retry_after) == (Outcome.RETRY, 7200)
        assert len(sends) == 1


FAULTS = (
    Fault(502),
    Fault(),
    Fault(500, {"errcode": "M_UNKNOWN"}),
    Fault(forwarded=True),
    Fault(503),
)


@pytest.mark.timeout(400)
async def test_broken_connections_and_errors_cost_no_answer(
    synapse: Homeserver, tmp_path: Path
) -> None:
    """Every fifth request goes wrong in some way, also after it took effect."""
    async with (
        FaultyProxy(synapse.url) as proxy,
        _talking(synapse, tmp_path, behind=proxy.url) as (bot, talk),
    ):
        faults: Iterator[Fault] = itertools.cycle(FAULTS)
        count = itertools.count(1)
        proxy.judge = lambda method, path: next(faults) if next(count) % 5 == 0 else None
        while proxy.faults < (20 if LONG else len(FAULTS)):
            countries = talk.next(5)
            await talk.ask(countries)
            await talk.until_answered(countries)
        proxy.judge = lambda method, path: None

        await talk.check()
        assert "event_dropped" not in bot.log


async def test_an_expired_log_in_is_renewed_while_members_talk(
    synapse: Homeserver, tmp_path: Path
) -> None:
    """The token runs out in the middle of a burst: same device, same keys, nobody notices."""
    async with (
        FaultyProxy(synapse.url) as proxy,
        _talking(synapse, tmp_path, behind=proxy.url) as (bot, talk),
    ):
        await talk.ask(talk.next(3))
        await talk.until_answered(talk.asked)
        before = await _devices(synapse, talk.member, talk.bot)
        log_ins = []

        def expired(method: str, path: str) -> Fault | None:
            if path.endswith("/login"):
                log_ins.append(path)
            if log_ins:
                return None
            return Fault(401, {"errcode": "M_UNKNOWN_TOKEN", "soft_logout": True})

        proxy.judge = expired
        await talk.ask(talk.next(10))
        await talk.check()

        assert len(log_ins) == 1
        assert await _devices(synapse, talk.member, talk.bot) == before
        assert "same_device=True" in bot.log
        async with Member(synapse, synapse.register("ben"), tmp_path / "ben") as ben:
            room_id = await ben.open_direct(talk.bot)
            await ben.is_in(talk.bot, room_id)
            await Conversation(ben, room_id, talk.bot).check()


async def _devices(homeserver: Homeserver, member: Member, user: str) -> dict[str, str]:
    """The devices of an account that have keys, with their ed25519 keys."""
    api = Api(homeserver.url)
    api.token = member.client.access_token
    answer = await api.call("POST", "keys", "query", body={"device_keys": {user: []}})
    await api.close()
    devices = answer["device_keys"].get(user, {})
    return {device: keys["keys"][f"ed25519:{device}"] for device, keys in devices.items()}


async def test_after_days_away_everything_said_is_read_in_order(
    synapse: Homeserver, tmp_path: Path
) -> None:
    """A sync shows the last fifty events only; the rest comes from history, back to what was
    handled, and none of that again."""
    async with matrix_rooms(synapse, tmp_path) as rooms:
        room = await rooms.direct()
        await room.say("before")
        await rooms.wait_for(lambda events: any(isinstance(e, Said) for e in events))
        await rooms.stop()
        token = rooms.state.entries["sync"]
        said = [f"line {number}" for number in range(170)]
        for text in said:
            await room.say(text)

        await rooms.start()
        await rooms.wait_for(
            lambda events: sum(isinstance(e, Said) for e in events) >= 1 + len(said)
        )

        assert [e.text for e in rooms.events if isinstance(e, Said)] == ["before", *said]
        assert rooms.state.entries["sync"] != token
        assert json.loads(rooms.state.entries[f"dm/{room.member_id}"])["room"] == room.id
        assert rooms.events[0].where == Address("matrix", channel=room.id, user=room.member_id)
