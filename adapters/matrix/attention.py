"""Signs of attention: a message was read, an answer is being written.

Both are courtesies: sent in the background, and forgotten if they do not go through.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from adapters.matrix.api import Homeserver, MatrixError, UnreachableError

_RECEIPT_SECONDS = 0.3  # the answer goes first; of several messages the last one is enough
_TYPING_AFTER = 1.0  # most answers are there before anybody wonders
_TYPING_LASTS = 20.0
_SECONDS = 10
_AT_ONCE = 200  # tasks; beyond that there are more urgent things than courtesies


class Attention:
    """Read receipts and typing notices of one account.

    Args:
        me: the bot's own id.
    """

    def __init__(self, me: str, homeserver: Homeserver) -> None:
        self._me = me
        self._homeserver = homeserver
        self._tasks: set[asyncio.Task[None]] = set()
        self._read: dict[tuple[str, str], str] = {}
        self._waiting: dict[str, tuple[str, asyncio.Task[None]]] = {}
        self._shown: set[str] = set()

    def read(self, room_id: str, message: str, thread: str | None) -> None:
        """A message was applied: whoever wrote it sees that it arrived."""
        key = (room_id, thread or "main")
        waits = key in self._read
        self._read[key] = message
        if not waits and self._begin(self._receipt(*key)) is None:
            del self._read[key]

    def prepares(self, room_id: str, person: str) -> None:
        """Somebody waits in a room for an answer."""
        if person in self._waiting:
            return
        task = self._begin(self._typing(room_id))
        if task is not None:
            self._waiting[person] = (room_id, task)

    def answered(self, room_id: str, person: str | None) -> None:
        """Something was said in a room, or to somebody who may have asked elsewhere."""
        for waiting, (asked_in, task) in list(self._waiting.items()):
            if asked_in == room_id or waiting == person:
                del self._waiting[waiting]
                task.cancel()
                if asked_in in self._shown:
                    self._shown.discard(asked_in)
                    self._begin(self._put_typing(asked_in, {"typing": False}))

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _begin(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None] | None:
        if len(self._tasks) >= _AT_ONCE:
            work.close()
            return None
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _receipt(self, room_id: str, thread: str) -> None:
        """Source: spec, "Receipts", "Threaded read receipts"."""
        await asyncio.sleep(_RECEIPT_SECONDS)
        message = self._read.pop((room_id, thread))
        path = ("rooms", room_id, "receipt", "m.read", message)
        await self._try("POST", *path, thread_id=thread)

    async def _typing(self, room_id: str) -> None:
        await asyncio.sleep(_TYPING_AFTER)
        self._shown.add(room_id)
        await self._put_typing(room_id, {"typing": True, "timeout": int(_TYPING_LASTS * 1000)})

    async def _put_typing(self, room_id: str, content: dict[str, Any]) -> None:
        await self._try("PUT", "rooms", room_id, "typing", self._me, **content)

    async def _try(self, method: str, *path: str, **content: Any) -> None:
        try:
            await self._homeserver.call(method, *path, body=content, seconds=_SECONDS)
        except (MatrixError, UnreachableError):
            return
