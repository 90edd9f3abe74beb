"""What a feature brings to the core; `app.py` lists the features explicitly."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.commands import Command, Form, Kind, Role, Typing
from bot.platform import Action, Address, Event, Receipt, Send
from bot.texts import Texts
from storage.database import Transaction
from storage.outbox import Claimed, Draft
from storage.schedules import Due

if TYPE_CHECKING:
    from bot.turn import Turn

Plan = Callable[[Transaction, Sequence[Due], datetime], Sequence[Draft]]
"""Turns schedules that are due into outbox rows; the planner moves the schedules on."""

Write = Callable[[Transaction, Texts, Sequence[Claimed]], Mapping[int, Send | None]]
"""Writes the messages of claimed rows, by row id; None: no longer wanted.

Runs right before sending, so that who stopped or changed language in between is respected.
Each send carries the row's `send_id` as its key.
"""


Arrived = Callable[[Transaction, Claimed, Receipt, datetime], Sequence[Draft]]
"""Told what became of a row that was performed, in the transaction that records it.

After a crash it may be told again. Returns: rows that follow from it.
"""

StaffOf = Callable[[Transaction, int], Sequence[tuple[Address, str]]]
"""Where a community's team talks, and in which language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One feature's share of the whole.

    Args:
        prompts: who handles a `Chose` or `FormFilled`, by the prompt's part before the slash.
        takes_back: who undoes a choice that was taken back, by the same; nothing does otherwise.
        hear: looks at words said to the bot that are no command; None if they mean nothing to it.
        needs_reach: prompts before whose handling the platform is asked whether direct messages
            to the actor arrive.
        notices: who handles other events, by their type; each feature that asks for a type gets it.
        plans: by kind of schedule. writes: by kind of outbox row.
        arrived: by kind of outbox row, who is told of its end: where a room was opened, say.
        suggests: by kind of argument, what it might become while somebody types it: labels and
            values, the best first.
        grants: the role that somebody has by a list of the feature's own; asked only where what
            the platform states does not do.
        ranks: the role that somebody has by what they hold on the platform (`Event.ranks`); asked
            for every event that tells of such.
        witness: told of every command that was carried out, in its transaction.
        farewell: what is removed from platforms, posts and roles say, when a person is erased;
            asked right before, while it is still known.
        export: everything held about a person, JSON-ready. erase: removes it.
    """

    name: str
    commands: tuple[Command, ...] = ()
    forms: tuple[Form, ...] = ()
    prompts: Mapping[str, Callable[[Turn], Sequence[Action]]] = field(default_factory=dict)
    takes_back: Mapping[str, Callable[[Turn], Sequence[Action]]] = field(default_factory=dict)
    hear: Callable[[Turn, str], Sequence[Action] | None] | None = None
    plans: Mapping[str, Plan] = field(default_factory=dict)
    writes: Mapping[str, Write] = field(default_factory=dict)
    arrived: Mapping[str, Arrived] = field(default_factory=dict)
    needs_reach: frozenset[str] = frozenset()
    notices: Mapping[type[Event], Callable[[Turn], Sequence[Action]]] = field(default_factory=dict)
    grants: Callable[[Turn], Role] | None = None
    ranks: Callable[[Turn], Role] | None = None
    suggests: Mapping[Kind, Callable[[Transaction, Typing], Sequence[tuple[str, str]]]] = field(
        default_factory=dict
    )
    witness: Callable[[Turn, Command], None] | None = None
    farewell: Callable[[Transaction, int, datetime], Sequence[Send]] | None = None
    export: Callable[[Transaction, int], Any]
    erase: Callable[[Transaction, int], None]
