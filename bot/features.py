"""Which features there are, and what one asks of another."""

from __future__ import annotations

from collections.abc import Sequence

import bot.checkins.commands
import bot.crisis.commands
import bot.members.commands
import bot.moderation.staff
from bot.crisis.helplines import HelpLines
from bot.feature import Feature
from bot.moderation.staff import StaffRoom
from bot.places import Places


def all_features(
    staff_rooms: Sequence[StaffRoom] = (), places: Places | None = None
) -> tuple[Feature, ...]:
    """Every feature, wired.

    Args:
        staff_rooms: where the teams of the communities talk.
        places: those that are known; None makes them anew.
    """
    places = places or Places()
    helping = bot.crisis.commands.Helping(HelpLines(), places)
    return (
        bot.members.commands.feature(
            places, begin_check_ins=bot.checkins.commands.begin, youth=helping.youth
        ),
        bot.checkins.commands.feature(),
        bot.crisis.commands.feature(helping),
        bot.moderation.staff.feature(staff_rooms),
    )
