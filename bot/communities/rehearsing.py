"""`rehearse`: the team sees what members and they themselves will read, in the staff room.

Every message says in its first words that it is a rehearsal, and so does whatever a button
answers. Nobody is called by name, nothing rings, no pager is told, nothing is kept.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from bot.communities.effective import Effective
from bot.communities.owners import owned
from bot.platform import Action, Audience, Choice, Choices, Say
from bot.richtext import Body
from bot.turn import Turn

PROMPT = "rehearsal"
_ALERT, _CHECKIN = "alert", "checkin"
_WORDS = ("good", "okay", "mixed", "low", "rough", "skip")
_BUTTONS = ("mine", "handled", "nocrisis")
_HOUR = "9:00"


class Rehearsing:
    """Plays a check-in, a reminder and an alert."""

    def __init__(self, effective: Effective) -> None:
        self._effective = effective

    def rehearse(self, turn: Turn) -> Sequence[Action]:
        """`rehearse`: in each staff room on this platform that can be written to."""
        up = owned(turn)
        settings = self._effective.of(turn.tx, up.community.id)
        rooms = [room for room in settings.staff if room.platform == turn.actor.platform]
        if not rooms:
            return [turn.answer("rehearse-no-room")]
        aloud = dataclasses.replace(turn, language=settings["language"])
        said: list[Action] = [
            Say(to=room, body=body, audience=Audience.PUBLIC, choices=choices)
            for room in rooms
            for body, choices in (_checkin(aloud), _reminder(aloud), _alert(aloud))
        ]
        return [*said, turn.answer("rehearse-begun")]

    def pressed(self, turn: Turn) -> Sequence[Action]:
        """A button of a rehearsal: nothing happens, and that is said."""
        return [turn.answer("rehearse-pressed")]


def _checkin(turn: Turn) -> tuple[Body, Choices]:
    body = turn.body("rehearse-checkin") + turn.body("checkin-question", hour=_HOUR)
    labels = [turn.line(f"checkin-word-{word}") for word in _WORDS]
    return body, _choices(turn, _CHECKIN, labels)


def _reminder(turn: Turn) -> tuple[Body, None]:
    return turn.body("rehearse-reminder"), None


def _alert(turn: Turn) -> tuple[Body, Choices]:
    about = turn.line("alert-about-suicide")
    body = turn.body("rehearse-alert")
    body += turn.body("alert-title-high") + turn.body("alert-why", topics=about)
    labels = [turn.line(f"alert-button-{button}") for button in _BUTTONS]
    return body, _choices(turn, _ALERT, labels)


def _choices(turn: Turn, which: str, labels: Sequence[str]) -> Choices:
    """Buttons as the real ones are called, each with the mark before it."""
    mark = turn.line("rehearse-mark")
    options = tuple(
        Choice(id=str(number), label=f"{mark}: {label}") for number, label in enumerate(labels, 1)
    )
    return Choices(prompt=f"{PROMPT}/{which}", options=options, language=turn.language)
