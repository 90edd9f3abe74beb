"""What the team can say: who is on duty, drills, own terms, silenced rules, how often it was right.

All of it in the staff room; what is about one's own duty also in direct messages, for those who
stand on the roster.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from bot import wall_time
from bot.commands import Argument, Command, Kind, Role
from bot.crisis.team import duty
from bot.crisis.team.drill import Drills
from bot.crisis.team.teams import Team, Teams
from bot.errors import HandrailError
from bot.platform import Action, Choices
from bot.richtext import Bullets, Spans, Text
from bot.turn import COMMAND_PROMPT, Turn
from bot.wall_time import zone_named
from storage import duty as roster
from storage.duty import Helper, Hours

LONGEST_NAME = 40

ReadDays = Callable[[Turn, str], int]
"""Days of the week as a mask, from words. Raises: HandrailError with an example."""
NameDays = Callable[[int, str], str]
"""A mask of days in words, in a language."""


class NameTooLongError(HandrailError):
    """More characters than fit into a message to somebody in need."""

    text_id = "form-too-long"


class NotOnRosterError(HandrailError):
    """Something about one's own duty, by somebody who never was on it."""

    text_id = "duty-not-on-roster"


class NoSuchHelperError(HandrailError):
    """The words name nobody on the roster, or several."""

    text_id = "duty-remove-unknown"


def commands(crew: Crew, drills: Drills) -> tuple[Command, ...]:
    """The commands about duty and drills."""
    team = Role.PEER_SUPPORTER
    return (
        Command(name="duty list", handler=crew.show, aliases=("duty",), needs=team),
        Command(name="duty on", handler=crew.on, needs=team),
        Command(name="duty off", handler=crew.off, needs=team),
        Command(
            name="duty until",
            handler=crew.until,
            arguments=(Argument(name="hour", kind=Kind.TIME),),
            needs=team,
        ),
        Command(
            name="duty hours",
            handler=crew.hours,
            arguments=(
                Argument(name="days", kind=Kind.TEXT),
                Argument(name="begins", kind=Kind.TIME),
                Argument(name="ends", kind=Kind.TIME),
            ),
            needs=team,
        ),
        Command(
            name="duty name",
            handler=crew.name,
            arguments=(Argument(name="shown", kind=Kind.TEXT, required=False),),
            needs=team,
        ),
        Command(name="duty leave", handler=crew.leave, needs=team),
        Command(
            name="duty remove",
            handler=crew.remove,
            arguments=(Argument(name="helper", kind=Kind.TEXT),),
            needs=Role.MODERATOR,
        ),
        Command(name="crisis drill", handler=drills.drill, needs=Role.MODERATOR),
    )


