"""A proxy on loopback that stands before a homeserver and can misbehave."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, Literal, NamedTuple, Self

import aiohttp
from aiohttp import web
from multidict import CIMultiDict
from yarl import URL

_OWN = {"host", "connection", "content-length", "transfer-encoding", "keep-alive"}


class Fault(NamedTuple):
    """What goes wrong with one request.

    Args:
        status: answered instead of the homeserver; 0: the connection breaks.
        forwarded: the homeserver gets the request, only its answer is lost.
        late: seconds after which the homeserver gets to a request whose answer is lost.
    """

    status: int = 0
    body: dict[str, Any] | None = None
    forwarded: bool = False
    late: float = 0.0


Judge = Callable[[str, str], Fault | Literal[False] | None]
"""Method and path of a request to what goes wrong with it, if anything."""


class FaultyProxy:
    """`async with` starts it; it is honest until `judge` is set."""

    def __init__(self, target: str) -> None:
        self._target = target
        self.judge: Judge = lambda method, path: None
        self.requests: list[tuple[str, str]] = []
        self.faults = 0
        self._late: list[asyncio.Task[None]] = []
        self.url = ""

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(
            auto_decompress=False, timeout=aiohttp.ClientTimeout(total=120)
        )
        app = web.Application(client_max_size=100 * 2**20)
        app.router.add_route("*", "/{tail:.*}", self._pass_on)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"
        return self

    async def settled(self) -> None:
        """Wait until the homeserver has got to all requests whose answers were lost."""
        await asyncio.gather(*self._late)

    async def __aexit__(self, *error: object) -> None:
        await self.settled()
        await self._runner.cleanup()
        await self._session.close()

    async def _pass_on(self, request: web.Request) -> web.StreamResponse:
        self.requests.append((request.method, request.path))
        fault = self.judge(request.method, request.path)
        if fault:
            self.faults += 1
            if fault.late:
                await request.read()
                self._late.append(asyncio.create_task(self._forward_late(request, fault.late)))
            elif fault.forwarded:
                await self._forward(request)
            if not fault.status:
                assert request.transport is not None
                request.transport.abort()
                return web.Response()
            return web.json_response(fault.body or {}, status=fault.status)
        try:
            return await self._forward(request)
        except aiohttp.ClientError:
            return web.Response(status=502)

    async def _forward_late(self, request: web.Request, seconds: float) -> None:
        await asyncio.sleep(seconds)
        await self._forward(request)

    async def _forward(self, request: web.Request) -> web.Response:
        async with self._session.request(
            request.method,
            URL(self._target + request.raw_path, encoded=True),
            headers=_passed(request.headers),
            data=await request.read(),
        ) as answer:
            body = await answer.read()
            return web.Response(status=answer.status, headers=_passed(answer.headers), body=body)


def _passed(headers: Any) -> CIMultiDict[str]:
    return CIMultiDict((k, v) for k, v in headers.items() if k.lower() not in _OWN)
