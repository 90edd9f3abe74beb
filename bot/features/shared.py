"""What several features have in common, made once of what is around them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import bot.members.commands
import bot.teamline.feature
from bot.between import staff_in
from bot.checkins.dates.sharing import date_items
from bot.checkins.looking_back.sharing import week_items
from bot.checkins.sharing.items import Items, own_items
from bot.crisis.lines.help_now import Helping
from bot.crisis.team import duty
from bot.crisis.team.alerting import Alerting
from bot.crisis.team.alerts import link_to
from bot.crisis.team.crew import emergency_number
from bot.crisis.watching.knowing import Looking
from bot.crisis.watching.rooms import ReadAlong
from bot.delivery.messages import is_answer
from bot.delivery.quiet import QuietHours
from bot.feature import StaffOf
from bot.features.around import Around
from bot.meetings.hosting.running import Running
from bot.privacy.shedding import Shedding
from bot.teamline.feature import TeamLine
from bot.unasked import UNASKED, usual


@dataclass(frozen=True, slots=True)
class Shared:
    """What several features have in common.

    Args:
        helping: the help lines as they are shown.
        looking: what is watched, and by whom.
        staff: how a team is called.
        read_along: which rooms a member's community reads.
        staff_of: whom a community's team consists of.
        hosting: meetings held in a chat.
        items: what members may show each other, by name.
        quiet_hours: what waits for whom.
        lines: the line between a member and the team.
        shedding: lets go of the bytes of what was erased.
    """

    helping: Helping
    looking: Looking
    staff: Alerting
    read_along: ReadAlong
    staff_of: StaffOf
    hosting: Running
    items: Items
    quiet_hours: QuietHours
    lines: TeamLine
    shedding: Shedding


def shared_by(around: Around) -> Shared:
    """Make it."""
    texts, directory = around.texts, around.directory
    looking = Looking(around.rooms_of, duty.standing(around.rooms_of))
    staff_of = staff_in(around.rooms_of)
    return Shared(
        helping=Helping(directory, around.places),
        looking=looking,
        staff=Alerting(texts, lambda code: emergency_number(directory, code)),
        read_along=ReadAlong(looking),
        staff_of=staff_of,
        hosting=Running(texts, staff_of),
        items={**own_items(texts), **week_items(texts), **date_items(texts)},
        quiet_hours=QuietHours(UNASKED, partial(usual, around.effective), is_answer),
        lines=bot.teamline.feature.team_line(staff_of, link_to, bot.members.commands.talk),
        shedding=Shedding(),
    )
