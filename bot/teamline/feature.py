"""The feature of lines to the team, assembled."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.commands import Argument, Command, Kind
from bot.feature import Feature, StaffOf
from bot.platform import Action, Reported
from bot.teamline.answering import FORM, Answering
from bot.teamline.carrying import Carrying
from bot.teamline.going_on import GoingOn
from bot.teamline.keepers import Keepers
from bot.teamline.lines import FORGET, WAITING, Lines
from bot.teamline.listening import WroteBelow
from bot.teamline.opening import PROMPT, REPORT_FORM, Opening
from bot.teamline.reporting import LinkTo, Reporting
from bot.teamline.showing import MINE_PROMPT, TEAM_PROMPT, Showing
from bot.turn import Turn
from storage import team_keepers
from storage.members import Community


@dataclass(frozen=True, slots=True)
class TeamLine:
    """The feature, and its part in what belongs to others.

    Args:
        talk: what "Talk to someone" leads to.
        also: what is done with general commands, by the command's name.
    """

    feature: Feature
    talk: Callable[[Turn], Sequence[Action]]
    also: Mapping[str, Callable[[Turn], None]]


def team_line(
    staff_of: StaffOf, link_to: LinkTo, without: Callable[[Turn], Sequence[Action]]
) -> TeamLine:
    """Lines to the teams of communities.

    Args:
        staff_of: where a community's team talks, and in which language.
        without: what `talk` answers where there is no team to write to.
    """

    def teams(turn: Turn) -> Sequence[Community]:
        return [each for each in turn.communities if staff_of(turn.tx, each.id)]

    carrying = Carrying(staff_of)
    lines = Lines(carrying)
    opening = Opening(lines, teams, without)
    going_on = GoingOn(lines, opening)
    answering = Answering(lines, staff_of)
    keepers = Keepers(lines, answering, staff_of)
    reporting = Reporting(staff_of, teams, link_to)

    def hear(turn: Turn, text: str) -> Sequence[Action] | None:
        heard = answering.hear(turn, text)
        return going_on.hear(turn, text) if heard is None else heard

    words = Argument(name="words", kind=Kind.TEXT, required=False)
    feature = Feature(
        name="teamline",
        commands=(
            Command(name="team", handler=opening.team, arguments=(words,)),
            Command(name="team close", handler=going_on.close),
            Command(name="report", handler=opening.report, arguments=(words,), on_messages=True),
            *answering.commands(),
            *keepers.commands(),
        ),
        forms=(REPORT_FORM, FORM),
        prompts={
            PROMPT: opening.chosen,
            REPORT_FORM.name: opening.report,
            MINE_PROMPT: going_on.pressed,
            TEAM_PROMPT: answering.pressed,
        },
        hear=hear,
        plans={WAITING: lines.plan_waiting, FORGET: lines.plan_forget},
        writes=Showing(staff_of).writes,
        arrived=carrying.arrived,
        notices={WroteBelow: answering.wrote, Reported: reporting.reported},
        export=team_keepers.export,
        erase=team_keepers.erase,
    )
    return TeamLine(feature, opening.talk, {"stop": going_on.stop})
