"""What is to be done about a message that cannot wait: who is told, and what they read."""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.crisis.detector import Level, Verdict
from bot.crisis.detector.recent import COOLDOWN
from bot.crisis.lines.local_lines import lines_for
from bot.crisis.watching.answering import Answering, Situation, Told, Written, language_of
from bot.crisis.watching.keys import derived_id
from bot.crisis.watching.knowing import Knowing, Watched
from bot.crisis.watching.responding import Response
from bot.crisis.watching.staff import Occasion, Staff
from bot.crisis.watching.unasked import WithoutDatabase
from bot.crisis.watching.who import Acquaintance, Who, account_of, parts_of
from bot.newest import Newest
from bot.places import Places
from bot.platform import Adapter, Address, Event, Said
from bot.texts import Texts
from storage.encryption import Keyring
from storage.episodes import Episode

STALE = timedelta(minutes=10)
"""What arrives later than that after it was written was missed, not just slow."""
SAID_AGAIN = timedelta(minutes=10)

_REMEMBERED = 10_000


@dataclass(slots=True)
class Ongoing:
    """What was done for somebody lately, as far as this process knows.

    Args:
        again: when they were told that what they wrote after that was read, too.
        noted: when the team was told that they wrote on.
    """

    episode: int
    level: Level
    at: datetime
    again: datetime | None = None
    noted: datetime | None = None


