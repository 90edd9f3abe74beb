"""Which features there are, and what one asks of another."""

from __future__ import annotations

import bot.checkins.commands
import bot.crisis.commands
import bot.members.commands
from bot.crisis.helplines import HelpLines
from bot.feature import Feature
from bot.places import Places


def all_features() -> tuple[Feature, ...]:
    """Every feature, wired."""
    places = Places()
    helping = bot.crisis.commands.Helping(HelpLines(), places)
    return (
        bot.members.commands.feature(
            places, begin_check_ins=bot.checkins.commands.begin, youth=helping.youth
        ),
        bot.checkins.commands.feature(),
        bot.crisis.commands.feature(helping),
    )
