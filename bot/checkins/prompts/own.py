"""A member's own question below the daily one."""

from __future__ import annotations

from collections.abc import Sequence

from bot.checkins.plans import fitting, rule_of
from bot.platform import Action
from bot.reading.words import plain
from bot.turn import Turn
from storage import checkins

LONGEST_PROMPT = 300


def prompt(turn: Turn) -> Sequence[Action]:
    """`checkin prompt [words|off]`: one's own question; without words, whichever has its turn."""
    rule_of(turn)
    words = turn.words("words")
    if plain(words or "") in ("off", "none"):
        checkins.set_prompt(turn.tx, turn.person.id, None, plain=True)
        return [turn.answer("checkin-prompt-none")]
    if words is not None:
        fitting(words, LONGEST_PROMPT, "prompt")
    checkins.set_prompt(turn.tx, turn.person.id, words)
    return [turn.answer("checkin-prompt-set" if words else "checkin-prompt-ours")]
