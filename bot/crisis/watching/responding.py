"""One crisis while it is answered: the private reply, the team's alert, and their record.

The reply and the alert go straight to the platform; what did not get out becomes rows of the
outbox in the transaction that records the episode, under the same keys, so that nobody sees
anything twice.
"""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import structlog

from bot.crisis.detector import Level
from bot.crisis.watching.answering import Written
from bot.crisis.watching.keys import derived_key
from bot.crisis.watching.knowing import Watched
from bot.crisis.watching.staff import Occasion, Staff
from bot.crisis.watching.who import parts_of
from bot.delivery.messages import hurry
from bot.platform import (
    Action,
    Adapter,
    Address,
    Audience,
    Event,
    Outcome,
    Receipt,
    Reply,
    Say,
)
from bot.turn import Turn
from storage import episodes
from storage.encryption import Keyring
from storage.episodes import Alert, Episode

log = structlog.get_logger(__name__)

SOON = 5.0  # seconds that an alert waits for what became of the reply, and the record for both
PRIVATE, OFFERED, NONE, UNKNOWN = "private", "offered", "none", "unknown"
_ARRIVED = (Outcome.SENT, Outcome.DEGRADED)
_LATER = (Outcome.RETRY, Outcome.UNKNOWN)


@dataclass(slots=True)
class Sent:
    """Something to be seen, and what became of it; None while nobody knows."""

    say: Say
    receipt: Receipt | None = None

    @property
    def open(self) -> bool:
        """Whether it is worth trying again."""
        return self.receipt is None or self.receipt.outcome in _LATER


