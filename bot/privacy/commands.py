"""What members can do about what is held of them: see it, take it along, have it erased.

All of it works after `stop` as well: who wants to hear nothing may still want to know.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from bot.commands import Command, Field, Form, Kind, Role
from bot.feature import Feature
from bot.members.pin import guarded
from bot.platform import Action, Choices
from bot.privacy import erasing, exporting, showing
from bot.privacy.holding import Holding
from bot.texts import Texts
from bot.turn import COMMAND_PROMPT, Turn
from storage.database import Transaction
from storage.members import Member

ERASE_FORM = Form(name="erase", fields=(Field(name="phrase", kind=Kind.TEXT),))


def feature(texts: Texts, holding: Holding, erased: Callable[[], None] = lambda: None) -> Feature:
    """The privacy feature.

    Args:
        erased: told, in the writer's thread, that somebody's data was removed.
    """
    return Feature(
        name="privacy",
        commands=(
            Command(
                name="privacy show",
                handler=_of_members(partial(show, holding=holding)),
                needs=Role.ANYONE,
                aliases=("privacy",),
            ),
            Command(
                name="privacy export",
                handler=guarded(_of_members(partial(export, holding=holding))),
                needs=Role.ANYONE,
            ),
            Command(name="privacy history", handler=_of_members(history), needs=Role.ANYONE),
            Command(name="privacy erase", handler=_of_members(erase), needs=Role.ANYONE),
            Command(name="privacy keep", handler=_of_members(keep), needs=Role.ANYONE),
        ),
        forms=(ERASE_FORM,),
        prompts={"privacy-erase": _of_members(erasing.typed)},
        plans={erasing.KIND: partial(erasing.plan, texts=texts, holding=holding, erased=erased)},
        export=_held,
        erase=erasing.call_off,
    )


def show(turn: Turn, member: Member, *, holding: Holding) -> Sequence[Action]:
    """`privacy`: what is held, who sees it, and what can be done about it."""
    held = holding.export(turn.tx, member.id)
    due = erasing.due_of(turn.tx, member.id)
    options = (
        turn.option("privacy export", "privacy-export-button"),
        turn.option("privacy keep", "privacy-keep-button")
        if due is not None
        else turn.option("privacy erase", "privacy-erase-button"),
    )
    body = showing.words(turn, held)
    if due is not None:
        body += turn.body("privacy-erasure-due", when=erasing.in_words(turn, member, due))
    return [turn.show(body, Choices(prompt=COMMAND_PROMPT, options=options))]


def export(turn: Turn, member: Member, *, holding: Holding) -> Sequence[Action]:
    """`privacy export`: everything held, as a page to read and as a file for programmes."""
    return [exporting.answer(turn, holding.export(turn.tx, member.id))]


def history(turn: Turn, member: Member) -> Sequence[Action]:
    """`privacy history`: who saw which shared item, and when."""
    return turn.say("share history")


def erase(turn: Turn, member: Member) -> Sequence[Action]:
    """`privacy erase`: says what will happen, and asks for a phrase."""
    due = erasing.due_of(turn.tx, member.id)
    if due is not None:
        return [erasing.planned(turn, member, due)]
    button = turn.option("type", "privacy-erase-type", form=ERASE_FORM.name)
    choices = Choices(prompt="privacy-erase", options=(button,))
    return [turn.answer("privacy-erase-ask", choices, phrase=turn.line("privacy-erase-phrase"))]


def keep(turn: Turn, member: Member) -> Sequence[Action]:
    """`privacy keep`: the way back while the data is still there."""
    if erasing.due_of(turn.tx, member.id) is None:
        return [turn.answer("privacy-nothing-to-keep", turn.doors())]
    erasing.call_off(turn.tx, member.id)
    again = turn.option("start", "join-again")
    return [turn.answer("privacy-kept", Choices(prompt=COMMAND_PROMPT, options=(again,)))]


def _of_members(
    handler: Callable[[Turn, Member], Sequence[Action]],
) -> Callable[[Turn], Sequence[Action]]:
    """The handler, for those of whom something is held; others are told that nothing is."""

    def handle(turn: Turn) -> Sequence[Action]:
        if turn.member is None:
            return [turn.answer("privacy-nothing", turn.doors())]
        return handler(turn, turn.member)

    return handle


def _held(tx: Transaction, person: int) -> dict[str, Any]:
    due = erasing.due_of(tx, person)
    return {"erasure_due": due.isoformat()} if due is not None else {}
