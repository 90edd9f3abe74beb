"""A member's client that shares no code with the bot: matrix-js-sdk with Rust crypto, on Node."""

from __future__ import annotations

import asyncio
import base64
import itertools
import json
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import pytest

from tests.e2e.matrix_support import PATIENCE
from tests.support.synapse import Account, Homeserver

_PROGRAMME = Path(__file__).parents[1] / "js" / "member.mjs"
_LONGEST_LINE = 2**24


def node_path() -> str:
    """Node, with the client's modules beside it; skips without, unless HANDRAIL_REQUIRE_NODE=1."""
    found = shutil.which("node")
    if found is None:
        reason = "no Node found; install Node 20 or newer"
    elif not (_PROGRAMME.parent / "node_modules" / "matrix-js-sdk").exists():
        reason = "matrix-js-sdk is not installed; run `make dev`"
    else:
        return found
    if os.environ.get("HANDRAIL_REQUIRE_NODE") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


@dataclass(frozen=True)
class Seen:
    """One event as the client has it now.

    Args:
        relation: outside the encryption: what it answers, its thread, the message it edits.
        failure: why it could not be decrypted.
        shield: the warning that is shown beside it; None for what was not encrypted.
        reason: of the shield.
    """

    id: str
    room: str
    sender: str
    type: str
    content: dict[str, Any]
    relation: dict[str, Any] | None
    encrypted: bool
    failure: str | None
    shield: str | None
    reason: str | None
    redacts: str | None
    state: bool

    @property
    def text(self) -> str:
        return str(self.content.get("body", ""))


@dataclass
class JsMember:
    """A client that keeps syncing; `async with` starts and ends it.

    Args:
        strict: devices that their owners have not signed do not exist for it (MSC4153).
    """

    homeserver: Homeserver
    account: Account
    strict: bool = True
    events: dict[str, Seen] = field(default_factory=dict)
    _answers: dict[int, asyncio.Future[Any]] = field(default_factory=dict)
    _rooms: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return self.account.user_id

    async def __aenter__(self) -> Self:
        self._numbers = itertools.count(1)
        self._changed = asyncio.Condition()
        self._process = await asyncio.create_subprocess_exec(
            node_path(),
            str(_PROGRAMME),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            limit=_LONGEST_LINE,
        )
        self._reading = asyncio.create_task(self._read())
        try:
            answer = await self.do(
                "login",
                url=self.homeserver.url,
                user=self.id,
                password=self.account.password,
                strict=self.strict,
            )
        except BaseException:
            await self.__aexit__()
            raise
        self.device: str = answer["device"]
        return self

    async def __aexit__(self, *error: object) -> None:
        with suppress(ProcessLookupError):
            self._process.kill()
        await self._process.wait()
        await asyncio.gather(self._reading, return_exceptions=True)

    async def do(self, deed: str, **how: Any) -> Any:
        """Let the client do something; what it answers. Raises: RuntimeError if it cannot."""
        number = next(self._numbers)
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"id": number, "do": deed, **how}).encode() + b"\n")
        async with asyncio.timeout(PATIENCE):
            return await answer

    # --- what the member does

    async def open_direct(self, bot: str, *, encrypted: bool = True) -> str:
        """Start a conversation; returns when the bot is in it."""
        room: str = await self.do("open", invite=[bot], encrypted=encrypted)
        await self.wait_until(lambda: bot in self._rooms.get(room, {}).get("joined", ()))
        return room

    async def send(self, room: str, kind: str, content: dict[str, Any]) -> str:
        event: str = await self.do("send", room=room, type=kind, content=content)
        return event

    async def say(self, room: str, text: str, **more: Any) -> str:
        return await self.send(
            room, "m.room.message", {"msgtype": "m.text", "body": text, "m.mentions": {}, **more}
        )

    async def say_in_thread(self, room: str, text: str, root: str) -> str:
        relation = {
            "rel_type": "m.thread",
            "event_id": root,
            "is_falling_back": True,
            "m.in_reply_to": {"event_id": root},
        }
        return await self.say(room, text, **{"m.relates_to": relation})

    async def react(self, room: str, message: str, key: str) -> str:
        relation = {"rel_type": "m.annotation", "event_id": message, "key": key}
        return await self.send(room, "m.reaction", {"m.relates_to": relation})

    async def download(self, file: dict[str, Any]) -> bytes:
        """An encrypted file, opened."""
        return base64.b64decode(await self.do("download", file=file))

    # --- what the member sees

    def messages(self, room: str, sender: str) -> list[Seen]:
        """The sender's messages as they stand: edits applied, deleted ones gone."""
        events = [e for e in self.events.values() if (e.room, e.sender) == (room, sender)]
        gone = {event.redacts for event in events if event.type == "m.room.redaction"}
        shown: dict[str, Seen] = {}
        for event in events:
            relation = event.relation or {}
            if event.type not in ("m.room.message", "m.room.encrypted") or event.id in gone:
                continue
            if relation.get("rel_type") == "m.replace":
                original = shown.get(relation["event_id"])
                if original is not None and "m.new_content" in event.content:
                    new = {**vars(original), "content": event.content["m.new_content"]}
                    shown[original.id] = Seen(**new)
            else:
                shown[event.id] = event
        return list(shown.values())

    def read(self, room: str, sender: str) -> list[str]:
        return [seen.text for seen in self.messages(room, sender)]

    def reactions(self, room: str, message: str) -> list[str]:
        """The keys that were set to a message, by anybody."""
        return [
            event.relation["key"]
            for event in self.events.values()
            if event.room == room
            and event.type == "m.reaction"
            and event.relation
            and event.relation.get("event_id") == message
        ]

    def answers_to(self, room: str, message: str) -> list[Seen]:
        """What others wrote as an answer to a message, in its thread or not."""
        return [
            event
            for event in self.events.values()
            if event.room == room
            and event.relation
            and event.relation.get("m.in_reply_to", {}).get("event_id") == message
        ]

    @property
    def unreadable(self) -> list[Seen]:
        return [event for event in self.events.values() if event.failure is not None]

    async def wait_until(self, seen: Callable[[], object], seconds: float = PATIENCE) -> None:
        """Wait until the client shows something; nothing is polled by time."""
        async with self._changed, asyncio.timeout(seconds):
            await self._changed.wait_for(lambda: bool(seen()))

    async def _read(self) -> None:
        assert self._process.stdout is not None
        async for line in self._process.stdout:
            told = json.loads(line)
            if answer := self._answers.pop(told.get("id"), None):
                if "error" in told:
                    answer.set_exception(RuntimeError(told["error"]))
                else:
                    answer.set_result(told["done"])
                continue
            async with self._changed:
                if "seen" in told:
                    self.events[told["seen"]["id"]] = Seen(**told["seen"])
                elif "room" in told:
                    self._rooms[told["room"]["id"]] = told["room"]
                self._changed.notify_all()
        for answer in self._answers.values():
            if not answer.done():
                answer.set_exception(RuntimeError("the client has ended"))
