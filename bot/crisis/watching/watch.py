"""Ahead of the router: every message to the bot, and all talk in watched rooms, is looked at first.

Nothing of it is stored. Whoever seems to be in danger is answered at once, in private, whatever
the database does; see `responding`. Then the event goes on as any other.
"""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Callable, Coroutine, Mapping
from typing import Any

import structlog

from bot.clock import Clock
from bot.commands import CommandTable
from bot.crisis.detector import Level, Recent
from bot.crisis.lines.help_now import Helping
from bot.crisis.watching import unasked
from bot.crisis.watching.age import YOUTH, says_young
from bot.crisis.watching.answering import MISREAD, REPLY, SAFE, Answering, add_languages
from bot.crisis.watching.deciding import Deciding
from bot.crisis.watching.hearing import Hearing
from bot.crisis.watching.knowing import Knowing
from bot.crisis.watching.responding import SOON, Response
from bot.crisis.watching.staff import BUTTONS, Staff
from bot.crisis.watching.unwritten import Unwritten
from bot.crisis.watching.who import Acquaintance
from bot.newest import Newest
from bot.places import Places
from bot.platform import Adapter, Chose, Event, Sink
from bot.router import Heard, Router
from bot.texts import Texts
from storage.database import Database
from storage.errors import StorageError

log = structlog.get_logger(__name__)

_REMEMBERED = 10_000


