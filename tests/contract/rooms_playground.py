"""The playground for the contract suite: its page is played by a WebSocket client."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestServer

from adapters.playground.adapter import PlaygroundAdapter
from adapters.playground.server import PlaygroundServer
from bot import richtext
from bot.commands import Command, CommandTable
from bot.platform import Address, Event
from bot.texts import Texts
from tests.support.state import MemoryState
from tests.support.texts import own_texts

PATIENCE = 60  # seconds, on a busy machine
NO_COMMANDS = CommandTable([Command(name="help", handler=lambda _: [])], [])
NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


class HandClock:
    """Stands still until it is moved."""

    def __init__(self, now: datetime = NOON) -> None:
        self._now = now

    def now(self) -> datetime:
        # Two things never happen in the same moment.
        self._now += timedelta(milliseconds=1)
        return self._now

    async def move_to(self, moment: datetime) -> None:
        self._now = moment


class Page:
    """An open page as one account: keeps what it would show."""

    def __init__(self, url: str, account: str, language: str = "en", zone: str = "") -> None:
        self.account = account
        self.language = language
        self.zone = zone
        self.world: dict[str, Any] = {}
        self.messages: dict[str, dict[str, Any]] = {}
        self.forms: list[dict[str, Any]] = []
        self.stirred: list[str] = []
        self.heard: dict[str, dict[str, Any]] = {}
        self._url = url
        self._changed = asyncio.Condition()

    async def open(self) -> None:
        self._client = aiohttp.ClientSession()
        origin = self._url.removesuffix("/")
        self._socket = await self._client.ws_connect(
            f"{origin}/playground/socket", origin=origin, max_msg_size=0
        )
        self._reading = asyncio.create_task(self._read())
        await self.reload()

    async def close(self) -> None:
        await self._socket.close()
        await self._client.close()
        await self._reading

    async def reload(self) -> None:
        """Ask for everything, and wait until it is there."""
        self.world = {}
        await self.send(
            {
                "type": "hello",
                "account": self.account,
                "language": self.language,
                "zone": self.zone,
            }
        )
        await self.until(lambda: self.world)

    async def do(self, **deed: Any) -> dict[str, Any]:
        """Say what the person did; returns once the server has heard it."""
        deed = {"id": secrets.token_hex(8), "account": self.account, **deed}
        await self.send(deed)
        await self.until(lambda: deed["id"] in self.heard)
        return self.heard[deed["id"]]

    async def settle(self) -> None:
        """Wait for all that has been sent to the page: the answer to a deed comes behind it."""
        await self.do(type="press", message="0", choice="none")

    async def send(self, frame: dict[str, Any] | str) -> None:
        """Send a frame; a string goes out as it is."""
        await self._socket.send_str(frame if isinstance(frame, str) else json.dumps(frame))

    async def until(self, predicate: Callable[[], object]) -> None:
        async with self._changed, asyncio.timeout(PATIENCE):
            await self._changed.wait_for(lambda: bool(predicate()))

    def shown(self, room: str) -> list[dict[str, Any]]:
        return [message for message in self.messages.values() if message["room"] == room]

    async def _read(self) -> None:
        async for frame in self._socket:
            async with self._changed:
                self._take(json.loads(frame.data))
                self._changed.notify_all()

    def _take(self, frame: dict[str, Any]) -> None:
        match frame["type"]:
            case "world":
                self.world = frame
                self.messages = {message["id"]: message for message in frame["messages"]}
            case "message":
                self.messages[frame["message"]["id"]] = frame["message"]
            case "removed":
                self.messages.pop(frame["id"], None)
            case "rooms":
                self.world["rooms"] = frame["rooms"]
            case "form":
                self.forms.append(frame)
            case "stir":
                self.stirred += frame["accounts"]
            case "heard":
                self.heard[frame["id"]] = frame


def words(message: dict[str, Any]) -> str:
    """A message as plain words."""
    return richtext.plain(richtext.from_data(message["body"]))


@dataclass
class Room:
    """A room as its member's page shows it."""

    address: Address
    page: Page

    @property
    def id(self) -> str:
        assert self.address.channel is not None
        return self.address.channel

    @property
    def member_id(self) -> str:
        return self.page.account

    async def read(self) -> list[str]:
        """The bot's messages: what has arrived so far, which is also what a reload would show."""
        await self.page.settle()
        arrived = self.page.messages
        await self.page.reload()
        assert list(arrived.values()) == self.page.world["messages"]
        return self._words()

    def _words(self) -> list[str]:
        return [words(m) for m in self.page.shown(self.id) if m["author"] is None]

    async def say(self, text: str) -> str:
        """The event's id."""
        heard = await self.page.do(type="say", room=self.id, text=text)
        return f"{self.page.account}:{heard['id']}"

    async def press(self, prompt: str, choice_id: str) -> dict[str, Any]:
        """Press a button of the latest message that shows the prompt."""
        asked = [
            message
            for message in self.page.shown(self.id)
            if message["choices"] and message["choices"]["prompt"] == prompt
        ][-1]
        return await self.page.do(type="press", message=asked["id"], choice=choice_id)

    async def wait_for(self, predicate: Callable[[list[str]], object]) -> list[str]:
        """Wait until what the member reads fulfils the predicate."""
        await self.page.until(lambda: predicate(self._words()))
        return self._words()


