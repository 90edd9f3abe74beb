"""The platform of the crash tests: it lives in the parent, and outlives the bot.

It shows a message once for each key it remembers, keeps handing events over until they are
acknowledged, and may answer badly.
"""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Shown:
    """One message that a person sees.

    Args:
        about: the event that it answers.
        day: the local date a check-in asks about; empty for anything else.
    """

    key: str
    to: str
    about: str | None
    day: str


@dataclass(slots=True)
class Platform:
    """What the people on it say and see.

    Args:
        now: the one clock of a rehearsal; the bot follows it.
        remembers: how long it recognises a repeated key.
        tells: its history shows for sure what was not sent.
        trouble: the chance that it answers a send with "later", or not at all.
    """

    now: datetime
    remembers: timedelta
    tells: bool = True
    trouble: float = 0.0
    random: random.Random = field(default_factory=random.Random)
    shown: list[Shown] = field(default_factory=list)
    absorbed: int = 0
    looked_up: int = 0
    said: dict[str, dict[str, Any]] = field(default_factory=dict)
    unacknowledged: dict[str, dict[str, Any]] = field(default_factory=dict)
    _keys: dict[str, datetime] = field(default_factory=dict)
    _bots: list[asyncio.StreamWriter] = field(default_factory=list)
    _workers: list[asyncio.StreamWriter] = field(default_factory=list)
    _numbers: count[int] = field(default_factory=count)

    @asynccontextmanager
    async def open(self, wire: Path) -> AsyncIterator[None]:
        """Take bots in at a socket until the block ends."""
        server = await asyncio.start_unix_server(self._serve, wire)
        try:
            yield
        finally:
            server.close()
            for bot in (*self._bots, *self._workers):
                bot.close()

    # --- what happens on it

    def say(self, who: str, text: str, *, room: str = "") -> None:
        """A person writes to the bot; in a room they are a moderator of."""
        self._happen(who, {"text": text, "room": room})

    def press(self, who: str, prompt: str, choice: str, *, room: str = "") -> None:
        """A person presses a button of a prompt; in a room they are a moderator of."""
        self._happen(who, {"prompt": prompt, "choice": choice, "room": room})

    def move_to(self, moment: datetime) -> None:
        """Time passes."""
        self.now = moment
        self._tell_all({"clock": moment.isoformat()})

    def stop_bots(self) -> None:
        """Ask the bots to end by themselves."""
        self._tell_all({"stop": True})

    @property
    def bots(self) -> int:
        """How many are there that hear of events."""
        return len(self._bots)

    @property
    def workers(self) -> int:
        """How many are there that only follow its clock."""
        return len(self._workers)

    # --- the wire

    def _happen(self, who: str, what: Mapping[str, Any]) -> None:
        event = {"id": f"e{next(self._numbers)}", "who": who, "at": self.now.isoformat(), **what}
        self.said[event["id"]] = event
        self.unacknowledged[event["id"]] = event
        if self._bots:
            _tell(self._bots[-1], {"event": event})

    async def _serve(self, reader: asyncio.StreamReader, bot: asyncio.StreamWriter) -> None:
        _tell(bot, {"clock": self.now.isoformat()})
        try:
            while line := await reader.readline():
                self._take(json.loads(line), bot)
        except ConnectionError:
            pass
        finally:
            for those in (self._bots, self._workers):
                if bot in those:
                    those.remove(bot)
            bot.close()

    def _take(self, message: dict[str, Any], bot: asyncio.StreamWriter) -> None:
        match message:
            case {"ready": False}:
                self._workers.append(bot)
                _tell(bot, {"clock": self.now.isoformat()})
            case {"ready": True}:
                self._bots.append(bot)
                # The clock again: it may have moved since the bot was told.
                _tell(bot, {"clock": self.now.isoformat()})
                for event in self.unacknowledged.values():
                    _tell(bot, {"event": event})
            case {"applied": event}:
                self.unacknowledged.pop(event, None)
            case {"find": key, "asked": number}:
                self.looked_up += 1
                found = any(shown.key == key for shown in self.shown)
                answer = {"receipt": _receipt("sent")} if found else {"not_sent": self.tells}
                _tell(bot, {"asked": number} | answer)
            case {"perform": key, "asked": number}:
                _tell(bot, {"asked": number, "receipt": self._perform(key, message)})

    def _perform(self, key: str, message: Mapping[str, Any]) -> dict[str, Any]:
        luck = self.random.random()
        if luck < self.trouble / 3:
            return _receipt("retry", retry_after=2.0)
        if luck < self.trouble * 2 / 3:
            return _receipt("unknown", reason="no answer")
        seen = self._keys.get(key)
        if seen is not None and self.now - seen <= self.remembers:
            self.absorbed += 1
        else:
            self._keys[key] = self.now
            asks = message["rings"] and message["prompt"].startswith("checkin/")
            day = message["prompt"].partition("/")[2] if asks else ""
            self.shown.append(Shown(key, message["to"], message["about"], day))
        if luck < self.trouble:
            return _receipt("unknown", reason="shown, and nobody heard so")
        return _receipt("sent")

    def _tell_all(self, message: dict[str, Any]) -> None:
        for bot in (*self._bots, *self._workers):
            _tell(bot, message)


def _receipt(outcome: str, **more: Any) -> dict[str, Any]:
    return {"outcome": outcome, **more}


def _tell(bot: asyncio.StreamWriter, message: dict[str, Any]) -> None:
    if not bot.is_closing():
        bot.write(json.dumps(message).encode() + b"\n")