class Crew:
    """Who is on duty, as the team says it.

    Args:
        read_days, name_days: how days of the week are read and written.
    """

    def __init__(self, teams: Teams, read_days: ReadDays, name_days: NameDays) -> None:
        self._teams = teams
        self._read_days = read_days
        self._name_days = name_days

    def show(self, turn: Turn) -> Sequence[Action]:
        """`duty`: who is on now, who else can be called, and whether rooms are watched."""
        team = self._teams.mine(turn)
        everybody = duty.calling_order(roster.roster(turn.tx, team.community.id), turn.now)
        if not everybody:
            return [turn.answer("duty-nobody", _duty_choices(turn, "on"))]
        lines = tuple(self._line(turn, helper) for helper in everybody)
        on = any(duty.is_on(helper, turn.now) for helper in everybody)
        intro = turn.body("duty-list" if on else "duty-list-none")
        drilled = roster.drills_passed(turn.tx).get(team.community.id)
        watching = drilled is not None and turn.now - drilled <= duty.DRILL_HOLDS
        text_id = "duty-watching" if watching and team.rooms else "duty-not-watching"
        body = (*intro, Bullets(lines), *turn.body(text_id))
        return [turn.show(body, _duty_choices(turn, "on", "off"))]

    def on(self, turn: Turn) -> Sequence[Action]:
        """`duty on`: on duty until said otherwise."""
        team = self._teams.mine(turn)
        self._say(turn, team, on=True, until=None)
        return [turn.answer("duty-on", _duty_choices(turn, "off"))]

    def until(self, turn: Turn) -> Sequence[Action]:
        """`duty until <time>`: on duty until then."""
        team = self._teams.mine(turn)
        zone = turn.member.zone if turn.member else zone_named(team.community.zone)
        ends = _next(turn.hour("hour"), turn.now, zone.key)
        self._say(turn, team, on=True, until=ends)
        return [turn.answer("duty-until", until=turn.clock_words(ends.astimezone(zone)))]

    def off(self, turn: Turn) -> Sequence[Action]:
        """`duty off`: not on duty, whatever the hours say, until said otherwise."""
        team = self._teams.mine(turn)
        self._say(turn, team, on=False, until=None)
        left = duty.on_duty(roster.roster(turn.tx, team.community.id), turn.now)
        return [turn.answer("duty-off" if left else "duty-off-nobody", _duty_choices(turn, "on"))]

    def hours(self, turn: Turn) -> Sequence[Action]:
        """`duty hours <days> <from> <to>`: when one is usually there."""
        team = self._teams.mine(turn)
        days = self._read_days(turn, turn.words("days") or "")
        begins, ends = turn.hour("begins"), turn.hour("ends")
        span = Hours(days, f"{begins:%H:%M}", f"{ends:%H:%M}")
        zone = turn.member.zone.key if turn.member else team.community.zone
        mine = self._mine(turn, team)
        # What was said before by hand no longer stands: from now on the hours count.
        roster.put(turn.tx, replace(mine, hours=(span,), zone=zone, on=None, until=None))
        return [turn.answer("duty-hours-set", hours=self._hours(turn, span), zone=zone)]

    def name(self, turn: Turn) -> Sequence[Action]:
        """`duty name [name]`: what members in need are told of who is with them."""
        team = self._teams.mine(turn)
        shown = turn.words("shown")
        if shown is not None and len(shown) > LONGEST_NAME:
            raise NameTooLongError("duty name", given=len(shown), longest=LONGEST_NAME)
        roster.put(turn.tx, replace(self._mine(turn, team), name=shown))
        if shown is None:
            return [turn.answer("duty-name-none")]
        return [turn.answer("duty-name-set", name=shown)]

    def leave(self, turn: Turn) -> Sequence[Action]:
        """`duty leave`: off the roster; nothing is kept."""
        team = self._teams.mine(turn)
        actor = turn.actor
        mine = roster.helper_with(turn.tx, team.community.id, actor.platform, actor.user or "")
        if mine is None:
            raise NotOnRosterError("not on the roster")
        roster.remove(turn.tx, mine.id)
        return [turn.answer("duty-left")]

    def remove(self, turn: Turn) -> Sequence[Action]:
        """`duty remove <name>`: somebody is not of the team any more."""
        team, _ = self._teams.at(turn)
        meant = (turn.words("helper") or "").strip("<@!>").casefold()
        found = [
            helper
            for helper in roster.roster(turn.tx, team.community.id)
            if meant in {(helper.name or "").casefold(), helper.user.strip("@").casefold()}
        ]
        if len(found) != 1 or not meant:
            raise NoSuchHelperError(f"{len(found)} of that name")
        roster.remove(turn.tx, found[0].id)
        return [turn.answer("duty-removed")]

    # --- the parts

    def _mine(self, turn: Turn, team: Team) -> Helper:
        """The actor's place on the roster; the first word about duty makes one."""
        actor = turn.actor
        return roster.enlist(
            turn.tx,
            team.community.id,
            actor.platform,
            actor.user or "",
            zone=turn.member.zone.key if turn.member else team.community.zone,
        )

    def _say(self, turn: Turn, team: Team, *, on: bool, until: datetime | None) -> None:
        roster.put(turn.tx, replace(self._mine(turn, team), on=on, until=until))

    def _line(self, turn: Turn, helper: Helper) -> Spans:
        hours = "; ".join(self._hours(turn, each) for each in helper.hours)
        if duty.is_on(helper, turn.now):
            until = helper.until if helper.on else None
            if until is not None:
                at = turn.clock_words(until.astimezone(zone_named(helper.zone)))
                words = turn.line("duty-line-until", at=at)
            else:
                words = turn.line("duty-line-on")
        else:
            words = turn.line("duty-line-off")
        return (duty.mention(helper), Text(f": {words}" + (f" ({hours})" if hours else "")))

    def _hours(self, turn: Turn, span: Hours) -> str:
        days = self._name_days(span.days, turn.language)
        begins = turn.clock_words(time.fromisoformat(span.begins))
        ends = turn.clock_words(time.fromisoformat(span.ends))
        return f"{days} {begins}–{ends}"


def _next(at: time, after: datetime, zone: str) -> datetime:
    """The next moment at which a clock in the zone shows the time."""
    here = zone_named(zone)
    today = after.astimezone(here).date()
    moment = wall_time.due_on(today, at, here)
    return moment if moment > after else wall_time.due_on(today + timedelta(days=1), at, here)


def _duty_choices(turn: Turn, *states: str) -> Choices:
    options = tuple(turn.option(f"duty {state}", f"duty-button-{state}") for state in states)
    return Choices(prompt=COMMAND_PROMPT, options=options)
