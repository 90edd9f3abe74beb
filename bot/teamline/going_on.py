"""A line that is open, for its member: their words go to the team until they end it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.errors import HandrailError
from bot.platform import Action, Choices, Said
from bot.teamline.lines import Lines, with_file
from bot.teamline.opening import Opening, newest_open
from bot.teamline.showing import WRITE
from bot.turn import COMMAND_PROMPT, ChoiceGoneError, Turn
from storage import team_lines
from storage.ids import read_id
from storage.team_lines import Line, Stage


class GoingOn:
    """Hears the member."""

    def __init__(self, lines: Lines, opening: Opening) -> None:
        self._lines = lines
        self._opening = opening

    def hear(self, turn: Turn, text: str) -> Sequence[Action] | None:
        """Words that are no command and answer no question, while a line is open."""
        if turn.member is None or turn.member.stopped_at is not None or not turn.event.direct:
            return None
        line = newest_open(turn)
        if line is None or not isinstance(turn.event, Said):
            return None
        if line.listens_until is None or turn.event.at >= line.listens_until:
            # Never carried on a guess: they are told how.
            return None if turn.answered else self._rests(turn)
        try:
            self._lines.write(turn, line, text)
        except HandrailError:
            if turn.answered:
                return []
            raise
        if turn.answered:
            return []  # nothing extra below the answer to a cry for help
        return [turn.answer("team-carried-without-file" if with_file(turn) else "team-carried")]

    def close(self, turn: Turn) -> Sequence[Action]:
        """`team close`: what is written here is for the bot alone again."""
        _ = turn.person
        line = newest_open(turn)
        if line is None:
            return [turn.answer("team-close-none")]
        return self._close(turn, line)

    def pressed(self, turn: Turn) -> Sequence[Action]:
        """A button below an answer."""
        id = read_id(turn.detail)
        line = team_lines.with_id(turn.tx, id) if id is not None else None
        if line is None or line.person != turn.person.id:
            raise ChoiceGoneError("no such line of theirs")
        if line.stage is not Stage.OPEN:
            return [turn.answer("team-close-none")]
        if turn.choice == WRITE:
            return self._opening.listen(turn, line)
        return self._close(turn, line)

    def stop(self, turn: Turn) -> None:
        """With the general `stop`: the team learns that nothing reaches them any more."""
        if turn.member is None or turn.words("what") == "here":
            return
        for line in team_lines.of_person(turn.tx, turn.member.id):
            if line.stage is Stage.OPEN:
                self._lines.note(turn, self._lines.close(turn, line), "stopped")
            elif line.stage is Stage.ASKED:
                self._lines.drop(turn, line)

    def _close(self, turn: Turn, line: Line) -> Sequence[Action]:
        self._lines.note(turn, self._lines.close(turn, line), "closed-by-member")
        return [turn.answer("team-closed")]

    def _rests(self, turn: Turn) -> Sequence[Action]:
        go_on = Choices(prompt=COMMAND_PROMPT, options=(turn.option("team", "team-go-on"),))
        return [turn.answer("team-rests", go_on)]
