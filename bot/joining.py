"""How one feature's share becomes part of another's."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bot.buddies.rounds import cadence, waves
from bot.commands import Command, Handler
from bot.communities.effective import Effective
from bot.communities.using import where_used
from bot.feature import Feature
from bot.platform import Action
from bot.turn import Turn
from storage import buddy_pairs, buddy_rounds, meetings, shares
from storage.database import Transaction


def also(feature: Feature, *others: Mapping[str, Callable[[Turn], None]]) -> Feature:
    """A feature whose commands have the parts of others done first, by the command's name.

    All in the same transaction: where one refuses, nothing has happened.
    """

    def with_parts(command: Command) -> Command:
        parts = [other[command.name] for other in others if command.name in other]
        handler = command.handler

        def together(turn: Turn) -> Sequence[Action]:
            for part in parts:
                part(turn)
            return handler(turn)

        return replace(command, handler=together) if parts else command

    return replace(feature, commands=tuple(map(with_parts, feature.commands)))


def leading_to(feature: Feature, handlers: Mapping[str, Handler]) -> Feature:
    """A feature of which some commands, by their name, lead to others' parts."""
    return replace(
        feature,
        commands=tuple(
            replace(each, handler=handlers.get(each.name, each.handler))
            for each in feature.commands
        ),
    )


def keeping_still(feature: Feature, effective: Effective) -> Feature:
    """A feature that keeps still where a community does without it."""
    match feature.name:
        case "checkins":
            return where_used(feature, "checkins", effective.off, lambda tx, subject: subject)
        case "dates":  # what stands in a room can be taken back
            always: Sequence[str] = ("date unshare", "date unchip")
            return where_used(feature, "checkins", effective.off, always=always)
        case "goals":
            return where_used(feature, "checkins", effective.off)
        case "sharing":  # what is shown can be taken back, and goes when its time is over
            always = ("share list", "share stop", "share history")
            quiet = where_used(feature, "checkins", effective.off, _share_in, always=always)
            return replace(quiet, plans=feature.plans, prompts=feature.prompts)
        case "looking back":  # what is theirs can be read on; it is only not sent
            every = [each.name for each in feature.commands]
            quiet = where_used(feature, "checkins", effective.off, always=every)
            return replace(quiet, prompts=feature.prompts)
        case "buddies":
            begun = (cadence.ROUND, waves.WAVE)
            return where_used(feature, "buddies", effective.off, _pair_in, not_begun=begun)
        case "meetings" | "hosting":
            return where_used(feature, "meetings", effective.off, _meeting_in)
    return feature


def _share_in(tx: Transaction, subject: int) -> int | None:
    """The community of something that is shown: the channel's, or one of both."""
    share = shares.with_id(tx, subject)
    return share.community if share is not None else None


def _pair_in(tx: Transaction, subject: int) -> int | None:
    """The community of a pair of buddies, or of a round of them."""
    pair = buddy_pairs.with_id(tx, subject)
    if pair is not None:
        return pair.community
    wave = buddy_rounds.wave(tx, subject)
    return wave.community if wave is not None else None


def _meeting_in(tx: Transaction, subject: int) -> int | None:
    """The community of a meeting."""
    meeting = meetings.get(tx, subject)
    return meeting.community if meeting is not None else None
