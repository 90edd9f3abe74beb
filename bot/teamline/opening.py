"""How a member comes to the team: whom to write to, about whom, and under which name.

Nothing is sent before the last of these questions is answered.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.commands import Field, Form, Kind
from bot.platform import Action, Choice, Choices, Chose
from bot.teamline.lines import LONGEST, Lines, check, with_file
from bot.teamline.rows import LISTENS
from bot.teamline.showing import mine
from bot.teamline.spots import accounts_of, helpers_but
from bot.turn import COMMAND_PROMPT, ChoiceGoneError, Turn
from storage import buddy_lives, duty, members, team_lines
from storage.ids import new_id, read_id
from storage.members import Community
from storage.team_lines import Line, Stage

PROMPT = "line-open"
REPORT_FORM = Form(
    name="line-report", fields=(Field(name="words", kind=Kind.LONG_TEXT, longest=LONGEST),)
)
_NO, _NAMED, _UNNAMED, _OTHER, _NOT_TEAM = "no", "named", "unnamed", "other", "members"
_COMMUNITY, _HELPER = "c", "h"
_MOST = 20

Handle = Callable[[Turn], Sequence[Action]]


class Opening:
    """Asks, and opens.

    Args:
        without: what `talk` answers where there is no team to write to.
        teams: the communities around, or of, whoever speaks that have a team to write to.
    """

    def __init__(
        self, lines: Lines, teams: Callable[[Turn], Sequence[Community]], without: Handle
    ) -> None:
        self._lines = lines
        self._teams = teams
        self._without = without

    def talk(self, turn: Turn) -> Sequence[Action]:
        """`talk`: the team, or people who listen; says honestly what is there."""
        if turn.member is None or turn.member.stopped_at is not None or not self._teams(turn):
            return self._without(turn)
        options = (turn.option("team", "team-talk-team"), turn.option("help now", "door-help"))
        return [turn.answer("team-talk", Choices(prompt=COMMAND_PROMPT, options=options))]

    def team(self, turn: Turn) -> Sequence[Action]:
        """`team [words]`: begin a line, or go on with the one that is open."""
        person = turn.person.id
        words = turn.words("words")
        found = newest_open(turn)
        if found is None:
            return self._ask(turn, person, words and check(words), report=False)
        if words is None:
            return self.listen(turn, found)
        _hush(turn)
        self._lines.write(turn, found, words)
        return [turn.answer("team-carried-without-file" if with_file(turn) else "team-carried")]

    def listen(self, turn: Turn, line: Line) -> Sequence[Action]:
        """What they write goes to the team again."""
        _hush(turn)
        team_lines.rest_others(turn.tx, line.person, line.id)
        team_lines.change(turn.tx, line, listens_until=turn.now + LISTENS)
        return [self._said(turn, line, "team-again")]

    def report(self, turn: Turn) -> Sequence[Action]:
        """`report [words]`: tell the team of something, past those of it whom it is about."""
        words = turn.words("words")
        if words is None:
            _ = turn.person
            if isinstance(turn.event, Chose):
                return [turn.ask(REPORT_FORM.name)]
            tell = turn.option("tell", "report-tell", form=REPORT_FORM.name)
            return [turn.answer("report-how", Choices(prompt=REPORT_FORM.name, options=(tell,)))]
        return self._ask(turn, turn.person.id, check(words), report=True)

    def chosen(self, turn: Turn) -> Sequence[Action]:
        """One of the questions was answered."""
        line = self._asked(turn)
        choice, tail = turn.choice, read_id(turn.choice[1:])
        if choice == _NO:
            self._lines.drop(turn, line)
            return [turn.answer("team-not-sent")]
        if choice in (_NAMED, _UNNAMED):
            return self._open(turn, line, named=choice == _NAMED)
        if choice.startswith(_COMMUNITY) and tail in {each.id for each in self._teams(turn)}:
            line = team_lines.change(turn.tx, line, community=tail)
            return self._about(turn, line) if line.report else self._name(turn, line)
        if line.report and choice == _NOT_TEAM:
            return self._name(turn, line)
        if line.report and (choice == _OTHER or choice.startswith(_HELPER)):
            return self._past(turn, line, tail if choice != _OTHER else None)
        raise ChoiceGoneError("no such choice before a line")

    # --- the questions

    def _ask(self, turn: Turn, person: int, words: str | None, *, report: bool) -> Sequence[Action]:
        teams = self._teams(turn)
        if not teams:
            return self._without(turn)
        line = Line(
            id=new_id(),
            community=teams[0].id,
            person=person,
            words=words,
            report=report,
            counted_since=turn.now,
            opened_at=turn.now,
        )
        self._lines.ask(turn, line)
        if len(teams) > 1:
            options = [Choice(id=f"{_COMMUNITY}{each.id}", label=each.name[:80]) for each in teams]
            return [self._question(turn, line, "team-which", options[:_MOST])]
        return self._about(turn, line) if report else self._name(turn, line)

    def _about(self, turn: Turn, line: Line) -> Sequence[Action]:
        """Is it about somebody of the team?"""
        helpers = [each for each in duty.roster(turn.tx, line.community) if each.name]
        options = [turn.option(_NOT_TEAM, "team-about-members")]
        options += [
            Choice(id=f"{_HELPER}{each.id}", label=(each.name or "")[:80])
            for each in helpers[:_MOST]
        ]
        options.append(turn.option(_OTHER, "team-about-other"))
        return [self._question(turn, line, "team-about", options)]

    def _past(self, turn: Turn, line: Line, helper: int | None) -> Sequence[Action]:
        """It is for those of the team whom it is not about."""
        tx = turn.tx
        found = [each for each in duty.roster(tx, line.community) if each.id == helper]
        about = accounts_of(tx, (found[0].platform, found[0].user)) if found else ()
        own = [(each.platform, each.user) for each in members.accounts_of(tx, line.person)]
        names = line.words or "" if not found else ""
        others = helpers_but(tx, line.community, [*about, *own], names)
        if not others:
            return self.nobody(turn, line)
        line = team_lines.change(
            tx, line, apart=True, about=about, helpers=tuple(each.id for each in others)
        )
        return self._name(turn, line)

    def nobody(self, turn: Turn, line: Line) -> Sequence[Action]:
        """Nobody is left to read it: said so, with where else to turn."""
        self._lines.drop(turn, line)
        helps = Choices(prompt=COMMAND_PROMPT, options=(turn.option("help now", "door-help"),))
        return [turn.answer("report-nobody", helps)]

    def _name(self, turn: Turn, line: Line) -> Sequence[Action]:
        if team_lines.is_blocked(turn.tx, line.community, line.person):
            self._lines.drop(turn, line)
            helps = Choices(prompt=COMMAND_PROMPT, options=(turn.option("help now", "door-help"),))
            return [turn.answer("team-blocked", helps)]
        text_id = "team-name-apart" if line.apart else "team-name"
        options = [turn.option(_UNNAMED, "team-unnamed"), turn.option(_NAMED, "team-named")]
        return [self._question(turn, line, text_id, options, team=_name_of(turn, line))]

    def _question(
        self, turn: Turn, line: Line, text_id: str, options: Sequence[Choice], *, team: str = ""
    ) -> Action:
        offered = (*options, turn.option(_NO, "team-no"))
        choices = Choices(prompt=f"{PROMPT}/{line.id}", options=offered)
        return turn.answer(text_id, choices, team=team)

    # --- the answer

    def _open(self, turn: Turn, line: Line, *, named: bool) -> Sequence[Action]:
        if team_lines.is_blocked(turn.tx, line.community, line.person):
            return self._name(turn, line)
        words = line.words
        _hush(turn)
        line = team_lines.change(turn.tx, line, named=named)
        line = self._lines.open(turn, line)
        return [self._said(turn, line, "team-open-words" if words else "team-open")]

    def _said(self, turn: Turn, line: Line, text_id: str) -> Action:
        choices = mine(turn.texts, turn.language, line)
        how = "apart" if line.apart else "named" if line.named else "unnamed"
        said = turn.line(f"team-how-{how}")
        return turn.answer(text_id, choices, team=_name_of(turn, line), how=said)

    def _asked(self, turn: Turn) -> Line:
        id = read_id(turn.detail)
        line = team_lines.with_id(turn.tx, id) if id is not None else None
        if line is None or line.person != turn.person.id or line.stage is not Stage.ASKED:
            raise ChoiceGoneError("no such question of theirs")
        return line


def newest_open(turn: Turn) -> Line | None:
    """The line that a member's words go to, else the newest that is open."""
    found = [
        each for each in team_lines.of_person(turn.tx, turn.person.id) if each.stage is Stage.OPEN
    ]
    listening = [each for each in found if each.listens_until is not None]
    return next(iter(listening or found), None)


def _hush(turn: Turn) -> None:
    """A member's words go one way at a time: what they chose last."""
    buddy_lives.end_talk(turn.tx, turn.person.id)


def _name_of(turn: Turn, line: Line) -> str:
    found = members.community(turn.tx, line.community)
    return found.name if found else ""
