"""Invited somewhere new: the bot writes to whoever invited it, in private and once."""

from __future__ import annotations

from collections.abc import Sequence

from bot.commands import Role
from bot.communities.effective import Effective, begin_in_chat
from bot.communities.owners import remember
from bot.platform import Action, Audience, Choices, Invited, Say
from bot.turn import COMMAND_PROMPT, Turn
from storage import members

COMMAND = "community setup"


class Inviting:
    """Welcomes those who invite.

    Args:
        open_to_all: a community that nobody listed is taken in.
    """

    def __init__(self, effective: Effective, *, open_to_all: bool) -> None:
        self._effective = effective
        self._open_to_all = open_to_all

    def noticed(self, turn: Turn) -> Sequence[Action]:
        """The bot came into a space. Nothing is said where everything is set up."""
        event = turn.event
        space = event.where.space
        if not isinstance(event, Invited) or space is None:
            return []
        platform = event.where.platform
        known = members.communities_with(turn.tx, platform, [space])
        if not known:
            if not self._open_to_all:
                return []
            name = " ".join(event.name.split())[:100]
            known = [
                begin_in_chat(
                    turn.tx,
                    name=name or turn.line("community-no-name"),
                    language=turn.language,
                    platform=platform,
                    space=space,
                )
            ]
        community = known[0]
        if self._effective.of(turn.tx, community.id)["staff_room"]:
            return []
        if turn.role < Role.OWNER:
            choices = None
        else:
            remember(turn, community.id, event.where)
            setup = turn.option(COMMAND, "community-setup-button", tone="primary")
            choices = Choices(prompt=COMMAND_PROMPT, options=(setup,), language=turn.language)
        return [
            Say(
                to=turn.actor,
                body=turn.body("community-welcome", name=community.name),
                audience=Audience.DIRECT,
                choices=choices,
            )
        ]
