"""What members can say about looking for a buddy."""

from __future__ import annotations

from bot.buddies.joining import joining
from bot.buddies.joining.items import ITEMS
from bot.buddies.joining.joining import JOIN, WHERE
from bot.buddies.joining.resting import BACK, pause, plan_back
from bot.buddies.joining.screens import ASK, CHANGE, WORDS
from bot.buddies.joining.status import LEAVE, back, leave, leave_chosen, status
from bot.buddies.parts import Parts
from bot.commands import Argument, Command, Kind


def parts() -> Parts:
    """The folder's share of the feature."""
    item = Argument(name="item", kind=Kind.OPTION, required=False, options=tuple(ITEMS))
    until = Argument(name="until", kind=Kind.DAY, required=False)
    return Parts(
        commands=(
            Command(name="buddy join", handler=joining.join),
            Command(name="buddy profile", handler=joining.profile, arguments=(item,)),
            Command(name="buddy status", handler=status, aliases=("buddy",)),
            Command(name="buddy pause", handler=pause, arguments=(until,)),
            Command(name="buddy back", handler=back, aliases=("buddy resume",)),
            Command(name="buddy leave", handler=leave),
        ),
        forms=(WORDS,),
        prompts={
            JOIN: joining.begun,
            WHERE: joining.where,
            ASK: joining.chosen,
            CHANGE: joining.change,
            LEAVE: leave_chosen,
        },
        takes_back={ASK: joining.chosen},
        plans={BACK: plan_back},
    )
