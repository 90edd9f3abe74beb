"""Smaller things that the watch does: a soft offer, a line about abuse, help without a database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.crisis.lines.help_now import Helping
from bot.crisis.watching.answering import SAFE, Answering, Written, language_of
from bot.crisis.watching.hearing import Hearing
from bot.crisis.watching.knowing import Knowing, Watched
from bot.crisis.watching.staff import Staff
from bot.crisis.watching.who import OPEN_FOR, account_of
from bot.newest import Newest
from bot.platform import Action, Address, Chose, Event, Reply, Say
from bot.texts import Texts
from bot.turn import Turn
from storage import episodes

OFFERED_AGAIN = timedelta(hours=24)
TOLD_AGAIN = timedelta(minutes=30)
_REMEMBERED = 1_000


@dataclass(slots=True)
class SoftOffer:
    """Somebody does not sound well: at most once a day they are asked whether a person would help.

    Nobody else hears of it.
    """

    language: str
    answering: Answering
    texts: Texts
    vital = False

    def record(self, turn: Turn) -> Sequence[Action]:
        person = turn.member
        actor = account_of(turn.actor)
        lately = episodes.lately_of(turn.tx, actor, turn.now - OPEN_FOR)
        if any(each.state in episodes.UNSETTLED for each in lately):
            turn.answered = True  # they have more than an offer already
            return []
        before = episodes.soft_offers_to(turn.tx, actor)
        if person is not None and person.stopped_at is not None:
            return []
        if before is not None and (not before.wanted or turn.now - before.at < OFFERED_AGAIN):
            return []
        episodes.note_soft_offer(turn.tx, actor, person.id if person else None, turn.now)
        language = language_of(self.texts, self.language, turn.language)
        written = self.answering.soft(language)
        turn.answered = True
        return [Reply(to=turn.event, body=written.body, choices=written.choices)]


@dataclass(slots=True)
class Abuse:
    """Somebody in a watched room wished another dead: a matter for moderators, no crisis."""

    event: Event
    community: Watched
    staff: Staff
    vital = False

    def record(self, turn: Turn) -> Sequence[Say]:
        return self.staff.abused(self.event, self.community)


class Abuses:
    """Tells of the same person once in a while, not of each line."""

    def __init__(self, staff: Staff, clock: Clock) -> None:
        self._staff = staff
        self._clock = clock
        self._told: Newest[tuple[Address, int], datetime] = Newest(_REMEMBERED)

    def by(self, event: Event, community: Watched) -> Abuse | None:
        """What is told of it; None if the team knows already."""
        name, now = (event.actor, community.id), self._clock.now()
        told = self._told.get(name)
        if told is not None and now - told < TOLD_AGAIN:
            return None
        self._told[name] = now
        return Abuse(event, community, self._staff)


class WithoutDatabase:
    """Answers that must come even if nothing can be read or written."""

    def __init__(
        self, helping: Helping, hearing: Hearing, knowing: Knowing, texts: Texts, clock: Clock
    ) -> None:
        self._helping = helping
        self._hearing = hearing
        self._knowing = knowing
        self._texts = texts
        self._clock = clock
        self._wholes: Newest[int, tuple[Address, Written]] = Newest(_REMEMBERED)

    def remember(self, episode: int, actor: Address, whole: Written) -> None:
        """A reply that is shown to its actor once they say that it is safe to."""
        self._wholes[episode] = actor, whole

    def answer_to(self, event: Event) -> Reply | None:
        """The answer to somebody who asks for help; None if they ask for something else."""
        if isinstance(event, Chose) and event.prompt.startswith(f"{SAFE}/"):
            detail = event.prompt.partition("/")[2]
            actor, whole = self._wholes.get(int(detail) if detail.isdecimal() else 0, (None, None))
            if whole is None or actor != event.actor:
                return None
            return Reply(to=event, body=whole.body, choices=whole.choices)
        said = self._hearing.asks_for_help(event)
        if said is None:
            return None
        around = self._knowing.around(event)
        community = around[0] if around else None
        return self._helping.without_database(
            event,
            self._texts,
            self._clock.now(),
            language=self._texts.language_for(
                event.locale, community.language if community else None
            ),
            community=community.id if community else None,
            country=community.country if community else None,
            said=said or None,
            kept=self._knowing.lines,
        )
