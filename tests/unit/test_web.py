"""Health and figures over HTTP."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Mapping

import aiohttp
import pytest
from aiohttp import web

from bot import web as server_module
from bot.metrics import Metrics
from bot.settings import SettingsError
from bot.web import Health, PortTakenError, WebServer


class Process:
    """A process whose parts the test breaks."""

    def __init__(self) -> None:
        self.parts: Mapping[str, str | None] = {"database": None, "matrix": None}
        self.rehearsal = False
        self.hangs = False

    async def health(self) -> Health:
        if self.hangs:
            await asyncio.Event().wait()
        return Health(self.parts, self.rehearsal)


@pytest.fixture
def process() -> Process:
    return Process()


@pytest.fixture
def metrics() -> Metrics:
    return Metrics()


async def page(_request: web.Request) -> web.Response:
    return web.Response(text="a page", headers={"Content-Security-Policy": "script-src 'self'"})


async def broken(_request: web.Request) -> web.Response:
    raise RuntimeError("a member's words")


@pytest.fixture
async def server(process: Process, metrics: Metrics) -> AsyncIterator[WebServer]:
    routes = [web.get("/page", page), web.get("/broken", broken)]
    server = WebServer("127.0.0.1", 0, process.health, metrics, routes)
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
async def client(server: WebServer) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(server.url) as session:
        yield session


async def test_a_living_process_says_so(client: aiohttp.ClientSession, process: Process) -> None:
    """An orchestrator restarts who does not: a part that is down is no reason to."""
    process.parts = {"database": "StorageFullError"}

    async with client.get("/livez") as answer:
        assert answer.status == 200
        assert await answer.text() == "ok\n"


async def test_ready_when_every_part_is(client: aiohttp.ClientSession) -> None:
    async with client.get("/readyz") as answer:
        assert answer.status == 200
        assert await answer.json() == {
            "status": "ready",
            "rehearsal": False,
            "last_backup": None,
            "parts": {"database": {"ok": True}, "matrix": {"ok": True}},
        }


async def test_not_ready_names_the_part_and_the_reason(
    client: aiohttp.ClientSession, process: Process
) -> None:
    """A dead adapter makes `/readyz` fail."""
    process.parts = {"database": None, "matrix": "not connected"}
    process.rehearsal = True

    async with client.get("/readyz") as answer:
        assert answer.status == 503
        told = await answer.json()

    assert told["status"] == "not ready"
    assert told["rehearsal"] is True
    assert told["parts"]["matrix"] == {"ok": False, "why": "not connected"}
    assert told["parts"]["database"] == {"ok": True}


async def test_a_check_that_hangs_is_an_answer_too(
    client: aiohttp.ClientSession, process: Process, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A probe that waits for ever looks like a network fault."""
    monkeypatch.setattr(server_module, "_HEALTH_SECONDS", 0.01)
    process.hangs = True

    async with client.get("/readyz") as answer:
        assert answer.status == 503


async def test_figures_are_what_prometheus_reads(
    client: aiohttp.ClientSession, metrics: Metrics
) -> None:
    metrics.sent("matrix", "sent")
    metrics.sent("matrix", "sent")
    metrics.event_handled("discord", 0.02)
    metrics.planned(lag=3)
    metrics.outbox({"waiting": 5, "dead": 1}, oldest_due=12.5)
    metrics.adapter_connected("matrix", True)
    metrics.rehearsing(False)

    async with client.get("/metrics") as answer:
        assert answer.content_type == "text/plain"
        lines = (await answer.text()).splitlines()

    assert 'handrail_sent_total{outcome="sent",platform="matrix"} 2.0' in lines
    assert 'handrail_event_seconds_bucket{le="0.025",platform="discord"} 1.0' in lines
    assert 'handrail_planner_lag_seconds_bucket{le="2.0"} 0.0' in lines
    assert 'handrail_planner_lag_seconds_bucket{le="5.0"} 1.0' in lines
    assert 'handrail_outbox_rows{state="waiting"} 5.0' in lines
    assert "handrail_outbox_oldest_due_seconds 12.5" in lines
    assert 'handrail_adapter_connected{platform="matrix"} 1.0' in lines
    assert "handrail_rehearsal 0.0" in lines


async def test_a_state_without_rows_is_no_longer_counted(metrics: Metrics) -> None:
    metrics.outbox({"waiting": 5}, oldest_due=1)
    metrics.outbox({}, oldest_due=0)

    assert b'state="waiting"' not in metrics.exposition()


async def test_each_process_counts_for_itself(metrics: Metrics) -> None:
    """Two in one test run, or one after another, must not share figures."""
    metrics.sent("matrix", "sent")

    assert b'handrail_sent_total{outcome="sent"' not in Metrics().exposition()


@pytest.mark.parametrize("fails", [False, True])
async def test_figures_are_brought_up_to_date_first(
    process: Process, metrics: Metrics, fails: bool
) -> None:
    """If that does not work, old figures beat none."""

    async def refresh() -> None:
        metrics.outbox({"waiting": 9}, oldest_due=0)
        if fails:
            raise RuntimeError

    server = WebServer("127.0.0.1", 0, process.health, metrics, before_metrics=refresh)
    await server.start()
    try:
        async with aiohttp.request("GET", f"{server.url}/metrics") as answer:
            assert answer.status == 200
            assert 'handrail_outbox_rows{state="waiting"} 9.0' in await answer.text()
    finally:
        await server.stop()


@pytest.mark.parametrize("path", ["/livez", "/readyz", "/metrics", "/nowhere"])
async def test_answers_are_closed_to_browsers_tricks(
    client: aiohttp.ClientSession, path: str
) -> None:
    async with client.get(path) as answer:
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Server"] == "handrail"


async def test_a_page_keeps_its_own_policy(client: aiohttp.ClientSession) -> None:
    async with client.get("/page") as answer:
        assert answer.headers["Content-Security-Policy"] == "script-src 'self'"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_a_broken_page_tells_visitors_nothing(client: aiohttp.ClientSession) -> None:
    async with client.get("/broken") as answer:
        assert answer.status == 500
        assert "words" not in await answer.text()


async def test_a_taken_port_is_told_with_how_to_mend_it(
    server: WebServer, process: Process, metrics: Metrics
) -> None:
    second = WebServer("127.0.0.1", server.port, process.health, metrics)

    with pytest.raises(PortTakenError, match=rf"127\.0\.0\.1:{server.port} is taken.*web\.port"):
        await second.start()


async def test_an_address_of_another_machine_is_told(process: Process, metrics: Metrics) -> None:
    """192.0.2.1 is an address for documentation (RFC 5737)."""
    server = WebServer("192.0.2.1", 0, process.health, metrics)

    with pytest.raises(SettingsError, match=r"web\.host"):
        await server.start()


async def test_after_the_stop_the_port_is_free(
    process: Process, metrics: Metrics, server: WebServer
) -> None:
    await server.stop()

    with socket.create_server(("127.0.0.1", server.port)):
        pass


@pytest.mark.parametrize(
    ("host", "url"), [("127.0.0.1", "http://127.0.0.1:80"), ("::1", "http://[::1]:80")]
)
def test_the_url_opens_in_a_browser(
    process: Process, metrics: Metrics, host: str, url: str
) -> None:
    assert WebServer(host, 80, process.health, metrics).url == url
