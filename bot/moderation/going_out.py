"""A team's message on its way to all members: rows in small steps, written when they are sent.

Each member has it once, however often a step is tried. Whoever stops, pauses, leaves or says "no
more of these" meanwhile is left out, and so is everybody once it is called back.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.delivery import rules
from bot.delivery.messages import planned
from bot.delivery.sender import REST
from bot.platform import Address, Audience, Choice, Choices, Say, Send
from bot.richtext import Body, paragraph
from bot.texts import Texts
from storage import broadcasts, members, schedules
from storage.broadcasts import KIND, Broadcast, State
from storage.database import Transaction
from storage.ids import batched
from storage.outbox import Claimed, Draft
from storage.schedules import Due

Paused = Callable[[Transaction, Collection[int], datetime], Collection[int]]
"""Who of some people wants everything to rest at the moment."""

NO_MORE = "team-messages"
"""The prompt below each: who wants no more of them; its detail is the community."""
OFF, ON = "off", "on"
LIVES = timedelta(hours=24)
"""After that nothing of it is sent any more, and its words are forgotten."""
EVERY = timedelta(minutes=1)
A_STEP = 60
"""How many members it goes to in one step."""
AT_MOST = 360
"""Steps, however many members there are."""


@dataclass(frozen=True, slots=True)
class GoingOut:
    """Writes what goes out. Args: paused: asked before every step, and before every message."""

    paused: Paused

    def plan(self, tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
        """The next step of each; what nobody confirmed, or is a day old, is forgotten."""
        drafts: list[Draft] = []
        for each in due:
            found = broadcasts.with_id(tx, each.subject)
            if found is None:
                continue
            if found.state is not State.GOING or now >= found.at + LIVES:
                broadcasts.forget(tx, found.id)
                continue
            drafts += self._step(tx, found, now)
        return drafts

    def _step(self, tx: Transaction, found: Broadcast, now: datetime) -> list[Draft]:
        left = broadcasts.members_after(tx, found.community, found.told_to, joined_by=found.at)
        steps = max(1, AT_MOST - int((now - found.at) / EVERY))
        people = left[: max(A_STEP, -(-len(left) // steps))]
        further = now + EVERY if len(people) < len(left) else found.at + LIVES
        schedules.remove(tx, KIND, found.id)  # the planner forgets what has happened
        look_again(tx, found.id, further)
        if not people:
            return []
        broadcasts.told(tx, found.id, people[-1])
        resting = set(self.paused(tx, people, now))
        platforms = members.platforms_of(tx, people)
        return [
            planned(
                key=f"{KIND}:{found.id}:{person}",
                kind=KIND,
                subject=found.id,
                person=person,
                platform=platforms[person],
                lane=REST,
                due=now,
                expires=found.at + LIVES,
                now=now,
            )
            for person in people
            if person in platforms and person not in resting
        ]

    def write(
        self, tx: Transaction, texts: Texts, rows: Sequence[Claimed]
    ) -> Mapping[int, Send | None]:
        """The messages of claimed rows; None for who wants it no longer, or once it is back."""
        written: dict[int, Send | None] = {row.id: None for row in rows}
        of: dict[int, list[Claimed]] = {}
        for row in rows:
            of.setdefault(row.subject, []).append(row)
        for found in broadcasts.with_ids(tx, of).values():
            community = members.community(tx, found.community)
            if found.state is not State.GOING or community is None:
                continue
            people = [row.person for row in of[found.id] if row.person is not None]
            wanted = broadcasts.still_wanted(tx, community.id, people)
            now = max(row.due for row in of[found.id])
            wanted -= set(self.paused(tx, sorted(wanted), now))
            to = members.recipients(tx, sorted(wanted))
            for row in of[found.id]:
                one = to.get(row.person or 0)
                if one is None or one.stopped or not one.account.reachable:
                    continue
                written[row.id] = Say(
                    to=Address(one.account.platform, user=one.account.user),
                    body=message(texts, one.language, found.words, community.name),
                    audience=Audience.DIRECT,
                    choices=no_more(texts, one.language, community.id),
                    key=row.send_id,
                )
        return written

    def count(self, tx: Transaction, community: int, now: datetime) -> int:
        """How many members it would go to at the moment."""
        people = broadcasts.members_after(tx, community, 0, joined_by=now)
        resting = sum(len(set(self.paused(tx, some, now))) for some in batched(people))
        return len(people) - resting


def look_again(tx: Transaction, id: int, at: datetime) -> None:
    """Have the next step come at a moment, in place of an earlier one."""
    rules.set_once(tx, kind=KIND, subject=id, at=at, zone="UTC")


def message(texts: Texts, language: str, words: str, community: str) -> Body:
    """What a member reads: first that there is something, then the team's own words, signed."""
    lines = [paragraph(line) for line in words.splitlines() if line.strip()]
    return (
        *texts.body(language, "broadcast-head"),
        *(each for line in lines for each in line),
        *texts.body(language, "broadcast-signed", community=community),
    )


def no_more(texts: Texts, language: str, community: int) -> Choices:
    """The button below it."""
    label = texts.line(language, "broadcast-no-more")
    return Choices(
        prompt=f"{NO_MORE}/{community}", options=(Choice(id=OFF, label=label),), language=language
    )