class Watch:
    """Stands between the adapters and the router.

    Args:
        helping: answers `help now` while the database does not.
        checkpoint: told the names of the moments at which a crash is rehearsed.
    """

    def __init__(
        self,
        *,
        database: Database,
        clock: Clock,
        texts: Texts,
        knowing: Knowing,
        answering: Answering,
        staff: Staff,
        helping: Helping,
        places: Places,
        checkpoint: Callable[[str], None] = lambda name: None,
    ) -> None:
        add_languages(texts)
        self._database = database
        self._clock = clock
        self._texts = texts
        self._knowing = knowing
        self._answering = answering
        self._staff = staff
        self._helping = helping
        self._places = places
        self._checkpoint = checkpoint
        self._recent = Recent()
        self._abuses = unasked.Abuses(staff, clock)
        self._answered: Newest[tuple[str, str], Response] = Newest(_REMEMBERED)  # not written yet
        self._served: Newest[tuple[str, str], None] = Newest(_REMEMBERED)
        self._recording: dict[int, asyncio.Future[None]] = {}  # by episode
        self._background: set[asyncio.Task[None]] = set()

    def stand_before(
        self, router: Router, adapters: Mapping[str, Adapter], table: CommandTable
    ) -> Sink:
        """Take events in the router's place."""
        self._router = router
        self._adapters = adapters
        self._hearing = Hearing(self._knowing, table, self._texts)
        self._unwritten = Unwritten(router, self._let_go)
        self._without = unasked.WithoutDatabase(
            self._helping, self._hearing, self._knowing, self._texts, self._clock
        )
        self._deciding = Deciding(
            keys=self._database.keys,
            clock=self._clock,
            texts=self._texts,
            knowing=self._knowing,
            answering=self._answering,
            acquaintance=Acquaintance(self._database),
            staff=self._staff,
            places=self._places,
            adapters=adapters,
            without=self._without,
            spawn=self._spawn,
            checkpoint=self._checkpoint,
        )
        return self.take

    async def begin(self) -> None:
        """Get to know the communities; if that cannot be now, what is known is little."""
        try:
            await self._knowing.begin()
        except StorageError as error:
            log.error("watch_not_begun", error=type(error).__name__)

    async def look(self) -> None:
        """Read at once what was changed. Raises: StorageError."""
        await self._knowing.look()

    async def run(self) -> None:
        """Keep the picture of the communities fresh, and write what could not be written."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._knowing.run())
            tasks.create_task(self._unwritten.run())

    async def written(self) -> None:
        """Wait until everything that was answered is recorded."""
        while self._recording:
            await asyncio.wait(self._recording.values())
        await self._unwritten.written()

    async def take(self, event: Event) -> None:
        """Look at one event, answer what cannot wait, and hand it on.

        Raises: StorageError if it could not be written; what cannot wait was answered even then.
        """
        await self._until_recorded(event)
        heard: Heard | None = None
        if _name(event) not in self._served:  # else the router knows that it was applied
            heard = self._answered.get(_name(event)) or await self._heard(event)
        try:
            await self._router.take(event, heard)
        except StorageError:
            if isinstance(heard, Response):
                self._unwritten.keep(event, heard)
            else:
                await self._help_without_database(event)
            raise
        finally:
            if isinstance(heard, Response):
                self._end_recording(heard)
        if isinstance(heard, Response):
            self._let_go(event)
        self._mind(event)

    def _let_go(self, event: Event) -> None:
        """It is written: what somebody wrote is not to stay in memory either."""
        self._answered.pop(_name(event), None)
        self._served[_name(event)] = None

    async def _help_without_database(self, event: Event) -> None:
        """Who asks for help lines gets them."""
        reply = self._without.answer_to(event)
        if reply is None:
            return
        try:
            await self._adapters[event.actor.platform].perform(reply)
        except Exception as error:
            log.error("help_not_shown", error=type(error).__name__)

    def _mind(self, event: Event) -> None:
        """What an event that was applied means for those to come."""
        if any(each.is_staff_room(event) for each in self._knowing.around(event)):
            self._knowing.change()  # a team's word about duty counts from now on
        if isinstance(event, Chose) and event.choice == MISREAD:
            self._recent.forget(event.actor)

    async def _until_recorded(self, event: Event) -> None:
        """A button may be pressed before the episode that it belongs to is written."""
        if not isinstance(event, Chose):
            return
        prompt, _, detail = event.prompt.partition("/")
        if prompt in (REPLY, SAFE, BUTTONS) and detail.isdecimal():
            recording = self._recording.get(int(detail))
            if recording is not None:
                await asyncio.wait([recording], timeout=SOON)

    def _begin_recording(self, event: Event, response: Response) -> None:
        self._answered[_name(event)] = response
        self._recording.setdefault(response.episode.id, asyncio.Future())

    def _end_recording(self, response: Response) -> None:
        recording = self._recording.pop(response.episode.id, None)
        if recording is not None:
            recording.set_result(None)

    async def _heard(self, event: Event) -> Heard | None:
        try:
            return await self._looked_at(event)
        except Exception:
            # A mistake of ours must not cost the event what it would do otherwise.
            log.exception("watch_broke", kind=type(event).__name__)
            return self._answered.get(_name(event))

    async def _looked_at(self, event: Event) -> Heard | None:
        """What is made of an event; None if it is like any other."""
        heard = self._hearing.words_in(event)
        if heard is None:
            return None
        words, community = heard
        verdict = self._knowing.detector(community).classify(words)
        in_room = not event.direct and community is not None and community.standing.watching
        if verdict.level < Level.HIGH and "abuse" in verdict.topics:
            return self._abuses.by(event, community) if in_room and community else None
        standing = self._recent.standing(event.actor, verdict, self._clock.now())
        verdict = dataclasses.replace(verdict, level=standing.level)  # what is repeated weighs more
        if verdict.level >= Level.HIGH:
            if says_young(words):  # a hint for the team, and lines for the young
                verdict = dataclasses.replace(verdict, topics=(*verdict.topics, YOUTH))
            response = await self._deciding.response(event, verdict, community)
            if response is not None:
                self._begin_recording(event, response)
                await response.give()
            return response
        if verdict.level is Level.CONCERN and (
            event.direct or (in_room and community and community.rooms.soft_offers)
        ):
            return unasked.SoftOffer(verdict.language, self._answering, self._texts)
        return None

    # --- what goes on meanwhile

    def _spawn(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._background.add(task)
        task.add_done_callback(self._background.discard)
        return task


def _name(event: Event) -> tuple[str, str]:
    return event.actor.platform, event.id
