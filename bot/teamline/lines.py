"""How a line begins, goes on and ends."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.delivery import rules
from bot.delivery.messages import send
from bot.errors import HandrailError
from bot.platform import Said
from bot.teamline.carrying import Carrying
from bot.teamline.rows import LISTENS
from bot.turn import Turn
from storage import schedules, team_keepers, team_lines
from storage.database import Transaction
from storage.outbox import Draft
from storage.schedules import Due
from storage.team_lines import Line, Stage

WAITING, FORGET = "line-waiting", "line-forget"
LONGEST = 1500  # characters; with what stands around them they fit into one message anywhere
UNANSWERED = timedelta(hours=4)
"""So long without a word of the team: it is reminded, and the member is told how it stands."""
ASKED_FOR, KEPT = timedelta(hours=1), timedelta(days=7)
AT_ONCE, WITHIN = 30, timedelta(minutes=10)
LINES, A_DAY = 4, timedelta(days=1)


class NoWordsError(HandrailError):
    """A picture or a file, where only words can be carried."""

    text_id = "line-only-words"


class WordsTooLongError(HandrailError):
    """More characters than are carried at once."""

    text_id = "line-too-long"


class TooManyError(HandrailError):
    """More messages, or more new lines, than a team can read."""

    text_id = "line-too-many"


class LineClosedError(HandrailError):
    """Words for a line that is open no longer."""

    text_id = "line-closed-already"


def check(words: str | None) -> str:
    """Words that can be carried. Raises: NoWordsError, WordsTooLongError."""
    words = (words or "").strip()
    if not words:
        raise NoWordsError("nothing to carry")
    if len(words) > LONGEST:
        raise WordsTooLongError(f"{len(words)} characters", given=len(words), longest=LONGEST)
    return words


def with_file(turn: Turn) -> bool:
    """Whether a picture or a file came with the words, which stays behind."""
    return isinstance(turn.event, Said) and turn.event.with_file


def named(turn: Turn) -> str:
    """What tells the event from all others, on every platform."""
    return f"{turn.actor.platform}:{turn.event.id}"


class Lines:
    """Writes what happens to lines; nothing here asks who may."""

    def __init__(self, carrying: Carrying) -> None:
        self.carrying = carrying

    # --- the member

    def ask(self, turn: Turn, line: Line) -> None:
        """Keep what a member is asked about, for an hour. Raises: TooManyError."""
        begun = [
            each
            for each in team_lines.of_person(turn.tx, line.person)
            if each.opened_at > turn.now - A_DAY and each.stage is not Stage.ASKED
        ]
        if len(begun) >= LINES:
            raise TooManyError(f"{len(begun)} lines of person {line.person} in a day")
        team_lines.put(turn.tx, line)
        rules.set_once(turn.tx, kind=FORGET, subject=line.id, at=turn.now + ASKED_FOR)

    def open(self, turn: Turn, line: Line) -> Line:
        """The team is told, and reads what was written so far."""
        tx, now = turn.tx, turn.now
        words = line.words
        line = team_lines.change(
            tx,
            line,
            stage=Stage.OPEN,
            alias=team_keepers.next_alias(tx, line.community),
            words=None,
            opened_at=now,
            counted_since=now,
            listens_until=now + LISTENS,
            waits_since=now,
        )
        team_lines.rest_others(tx, line.person, line.id)
        schedules.remove(tx, FORGET, line.id)
        rules.set_once(tx, kind=WAITING, subject=line.id, at=now + UNANSWERED)
        drafts = self.carrying.begin(tx, line, now)
        if words:
            drafts += self.carrying.words(tx, line, words, named(turn), now)
        send(turn, drafts)
        return line

    def write(self, turn: Turn, line: Line, words: str) -> Line:
        """A member's words, to the team. Raises: TooManyError, and as `check`."""
        words, tx, now = check(words), turn.tx, turn.now
        counts = now - line.counted_since < WITHIN
        written = line.written + 1 if counts else 1
        if written > AT_ONCE:
            raise TooManyError(f"{written} messages on line {line.id}")
        if line.waits_since is None:
            rules.set_once(tx, kind=WAITING, subject=line.id, at=now + UNANSWERED)
        line = team_lines.change(
            tx,
            line,
            written=written,
            counted_since=line.counted_since if counts else now,
            listens_until=now + LISTENS,
            waits_since=line.waits_since or now,
        )
        team_lines.rest_others(tx, line.person, line.id)
        send(turn, self.carrying.words(tx, line, words, named(turn), now))
        return line

    # --- the team

    def answer(self, turn: Turn, line: Line, words: str, at: str) -> Line:
        """The team's words, to the member. Raises: LineClosedError, and as `check`."""
        if line.stage is not Stage.OPEN:
            raise LineClosedError(f"line {line.id} is {line.stage}")
        words, tx = check(words), turn.tx
        schedules.remove(tx, WAITING, line.id)
        line = team_lines.change(tx, line, waits_since=None)
        by = (turn.actor.platform, turn.actor.user or "")
        send(turn, self.carrying.answer(tx, line, words, by, at, named(turn), turn.now))
        return line

    def note(self, turn: Turn, line: Line, what: str, *, at: str = "") -> None:
        """A line of ours for the team."""
        send(turn, self.carrying.note(turn.tx, line, what, turn.event.id, turn.now, at=at))

    def tell(self, turn: Turn, line: Line, what: str) -> None:
        """A line of ours for the member."""
        send(turn, self.carrying.tell(turn.tx, line, what, turn.event.id, turn.now))

    # --- the end

    def close(self, turn: Turn, line: Line) -> Line:
        """Nothing more on this line; in a week it is forgotten."""
        tx, now = turn.tx, turn.now
        schedules.remove(tx, WAITING, line.id)
        rules.set_once(tx, kind=FORGET, subject=line.id, at=now + KEPT)
        return team_lines.change(
            tx, line, stage=Stage.CLOSED, listens_until=None, waits_since=None, closed_at=now
        )

    def drop(self, turn: Turn, line: Line) -> None:
        """The member would rather not."""
        schedules.remove(turn.tx, FORGET, line.id)
        team_lines.forget(turn.tx, line.id)

    # --- what happens by time

    def plan_waiting(self, tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
        """Nobody has answered: the team is reminded once, and the member is told."""
        drafts: list[Draft] = []
        for each in due:
            line = team_lines.with_id(tx, each.subject)
            if line is None or line.stage is not Stage.OPEN or line.waits_since is None:
                continue
            again = f"{line.waits_since.timestamp():.0f}"
            drafts += self.carrying.note(tx, line, "waiting", again, now)
            drafts += self.carrying.tell(tx, line, "waiting", again, now)
        return drafts

    def plan_forget(self, tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
        """Nothing of it stays with us."""
        for each in due:
            team_lines.forget(tx, each.subject)
        return []
