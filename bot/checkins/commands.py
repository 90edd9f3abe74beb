"""What people can say about their daily check-in.

Each folder holds what belongs together: `asking` when and where the question comes, `prompts` what
stands below it, `answering` what is said to it, `missing` what follows silence, `group` a
community's check-in in a room.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from bot.checkins import privacy
from bot.checkins.answering import extras, notes
from bot.checkins.answering.extras import Telling
from bot.checkins.answering.hard import HARD_DAY, NO_WAYS, HardDay, Ways
from bot.checkins.answering.later import LATER
from bot.checkins.answering.past import PastDays
from bot.checkins.answering.words import Answering
from bot.checkins.asking import evening, times
from bot.checkins.asking.daily import Daily
from bot.checkins.asking.places import WHERE, Asking
from bot.checkins.asking.times import begin
from bot.checkins.group import daily as together
from bot.checkins.group.opening import group
from bot.checkins.missing import choices as silence
from bot.checkins.missing import telling
from bot.checkins.missing.buddies import Buddies
from bot.checkins.missing.planning import HEARER, Missing, Together, nobody
from bot.checkins.missing.silence import Step
from bot.checkins.offers import ExtraLines, no_lines
from bot.checkins.prompts import moderating, own
from bot.checkins.question import AGAIN, EVENING, KIND
from bot.checkins.where import NO_ROOMS, POST, CheckInRooms
from bot.commands import Argument, Command, Handler, Role
from bot.commands import Kind as Read
from bot.feature import Feature
from bot.texts import Texts
from bot.turn import Turn
from storage import checkins
from storage.checkins import EXTRAS

__all__ = ["ALSO", "begin", "feature"]


def feature(
    rooms: CheckInRooms = NO_ROOMS,
    *,
    texts: Texts | None = None,
    ways: Ways = NO_WAYS,
    together_with: Together = nobody,
    lines: ExtraLines = no_lines,
) -> Feature:
    """The check-ins feature.

    Args:
        rooms: where members can be asked besides direct messages.
        ways: to people who could help on a hard day.
        together_with: with whom a member is as buddies; they may hear of a silence.
        lines: what others put beside the day's question.
    """
    missing = Missing(together_with)
    daily = Daily(rooms=rooms, lines=lines, missing=missing)
    asking, hard_day, buddies = Asking(daily), HardDay(ways), Buddies(missing)
    answering = Answering(hard_day, Telling(hard_day))
    return Feature(
        name="checkins",
        commands=(
            *_asking(asking),
            *_answering(answering),
            *_silence(buddies),
            *moderating.commands(),
            Command(
                name="checkin group",
                handler=group,
                arguments=(
                    _option("style", together.THREAD, together.POLL, "off"),
                    Argument(name="at", kind=Read.TIME, required=False),
                ),
                needs=Role.MODERATOR,
            ),
        ),
        forms=(notes.FORM, *extras.FORMS, moderating.FORM),
        prompts={
            KIND: answering.chosen,
            LATER: answering.later,
            HARD_DAY: answering.hard,
            extras.EXTRA: answering.telling.chosen,
            WHERE: asking.chosen,
            telling.MISSING: silence.chosen,
            telling.HEARING: buddies.chosen,
            moderating.PROMPT: moderating.worded,
            together.GROUP: together.chosen,
        },
        takes_back={KIND: answering.taken_back, together.GROUP: together.taken_back},
        hear=answering.hear,
        plans={
            KIND: daily.plan,
            AGAIN: daily.plan,
            EVENING: evening.plan,
            POST: rooms.plan_posts,
            together.GROUP: together.plan,
        },
        writes={
            KIND: daily.write,
            EVENING: evening.write,
            Step.WORD.value: telling.write_word,
            Step.SLEEP.value: telling.write_asleep,
            HEARER: telling.ToHearers(missing).write,
            POST: rooms.write_posts,
            together.GROUP: together.write,
        },
        arrived={together.GROUP: partial(together.arrived, texts or Texts())},
        export=privacy.export,
        erase=privacy.erase,
    )


def _heard(turn: Turn) -> None:
    if turn.member is not None:
        checkins.heard(turn.tx, turn.member.id)


ALSO: Mapping[str, Callable[[Turn], None]] = {"start": _heard, "pause": _heard, "resume": _heard}
"""What check-ins do with general commands, by the command's name: the silence is over."""


def _asking(asking: Asking) -> tuple[Command, ...]:
    """When and where the question comes, and what stands below it."""
    return (
        _command("now", asking.now, aliases=("checkin", "check-in", "check in")),
        _command("time", times.at, Argument(name="at", kind=Read.TIME)),
        _command("days", times.on_days, Argument(name="days", kind=Read.TEXT)),
        _command("where", asking.where, _option("spot", "dm", "channel", "thread")),
        _command("evening", evening.evening, Argument(name="hour", kind=Read.TEXT)),
        _command("prompt", own.prompt, Argument(name="words", kind=Read.TEXT, required=False)),
        _command("pause", times.pause, Argument(name="until", kind=Read.DAY, required=False)),
        _command("resume", times.resume),
    )


def _answering(answering: Answering) -> tuple[Command, ...]:
    """What is said to it, and what is kept of that."""
    return (
        _command(
            "day",
            PastDays(answering).day,
            Argument(name="past", kind=Read.TEXT),
            Argument(name="word", kind=Read.TEXT, required=False),
        ),
        _command("notes", notes.notes, _option("keep", "on", "off")),
        _command(
            "extras",
            extras.extras,
            _option("extra", *EXTRAS, required=False),
            _option("switch", "on", "off", required=False),
        ),
        Command(
            name="note",
            handler=notes.note,
            arguments=(Argument(name="words", kind=Read.TEXT),),
        ),
    )


def _silence(buddies: Buddies) -> tuple[Command, ...]:
    """What follows some days without an answer."""
    return (
        _command("after", silence.after, Argument(name="questions", kind=Read.TEXT)),
        _command("buddy", buddies.buddy, _option("switch", "on", "off")),
    )


def _command(
    verb: str, handler: Handler, *arguments: Argument, aliases: tuple[str, ...] = ()
) -> Command:
    return Command(name=f"checkin {verb}", handler=handler, arguments=arguments, aliases=aliases)


def _option(name: str, *options: str, required: bool = True) -> Argument:
    return Argument(name=name, kind=Read.OPTION, required=required, options=options)
