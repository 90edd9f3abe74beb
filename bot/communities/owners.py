"""Who may set up a community: its owners, as their platform states it.

In direct messages no platform states a role. So whoever began in a room of the community, or
invited the bot, is remembered for three days as setting it up.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.commands import Role
from bot.errors import HandrailError
from bot.platform import Address
from bot.turn import Turn
from storage import community_settings, members
from storage.community_settings import SetUp
from storage.members import Community

LASTS = timedelta(days=3)


class NotHereError(HandrailError):
    """Not known to be an owner, where the platform does not tell; or no community is around."""

    text_id = "community-not-here"


@dataclass(frozen=True, slots=True)
class SettingUp:
    """A community, and where its owner speaks or began.

    Args:
        here: the room that "here" means; None if there is none.
        space: the community's space on the platform where they speak.
    """

    community: Community
    here: Address | None
    space: str | None


def admits(turn: Turn) -> bool:
    """Whether somebody in direct messages is setting up a community."""
    return _remembered(turn) is not None


def owned(turn: Turn) -> SettingUp:
    """What the actor may set up here; the turn is about that community from now on.

    Raises: NotHereError.
    """
    where = turn.event.where
    if where.space is not None:
        if turn.role < Role.OWNER or not turn.communities:
            raise NotHereError("no owner, or no community")
        room = turn.event.thread_of or where.channel
        here = Address(where.platform, where.space, room) if room else None
        return SettingUp(turn.communities[0], here, where.space)
    found = _remembered(turn)
    community = members.community(turn.tx, found.community) if found is not None else None
    if found is None or community is None:
        raise NotHereError("nothing is being set up")
    turn.within(community)
    if found.began_in is None:
        return SettingUp(community, None, None)
    platform, space, channel = found.began_in
    here = Address(platform, space, channel) if channel else None
    return SettingUp(community, here, space)


def begin(turn: Turn, setting_up: SettingUp) -> None:
    """Let the actor go on in direct messages for a while."""
    here = setting_up.here
    remember(
        turn,
        setting_up.community.id,
        Address(turn.actor.platform, setting_up.space, here.channel if here else None),
    )


def remember(turn: Turn, community: int, began_in: Address) -> None:
    """Let the actor set up a community in direct messages for a while."""
    began = (began_in.platform, began_in.space, began_in.channel or "")
    community_settings.begin(
        turn.tx,
        turn.actor.platform,
        turn.actor.user or "",
        SetUp(community, began),
        now=turn.now,
        expires=turn.now + LASTS,
    )


def _remembered(turn: Turn) -> SetUp | None:
    if not turn.event.direct:
        return None
    who = turn.actor
    return community_settings.set_up_of(turn.tx, who.platform, who.user or "", turn.now)
