"""The web server, given requests that no browser and no calendar would send."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from hypothesis import strategies as st
from yarl import URL

from adapters.playground import server as playground
from bot.meetings.calendars import feeds
from bot.metrics import Metrics
from bot.web import LONGEST_BODY, Health, WebServer
from tests.contract.rooms_playground import Rooms
from tests.fuzz.amounts import LONG, Counted, throw
from tests.fuzz.hostile import TYPED
from tests.fuzz.table import INPUTS
from tests.support.texts import own_texts
from tests.support.world import World, running

pytestmark = pytest.mark.timeout(3600 if LONG else 300)

_PATHS = ("/", "/livez", "/readyz", "/metrics", "/calendar/{}.ics", "/calendar/{}", "/{}",
          "/playground/page/{}", "/playground/labels?language={}", "/playground/places?x={}",
          "/playground/files/{}", "/playground/socket?{}")  # fmt: skip
_METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "PROPFIND")
_HEADERS = ("Accept-Language", "Origin", "Host", "Cookie", "Range", "If-None-Match", "Accept",
            "X-Forwarded-For", "Upgrade", "Sec-WebSocket-Key", "Content-Type")  # fmt: skip


class Seconds:
    """They go forward when told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with running(f"sqlite:///{tmp_path / 'handrail.db'}", calendar_base="http://x") as made:
        yield made


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
async def url(world: World, seconds: Seconds) -> AsyncIterator[str]:
    """The whole server: health, figures, calendars and the playground."""
    rooms = Rooms()
    await rooms.start()

    async def health() -> Health:
        return Health({"database": None})

    routes = [
        *playground.PlaygroundServer(rooms.adapter).routes(),
        *feeds.routes(world.database, own_texts(), world.clock, seconds),
    ]
    server = WebServer("127.0.0.1", 0, health, Metrics(), routes)
    await server.start()
    yield server.url
    await server.stop()
    await rooms.stop()


def _printable(text: str) -> str:
    """What may stand in a header at all: aiohttp's client refuses the rest by itself."""
    return "".join(char for char in text if char.isprintable() and ord(char) < 0x100)[:4_000]


@st.composite
def requests(draw: st.DrawFn) -> tuple[str, str, dict[str, str], bytes]:
    path = draw(st.sampled_from(_PATHS))
    words = draw(TYPED)[:4_000].encode("utf-8", "replace")
    quoted = "".join(f"%{byte:02X}" for byte in words[:1_500])
    headers = {
        name: _printable(draw(TYPED))
        for name in draw(st.lists(st.sampled_from(_HEADERS), max_size=3, unique=True))
    }
    return draw(st.sampled_from(_METHODS)), path.replace("{}", quoted), headers, words


async def test_no_request_breaks_the_server(
    url: str, seconds: Seconds, record_property: Counted
) -> None:
    """Any path, method and header: an answer below 500, a strict policy, no cookie."""
    made: list[tuple[str, str, dict[str, str], bytes]] = []
    record_property(INPUTS + "requests", throw(requests(), made.append, short=150, long=10_000))
    wrong: list[str] = []
    async with aiohttp.ClientSession(url) as session:
        for method, path, headers, body in made:
            seconds.now += 60
            async with session.request(
                method, URL(url + path, encoded=True), headers=headers, data=body,
                allow_redirects=False,
            ) as answer:  # fmt: skip
                if answer.status >= 500:
                    wrong.append(f"{answer.status} {method} {path[:80]} {headers}")
                if "Set-Cookie" in answer.headers:
                    wrong.append(f"a cookie from {path[:80]}")
                policy = answer.headers.get("Content-Security-Policy", "default-src 'none'")
                if "unsafe" in policy or "default-src 'none'" not in policy:
                    wrong.append(f"an open policy at {path[:80]}")
    assert wrong == []
    assert made


