"""What the team of a community is told without asking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.feature import Feature
from bot.platform import Action, Address, Audience, InviteDeclined, Say
from bot.turn import Turn


@dataclass(frozen=True, slots=True)
class StaffRoom:
    """Where the team of a community talks, and in which language."""

    address: Address
    language: str


def feature(staff_rooms: Sequence[StaffRoom]) -> Feature:
    """The moderation feature.

    Args:
        staff_rooms: where the teams talk; only they are told.
    """

    def invite_declined(turn: Turn) -> Sequence[Action]:
        """Somebody wanted the bot in a room that is not listed; no name is told, only the fact."""
        platform = turn.actor.platform
        return [
            Say(
                to=room.address,
                body=turn.texts.body(room.language, "staff-invite-declined"),
                audience=Audience.PUBLIC,
            )
            for room in staff_rooms
            if room.address.platform == platform
        ]

    return Feature(
        name="moderation",
        notices={InviteDeclined: invite_declined},
        export=lambda tx, person: {},
        erase=lambda tx, person: None,
    )
