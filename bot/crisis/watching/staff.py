"""What the watch asks of those who alert the team.

The watch notices and answers the member; what the team sees, and everything that happens by time
afterwards, comes from whatever stands behind `Staff`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import Enum
from typing import Protocol

from bot.crisis.watching.knowing import Watched
from bot.platform import Event, Say, Send
from bot.turn import Turn
from storage.database import Transaction
from storage.episodes import Episode

BUTTONS = "alert"
"""Prompts of an alert's buttons: `alert/<episode id>`."""


class Occasion(Enum):
    """Why the team is told.

    NEW: nothing was open for this person. RISE: it is graver than before. AGAIN: no graver, and
    told lately. LATE: written while the bot was away, and read only now.
    """

    NEW = "new"
    RISE = "rise"
    AGAIN = "again"
    LATE = "late"


class Staff(Protocol):
    """How a team is told.

    An episode carries what its first alerts became in `alerts`; a later alert may answer or edit
    them. No message carries what the member wrote.
    """

    def alert(
        self, episode: Episode, community: Watched, occasion: Occasion, now: datetime
    ) -> Sequence[Say]:
        """What to say in the staff rooms, at once and without the database; may be nothing.

        `episode.reach` says what is known of the reply to the member. The key of each is given
        by the watch, so that a repeated event alerts once.
        """

    def reached(self, episode: Episode, community: Watched, now: datetime) -> Sequence[Say]:
        """Told once the reach is known, after an alert said that it was not."""

    def begin(
        self, tx: Transaction, episode: Episode, occasion: Occasion, now: datetime
    ) -> Sequence[Send]:
        """Set up what happens by time, in the transaction that writes the episode.

        Returns: what else is to be sent, durably.
        """

    def abused(self, event: Event, community: Watched) -> Sequence[Say]:
        """Somebody in a watched room wished another dead: a line for moderators, with a link."""

    # What the member chose below the reply; inside that choice's transaction.

    def asked_to_talk(self, turn: Turn, episode: Episode, community: Watched) -> Sequence[Send]:
        """They would like a person of the team to write to them."""

    def shown(self, turn: Turn, episode: Episode, community: Watched, words: str) -> Sequence[Send]:
        """They agreed that the team reads these words, which are kept nowhere."""

    def misread(self, turn: Turn, episode: Episode, community: Watched) -> Sequence[Send]:
        """They say that the program got it wrong."""
