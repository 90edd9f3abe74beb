"""The pager, against a receiver on this machine."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest
from aiohttp import web

from adapters.pager.adapter import PLATFORM, PagerAdapter
from bot.platform import Address, Audience, CloseRoom, Outcome, Say
from bot.richtext import paragraph


@dataclass(slots=True)
class Receiver:
    """A webhook."""

    got: list[dict[str, Any]] = field(default_factory=list)
    answers: int = 200
    port: int = 0
    arrived: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def address(self) -> str:
        return f"json://127.0.0.1:{self.port}/hook"

    async def take(self, request: web.Request) -> web.Response:
        self.got.append(await request.json())
        self.arrived.set()
        return web.Response(status=self.answers)


@asynccontextmanager
async def receiving() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = web.Application()
    app.add_routes([web.post("/hook", receiver.take)])
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    receiver.port = runner.addresses[0][1]
    try:
        yield receiver
    finally:
        await runner.cleanup()


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with receiving() as made:
        yield made


def page(key: str = "k", to: Address | None = None) -> Say:
    return Say(
        key=key,
        to=to or Address(PLATFORM, space="7", channel="0"),
        body=paragraph("Harbour House: please look. *a* <b> \\n"),
        audience=Audience.PUBLIC,
    )


async def test_a_page_arrives_as_it_was_written(receiver: Receiver) -> None:
    """No title, no markup, nothing read into it."""
    pager = PagerAdapter({7: [receiver.address]})

    receipt = await pager.perform(page())

    assert receipt.outcome is Outcome.SENT
    (got,) = receiver.got
    assert got["message"] == "Harbour House: please look. *a* <b> \\n"
    assert not got["title"]


async def test_each_target_gets_its_own(receiver: Receiver) -> None:
    """One that is down neither holds up nor doubles the others."""
    async with receiving() as other:
        pager = PagerAdapter({7: [receiver.address, other.address]})

        await pager.perform(page(to=Address(PLATFORM, space="7", channel="1")))

        assert (len(receiver.got), len(other.got)) == (0, 1)


async def test_what_is_not_taken_is_tried_later_and_ever_less_eagerly(receiver: Receiver) -> None:
    receiver.answers = 500
    pager = PagerAdapter({7: [receiver.address]})

    first, second = await pager.perform(page()), await pager.perform(page())
    receiver.answers = 200
    third = await pager.perform(page())

    assert (first.outcome, first.retry_after) == (Outcome.RETRY, 15.0)
    assert (second.outcome, second.retry_after) == (Outcome.RETRY, 30.0)
    assert third.outcome is Outcome.SENT


async def test_nobody_listening_is_no_reason_to_give_up() -> None:
    async with receiving() as gone:
        address = gone.address
    pager = PagerAdapter({7: [address]})

    assert (await pager.perform(page())).outcome is Outcome.RETRY


@pytest.mark.parametrize(
    "to",
    [
        pytest.param(Address(PLATFORM, space="7", channel="1"), id="fewer targets than before"),
        pytest.param(Address(PLATFORM, space="8", channel="0"), id="another community"),
        pytest.param(Address(PLATFORM, user="ada"), id="a person"),
    ],
)
async def test_a_target_that_is_not_there_is_gone(receiver: Receiver, to: Address) -> None:
    """Nobody else is paged in its place."""
    pager = PagerAdapter({7: [receiver.address]})

    assert (await pager.perform(page(to=to))).outcome is Outcome.GONE
    assert receiver.got == []


async def test_an_address_that_means_nothing_is_counted() -> None:
    """The operator hears of it at the start, not in the night."""
    pager = PagerAdapter({7: ["carrier-pigeon://coop"]})

    assert pager.unclear == 1
    assert (await pager.perform(page())).outcome is Outcome.GONE


async def test_it_does_nothing_else(receiver: Receiver) -> None:
    pager = PagerAdapter({7: [receiver.address]})
    somewhere = Address(PLATFORM, space="7", channel="0")

    assert (await pager.perform(CloseRoom(to=somewhere))).outcome is Outcome.UNSUPPORTED
    assert not await pager.can_reach(somewhere)
    assert not pager.abilities(somewhere)
    assert await pager.find_sent("k", somewhere, datetime.now(UTC)) is None
    assert receiver.got == []
