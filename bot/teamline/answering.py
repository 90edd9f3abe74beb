"""What the team does about a line: claim it, answer, hand it over, close it, keep a note.

Said or pressed where the line is shown: in its thread of the staff room, or, where some of the
team read it in private, below the messages there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.commands import Argument, Command, Field, Form, Kind, Role
from bot.errors import HandrailError
from bot.feature import StaffOf
from bot.platform import Action, Chose, Commanded, FormFilled, Said
from bot.teamline.lines import LONGEST, LineClosedError, Lines
from bot.teamline.listening import WroteBelow, begun_with
from bot.teamline.showing import ANSWER_FORM, TEAM_PROMPT
from bot.teamline.spots import HELPER, spots_of
from bot.turn import ChoiceGoneError, Turn
from storage import duty, members, team_lines
from storage.duty import Helper
from storage.ids import read_id
from storage.team_lines import Account, Line, Stage

FORM = Form(name=ANSWER_FORM, fields=(Field(name="words", kind=Kind.LONG_TEXT, longest=LONGEST),))
NOTE_SIGN = "//"

Act = Callable[[Turn, Line, str], Sequence[Action]]


class NoLineHereError(HandrailError):
    """A command about a line, where it is not clear which."""

    text_id = "line-not-here"


class NotOfTeamError(HandrailError):
    """Something about a line, from somewhere else or by somebody else."""

    text_id = "line-not-yours"


class NoHelperError(HandrailError):
    """A name that nobody on the roster has."""

    text_id = "line-no-helper"


class Answering:
    """Hears the team."""

    def __init__(self, lines: Lines, staff_of: StaffOf) -> None:
        self._lines = lines
        self._staff_of = staff_of

    def commands(self) -> tuple[Command, ...]:
        """What the team can say."""
        words = Argument(name="words", kind=Kind.TEXT)
        helper = Argument(name="helper", kind=Kind.TEXT)
        acts: tuple[tuple[str, Act, tuple[Argument, ...]], ...] = (
            ("line reply", self.reply, (words,)),
            ("line note", self.note, (words,)),
            ("line claim", self.claim, ()),
            ("line hand-over", self.hand_over, (helper,)),
            ("line close", self.close, ()),
        )
        return tuple(
            Command(
                name=name,
                handler=self.about(act),
                arguments=arguments,
                needs=Role.PEER_SUPPORTER,
            )
            for name, act, arguments in acts
        )

    def about(self, act: Act) -> Callable[[Turn], Sequence[Action]]:
        """The handler of a command about the line that it is said at."""

        def handle(turn: Turn) -> Sequence[Action]:
            return act(turn, *self.here(turn))

        return handle

    # --- what can be done

    def reply(self, turn: Turn, line: Line, spot: str) -> Sequence[Action]:
        """`line reply <words>`: to the member; that it came is said once it did."""
        self._lines.answer(turn, line, turn.words("words") or "", spot)
        return done(turn)

    def note(self, turn: Turn, line: Line, spot: str) -> Sequence[Action]:
        """`line note <words>`: stays where it was said."""
        return [turn.tell_all("line-noted")]

    def claim(self, turn: Turn, line: Line, spot: str) -> Sequence[Action]:
        """`line claim`: somebody is on it, for all to see; the member learns that."""
        _still(line)
        mine = (turn.actor.platform, turn.actor.user or "")
        if line.claimant == mine:
            return done(turn)
        first = line.claimant is None
        line = team_lines.change(turn.tx, line, claimant=mine)
        self._lines.note(turn, line, "claimed")
        if first:
            self._lines.tell(turn, line, "claimed")
        return done(turn)

    def hand_over(self, turn: Turn, line: Line, spot: str) -> Sequence[Action]:
        """`line hand-over <helper>`: somebody else of the roster is on it from here."""
        _still(line)
        helper = _meant(turn, line)
        line = team_lines.change(turn.tx, line, claimant=(helper.platform, helper.user))
        self._lines.note(turn, line, "handed")
        return done(turn)

    def close(self, turn: Turn, line: Line, spot: str) -> Sequence[Action]:
        """`line close`: nothing more is carried; the member is told."""
        _still(line)
        line = self._lines.close(turn, line)
        self._lines.note(turn, line, "closed")
        self._lines.tell(turn, line, "closed")
        return done(turn)

    # --- how it is said

    def pressed(self, turn: Turn) -> Sequence[Action]:
        """A button below the beginning of a line, or the form behind one."""
        written, _, mark = turn.detail.partition("/")
        id = read_id(written)
        line = team_lines.with_id(turn.tx, id) if id is not None else None
        if line is None:
            raise ChoiceGoneError("no such line")
        if isinstance(turn.event, FormFilled):
            return self.reply(
                turn, line, self._marked(turn, line, mark) or self.of_team(turn, line)
            )
        spot = self.of_team(turn, line)
        match turn.choice:
            case "reply" if isinstance(turn.event, Chose):
                _still(line)
                return [turn.ask(FORM.name, f"{TEAM_PROMPT}/{line.id}/{_mark(turn, line, spot)}")]
            case "claim":
                return self.claim(turn, line, spot)
            case "close":
                return self.close(turn, line, spot)
        raise ChoiceGoneError("no such button below a line")

    def wrote(self, turn: Turn) -> Sequence[Action]:
        """Words in a line's thread: for the member, unless marked as a note among the team."""
        event = turn.event
        assert isinstance(event, WroteBelow)  # noqa: S101 - asked for by its type
        return self._heard(turn, event.text)

    def hear(self, turn: Turn, text: str) -> Sequence[Action] | None:
        """The same, said to the bot by name or prefix."""
        if turn.event.direct or not isinstance(turn.event, Said):
            return None
        if self._below(turn) is None:
            return None
        return self._heard(turn, text)

    def _heard(self, turn: Turn, text: str) -> Sequence[Action]:
        found = self._below(turn)
        if found is None or text.strip().startswith(NOTE_SIGN):
            return []
        line, spot = found
        self.of_team(turn, line)
        command = turn.table.read(text)
        if command is not None and command[0].name.startswith("line "):
            turn.given = command[1]  # meant for the bot, though not said to it
            return command[0].handler(turn)
        turn.given = {"words": text}
        return self.reply(turn, line, spot)

    # --- which line, and whether they may

    def here(self, turn: Turn) -> tuple[Line, str]:
        """The line of the thread, else the only one that is open. Raises: NoLineHereError."""
        found = self._below(turn)
        if found is None:
            lines = [
                each
                for community in members.all_communities(turn.tx)[0]
                if self._in_staff_room(turn, community.id) is not None
                for each in team_lines.open_in(turn.tx, community.id)
            ]
            if len(lines) != 1:
                raise NoLineHereError(f"{len(lines)} lines are open")
            found = lines[0], ""
        line = found[0]
        return line, self.of_team(turn, line)

    def _below(self, turn: Turn) -> tuple[Line, str] | None:
        event = turn.event
        found = team_lines.begun_by(turn.tx, event.where.platform, begun_with(event))
        line = team_lines.with_id(turn.tx, found[0]) if found is not None else None
        return (line, found[1]) if line is not None and found is not None else None

    def of_team(self, turn: Turn, line: Line) -> str:
        """At which spot one of the team speaks who may read this line. Raises: NotOfTeamError."""
        actor = turn.actor
        helper = duty.helper_with(turn.tx, line.community, actor.platform, actor.user or "")
        if line.apart:
            if helper is not None and helper.id in line.helpers and turn.event.direct:
                return f"{HELPER}{helper.id}"
            raise NotOfTeamError(f"line {line.id} is read by others")
        spot = self._in_staff_room(turn, line.community)
        if spot is None or (helper is None and turn.role < Role.MODERATOR):
            raise NotOfTeamError(f"line {line.id} belongs to another room or role")
        return spot

    def _in_staff_room(self, turn: Turn, community: int) -> str | None:
        """The spot in which something was said, be it in a thread there."""
        where = turn.event.where
        for number, (room, _) in enumerate(self._staff_of(turn.tx, community)):
            if room.platform == where.platform and room.channel in (
                where.channel,
                turn.event.thread_of,
            ):
                return f"r{number}"
        return None

    def _marked(self, turn: Turn, line: Line, mark: str) -> str | None:
        """The spot at which the form was opened for this account."""
        spots = spots_of(turn.tx, self._staff_of, line)
        return next((each for each in spots if _mark(turn, line, each) == mark), None)


