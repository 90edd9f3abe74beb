"""What counts for a community, and where each comes from, as its owner reads it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.communities.effective import DEFAULTS, Effective
from bot.communities.owners import SettingUp
from bot.communities.values import show
from bot.platform import Action, Reply
from bot.richtext import Body, Bullets, Text
from bot.turn import Turn
from storage.database import Transaction

Unchecked = Callable[[Transaction, int, datetime], int | None]
"""How many of the help lines that members see nobody has made sure of; None: no country is set."""

LINES_COMMAND = "lines check"


class Showing:
    """Shows settings.

    Args:
        unchecked: asked about a community's help lines.
    """

    def __init__(self, effective: Effective, unchecked: Unchecked) -> None:
        self._effective = effective
        self._unchecked = unchecked

    def settings(self, turn: Turn, up: SettingUp) -> Body:
        """Every setting, its value and its source; then the help lines."""
        settings = self._effective.of(turn.tx, up.community.id)
        items = []
        for key in DEFAULTS:
            setting = settings.by_key[key]
            value = show(turn.texts, turn.language, key, setting.value, settings.unreached)
            source = "locked" if setting.locked else setting.source.value
            line = turn.line(
                "community-line",
                key=key,
                label=turn.line(f"community-key-{key.replace('_', '-')}"),
                value=value,
                source=turn.line(f"community-source-{source}"),
            )
            items.append((Text(line),))
        items.append((Text(self._lines_line(turn, up)),))
        return (Bullets(tuple(items)),)

    def _lines_line(self, turn: Turn, up: SettingUp) -> str:
        left = self._unchecked(turn.tx, up.community.id, turn.now)
        if left is None:
            return turn.line("community-lines-no-country")
        return turn.line("community-lines-state", count=left)

    def lines(self, turn: Turn) -> Body:
        """The help lines that members would see."""
        shown = turn.say(LINES_COMMAND)
        return next((each.body for each in shown if isinstance(each, Reply)), ())

    def lines_checked(self, turn: Turn) -> Sequence[Action]:
        """The owner made sure of these lines."""
        command = turn.table.named(LINES_COMMAND)
        if command is None:
            return []
        turn.given = {"state": "done"}
        return command.handler(turn)
