"""A stand-in in a process of its own, and how to play it from here."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

from tests.discord_standin.control import PATH
from tests.discord_standin.server import TOKEN

REPOSITORY = Path(__file__).resolve().parents[2]


class RemoteError(Exception):
    """The stand-in could not do what it was asked to."""


class Remote:
    """Plays a stand-in; `do` takes the methods of `tests.discord_standin.control.Control`."""

    def __init__(self, port: int, http: aiohttp.ClientSession, token: str = TOKEN) -> None:
        self.port = port
        self.token = token
        self._http = http

    @property
    def api_base(self) -> str:
        return f"http://127.0.0.1:{self.port}/api/v10"

    @property
    def gateway_url(self) -> str:
        return f"ws://127.0.0.1:{self.port}"

    async def do(self, what: str, /, **more: Any) -> Any:
        """Raises: RemoteError."""
        url = f"http://127.0.0.1:{self.port}{PATH}"
        async with self._http.post(url, json={"do": what, **more}) as response:
            answered = await response.json()
        if "error" in answered:
            raise RemoteError(f"{answered['error']}: {answered['message']}")
        return answered["answer"]

    async def connected(self, timeout: float = 60.0) -> None:
        """Wait until a bot is on the gateway. Raises: TimeoutError."""
        end = time.monotonic() + timeout
        while not (await self.do("status"))["connected"]:
            if time.monotonic() > end:
                raise TimeoutError("no bot on the gateway")
            await asyncio.sleep(0.02)

    async def texts(self, member: str, where: str = "dm") -> list[str]:
        """What the member reads of the bot."""
        return [seen["text"] for seen in await self.do("seen", member=member, where=where)]

    async def wait_for(
        self, member: str, predicate: Callable[[list[str]], object], timeout: float = 60.0
    ) -> list[str]:
        """Wait until what the member reads fulfils the predicate. Raises: TimeoutError."""
        end = time.monotonic() + timeout
        while not predicate(texts := await self.texts(member)):
            if time.monotonic() > end:
                raise TimeoutError(f"{member} reads {texts}")
            await asyncio.sleep(0.02)
        return texts


@asynccontextmanager
async def standin_process(*more: str) -> AsyncIterator[Remote]:
    """Start a stand-in on a free port; it ends with the block."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.discord_standin",
        "--port",
        "0",
        *more,
        cwd=REPOSITORY,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    try:
        port = int((await asyncio.wait_for(process.stdout.readline(), 60)).split()[-1])
        async with aiohttp.ClientSession() as http:
            yield Remote(port, http)
    finally:
        process.terminate()
        await process.wait()