def done(turn: Turn) -> Sequence[Action]:
    """A command that a platform waits with; for all to see it stands in the thread."""
    waits = isinstance(turn.event, Commanded) and turn.event.waiting is not None
    return [turn.answer("line-done")] if waits else []


def _still(line: Line) -> None:
    if line.stage is not Stage.OPEN:
        raise LineClosedError(f"line {line.id} is {line.stage}")


def _meant(turn: Turn, line: Line) -> Helper:
    """Who of the roster is named, by their name or account. Raises: NoHelperError."""
    return helper_named(turn, line.community, line.about)


def helper_named(turn: Turn, community: int, but: Sequence[Account] = ()) -> Helper:
    """Who of a roster is named by `helper`. Raises: NoHelperError."""
    said = (turn.words("helper") or "").strip("<@!> ").casefold()
    for each in duty.roster(turn.tx, community):
        names = {(each.name or "").casefold(), each.user.casefold()} - {""}
        if said in names and (each.platform, each.user) not in but:
            return each
    raise NoHelperError("nobody of the roster is called so")


def _mark(turn: Turn, line: Line, spot: str) -> str:
    """That the form was opened for this account at this spot: what is filled in tells no role."""
    who = f"{turn.actor.platform}:{turn.actor.user}"
    return turn.tx.keys.index(f"line:{line.id}:{spot}:{who}")[:9].hex()
