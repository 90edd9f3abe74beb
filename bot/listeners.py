"""What events pass ahead of the router, and what goes on beside it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from bot.buddies.relay.noticing import Noticing
from bot.buddies.rounds.working import Working
from bot.checkins.looking_back.pictures import Pictures
from bot.commands import CommandTable
from bot.crisis.watching.watch import Watch
from bot.meetings.hosting.listening import Listening
from bot.moderation.picturing import TrendPictures
from bot.platform import Adapter, Sink
from bot.router import Router
from bot.teamline.listening import Listening as BelowLines


class Listeners:
    """What events pass ahead of the router: the watch, then whoever reads along.

    Beside them the rounds of buddies are worked on, and what else goes on by itself.

    Args:
        beside: begins each of that.
        pictures: draws what members wished for; None: nothing is drawn.
        trends: draws the weeks of communities for their teams; likewise.
    """

    def __init__(
        self,
        watch: Watch,
        listening: Listening,
        rounds: Working,
        noticing: Noticing,
        below: BelowLines,
        *beside: Callable[[], Coroutine[Any, Any, None]],
        pictures: Pictures | None = None,
        trends: TrendPictures | None = None,
    ) -> None:
        self._beside = beside
        self._watch = watch
        self._listening = listening
        self.rounds = rounds
        self.noticing = noticing
        self._below = below
        self.pictures = pictures
        self.trends = trends

    def stand_before(
        self, router: Router, adapters: Mapping[str, Adapter], table: CommandTable
    ) -> Sink:
        """Take events in the router's place."""
        if self.pictures is not None:
            self.pictures.written = router.written
        if self.trends is not None:
            self.trends.written = router.written
        watched = self._watch.stand_before(router, adapters, table)
        return self._below.behind(self.noticing.behind(self._listening.behind(watched)))

    async def begin(self) -> None:
        """Get to know the communities and the rooms of meetings."""
        await self._watch.begin()
        await self._listening.look()
        await self.noticing.look()

    async def run(self) -> None:
        """Keep both pictures fresh, and do what goes on beside them."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._watch.run())
            tasks.create_task(self._listening.run())
            tasks.create_task(self.noticing.run())
            tasks.create_task(self.rounds.run())
            if self.pictures is not None:
                tasks.create_task(self.pictures.run())
            if self.trends is not None:
                tasks.create_task(self.trends.run())
            for begin in self._beside:
                tasks.create_task(begin())

    async def look(self) -> None:
        """Read at once what was changed."""
        await self._watch.look()
        await self._listening.look()
        await self.noticing.look()

    async def written(self) -> None:
        """Wait until everything that was answered is recorded."""
        await self._watch.written()