@pytest.mark.parametrize(
    "path",
    ["/", "/livez", "/readyz", "/metrics", "/calendar/x.ics", "/playground/labels", "/nowhere",
     "/playground/places", "/playground/files/x", "/playground/page/page.css"],
)  # fmt: skip
async def test_every_route_is_closed_to_browsers_tricks(url: str, path: str) -> None:
    """No frames, no guessing of types, no address told on, nothing kept, no cookie."""
    async with aiohttp.request("GET", url + path) as answer:
        headers = answer.headers
        assert headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert (
            "frame-ancestors 'none'" in headers["Content-Security-Policy"]
            or "sandbox" in (headers["Content-Security-Policy"])
        )
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cache-Control"] == "no-store"
        assert "Set-Cookie" not in headers


async def test_a_large_body_is_not_listened_to(url: str) -> None:
    """No route needs one."""
    async with aiohttp.request("GET", f"{url}/livez", data=b"x" * (LONGEST_BODY + 1)) as answer:
        assert answer.status == 413

    async def endless() -> AsyncIterator[bytes]:
        yield b"x"

    async with aiohttp.request("GET", f"{url}/livez", data=endless()) as answer:
        assert answer.status == 413
    async with aiohttp.request("GET", f"{url}/livez") as answer:
        assert answer.status == 200


async def _feed(url: str, token: str) -> int:
    async with aiohttp.request("GET", f"{url}/calendar/{token}.ics") as answer:
        return answer.status


async def test_tokens_cannot_be_tried_one_after_another(
    url: str, world: World, seconds: Seconds
) -> None:
    """Wrong ones end in a pause; who reads their own calendar goes on."""
    await world.join("ada")
    await world.platform.say("ada", "calendar")
    await world.settle()
    line = next(line for line in world.last("ada").splitlines() if line.startswith("http://x"))
    mine = line.removeprefix("http://x/calendar/").removesuffix(".ics")
    assert await _feed(url, mine) == 200

    tried = [await _feed(url, f"wrong-{number}") for number in range(feeds.WRONG.burst + 1)]

    assert set(tried[:-1]) == {404}
    assert tried[-1] == 429
    assert await _feed(url, mine) == 200
    seconds.now += 60
    assert await _feed(url, "wrong-again") == 404


async def test_one_calendar_is_not_read_all_the_time(
    url: str, world: World, seconds: Seconds
) -> None:
    """A broken programme that asks in a loop takes nothing from the others."""
    await world.join("ada")
    await world.platform.say("ada", "calendar")
    await world.settle()
    line = next(line for line in world.last("ada").splitlines() if line.startswith("http://x"))
    mine = line.removeprefix("http://x/calendar/").removesuffix(".ics")

    read = [await _feed(url, mine) for _ in range(feeds.READ.burst + 2)]

    assert set(read[:-1]) == {200}
    assert read[-1] == 429
    seconds.now += 60
    assert await _feed(url, mine) == 200


async def test_a_page_that_sends_without_end_is_let_go(url: str) -> None:
    """Far more frames than anybody types or presses: the connection ends, and only this one."""
    async with aiohttp.ClientSession() as client:
        address = f"{url}/playground/socket"
        async with client.ws_connect(address, headers={"Origin": url}) as flood:
            for _ in range(playground.BURST * 10):
                if flood.closed:
                    break
                try:
                    await flood.send_str("nonsense")
                except ConnectionError:
                    break
            async with asyncio.timeout(60):
                while (await flood.receive()).type not in (
                    aiohttp.WSMsgType.CLOSE, aiohttp.WSMsgType.CLOSED,
                    aiohttp.WSMsgType.CLOSING, aiohttp.WSMsgType.ERROR,
                ):  # fmt: skip
                    pass
            assert flood.close_code == aiohttp.WSCloseCode.POLICY_VIOLATION
        async with client.ws_connect(address, headers={"Origin": url}) as other:
            await other.send_str("nonsense")
            assert not other.closed


async def test_a_frame_that_is_too_long_ends_the_connection(url: str) -> None:
    """A form of five long answers fits; a megabyte does not."""
    async with (
        aiohttp.ClientSession() as client,
        client.ws_connect(f"{url}/playground/socket", headers={"Origin": url}) as socket,
    ):
        await socket.send_str("x" * 1_000_000)
        async with asyncio.timeout(60):
            await socket.receive()
        assert socket.close_code == aiohttp.WSCloseCode.MESSAGE_TOO_BIG
