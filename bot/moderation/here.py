"""Which community a command of the team is about."""

from __future__ import annotations

from bot.errors import HandrailError
from bot.turn import Turn
from storage.members import Community


class NowhereError(HandrailError):
    """Said where no community is known."""

    text_id = "audit-nowhere"


def community_here(turn: Turn) -> Community:
    """The community of the room that it was said in. Raises: NowhereError."""
    if turn.event.where.space is None or not turn.communities:
        raise NowhereError("no community around")
    return turn.communities[0]