@dataclass(slots=True, kw_only=True)
class Response:
    """What is done about one message.

    Args:
        written: the reply; None where none is due. again: what is said in place of one.
        team: the community whose team is told; None: nobody is.
        spawn: runs what goes on in the background.
    """

    event: Event
    episode: Episode
    occasion: Occasion
    written: Written | None
    again: Written | None
    team: Watched | None
    staff: Staff
    adapters: Mapping[str, Adapter]
    keys: Keyring
    now: Callable[[], datetime]
    spawn: Callable[[Coroutine[Any, Any, None]], asyncio.Task[None]]
    checkpoint: Callable[[str], None]
    reply: Sent | None = None
    alerts: list[Sent] = field(default_factory=list)
    vital = True

    # --- at once

    async def give(self) -> None:
        """Answer the member, then tell the team; neither waits for the other for long."""
        if self.written is not None:
            answering = self.spawn(self._answer(self.written))
            await asyncio.wait([answering], timeout=SOON)
            self.checkpoint("crisis-answered")
            if not answering.done():
                self.spawn(self._hear_of(answering))
        elif self.occasion is Occasion.LATE:
            self.episode = dataclasses.replace(self.episode, reach=NONE)
        if self.team is not None:
            try:
                says = self.staff.alert(self.episode, self.team, self.occasion, self.now())
                await self._alert(says, self.occasion.value)
            except Exception:
                log.exception("crisis_not_alerted")  # its record still calls the team by time
            self.checkpoint("crisis-alerted")

    async def try_again(self) -> None:
        """Send what has not arrived, while the database cannot keep it."""
        for sent in self._unsent():
            sent.receipt = await self._perform(sent.say)

    async def _answer(self, written: Written) -> None:
        event = self.event
        private = Address(event.actor.platform, user=event.actor.user)
        say = Say(
            to=event.where if event.direct else private,
            body=written.body,
            audience=Audience.DIRECT,
            choices=written.choices,
            answers=event.message if event.direct else None,
            asked=None if event.direct else event.where,
            rings=True,
            urgent=True,
            key=derived_key(self.keys, event, "reply"),
        )
        self.reply = Sent(say)
        receipt = Receipt(outcome=Outcome.GONE)
        if event.waiting is not None:
            shown = Reply(to=event, body=say.body, choices=say.choices, key=say.key)
            receipt = await self._perform(shown)
        if receipt.outcome not in _ARRIVED:
            receipt = await self._perform(say)
        self.reply.receipt = receipt
        self.episode = dataclasses.replace(self.episode, reach=self._reach(receipt))

    async def _alert(self, says: Sequence[Say], occasion: str) -> None:
        begun = len(self.alerts)
        for number, say in enumerate(says):
            key = derived_key(self.keys, self.event, f"{occasion}-{number}")
            self.alerts.append(Sent(dataclasses.replace(say, key=key, urgent=True)))
        tasks = [self.spawn(self._send(sent)) for sent in self.alerts[begun:]]
        if tasks:
            await asyncio.wait(tasks, timeout=SOON)
        seen = tuple(
            Alert(parts_of(sent.say.to), sent.receipt.message)
            for sent in self.alerts
            if sent.receipt is not None and sent.receipt.outcome in _ARRIVED
        )
        self.episode = dataclasses.replace(
            self.episode, alerts=tuple(dict.fromkeys((*self.episode.alerts, *seen)))
        )

    async def _hear_of(self, answering: asyncio.Task[None]) -> None:
        """The reply took long: the team hears what became of it."""
        await asyncio.wait([answering])
        if self.team is not None and self.episode.reach != UNKNOWN:
            await self._alert(self.staff.reached(self.episode, self.team, self.now()), "reached")

    async def _send(self, sent: Sent) -> None:
        sent.receipt = await self._perform(sent.say)

    async def _perform(self, action: Action) -> Receipt:
        to = action.to.actor if isinstance(action, Reply) else action.to
        adapter = self.adapters.get(to.platform)
        if adapter is None:
            return Receipt(outcome=Outcome.UNSUPPORTED)
        try:
            return await adapter.perform(action)
        except Exception as error:
            log.error("crisis_not_performed", error=type(error).__name__)
            return Receipt(outcome=Outcome.UNKNOWN, reason=type(error).__name__)

    def _reach(self, receipt: Receipt) -> str:
        match receipt.outcome:
            case Outcome.DEGRADED if receipt.channel and receipt.channel == (
                self.event.where.channel
            ):
                return PRIVATE if self.event.direct or self.event.waiting else OFFERED
            case Outcome.SENT | Outcome.DEGRADED:
                return PRIVATE
            case Outcome.RETRY | Outcome.UNKNOWN:
                return UNKNOWN
            case _:
                return NONE

    def _unsent(self) -> list[Sent]:
        return [sent for sent in (self.reply, *self.alerts) if sent is not None and sent.open]

    # --- afterwards, inside the event's transaction

    def record(self, turn: Turn) -> Sequence[Action]:
        """Write the episode, what has not arrived, and what happens by time."""
        turn.answered = True
        tx, now = turn.tx, self.now()
        mine = dataclasses.replace(self.episode, person=turn.member.id if turn.member else None)
        before = episodes.held(tx, mine.id)
        if before is None:
            self.episode = mine
            episodes.add(tx, mine)
        else:
            self.episode = merged(before, mine)
            episodes.change(tx, self.episode)
        for sent in self._unsent():  # for nobody by name: a `stop` is not to cancel an alert
            hurry(turn, sent.say)
        actions: list[Action] = []
        if self.again is not None:
            said = self.again
            actions.append(Reply(to=self.event, body=said.body, choices=said.choices))
        if self.team is not None:
            actions += self.staff.begin(tx, self.episode, self.occasion, now)
        return actions


def merged(before: Episode, after: Episode) -> Episode:
    """An open episode with what a further message adds; what the team did to it stays."""
    graver = Level.of(after.level) >= Level.of(before.level)
    return dataclasses.replace(
        before,
        level=after.level if graver else before.level,
        subject=after.subject if graver else before.subject,
        topics=tuple(dict.fromkeys((*after.topics, *before.topics))),
        rules=tuple(dict.fromkeys((*after.rules, *before.rules))),
        room=after.room,
        message=after.message,
        direct=after.direct,
        language=after.language,
        raised_at=max(before.raised_at, after.raised_at),
        reach=after.reach if after.reach != UNKNOWN else before.reach,
        told=before.told or after.told,
        alerts=tuple(dict.fromkeys((*before.alerts, *after.alerts))),
    )
