"""What the team did with its commands, for the team to read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot import wall_time
from bot.commands import Command, Role
from bot.platform import Action
from bot.richtext import Bullets, Mention, Span, Text
from bot.turn import Turn
from storage import audit, duty
from storage.audit import Entry
from storage.database import Transaction

SHOWN = 20
KEPT_FROM = Role.FACILITATOR
"""Commands that need this role, or a higher one, are written down."""


def record(turn: Turn, command: Command) -> None:
    """Write a command of the team down, in the transaction in which it was done.

    Only its name: what stands behind it may name members.
    """
    if command.needs < KEPT_FROM:
        return
    for community in turn.communities:
        audit.record(
            turn.tx,
            community.id,
            command=command.name,
            platform=turn.actor.platform,
            user=turn.actor.user or "",
            person=turn.member.id if turn.member else None,
            now=turn.now,
        )


def show(turn: Turn) -> Sequence[Action]:
    """`moderation audit`: the latest acts, and whether the log is whole."""
    if not turn.communities:
        return [turn.answer("audit-nowhere")]
    community = turn.communities[0]
    found = audit.entries(turn.tx, community.id, SHOWN)
    broken = audit.first_break(turn.tx, community.id)
    body = turn.body("audit", community=community.name, count=len(found))
    body = (
        (*body, Bullets(tuple(_line(turn, each, community.zone) for each in found)))
        if found
        else body
    )
    body += turn.body("audit-whole") if broken is None else turn.body("audit-broken", number=broken)
    return [turn.show(body)]


def export(tx: Transaction, person: int) -> dict[str, Any]:
    """What a member did as one of a team."""
    done = audit.of_person(tx, person, duty.indexes_of(tx, person))
    return {"acts": done} if done else {}


def erase(tx: Transaction, person: int) -> None:
    """Who it was is known no more."""
    audit.erase(tx, person, duty.indexes_of(tx, person))


def _line(turn: Turn, entry: Entry, zone: str) -> tuple[Span, ...]:
    at = entry.at.astimezone(wall_time.zone_named(zone))
    when = turn.texts.when(turn.language, at, "datetime")
    if entry.actor is None:
        who: Span = Text(turn.line("audit-somebody"))
    else:
        platform, user = entry.actor
        who = Mention(platform, user, user, quiet=True)
    return (Text(f"{when}: "), who, Text(f" – {entry.command}"))
