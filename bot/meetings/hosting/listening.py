"""What talk in a room means while a meeting is open there. Nothing of it is stored.

It stands behind the watch for crises, which has looked at every message before. A sign ("!",
"done") and somebody's first words become events of their own; all else is dropped as before.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import structlog

from bot.newest import Newest
from bot.platform import Event, Said, Sink
from bot.reading.words import plain
from bot.texts import Texts
from storage import hosting
from storage.database import Database, Transaction
from storage.errors import StorageError
from storage.hosting import Stage

log = structlog.get_logger(__name__)

LOOK_AGAIN = 30.0  # seconds
_REMEMBERED = 10_000
_HAND = "!"
_LONGEST_SIGN = 20  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class HandRaised(Event):
    """Somebody wrote the sign that they would like to speak."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareDone(Event):
    """Somebody wrote that they have said what they wanted to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstWords(Event):
    """Somebody wrote for the first time in this meeting, as far as this process has seen."""


class Listening:
    """Knows the rooms in which meetings are held, and reads along while one is open."""

    def __init__(self, database: Database, texts: Texts) -> None:
        self._database = database
        self._looking = asyncio.Lock()
        self._done = frozenset(
            plain(word)
            for language in texts.languages
            for word in texts.line(language, "hosting-done-words").split(",")
        )
        self._rooms: frozenset[tuple[str, str]] = frozenset()
        self._met: Newest[tuple[int, str], None] = Newest(_REMEMBERED)

    async def look(self) -> None:
        """Read anew where meetings are held; what was read last stays in force."""
        async with self._looking:  # else who began to read earlier might be done later
            try:
                known = await self._database.read(hosting.all_hosted)
            except StorageError as error:
                log.warning("hosting_not_refreshed", error=type(error).__name__)
                return
            self._rooms = frozenset((each.platform, each.channel) for each in known)

    async def run(self) -> None:
        """Keep the rooms fresh until cancelled: another process may have changed them."""
        while True:
            await asyncio.sleep(LOOK_AGAIN)
            await self.look()

    def behind(self, take: Sink) -> Sink:
        """Take events after `take` has."""

        async def both(event: Event) -> None:
            await take(event)
            meant = await self._meant(event)
            if meant is not None:
                await take(meant)
            if not isinstance(event, Said) or event.addressed:
                await self._mind(event)

        return both

    async def _mind(self, event: Event) -> None:
        """A command in a room may have made it one of those where meetings are held."""
        if event.where.space is not None and event.roles:
            await self.look()

    async def _meant(self, event: Event) -> Event | None:
        where = event.where
        room = (where.platform, where.channel or "")
        if not isinstance(event, Said) or event.addressed or room not in self._rooms:
            return None
        try:
            session = await self._database.read(lambda tx: _open_in(tx, *room))
        except StorageError:
            return None
        if session is None:
            return None
        kind: type[Event] | None = None
        sign = plain(event.text) if len(event.text) <= _LONGEST_SIGN else ""
        who = (session, event.actor.user or "")
        if event.text.strip() == _HAND:
            kind = HandRaised
        elif sign in self._done:
            kind = ShareDone
        elif who not in self._met:
            kind = FirstWords
        if kind is not None:
            self._note(who)
        return _as(kind, event) if kind is not None else None

    def _note(self, who: tuple[int, str]) -> None:
        self._met[who] = None


def _open_in(tx: Transaction, platform: str, channel: str) -> int | None:
    """The session that is open in a room."""
    found = hosting.under_way(tx, platform, channel)
    return found[1].id if found is not None and found[1].stage is Stage.OPEN else None


def _as(kind: type[Event], event: Event) -> Event:
    """The event as another, without its words; nobody waits for an answer to it."""
    return kind(
        id=f"{event.id}:meant",
        at=event.at,
        where=event.where,
        actor=event.actor,
        locale=event.locale,
        zone=event.zone,
        roles=event.roles,
        spaces=event.spaces,
        message=event.message,
        thread_of=event.thread_of,
    )
