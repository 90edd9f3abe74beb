"""What mentors can say, and those who look after them."""

from __future__ import annotations

from bot.buddies.mentors import ending, news, own, supervision
from bot.buddies.mentors.applying import WHERE, Applying
from bot.buddies.mentors.approving import Approving
from bot.buddies.mentors.carrying import Carrying
from bot.buddies.mentors.own import CAPACITIES, FORM, JOIN
from bot.buddies.parts import Parts, joined
from bot.commands import Argument, Command, Kind, Role
from bot.feature import StaffOf


def parts(staff_of: StaffOf) -> Parts:
    """The folder's share of the feature.

    Args:
        staff_of: where a community's team decides about mentors, and hears from them.
    """
    approving, carrying = Approving(staff_of), Carrying(staff_of)
    applying = Applying(approving)
    capacity = Argument(name="capacity", kind=Kind.OPTION, options=CAPACITIES)
    until = Argument(name="until", kind=Kind.DAY, required=False)
    mentee = Argument(name="mentee", kind=Kind.MEMBER, required=False)
    mentor = Argument(name="mentor", kind=Kind.MEMBER)
    days = Argument(name="newcomer-days", kind=Kind.TEXT, required=False)
    own_parts = Parts(
        commands=(
            Command(name="mentor join", handler=applying.join),
            Command(name="mentor status", handler=own.status, aliases=("mentor",)),
            Command(name="mentor profile", handler=own.profile),
            Command(name="mentor capacity", handler=own.capacity, arguments=(capacity,)),
            Command(name="mentor rest", handler=own.rest, arguments=(until,)),
            Command(name="mentor back", handler=own.back),
            Command(name="mentor load", handler=carrying.load),
            Command(name="mentor end", handler=ending.ask, arguments=(mentee,)),
            Command(name="buddies mentors", handler=supervision.mentors, needs=Role.FACILITATOR),
            Command(
                name="buddies relieve",
                handler=supervision.relieve,
                arguments=(mentor,),
                needs=Role.MODERATOR,
            ),
            Command(
                name="buddies newcomers",
                handler=supervision.newcomers,
                arguments=(days,),
                needs=Role.MODERATOR,
            ),
        ),
        forms=(FORM,),
        prompts={JOIN: applying.chosen, WHERE: applying.where},
        writes={news.TOLD: news.write},
    )
    return joined(own_parts, approving.parts(), carrying.parts(), ending.parts())
