"""What a feature brings to the core; `app.py` lists the features explicitly."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.commands import Command, Form
from bot.platform import Action, Event, Send
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One feature's share of the whole.

    Args:
        prompts: who handles a `Chose` or `FormFilled`, by the prompt's part before the slash.
        hear: looks at words said to the bot that are no command; None if they mean nothing to it.
        needs_reach: prompts before whose handling the platform is asked whether direct messages
            to the actor arrive.
        notices: who handles other events, by their type.
        plans: by kind of schedule. writes: by kind of outbox row.
        export: everything held about a person, JSON-ready. erase: removes it.
    """

    name: str
    commands: tuple[Command, ...] = ()
    forms: tuple[Form, ...] = ()
    prompts: Mapping[str, Callable[[Turn], Sequence[Action]]] = field(default_factory=dict)
    hear: Callable[[Turn, str], Sequence[Action] | None] | None = None
    plans: Mapping[str, Plan] = field(default_factory=dict)
    writes: Mapping[str, Write] = field(default_factory=dict)
    needs_reach: frozenset[str] = frozenset()
    notices: Mapping[type[Event], Callable[[Turn], Sequence[Action]]] = field(default_factory=dict)
    export: Callable[[Transaction, int], Any]
    erase: Callable[[Transaction, int], None]
