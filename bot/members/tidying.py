"""`tidy`: what the bot wrote to a member in private goes from their chat, on their wish.

Everything of that time goes, a question that is still open as well: on a watched phone a question
tells as much as an answer. What is kept stays kept, and `checkin now` asks again.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from bot import wall_time
from bot.commands import Argument, Command, Kind
from bot.feature import Feature
from bot.platform import Action, Address, Tidy
from bot.turn import Turn
from storage import members, pins
from storage.database import Transaction


class Span(StrEnum):
    """How far back. TODAY: since midnight; WEEK: with the six days before; ALL: everything."""

    TODAY = "today"
    WEEK = "week"
    ALL = "all"


def feature() -> Feature:
    """The feature that tidies up; it holds nothing about anybody."""
    return Feature(
        name="tidying",
        commands=(
            Command(
                name="tidy",
                handler=tidy,
                arguments=(
                    Argument(name="span", kind=Kind.OPTION, required=False, options=tuple(Span)),
                ),
            ),
        ),
        export=_nothing_held,
        erase=_nothing_held,
    )


def tidy(turn: Turn) -> Sequence[Action]:
    """`tidy [today|week|all]`: remove what the bot wrote in all of the member's private chats.

    A PIN that was given counts no longer.
    """
    since = _since(turn, Span(turn.words("span") or Span.TODAY))
    pins.close(turn.tx, turn.person.id)
    rows = [
        Tidy(
            to=Address(account.platform, user=account.user),
            since=since,
            before=turn.now,
        )
        for account in members.accounts_of(turn.tx, turn.person.id)
    ]
    return [turn.answer("tidying"), *rows]


def _since(turn: Turn, span: Span) -> datetime | None:
    if span is Span.ALL:
        return None
    days = 0 if span is Span.TODAY else 6
    midnight = datetime.min.time()
    first = turn.now.astimezone(turn.zone).date() - timedelta(days=days)
    return wall_time.due_on(first, midnight, turn.zone).astimezone(UTC)


def _nothing_held(tx: Transaction, person: int) -> None:
    return None
