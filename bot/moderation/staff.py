"""What the team of a community is told without asking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.commands import Command, Role
from bot.feature import Feature
from bot.moderation import auditing
from bot.platform import (
    AccountRestricted,
    Action,
    Address,
    Audience,
    InviteDeclined,
    Say,
)
from bot.turn import Turn
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class StaffRoom:
    """Where the team of a community talks, and in which language."""

    address: Address
    language: str


StaffRooms = Callable[[Transaction], Sequence[StaffRoom]]
"""Those of all communities at this moment."""


def no_rooms(tx: Transaction) -> Sequence[StaffRoom]:
    """No team has a room."""
    return ()


def feature(staff_rooms: StaffRooms) -> Feature:
    """The moderation feature.

    Args:
        staff_rooms: where the teams talk; only they are told.
    """

    def tell(turn: Turn, text_id: str) -> Sequence[Action]:
        """A line to the staff rooms of the event's platform, each in its language."""
        return [
            Say(
                to=room.address,
                body=turn.texts.body(room.language, text_id),
                audience=Audience.PUBLIC,
                rings=True,
            )
            for room in staff_rooms(turn.tx)
            if room.address.platform == turn.actor.platform
        ]

    return Feature(
        name="moderation",
        notices={
            InviteDeclined: lambda turn: tell(turn, "staff-invite-declined"),
            AccountRestricted: lambda turn: tell(turn, "staff-account-restricted"),
        },
        commands=(
            Command(
                name="moderation audit",
                handler=auditing.show,
                needs=Role.MODERATOR,
                aliases=("community audit",),
            ),
        ),
        witness=auditing.record,
        export=auditing.export,
        erase=auditing.erase,
    )
