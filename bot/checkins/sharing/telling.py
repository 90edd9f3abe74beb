"""Readers hear of a day's word or note as soon as it is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.checkins.sharing.items import Items
from bot.checkins.sharing.readers import Apart, BuddiesOf, Readers
from bot.checkins.sharing.showing import Showings
from bot.commands import Command, Handler
from bot.delivery.messages import send
from bot.feature import Feature
from bot.platform import Action
from bot.turn import Turn
from storage import shares

WRITE = ("note", "checkin day")
"""Commands by which something may come that is shared."""

Tell = Callable[[Turn], None]


def tells(items: Items, *, buddies_of: BuddiesOf, apart: Apart) -> Tell:
    """What is done when something of the member's may have come: readers are told, once a day."""
    showings = Showings(items, Readers(buddies_of, apart))

    def tell(turn: Turn) -> None:
        if turn.member is None or turn.member.stopped_at is not None:
            return
        for share in shares.of_owner(turn.tx, turn.member.id):
            if share.stands:
                send(turn, showings.tell(turn.tx, share, turn.now, first=False))

    return tell


def told_of(feature: Feature, tell: Tell) -> Feature:
    """A feature by whose prompts, words and notes something may come that is shared."""

    def then(handler: Handler) -> Handler:
        def handle(turn: Turn) -> Sequence[Action]:
            actions = handler(turn)
            tell(turn)
            return actions

        return handle

    def with_note(command: Command) -> Command:
        writes = command.name in WRITE
        return replace(command, handler=then(command.handler)) if writes else command

    heard = feature.hear

    def hear(turn: Turn, text: str) -> Sequence[Action] | None:
        actions = heard(turn, text) if heard is not None else None
        if actions is not None:
            tell(turn)
        return actions

    return replace(
        feature,
        commands=tuple(map(with_note, feature.commands)),
        prompts={name: then(handler) for name, handler in feature.prompts.items()},
        hear=hear if heard is not None else None,
    )