@dataclass
class Rooms:
    """A running adapter, what it hands on, and the pages that are open on it."""

    commands: CommandTable = NO_COMMANDS
    state: MemoryState = field(default_factory=MemoryState)
    clock: HandClock = field(default_factory=HandClock)
    texts: Texts = field(default_factory=own_texts)
    events: list[Event] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    trouble: Exception | None = None
    """What the core meets with every event, if anything."""

    def __post_init__(self) -> None:
        self._changed = asyncio.Condition()

    async def start(self, port: int | None = None) -> None:
        """Start a new adapter and its web server on the same memory."""
        self.adapter = PlaygroundAdapter(self.texts, self.state, self.clock)
        self._running = asyncio.create_task(self.adapter.run(self.sink, self.commands))
        application = web.Application()
        application.add_routes(PlaygroundServer(self.adapter).routes())
        self.server = TestServer(application, port=port)
        await self.server.start_server()
        await asyncio.wait_for(self.adapter.core(), PATIENCE)

    async def stop(self) -> None:
        await self.adapter.close()
        for page in self.pages:
            await page.close()
        self.pages.clear()
        self._running.cancel()
        await asyncio.gather(self._running, return_exceptions=True)
        await self.server.close()

    async def restart(self) -> None:
        """As after kill -9: nothing is left but what was kept before."""
        kept = dict(self.state.entries)
        await self.stop()
        self.state.entries = kept
        await self.start()

    async def sink(self, event: Event) -> None:
        if self.trouble is not None:
            raise self.trouble
        async with self._changed:
            self.events.append(event)
            self._changed.notify_all()

    async def wait_for(self, predicate: Callable[[list[Event]], object]) -> list[Event]:
        """Wait until the events handed on fulfil the predicate."""
        async with self._changed, asyncio.timeout(PATIENCE):
            await self._changed.wait_for(lambda: bool(predicate(self.events)))
        return self.events

    async def page(self, account: str = "member-1", **device: str) -> Page:
        """A page on which this account is shown."""
        page = Page(str(self.server.make_url("/")), account, **device)
        self.pages.append(page)
        await page.open()
        return page

    async def direct(self, account: str = "member-1") -> Room:
        """A member's direct messages with the bot, on a page of their own."""
        page = await self.page(account)
        address = Address("playground", channel=f"direct:{account}", user=account)
        return Room(address, page)

    async def channel(self, name: str = "general", account: str = "member-1") -> Room:
        """A channel, as this account's page shows it."""
        page = await self.page(account)
        return Room(Address("playground", space="demo", channel=name), page)


@asynccontextmanager
async def playground_rooms(
    tmp_path: Path, commands: CommandTable = NO_COMMANDS
) -> AsyncIterator[Rooms]:
    """The playground on loopback; it needs no files."""
    rooms = Rooms(commands=commands)
    await rooms.start()
    try:
        yield rooms
    finally:
        await rooms.stop()
