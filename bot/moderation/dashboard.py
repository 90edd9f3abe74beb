"""The moderators' dashboard in chat: `community status|report|staff|broadcast`, wired.

`community settings` and `community audit` are other names for `community show` and
`moderation audit`.
"""

from __future__ import annotations

from bot.commands import Command, Role
from bot.feature import Feature
from bot.moderation import broadcasting
from bot.moderation.broadcasting import Broadcasting
from bot.moderation.going_out import NO_MORE, GoingOut, Paused
from bot.moderation.reporting import Reporting
from bot.moderation.status import Status
from bot.moderation.team import Staff
from storage.broadcasts import KIND


def feature(status: Status, reporting: Reporting, paused: Paused) -> Feature:
    """The dashboard feature.

    Args:
        paused: who of some people wants everything to rest; they get no broadcast.
    """
    going_out = GoingOut(paused)
    sending = Broadcasting(going_out)
    needs = Role.MODERATOR
    return Feature(
        name="dashboard",
        commands=(
            Command(name="community status", handler=status.show, needs=needs),
            Command(name="community report", handler=reporting.show, needs=needs),
            Command(name="community staff", handler=Staff(status.on_duty).show, needs=needs),
            *sending.commands(),
        ),
        prompts={broadcasting.PROMPT: sending.pressed, NO_MORE: sending.refused},
        plans={KIND: going_out.plan},
        writes={KIND: going_out.write},
        export=broadcasting.export,
        erase=broadcasting.erase,
    )
