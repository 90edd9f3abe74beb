"""Features that a community does without: their commands say so, and nothing of them is sent.

Somebody who is in several communities has what any of them uses. Rows that are there already are
looked at again before they are sent, so that switching off acts at once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.commands import Command, Handler
from bot.feature import Feature, Plan, Write
from bot.platform import Action, Send
from bot.texts import Texts
from bot.turn import Turn
from storage import members
from storage.database import Transaction
from storage.outbox import Claimed, Draft, State
from storage.schedules import Due

Off = Callable[[Transaction], Mapping[int, frozenset[str]]]
"""Features that communities do without, by community; who uses all is left out."""
CommunityOf = Callable[[Transaction, int], int | None]
"""The community of what a row is about, if it is about one of a community."""


def nothing_off(tx: Transaction) -> Mapping[int, frozenset[str]]:
    """Every community uses everything."""
    return {}


def no_community(tx: Transaction, subject: int) -> int | None:
    """Nothing is known of what a row is about."""
    return None


def where_used(
    feature: Feature,
    called: str,
    off: Off,
    community_of: CommunityOf = no_community,
    *,
    always: Collection[str] = (),
    not_begun: Collection[str] = (),
) -> Feature:
    """A feature that keeps still where a community does without it.

    Args:
        called: as in `effective.FEATURES`.
        community_of: by the subject of a row.
        always: commands that answer all the same, by their names; `help` leaves them out, too.
        not_begun: kinds of schedules, each for a community, that pass without effect.
    """
    used = _Used(called, off, community_of)
    return replace(
        feature,
        commands=tuple(
            used.command(command, answers=command.name in always) for command in feature.commands
        ),
        prompts={name: used.handler(each) for name, each in feature.prompts.items()},
        hear=used.hear(feature.hear) if feature.hear is not None else None,
        plans={
            kind: used.plan(used.not_begun(each) if kind in not_begun else each)
            for kind, each in feature.plans.items()
        },
        writes={kind: used.write(each) for kind, each in feature.writes.items()},
    )


class _Used:
    """Asks before everything."""

    def __init__(self, called: str, off: Off, community_of: CommunityOf) -> None:
        self._called = called
        self._off = off
        self._community_of = community_of

    def command(self, command: Command, *, answers: bool) -> Command:
        handler = command.handler if answers else self.handler(command.handler)
        return replace(command, handler=handler, used=self.used)

    def used(self, turn: Turn) -> bool:
        return not self._is_off(turn)

    def handler(self, handler: Handler) -> Handler:
        def where_it_is_used(turn: Turn) -> Sequence[Action]:
            if self._is_off(turn):
                what = turn.line(f"community-feature-{self._called}")
                return [turn.answer("community-not-used", turn.doors(), what=what)]
            return handler(turn)

        return where_it_is_used

    def hear(
        self, hear: Callable[[Turn, str], Sequence[Action] | None]
    ) -> Callable[[Turn, str], Sequence[Action] | None]:
        def where_it_is_used(turn: Turn, text: str) -> Sequence[Action] | None:
            return None if self._is_off(turn) else hear(turn, text)

        return where_it_is_used

    def not_begun(self, plan: Plan) -> Plan:
        def where_it_is_used(tx: Transaction, due: Sequence[Due], now: datetime) -> Sequence[Draft]:
            without = self._without(tx)
            return plan(tx, [each for each in due if each.subject not in without], now)

        return where_it_is_used

    def plan(self, plan: Plan) -> Plan:
        def where_it_is_used(tx: Transaction, due: Sequence[Due], now: datetime) -> Sequence[Draft]:
            drafts = plan(tx, due, now)
            # What never expires has to happen: a room is closed, a message removed.
            unwanted = self._unwanted(tx, [each for each in drafts if each.expires is not None])
            return [
                replace(draft, state=State.CANCELLED) if draft.id in unwanted else draft
                for draft in drafts
            ]

        return where_it_is_used

    def write(self, write: Write) -> Write:
        def where_it_is_used(
            tx: Transaction, texts: Texts, rows: Sequence[Claimed]
        ) -> Mapping[int, Send | None]:
            unwanted = self._unwanted(tx, rows)
            written: dict[int, Send | None] = dict.fromkeys(unwanted)
            written.update(write(tx, texts, [row for row in rows if row.id not in unwanted]))
            return written

        return where_it_is_used

    def _is_off(self, turn: Turn) -> bool:
        without = self._without(turn.tx)
        if not without or not turn.communities:
            return False
        return without.issuperset(each.id for each in turn.communities)

    def _without(self, tx: Transaction) -> frozenset[int]:
        """The communities that do without the feature."""
        return frozenset(id for id, names in self._off(tx).items() if self._called in names)

    def _unwanted(self, tx: Transaction, rows: Sequence[Draft] | Sequence[Claimed]) -> set[int]:
        """Rows about a community that does without it, and for people all of whose do."""
        without = self._without(tx)
        if not without:
            return set()
        people = {row.person for row in rows if row.person is not None}
        served = members.communities_by_person(tx, sorted(people))
        unwanted = set()
        for row in rows:
            around = served.get(row.person, set[int]()) if row.person is not None else set()
            if (around and without >= around) or self._community_of(tx, row.subject) in without:
                unwanted.add(row.id)
        return unwanted
