"""Notes beside the words: kept after a yes, removed with it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date

from bot.checkins.missing import waking
from bot.checkins.plans import fitting
from bot.checkins.question import options_for, prompt_of
from bot.commands import Field, Form, Kind
from bot.platform import Action, Choices
from bot.turn import Turn
from storage import checkins, members

NOTES = "notes"
LONGEST_NOTE = 4000
FORM = Form(name="note", fields=(Field(name="words", kind=Kind.LONG_TEXT, longest=LONGEST_NOTE),))


def note(turn: Turn) -> Sequence[Action]:
    """`note <words>`: a few words beside today's answer."""
    turn.person  # noqa: B018 -- members only
    return keep(turn, turn.today, fitting(turn.words("words") or "", LONGEST_NOTE, "note"))


def notes(turn: Turn) -> Sequence[Action]:
    """`checkin notes on|off`: whether notes are kept; off removes those there are."""
    if turn.words("keep") == "on":
        allow(turn, NOTES, turn.line("checkin-notes-ask"))
        return [turn.answer("checkin-notes-on")]
    members.withdraw_consent(turn.tx, turn.person.id, NOTES, turn.now)
    checkins.forget_notes(turn.tx, turn.person.id)
    return [turn.answer("checkin-notes-off")]


def begin(turn: Turn, day: date) -> Sequence[Action]:
    """Somebody wants to write one: the form, or first whether notes are to be kept."""
    if members.has_consent(turn.tx, turn.person.id, NOTES):
        return [turn.ask(FORM.name, prompt_of(day))]
    return [ask(turn, day)]


def ask(turn: Turn, day: date) -> Action:
    """Whether notes are to be kept."""
    options = (
        turn.option("notes-yes", "checkin-notes-yes"),
        turn.option("notes-no", "checkin-notes-no-thanks"),
    )
    return turn.answer("checkin-notes-ask", Choices(prompt=prompt_of(day), options=options))


def keep(turn: Turn, day: date, words: str) -> Sequence[Action]:
    """Keep a note, if notes are kept, and the day has a word that it can go with."""
    if not members.has_consent(turn.tx, turn.person.id, NOTES):
        return [ask(turn, day)]
    woken = waking.heard(turn)
    if not checkins.set_note(turn.tx, turn.person.id, day, words):
        options = options_for(turn.texts, turn.language, day)
        return [turn.answer("checkin-note-needs-word", options), *woken]
    return [turn.answer("checkin-note-kept"), *woken]


def allow(turn: Turn, purpose: str, read: str) -> None:
    """Record the yes to keeping something, and to which words."""
    members.give_consent(
        turn.tx,
        turn.person.id,
        purpose=purpose,
        text_hash=hashlib.sha256(read.encode()).hexdigest(),
        language=turn.language,
        platform=turn.actor.platform,
        now=turn.now,
    )
