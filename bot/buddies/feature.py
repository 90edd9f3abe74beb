"""The buddies feature: its folders, assembled."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import bot.buddies.handed.handing
import bot.buddies.handed.reading
import bot.buddies.joining.commands
import bot.buddies.mentors.commands
import bot.buddies.pairing.commands
import bot.buddies.relay.commands
import bot.buddies.rounds.commands
from bot.buddies.joining import resting
from bot.buddies.pairing import ending, privacy
from bot.buddies.pairing.introducing import RoomBelow
from bot.buddies.parts import heard, joined, noticed
from bot.feature import Feature, StaffOf
from bot.turn import Turn


def stop(turn: Turn) -> None:
    """With the general `stop`: pairs end gently, and nobody is looked for."""
    ending.stopped(turn)
    resting.stop_all(turn)


ALSO: Mapping[str, Callable[[Turn], None]] = {
    "stop": stop,
    "pause": resting.pause_all,
    "resume": resting.resume_all,
}
"""What buddies do with general commands, by the command's name."""


def feature(staff_of: StaffOf, room_below: RoomBelow) -> Feature:
    """The buddies feature.

    Args:
        staff_of: where a community's team talks, and in which language.
        room_below: below which address a community's rooms for two are opened.
    """
    parts = joined(
        bot.buddies.joining.commands.parts(),
        bot.buddies.rounds.commands.parts(staff_of),
        bot.buddies.pairing.commands.parts(staff_of, room_below),
        bot.buddies.relay.commands.parts(),
        bot.buddies.handed.handing.Handing(staff_of).parts(),
        bot.buddies.handed.reading.Reading(staff_of).parts(),
        bot.buddies.mentors.commands.parts(staff_of),
    )
    return Feature(
        name="buddies",
        commands=parts.commands,
        forms=parts.forms,
        prompts=parts.prompts,
        takes_back=parts.takes_back,
        hear=heard(parts),
        plans=parts.plans,
        writes=parts.writes,
        arrived=parts.arrived,
        needs_reach=parts.needs_reach,
        notices=noticed(parts),
        export=privacy.export,
        erase=privacy.erase,
    )