@dataclass(slots=True, kw_only=True)
class Deciding:
    """Decides.

    Args:
        spawn: runs what goes on in the background.
    """

    keys: Keyring
    clock: Clock
    texts: Texts
    knowing: Knowing
    answering: Answering
    acquaintance: Acquaintance
    staff: Staff
    places: Places
    adapters: Mapping[str, Adapter]
    without: WithoutDatabase
    spawn: Callable[[Coroutine[Any, Any, None]], asyncio.Task[None]]
    checkpoint: Callable[[str], None]
    _ongoing: Newest[tuple[Address, int | None], Ongoing] = field(
        default_factory=lambda: Newest(_REMEMBERED), init=False
    )

    async def response(
        self, event: Event, verdict: Verdict, community: Watched | None
    ) -> Response | None:
        """What is to be done; None if this event was served before."""
        now = self.clock.now()
        who = await self.acquaintance.of(event, now)
        if who.served:
            return None
        if event.direct:
            community = self._team_for(event, who)
        late = now - event.at > STALE
        occasion, ongoing = self._occasion(event, who, community, verdict.level, now)
        told = self._told(event, who, community)
        situation = self._situation(event, verdict, who, community, told, ongoing.episode, late)
        team = (
            community if told != "nobody" and not self._was_noted(occasion, ongoing, now) else None
        )
        written, again = self._written(situation, occasion, event, ongoing, now, late)
        if late and occasion is not Occasion.AGAIN:
            occasion = Occasion.LATE
        return Response(
            event=event,
            episode=self._episode(event, verdict, who, community, situation, now),
            occasion=occasion,
            written=written,
            again=again,
            team=team,
            staff=self.staff,
            adapters=self.adapters,
            keys=self.keys,
            now=self.clock.now,
            spawn=self.spawn,
            checkpoint=self.checkpoint,
        )

    def _team_for(self, event: Event, who: Who) -> Watched | None:
        """Of somebody's communities the one whose team can be told, else the first."""
        theirs = [self.knowing.of_id(each) for each in who.communities]
        known = [each for each in (*self.knowing.around(event), *theirs) if each is not None]
        return next((each for each in known if each.has_help), known[0] if known else None)

    def _occasion(
        self, event: Event, who: Who, community: Watched | None, level: Level, now: datetime
    ) -> tuple[Occasion, Ongoing]:
        """Whether it is new, graver, or was answered just now; and notes that it is answered.

        Nothing is awaited in between: of two messages at the same time one is the second.
        """
        place = community.id if community else None
        name = (event.actor, place)
        before = self._ongoing.get(name)
        if before is None and (open_one := who.open_in(place)) is not None:
            before = Ongoing(open_one.id, Level.of(open_one.level), open_one.raised_at)
        quiet = (
            before is not None
            and level <= before.level
            and now - before.at < COOLDOWN[before.level]
        )
        if before is None or (not quiet and who.is_settled(before.episode)):
            occasion = Occasion.NEW
            ongoing = Ongoing(derived_id(self.keys, event), level, now)
        elif not quiet:
            occasion = Occasion.RISE
            ongoing = Ongoing(before.episode, max(level, before.level), now)
        else:
            occasion, ongoing = Occasion.AGAIN, before
        self._ongoing[name] = ongoing
        return occasion, ongoing

    def _was_noted(self, occasion: Occasion, ongoing: Ongoing, now: datetime) -> bool:
        """Whether the team has just read that they wrote on."""
        if occasion is not Occasion.AGAIN:
            return False
        if ongoing.noted is not None and now - ongoing.noted < SAID_AGAIN:
            return True
        ongoing.noted = now
        return False

    def _told(self, event: Event, who: Who, community: Watched | None) -> Told:
        if community is None or not community.has_help or who.refuses:
            return "nobody"
        return "direct" if event.direct else "room"

    def _written(
        self,
        situation: Situation,
        occasion: Occasion,
        event: Event,
        ongoing: Ongoing,
        now: datetime,
        late: bool,
    ) -> tuple[Written | None, Written | None]:
        """The reply, and what is said in place of one."""
        if occasion is not Occasion.AGAIN:
            if late and not event.direct:
                return None, None  # a note now would come as if it were about now
            if situation.at_home:
                whole = self.answering.whole(situation, now)
                self.without.remember(situation.episode, event.actor, whole)
            return self.answering.first(situation, now), None
        lately = ongoing.again is not None and now - ongoing.again < SAID_AGAIN
        if lately or situation.at_home or not (event.direct and isinstance(event, Said)):
            return None, None
        ongoing.again = now
        return None, self.answering.again(situation)

    def _situation(
        self,
        event: Event,
        verdict: Verdict,
        who: Who,
        community: Watched | None,
        told: Told,
        episode: int,
        late: bool,
    ) -> Situation:
        zone = who.zone or event.zone
        theirs = community.country if community else None
        country = who.country or theirs or (self.places.country_of(zone) if zone else None)
        language = language_of(
            self.texts,
            verdict.language,
            who.language,
            event.locale,
            community.language if community else None,
        )
        kept = self.knowing.lines
        id = community.id if community else None
        added = kept.lines.get(id, ()) if id is not None else ()
        checks = {**kept.checks.get(None, {}), **kept.checks.get(id, {})}
        at = event.at.astimezone(ZoneInfo(zone or (community.zone if community else "UTC")))
        return Situation(
            episode=episode,
            level=verdict.level,
            subject=verdict.subject,
            topics=verdict.topics,
            language=language,
            country=country,
            told=told,
            team=community.name if community else "",
            written=self.texts.when(language, at, "datetime") if late else None,
            prefers=who.prefers,
            local=tuple(lines_for(added, country)),
            checked={line: moment.date() for line, moment in checks.items()},
        )

    def _episode(
        self,
        event: Event,
        verdict: Verdict,
        who: Who,
        community: Watched | None,
        situation: Situation,
        now: datetime,
    ) -> Episode:
        mine = Episode(
            id=situation.episode,
            community=community.id if community else None,
            person=who.person,
            actor=account_of(event.actor),
            room=parts_of(event.where),
            message=event.message,
            direct=event.direct,
            language=situation.language,
            level=verdict.level.word,
            subject=verdict.subject.word,
            topics=verdict.topics,
            rules=verdict.reasons,
            at=event.at,
            raised_at=now,
            told=situation.told != "nobody",
        )
        before = next((each for each in who.lately if each.id == mine.id), None)
        return dataclasses.replace(mine, alerts=before.alerts) if before else mine
