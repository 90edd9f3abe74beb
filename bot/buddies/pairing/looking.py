"""Who of a team may look at something about a pair, and buttons that work for them alone.

Somebody of the team whom it is about, whom it names or who made it is passed over: what they are
shown is as if it were not there.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Protocol

from bot.commands import Role
from bot.turn import ChoiceGoneError, Turn
from storage import duty
from storage.ids import read_id


class Concerning(Protocol):
    """What somebody told the team of somebody else."""

    @property
    def community(self) -> int: ...
    @property
    def person(self) -> int: ...
    @property
    def about(self) -> int: ...


def concerns(turn: Turn, told: Concerning, words: str) -> bool:
    """Whether whoever asks told it, or it is about them or names them."""
    if turn.member is not None and turn.member.id in (told.about, told.person):
        return True
    actor = turn.actor
    helper = duty.helper_with(turn.tx, told.community, actor.platform, actor.user or "")
    names = [actor.user, helper.name if helper is not None else None]
    return any(name and _names(words, name) for name in names)


def _names(words: str, name: str) -> bool:
    """Whether a name stands there as a whole, however it is written."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words, re.IGNORECASE) is not None


# --- a prompt that only works for whom it was shown to


def account(turn: Turn) -> str:
    """The account of whoever asks."""
    return f"{turn.actor.platform}:{turn.actor.user}"


def signed(turn: Turn, id: int, day: date | None = None) -> str:
    """An id with a mark that it was shown to this account on a day; today, if none is given.

    A button that was answered in direct messages tells no role, and prompts are not to be trusted.
    """
    shown = f"buddies:{id}:{account(turn)}:{day or turn.now.date()}"
    return f"{id}/{turn.tx.keys.index(shown)[:9].hex()}"


def signed_for(turn: Turn) -> int:
    """The id, if it was shown to whoever answers, today or yesterday. Raises: ChoiceGoneError."""
    id, today = read_id(turn.detail.partition("/")[0]), turn.now.date()
    days = (today, today - timedelta(days=1))
    if id is None or turn.detail not in [signed(turn, id, day) for day in days]:
        raise ChoiceGoneError("not shown to this account, or long ago")
    if not turn.event.direct and turn.role < Role.MODERATOR:
        raise ChoiceGoneError("no moderator any more")
    return id
